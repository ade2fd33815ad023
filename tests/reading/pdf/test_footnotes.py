"""Footnote bodies, their labels, and the raised marks in the text."""

from __future__ import annotations

import io

import pytest
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate

from extractor.elements import Element, Role
from extractor.reading.pdf import read_elements
from tests.reading.pdf.composing import Composer, register, units
from tests.reading.pdf.prose import prose
from tests.reading.pdf.reports import notes_of, texts


def read(composer: Composer) -> tuple[Element, ...]:
    return read_elements(composer.save(), "ghi-chu.pdf").elements


def marks_of(element: Element) -> list[tuple[str, str]]:
    return [(element.text[mark.start : mark.end], mark.label) for mark in element.markers]


@pytest.mark.parametrize("form", ["{}", "({})", "{})", "[{}]"])
def test_marks_stay_in_the_text_as_printed(form: str) -> None:
    mark = form.format(5)
    composer = Composer()
    composer.paragraph(f"Nhiều chỉ tiêu đạt và vượt kế hoạch đề ra^{{{mark}}}. Các cấp đã chỉ đạo kịp thời.")
    (element,) = read(composer)
    assert element.text.startswith(f"Nhiều chỉ tiêu đạt và vượt kế hoạch đề ra{mark}. Các cấp")
    assert marks_of(element) == [(mark, "5")]


def test_two_marks_side_by_side() -> None:
    composer = Composer()
    composer.paragraph("Các huyện đã ban hành văn bản chỉ đạo^{3,4} và tổ chức thực hiện^{(12)}.")
    (element,) = read(composer)
    assert [label for _, label in marks_of(element)] == ["3", "4", "12"]


@pytest.mark.parametrize(
    "text", ["diện tích 1.250 m^{2} đất", "150 km^{2} rừng", "12.000m^{3} gỗ", "đạt 45 ha^{(1)}"]
)
def test_exponents_are_no_marks(text: str) -> None:
    composer = Composer()
    composer.paragraph(text)
    (element,) = read(composer)
    assert [label for _, label in marks_of(element)] == (["1"] if "(1)" in text else [])


def test_lowered_digits_stay_on_their_line() -> None:
    composer = Composer()
    composer.canvas.setFont("Serif", 14)
    composer.canvas.drawString(85, 700, "Phát thải khí CO")
    x = 85 + composer.canvas.stringWidth("Phát thải khí CO", "Serif", 14)
    composer.canvas.setFont("Serif", 9)
    composer.canvas.drawString(x, 697, "2")
    composer.canvas.setFont("Serif", 14)
    composer.canvas.drawString(x + 6, 700, "giảm 12%")
    (element,) = read(composer)
    assert (element.text.replace(" ", ""), element.markers) == ("PhátthảikhíCO2giảm12%", ())


@pytest.mark.parametrize("separator", [True, False])
@pytest.mark.parametrize("note_size", [9, 10, 12])
def test_several_notes_of_several_lines(separator: bool, note_size: float) -> None:
    notes = {"1": prose(11, 3), "2": "Báo cáo số 45/BC-UBND, ngày 12/01/2017.", "3": prose(12, 2)}
    composer = Composer(separator=separator, note_size=note_size)
    composer.paragraph(
        "Đã tổ chức hội nghị^{(1)}, ban hành kế hoạch^{(2)} và kiểm tra^{(3)} theo quy định.", notes=notes
    )
    composer.paragraph(prose(13, 4))
    elements = read(composer)
    assert notes_of(elements) == notes
    assert [element.text for element in elements if element.role is Role.TEXT][1:] == [prose(13, 4)]
    assert all(not element.markers for element in elements if element.role is Role.FOOTNOTE)


def draw_note_lines(composer: Composer, lines: list[str], y: float, size: float = 10) -> None:
    for row, line in enumerate(lines):
        composer.line(units(line), composer.left, y - 12 * row, "Serif", size, composer.width)


@pytest.mark.parametrize("rule", [144, 450])
def test_a_note_goes_on_at_the_foot_of_the_next_page(rule: float) -> None:
    composer = Composer(separator=False)
    composer.paragraph("Ban hành nhiều văn bản chỉ đạo^{1} và tổ chức thực hiện có hiệu quả trên địa bàn.")
    composer.canvas.line(composer.left, 102, composer.left + 144, 102)
    draw_note_lines(composer, ["^{1} Công văn số 12/SNV, ngày 05/01/2016; Kế hoạch số 33/KH-UBND,"], 90)
    composer.end_page()
    composer.paragraph(prose(21, 5))
    composer.canvas.line(composer.left, 102, composer.left + rule, 102)
    draw_note_lines(
        composer, ["ngày 17/02/2016; Công văn số 91/SNV, ngày 20/3/2016.", "^{2} Theo Báo cáo số 8."], 90
    )
    notes = [element for element in read(composer) if element.role is Role.FOOTNOTE]
    assert [(note.label, note.continues) for note in notes] == [("1", False), (None, True), ("2", False)]
    assert notes[1].text == "ngày 17/02/2016; Công văn số 91/SNV, ngày 20/3/2016."


@pytest.mark.parametrize("form", ["(1) ", "1. ", "[1] ", "1) ", "* "])
def test_note_bodies_with_marks_that_are_not_raised(form: str) -> None:
    composer = Composer()
    composer.paragraph(prose(31, 4))
    composer.canvas.line(composer.left, 102, composer.left + 144, 102)
    draw_note_lines(composer, [f"{form}Theo số liệu của Cục Thống kê tỉnh."], 90)
    (note,) = [element for element in read(composer) if element.role is Role.FOOTNOTE]
    assert (note.label, note.text) == (form.strip("()[]. "), "Theo số liệu của Cục Thống kê tỉnh.")


def test_a_number_inside_a_note_opens_no_note() -> None:
    composer = Composer()
    composer.paragraph("Có nhiều mô hình mới^{7} được nhân rộng trong năm.")
    composer.canvas.line(composer.left, 114, composer.left + 144, 114)
    draw_note_lines(
        composer,
        [
            "^{7} Mô hình trồng chè tại xã Tả Lèng với diện tích",
            "12 ha và nuôi cá nước lạnh.",
            "^{8} Xã Bản Bo.",
        ],
        102,
    )
    notes = [element for element in read(composer) if element.role is Role.FOOTNOTE]
    assert [(note.label, note.text) for note in notes] == [
        ("7", "Mô hình trồng chè tại xã Tả Lèng với diện tích 12 ha và nuôi cá nước lạnh."),
        ("8", "Xã Bản Bo."),
    ]


def test_rules_that_part_no_notes() -> None:
    composer = Composer()
    composer.letterhead([("", "UBND TỈNH X")], [("-Bold", "Độc lập - Tự do - Hạnh phúc")])
    composer.paragraph("BÁO CÁO", style="-Bold", align="center")
    composer.canvas.line(250, composer.y, 350, composer.y)
    composer.paragraph(prose(41, 6))
    composer.canvas.line(composer.left, composer.y, composer.left + 144, composer.y)
    composer.paragraph("1. Dòng chữ cùng cỡ dưới một đường kẻ ngắn.")
    elements = read(composer)
    assert texts(elements, Role.FOOTNOTE) == []


def test_small_recipients_at_the_page_foot_are_no_notes() -> None:
    composer = Composer()
    composer.paragraph(prose(51, 6))
    composer.y = 160
    composer.beside(
        [("-Bold", "Nơi nhận:"), ("", "- Như trên;"), ("", "- Lưu: VT.")], [("-Bold", "GIÁM ĐỐC")],
        left_size=11, left_align="left",
    )  # fmt: skip
    assert texts(read(composer), Role.FOOTNOTE) == []


def test_a_stretched_space_behind_the_mark_of_a_note() -> None:
    composer = Composer()
    composer.paragraph(prose(61, 4))
    composer.canvas.line(composer.left, 102, composer.left + 144, 102)
    composer.line(units("^{10} Theo báo cáo của"), 85, 90, "Serif", 10, 130, align="justify")
    composer.line(units("Cục Thống kê tỉnh."), 85, 78, "Serif", 10, 130)
    (note,) = [element for element in read(composer) if element.role is Role.FOOTNOTE]
    assert (note.label, note.text) == ("10", "Theo báo cáo của Cục Thống kê tỉnh.")


@pytest.mark.parametrize("size", [10, 12, 13, 14, 16])
def test_marks_as_another_toolkit_raises_them(size: float) -> None:
    """Its marks are two points smaller than the text, and raised by half its size."""
    register()
    style = ParagraphStyle("body", fontName="Serif", fontSize=size, leading=size * 1.3)
    text = "Đạt kế hoạch<super>(1)</super>, các ngành<super>2</super> trồng 150 km<super>2</super> rừng"
    file = io.BytesIO()
    SimpleDocTemplate(file).build([Paragraph(f"{text}, khí CO<sub>2</sub>", style)])
    (element,) = read_elements(file.getvalue(), "khac.pdf").elements
    assert element.text == "Đạt kế hoạch(1), các ngành2 trồng 150 km2 rừng, khí CO2"
    assert [label for _, label in marks_of(element)] == ["1", "2"]
