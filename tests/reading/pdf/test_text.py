"""Words, lines and paragraphs: what was set comes out, word for word."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import Any

import pypdfium2.raw as raw
import pytest

from extractor.elements import Element, Role
from extractor.reading.pdf import read_elements
from extractor.reading.pdf.checking import check_interleaved
from extractor.reading.pdf.laying_out import lay_out
from extractor.reading.pdf.opening import open_document
from tests.reading.pdf.composing import Composer, spread, with_fallback
from tests.reading.pdf.objects import pages_of
from tests.reading.pdf.prose import prose
from tests.reading.pdf.reports import TABLE, joined, long_report, notes_of, texts

HEADS = 6  # lines of the two letterheads of `long_report`


def read(data: bytes) -> tuple[Element, ...]:
    return read_elements(data, "thu.pdf").elements


def set_lines(*lines: str, size: float = 14, leading: float = 17) -> bytes:
    """Set lines one under the other, each as one run."""
    composer = Composer()
    for number, line in enumerate(lines):
        composer.canvas.setFont("Serif", size)
        composer.canvas.drawString(85, 750 - number * leading, line)
    return composer.save()


def test_a_report_of_seventeen_pages_comes_out_word_for_word() -> None:
    written = long_report()
    reading = read_elements(written.data, "thu.pdf")
    assert reading.pages is not None and reading.pages >= 17
    assert joined(reading.elements)[HEADS:] == written.paragraphs
    assert notes_of(reading.elements) == written.notes
    assert [mark.label for element in reading.elements for mark in element.markers] == list(written.notes)
    assert texts(reading.elements, Role.FURNITURE) == [str(page) for page in range(2, reading.pages + 1)]
    (table,) = [element for element in reading.elements if element.role is Role.TABLE]
    assert [cell.text for cell in table.cells] == [text for row in TABLE for text in row if text]
    assert reading.problems == ()


@pytest.mark.parametrize(
    "options",
    [
        {"gap": 0},
        {"size": 12},
        {"size": 11, "leading": 1.5, "gap": 0},
        {"size": 13, "leading": 1.0, "gap": 2},
        {"indent": 18, "gap": 0},
        {"left": 150, "right": 150},
        {"page_size": (420, 595), "left": 40, "right": 40, "size": 11},
        {"page_size": (842, 595)},
        {"separator": False},
        {"head": lambda page: f"Báo cáo dân vận - trang {page}", "foot": lambda page: "Phòng Tổng hợp"},
        {"head": lambda page: "CÔNG BÁO/Số 12/Ngày 05-01-2018" if page % 2 else ""},
        {"number": lambda page: f"- {page} -"},
    ],
    ids=lambda options: "-".join(map(str, options)),
)
def test_paragraphs_and_notes_survive_other_layouts(options: dict[str, Any]) -> None:
    written = long_report(sections=4, **options)
    elements = read(written.data)
    assert joined(elements)[HEADS:] == written.paragraphs
    assert notes_of(elements) == written.notes


@pytest.mark.parametrize(
    "options",
    [{"indent": 0}, {"indent": 0, "gap": 3}, {"body": "left"}],
    ids=lambda options: "-".join(options),
)
def test_without_an_indent_only_a_page_break_is_left_open(options: dict[str, Any]) -> None:
    written = long_report(sections=4, **options)
    elements = read(written.data)
    # Flush paragraphs: a full line at a page's end may end one or not, and geometry does not tell.
    for before, element in pairwise(elements):
        if element.role is Role.TEXT and element.continues is None:
            assert before.role is not Role.TEXT
    assert " ".join(joined(elements)[HEADS:]).split() == " ".join(written.paragraphs).split()


@pytest.mark.parametrize(
    ("first", "second", "style"),
    [
        ("1- Tình hình thực hiện Quy chế ở các xã, phường, thị trấn năm 2019", "Kiểm-tra-giám-sát", "-Bold"),
        ("1- Tình hình thực hiện Quy chế ở các xã, phường, thị trấn năm 2019", "Kiểm-tra-giám-sát", ""),
        ("Công tác kiểm tra, giám sát được cấp ủy và Ban Chỉ đạo quan tâm", "Năm-2019-đã-kiểm-tra", ""),
    ],
)
def test_a_last_line_too_full_for_the_next_word_still_ends_its_paragraph(
    first: str, second: str, style: str
) -> None:
    composer = Composer(break_symbols=False, gap=0)
    for number in range(3):
        composer.paragraph(prose(number, 4))
        composer.paragraph(first, style=style)
        composer.paragraph(f"{second} {prose(number, 4)}")
    expected = [text for n in range(3) for text in (prose(n, 4), first, f"{second} {prose(n, 4)}")]
    assert joined(read(composer.save())) == expected


def test_a_short_last_line_of_justified_text_ends_its_paragraph_whatever_comes_next() -> None:
    composer = Composer(indent=0, gap=0, break_symbols=False)
    ending = "Các đơn vị báo cáo kết quả và những việc còn phải làm về Sở Nội vụ"
    written = []
    for number in range(4):
        written += [f"{prose(number, 6)} {ending} {'tỉnh ' * number}".strip()]
        written += [f"Tăng-cường-kiểm-tra-giám-sát {prose(number, 6)}"]
    for text in written:
        composer.paragraph(text)
    starts = {element.text for element in read(composer.save()) if element.role is Role.TEXT}
    assert len(starts & set(written)) >= 6


def test_every_place_points_at_its_text() -> None:
    elements = read(long_report(sections=3).data)
    for element in elements:
        assert unicodedata.is_normalized("NFC", element.text)
        for mark in element.markers:
            assert mark.label in element.text[mark.start : mark.end]
        for pieces in (element, *element.cells):
            spans = [(origin.start, origin.end) for origin in pieces.origins]
            assert all(a < b for a, b in spans) or element.role is Role.TABLE
            assert all(left[1] <= right[0] for left, right in pairwise(spans))
            for origin in pieces.origins:
                assert origin.box is not None and origin.page is not None
                x0, top, x1, bottom = origin.box
                assert 0 <= x0 < x1 <= 595 and 0 <= top < bottom <= 842
        if element.role is Role.TEXT:
            assert (
                element.text[element.origins[-1].start : element.origins[-1].end]
                == element.text[element.origins[-1].start :]
            )


def test_one_origin_a_line() -> None:
    lines = ("Thực hiện nhiệm vụ được giao, Sở Xây dựng đã kiểm tra toàn bộ các công", "trình trọng điểm.")
    (paragraph,) = [e for e in read(set_lines(*lines)) if e.role is Role.TEXT]
    assert [paragraph.text[o.start : o.end] for o in paragraph.origins] == list(lines)
    boxes = [o.box for o in paragraph.origins if o.box]
    assert boxes[0][0] == boxes[1][0] == 85
    assert boxes[1][1] - boxes[0][1] == pytest.approx(17, abs=0.2)
    assert boxes[0][1] < 842 - 750 < boxes[0][3]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("theo Pháp lệnh số 34/2007/PL-", "UBTVQH11 về dân chủ"), "34/2007/PL-UBTVQH11"),
        (("theo Kế hoạch số 161-", "KH/TU của Tỉnh ủy"), "161-KH/TU"),
        (("theo Nghị quyết số 30c/NQ-", "CP của Chính phủ"), "30c/NQ-CP"),
        (("theo Quyết định số 169/", "QĐ-BNV của Bộ Nội vụ"), "169/QĐ-BNV"),
        (("theo Quyết định số 99", "-QĐ/TW của Bộ Chính trị"), "99-QĐ/TW"),
        (("theo Công văn số 3262/QC-UBND-MT&", "ĐT của tỉnh"), "3262/QC-UBND-MT& ĐT"),
        (("trong giai đoạn 2016-", "2021 của tỉnh"), "2016-2021"),
        (("trong giai đoạn 2016 -", "2021 của tỉnh"), "2016 - 2021"),
        (("an ninh chính trị -", "xã hội của tỉnh"), "chính trị - xã hội"),
        (("phòng, chống dịch Covid-", "19 của tỉnh"), "Covid-19"),
        (("phát triển kinh tế và", "xã hội của tỉnh"), "kinh tế và xã hội"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_symbols_broken_at_a_line_end_are_joined(lines: tuple[str, str], text: str) -> None:
    filler = "Các cấp, các ngành đã thực hiện đầy đủ nhiệm vụ "
    elements = read(
        set_lines(filler + lines[0], lines[1] + " và các ngành có liên quan thực hiện đầy đủ nhiệm vụ này")
    )
    assert text in " ".join(texts(elements))


def test_a_hyphen_that_pdfium_gives_as_a_control_character() -> None:
    data = set_lines("căn cứ Nghị quyết số 19-NQ/TW, Quy chế phối hợp số 12/QC-", "UBND của tỉnh")
    assert "\x02" not in "".join(texts(read(data)))
    assert "12/QC-UBND của tỉnh" in " ".join(texts(read(data)))


@pytest.mark.parametrize("size", [10, 11, 13, 14])
@pytest.mark.parametrize("fallback", ["Serif-Italic", "Serif-Bold"])
def test_words_come_whole_when_a_second_font_fills_the_gaps(size: float, fallback: str) -> None:
    composer = Composer()
    text = prose(7, 5)
    for number, line in enumerate(composer.broken(text, "Serif", size, composer.width, 0)):
        printed = "".join(("" if unit.glued else " ") + unit.text for unit in line).strip()
        with_fallback(composer.canvas, printed, 85, 750 - 17 * number, "Serif", fallback, size)
    reading = read_elements(composer.save(), "thu.pdf")
    assert " ".join(texts(reading.elements)).split() == text.split()
    assert reading.problems == (), "the second reading agrees"


def stamped() -> bytes:
    """Set a line, and a stamp of smaller letters over it: nothing tells which letter belongs to which."""
    composer = Composer()
    composer.paragraph(prose(7, 3))
    composer.canvas.setFont("Serif", 13)
    composer.canvas.drawString(85, 400, "Tổng số thu ngân sách trên địa bàn")
    composer.canvas.setFont("Serif-Bold", 11)
    composer.canvas.drawString(120, 401, "ĐÃ THẨM TRA")
    return composer.save()


def test_words_that_a_second_reading_does_not_confirm_are_told() -> None:
    (problem,) = read_elements(stamped(), "thu.pdf").problems
    assert (problem.kind, problem.page) == ("reading_doubtful", 1)
    told = re.search(r"does not confirm (\d+) of (\d+) words", problem.message)
    assert told is not None
    unlike, of = map(int, told.groups())
    assert 1 <= unlike < of / 4


def test_a_page_that_cannot_be_read_twice_is_told() -> None:
    with open_document(stamped(), "thu.pdf") as document:
        page = raw.FPDF_LoadPage(document, 0)
        layout = lay_out(page, 1).layout
        raw.FPDF_ClosePage(page)
    (problem,) = check_interleaved(b"%PDF-1.7 and no more", [layout])
    assert problem.kind == "reading_doubtful" and "second time" in problem.message


def test_one_operator_across_two_columns_is_two_lines() -> None:
    composer = Composer()
    for y, left, right in (
        (780, "UBND TỈNH LAI CHÂU", "CỘNG HÒA XÃ HỘI"),
        (764, "SỞ TƯ PHÁP", "Độc lập - Tự do"),
    ):
        spread(composer.canvas, [(left, 90), (right, 330)], y, "Serif", 12)
    assert texts(read(composer.save())) == [
        "UBND TỈNH LAI CHÂU",
        "SỞ TƯ PHÁP",
        "CỘNG HÒA XÃ HỘI",
        "Độc lập - Tự do",
    ]


def test_effective_size_is_font_size_times_matrix_scale() -> None:
    composer = Composer()
    canvas = composer.canvas
    canvas.saveState()
    canvas.scale(12, 12)
    canvas.setFont("Serif", 1)
    canvas.drawString(7, 60, "Báo cáo sơ kết")
    canvas.restoreState()
    (element,) = read(composer.save())
    assert element.style.size == 12
    assert element.origins[0].box is not None and element.origins[0].box[0] == pytest.approx(84)


def test_text_and_rules_in_nested_forms_stand_where_they_are_drawn() -> None:
    composer = Composer()
    canvas = composer.canvas
    canvas.beginForm("trong")
    canvas.setFont("Serif", 10)
    canvas.drawString(0, 0, "Trong biểu mẫu")
    canvas.endForm()
    canvas.beginForm("ngoai")
    canvas.translate(20, 0)
    canvas.doForm("trong")
    canvas.endForm()
    canvas.translate(100, 500)
    canvas.scale(1.5, 1.5)
    canvas.doForm("ngoai")
    (element,) = read(composer.save())
    assert (element.text, element.style.size) == ("Trong biểu mẫu", 15)
    assert element.origins[0].box is not None and element.origins[0].box[0] == pytest.approx(130)


def test_decomposed_letters_and_ligatures_come_composed() -> None:
    assert texts(read(set_lines("tie\u0302\u0301n đo\u0302\u0323"))) == ["tiến độ"]


def test_styles_of_whole_pieces() -> None:
    composer = Composer()
    composer.paragraph("Kết quả thực hiện", style="-Bold", align="center")
    composer.paragraph("Điện Biên, ngày 05 tháng 6 năm 2017", style="-Italic", align="right")
    composer.paragraph(prose(3, 3))
    title, date, body = read(composer.save())
    assert (title.style.bold, title.style.italic, title.style.align) == (True, False, "center")
    assert (date.style.bold, date.style.italic, date.style.align) == (False, True, "right")
    assert (body.style.bold, body.style.align, body.style.indent, body.style.size) == (
        False,
        "justify",
        36,
        14,
    )


def test_bold_made_by_printing_twice_is_read_once() -> None:
    composer = Composer()
    composer.canvas.setFont("Serif", 14)
    for x in (85, 85.4):
        composer.canvas.drawString(x, 700, "Tình hình chung")
    assert texts(read(composer.save())) == ["Tình hình chung"]


def test_list_items_stay_apart() -> None:
    items = [
        "- Hội nghị cấp tỉnh: 12 cuộc;",
        "- Hội nghị cấp huyện: 45 cuộc;",
        "a) Cấp xã: 120 cuộc.",
        "1.2. Cấp thôn",
    ]
    composer = Composer(gap=0)
    for item in items:
        composer.paragraph(item)
    assert texts(read(composer.save())) == items


def test_items_of_full_lines_stay_apart() -> None:
    items = [
        f"- Đã tổ chức {n} hội nghị cho cán bộ, đảng viên và nhân dân tham dự tại các xã"
        for n in (12, 45, 78)
    ]
    assert texts(read(set_lines(*items, size=13))) == items


def test_a_stretched_line_is_read_along() -> None:
    composer = Composer(gap=0)
    units = composer.broken("Kết quả đạt được như sau", "Serif", 14, composer.width, 0)
    composer.paragraph(prose(1, 3), indent=0)
    composer.line(units[0], 85, composer.y - 17, "Serif", 14, composer.width, align="justify")
    assert texts(read(composer.save()))[-1].endswith("Kết quả đạt được như sau")


def test_a_title_over_two_lines_is_one_piece_and_its_type_another() -> None:
    composer = Composer(gap=0)
    title = "tổng kết 10 năm thực hiện Nghị quyết số 21-NQ/TW và 05 năm thực hiện Nghị quyết số 15-NQ/TU"
    composer.paragraph("BÁO CÁO", style="-Bold", align="center")
    composer.paragraph(title, style="-Bold", align="center")
    composer.paragraph("Phần thứ nhất", style="-Bold", align="center")
    composer.paragraph("TÌNH HÌNH THỰC HIỆN", style="-Bold", align="center")
    assert texts(read(composer.save())) == ["BÁO CÁO", title, "Phần thứ nhất", "TÌNH HÌNH THỰC HIỆN"]


def test_no_break_spaces_are_spaces() -> None:
    data = pages_of(b"BT /T 12 Tf 72 700 Td (Quy\xa0I nam 2019) Tj ET")
    assert texts(read(data)) == ["Quy I nam 2019"]
