"""What a number is a number of (đơn vị): units of measure, rates, money and counted nouns."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache

import regex

from patterns.engines import compile_pattern
from patterns.folding import fold
from patterns.gazetteers import read_data
from patterns.indicators import plans
from patterns.indicators.vocabulary import alternation, tables, words


class UnitKind(Enum):
    """The kinds of unit that labels and parts treat alike."""

    COUNT = "count"
    PERCENT = "percent"
    MONEY = "money"
    PHYSICAL = "physical"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that ends at `end`; `known` when a vocabulary has it, not only the shape of a noun.

    `head` is its last word group without powers of ten and rates: "lượt khách" of "triệu lượt khách/năm".
    """

    end: int
    kind: UnitKind
    known: bool
    head: str = ""


_WORD = compile_pattern(r"\p{L}[\p{L}&]*+")
SHARE_UNITS = ("%", "‰")
_SIGNS = (*SHARE_UNITS, "°")
_GAP = compile_pattern(r"\ {0,3}")


@cache
def _scale() -> regex.Pattern[str]:
    """ "nghìn ", "triệu "; a shortened one is glued to its unit ("ng.tấn")."""
    return compile_pattern(
        rf"\ {{0,3}}{alternation(words('units', 'scales'))}(?:(?![\p{{L}}\d])|(?<=\.)(?=\p{{L}}))"
    )


@cache
def _measured() -> regex.Pattern[str]:
    """ "tỷ đồng", "%", "tạ": the three kinds of measure by name."""
    named = {
        kind: rf"(?P<{kind}>{alternation(words('units', table))})"
        for kind, table in (("percent", "percentages"), ("money", "money"), ("physical", "physical"))
    }
    # "8,4%2", "1.250 tỷ đồng5": a footnote's mark that has come down to the line ends no unit of measure else.
    marked = r"(?=\d{1,2}(?:[\ ,;.:)](?!\d)|$))"
    return compile_pattern(
        rf"""\ {{0,3}}(?:
            (?P<powered>{_POWERED})(?![\p{{L}}\d²³])
          | (?:{named["percent"]}|{named["money"]})(?:(?![\p{{L}}\d²³])|{marked})
          | {named["physical"]}(?![\p{{L}}\d²³])
        )""",
        regex.VERBOSE,
    )


# "120 m 2 đất": a raised figure that has come down to the line, where what follows goes on with the measure.
_POWERED = r"k?m\ [23](?=\ ?[,;.)/]|$|\ (?:đất|sàn|nhà|rừng|gỗ|nước|đá|cát|mặt|diện\ tích)(?!\p{L}))"


@cache
def _denominator() -> regex.Pattern[str]:
    """ "/người", "/10.000 dân", "/ha"; a number in it is a power of ten, else it is a quantity of its own."""
    listed = alternation(words("units", "denominators"), words("units", "physical"), counted_nouns())
    return compile_pattern(
        rf"""
        \ ?/\ ?
        (?!(?:{plans.ALL}|tổng)(?!\p{{L}}))
        (?:10{{1,5}}\ |1\.000\ |10\.000\ |100\.000\ |1\ triệu\ |1\ vạn\ |1\ )?
        (?:
            {listed}(?![\p{{L}}\d²³])
          | (?<=[/\ ])\p{{L}}{{2,10}}(?![\p{{L}}\d])
        )
        (?!\ {{1,2}}\d)
        """,
        regex.VERBOSE,
    )


@cache
def counted_nouns() -> tuple[str, ...]:
    """All nouns of the lists, group by group."""
    return tuple(word for group in tables("counted_nouns") for word in words("counted_nouns", group))


@cache
def _listed_together() -> dict[str, frozenset[str]]:
    """For each word of a list ("khiếu nại", "tố cáo") the rows that it stands in."""
    rows: dict[str, set[str]] = {}
    listed: list[list[str]] = read_data("function_words")["lists"]["rows"]
    for number, row in enumerate(listed):
        for word in row:
            rows.setdefault(fold(word), set()).add(str(number))
    return {word: frozenset(numbers) for word, numbers in rows.items()}


@cache
def _groups() -> dict[str, frozenset[str]]:
    """For each counted noun, the groups that it may be coordinated in."""
    groups: dict[str, set[str]] = {}
    for group in tables("counted_nouns"):
        for word in words("counted_nouns", group):
            groups.setdefault(word, set()).add(group)
    return {word: frozenset(names) for word, names in groups.items()}


@cache
def _listed_noun() -> regex.Pattern[str]:
    return compile_pattern(rf"{alternation(counted_nouns())}(?!\p{{L}})")


@cache
def _next_noun() -> regex.Pattern[str]:
    """ ", đơn vị", " và viên chức": a further noun of a coordination, with no number of its own.

    "đàn trâu 112 con, bò sữa đạt 98 con" coordinates nothing: the noun leads to a number.
    """
    others = alternation(_stops(), words("function_words", "verbs"))
    measures = alternation(words("measures", "measures"))
    return compile_pattern(
        rf"""
        \ ?(?:,|\ và|/)\ {{0,3}}
        (?!{measures}(?!\p{{L}}))
        (?P<noun>{alternation(counted_nouns())})(?![\p{{L}}\d])
        (?!  # a number of its own a few words on
            (?:\ (?:có(?=\ \p{{L}})|(?!{others}\ )\p{{L}}++)(?:,?\ (?:có(?=\ \p{{L}})|(?!{others}\ )\p{{L}}++)){{0,3}})?
            \ (?:(?:đạt|là|có|còn|chiếm|tăng|giảm|ước)\ )?\d
        )
        """,
        regex.VERBOSE,
    )


@cache
def _people() -> frozenset[str]:
    """What "lượt" is counted of."""
    groups = ("people", "households", "organisations", "documents")
    named = {word for group in groups for word in words("counted_nouns", group)}
    return frozenset(named | {fold(word) for word in ("tàu", "xe", "phương tiện", "ô tô", "ý kiến")})


@cache
def spelled_nouns() -> tuple[str, ...]:
    """Nouns that are counted in letters too ("ba xã", "hai thị trấn")."""
    nouns: list[str] = []
    for group in tables("counted_nouns"):
        spelled: bool | list[str] = read_data("counted_nouns")[group].get("spelled", False)
        nouns += words("counted_nouns", group) if spelled is True else map(fold, spelled or ())
    return tuple(nouns)


def read_unit(folded: str, position: int, end: int) -> Unit | None:
    """The unit that follows a number which ends at `position`, or None.

    >>> text = "12,5 nghìn tỷ đồng/năm và 56 sở, ban, ngành của tỉnh"
    >>> [text[a : read_unit(text, a, len(text)).end] for a in (4, 28)]
    [' nghìn tỷ đồng/năm', ' sở, ban, ngành']
    """
    after = folded[position : position + 4].lstrip(" ")[:1]
    if not after.isalpha() and after not in _SIGNS:
        return None
    scale = _scale().match(folded, position, end)
    start = scale.end() if scale else position
    measure, count = _read_measure(folded, start, end), _read_count(folded, start, end)
    unit = count if measure is None or (count and count.known and count.end > measure.end) else measure
    if unit is None:
        return Unit(start, UnitKind.NONE, known=True, head=folded[position:start].strip()) if scale else None
    rated = _read_rate(folded, unit.end, end, physical=unit.kind is not UnitKind.COUNT)
    return Unit(rated, unit.kind, unit.known or rated > unit.end, unit.head) if rated > unit.end else unit


def _read_measure(folded: str, start: int, end: int) -> Unit | None:
    match = _measured().match(folded, start, end)
    if match is None or match.lastgroup is None:
        return None
    kind = UnitKind.PHYSICAL if match.lastgroup == "powered" else UnitKind(match.lastgroup)
    return Unit(match.end(), kind, known=True, head=match[match.lastgroup])


def _read_rate(folded: str, start: int, end: int, *, physical: bool) -> int:
    """The end of "/người/năm" after a unit; a substance may stand between ("tấn kẽm thỏi/năm")."""
    if folded.find("/", start, min(end, start + _FARTHEST_STROKE)) < 0:
        return start
    reached = start
    while match := _denominator().match(folded, reached, end):
        reached = match.end()
    if reached > start or not physical:
        return reached
    substance = _SUBSTANCE.match(folded, start, end)
    return _read_rate(folded, substance.end(), end, physical=False) if substance else start


_FARTHEST_STROKE = 48  # letters that the name of a substance has at most
_SUBSTANCE = compile_pattern(r"(?:\ \p{L}++){1,3}(?=/\p{L})")


def _read_count(folded: str, start: int, end: int) -> Unit | None:
    position = _GAP.match(folded, start, end).end()  # type: ignore[union-attr]
    noun = noun_at(folded, position, end)
    if noun is None:
        return None
    reached, known = noun
    word = " ".join(folded[position:reached].split())
    if word == "lượt":
        counted = noun_at(folded, reached + 1, end)
        if counted and counted[1] and " ".join(folded[reached + 1 : counted[0]].split()) in _people():
            reached, word = counted[0], " ".join(folded[reached + 1 : counted[0]].split())
    if known:
        reached = _coordinated(folded, word, reached, end)
    return Unit(reached, UnitKind.COUNT, known, word)


def noun_at(folded: str, position: int, end: int) -> tuple[int, bool] | None:
    """Where the noun that begins at `position` ends, and whether it is listed; None for no noun.

    Unlisted nouns are read as two syllables, which most Vietnamese words are, unless the second is a function
    word, a capital's ("gương Nguyễn …" folds, so capitals are the caller's) or an adjective of the list.
    """
    listed = _listed_noun().match(folded, position, end)
    if listed:
        return listed.end(), True
    first = _WORD.match(folded, position, end)
    if first is None or first[0] in _stops() or len(first[0]) > 14 or _verb().match(folded, position, end):
        return None
    second = (
        _WORD.match(folded, first.end() + 1, end) if folded[first.end() : first.end() + 1] == " " else None
    )
    if second is None or second[0] in _stops() or second[0] in _modifiers() or len(first[0]) > 7:
        return first.end(), False
    return second.end(), False


@cache
def _stops() -> frozenset[str]:
    return frozenset(words("function_words", "stops"))


@cache
def _modifiers() -> frozenset[str]:
    return frozenset(words("function_words", "modifiers"))


@cache
def _verb() -> regex.Pattern[str]:
    return compile_pattern(rf"{alternation(words('function_words', 'verbs'))}(?!\p{{L}})")


def _coordinated(folded: str, word: str, reached: int, end: int) -> int:
    """Extend "cơ quan" over ", đơn vị, địa phương" as long as the nouns are of one group."""
    groups = _groups().get(word, frozenset()) if word != "người" else frozenset()
    named = {word}
    while match := _next_noun().match(folded, reached, end):
        noun = " ".join(match["noun"].split())
        shared = groups & _groups()[noun]
        if not shared or noun in named or noun == "người":
            break
        groups, reached = shared, match.end()
        named.add(noun)
    return reached


@lru_cache(4096)
def starts_with_verb(phrase: str) -> bool:
    """Whether a phrase opens with a verb of the list, not with a longer noun.

    >>> starts_with_verb("cử cán bộ đi học"), starts_with_verb("cử tri")
    (True, False)
    """
    folded = fold(phrase)
    verb, noun = _verb().match(folded), _listed_noun().match(folded)
    if verb is None or (noun is not None and noun.end() > verb.end()):
        return False
    return _verbal_noun().match(folded) is None


@cache
def _verbal_noun() -> regex.Pattern[str]:
    """ "tổ chức cơ sở đảng": a noun that begins with a verb."""
    return regex.compile(rf"{alternation(words('function_words', 'verbal_nouns'))}(?!\p{{L}})")


def is_verb(word: str) -> bool:
    """Whether a listed noun is also a verb of reports ("tổ chức", "kiến nghị")."""
    return word in words("function_words", "verbs")


def same_group(first: str, second: str) -> bool:
    """Whether two words may be coordinated ("tổ chức, cá nhân", "khiếu nại, tố cáo")."""
    together = (_groups(), _listed_together())
    return any(rows.get(first, frozenset()) & rows.get(second, frozenset()) for rows in together)


def list_word_at(folded: str, position: int, end: int) -> str | None:
    """The word at `position` that reports list with others, the longest."""
    match = _list_word().match(folded, position, end)
    return match[0] if match else None


@cache
def _list_word() -> regex.Pattern[str]:
    return compile_pattern(rf"{alternation(_listed_together(), counted_nouns())}(?!\p{{L}})")
