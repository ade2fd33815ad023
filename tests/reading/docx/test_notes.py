"""Footnotes and endnotes: marks in the text, bodies after it."""

from __future__ import annotations

import pytest

from extractor.elements import Marker, Role

REFERENCE = '<w:r><w:footnoteReference w:id="{}"/></w:r>'


def p(*parts: str) -> str:
    return f"<w:p>{''.join(parts)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def note(note_id: int, *paragraphs: str, kind: str = "footnote") -> str:
    first, *others = paragraphs
    own = f"<w:r><w:{kind}Ref/></w:r>"
    body = p(own, r(f" {first}")) + "".join(p(r(other)) for other in others)
    return f'<w:{kind} w:id="{note_id}">{body}</w:{kind}>'


SEPARATOR = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'


def notes_of(reading):
    return [(e.label, e.text) for e in reading.elements if e.role is Role.FOOTNOTE]


def marks_of(reading):
    return [(e.text[m.start : m.end], m.label) for e in reading.elements for m in e.markers]


def test_notes_are_numbered_in_the_order_of_their_marks_and_follow_the_paragraph(read_docx):
    body = p(r("Một"), REFERENCE.format(9), r(" hai"), REFERENCE.format(4), r(".")) + p(r("Sau"))
    reading = read_docx(body, footnotes=SEPARATOR + note(4, "Xã B") + note(9, "Xã A", "dòng hai"))
    assert [e.text for e in reading.elements] == ["Một1 hai2.", "Xã A\ndòng hai", "Xã B", "Sau"]
    assert reading.elements[0].markers == (Marker(3, 4, "1"), Marker(8, 9, "2"))
    assert notes_of(reading) == [("1", "Xã A\ndòng hai"), ("2", "Xã B")]
    assert [o.part for o in reading.elements[2].origins] == ["word/footnotes.xml#2"]


def test_brackets_typed_around_a_mark_belong_to_it(read_docx):
    body = p(
        r("đạt"),
        r("(", "<w:vertAlign w:val='superscript'/>"),
        REFERENCE.format(1),
        r(")", "<w:vertAlign w:val='superscript'/>"),
        r(" xã"),
    )
    own = f"<w:footnote w:id='1'>{p(r('('), '<w:r><w:footnoteRef/></w:r>', r(') 5 xã'))}</w:footnote>"
    reading = read_docx(body, footnotes=own)
    assert marks_of(reading) == [("(1)", "1")]
    assert notes_of(reading) == [("1", "5 xã")]


def test_a_custom_mark_does_not_count(read_docx):
    custom = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    footnotes = f'<w:footnote w:id="1">{p(r("* Số sơ bộ"))}</w:footnote>' + note(2, "Số chính thức")
    reading = read_docx(p(r("A"), custom, r(" B"), REFERENCE.format(2)), footnotes=footnotes)
    assert reading.elements[0].text == "A* B1"
    assert notes_of(reading) == [("*", "Số sơ bộ"), ("1", "Số chính thức")]


@pytest.mark.parametrize(
    ("mark", "label"),
    [
        ('<w:sym w:font="Symbol" w:char="F02A"/>', "*"),
        ('<w:sym w:font="Wingdings" w:char="F0AB"/>', "★"),
        ("<w:t>(a)</w:t>", "a"),
        ("", "1"),
    ],
)
def test_a_custom_mark_may_be_any_sign(read_docx, mark, label):
    custom = f'<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/>{mark}</w:r>'
    reading = read_docx(p(r("A"), custom), footnotes=f'<w:footnote w:id="1">{p(r("số sơ bộ"))}</w:footnote>')
    assert notes_of(reading) == [(label, "số sơ bộ")]


@pytest.mark.parametrize(
    ("settings", "labels"),
    [
        ("", ["1", "2", "3"]),
        ('<w:footnotePr><w:numStart w:val="5"/></w:footnotePr>', ["5", "6", "7"]),
        ('<w:footnotePr><w:numFmt w:val="lowerLetter"/></w:footnotePr>', ["a", "b", "c"]),
        ('<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>', ["1", "2", "1"]),
    ],
)
def test_numbers_follow_the_settings(read_docx, settings, labels):
    section_end = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"
    body = (
        p(r("A"), REFERENCE.format(1), REFERENCE.format(2))
        + section_end
        + p(r("B"), REFERENCE.format(3))
        + "<w:sectPr/>"
    )
    reading = read_docx(body, footnotes=note(1, "x") + note(2, "y") + note(3, "z"), settings=settings)
    assert [label for label, _ in notes_of(reading)] == labels


def test_a_section_may_number_its_own_way(read_docx):
    roman = '<w:sectPr><w:footnotePr><w:numFmt w:val="upperRoman"/></w:footnotePr></w:sectPr>'
    body = (
        p(r("A"), REFERENCE.format(1))
        + "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"
        + p(r("B"), REFERENCE.format(2))
        + roman
    )
    assert [label for label, _ in notes_of(read_docx(body, footnotes=note(1, "x") + note(2, "y")))] == [
        "1",
        "II",
    ]


EACH_PAGE = '<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>'


def test_numbers_restart_on_each_page_where_pages_are_known(read_docx):
    turn = "<w:r><w:lastRenderedPageBreak/></w:r>"
    body = p(r("A"), REFERENCE.format(1), REFERENCE.format(2)) + p(turn, r("B"), REFERENCE.format(3))
    reading = read_docx(body, footnotes=note(1, "x") + note(2, "y") + note(3, "z"), settings=EACH_PAGE)
    assert [label for label, _ in notes_of(reading)] == ["1", "2", "1"]
    assert [e.page for e in reading.elements if e.role is Role.FOOTNOTE] == [1, 1, 2]
    assert not reading.problems


def test_numbers_that_pages_settle_are_told_unknown_without_pages(read_docx):
    reading = read_docx(p(r("A"), REFERENCE.format(1)), footnotes=note(1, "x"), settings=EACH_PAGE)
    assert [problem.kind for problem in reading.problems] == ["footnote_numbers_unknown"]


def test_endnotes_count_apart_in_roman(read_docx):
    body = p(r("A"), REFERENCE.format(1), '<w:r><w:endnoteReference w:id="1"/></w:r>')
    reading = read_docx(body, footnotes=note(1, "chân"), endnotes=note(1, "cuối", kind="endnote"))
    assert notes_of(reading) == [("1", "chân"), ("i", "cuối")]


def test_a_note_of_deleted_text_is_gone_and_does_not_count(read_docx):
    body = p(r("A"), f"<w:del>{REFERENCE.format(1)}</w:del>", REFERENCE.format(2))
    reading = read_docx(body, footnotes=note(1, "bỏ") + note(2, "giữ"))
    assert notes_of(reading) == [("1", "giữ")]
    assert not reading.problems


def test_a_note_in_a_table_follows_the_table(read_docx):
    cell = f"<w:tbl><w:tr><w:tc>{p(r('Tổng'), REFERENCE.format(1))}{p(r('số'))}</w:tc></w:tr></w:tbl>"
    reading = read_docx(cell + p(r("Sau")), footnotes=note(1, "ước"))
    table, footnote, _ = reading.elements
    assert table.cells[0].text == "Tổng1 số"
    assert table.cells[0].markers == (Marker(4, 5, "1"),)
    assert (footnote.role, footnote.text) == (Role.FOOTNOTE, "ước")


def test_a_mark_without_body_and_a_body_without_mark_are_told(read_docx):
    reading = read_docx(p(r("A"), REFERENCE.format(7)), footnotes=note(1, "mồ côi"))
    assert reading.elements[0].markers[0].label == "1"
    assert [problem.kind for problem in reading.problems] == [
        "footnote_without_body",
        "footnote_without_marker",
    ]


@pytest.mark.parametrize(
    ("before", "raised", "marks"),
    [
        ("đề ra", "(1)", [("(1)", "1")]),
        ("đề ra", "2)", [("2)", "2")]),
        ("năm 2020", "3", [("3", "3")]),
        ("ghi chú", "*", [("*", "*")]),
        ("120 m", "2", []),
        ("1,5.10", "6", []),
        ("35", "o", []),
        ("H", "th", []),
    ],
)
def test_a_mark_typed_as_a_raised_figure_is_a_mark_unless_it_is_an_exponent(read_docx, before, raised, marks):
    reading = read_docx(p(r(before), r(raised, "<w:vertAlign w:val='superscript'/>"), r(" và")))
    assert reading.elements[0].text == f"{before}{raised} và"
    assert marks_of(reading) == marks


def test_a_typed_mark_of_several_runs_is_one(read_docx):
    raised = "<w:vertAlign w:val='superscript'/>"
    assert marks_of(read_docx(p(r("xã"), r("(", raised), r("12", raised), r(")", raised)))) == [
        ("(12)", "12")
    ]
