"""What each control word does to the state of reading. Source: Rich Text Format Specification 1.9.1."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from extractor.reading.rtf import words
from extractor.reading.rtf.state import Destination, Letters, Lines, points
from extractor.reading.rtf.stories import Part

if TYPE_CHECKING:
    from extractor.reading.rtf.converting import Converter

Handler = Callable[["Converter", int | None], None]

_HALF: Final = 2
_LEVELS: Final = 9


def _switch(name: str) -> Handler:
    """A property of letters that is on without a number and off with 0."""
    return lambda converter, number: setattr(converter.state.letters, name, number != 0)


def _indent(name: str) -> Handler:
    return lambda converter, number: setattr(converter.state.lines, name, points(number))


def _align(side: str) -> Handler:
    return lambda converter, _: setattr(converter.state.lines, "align", side)


def _begin(part: Part) -> Handler:
    return lambda converter, _: converter.begin(part)


def _font(converter: Converter, number: int | None) -> None:
    if converter.state.destination is Destination.FONTS:
        converter.document.begin_font(number or 0)
    else:
        converter.state.letters.font = number or 0


def _size(converter: Converter, number: int | None) -> None:
    converter.state.letters.size = (number or 0) / _HALF or None


def _raise(converter: Converter, number: int | None) -> None:
    converter.state.letters.raised = (number or 0) > 0


def _upright(converter: Converter, _: int | None) -> None:
    converter.state.letters.raised = False


def _plain(converter: Converter, _: int | None) -> None:
    converter.state.letters = Letters()


def _reset_lines(converter: Converter, _: int | None) -> None:
    converter.state.lines = Lines()


def _outline(converter: Converter, number: int | None) -> None:
    converter.state.lines.outline = (number or 0) + 1 if (number or 0) < _LEVELS else None


def _in_table(converter: Converter, _: int | None) -> None:
    converter.state.lines.in_table = True


def _in_list(converter: Converter, number: int | None) -> None:
    converter.state.lines.in_list = bool(number)


def _style(converter: Converter, number: int | None) -> None:
    converter.state.lines.style = number or 0


def _nested_cell(converter: Converter, _: int | None) -> None:
    converter.story.end_paragraph(converter.lines(), in_table=True)


def _row(converter: Converter, _: int | None) -> None:
    converter.story.end_row(converter.row, converter.lines())


def _endnote(converter: Converter, _: int | None) -> None:
    converter.story.is_endnote = converter.story.part is Part.NOTE


def _fonts(converter: Converter, _: int | None) -> None:
    converter.state.destination = Destination.FONTS


def _styles(converter: Converter, _: int | None) -> None:
    converter.state.destination = Destination.STYLES
    converter.state.letters, converter.state.lines = Letters(), Lines()


def _two_forms(converter: Converter, _: int | None) -> None:
    converter.state.waiting = converter.state.destination
    converter.state.destination = Destination.SKIPPED


def _default_font(converter: Converter, number: int | None) -> None:
    converter.document.default_font = number or 0


def _unicode_skip(converter: Converter, number: int | None) -> None:
    converter.state.unicode_skip = max(0, number or 0)


def _paragraph(converter: Converter, _: int | None) -> None:
    converter.end_paragraph()


HANDLERS: Final[dict[str, Handler]] = {
    "b": _switch("bold"),
    "i": _switch("italic"),
    "caps": _switch("capitals"),
    "v": _switch("hidden"),
    "super": _switch("raised"),
    "deleted": _switch("deleted"),
    "nosupersub": _upright,
    "sub": _upright,
    "up": _raise,
    "fs": _size,
    "f": _font,
    "plain": _plain,
    "pard": _reset_lines,
    "li": _indent("left"),
    "fi": _indent("first_line"),
    "outlinelevel": _outline,
    "intbl": _in_table,
    "ls": _in_list,
    "s": _style,
    **dict.fromkeys(("par", "\n", "\r", "sect", "page"), _paragraph),
    **{word: _align(side) for word, side in words.ALIGNMENTS.items()},
    "cell": lambda converter, _: converter.end_cell(),
    "nestcell": _nested_cell,
    "row": _row,
    "trowd": lambda converter, _: converter.begin_row(),
    **dict.fromkeys(words.HEADERS, _begin(Part.HEADER)),
    **dict.fromkeys(words.FOOTERS, _begin(Part.FOOTER)),
    **dict.fromkeys(words.BOXES, _begin(Part.BOX)),
    "annotation": _begin(Part.COMMENT),
    "footnote": _begin(Part.NOTE),
    "ftnalt": _endnote,
    "chftn": lambda converter, _: converter.count_mark(),
    "fonttbl": _fonts,
    "stylesheet": _styles,
    "fcharset": lambda converter, number: converter.document.set_charset(number or 0),
    "ansicpg": lambda converter, number: converter.document.set_page(number),
    "mac": lambda converter, _: converter.document.set_mac(),
    "deff": _default_font,
    "uc": _unicode_skip,
    "upr": _two_forms,
}
