"""Tables keep their grid, merged cells and rules; every word stands once."""

from __future__ import annotations

import pytest

from extractor.elements import Role


def p(text: str = "") -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" if text else "<w:p/>"


def tc(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content if content.startswith('<') else p(content)}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str, properties: str = "") -> str:
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(rows)}</w:tbl>"


def span(width: int) -> str:
    return f'<w:gridSpan w:val="{width}"/>'


START, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def grid(table):
    return [(c.row, c.column, c.row_span, c.column_span, c.text) for c in table.cells]


def test_merged_cells_are_one_cell_with_spans(table_of):
    table = table_of(
        tbl(
            tr(tc("Huyện", START), tc("Số xã", span(2))),
            tr(tc("", ON), tc("2019"), tc("2020")),
            tr(tc("Hướng Hóa"), tc("20"), tc("21")),
        )
    )
    assert grid(table) == [
        (0, 0, 2, 1, "Huyện"),
        (0, 1, 1, 2, "Số xã"),
        (1, 1, 1, 1, "2019"),
        (1, 2, 1, 1, "2020"),
        (2, 0, 1, 1, "Hướng Hóa"),
        (2, 1, 1, 1, "20"),
        (2, 2, 1, 1, "21"),
    ]


def test_a_merge_ends_where_another_cell_begins(table_of):
    table = table_of(tbl(tr(tc("A", START)), tr(tc("", ON)), tr(tc("B", START)), tr(tc("", ON))))
    assert grid(table) == [(0, 0, 2, 1, "A"), (2, 0, 2, 1, "B")]


def test_words_in_a_covered_cell_are_kept(table_of):
    assert grid(table_of(tbl(tr(tc("A", START)), tr(tc("b", ON))))) == [(0, 0, 2, 1, "A b")]


def test_a_continued_merge_without_a_start_is_a_cell(table_of):
    assert grid(table_of(tbl(tr(tc("A", ON), tc("B"))))) == [(0, 0, 1, 1, "A"), (0, 1, 1, 1, "B")]


def test_a_merge_to_the_right_widens_the_cell(table_of):
    on = '<w:hMerge w:val="continue"/>'
    assert grid(table_of(tbl(tr(tc("A", '<w:hMerge w:val="restart"/>'), tc("", on), tc("B"))))) == [
        (0, 0, 1, 2, "A"),
        (0, 2, 1, 1, "B"),
    ]


def test_a_row_may_begin_further_in(table_of):
    table = table_of(tbl(tr(tc("A"), tc("B")), tr(tc("C"), properties='<w:gridBefore w:val="1"/>')))
    assert grid(table)[-1] == (1, 1, 1, 1, "C")


def test_the_text_of_a_cell_is_one_line(table_of):
    content = (
        p("Ủy ban") + "<w:p><w:r><w:t>nhân</w:t><w:br/><w:t>dân</w:t><w:tab/><w:t>tỉnh</w:t></w:r></w:p>"
    )
    (cell,) = table_of(tbl(tr(tc(content)))).cells
    assert cell.text == "Ủy ban nhân dân tỉnh"
    assert [(o.start, o.end, o.part) for o in cell.origins] == [
        (0, 6, "word/document.xml#1"),
        (7, 12, "word/document.xml#2"),
        (12, 20, "word/document.xml#2"),
    ]


def test_a_table_in_a_cell_is_part_of_its_text(table_of):
    inner = tbl(tr(tc("b"), tc("c")), tr(tc("d")))
    assert [cell.text for cell in table_of(tbl(tr(tc(p("a") + inner + p("e")), tc("f")))).cells] == [
        "a b c d e",
        "f",
    ]


def test_deleted_rows_and_cells_are_gone(table_of):
    table = table_of(
        tbl(
            tr(tc("A"), tc("x", "<w:cellDel/>")),
            tr(tc("x"), properties="<w:del/>"),
            tr(tc("B"), properties="<w:ins/>"),
        )
    )
    assert grid(table) == [(0, 0, 1, 1, "A"), (1, 0, 1, 1, "B")]


def test_rows_and_cells_in_content_controls_are_read(table_of):
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    table = table_of(tbl(tr(tc("A"), control.format(tc("B"))), control.format(tr(tc("C"), tc("D")))))
    assert [cell.text for cell in table.cells] == ["A", "B", "C", "D"]


def test_a_table_stands_between_its_paragraphs(read_docx):
    reading = read_docx(p("Trước") + tbl(tr(tc("A"))) + p("Sau"))
    assert [(e.role, e.text) for e in reading.elements] == [
        (Role.TEXT, "Trước"),
        (Role.TABLE, ""),
        (Role.TEXT, "Sau"),
    ]


def test_a_table_without_a_word_is_none(read_docx):
    assert [e.role for e in read_docx(tbl(tr(tc(""))) + p("Sau")).elements] == [Role.TEXT]


def borders(*drawn: str, kind: str = "tbl") -> str:
    lines = "".join(f'<w:{each} w:val="single"/>' for each in drawn)
    return f"<w:{kind}Borders>{lines}</w:{kind}Borders>"


GRID = borders("top", "left", "bottom", "right", "insideH", "insideV")
NO_GRID = GRID.replace("single", "nil")
STYLE = (
    f'<w:style w:type="table" w:styleId="Luoi"><w:tblPr>{GRID}</w:tblPr></w:style>'
    '<w:style w:type="table" w:styleId="Con"><w:basedOn w:val="Luoi"/></w:style>'
)


@pytest.mark.parametrize(
    ("properties", "cell", "ruled"),
    [
        ("", "", False),
        (GRID, "", True),
        (NO_GRID, "", False),
        ('<w:tblStyle w:val="Luoi"/>', "", True),
        ('<w:tblStyle w:val="Con"/>', "", True),
        ('<w:tblStyle w:val="Con"/>' + NO_GRID, "", False),
        (borders("insideH", "top", "bottom"), "", True),
        ("", borders("top", "left", "bottom", "right", kind="tc"), True),
        (GRID, borders("top", "left", "bottom", "right", kind="tc").replace("single", "nil"), False),
        (borders("bottom"), "", False),
    ],
    ids=[
        "none",
        "own",
        "nil",
        "style",
        "based on",
        "style undone",
        "lines",
        "cells",
        "cells undone",
        "underline",
    ],
)
def test_a_table_is_ruled_when_lines_part_its_cells(table_of, properties, cell, ruled):
    rows = [tr(tc("a", cell), tc("b", cell)), tr(tc("c", cell), tc("d", cell))]
    assert table_of(tbl(*rows, properties=properties), styles=STYLE).ruled is ruled


def test_a_letterhead_with_one_line_under_it_is_not_ruled(table_of):
    line = borders("bottom", kind="tc")
    assert not table_of(
        tbl(tr(tc("TỈNH ỦY", line), tc("ĐẢNG CỘNG SẢN VIỆT NAM")), tr(tc("Số 3"), tc("Huế")))
    ).ruled


def test_absurd_spans_stay_bounded(table_of):
    (cell,) = table_of(tbl(tr(tc("A", span(10**8))))).cells
    assert cell.column_span == 1_000


def test_tables_as_deep_as_the_parser_lets_them_be_are_read(table_of):
    content = p("đáy")
    for _ in range(80):
        content = tbl(tr(tc(content)))
    assert [cell.text for cell in table_of(content).cells] == ["đáy"]


def test_controls_as_deep_as_the_parser_lets_them_be_are_read(read_docx):
    content = p("đáy")
    for _ in range(120):
        content = f"<w:sdt><w:sdtContent>{content}</w:sdtContent></w:sdt>"
    assert [element.text for element in read_docx(content).elements] == ["đáy"]
