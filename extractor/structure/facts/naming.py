"""Names set in capitals → normal case (NĐ 30/2020, annex II)."""

from __future__ import annotations

from collections import Counter
from functools import cache

import regex

from extractor.structure.vocabulary import issuers, provinces, sectors, short_forms, words
from patterns.folding import fold

_SEARCHED = 400_000  # characters of the report that are searched for its own spelling

_IS_LEVEL = regex.compile(r"(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)\b")
# "tỉnh bình định", "huyện uỷ đồng văn", "tỉnh bà rịa - vũng tàu": a level and the name of the place
_LEVEL = regex.compile(
    r"""(?<!\w)(?:tỉnh|thành\ phố|huyện|quận|thị\ xã|xã|phường|thị\ trấn|đặc\ khu
    |(?:tỉnh|thành|huyện|quận|thị)\ u[ỷy]|(?:tỉnh|thành|huyện|quận|thị)\ ủy)\s+
    (?P<place>(?!ủy|uỷ|đoàn|đội|hội|luận)\p{L}[\p{L}’']*
    (?:(?:\s-\s|\s|-)(?!(?:tỉnh|huyện|thành\ phố|quận|xã|và|lần|khóa|khoá|nhiệm\ kỳ)\b)
    \p{L}[\p{L}’']*){0,4})""",
    regex.VERBOSE,
)
_WORD = regex.compile(r"\p{L}[\p{L}’']*")
_AFTER_FIRST = regex.compile(
    r"(?<!\w)(?:phó|quyền|nguyên)\s+(?=\p{L})|(?<!\w)chánh\s+(?=văn phòng)|\s+(?=thường trực\Z)"
)


def normal_case(name: str, text: str = "") -> str:
    """A body's name in normal case: as the gazetteer or the report itself spells it, else by rule.

    >>> normal_case("ỦY BAN NHÂN DÂN TỈNH BÌNH ĐỊNH"), normal_case("HUYỆN UỶ ĐỒNG VĂN")
    ('Ủy ban nhân dân tỉnh Bình Định', 'Huyện uỷ Đồng Văn')
    """
    full = _expanded(" ".join(name.split()))
    known = issuers().get(fold(full))
    return known or _own_spelling(full, text) or _by_rule(full)


def position_case(title: str) -> str:
    """A title of office in normal case.

    >>> position_case("PHÓ CHỦ TỊCH"), position_case("CHÁNH VĂN PHÒNG"), position_case("BỘ TRƯỞNG")
    ('Phó Chủ tịch', 'Chánh Văn phòng', 'Bộ trưởng')
    """
    lower = " ".join(title.split()).lower()
    if fold(lower) in issuers():
        return issuers()[fold(lower)]
    lower = _AFTER_FIRST.sub(lambda m: m[0] + "\0", lower)
    raised = regex.sub(r"\0(\p{L})", lambda m: m[1].upper(), lower)
    return _capital(raised)


def _expanded(name: str) -> str:
    """Write out "UBND" and its like, in the case around them."""
    for short, full in _short_forms():
        if short.search(fold(name)):
            name = short.sub(full.upper() if name.isupper() else full, name)
    return name


@cache
def _short_forms() -> list[tuple[regex.Pattern[str], str]]:
    return [
        (regex.compile(rf"(?<!\w){regex.escape(short)}(?!\w)\.?", regex.IGNORECASE), full)
        for short, full in short_forms()
    ]


def _own_spelling(name: str, text: str) -> str | None:
    """How the report itself writes the name in running text, most often."""
    wanted, searched = fold(name), fold(text[:_SEARCHED])
    spellings: Counter[str] = Counter()
    at = searched.find(wanted)
    while at >= 0:
        spelling = text[at : at + len(wanted)]
        edge = not text[at + len(wanted) : at + len(wanted) + 1].isalnum()
        if edge and not spelling.isupper() and spelling[0].isupper() and "\n" not in spelling:
            spellings[spelling] += 1
        at = searched.find(wanted, at + len(wanted))
    return spellings.most_common(1)[0][0] if spellings else None


def _by_rule(name: str) -> str:
    lower = name.lower()
    cased = list(lower)
    for start, end, spelled in (*_sectors_in(lower), *_heads_in(lower), *_places_in(lower)):
        cased[start:end] = spelled
    return _capital("".join(cased))


def _sectors_in(lower: str) -> list[tuple[int, int, str]]:
    """Names of branches, the longest at each place; what follows the head of the name when none is known."""
    found: list[tuple[int, int, str]] = []
    taken: set[int] = set()
    folded = fold(lower)
    for whole, sector in _sectors():
        for match in whole.finditer(folded):
            span = set(range(*match.span()))
            if not span & taken:
                taken |= span
                found.append((*match.span(), _like(lower[slice(*match.span())], sector)))
    head = _head().match(folded)
    word = _WORD.search(lower, head.end()) if head else None
    if not found and word and not _IS_LEVEL.match(lower, word.start()):
        found.append((*word.span(), _capital(word[0])))
    return found


@cache
def _sectors() -> list[tuple[regex.Pattern[str], str]]:
    """Each branch as a whole phrase in folded text, and its name."""
    return [(regex.compile(rf"(?<!\w){regex.escape(fold(sector))}(?!\w)"), sector) for sector in sectors()]


def _like(lower: str, model: str) -> str:
    """The letters of one spelling with the capitals of another of the same length (uỷ for ủy)."""
    return "".join(c.upper() if m.isupper() else c for c, m in zip(lower, model, strict=True))


@cache
def _head() -> regex.Pattern[str]:
    return regex.compile("|".join(regex.escape(word) for word in words("body_heads")) + r"(?!\w)")


def _heads_in(lower: str) -> list[tuple[int, int, str]]:
    """Names of bodies within the name, of two syllables and more ("Văn phòng Tỉnh ủy")."""
    folded = fold(lower)
    several = [word for word in words("body_heads") if " " in word]
    pattern = regex.compile(rf"(?<!\w)(?:{'|'.join(regex.escape(word) for word in several)})(?!\w)")
    return [(m.start(), m.start() + 1, lower[m.start()].upper()) for m in pattern.finditer(folded)]


def _places_in(lower: str) -> list[tuple[int, int, str]]:
    found = []
    for match in _LEVEL.finditer(lower):
        start, end = match.span("place")
        known = provinces().get(fold(lower[start:end]))
        spelled = (
            known
            if known and len(known) == end - start
            else _WORD.sub(lambda m: _capital(m[0]), lower[start:end])
        )
        found.append((start, end, spelled))
    return found


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
