"""Whether the text of a column goes on with the text of the column before, as far as geometry settles it."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.reading.page.joining import seam
from extractor.reading.page.paragraphs import Paragraph, ends_sentence, opens_list_item

_MOSTLY = 0.6


def are_indented(paragraphs: Iterable[Paragraph]) -> bool:
    """Tell whether a file's paragraphs begin with an indented line, as Decree 30/2020 (annex I) has it."""
    long = [paragraph for paragraph in paragraphs if len(paragraph.lines) > 1 and not paragraph.margins.short]
    indented = [
        paragraph
        for paragraph in long
        if paragraph.lines[0].x0 - paragraph.lines[1].x0 > 0.75 * paragraph.lines[0].size
    ]
    return len(indented) >= max(1.0, _MOSTLY * len(long))


def goes_on(before: Paragraph, after: Paragraph, *, indented: bool) -> bool | None:
    """Tell whether `after`, first in its column, goes on with `before`, last in the one before.

    `indented` tells that the file's paragraphs begin with an indented line.
    """
    last, first = before.lines[-1], after.lines[0]
    if seam(last.text, first.text) == "":
        return True
    if last.alone or first.alone or abs(last.size - first.size) > 0.1 * last.size:
        return False
    if before.align == "center" or after.align == "center" or before.align == "right":
        return False
    if not before.margins.is_full(last, first.lead):
        return False
    ended = ends_sentence(last.text)
    if after.is_indented:
        return False if indented or (ended and opens_list_item(first.text)) else None
    if ended and (opens_list_item(first.text) or first.bold != last.bold):
        return None
    return True if indented else None
