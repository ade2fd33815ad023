"""Chains of date expressions: "tháng 7, 8 và 9 năm 2019", "từ ngày 05 đến ngày 12/8/2019"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from patterns.dates.atoms import Atom, read_atom, read_next
from patterns.dates.calendar import Bounds, day_bounds, month_bounds, week_bounds, year_bounds
from patterns.dates.expressions import HOUR, TIME_OF_DAY, WEEKDAY
from patterns.folding import compile_before, compile_phrase

# Between two expressions of a chain: a list, a range that makes one period of them, or a report's title
# that looks back and ahead ("quý III, 9 tháng đầu năm và phương hướng quý IV năm 2020")
_CONNECTOR = compile_phrase(
    r"""(?P<plan>[ ]*[,;]?[ ](?:và[ ])?(?:các[ ])?
      (?:phương[ ]hướng|nhiệm[ ]vụ|kế[ ]hoạch|dự[ ]kiến|mục[ ]tiêu|giải[ ]pháp|chương[ ]trình)
      (?:,?[ ](?!năm[ ]\d)[^\W\d]+){0,10}?[ ](?=tháng[ ]|quý[ ]|\d{1,2}[ ]tháng))
    |(?P<range>[ ]*-[ ]*(?:hết[ ])?|[ ]*,?[ ]*(?:đến|tới)[ ](?:(?:hết|cuối|đầu|giữa)[ ])*){TIME}
    |[ ]*(?:,|,?[ ]và)[ ](?:(?:(?:ước|dự[ ](?:ước|kiến)|thực[ ]hiện|cả)[ ]){1,4}(?=năm[ ]))?{TIME}
    |[ ]rạng[ ](?:sáng[ ])?|,(?=[\di])|[ ]?[+&][ ]?|/[ ]*(?=(?:năm[ ])?(?:19|20)\d\d)""".replace(
        "{TIME}", f"(?:{TIME_OF_DAY}|{HOUR}|{WEEKDAY})?"
    )
)
_CONNECTING = frozenset(("", *",;-+&/vđtrcpnkdmg"))  # what may stand first in it, behind blanks
_MOST_BLANKS = 8
Joint = Literal["list", "range", "plan"]
_LIST: Joint = "list"
_RANGE: Joint = "range"
_PLAN: Joint = "plan"
_FROM = compile_before(rf"(?<!\w)từ[ ](?:đầu[ ]|cuối[ ]|giữa[ ]|{TIME_OF_DAY}|{HOUR}|{WEEKDAY})?")
_LONGEST_FROM = 30
_INHERITS = {
    "day": ("day",),
    "month": ("month", "quarter", "months", "year", "day"),
    "quarter": ("quarter", "months", "month", "year"),
    "months": ("months", "quarter", "month", "year"),
    "start": ("day", "month", "quarter"),
}


@dataclass(frozen=True, slots=True)
class Period:
    """One mention: a single expression, or two joined into a range; `last` is the second of the two."""

    start: int
    end: int
    first: Atom
    last: Atom | None = None

    def bounds(self) -> Bounds | None:
        """First and last day, None when no year is stated or the calendar has no such day."""
        begin = atom_bounds(self.first)
        if self.last is None or begin is None:
            return begin
        finish = atom_bounds(self.last)
        return (begin[0], finish[1]) if finish else None


def atom_bounds(atom: Atom) -> Bounds | None:
    """First and last day of one expression, None where it leaves the year or the month open."""
    if atom.year is None:
        return None
    if atom.unit == "day":
        return day_bounds(atom.year, atom.first or 0, atom.day or 0)
    if atom.unit == "start":
        return day_bounds(atom.year, 1, 1)
    if atom.week is not None:
        return week_bounds(atom.year, atom.week)
    if atom.first is None or atom.last is None:
        return year_bounds(atom.year, atom.until or atom.year)
    return month_bounds(atom.year, atom.first, atom.last)


def read_chain(text: str, at: int, start: int, end: int) -> tuple[tuple[Period, ...], int]:
    """The periods of the chain that begins at `text[at]`, and where its last expression begins.

    There are none when no expression begins there, or only such as need a fuller one beside them; then what
    was read up to the last one need not be read again.
    """
    atom = read_atom(text, at, end)
    if atom is None:
        return (), at
    atoms, joins = [atom], [_LIST]
    while _may_go_on(text, atoms[-1].end) and (joint := _CONNECTOR.match(text, atoms[-1].end, end)):
        following = read_next(text, joint.end(), end, atoms[-1]) if joint.end() < end else None
        if following is None:
            break
        atoms.append(following)
        joins.append(_RANGE if joint["range"] is not None else _PLAN if joint["plan"] is not None else _LIST)
    if len(atoms) == 1:
        return ((Period(atom.start, atom.end, atom),) if _stands_alone(atom) else ()), atom.start
    return tuple(_periods(text, start, _inherit(atoms, joins), joins)), atoms[-1].start


def _may_go_on(text: str, at: int) -> bool:
    """Whether the first sign behind an expression is one that a connector begins with: quicker than the pattern."""
    return text[at : at + _MOST_BLANKS].lstrip(" ")[:1] in _CONNECTING


def _inherit(atoms: list[Atom], joins: list[Joint]) -> list[Atom]:
    """Give years and months to those that share them with the next, or in a range with the one before."""
    filled = list(atoms)
    for index in range(len(filled) - 2, -1, -1):
        filled[index] = _from_next(filled[index], filled[index + 1], joins[index + 1])
    for index in range(1, len(filled)):
        if joins[index] == _RANGE:
            filled[index] = _from_previous(filled[index - 1], filled[index])
    return filled


def _from_next(atom: Atom, following: Atom, joint: Joint) -> Atom:
    if following.year is None:
        if atom.first is not None or following.first is None or not atom.unit == following.unit == "day":
            return atom
        return replace(atom, first=following.first, last=following.last)
    if atom.year is not None or following.unit not in _INHERITS.get(atom.unit, ()):
        return atom
    if atom.unit == "month" and following.unit == "day" and joint != _RANGE:
        return atom
    if joint == _PLAN and (atom.last or 13) >= (following.first or 0):
        return atom
    year = following.year
    if atom.unit == "day" and atom.first is None:
        return replace(atom, year=year, first=following.first, last=following.last)
    wraps = joint == _RANGE and following.first is not None and (atom.first or 0) > following.first
    return replace(atom, year=year - 1 if wraps else year)


def _from_previous(previous: Atom, atom: Atom) -> Atom:
    """ "từ tháng 3/2021 đến tháng 6": the later end of a range stays in the year of its start."""
    if atom.year is not None or previous.year is None or atom.unit != previous.unit or atom.first is None:
        return atom
    return replace(atom, year=previous.year) if atom.first >= (previous.first or 0) else atom


def _periods(text: str, start: int, atoms: list[Atom], joins: list[Joint]) -> list[Period]:
    periods = []
    stands = _standing(atoms)
    index = 0
    while index < len(atoms):
        atom = atoms[index]
        if index + 1 < len(atoms) and joins[index + 1] == _RANGE and _makes_range(atom, atoms[index + 1]):
            lead = _FROM.match(text, max(start, atom.start - _LONGEST_FROM), atom.start)
            if lead or "," not in text[atom.end : atoms[index + 1].start]:  # "đến tháng 12/2020, đến 2025"
                begin = lead.start() if lead else atom.start
                periods.append(Period(begin, atoms[index + 1].end, atom, atoms[index + 1]))
                index += 2
                continue
        if stands[index]:
            periods.append(Period(atom.start, atom.end, atom))
        index += 1
    return periods


def _standing(atoms: list[Atom]) -> list[bool]:
    """Which expressions are dates: "ngày 10, 20 và 30 hằng tháng", where the first two are as the last one is."""
    stands = [_stands_alone(atom) for atom in atoms]
    for index in range(len(atoms) - 2, -1, -1):
        alike = all(atom.unit == "day" and atom.year is None for atom in atoms[index : index + 2])
        stands[index] = stands[index] or (alike and stands[index + 1])
    return stands


def _stands_alone(atom: Atom) -> bool:
    return not atom.bare or (atom.year is not None and atom.unit != "start")


def _makes_range(first: Atom, last: Atom) -> bool:
    if first.until is not None or last.until is not None:
        return False
    begin, finish = atom_bounds(first), atom_bounds(last)
    if begin and finish:
        return begin[0] <= finish[1]
    if first.year is not None or last.year is not None or last.bare:
        return False
    return first.unit == last.unit or (first.unit == "start" and last.unit in _INHERITS["start"])
