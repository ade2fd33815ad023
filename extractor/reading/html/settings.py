"""What an element's tag, attributes and inline style say of how its text is set and what it is for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import regex
from lxml import etree

# Elements that begin and end a block of text.
# fmt: off
BLOCKS: Final = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
    "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "nav", "ol", "p", "pre",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))

# Elements whose text is no part of the page.
DROPPED: Final = frozenset((
    "audio", "button", "canvas", "datalist", "del", "embed", "head", "iframe", "input", "map",
    "noembed", "noframes", "noscript", "object", "rp", "rt", "script", "select", "style", "svg",
    "template", "textarea", "video", "xml",
))
# fmt: on

_FURNITURE: Final = frozenset(("aside", "footer", "header", "nav"))
_FURNITURE_ROLES: Final = frozenset(("banner", "complementary", "contentinfo", "navigation", "search"))
_BOLD: Final = frozenset(("b", "strong", "th"))
_ITALIC: Final = frozenset(("em", "i"))
HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SETTING: Final = _FURNITURE | _BOLD | _ITALIC | HEADINGS | {"center", "pre", "sup"}

_HIDDEN_STYLE = regex.compile(
    r"(?i)(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)"
)
_DECLARATION = regex.compile(r"(?P<name>[\w-]+)\s*:\s*(?P<value>[^;]+)")
_POINTS = regex.compile(r"(?P<number>\d+(?:\.\d+)?)pt")
_PAGE_PARTS: Final = {"header", "footer"}
_ALIGNMENTS: Final = {
    "left": "left",
    "start": "left",
    "center": "center",
    "right": "right",
    "end": "right",
    "justify": "justify",
}
_BOLD_FROM: Final = 600


@dataclass(frozen=True, slots=True)
class Setting:
    """How text inside an element is set. `size` is in points, `heading` from 1."""

    bold: bool = False
    italic: bool = False
    raised: bool = False
    capitals: bool = False
    preformatted: bool = False
    furniture: bool = False
    heading: int | None = None
    align: str | None = None
    size: float | None = None


def inline_style(element: etree._Element) -> dict[str, str]:
    """Read the style attribute of an element, names and values in lower case."""
    style = element.get("style")
    if not style:
        return {}
    return {each["name"].lower(): each["value"].strip().lower() for each in _DECLARATION.finditer(style)}


def is_hidden(element: etree._Element) -> bool:
    """Tell whether the element says itself that it is not shown."""
    return element.get("hidden") is not None or bool(_HIDDEN_STYLE.search(element.get("style", "")))


def text_inside(element: etree._Element) -> str:
    """Return all text in an element, without white space around it."""
    return "".join(str(text) for text in element.itertext()).strip()


def settle(element: etree._Element, outer: Setting) -> Setting:
    """Work out the setting inside an element from that around it."""
    tag, style = str(element.tag), inline_style(element)
    if not element.attrib and tag not in _SETTING:
        return outer
    align = style.get("text-align") or element.get("align", "").lower()
    weight, slope = style.get("font-weight"), style.get("font-style")
    size = _POINTS.fullmatch(style.get("font-size", ""))
    return replace(
        outer,
        bold=_is_bold_weight(weight) if weight else outer.bold or tag in _BOLD,
        italic=slope in ("italic", "oblique") if slope else outer.italic or tag in _ITALIC,
        raised=outer.raised or tag == "sup" or style.get("vertical-align") == "super",
        capitals=outer.capitals or style.get("text-transform") == "uppercase",
        preformatted=outer.preformatted or tag == "pre",
        furniture=outer.furniture or _is_furniture(element, style),
        heading=int(tag[1]) if tag in HEADINGS else outer.heading,
        align=_ALIGNMENTS.get(align or tag, outer.align),
        size=float(size["number"]) if size else outer.size,
    )


def _is_bold_weight(weight: str) -> bool:
    return weight in ("bold", "bolder") or (weight.isdecimal() and int(weight) >= _BOLD_FROM)


def _is_furniture(element: etree._Element, style: dict[str, str]) -> bool:
    """Tell the parts around a page's text; a header inside an article is the article's own title."""
    if style.get("mso-element") in _PAGE_PARTS or element.get("role", "").lower() in _FURNITURE_ROLES:
        return True
    if element.tag in ("header", "footer"):
        return next(element.iterancestors("article", "main"), None) is None
    return element.tag in _FURNITURE
