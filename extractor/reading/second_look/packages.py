"""The text of zipped documents by their tags alone: no tree, no styles, no numbering.

Each paragraph is taken from the markup with a pattern, so that what a walk over the tree leaves out by
mistake is seen here.
"""

from __future__ import annotations

import html
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final

import regex

from extractor.reading.limits import open_zip
from extractor.reading.second_look.counting import Count

_DOCX_PARTS = regex.compile(r"word/(?:document|footnotes|endnotes)\d*\.xml")

# What a Word document stores and does not show: the older twin of a drawing, deleted text, field codes,
# ruby, separator lines of notes.
_DOCX_UNSHOWN = regex.compile(
    r"""(?sx)
      <mc:Fallback>.*?</mc:Fallback>
    | <w:(?P<unshown>delText|instrText|delInstrText|rt|moveFrom)\b.*?</w:(?P=unshown)>
    | <w:(?:foot|end)note\b[^>]*\bw:type="(?:s|continuationS)eparator".*?</w:(?:foot|end)note>
    """
)
_DOCX_HIDDEN_RUN = regex.compile(r"(?s)<w:r\b[^>]*>\s*<w:rPr>(?:(?!</w:rPr>).)*?<w:vanish/>.*?</w:r>")
_DOCX_BREAKS = regex.compile(r"<(?=/w:p>|/m:oMath>|w:(?:tab|br|cr|ptab)\b)")
_DOCX_SIGNS: Final = (("<w:noBreakHyphen/>", "-"), ("<w:softHyphen/>", "\u00ad"))

_ODT_PARTS = regex.compile(r"content\.xml")
_ODT_UNSHOWN = regex.compile(
    r"(?s)<(?P<unshown>text:tracked-changes|office:annotation|text:note-citation|svg:title|svg:desc"
    r"|text:sequence-decls|office:automatic-styles|office:styles|office:scripts|office:font-face-decls"
    r"|presentation:notes)\b(?:[^>]*/>|.*?</(?P=unshown)>)"
)
_ODT_BREAKS = regex.compile(r"<(?=/text:(?:p|h)>|text:(?:tab|line-break|note|s)\b)")

_TAG = re.compile(r"<[^>]*>")


def look_at_docx(data: bytes) -> Count:
    """Count what a Word package shows. Raises ReadError."""
    return Count.of(text for markup in _markups(data, _DOCX_PARTS) for text in _docx_texts(markup))


def look_at_open_document(data: bytes) -> Count:
    """Count what an OpenDocument text or presentation shows. Raises ReadError."""
    return Count.of(text for markup in _markups(data, _ODT_PARTS) for text in _odt_texts(markup))


def _docx_texts(markup: str) -> list[str]:
    markup = _DOCX_UNSHOWN.sub("", markup)
    if "<w:vanish" in markup:
        markup = _DOCX_HIDDEN_RUN.sub("", markup)
    for tag, sign in _DOCX_SIGNS:
        markup = markup.replace(tag, sign)
    return _plain(_DOCX_BREAKS.sub(" <", markup))


def _odt_texts(markup: str) -> list[str]:
    return _plain(_ODT_BREAKS.sub(" <", _ODT_UNSHOWN.sub("", markup)))


def _plain(markup: str) -> list[str]:
    return [html.unescape(_TAG.sub("", markup))]


def _markups(data: bytes, parts: regex.Pattern[str]) -> Iterator[str]:
    with open_zip(data) as archive:
        for name in archive.namelist():
            if parts.fullmatch(name):
                try:
                    yield archive.read(name).decode("utf-8", "replace")
                except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError):
                    continue  # the reader has told of it
