"""Which figure a figure is a part or a share of (trong đó, chiếm, đạt tỷ lệ): words propose, arithmetic decides.

A whole stands before its parts in reading order, save "100% trong số 1.482 thôn", so that no cycle can arise.
"""

from __future__ import annotations

from patterns.indicators.breakdowns import Breakdowns, of_structure, total
from patterns.indicators.figures import Figure
from patterns.indicators.restating import restated
from patterns.indicators.standing import Standing, is_change, is_percent, is_share
from patterns.indicators.subsets import contributed, taken_out
from patterns.indicators.sums import settle


class Parts:
    """The wholes of a text's figures, found one after the other in reading order."""

    def __init__(self, folded: str) -> None:
        self._standing = Standing(folded)
        self._breakdowns = Breakdowns(self._standing)
        self.figures = self._standing.figures
        self.wholes = self._standing.wholes

    def add(self, figure: Figure, anchor: int | None) -> None:
        """Find what the next figure is part of.

        Args:
            figure: the next figure in reading order.
            anchor: the last figure before what it hangs on: a footnote's mark, the colon of a list's "trong đó:".
        """
        index = self._standing.add(figure)
        self.wholes.append(self._whole(index, figure, anchor))

    def _whole(self, index: int, figure: Figure, anchor: int | None) -> int | None:
        if self._is_beside_slash(index):
            return None
        if (growth := contributed(self._standing, index)) is not None:
            return growth
        if is_change(figure):
            return self._breakdowns.whole(index, anchor)
        if not is_percent(figure):
            whole = self._breakdowns.whole(index, anchor)
            return whole if whole is not None else taken_out(self._standing, index)
        whole = restated(self._standing, index)
        if whole is None:
            whole = self._breakdowns.whole(index, anchor)
        if whole is None and is_share(figure):
            whole = total(self._standing, index)
        return whole if whole is not None else of_structure(self._standing, index)

    def _is_beside_slash(self, index: int) -> bool:
        """ "7.905 triệu đồng/13.500 triệu đồng": the second is what the first is measured by."""
        if index == 0:
            return False
        gap = self._standing.folded[
            self.figures[index - 1].quantity.end : self.figures[index].quantity.begins
        ]
        return gap.strip(" ") == "/"

    def settle(self, first: int) -> None:
        """Give the figures from `first` on the wholes that only their sums show, once their passage is read."""
        settle(self._standing, self._breakdowns, first)
