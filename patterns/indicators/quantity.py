"""A number that measures or counts."""

from __future__ import annotations

from dataclasses import dataclass

from patterns.indicators.numbers import Numeral
from patterns.indicators.units import UnitKind


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that measures or counts at `text[start:end]`.

    `unit` is folded and of single blanks, None for a bare number; `head` its noun; `approx` the word before or
    around; `begins` is where the expression with that word begins.
    """

    start: int
    end: int
    numeral: Numeral
    unit: str | None
    kind: UnitKind
    head: str = ""
    approx: str | None = None
    begins: int = 0
    is_rank: bool = False

    @property
    def is_rate(self) -> bool:
        """Whether it is taken over something ("tạ/ha", "bác sĩ/vạn dân"); "đ/c" is short for "đồng chí"."""
        return "/" in (self.unit or "").removeprefix("đ/c")

    @property
    def is_bare_count(self) -> bool:
        """Whether it takes its noun from another ("trong đó cấp tỉnh 06")."""
        return self.unit is not None and self.end == self.numeral.end and not self.numeral.unit
