from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
import xlwt
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from extractor.elements import Element, Reading, Role, TableCell
from extractor.problems import ReadError
from extractor.reading import read, spreadsheet
from extractor.reading.formats import recognise
from extractor.reading.spreadsheet import read_elements, sheets, values
from extractor.reading.spreadsheet.records import count_records
from tests.reading.spreadsheet import workbooks
from tests.reading.spreadsheet.workbooks import HIDDEN_COLUMN, HIDDEN_ROW, SHOWN, STORED, WORDS

SHARED = Path(__file__).parents[3] / "../shared"
MAKERS: dict[str, Callable[[], bytes]] = {
    "xls": workbooks.as_xls,
    "xlsx": workbooks.as_xlsx,
    "ods": workbooks.as_ods,
}


def tables(reading: Reading) -> list[Element]:
    return [element for element in reading.elements if element.role is Role.TABLE]


def by_place(element: Element) -> dict[tuple[int, int], TableCell]:
    return {(cell.row, cell.column): cell for cell in element.cells}


@pytest.mark.parametrize("form", MAKERS)
class TestOnePlanInEachFormat:
    def test_it_is_recognised(self, form: str) -> None:
        assert recognise(MAKERS[form](), "plan.bin") == form

    def test_cells_show_one_thing_and_store_another(self, form: str) -> None:
        (table,) = tables(read_elements(MAKERS[form](), "plan"))
        cells = by_place(table)
        assert {place: cells[place].text for place in SHOWN} == SHOWN
        assert {place: cells[place].value for place in STORED} == pytest.approx(STORED)
        assert {place: cells[place].text for place in WORDS if place in cells} == {
            place: text for place, text in WORDS.items() if place != (0, 0)
        }
        assert all(cells[place].value is None for place in WORDS if place in cells)

    def test_the_frame_is_the_table(self, form: str) -> None:
        reading = read_elements(MAKERS[form](), "plan")
        (table,) = tables(reading)
        lines = [element for element in reading.elements if element.role is Role.TEXT]
        assert table.ruled
        assert [line.text for line in lines] == [workbooks.TITLE, "99.5"]
        assert lines[0].style.bold
        assert {element.sheet for element in reading.elements} == {workbooks.SHEET}
        assert [element.role for element in reading.elements] == [Role.TEXT, Role.TABLE, Role.TEXT]

    def test_merged_and_hidden_cells(self, form: str) -> None:
        reading = read_elements(MAKERS[form](), "plan")
        cells = by_place(tables(reading)[0])
        assert cells[2, 0].row_span == 2
        hidden = {place for place, cell in cells.items() if cell.hidden}
        assert hidden == {place for place in cells if place[0] == HIDDEN_ROW or place[1] == HIDDEN_COLUMN}
        kinds = [problem.kind for problem in reading.problems]
        assert "hidden_cells" in kinds
        assert "rounded_numbers" in kinds
        assert "lost_text" not in kinds

    def test_places_can_be_found_again(self, form: str, tmp_path: Path) -> None:
        path = tmp_path / f"plan.{form}"
        path.write_bytes(MAKERS[form]())
        report = read(path)
        block = next(block for block in report.blocks if block.cells)
        assert block.sheet == workbooks.SHEET
        cell = next(cell for cell in block.cells if (cell.row, cell.column) == (4, 2))
        assert report.text[cell.start : cell.end] == "1,234.6"
        assert cell.value == pytest.approx(1234.5678)
        parts = {origin.part for origin in block.origins if origin.start == cell.start}
        assert parts == {f"{workbooks.SHEET}!C5"}

    def test_a_file_cut_short_is_told_of(self, form: str, tmp_path: Path) -> None:
        path = tmp_path / f"plan.{form}"
        path.write_bytes(MAKERS[form]()[:700])
        with pytest.raises(ReadError) as error:
            read(path)
        assert error.value.kind in ("truncated", "damaged")
        assert error.value.advice


def xlsx(write: Callable[[openpyxl.Workbook], None]) -> bytes:
    book = openpyxl.Workbook()
    write(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_errors_are_no_numbers() -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("A")
    for row in range(3):
        sheet.write(row, 0, "hộ")
        sheet.write(row, 1, 5 + row)
    sheet.row(3).write(0, "hộ")
    sheet.row(3).set_cell_error(1, "#DIV/0!")
    stream = io.BytesIO()
    book.save(stream)
    cells = by_place(tables(read_elements(stream.getvalue(), "a.xls"))[0])
    assert (cells[3, 1].text, cells[3, 1].value) == ("#DIV/0!", None)

    def write(workbook: openpyxl.Workbook) -> None:
        active = workbook.active
        active.append(["xã", 4])
        active.append(["hộ", "#DIV/0!"])
        active["B2"].data_type = "e"

    cells = by_place(tables(read_elements(xlsx(write), "a.xlsx"))[0])
    assert (cells[1, 1].text, cells[1, 1].value) == ("#DIV/0!", None)


def test_dates_are_shown_and_are_no_numbers() -> None:
    def write(workbook: openpyxl.Workbook) -> None:
        sheet = workbook.active
        sheet.append(["Ngày", "Số hộ"])
        sheet.append([42370, 15])
        sheet["A2"].number_format = "dd/mm/yyyy"

    cells = by_place(tables(read_elements(xlsx(write), "a.xlsx"))[0])
    assert (cells[1, 0].text, cells[1, 0].value) == ("01/01/2016", None)
    assert (cells[1, 1].text, cells[1, 1].value) == ("15", 15)


def test_old_fonts_name_an_encoding_cell_by_cell_and_run_by_run() -> None:
    def write(workbook: openpyxl.Workbook) -> None:
        sheet = workbook.active
        old, new = InlineFont(rFont=".VnTime"), InlineFont(rFont="Times New Roman")
        sheet.append(["ChØ tiªu kinh tÕ", "Sè l­îng"])
        for cell in sheet[1]:
            cell.font = openpyxl.styles.Font(name=".VnTime")
        sheet.append([CellRichText(TextBlock(old, "S¶n l­îng "), TextBlock(new, "lúa")), 7])

    reading = read_elements(xlsx(write), "a.xlsx")
    cells = by_place(tables(reading)[0])
    assert [cells[place].text for place in ((0, 0), (0, 1), (1, 0))] == [
        "Chỉ tiêu kinh tế",
        "Số lượng",
        "Sản lượng lúa",
    ]
    assert reading.encoding == "tcvn3"
    assert {e.encoding for e in reading.elements if e.encoding} >= {"tcvn3"}
    assert all(e.certainty is not None for e in reading.elements if e.encoding)


def test_sheets_without_lines_are_parted_at_blank_rows() -> None:
    def write(workbook: openpyxl.Workbook) -> None:
        sheet = workbook.active
        for row in (
            ["UBND HUYỆN", None, "CỘNG HÒA"],
            ["PHÒNG THỐNG KÊ", None, "Độc lập"],
            [],
            [],
            ["DANH SÁCH"],
            [],
            ["Xã", "Số hộ", "Số trạm"],
            ["Tân Lập", 120, 3],
            ["Tân Hòa", 95, 2],
            [],
            [],
            ["Người lập"],
        ):
            sheet.append(row)

    elements = read_elements(xlsx(write), "a.xlsx").elements
    assert [(e.role, e.text, len(e.cells)) for e in elements] == [
        (Role.TABLE, "", 4),
        (Role.TEXT, "DANH SÁCH", 0),
        (Role.TABLE, "", 9),
        (Role.TEXT, "Người lập", 0),
    ]


def test_all_sheets_are_read_and_hidden_ones_told_of() -> None:
    def write(workbook: openpyxl.Workbook) -> None:
        workbook.active.append(["một", 1])
        second = workbook.create_sheet("Nháp")
        second.append(["hai", 2])
        second.sheet_state = "hidden"

    reading = read_elements(xlsx(write), "a.xlsx")
    assert [element.sheet for element in reading.elements] == ["Sheet", "Nháp"]
    assert [problem.kind for problem in reading.problems] == ["hidden_sheet"]


def package(sheet: str) -> bytes:
    """Build an .xlsx by hand, of the content of its sheet."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"

    def related(kind: str, target: str) -> str:
        relation = f'<Relationship Id="r1" Type="{office}/{kind}" Target="{target}"/>'
        return f'<Relationships xmlns="{relations}">{relation}</Relationships>'

    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument'
        '.spreadsheetml.sheet.main+xml"/></Types>',
        "_rels/.rels": related("officeDocument", "xl/workbook.xml"),
        "xl/_rels/workbook.xml.rels": related("worksheet", "worksheets/sheet1.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{sheet}</sheetData></worksheet>',
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def number(reference: str, value: int) -> str:
    return f'<c r="{reference}"><v>{value}</v></c>'


def wide_row(row: int, columns: int) -> str:
    cells = "".join(number(f"{sheets.column_letters(column)}{row}", column) for column in range(columns))
    return f'<row r="{row}">{cells}</row>'


VAST = {
    "10,000 columns": (lambda: package(wide_row(1, 10_000) + wide_row(2, 10_000)), 20_000),
    "a million empty rows": (
        lambda: package(
            f'<row r="1">{number("A1", 1)}</row>'
            + "".join(f'<row r="{row}"/>' for row in range(2, 1_000_000))
            + f'<row r="1000000">{number("A1000000", 2)}</row>'
        ),
        2,
    ),
    "two corners": (
        lambda: package(
            f'<row r="1">{number("A1", 1)}</row><row r="1048576">{number("XFD1048576", 2)}</row>'
        ),
        2,
    ),
    "rows repeated without end": (
        lambda: workbooks.ods(
            '<table:table-row table:number-rows-repeated="1048576"><table:table-cell'
            ' table:number-columns-repeated="16384" office:value-type="float" office:value="1">'
            "<text:p>1</text:p></table:table-cell></table:table-row>"
        ),
        sheets.MOST_CELLS,
    ),
    "empty rows repeated without end": (
        lambda: workbooks.ods(
            '<table:table-row><table:table-cell office:value-type="float" office:value="1"><text:p>1</text:p>'
            '</table:table-cell></table:table-row><table:table-row table:number-rows-repeated="99999999">'
            '<table:table-cell table:number-columns-repeated="99999999"/></table:table-row>'
        ),
        1,
    ),
}


@pytest.mark.parametrize("case", VAST)
def test_vast_sheets_are_bounded(case: str) -> None:
    make, cells = VAST[case]
    data = make()
    start = time.monotonic()
    reading = read_elements(data, "a.xlsx")
    assert time.monotonic() - start < 60  # no hang
    found = sum(len(element.cells) or len(element.origins) for element in reading.elements)
    assert found == cells


def test_more_cells_than_are_read_are_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    from extractor.reading.spreadsheet import workbook

    monkeypatch.setattr(workbook, "MOST_CELLS", 50)
    reading = read_elements(package(wide_row(1, 40) + wide_row(2, 40)), "a.xlsx")
    told = [problem for problem in reading.problems if problem.kind == "too_many_cells"]
    assert len(told) == 1
    assert "30 cells" in told[0].message


def test_a_damaged_workbook_gives_its_values() -> None:
    data = MAKERS["xlsx"]()
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w") as copy:
        for name in source.namelist():
            content = source.read(name)
            copy.writestr(name, b"<styleSheet" if name == "xl/styles.xml" else content)
    with pytest.raises(ReadError) as error:
        read_elements(stream.getvalue(), "a.xlsx")
    assert error.value.kind == "damaged"


def test_values_alone_are_read_with_calamine() -> None:
    book = values.read_values(MAKERS["xlsx"]())
    cells = book.sheets[0].cells
    assert {place: cells[place].value for place in STORED} == pytest.approx(STORED)
    assert cells[0, 0].text == workbooks.TITLE
    assert values.count_cells(MAKERS["xlsx"](), book) == len(cells)


def test_too_vast_a_sheet_is_not_given_to_calamine() -> None:
    with pytest.raises(ReadError) as error:
        values.read_values(VAST["two corners"][0]())
    assert error.value.kind == "too_large"


def test_records_are_counted_as_the_cells_are() -> None:
    data = MAKERS["xls"]()
    (sheet,) = spreadsheet.excel97.read_workbook(data).sheets
    assert count_records(data) == len(sheet.cells)
    assert count_records(b"no OLE at all") is None


def test_a_cell_that_a_reader_misses_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = spreadsheet.excel97.read_workbook

    def forgetful(data: bytes) -> sheets.Workbook:
        from dataclasses import replace

        book = whole(data)
        (sheet,) = book.sheets
        kept = {place: cell for place, cell in sheet.cells.items() if place != (4, 0)}
        return replace(book, sheets=(replace(sheet, cells=kept),))

    monkeypatch.setattr(spreadsheet.excel97, "read_workbook", forgetful)
    reading = read_elements(MAKERS["xls"](), "a.xls")
    told = [problem.message for problem in reading.problems if problem.kind == "lost_text"]
    assert len(told) == 1
    assert " 1 are missing" in told[0]


def test_the_tables_of_the_plan_of_2003() -> None:
    path = SHARED / "reports/legacy/2005-KH2003-bieu.xls"
    if not path.exists():
        pytest.skip("the shared reports are not there")
    reading = read_elements(path.read_bytes(), path.name)
    assert reading.encoding == "tcvn3"
    framed = {table.sheet: by_place(table) for table in tables(reading) if table.ruled}
    assert list(framed) == ["TH", "GDP", "NN", "CN", "XNK", "VTBD", "KHGD", "VHYT", "DT"]
    assert (0, 7) not in framed["TH"]
    assert framed["TH"][15, 4].text == "7.8"
    assert framed["TH"][15, 4].value == pytest.approx(7.7959576)
    assert framed["NN"][12, 6].text == "#DIV/0!"
    assert framed["NN"][13, 2].hidden
    assert framed["NN"][33, 0].text == "Mía"
