"""Number and symbol of a document (số và ký hiệu): "04/2015/NĐ-CP", "14-CT/TU", "111-HĐBT", "105 TC/ĐT".

Read in unified text (`patterns.folding.unify`), where case still tells "QĐ-UBND" from words. Forms, with their norms:
number/year/TYPE-BODY (Luật 80/2015/QH13, art. 10), number/TYPE-BODY and number/BODY-UNIT (Nghị định
30/2020/NĐ-CP, annex I), number-TYPE/BODY of the Party (Hướng dẫn 36-HD/VPTW), number-BODY and number UNIT/FIELD
before 1997; each with the blanks, line breaks and misread letters met in print.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from patterns.citations.vocabulary import System, readings
from patterns.folding import fold
from patterns.gazetteers import phrases


@dataclass(frozen=True, slots=True)
class NumberSymbol:
    """A number-symbol at `text[start:end]`.

    Attributes:
        number, year: as in `Citation`; symbol: without blanks; code: the whole in canonical spelling.
        abbreviation: the part that names the type ("NĐ"), None for a công văn and before 1997.
        system: the system whose separators it has.
    """

    start: int
    end: int
    number: str
    year: int | None
    symbol: str | None
    code: str | None
    abbreviation: str | None
    system: System


# Capitals without tone marks, "&" and digits; lower case only behind a capital, as in "TTg", "QĐi", "QyĐ", "GDTrH".
_SEGMENT = r"[A-ZĐƯ](?:[A-ZĐƯ&\d]|(?<=[A-ZĐƯ])[gihry])*+(?![\p{L}\d])"
# A spaced hyphen belongs to the symbol only behind a type ("NĐ - CP"), not in "12/QĐ-UBND - UBND tỉnh".
_TYPED = rf"(?:NĐ|NQ|QĐ|CT|TT|TTLT|NQLT|KH|TB|BC|PL)[ ]{{1,3}}-[ ]{{1,3}}{_SEGMENT}"
_JOINT = rf"(?:[ ]{{0,3}}/[ ]{{0,3}}|-[ ]{{0,3}}|[ ]{{1,3}}-|\.){_SEGMENT}"
_SYMBOL = rf"(?:{_TYPED}|{_SEGMENT})(?:{_JOINT}){{0,7}}"
_NUMBER = r"(?P<number>\d{1,2}\.\d{3}(?=[ ]*[/-])|[\dOlI]{1,5}(?<=[\d][\dOlI]{0,4}|[OlI]{1,4}\d)(?:[a-zđ](?!\p{L})|[A-ZĐ](?=[ ]?[/-]))?)"
_YEAR = r"(?P<year>(?:19|20)\d\d|[089]\d(?=[ ]*/[ ]*[A-ZĐ]))"

_NUMBER_SYMBOL = regex.compile(
    rf"""{_NUMBER}
    (?:
        [ ]{{0,3}}/[ ]{{0,3}}{_YEAR}(?![\d])(?:(?P<sep>[ ]{{0,3}}[/-][ ]{{0,3}}|(?=[A-ZĐ]))(?P<symbol>{_SYMBOL}))?
      | (?P<sep>[ ]{{0,3}}[/-][ ]{{0,3}})(?P<symbol>{_SYMBOL})
      | (?P<sep>[ ]{{1,3}}|(?<=\d)(?=[A-ZĐ]{{2}}))(?P<symbol>{_SEGMENT}/{_SYMBOL})
    )?""",
    regex.VERBOSE,
)
_MIXED_CASE = {
    fold(word): word for word in ("TTg", "CTr", "TTr", "QĐi", "QyĐ", "QyĐi", "QTr", "ĐTr", "ThU", "CTrHĐ")
}
_LOST_DASH = regex.compile(r"/(?:TW|\p{L}{1,3}U$|ĐTN)")
_MISREAD = str.maketrans("OlI", "011")
_FRONT, _UNION = ("MTTW", "MTTQ"), ("TWĐTN", "ĐTN", "TLĐ", "LĐLĐ", "BCH", "ĐCT", "HND", "CCB")


def read_number_symbol(unified: str, at: int, end: int) -> NumberSymbol | None:
    """The number-symbol that begins at `unified[at]`, or the bare number there, or None.

    >>> found = read_number_symbol("34/2018/TT- BLĐTBXH ngày", 0, 24)
    >>> found.number, found.year, found.symbol, found.code
    ('34', 2018, 'TT-BLĐTBXH', '34/2018/TT-BLĐTBXH')
    """
    found = _NUMBER_SYMBOL.match(unified, at, end)
    if found is None:
        return None
    number = found["number"].translate(_MISREAD)
    symbol = found["symbol"].replace(" ", "") if found["symbol"] else None
    year = _full_year(found["year"]) if found["year"] else None
    separator = "/" if year else (found["sep"] or "").strip() or " "
    parts = _segments(symbol)
    system = _system(separator, symbol, parts)
    known = (
        readings(parts[0], system) if parts and (separator != " " or _LOST_DASH.search(symbol or "")) else ()
    )
    code = _code(number, found["year"], separator, symbol) if symbol else None
    return NumberSymbol(
        at,
        found.end(),
        number,
        year,
        symbol,
        code,
        parts[0] if known else None,
        known[0].system if known else system,
    )


def _segments(symbol: str | None) -> list[str]:
    """ "TT-BTC" is TT and BTC; so is "TTBTC", whose hyphen was lost."""
    if symbol is None:
        return []
    parts = regex.split(r"[-/.]", symbol)
    split = _lost_hyphen(parts[0]) if len(parts) == 1 else None
    return list(split) if split else parts


def _lost_hyphen(segment: str) -> tuple[str, str] | None:
    """Split "TTBLĐTBXH" into a type and a body that are both known; None when it does not come apart so."""
    for size in (2, 3, 4):
        if readings(segment[:size]) and segment[size:] in _body_codes():
            return segment[:size], segment[size:]
    return None


def _body_codes() -> frozenset[str]:
    local = ("UBND", "HĐND", "TTg")
    codes = (code for entry in phrases("issuers") for code in entry.codes)
    return frozenset((*local, *(code for code in codes if len(code) > 2)))


def _code(number: str, year: str | None, separator: str, symbol: str) -> str:
    parts = regex.split(r"([-/.])", symbol)
    split = _lost_hyphen(parts[0]) if len(parts) == 1 else None
    parts = [split[0], "-", split[1]] if split else parts
    spelt = "".join(_MIXED_CASE.get(fold(part), part) if part.isupper() else part for part in parts)
    bare = number.replace(".", "")
    if year:
        return f"{bare}/{year}/{spelt}"
    if separator == " " and _LOST_DASH.search(spelt):
        return f"{bare}-{spelt}"  # "22HD/TWĐTN": the dash of the Party's and the Youth Union's numbers was left out
    return f"{bare}{separator}{spelt}"


def _system(separator: str, symbol: str | None, parts: list[str]) -> System:
    if any(part in _FRONT for part in parts):
        return "front"
    if any(part in _UNION for part in parts[1:]):
        return "union"
    if any(part.startswith("VKS") for part in parts[1:]):
        return "procuracy"
    dashed = separator == "-" or (symbol and _LOST_DASH.search(symbol))
    return "party" if symbol and dashed and "/" in symbol else "state"


def _full_year(year: str) -> int:
    number = int(year)
    return number if len(year) == 4 else number + (2000 if number < 45 else 1900)
