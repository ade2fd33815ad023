"""Markdown read as OCR services emit it, with a map back to the source."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.elements import Element, Reading, Role
from extractor.problems import ReadError
from extractor.reading.characters import clean
from extractor.reading.markdown import read_elements

SAMPLE = Path(__file__).parents[3] / "shared/reports/binh-thuan-2021-qcdc.md"


def read(source: str) -> Reading:
    return read_elements(source.encode(), "bao-cao.md")


def only(source: str) -> Element:
    (element,) = read(source).elements
    return element


INLINE = [
    ("**đậm** và *nghiêng*", "đậm và nghiêng"),
    ("***cả hai***", "cả hai"),
    ("**không khép lại", "không khép lại"),
    ("không mở ra**", "không mở ra"),
    ("**Phần thứ ba****TÌNH HÌNH**", "Phần thứ ba\nTÌNH HÌNH"),
    ("**một** **hai**", "một hai"),
    ("Dân số* (nghìn người)", "Dân số* (nghìn người)"),
    ("10 * 3 = 30", "10 * 3 = 30"),
    ("Ghi chú: (*) số liệu", "Ghi chú: (*) số liệu"),
    ("_nghiêng_ và ma_so_thue", "nghiêng và ma_so_thue"),
    ("ngày ___ tháng ___", "ngày ___ tháng ___"),
    (r"\*không phải dấu\* \- \#", "*không phải dấu* - #"),
    ("A &amp; B&nbsp;C &#272;", "A & B C Đ"),
    ("<u>gạch</u> <center>giữa</center>", "gạch\ngiữa"),
    ("dưới <5% và > 3", "dưới <5% và > 3"),
    ("một<br>hai<br/>ba", "một\nhai\nba"),
    ("một  \nhai", "một\nhai"),
    ("một\\\nhai", "một\nhai"),
    ("một\nhai", "một hai"),
    ("[toàn văn](https://vanban.vn/a_b_c)", "toàn văn"),
    ("<https://vanban.vn>", "https://vanban.vn"),
    ("đạt $65/93$ xã, $7,64\\%$", "đạt 65/93 xã, 7,64%"),
    ("5 m<sup>2</sup>, 10<sup>6</sup>, 7 km²", "5 m², 10⁶, 7 km²"),
    ("`12/QĐ-UBND` ~~cũ~~", "12/QĐ-UBND cũ"),
    ("phát\u00adtriển\u200b bền vững", "pháttriển bền vững"),
]


@pytest.mark.parametrize(("source", "text"), INLINE)
def test_markup_goes_and_text_stays(source: str, text: str) -> None:
    assert only(source).text == text


MARKS = [
    ("nhân dân<sup>(1)</sup>.", "(1)", "1"),
    ("nhân dân<sup>1)</sup>;", "1)", "1"),
    ("chuyên đề <sup>(6)</sup>.", "(6)", "6"),
    ("nhân dân<sup> [12] </sup>", "[12]", "12"),
    ("nhân dân<sup>**(3)**</sup>", "(3)", "3"),
    ("nhân dân[^7] và", "[^7]", "7"),
    ("nhân dân[^ghi-chu] và", "[^ghi-chu]", "ghi-chu"),
    ("nhân dân¹² và", "¹²", "12"),
    ("nhân dân(²) và", "(²)", "2"),
    ("nhân dân$^{4}$ và", "4", "4"),
    ("nhân dân$^{(4)}$ và", "(4)", "4"),
    ("nhân dân^(5)^ và", "(5)", "5"),
    ("số liệu<sup>*</sup>", "*", "*"),
    ("số liệu<sup>(a)</sup>", "(a)", "a"),
]


@pytest.mark.parametrize(("source", "printed", "label"), MARKS)
def test_marks_of_footnotes_in_every_spelling(source: str, printed: str, label: str) -> None:
    element = only(source)
    assert [(element.text[m.start : m.end], m.label) for m in element.markers] == [(printed, label)]
    assert element.role is Role.TEXT


@pytest.mark.parametrize("source", ["rộng 5 m<sup>2</sup>", "7 km²", "10<sup>9</sup> đồng", "CO<sub>2</sub>"])
def test_powers_are_no_footnote_marks(source: str) -> None:
    assert only(source).markers == ()


BODIES = [
    ("<sup>1)</sup> Tốc độ tăng 5%.", [("1", "Tốc độ tăng 5%.")]),
    ("¹ Tốc độ tăng 5%.", [("1", "Tốc độ tăng 5%.")]),
    ("[^1]: Tốc độ", [("1", "Tốc độ")]),
    ("$^{2}$ Gồm 3 huyện", [("2", "Gồm 3 huyện")]),
    ("¹ Một\n² Hai", [("1", "Một"), ("2", "Hai")]),
    ("[^1]: Một\n\n    đoạn hai", [("1", "Một"), (None, "đoạn hai")]),
]


@pytest.mark.parametrize(("source", "bodies"), BODIES)
def test_a_raised_number_at_the_head_of_a_paragraph_opens_a_footnote(
    source: str, bodies: list[tuple[str | None, str]]
) -> None:
    elements = read(source).elements
    assert [(e.label, e.text) for e in elements if e.role is Role.FOOTNOTE] == bodies
    assert len(elements) == len(bodies)


def test_a_mark_before_a_stop_opens_no_footnote() -> None:
    assert only("<sup>(3)</sup>; đồng thời").role is Role.TEXT


def test_headings_items_and_whole_paragraphs_in_bold() -> None:
    source = "## II. KẾT QUẢ ##\n\n**BÁO CÁO**\n\n*nghiêng*\n\n- một\n- hai\n  ba\n\n**đậm** thường"
    found = [(e.text, e.style.heading, e.style.bold, e.style.italic, e.item) for e in read(source).elements]
    assert found == [
        ("II. KẾT QUẢ", 2, False, False, False),
        ("BÁO CÁO", None, True, False, False),
        ("nghiêng", None, False, True, False),
        ("- một", None, False, False, True),
        ("- hai ba", None, False, False, True),
        ("đậm thường", None, False, False, False),
    ]


def test_a_number_at_the_head_of_a_line_stays_in_the_text() -> None:
    assert [e.text for e in read("7. Kết quả\n\n3) Xã\n\n2016. Năm").elements] == [
        "7. Kết quả",
        "3) Xã",
        "2016. Năm",
    ]


def test_a_rule_is_furniture_and_makes_no_heading_of_the_line_above() -> None:
    found = [(e.role, e.text, e.style.heading) for e in read("Ban chỉ đạo\n---\ncấp tỉnh").elements]
    assert found == [
        (Role.TEXT, "Ban chỉ đạo", None),
        (Role.FURNITURE, "---", None),
        (Role.TEXT, "cấp tỉnh", None),
    ]


def grid(source: str) -> list[tuple[int, int, int, int, str]]:
    table = only(source)
    assert table.role is Role.TABLE
    return [(c.row, c.column, c.row_span, c.column_span, c.text) for c in table.cells]


def test_pipe_tables_keep_extra_and_empty_cells_and_escaped_pipes() -> None:
    assert grid("| A | B |\n|---|--:|\n| **1** |  | thừa |\n| x \\| y | z<br>w |") == [
        (0, 0, 1, 1, "A"),
        (0, 1, 1, 1, "B"),
        (1, 0, 1, 1, "1"),
        (1, 1, 1, 1, ""),
        (1, 2, 1, 1, "thừa"),
        (2, 0, 1, 1, "x | y"),
        (2, 1, 1, 1, "z w"),
    ]


def test_rows_of_pipes_without_a_head_are_a_table() -> None:
    assert [cell[4] for cell in grid("| a | b |\n| c | d |")] == ["a", "b", "c", "d"]


def test_html_tables_keep_merges_and_blank_lines() -> None:
    source = (
        '<table><tr><th rowspan="2">TT</th><th colspan=2>Năm\n\n2020</th></tr>'
        "<tr><td>Số</td><td>&#37;</td></tr></table>"
    )
    assert grid(source) == [
        (0, 0, 2, 1, "TT"),
        (0, 1, 1, 2, "Năm 2020"),
        (1, 1, 1, 1, "Số"),
        (1, 2, 1, 1, "%"),
    ]


def test_a_table_that_is_never_closed_ends_with_its_last_row() -> None:
    first, second = read("<table><tr><td>a</td></tr>\n\nĐoạn sau.").elements
    assert ([c.text for c in first.cells], second.text) == (["a"], "Đoạn sau.")


@pytest.mark.parametrize(
    ("source", "pages"),
    [
        ("<!-- page 1 -->\nA\n\n<!-- page 2 -->\nB", [1, 2]),
        ('A\n\n<!-- PageNumber="1" -->\n\nB', [1, 2]),
        ("A\n\n<!-- PageBreak -->\n\nB", [1, 2]),
        ("A\n\nTrang 2\n\nB", [1, 2, 2]),
        ("A\n\nTrang 1/3\n\nB", [1, 1, 2]),
        ("A\n\nB", [None, None]),
    ],
)
def test_pages_where_a_comment_or_line_gives_them(source: str, pages: list[int | None]) -> None:
    reading = read(source)
    assert [e.page for e in reading.elements] == pages
    assert reading.pages == max((page for page in pages if page), default=None)


def test_a_line_that_only_names_its_page_is_furniture() -> None:
    assert [e.role for e in read("Trang 4\n\nTrang 4 của báo cáo").elements] == [Role.FURNITURE, Role.TEXT]


def test_an_image_leaves_a_problem_with_its_line() -> None:
    reading = read("Một\n\n![Biểu đồ 2](b.png)\n\nHai")
    assert [e.text for e in reading.elements] == ["Một", "Hai"]
    (problem,) = reading.problems
    assert (problem.kind, problem.line) == ("image", 3)
    assert "Biểu đồ 2" in problem.message


def test_lines_that_the_grammar_passes_over_are_kept() -> None:
    source = "".join("  " * depth + f"- mức {depth}\n" for depth in range(60))
    text = "".join(e.text for e in read(source).elements)
    assert all(f"mức {depth}" in text for depth in range(60))


def test_encodings() -> None:
    text = "Tỉnh Bắc Kạn"
    assert only(text).text == text
    for encoding, name in (("utf-8-sig", "utf-8"), ("utf-16", "utf-16-le")):
        reading = read_elements(text.encode(encoding), "a.md")
        assert (reading.elements[0].text, reading.encoding) == (text, name)
        assert reading.elements[0].origins[0].offset == 0


@pytest.mark.parametrize(
    ("data", "kind"), [(b"", "empty"), (b" \n\t", "empty"), (b"\xb8\xb5\xb6 " * 50, "encoding")]
)
def test_what_cannot_be_read_is_refused(data: bytes, kind: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_elements(data, "a.md")
    assert caught.value.kind == kind


def check_origins(source: str, reading: Reading) -> None:
    """Each run of a text is what the source says at its offset; all but white space stands in a run."""
    lines = [0, *(i + 1 for i, character in enumerate(source) if character == "\n")]
    for element in reading.elements:
        for text, origins in [(element.text, element.origins), *((c.text, c.origins) for c in element.cells)]:
            assert unicodedata.is_normalized("NFC", text)
            covered = set()
            for origin in origins:
                run = text[origin.start : origin.end]
                assert origin.offset is not None
                assert clean(source[origin.offset : origin.offset + 8 * len(run) + 8]).text.startswith(run)
                assert origin.line == sum(start <= origin.offset for start in lines)
                covered.update(range(origin.start, origin.end))
            assert all(i in covered or text[i].isspace() for i in range(len(text)))


def test_offsets_count_the_decoded_source_through_markup_and_decomposed_letters() -> None:
    source = "# **Kết quả** *năm*\n\n- Xã[^1] đạt **65/93**\n\n| Nghệ An | *b* |\n|---|---|\n| c | Đồng |\n"
    for form in ("NFC", "NFD"):
        written = unicodedata.normalize(form, source)
        check_origins(written, read(written))


WORDS = st.sampled_from(
    [
        *(
            "đạt ",
            "**",
            "*",
            "_",
            "[^1]",
            "<sup>(2)</sup>",
            "¹",
            "\n",
            "\n\n",
            "  \n",
            "- ",
            "1. ",
            "|",
            "# ",
        ),
        *(
            "Nghệ\u0323 An",
            "e\u0323\u0302",
            "<b>",
            "</b>",
            "\\",
            "[a](b)",
            "---\n",
            "> ",
            "(",
            "65/93 xã",
            "`",
        ),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=25).map("".join).filter(str.strip))
def test_every_run_can_be_found_in_the_source(source: str) -> None:
    check_origins(source, read(source))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text("ab đế12", min_size=1).filter(str.strip), min_size=1, max_size=8))
def test_plain_words_are_never_lost(lines: list[str]) -> None:
    reading = read("\n".join(lines))
    kept = "".join(e.text for e in reading.elements)
    assert "".join(kept.split()) == "".join("".join(lines).split())


@pytest.mark.skipif(not SAMPLE.exists(), reason="the sample report is not beside the checkout")
def test_the_sample_report() -> None:
    data = SAMPLE.read_bytes()
    reading = read_elements(data, SAMPLE.name)
    check_origins(data.decode(), reading)
    marks = [marker.label for element in reading.elements for marker in element.markers]
    bodies = [element.label for element in reading.elements if element.role is Role.FOOTNOTE]
    assert marks == bodies == [str(number) for number in range(1, 15)]
