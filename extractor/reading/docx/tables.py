"""One w:tbl → a table element: its grid with merged cells, and whether rules part its cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

import regex
from lxml import etree

from extractor.elements import Element, Role, TableCell
from extractor.encodings import of_most
from extractor.reading.docx import names
from extractor.reading.docx.document import Document
from extractor.reading.docx.names import VAL, W
from extractor.reading.docx.paragraphs import Paragraph
from extractor.reading.docx.properties import Borders, child_value, integer, properties_of, read_borders
from extractor.reading.docx.scanning import NoteMark
from extractor.reading.flattening import flatten

ReadCell = Callable[[etree._Element], list[Paragraph]]

_BREAK = regex.compile(r"\s")

# Of the four sides of its cells, a table with lines between its rows alone shows half, a letterhead with a
# line under one of its cells an eighth.
_SHARE_RULED: Final = 0.5

# Word's own limit is 63; a span beyond this is damage, not a table.
_MOST_COLUMNS: Final = 1_000


@dataclass(frozen=True, slots=True)
class Table:
    """A table element and the notes whose marks stand in it."""

    element: Element
    notes: tuple[NoteMark, ...]


@dataclass(slots=True)
class _Cell:
    """A cell as it grows over the rows and columns merged into it."""

    row: int
    column: int
    width: int
    height: int = 1
    paragraphs: list[Paragraph] = field(default_factory=list)


@dataclass(slots=True)
class _Grid:
    """The cells so far, those that a vertical merge may still grow, by column, and the sides of all."""

    cells: list[_Cell] = field(default_factory=list)
    open: dict[int, _Cell] = field(default_factory=dict)
    sides: list[tuple[int, int, int, Borders]] = field(default_factory=list)


def read_table(table: etree._Element, document: Document, read_cell: ReadCell) -> Table:
    """Read a table; `read_cell` gives the paragraphs of a cell, with those of tables and boxes inside it."""
    grid, page = _Grid(), document.pages.shown
    number = 0
    for row in _inside(table, names.TR):
        if not is_deleted(row.find(names.TR_PR)):
            _read_row(row, number, grid, document, read_cell)
            number += 1
    flats = [flatten([each.element for each in cell.paragraphs], " ") for cell in grid.cells]
    cells = tuple(
        TableCell(
            cell.row,
            cell.column,
            _BREAK.sub(" ", flat.text),
            cell.height,
            cell.width,
            flat.markers,
            flat.origins,
        )
        for cell, flat in zip(grid.cells, flats, strict=True)
    )
    first = next((origin.page for cell in cells for origin in cell.origins), page)
    ruled = _is_ruled(grid.sides, number, _table_borders(table.find(names.TBL_PR), document))
    encoding, certainty = of_most((flat.encoding, flat.certainty, len(flat.text)) for flat in flats)
    element = Element(
        Role.TABLE,
        page=first,
        cells=cells,
        ruled=ruled,
        continues=False,
        encoding=encoding,
        certainty=certainty,
    )
    notes = [note for cell in grid.cells for paragraph in cell.paragraphs for note in paragraph.notes]
    return Table(element, tuple(notes))


def _read_row(row: etree._Element, number: int, grid: _Grid, document: Document, read_cell: ReadCell) -> None:
    """Read a row; its cells stand beside each other, so each begins on the page on which the row does."""
    pages = document.pages
    began = ended = pages.number
    column = _count(row.find(names.TR_PR), "gridBefore", 0)
    beside: _Cell | None = None
    for element in _inside(row, names.TC):
        properties = properties_of(element, names.TC_PR)
        if is_deleted(properties):
            continue
        width = min(max(1, _count(properties, "gridSpan", 1)), _MOST_COLUMNS)
        pages.number = began
        paragraphs = read_cell(element)
        ended = max(ended, pages.number)
        merge = _merge(properties)
        if merge == "right" and beside is not None:
            beside.width += width
            beside.paragraphs += paragraphs
        elif merge == "down" and column in grid.open:
            beside = grid.open[column]
            beside.height = number - beside.row + 1
            beside.paragraphs += paragraphs
        else:
            beside = _Cell(number, column, width, paragraphs=paragraphs)
            grid.cells.append(beside)
            grid.open[column] = beside
        own = properties.find(W + "tcBorders") if properties is not None else None
        grid.sides.append((number, column, column + width, read_borders(own)))
        column += width
    pages.number = ended


def _inside(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Yield the rows of a table or the cells of a row, through content controls and the like."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif len(child) and child.tag not in (names.TBL_PR, names.TR_PR, names.TC_PR, names.SDT_PR):
            yield from _inside(child, tag)


def is_deleted(properties: etree._Element | None) -> bool:
    """Tell by the properties of a row or cell whether it was deleted with changes tracked."""
    return properties is not None and any(child.tag in (names.DELETED, W + "cellDel") for child in properties)


def _merge(properties: etree._Element | None) -> str | None:
    """Say whether a cell is the continuation of the one over it ("down") or before it ("right")."""
    for tag, direction in ((W + "vMerge", "down"), (W + "hMerge", "right")):
        merge = properties.find(tag) if properties is not None else None
        if merge is not None and merge.get(VAL, "continue") == "continue":
            return direction
    return None


def _count(properties: etree._Element | None, name: str, default: int) -> int:
    return min(integer(child_value(properties, name), default), _MOST_COLUMNS)


def _table_borders(properties: etree._Element | None, document: Document) -> Borders:
    style = child_value(properties, "tblStyle")
    own = properties.find(W + "tblBorders") if properties is not None else None
    return {**document.styles.borders(style), **read_borders(own)}


def _is_ruled(sides: list[tuple[int, int, int, Borders]], rows: int, table: Borders) -> bool:
    """Tell whether at least half of the cells' sides are drawn: a cell's own border wins over the table's."""
    columns = max((end for _, _, end, _ in sides), default=0)
    drawn = 0
    for row, start, end, own in sides:
        inherited = {
            "top": table.get("top" if row == 0 else "insideH", False),
            "bottom": table.get("bottom" if row == rows - 1 else "insideH", False),
            "left": table.get("left" if start == 0 else "insideV", False),
            "right": table.get("right" if end == columns else "insideV", False),
        }
        drawn += sum(own.get(side, by_table) for side, by_table in inherited.items())
    return drawn >= _SHARE_RULED * 4 * max(1, len(sides))
