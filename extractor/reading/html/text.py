"""The text of one block as it builds up: white space folded, marks and source lines remembered."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final, cast

from lxml import etree

from extractor.elements import Element, Marker, Origin, Role, Style
from extractor.reading.characters import clean
from extractor.reading.html.settings import Setting
from extractor.reading.marks import extend, typed_marks, with_brackets

# HTML folds these; a non-breaking space stands as typed.
_FOLDED = re.compile(r"[ \t\n\r\f]+")

# The parser counts lines no further.
_LAST_LINE: Final = 65_535


class BlockText:
    """Collects the text nodes of a block and makes an element of them."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._length = 0
        self._marks: list[Marker] = []
        self._raised: list[tuple[int, int]] = []
        self._lines: list[tuple[int, int | None]] = []
        self._letters: dict[str, int] = {"all": 0, "bold": 0, "italic": 0}
        self._setting = Setting()
        self._ends_in_space = True

    @property
    def empty(self) -> bool:
        """Whether nothing was added."""
        return not self._texts

    @property
    def blank(self) -> bool:
        """Whether nothing but white space was added."""
        return not self._letters["all"]

    @property
    def ends_in_break(self) -> bool:
        """Whether the last thing added was a line break."""
        return bool(self._texts) and self._texts[-1] == "\n"

    def add(self, text: str, setting: Setting, line: int | None) -> None:
        """Add a text node."""
        shown = _FOLDED.sub(" ", text)
        if self._ends_in_space:
            shown = shown.removeprefix(" ")
        if not shown:
            return
        if setting.capitals:
            shown = shown.upper()
        self._append(shown, setting, line)
        self._ends_in_space = shown.endswith(" ")

    def add_mark(self, text: str, label: str, setting: Setting, line: int | None) -> None:
        """Add the mark of a note."""
        self._marks.append(Marker(self._length, self._length + len(text), label))
        self._append(text, setting, line)
        self._ends_in_space = False

    def break_line(self) -> None:
        """Add a hard line break; the space before it goes."""
        if self._texts and self._texts[-1].endswith(" "):
            self._texts[-1] = self._texts[-1][:-1]
            self._length -= 1
        self._texts.append("\n")
        self._length += 1
        self._ends_in_space = True

    def _append(self, text: str, setting: Setting, line: int | None) -> None:
        letters = len(text.strip())
        if letters:
            if self.blank:
                self._setting = setting
            self._letters["all"] += letters
            self._letters["bold"] += letters if setting.bold else 0
            self._letters["italic"] += letters if setting.italic else 0
            if not self._lines or self._lines[-1][1] != line or self._texts[-1:] == ["\n"]:
                self._lines.append((self._length, line))
        if setting.raised:
            extend(self._raised, self._length, self._length + len(text))
        self._texts.append(text)
        self._length += len(text)

    def element(self) -> Element:
        """Make the element of what was added."""
        raw = "".join(self._texts)
        cleaned = clean(raw)
        begin = len(cleaned.text) - len(cleaned.text.lstrip())
        text = cleaned.text.strip()

        def place(offset: int) -> int:
            return min(max(cleaned.place(offset) - begin, 0), len(text))

        marks = [with_brackets(raw, mark) for mark in self._marks]
        marks += typed_marks(raw, self._raised, self._marks)
        starts = [(place(offset), line) for offset, line in self._lines]
        setting, letters = self._setting, self._letters
        return Element(
            Role.FURNITURE if setting.furniture else Role.TEXT,
            text,
            style=Style(
                bold=letters["bold"] == letters["all"],
                italic=letters["italic"] == letters["all"],
                heading=setting.heading,
                align=setting.align,
                size=setting.size,
            ),
            markers=tuple(
                Marker(place(mark.start), place(mark.end), mark.label)
                for mark in sorted(marks, key=lambda mark: mark.start)
            ),
            origins=tuple(
                Origin(start, end, line=line)
                for (start, line), (end, _) in pairwise([*starts, (len(text), None)])
                if start < end
            ),
            continues=False,
        )


def line_of(element: etree._Element) -> int | None:
    """Return the line of an element, None where the parser has stopped counting."""
    line = cast("int | None", element.sourceline)
    return line if line is not None and line < _LAST_LINE else None
