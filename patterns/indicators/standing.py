"""The figures of a text in reading order, and which of them stand before one: in its clause, sentence, passage."""

from __future__ import annotations

from collections.abc import Iterator

from patterns.folding import fold
from patterns.indicators.amounts import powers
from patterns.indicators.figures import Figure
from patterns.indicators.magnitudes import base_unit
from patterns.indicators.predicates import Role
from patterns.indicators.quantity import Quantity
from patterns.indicators.units import UnitKind
from patterns.indicators.vocabulary import words

FAR = 60  # how many figures back a whole is looked for
NEAR = 12


def is_change(figure: Figure) -> bool:
    """Whether a figure is a growth rate or an increase, not a level."""
    return figure.predicate.role in (Role.GROWTH, Role.FALL)


def is_percent(figure: Figure) -> bool:
    """Whether a figure is a percentage."""
    return figure.quantity.kind is UnitKind.PERCENT


def is_share(figure: Figure) -> bool:
    """Whether a percentage is said to be a share."""
    outside = "" if "kế hoạch" in figure.outside or "mục tiêu" in figure.outside else figure.outside
    said = figure.predicate.role is Role.SHARE or "tỷ trọng" in f"{figure.own} {outside}".lower()
    said = said or figure.lead.lower().startswith("cơ cấu")
    return is_percent(figure) and said and not is_change(figure)


def is_plain(figure: Figure) -> bool:
    """Whether a figure is one count or amount, no ratio, range, percentage, change or rank."""
    quantity = figure.quantity
    plain = quantity.numeral.denominator is None and quantity.numeral.value_to is None
    return plain and not is_percent(figure) and not is_change(figure) and not quantity.is_rank


class Standing:
    """The figures so far, each with the index of its whole, in a folded text.

    `plain` says of each whether it is one count or amount (`is_plain`), which sums ask again and again.
    """

    def __init__(self, folded: str) -> None:
        self.folded = folded
        self.figures: list[Figure] = []
        self.wholes: list[int | None] = []
        self.plain: list[bool] = []

    def add(self, figure: Figure) -> int:
        """Take in the next figure, whose whole is not yet known; its index."""
        self.figures.append(figure)
        self.plain.append(is_plain(figure))
        return len(self.figures) - 1

    def counts(self, index: int) -> bool:
        """Whether a figure is a count or an amount, not a percentage."""
        return not is_percent(self.figures[index])

    def clause(self, index: int) -> Iterator[int]:
        """Earlier figures of the same clause and parenthesis, nearest first; a semicolon ends the clause."""
        clause = self.figures[index].setting.clause
        for at in self.level(index):
            if self.figures[at].setting.clause != clause:
                return
            yield at

    def level(self, index: int) -> Iterator[int]:
        """Earlier figures of the same sentence and parenthesis, nearest first."""
        at = self.figures[index].setting.previous
        for _ in range(FAR):
            if at is None:
                return
            yield at
            at = self.figures[at].setting.previous

    def outward(self, index: int) -> Iterator[int]:
        """A figure and those before it in its sentence that stand in no parenthesis that has closed."""
        at: int | None = index
        for _ in range(FAR):
            if at is None:
                return
            yield at
            at = self.before(at)

    def before(self, index: int) -> int | None:
        """The figure before one in its parenthesis, else the one before that parenthesis."""
        setting = self.figures[index].setting
        return setting.previous if setting.previous is not None else setting.opener

    def earlier(self, index: int) -> Iterator[int]:
        """Earlier figures of the passage, nearest first."""
        passage = self.figures[index].passage
        for at in range(index - 1, max(-1, index - 1 - FAR), -1):
            if self.figures[at].passage != passage:
                return
            yield at


_PEOPLE = frozenset({"người", "đồng chí", "em", "cháu", "trường hợp", "đối tượng"})


def is_person(quantity: Quantity) -> bool:
    """Whether people are counted by a noun that says nothing of them ("61 đồng chí" of "118 đảng viên")."""
    return quantity.kind is UnitKind.COUNT and base_unit(quantity) in _PEOPLE


def is_comparable(part: Quantity, whole: Quantity) -> bool:
    """Whether two quantities count the same thing.

    One unit, its short form ("lượt" of "lượt khách"), or people by two nouns ("61 đồng chí" of "118 đảng viên").
    """
    one, other = base_unit(part), base_unit(whole)
    if one == other or f"{other} ".startswith(f"{one} "):
        return True
    if part.kind is UnitKind.NONE and part.unit in powers():  # "1,23 triệu" of "1,615 triệu lao động"
        return (whole.unit or "").lower() != whole.head
    if part.kind is not UnitKind.COUNT or whole.kind is not UnitKind.COUNT:
        return False
    if f" {one} " in f" {fold(whole.unit or '')} ":
        return True
    return one in _PEOPLE and other in words("counted_nouns", "people")
