"""The indicators in the cells of a table."""

from __future__ import annotations

import re

from corpus.fields import Record, period, quantity
from corpus.plain import Placed
from corpus.source import Table


def read_cell(placed: Placed) -> tuple[Record, dict[str, str]] | None:
    """The record of a numeric cell below the head, with the marks `id`, `of` and `plant` of its row.

    In a table an id holds for each column: "total@3" is the cell of the row `total` in column 3.
    """
    table, text = placed.table, placed.line.text
    if table is None or placed.row < table.head_rows or not re.match(r"\d", text):
        return None
    column, row = table.columns[placed.column], table.rows[placed.row - table.head_rows]
    if column.kind != "value":
        return None
    unit = row.get("unit") or column.fields.get("unit") or text_at(table, placed.row, "unit") or "none"
    first, last = period(column.fields["period"]) if "period" in column.fields else (None, None)
    record: Record = {"start": placed.offsets[0], "raw": text} | quantity(text, {"unit": unit})
    record |= {
        "label": row.get("label") or text_at(table, placed.row, "label"),
        "scope": None,
        "period": {"from": first, "to": last} if first else None,
        "approx": None,
        "part_of": None,
        "column_label": column_label(table, placed.column),
        "status": column.fields.get("status"),
        "place": row.get("place"),
        "table_row": placed.row + 1,
        "table_column": chr(ord("A") + placed.column),
    }
    marks = {name: f"{row[name]}@{placed.column}" for name in ("id", "of") if name in row}
    if "share" in column.fields:
        marks["of"] = f"{row['id']}@{column.fields['share']}"
    plant, _, where = row.get("plant", "").partition("@")
    if where == str(placed.column):
        marks["plant"] = plant
    return record, marks


def text_at(table: Table, row: int, kind: str) -> str:
    """The text of a row's first cell of a kind ("label", "unit"), also of one that covers several rows."""
    for cell in table.cells:
        if table.columns[cell.column].kind == kind and cell.row <= row < cell.row + cell.row_span:
            return cell.line.text
    return ""


def column_label(table: Table, column: int) -> str:
    """The path of a column's heads from the top, joined by " / "."""
    heads = (cell for cell in table.cells if cell.row < table.head_rows)
    return " / ".join(h.line.text for h in heads if h.column <= column < h.column + h.column_span)
