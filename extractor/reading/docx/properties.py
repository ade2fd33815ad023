"""What a w:pPr, w:rPr or borders element says: one layer of how a paragraph, run or table is set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import regex
from lxml import etree

from extractor.encodings import font_hint
from extractor.reading.docx.names import NUM_PR, VAL, W

_BOLD: Final = W + "b"
_ITALIC: Final = W + "i"
_CAPITALS: Final = W + "caps"
_HIDDEN: Final = W + "vanish"
_RAISED: Final = W + "vertAlign"
_SIZE: Final = W + "sz"
_FONTS: Final = W + "rFonts"
_ALIGNMENT: Final = W + "jc"
_INDENT: Final = W + "ind"
_OUTLINE: Final = W + "outlineLvl"

_NO_LINE: Final = frozenset({None, "nil", "none"})
_SIDES: Final = {"start": "left", "end": "right"}
_OFF: Final = frozenset({"0", "false", "off", "none"})
_MEASURE = regex.compile(r"(?P<number>-?\d+(?:\.\d+)?)(?P<unit>pt|in|cm|mm|pc|pi)?")
_POINTS: Final = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "pi": 12.0}
_ALIGNMENTS: Final = {
    "left": "left",
    "start": "left",
    "center": "center",
    "right": "right",
    "end": "right",
    "both": "justify",
    "distribute": "justify",
    "thaiDistribute": "justify",
}
_TWIPS_PER_POINT: Final = 20
_MAX_DIGITS: Final = 10
_BODY_OUTLINE: Final = 9


@dataclass(frozen=True, slots=True)
class RunFormat:
    """What runs are set in; None where a layer leaves it to the one under it. `size` is in points."""

    bold: bool | None = None
    italic: bool | None = None
    capitals: bool | None = None
    hidden: bool | None = None
    raised: bool | None = None
    size: float | None = None
    font: str | None = None

    def over(self, base: RunFormat) -> RunFormat:
        """Lay this format over another."""
        if self is PLAIN:
            return base
        return RunFormat(
            self.bold if self.bold is not None else base.bold,
            self.italic if self.italic is not None else base.italic,
            self.capitals if self.capitals is not None else base.capitals,
            self.hidden if self.hidden is not None else base.hidden,
            self.raised if self.raised is not None else base.raised,
            self.size if self.size is not None else base.size,
            self.font if self.font is not None else base.font,
        )


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """What paragraphs are set in; None where a layer leaves it open. Indents are in points.

    `outline` is the heading level from 1, 0 for body text; `number_id` 0 takes a number away.
    """

    align: str | None = None
    left: float | None = None
    first_line: float | None = None
    outline: int | None = None
    number_id: str | None = None
    number_level: int | None = None

    def over(self, base: ParagraphFormat) -> ParagraphFormat:
        """Lay this format over another."""
        if self is UNSET:
            return base
        return ParagraphFormat(
            self.align if self.align is not None else base.align,
            self.left if self.left is not None else base.left,
            self.first_line if self.first_line is not None else base.first_line,
            self.outline if self.outline is not None else base.outline,
            self.number_id if self.number_id is not None else base.number_id,
            self.number_level if self.number_level is not None else base.number_level,
        )


# The sides of a table or cell that are named, and whether a line is drawn there: "top", "insideH" …
Borders = dict[str, bool]

# The children of a w:pPr or w:rPr by tag.
Properties = dict[str, etree._Element]

_NO_PROPERTIES: Final[Properties] = {}
PLAIN: Final = RunFormat()
UNSET: Final = ParagraphFormat()


def properties_of(element: etree._Element, tag: str) -> etree._Element | None:
    """Return the properties of a paragraph, run or cell, which stand first in it if at all."""
    first = element[0] if len(element) else None
    return first if first is not None and first.tag == tag else None


def by_tag(element: etree._Element | None) -> Properties:
    """Return the children of an element by their tags."""
    return {child.tag: child for child in element} if element is not None else _NO_PROPERTIES


def read_run_format(properties: Properties) -> RunFormat:
    """Read the properties of a run; the style they name is not followed."""
    if not properties:
        return PLAIN
    fonts, raised = properties.get(_FONTS), properties.get(_RAISED)
    return RunFormat(
        bold=_switched_on(properties.get(_BOLD)),
        italic=_switched_on(properties.get(_ITALIC)),
        capitals=_switched_on(properties.get(_CAPITALS)),
        hidden=_switched_on(properties.get(_HIDDEN)),
        raised=raised.get(VAL) == "superscript" if raised is not None else None,
        size=points(value(properties.get(_SIZE)), per_point=2),
        font=_font(fonts) if fonts is not None else None,
    )


def _font(fonts: etree._Element) -> str | None:
    """Return the font of a w:rFonts: of its two for Western letters the one that names an old encoding.

    Letters beyond ASCII are set in `hAnsi`, the others in `ascii` (§17.3.2.26); a font of the theme goes
    before a name, and is returned as "+major" or "+minor".
    """
    found: list[str] = []
    for attribute in ("hAnsi", "ascii"):
        theme = fonts.get(f"{W}{attribute}Theme")
        name = f"+{theme[:5]}" if theme else fonts.get(W + attribute)
        if name and font_hint(name).encodings:
            return name
        found += [name] if name else []
    return found[-1] if found else None


def read_paragraph_format(properties: Properties) -> ParagraphFormat:
    """Read the properties of a paragraph; the style they name is not followed."""
    if not properties:
        return UNSET
    indent, number = properties.get(_INDENT), properties.get(NUM_PR)
    left, first_line = read_indent(indent) if indent is not None else (None, None)
    outline, level = value(properties.get(_OUTLINE)), child_value(number, "ilvl")
    return ParagraphFormat(
        align=_ALIGNMENTS.get(value(properties.get(_ALIGNMENT)) or ""),
        left=left,
        first_line=first_line,
        outline=(integer(outline) + 1) % (_BODY_OUTLINE + 1) if outline is not None else None,
        number_id=child_value(number, "numId"),
        number_level=integer(level) if level is not None else None,
    )


def read_indent(indent: etree._Element) -> tuple[float | None, float | None]:
    """Return the left indent and that of the first line over it, in points."""
    left = points(indent.get(W + "left") or indent.get(W + "start"), per_point=_TWIPS_PER_POINT)
    hanging = points(indent.get(W + "hanging"), per_point=_TWIPS_PER_POINT)
    first_line = points(indent.get(W + "firstLine"), per_point=_TWIPS_PER_POINT)
    return left, -hanging if hanging is not None else first_line


def read_borders(borders: etree._Element | None) -> Borders:
    """Read a w:tblBorders or w:tcBorders."""
    if borders is None:
        return {}
    named = {child.tag.removeprefix(W): child.get(VAL) not in _NO_LINE for child in borders}
    return {_SIDES.get(side, side): drawn for side, drawn in named.items()}


def _switched_on(toggle: etree._Element | None) -> bool | None:
    """Tell whether an on/off property is on: it is when it stands there without a value."""
    return None if toggle is None else is_on(toggle.get(VAL, "1"))


def is_on(text: str) -> bool:
    """Tell whether an on/off value says on.

    >>> is_on("1"), is_on("true"), is_on("off")
    (True, True, False)
    """
    return text.lower() not in _OFF


def points(measure: str | None, *, per_point: int) -> float | None:
    """Read a length: a bare number in parts of a point, or with its unit (Strict documents).

    >>> points("28", per_point=2), points("1.5in", per_point=20)
    (14.0, 108.0)
    """
    if measure is None:
        return None
    if measure.isdecimal() and len(measure) < _MAX_DIGITS:
        return int(measure) / per_point
    match = _MEASURE.fullmatch(measure)
    if not match:
        return None
    number = float(match["number"])
    return number * _POINTS[match["unit"]] if match["unit"] else number / per_point


def integer(text: str | None, default: int = 0) -> int:
    """Read a whole number, or take the default where there is none."""
    return int(text) if text and text.isdecimal() and len(text) < _MAX_DIGITS else default


def value(element: etree._Element | None) -> str | None:
    """Return what a property is set to, None where it does not stand there."""
    return element.get(VAL) if element is not None else None


def child_value(parent: etree._Element | None, name: str) -> str | None:
    """Return what the property `name` of a parent is set to."""
    return value(parent.find(W + name)) if parent is not None else None
