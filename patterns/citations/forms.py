"""How much of its number-symbol a citation gives: all, a part, or a law's name instead."""

from __future__ import annotations

from patterns.citations.source import Head
from patterns.citations.symbols import NumberSymbol
from patterns.citations.vocabulary import readings
from patterns.mentions import CitationForm, Date

# Before 1997 decrees and circulars bore no year in the number ("16/CP", "21/TT-LB").
_FIRST_YEAR_IN_NUMBERS = 1997
# The ordinances of the eleventh Assembly and before were numbered "34/2007/PL-UBTVQH11".
_LAST_YEAR_OF_PL = 2008


def form_of(head: Head, date: Date | None) -> CitationForm:
    """ "named" for a law without its number, "partial" when a part of the number-symbol is missing."""
    mark = head.mark
    if mark is None:
        return "named"
    if mark.symbol is None or _lacks_body(head, mark, date) or _lacks_year(head, mark, date):
        return "partial"
    lacks_type = head.type == "Pháp lệnh" and mark.symbol.startswith("UBTVQH")
    return "partial" if lacks_type and (mark.year or 0) <= _LAST_YEAR_OF_PL else "full"


def _lacks_body(head: Head, mark: NumberSymbol, date: Date | None) -> bool:
    """ "12/QĐ": a type without the body behind it, unless the letters mean something else ("327-CT").

    "Chỉ thị số 202-CT" of 1991 has its body: the Chủ tịch Hội đồng Bộ trưởng.
    """
    symbol = mark.symbol or ""
    if symbol == "CT" and _is_old(date) and mark.code == f"{mark.number}-CT":
        return False
    if any(sign in symbol for sign in "-/.") or mark.abbreviation is None or mark.code is None:
        return False
    current = [each for each in readings(symbol) if (each.until or "9999") > str(_FIRST_YEAR_IN_NUMBERS)]
    names_type = any(each.type == head.type for each in current)
    return names_type and "-" not in mark.code.removeprefix(mark.number)[1:]


def _lacks_year(head: Head, mark: NumberSymbol, date: Date | None) -> bool:
    """ "Nghị định 42/NĐ-CP" of 2020: the type always has the year in its number."""
    if mark.year is not None or mark.abbreviation is None:
        return False
    always = any(
        each.year == "always" and each.type == head.type for each in readings(mark.abbreviation, mark.system)
    )
    return always and not _is_old(date)


def _is_old(date: Date | None) -> bool:
    return date is not None and (date.from_date or "9999") < f"{_FIRST_YEAR_IN_NUMBERS}"
