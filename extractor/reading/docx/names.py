"""Qualified names of WordprocessingML, spelled out once: the walk compares tags, never prefixes."""

from __future__ import annotations

from typing import Final

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
V: Final = "{urn:schemas-microsoft-com:vml}"
A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

VAL: Final = W + "val"
ID: Final = W + "id"
TYPE: Final = W + "type"

# Blocks
P: Final = W + "p"
TBL: Final = W + "tbl"
TR: Final = W + "tr"
TC: Final = W + "tc"
SECT_PR: Final = W + "sectPr"
ALT_CHUNK: Final = W + "altChunk"

# Properties
P_PR: Final = W + "pPr"
R_PR: Final = W + "rPr"
TBL_PR: Final = W + "tblPr"
TR_PR: Final = W + "trPr"
TC_PR: Final = W + "tcPr"
SDT_PR: Final = W + "sdtPr"
R_STYLE: Final = W + "rStyle"
P_STYLE: Final = W + "pStyle"
NUM_PR: Final = W + "numPr"

# How a run or paragraph is painted, spelled and bookmarked: half of all elements, and no part of the text.
UNREAD: Final = (
    W + "autoSpaceDE",
    W + "autoSpaceDN",
    W + "bCs",
    W + "bookmarkEnd",
    W + "bookmarkStart",
    W + "color",
    W + "contextualSpacing",
    W + "highlight",
    W + "iCs",
    W + "keepLines",
    W + "keepNext",
    W + "kern",
    W + "lang",
    W + "noProof",
    W + "pBdr",
    W + "proofErr",
    W + "shd",
    W + "snapToGrid",
    W + "spacing",
    W + "szCs",
    W + "tabs",
    W + "u",
    W + "w",
    W + "widowControl",
)

# Runs
RUN: Final = W + "r"
TEXT: Final = W + "t"
MATH_TEXT: Final = M + "t"
TAB: Final = W + "tab"
PTAB: Final = W + "ptab"
BREAK: Final = W + "br"
CARRIAGE_RETURN: Final = W + "cr"
NO_BREAK_HYPHEN: Final = W + "noBreakHyphen"
SOFT_HYPHEN: Final = W + "softHyphen"
SYMBOL: Final = W + "sym"
RENDERED_PAGE_BREAK: Final = W + "lastRenderedPageBreak"
FOOTNOTE_REFERENCE: Final = W + "footnoteReference"
ENDNOTE_REFERENCE: Final = W + "endnoteReference"
FOOTNOTE_LABEL: Final = W + "footnoteRef"
ENDNOTE_LABEL: Final = W + "endnoteRef"
FIELD_CHARACTER: Final = W + "fldChar"
FIELD_CODE: Final = W + "instrText"
PHONETIC_GUIDE: Final = W + "rt"

# Revisions
DELETED: Final = W + "del"
MOVED_AWAY: Final = W + "moveFrom"
DELETED_TEXT: Final = W + "delText"
DELETED_CODE: Final = W + "delInstrText"

# Drawings
ALTERNATE_CONTENT: Final = MC + "AlternateContent"
CHOICE: Final = MC + "Choice"
FALLBACK: Final = MC + "Fallback"
TEXT_BOX: Final = W + "txbxContent"
EMBEDDED_OBJECT: Final = W + "object"
GRAPHIC_DATA: Final = A + "graphicData"
PICTURE: Final = A + "blip"
VML_PICTURE: Final = V + "imagedata"
WORD_ART: Final = V + "textpath"
