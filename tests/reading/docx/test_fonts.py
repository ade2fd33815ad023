"""Where a run's font may be named, and that its letters are read by it wherever they stand."""

from __future__ import annotations

import pytest

from extractor.elements import Role

OLD = "§¹i héi ®¹i biÓu lÇn thø VIII"
NEW = "Đại hội đại biểu lần thứ VIII"
CAPITALS = NEW.upper()


def p(*parts: str, style: str = "") -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}{''.join(parts)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def fonts(**names: str) -> str:
    named = " ".join(f'w:{attribute}="{name}"' for attribute, name in names.items())
    return f"<w:rFonts {named}/>"


def style(name: str, properties: str, *, kind: str = "paragraph", more: str = "") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{name}"{more}><w:rPr>{properties}</w:rPr></w:style>'


DEFAULTS = "<w:docDefaults><w:rPrDefault><w:rPr>{}</w:rPr></w:rPrDefault></w:docDefaults>"
H = fonts(ascii=".VnTimeH", hAnsi=".VnTimeH")
TIMES = fonts(ascii="Times New Roman", hAnsi="Times New Roman")
THEME = (
    '<a:themeElements><a:fontScheme name="Office"><a:majorFont><a:latin typeface=".VnArialH"/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Times New Roman"/></a:minorFont></a:fontScheme></a:themeElements>'
)

# Each names a capitals font, so that the text shows whether it was found.
PLACES = {
    "the run itself": (p(r(OLD, H)), {}),
    "letters beyond ASCII alone": (p(r(OLD, fonts(ascii="Times New Roman", hAnsi=".VnTimeH"))), {}),
    "ASCII alone": (p(r(OLD, fonts(ascii=".VnTimeH", hAnsi="Times New Roman"))), {}),
    "hAnsi alone": (p(r(OLD, fonts(hAnsi=".VnTimeH"))), {}),
    "a character style": (p(r(OLD, '<w:rStyle w:val="C"/>')), {"styles": style("C", H, kind="character")}),
    "a paragraph style": (p(r(OLD), style="P"), {"styles": style("P", H)}),
    "the style of paragraphs without one": (p(r(OLD)), {"styles": style("N", H, more=' w:default="1"')}),
    "the defaults of the document": (p(r(OLD)), {"styles": DEFAULTS.format(H)}),
    "a style over the defaults": (p(r(OLD), style="P"), {"styles": DEFAULTS.format(TIMES) + style("P", H)}),
    "the theme": (p(r(OLD, fonts(asciiTheme="majorHAnsi", ascii="Arial"))), {"theme": THEME}),
}


@pytest.mark.parametrize(("body", "parts"), PLACES.values(), ids=PLACES.keys())
def test_the_font_is_found(texts_of, body, parts):
    assert texts_of(body, **parts) == [CAPITALS]


def test_the_theme_goes_before_the_font_of_a_style(texts_of):
    body = p(r("Quang Nam", fonts(asciiTheme="minorHAnsi")), style="P")
    assert texts_of(body, styles=style("P", H), theme=THEME) == ["Quang Nam"]


@pytest.mark.parametrize("role", ["footnote", "header", "cell", "box", "inserted", "number"])
def test_old_letters_are_read_wherever_they_stand(read_docx, role):
    text = r(OLD, H)
    body, parts = {
        "footnote": (
            p(r("Số"), '<w:r><w:footnoteReference w:id="2"/></w:r>'),
            {"footnotes": f'<w:footnote w:id="2">{p(text)}</w:footnote>'},
        ),
        "header": (
            p(r("Số")) + '<w:sectPr><w:headerReference r:id="rheader1"/></w:sectPr>',
            {"header1": p(text)},
        ),
        "cell": (f"<w:tbl><w:tr><w:tc>{p(text)}</w:tc><w:tc>{p(r('5'))}</w:tc></w:tr></w:tbl>", {}),
        "box": (p(r("Số"), f"<w:r><w:pict><w:txbxContent>{p(text)}</w:txbxContent></w:pict></w:r>"), {}),
        "inserted": (p(f'<w:ins w:id="1">{text}</w:ins>'), {}),
        "number": (
            '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
            + text
            + "</w:p>",
            {
                "numbering": '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="5"/>'
                '<w:numFmt w:val="decimal"/><w:lvlText w:val="§iÒu %1."/></w:lvl></w:abstractNum>'
                '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
            },
        ),
    }[role]
    reading = read_docx(body, **parts)
    shown = [text for e in reading.elements for text in (e.text, *(cell.text for cell in e.cells)) if text]
    wanted = f"ĐIỀU 5. {CAPITALS}" if role == "number" else CAPITALS
    assert shown.count(wanted) == 1
    assert {e.encoding for e in reading.elements if CAPITALS in e.text or e.role is Role.TABLE} == {"tcvn3"}
    assert reading.problems == ()


def test_a_mixed_paragraph_keeps_both(read_docx):
    old, new = fonts(ascii=".VnTime", hAnsi=".VnTime"), TIMES
    body = p(r("B¸o c¸o cña tØnh: ", old), r("tài chính, ngân sách năm 2009", old), r(" và nợ công", new))
    element = read_docx(body).elements[0]
    assert element.text == "Báo cáo của tỉnh: tài chính, ngân sách năm 2009 và nợ công"
    assert element.certainty > 0.9


def test_a_passage_that_makes_no_sense_is_told_with_its_text(read_docx):
    reading = read_docx(p(r("k¡¤ h³²ch ph£t tri¢n v°ng ¦´ng", fonts(ascii=".VnTime", hAnsi=".VnTime"))))
    (problem,) = reading.problems
    assert problem.kind == "doubtful_encoding"
    assert reading.elements[0].text[:8] in problem.message
    assert reading.elements[0].certainty < 0.9
