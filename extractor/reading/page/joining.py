"""Lines are joined to one text: with a space, but document symbols broken at a line's end without."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.elements import Box, Marker, Origin
from extractor.reading.page.lines import Line

PlacedLine = tuple[Line, int, Box]
"""A line, the number of its page, and its box on the page as it is shown."""

# "161-" + "KH/TU", "30c/NQ-" + "CP", "169/" + "QĐ-BNV", "2016-" + "2021"; not "2016 -" + "2021".
_ENDS_OPEN = re.compile(r"[\w&)][-/]$")
# "161" + "-KH/TU", "34/2007" + "/QH11"; not the list mark of "- Tiếp tục" nor of "-Tiếp tục".
_STARTS_OPEN = re.compile(r"[-/](?:[A-ZĐ&]{2,}|[A-ZĐ][A-ZĐa-z]{0,3}[-/])")
_SYMBOL_END = re.compile(r"[\dA-ZĐ&]$")


def seam(before: str, after: str) -> str:
    """Give what stands between two lines of one paragraph: a space or nothing.

    >>> seam("Kế hoạch số 161-", "KH/TU"), seam("giai đoạn 2016 -", "2021"), seam("số 99", "-QĐ/TW")
    ('', ' ', '')
    """
    if not before or not after:
        return ""
    if _ENDS_OPEN.search(before[-2:]) and (after[0].isalnum() or after[0] == "&"):
        return ""
    if _STARTS_OPEN.match(after) and _SYMBOL_END.search(before):
        return ""
    return " "


def _of_words(line: Line, page: int, shift: int, start: int) -> Iterator[Origin]:
    """Tell where each word of a line that was read from a picture stands; `start` is where the line begins."""
    for piece in line.pieces:
        begin, end = max(piece.start + shift, start), piece.end + shift
        if end > begin:
            yield Origin(begin, end, page=page, box=piece.box, confidence=round(piece.confidence, 3))


def join_lines(
    lines: Sequence[PlacedLine], *, skip: int = 0
) -> tuple[str, tuple[Marker, ...], tuple[Origin, ...]]:
    """Join lines to one text, and tell where each of its marks and lines stands.

    `skip` letters are left out at the start of the first line: a footnote's own mark.
    """
    text = ""
    markers: list[Marker] = []
    origins: list[Origin] = []
    for line, page, box in lines:
        part = line.text[skip:]
        between = seam(text, part)
        start = len(text) + len(between)
        text += between + part
        shift = start - skip
        markers.extend(
            Marker(m.start + shift, m.end + shift, m.label) for m in line.markers if m.start >= skip
        )
        if line.pieces:
            origins.extend(_of_words(line, page, shift, start))
        else:
            origins.append(Origin(start, len(text), page=page, box=box))
        skip = 0
    return text, tuple(markers), tuple(origins)
