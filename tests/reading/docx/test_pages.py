"""Pages are told where Word marked them, and only there; headers and footers stand apart."""

from __future__ import annotations

import pytest

from extractor.elements import Role

TURN = "<w:r><w:lastRenderedPageBreak/></w:r>"
BREAK = '<w:r><w:br w:type="page"/></w:r>'
SECTION = "<w:p><w:pPr><w:sectPr>{}</w:sectPr></w:pPr></w:p>"
PICTURE = "<w:r><w:drawing><a:graphicData uri='picture'><a:blip/></a:graphicData></w:drawing></w:r>"


def p(*parts: str) -> str:
    runs = (part if part.startswith("<") else f"<w:r><w:t>{part}</w:t></w:r>" for part in parts)
    return f"<w:p>{''.join(runs)}</w:p>"


def pages_of(reading):
    return [(element.text, element.page) for element in reading.elements]


def test_a_mark_at_the_head_of_a_paragraph_moves_it(read_docx):
    reading = read_docx(p("một") + p(TURN, "hai") + p("ba"))
    assert pages_of(reading) == [("một", 1), ("hai", 2), ("ba", 2)]
    assert reading.pages == 2


def test_a_mark_inside_a_paragraph_cuts_its_origins(read_docx):
    (element,) = read_docx(p("đầu ", TURN, "cuối")).elements
    assert element.page == 1
    assert [(element.text[o.start : o.end], o.page) for o in element.origins] == [("đầu ", 1), ("cuối", 2)]


@pytest.mark.parametrize(
    ("body", "last"),
    [
        (p("một") + p(BREAK) + p(TURN, "hai"), 2),
        (p("một", BREAK) + p(TURN, "hai"), 2),
        (p("một") + p(BREAK) + p(TURN, "hai") + p(TURN, "ba"), 3),
        (p("một") + p(BREAK) + p("hai") + p(TURN, "ba"), 3),
        (p("một") + SECTION.format("") + p(TURN, "hai") + "<w:sectPr/>", 2),
        (
            p("một")
            + SECTION.format("")
            + p("hai", TURN, "x")
            + '<w:sectPr><w:type w:val="continuous"/></w:sectPr>',
            2,
        ),
    ],
    ids=["own paragraph", "at the end", "and one more", "not marked", "section", "continuous section"],
)
def test_a_turn_by_hand_and_its_mark_are_one_turn(read_docx, body, last):
    assert read_docx(body).pages == last


def test_without_marks_pages_are_unknown(read_docx):
    reading = read_docx(p("một") + p(BREAK) + p("hai"))
    assert pages_of(reading) == [("một", None), ("hai", None)]
    assert reading.pages is None


def test_a_page_break_parts_lines(texts_of):
    assert texts_of(p("một", BREAK, "hai")) == ["một\nhai"]


def test_cells_of_a_row_turn_the_page_together(read_docx):
    row = f"<w:tr><w:tc>{p('a', TURN, 'b')}</w:tc><w:tc>{p('c', TURN, 'd')}</w:tc></w:tr>"
    reading = read_docx(f"<w:tbl>{row}<w:tr><w:tc>{p('e')}</w:tc></w:tr></w:tbl>" + p("sau"))
    table = reading.elements[0]
    assert [[o.page for o in cell.origins] for cell in table.cells] == [[1, 2], [1, 2], [2]]
    assert (table.page, reading.elements[1].page, reading.pages) == (1, 2, 2)


def test_a_page_of_nothing_but_a_picture_is_told(read_docx):
    reading = read_docx(p("một") + p(TURN, PICTURE) + p(TURN, "ba", PICTURE))
    assert [(problem.kind, problem.page) for problem in reading.problems] == [("page_without_text", 2)]


def test_a_document_of_scans_is_told(read_docx):
    reading = read_docx(p(PICTURE) + p(BREAK, PICTURE))
    assert [(problem.kind, problem.page) for problem in reading.problems] == [("page_without_text", None)] * 2
    assert not reading.elements


def test_headers_and_footers_are_furniture_read_once(read_docx):
    references = (
        '<w:headerReference w:type="default" r:id="rheader1"/>'
        '<w:headerReference w:type="first" r:id="rheader2"/>'
        '<w:footerReference w:type="default" r:id="rfooter1"/>'
    )
    page_field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = p("một") + SECTION.format(references) + p("hai") + f"<w:sectPr>{references}</w:sectPr>"
    table = f"<w:tbl><w:tr><w:tc>{p('Tỉnh ủy')}</w:tc></w:tr></w:tbl>"
    reading = read_docx(
        body, header1=p("MẬT") + table, header2=p("MẬT"), footer1=p(page_field), header3=p("thừa")
    )
    assert [(e.role, e.text) for e in reading.elements] == [
        (Role.FURNITURE, "MẬT"),
        (Role.FURNITURE, "Tỉnh ủy"),
        (Role.TEXT, "một"),
        (Role.TEXT, "hai"),
        (Role.FURNITURE, "3"),
    ]
    assert reading.elements[1].origins[0].part == "word/header1.xml#2"


def test_a_logo_in_the_header_is_no_scanned_page(read_docx):
    header = p(PICTURE)
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rheader1"/></w:sectPr>'
    assert not read_docx(p(BREAK) + p("hai") + section, header1=header).problems
