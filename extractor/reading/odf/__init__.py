"""OpenDocument texts (.odt) and presentations (.odp).

Their markup is brought to Word's and read by the Word reader: fonts through automatic styles, lists with
their numbers, notes, merged cells and text boxes once each, tracked deletions gone. The tree is walked with
lxml rather than loaded with odfpy, which takes forty times as long and has no bounds.
"""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import replace
from importlib.metadata import version
from typing import Final

from lxml import etree

from extractor.elements import Reading
from extractor.problems import ReadError
from extractor.reading import docx
from extractor.reading.limits import open_zip, parse_xml
from extractor.reading.odf.names import DRAW, OFFICE, STYLE
from extractor.reading.odf.styles import Styles
from extractor.reading.odf.walking import Walk
from extractor.reading.word_markup import WordMarkup

PARSER: Final = f"lxml {version('lxml')}"

_CONTENT: Final = "content.xml"
_STYLES: Final = "styles.xml"
_MANIFEST: Final = "META-INF/manifest.xml"
_FURNITURE: Final = ("header", "header-left", "header-first", "footer", "footer-left", "footer-first")


def read_elements(data: bytes, name: str) -> Reading:
    """Read an OpenDocument text or presentation. Raises ReadError."""
    parts = _parts(data, name)
    content = parse_xml(parts[_CONTENT], _CONTENT)
    shared = parse_xml(parts[_STYLES], _STYLES) if _STYLES in parts else None
    markup = WordMarkup()
    if shared is not None:
        _write_furniture(shared, markup)
    walk = Walk(markup, _styles(shared, content))
    body = content.find(OFFICE + "body")
    form = "odt"
    for child in body if body is not None else ():
        if child.tag == OFFICE + "presentation":
            form = "odp"
            markup.body += [
                walk.slide(page, turns=n > 0) for n, page in enumerate(child.iterfind(DRAW + "page"))
            ]
        else:
            markup.body.append(walk.blocks(child))
    return replace(docx.read_elements(markup.package(), name), format=form, parser=PARSER)


def _parts(data: bytes, name: str) -> dict[str, bytes]:
    with open_zip(data) as archive:
        try:
            found = set(archive.namelist())
            wanted: tuple[str, ...] = (_CONTENT, _STYLES, _MANIFEST)
            parts = {each: archive.read(each) for each in wanted if each in found}
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
            raise _damaged(name, str(error)) from error
    if b"encryption-data" in parts.get(_MANIFEST, b""):
        raise ReadError(
            "encrypted",
            f"{name} is encrypted with a password",
            "open it in LibreOffice with its password and save it without one",
        )
    if _CONTENT not in parts:
        raise _damaged(name, f"it has no {_CONTENT}")
    return parts


def _damaged(name: str, reason: str) -> ReadError:
    return ReadError(
        "damaged",
        f"the package {name} has no readable document in it ({reason})",
        "open it in LibreOffice, let it repair the document, and save it again",
    )


def _styles(shared: etree._Element | None, own: etree._Element) -> Styles:
    styles = Styles()
    if shared is not None:
        styles.add(shared, automatic=False)
    styles.add(own, automatic=True)
    return styles


def _write_furniture(shared: etree._Element, markup: WordMarkup) -> None:
    """Write the headers and footers of all page styles; their automatic styles stand beside them."""
    styles = Styles()
    styles.add(shared, automatic=True)
    walk = Walk(markup, styles)
    for kind in _FURNITURE:
        target = markup.headers if kind.startswith("header") else markup.footers
        for element in shared.iterfind(f"{OFFICE}master-styles/{STYLE}master-page/{STYLE}{kind}"):
            target.append(walk.blocks(element))
