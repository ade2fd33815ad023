"""Ruled tables: their cells, spans and heads, on one page and over several."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.elements import Element, Role, TableCell
from extractor.reading.page.geometry import Rule
from extractor.reading.page.grids import find_grids
from extractor.reading.pdf import read_elements
from tests.reading.pdf.composing import Composer, spread
from tests.reading.pdf.prose import prose
from tests.reading.pdf.reports import SPANS, TABLE, texts

Drawn = Callable[[Composer, float, float, float, float], None]


def read(composer: Composer) -> tuple[Element, ...]:
    return read_elements(composer.save(), "bieu.pdf").elements


def tables(elements: tuple[Element, ...]) -> list[Element]:
    return [element for element in elements if element.role is Role.TABLE]


def shape(cells: tuple[TableCell, ...]) -> list[tuple[int, int, int, int, str]]:
    return [(cell.row, cell.column, cell.row_span, cell.column_span, cell.text) for cell in cells]


def grid_text(element: Element) -> dict[tuple[int, int], str]:
    return {(cell.row, cell.column): cell.text for cell in element.cells}


def expected(
    rows: list[list[str]], spans: list[tuple[int, int, int, int]]
) -> list[tuple[int, int, int, int, str]]:
    wide = {(r, c): (height, width) for r, c, height, width in spans}
    covered = {
        (r + dr, c + dc)
        for r, c, height, width in spans
        for dr in range(height)
        for dc in range(width)
        if dr or dc
    }
    return [
        (r, c, *wide.get((r, c), (1, 1)), text)
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
        if (r, c) not in covered
    ]


def test_a_head_over_several_columns_and_merged_cells() -> None:
    composer = Composer()
    composer.paragraph("Kết quả giảm nghèo như sau:")
    composer.table(TABLE, [30, 160, 80, 80, 80], spans=SPANS, head=2)
    composer.paragraph("Như vậy, số hộ nghèo đã giảm.")
    before, table, after = read(composer)
    assert shape(table.cells) == expected(TABLE, SPANS)
    assert table.ruled and table.text == ""
    assert (before.text, after.text) == ("Kết quả giảm nghèo như sau:", "Như vậy, số hộ nghèo đã giảm.")
    assert all(origin.page == 1 and origin.box for cell in table.cells for origin in cell.origins)


def test_cells_of_several_lines_with_marks_and_broken_symbols() -> None:
    rows = [
        ["Văn bản", "Nội dung"],
        [
            "Kế hoạch số 218/KH-UBND, ngày 14/3/2017",
            "Thực hiện quy chế dân chủ ở cơ sở trên địa bàn<super>(2)</super>",
        ],
        ["Hướng dẫn số 03-HD/BTCTU", "Diện tích 45 m<super>2</super>"],
    ]
    composer = Composer()
    composer.table(rows, [110, 130])
    (table,) = tables(read(composer))
    text = grid_text(table)
    assert text[1, 0] == "Kế hoạch số 218/KH-UBND, ngày 14/3/2017"
    assert text[1, 1] == "Thực hiện quy chế dân chủ ở cơ sở trên địa bàn(2)"
    marks = {(cell.row, cell.column): [mark.label for mark in cell.markers] for cell in table.cells}
    assert marks[1, 1] == ["2"] and marks[2, 1] == []


ROWS = [[str(n), f"Xã đạt chuẩn nông thôn mới thứ {n}", f"{n * 17}", f"{n * 3},5"] for n in range(1, 71)]
HEAD = [["TT", "Chỉ tiêu", "Năm 2017", ""], ["", "", "Số lượng", "Tỷ lệ"]]
HEAD_SPANS = [(0, 0, 2, 1), (0, 1, 2, 1), (0, 2, 1, 2)]


@pytest.mark.parametrize("head", [2, 0])
def test_a_table_over_page_breaks_is_one_table_with_its_head_once(head: int) -> None:
    composer = Composer()
    composer.paragraph(prose(1, 3))
    composer.table(HEAD + ROWS, [30, 220, 80, 80], spans=HEAD_SPANS, head=head)
    composer.paragraph("Hết biểu.")
    elements = read(composer)
    (table,) = tables(elements)
    assert shape(table.cells) == expected(HEAD + ROWS, HEAD_SPANS)
    assert {origin.page for cell in table.cells for origin in cell.origins} == {1, 2, 3}
    assert [origin.page for origin in table.origins] == [1, 2, 3]
    assert texts(elements) == [prose(1, 3), "Hết biểu."]


def test_another_table_after_a_page_break_is_another_table() -> None:
    composer = Composer()
    composer.table(ROWS[:20], [30, 220, 80, 80], head=0)
    composer.end_page()
    composer.paragraph("Biểu số 2:")
    composer.table(ROWS[20:30], [30, 220, 80, 80], head=0)
    composer.end_page()
    composer.table(ROWS[30:34], [60, 200, 70, 80], head=0)
    assert [len(table.cells) for table in tables(read(composer))] == [80, 40, 16]


def draw_rows(composer: Composer, rows: list[list[list[str]]], widths: list[float], *, y: float) -> None:
    """Draw ruled rows of cells, each cell given by its lines."""
    canvas = composer.canvas
    xs = [composer.left + sum(widths[:n]) for n in range(len(widths) + 1)]
    canvas.setFont("Serif", 11)
    canvas.line(xs[0], y, xs[-1], y)
    for row in rows:
        height = 14 * max(len(cell) for cell in row) + 4
        for x, cell in zip(xs, row, strict=False):
            for n, line in enumerate(cell):
                canvas.drawString(x + 5, y - 13 - 14 * n, line)
        for x in xs:
            canvas.line(x, y, x, y - height)
        y -= height
        canvas.line(xs[0], y, xs[-1], y)


def lines_in_cell(composer: Composer, text: str, width: float) -> list[str]:
    return [
        "".join(("" if unit.glued else " ") + unit.text for unit in line).strip()
        for line in composer.broken(text, "Serif", 11, width - 11, 0)
    ]


@pytest.mark.parametrize("repeated", [True, False])
def test_a_row_cut_by_a_page_break_is_mended(repeated: bool) -> None:
    composer = Composer(number=lambda page: "")
    widths = [30, 150, 150, 60]
    task = lines_in_cell(
        composer, "Tuyên truyền, phổ biến pháp luật về đất đai và môi trường ở các xã, thị trấn", 150
    )
    agency = lines_in_cell(
        composer, "Sở Tư pháp phối hợp với các cơ quan, đơn vị và các địa phương liên quan", 150
    )
    head = [[["TT"], ["Nội dung"], ["Đơn vị chủ trì"], ["Số vụ"]]]
    first = [
        [["1"], ["Giải quyết khiếu nại"], ["Thanh tra tỉnh"], ["12"]],
        [["2"], task[:2], agency[:2], ["45"]],
    ]
    rest = [[[], task[2:], agency[2:], []], [["3"], ["Tiếp công dân"], ["Văn phòng"], ["7"]]]
    draw_rows(composer, head + first, widths, y=150)
    composer.end_page()
    draw_rows(composer, head * repeated + rest, widths, y=780)
    (table,) = tables(read(composer))
    text = grid_text(table)
    assert [text[2, c] for c in range(4)] == ["2", " ".join(task), " ".join(agency), "45"]
    assert [text[3, c] for c in range(4)] == ["3", "Tiếp công dân", "Văn phòng", "7"]
    mended = next(cell for cell in table.cells if (cell.row, cell.column) == (2, 1))
    assert [origin.page for origin in mended.origins] == [1, 1, *[2] * len(task[2:])]


def test_a_whole_row_after_a_page_break_is_not_taken_for_the_rest_of_one() -> None:
    composer = Composer(number=lambda page: "")
    widths = [30, 220, 80]
    draw_rows(composer, [[["5"], ["Tổng số hộ nghèo"], ["1.234"]]] * 2, widths, y=150)
    composer.end_page()
    draw_rows(
        composer, [[[], ["Trong đó: hộ dân tộc"], ["310"]], [["6"], ["Hộ cận nghèo"], ["99"]]], widths, y=780
    )
    (table,) = tables(read(composer))
    assert max(cell.row for cell in table.cells) == 3


def test_a_merged_label_cut_by_a_page_break_covers_both_its_parts() -> None:
    rows = [["Huyện Bắc Hà", "Xã A", "1"], ["", "Xã B", "2"], ["", "Xã C", "3"], ["", "Xã D", "4"]]
    composer = Composer(number=lambda page: "")
    composer.table(rows[:2], [100, 100, 60], spans=[(0, 0, 2, 1)], head=0)
    composer.end_page()
    composer.table(rows[2:], [100, 100, 60], spans=[(0, 0, 2, 1)], head=0)
    (table,) = tables(read(composer))
    assert shape(table.cells) == expected(rows, [(0, 0, 4, 1)])


def thin_boxes(composer: Composer, x0: float, y0: float, x1: float, y1: float) -> None:
    """Draw a line as Word does: as a filled box half a point thick."""
    composer.canvas.rect(x0, y0, max(x1 - x0, 0.48), max(y1 - y0, 0.48), stroke=0, fill=1)


def strokes(composer: Composer, x0: float, y0: float, x1: float, y1: float) -> None:
    composer.canvas.line(x0, y0, x1, y1)


def dashes(composer: Composer, x0: float, y0: float, x1: float, y1: float) -> None:
    composer.canvas.setDash(2, 2)
    composer.canvas.line(x0, y0, x1, y1)
    composer.canvas.setDash()


@pytest.mark.parametrize("draw", [thin_boxes, strokes, dashes])
@pytest.mark.parametrize("open_sides", [False, True])
def test_rules_drawn_in_other_ways(draw: Drawn, open_sides: bool) -> None:
    composer = Composer()
    xs, ys = (85, 200, 300, 400), (600, 580, 560, 540)
    for y in ys:
        for x0, x1 in pairwise(xs):
            draw(composer, x0, y, x1, y)
    for x in xs[1:-1] if open_sides else xs:
        for top, bottom in pairwise(ys):
            draw(composer, x, bottom, x, top)
    composer.canvas.setFont("Serif", 11)
    for r, y in enumerate(ys[1:]):
        for c, x in enumerate(xs[:-1]):
            composer.canvas.drawString(x + 5, y + 6, f"ô {r}.{c}")
    (table,) = tables(read(composer))
    assert grid_text(table) == {(r, c): f"ô {r}.{c}" for r in range(3) for c in range(3)}


def test_one_operator_across_the_cells_of_a_row() -> None:
    composer = Composer()
    draw_rows(composer, [[[" "]] * 3] * 2, [60, 60, 60], y=700)
    spread(composer.canvas, [("12.345", 90), ("6.789", 148.5), ("10", 210)], 687, "Serif", 11)
    spread(composer.canvas, [("1", 90), ("2", 150), ("3", 210)], 669, "Serif", 11)
    (table,) = tables(read(composer))
    assert [cell.text for cell in table.cells] == ["12.345", "6.789", "10", "1", "2", "3"]


def test_upright_heads_of_narrow_columns() -> None:
    composer = Composer()
    composer.paragraph(prose(9, 2))
    draw_rows(composer, [[[" "] * 5, [], []], [["12"], ["34"], ["56"]]], [40, 40, 40], y=600)
    for column, lines in enumerate((["Số xã"], ["Số hộ", "nghèo"], ["Tỷ lệ"])):
        for row, line in enumerate(lines):
            composer.canvas.saveState()
            composer.canvas.translate(composer.left + 40 * column + 16 + 13 * row, 535)
            composer.canvas.rotate(90)
            composer.canvas.drawString(0, 0, line)
            composer.canvas.restoreState()
    (table,) = tables(read(composer))
    assert [cell.text for cell in table.cells] == ["Số xã", "Số hộ nghèo", "Tỷ lệ", "12", "34", "56"]


@pytest.mark.parametrize("sideways", [False, True])
def test_a_landscape_table(sideways: bool) -> None:
    """A wide table on a turned page, or set sideways on an upright one; places are the shown page's."""
    composer = Composer(page_size=(595, 842) if sideways else (842, 595), number=lambda page: "")
    if sideways:
        composer.canvas.translate(595, 0)
        composer.canvas.rotate(90)
    composer.canvas.setFont("Serif", 13)
    composer.canvas.drawString(100, 520, "BIỂU TỔNG HỢP SỐ LIỆU")
    draw_rows(
        composer, [[["Huyện"], ["Số xã"]], [["Sa Pa"], ["18"]], [["Bát Xát"], ["23"]]], [300, 300], y=480
    )
    title, table = read(composer)
    assert title.text == "BIỂU TỔNG HỢP SỐ LIỆU"
    assert [cell.text for cell in table.cells] == ["Huyện", "Số xã", "Sa Pa", "18", "Bát Xát", "23"]
    x0, top, x1, bottom = table.cells[0].origins[0].box or (0, 0, 0, 0)
    if sideways:
        assert 0 < x1 - x0 < 13 < bottom - top and x0 == pytest.approx(595 - 467 - 9, abs=1)
    else:
        assert (x0, bottom) == (pytest.approx(90, abs=0.2), pytest.approx(595 - 467 + 2.4, abs=0.5))


def test_a_page_that_is_shown_turned() -> None:
    composer = Composer(number=lambda page: "")
    composer.canvas.setPageRotation(90)
    composer.canvas.translate(595, 0)
    composer.canvas.rotate(90)
    composer.canvas.setFont("Serif", 13)
    composer.canvas.drawString(100, 520, "BIỂU TỔNG HỢP")
    (title,) = read(composer)
    x0, _, _, bottom = title.origins[0].box or (0, 0, 0, 0)
    assert (x0, bottom) == (pytest.approx(100, abs=0.2), pytest.approx(595 - 520 + 2.9, abs=0.5))


def test_boxes_that_are_no_tables() -> None:
    composer = Composer()
    canvas = composer.canvas
    canvas.rect(40, 40, 515, 762)  # a frame around the page
    canvas.rect(400, 770, 120, 20)  # a stamp's box
    canvas.setFont("Serif", 11)
    canvas.drawString(410, 776, "CÔNG VĂN ĐẾN")
    composer.letterhead([("", "UBND TỈNH X")], [("-Bold", "Độc lập - Tự do - Hạnh phúc")])
    composer.paragraph(prose(3, 5))
    elements = read(composer)
    assert tables(elements) == []
    assert prose(3, 5) in texts(elements)


def test_a_ruled_letterhead_is_read_as_a_letterhead() -> None:
    composer = Composer()
    draw_rows(composer, [
        [["UBND TỈNH QUẢNG TRỊ"], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]],
        [["SỞ TÀI CHÍNH"], ["Độc lập - Tự do - Hạnh phúc"]],
        [["Số: 12/BC-STC"], ["Quảng Trị, ngày 5 tháng 6 năm 2014"]],
    ], [180, 270], y=790)  # fmt: skip
    elements = read(composer)
    assert tables(elements) == []
    assert texts(elements)[:3] == ["UBND TỈNH QUẢNG TRỊ", "SỞ TÀI CHÍNH", "Số: 12/BC-STC"]


def test_boxes_joined_by_lines_are_a_chart() -> None:
    composer = Composer()
    canvas = composer.canvas
    canvas.setFont("Serif", 11)
    for x, y, text in (
        (250, 700, "UBND tỉnh"),
        (120, 600, "Các sở"),
        (250, 600, "Các huyện"),
        (380, 600, "Các ban"),
    ):
        canvas.rect(x, y, 90, 30)
        canvas.drawString(x + 10, y + 10, text)
        canvas.line(x + 45, y + 30, x + 45, y + 50)
    canvas.line(165, 650, 425, 650)
    canvas.line(295, 650, 295, 700)
    assert tables(read(composer)) == []


def test_underlined_prose_is_no_table() -> None:
    composer = Composer()
    composer.paragraph(prose(3, 8))
    for row in range(8):
        composer.canvas.line(85, 755 - 16.8 * row, 400, 755 - 16.8 * row)
    assert tables(read(composer)) == []


@st.composite
def merged_grids(draw: st.DrawFn) -> tuple[int, int, list[tuple[int, int, int, int]]]:
    """Rows, columns, and merges that do not overlap."""
    rows, columns = draw(st.integers(2, 6)), draw(st.integers(2, 6))
    free = {(r, c) for r in range(rows) for c in range(columns)}
    spans = []
    for _ in range(draw(st.integers(0, 3))):
        r, c = draw(st.integers(0, rows - 1)), draw(st.integers(0, columns - 1))
        height, width = draw(st.integers(1, rows - r)), draw(st.integers(1, columns - c))
        block = {(r + dr, c + dc) for dr in range(height) for dc in range(width)}
        if block <= free and height * width > 1:
            free -= block
            spans.append((r, c, height, width))
    return rows, columns, spans


@settings(max_examples=60, deadline=None)
@given(merged_grids())
def test_merged_cells_are_found_from_the_rules_alone(
    grid: tuple[int, int, list[tuple[int, int, int, int]]],
) -> None:
    rows, columns, spans = grid
    owner = {(r, c): (r, c) for r in range(rows) for c in range(columns)}
    for r, c, height, width in spans:
        owner.update({(r + dr, c + dc): (r, c) for dr in range(height) for dc in range(width)})
    # Only edges that all cells along them share with no merge are drawn in pieces, as Word draws them.
    rules = [Rule(True, 0, 0, 50 * columns), Rule(True, 20 * rows, 0, 50 * columns)]
    rules += [Rule(False, 0, 0, 20 * rows), Rule(False, 50 * columns, 0, 20 * rows)]
    for (r, c), cell in owner.items():
        if c + 1 < columns and owner[r, c + 1] != cell:
            rules.append(Rule(False, 50 * (c + 1), 20 * r, 20 * r + 20))
        if r + 1 < rows and owner[r + 1, c] != cell:
            rules.append(Rule(True, 20 * (r + 1), 50 * c, 50 * c + 50))
    edges_x = {0, columns} | {c + 1 for (r, c) in owner if c + 1 < columns and owner[r, c + 1] != owner[r, c]}
    edges_y = {0, rows} | {r + 1 for (r, c) in owner if r + 1 < rows and owner[r + 1, c] != owner[r, c]}
    xs, ys = sorted(edges_x), sorted(edges_y)
    if len(set(owner.values())) == 1:
        assert find_grids(rules) == [], "a frame is no table"
        return
    (found,) = find_grids(rules)
    assert found.xs == tuple(50 * x for x in xs) and found.ys == tuple(20 * y for y in ys)
    cells = {(ys[cell.row], xs[cell.column]) for cell in found.cells}
    assert cells == set(owner.values())
