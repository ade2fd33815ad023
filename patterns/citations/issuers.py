"""Issuing bodies in running text (cơ quan ban hành): fixed names from the gazetteer, local bodies by grammar.

A body is read from a known place on ("của …"), or up to one ("… đã ban hành").
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from patterns.citations.symbols import NumberSymbol
from patterns.citations.vocabulary import alternatives
from patterns.folding import compile_phrase, fold
from patterns.gazetteers import phrases, read_data
from patterns.mentions import Span

# "Hà Giang", "Bà Rịa - Vũng Tàu", "Quận 3"
_PLACE_WORD = compile_phrase(
    r"[ ](?:-[ ])?(?P<word>\d{1,2}(?![\d/.-])|\p{Lu}[\p{L}’']*+(?:-\p{Lu}[\p{L}’']*+)?)",
)
_LONGEST_PLACE = 5
_LONGEST_OPENING = 80
# "Hội nghị lần thứ tư Ban Chấp hành Trung ương": the body acts in its session
_SESSION = compile_phrase(
    r"(?:hội[ ]nghị|đại[ ]hội)[ ](?:đại[ ]biểu[ ])?lần[ ]thứ[ ]\w+[ ](?!của|đảng)",
)
# "Hội nghị Trung ương 7": the plenum as it is called for short
_PLENUM = compile_phrase(
    r"hội[ ]nghị[ ]trung[ ]ương[ ](?:lần[ ]thứ[ ])?(?:\d{1,2}(?![\d/.-])|[^\W\d]{2,5}(?=[ (,]+khoá))"
)
# "liên Bộ Nội vụ - Tài chính" issues a joint circular
_JOINT_BODY = compile_phrase(r"liên[ ](?:bộ|sở|ngành)(?=:?[ ])")


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The patterns of a body's parts; those of words that go on read unified text, all others folded text."""

    role: regex.Pattern[str]
    fixed: regex.Pattern[str]
    local: regex.Pattern[str]
    open: regex.Pattern[str]
    open_words: regex.Pattern[str]
    task: regex.Pattern[str]
    task_words: regex.Pattern[str]
    level: regex.Pattern[str]
    head: regex.Pattern[str]
    no_place: regex.Pattern[str]


@cache
def _grammar() -> _Grammar:
    lists: dict[str, list[str]] = read_data("issuers")["grammar"]
    words = {key: alternatives([fold(each) for each in values]) for key, values in lists.items()}
    # A stop is lower case ("Sở Kế hoạch" is no plan), or the whole line is in capitals.
    number = r"|(?i:số)(?=[ :]+\d)"  # "Sở Y tế số 12/…", not "Ban Chỉ đạo quốc gia về chuyển đổi số"
    stops = {key: alternatives(_cases(lists[key])) + number for key in ("stops", "task_stops")}
    names = alternatives([fold(form) for each in phrases("issuers") for form in (each.name, *each.forms)])
    local = rf"(?:{words['local_heads']}|(?:(?:{words['committee_parts']})[ ]+)?(?:{words['committees']}))"
    bodies = rf"{local}|{words['open_heads']}|{words['task_heads']}"
    level = rf"(?:{words['levels']})(?!\w)"
    comma = rf"(?:,(?=[ ]+(?:{alternatives(_cases(lists['after_comma']))})))?"
    word = rf"(?!(?:{stops['stops']})(?!\w))(?:[\w&’'./]*\w(?:-\w+)?|-){comma}"
    task_word = rf"(?!(?:{stops['task_stops']})(?!\w))[\w&]+(?:,(?=[ ]))?|[\"“][^\"“”;]{{1,80}}[\"”]"
    none = rf"(?!(?:{words['no_heads']})(?!\w))"

    def compiled(pattern: str) -> regex.Pattern[str]:
        return compile_phrase(
            pattern,
        )

    return _Grammar(
        role=compiled(rf"(?:{words['roles']})[ ]+"),
        fixed=compiled(rf"(?:{names})(?!\w)(?:[ ]+việt[ ]+nam(?!\w))?"),
        local=compiled(rf"{local}(?!\w)"),
        open=compiled(rf"{none}(?:{words['open_heads']})(?!\w)"),
        open_words=compiled(rf"(?:[ ]+(?:{word})){{0,14}}"),
        task=compiled(
            rf"{none}(?:{words['task_heads']})(?!\w)(?:[ ]+(?:{level}|quốc[ ]gia)(?:[ ]+về)?(?!\w))?"
        ),
        task_words=compiled(rf"(?:[ ]+(?:{task_word})){{0,16}}"),
        level=compiled(rf"[ ]+(?:{level})"),
        head=compiled(rf"(?<!\w)(?:{words['roles']}|{names}|{bodies})(?!\w)"),
        no_place=compiled(rf"(?:{words['stops']}|và|{words['roles']}|{bodies})(?!\w)"),
    )


def _cases(words: list[str]) -> list[str]:
    """Words as they stand and in capitals, each with its tone on either vowel ("khóa", "khoá")."""
    spelt = [*words, *(word.upper() for word in words)]
    return [*spelt, *(word.replace("óa", "oá").replace("ÓA", "OÁ") for word in spelt)]


def read_issuer(text: str, folded: str, at: int, end: int) -> Span | None:
    """The body that begins at `text[at]`, without the session it acts in, or None when none begins there.

    `text` is unified. An open name begins with a capital; "ủy ban nhân dân tỉnh" may be written small.

    >>> sentence = "của Chủ tịch UBND huyện Văn Bàn về giao đất"
    >>> start, stop = read_issuer(sentence, fold(sentence), 4, len(sentence))
    >>> sentence[start:stop]
    'Chủ tịch UBND huyện Văn Bàn'
    """
    grammar = _grammar()
    near = min(end, at + _LONGEST_OPENING)  # or the engine looks for "liên" up to the end
    if joint := _JOINT_BODY.match(folded, at, near):
        more = grammar.open_words.match(text, joint.end(), end)
        return at, _trimmed(folded, more.end() if more else joint.end())
    if plenum := _PLENUM.match(folded, at, near):
        return at, plenum.end()
    session = _SESSION.match(folded, at, near)
    at = session.end() if session else at
    role = grammar.role.match(folded, at, end)
    begin = role.end() if role else at
    for pattern in (grammar.fixed, grammar.local):
        found = pattern.match(folded, begin, end) or (pattern.match(folded, at, end) if role else None)
        if found:
            return at, _with_places(text, folded, found.end(), end)
    if begin >= end or not text[begin].isupper():
        return None
    for pattern, words in ((grammar.task, grammar.task_words), (grammar.open, grammar.open_words)):
        found = pattern.match(folded, begin, end)
        if found:
            more = words.match(text, found.end(), end)
            return at, _trimmed(folded, more.end() if more else found.end())
    return None


def issuer_before(text: str, folded: str, start: int, end: int) -> Span | None:
    """The body that stands at the end of `text[start:end]`, the longest that does."""
    for head in _grammar().head.finditer(folded, start, end):
        if text[head.start()].isupper():
            body = read_issuer(text, folded, head.start(), end)
            if body is not None and body[1] == end:
                return body
    return None


def _with_places(text: str, folded: str, at: int, end: int) -> int:
    """Take in "tỉnh Hà Giang", "huyện", "xã Tân Lập huyện Tân Yên" behind a body."""
    for _ in range(2):
        level = _grammar().level.match(folded, at, end)
        at = level.end() if level else at
        place = _place_end(text, folded, at, end)
        if place == at and not level:
            break
        at = place
    return at


def _place_end(text: str, folded: str, at: int, end: int) -> int:
    """Behind the capitalised words at `text[at]`, up to a word that ends a name ("VỀ") or begins a body."""
    for _ in range(_LONGEST_PLACE):
        word = _PLACE_WORD.match(text, at, end)
        if word is None or _grammar().no_place.match(folded, word.start("word"), end):
            break
        at = word.end()
    return at


def _trimmed(folded: str, end: int) -> int:
    while folded[end - 1] in " -,":
        end -= 1
    return end - 3 if folded.endswith(" và", 0, end) else end


def may_issue(body: str, mark: NumberSymbol | None) -> bool:
    """Whether a body's (folded) name agrees with the symbol, as far as that has the code of a central body.

    Keeps "UBND tỉnh đã ban hành …" from a decree that stands in the same list.
    """
    if mark is None or mark.symbol is None:
        return True
    parts = regex.split(r"[-/.]", mark.symbol)[mark.abbreviation is not None :]
    names = _names_of_code().get(parts[0].rstrip("0123456789"), ()) if parts else ()
    return not names or any(name in body for name in names)


def bears_code(body: str, mark: NumberSymbol | None) -> bool:
    """Whether a symbol has a code of this body, when it is one of those whose codes are known.

    "Chỉ thị 14 của Thủ tướng Chính phủ" is not "14-CT/TU".
    """
    codes = _codes_of_name().get(fold(body), frozenset())
    parts = regex.split(r"[-/.]", mark.symbol or "") if mark is not None else []
    return not codes or any(part.rstrip("0123456789") in codes for part in parts)


def begins_with_body(mark: NumberSymbol) -> bool:
    """Whether a symbol is that of a công văn: a body and the unit that drafted it ("UBND-SNV", "STC-NS")."""
    body, *unit = regex.split(r"[-/.]", mark.symbol or "")
    local = body in ("UBND", "UB", "HĐND") or body[:1] in ("S", "P", "U", "V", "C")
    return bool(unit) and (local or body in _names_of_code())


@cache
def _codes_of_name() -> dict[str, frozenset[str]]:
    """The codes of the central bodies by their folded names."""
    return {
        fold(name): frozenset(entry.codes)
        for entry in phrases("issuers")
        if entry.codes
        for name in (entry.name, *entry.forms)
    }


@cache
def _names_of_code() -> dict[str, tuple[str, ...]]:
    """Folded names of the central bodies by their codes."""
    names: dict[str, tuple[str, ...]] = {}
    for entry in phrases("issuers"):
        for code in entry.codes:
            names[code] = (*names.get(code, ()), *map(fold, (entry.name, *entry.forms)))
    return names
