"""Paragraphs written into one text: that of a table cell or of a note."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.elements import Element, Marker, Origin
from extractor.encodings import of_most


@dataclass(frozen=True, slots=True)
class Flat:
    """The text of several paragraphs with their marks, origins and encoding."""

    text: str
    markers: tuple[Marker, ...]
    origins: tuple[Origin, ...]
    encoding: str | None = None
    certainty: float | None = None


def flatten(paragraphs: Sequence[Element], separator: str, *, skip: int = 0) -> Flat:
    """Write paragraphs with `separator` between them, without the first `skip` characters of all."""
    texts: list[str] = []
    markers: list[Marker] = []
    origins: list[Origin] = []
    length = -skip
    for each in paragraphs:
        if not each.text:
            continue
        before = (separator if texts else "") + (f"{each.bullet} " if each.bullet else "")
        start = length + len(before)
        texts += (before, each.text)
        markers += [mark.moved(start) for mark in each.markers]
        origins += [run.moved(start) for run in each.origins]
        length = start + len(each.text)
    return Flat(
        "".join(texts)[skip:],
        tuple(marker for marker in markers if marker.start >= 0),
        tuple(origin for origin in origins if origin.end > 0),
        *of_most((each.encoding, each.certainty, len(each.text)) for each in paragraphs),
    )
