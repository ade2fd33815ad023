"""Number and symbol of a document (số và ký hiệu): "04/2015/NĐ-CP", "14-CT/TU", "111-HĐBT", "105 TC/ĐT".

Read in unified text (`patterns.folding.unify`), where case still tells "QĐ-UBND" from words. Forms, with
their norms: number/year/TYPE-BODY (Luật 80/2015/QH13, art. 10), number/TYPE-BODY and number/BODY-UNIT (Nghị
định 30/2020/NĐ-CP, annex I), number-TYPE/BODY of the Party (Hướng dẫn 36-HD/VPTW), number-BODY and number
UNIT/FIELD before 1997; each with the blanks, line breaks and misread letters met in print.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

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


# Capitals without tone marks, "&" and digits; lower case only behind a capital ("TTg", "QĐi", "QyĐ", "GDTrH")
_SEGMENT = r"[A-ZĐƯ](?:[A-ZĐƯ&\d]|(?<=[A-ZĐƯ])[gihry])*+(?![\p{L}\d])"
# A spaced hyphen belongs to the symbol only behind a type ("NĐ - CP"), not in "12/QĐ-UBND - UBND tỉnh".
_TYPED = rf"(?:NĐ|NQ|QĐ|CT|TT|TTLT|NQLT|KH|TB|BC|PL)[ ]{{1,3}}-[ ]{{1,3}}{_SEGMENT}"
_JOINT = rf"(?:[ ]{{0,3}}/[ ]{{0,3}}|-[ ]{{0,3}}|[ ]{{1,3}}-|\.){_SEGMENT}"
_SYMBOL = rf"(?P<symbol>(?:{_TYPED}|{_SEGMENT})(?:{_JOINT}){{0,7}})"
# "1.234" only before a symbol; "1O5" and "l2" as scanned; "30c", "7A/"
_NUMBER = r"""(?P<number>\d{1,2}\.\d{3}(?=[ ]*[/-])
    |[\dOlI]{1,5}(?<=\d[\dOlI]{0,4}|[OlI]{1,4}\d)(?:[a-zđ](?!\p{L})|[A-ZĐ](?=[ ]?[/-])|[A-EĐ](?![\p{L}\d]))?)"""
_YEAR = r"(?P<year>(?:[1l]9|2[0O])[\dOl][\dOlI](?=[ ]*[/-][ ]*[A-ZĐ])|(?:19|20)\d\d|[089]\d(?=[ ]*/[ ]*[A-ZĐ]))(?!\d)"
_SEPARATOR = r"[ ]{0,3}[/-][ ]{0,3}"
_NUMBER_SYMBOL = regex.compile(
    rf"""{_NUMBER}
    (?:
        [ ]{{0,3}}/[ ]{{0,3}}{_YEAR}(?:(?P<sep>{_SEPARATOR}|(?=[A-ZĐ])){_SYMBOL})?
      | (?P<sep>{_SEPARATOR}){_SYMBOL}
      | (?P<sep>[ ]{{1,3}}|(?<=\d)(?=[A-ZĐ]{{2}}))(?={_SEGMENT}[ ]{{0,3}}/){_SYMBOL}
    )?""",
    regex.VERBOSE,
)
_PART = regex.compile(r"[-/.]|[^-/.]+")
_MIXED_CASE = {
    fold(word): word
    for word in ("TTg", "CTr", "TTr", "QĐi", "QyĐ", "QyĐi", "QTr", "ĐTr", "ThU", "CTrHĐ", "CTrPH", "GDTrH")
}
# "22HD/TWĐTN", "15 CT/TU": the dash of the Party's and the Youth Union's numbers left out
_LOST_DASH = regex.compile(r"/(?:TW|\p{L}{1,3}U$|[THX]?ĐTN)")
_MISREAD = str.maketrans("OlI", "011")
# "UBTVQHI1" as scanned: the number of an Assembly's term is written in digits
_TERM = regex.compile(r"(?<=QH)(?=[OI]?\d)[OI\d]{2}$")
# "1956/QĐ-TTg3": a footnote's mark that has come down to the line; "QH13", "PV01" and "HĐND7" have numbers of their own
_NOTE_MARK = regex.compile(r"(?<![\p{L}\d])(?P<body>\p{L}{2,})(?P<mark>[1-9]\d?)$")
_FRONT = ("MTTW", "MTTQ")
_UNION = ("TWĐTN", "ĐTN", "TĐTN", "TLĐ", "LĐLĐ", "BCH", "ĐCT", "HND", "CCB")


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
    printed = found["year"].translate(_MISREAD) if found["year"] else ""
    year = _full_year(printed) if printed else None
    if found["symbol"] is None:
        return NumberSymbol(at, found.end(), number, year, None, None, None, "state")
    mark = _NOTE_MARK.search(found["symbol"])
    printed_symbol = (
        found["symbol"][: mark.start("mark")] if mark and _is_note_mark(mark["body"]) else found["symbol"]
    )
    end = found.start("symbol") + len(printed_symbol)
    symbol = printed_symbol.replace(" ", "")
    separator = "/" if year else found["sep"].strip() or " "
    spelling = _spelling(symbol, separator)
    before = f"{number.replace('.', '')}/{printed}" if year else number.replace(".", "")
    code = before + spelling.separator + spelling.symbol
    return NumberSymbol(at, end, number, year, symbol, code, spelling.abbreviation, spelling.system)


@dataclass(frozen=True, slots=True)
class _Spelling:
    """A symbol in canonical spelling, with the separator before it and what its parts say."""

    separator: str
    symbol: str
    abbreviation: str | None
    system: System


@lru_cache(maxsize=4096)
def _spelling(symbol: str, separator: str) -> _Spelling:
    pieces = _PART.findall(symbol)
    if len(pieces) == 1:
        pieces = _with_hyphen(symbol)
    parts = pieces[::2]
    dashless = separator == " " and _LOST_DASH.search(symbol) is not None
    system = _system(parts, party=(separator == "-" or dashless) and "/" in symbol)
    known = readings(parts[0], system) if separator != " " or dashless else ()
    pieces = [_TERM.sub(lambda term: term[0].translate(_MISREAD), piece) for piece in pieces]
    spelt = "".join(_MIXED_CASE.get(fold(piece), piece) if piece.isupper() else piece for piece in pieces)
    if known:
        return _Spelling("-" if dashless else separator, spelt, parts[0], known[0].system)
    return _Spelling("-" if dashless else separator, spelt, None, system)


def _with_hyphen(segment: str) -> list[str]:
    """The pieces of "TTBLĐTBXH", whose hyphen was lost, when both its parts are known."""
    for size in (2, 3, 4):
        if readings(segment[:size]) and segment[size:] in _body_codes():
            return [segment[:size], "-", segment[size:]]
    return [segment]


@lru_cache(maxsize=1024)
def _is_note_mark(body: str) -> bool:
    """Whether figures behind a body's code are no part of it: one of the centre, or a committee."""
    return fold(body) in _unnumbered()


@cache
def _unnumbered() -> frozenset[str]:
    kinds = ("government", "ministry", "party")
    codes = (code for entry in phrases("issuers") if entry.kind in kinds for code in entry.codes)
    return frozenset(map(fold, ("TW", "TU", "HU", "ThU", "ĐU", "UBND", "UB", "TTg", "CP", *codes)))


@cache
def _body_codes() -> frozenset[str]:
    codes = (code for entry in phrases("issuers") for code in entry.codes)
    return frozenset(("UBND", "HĐND", "TTg", *(code for code in codes if len(code) > 2)))


def _system(parts: list[str], *, party: bool) -> System:
    if any(part in _FRONT for part in parts):
        return "front"
    if any(part in _UNION for part in parts[1:]):
        return "union"
    if any(part.startswith("VKS") for part in parts[1:]):
        return "procuracy"
    return "party" if party else "state"


def _full_year(year: str) -> int:
    """Two digits are a year of 1945 to 2044."""
    number = int(year)
    return number if len(year) == 4 else number + (2000 if number < 45 else 1900)
