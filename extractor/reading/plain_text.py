"""Plain text: one element a line, but for tables drawn with characters.

Whether a line goes on with the one before it (hard wrapping at 72 columns) is for `extractor.structure`
to decide. This reader records what the file shows:

- every line that is not blank is one `Element` with its line, its offset in the decoded file and, when the
  file has form feeds, its page;
- `continues=False` on an element after one or more blank lines; None on any other, and also after a blank
  line at a page break, which may stand inside a paragraph;
- `style.indent` holds the white space before the line, at ten columns to the inch, None when there is none;
- tabs and runs of spaces inside a line stay, since they may part two columns of a letterhead.

The origins of a line in decomposed letters start a new run at each word, so each word finds its source.
"""

from __future__ import annotations

import platform
from collections.abc import Iterator
from typing import Final

import regex

from extractor.elements import Element, Origin, Reading, Role, Style
from extractor.problems import ReadError
from extractor.reading.characters import Cleaned, clean
from extractor.reading.decoding import decode, with_encodings
from extractor.reading.drawn_tables import with_tables

PARSER: Final = f"python {platform.python_version()}"

# "\r\r\n" comes from files that passed through a text-mode transfer twice.
_LINE_END = regex.compile(r"\r{0,2}\n|\r|\f")
_PAGE_BREAK = "\f"
_WORD_AFTER_SPACE = regex.compile(r"(?<=\s)\S")

_POINTS_PER_COLUMN: Final = 7.2
_TAB_STOP: Final = 8

# A line with more words than this is no line of a report; its words share one run of origins.
_MAX_RUNS: Final = 10_000

_UNSTYLED: Final = Style()


def read_elements(data: bytes, name: str) -> Reading:
    """Read a plain text file.

    >>> [element.text for element in read_elements("Một.\\n\\nHai.".encode(), "a.txt").elements]
    ['Một.', 'Hai.']

    Raises ReadError "encoding" or "empty".
    """
    decoded = decode(data)
    elements = tuple(with_encodings(with_tables(text_elements(decoded.text)), decoded))
    if not elements:
        raise ReadError("empty", f"{name} holds nothing but white space", "check that this is the right file")
    return Reading(
        elements,
        format="text",
        parser=PARSER,
        pages=_count_pages(decoded.text),
        encoding=decoded.encoding,
        problems=decoded.problems,
    )


def text_elements(text: str) -> Iterator[Element]:
    """Yield one element for each line that is not blank."""
    page = 1 if _PAGE_BREAK in text else None
    line, start, continues, first = 1, 0, None, True
    after_page_break = False
    for end, line_end in _lines(text):
        content = text[start:end].rstrip()
        if content and not content.isspace() and (cleaned := clean(content)).text.strip():
            yield _element(cleaned, start, line, page, None if first or after_page_break else continues)
            continues, first, after_page_break = None, False, False
        elif line_end != _PAGE_BREAK:
            continues = False
        if line_end == _PAGE_BREAK:
            page, after_page_break = (page or 0) + 1, True
        else:
            line += 1
        start = end + len(line_end)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield where each line ends and what ends it."""
    for match in _LINE_END.finditer(text):
        yield match.start(), match[0]
    yield len(text), ""


def _element(cleaned: Cleaned, start: int, line: int, page: int | None, continues: bool | None) -> Element:
    """Make the element of one line, whose text begins at `start` in the decoded file."""
    text = cleaned.text.lstrip()
    indent = len(cleaned.text) - len(text)
    text = text.rstrip()
    cuts = _run_starts(cleaned, indent, indent + len(text))
    origins = tuple(
        Origin(begin - indent, end - indent, page=page, line=line, offset=start + cleaned.source(begin))
        for begin, end in zip(cuts, (*cuts[1:], indent + len(text)), strict=True)
    )
    style = Style(indent=_points(cleaned.text[:indent])) if indent else _UNSTYLED
    return Element(Role.TEXT, text, page=page, style=style, origins=origins, continues=continues)


def _run_starts(cleaned: Cleaned, begin: int, end: int) -> list[int]:
    """Cut at the words before which letters were composed, so that each run starts at its true offset."""
    if len(cleaned.starts) == 1:
        return [begin]
    cuts, drift = [begin], cleaned.source(begin) - begin
    for word in _WORD_AFTER_SPACE.finditer(cleaned.text, begin + 1, end):
        if len(cuts) == _MAX_RUNS:
            break
        moved = cleaned.source(word.start()) - word.start()
        if moved != drift:
            cuts.append(word.start())
            drift = moved
    return cuts


def _points(space: str) -> float:
    return round(len(space.expandtabs(_TAB_STOP)) * _POINTS_PER_COLUMN, 1)


def _count_pages(text: str) -> int | None:
    """Count the pages; a form feed at the very end closes the last one."""
    breaks = text.rstrip().count(_PAGE_BREAK) if text.strip() else 0
    return breaks + 1 if _PAGE_BREAK in text else None
