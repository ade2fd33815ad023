"""What cannot be read is told: pages without text, old encodings, damaged and hostile files."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader

from extractor.elements import Role
from extractor.problems import ReadError
from extractor.reading.pdf import read_elements
from extractor.reading.pdf.guarding import MAX_CONTENT, crowded_pages
from extractor.reading.pdf.opening import MAX_PAGES
from extractor.settings import Ocr
from tests.reading.pdf.composing import Composer
from tests.reading.pdf.objects import CATALOG, blank_pages, nested_forms, pages_of, pdf_of
from tests.reading.pdf.prose import prose
from tests.reading.pdf.reports import long_report, texts

SHARED = Path(__file__).parents[3] / "../shared"


def scan() -> ImageReader:
    """Make the picture of a page."""
    picture = Image.new("L", (310, 438), 235)
    ImageDraw.Draw(picture).text((40, 40), "BAO CAO", fill=0)
    return ImageReader(picture)


def draw_scan(composer: Composer) -> None:
    composer.canvas.drawImage(scan(), 0, 0, 595, 842)


def draw_hidden(composer: Composer, text: str) -> None:
    hidden = composer.canvas.beginText(85, 700)
    hidden.setFont("Serif", 12)
    hidden.setTextRenderMode(3)
    hidden.textOut(text)
    composer.canvas.drawText(hidden)


def kind_of(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read_elements(data, "van-ban.pdf", ocr=Ocr.OFF)
    assert "van-ban.pdf" in caught.value.message and caught.value.advice
    return caught.value.kind


def test_scanned_pages_inside_a_text_are_told_of_by_ranges() -> None:
    composer = Composer(number=lambda page: "")
    for page in range(1, 8):
        if page in (2, 3, 4, 6):
            draw_scan(composer)
        else:
            composer.paragraph(prose(page, 4))
        composer.end_page()
    reading = read_elements(composer.save(), "ghep.pdf", ocr=Ocr.OFF)
    found = [(p.kind, p.page, p.message.split(":")[0]) for p in reading.problems]
    assert found == [("page_without_text", 2, "Pages 2–4"), ("page_without_text", 6, "Page 6")]
    assert all("OCR" in problem.advice for problem in reading.problems)
    assert len(texts(reading.elements)) == 3


def test_a_scan_with_a_printed_stamp_is_still_a_page_without_text() -> None:
    composer = Composer()
    composer.paragraph(prose(1, 4))
    composer.end_page()
    draw_scan(composer)
    composer.paragraph("ĐÃ KÝ SỐ")
    reading = read_elements(composer.save(), "ghep.pdf", ocr=Ocr.OFF)
    assert [problem.page for problem in reading.problems] == [2]
    assert "ĐÃ KÝ SỐ" in texts(reading.elements)


def test_a_small_picture_beside_text_is_no_problem() -> None:
    composer = Composer()
    composer.canvas.drawImage(scan(), 85, 100, 120, 170)
    composer.paragraph(prose(1, 4))
    assert read_elements(composer.save(), "anh.pdf").problems == ()


def test_invisible_text_under_a_scan_is_not_trusted() -> None:
    composer = Composer(number=lambda page: "")
    composer.paragraph(prose(1, 4))
    composer.end_page()
    draw_scan(composer)
    draw_hidden(composer, "Chữ nhận dạng sai lệch nằm dưới ảnh quét")
    reading = read_elements(composer.save(), "quet.pdf", ocr=Ocr.OFF)
    assert [(problem.kind, problem.page) for problem in reading.problems] == [("page_without_text", 2)]
    assert "invisible" in reading.problems[0].message
    assert texts(reading.elements) == [prose(1, 4)]


def test_invisible_text_among_visible_is_left_out_and_told_of() -> None:
    composer = Composer()
    composer.paragraph(prose(1, 4))
    draw_hidden(composer, "Dòng chữ ẩn không ai nhìn thấy trên trang giấy này")
    reading = read_elements(composer.save(), "an.pdf")
    assert [problem.kind for problem in reading.problems] == ["hidden_text"]
    assert texts(reading.elements) == [prose(1, 4)]


def test_a_file_of_scans_alone_is_refused() -> None:
    composer = Composer(number=lambda page: "")
    draw_scan(composer)
    composer.end_page()
    draw_scan(composer)
    assert kind_of(composer.save()) == "image_only"


def test_letters_drawn_as_shapes() -> None:
    glyphs = b"".join(
        b"%d %d m %d %d l %d %d l f " % (x, y, x + 4, y + 7, x + 5, y)
        for y in (700, 680)
        for x in range(60, 500, 5)
    )
    assert kind_of(pages_of(glyphs)) == "image_only"


TCVN3 = "B¸o c¸o t×nh h×nh s¶n xuÊt kinh doanh ngµnh c«ng nghiÖp th¸ng 02 n¨m 2007 cña tØnh"


def test_the_old_encoding_is_converted_and_no_problem() -> None:
    content = b"BT /T 12 Tf 60 700 Td (%b) Tj ET" % TCVN3.encode("cp1252")
    reading = read_elements(pages_of(content, content), "cu.pdf")
    assert reading.problems == ()
    assert reading.encoding == "tcvn3"
    assert texts(reading.elements)[0].startswith("Báo cáo tình hình sản xuất kinh doanh")


def test_letters_without_meaning_are_told_of() -> None:
    data = long_report(sections=1).data
    broken = data.replace(b"/ToUnicode", b"/ToNothing")
    assert broken != data
    assert "garbled_text" in {problem.kind for problem in read_elements(broken, "mat.pdf").problems}


@pytest.mark.parametrize(
    "text", ["nguyện vọng của đồng bào", "GRDP tăng 7,64%/năm; 65/93 xã", "école française, Müller"]
)
def test_good_letters_are_no_problem(text: str) -> None:
    composer = Composer()
    composer.paragraph(f"{text}. {text}.")
    assert read_elements(composer.save(), "tot.pdf").problems == ()


@pytest.mark.skipif(not SHARED.exists(), reason="the shared reports are not beside the checkout")
@pytest.mark.parametrize(
    ("name", "pages"),
    [("reports/cong-nghiep-2007-02.pdf", 4), ("reports/legacy/2006-19412_QD115.04TTg_BLTch_DNNVV.pdf", 2)],
)
def test_real_files_in_the_old_encoding(name: str, pages: int) -> None:
    reading = read_elements((SHARED / name).read_bytes(), name)
    assert (reading.encoding, reading.problems) == ("tcvn3", ())
    assert {e.encoding for e in reading.elements if not e.text.isascii()} == {"tcvn3"}
    numbers = [e.page for e in reading.elements if e.role is Role.FURNITURE and e.text == str(e.page)]
    assert numbers == list(range(1, pages + 1))[-len(numbers) :] and numbers
    going_on = [e.page for e in reading.elements if e.continues]
    assert going_on == ([2, 3] if pages == 4 else [2])


def encrypted(password: str) -> bytes:
    composer = Composer()
    composer.canvas._doc.encrypt = StandardEncryption(password, ownerPassword="chu", strength=128)
    composer.paragraph(prose(1, 4))
    return composer.save()


def test_a_password_is_told_of_and_an_empty_one_is_tried() -> None:
    assert kind_of(encrypted("mat-khau")) == "encrypted"
    assert texts(read_elements(encrypted(""), "mo.pdf").elements) == [prose(1, 4)]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (b"\x00" * 50, "empty"),
        (b"\xd0\xcf\x11\xe0 a Word file", "unsupported"),
        (b"BAO CAO %PDF", "unsupported"),
        (b"%PDF-1.4\n", "truncated"),
        (b"%PDF-1.4\nrubbish\n%%EOF\n", "truncated"),
        (pdf_of([CATALOG, b"<</Type/Pages/Kids[]/Count 0>>"]), "empty"),
        (blank_pages(3), "empty"),
        (blank_pages(5_000), "too_large"),
    ],
)
def test_bad_input_is_refused_with_its_kind(data: bytes, kind: str) -> None:
    assert kind_of(data) == kind


def test_many_blank_pages_end_soon() -> None:
    assert kind_of(blank_pages(MAX_PAGES)) == "empty"


def test_a_file_that_breaks_off_gives_what_it_holds_and_says_so() -> None:
    data = long_report(sections=2).data
    reading = read_elements(data[: data.rindex(b"%%EOF")], "dut.pdf")
    assert [problem.kind for problem in reading.problems] == ["truncated"]
    assert len(texts(reading.elements)) > 10
    assert kind_of(data[: len(data) // 3]) == "truncated"


@pytest.mark.parametrize("depth", [20, 600])
def test_deeply_nested_forms_end_soon(depth: int) -> None:
    reading = read_elements(nested_forms(depth, 1), "long.pdf")
    assert texts(reading.elements)[0] == "Bao cao so ket"
    assert [problem.kind for problem in reading.problems] == ["lost_text"]


def test_forms_that_double_with_each_level_are_not_unfolded() -> None:
    assert crowded_pages(nested_forms(4, 2)) == frozenset()
    assert crowded_pages(nested_forms(24, 2)) == {0}
    assert kind_of(nested_forms(24, 2)) == "too_large"


def test_packed_content_that_unfolds_beyond_the_limit_is_one_lost_page() -> None:
    composer = Composer(number=lambda page: "")
    composer.paragraph(prose(1, 4))
    composer.end_page()
    composer.canvas._code.append("0 0 m 9 9 l S\n" * (MAX_CONTENT // 10))
    data = composer.save()
    assert len(data) < MAX_CONTENT / 20
    reading = read_elements(data, "no.pdf")
    assert texts(reading.elements) == [prose(1, 4)]
    assert [(problem.kind, problem.page) for problem in reading.problems] == [("lost_text", 2)]


def test_large_files_end_soon() -> None:
    assert kind_of(b"%PDF-1.4\n" + b"(" * 100_000_000 + b"(" * 10_000_000) == "too_large"
    assert kind_of(b"%PDF-1.4\n" + b"(" * 30_000_000) == "truncated"
    padded = pages_of(b"BT /T 12 Tf 72 700 Td (Bao cao so ket) Tj ET") + bytes(90_000_000)
    assert texts(read_elements(padded, "dem.pdf").elements) == ["Bao cao so ket"]


def test_a_page_of_too_many_letters_is_cut_and_told_of() -> None:
    line = b"(" + b"bao cao so ket tinh hinh " * 14 + b") Tj 0 -1 Td "
    reading = read_elements(pages_of(b"BT /T 1 Tf 10 800 Td " + line * 780 + b"ET"), "dai.pdf")
    assert [problem.kind for problem in reading.problems] == ["lost_text"]


GOOD = long_report(sections=1, per_section=2).data


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_damaged_files_are_read_or_refused(data: st.DataObject) -> None:
    damaged = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 12))):
        damaged[data.draw(st.integers(0, len(GOOD) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.one_of(st.just(len(GOOD)), st.integers(0, len(GOOD))))
    try:
        reading = read_elements(bytes(damaged[:cut]), "hong.pdf")
    except ReadError as error:
        assert error.kind in {"empty", "unsupported", "encrypted", "truncated", "too_large", "image_only"}
    else:
        assert reading.pages


def test_pages_are_given_back(monkeypatch: pytest.MonkeyPatch) -> None:
    import pypdfium2.raw as raw

    opened, closed = [], []
    load, close = raw.FPDF_LoadPage, raw.FPDF_ClosePage
    monkeypatch.setattr(raw, "FPDF_LoadPage", lambda *given: opened.append(1) or load(*given))
    monkeypatch.setattr(raw, "FPDF_ClosePage", lambda page: closed.append(1) or close(page))
    read_elements(long_report(sections=2).data, "dong.pdf")
    assert len(opened) == len(closed) > 1


def test_the_reading_names_its_engine_and_pages() -> None:
    reading = read_elements(long_report(sections=1, per_section=2).data, "mot.pdf")
    assert (reading.format, reading.pages, reading.encoding) == ("pdf", 1, None)
    assert reading.parser.startswith("pypdfium2 ")


def test_bytes_are_all_that_is_needed() -> None:
    assert read_elements(io.BytesIO(GOOD).getvalue(), "").pages == 1


def test_text_beyond_the_edge_of_the_page_is_left_out() -> None:
    composer = Composer()
    composer.paragraph(prose(1, 4))
    composer.canvas.setFont("Serif", 12)
    composer.canvas.drawString(700, 400, "Ghi chú của người soạn thảo nằm ngoài mép trang giấy")
    reading = read_elements(composer.save(), "mep.pdf")
    assert texts(reading.elements) == [prose(1, 4)]
    assert [problem.kind for problem in reading.problems] == ["hidden_text"]


def test_thousands_of_small_numbers_end_soon() -> None:
    numbers = b"".join(
        b"/T %d Tf 1 0 0 1 %d %d Tm (%d) Tj "
        % (9 - 4 * (n % 2), 3 * (n % 190), 800 - 8 * (n // 190) + 3 * (n % 2), n % 10)
        for n in range(15_000)
    )
    assert read_elements(pages_of(b"BT " + numbers + b"ET"), "so.pdf").pages == 1
