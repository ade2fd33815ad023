"""Where citations stand: the type name and number-symbol of each, before date, issuer and subject are bound to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

import regex

from patterns.citations.issuers import read_issuer
from patterns.citations.symbols import NumberSymbol, read_number_symbol
from patterns.citations.vocabulary import abbreviation_pattern, kind_of, readings, type_names, type_pattern
from patterns.laws import named_law_before
from patterns.mentions import Date


@dataclass(frozen=True, slots=True)
class Source:
    """One text in its three spellings, of equal length (`patterns.folding`)."""

    text: str
    unified: str
    folded: str


@dataclass(frozen=True, slots=True)
class Head:
    """`text[start:end]` names a document.

    Attributes:
        mark: its number-symbol, None for a law named by its year; code: that of the mark, or the one that a
            bare number shares with the last of its series ("số 18" in "số 18 và 19-NQ/TW").
        typed: whether the type stands in the words themselves, not inherited from an enumeration.
        year: of a named law; issuer: span of a body named between type and number.
    """

    start: int
    end: int
    type: str
    mark: NumberSymbol | None
    typed: bool
    code: str | None = None
    year: int | None = None
    issuer: tuple[int, int] | None = None

    @property
    def shares_symbol(self) -> bool:
        """Whether the code is partly that of another number of the series."""
        return self.mark is not None and self.code != self.mark.code


# A number, or a letter that scanning took for its first digit
_NUMBER = regex.compile(r"(?<![\w/.,-])(?:\d++|[oli](?=\d))")
_LONGEST_LEAD = 140
_INHERITED_FROM = 60
# Between "8" and "9" in "số 8, 9 và 10-NQ/TW"
_JOINT = regex.compile(r"[ ]*(?:,|;|,?[ ]và)[ ]+(?=\d)")
# A bare number is a citation only where the sentence goes on as after a name
_AFTER_NUMBER = regex.compile(
    r"""[ ]*(?:$|[,;.:)\]”"’-](?!\d)|(?:của|về|ngày|và|được|đã|do|tại|trong|thì|là|nêu|trên|này|khoá|để|có|cũng|năm[ ]\d)(?!\w))""",
    regex.VERBOSE,
)
_RATIO = regex.compile(r"[ ]?[/%]|[.,]\d|[ ]*-[ ]*\d")
_OWN_NUMBER_LINE = regex.compile(r"[ ]*(?:$|[ ]{3}|[\p{L} .]{2,30},[ ]*ngày)")
_YEAR = regex.compile(r"(?:năm[ ]*)?(?<![\d/.,-])(?P<year>(?:1[89]|20)\d\d)(?![\d/]|[.,-]\d)")
_LAW_WORDS = ("luật ", "pháp lệnh ", "hiến pháp ")


@dataclass(frozen=True, slots=True)
class _Lead:
    """What stands before a number: a type name at `start`, the gap behind it, the word "số"; or nothing."""

    start: int
    type: str | None = None
    gap: tuple[int, int] | None = None
    so: bool = False


@cache
def _last_words() -> frozenset[str]:
    return frozenset(("số", "sô", "so", "hiệu", *(form.rsplit(" ", 1)[-1] for form in type_names())))


@cache
def _lead_pattern() -> regex.Pattern[str]:
    """Type name and "số", read backwards from the number: "Chỉ thị số", "Công văn: số", "số"."""
    so = r"(?P<so>s[ốôo](?:[ ]+hiệu)?[ ]{0,3}[:.]?[ ]*)"
    gap = r"(?P<gap>[ ]+của[ ][^,;:.()\d]{3,80}[ ])(?=số)"
    return regex.compile(
        rf"""(?r)(?<!\w)(?:(?P<type>{type_pattern()})(?:{gap}|[ ]*(?:[:,][ ]*)?(?:mang[ ]+)?){so}
            |(?P<type>{type_pattern()})[ ]*(?:[:,][ ]*)?|{so})""",
        regex.VERBOSE,
    )


@cache
def _bare_pattern() -> regex.Pattern[str]:
    """A number that needs no word before it, since its symbol begins with a type: "123/QĐ-UBND"."""
    year = r"(?:/[ ]?(?:19|20)\d\d[ ]?)?"
    return regex.compile(
        rf"\d{{1,5}}[a-zđ]?[ ]?{year}[/-][ ]?(?:{abbreviation_pattern()})[-/.][ ]?[a-zđ]", regex.VERBOSE
    )


def find_heads(
    source: Source, start: int, end: int, dates: Sequence[Date], *, own_number: bool
) -> list[Head]:
    """The heads of one stretch in text order; `own_number`: the stretch may be the document's own number line."""
    heads = _numbered(source, start, end, own_number)
    if any(word in source.folded[start:end] for word in _LAW_WORDS):
        taken = [(head.start, head.end) for head in heads]
        laws = [*_dated_laws(source, start, dates), *_laws_of_a_year(source, start, end)]
        heads += [law for law in laws if not any(a < law.end and law.start < b for a, b in taken)]
    return sorted(heads, key=lambda head: (head.start, head.end))


def _numbered(source: Source, start: int, end: int, own_number: bool) -> list[Head]:
    found: list[Head] = []
    at = start
    while number := _NUMBER.search(source.folded, at, end):
        lead = _lead(source.folded, number.start(), found[-1].end if found else start, end)
        head = _head(source, lead, number.start(), start, end, found, own_number) if lead else None
        if head is not None:
            found += _series(source, head, end)
        at = found[-1].end if head is not None else number.end()
    return found


def _lead(folded: str, number: int, start: int, end: int) -> _Lead | None:
    """The words before a number that make it a document's, or None when they do not."""
    begin = max(start, number - _LONGEST_LEAD)
    last = folded[max(begin, number - 16) : number].rstrip(" :.,").rsplit(" ", 1)[-1].lstrip("(“\"")
    if last in _last_words():
        found = _lead_pattern().match(folded, begin, number)
        if found:
            name = type_names()[regex.sub(" +", " ", found["type"])] if found["type"] else None
            gap = found.span("gap") if found["gap"] else None
            return _Lead(found.start(), name, gap, so=found["so"] is not None)
    return _Lead(number) if _bare_pattern().match(folded, number, min(end, number + 60)) else None


def _head(
    source: Source, lead: _Lead, number: int, start: int, end: int, before: list[Head], own_number: bool
) -> Head | None:
    mark = read_number_symbol(source.unified, number, min(end, number + 200))
    if mark is None:
        return None
    if lead.type is not None:
        return _typed(source, lead, lead.type, mark, end)
    if own_number and lead.start == start and _OWN_NUMBER_LINE.match(source.folded, mark.end, end):
        return None
    return _untyped(source, lead.start, mark, start, before)


def _typed(source: Source, lead: _Lead, name: str, mark: NumberSymbol, end: int) -> Head | None:
    if mark.symbol is None and not _stands_alone(source, lead, name, mark, end):
        return None
    issuer = None
    if lead.gap:
        body = source.folded.index("của", lead.gap[0]) + 4
        stop = read_issuer(source.unified, source.folded, body, lead.gap[1])
        if stop is None:
            return None
        issuer = (body, stop)
    if name == "Luật" and source.folded.startswith("pháp ", max(0, lead.start - 5)):
        return None
    return Head(lead.start, mark.end, name, mark, typed=True, code=mark.code, issuer=issuer)


def _stands_alone(source: Source, lead: _Lead, name: str, mark: NumberSymbol, end: int) -> bool:
    """Whether type and bare number name a document: "Chỉ thị số 14", "Nghị định 34", "Thông tư 12/2019"."""
    near = min(end, mark.end + 20)
    if _RATIO.match(source.folded, mark.end, near) or (mark.year is None and len(mark.number) > 4):
        return False
    known = lead.so or (kind_of(name) == "norm" and source.text[lead.start].isupper())
    return known and bool(_AFTER_NUMBER.match(source.folded, mark.end, near))


def _untyped(source: Source, at: int, mark: NumberSymbol, start: int, before: list[Head]) -> Head | None:
    """ "số 714-CV/TU" in an enumeration, "123/QĐ-UBND", or the number behind a law's name."""
    if mark.symbol is None:
        return None
    law = named_law_before(source.text, source.folded, at, start)
    if law is not None and mark.year is not None and (before[-1].end if before else start) <= law:
        name = next(name for form, name in type_names().items() if source.folded.startswith(form + " ", law))
        return Head(law, mark.end, name, mark, typed=True, code=mark.code)
    inherited = _inherited_type(mark, before)
    return Head(at, mark.end, inherited, mark, typed=False, code=mark.code) if inherited else None


def _inherited_type(mark: NumberSymbol, before: list[Head]) -> str | None:
    """The latest type named before that the symbol allows, else what the symbol itself says."""
    named = [head for head in reversed(before[-_INHERITED_FROM:]) if head.typed]
    if mark.abbreviation is None:
        plain = next(
            (head for head in named if head.mark is not None and head.mark.abbreviation is None), None
        )
        if plain is not None:
            return plain.type
        return (
            "Công văn"
            if mark.year is None and "-" in (mark.symbol or "") and mark.system == "state"
            else None
        )
    allowed = readings(mark.abbreviation, mark.system)
    for head in named:
        if any(head.type.startswith(reading.type) for reading in allowed):
            return head.type
    return allowed[0].type


def _series(source: Source, head: Head, end: int) -> list[Head]:
    """The head, with the further numbers of "số 18, 19 và 20-NQ/TW" when one of them carries the symbol."""
    if not head.typed or head.mark is None or head.mark.symbol is not None or head.mark.year is not None:
        return [head]
    heads = [head]
    while joint := _JOINT.match(source.folded, heads[-1].end, end):
        mark = read_number_symbol(source.unified, joint.end(), end)
        if mark is None or _RATIO.match(source.folded, mark.end, end):
            break
        heads.append(Head(mark.start, mark.end, head.type, mark, typed=False))
        if mark.code is not None:
            symbol = mark.code.removeprefix(mark.number)
            return [replace(each, code=each.mark.number + symbol) for each in heads if each.mark is not None]
    return [head]


def _dated_laws(source: Source, start: int, dates: Sequence[Date]) -> Iterator[Head]:
    """ "Luật Hộ tịch ngày 20/11/2014"."""
    for date in dates:
        if date.kind == "day" and date.from_date is not None:
            law = named_law_before(source.text, source.folded, date.start, start)
            if law is not None:
                yield _named(source, law, date.start, int(date.from_date[:4]))


def _laws_of_a_year(source: Source, start: int, end: int) -> Iterator[Head]:
    """ "Luật Hộ tịch năm 2014", "Hiến pháp 2013"."""
    for year in _YEAR.finditer(source.folded, start, end):
        law = named_law_before(source.text, source.folded, year.start(), start)
        if law is not None:
            yield _named(source, law, year.end(), int(year["year"]))


def _named(source: Source, start: int, end: int, year: int) -> Head:
    name = next(name for form, name in type_names().items() if source.folded.startswith(form + " ", start))
    while source.unified[end - 1] in " ,":
        end -= 1
    return Head(start, end, name, None, typed=True, year=year)
