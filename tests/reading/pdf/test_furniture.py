"""Running heads, page numbers and stamps are told from the text."""

from __future__ import annotations

import pytest

from extractor.elements import Element, Role
from extractor.reading.pdf import read_elements
from tests.reading.pdf.composing import Composer
from tests.reading.pdf.objects import pages_of
from tests.reading.pdf.prose import prose
from tests.reading.pdf.reports import texts


def read(data: bytes) -> tuple[Element, ...]:
    return read_elements(data, "trang.pdf").elements


def pages(composer: Composer, count: int) -> bytes:
    for page in range(count):
        composer.paragraph(prose(page, 4))
        if page < count - 1:
            composer.end_page()
    return composer.save()


@pytest.mark.parametrize("form", ["{}", "- {} -", "Trang {}", "Trang {}/6", "{} / 6", "Page {} of 6"])
def test_page_numbers_in_their_usual_forms(form: str) -> None:
    elements = read(pages(Composer(number=form.format), 6))
    assert texts(elements, Role.FURNITURE) == [form.format(page) for page in range(2, 7)]
    assert len(texts(elements)) == 6


def test_heads_that_differ_on_even_and_odd_pages() -> None:
    composer = Composer(
        number=lambda page: "",
        head=lambda page: f"{page} CÔNG BÁO/Số 36{page}" if page % 2 else "Ngày 28-02-2015/CÔNG BÁO",
    )
    elements = read(pages(composer, 6))
    assert len(texts(elements, Role.FURNITURE)) == 6
    assert texts(elements) == [prose(page, 4) for page in range(6)]


def test_heads_come_before_the_text_of_their_page_and_feet_after_it() -> None:
    composer = Composer(
        number=lambda page: "", head=lambda page: "Sở Y tế", foot=lambda page: f"Trang {page}"
    )
    elements = read(pages(composer, 3))
    assert [e.text if e.role is Role.FURNITURE else "" for e in elements] == [
        "Sở Y tế", "", "Trang 1", "Sở Y tế", "", "Trang 2", "Sở Y tế", "", "Trang 3",
    ]  # fmt: skip


def test_one_page_has_a_number_but_no_running_head() -> None:
    composer = Composer(head=lambda page: "Sở Y tế tỉnh", foot=lambda page: "1")
    composer.paragraph(prose(1, 4))
    elements = read(composer.save())
    assert texts(elements, Role.FURNITURE) == ["1"]
    assert texts(elements)[0] == "Sở Y tế tỉnh"


def test_the_national_head_of_a_bundle_is_text_on_every_page() -> None:
    composer = Composer(number=lambda page: "")
    for page in range(4):
        composer.letterhead(
            [("", "UBND XÃ"), ("", f"Số: {page}/QĐ-UBND")],
            [("-Bold", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), ("-Bold", "Độc lập - Tự do - Hạnh phúc")],
        )
        composer.paragraph(prose(page, 4))
        composer.end_page()
    found = texts(read(composer.save()))
    assert found.count("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") == 4


def test_a_number_that_opens_the_text_of_a_page_is_text() -> None:
    contents = [
        b"BT /T 12 Tf 72 780 Td (%d) Tj 0 -14 Td (la nam thu %b cua ke hoach) Tj ET" % (2019 + number, word)
        for number, word in enumerate((b"nhat", b"hai"))
    ]
    assert texts(read(pages_of(*contents)), Role.FURNITURE) == []


def test_the_printed_stamp_of_a_digital_signature_is_furniture() -> None:
    stamp = ["Người ký: Sở Tài chính", "Email: stc@laocai.gov.vn", "Thời gian ký: 20.03.2019 15:28:25 +07:00"]
    composer = Composer(number=lambda page: "")
    for row, line in enumerate(stamp):
        composer.canvas.setFont("Serif", 7)
        composer.canvas.drawString(420, 800 - 9 * row, line)
    composer.paragraph(prose(4, 4))
    composer.paragraph("Email: mọi góp ý xin gửi về Sở.")
    elements = read(composer.save())
    assert texts(elements, Role.FURNITURE) == stamp
    assert texts(elements) == [prose(4, 4), "Email: mọi góp ý xin gửi về Sở."]


def test_a_watermark_is_furniture() -> None:
    composer = Composer(number=lambda page: "")
    composer.paragraph(prose(4, 4))
    composer.canvas.translate(200, 300)
    composer.canvas.rotate(45)
    composer.canvas.setFont("Serif", 60)
    composer.canvas.drawString(0, 0, "DỰ THẢO")
    elements = read(composer.save())
    assert texts(elements, Role.FURNITURE) == ["DỰ THẢO"]
    assert texts(elements) == [prose(4, 4)]
