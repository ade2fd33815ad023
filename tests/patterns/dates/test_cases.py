"""Classes of dates and what only looks like one, each a table of unlike sentences (`cases.toml`)."""

import tomllib
from calendar import monthrange
from pathlib import Path

import pytest
import regex

from patterns.dates import find_dates
from patterns.mentions import Date
from patterns.passages import Context, Passage

_CLASSES = tomllib.loads((Path(__file__).parent / "cases.toml").read_text("utf-8"))["classes"]
_MARKED = regex.compile(r"\[(?P<raw>[^\[\]]+)\]\{(?P<period>[^{}]+)\}")
_KINDS = {4: "year", 7: "month", 10: "day"}


def marked(case: str) -> tuple[str, list[tuple[str, str, str | None, str | None]]]:
    """The sentence without its marks, and what they say: raw, kind, first and last day."""
    text = _MARKED.sub(lambda match: match["raw"], case)
    return text, [(match["raw"], *period(match["period"])) for match in _MARKED.finditer(case)]


def period(mark: str) -> tuple[str, str | None, str | None]:
    """Kind and days of "2019", "2019-Q3", "2019-07", "2019-07-05", "2016..2020", "rel" and "?".

    >>> period("2019-Q3")
    ('quarter', '2019-07-01', '2019-09-30')
    """
    if mark in ("rel", "?"):
        return ("day" if mark == "?" else "relative"), None, None
    first, _, last = mark.partition("..")
    if last:
        return "range", _days(first)[0], _days(last)[1]
    return ("quarter" if "Q" in mark else _KINDS[len(mark)]), *_days(mark)


def _days(mark: str) -> tuple[str, str]:
    year, _, rest = mark.partition("-")
    if not rest:
        return f"{year}-01-01", f"{year}-12-31"
    if len(rest) == 5:
        return mark, mark
    quarter = int(rest[1]) if rest[0] == "Q" else 0
    first, last = (3 * quarter - 2, 3 * quarter) if quarter else (int(rest), int(rest))
    return f"{year}-{first:02}-01", f"{year}-{last:02}-{monthrange(int(year), last)[1]}"


def cases() -> list[tuple[str, str]]:
    return [(group["name"], case) for group in _CLASSES for case in group["cases"]]


def read(text: str, context: Context | None = None) -> tuple[Date, ...]:
    return find_dates(text, (Passage(0, len(text)),), context or Context())


@pytest.mark.parametrize(("name", "case"), cases())
def test_dates_of_a_class(name: str, case: str) -> None:
    text, want = marked(case)
    assert [(date.raw, date.kind, date.from_date, date.to_date) for date in read(text)] == want, name


def test_classes_have_unlike_examples_and_counterexamples() -> None:
    for group in _CLASSES:
        assert len(set(group["cases"])) == len(group["cases"]) >= 8, group["name"]
