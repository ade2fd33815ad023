"""The words before a number that make it a document's: "Chỉ thị số", "Công văn: số", "QĐ", "số"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from patterns.citations.source import Source
from patterns.citations.vocabulary import abbreviation_pattern, things_pattern, type_names, type_pattern
from patterns.folding import compile_phrase, compile_search
from patterns.mentions import Span

_LONGEST_LEAD = 140
_LONGEST_SYMBOL = 60
_SEPARATOR_NEAR = 10
# Between the documents of an enumeration
JOINT = compile_phrase(r"[ ]*(?:,|;|,?[ ]và)[ ]+(?P<so>số[ ]+)?(?=\d)")
# "46/UBND-TH" in "Công văn số 45/UBND-TH; 46/UBND-TH"
_LISTED = compile_phrase(r"\d{1,5}[a-zđ]?(?:/(?:19|20)\d\d)?[/-][a-zđ]{2,}[-/]")
_OFFICIAL_LETTER = compile_phrase(r"\d{1,5}(?P<body>/[a-zđ]{2,9}-)[a-zđ]")
# "các văn bản: số 412/UBND-VP, số 77/KH-UBND": a word for documents of any type
_SEVERAL = compile_phrase(r"(?r)(?<!\w)(?:các|những|nhiều|một[ ]số|hàng[ ]loạt|\d+)[ ]")
_AND = compile_search(r"(?:[,;]|[ ]và)[ ]$")
# Types that are also written short in running text: "QĐ số 12/2010/QĐ-UBND"
_SHORT_TYPES = ("NQ", "NĐ", "QĐ", "CT", "TT", "TTLT", "KH", "KL", "CV", "TB", "HD", "BC", "TTr", "CTr", "PL")


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands before a number, from `start` on: a type's name or its short form, a gap, the word "số".

    All are None and False for a number that needs no words, since its symbol names a type ("123/QĐ-UBND").
    """

    start: int
    type: str | None = None
    short: str | None = None
    gap: Span | None = None
    so: bool = False


def read_lead(source: Source, number: int, start: int, previous: int | None, end: int) -> Lead | None:
    """The lead of the number at `text[number]`, or None when it is no document's.

    `previous` is the end of the document named before in the same stretch.
    """
    begin = start if previous is None else previous
    if number - begin > _LONGEST_LEAD:
        begin = number - _LONGEST_LEAD
    if _last_word(source.folded, begin, number) in _last_words():
        found = _pattern().match(source.folded, begin, number)
        if found and (not found["short"] or source.unified[found.start("short")].isupper()):
            return None if _of_no_document(source, found, begin) else _lead(source.folded, found, number)
    near = source.folded[number : number + _SEPARATOR_NEAR]
    if "/" not in near and "-" not in near:
        return None
    joint = JOINT.match(source.folded, previous, number + 1) if previous is not None else None
    symbol_end = min(end, number + _LONGEST_SYMBOL)
    if joint is not None and joint.end() == number and _LISTED.match(source.folded, number, symbol_end):
        return Lead(number)
    if previous is not None and _repeats_body(source.folded, previous, number, symbol_end):
        return Lead(number)
    return Lead(number) if _bare().match(source.folded, number, symbol_end) else None


def _last_word(folded: str, begin: int, number: int) -> str:
    """The word before a number, without the signs about it."""
    before = folded[begin:number].rstrip(" :.,")
    return before[before.rfind(" ") + 1 :].lstrip('(“"')


def _repeats_body(folded: str, previous: int, number: int, end: int) -> bool:
    """ "và 167/UBND-NC" behind "số 145/UBND-KT ngày 06/5/2019": one more công văn of the same body."""
    body = _OFFICIAL_LETTER.match(folded, number, end)
    near = number - previous <= _LONGEST_LEAD and _AND.search(folded, previous, number) is not None
    return body is not None and near and body["body"] in folded[max(0, previous - _LONGEST_SYMBOL) : previous]


def _of_no_document(source: Source, found: regex.Match[str], begin: int) -> bool:
    """ "phụ lục số 01/PL", "hồ sơ số 12/HS-UBND": the thing numbered is no document of its own."""
    return (
        not found["type"]
        and not found["short"]
        and bool(_things().search(source.folded, begin, found.start()))
    )


@cache
def _things() -> regex.Pattern[str]:
    return regex.compile(rf"(?<!\w)(?:{things_pattern()})[ ]+$")


def defined_short_forms(folded: str) -> frozenset[tuple[str, str]]:
    """The short forms that a text defines, as type and number: "(sau đây gọi tắt là Kế hoạch số 45)".

    >>> defined_short_forms("kế hoạch số 45-kh/tu (sau đây gọi tắt là kế hoạch 45)")
    frozenset({('Kế hoạch', '45')})
    """
    if " là " not in folded or not any(word in folded for word in ("gọi", "viết tắt")):
        return frozenset()
    found = _definition().finditer(folded)
    return frozenset((_name(each["type"]), each["number"].lstrip("0")) for each in found)


def last_type_before(folded: str, start: int, end: int) -> tuple[Span, str] | None:
    """The last type name in a stretch, with its span."""
    found = list(_type_word().finditer(folded, start, end))
    return (found[-1].span(), _name(found[-1][0])) if found else None


def _lead(folded: str, found: regex.Match[str], number: int) -> Lead:
    """The lead that was found; the end of a law's name ("… văn bản quy phạm pháp luật số 80/2015/QH13") is no type."""
    if found["type"] == "luật" and folded.endswith("pháp ", 0, found.start()):
        return Lead(found.start("so") if found["so"] else number, so=found["so"] is not None)
    if (
        found["type"] == "văn bản"
        and found["so"]
        and _SEVERAL.match(folded, max(0, found.start() - 12), found.start())
    ):
        return Lead(found.start("so"), so=True)
    name = _name(found["type"]) if found["type"] else None
    gap = found.span("gap") if found["gap"] else None
    return Lead(found.start(), name, found["short"], gap, so=found["so"] is not None)


def _name(words: str) -> str:
    return type_names()[" ".join(words.split())]


@cache
def _last_words() -> frozenset[str]:
    names = (form.rsplit(" ", 1)[-1] for form in type_names())
    return frozenset(("số", "sô", "so", "hiệu", *names, *(short.lower() for short in _SHORT_TYPES)))


@cache
def _pattern() -> regex.Pattern[str]:
    """Read backwards from the number, in folded text."""
    so = r"(?P<so>s[ốôo](?:[ ]+hiệu)?[ ]{0,3}[:.]?[ ]*)"
    gap = r"(?P<gap>[ ]+của[ ](?:(?!(?:tại|theo|trong|về|ngày)[ ])[^,;:.()\d\s]+[ ]+){1,14})(?=số)"
    short = rf"(?P<short>{'|'.join(each.lower() for each in _SHORT_TYPES)})"
    name = rf"(?P<type>{type_pattern(backwards=True)})"
    return compile_phrase(
        rf"""(?r)(?<!\w)(?:{name}(?:{gap}|[ ]*(?:[:,][ ]*)?(?:mang[ ]+)?){so}
            |{name}[ ]*(?:[:,][ ]*)?|{short}[ ]+{so}?|{so})""",
    )


@cache
def _definition() -> regex.Pattern[str]:
    return compile_search(
        rf"""\b(?:gọi|viết)[ ](?:chung[ ]|tắt[ ])?là[: ]*["“]?(?P<type>{type_pattern()})[ ](?:số[ ])?
        (?P<number>\d{{1,4}}[a-zđ]?)(?![\w/-])"""
    )


@cache
def _type_word() -> regex.Pattern[str]:
    return compile_phrase(
        rf"(?<!\w)(?:{type_pattern()})(?!\w)",
    )


@cache
def lower_symbol() -> regex.Pattern[str]:
    """A number-symbol of the State or the Party whose letters are of any case, in folded text."""
    parts = r"[a-zđ]{2,9}\d{0,2}(?:[-/][a-zđ&]{2,9}){0,3}"
    return compile_phrase(
        rf"\d{{1,5}}[a-zđ]?(?:/(?:19|20)\d\d/|[-/])(?:{abbreviation_pattern()})[-/]{parts}(?![\w/-])"
    )


@cache
def _bare() -> regex.Pattern[str]:
    year = r"(?:/[ ]?(?:19|20)\d\d[ ]?)?"
    assembly = r"\d{1,4}[ ]?/[ ]?(?:19|20)\d\d[ ]?/[ ]?(?:qh|ubtvqh)\d"
    return compile_phrase(
        rf"\d{{1,5}}[a-zđ]?[ ]?{year}[/-][ ]?(?:{abbreviation_pattern()})[-/.][ ]?[a-zđ]|{assembly}",
    )
