"""What the report settles about its citations: the code of a partial one, the key of a document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import regex

from patterns.citations.issuers import bears_code, may_issue
from patterns.citations.symbols import read_number_symbol
from patterns.folding import fold
from patterns.gazetteers import match, read_data
from patterns.mentions import Citation
from patterns.passages import Context

_ASSEMBLY = regex.compile(r"(?:ubtv)?qh(?P<term>\d{1,2})")
# "14-CT/TU", and "14/CT-TU" with the separators of the state
_PARTY = regex.compile(r"\d+\p{L}?(?:-\p{L}+/|/.*-(?:\p{L}{0,4}t[wu]|[hđ]u|thu)$)")
_CENTRAL_PARTY = regex.compile(r"[-/]tw|tw$")
# A body of the province or below: UBND, HĐND, a department, a Party committee; one of the district or below
_LOCAL = regex.compile(
    r"[-./](?:ct\.?)?(?:ubnd|ub|hđnd|s[\p{L}&]{1,9})(?!\p{L})|/\p{L}{0,6}u(?!\p{L})|(?:tu|mttq)(?!\p{L})"
)
_BELOW_PROVINCE = regex.compile(r"/(?:hu|đu|thu|qu|tu?xu|cb)(?!\p{L})")
_SEPARATORS = regex.compile(r"[-/. ]+")
_YEAR_OF_NAME = regex.compile(r"[ ]*\(?(?:năm[ ]*)?\d{4}\)?$")
_DISTRICT = regex.compile(r"\b(?:huyện|quận|thị xã|xã|phường|thị trấn)\b(?P<name>[ ]+\w+)?")


def settle(citations: Sequence[Citation], context: Context) -> tuple[Citation, ...]:
    """Give partial citations the one code of the report that fits them, and every citation its key."""
    completed = _complete(citations)
    own = [_key(citation, context) for citation in completed]
    known: dict[tuple[str, str], set[str]] = defaultdict(set)
    for citation, key in zip(completed, own, strict=True):
        if key is not None and citation.code is not None:
            known[citation.type, fold(citation.code)].add(key)
    return tuple(
        _keyed(citation, key or _only(known.get((citation.type, fold(citation.code or "")), set())))
        for citation, key in zip(completed, own, strict=True)
    )


def _keyed(one: Citation, key: str | None) -> Citation:
    """A citation with its key; written out, since dataclasses.replace takes several times as long."""
    if key is None:
        return one
    return Citation(
        one.start,
        one.end,
        one.raw,
        one.type,
        one.number,
        one.year,
        one.symbol,
        one.code,
        one.form,
        one.date,
        one.issuer,
        one.subject,
        one.date_span,
        one.issuer_span,
        one.subject_span,
        key,
    )


def _complete(citations: Sequence[Citation]) -> list[Citation]:
    full: dict[tuple[str, str], set[str]] = defaultdict(set)
    for citation in citations:  # whose code is its own or that of its series
        if citation.code and citation.number:
            full[_base(citation.type), _plain(citation.number)].add(citation.code)
    completed = []
    for citation in citations:
        if citation.form == "partial" and citation.number and citation.code is None:
            codes = full[_base(citation.type), _plain(citation.number)]
            code = _only({code for code in codes if _fits(code, citation)})
            citation = replace(citation, code=code)
        completed.append(citation)
    return completed


def _fits(code: str, partial: Citation) -> bool:
    """Whether a full code holds all that the partial one says: its year, its symbol and its body."""
    mark = read_number_symbol(code, 0, len(code))
    if partial.issuer is not None and not (
        may_issue(fold(partial.issuer), mark) and bears_code(partial.issuer, mark)
    ):
        return False
    folded = fold(code)
    year = partial.year is None or f"/{partial.year}" in folded or f"/{partial.year % 100:02}/" in folded
    return year and (partial.symbol is None or fold(partial.symbol) in folded)


def _base(type_name: str) -> str:
    """ "Chương trình hành động số 21-CTr/TU" may be cited again as "Chương trình số 21"."""
    return " ".join(type_name.split()[:2])


def _plain(number: str) -> str:
    return number.lstrip("0")


def _only(values: set[str]) -> str | None:
    return next(iter(values)) if len(values) == 1 else None


def _key(citation: Citation, context: Context) -> str | None:
    """Type, code, place of a local body, and the year or term within which a number is not given twice.

    Numbers of the state begin anew each year, those of the Assembly each legislature, those of the Party
    each committee term (Thông tư 01/2011/TT-BNV, art. 8; Luật 80/2015/QH13, art. 10; Hướng dẫn
    36-HD/VPTW, II.1.3).
    """
    if citation.form == "named":
        return f"{fold(citation.type)}|{_name(citation)}|{citation.year}"
    if citation.code is None:
        return None
    code = fold(citation.code)
    time = _time(citation, code)
    place = _place(citation, code, context) if _LOCAL.search(code) else ""
    return (
        f"{fold(citation.type)}|{_same(code)}|{place}|{time}"
        if time is not None and place is not None
        else None
    )


def _same(code: str) -> str:
    """A code as all its spellings give it: "14-CT/TU" is "14/CT-TU", and "05/NQ-CP" is "5/NQ-CP"."""
    return _SEPARATORS.sub("-", code.lstrip("0"))


def _name(citation: Citation) -> str:
    name = _YEAR_OF_NAME.sub("", " ".join(fold(citation.raw).split()))
    return name.removeprefix(fold(citation.type)).strip()


def _time(citation: Citation, code: str) -> str | None:
    assembly = _ASSEMBLY.search(code)
    if assembly:
        return f"qh{assembly['term']}"
    if citation.year is not None:
        return str(citation.year)
    if citation.date is None:
        return None
    if _PARTY.match(code):
        return _term(citation.date, central=_CENTRAL_PARTY.search(code) is not None)
    return citation.date[:4]


def _term(day: str, *, central: bool) -> str | None:
    """The committee term of a day; None on the days and in the months when one ends and the next begins."""
    terms = read_data("party_terms")["central" if central else "provincial"]
    return next((str(term["name"]) for term in terms if term["since"] < day < term["until"]), None)


def _place(citation: Citation, code: str, context: Context) -> str | None:
    """The province of a local body, and the body itself below that; None when the page leaves it open."""
    issuer = citation.issuer or ""
    province = _province(issuer) or context.place
    district = _DISTRICT.search(fold(issuer))
    if province is None or (district and not district["name"]):
        return None
    if district:
        return f"{province}/{fold(issuer)}"
    own_district = not issuer and context.issuer is not None and _DISTRICT.search(fold(context.issuer))
    return None if own_district or _BELOW_PROVINCE.search(code) else province


@cache
def _province(issuer: str) -> str | None:
    named = match("provinces", issuer) if issuer else ()
    return named[-1].entries[0].name if named else None
