"""Pages → blocks in reading order: which lines are furniture, which notes, and what the rest is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from extractor.reading.page.columns import Column, reading_order
from extractor.reading.page.footnotes import Note, split_notes
from extractor.reading.page.furniture import find_furniture
from extractor.reading.page.layout import PageLayout
from extractor.reading.page.lines import Line
from extractor.reading.page.margins import main_margins, side_margins, text_extent
from extractor.reading.page.paragraphs import Paragraph, set_paragraphs
from extractor.reading.page.tables import PageTable

Block = Paragraph | PageTable
_FEW = 0.12
Extent = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Page:
    """A page sorted out: what stands above and below its text, its columns of blocks, and its notes."""

    layout: PageLayout
    above: tuple[Line, ...]
    columns: tuple[tuple[Block, ...], ...]
    notes: tuple[Note, ...]
    below: tuple[Line, ...]


def sort_out(layouts: Sequence[PageLayout]) -> list[Page]:
    """Sort the lines of all pages of a file."""
    furniture = find_furniture(layouts)
    parted = []
    open_note = False
    for layout, outside in zip(layouts, furniture, strict=True):
        lines = [line for index, line in enumerate(layout.lines) if index not in outside]
        floor = max((table.bottom for table in layout.tables), default=0.0)
        body, notes = split_notes(
            _in_rows(lines), layout.rules, _body_size(layout), floor=floor, open_note=open_note
        )
        open_note = bool(notes)
        parted.append((body, notes))
    extents = _extents(layouts, [body for body, _ in parted])
    pages = []
    for layout, outside, (body, notes), extent in zip(layouts, furniture, parted, extents, strict=True):
        above, below = _outside(layout, outside)
        columns = _columns(layout, body, extent)
        pages.append(Page(layout, above, columns, tuple(notes), below))
    return pages


def _body_size(layout: PageLayout) -> float:
    """Give the type size of a page's text: the largest that more than a few of its letters are set in."""
    letters: Counter[float] = Counter()
    for line in layout.lines:
        letters[round(line.size * 2) / 2] += len(line.text)
    return max((size for size, count in letters.items() if count > _FEW * letters.total()), default=0.0)


def _in_rows(lines: Sequence[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: (line.baseline, line.x0))


def _extents(layouts: Sequence[PageLayout], bodies: Sequence[Sequence[Line]]) -> list[Extent | None]:
    """Give each page's margins, from the pages of the same size where a page has too little text."""
    own = [text_extent(body) for body in bodies]
    known: dict[tuple[int, int], list[Extent]] = defaultdict(list)
    for layout, extent in zip(layouts, own, strict=True):
        if extent is not None:
            known[_format(layout)].append(extent)
    usual = {
        size: (median(left for left, _ in found), median(right for _, right in found))
        for size, found in known.items()
    }
    return [extent or usual.get(_format(layout)) for layout, extent in zip(layouts, own, strict=True)]


def _format(layout: PageLayout) -> tuple[int, int]:
    return round(layout.view.width), round(layout.view.height)


def _outside(layout: PageLayout, outside: set[int]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Give a page's furniture, parted into what stands above its text and what below."""
    lines = _in_rows([layout.lines[index] for index in outside])
    middle = layout.view.height / 2
    return tuple(x for x in lines if x.baseline < middle), tuple(x for x in lines if x.baseline >= middle)


def _columns(
    layout: PageLayout, body: Sequence[Line], extent: Extent | None
) -> tuple[tuple[Block, ...], ...]:
    left, right = extent or (0.0, layout.view.width)
    columns = reading_order([*body, *layout.tables], (left + right) / 2)
    return tuple(tuple(_blocks(column, extent)) for column in columns)


def _blocks(column: Column, extent: Extent | None) -> list[Block]:
    """Set the lines of a column into paragraphs, between its tables."""
    lines = [item for item in column.items if isinstance(item, Line)]
    if not lines:
        return [item for item in column.items if isinstance(item, PageTable)]
    margins = side_margins(lines) if column.side else main_margins(lines, extent)
    blocks: list[Block] = []
    for is_table, items in groupby(column.items, key=lambda item: isinstance(item, PageTable)):
        if is_table:
            blocks.extend(item for item in items if isinstance(item, PageTable))
        else:
            blocks.extend(set_paragraphs([item for item in items if isinstance(item, Line)], margins))
    return blocks
