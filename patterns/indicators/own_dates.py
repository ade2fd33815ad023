"""Dates that are a figure's own: right after it, before its parenthesis, or all that its item speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

import regex

from patterns.engines import compile_pattern
from patterns.indicators.figures import Figure
from patterns.indicators.governors import Governor
from patterns.indicators.standing import is_change, is_percent

# "14,6% | năm 2016", "45% | (2018)", "312 hộ (4,1%) vào cuối | năm 2016".
_ATTACHED = compile_pattern(
    r"""(?:\ \([^()]{1,40}\)|\))?+[\ (]{0,2}
    (?:(?:trong|vào|ở|của|đến|tính\ đến|cuối|đầu|giữa|tại\ thời\ điểm|thời\ điểm)\ ){0,2}""",
    regex.VERBOSE,
)
_ATTACHED_WITHIN = 64
_LONGEST = 1500  # of a parenthesis


class OwnDates:
    """The figures of a text, of which each may have a date of its own."""

    def __init__(self, folded: str, figures: Sequence[Figure]) -> None:
        self._folded, self._figures = folded, figures

    def of(self, index: int, here: Sequence[Governor]) -> Governor | None:
        """The date among those of its sentence that says the period of one figure alone, or None."""
        figure = self._figures[index]
        return self._attached(index, here) or self._apposed(figure, here) or self._subject(figure, here)

    def _attached(self, index: int, here: Sequence[Governor]) -> Governor | None:
        """ "14,6% năm 2016", "45% (2018)": a date right after the figure, but "gấp 2 lần năm 2015" compares."""
        figure = self._figures[index]
        end = figure.quantity.end
        multiple = figure.quantity.head == "lần" or is_change(figure)
        governor = next((g for g in here if end <= g.start <= end + _ATTACHED_WITHIN), None)
        if governor is None or governor.is_base:
            return None
        gap = _ATTACHED.match(self._folded, end)
        if gap is None or gap.end() < governor.start:
            return None
        if self._opens_parenthesis(governor, index):
            return None
        return None if multiple and governor.start <= end + 1 else governor

    def _opens_parenthesis(self, governor: Governor, index: int) -> bool:
        """ "84.300 con (năm 2011 có 82.150 con)": whether a date is of a figure in the parenthesis that it opens."""
        opened = self._folded.find("(", self._figures[index].quantity.end, governor.start)
        closed = self._folded.find(")", governor.end, governor.end + _LONGEST)
        return opened >= 0 and any(
            governor.end <= other.quantity.start < closed and other.setting.opened == opened
            for other in islice(self._figures, index + 1, index + 3)
        )

    def _apposed(self, figure: Figure, here: Sequence[Governor]) -> Governor | None:
        """ "kế hoạch năm 2007 (16%)", "so với năm 2022 (45 tỷ đồng)": a date right before the parenthesis.

        Not so a percentage that says a change again: "giảm 228 biên chế so với năm 2015 (tương ứng 10,56%)".
        """
        opened, opener = figure.setting.opened, figure.setting.opener
        if opened is None or figure.setting.previous is not None or figure.own:
            return None
        if opener is not None and is_percent(figure) and is_change(self._figures[opener]):
            return None
        return next((g for g in here if opened - 2 <= g.end <= opened), None)

    def _subject(self, figure: Figure, here: Sequence[Governor]) -> Governor | None:
        """ "trong đó quý III tăng 8,1%": a date that is all that an item of a breakdown speaks of."""
        if not figure.predicate.breakdown or figure.own or not figure.predicate.verb:
            return None
        start, end = figure.setting.before
        return next((g for g in here if start <= g.start and g.end <= end and not g.is_base), None)
