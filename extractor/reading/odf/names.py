"""Qualified names of OpenDocument, spelled out once."""

from __future__ import annotations

from typing import Final

_BASE: Final = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE: Final = "{" + _BASE + "office:1.0}"
TEXT: Final = "{" + _BASE + "text:1.0}"
TABLE: Final = "{" + _BASE + "table:1.0}"
STYLE: Final = "{" + _BASE + "style:1.0}"
DRAW: Final = "{" + _BASE + "drawing:1.0}"
PRESENTATION: Final = "{" + _BASE + "presentation:1.0}"
FO: Final = "{" + _BASE + "xsl-fo-compatible:1.0}"
SVG: Final = "{" + _BASE + "svg-compatible:1.0}"
XML_ID: Final = "{http://www.w3.org/XML/1998/namespace}id"
