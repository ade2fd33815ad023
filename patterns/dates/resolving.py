"""What the report's own date and period settle about a relative period."""

from __future__ import annotations

from dataclasses import replace

from patterns.dates.atoms import Atom
from patterns.dates.calendar import Bounds, a_year_earlier, in_year, month_bounds, year_bounds
from patterns.dates.chains import Period, atom_bounds
from patterns.dates.relative import Phrase
from patterns.passages import Context


def resolve_period(period: Period, context: Context) -> Bounds | None:
    """Days of a period without its year, when the report covers exactly one such period."""
    first = _resolve_atom(period.first, context)
    if period.last is None or first is None:
        return first
    last = _resolve_atom(period.last, context)
    return (first[0], last[1]) if last and first[0] <= last[1] else None


def resolve_phrase(phrase: Phrase, context: Context) -> Bounds | None:
    """Days of a fixed phrase such as "cùng kỳ", "năm trước", "tháng trước" or "05 năm qua"."""
    if phrase.meaning == "same period":
        return _same_period(phrase.year, context)
    if phrase.meaning == "past years":
        return _past_years(phrase.count, context)
    if phrase.meaning == "year":
        year = _year(context)
        return year_bounds(year + phrase.shift, year + phrase.shift) if year is not None else None
    if phrase.meaning == "month":
        return _months_away(1, phrase.shift, context)
    if phrase.meaning == "quarter":
        return _months_away(3, phrase.shift, context)
    return None


def months_reported(context: Context) -> int | None:
    """How many months from January the report covers, None where it covers no such run.

    >>> months_reported(Context(period_from="2022-01-01", period_to="2022-09-30"))
    9
    """
    first, last = context.period_from, context.period_to
    if first is None or last is None or first[4:] != "-01-01":
        return None
    month = int(last[5:7])
    return month if month_bounds(int(first[:4]), 1, month) == (first, last) else None


def _same_period(year: int | None, context: Context) -> Bounds | None:
    """The report's own days in the year before, or in a year that is named."""
    first, last = context.period_from, context.period_to
    if first is None or last is None:
        return None
    if year is None:
        return a_year_earlier(first), a_year_earlier(last)
    return (in_year(first, year), in_year(last, year)) if first[:4] == last[:4] else None


def _past_years(count: int | None, context: Context) -> Bounds | None:
    """The report's own period, when it is just as long in calendar years."""
    if context.period_from is None or context.period_to is None or count is None:
        return None
    length = int(context.period_to[:4]) - int(context.period_from[:4])
    whole = context.period_from.endswith("-01-01") and context.period_to.endswith("-12-31")
    return (context.period_from, context.period_to) if whole and length + 1 == count else None


def _months_away(length: int, shift: int, context: Context) -> Bounds | None:
    """The month or quarter that the report's period ends with, or one before or after it."""
    if context.period_from is None or context.period_to is None:
        return None
    year, month = int(context.period_to[:4]), int(context.period_to[5:7])
    if month % length or month_bounds(year, month, month) != (
        f"{context.period_to[:8]}01",
        context.period_to,
    ):
        return None
    if context.period_from > f"{year}-{month - length + 1:02}-01" or context.period_from < f"{year}-01-01":
        return None
    later, last = divmod(month - 1 + shift * length, 12)
    return month_bounds(year + later, last + 2 - length, last + 1)


def _resolve_atom(atom: Atom, context: Context) -> Bounds | None:
    year = _year(context)
    if year is None or atom.recurs or atom.year is not None or (atom.first is None and atom.week is None):
        return None
    if atom.shift is not None:
        return atom_bounds(replace(atom, year=year + atom.shift))
    bounds = atom_bounds(replace(atom, year=year))
    limit = context.period_to or context.date
    remaining = atom.unit == "months" and atom.last == 12  # "6 tháng cuối năm" is of the report's own year
    return bounds if bounds and limit and (remaining or bounds[1] <= limit) else None


def _year(context: Context) -> int | None:
    """The one year that the report is about."""
    if context.period_from and context.period_to:
        same = context.period_from[:4] == context.period_to[:4]
        return int(context.period_from[:4]) if same else None
    return int(context.date[:4]) if context.date else None
