"""How a run or paragraph is set: its own properties over its styles over the document's defaults.

ISO/IEC 29500-1 §17.7.2: defaults, paragraph style, character style, direct formatting. Bold, italic, capitals
and hidden are toggles: set by both a paragraph and a character style they cancel out (§17.7.3).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import regex
from lxml import etree

from extractor.reading.docx.names import P_PR, R_PR, R_STYLE, TYPE, A, W
from extractor.reading.docx.properties import (
    PLAIN,
    UNSET,
    Borders,
    ParagraphFormat,
    RunFormat,
    by_tag,
    child_value,
    is_on,
    read_borders,
    read_paragraph_format,
    read_run_format,
    value,
)

_HEADING_NAME = regex.compile(r"(?i)heading ([1-9])")


@dataclass(frozen=True, slots=True)
class _Definition:
    based_on: str | None
    run: RunFormat
    paragraph: ParagraphFormat
    borders: Borders


class Styles:
    """The styles of a document; each combination is worked out once."""

    def __init__(self, root: etree._Element | None, theme: etree._Element | None = None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._definitions: dict[str, _Definition] = {}  # of the styles that were asked for
        self._default_paragraph: str | None = None
        self._defaults = PLAIN
        self._runs: dict[tuple[str | None, tuple[object, ...]], RunFormat] = {}
        self._paragraphs: dict[str | None, ParagraphFormat] = {}
        self._theme = _theme_fonts(theme) if theme is not None else {}
        for child in root if root is not None else ():
            if child.tag == W + "docDefaults":
                self._defaults = read_run_format(by_tag(child.find(f"{W}rPrDefault/{R_PR}")))
            elif child.tag == W + "style":
                self._elements[child.get(W + "styleId", "")] = child
                if child.get(TYPE) == "paragraph" and is_on(child.get(W + "default", "0")):
                    self._default_paragraph = child.get(W + "styleId", "")

    def _definition(self, style_id: str) -> _Definition:
        """What a style says; most of the hundred and more that Word writes are never asked for."""
        if style_id not in self._definitions:
            self._definitions[style_id] = _define(self._elements[style_id])
        return self._definitions[style_id]

    def run(self, paragraph_style: str | None, properties: etree._Element | None) -> RunFormat:
        """Return the format of a run with the w:rPr `properties` in a paragraph of a style."""
        spelled = () if properties is None else tuple([(each.tag, *each.items()) for each in properties])
        key = (paragraph_style, spelled)
        found = self._runs.get(key)
        if found is None:
            direct = by_tag(properties)
            below = self._chain_run(paragraph_style or self._default_paragraph)
            above = self._chain_run(value(direct.get(R_STYLE)))
            styled = _toggled(above, below).over(above.over(below).over(self._defaults))
            found = read_run_format(direct).over(styled)
            if found.font is not None and found.font.startswith("+"):
                found = replace(found, font=self._theme.get(found.font))
            self._runs[key] = found
        return found

    def paragraph(self, style: str | None) -> ParagraphFormat:
        """Return the format of a paragraph without properties of its own."""
        if style not in self._paragraphs:
            resolved = UNSET
            for each in self.chain(style or self._default_paragraph):
                resolved = resolved.over(self._definition(each).paragraph)
            self._paragraphs[style] = resolved
        return self._paragraphs[style]

    def borders(self, style: str | None) -> Borders:
        """Return the borders that a table style draws."""
        resolved: Borders = {}
        for each in self.chain(style):
            resolved = {**self._definition(each).borders, **resolved}
        return resolved

    def chain(self, style: str | None) -> list[str]:
        """Return the style and those it is based on, nearest first; a circle ends where it closes."""
        seen: list[str] = []
        while style in self._elements and style not in seen:
            seen.append(style)
            style = self._definition(style).based_on
        return seen

    def _chain_run(self, style: str | None) -> RunFormat:
        resolved = PLAIN
        for each in self.chain(style):
            resolved = resolved.over(self._definition(each).run)
        return resolved


def _define(style: etree._Element) -> _Definition:
    paragraph = read_paragraph_format(by_tag(style.find(P_PR)))
    heading = _HEADING_NAME.fullmatch(child_value(style, "name") or "")
    if heading and paragraph.outline is None:  # built in: Word knows its level without being told
        paragraph = ParagraphFormat(outline=int(heading[1])).over(paragraph)
    run = read_run_format(by_tag(style.find(R_PR)))
    borders = read_borders(style.find(f"{W}tblPr/{W}tblBorders"))
    return _Definition(child_value(style, "basedOn"), run, paragraph, borders)


def _theme_fonts(theme: etree._Element) -> dict[str, str]:
    """Return the Western fonts of a theme: "+major" for headings and "+minor" for text."""
    scheme = {f"+{kind}": theme.find(f".//{A}{kind}Font/{A}latin") for kind in ("major", "minor")}
    return {name: latin.get("typeface", "") for name, latin in scheme.items() if latin is not None}


def _toggled(above: RunFormat, below: RunFormat) -> RunFormat:
    """What two toggles say together, None where only one or none of them is set."""

    def both(first: bool | None, second: bool | None) -> bool | None:
        return None if first is None or second is None else first != second

    return RunFormat(
        bold=both(above.bold, below.bold),
        italic=both(above.italic, below.italic),
        capitals=both(above.capitals, below.capitals),
        hidden=both(above.hidden, below.hidden),
    )
