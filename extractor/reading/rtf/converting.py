"""RTF → Word's markup, token by token, without recursion: no nesting of groups can exhaust it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

import regex

from extractor.problems import Problem, ReadError
from extractor.reading.docx.properties import ParagraphFormat
from extractor.reading.rtf import words
from extractor.reading.rtf.fonts import Font, code_page, letters
from extractor.reading.rtf.state import Destination, Letters, Lines, State, points
from extractor.reading.rtf.stories import Part, Story
from extractor.reading.rtf.tables import RowShape
from extractor.reading.rtf.tokens import Kind, Token, tokens
from extractor.reading.word_markup import WordMarkup, box

# Word's own files nest some twenty groups; damaged ones may open a group at every step.
_DEEPEST: Final = 5_000
_DEEPEST_STORY: Final = 20
_HEADING = regex.compile(r"(?i)heading ([1-9])")
_HALF: Final = 2


@dataclass(slots=True)
class _Style:
    """A style of the sheet."""

    letters: Letters
    heading: int | None


@dataclass(slots=True)
class Converter:
    """The state of reading one file."""

    markup: WordMarkup = field(default_factory=WordMarkup)
    problems: list[Problem] = field(default_factory=list)
    _page: str = "cp1252"
    _fonts: dict[int, Font] = field(default_factory=dict)
    _styles: dict[int, _Style] = field(default_factory=dict)
    _default_font: int | None = None
    _state: State = field(default_factory=State)
    _groups: list[State] = field(default_factory=list)
    _stories: list[Story] = field(default_factory=lambda: [Story(Part.BODY)])
    _row: RowShape = field(default_factory=RowShape)
    _bytes: bytearray = field(default_factory=bytearray)
    _skip: int = 0
    _high: str = ""
    _name: str = ""  # of the font or style that is being read
    _number: int = 0
    _charset: int = 0
    _counted: bool = False
    _list_text: bool = False  # the number of the open paragraph was met
    unnumbered: int = 0  # paragraphs of lists without their number

    def convert(self, data: bytes) -> None:
        """Read a file into `markup` and `problems`. Raises ReadError "too_deep"."""
        ended = False
        for token in tokens(data):
            if token.kind is Kind.BYTES:
                self._letters(token.data)
            elif token.kind is Kind.OPEN:
                self._open()
            elif token.kind is Kind.CLOSE:
                ended = not self._close()
                if ended:
                    break
            else:
                self._word(token)
        self._flush()
        if not ended:
            self._tell_cut_off()
        while len(self._stories) > 1:
            self._end_story()
        self.markup.body.append(self._story.finish(self._lines()))

    @property
    def _story(self) -> Story:
        return self._stories[-1]

    def _tell_cut_off(self) -> None:
        self.problems.append(
            Problem(
                "truncated",
                f"the file ends inside {len(self._groups)} open groups; it was probably cut off",
                "copy or download the file again, and compare with the document in Word",
            )
        )

    def _open(self) -> None:
        self._flush()
        if len(self._groups) >= _DEEPEST:
            raise _too_deep("groups", _DEEPEST)
        self._groups.append(self._state)
        self._state = self._state.inherited()
        self._skip = 0

    def _close(self) -> bool:
        """End a group; False when it was the whole document."""
        self._flush()
        if self._state.story:
            self._end_story()
        elif self._state.destination is Destination.FONTS:
            self._end_font()
        elif self._state.destination is Destination.STYLES:
            self._end_style()
        if not self._groups:
            return False
        self._state = self._groups.pop()
        self._skip = 0
        return bool(self._groups)

    def _end_story(self) -> None:
        story = self._stories.pop()
        content = story.finish(self._lines())
        if story.part is Part.HEADER:
            self.markup.headers.append(content)
        elif story.part is Part.FOOTER:
            self.markup.footers.append(content)
        elif story.part is Part.COMMENT:
            self.markup.comments.append(content)
        elif story.part is Part.BOX:
            self._story.insert(box(content))
        else:
            mark = None if story.counted else self._story.take_mark()
            kind = "endnote" if story.is_endnote else "footnote"
            self._story.insert(self.markup.note(kind, content, mark))

    def _letters(self, data: bytes) -> None:
        if self._skip:
            taken = min(self._skip, len(data))
            self._skip -= taken
            data = data[taken:]
        if self._state.destination is Destination.SKIPPED:
            return
        self._bytes += data

    def _flush(self) -> None:
        """Turn the bytes that have gathered into letters of the font that holds."""
        if not self._bytes:
            return
        data = bytes(self._bytes)
        self._bytes.clear()
        if self._state.destination in (Destination.FONTS, Destination.STYLES):
            self._name += data.decode("latin-1")
            return
        self._write(letters(data, self._font(), self._page))

    def _write(self, text: str) -> None:
        if self._state.destination is not Destination.TEXT or not text:
            return
        set_in = self._set_in()
        if set_in.deleted:
            return
        self._story.add(text, set_in.format(self._font().bare))

    def _set_in(self) -> Letters:
        style = self._styles.get(self._state.lines.style or 0)
        return self._state.letters.over(style.letters) if style else self._state.letters

    def _font(self) -> Font:
        number = self._set_in().font
        return self._fonts.get(self._default_font or 0 if number is None else number, Font())

    def _lines(self) -> ParagraphFormat:
        style = self._styles.get(self._state.lines.style or 0)
        return self._state.lines.format(style.heading if style else None)

    def _word(self, token: Token) -> None:
        word, number = token.word, token.number
        if self._skip and (len(word) == 1 and not word.isalpha()):
            self._skip -= 1
            return
        self._flush()
        state = self._state
        if word == "*":
            state.starred = True
            return
        first = not state.named
        state.named = True
        if state.destination is Destination.SKIPPED:
            return
        if word in words.SKIPPED or (first and state.starred and word not in words.ENTERED | words.BOXES):
            state.destination = Destination.SKIPPED
            return
        if word in words.LIST_TEXTS:
            self._list_text = True
        elif word == "u":
            self._unicode(number or 0)
        elif word in words.SIGNS:
            self._write(words.SIGNS[word])
        elif (handle := _HANDLERS.get(word)) is not None:
            handle(self, number)
        elif word in words.ALIGNMENTS:
            state.lines.align = words.ALIGNMENTS[word]
        elif word in words.HEADERS or word in words.FOOTERS or word in words.BOXES:
            self._begin(_PARTS[word])
        else:
            self._row.take(word, number)

    def _unicode(self, number: int) -> None:
        """Write a character given by its number, signed; of a pair of halves the first waits."""
        code = number % 0x10000
        self._skip = self._state.unicode_skip
        if 0xD800 <= code < 0xDC00:
            self._high = chr(code)
            return
        high, self._high = self._high, ""
        pair = high + chr(code)
        self._write(pair.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))

    def _begin(self, part: Part) -> None:
        """Open a story that ends with the group."""
        if len(self._stories) >= _DEEPEST_STORY:
            raise _too_deep("notes and text boxes", _DEEPEST_STORY)
        story = Story(part, counted=self._counted)
        self._counted = False
        self._stories.append(story)
        self._state.story = True
        self._state.destination = Destination.TEXT
        self._state.lines, self._state.letters = Lines(), Letters()

    def _note(self, _: int | None) -> None:
        self._begin(Part.NOTE)

    def _counted_mark(self, _: int | None) -> None:
        """The number that Word gives a note: its mark in the text, its own label in its body."""
        if self._story.part is not Part.NOTE:
            self._counted = True

    def _end_paragraph(self, _: int | None) -> None:
        self._count_list()
        self._story.end_paragraph(self._lines(), in_table=self._state.lines.in_table)

    def _count_list(self) -> None:
        """Note a paragraph of a list whose number its writer left to the reader."""
        if self._state.lines.in_list and not self._list_text and not self._story.blank:
            self.unnumbered += 1
        self._list_text = False

    def _end_cell(self, _: int | None) -> None:
        self._count_list()
        self._story.end_cell(self._lines())

    def _end_nested_cell(self, _: int | None) -> None:
        self._story.end_paragraph(self._lines(), in_table=True)

    def _end_row(self, _: int | None) -> None:
        self._story.end_row(self._row, self._lines())

    def _begin_row(self, _: int | None) -> None:
        self._story.define_row(self._row)
        self._row = RowShape()

    def _plain(self, _: int | None) -> None:
        self._state.letters = Letters()

    def _reset_lines(self, _: int | None) -> None:
        self._state.lines = Lines()

    def _select_font(self, number: int | None) -> None:
        if self._state.destination is Destination.FONTS:
            self._end_font()
            self._number = number or 0
        else:
            self._state.letters.font = number or 0

    def _end_font(self) -> None:
        if self._name:
            self._fonts[self._number] = Font(self._name.partition(";")[0].strip(), self._charset)
        self._name, self._charset = "", 0

    def _end_style(self) -> None:
        if self._name.strip("; ") and self._state.lines.style is not None:
            heading = _HEADING.match(self._name.strip())
            self._styles[self._state.lines.style] = _Style(
                self._state.letters, int(heading[1]) if heading else None
            )
        self._name = ""

    def _begin_fonts(self, _: int | None) -> None:
        self._state.destination = Destination.FONTS

    def _begin_styles(self, _: int | None) -> None:
        self._state.destination = Destination.STYLES
        self._state.letters, self._state.lines = Letters(), Lines()

    def _set_charset(self, number: int | None) -> None:
        self._charset = number or 0

    def _set_page(self, number: int | None) -> None:
        self._page = code_page(number)

    def _set_default_font(self, number: int | None) -> None:
        self._default_font = number

    def _select_style(self, number: int | None) -> None:
        self._state.lines.style = number or 0

    def _mark_endnote(self, _: int | None) -> None:
        self._story.is_endnote = self._story.part is Part.NOTE

    def _upright(self, _: int | None) -> None:
        self._state.letters.raised = False


def _too_deep(what: str, most: int) -> ReadError:
    return ReadError(
        "too_deep",
        f"{what} are nested more than {most:,} deep",
        "no program writes such a document; check where the file comes from",
    )


_Handler = Callable[[Converter, int | None], None]
_PARTS: Final = (
    dict.fromkeys(words.HEADERS, Part.HEADER)
    | dict.fromkeys(words.FOOTERS, Part.FOOTER)
    | dict.fromkeys(words.BOXES, Part.BOX)
)


def _letter_switch(name: str) -> _Handler:
    """A word that is on without a number and off with 0."""

    def switch(converter: Converter, number: int | None) -> None:
        setattr(converter._state.letters, name, number != 0)

    return switch


def _indent(name: str) -> _Handler:
    def indent(converter: Converter, number: int | None) -> None:
        setattr(converter._state.lines, name, points(number))

    return indent


def _size(converter: Converter, number: int | None) -> None:
    converter._state.letters.size = (number or 0) / _HALF or None


def _raise(converter: Converter, number: int | None) -> None:
    converter._state.letters.raised = (number or 0) > 0


def _outline(converter: Converter, number: int | None) -> None:
    converter._state.lines.outline = (number or 0) + 1 if (number or 0) < 9 else None


def _in_table(converter: Converter, number: int | None) -> None:
    converter._state.lines.in_table = True


def _in_list(converter: Converter, number: int | None) -> None:
    converter._state.lines.in_list = bool(number)


def _unicode_skip(converter: Converter, number: int | None) -> None:
    converter._state.unicode_skip = max(0, number or 0)


def _mac(converter: Converter, number: int | None) -> None:
    converter._page = "mac_roman"


def _comment(converter: Converter, number: int | None) -> None:
    converter._begin(Part.COMMENT)


_HANDLERS: Final[dict[str, _Handler]] = {
    "b": _letter_switch("bold"),
    "i": _letter_switch("italic"),
    "caps": _letter_switch("capitals"),
    "v": _letter_switch("hidden"),
    "super": _letter_switch("raised"),
    "deleted": _letter_switch("deleted"),
    "nosupersub": Converter._upright,
    "sub": Converter._upright,
    "up": _raise,
    "fs": _size,
    "f": Converter._select_font,
    "plain": Converter._plain,
    "pard": Converter._reset_lines,
    "li": _indent("left"),
    "fi": _indent("first_line"),
    "outlinelevel": _outline,
    "intbl": _in_table,
    "ls": _in_list,
    "s": Converter._select_style,
    "par": Converter._end_paragraph,
    "\n": Converter._end_paragraph,
    "\r": Converter._end_paragraph,
    "sect": Converter._end_paragraph,
    "page": Converter._end_paragraph,
    "cell": Converter._end_cell,
    "nestcell": Converter._end_nested_cell,
    "row": Converter._end_row,
    "trowd": Converter._begin_row,
    "footnote": Converter._note,
    "ftnalt": Converter._mark_endnote,
    "chftn": Converter._counted_mark,
    "annotation": _comment,
    "fonttbl": Converter._begin_fonts,
    "stylesheet": Converter._begin_styles,
    "fcharset": Converter._set_charset,
    "ansicpg": Converter._set_page,
    "mac": _mac,
    "deff": Converter._set_default_font,
    "uc": _unicode_skip,
}
