"""What the report's own date and period settle about a relative period."""

from __future__ import annotations

from dataclasses import replace

from patterns.dates.atoms import Atom
from patterns.dates.calendar import Bounds, a_year_earlier, year_bounds
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
    """Days of a fixed phrase such as "cùng kỳ", "năm trước" or "05 năm qua"."""
    year = _year(context)
    if phrase.meaning == "same period":
        if context.period_from is None or context.period_to is None:
            return None
        return a_year_earlier(context.period_from), a_year_earlier(context.period_to)
    if phrase.meaning == "past years":
        return _past_years(phrase.count, context)
    if year is not None and phrase.meaning in ("last year", "this year"):
        shifted = year - (phrase.meaning == "last year")
        return year_bounds(shifted, shifted)
    return None


def _past_years(count: int | None, context: Context) -> Bounds | None:
    """The report's own period, when it is just as long in calendar years."""
    if context.period_from is None or context.period_to is None or count is None:
        return None
    length = int(context.period_to[:4]) - int(context.period_from[:4])
    whole = context.period_from.endswith("-01-01") and context.period_to.endswith("-12-31")
    return (context.period_from, context.period_to) if whole and length + 1 == count else None


def _resolve_atom(atom: Atom, context: Context) -> Bounds | None:
    year = _year(context)
    if year is None or atom.year is not None or atom.first is None:
        return None
    bounds = atom_bounds(replace(atom, year=year))
    limit = context.period_to or context.date
    return bounds if bounds and limit and bounds[1] <= limit else None


def _year(context: Context) -> int | None:
    """The one year that the report is about."""
    if context.period_from and context.period_to:
        same = context.period_from[:4] == context.period_to[:4]
        return int(context.period_from[:4]) if same else None
    return int(context.date[:4]) if context.date else None
