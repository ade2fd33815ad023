"""The walk through a page in document order: blocks of text, tables, and the bodies of notes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import regex
from lxml import etree

from extractor.elements import Element, Role
from extractor.reading.flattening import flatten
from extractor.reading.html.lists import ListItems
from extractor.reading.html.notes import Notes, NoteStart
from extractor.reading.html.settings import (
    BLOCKS,
    DROPPED,
    Setting,
    inline_style,
    is_hidden,
    settle,
    text_inside,
)
from extractor.reading.html.tables import is_frame, read_table
from extractor.reading.html.text import BlockText, line_of
from extractor.reading.plain_text import text_elements


@dataclass(slots=True)
class _Note:
    """The body of a note as it is read."""

    start: NoteStart
    paragraphs: list[Element] = field(default_factory=list)


@dataclass(slots=True)
class _Preformatted:
    """The text of a <pre> and the line on which it begins."""

    text: str = ""
    line: int | None = None


class Flow:
    """One walk; `in_cell` says that it is that of a data cell, where inner tables are plain text."""

    def __init__(self, notes: Notes, *, in_cell: bool = False) -> None:
        self.elements: list[Element] = []
        self.hidden = 0
        self._notes = notes
        self._in_cell = in_cell
        self._text = BlockText()
        self._pre = _Preformatted()
        self._items = ListItems()
        self._note: _Note | None = None

    def walk(self, root: etree._Element) -> None:
        """Read an element and all in it."""
        walker = etree.iterwalk(root, events=("start", "end"))
        settings = [Setting()]
        left_out: etree._Element | None = None
        for event, element in walker:
            if event == "start":
                settings.append(settle(element, settings[-1]))
                if self._leaves_out(element, settings[-1]):
                    left_out = element
                    walker.skip_subtree()
                else:
                    self._enter(element, settings[-1])
                continue
            settings.pop()
            if element is not left_out:
                self._leave(element)
            left_out = None
            if element is not root and element.tail:
                self._add(element.tail, settings[-1], element)
        self._end_note()
        self._end_block()

    def _leaves_out(self, element: etree._Element, setting: Setting) -> bool:
        """Tell whether what is in an element is not to be walked, having read it where it has to be."""
        if element.tag in DROPPED or element in self._notes.back_links:
            return True
        if is_hidden(element):
            self.hidden += len(text_inside(element))
            return True
        if element in self._notes.marks:
            label = self._notes.marks[element]
            self._text.add_mark(text_inside(element), label, setting, line_of(element))
            return True
        if inline_style(element).get("mso-list") == "ignore":
            self._items.take_word_mark(element)
            return True
        if element.tag == "table" and not self._in_cell and not is_frame(element):
            self._read_table(element)
            return True
        return False

    def _enter(self, element: etree._Element, setting: Setting) -> None:
        if element.tag in BLOCKS:
            self._end_block()
        if element in self._notes.starts:
            self._end_note()
            self._note = _Note(self._notes.starts[element])
        match element.tag:
            case "br":
                self._break_line(setting)
            case "ul" | "ol":
                self._items.open_list(element)
            case "li":
                self._items.enter_item(element)
        if element.text:
            self._add(element.text, setting, element)

    def _leave(self, element: etree._Element) -> None:
        if element.tag in BLOCKS:
            self._end_block()
        if self._note is not None and self._note.start.container is element:
            self._end_note()
        match element.tag:
            case "ul" | "ol":
                self._items.close_list()
            case "li":
                self._items.leave_item()

    def _add(self, text: str, setting: Setting, element: etree._Element) -> None:
        if setting.preformatted:
            if not self._pre.text:
                self._pre.line = line_of(element)
            self._pre.text += text
        else:
            self._text.add(text, setting, line_of(element))

    def _break_line(self, setting: Setting) -> None:
        """Break the line, or after a break end the paragraph: old pages part their paragraphs so."""
        if setting.preformatted:
            self._pre.text += "\n"
        elif self._text.ends_in_break:
            self._end_block()
        elif not self._text.blank:
            self._text.break_line()

    def _end_block(self) -> None:
        if self._pre.text:
            for each in text_elements(self._pre.text):
                self._take(_in_page(each, self._pre.line))
            self._pre = _Preformatted()
        if not self._text.blank:
            self._take(self._items.marked(self._text.element()))
        if not self._text.empty:
            self._text = BlockText()

    def _take(self, element: Element) -> None:
        taken = self.elements if self._note is None else self._note.paragraphs
        taken.append(element)

    def _end_note(self) -> None:
        self._end_block()
        note, self._note = self._note, None
        if note is None:
            return
        label = note.start.label
        own = regex.compile(rf"\s*[(\[]?{regex.escape(label)}[)\]]?[.:]?\s*")
        flat = flatten([replace(each, bullet=None) for each in note.paragraphs], "\n")
        before = own.match(flat.text)
        flat = flatten(note.paragraphs, "\n", skip=before.end() if before else 0)
        if flat.text:
            style = note.paragraphs[0].style
            self.elements.append(
                Element(
                    Role.FOOTNOTE,
                    flat.text,
                    style=style,
                    markers=flat.markers,
                    origins=flat.origins,
                    label=label,
                    continues=False,
                )
            )

    def _read_table(self, table: etree._Element) -> None:
        self._end_block()
        for caption in table.iterchildren("caption"):
            self.elements += self._read_apart(caption)
        element = read_table(table, self._read_apart)
        if any(cell.text for cell in element.cells):
            self.elements.append(element)

    def _read_apart(self, element: etree._Element) -> list[Element]:
        """Read a cell or caption by itself."""
        flow = Flow(self._notes, in_cell=True)
        flow.walk(element)
        self.hidden += flow.hidden
        return flow.elements


def _in_page(element: Element, line: int | None) -> Element:
    """Count the lines of a preformatted element from where it stands in the page."""
    origins = tuple(
        replace(each, offset=None, line=each.line + line - 1 if each.line and line else None)
        for each in element.origins
    )
    return replace(element, origins=origins)
