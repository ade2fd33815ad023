"""Breakdowns in running text: a total, how its parts are announced, and the parts that follow it.

They are read from the words and marks alone, never from whether the figures add up: what a slip has changed must
not hide it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

import regex

from extractor.checks.checked import CheckedReport
from extractor.checks.figures.prose import (
    Prose,
    Sentence,
    is_change,
    is_level,
    is_percent,
    read_prose,
    same_unit,
    without_brackets,
)
from extractor.checks.figures.words import ending, group, opening, word
from extractor.checks.figures.writing import kind_of
from patterns.indicators.units import UnitKind
from patterns.mentions import Indicator


class Extent(Enum):
    """How much of the total the parts are said to be."""

    ALL = "all"  # the three levels, or with the rest's number
    LISTED = "listed"  # "gồm …", "(…)", ": …": all, unless the page lists only what matters
    SOME = "some"  # "trong đó …"


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A total and its parts, by their indices among the report's figures."""

    whole: int
    parts: tuple[int, ...]
    extent: Extent
    alike: bool = True


def read_breakdowns(checked: CheckedReport) -> tuple[Breakdown, ...]:
    """The breakdowns of the running text, in the order of their totals."""
    prose = checked.once(read_prose)
    found = [found for sentence in prose.sentences for found in _in_sentence(prose, sentence)]
    found += _elsewhere(checked, prose)
    return tuple(sorted(found, key=lambda breakdown: breakdown.whole))


def _in_sentence(prose: Prose, sentence: Sentence) -> Iterator[Breakdown]:
    for place, whole in enumerate(sentence.figures[:-1]):
        if not _may_be_total(prose.indicators[whole]):
            continue
        last, following = _after_asides(prose, whole, sentence.figures[place + 1 :])
        announced = _announced(prose, whole, last, following[0]) if following else None
        if announced is None:
            continue
        end = _closing(prose.folded, announced.start, sentence.end) if announced.bracket else sentence.end
        segments = list(_segments(prose, announced.start, end, following))
        parts = _parts(prose, whole, segments if announced.items or announced.bracket else segments[:1])
        if (made := _breakdown(prose, whole, parts, announced.extent, end)) is not None:
            yield made


_MOST_ASIDES = 2


def _after_asides(prose: Prose, whole: int, following: Sequence[int]) -> tuple[int, Sequence[int]]:
    """ "21.398 tỷ đồng, đạt 108,7% dự toán; trong đó": what is said of the total itself is passed over."""
    last = whole
    for taken, index in enumerate(following):
        if taken == _MOST_ASIDES or not _is_aside(prose.indicators[index]) or "(" in prose.gap(last, index):
            return last, following[taken:]
        last = index
    return last, ()


def _may_be_total(indicator: Indicator) -> bool:
    """A count or an amount; "2.023/2.023 TTHC" counts all there are."""
    whole = indicator.denominator == indicator.value and indicator.value_to is None
    return (whole or is_level(indicator)) and indicator.value > 1


@dataclass(frozen=True, slots=True)
class _Announced:
    start: int
    extent: Extent
    bracket: bool
    items: bool = False  # "trong đó: …; …": parts go on after a semicolon


_SOME = rf"{group('lists_some')}|[,;:(]\s*{group('lists_one')}"
_LIST = regex.compile(rf"(?P<some>{_SOME})|(?P<all>{group('lists_all')})|(?P<colon>:)(?!\d)")
_LONGEST_NAME = 160  # code points between a total and the word that announces its parts
_LONGEST_CLAUSE = 300  # where the word opens a clause of its own: ", trong đó"
_MOST_COMMAS = 2


def _announced(prose: Prose, whole: int, last: int, first: int) -> _Announced | None:
    """How the words between a total and its first part announce parts, or None.

    What the total counts may stand between; a new clause may not ("…; trong đó" still speaks of it). `last` is the
    figure before the first part: the total, or what is said of it.
    """
    gap, start = prose.gap(last, first), prose.indicators[last].end
    bracket = gap.rfind("(")
    if bracket >= 0 and ")" not in gap[bracket:]:
        return _in_bracket(gap, start, bracket) if last == whole else None
    if ")" in gap and "(" not in gap:  # the total stands in a parenthesis that has closed
        return None
    gap = without_brackets(gap)
    match = _LIST.search(gap)
    if match is None or not _speaks_of(gap[: match.start()], match) or word("falls", "rises").search(gap):
        return None
    if match["colon"] and gap[match.end() :].count(",") > 1:
        return None
    extent = Extent.SOME if match["some"] else Extent.LISTED
    items = extent is Extent.LISTED or ":" in gap[match.end() : match.end() + 2]
    return _Announced(start + match.end(), extent, bracket=False, items=items)


def _speaks_of(named: str, match: regex.Match[str]) -> bool:
    """Whether a word that announces parts still speaks of the total: no other clause stands between."""
    if ";" in named.rstrip(" ;,"):
        return False
    if not match["colon"] and named.rstrip().endswith((",", ";")):
        return len(named) <= _LONGEST_CLAUSE
    return len(named) <= _LONGEST_NAME and named.count(",") <= _MOST_COMMAS


def _in_bracket(gap: str, start: int, bracket: int) -> _Announced | None:
    named, inside = gap[:bracket], gap[bracket + 1 :]
    if len(named) > _LONGEST_NAME or regex.search(r"[;:]", named) or opening("compared").match(inside):
        return None
    some = opening("lists_some", "lists_one").match(inside)
    extent = Extent.SOME if some else Extent.LISTED
    return _Announced(start + bracket + 1, extent, bracket=True)


def _closing(folded: str, start: int, end: int) -> int:
    """Where the parenthesis that is open at `start` closes."""
    depth = 1
    for at in range(start, end):
        depth += {"(": 1, ")": -1}.get(folded[at], 0)
        if depth == 0:
            return at
    return end


_NESTED = regex.compile(rf"{_SOME}|(?<!\p{{L}})(?:gồm|bao\ gồm)(?!\p{{L}})")


def _segments(prose: Prose, start: int, end: int, figures: Sequence[int]) -> Iterator[list[int]]:
    """The figures of a breakdown parted by semicolons, those in parentheses and in breakdowns of parts left out."""
    folded, at, depth, nested = prose.folded, start, 0, False
    segment: list[int] = []
    for index in figures:
        indicator = prose.indicators[index]
        if indicator.start >= end:
            break
        gap = folded[at : indicator.start]
        for mark in regex.findall(r"[();]", gap):
            depth = max(0, depth + {"(": 1, ")": -1}.get(mark, 0))
            if mark == ";" and depth == 0:
                nested = False
                yield segment
                segment = []
        nested = nested or (at > start and depth == 0 and bool(_NESTED.search(gap)))
        if depth == 0 and not nested:
            segment.append(index)
        at = indicator.end
    yield segment


def _parts(prose: Prose, whole: int, segments: Sequence[Sequence[int]]) -> list[int]:
    """The figures that can be parts: of the first clause, where it has several, else of all clauses."""
    everything = [at for segment in segments for at in segment]
    first = segments[0]
    several = sum(is_level(prose.indicators[at]) for at in first) > 1
    if len(segments) > 1 and several and not _adds_up(prose, whole, everything):
        return list(first)
    return everything


def _adds_up(prose: Prose, whole: int, parts: Sequence[int]) -> bool:
    return abs(sum(prose.indicators[at].value for at in parts) - prose.indicators[whole].value) < 1e-6


def _may_be_part(prose: Prose, index: int) -> bool:
    """A level that stands for itself, not beside a stroke or of another time."""
    part = prose.indicators[index]
    beside = prose.folded[part.start - 1 : part.start] + prose.folded[part.end : part.end + 1]
    said = prose.before(index, 24).rpartition(",")[2]
    return is_level(part) and "/" not in beside and not word("compared").search(said)


def _breakdown(
    prose: Prose, whole: int, figures: Sequence[int], extent: Extent, end: int
) -> Breakdown | None:
    total = prose.indicators[whole]
    candidates = [at for at in figures if _may_be_part(prose, at)]
    parts = [at for at in candidates if same_unit(prose.indicators[at], total)]
    alike = bool(parts)
    if not alike:
        counted = (total, *(prose.indicators[at] for at in candidates))
        if extent is Extent.SOME or any(kind_of(one.unit) is not UnitKind.COUNT for one in counted):
            return None
        parts = candidates
    if not parts:
        return None
    unread = [at for at in figures if at not in candidates and not _is_aside(prose.indicators[at])]
    missing = unread or len(parts) < len(candidates)  # a part in another form
    if missing or _trails_off(prose.folded, prose.indicators[parts[-1]].end, end):
        extent = Extent.SOME
    elif _is_all(prose, parts) and alike:
        extent = Extent.ALL
    return Breakdown(whole, tuple(parts), extent, alike)


def _is_aside(indicator: Indicator) -> bool:
    """A percentage or a change beside a part says more of it and is none itself."""
    return is_percent(indicator) or is_change(indicator)


_OPEN_END = regex.compile(r"\.\.\.|…|(?<!\p{L})(?:v\.\ ?v|vân\ vân)|còn\ lại\ là")


def _trails_off(folded: str, start: int, end: int) -> bool:
    """ "…", "v.v.", "còn lại là đậu đỗ": there are more parts without numbers."""
    return bool(_OPEN_END.search(folded, start, min(end + 4, len(folded))))


def _is_all(prose: Prose, parts: Sequence[int]) -> bool:
    """Whether the parts are the three levels of government, or the last one is the rest."""
    if len(parts) < 2:
        return False
    level_words = [_own_words(prose, at) for at in parts]
    levels = ("province", "district", "commune")
    said = [next((level for level in levels if ending(level).search(words)), None) for words in level_words]
    if len(parts) == len(levels) and set(said) == set(levels):
        return True
    last = level_words[-1]
    return bool(word("remainder").search(last)) and len(last) < 60


def _own_words(prose: Prose, index: int) -> str:
    """The words before a part that are its own: from the last comma or figure on."""
    before = prose.before(index, 60)
    return regex.split(r"[,;:()]|\d", before.rstrip(" ,;:("))[-1]


def _elsewhere(checked: CheckedReport, prose: Prose) -> Iterator[Breakdown]:
    """Parts in a footnote or in the items of a list, as the extraction has bound them."""
    groups: dict[int, list[int]] = {}
    for index, indicator in enumerate(checked.indicators):
        if indicator.part_of is not None and indicator.table_row is None and is_level(indicator):
            groups.setdefault(indicator.part_of, []).append(index)
    for whole, parts in groups.items():
        total = checked.indicators[whole]
        block = checked.block_at(total.start)
        if total.table_row is not None or not _may_be_total(total):
            continue
        other = [at for at in parts if not block.start <= checked.indicators[at].start < block.end]
        other = [at for at in other if same_unit(checked.indicators[at], total)]
        if len(other) == len(parts) > 1:
            all_there = _is_all(prose, other)
            yield Breakdown(whole, tuple(other), Extent.ALL if all_there else Extent.SOME)
