"""How a paragraph is set: direct formatting over styles over defaults."""

from __future__ import annotations

import pytest

from extractor.elements import Style


def style(
    name: str,
    properties: str = "",
    *,
    run: str = "",
    based: str = "",
    kind: str = "paragraph",
    more: str = "",
) -> str:
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    contents = f"{base}<w:pPr>{properties}</w:pPr><w:rPr>{run}</w:rPr>"
    return f'<w:style w:type="{kind}" w:styleId="{name}" {more}>{contents}</w:style>'


def p(text: str = "x", *, style_name: str = "", properties: str = "", run: str = "") -> str:
    named = f'<w:pStyle w:val="{style_name}"/>' if style_name else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


DEFAULTS = "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='22'/></w:rPr></w:rPrDefault></w:docDefaults>"
STYLES = (
    DEFAULTS
    + style("Normal", '<w:jc w:val="both"/>', more='w:default="1"')
    + style("Base", '<w:outlineLvl w:val="1"/>', run="<w:b/><w:sz w:val='28'/>", based="Normal")
    + style("Child", '<w:jc w:val="center"/>', run="<w:i/>", based="Base")
    + style("Loop", based="Pool")
    + style("Pool", run="<w:b/>", based="Loop")
    + style("Strong", run="<w:b/>", kind="character")
    + '<w:style w:type="paragraph" w:styleId="D1"><w:name w:val="Heading 3"/></w:style>'
)


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        (p(), Style(bold=False, italic=False, align="justify", size=11)),
        (p(run="<w:b/><w:sz w:val='26'/>"), Style(bold=True, italic=False, align="justify", size=13)),
        (p(style_name="Base"), Style(bold=True, italic=False, heading=2, align="justify", size=14)),
        (p(style_name="Child"), Style(bold=True, italic=True, heading=2, align="center", size=14)),
        (
            p(style_name="Base", run='<w:b w:val="0"/>'),
            Style(bold=False, italic=False, heading=2, align="justify", size=14),
        ),
        (
            p(style_name="Base", run='<w:rStyle w:val="Strong"/>'),
            Style(bold=False, italic=False, heading=2, align="justify", size=14),
        ),
        (p(run='<w:rStyle w:val="Strong"/>'), Style(bold=True, italic=False, align="justify", size=11)),
        (
            p(style_name="Base", properties='<w:outlineLvl w:val="9"/>'),
            Style(bold=True, italic=False, align="justify", size=14),
        ),
        (p(style_name="D1"), Style(bold=False, italic=False, heading=3, size=11)),
        (p(style_name="Loop"), Style(bold=True, italic=False, size=11)),
        (p(style_name="Missing"), Style(bold=False, italic=False, size=11)),
        (
            p(properties='<w:jc w:val="start"/><w:ind w:start="2cm" w:hanging="200"/>'),
            Style(bold=False, italic=False, align="left", size=11, indent=2 * 72 / 2.54 - 10),
        ),
    ],
    ids=[
        "default",
        "direct",
        "style",
        "based on",
        "undone",
        "toggled off",
        "toggled on",
        "no outline",
        "name",
        "circle",
        "missing",
        "strict",
    ],
)
def test_styles_resolve(read_docx, paragraph, expected):
    (element,) = read_docx(paragraph, styles=STYLES).elements
    assert element.style == expected


def test_a_paragraph_is_bold_only_when_all_of_it_is(read_docx):
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>Điều 1.</w:t></w:r>"
    mixed = f"<w:p>{bold}<w:r><w:t xml:space='preserve'> Phạm vi</w:t></w:r></w:p>"
    (element,) = read_docx(mixed).elements
    assert element.style.bold is False


def test_a_document_without_styles_is_read(read_docx):
    (element,) = read_docx(p(run="<w:b/>")).elements
    assert element.style == Style(bold=True, italic=False)


def test_hidden_by_a_style_is_hidden(texts_of):
    hidden = style("An", run="<w:vanish/>", kind="character")
    assert texts_of(p("thấy") + p("ẩn", run='<w:rStyle w:val="An"/>'), styles=hidden) == ["thấy"]
