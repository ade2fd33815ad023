"""Symbols and figures that an engine is not sure of are read again alone, and what was changed is told."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw, ImageFont

from extractor.problems import Problem
from extractor.reading.page.geometry import Frame
from extractor.reading.scans import read_elements as read_scan
from extractor.reading.scans.engines import find_engines
from extractor.reading.scans.pages import SeenPage, lay_out_pages
from extractor.reading.scans.rereading import read_figure, read_symbols
from extractor.reading.scans.sights import Sight
from extractor.reading.scans.tokens import Token
from tests.reading.pdf.composing import Composer
from tests.reading.scans.scanning import draw, saved

needs_ocr = pytest.mark.skipif(
    find_engines() is None, reason="no OCR engine: pip install 'baocao[ocr]', apt install tesseract-ocr-vie"
)
DPI = 300


def strip(words: str) -> tuple[Image.Image, tuple[float, float, float, float]]:
    """A white picture with words on it, and their box."""
    page = Image.new("L", (1400, 160), 255)
    draw_on = ImageDraw.Draw(page)
    font = ImageFont.truetype("LiberationSerif-Regular.ttf", 48)
    draw_on.text((60, 50), words, font=font, fill=0)
    left, top, right, bottom = draw_on.textbbox((60, 50), words, font=font)
    return page, (left, top, right, bottom)


def token(text: str, box: tuple[float, float, float, float], confidence: float = 0.4) -> Token:
    return Token(text, box, box[3], 48, confidence)


@needs_ocr
@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("02/QCPH-UBND-MTTQ", "02/QCPH-UBND-MTT(Q"),
        ("01-HD/BCĐ,", "01-HD/BCPĐ,"),
        ("KH-MTTQ-BTT", "KH-MTTQ-BTTT"),
        ("14-CV/BCĐ", "14-CV/BCB"),
        ("118/KH-UBND", "118/KHI-UBND"),
    ],
)
def test_a_doubtful_symbol_is_read_again(printed: str, read: str) -> None:
    picture, box = strip(printed)
    engines = find_engines()
    assert engines is not None
    [again] = read_symbols([token(read, box)], picture, DPI, engines.first)
    assert (again.text, again.first) == (printed, read)
    assert again.confidence >= 0.4


@needs_ocr
@pytest.mark.parametrize(
    ("printed", "read", "confidence"),
    [
        ("118/KH-UBND", "118/KHI-UBND", 0.9),  # the engine was sure
        ("118/KH-UBND", "119/KHI-UBND", 0.4),  # another number: which is right cannot be told
        ("21/01/2022", "21/01/2023", 0.4),  # no symbol
        ("nghèo", "nqhéo", 0.4),
    ],
)
def test_other_words_stay_as_they_were_read(printed: str, read: str, confidence: float) -> None:
    picture, box = strip(printed)
    engines = find_engines()
    assert engines is not None
    word = token(read, box, confidence)
    assert read_symbols([word], picture, DPI, engines.first) == [word]


@needs_ocr
@pytest.mark.parametrize(
    ("printed", "read"), [("98,7", "98,T"), ("1.683", "1,683"), ("4,31", "431"), ("12,5", "2,5")]
)
def test_a_doubtful_figure_is_read_again_with_digits_alone(printed: str, read: str) -> None:
    picture, box = strip(printed)
    engines = find_engines()
    assert engines is not None
    cell = (box[0] - 40, box[1] - 30, box[2] + 40, box[3] + 30)
    [again] = read_figure([token(read, box)], cell, picture, DPI, engines.first)
    assert (again.text, again.first) == (printed, read)


def changes(*words: str) -> list[Problem]:
    """The problems of a page that holds these words, one a line."""
    tokens = tuple(token(text, (300, 900 + 90 * n, 700, 940 + 90 * n), 0.95) for n, text in enumerate(words))
    sight = Sight(tokens, (), 0, 0.0, DPI, "an engine", 0.02)
    problems = lay_out_pages([SeenPage(3, sight, Frame(0, 0.0, 0.0, 595.0, 842.0))]).problems
    return [problem for problem in problems if problem.kind == "corrected_scan"]


def test_what_stands_otherwise_than_it_was_read_is_told() -> None:
    [problem] = changes("HI-", "Kết", "UBND-MTT(Q", "quả")
    assert problem.page == 3 and problem.advice
    assert "“HI-” as “III-”" in problem.message and "“UBND-MTT(Q” as “UBND-MTTQ”" in problem.message
    assert "Kết" not in problem.message


def test_of_many_changes_the_first_are_told_and_the_others_counted() -> None:
    [problem] = changes(*["HI-"] * 23)
    assert problem.message.count("III-") == 20 and "and 3 more" in problem.message


def test_nothing_is_told_of_what_stands_as_it_was_read() -> None:
    assert changes("III-", "UBND(VX)", "10/2012/QH13") == []


@needs_ocr
def test_marks_that_are_read_again_are_told() -> None:
    composer = Composer(number=lambda page: "")
    composer.paragraph(
        "Tỉnh đã ban hành chương trình^{(1)} và kế hoạch giao việc^{(2)} cho các huyện.",
        notes={"1": "Chương trình số 12-CTr/TU.", "2": "Kế hoạch số 45/KH-UBND."},
    )
    reading = read_scan(saved(draw(composer.save(), dpi=300), dpi=300), "chu thich.png")
    told = [problem.message for problem in reading.problems if problem.kind == "corrected_scan"]
    marks = [mark for element in reading.elements for mark in element.markers]
    assert [mark.label for mark in marks if mark.label in ("1", "2")]
    assert all("(1)" in message or "(2)" in message for message in told)
