"""The marks of list items: a page says only that there is a list; the browser counts it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from extractor.elements import Element
from extractor.reading import symbols
from extractor.reading.counting import format_number
from extractor.reading.html.settings import inline_style, text_inside

_DISC: Final = "•"
_FORMS: Final = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "decimal-leading-zero": "decimalZero",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
}
_MOST_DIGITS: Final = 9


@dataclass(slots=True)
class _List:
    ordered: bool
    form: str
    next: int
    step: int


@dataclass(frozen=True, slots=True)
class _Mark:
    text: str
    bullet: bool


class ListItems:
    """The lists that are open, and the mark that the next block of text bears."""

    def __init__(self) -> None:
        self._lists: list[_List] = []
        self._mark: _Mark | None = None

    def open_list(self, element: etree._Element) -> None:
        """Enter a <ul> or <ol>."""
        form = inline_style(element).get("list-style-type", element.get("type", ""))
        ordered = element.tag == "ol"
        backwards = ordered and element.get("reversed") is not None
        first = sum(1 for _ in element.iterchildren("li")) if backwards else 1
        start = _integer(element.get("start"), first)
        self._lists.append(_List(ordered, form, start, -1 if backwards else 1))

    def close_list(self) -> None:
        """Leave a list."""
        self._lists.pop()
        self._mark = None

    def enter_item(self, element: etree._Element) -> None:
        """Enter an <li>; outside of a list it is one of a bulleted list."""
        inside = self._lists[-1] if self._lists else _List(False, "", 1, 1)
        form = inline_style(element).get("list-style-type", inside.form)
        number = _integer(element.get("value"), inside.next) if inside.ordered else 0
        inside.next = number + inside.step
        if form == "none":
            self._mark = None
        elif inside.ordered:
            self._mark = _Mark(f"{format_number(number, _FORMS.get(form, 'decimal'))}.", bullet=False)
        else:
            self._mark = _Mark(_DISC, bullet=True)

    def leave_item(self) -> None:
        """Leave an <li>: one without text shows nothing."""
        self._mark = None

    def take_word_mark(self, element: etree._Element) -> None:
        """Take the mark that Word writes out: <span style='mso-list:Ignore'>·<span>&nbsp;</span></span>."""
        text = text_inside(element)
        parent = element.getparent()
        fonts = [inline_style(each).get("font-family") for each in (element, parent) if each is not None]
        font = next((each.split(",")[0].strip(" \"'") for each in fonts if each), None)
        bullet = symbols.is_symbol_font(font) or text == "o" or not any(map(str.isalnum, text))
        self._mark = _Mark(symbols.bullet(text, font) if bullet else text, bullet)

    def marked(self, element: Element) -> Element:
        """Give the mark that is due to a block of text."""
        mark, self._mark = self._mark, None
        if mark is None or not mark.text:
            return element
        item = element.style.heading is None
        if mark.bullet:
            return replace(element, bullet=mark.text, item=item)
        number = f"{mark.text} "
        by = len(number)
        return replace(
            element,
            text=number + element.text,
            markers=tuple(
                replace(each, start=each.start + by, end=each.end + by) for each in element.markers
            ),
            origins=tuple(
                replace(each, start=each.start + by if n else 0, end=each.end + by)
                for n, each in enumerate(element.origins)
            ),
            item=item,
        )


def _integer(text: str | None, default: int) -> int:
    digits = (text or "").strip()
    return int(digits) if digits.removeprefix("-").isdecimal() and len(digits) <= _MOST_DIGITS else default
