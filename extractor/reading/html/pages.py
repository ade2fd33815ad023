"""Bytes of a web page → its tree: the encoding settled, entities resolved, comments and instructions gone."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import Final

import regex
from lxml import etree

from extractor.problems import Problem, ReadError
from extractor.reading.decoding import Decoded, decode, encoding_mark

_DECLARATION = regex.compile(rb"(?i)(?:charset|encoding)\s*=\s*[\"']?\s*(?P<name>[\w.:-]{2,40})")
_DECLARED_WITHIN: Final = 8_192

# Browsers read a page that declares Latin-1 as Windows-1252 (WHATWG Encoding Standard).
_ALIASES: Final = {"iso-8859-1": "windows-1252", "latin1": "windows-1252", "us-ascii": "windows-1252"}

_CONTROLS = regex.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Page:
    """The root of a page, the encoding it was in, and what was found on the way."""

    root: etree._Element
    encoding: str
    problems: tuple[Problem, ...]


def open_page(data: bytes, name: str) -> Page:
    """Decode and parse a page. Raises ReadError "encoding", "too_deep" or "empty"."""
    decoded = decode_page(data)
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    text = _CONTROLS.sub(" ", decoded.text)
    root = etree.HTML(text.encode("utf-8", errors="replace"), parser) if text.strip() else None
    if root is None:
        raise ReadError("empty", f"{name} is an empty page", "check that this is the right file")
    if any("depth" in str(entry.message) for entry in parser.error_log):
        raise ReadError(
            "too_deep",
            f"{name} nests its elements more than 2,048 levels deep, so its end cannot be read",
            "open the page in a browser and save it as PDF",
        )
    return Page(root, decoded.encoding, decoded.problems)


def decode_page(data: bytes) -> Decoded:
    """Decode by byte order mark, as UTF-8 where that fits, else as the page declares.

    Many pages declare another encoding than the one they were saved in; text in another encoding is hardly
    ever well-formed UTF-8.

    >>> decode_page(b'<meta charset="windows-1258">Ngh\\xea \\xd5n').text[-7:]
    'Nghê Ơn'
    """
    declaration = _DECLARATION.search(data, 0, _DECLARED_WITHIN)
    declared = declaration["name"].decode("ascii").lower() if declaration else "utf-8"
    encoding = _ALIASES.get(declared, declared)
    if encoding_mark(data) or encoding.startswith(("utf-8", "utf8", "utf-16", "unicode")) or _is_utf8(data):
        return decode(data)
    try:
        codecs.lookup(encoding)
        return Decoded(data.decode(encoding, errors="replace"), encoding)
    except (LookupError, ValueError) as error:
        raise ReadError(
            "encoding",
            f"the page declares the encoding {declared}, which is not known",
            "open it in a browser and save it as UTF-8",
        ) from error


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
