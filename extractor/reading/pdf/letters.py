"""Letters of the years before Unicode: what a page shows, character by character, so that places stay.

The fonts of such a file pass the bytes of TCVN3 or VNI off as Western letters, and PDFium gives those.
Whether a page may hold any is told from its text; only such pages are taken apart by their fonts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extractor.elements import Element
from extractor.encodings import (
    Decoded,
    DocumentHints,
    FontRun,
    decode,
    lacks_u_horn,
    letter_by_letter,
    may_be_old,
    of_most,
    restore_u_horn,
    survey,
)
from extractor.reading.characters import SOFT_HYPHEN
from extractor.reading.pdf.runs import Runs

_LINE = re.compile(r"[^\r\n]+")


@dataclass(frozen=True, slots=True)
class OldLine:
    """The runs of a line of a page's text that may be in an old encoding; it begins at `start`."""

    start: int
    runs: tuple[FontRun, ...]


@dataclass(frozen=True, slots=True)
class FileHints:
    """What the fonts of a file hold, and whether its "ư" have become hyphens."""

    fonts: DocumentHints
    hyphens_are_letters: bool = False


def old_lines(text: str, runs: Runs, *, file_is_old: bool) -> tuple[OldLine, ...]:
    """Take the lines of a page apart by their fonts, none where no word may be in an old encoding.

    In a file that holds some, a page of few words may be in one although none of its letters shows it.
    """
    if not file_is_old and not may_be_old(text):
        return ()
    return tuple(OldLine(line.start(), tuple(_runs(line, runs))) for line in _LINE.finditer(text))


def survey_lines(lines: Sequence[OldLine]) -> FileHints | None:
    """See what the fonts of a file hold; None where all of it is Unicode, but for a few strange signs."""
    fonts = survey(line.runs for line in lines)
    decoded = [decode(line.runs, document=fonts) for line in lines]
    if all(line.encoding in (None, "unicode") for line in decoded):
        return None
    tcvn3 = " ".join("".join(line.texts) for line in decoded if line.encoding == "tcvn3")
    return FileHints(fonts, hyphens_are_letters=lacks_u_horn(tcvn3))


def show(text: str, lines: Iterable[OldLine], hints: FileHints) -> tuple[list[str], tuple[Decoded, ...]]:
    """Give what each character of a page's text shows, and how its lines were decoded."""
    letters = list(text)
    decoded = []
    for line in lines:
        found = decode(line.runs, document=hints.fonts)
        if hints.hyphens_are_letters and found.encoding == "tcvn3":
            found = replace(found, texts=tuple(map(restore_u_horn, found.texts)))
        decoded.append(found)
        shown = letter_by_letter(line.runs, found)
        letters[line.start : line.start + len(shown)] = shown
    return ["-" if letter == SOFT_HYPHEN else letter for letter in letters], tuple(decoded)


def with_encodings(elements: Iterable[Element], pages: dict[int, tuple[Decoded, ...]]) -> Iterator[Element]:
    """Tell each element the encoding of most of its page, where the page was decoded."""
    found = {page: _of_page(decoded) for page, decoded in pages.items() if decoded}
    for element in elements:
        encoding, certainty = found.get(element.page or 0, (None, None))
        plain = element.text.isascii() and all(cell.text.isascii() for cell in element.cells)
        yield element if plain else replace(element, encoding=encoding, certainty=certainty)


def _of_page(decoded: Iterable[Decoded]) -> tuple[str | None, float | None]:
    """Sum up the lines of a page: the encoding of most, and the mean certainty of its lines."""
    lines = [line for line in decoded if line.certainty is not None]
    lengths = [sum(map(len, line.texts)) for line in lines]
    encoding, _ = of_most((line.encoding, None, length) for line, length in zip(lines, lengths, strict=True))
    total = sum((line.certainty or 0) * length for line, length in zip(lines, lengths, strict=True))
    return encoding, round(total / max(1, sum(lengths)), 4) if lines else None


def _runs(line: re.Match[str], runs: Runs) -> Iterator[FontRun]:
    """Yield the letters of a line font by font; spaces that PDFium put in go with the letters before them."""
    text, font, begin = line.string, None, line.start()
    for index in range(line.start(), line.end()):
        run = runs.at(index)
        if run is None or run.font.name == font:
            continue
        if font is not None:
            yield FontRun(text[begin:index], font)
            begin = index
        font = run.font.name
    yield FontRun(text[begin : line.end()], font)
