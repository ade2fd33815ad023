"""How text is set in an OpenDocument: automatic styles over named ones over the defaults of their family."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

import regex
from lxml import etree

from extractor.reading.docx.properties import ParagraphFormat, RunFormat
from extractor.reading.odf.names import FO, OFFICE, STYLE, SVG, TEXT

_MEASURE = regex.compile(r"(?P<number>-?\d+(?:\.\d+)?)(?P<unit>pt|in|inch|cm|mm|pc|px)")
_POINTS: Final = {
    "pt": 1.0,
    "in": 72.0,
    "inch": 72.0,
    "cm": 72 / 2.54,
    "mm": 72 / 25.4,
    "pc": 12.0,
    "px": 0.75,
}
_ALIGNMENTS: Final = {"start": "left", "left": "left", "end": "right", "right": "right"} | {
    each: each for each in ("center", "justify")
}
_BOLD_FROM: Final = 600
_SIDES: Final = ("top", "left", "bottom", "right")
_NO_LINE: Final = ("", "none", "hidden", "0")


@dataclass(frozen=True, slots=True)
class _Definition:
    parent: str | None
    outline: int | None
    list_style: str | None
    run: RunFormat
    paragraph: ParagraphFormat
    sides: tuple[str, ...]


_NOTHING: Final = _Definition(None, None, None, RunFormat(), ParagraphFormat(), ())


@dataclass(slots=True)
class Styles:
    """The styles that one part of a document sees; each is resolved once."""

    _fonts: dict[str, str] = field(default_factory=dict)
    _definitions: dict[tuple[str, str], _Definition] = field(default_factory=dict)
    _defaults: dict[str, _Definition] = field(default_factory=dict)
    lists: dict[str, etree._Element] = field(default_factory=dict)
    outline: etree._Element | None = None

    def add(self, root: etree._Element, *, automatic: bool) -> None:
        """Take the styles of a part, its automatic ones only where they are its own."""
        for face in root.iterfind(f"{OFFICE}font-face-decls/{STYLE}font-face"):
            family = face.get(SVG + "font-family") or face.get(STYLE + "name") or ""
            self._fonts[face.get(STYLE + "name", "")] = _bare(family)
        containers = (OFFICE + "styles", *((OFFICE + "automatic-styles",) if automatic else ()))
        for container in root:
            for style in container if container.tag in containers else ():
                self._define(style)

    def _define(self, style: etree._Element) -> None:
        name, family = style.get(STYLE + "name", ""), style.get(STYLE + "family", "")
        if style.tag == STYLE + "style":
            self._definitions[family, name] = self._read(style)
        elif style.tag == STYLE + "default-style":
            self._defaults[family] = self._read(style)
        elif style.tag == TEXT + "list-style":
            self.lists[name] = style
        elif style.tag == TEXT + "outline-style":
            self.outline = style

    def _read(self, style: etree._Element) -> _Definition:
        outline = style.get(STYLE + "default-outline-level", "")
        return _Definition(
            style.get(STYLE + "parent-style-name"),
            int(outline) if outline.isdecimal() else None,
            style.get(STYLE + "list-style-name"),
            self.run_format(style.find(STYLE + "text-properties")),
            _paragraph_format(style.find(STYLE + "paragraph-properties")),
            _sides(style.find(STYLE + "table-cell-properties")),
        )

    def run(self, family: str, name: str | None) -> RunFormat:
        """Return what a style says of letters, defaults of paragraphs included."""
        resolved = RunFormat()
        for definition in self._chain(family, name):
            resolved = resolved.over(definition.run)
        return resolved

    def paragraph(self, family: str, name: str | None) -> ParagraphFormat:
        """Return what a style says of paragraphs."""
        resolved = ParagraphFormat()
        for definition in self._chain(family, name):
            resolved = resolved.over(definition.paragraph)
        return resolved

    def list_style(self, name: str | None) -> str | None:
        """Return the list that paragraphs of a style belong to."""
        return next((each.list_style for each in self._chain("paragraph", name) if each.list_style), None)

    def sides(self, name: str | None) -> tuple[str, ...]:
        """Return the sides of a table cell that have a line."""
        return next((each.sides for each in self._chain("table-cell", name) if each.sides), ())

    def _chain(self, family: str, name: str | None) -> list[_Definition]:
        """The style and those it is based on, nearest first; a circle ends where it closes."""
        seen: dict[str, _Definition] = {}
        while name and name not in seen and (family, name) in self._definitions:
            seen[name] = self._definitions[family, name]
            name = seen[name].parent
        return [*seen.values(), self._defaults.get(family, _NOTHING)]

    def run_format(self, properties: etree._Element | None) -> RunFormat:
        """Read text properties."""
        if properties is None:
            return _NOTHING.run
        weight, slant = properties.get(FO + "font-weight"), properties.get(FO + "font-style")
        position, transform = properties.get(STYLE + "text-position"), properties.get(FO + "text-transform")
        display = properties.get(TEXT + "display")
        named = properties.get(STYLE + "font-name")
        family = properties.get(FO + "font-family")
        return RunFormat(
            bold=_is_bold(weight) if weight else None,
            italic=slant in ("italic", "oblique") if slant else None,
            capitals=transform == "uppercase" if transform else None,
            hidden=display == "none" if display else None,
            raised=_is_raised(position) if position else None,
            size=points(properties.get(FO + "font-size")),
            font=self._fonts.get(named, named) if named else _bare(family) if family else None,
        )


def _paragraph_format(properties: etree._Element | None) -> ParagraphFormat:
    if properties is None:
        return _NOTHING.paragraph
    return ParagraphFormat(
        align=_ALIGNMENTS.get(properties.get(FO + "text-align", "")),
        left=points(properties.get(FO + "margin-left")),
        first_line=points(properties.get(FO + "text-indent")),
    )


def _sides(properties: etree._Element | None) -> tuple[str, ...]:
    if properties is None:
        return ()
    whole = properties.get(FO + "border", "none")
    return tuple(side for side in _SIDES if _is_line(properties.get(f"{FO}border-{side}", whole)))


def _is_line(border: str) -> bool:
    """Tell "0.5pt solid #000000" from "none" and "0pt".

    >>> _is_line("0.5pt solid #000000"), _is_line("none"), _is_line("0in")
    (True, False, False)
    """
    width = border.partition(" ")[0]
    return width not in _NO_LINE and points(width) != 0


@lru_cache(maxsize=1024)
def points(measure: str | None) -> float | None:
    """Read a length; None for a share ("58%").

    >>> points("2.54cm"), points("120%"), points(None)
    (72.0, None, None)
    """
    match = _MEASURE.fullmatch(measure or "")
    return float(match["number"]) * _POINTS[match["unit"]] if match else None


def _is_bold(weight: str) -> bool:
    return weight == "bold" or (weight.isdecimal() and int(weight[:4]) >= _BOLD_FROM)


def _is_raised(position: str) -> bool:
    """Tell "super 58%" and "33% 58%" from "sub 58%", "-33% 58%" and "0% 100%"."""
    first = position.split(" ")[0]
    return first == "super" or (first.endswith("%") and not first.startswith(("-", "0%")))


def _bare(family: str) -> str:
    return family.strip().strip("'\"")
