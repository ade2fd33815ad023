"""Indicators step by step: quantities, the clauses they stand in, how they relate, and what they measure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

import regex

from patterns.folding import fold
from patterns.indicators.amounts import canonical_amount
from patterns.indicators.blanks import narrowed
from patterns.indicators.clauses import find_settings
from patterns.indicators.exclusions import mark_end
from patterns.indicators.figures import read_figures
from patterns.indicators.governors import Governors, has_two_periods
from patterns.indicators.labels import Labels
from patterns.indicators.numbers import number_style
from patterns.indicators.parts import Parts
from patterns.indicators.periods import Periods
from patterns.indicators.phrases import Phrases
from patterns.indicators.quantities import Reading, find_quantities, lead_approximation
from patterns.indicators.scopes import Scopes
from patterns.indicators.senses import Sense, leads_to_plan, sense_of, shared_bases
from patterns.indicators.spelled import spelled_numbers
from patterns.indicators.surroundings import Surroundings
from patterns.indicators.tables import read_table
from patterns.indicators.year_parts import Days
from patterns.mentions import Citation, Date, Indicator, Span
from patterns.passages import Context, Passage, PassageKind

_SILENT = (PassageKind.LETTERHEAD, PassageKind.RECIPIENTS, PassageKind.SIGNATURE)
_GAP_TO_ISSUER = 40  # ", ngày 12/5/2019 của "
_DIGIT = regex.compile(r"\d")


def find_indicators(
    text: str,
    passages: Sequence[Passage],
    dates: Sequence[Date],
    citations: Sequence[Citation],
    context: Context,
) -> tuple[Indicator, ...]:
    """Find every quantity that measures or counts, none inside the given dates and citations, in text order."""
    narrow = narrowed(text, passages, dates, citations)
    if narrow is None:
        return _find(text, passages, dates, citations, context)
    found = _find(narrow.text, narrow.passages, narrow.dates, narrow.citations, context)
    return tuple(narrow.restored(indicator, text) for indicator in found)


def _find(
    text: str,
    passages: Sequence[Passage],
    dates: Sequence[Date],
    citations: Sequence[Citation],
    context: Context,
) -> tuple[Indicator, ...]:
    finder = _Finder(text, passages, dates, citations, context)
    for index in _reading_order(passages):
        finder.read(index)
    return finder.in_text_order()


def _reading_order(passages: Sequence[Passage]) -> list[int]:
    """Footnotes after the text that they hang on."""
    spoken = (index for index, passage in enumerate(passages) if passage.kind not in _SILENT)
    return sorted(spoken, key=lambda index: passages[index].kind is PassageKind.FOOTNOTE)


class _Finder:
    """The state of one text: its figures so far and what is known of them."""

    def __init__(
        self,
        text: str,
        passages: Sequence[Passage],
        dates: Sequence[Date],
        citations: Sequence[Citation],
        context: Context,
    ) -> None:
        self._text, self._folded, self._passages, self._dates = text, fold(text), passages, dates
        self._blocked = _merged([*_spans(dates), *_spans(citations)])
        self._starts = [start for start, _ in self._blocked]
        self._style = number_style(self._folded)
        self._spelled = spelled_numbers(self._folded)
        self._spelled_at = [numeral.start for numeral in self._spelled]
        self._phrases = Phrases(
            text,
            self._folded,
            _merged([*_spans(dates), *map(_with_issuer, citations)]),
            sorted(c.start for c in citations),
        )
        self._parts = Parts(self._folded)
        figures, wholes = self._parts.figures, self._parts.wholes
        self._labels = Labels(self._phrases, figures, wholes)
        subjects = sorted(span for c in citations for span in (c.subject_span, c.issuer_span) if span)
        self._scopes = Scopes(text, self._folded, subjects, figures, wholes, issuer=context.issuer)
        governors = Governors(self._folded, dates, citations, passages, context)
        two = has_two_periods(dates, passages)
        self._periods = Periods(self._folded, governors, figures, wholes, carries=two)
        self._surroundings = Surroundings(self._folded, passages)
        self._body: list[int] = []  # where the figures of the text end, footnotes left out
        self._found: list[Indicator] = []
        self._cells: list[Indicator] = []

    def read(self, index: int) -> None:
        """Read one passage."""
        passage = self._passages[index]
        if not passage.cells:
            self._read_stretch(index, passage.start, passage.end)
            return
        introduced = list(self._surroundings.over_table(index))
        table = read_table(self._text, self._folded, passage, self._dates, introduced, self._style)
        first = len(self._cells)
        self._cells += (
            i if i.part_of is None else replace(i, part_of=first + i.part_of) for i in table.indicators
        )
        for start, end in table.prose:
            self._read_stretch(index, start, end)

    def _read_stretch(self, index: int, start: int, end: int) -> None:
        """Read a passage or a cell of prose as running text."""
        passage = self._passages[index]
        begin = mark_end(self._folded, start, end)
        spelled = self._spelled[bisect_left(self._spelled_at, start) : bisect_left(self._spelled_at, end)]
        if not spelled and not _DIGIT.search(self._folded, begin, end):
            return
        reading = Reading(self._text, self._folded, self._blocked_within(start, end), spelled, self._style)
        quantities = find_quantities(reading, begin, end)
        if not quantities:
            return
        first = len(self._found)
        settings = find_settings(self._text, begin, end, quantities, first=first)
        anchor = self._anchor(passage)
        for figure in read_figures(self._phrases, settings, index, first):
            self._parts.add(figure, anchor)
        self._parts.settle(first)
        if passage.kind is not PassageKind.FOOTNOTE:
            self._body += (quantity.end for quantity in quantities)
        leads, sections = self._surroundings.leads(index), self._surroundings.sections(index)
        introduced = [self._text[start:end] for start, end in leads]
        figures = self._parts.figures[first:]
        head = self._surroundings.head(index)
        self._scopes.read(first, sections)
        labels = [self._labels.add(first + at, introduced, head, sections) for at in range(len(figures))]
        said = zip(figures, labels, strict=True)
        said_before = [self._folded[start:end] for start, end in leads]
        planned = bool(said_before) and leads_to_plan(said_before[0])
        senses = shared_bases(figures, [sense_of(self._folded, *pair, planned=planned) for pair in said])
        approximation = next(filter(None, map(lead_approximation, said_before)), None)
        for at, (label, sense) in enumerate(zip(labels, senses, strict=True), first):
            days = self._periods.add(at, leads, sections)
            self._found.append(self._indicator(at, label, sense, days, approximation))

    def _indicator(
        self, at: int, label: str | None, sense: Sense, days: Days, approximation: str | None
    ) -> Indicator:
        quantity = self._parts.figures[at].quantity
        numeral = quantity.numeral
        amount = canonical_amount(numeral.value, numeral.value_to, quantity.unit)
        return Indicator(
            quantity.start,
            quantity.end,
            self._text[quantity.start : quantity.end],
            numeral.value,
            quantity.unit,
            label,
            value_to=numeral.value_to,
            denominator=numeral.denominator,
            scope=self._scopes.of(at),
            period_from=days[0],
            period_to=days[1],
            approx=quantity.approx or approximation,
            part_of=self._parts.wholes[at],
            status=sense.status,
            amount=amount.value,
            amount_to=amount.value_to,
            canonical_unit=amount.unit,
            measure=sense.measure,
            base=sense.base,
        )

    def _blocked_within(self, start: int, end: int) -> list[Span]:
        first = max(0, bisect_left(self._starts, start) - 1)
        return self._blocked[first : bisect_left(self._starts, end)]

    def _anchor(self, passage: Passage) -> int | None:
        """The last figure before a footnote's mark or in the lead of a list, in the passage that holds it."""
        if passage.anchor is not None:
            at, holder = bisect_right(self._body, passage.anchor) - 1, None
        elif passage.lead is not None:
            holder = self._passages[passage.lead]
            at = bisect_right(self._body, holder.end) - 1
        else:
            return None
        if at < 0:
            return None
        last = self._passages[self._parts.figures[at].passage]
        hangs_on = holder.end if holder else passage.anchor or 0
        return at if last.start <= hangs_on <= last.end else None

    def in_text_order(self) -> tuple[Indicator, ...]:
        """The indicators sorted by place, with `part_of` as indexes in that order."""
        shift = len(self._found)
        cells = (i if i.part_of is None else replace(i, part_of=i.part_of + shift) for i in self._cells)
        everything = [*self._found, *cells]
        order = sorted(range(len(everything)), key=lambda at: everything[at].start)
        rank = {at: place for place, at in enumerate(order)}
        found = (everything[at] for at in order)
        return tuple(i if i.part_of is None else replace(i, part_of=rank[i.part_of]) for i in found)


def _spans(mentions: Sequence[Date] | Sequence[Citation]) -> list[Span]:
    return [(mention.start, mention.end) for mention in mentions]


def _with_issuer(citation: Citation) -> Span:
    """A citation with "của Thủ tướng Chính phủ" after it."""
    issuer = citation.issuer_span
    follows = issuer is not None and 0 <= issuer[0] - citation.end <= _GAP_TO_ISSUER
    return citation.start, issuer[1] if follows and issuer else citation.end


def _merged(spans: Sequence[Span]) -> list[Span]:
    """Spans in order, those that overlap as one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
