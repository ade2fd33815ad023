"""RTF → Word's markup, token by token, without recursion: no nesting of groups can exhaust it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from extractor.problems import Problem, ReadError
from extractor.reading.docx.properties import ParagraphFormat
from extractor.reading.rtf import words
from extractor.reading.rtf.document import Document
from extractor.reading.rtf.handlers import HANDLERS
from extractor.reading.rtf.state import Destination, Letters, Lines, State
from extractor.reading.rtf.stories import Part, Story
from extractor.reading.rtf.tables import RowShape
from extractor.reading.rtf.tokens import Kind, Token, tokens
from extractor.reading.word_markup import WordMarkup, box

# Word's own files nest some twenty groups; damaged ones may open a group at every step.
_DEEPEST: Final = 5_000
_DEEPEST_STORY: Final = 20


@dataclass(slots=True)
class Converter:
    """The state of reading one file.

    Attributes:
        markup: what has been written; problems: what was found amiss.
        unnumbered: paragraphs of lists whose number the file does not state.
        state: what holds in the open group; row: the definition of the row that is open.
    """

    markup: WordMarkup = field(default_factory=WordMarkup)
    problems: list[Problem] = field(default_factory=list)
    unnumbered: int = 0
    document: Document = field(default_factory=Document)
    state: State = field(default_factory=State)
    row: RowShape = field(default_factory=RowShape)
    _groups: list[State] = field(default_factory=list)
    _stories: list[Story] = field(default_factory=lambda: [Story(Part.BODY)])
    _bytes: bytearray = field(default_factory=bytearray)
    _skip: int = 0  # letters to pass over, which older programs show instead of a Unicode character
    _high: str = ""
    _counted: bool = False  # the mark of the next note was counted by Word
    _list_text: bool = False  # the number of the open paragraph was met

    @property
    def story(self) -> Story:
        """The story that is being written."""
        return self._stories[-1]

    def convert(self, data: bytes) -> None:
        """Read a file. Raises ReadError "too_deep"."""
        ended = False
        for token in tokens(data):
            if token.kind is Kind.BYTES:
                self._take_bytes(token.data)
            elif token.kind is Kind.OPEN:
                self._open()
            elif token.kind is Kind.CLOSE:
                self._close()
                ended = not self._groups
                if ended:
                    break
            else:
                self._take_word(token)
        self._flush()
        if not ended:
            self._tell_cut_off()
        while len(self._stories) > 1:
            self._end_story()
        self.markup.body.append(self.story.finish(self.lines()))

    def lines(self) -> ParagraphFormat:
        """How the open paragraph is set."""
        return self.document.paragraph_format(self.state.lines)

    def begin(self, part: Part) -> None:
        """Open a story that ends with the group."""
        if len(self._stories) >= _DEEPEST_STORY:
            raise _too_deep("notes and text boxes", _DEEPEST_STORY)
        self._stories.append(Story(part, counted=self._counted))
        self._counted = False
        self.state.story = True
        self.state.destination = Destination.TEXT
        self.state.lines, self.state.letters = Lines(), Letters()

    def count_mark(self) -> None:
        """Take the number that Word gives a note: its mark in the text, its own label in its body."""
        if self.story.part is not Part.NOTE:
            self._counted = True

    def end_paragraph(self) -> None:
        """Close the open paragraph."""
        self._count_list()
        self.story.end_paragraph(self.lines(), in_table=self.state.lines.in_table)

    def end_cell(self) -> None:
        """Close the open cell."""
        self._count_list()
        self.story.end_cell(self.lines())

    def begin_row(self) -> None:
        """Begin the definition of a row."""
        self.story.define_row(self.row)
        self.row = RowShape()

    def write(self, text: str) -> None:
        """Write letters as they are set in the group, unless they were deleted or are no text."""
        set_in = self._set_in()
        if self.state.destination is Destination.TEXT and text and not set_in.deleted:
            self.story.add(text, self.document.run_format(set_in))

    def write_unicode(self, number: int) -> None:
        """Write a character given by its number, signed; of a pair of halves the first waits."""
        code = number % 0x10000
        self._skip = self.state.unicode_skip
        if 0xD800 <= code < 0xDC00:
            self._high = chr(code)
            return
        high, self._high = self._high, ""
        pair = high + chr(code)
        self.write(pair.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))

    def _set_in(self) -> Letters:
        return self.document.set_in(self.state.lines, self.state.letters)

    def _count_list(self) -> None:
        """Note a paragraph of a list whose number its writer left to the reader."""
        if self.state.lines.in_list and not self._list_text and not self.story.blank:
            self.unnumbered += 1
        self._list_text = False

    def _take_bytes(self, data: bytes) -> None:
        if self._skip:
            taken = min(self._skip, len(data))
            self._skip -= taken
            data = data[taken:]
        if self.state.destination is not Destination.SKIPPED:
            self._bytes += data

    def _flush(self) -> None:
        """Turn the bytes that have gathered into letters of the font that holds."""
        if not self._bytes:
            return
        data = bytes(self._bytes)
        self._bytes.clear()
        if self.state.destination in (Destination.FONTS, Destination.STYLES):
            self.document.add_to_name(data)
        else:
            self.write(self.document.shown(data, self._set_in()))

    def _take_word(self, token: Token) -> None:
        word = token.word
        if self._skip and len(word) == 1 and not word.isalpha():
            self._skip -= 1
            return
        self._flush()
        state = self.state
        if word == "*":
            state.starred = True
            return
        first, state.named = not state.named, True
        if word == "ud" and state.waiting is not None:
            state.destination, state.waiting = state.waiting, None
        if state.destination is Destination.SKIPPED:
            return
        if word in words.SKIPPED or (first and state.starred and word not in words.ENTERED):
            state.destination = Destination.SKIPPED
        elif word in words.LIST_TEXTS:
            self._list_text = True
        elif word == "u":
            self.write_unicode(token.number or 0)
        elif word in words.SIGNS:
            self.write(words.SIGNS[word])
        elif (handle := HANDLERS.get(word)) is not None:
            handle(self, token.number)
        else:
            self.row.take(word, token.number)

    def _open(self) -> None:
        self._flush()
        if len(self._groups) >= _DEEPEST:
            raise _too_deep("groups", _DEEPEST)
        self._groups.append(self.state)
        self.state = self.state.inherited()
        self._skip = 0

    def _close(self) -> None:
        """End a group; a brace too many after the last one closes nothing."""
        self._flush()
        if self.state.story:
            self._end_story()
        elif self.state.destination is Destination.FONTS:
            self.document.end_font()
        elif self.state.destination is Destination.STYLES:
            self.document.end_style(self.state.lines, self.state.letters)
        if self._groups:
            self.state = self._groups.pop()
        self._skip = 0

    def _end_story(self) -> None:
        story = self._stories.pop()
        content = story.finish(self.lines())
        apart = {Part.HEADER: self.markup.headers, Part.FOOTER: self.markup.footers,
                 Part.COMMENT: self.markup.comments}.get(story.part)  # fmt: skip
        if apart is not None:
            apart.append(content)
        elif story.part is Part.BOX:
            self.story.insert(box(content))
        else:
            mark = None if story.counted else self.story.take_mark()
            kind = "endnote" if story.is_endnote else "footnote"
            self.story.insert(self.markup.note(kind, content, mark))

    def _tell_cut_off(self) -> None:
        self.problems.append(
            Problem(
                "truncated",
                f"the file ends inside {len(self._groups)} open groups; it was probably cut off",
                "copy or download the file again, and compare with the document in Word",
            )
        )


def _too_deep(what: str, most: int) -> ReadError:
    return ReadError(
        "too_deep",
        f"{what} are nested more than {most:,} deep",
        "no program writes such a document; check where the file comes from",
    )
