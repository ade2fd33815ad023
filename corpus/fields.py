"""From the words of a mention, and what its mark adds, to the fields of the annotation contract."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping

from corpus.source import Span

Record = dict[str, object]


class GoldError(ValueError):
    """A mention whose words and fields do not settle what the contract asks for."""


CITATION = re.compile(
    r"""
    (?:(?P<type>\D+?):?\s+)??                 # Chỉ thị   Công văn:
    (?:(?:số|SỐ|Số):?\s*)?
    (?P<number>\d+[a-zđ]?)
    (?:/(?P<year>\d{4})(?=/))?
    (?:\s*(?P<joint>[-/])\s*(?P<symbol>\S.*))?
    """,
    re.VERBOSE,
)


def citation(words: str, given: Mapping[str, str]) -> Record:
    """The fields of a citation that its words settle, and those that its mark gives.

    >>> citation("Nghị định số 149/2018/NĐ-CP", {})["code"]
    '149/2018/NĐ-CP'
    """
    named = re.fullmatch(r"\D+ năm (\d{4})", words)
    found = None if named else CITATION.fullmatch(words)
    number = given.get("number") or (found and found["number"])
    symbol = given.get("symbol") or (found and found["symbol"])
    year = given.get("year") or (named and named[1]) or (found and found["year"])
    form = "named" if number is None else given.get("form", "full" if symbol else "partial")
    code = given.get("code")
    if code is None and found and form == "full":
        code = f"{number}/{year}/{symbol}" if year else f"{number}{found['joint']}{symbol}"
    kind = given.get("type") or (found and found["type"]) or (words.split(" ")[0] if number is None else None)
    if kind is None:
        raise GoldError(f"the type of {words!r} has to be given")
    return {
        "type": kind,
        "number": number,
        "year": int(year) if year else None,
        "symbol": symbol,
        "code": code,
        "form": form,
        "date": None,
        "issuer": None,
        "subject": None,
    }


def period(words: str) -> tuple[str, str]:
    """The first and last day of a period.

    >>> period("2018-02"), period("2019-Q3"), period("2016..2020")
    (('2018-02-01', '2018-02-28'), ('2019-07-01', '2019-09-30'), ('2016-01-01', '2020-12-31'))
    """
    if ".." in words:
        first, last = words.split("..")
        return period(first)[0], period(last)[1]
    year, *rest = words.split("-")
    if not rest:
        return f"{year}-01-01", f"{year}-12-31"
    if rest[0].startswith("Q"):
        last_month = int(rest[0][1]) * 3
        return f"{year}-{last_month - 2:02}-01", period(f"{year}-{last_month:02}")[1]
    if len(rest) == 1:
        return f"{words}-01", f"{words}-{calendar.monthrange(int(year), int(rest[0]))[1]}"
    return words, words


ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}


def date(words: str, span: Span) -> Record:
    """The kind and bounds of a date, from its words where they settle it.

    >>> date("quý IV/2019", Span(0, 11, "d"))
    {'kind': 'quarter', 'from': '2019-10-01', 'to': '2019-12-31'}
    """
    given = [word for word in span.words if not re.fullmatch(r"c\d*|>.*", word)]
    if given == ["rel"]:
        return {"kind": "relative", "from": None, "to": None}
    numbers = re.findall(r"\d+", words)
    if given:
        kind, bounds = "range" if ".." in given[0] else _kind_of(given[0]), given[0]
    elif quarter := re.fullmatch(r"[Qq]uý (I{1,3}|IV)(?:/| năm )(\d{4})", words):
        kind, bounds = "quarter", f"{quarter[2]}-Q{ROMAN[quarter[1]]}"
    elif re.fullmatch(r"\D*\d{4}\s*[-–]\s*\d{4}", words) or re.fullmatch(
        r"[Tt]ừ năm \d{4} đến năm \d{4}", words
    ):
        kind, bounds = "range", "..".join(numbers)
    elif len(numbers) == 3:
        kind, bounds = "day", f"{numbers[2]}-{int(numbers[1]):02}-{int(numbers[0]):02}"
    elif len(numbers) == 2 and "tháng" in words.casefold():
        kind, bounds = "month", f"{numbers[1]}-{int(numbers[0]):02}"
    elif len(numbers) == 1 and len(numbers[0]) == 4:
        kind, bounds = "year", numbers[0]
    else:
        raise GoldError(f"the date {words!r} has to be given")
    first, last = period(bounds)
    return {"kind": kind, "from": first, "to": last}


def _kind_of(bounds: str) -> str:
    return {0: "year", 1: "quarter" if "Q" in bounds else "month", 2: "day"}[bounds.count("-")]


QUANTITY = re.compile(
    r"(?P<value>\d[\d.]*(?:,\d+)?)(?:\s?/\s?(?P<of>\d[\d.]*(?:,\d+)?))?\s*(?P<unit>\D.*)?", re.DOTALL
)


def number(words: str) -> int | float:
    """A number as Vietnamese writes it.

    >>> number("1.234"), number("7,64"), number("05")
    (1234, 7.64, 5)
    """
    value = float(words.replace(".", "").replace(",", "."))
    return int(value) if value.is_integer() else value


def quantity(words: str, given: Mapping[str, str]) -> Record:
    """The value, denominator and unit of an indicator's words.

    >>> quantity("65/93 xã", {})
    {'value': 65, 'denominator': 93, 'unit': 'xã'}

    Of a number that is spelled out, the mark gives the value and the unit.

    >>> quantity("hai xã", {"value": "2", "unit": "xã"})
    {'value': 2, 'denominator': None, 'unit': 'xã'}
    """
    if "value" in given:
        whole = number(given["denominator"]) if "denominator" in given else None
        return {"value": number(given["value"]), "denominator": whole, "unit": given["unit"]}
    found = QUANTITY.fullmatch(words)
    if not found:
        raise GoldError(f"no number at the start of {words!r}")
    unit = given.get("unit") or found["unit"]
    read: Record = {
        "value": number(found["value"]),
        "denominator": number(found["of"]) if found["of"] else None,
        "unit": None if unit in (None, "none") else unit,
    }
    if "to" in given:
        read["value_to"] = number(given["to"])
    return read


def indicator(words: str, span: Span) -> Record:
    """The fields of an indicator in running text."""
    if len(span.words) != 1:
        raise GoldError(f"an indicator has one label: {words} {span.words}")
    fields = span.fields
    first, last = period(fields["period"]) if "period" in fields else (None, None)
    start = {"value_to": None} if "to" in fields else {}
    text = re.sub(r"^([\d.,]+)\s*(?:-|–|đến)\s*[\d.,]+", r"\1", words) if "to" in fields else words
    return (
        start
        | quantity(text, fields)
        | {
            "label": span.words[0],
            "scope": fields.get("scope"),
            "period": {"from": first, "to": last} if first else None,
            "approx": fields.get("approx"),
            "part_of": None,
        }
    )
