"""Columns are read one after the other, rows along the line, whichever the page shows."""

from __future__ import annotations

import pytest

from extractor.elements import Element, Role
from extractor.reading.pdf import read_elements
from tests.reading.pdf.composing import Composer
from tests.reading.pdf.prose import prose
from tests.reading.pdf.reports import joined, texts

STATE_LEFT = [("", "UBND TỈNH KON TUM"), ("-Bold", "SỞ CÔNG THƯƠNG"), ("", ""), ("", "Số: 1452/BC-SCT")]
STATE_RIGHT = [
    ("-Bold", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("-Bold", "Độc lập - Tự do - Hạnh phúc"),
    ("", ""),
    ("-Italic", "Kon Tum, ngày 09 tháng 11 năm 2020"),
]
PARTY_LEFT = [("", "HUYỆN ỦY MÈO VẠC"), ("-Bold", "BAN TUYÊN GIÁO"), ("", "*"), ("", "Số 12-BC/BTGHU")]
PARTY_RIGHT = [("-Bold", "ĐẢNG CỘNG SẢN VIỆT NAM"), ("", ""), ("-Italic", "Mèo Vạc, ngày 5 tháng 3 năm 2016")]
RECIPIENTS = [
    ("-Bold", "Nơi nhận:"),
    ("", "- Bộ Công Thương;"),
    ("", "- Văn phòng UBND tỉnh và"),
    ("", "các phòng có liên quan;"),
    ("", "- Trung tâm Xúc tiến;"),
    ("", "- Lưu: VT, KHTC."),
]
SIGNATURE = [("-Bold", "KT. GIÁM ĐỐC"), ("-Bold", "PHÓ GIÁM ĐỐC"), ("", ""), ("", ""), ("-Bold", "Y Ngọc Hà")]


def read(composer: Composer) -> tuple[Element, ...]:
    return read_elements(composer.save(), "cot.pdf").elements


def lines(*columns: list[tuple[str, str]]) -> list[str]:
    return [text for column in columns for _, text in column if text]


@pytest.mark.parametrize(("left", "right"), [(STATE_LEFT, STATE_RIGHT), (PARTY_LEFT, PARTY_RIGHT)])
@pytest.mark.parametrize("steps", [(15.5, 15.5), (15.5, 17.2), (14, 18)], ids=str)
def test_both_heads_of_a_report_stay_whole(
    left: list[tuple[str, str]], right: list[tuple[str, str]], steps: tuple[float, float]
) -> None:
    composer = Composer()
    composer.beside(left, right, steps=steps)
    composer.paragraph("BÁO CÁO", style="-Bold", align="center")
    composer.paragraph(prose(1, 3))
    assert texts(read(composer)) == [*lines(left, right), "BÁO CÁO", prose(1, 3)]


def test_an_agency_of_two_lines_is_one_piece_where_its_words_ask_for_it() -> None:
    left = [("", "UBND TỈNH KON TUM"), ("-Bold", "SỞ LAO ĐỘNG - THƯƠNG BINH"), ("-Bold", "VÀ XÃ HỘI")]
    composer = Composer()
    composer.beside(left, STATE_RIGHT)
    found = texts(read(composer))
    assert found[:2] == ["UBND TỈNH KON TUM", "SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI"]


@pytest.mark.parametrize("steps", [(13.2, 16.0), (14.0, 14.0), (12.0, 21.0)], ids=str)
def test_recipients_and_signature_are_read_one_after_the_other(steps: tuple[float, float]) -> None:
    composer = Composer()
    composer.paragraph(prose(2, 3))
    composer.beside(RECIPIENTS, SIGNATURE, left_size=11, left_align="left", steps=steps)
    found = texts(read(composer))[1:]
    assert found == [
        "Nơi nhận:",
        "- Bộ Công Thương;",
        "- Văn phòng UBND tỉnh và các phòng có liên quan;",
        "- Trung tâm Xúc tiến;",
        "- Lưu: VT, KHTC.",
        *lines(SIGNATURE),
    ]


def set_two_columns(composer: Composer, paragraphs: list[str], gutter: float = 18) -> None:
    """Set the first half of the paragraphs left, the others right."""
    width = (composer.width - gutter) / 2
    top = composer.y
    half = len(paragraphs) // 2
    lowest = top
    for side, part in enumerate((paragraphs[:half], paragraphs[half:])):
        y = top
        for text in part:
            broken = composer.broken(text, "Serif", 11, width, 18)
            for number, line in enumerate(broken):
                y -= 13.2
                align = "left" if number == len(broken) - 1 else "justify"
                x = composer.left + side * (width + gutter)
                composer.line(line, x, y, "Serif", 11, width, 0 if number else 18, align=align)
        lowest = min(lowest, y)
    composer.y = lowest - 10


def test_a_text_in_two_columns_under_a_title_across_them() -> None:
    paragraphs = [prose(seed, 2) for seed in range(6)]
    composer = Composer()
    composer.paragraph("TÌNH HÌNH KINH TẾ", style="-Bold", align="center")
    set_two_columns(composer, paragraphs)
    composer.paragraph(prose(50, 4))
    assert texts(read(composer)) == ["TÌNH HÌNH KINH TẾ", *paragraphs, prose(50, 4)]


def test_a_paragraph_goes_on_in_the_next_column() -> None:
    composer = Composer()
    width = (composer.width - 18) / 2
    texts_in = [prose(6, 4), prose(5, 8), prose(7, 4)]
    lines_in = []
    for text in texts_in:
        broken = composer.broken(text, "Serif", 11, width, 18)
        lines_in += [(line, 0 if n else 18, n == len(broken) - 1) for n, line in enumerate(broken)]
    middle = (len(lines_in) + 1) // 2
    for number, (line, indent, last) in enumerate(lines_in):
        x = composer.left + (number >= middle) * (width + 18)
        y = 750 - 13.2 * (number % middle)
        align = "left" if last else "justify"
        composer.line(line, x, y, "Serif", 11, width, indent, align=align)
    elements = read(composer)
    assert [element.continues for element in elements] == [None, False, True, False]
    assert joined(elements) == texts_in


def test_labels_and_figures_without_rules_are_read_along_the_line() -> None:
    rows = [
        ("Tổng thu ngân sách nhà nước", "1.234 tỷ đồng"),
        ("Sản lượng lương thực", "94.500 tấn"),
        ("Tỷ lệ hộ nghèo", "12,4%"),
        ("Xã đạt chuẩn nông thôn mới", "23/86 xã"),
    ]
    composer = Composer()
    composer.paragraph("Một số chỉ tiêu chủ yếu:")
    for label, figure in rows:
        composer.y -= 17
        composer.canvas.setFont("Serif", 14)
        composer.canvas.drawString(composer.left, composer.y, label)
        composer.canvas.drawRightString(composer.left + composer.width, composer.y, figure)
    elements = read(composer)
    assert not any(element.role is Role.TABLE for element in elements)
    assert texts(elements)[1:] == [f"{label} {figure}" for label, figure in rows]


def test_rows_of_a_table_without_rules_stay_together() -> None:
    composer = Composer()
    for number, (name, first, second) in enumerate(
        (("Đồng Văn", 12, 15), ("Yên Minh", 9, 11), ("Quản Bạ", 8, 8))
    ):
        y = 700 - 40 * number
        composer.canvas.setFont("Serif", 11)
        composer.canvas.drawString(90, y - 7, str(number + 1))
        composer.canvas.drawString(130, y, f"Ủy ban nhân dân huyện {name},")
        composer.canvas.drawString(130, y - 14, "tỉnh Hà Giang")
        composer.canvas.drawString(330, y - 7, str(first))
        composer.canvas.drawString(430, y - 7, str(second))
    found = texts(read(composer))
    assert found == [
        "1 Ủy ban nhân dân huyện Đồng Văn, tỉnh Hà Giang 12 15",
        "2 Ủy ban nhân dân huyện Yên Minh, tỉnh Hà Giang 9 11",
        "3 Ủy ban nhân dân huyện Quản Bạ, tỉnh Hà Giang 8 8",
    ]


def test_labels_with_their_text_set_off_are_read_together() -> None:
    composer = Composer()
    y = 700
    for label, first, second in (
        ("Chương I:", "Đánh giá chung về hiện trạng và", "phân tích nguyên nhân"),
        ("Chương II:", "Mục tiêu của kế hoạch tổng thể", "giai đoạn 1998 - 2000"),
        ("Chương III:", "Biện pháp thực hiện và dự toán", "kinh phí từ các nguồn"),
    ):
        composer.canvas.setFont("Serif", 13)
        composer.canvas.drawString(90, y, label)
        composer.canvas.drawString(200, y, first)
        composer.canvas.drawString(200, y - 16, second)
        y -= 40
    assert texts(read(composer)) == [
        "Chương I: Đánh giá chung về hiện trạng và phân tích nguyên nhân",
        "Chương II: Mục tiêu của kế hoạch tổng thể giai đoạn 1998 - 2000",
        "Chương III: Biện pháp thực hiện và dự toán kinh phí từ các nguồn",
    ]


def test_numbers_hanging_before_their_text_are_no_column() -> None:
    composer = Composer()
    for number in (1, 2, 3):
        for row, line in enumerate(composer.broken(prose(number, 2), "Serif", 13, 400, 0)):
            composer.y -= 16
            if row == 0:
                composer.canvas.setFont("Serif", 13)
                composer.canvas.drawString(90, composer.y, f"{number}.")
            composer.line(line, 120, composer.y, "Serif", 13, 400)
    assert texts(read(composer)) == [f"{number}. {prose(number, 2)}" for number in (1, 2, 3)]
