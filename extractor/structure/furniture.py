"""Running heads, page numbers and page stamps in formats that do not mark them.

A lone number may be a page or the number of a table's row; what settles it is where it stands: at a page's
edge, in the middle of a sentence, or in a row of numbers a page apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

import regex

from extractor.report import BlockKind
from extractor.structure.lines import Line
from patterns.folding import fold

_PAGE = 900  # the least number of characters between the numbers of two pages
_SHORT_PAGE = 300  # between two numbers that are paragraphs of their own
_LONGEST_PAGE = 5000
_REPEATS = 3  # a running head stands on at least this many pages
_AT_EDGE = 0.6  # of its occurrences at a page's edge
_HEAD_LINES = 8  # a running head and a repeated table head take at most this many

_DRAWN = regex.compile(r"(?:[-_=*~–—.…·•+#]\s*){3,}|\*+|[-–—_]{2,}[*oO0-9]{1,3}[-–—_]{2,}")
_NUMERAL = regex.compile(r"\W{0,3}(?P<number>\d{1,4})\W{0,3}")
# "Trang 3/15", "- 3 -", "Page 3 of 15"; Word's field "PAGE  2" that a converter left behind
_PAGE_FORM = regex.compile(
    r"(?i:(?:trang|page)\s*:?\s*\d{1,4}(?:\s*(?:/|of|trên)\s*\d{1,4})?|[-–—]\s*\d{1,4}\s*[-–—]|page)"
)
# The stamp of a portal's digital signature: "Người ký: …", "Thời gian ký: 20.03.2025 15:28:25 +07:00"
_STAMP = regex.compile(
    r"(?i:thời\s+gian\s+ký|ngày\s+ký)\s*:\s*\d{1,2}[./-]\d{1,2}[./-]\d{4}|(?i:signature\s+not\s+verified"
    r"|digitally\s+signed\s+by\b|ký\s+bởi\s*:)"
)
_STAMP_PART = regex.compile(
    r"(?i:người\s+ký|email|e-mail|cơ\s+quan|đơn\s+vị|chức\s+danh|lý\s+do|location|reason)\s*:"
)
_PAGE_AT_END = regex.compile(r"\A\d{1,4}\s+|\s+\d{1,4}\Z")
_FINISHED = regex.compile(r"[.:;!?…][”\"')\]]*\s*\Z")


def mark_furniture(lines: Sequence[Line]) -> list[Line]:
    """Give the kind of furniture to every line of it."""
    drawn = {index for index, line in enumerate(lines) if line.kind is None and _is_drawn(line.text)}
    paged = {index for index, line in enumerate(lines) if line.kind is None and _is_page_form(line.text)}
    paged |= set(_stamps(lines))
    numbers = {
        index: int(found["number"])
        for index, line in enumerate(lines)
        if line.kind is None and (found := _NUMERAL.fullmatch(line.text)) is not None
    }
    heads = _repeated(lines)
    paged |= _page_numbers(lines, numbers, drawn | paged)
    running = _running_heads(lines, heads, numbers, paged)
    paged |= running | {index for index in numbers if _touches(index, running)}
    paged |= set(_said_twice(numbers, paged))
    marks = drawn | paged | _repeated_tops(heads, paged)
    return [replace(line, kind=BlockKind.FURNITURE) if i in marks else line for i, line in enumerate(lines)]


def _is_drawn(text: str) -> bool:
    """A rule ("_______", "-----", "* * *") or the star under the name of a Party body."""
    return len(text) < 400 and _DRAWN.fullmatch(text) is not None


def _is_page_form(text: str) -> bool:
    return len(text) < 40 and _PAGE_FORM.fullmatch(text) is not None


def _stamps(lines: Sequence[Line]) -> Iterator[int]:
    for index, line in enumerate(lines):
        if line.kind is None and len(line.text) < 200 and _STAMP.match(line.text):
            yield index
            for near in (*range(index - 1, index - 5, -1), *range(index + 1, index + 5)):
                if not (0 <= near < len(lines) and _STAMP_PART.match(lines[near].text)):
                    if near < index or near > index + 1:
                        continue
                    break
                yield near


def _page_numbers(lines: Sequence[Line], numbers: dict[int, int], marks: set[int]) -> set[int]:
    """Lone numbers at a page's edge, inside a sentence, or in a row of numbers a page apart."""
    sure = {index for index in numbers if _at_page_edge(lines, index) or _cuts_sentence(lines, index, marks)}
    places = list(accumulate((len(line.text) for line in lines), initial=0))
    return sure | _chains(numbers, sure, places) | _paragraphs(lines, numbers, places)


def _at_page_edge(lines: Sequence[Line], index: int) -> bool:
    """First or last line of a page whose pages the format counts."""
    page = lines[index].page
    if page is None:
        return False
    before = lines[index - 1].page if index else None
    after = lines[index + 1].page if index + 1 < len(lines) else None
    return (before is not None and before != page) or (after is not None and after != page)


def _cuts_sentence(lines: Sequence[Line], index: int, marks: set[int]) -> bool:
    """The lines around it, footnotes apart, are one sentence: the upper is open, the lower begins small."""
    before = _nearest(lines, range(index - 1, max(-1, index - 40), -1), marks)
    after = _nearest(lines, range(index + 1, min(len(lines), index + 4)), marks)
    if before is None or after is None:
        return False
    return len(before.text) >= 50 and not _FINISHED.search(before.text[-10:]) and after.text[0].islower()


def _nearest(lines: Sequence[Line], indexes: range, marks: set[int]) -> Line | None:
    """The first line of the body among these; None when a table, a title or another number comes first."""
    for index in indexes:
        line = lines[index]
        if index in marks or line.kind in (BlockKind.FOOTNOTE, BlockKind.FURNITURE):
            continue
        return line if line.kind is None and not _NUMERAL.fullmatch(line.text) else None
    return None


def _chains(numbers: dict[int, int], sure: set[int], places: Sequence[int]) -> set[int]:
    """Numbers n, n+1, n+2 … that stand a page apart: next to a sure one, or from the first page to the last.

    The numbers of a table's rows may stand as far apart, but do not run through the whole file.
    """
    chains: dict[int, list[int]] = {}  # the number that would come next → the lines so far
    chained: set[int] = set()
    for index, number in numbers.items():
        chain = chains.pop(number, [])
        if chain and places[index] - places[chain[-1]] < _PAGE:
            chain = []
        if chain and sure & {chain[-1], index}:
            chained.update((chain[-1], index))
        chain.append(index)
        from_first = places[chain[0]] <= _LONGEST_PAGE and numbers[chain[0]] <= 3
        if len(chain) >= 3 and from_first and places[-1] - places[index] <= _LONGEST_PAGE:
            chained.update(chain)
        chains[number + 1] = chain
    return chained


def _paragraphs(lines: Sequence[Line], numbers: dict[int, int], places: Sequence[int]) -> set[int]:
    """Numbers that are paragraphs of their own, grow all through the file and stand apart."""
    alone = [i for i in numbers if lines[i].gap and (i + 1 == len(lines) or lines[i + 1].gap)]
    if len(alone) < len(numbers) or len(numbers) < 2:
        return set()
    growing = all(numbers[a] < numbers[b] for a, b in pairwise(alone))
    apart = all(places[b] - places[a] >= _SHORT_PAGE for a, b in pairwise(alone))
    return set(alone) if growing and apart and numbers[alone[-1]] < 1000 else set()


def _repeated(lines: Sequence[Line]) -> dict[str, list[int]]:
    """Lines that stand, page numbers at their ends apart, in many places: what they say → where."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if line.kind is None and 3 <= len(line.text) <= 120 and not _FINISHED.search(line.text):
            places[_PAGE_AT_END.sub("", fold(line.text))].append(index)
    return {key: found for key, found in places.items() if len(found) >= _REPEATS}


def _running_heads(
    lines: Sequence[Line], heads: dict[str, list[int]], numbers: dict[int, int], marks: set[int]
) -> set[int]:
    """Repeated lines at the edges of pages, or in the middle of sentences, throughout."""
    found: set[int] = set()
    for key, places in heads.items():
        if len(regex.sub(r"[^\p{L}]", "", key)) < 6:
            continue
        edge = [i for i in places if _touches(i, marks) or _at_page_edge(lines, i)]
        cutting = [i for i in places if _cuts_sentence(lines, i, marks)]
        beside = [numbers[near] for i in places for near in (i - 1, i + 1) if near in numbers]
        counted = beside == sorted(beside) and len(set(beside)) >= _REPEATS
        evidence = max(len(edge), 2 * len(cutting), len(beside) if counted else 0)
        if evidence >= _AT_EDGE * len(places):
            found.update(places)
    return found


def _said_twice(numbers: dict[int, int], paged: set[int]) -> Iterator[int]:
    """Numbers beside the same page number: a page that was laid over another prints it twice."""
    for step in (1, -1):
        last: tuple[int, int] | None = None
        for index in list(numbers)[::step]:
            if index in paged or (last == (index - step, numbers[index])):
                last = index, numbers[index]
                yield index


def _touches(index: int, marks: set[int]) -> bool:
    return index - 1 in marks or index + 1 in marks


def _repeated_tops(heads: dict[str, list[int]], marks: set[int]) -> set[int]:
    """What is printed again under the running head of each page: the head of a table that goes on."""
    grown: set[int] = set()
    for _ in range(_HEAD_LINES):
        step: set[int] = set()
        for places in heads.values():
            under = [index for index in places if index - 1 in marks or index - 1 in grown]
            if len(under) >= max(_REPEATS, _AT_EDGE * len(places)):
                step.update(under)
        if step <= grown:
            break
        grown |= step
    return grown - marks
