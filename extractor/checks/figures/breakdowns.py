"""Breakdowns in running text: a total, how its parts are announced, and the parts that follow it.

They are read from the words and marks, not from whether the figures add up: what a slip has changed must not hide
it. A sum only settles where a list ends that goes on after a semicolon.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

import regex

from extractor.checks.checked import CheckedReport
from extractor.checks.figures.announcing import SOME, Extent, announced
from extractor.checks.figures.prose import (
    Prose,
    Sentence,
    is_change,
    is_level,
    is_percent,
    read_prose,
    same_unit,
)
from extractor.checks.figures.words import ending, group, word
from extractor.checks.figures.writing import kind_of
from extractor.report import BlockKind
from patterns.indicators.units import UnitKind
from patterns.mentions import Indicator


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
    found += _in_lists(checked, prose)
    listed = {breakdown.whole for breakdown in found}
    found += (other for other in _elsewhere(checked, prose) if other.whole not in listed)
    return tuple(sorted(found, key=lambda breakdown: breakdown.whole))


def _in_sentence(prose: Prose, sentence: Sentence) -> Iterator[Breakdown]:
    for place, whole in enumerate(sentence.figures[:-1]):
        if not _may_be_total(prose.indicators[whole]):
            continue
        last, following = _after_asides(prose, whole, sentence.figures[place + 1 :])
        found = announced(prose, whole, last, following[0]) if following else None
        if found is None:
            continue
        end = _closing(prose.folded, found.start, sentence.end) if found.bracket else sentence.end
        segments = list(_segments(prose, found.start, end, following))
        parts = _parts(prose, whole, segments if found.items or found.bracket else segments[:1])
        if (made := _breakdown(prose, whole, parts, found.extent, end)) is not None:
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


def _closing(folded: str, start: int, end: int) -> int:
    """Where the parenthesis that is open at `start` closes."""
    depth = 1
    for at in range(start, end):
        depth += {"(": 1, ")": -1}.get(folded[at], 0)
        if depth == 0:
            return at
    return end


_NESTED = regex.compile(rf"{SOME}|(?<!\p{{L}})(?:gồm|bao\ gồm)(?!\p{{L}})")


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


_LEAD = regex.compile(
    rf"(?:(?P<some>{group('lists_some')})|{group('lists_all')})(?:\ (?:có|như\ sau|sau))?\s*:\s*$"
)


def _in_lists(checked: CheckedReport, prose: Prose) -> Iterator[Breakdown]:
    """ "Tổng vốn là 5.600 tỷ đồng, gồm:" and the first figure of each item of the list below."""
    blocks = checked.report.blocks
    for block in blocks[:-1]:
        if blocks[block.index + 1].kind is not BlockKind.LIST_ITEM or block.kind is BlockKind.TABLE:
            continue
        lead = _LEAD.search(prose.folded, max(block.start, block.end - 40), block.end)
        totals = [at for at in prose.within(block.start, block.end) if _may_be_total(prose.indicators[at])]
        items = list(takewhile(lambda other: other.kind is BlockKind.LIST_ITEM, blocks[block.index + 1 :]))
        firsts = [figures[0] for item in items if (figures := prose.within(item.start, item.end))]
        if lead is None or not totals or len(firsts) < max(2, len(items)):
            continue
        whole = prose.indicators[totals[-1]]
        if ";" in prose.folded[whole.end : lead.start()].rstrip(" ;,"):
            continue
        levels = [at for at in firsts if is_level(prose.indicators[at])]
        parts = [at for at in levels if same_unit(prose.indicators[at], whole)]
        if len(parts) == len(firsts):
            extent = Extent.SOME if lead["some"] else Extent.LISTED
            yield Breakdown(totals[-1], tuple(parts), extent)


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
