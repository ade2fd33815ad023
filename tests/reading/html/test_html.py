"""Web pages read as a browser shows them."""

from __future__ import annotations

import unicodedata
from html import escape

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from extractor.elements import Marker, Role
from extractor.encodings import may_be_old
from extractor.encodings.tables import tables
from extractor.problems import ReadError
from extractor.reading.html import read_elements


def read(page: str, **keywords: str):
    return read_elements(page.encode(**keywords), "trang.html")


def texts(page: str) -> list[str]:
    return [element.text for element in read(page).elements if element.role is Role.TEXT]


PAGES = {
    "paragraphs": ("<p>Một<p>Hai</p>ba", ["Một", "Hai", "ba"]),
    "white space folds": ("<p> Ủy  ban\n\tnhân <b> dân</b> </p>", ["Ủy ban nhân dân"]),
    "a non-breaking space is a space": ("<p>Số&nbsp;15&#160;/NQ", ["Số 15 /NQ"]),
    "inline elements do not part words": ("<p>Số <b>15</b>/<i>NQ</i>-CP", ["Số 15/NQ-CP"]),
    "a line break": ("<p>PHÓ BÍ THƯ <br>Trần Văn A", ["PHÓ BÍ THƯ\nTrần Văn A"]),
    "two breaks end a paragraph": ("Một<br> <br/>\nHai<br><br><br>Ba", ["Một", "Hai", "Ba"]),
    "breaks around text go": ("<div><br>Một<br></div>Hai", ["Một", "Hai"]),
    "nested blocks": ("<div>a<div>b<p>c</p>d</div>e</div>", ["a", "b", "c", "d", "e"]),
    "scripts and styles": ("<style>p{}</style><p>a<script>x()</script>b<noscript>c</noscript>", ["ab"]),
    "comments and conditions": (
        "<p>a<!-- x --><![if !supportLists]>b<![endif]><!--[if mso]>c<![endif]-->",
        ["ab"],
    ),
    "title and meta are no text": ("<title>Tên</title><meta name=x content=y><p>a", ["a"]),
    "deleted text": ("<p>tăng <del>8</del><ins>7</ins>%", ["tăng 7%"]),
    "form controls": ("<p>a<select><option>x</select><button>Gửi</button><textarea>y</textarea>b", ["ab"]),
    "entities": ("<p>Th&#7911; t&#x1B0;&#x1EDB;ng &amp; &lt;b&gt;", ["Thủ tướng & <b>"]),
    "decomposed letters": ("<p>Nghe\u0323\u0302 An", ["Nghệ An"]),
    "a soft hyphen": ("<p>phát&shy;triển", ["pháttriển"]),
    "capitals by style": ("<p style='text-transform: uppercase'>báo cáo", ["BÁO CÁO"]),
    "control characters": ("<p>a\x02b", ["a b"]),
    "office tags": ("<p>a<o:p>&nbsp;</o:p><st1:date>12/3</st1:date>", ["a 12/3"]),
    "preformatted lines": ("<pre>Một\n hai\n\nba</pre>", ["Một", "hai", "ba"]),
    "a definition list": ("<dl><dt>Vốn<dd>5 tỷ</dl>", ["Vốn", "5 tỷ"]),
    "text without any tag around": ("chỉ chữ<hr>và nữa", ["chỉ chữ", "và nữa"]),
}


@pytest.mark.parametrize(("page", "expected"), PAGES.values(), ids=PAGES.keys())
def test_a_page_reads_as_it_is_shown(page, expected):
    assert texts(page) == expected


def test_headings_and_settings():
    page = (
        "<h2 align=center>II. KẾT QUẢ</h2><p style='text-align:justify;font-size:14.0pt'><b>Một</b> hai"
        "<p><strong><em>ba</em></strong><center>bốn</center><p style='font-weight:700;text-align:right'>năm"
    )
    styles = [element.style for element in read(page).elements]
    assert [(s.heading, s.align, s.size, s.bold, s.italic) for s in styles] == [
        (2, "center", None, False, False),
        (None, "justify", 14.0, False, False),
        (None, None, None, True, True),
        (None, "center", None, False, False),
        (None, "right", None, True, False),
    ]


def test_lines_of_the_source_are_known():
    elements = read("<html>\n<body>\n<p>Một\n<b>hai</b><br>\nba</p>\n\n<p>Bốn</body>").elements
    assert [[(e.text[o.start : o.end], o.line) for o in e.origins] for e in elements] == [
        [("Một ", 3), ("hai\n", 4), ("ba", 4)],
        [("Bốn", 7)],
    ]


def test_each_line_broken_by_hand_has_its_own_origin():
    (cell, _) = (
        read("<table border=1><tr><td>Nơi nhận:<br>- Như trên;<br>- Lưu VT<td>x</table>").elements[0].cells
    )
    assert [cell.text[o.start : o.end] for o in cell.origins] == ["Nơi nhận: ", "- Như trên; ", "- Lưu VT"]


def test_lines_beyond_the_parsers_count_are_unknown():
    last = read("<p>a" + "\n" * 70_000 + "<p>b").elements[-1]
    assert [(origin.line, origin.end) for origin in last.origins] == [(None, 1)]


def test_lines_of_preformatted_text_are_known():
    elements = read("<div>\n<pre>Một\n\nHai</pre>").elements
    assert [(e.text, e.origins[0].line, e.continues) for e in elements] == [
        ("Một", 2, None),
        ("Hai", 4, False),
    ]


LISTS = {
    "bullets": ("<ul><li>a<li>b</ul>", [("a", "•"), ("b", "•")]),
    "numbers": ("<ol><li>a<li>b</ol>", [("1. a", None), ("2. b", None)]),
    "start and value": (
        "<ol start=4><li>a<li value=9>b<li>c</ol>",
        [("4. a", None), ("9. b", None), ("10. c", None)],
    ),
    "letters": (
        "<ol type=a><li>a</ol><ol style='list-style-type:upper-roman'><li>b</ol>",
        [("a. a", None), ("I. b", None)],
    ),
    "reversed": ("<ol reversed><li>a<li>b</ol>", [("2. a", None), ("1. b", None)]),
    "nested": ("<ol><li>a<ul><li>b</ul><li>c</ol>", [("1. a", None), ("b", "•"), ("2. c", None)]),
    "no marks": ("<ul style='list-style-type:none'><li>a</ul>", [("a", None)]),
    "two paragraphs": ("<ul><li><p>a<p>b</ul>", [("a", "•"), ("b", None)]),
    "an empty item": ("<ol><li></li><li>b</ol>c", [("2. b", None), ("c", None)]),
    "outside of a list": ("<li>a", [("a", "•")]),
}


@pytest.mark.parametrize(("page", "expected"), LISTS.values(), ids=LISTS.keys())
def test_lists_get_their_marks(page, expected):
    assert [(element.text, element.bullet) for element in read(page).elements] == expected


@pytest.mark.parametrize(
    ("mark", "font", "expected"),
    [
        ("1.", "", ("1. Vốn", None)),
        ("a)", "", ("a) Vốn", None)),
        ("-", "", ("Vốn", "-")),
        ("·", "font-family:Symbol", ("Vốn", "•")),
        ("§", "font-family:Wingdings", ("Vốn", "▪")),
        ("o", 'font-family:"Courier New"', ("Vốn", "o")),
    ],
)
def test_lists_that_word_saved(mark, font, expected):
    page = (
        f"<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]>"
        f"<span style='{font}'>"
        f"<span style='mso-list:Ignore'>{mark}<span style='font:7.0pt'>&nbsp;&nbsp; </span></span></span>"
        "<![endif]>Vốn</p>"
    )
    (element,) = read(page).elements
    assert ((element.text, element.bullet), element.item) == (expected, True)


WORD_NOTES = (
    "<p>đạt kế hoạch<a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1'><span>[1]</span></a>; vượt"
    "<a href='#_ftn2' name='_ftnref2'>[2]</a>.</p><div style='mso-element:footnote-list'>"
    "<div style='mso-element:footnote' id=ftn1><p><a href='#_ftnref1' name='_ftn1'>[1]</a> Tăng 7%</p>"
    "<p>so cùng kỳ</p></div>"
    "<div style='mso-element:footnote' id=ftn2>"
    "<p><a href='#_ftnref2' name='_ftn2'>[2]</a> 14 xã</p></div></div>"
)
WIKI_NOTES = (
    "<p>đạt kế hoạch<sup id=r1><a href='#n1'>[1]</a></sup>; vượt<sup id=r2><a href='#n2'>[2]</a></sup>."
    "<ol><li id=n1><a href='#r1'>^</a> Tăng 7%<br>so cùng kỳ</li><li id=n2><a href='#r2'>^</a> 14 xã</ol>"
)
PANDOC_NOTES = (
    "<p>đạt kế hoạch<a href='#fn1' id=fnref1 role=doc-noteref><sup>1</sup></a>; vượt"
    "<a href='#fn2' id=fnref2><sup>2</sup></a>."
    "<section><hr><ol><li id=fn1><p>Tăng 7%</p><p>so cùng kỳ<a href='#fnref1'>↩</a></p></li>"
    "<li id=fn2><p>14 xã<a href='#fnref2'>↩</a></p></li></ol></section>"
)
BREAK_NOTES = (
    "<p>đạt kế hoạch<sup><a name=r1 href='#note1'>(1)</a></sup>; vượt"
    "<sup><a name=r2 href='#note2'>(2)</a></sup>."
    "<div><a name=note1>(1)</a> Tăng 7%<br>so cùng kỳ<br><a name=note2>(2)</a> 14 xã</div>"
)


@pytest.mark.parametrize(
    ("page", "marks"),
    [(WORD_NOTES, "[{}]"), (WIKI_NOTES, "[{}]"), (PANDOC_NOTES, "{}"), (BREAK_NOTES, "({})")],
    ids=["Word", "wiki", "pandoc", "breaks"],
)
def test_footnotes(page, marks):
    text, *notes = read(page).elements
    one, two = marks.format(1), marks.format(2)
    assert text.text == f"đạt kế hoạch{one}; vượt{two}."
    assert [(text.text[m.start : m.end], m.label) for m in text.markers] == [(one, "1"), (two, "2")]
    assert [(n.role, n.label, n.text) for n in notes] == [
        (Role.FOOTNOTE, "1", "Tăng 7%\nso cùng kỳ"),
        (Role.FOOTNOTE, "2", "14 xã"),
    ]


def test_links_of_a_table_of_contents_are_no_notes():
    page = (
        "<p><a href='#muc1'>1</a> Kết quả <a href='#muc2'>2</a> Tồn tại"
        "<h2 id=muc1>Kết quả</h2><p>x<h2><a name=muc2>Tồn tại</a></h2>y"
    )
    elements = read(page).elements
    assert [e.text for e in elements] == ["1 Kết quả 2 Tồn tại", "Kết quả", "x", "Tồn tại", "y"]
    assert not any(e.markers for e in elements)


def test_raised_figures_are_marks_unless_exponents():
    (element,) = read(
        "<p>đề ra<sup>(1)</sup>, rộng 120 m<sup>2</sup>, năm 2020<sup>3</sup> ở 30<sup>o</sup>"
    ).elements
    assert element.text == "đề ra(1), rộng 120 m2, năm 20203 ở 30o"
    assert element.markers == (Marker(5, 8, "1"), Marker(31, 32, "3"))


def test_brackets_around_a_linked_mark_belong_to_it():
    page = "<p>đề ra<sup>(<a href='#fn1'>1</a>)</sup> và<p id=fn1>(1) 5 xã"
    text, note = read(page).elements
    assert text.markers == (Marker(5, 8, "1"),)
    assert (note.label, note.text) == ("1", "5 xã")


def grid(page: str):
    table = next(element for element in read(page).elements if element.role is Role.TABLE)
    return [(c.row, c.column, c.row_span, c.column_span, c.text) for c in table.cells]


def test_spans_and_sections_of_a_table():
    page = (
        "<table border=1><thead><tr><th rowspan=2>Huyện<th colspan=2>Số xã</tr>"
        "<tr><th>2019<th>2020</tr></thead>"
        "<tbody><tr><td>Đà Bắc<td>16<td>17</table>"
    )
    assert grid(page) == [
        (0, 0, 2, 1, "Huyện"),
        (0, 1, 1, 2, "Số xã"),
        (1, 1, 1, 1, "2019"),
        (1, 2, 1, 1, "2020"),
        (2, 0, 1, 1, "Đà Bắc"),
        (2, 1, 1, 1, "16"),
        (2, 2, 1, 1, "17"),
    ]


@pytest.mark.parametrize(
    ("attributes", "spans"),
    [
        ("rowspan=0", (2, 1)),
        ("rowspan=99999", (2, 1)),
        ("colspan=99999", (1, 1000)),
        ("colspan=x rowspan=-1", (1, 1)),
    ],
)
def test_odd_spans_stay_bounded(attributes, spans):
    _, _, *found, _ = grid(f"<table border=1><tr><td {attributes}>A<td>B<tr><td>C</table>")[0]
    assert tuple(found) == spans


def test_a_cell_is_one_line_with_the_table_inside_it():
    page = "<table border=1><tr><td><p>a<br>b<p>c<table><tr><td>d<td>e</table>f<ul><li>g</ul><td>h</table>"
    assert [text for *_, text in grid(page)] == ["a b c d e f • g", "h"]


def test_a_caption_stands_before_its_table():
    elements = read("<table border=1><caption>Biểu 1</caption><tr><td>a<td>b</table>").elements
    assert [(e.role, e.text) for e in elements] == [(Role.TEXT, "Biểu 1"), (Role.TABLE, "")]


CELL = "<td>a<td>b"


@pytest.mark.parametrize(
    ("table", "ruled"),
    [
        (f"<table><tr>{CELL}</table>", False),
        (f"<table border=0><tr>{CELL}</table>", False),
        (f"<table border=1><tr>{CELL}</table>", True),
        (f"<table class='table table-bordered'><tr>{CELL}</table>", True),
        (f"<table class=MsoTableGrid border=0><tr>{CELL}</table>", True),
        ("<table><tr><th>a<th>b</table>", True),
        (
            "<table><tr><td style='border:solid windowtext 1.0pt'>a<td style='border:solid 1pt'>b</table>",
            True,
        ),
        ("<table><tr><td style='border:none;border-bottom:solid 1pt'>a<td>b</table>", False),
        (f"<table style='border-collapse:collapse;border:none'><tr>{CELL}</table>", False),
    ],
)
def test_a_table_is_ruled_when_the_page_says_so(table, ruled):
    assert read(table).elements[0].ruled is ruled


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td><p>Một<p>Hai</table>",
        "<table role=presentation><tr><td>Một<td>Hai</table>",
        "<table><tr><td><table><tr><td>Một</table><td>Hai</table>",
        "<table><tr><td><h2>Một</h2><td>Hai</table>",
        "<table><tr><td>&nbsp;<td><div>Một</div><div>Hai</div></table>",
    ],
)
def test_a_table_that_lays_out_the_page_is_read_through(page):
    assert texts(page) == ["Một", "Hai"]


def test_a_long_text_in_a_cell_lays_out_the_page():
    paragraphs = "".join(f"<p>Đoạn {n}" for n in range(12))
    assert len(texts(f"<table><tr><td>Trái<td>{paragraphs}</table>")) == 13


def test_furniture_is_told_by_its_tag():
    page = (
        "<header>Cổng thông tin</header><nav><ul><li>Trang chủ</ul></nav>"
        "<main><article><header>Báo cáo</header>"
        "<p>Nội dung</article></main><div role=contentinfo>Địa chỉ</div><footer>© 2020</footer>"
    )
    assert [(e.role, e.text) for e in read(page).elements] == [
        (Role.FURNITURE, "Cổng thông tin"),
        (Role.FURNITURE, "Trang chủ"),
        (Role.TEXT, "Báo cáo"),
        (Role.TEXT, "Nội dung"),
        (Role.FURNITURE, "Địa chỉ"),
        (Role.FURNITURE, "© 2020"),
    ]


@pytest.mark.parametrize(
    "hidden",
    ["hidden", "style='display: none'", "style='color:red;visibility:hidden'", "style='mso-hide:all'"],
)
def test_hidden_text_is_left_out_and_told(hidden):
    reading = read(f"<p>Thấy<span {hidden}>ẩn <b>nữa</b></span> tiếp")
    assert [e.text for e in reading.elements] == ["Thấy tiếp"]
    assert [(problem.kind, problem.message.split()[0]) for problem in reading.problems] == [
        ("hidden_text", "6")
    ]


ENCODED = {
    "utf-8 without a word": ("<p>Nghệ An", "utf-8", "utf-8"),
    "utf-8 with a mark": ("\ufeff<p>Nghệ An", "utf-8", "utf-8"),
    "utf-16 with a mark": ("\ufeff<p>Nghệ An", "utf-16-le", "utf-16-le"),
    "declared wrongly": ('<meta charset="windows-1252"><p>Nghệ An', "utf-8", "utf-8"),
    "windows-1258": (
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1258"><p>Nghê\u0323 An',
        "cp1258",
        "windows-1258",
    ),
    "windows-1252 with entities": (
        "<meta charset=windows-1252><p>Ngh&#7879; An © à".replace("©", "\xa9"),
        "cp1252",
        "windows-1252",
    ),
    "latin-1 means windows-1252": ("<meta charset=iso-8859-1><p>Ngh&#7879; An “", "cp1252", "windows-1252"),
    "an XML declaration": (
        '<?xml version="1.0" encoding="UTF-8"?><html xmlns="x"><p>Nghệ An</p></html>',
        "utf-8",
        "utf-8",
    ),
}


@pytest.mark.parametrize(("page", "codec", "encoding"), ENCODED.values(), ids=ENCODED.keys())
def test_encodings(page, codec, encoding):
    reading = read(page, encoding=codec)
    assert reading.encoding == encoding
    assert reading.elements[0].text.startswith("Nghệ An")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"<html><body></body></html>", "empty"),
        (b"<frameset><frame src=a></frameset>", "empty"),
        (b"<!-- -->", "empty"),
        (b"<meta charset=x-vietnamese-tcvn><p>\xb5\xb6", "encoding"),
        (("<p>" + "报告情况" * 9).encode("gbk"), "encoding"),
        (b"<div>" * 10_000 + b"x", "too_deep"),
    ],
)
def test_pages_that_cannot_be_read(data, kind):
    with pytest.raises(ReadError) as raised:
        read_elements(data, "a.html")
    assert raised.value.kind == kind
    assert raised.value.advice


def test_deep_nesting_that_browsers_read_is_read():
    assert texts("<font>" * 1_500 + "x") == ["x"]


def test_nested_tables_end_in_time():
    assert texts("<table><tr><td>" * 500 + "x" + "</td></tr></table>" * 500) == ["x"]


OLD_PAGES = {
    "a font tag": ('<p><font face=".VnTime">{tcvn3}</font>', ["Tỉnh Nghệ An đã đạt kế hoạch"]),
    "an inline style, bold inside": (
        "<p style='font-family: VNI-Times'>{vni} <b>{vni}</b>",
        ["Tỉnh Nghệ An đã đạt kế hoạch Tỉnh Nghệ An đã đạt kế hoạch"],
    ),
    "no font named": ("<p>{tcvn3}", ["Tỉnh Nghệ An đã đạt kế hoạch"]),
    "capitals by their font": (
        '<h2><font face=".VnTimeH">{tcvn3}</font></h2>',
        ["TỈNH NGHỆ AN ĐÃ ĐẠT KẾ HOẠCH"],
    ),
    "two encodings on a page": (
        '<p><font face=".VnTime">{tcvn3}</font><p><font face="VNI-Times">{vni}</font>',
        ["Tỉnh Nghệ An đã đạt kế hoạch"] * 2,
    ),
    "a cell of a table": (
        '<table border=1><tr><td><font face=".VnTime">{tcvn3}</font></td><td>12</td></tr></table>',
        ["Tỉnh Nghệ An đã đạt kế hoạch", "12"],
    ),
}


@pytest.mark.parametrize(("body", "expected"), OLD_PAGES.values(), ids=OLD_PAGES.keys())
def test_letters_of_the_years_before_unicode_are_converted(body, expected):
    words = {name: tables()[name].encode("Tỉnh Nghệ An đã đạt kế hoạch") for name in ("tcvn3", "vni")}
    reading = read(f"<meta charset=windows-1252>{body.format(**words)}", encoding="cp1252")
    shown = [text for e in reading.elements for text in ([c.text for c in e.cells] or [e.text])]
    assert shown == expected
    assert reading.encoding in ("tcvn3", "vni")


def test_unicode_in_an_old_font_stays_as_it_is():
    page = '<p><font face=".VnTime">Tỉnh Nghệ An hỗ trợ hộ nghèo</font>'
    reading = read(page)
    assert [element.text for element in reading.elements] == ["Tỉnh Nghệ An hỗ trợ hộ nghèo"]
    assert reading.problems == ()


LINES = st.lists(
    st.text(
        st.characters(exclude_categories=("C", "Z", "M"), exclude_characters="\u2010\u2011"),
        min_size=1,
        max_size=30,
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=80, deadline=None)
@given(lines=LINES, tag=st.sampled_from(["p", "div", "li", "h3", "blockquote"]))
def test_any_text_comes_back(lines, tag):
    page = "".join(f"<{tag}>{escape(line)}</{tag}>" for line in lines)
    assume(not may_be_old(page))
    elements = read(f"<html><body>{page}</body></html>").elements
    assert [element.text for element in elements] == [unicodedata.normalize("NFC", line) for line in lines]
