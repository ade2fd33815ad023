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

PARAGRAPHS: Final = frozenset({TEXT + "p", TEXT + "h"})

BLOCKS: Final = frozenset({*PARAGRAPHS, TEXT + "list", TABLE + "table", TEXT + "section"})

DRAWN: Final = frozenset(
    DRAW + name
    for name in (
        "a",
        "caption",
        "circle",
        "connector",
        "custom-shape",
        "ellipse",
        "frame",
        "g",
        "image",
        "line",
        "measure",
        "object",
        "object-ole",
        "path",
        "polygon",
        "polyline",
        "rect",
        "regular-polygon",
        "text-box",
    )
)


# Declarations, deleted text, templates of indexes, the readings of ruby, titles of pictures.
SKIPPED: Final = frozenset(
    {
        *(
            TEXT + name
            for name in (
                "tracked-changes",
                "sequence-decls",
                "variable-decls",
                "user-field-decls",
                "dde-connection-decls",
                "alphabetical-index-auto-mark-file",
                "table-of-content-source",
                "illustration-index-source",
                "table-index-source",
                "object-index-source",
                "user-index-source",
                "alphabetical-index-source",
                "bibliography-source",
                "ruby-text",
                "note-citation",
                "hidden-paragraph",
            )
        ),
        OFFICE + "forms",
        OFFICE + "event-listeners",
        TABLE + "table-column",
        TABLE + "table-columns",
        SVG + "title",
        SVG + "desc",
        STYLE + "style",
    }
)
