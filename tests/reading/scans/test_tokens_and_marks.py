"""What is made of an engine's words, without an engine: marks of notes, type sizes, numerals, plausible words."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from extractor.reading.page.geometry import Frame, Rule
from extractor.reading.scans.marks import settle_marks
from extractor.reading.scans.preparing import prepared, skew_of, straightened, threshold
from extractor.reading.scans.repairs import repaired
from extractor.reading.scans.ruling import find_rules
from extractor.reading.scans.sizes import settled_sizes
from extractor.reading.scans.tesseract_program import words_of_table
from extractor.reading.scans.tokens import Token, is_plausible, mean_confidence, worth

PAGE = (2480.0, 3508.0)
LINE = Rule(True, 2900.0, 300.0, 900.0)


def mark(text: str, x: float, y: float) -> Token:
    return Token(text, (x, y - 45, x + 30, y - 20), y, 54, 0.3, raised=True)


def word(text: str, x: float, y: float) -> Token:
    return Token(text, (x, y - 40, x + 25 * len(text), y), y, 54, 0.95)


def settled(
    marks: list[str], notes: list[str], before: int = 0, rules: tuple[Rule, ...] = (LINE,)
) -> list[str]:
    """The labels of a page whose marks and notes were read so."""
    tokens = [word("Kết", 300, 600)]
    tokens += [mark(text, 800 + 300 * n, 600 + 300 * n) for n, text in enumerate(marks)]
    tokens += [mark(text, 300, 3000 + 60 * n) for n, text in enumerate(notes)]
    return [token.text for token in settle_marks(tokens, rules, 300, PAGE, before).tokens if token.raised]


MARKS = {
    "junk is told by order": (([")", "®)"], ["Œ", "€)"]), ["(1)", "(2)", "(1)", "(2)"]),
    "one that was read settles the others": (([")", "(6)"], ["Œ", "€)"]), ["(5)", "(6)", "(5)", "(6)"]),
    "notes go on from the page before": (([")"], ["Œ"], 4), ["(5)", "(5)"]),
    "without brackets": ((["l", "2"], ["1", "2"]), ["1", "2", "1", "2"]),
    "a mark too many stays as it was read": (
        ([")", "?", "(2)"], ["(1)", "(2)"]),
        [")", "?", "(2)", "(1)", "(2)"],
    ),
    "a mark that was not seen": ((["(1)", "(3)"], ["(1)", "Œ", "(3)"]), ["(1)", "(3)", "(1)", "(2)", "(3)"]),
    "no line over notes": (([")"], ["Œ"], 0, ()), [")", "Œ"]),
}


@pytest.mark.parametrize(("given", "expected"), MARKS.values(), ids=MARKS.keys())
def test_marks(given, expected):
    labels = settled(*given)
    if given[1] == ["1", "2"]:
        assert labels[-2:] == expected[-2:]
    else:
        assert labels == expected


def line(text: str, y: float, *, size: float = 50, width: float = 25) -> list[Token]:
    """A line whose letters are all `width` pixels wide."""
    tokens, x = [], 300.0
    for each in text.split():
        right = x + width * len(each)
        tokens.append(Token(each, (x, y - 40, right, y), y, size, 0.95))
        x = right + 15
    return tokens


PROSE = "Toàn tỉnh đã trồng mới được nhiều diện tích rừng và cây xanh"


def with_unsure(text: str, *, letters: float) -> list[Token]:
    """Prose, then a doubtful word as wide as so many letters."""
    before = [*line(PROSE, 500), *line(PROSE, 570)]
    return [*before, Token(text, (300, 600, 300 + 25 * letters, 640), 640, 50, 0.3), *line(PROSE, 710)]


# As it was read, how wide in letters; what it is.
SWALLOWED = {
    "a bracket that nothing opened": (("trịt),", 6), ["trị", "(1)", ","]),
    "a mark left out": (("quản", 6), ["quản", "(1)"]),
    "a mark left out before a point": (("huyện.", 8), ["huyện", "(1)", "."]),
    "junk behind a figure": (("45,2%£;", 8), ["45,2%", "(1)", ";"]),
    "junk in a bracket": (("sản®)", 6), ["sản", "(1)"]),
    "as wide as its letters": (("quản", 4), ["quản"]),
    "capitals": (("QUẢN", 7), ["QUẢN"]),
    "no word at all": (("Œ)", 4), ["Œ)"]),
}


@pytest.mark.parametrize(("given", "expected"), SWALLOWED.values(), ids=SWALLOWED.keys())
def test_marks_read_as_a_part_of_their_word(given, expected):
    text, letters = given
    tokens = [*with_unsure(text, letters=letters), mark("(1)", 300, 3000)]
    texts = [token.text for token in settle_marks(tokens, (LINE,), 300, PAGE, 0).tokens]
    plain = PROSE.split()
    assert texts == [*plain, *plain, *expected, *plain, "(1)"]


def test_two_words_that_may_hold_one_mark_stay():
    tokens = [*with_unsure("quản", letters=7), *with_unsure("rừng", letters=7), mark("(1)", 300, 3000)]
    texts = [token.text for token in settle_marks(tokens, (LINE,), 300, PAGE, 0).tokens]
    assert texts.count("(1)") == 1


def test_a_line_is_of_the_size_that_its_letters_are_wide():
    body = [token for y in range(400, 900, 70) for token in line(PROSE, y)]
    tall, note = line(PROSE, 900, size=67), line(PROSE, 3000, size=40, width=20)
    title = [*line(PROSE, 200, size=70, width=35), *line(PROSE, 300, size=70, width=35)]
    note += line(PROSE, 3050, size=40, width=20)
    sizes = settled_sizes([*title, *body, *tall, *note])
    n = 2 * len(PROSE.split())
    assert set(sizes[:n]) == {70} and set(sizes[n:-n]) == {50} and set(sizes[-n:]) == {40}
    assert settled_sizes([]) == []


def test_a_short_line_without_tall_letters_is_of_the_usual_size():
    body = [token for y in range(400, 900, 70) for token in line(PROSE, y)]
    notes = [*line(PROSE, 3000, size=40, width=20), *line(PROSE, 3050, size=40, width=20)]
    n = len(notes)
    short = line("như sau:", 960, size=41, width=23)
    assert set(settled_sizes([*body, *short, *notes])[-n - 2 : -n]) == {50}
    label = line("nguồn: sở", 960, size=41, width=19)
    assert set(settled_sizes([*body, *label, *notes])[-n - 2 : -n]) == {40}


def test_the_words_of_the_program_tesseract():
    table = """level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext
4\t1\t1\t1\t1\t0\t100\t200\t300\t50\t-1\t
5\t1\t1\t1\t1\t1\t100\t210\t80\t33\t96.5\tBan
5\t1\t1\t1\t1\t2\t190\t205\t90\t48\t91.0\tngày,
5\t2\t1\t1\t1\t1\t50\t60\t40\t33\t-1\t12
broken line
"""
    first, second = words_of_table(table, 2)
    assert [(token.text, token.baseline, round(token.size)) for token in first] == [
        ("Ban", 243, 50),
        ("ngày,", 243, 50),
    ]
    assert first[1].box == (190, 205, 280, 253) and first[0].confidence == pytest.approx(0.965)
    assert [(token.text, token.confidence) for token in second] == [("12", 0)]
    assert words_of_table("", 2) == [[], []]


def test_an_exponent_is_no_mark():
    tokens = [word("m", 500, 600), mark("2", 530, 600), mark(")", 900, 900), mark("Œ", 300, 3000)]
    texts = [token.text for token in settle_marks(tokens, (LINE,), 300, PAGE, 0).tokens]
    assert texts == ["m", "2", "(1)", "(1)"]


PLAUSIBLE = (
    "nghèo,",
    "12.345",
    "(2020),",
    "48-KH/TU",
    "04/2015/NĐ-CP",
    "UBND",
    "65/93",
    "7,64%",
    "-",
    "Khoá",
    "đến",
)
IMPLAUSIBLE = ("nqhéo", "|l~", "tỉnli", "ỉmg", "Thu(mg", "£8%")


@pytest.mark.parametrize("text", PLAUSIBLE)
def test_plausible(text):
    assert is_plausible(text)


@pytest.mark.parametrize("text", IMPLAUSIBLE)
def test_implausible(text):
    assert not is_plausible(text)


def test_worth_weighs_letters():
    tokens = [word("nghèo", 0, 0), word("nqhéo", 0, 0), word("12.345", 0, 0)]
    assert worth(tokens) == 5 - 5 + 6
    assert mean_confidence(tokens) == pytest.approx(0.95)
    assert worth([]) == mean_confidence([]) == 0


REPAIRS = {
    "two strokes as H": [("HI-", "III-"), ("VIH),", "VIII),"), ("IH.", "III."), ("XIH", "XIII")],
    "words with H": [("HIV", "HIV"), ("XH", "XH"), ("H", "H"), ("HIH", "HIH"), ("Hải", "Hải"), ("QH", "QH")],
    "a bracket inside a symbol": [("UBND-MTT(Q", "UBND-MTTQ"), ("05/KH-B(CĐ,", "05/KH-BCĐ,")],
    "brackets that close": [("UBND(VX)", "UBND(VX)"), ("(UBND", "(UBND"), ("12(KH", "12(KH")],
    "the number of an Assembly": [
        ("34/2007/PL-UBTVQHI11", "34/2007/PL-UBTVQH11"), ("QHI3", "QH13"), ("QHl4,", "QH14,"), ("QHH12", "QH12"),
    ],
    "its number in order": [("10/2012/QH13", "10/2012/QH13"), ("QH9", "QH9"), ("QHI", "QHI"), ("QHI123", "QHI123")],
    "one letter read twice": [("14/QĐÐ-UBND", "14/QĐ-UBND"), ("CÐĐ", "CĐ"), ("QÐ-TTg", "QÐ-TTg"), ("ĐĐ", "ĐĐ")],
    "strokes of fractions": [("1⁄2023.", "1/2023."), ("1/⁄2021;", "1/2021;"), ("3∕4", "3/4"), ("1/2", "1/2")],
}  # fmt: skip


@pytest.mark.parametrize("pairs", REPAIRS.values(), ids=REPAIRS.keys())
def test_repairs(pairs):
    assert [repaired(text) for text, _ in pairs] == [expected for _, expected in pairs]


def lined_page() -> Image.Image:
    page = Image.new("L", (1654, 2339), 255)
    pen = ImageDraw.Draw(page)
    for row in range(40):
        for column in range(0, 1200, 30):
            pen.rectangle((200 + column, 200 + 48 * row, 218 + column, 220 + 48 * row), fill=40)
    return page


@pytest.mark.parametrize("degrees", [-3.0, -0.9, 0.0, 0.4, 2.2])
def test_skew_is_measured_and_undone(degrees):
    page = lined_page().rotate(degrees, resample=Image.Resampling.BICUBIC, fillcolor=255)
    found = skew_of(page)
    assert found == pytest.approx(-degrees, abs=0.16)
    assert abs(skew_of(straightened(page, found))) <= 0.16


def test_rules_are_found_and_taken_out():
    page = Image.new("L", (1654, 2339), 255)
    pen = ImageDraw.Draw(page)
    for y in (500, 600, 700):
        pen.line((200, y, 1400, y), fill=0, width=3)
    for x in (200, 800, 1400):
        pen.line((x, 500, x, 700), fill=0, width=3)
    pen.rectangle((300, 1000, 360, 1030), fill=0)  # a bar as long as a word
    ruling = find_rules(page, 200)
    assert sorted(round(rule.at, -1) for rule in ruling.rules if rule.horizontal) == [500, 600, 700]
    assert sorted(round(rule.at, -1) for rule in ruling.rules if not rule.horizontal) == [200, 800, 1400]
    left = np.asarray(ruling.picture)
    assert left[480:720, 180:1420].min() > 200 and left[1015, 330] < 50


def test_cleaning_evens_the_paper():
    pixels = np.full((800, 600), 235, dtype=np.float32) - np.linspace(0, 120, 600, dtype=np.float32)[None, :]
    pixels[300:320, 100:500] = 20
    clean, times = prepared(Image.fromarray(pixels.astype(np.uint8)), 200)
    seen = np.asarray(clean)
    assert times == 1.5 and clean.size == (900, 1200)
    assert seen[:400].min() > 200 and seen[465, 450] < 60
    assert 20 < threshold(seen) < 220


def test_a_box_is_taken_back_to_the_page_as_it_lies():
    frame = Frame(0, 0.0, 0.0, 600.0, 800.0)
    assert frame.tilted((10.0, 20.0, 30.0, 40.0), 0.0) == (10.0, 20.0, 30.0, 40.0)
    left, top, right, bottom = frame.tilted((290.0, 100.0, 310.0, 110.0), 2.0)
    assert left > 290 and right < 325 and top == pytest.approx(100, abs=1) and bottom > top
