"""Plain text: one element a line, with its line, offset and page."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from extractor.encodings import may_be_old
from extractor.encodings.unlabelled import utf16_without_mark
from extractor.problems import ReadError
from extractor.reading.plain_text import read_elements


def read(text: str, encoding: str = "utf-8"):
    return read_elements(text.encode(encoding), "bao-cao.txt")


def lines_of(text: str):
    return [(e.text, e.origins[0].line, e.continues) for e in read(text).elements]


LINES = {
    "each line is an element": ("Một\nhai\n", [("Một", 1, None), ("hai", 2, None)]),
    "a blank line parts paragraphs": (
        "Một\n\nHai\nba",
        [("Một", 1, None), ("Hai", 3, False), ("ba", 4, None)],
    ),
    "a line of spaces is blank": ("Một\n \t \nHai", [("Một", 1, None), ("Hai", 3, False)]),
    "blank lines at the head": ("\n\nMột", [("Một", 3, None)]),
    "carriage returns": ("Một\r\n\r\nHai\rba", [("Một", 1, None), ("Hai", 3, False), ("ba", 4, None)]),
    "line ends written twice": ("Một\r\r\nhai", [("Một", 1, None), ("hai", 2, None)]),
    "separators inside a line stay in it": ("Một\x0bhai\u2028ba\x85tư", [("Một hai ba tư", 1, None)]),
    "control characters are spaces": ("Một\x01hai\x1a", [("Một hai", 1, None)]),
    "tabs and columns stay": ("SỞ Y TẾ\t  VIỆT NAM", [("SỞ Y TẾ\t  VIỆT NAM", 1, None)]),
}


@pytest.mark.parametrize(("text", "expected"), LINES.values(), ids=LINES.keys())
def test_lines(text, expected):
    assert lines_of(text) == expected


@pytest.mark.parametrize(
    ("text", "pages", "count"),
    [
        ("Một\n\fHai\nba\fBốn", [1, 2, 2, 3], 3),
        ("Một\f", [1], 1),
        ("Một", [None], None),
        ("\fHai", [2], 2),
        ("Một\f\fBa", [1, 3], 3),
    ],
)
def test_form_feeds_turn_the_page(text, pages, count):
    reading = read(text)
    assert [element.page for element in reading.elements] == pages
    assert [element.origins[0].page for element in reading.elements] == pages
    assert reading.pages == count


def test_blank_lines_at_a_page_break_part_nothing():
    assert lines_of("thực\n\n\fhiện\n\nHai") == [("thực", 1, None), ("hiện", 3, None), ("Hai", 5, False)]


@pytest.mark.parametrize(
    ("line", "indent"), [("Một", None), ("     Một", 36.0), ("\tMột", 57.6), ("  \tMột", 57.6)]
)
def test_white_space_before_a_line_is_its_indent(line, indent):
    (element,) = read(line).elements
    assert (element.text, element.style.indent) == ("Một", indent)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "utf-32-le"])
def test_encodings(encoding):
    text = "Thừa Thiên Huế\nba"
    marked = text if encoding in ("utf-8", "utf-8-sig") else "\ufeff" + text
    reading = read(marked, encoding)
    assert [element.text for element in reading.elements] == ["Thừa Thiên Huế", "ba"]
    assert reading.encoding == encoding.removesuffix("-sig")
    assert reading.elements[1].origins[0].offset == 15


@pytest.mark.parametrize(
    ("stored", "encoding"),
    [
        ("B¸o c¸o kÕt qu¶ thùc hiÖn nhiÖm vô", "tcvn3"),
        ("Baùo caùo keát quaû thöïc hieän nhieäm vuï", "vni"),
    ],
)
def test_encodings_before_unicode(stored, encoding):
    reading = read_elements(f"{stored}\n\n12/2003".encode("latin-1"), "a.txt")
    assert [element.text for element in reading.elements] == ["Báo cáo kết quả thực hiện nhiệm vụ", "12/2003"]
    assert [element.encoding for element in reading.elements] == [encoding, None]
    assert (reading.encoding, reading.elements[0].certainty, reading.problems) == (encoding, 1.0, ())
    assert reading.elements[1].origins[0].offset == 36


def test_utf16_without_its_mark():
    assert read_elements("Thừa Thiên Huế".encode("utf-16-be"), "a.txt").elements[0].text == "Thừa Thiên Huế"


@pytest.mark.parametrize(
    "data",
    ["BÀO CÀO VEÀ".encode("cp1252"), "Les élèves étaient là, à côté".encode("latin-1")],
)
def test_a_text_that_is_not_understood_is_doubtful(data):
    reading = read_elements(data, "a.txt")
    assert [problem.kind for problem in reading.problems] == ["doubtful_encoding"]


def test_lines_that_make_no_sense_are_told_with_their_numbers():
    good = "Nhiệm vụ trọng tâm năm nay là giảm nghèo bền vững\n" * 6
    reading = read(
        good + "Phát triĩn đưỵc nhiịu mơc phơc vơ, mt s huyƯn diƯn rng víi\nThùc hiÖn nghÞ quyÕt\n" + good
    )
    assert [(problem.kind, problem.line) for problem in reading.problems] == [("doubtful_encoding", 7)]
    assert reading.elements[6].certainty < 0.9
    assert reading.elements[0].certainty == 1.0
    assert (reading.elements[7].text, reading.elements[7].encoding) == ("Thực hiện nghị quyết", "tcvn3")


@pytest.mark.parametrize("encoding", ["gbk", "cp949"])
def test_other_encodings_are_refused(encoding):
    text = "报告情况工作" if encoding == "gbk" else "보고서상황작업"
    with pytest.raises(ReadError) as raised:
        read_elements(text.encode(encoding) * 20, "a.txt")
    assert raised.value.kind == "encoding"
    assert "UTF-8" in raised.value.advice


def test_a_few_lost_bytes_are_told_and_the_rest_is_read():
    data = "Ủy ban nhân dân tỉnh Bạc Liêu\n".encode() * 60
    damaged = data[:100] + b"\xff" + data[100:]
    reading = read_elements(damaged, "a.txt")
    assert len(reading.elements) == 60
    assert [(problem.kind, problem.line) for problem in reading.problems] == [("lost_text", 3)]


@pytest.mark.parametrize("text", ["", " \n\t\n", "\f\f", "\u00a0\n\u200b"])
def test_nothing_is_an_error(text):
    with pytest.raises(ReadError) as raised:
        read(text)
    assert raised.value.kind == "empty"


def test_words_of_a_decomposed_line_know_their_offsets():
    source = "Điều 1\n" + unicodedata.normalize("NFD", "  Tỉnh Nghệ An và Hà Tĩnh")
    element = read(source).elements[1]
    assert element.text == "Tỉnh Nghệ An và Hà Tĩnh"
    for origin in element.origins:
        word = unicodedata.normalize("NFD", element.text[origin.start : origin.end].split()[0])
        assert source[origin.offset :].startswith(word)
    assert len(element.origins) == 5  # a new run after each word whose letters were composed


def test_a_very_long_decomposed_line_stays_bounded():
    (element,) = read("e\u0323 " * 30_000).elements
    assert len(element.origins) == 10_000
    assert element.origins[-1].end == len(element.text)


ALPHABET = st.characters(exclude_categories=("Cs",), exclude_characters="\x0c")


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text(ALPHABET, max_size=20), max_size=8))
def test_any_text_comes_back(lines):
    source = "\n".join(lines)
    assume(not may_be_old(source) and utf16_without_mark(source.encode()) is None)
    try:
        elements = read(source).elements
    except ReadError as error:
        assert error.kind == "empty"
        elements = ()
    shown = [unicodedata.normalize("NFC", element.text) for element in elements]
    assert shown == [element.text for element in elements]
    letters = [character for character in source if character.isalnum()]
    found = "".join(character for text in shown for character in text if character.isalnum())
    assert (
        found == unicodedata.normalize("NFC", "".join(letters))
        or unicodedata.normalize("NFC", source) != source
    )


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text("aĐế 9.\t", max_size=12), max_size=8))
def test_every_origin_points_at_its_line(lines):
    source = "\n".join(lines)
    for element in read(source + "\nx").elements:
        (origin,) = element.origins
        assert (source + "\nx")[origin.offset : origin.offset + origin.end] == element.text
        assert element.text in (source + "\nx").split("\n")[origin.line - 1]
