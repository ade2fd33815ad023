"""What a label rests on: the figure, the labels it goes on from, what its clause and its list speak of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import regex

from patterns.engines import compile_pattern
from patterns.folding import fold
from patterns.indicators.figures import Figure
from patterns.indicators.magnitudes import base_unit
from patterns.indicators.measures import (
    fitting,
    has_dimension,
    is_bare_measure,
    is_dimension,
    is_measure,
    lead_measure,
    topic_in,
    topic_of_subject,
)
from patterns.indicators.quantity import Quantity
from patterns.indicators.standing import is_change
from patterns.indicators.units import UnitKind, starts_with_verb
from patterns.indicators.vocabulary import alternation, words
from patterns.indicators.wording import heading_subject, join


@dataclass(frozen=True, slots=True)
class Label:
    """A label and the pieces that later figures take over.

    Attributes:
        quantity: the figure's number and unit; clause: where its clause begins.
        core: of a count, the noun and what follows it ("cuộc giám sát"), for its parts.
        event: what the counts of its clause come from ("tai nạn giao thông" of "làm chết 12 người").
        subject: what the clause speaks of, for the figures that follow in it.
        topic: the measure that parts share ("GRDP", "kim ngạch xuất khẩu").
        context: of a count, what was done and by whom, for the counts that follow in its clause.
        actor, action: who acts in its clause, and what is done.
    """

    text: str
    quantity: Quantity
    clause: int = -1
    core: str = ""
    event: str = ""
    subject: str = ""
    topic: str = ""
    context: str = ""
    actor: str = ""
    action: str = ""


# "các huyện Ea Súp", "TP. Buôn Ma Thuột", "Lắk".
_PLACE = compile_pattern(
    r"""(?:(?i:các\ )?(?i:huyện|thị\ xã|thành\ phố|thị\ trấn|tp\.?|xã|phường|quận|tỉnh)\ )?
    \p{Lu}[\p{L}'’]*+(?:[\ -]{1,3}\p{Lu}[\p{L}'’]*+)*+""",
    regex.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Basis:
    """All that the label of a figure rests on.

    Attributes:
        figure: the figure; own: its clause's subject, "" where that says nothing.
        before: the label of the figure that its clause goes on from.
        whole: the label of the figure that it is part of.
        alike: the last label of the same noun in the passage.
        topic, subject: as in Label.
        leads: the sentences that introduce its list, nearest first.
        shares_base: its enumeration ends with "so với cùng kỳ".
    """

    figure: Figure
    own: str
    before: Label | None
    whole: Label | None
    alike: Label | None
    topic: str
    subject: str
    leads: tuple[str, ...]
    shares_base: bool

    @property
    def goes_on(self) -> bool:
        """Whether the figure stands in the clause of the one before it or in a parenthesis after it."""
        setting = self.figure.setting
        return self.before is not None and (setting.previous is None or self.before.clause == setting.clause)

    @property
    def measured_by_lead(self) -> bool:
        """Whether the list says in its lead what each item gives a figure of ("… có số lao động là:")."""
        return bool(self.topic) and self.before is None and bool(lead_measure(self.leads))

    @property
    def spoken_of(self) -> str:
        """The subject, or the count that the figure says more of ("trồng 320 ha rừng, tăng 12%")."""
        before = self.before
        if before and is_change(self.figure) and not self.own and _is_bare_dimension(before.subject):
            return before.text
        if before is None or not before.core or self.own or self.figure.outside or is_measure(before.subject):
            return self.subject
        return before.text

    @property
    def about(self) -> str:
        """The subject with the measure that it shares ("GRDP" + "khu vực dịch vụ")."""
        if self.spoken_of != self.subject:
            return self.spoken_of
        if _PLACE.fullmatch(self.subject) and self.whole and not self.topic:
            return join(self.whole.text, self.subject)
        if not self.topic or is_measure(self.subject) or self.topic in self.subject:
            return self.subject
        return join(self.topic, self.subject)

    @property
    def restated(self) -> str:
        """What the figure says again in another way: the count of its percentage, the level of its change."""
        model = self.whole or self.before
        return (model.text or model.subject) if model else self.subject


def read_basis(
    figure: Figure,
    before: Label | None,
    whole: Label | None,
    leads: Sequence[str],
    *,
    alike: Label | None,
    lead_words: str,
    shares_base: bool,
) -> Basis:
    """Put together what a label rests on; `lead_words` are the words before its clause's colon."""
    own = "" if is_vague(figure.own) else _OF_HERE.sub("", _AUXILIARY.sub("", figure.own))
    topic = fitting(_topic(figure, own, lead_words, before, leads), figure.quantity)
    subject = _subject(figure, own, before)
    return Basis(figure, own, before, whole, alike, topic, subject, tuple(leads), shares_base)


def _is_bare_dimension(subject: str) -> bool:
    """ "năng suất bình quân": the label of the level says of what."""
    return is_bare_measure(subject) and is_dimension(subject)


_AUXILIARY = regex.compile(r"^(?:(?i:cũng|đã|đang|sẽ|và)\ )+")


_OF_HERE = compile_pattern(r"\ (?:của|trong)\ (?:toàn\ )?(?:tỉnh|huyện|xã|thành\ phố)$")


@cache
def _vague() -> regex.Pattern[str]:
    vague = alternation(words("measures", "vague"), words("measures", "anaphors"))
    return compile_pattern(rf"{vague}(?:,?\ {vague})*+")


@lru_cache(4096)
def is_vague(own: str) -> bool:
    """Whether a subject says nothing of what is measured ("tỉnh", "các cấp, các ngành", "tỷ lệ này")."""
    return bool(_vague().fullmatch(fold(own)))


@cache
def _anaphor() -> regex.Pattern[str]:
    return compile_pattern(rf"{alternation(words('measures', 'anaphors'))}(?!\p{{L}})")


def takes_up(figure: Figure) -> bool:
    """Whether a figure's subject is the last figure ("Tỷ lệ này ở khu vực nông thôn là …")."""
    return bool(_anaphor().match(fold(figure.own)))


# "trên báo động 3", "vượt lũ lịch sử": how an amount compares, not what it is of.
_COMPARES = compile_pattern(r"(?i:trên|dưới|vượt|cao\ hơn|thấp\ hơn|hơn|kém|thiếu)(?!\p{L})")


def compares(own: str) -> bool:
    """Whether a subject says only what an amount is measured against."""
    return bool(_COMPARES.match(own))


_LINKED = compile_pattern(r"(?:và\ )?(?:có|với|còn|là)\ ")
_RANKED = compile_pattern(r"(?:(?i:xếp|đứng|thứ|hạng|vị trí|vị thứ|và)(?!\p{L})\ ?)+")


def _subject(figure: Figure, own: str, before: Label | None) -> str:
    """The clause's own subject, else what stands to its parenthesis, else that of the figure before it."""
    ranked = _RANKED.match(own)
    own = own[ranked.end() :] if ranked else own
    outside = figure.outside if not _LINKED.match(figure.outside.lower()) else ""
    if outside and (not own or is_bare_measure(own)):
        return join(own, outside)
    if own and not _LINKED.match(own.lower()) and not (before and compares(own)):
        return own
    return before.subject if before else own


def _goes_with(quantity: Quantity, before: Quantity) -> bool:
    """Whether a figure can share the measure of the one before: a percentage can, an amount in another unit not."""
    percent = UnitKind.PERCENT in (quantity.kind, before.kind)
    alike = base_unit(quantity) == base_unit(before)
    return percent or alike or UnitKind.COUNT in (quantity.kind, before.kind) or has_dimension(quantity)


def _topic(figure: Figure, own: str, lead_words: str, before: Label | None, leads: Sequence[str]) -> str:
    """The measure that a part or list item without one shares."""
    if own and is_measure(own):
        return topic_of_subject(own)
    if found := topic_in(lead_words):
        return found
    structure = fold(lead_words).startswith("cơ cấu")
    if is_measure(lead_words) and not before and not structure:
        return topic_of_subject(lead_words)
    if before:
        return before.topic if _goes_with(figure.quantity, before.quantity) else ""
    return next(filter(None, (lead_measure([lead]) or topic_in(lead) for lead in leads)), "")


# "So với cùng kỳ: giảm 36 vụ", "Kết quả: đúng 07 vụ": leads that name no subject.
_NO_THEME = regex.compile(
    r"""(?:so|trong|tính|kết\ quả|cụ\ thể|gồm|bao\ gồm|như|theo|đến|năm|quý|tháng|từ|cơ\ cấu|phân|chia|nội\ dung
    |hậu\ quả|một\ số|các|những|đạt|qua|đã|trên|tại|ở|về\ (?:kết|số)|riêng|tổng\ số)(?!\p{L})""",
    regex.VERBOSE,
)
_LONGEST_THEME = 8


def lead_theme(figure: Figure) -> str:
    """What the words before the colon of a figure's clause say that it is about ("Tai nạn giao thông: …")."""
    lead = heading_subject(figure.lead, longest=_LONGEST_THEME)
    named = lead and not _NO_THEME.match(fold(lead)) and not is_vague(lead) and not starts_with_verb(lead)
    return lead if named else ""
