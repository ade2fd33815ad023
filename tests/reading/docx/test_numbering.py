"""List numbers are computed as Word computes them."""

from __future__ import annotations

import pytest


def level(number: int, form: str, text: str, *, start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


def numbering(*levels: str, more: str = "", also: str = "") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="0">{more}{"".join(levels)}</w:abstractNum>{also}'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )


def item(text: str, depth: int | None = 0, *, list_id: str = "1", style: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    ilvl = "" if depth is None else f'<w:ilvl w:val="{depth}"/>'
    number = f'<w:numPr>{ilvl}<w:numId w:val="{list_id}"/></w:numPr>' if list_id else ""
    return f"<w:p><w:pPr>{named}{number}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def numbered_style(name: str) -> str:
    number = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    return f'<w:style w:type="paragraph" w:styleId="{name}"><w:pPr>{number}</w:pPr></w:style>'


OUTLINE = numbering(level(0, "upperRoman", "%1."), level(1, "decimal", "%2."), level(2, "lowerLetter", "%3)"))
LEGAL = numbering(level(0, "upperRoman", "%1"), level(1, "decimal", "%1.%2.", more="<w:isLgl/>"))


@pytest.mark.parametrize(
    ("numbers", "depths", "shown"),
    [
        (OUTLINE, [0, 1, 1, 2, 2, 1, 0, 1], ["I.", "1.", "2.", "a)", "b)", "3.", "II.", "1."]),
        (LEGAL, [0, 1, 1, 0, 1], ["I", "1.1.", "1.2.", "II", "2.1."]),
        (numbering(level(0, "decimal", "Điều %1.", start=3)), [0, 0], ["Điều 3.", "Điều 4."]),
        (numbering(level(0, "decimalZero", "%1-")), [0] * 3, ["01-", "02-", "03-"]),
        (numbering(level(0, "decimal", "%1."), level(1, "decimal", "%1.%2")), [1, 1], ["1.1", "1.2"]),
        (
            numbering(
                level(0, "decimal", "%1."), level(1, "decimal", "%2.", more='<w:lvlRestart w:val="0"/>')
            ),
            [0, 1, 0, 1],
            ["1.", "1.", "2.", "2."],
        ),
        (numbering(level(0, "none", "")), [0], [""]),
    ],
    ids=["multilevel", "legal", "start", "zero", "parent not reached", "never restarts", "none"],
)
def test_numbers_stand_before_the_text(texts_of, numbers, depths, shown):
    body = "".join(item("x", depth) for depth in depths)
    assert texts_of(body, numbering=numbers) == [f"{number} x".strip() for number in shown]


def test_lists_of_one_abstract_list_count_on_unless_they_start_anew(texts_of):
    also = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = "".join(item("x", list_id=each) for each in "112331")
    shown = texts_of(body, numbering=numbering(level(0, "decimal", "%1.")) + also)
    assert shown == ["1. x", "2. x", "3. x", "1. x", "2. x", "3. x"]


def test_a_style_links_paragraphs_to_its_level(read_docx):
    levels = (
        level(0, "upperRoman", "%1.", more='<w:pStyle w:val="M1"/>'),
        level(1, "decimal", "%2.", more='<w:pStyle w:val="M2"/>'),
    )
    styles = numbered_style("M1") + numbered_style("M2")
    body = "".join(item("x", list_id="", style=each) for each in ("M1", "M2", "M2", "M1"))
    reading = read_docx(body, numbering=numbering(*levels), styles=styles)
    assert [element.text for element in reading.elements] == ["I. x", "1. x", "2. x", "II. x"]


def test_a_list_style_is_followed(texts_of):
    linked = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="Muc"/></w:abstractNum>'
    numbers = numbering(level(0, "upperLetter", "%1."), more='<w:styleLink w:val="Muc"/>', also=linked)
    numbers += '<w:num w:numId="7"><w:abstractNumId w:val="5"/></w:num>'
    assert texts_of(item("x", list_id="7") + item("y"), numbering=numbers) == ["A. x", "B. y"]


def test_zero_takes_the_number_of_the_style_away(texts_of):
    styles = numbered_style("M")
    body = item("x", list_id="", style="M") + item("y", list_id="0", style="M")
    assert texts_of(body, numbering=OUTLINE, styles=styles) == ["I. x", "y"]


def test_a_format_of_newer_versions_has_a_fallback(texts_of):
    custom = (
        "<mc:AlternateContent><mc:Choice Requires='w14'><w:numFmt w:val='custom' w:format='001'/></mc:Choice>"
        "<mc:Fallback><w:numFmt w:val='decimalZero'/></mc:Fallback></mc:AlternateContent>"
    )
    shape = f'<w:lvl w:ilvl="0"><w:start w:val="1"/>{custom}<w:lvlText w:val="%1."/></w:lvl>'
    assert texts_of(item("x"), numbering=numbering(shape)) == ["01. x"]


def test_no_gap_where_the_list_sets_none(texts_of):
    assert texts_of(
        item("x"), numbering=numbering(level(0, "decimal", "%1/", more='<w:suff w:val="nothing"/>'))
    ) == ["1/x"]


BULLETS = {
    "dash": (level(0, "bullet", "-"), "-"),
    "plus": (level(0, "bullet", "+"), "+"),
    "symbol": (
        level(0, "bullet", "\uf0b7", more="<w:rPr><w:rFonts w:ascii='Symbol' w:hAnsi='Symbol'/></w:rPr>"),
        "•",
    ),
    "unknown": (level(0, "bullet", "\uf07d", more="<w:rPr><w:rFonts w:ascii='Wingdings 3'/></w:rPr>"), "•"),
}


@pytest.mark.parametrize(("shape", "mark"), BULLETS.values(), ids=BULLETS.keys())
def test_a_bullet_stands_apart_from_the_text(read_docx, shape, mark):
    (element,) = read_docx(item("Phường Phú Hội"), numbering=numbering(shape)).elements
    assert (element.text, element.bullet, element.item) == ("Phường Phú Hội", mark, True)


def test_a_numbered_heading_is_no_list_item(read_docx):
    styles = '<w:style w:type="paragraph" w:styleId="H"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    (element,) = read_docx(item("Kết quả", style="H"), numbering=OUTLINE, styles=styles).elements
    assert (element.text, element.style.heading, element.item) == ("I. Kết quả", 1, False)


def test_a_row_numbered_by_the_list_keeps_its_number(table_of):
    rows = "".join(
        f"<w:tr><w:tc>{item('')}</w:tc><w:tc>{item(name, list_id='')}</w:tc></w:tr>" for name in "AB"
    )
    cells = table_of(f"<w:tbl>{rows}</w:tbl>", numbering=numbering(level(0, "decimal", "%1"))).cells
    assert [cell.text for cell in cells] == ["1", "A", "2", "B"]


def test_an_empty_list_paragraph_counts_but_shows_nothing(texts_of):
    assert texts_of(item("x") + item("") + item("y"), numbering=OUTLINE) == ["I. x", "III. y"]


def test_hidden_and_deleted_list_paragraphs_do_not_count(texts_of):
    hidden = item("ẩn").replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")
    deleted = item("").replace("</w:pPr>", "<w:rPr><w:del/></w:rPr></w:pPr>")
    assert texts_of(item("x") + hidden + deleted + item("y"), numbering=OUTLINE) == ["I. x", "II. y"]


def test_places_count_from_the_number(read_docx):
    body = item("xã").replace("</w:r>", "</w:r><w:r><w:footnoteReference w:id='1'/></w:r>")
    (element,) = read_docx(body, numbering=OUTLINE).elements
    assert element.text == "I. xã1"
    assert (element.markers[0].start, element.origins[0].start, element.origins[0].end) == (5, 0, 6)
