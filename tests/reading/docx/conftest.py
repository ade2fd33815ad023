"""Word packages built from the XML that a test is about."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from extractor.elements import Element, Reading, Role
from extractor.reading.docx import read_elements

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "settings": "settings",
    "header": "hdr",
    "footer": "ftr",
    "theme": "theme",
}
Maker = Callable[..., bytes]


def build(body: str, *, main_type: str = MAIN_TYPE, **parts: str) -> bytes:
    """Build a package of a body and the content of other parts, each related as "r" + its name."""
    related = "".join(
        f'<Relationship Id="r{name}" Type="{OFFICE}/{name.rstrip("0123456789")}" Target="{name}.xml"/>'
        for name in parts
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main_type}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1"'
        f' Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f"{related}</Relationships>",
        "word/document.xml": f"<w:document {DECLARED}><w:body>{body}</w:body></w:document>",
    }
    for name, content in parts.items():
        root = ROOTS[name.rstrip("0123456789")]
        files[f"word/{name}.xml"] = f"<w:{root} {DECLARED}>{content}</w:{root}>"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


@pytest.fixture(scope="session")
def make_docx() -> Maker:
    return build


@pytest.fixture(scope="session")
def read_docx() -> Callable[..., Reading]:
    """Build a package and read it."""
    return lambda body, **parts: read_elements(build(body, **parts), "bao-cao.docx")


@pytest.fixture(scope="session")
def texts_of() -> Callable[..., list[str]]:
    """Build a package and return the texts of its paragraphs."""

    def texts(body: str, **parts: str) -> list[str]:
        elements = read_elements(build(body, **parts), "bao-cao.docx").elements
        return [element.text for element in elements if element.role is Role.TEXT]

    return texts


@pytest.fixture(scope="session")
def table_of() -> Callable[..., Element]:
    """Build a package and return its first table."""

    def table(body: str, **parts: str) -> Element:
        elements = read_elements(build(body, **parts), "bao-cao.docx").elements
        return next(element for element in elements if element.role is Role.TABLE)

    return table
