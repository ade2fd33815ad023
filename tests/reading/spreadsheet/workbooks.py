"""One small plan of a district as .xls, .xlsx and .ods, each written by a library of its own."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import xlwt
from openpyxl.styles import Border, Font, Side

# Rows as they are shown; the numbers are stored with more digits. Row 7 and column E are hidden.
TITLE = "KẾ HOẠCH NĂM 2016"
HEAD = ("Chỉ tiêu", "Đơn vị", "Thực hiện", "Kế hoạch", "Ghi chú")
SHEET = "KTXH"
STORED = {
    (4, 2): 1234.5678,
    (4, 3): 1300.0,
    (5, 2): 0.0783,
    (5, 3): 0.081,
    (6, 2): 12.0,
}
FORMATS = {(4, 2): "#,##0.0", (4, 3): "#,##0", (5, 2): "0.0%", (5, 3): "0.0%", (6, 2): "General"}
SHOWN = {(4, 2): "1,234.6", (4, 3): "1,300", (5, 2): "7.8%", (5, 3): "8.1%", (6, 2): "12"}
WORDS = {
    (0, 0): TITLE,
    **{(2, column): head for column, head in enumerate(HEAD)},
    (4, 0): "Sản lượng lúa",
    (4, 1): "tấn",
    (5, 0): "Tăng trưởng",
    (5, 1): "%",
    (6, 0): "Số trạm",
    (6, 1): "trạm",
    (4, 4): "giấu",
}
ROWS = range(2, 7)
COLUMNS = range(5)
HIDDEN_ROW = 6
HIDDEN_COLUMN = 4
STRAY = ((9, 2), 99.5)


def as_xls() -> bytes:
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet(SHEET)
    ruled = xlwt.easyxf("borders: left thin, right thin, top thin, bottom thin")
    for row in ROWS:
        for column in COLUMNS:
            place = row, column
            style = xlwt.easyxf("borders: left thin, right thin, top thin, bottom thin")
            style.num_format_str = FORMATS.get(place, "General")
            if place == (3, 0):
                continue
            sheet.write(row, column, STORED.get(place, WORDS.get(place)), style)
    sheet.merge(2, 3, 0, 0, ruled)
    sheet.write(0, 0, TITLE, xlwt.easyxf("font: bold on"))
    sheet.write(*STRAY[0], STRAY[1])
    sheet.row(HIDDEN_ROW).hidden = True
    sheet.col(HIDDEN_COLUMN).hidden = True
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def as_xlsx() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = SHEET
    line = Side(style="thin")
    for row in ROWS:
        for column in COLUMNS:
            cell = sheet.cell(row + 1, column + 1, STORED.get((row, column), WORDS.get((row, column))))
            cell.border = Border(left=line, right=line, top=line, bottom=line)
            cell.number_format = FORMATS.get((row, column), "General")
    sheet.merge_cells("A3:A4")
    sheet["A1"] = TITLE
    sheet["A1"].font = Font(bold=True)
    sheet.cell(STRAY[0][0] + 1, STRAY[0][1] + 1, STRAY[1])
    sheet.row_dimensions[HIDDEN_ROW + 1].hidden = True
    sheet.column_dimensions["E"].hidden = True
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


_NAMES = {
    "office": "office:1.0",
    "text": "text:1.0",
    "table": "table:1.0",
    "style": "style:1.0",
    "fo": "xsl-fo-compatible:1.0",
}
DECLARED = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}"' for prefix, name in _NAMES.items()
)


def ods(rows: str, styles: str = "") -> bytes:
    """Build an .ods of the rows of one sheet."""
    content = (
        f"<office:document-content {DECLARED}><office:automatic-styles>{styles}</office:automatic-styles>"
        f'<office:body><office:spreadsheet><table:table table:name="{SHEET}">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return stream.getvalue()


def as_ods() -> bytes:
    style = (
        '<style:style style:name="R" style:family="table-cell">'
        '<style:table-cell-properties fo:border="0.5pt solid #000000"/></style:style>'
        '<style:style style:name="B" style:family="table-cell"><style:text-properties fo:font-weight="bold"/>'
        "</style:style>"
    )
    columns = (
        '<table:table-column table:number-columns-repeated="4"/>'
        '<table:table-column table:visibility="collapse"/>'
    )
    rows = [_ods_cell(TITLE, None, "B"), ""]
    rows += ["".join(_ods_place((row, column)) for column in COLUMNS) for row in ROWS]
    written = "".join(_ods_row(cells, hidden=number == HIDDEN_ROW) for number, cells in enumerate(rows))
    stray = '<table:table-cell table:number-columns-repeated="2"/>' + _ods_cell("99.5", STRAY[1], "")
    return ods(columns + written + _ods_row("") * 2 + _ods_row(stray), style)


def _ods_place(place: tuple[int, int]) -> str:
    if place == (3, 0):
        return "<table:covered-table-cell/>"
    spans = 'table:number-rows-spanned="2"' if place == (2, 0) else ""
    return _ods_cell(SHOWN.get(place) or WORDS.get(place, ""), STORED.get(place), "R", spans)


def _ods_cell(text: str, value: float | None, style: str, attributes: str = "") -> str:
    typed = f'office:value-type="float" office:value="{value}"' if value is not None else ""
    paragraph = f"<text:p>{text}</text:p>" if text else ""
    return f'<table:table-cell table:style-name="{style}" {typed} {attributes}>{paragraph}</table:table-cell>'


def _ods_row(cells: str, *, hidden: bool = False) -> str:
    visibility = ' table:visibility="collapse"' if hidden else ""
    return f"<table:table-row{visibility}>{cells or '<table:table-cell/>'}</table:table-row>"
