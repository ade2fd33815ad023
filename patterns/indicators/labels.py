"""What each figure measures (tên chỉ tiêu), in the report's own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import regex

from patterns.engines import compile_pattern
from patterns.folding import fold
from patterns.indicators.amount_labels import amount_label, rank_label
from patterns.indicators.basis import Basis, Label, is_vague, lead_theme, read_basis, takes_up
from patterns.indicators.count_labels import count_label
from patterns.indicators.figures import Figure
from patterns.indicators.measures import is_bare_measure, is_dimension, is_measure, without_measure
from patterns.indicators.percent_labels import SAME_PERIOD, percent_label
from patterns.indicators.phrases import Phrases
from patterns.indicators.predicates import Role
from patterns.indicators.standing import NEAR, is_change
from patterns.indicators.units import UnitKind
from patterns.indicators.vocabulary import alternation, words
from patterns.indicators.wording import heading_subject, join, tidy
from patterns.mentions import Span

_LONGEST_ENUMERATION = 24


class Labels:
    """The labels of a text's figures, made one after the other in reading order."""

    def __init__(self, phrases: Phrases, figures: Sequence[Figure], wholes: Sequence[int | None]) -> None:
        self._phrases, self._figures, self._wholes = phrases, figures, wholes
        self._labels: list[Label] = []

    def add(
        self, index: int, leads: Sequence[str], head: Span | None, sections: Sequence[Span]
    ) -> str | None:
        """The label of the next figure.

        Args:
            index: of the figure.
            leads: the sentences that introduce its list, nearest first.
            head: the words before the colon that its passage opens with.
            sections: the headings it stands under, innermost first.
        """
        figure = self._figures[index]
        before = self._before(index)
        basis = read_basis(
            figure,
            before,
            self._whole(index),
            leads,
            alike=self._alike(index),
            lead_words=figure.lead,
            shares_base=self._shares_base(index),
        )
        label = _label(basis)
        said = lead_theme(figure)
        if (basis.whole is None or said) and _says_nothing(tidy(label.text), figure):
            theme = said or self._theme(before, head, sections)
            label = replace(label, text=join(label.text, theme), event=theme)
        text = tidy(label.text)
        self._labels.append(_remembered(label, text, basis))
        return text or None

    def _before(self, index: int) -> Label | None:
        """That of the figure whose clause this one goes on with: the one before it, or before its parenthesis."""
        figure = self._figures[index]
        setting = figure.setting
        before = setting.previous if setting.previous is not None else setting.opener
        if (
            before is None
            and takes_up(figure)
            and index
            and self._figures[index - 1].passage == figure.passage
        ):
            before = index - 1
        return self._labels[before] if before is not None else None

    def _whole(self, index: int) -> Label | None:
        whole = self._wholes[index]
        if whole is None or whole < len(self._labels):
            return None if whole is None else self._labels[whole]
        counted = self._figures[whole]  # "100% trong số 1.482 thôn, xóm xây dựng hương ước"
        return Label(f"{counted.quantity.unit or ''} {counted.after}", counted.quantity)

    def _alike(self, index: int) -> Label | None:
        """The last count or amount of the same noun in the passage."""
        figure = self._figures[index]
        for at in range(index - 1, max(-1, index - 1 - NEAR), -1):
            other = self._figures[at]
            if other.passage != figure.passage:
                return None
            if other.quantity.head == figure.quantity.head and not is_change(other):
                return self._labels[at]
        return None

    def _shares_base(self, index: int) -> bool:
        """Whether the enumeration that a level stands in ends with "so với cùng kỳ"."""
        first = self._figures[index]
        if first.quantity.kind is not UnitKind.PERCENT or first.predicate.role is not Role.LEVEL:
            return False
        for figure in self._figures[index : index + _LONGEST_ENUMERATION]:
            setting = figure.setting
            same = setting.sentence == first.setting.sentence and setting.opened == first.setting.opened
            if not same or figure.predicate.role is not Role.LEVEL:
                return False
            if figure.compared:
                return bool(SAME_PERIOD.search(fold(figure.compared)))
        return False

    def _theme(self, before: Label | None, head: Span | None, sections: Sequence[Span]) -> str:
        """What the clause before is about, else what heads the passage ("1. Sốt xuất huyết: …") or its section."""
        if before and before.event:
            return before.event
        spans = [head] if head else []
        return self._section(spans if before else [*spans, *sections])

    def _section(self, sections: Sequence[Span]) -> str:
        """What the innermost section is about that its heading says."""
        return next(filter(None, (heading_subject(self._phrases.words(span)) for span in sections)), "")


def _remembered(label: Label, text: str, basis: Basis) -> Label:
    """A label with what later figures of its clause take over; a part hands on what its whole would."""
    figure, before, whole = basis.figure, basis.before, basis.whole
    event = whole.event if whole else label.event
    actor = whole.actor if whole else figure.actor or (before.actor if before else "")
    actor = "" if is_measure(actor) or is_vague(actor) or actor.lower().startswith("mỗi ") else actor
    siblings = whole is not None and whole.quantity.kind is figure.quantity.kind
    topic = whole.topic if whole and whole.topic and siblings else basis.topic
    # "Lúa nước: diện tích 1.960 ha; năng suất 56,4 tạ/ha": what the lead says of the first holds for the next.
    told = is_dimension(basis.spoken_of) and is_bare_measure(basis.spoken_of) and is_dimension(text)
    return Label(
        text,
        label.quantity,
        figure.setting.clause,
        core=label.core,
        event=event,
        subject=text if told else basis.spoken_of,
        topic=topic,
        context=label.context,
        actor=actor,
        action=figure.action,
    )


def _label(basis: Basis) -> Label:
    quantity = basis.figure.quantity
    if quantity.is_rank:
        return rank_label(basis)
    if quantity.kind is UnitKind.PERCENT:
        return Label(percent_label(basis), quantity)
    counted = quantity.kind is UnitKind.COUNT and not quantity.is_rate
    return count_label(basis) if counted or _counts_points(basis) else amount_label(basis)


def _counts_points(basis: Basis) -> bool:
    """ "xóa 4 điểm đen", "sạt lở 61 điểm": places, not marks of a score."""
    quantity = basis.figure.quantity
    whole_number = quantity.numeral.value.is_integer()
    is_object = basis.figure.predicate.role is Role.OBJECT
    return quantity.head == "điểm" and whole_number and is_object and not is_measure(basis.own)


@cache
def _empty_words() -> regex.Pattern[str]:
    """Words that tell nothing of what is measured: verbs of reports, links, the beginnings of labels."""
    verbs = words("function_words", "verbs")
    beginnings = ("tỷ lệ", "tỷ trọng", "tốc độ tăng", "tăng", "giảm", "xếp thứ", "số", "mức đạt")
    return compile_pattern(
        rf"(?:{alternation(verbs, words('measures', 'vague'), beginnings, words('measures', 'victims'))}(?:\ |$))*+"
    )


def _says_nothing(label: str, figure: Figure) -> bool:
    """Whether a label holds no more than the unit and words that any figure could have."""
    if is_bare_measure(label) and not without_measure(label):
        return figure.quantity.kind is not UnitKind.PERCENT
    folded, unit = fold(label), fold(figure.quantity.unit or "")
    rest = folded.removeprefix("tăng ").removeprefix("giảm ").removeprefix(unit).strip()
    return bool(_empty_words().fullmatch(rest))
