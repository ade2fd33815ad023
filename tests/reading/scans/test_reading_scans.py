"""Scans of every kind of file: their words, with place and confidence."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from PIL import Image

from extractor.elements import Element, Reading, Role
from extractor.problems import ReadError
from extractor.reading.pdf import read_elements as read_pdf
from extractor.reading.scans import read_elements as read_scan
from extractor.reading.scans.engines import find_engines
from extractor.reading.scans.tesseract_program import open_tesseract_program
from extractor.reading.scans.tokens import Cell
from extractor.settings import Ocr
from tests.reading.pdf.composing import Composer
from tests.reading.scans.scanning import LINES, draw, saved, scanned, text_page

pytestmark = pytest.mark.skipif(
    find_engines() is None, reason="no OCR engine: pip install 'baocao[ocr]', apt install tesseract-ocr-vie"
)
SYMBOLS = ("24-CT/TU", "15/3/2019", "118/KH-UBND", "02/5/2019", "72/104", "69,2%")


def words(reading: Reading) -> str:
    return " ".join(element.text for element in reading.elements)


def share_read(reading: Reading, wanted: str = " ".join(LINES)) -> float:
    """The share of the wanted words that were read."""
    found = words(reading).split()
    return sum(word in found for word in wanted.split()) / len(wanted.split())


@pytest.fixture(scope="module")
def page() -> Image.Image:
    return draw(text_page())


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF"])
def test_pictures(page: Image.Image, kind: str) -> None:
    reading = read_scan(saved(scanned(page), kind=kind), f"quet.{kind.lower()}")
    assert reading.format == kind.lower() and reading.pages == 1
    assert share_read(reading) > 0.9
    assert [symbol for symbol in SYMBOLS if symbol not in words(reading)] == []


def test_each_word_keeps_its_place_and_confidence(page: Image.Image) -> None:
    reading = read_scan(saved(page), "quet.png")
    element = next(e for e in reading.elements if "Chỉ thị" in e.text)
    for origin in element.origins:
        assert " " not in element.text[origin.start : origin.end].strip()
        assert origin.page == 1 and origin.confidence is not None and 0 <= origin.confidence <= 1
        left, top, right, bottom = origin.box or (0, 0, 0, 0)
        assert 0 < left < right < 596 and 0 < top < bottom < 843


def ink_in(picture: Image.Image, box: tuple[float, ...], dpi: int) -> float:
    part = picture.crop(tuple(round(side * dpi / 72) for side in box)).convert("L")
    dark = sum(part.histogram()[:128])
    return dark / max(1, part.width * part.height)


@pytest.mark.parametrize("skew", [-2.4, 1.3])
def test_boxes_of_a_page_laid_askew_are_those_of_the_page_as_it_lies(page: Image.Image, skew: float) -> None:
    picture = scanned(page, skew=skew)
    reading = read_scan(saved(picture), "lech.png")
    assert share_read(reading) > 0.85
    origins = [origin for element in reading.elements for origin in element.origins]
    inked = [origin for origin in origins if origin.box and ink_in(picture, origin.box, 200) > 0.04]
    assert len(inked) > 0.9 * len(origins)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_laid_sideways_or_upside_down_is_turned(turn: int) -> None:
    page = draw(text_page(*LINES * 4))
    reading = read_scan(saved(page.rotate(turn, expand=True)), "xoay.png")
    assert share_read(reading) > 0.8


def test_pages_of_a_tiff_are_read_in_order(page: Image.Image) -> None:
    second = draw(text_page("Trang hai nêu nhiệm vụ trọng tâm của năm sau và tổ chức thực hiện."))
    reading = read_scan(saved(page, second, kind="TIFF"), "hai trang.tif")
    assert reading.pages == 2
    assert [e.page for e in reading.elements if "trọng tâm" in e.text] == [2]


def test_scanned_pages_of_a_pdf_are_read_between_those_with_text() -> None:
    composer = Composer(number=lambda page: "")
    composer.paragraph("Trang này có lớp chữ, được đọc như mọi trang khác của văn bản số.")
    composer.end_page()
    composer.canvas.drawInlineImage(scanned(draw(text_page())), 0, 0, 595, 842)
    reading = read_pdf(composer.save(), "ghep.pdf")
    by_page = {page: [e for e in reading.elements if e.page == page] for page in (1, 2)}
    assert all(o.confidence is None for e in by_page[1] for o in e.origins)
    assert all(o.confidence is not None for e in by_page[2] for o in e.origins)
    assert "118/KH-UBND" in " ".join(e.text for e in by_page[2])
    assert "tesseract" in reading.parser or "trueocr" in reading.parser


def test_a_text_layer_that_is_garbled_is_read_anew() -> None:
    composer = Composer(number=lambda page: "")
    composer.canvas.drawInlineImage(draw(text_page()), 0, 0, 595, 842)
    text = composer.canvas.beginText(60, 780)
    text.setFont("Helvetica", 11)
    text.setTextRenderMode(3)
    for _ in range(6):
        text.textLine(
            "Thuc hi~n Chi thi s6 24-CTrrU ngay 15/3/2019 cua Ban Thu(mg V\\l Tinh uy, UBND tinh da ban hanh"
        )
    composer.canvas.drawText(text)
    reading = read_pdf(composer.save(), "lop chu hong.pdf")
    assert "Chỉ thị số 24-CT/TU" in words(reading)
    assert "Thuc hi~n" not in words(reading)


def over_a_scan(lines: list[str], *, size: int = 11) -> bytes:
    """A PDF of a scanned page with text laid visibly on it."""
    composer = Composer(number=lambda page: "")
    composer.canvas.drawInlineImage(draw(text_page()), 0, 0, 595, 842)
    text = composer.canvas.beginText(60, 400)
    text.setFont("Helvetica", size)
    for line in lines:
        text.textLine(line)
    composer.canvas.drawText(text)
    return composer.save()


GARBLED = ["Thuc hien Chi thi so 24 cua Ban Thuong vu Tinh uy, Uy ban nhan dan tinh da ban hanh ke hoach"] * 6


def test_a_visible_layer_without_vietnamese_marks_is_read_anew_or_told_of() -> None:
    file = over_a_scan(GARBLED, size=3)
    assert "Chỉ thị số 24-CT/TU" in words(read_pdf(file, "lop chu.pdf"))
    kept = read_pdf(file, "lop chu.pdf", ocr=Ocr.OFF)
    assert "garbled_text" in [problem.kind for problem in kept.problems]


def test_a_scan_stamped_with_a_signature_is_read() -> None:
    stamp = [
        "Signature of the province's office, valid",
        "office at a province, room of the registry",
        "Time of signing: 12.03.2019 10:15:23 +07:00, by the clerk of the registry",
    ]
    file = over_a_scan(stamp, size=4)
    reading = read_pdf(file, "ky so.pdf")
    assert "118/KH-UBND" in words(reading)
    kept = read_pdf(file, "ky so.pdf", ocr=Ocr.OFF)
    assert "page_without_text" in [problem.kind for problem in kept.problems]


@pytest.mark.skipif(open_tesseract_program() is None, reason="the program tesseract is not installed")
def test_the_program_tesseract_reads_pages_and_tables() -> None:
    engine = open_tesseract_program()
    assert engine is not None
    tokens = engine.read(draw(text_page()), 200)
    assert {"24-CT/TU", "118/KH-UBND"} <= {token.text for token in tokens}
    number = next(token for token in tokens if token.text == "118/KH-UBND")
    cell = Cell((number.box[0] - 6, number.box[1] - 6, number.box[2] + 6, number.box[3] + 6))
    small = Cell((10, 10, 12, 12))
    read = engine.read_cells(draw(text_page()), 200, [small, cell])
    assert read[0] == [] and [token.text for token in read[1]] == ["118/KH-UBND"]
    assert abs(read[1][0].box[0] - number.box[0]) < 4 and abs(read[1][0].box[1] - number.box[1]) < 4


def test_off_reads_no_picture_and_says_so(page: Image.Image) -> None:
    with pytest.raises(ReadError) as caught:
        read_pdf(saved(page, kind="PDF"), "quet.pdf", ocr=Ocr.OFF)
    assert caught.value.kind == "image_only" and "--ocr" in caught.value.advice
    with pytest.raises(ReadError):
        read_scan(saved(page), "quet.png", ocr=Ocr.OFF)


def test_force_reads_pages_with_text_from_their_pictures() -> None:
    reading = read_pdf(text_page(), "chu.pdf", ocr=Ocr.FORCE)
    assert share_read(reading) > 0.9
    assert all(origin.confidence is not None for e in reading.elements for origin in e.origins)


TABLE = [
    ["TT", "Huyện", "Số hộ nghèo", "Tỷ lệ (%)"],
    ["1", "Yên Lập", "1.204", "12,53"],
    ["2", "Thanh Sơn", "2.318", "9,40"],
    ["3", "Tân Sơn", "967", "15,08"],
]


def table_of(elements: tuple[Element, ...]) -> list[list[str]]:
    element = next(e for e in elements if e.role is Role.TABLE)
    rows = max(cell.row for cell in element.cells) + 1
    return [[cell.text for cell in element.cells if cell.row == row] for row in range(rows)]


def test_ruled_tables_are_read_cell_by_cell() -> None:
    composer = Composer(number=lambda page: "")
    composer.paragraph(LINES[0])
    composer.table(TABLE, [40, 150, 120, 120])
    picture = scanned(draw(composer.save(), dpi=300), skew=0.6)
    reading = read_scan(saved(picture, dpi=300), "bang.png")
    assert table_of(reading.elements) == TABLE
    cell = next(c for e in reading.elements for c in e.cells if c.text == "2.318")
    assert cell.origins and cell.origins[0].confidence is not None


NOTES = {"1": "Chương trình số 12-CTr/TU.", "2": "Kế hoạch số 45/KH-UBND."}


def test_notes_at_the_foot_are_footnotes() -> None:
    composer = Composer(number=lambda page: "")
    composer.paragraph(
        f"Tỉnh đã ban hành chương trình^{{(1)}} và kế hoạch giao việc^{{(2)}}. {LINES[1]}", notes=NOTES
    )
    reading = read_scan(saved(draw(composer.save(), dpi=300), dpi=300), "chu thich.png")
    notes = {e.label: e.text for e in reading.elements if e.role is Role.FOOTNOTE}
    assert list(notes) == ["1", "2"] and "12-CTr/TU" in notes["1"]


def test_a_page_of_which_nothing_can_be_read_is_told_of() -> None:
    with pytest.raises(ReadError) as caught:
        read_scan(saved(Image.new("L", (1654, 2339), 255)), "trang.png")
    assert caught.value.kind == "empty"


def test_a_rotated_page_of_a_pdf_is_read_as_it_is_shown() -> None:
    document = pypdfium2.PdfDocument(saved(draw(text_page()).rotate(90, expand=True), kind="PDF"))
    document[0].set_rotation(90)
    file = io.BytesIO()
    document.save(file)
    reading = read_pdf(file.getvalue(), "xoay.pdf")
    assert share_read(reading) > 0.9
