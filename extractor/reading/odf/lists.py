"""The lists of an OpenDocument, brought to Word's: which list a paragraph counts in, and on which level."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from extractor.reading.odf.names import STYLE, TEXT, XML_ID
from extractor.reading.odf.styles import Styles
from extractor.reading.word_markup import Level, WordMarkup

MOST_LEVELS: Final = 9  # as many as Word has
_FORMATS: Final = {
    "1": "decimal",
    "I": "upperRoman",
    "i": "lowerRoman",
    "A": "upperLetter",
    "a": "lowerLetter",
}
_PLAIN_BULLET: Final = "•"


@dataclass(slots=True)
class Lists:
    """The lists met so far: by their own ids, and the last one of each style."""

    markup: WordMarkup
    _by_id: dict[str, str] = field(default_factory=dict)
    _by_style: dict[str, str] = field(default_factory=dict)
    _outline: str | None = None

    def open(self, element: etree._Element, style: str | None, styles: Styles) -> str | None:
        """Return the Word list in which a text:list counts, None where its style numbers nothing."""
        definition = styles.lists.get(style or "")
        if definition is None or style is None:
            return None
        followed = element.get(TEXT + "continue-list")
        if followed in self._by_id:
            list_id = self._by_id[followed or ""]
        elif element.get(TEXT + "continue-numbering") == "true" and style in self._by_style:
            list_id = self._by_style[style]
        else:
            list_id = self.markup.add_list(read_levels(definition, styles))
        self._remember(element, style, list_id)
        return list_id

    def start_anew(
        self, element: etree._Element, style: str | None, list_id: str, level: int, start: int
    ) -> str:
        """Return the list with a level that counts anew from `start`; what follows goes on from there."""
        restarted = self.markup.restart(list_id, level, start)
        self._remember(element, style or "", restarted)
        return restarted

    def outline(self, styles: Styles) -> str | None:
        """Return the list in which headings count."""
        if self._outline is None and styles.outline is not None:
            levels = read_levels(styles.outline, styles)
            self._outline = self.markup.add_list(levels) if any(each.template for each in levels) else ""
        return self._outline or None

    def _remember(self, element: etree._Element, style: str, list_id: str) -> None:
        self._by_style[style] = list_id
        own = element.get(XML_ID)
        if own:
            self._by_id[own] = list_id


def read_levels(definition: etree._Element, styles: Styles) -> list[Level]:
    """Read a text:list-style or text:outline-style."""
    levels = {number: Level("none", "") for number in range(1, MOST_LEVELS + 1)}
    for shape in definition:
        number = shape.get(TEXT + "level", "")
        if number.isdecimal() and int(number) in levels:
            levels[int(number)] = _read_level(shape, int(number), styles)
    return list(levels.values())


def _read_level(shape: etree._Element, number: int, styles: Styles) -> Level:
    if shape.tag == TEXT + "list-level-style-bullet":
        font = styles.run_format(shape.find(STYLE + "text-properties")).font
        return Level("bullet", shape.get(TEXT + "bullet-char") or _PLAIN_BULLET, font=font)
    if shape.tag == TEXT + "list-level-style-image":
        return Level("bullet", _PLAIN_BULLET)
    prefix, suffix = shape.get(STYLE + "num-prefix", ""), shape.get(STYLE + "num-suffix", "")
    form = shape.get(STYLE + "num-format", "")
    if not form:
        return Level("none", prefix + suffix)
    shown = max(1, min(whole(shape.get(TEXT + "display-levels"), 1), number))
    numbers = ".".join(f"%{each}" for each in range(number - shown + 1, number + 1))
    start = whole(shape.get(TEXT + "start-value"), 1)
    return Level(_FORMATS.get(form, "decimal"), f"{prefix}{numbers}{suffix}", start)


def whole(text: str | None, default: int) -> int:
    """Read a whole number of at most nine digits, or take the default."""
    return int(text) if text and text.isdecimal() and len(text) <= 9 else default
