"""What is written in Word's words is read back as it was."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.elements import Element, Role
from extractor.reading.characters import clean
from extractor.reading.docx import read_elements
from extractor.reading.docx.properties import PLAIN, UNSET, ParagraphFormat, RunFormat
from extractor.reading.word_markup import (
    EMBEDDED,
    PAGE_TURN,
    PICTURE,
    Level,
    WordMarkup,
    box,
    cell,
    paragraph,
    run,
    storable,
    table,
)


def elements(*blocks: str, markup: WordMarkup | None = None) -> tuple[Element, ...]:
    markup = markup or WordMarkup()
    markup.body += blocks
    return read_elements(markup.package(), "x.docx").elements


@settings(max_examples=60, deadline=None)
@given(
    st.text(
        st.characters(exclude_categories=["Cs", "Co", "Cc", "Cn", "Mn", "Zl", "Zp"]), min_size=1, max_size=60
    )
)
def test_text_is_read_back(text: str) -> None:
    shown = clean(text).text.strip()
    found = elements(paragraph(run(f"a{text}b", PLAIN), UNSET))
    assert found[0].text == clean(f"a{text}b").text
    assert shown in found[0].text


@given(st.text(max_size=40))
def test_any_text_can_be_stored(text: str) -> None:
    stored = storable(text)
    assert len(stored) == len(text)
    assert all(each in "\t\n\r" or each >= " " for each in stored)
    stored.encode("utf-8")


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (RunFormat(bold=True, size=14.0), ("báo", True, 14.0)),
        (RunFormat(capitals=True), ("BÁO", False, None)),
    ],
)
def test_runs(form: RunFormat, expected: tuple[str, bool, float | None]) -> None:
    (element,) = elements(paragraph(run("báo", form), UNSET))
    assert (element.text, bool(element.style.bold), element.style.size) == expected


def test_hidden_runs_are_hidden() -> None:
    (element,) = elements(paragraph(run("nay", PLAIN) + run(" mai", RunFormat(hidden=True)), UNSET))
    assert element.text == "nay"


def test_paragraphs() -> None:
    form = ParagraphFormat(align="justify", left=36.0, first_line=-18.0, outline=2)
    (element,) = elements(paragraph(run("nay", PLAIN), form))
    assert (element.style.align, element.style.heading, element.style.indent) == ("justify", 2, 18.0)


def test_lists_count_by_themselves_and_start_anew() -> None:
    markup = WordMarkup()
    first = markup.add_list([Level("decimal", "%1."), Level("lowerLetter", "%1%2)")])
    second = markup.add_list([Level("bullet", "-")])
    again = markup.restart(first, 0, 7)
    items = [(first, 0), (first, 1), (first, 1), (first, 0), (second, 0), (again, 0)]
    blocks = [
        paragraph(run("x", PLAIN), ParagraphFormat(number_id=list_id, number_level=level))
        for list_id, level in items
    ]
    found = elements(*blocks, markup=markup)
    assert [element.text for element in found] == ["1. x", "1a) x", "1b) x", "2. x", "x", "7. x"]
    assert found[4].bullet == "-"


def test_notes_heads_and_comments() -> None:
    markup = WordMarkup()
    counted = markup.note("footnote", paragraph(run("một", PLAIN), UNSET))
    typed = markup.note("endnote", paragraph(run("hai", PLAIN), UNSET), "**")
    markup.headers.append(paragraph(run("đầu", PLAIN), UNSET))
    markup.footers.append(paragraph(run("chân", PLAIN), UNSET))
    markup.comments.append(paragraph(run("ghi", PLAIN), UNSET))
    found = elements(paragraph(run("a", PLAIN) + counted + run("b", PLAIN) + typed, UNSET), markup=markup)
    assert [(each.role, each.label, each.text) for each in found] == [
        (Role.FURNITURE, None, "đầu"),
        (Role.TEXT, None, "a1b**"),
        (Role.FOOTNOTE, "1", "một"),
        (Role.FOOTNOTE, "**", "hai"),
        (Role.FURNITURE, None, "chân"),
        (Role.FURNITURE, None, "ghi"),
    ]


def test_tables() -> None:
    def words(text: str) -> str:
        return paragraph(run(text, PLAIN), UNSET)

    written = table(
        [
            [cell(words("a"), merges="restart"), cell(words("b"), columns=2)],
            [cell("", merges="continue"), cell(words("c")), cell(words("d"))],
            [cell(words("e"))],
        ],
        before=(0, 0, 2),
    )
    (element,) = elements(written)
    assert [(c.row, c.column, c.row_span, c.column_span, c.text) for c in element.cells] == [
        (0, 0, 2, 1, "a"),
        (0, 1, 1, 2, "b"),
        (1, 1, 1, 1, "c"),
        (1, 2, 1, 1, "d"),
        (2, 2, 1, 1, "e"),
    ]
    assert not element.ruled


def test_boxes_pages_and_what_is_not_read() -> None:
    inside = paragraph(run("trong", PLAIN), UNSET)
    markup = WordMarkup()
    markup.body += [
        paragraph(run("một", PLAIN) + box(inside), UNSET),
        paragraph(PAGE_TURN + run("hai", PLAIN) + EMBEDDED, UNSET),
        paragraph(PAGE_TURN + PICTURE, UNSET),
    ]
    reading = read_elements(markup.package(), "x.docx")
    assert [(each.text, each.page) for each in reading.elements] == [("một", 1), ("trong", 1), ("hai", 2)]
    assert sorted(problem.kind for problem in reading.problems) == ["page_without_text", "unread_object"]
