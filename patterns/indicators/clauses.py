"""Where each quantity of a passage stands: its sentence, its parenthesis and the words about it.

The words before a quantity reach back to the last quantity of the same parenthesis or to a mark that parts
clauses; those after it reach forward likewise. Parentheses without a quantity ("(GRDP)") part nothing.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass

import regex

from patterns.indicators.quantity import Quantity
from patterns.mentions import Span


@dataclass(frozen=True, slots=True)
class Setting:
    """A quantity in its clause; indexes count the quantities of the passage.

    Attributes:
        sentence: the sentence it stands in; clause: where its clause begins, quantities apart.
        before, after: the words of its clause before and after it.
        lead: the words before a colon that its clause follows ("gồm:"), else None.
        opener: the last quantity before the parenthesis it stands in, None outside parentheses or for none.
        opened: where that parenthesis opens, None outside parentheses.
        outside: the words before that parenthesis, in their clause.
        previous: the last quantity before it in the same parenthesis and sentence.
    """

    quantity: Quantity
    sentence: Span
    clause: int
    before: Span
    after: Span
    lead: Span | None
    opener: int | None
    opened: int | None
    outside: Span | None
    previous: int | None

    def ending(self, end: int) -> Setting:
        """This setting with the words after it up to `end`."""
        return self._with(self.before, (self.quantity.end, end))

    def opening(self, before: Span) -> Setting:
        """This setting with other words before it."""
        return self if before == self.before else self._with(before, self.after)

    def _with(self, before: Span, after: Span) -> Setting:
        # Written out, since dataclasses.replace takes ten times as long and there is one a figure.
        return Setting(
            self.quantity,
            self.sentence,
            self.clause,
            before,
            after,
            self.lead,
            self.opener,
            self.opened,
            self.outside,
            self.previous,
        )


# ". Toàn tỉnh": a stop or the like, a blank and a capital; "TP. Hồ" and "tr. 5" end nothing.
_SENTENCE_END = regex.compile(
    r"(?<!\b(?i:tp|tx|tt|ts|ths|gs|pgs|bs|ks|ông|bà|đ/c|st|q|p|tr|ngh))[.!?…]+[”\"')]*\s+(?=[\p{Lu}\d“\"(\-+–])|\n"
)
_MARKS = regex.compile(r"[();:]")
_BRACKETS = regex.compile(r"[()]")
_LONGEST_PARENTHESIS = 2000


def find_settings(
    text: str, start: int, end: int, quantities: Sequence[Quantity], *, first: int = 0
) -> list[Setting]:
    """The setting of each quantity of `text[start:end]`; indexes count from `first`."""
    pairs = _parentheses(text, start, end)
    sentences = _sentences(text, start, end, pairs)
    telling = _telling(pairs, [quantity.start for quantity in quantities])
    settings: list[Setting] = []
    position = 0
    for sentence in sentences:
        here: list[Quantity] = []
        while position < len(quantities) and quantities[position].start < sentence[1]:
            here.append(quantities[position])
            position += 1
        if here:
            settings.extend(_Walk(text, sentence, telling, here, first + len(settings)).settings())
    return settings


def _parentheses(text: str, start: int, end: int) -> dict[int, int]:
    """Where each opening parenthesis closes; those that never close, or only far on, are left out."""
    pairs: dict[int, int] = {}
    stack: list[int] = []
    for match in _BRACKETS.finditer(text, start, end):
        if match[0] == "(":
            stack.append(match.start())
        elif stack:
            opened = stack.pop()
            if match.start() - opened <= _LONGEST_PARENTHESIS:
                pairs[opened] = match.start()
    return pairs


def _sentences(text: str, start: int, end: int, pairs: dict[int, int]) -> list[Span]:
    """Sentences; a stop inside parentheses ends none."""
    outer = []
    reached = start
    for opened in sorted(pairs):
        if opened >= reached:
            reached = pairs[opened]
            outer.append((opened, reached))
    spans, begin, inner = [], start, 0
    for match in _SENTENCE_END.finditer(text, start, end):
        while inner < len(outer) and outer[inner][1] < match.start():
            inner += 1
        if inner < len(outer) and outer[inner][0] < match.start():
            continue
        spans.append((begin, match.end()))
        begin = match.end()
    return [*spans, (begin, end)]


def _telling(pairs: dict[int, int], starts: Sequence[int]) -> dict[int, int]:
    """The parentheses that hold a quantity; `starts` is where the quantities begin, in order."""
    return {
        opened: closed for opened, closed in pairs.items() if bisect(starts, opened) < bisect(starts, closed)
    }


@dataclass(slots=True)
class _Level:
    """What is open: the parenthesis, its clause so far and the quantities seen in it."""

    opened: int | None
    clause: int
    boundary: int
    opener: int | None
    outside: Span | None = None
    lead: Span | None = None
    last: int | None = None


class _Walk:
    """One pass over the marks and quantities of a sentence."""

    def __init__(
        self, text: str, sentence: Span, pairs: dict[int, int], quantities: Sequence[Quantity], first: int
    ) -> None:
        self._text, self._sentence, self._quantities, self._first = text, sentence, quantities, first
        self._pairs = pairs
        self._levels = [_Level(None, sentence[0], sentence[0], None)]
        self._settings: list[Setting] = []
        self._ends: list[int] = [sentence[1]] * len(quantities)

    def settings(self) -> list[Setting]:
        """The settings of the sentence's quantities."""
        at = self._sentence[0]
        for number, quantity in enumerate(self._quantities):
            for match in _MARKS.finditer(self._text, at, quantity.begins):
                self._mark(match.start(), match[0])
            self._place(number, quantity)
            at = quantity.end
        for match in _MARKS.finditer(self._text, at, self._sentence[1]):
            self._mark(match.start(), match[0])
        return [setting.ending(end) for setting, end in zip(self._settings, self._ends, strict=True)]

    def _mark(self, at: int, mark: str) -> None:
        level = self._levels[-1]
        if mark == "(" and at in self._pairs:
            self._end_last(level, at)
            self._levels.append(_Level(at, at + 1, at + 1, level.last, (level.boundary, at)))
        elif mark == ")" and self._pairs.get(self._levels[-1].opened or -1) == at:
            self._end_last(level, at)
            self._levels.pop()
            self._levels[-1].boundary = at + 1
        elif mark in ";:" and not self._inside_quiet(at):
            self._end_last(level, at)
            level.lead = (level.boundary, at) if mark == ":" else level.lead
            level.clause = level.boundary = at + 1

    def _inside_quiet(self, at: int) -> bool:
        """Whether a mark lies in digits ("7:30") rather than between words."""
        return self._text[at - 1 : at].isdigit() and self._text[at + 1 : at + 2].isdigit()

    def _end_last(self, level: _Level, at: int) -> None:
        if level.last is not None:
            number = level.last - self._first
            self._ends[number] = min(self._ends[number], at)

    def _place(self, number: int, quantity: Quantity) -> None:
        level = self._levels[-1]
        self._end_last(level, quantity.begins)
        before = (min(level.boundary, quantity.begins), quantity.begins)
        after = (quantity.end, quantity.end)
        setting = Setting(
            quantity,
            sentence=self._sentence,
            clause=level.clause,
            before=before,
            after=after,
            lead=level.lead,
            opener=level.opener,
            opened=level.opened,
            outside=level.outside,
            previous=level.last,
        )
        self._settings.append(setting)
        level.last = self._first + number
        level.boundary = quantity.end
