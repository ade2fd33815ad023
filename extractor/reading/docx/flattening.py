"""Paragraphs written into one text: that of a table cell or of a note."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor.elements import Marker, Origin
from extractor.reading.docx.paragraphs import Paragraph
from extractor.reading.docx.scanning import NoteMark


@dataclass(frozen=True, slots=True)
class Flat:
    """The text of several paragraphs with their marks, origins and notes."""

    text: str
    markers: tuple[Marker, ...]
    origins: tuple[Origin, ...]
    notes: tuple[NoteMark, ...]


def flatten(paragraphs: Sequence[Paragraph], separator: str, *, skip: int = 0) -> Flat:
    """Write paragraphs with `separator` between them, without the first `skip` characters of all."""
    texts: list[str] = []
    markers: list[Marker] = []
    origins: list[Origin] = []
    length = -skip
    for paragraph in paragraphs:
        bullet = f"{paragraph.bullet} " if paragraph.bullet else ""
        if not paragraph.text:
            continue
        before = separator if texts else ""
        texts += (before, bullet, paragraph.text)
        start = length + len(before) + len(bullet)
        markers += (
            replace(each, start=each.start + start, end=each.end + start) for each in paragraph.markers
        )
        origins += (
            replace(each, start=max(0, each.start + start), end=each.end + start)
            for each in paragraph.origins
        )
        length = start + len(paragraph.text)
    return Flat(
        "".join(texts)[skip:],
        tuple(marker for marker in markers if marker.start >= 0),
        tuple(origin for origin in origins if origin.end > 0),
        tuple(note for paragraph in paragraphs for note in paragraph.notes),
    )
