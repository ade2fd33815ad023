"""Each case is a small file of its own; its letters are written as Word writes them, by byte or by number."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.elements import Reading, Role
from extractor.problems import ReadError
from extractor.reading.rtf import read_elements
from extractor.reading.rtf.converting import Converter

FONTS = (
    rb"{\fonttbl{\f0\froman\fcharset0 Times New Roman;}{\f1\fswiss\fcharset0 .VnTime;}{\f2\fcharset2 Symbol;}"
    rb"{\f3\fcharset163 .VnTime;}{\f4\fcharset128 .VnTime;}{\f5\fcharset0 .VnTimeH;}{\f6\fcharset163 Arial;}"
    rb"{\f7\fcharset0{\*\panose 020b} VNI-Times;}{\f8\fcharset162 .VnTime Tur;}}"
)
STYLES = rb"{\stylesheet{\s0 Normal;}{\s1\b heading 1;}{\s5\f1 Noi dung;}{\*\cs10 Default Paragraph Font;}}"
HEAD = rb"{\rtf1\ansi\ansicpg1252\uc1\deff0" + FONTS + STYLES


def read(body: bytes) -> Reading:
    return read_elements(HEAD + body + b"}", "bao-cao.rtf")


def unicode(text: str) -> bytes:
    r"""Write letters as numbers, each with the "?" that older programs show."""
    return b"".join(
        each.encode() if each.isascii() else rb"\u%d?" % (ord(each) - (0x10000 if ord(each) > 0x7FFF else 0))
        for each in text
    )


def texts(body: bytes, role: Role = Role.TEXT) -> list[str]:
    return [element.text for element in read(body).elements if element.role is role]


def table(body: bytes) -> list[tuple[int, int, int, int, str]]:
    found = next(element for element in read(body).elements if element.role is Role.TABLE)
    return [(c.row, c.column, c.row_span, c.column_span, c.text) for c in found.cells]


LETTERS = {
    "by number": (unicode("Huyện Sông Hinh"), "Huyện Sông Hinh"),
    "a number below zero": (rb"Huy\u7879?n, \u-10179?\u-8704?.", "Huyện, 😀."),
    "with two letters for older programs": (rb"\uc2 Huy\u7879e?n", "Huyện"),
    "without any": (rb"{\uc0 Huy\u7879n} h\'e0", "Huyện hà"),
    "with a byte for older programs": (rb"Huy\u7879\'65n", "Huyện"),
    "bytes of the file's code page": (rb"x\'e3 An H\'f2a", "xã An Hòa"),
    "bytes of code page 1258": (rb"\f6 \'d0\'f4 la\'f2m", "Đô lạm"),
    "TCVN3": (rb"\f1 B\'b8o c\'b8o t\'d7nh h\'d7nh s\'b6n xu\'cat", "Báo cáo tình hình sản xuất"),
    "TCVN3 in a Vietnamese charset": (
        rb"\f3 B\'b8o c\'b8o kinh t\'d5 c\'f1a t\'d8nh",
        "Báo cáo kinh tế của tỉnh",
    ),
    "TCVN3 in a Japanese charset": (
        rb"\f4 N\'a8m nay s\'b6n l\'ad\'eeng t\'a8ng",
        "Năm nay sản lượng tăng",
    ),
    "TCVN3 in a font listed for Turkish": (rb"\f8 B\'b8o c\'b8o t\'d7nh h\'d7nh", "Báo cáo tình hình"),
    "TCVN3 with its hyphen": (rb"\f1 s\'b6n l\-\'eeng l\-\'acng", "sản lượng lương"),
    "capitals font": (rb"\f5 b\'b8o c\'b8o t\'d7nh h\'d7nh", "BÁO CÁO TÌNH HÌNH"),
    "VNI": (rb"\f7 Ba\'f9o ca\'f9o t\'ecnh h\'ecnh kinh te\'e1", "Báo cáo tình hình kinh tế"),
    "the font of a style": (rb"\pard\s5 D\'a9n s\'e8 n\'abng th\'abn", "Dân số nông thôn"),
    "Unicode in an old font": (rb"\f1 " + unicode("hộ nghèo giảm dần"), "hộ nghèo giảm dần"),
    "signs": (rb"\ldblquote A\rdblquote\~\endash\emdash\_B\bullet\{\}\\", "“A” –—-B•{}\\"),
    "a sign of a symbol font": (rb"{\f2\'b3} 5 ha", "≥ 5 ha"),
    "hidden": (rb"nay {\v mai }kia", "nay kia"),
    "deleted": (rb"nay {\deleted mai }kia", "nay kia"),
    "line ends in the source": (b"n\r\nay", "nay"),
    "a field": (rb'{\field{\*\fldinst {HYPERLINK "http://x"}}{\fldrslt trang}} nay', "trang nay"),
    "two forms of one text": (rb"{\upr{huy?n}{\*\ud{huy\u7879?n}}} nay", "huyện nay"),
    "a bookmark": (rb"{\*\bkmkstart a}nay{\*\bkmkend a}", "nay"),
    "an unknown starred group": (rb"{\*\strange mai }nay", "nay"),
    "a picture": (rb"{\pict\pngblip 89504e470d0a}nay", "nay"),
    "a picture in bytes": (b"{\\pict\\bin5 {{{}}}nay", "nay"),
    "a list number": (rb"{\listtext\pard\plain 3.\tab}\ls1 Vi\'eac", "3.\tViêc"),
}  # fmt: skip


@pytest.mark.parametrize("case", LETTERS)
def test_letters(case: str) -> None:
    body, expected = LETTERS[case]
    assert texts(rb"\pard " + body + rb"\par") == [expected]


def test_paragraphs_and_how_they_are_set() -> None:
    elements = read(
        rb"\pard\plain\qc\b\fs28 " + unicode("BÁO CÁO") + rb"\par\pard\plain\s1 Chung\par"
        rb"\pard\plain\qj\li720\fi-360 Hai\line ba\par\pard\outlinelevel1 Muc\par"
    ).elements
    first, heading, third, fourth = elements
    assert (first.style.align, first.style.bold, first.style.size) == ("center", True, 14)
    assert heading.style.heading == 1
    assert (third.text, third.style.align) == ("Hai\nba", "justify")
    assert fourth.style.heading == 2


NOTES = {
    "counted": (rb"ha{\super\chftn{\footnote\pard\plain\chftn  Theo huyen.}}.", "ha1.", "1", "Theo huyen."),
    "typed": (rb"ha{\super *{\footnote * Theo huyen.}}.", "ha*.", "*", "Theo huyen."),
    "starred": (rb"ha{\super\chftn{\*\footnote\chftn  Theo huyen.}}.", "ha1.", "1", "Theo huyen."),
    "at the end": (rb"ha{\super\chftn{\footnote\ftnalt\chftn  Theo huyen.}}.", "hai.", "i", "Theo huyen."),
}


@pytest.mark.parametrize("case", NOTES)
def test_notes(case: str) -> None:
    body, text, label, note = NOTES[case]
    paragraph, footnote = read(rb"\pard 45 " + body + rb"\par").elements
    assert paragraph.text == "45 " + text
    assert [(paragraph.text[m.start : m.end], m.label) for m in paragraph.markers] == [(label, label)]
    assert (footnote.role, footnote.label, footnote.text) == (Role.FOOTNOTE, label, note)


def test_what_stands_apart() -> None:
    body = (
        rb"{\headerf\pard Tren\par}{\footer\pard Duoi\par}{\info{\title Ten}{\author Ai}}"
        rb"\pard Giua{\*\annotation\pard Ghi\par}\par"
        rb"{\shp{\*\shpinst{\sp{\sn fLine}{\sv 0}}{\shptxt\pard Hop\par}}{\shprslt{\pict 00}Hop}}\par"
    )
    assert texts(body) == ["Giua", "Hop"]
    assert texts(body, Role.FURNITURE) == ["Tren", "Duoi", "Ghi"]


BORDERS = rb"\clbrdrt\brdrs\clbrdrl\brdrs\clbrdrb\brdrs\clbrdrr\brdrs"


def row(*cells: tuple[int, bytes, bytes], again: bool = False) -> bytes:
    """Write a row of cells: where each ends, words of its definition, its text."""
    definition = rb"\trowd" + b"".join(BORDERS + words + rb"\cellx%d" % end for end, words, _ in cells)
    content = b"".join(rb"\pard\intbl " + text + rb"\cell" for _, _, text in cells)
    return definition + content + (b"{" + definition + rb"\row}" if again else rb"\row")


@pytest.mark.parametrize("again", [False, True], ids=["defined once", "defined again at its end"])
def test_tables(again: bool) -> None:
    body = (
        row((1000, b"", b"Xa"), (2000, b"", b"2010"), (3000, b"", b"2011"), again=again)
        + row((1000, rb"\clvmgf", b"A"), (3000, b"", b"chung"), again=again)
        + row((1000, rb"\clvmrg", b""), (2000, rb"\clmgf", b"1"), (3000, rb"\clmrg", b"2"), again=again)
        + rb"\pard Sau\par"
    )
    assert table(body) == [
        (0, 0, 1, 1, "Xa"),
        (0, 1, 1, 1, "2010"),
        (0, 2, 1, 1, "2011"),
        (1, 0, 2, 1, "A"),
        (1, 1, 1, 2, "chung"),
        (2, 1, 1, 2, "1 2"),
    ]
    assert texts(body) == ["Sau"]
    assert next(each for each in read(body).elements if each.cells).ruled


def test_a_row_that_was_not_closed_ends_at_the_next() -> None:
    one, two = row((1000, b"", b"1"), (2000, b"", b"2")), row((1000, b"", b"3"), (2000, b"", b"4"))
    assert table(one.removesuffix(rb"\row") + two) == table(one + two)


def test_a_table_inside_a_cell_keeps_its_words() -> None:
    body = (
        rb"\trowd" + BORDERS + rb"\cellx3000\pard\intbl truoc\par\pard\intbl\itap2 trong\nestcell"
        rb"{\*\nesttableprops\trowd\cellx500\nestrow}{\nonesttables\par}\pard\intbl sau"
        rb"\cell\row\pard Ngoai\par"
    )
    assert table(body) == [(0, 0, 1, 1, "truoc trong sau")]


BROKEN = {
    "cut off in a group": (HEAD + rb"\pard truoc{\b sau", "truncated"),
    "cut off in a control word": (HEAD + rb"\pard truoc\pa", "truncated"),
    "without its last brace": (HEAD + rb"\pard truoc\par", "truncated"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_file_that_is_cut_off_is_read_so_far_and_told_of(case: str) -> None:
    data, kind = BROKEN[case]
    reading = read_elements(data, "x.rtf")
    assert reading.elements[0].text.startswith("truoc")
    assert kind in [problem.kind for problem in reading.problems]


def test_what_follows_the_last_brace_is_no_part_of_it() -> None:
    assert [e.text for e in read_elements(HEAD + rb"\pard nay\par}} rac {\b", "x.rtf").elements] == ["nay"]


HOSTILE = {
    "groups without end": b"{" * 300_000,
    "braces that close": b"}" * 300_000,
    "empty": b"",
    "fonts in fonts": rb"{\fonttbl" * 4000,
    "rows without cells": rb"\trowd\row" * 20_000,
    "cells without rows": rb"\cell" * 20_000,
    "notes in notes": rb"{\footnote a" * 3000,
    "boxes in boxes": rb"{\shptxt a" * 3000,
    "a picture longer than the file": b"{\\pict\\bin2000000000 abc",
    "numbers without end": b"\\u" + b"9" * 300_000,
}


@pytest.mark.parametrize("case", HOSTILE)
def test_corrupt_nesting_ends_in_a_reading_or_an_error(case: str) -> None:
    start = time.monotonic()
    try:
        read_elements(b"{\\rtf1 " + HOSTILE[case], "x.rtf")
    except ReadError as error:
        assert error.kind in ("too_deep", "empty", "damaged")
    assert time.monotonic() - start < 30  # no hang


WORDS = rb"""{ } \par \cell \row \trowd \cellx500 \intbl \footnote \* \u7879? \'b8 a \f1 \fonttbl \stylesheet
\chftn \header \pard \shptxt \nestcell \super \bin3 \uc0 \- \clvmrg""".split()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60))
def test_any_order_of_words_is_converted(pieces: list[bytes]) -> None:
    converter = Converter()
    converter.convert(b"{\\rtf1" + b"".join(pieces))
    assert converter.markup.package().startswith(b"PK")


def test_lists_without_their_numbers_are_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    reading = read(rb"\pard\ls1 Mot\par\pard\ls1 Hai\par")
    assert [problem.kind for problem in reading.problems] == ["list_numbers_unread"]
