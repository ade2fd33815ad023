from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from extractor.elements import Element, Reading, Role
from extractor.problems import ReadError
from extractor.reading.formats import recognise
from extractor.reading.odf import read_elements

BASE = "urn:oasis:names:tc:opendocument:xmlns:"
NAMES = {
    "office": "office:1.0",
    "text": "text:1.0",
    "table": "table:1.0",
    "style": "style:1.0",
    "draw": "drawing:1.0",
    "presentation": "presentation:1.0",
    "fo": "xsl-fo-compatible:1.0",
    "svg": "svg-compatible:1.0",
    "dc": "dc",
}
DECLARED = " ".join(f'xmlns:{prefix}="{BASE}{name}"' for prefix, name in NAMES.items())


def build(body: str, styles: str = "", shared: str = "", kind: str = "text", **parts: str) -> bytes:
    """Build a package of a body, its automatic styles, and the styles part."""
    files = {
        "mimetype": f"application/vnd.oasis.opendocument.{kind}",
        "content.xml": f"<office:document-content {DECLARED}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:{kind}>{body}</office:{kind}></office:body>"
        "</office:document-content>",
        "styles.xml": f"<office:document-styles {DECLARED}>{shared}</office:document-styles>",
        **{name.replace("_", "/"): content for name, content in parts.items()},
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def read(body: str, styles: str = "", shared: str = "", kind: str = "text") -> Reading:
    return read_elements(build(body, styles, shared, kind), "bao-cao.odt")


def texts(body: str, styles: str = "", shared: str = "", role: Role = Role.TEXT) -> list[str]:
    return [element.text for element in read(body, styles, shared).elements if element.role is role]


def text_style(name: str, properties: str, parent: str = "") -> str:
    above = f' style:parent-style-name="{parent}"' if parent else ""
    return (
        f'<style:style style:name="{name}" style:family="text"{above}>'
        f"<style:text-properties {properties}/></style:style>"
    )


INLINE = {
    "blanks run together": ("<text:p>xã  Ia\n Dom</text:p>", "xã Ia Dom"),
    "blanks that are meant": ('<text:p>a<text:s text:c="3"/>b<text:tab/>c</text:p>', "a   b\tc"),
    "over the end of a span": ("<text:p>xã <text:span> Ia</text:span> Dom</text:p>", "xã Ia Dom"),
    "a line broken by hand": ("<text:p>Ia<text:line-break/>Dom</text:p>", "Ia\nDom"),
    "a link": ("<text:p>xã <text:a>Ia Dom</text:a></text:p>", "xã Ia Dom"),
    "a field": ("<text:p>trang <text:page-number>4</text:page-number></text:p>", "trang 4"),
    "a bookmark": ('<text:p>Ia <text:bookmark text:name="x"/>Dom</text:p>', "Ia Dom"),
    "ruby": (
        "<text:p><text:ruby><text:ruby-base>Ia</text:ruby-base><text:ruby-text>đọc</text:ruby-text></text:ruby></text:p>",
        "Ia",
    ),
    "a section": ('<text:section text:name="s"><text:p>Ia Dom</text:p></text:section>', "Ia Dom"),
    "an index": (
        "<text:table-of-content><text:table-of-content-source><text:index-title-template>Mẫu"
        "</text:index-title-template></text:table-of-content-source><text:index-body><text:p>Mục I</text:p>"
        "</text:index-body></text:table-of-content>",
        "Mục I",
    ),
}


@pytest.mark.parametrize("case", INLINE)
def test_inline(case: str) -> None:
    body, expected = INLINE[case]
    assert texts(body) == [expected]


OLD = '<style:font-face style:name="Old" svg:font-family="\'.VnTime\'"/>'
FONTS = {
    "through an automatic style": (
        '<text:p><text:span text:style-name="T1">B¸o c¸o t×nh h×nh</text:span></text:p>',
        text_style("T1", 'style:font-name="Old"'),
        f"<office:font-face-decls>{OLD}</office:font-face-decls>",
    ),
    "through a parent": (
        '<text:p><text:span text:style-name="T1">B¸o c¸o t×nh h×nh</text:span></text:p>',
        text_style("T1", 'fo:font-weight="bold"', "Named"),
        "<office:styles>" + text_style("Named", 'fo:font-family=".VnTime"') + "</office:styles>",
    ),
    "through the paragraph": (
        '<text:p text:style-name="P1">B¸o c¸o t×nh h×nh</text:p>',
        '<style:style style:name="P1" style:family="paragraph">'
        '<style:text-properties fo:font-family=".VnTime"/></style:style>',
        "",
    ),
    "through the default": (
        "<text:p>B¸o c¸o t×nh h×nh</text:p>",
        "",
        '<office:styles><style:default-style style:family="paragraph">'
        '<style:text-properties fo:font-family=".VnTime"/></style:default-style></office:styles>',
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", FONTS)
def test_fonts_name_an_encoding(case: str) -> None:
    assert texts(*FONTS[case]) == ["Báo cáo tình hình"]


def test_styles_in_a_circle_end() -> None:
    circle = text_style("A", 'fo:font-weight="bold"', "B") + text_style("B", 'fo:font-style="italic"', "A")
    (element,) = read('<text:p><text:span text:style-name="A">Ia Dom</text:span></text:p>', circle).elements
    assert (element.style.bold, element.style.italic) == (True, True)


def test_hidden_and_capitals() -> None:
    styles = text_style("H", 'text:display="none"') + text_style("C", 'fo:text-transform="uppercase"')
    body = (
        '<text:p>nay <text:span text:style-name="H">mai </text:span>'
        '<text:span text:style-name="C">báo</text:span></text:p>'
    )
    assert texts(body, styles) == ["nay BÁO"]


def test_paragraphs_and_headings() -> None:
    styles = (
        '<style:style style:name="P1" style:family="paragraph">'
        '<style:paragraph-properties fo:text-align="center" fo:margin-left="1cm" fo:text-indent="-0.5cm"/>'
        '<style:text-properties fo:font-size="14pt"/></style:style>'
    )
    body = '<text:p text:style-name="P1">Ia Dom</text:p><text:h text:outline-level="2">Kết quả</text:h>'
    paragraph, heading = read(body, styles).elements
    assert (paragraph.style.align, paragraph.style.size) == ("center", 14)
    assert heading.style.heading == 2


def list_style(*levels: str) -> str:
    return f'<text:list-style style:name="L">{"".join(levels)}</text:list-style>'


def level(number: int, form: str, suffix: str = ".", more: str = "") -> str:
    return (
        f'<text:list-level-style-number text:level="{number}" style:num-format="{form}"'
        f' style:num-suffix="{suffix}" {more}/>'
    )


def items(*contents: str, attributes: str = "") -> str:
    listed = "".join(
        each if each.startswith("<text:list-item") else f"<text:list-item>{each}</text:list-item>"
        for each in contents
    )
    return f'<text:list text:style-name="L" {attributes}>{listed}</text:list>'


def p(text: str) -> str:
    return f"<text:p>{text}</text:p>"


NESTED = list_style(level(1, "I"), level(2, "1", ")"))
LISTS = {
    "numbers": (items(p("a"), p("b")), list_style(level(1, "1")), ["1. a", "2. b"]),
    "two paragraphs in an item": (
        items(p("a") + p("b"), p("c")), list_style(level(1, "a", ")")), ["a) a", "b", "b) c"]),
    "nested": (
        items(p("a") + items(p("b"), p("c")), p("d") + items(p("e"))), NESTED,
        ["I. a", "1) b", "2) c", "II. d", "1) e"]),
    "numbers of the levels above": (
        items(p("a") + items(p("b"))),
        list_style(level(1, "1"), level(2, "1", ".", 'text:display-levels="2"')), ["1. a", "1.1. b"]),
    "a new list": (items(p("a")) + items(p("b")), list_style(level(1, "1")), ["1. a", "1. b"]),
    "a list that goes on": (
        items(p("a")) + p("x") + items(p("b"), attributes='text:continue-numbering="true"'),
        list_style(level(1, "1")), ["1. a", "x", "2. b"]),
    "a list that follows another": (
        items(p("a"), attributes='xml:id="one"') + items(p("x"))
        + items(p("b"), attributes='text:continue-list="one"'),
        list_style(level(1, "1")), ["1. a", "1. x", "2. b"]),
    "a start of its own": (
        items(p("a"), f'<text:list-item text:start-value="7">{p("b")}</text:list-item>', p("c")),
        list_style(level(1, "1")), ["1. a", "7. b", "8. c"]),
    "a list of another style in a list": (
        items(p("a") + items(p("b")).replace('"L"', '"M"')),
        list_style(level(1, "1")) + list_style(level(2, "a", ")")).replace('"L"', '"M"'), ["1. a", "a) b"]),
    "a style that starts later": (
        items(p("a")), list_style(level(1, "1", ".", 'text:start-value="4"')), ["4. a"]),
}  # fmt: skip


@pytest.mark.parametrize("case", LISTS)
def test_lists_have_their_numbers(case: str) -> None:
    body, styles, expected = LISTS[case]
    assert texts(body, styles) == expected


def test_a_bullet_stands_apart() -> None:
    styles = list_style('<text:list-level-style-bullet text:level="1" text:bullet-char="-"/>')
    (element,) = read(items(p("a")), styles).elements
    assert (element.bullet, element.text, element.item) == ("-", "a", True)


def test_headings_count_in_the_outline() -> None:
    shared = (
        '<office:styles><text:outline-style style:name="Outline">'
        '<text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/>'
        "</text:outline-style></office:styles>"
    )
    body = '<text:h text:outline-level="1">Một</text:h><text:h text:outline-level="1">Hai</text:h>'
    assert texts(body, "", shared) == ["I. Một", "II. Hai"]


def note(kind: str, label: str, text: str) -> str:
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation>{label}</text:note-citation>'
        f"<text:note-body>{p(text)}</text:note-body></text:note>"
    )


def test_notes_follow_their_marks() -> None:
    body = p(f"Đạt 80%{note('footnote', '3', 'Theo huyện.')} và{note('endnote', '*', 'Xem phụ lục.')} nay.")
    paragraph, first, second = read(body).elements
    assert paragraph.text == "Đạt 80%3 và* nay."
    assert [each.label for each in paragraph.markers] == ["3", "*"]
    assert [(each.role, each.label, each.text) for each in (first, second)] == [
        (Role.FOOTNOTE, "3", "Theo huyện."),
        (Role.FOOTNOTE, "*", "Xem phụ lục."),
    ]


RULED = (
    '<style:style style:name="R" style:family="table-cell">'
    '<style:table-cell-properties fo:border="0.5pt solid #000000"/></style:style>'
)


def cell(text: str, attributes: str = "") -> str:
    return f'<table:table-cell table:style-name="R" {attributes}>{p(text) if text else ""}</table:table-cell>'


COVERED = "<table:covered-table-cell/>"


def table(*rows: str) -> str:
    return (
        "<table:table>"
        + "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
        + "</table:table>"
    )


def cells_of(elements: tuple[Element, ...]) -> list[tuple[int, int, int, int, str]]:
    found = next(element for element in elements if element.role is Role.TABLE)
    return [(c.row, c.column, c.row_span, c.column_span, c.text) for c in found.cells]


def test_merged_cells() -> None:
    body = table(
        cell("A", 'table:number-rows-spanned="2"') + cell("B", 'table:number-columns-spanned="2"') + COVERED,
        COVERED + cell("C") + cell("D"),
        cell("E") + cell("", 'table:number-columns-repeated="2"'),
    )
    reading = read(body, RULED)
    assert cells_of(reading.elements) == [
        (0, 0, 2, 1, "A"),
        (0, 1, 1, 2, "B"),
        (1, 1, 1, 1, "C"),
        (1, 2, 1, 1, "D"),
        (2, 0, 1, 1, "E"),
        (2, 1, 1, 1, ""),
        (2, 2, 1, 1, ""),
    ]
    assert reading.elements[0].ruled


def test_a_row_repeated_without_end_counts_once() -> None:
    body = (
        f"<table:table><table:table-row>{cell('A')}</table:table-row>"
        '<table:table-row table:number-rows-repeated="999999">'
        + cell("", 'table:number-columns-repeated="99999"')
        + "</table:table-row></table:table>"
    )
    assert len(cells_of(read(body).elements)) < 1000


def test_text_boxes_are_read_once() -> None:
    frame = f"<draw:frame><draw:text-box>{p('trong hộp')}</draw:text-box></draw:frame>"
    shape = f"<draw:custom-shape>{p('trong hình')}</draw:custom-shape>"
    group = f"<draw:g><draw:rect>{p('trong nhóm')}</draw:rect></draw:g>"
    assert texts(p(f"Ia {frame}Dom{shape}") + group) == ["Ia Dom", "trong hộp", "trong hình", "trong nhóm"]


def test_changes_comments_and_heads() -> None:
    changes = (
        '<text:tracked-changes><text:changed-region text:id="c"><text:deletion>'
        + p("đã xóa")
        + "</text:deletion></text:changed-region></text:tracked-changes>"
    )
    comment = "<office:annotation><dc:creator>Ai</dc:creator><text:p>xem lại</text:p></office:annotation>"
    shared = (
        "<office:master-styles><style:master-page><style:header>"
        + p("đầu trang")
        + "</style:header><style:footer>"
        + p("chân trang")
        + "</style:footer></style:master-page></office:master-styles>"
    )
    body = changes + p(f'Ia<text:change text:change-id="c"/> Dom{comment}')
    assert texts(body, "", shared) == ["Ia Dom"]
    assert texts(body, "", shared, Role.FURNITURE) == ["đầu trang", "chân trang", "xem lại"]


def test_pages_are_counted_by_their_breaks() -> None:
    body = p("một") + "<text:soft-page-break/>" + p("hai") + p("hai <text:soft-page-break/>ba")
    reading = read(body)
    assert [element.page for element in reading.elements] == [1, 2, 2]
    assert reading.pages == 3


TITLE = 'presentation:class="title"'


def test_slides() -> None:
    def frame(text: str, attributes: str = "") -> str:
        return f"<draw:frame {attributes}><draw:text-box>{p(text)}</draw:text-box></draw:frame>"

    body = (
        f"<draw:page>{frame('Kết quả', TITLE)}{frame('Đạt 80%')}</draw:page>"
        f"<draw:page>{frame('Kế hoạch')}"
        f"<presentation:notes>{frame('nói thêm')}</presentation:notes></draw:page>"
    )
    reading = read(body, kind="presentation")
    assert reading.format == "odp"
    assert [(e.text, e.page) for e in reading.elements if e.role is Role.TEXT] == [
        ("Kết quả", 1), ("Đạt 80%", 1), ("Kế hoạch", 2),
    ]  # fmt: skip
    assert reading.elements[0].style.heading == 1
    assert reading.elements[-1].role is Role.FURNITURE


BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "encrypted": (
        lambda: build(p("x"), **{"META-INF_manifest.xml": "<m><encryption-data/></m>"}), "encrypted"),
    "without content": (lambda: build("").replace(b"content.xml", b"konten.xml."), "damaged"),
    "no text": (lambda: build(""), "empty"),
    "nested too deep": (lambda: build("<text:section>" * 400 + "</text:section>" * 400), "too_deep"),
    "cut off": (lambda: build(p("x"))[:300], "truncated"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_bad_files_are_told_of(case: str) -> None:
    make, kind = BAD[case]
    with pytest.raises(ReadError) as error:
        read_elements(make(), "bao-cao.odt")
    assert error.value.kind == kind
    assert error.value.advice


def test_it_is_recognised_by_its_content() -> None:
    assert recognise(build(p("x")), "bao-cao.doc") == "odt"
    assert recognise(build("", kind="presentation"), "slides.zip") == "odp"
