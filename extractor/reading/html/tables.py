"""A <table>: data in a grid, or a frame that only lays out a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

import regex
from lxml import etree

from extractor.elements import Element, Role, TableCell
from extractor.reading.flattening import flatten
from extractor.reading.html.settings import HEADINGS, inline_style

ReadCell = Callable[[etree._Element], list[Element]]

_BREAK = regex.compile(r"\s")
_LINE = regex.compile(r"(?<!-)\b(?:solid|double|dotted|dashed|groove|ridge|inset|outset)\b")
_BORDERED_CLASS = regex.compile(r"(?i)border|grid|luoi")

# A cell of figures or names holds few paragraphs; the frame of a page holds its whole text.
_PARAGRAPHS_OF_A_CELL: Final = 10

# HTML's own limit (WHATWG, forming a table).
_MOST_SPANNED: Final = 1_000


def is_frame(table: etree._Element) -> bool:
    """Tell a table that lays out the page from one that says something by its rows and columns."""
    if table.get("role") in ("presentation", "none"):
        return True
    cells = [cell for row in own_rows(table) for cell in own_cells(row)]
    filled = sum(1 for cell in cells if any(text.strip() for text in cell.itertext()))
    if filled <= 1:
        return True
    if is_ruled(table):
        return False
    if next(table.iterdescendants("table", *HEADINGS), None) is not None:
        return True
    return any(sum(1 for _ in cell.iterdescendants("p", "li")) > _PARAGRAPHS_OF_A_CELL for cell in cells)


def is_ruled(table: etree._Element) -> bool:
    """Tell whether a table shows the lines between its cells, as far as the page itself says."""
    if table.get("border", "0").strip() not in ("", "0") or _BORDERED_CLASS.search(table.get("class", "")):
        return True
    if next(table.iterchildren("thead"), None) is not None or _has_line(table):
        return True
    cells = [cell for row in own_rows(table) for cell in own_cells(row)]
    lined = sum(1 for cell in cells if cell.tag == "th" or _has_line(cell))
    return lined * 2 >= len(cells) > 0


def _has_line(element: etree._Element) -> bool:
    """Tell whether the inline style draws a line on more than one side; one alone is an underline."""
    lines = [name for name, value in inline_style(element).items() if _LINE.search(value)]
    sides = [name for name in lines if name.startswith("border")]
    return len(sides) > 1 or sides in (["border"], ["border-style"])


def read_table(table: etree._Element, read_cell: ReadCell) -> Element:
    """Place the cells of a table in its grid; `read_cell` gives the paragraphs of a cell."""
    rows = list(own_rows(table))
    cells: list[TableCell] = []
    covered: dict[int, int] = {}  # column: the first row that it is free in
    for number, row in enumerate(rows):
        column = 0
        for cell in own_cells(row):
            while covered.get(column, 0) > number and column < _MOST_SPANNED:
                column += 1
            width = _span(cell.get("colspan"), _MOST_SPANNED)
            height = _height(cell, len(rows) - number)
            flat = flatten(read_cell(cell), " ")
            text = _BREAK.sub(" ", flat.text)
            cells.append(TableCell(number, column, text, height, width, flat.markers, flat.origins))
            if height > 1 and column < _MOST_SPANNED:
                covered.update(dict.fromkeys(range(column, column + width), number + height))
            column += width
    return Element(Role.TABLE, cells=tuple(cells), ruled=is_ruled(table), continues=False)


def own_rows(table: etree._Element) -> Iterator[etree._Element]:
    """Yield the rows of a table, not those of the tables in it."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from child.iterchildren("tr")


def own_cells(row: etree._Element) -> Iterator[etree._Element]:
    """Yield the cells of a row."""
    yield from row.iterchildren("td", "th")


def _span(attribute: str | None, most: int) -> int:
    stated = (attribute or "").strip()
    return min(max(int(stated), 1), most) if stated.isdecimal() and len(stated) < 10 else 1


def _height(cell: etree._Element, rows_left: int) -> int:
    """Return the rows a cell spans; 0 stands for all that are left."""
    return rows_left if (cell.get("rowspan") or "").strip() == "0" else _span(cell.get("rowspan"), rows_left)
