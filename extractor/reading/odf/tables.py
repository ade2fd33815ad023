"""A table:table brought to Word's: merged cells, repeated rows, the lines around cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from lxml import etree

from extractor.reading import word_markup
from extractor.reading.odf.lists import whole
from extractor.reading.odf.names import TABLE
from extractor.reading.odf.styles import Styles

ReadBlocks = Callable[[etree._Element], str]

_CELL: Final = TABLE + "table-cell"
_COVERED: Final = TABLE + "covered-table-cell"
_ROW: Final = TABLE + "table-row"
_NESTED: Final = TABLE + "table"

# A template may repeat its last row a million times; only rows and cells with text count.
_MOST_REPEATED: Final = 100
_MOST_COLUMNS: Final = 500


def write_table(table: etree._Element, styles: Styles, read_blocks: ReadBlocks) -> str:
    """Write a table; `read_blocks` writes what stands in a cell."""
    open_merges: dict[int, tuple[int, int]] = {}
    rows = [list(_cells(row, styles, read_blocks, open_merges)) for row in _rows(table)]
    return word_markup.table(rows)


def _rows(parent: etree._Element) -> Iterator[etree._Element]:
    """Yield the rows of a table, through heads, groups and sections, as often as they are repeated."""
    for child in parent:
        if child.tag == _ROW:
            times = whole(child.get(TABLE + "number-rows-repeated"), 1)
            filled = any(text.strip() for text in child.itertext())
            for _ in range(min(times, _MOST_REPEATED) if filled else 1):
                yield child
        elif child.tag not in (_CELL, _COVERED, _NESTED):
            yield from _rows(child)


def _cells(
    row: etree._Element, styles: Styles, read_blocks: ReadBlocks, open_merges: dict[int, tuple[int, int]]
) -> Iterator[str]:
    """Yield the cells of a row; `open_merges` has the rows left and the width of cells merged downwards."""
    column = beside = 0
    for element in row:
        if element.tag not in (_CELL, _COVERED):
            continue
        width = min(max(1, whole(element.get(TABLE + "number-columns-spanned"), 1)), _MOST_COLUMNS)
        height = max(1, whole(element.get(TABLE + "number-rows-spanned"), 1))
        sides = styles.sides(element.get(TABLE + "style-name"))
        for _ in range(min(whole(element.get(TABLE + "number-columns-repeated"), 1), _MOST_COLUMNS)):
            if column in open_merges:
                left, merged = open_merges.pop(column)
                if left > 1:
                    open_merges[column] = left - 1, merged
                yield word_markup.cell(read_blocks(element), columns=merged, merges="continue", sides=sides)
                beside = column + merged
            elif element.tag == _CELL or column >= beside:
                if height > 1:
                    open_merges[column] = height - 1, width
                merges = "restart" if height > 1 else None
                yield word_markup.cell(read_blocks(element), columns=width, merges=merges, sides=sides)
                beside = column + width
            column += 1
