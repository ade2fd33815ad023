"""The package layer of a Word file: python-docx finds the parts and what each is to the document.

python-docx stops at packages that Word opens all the same: a relation to a part that is not there, a part
without a content type. Such a package is first brought to the form that it asks for.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from posixpath import basename, dirname
from typing import IO, Final, Protocol, Self, cast

import regex
from docx.opc.packuri import PackURI
from docx.opc.pkgreader import PackageReader
from lxml import etree

from extractor.problems import ReadError
from extractor.reading.limits import is_xml, open_zip, parse_xml


class _Related(Protocol):
    is_external: bool
    reltype: str
    rId: str  # noqa: N815 - python-docx's name
    target_partname: str


class _Reader(Protocol):
    """What python-docx's reader of packages offers; it has no types of its own."""

    def iter_sparts(self) -> Iterator[tuple[str, str, str, bytes]]: ...
    def iter_srels(self) -> Iterator[tuple[str, _Related]]: ...


_open = cast(Callable[[IO[bytes]], _Reader], PackageReader.from_file)

# ISO/IEC 29500 Strict has the same vocabulary under other names.
_STRICT = b"http://purl.oclc.org/ooxml/"
_STRICT_NAME = regex.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/(\w+)")
_TRANSITIONAL_NAME = rb"http://schemas.openxmlformats.org/\1/2006/\2"

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_RELATIONS_OF_PACKAGE = "_rels/.rels"
_CONTENT_TYPES = "[Content_Types].xml"
_MAIN_PART = "word/document.xml"
_MAIN_RELATION = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="rId1"'
    b' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    b' Target="word/document.xml"/></Relationships>'
)
_BROKEN: Final = (
    KeyError,
    ValueError,
    OSError,
    RuntimeError,
    AttributeError,
    EOFError,
    zlib.error,
    zipfile.BadZipFile,
    etree.XMLSyntaxError,
)


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part is to the document ("footnotes", "header") and its name ("word/header1.xml")."""

    kind: str
    part: str


@dataclass(frozen=True, slots=True)
class Package:
    """The markup of a Word file by part, and the relations of its main part by their ids."""

    main: str
    parts: dict[str, bytes]
    relations: dict[str, Relation]

    @classmethod
    def from_reader(cls, reader: _Reader) -> Self:
        """Take what the walk needs from python-docx."""
        parts = {name.lstrip("/"): blob for name, _, _, blob in reader.iter_sparts() if is_xml(name)}
        main, relations = "", {}
        for source, relation in reader.iter_srels():
            if relation.is_external:
                continue
            kind, part = basename(relation.reltype), relation.target_partname.lstrip("/")
            if source == "/" and kind == "officeDocument":
                main = part
            elif source.lstrip("/") == main:
                relations[relation.rId] = Relation(kind, part)
        if not main:
            raise KeyError("no relation of the package leads to a document")
        return cls(main, parts, relations)

    def root(self, part: str) -> etree._Element:
        """Parse a part, in transitional names. Raises ReadError."""
        content = self.parts[part]
        if _STRICT in content:
            content = _STRICT_NAME.sub(_TRANSITIONAL_NAME, content)
        return parse_xml(content, part)

    def related(self, kind: str) -> tuple[str, etree._Element] | None:
        """Return name and root of the first part that is `kind` to the document ("styles", "footnotes")."""
        part = next((relation.part for relation in self.relations.values() if relation.kind == kind), None)
        return (part, self.root(part)) if part else None


def open_package(data: bytes) -> Package:
    """Open a .docx, .docm or .dotx. Raises ReadError "truncated", "too_large", "encrypted" or "damaged"."""
    with open_zip(data) as archive:
        try:
            return Package.from_reader(_open(io.BytesIO(data)))
        except _BROKEN:
            pass
        try:
            return Package.from_reader(_open(_mended(archive)))
        except _BROKEN as error:
            raise ReadError(
                "damaged",
                f"the package has no readable document in it ({error})",
                "open the file in Word or LibreOffice, let it repair the document, and save it again",
            ) from error


def _mended(archive: zipfile.ZipFile) -> io.BytesIO:
    """Copy the markup of a package with a type for each part and only the relations that lead to one."""
    names = {name for name in archive.namelist() if is_xml(name)} - {_CONTENT_TYPES}
    mended = io.BytesIO()
    with zipfile.ZipFile(mended, "w", zipfile.ZIP_STORED) as copy:
        copy.writestr(_CONTENT_TYPES, _content_types(names))
        for name in names:
            content = archive.read(name)
            copy.writestr(name, _live_relations(content, name, names) if name.endswith(".rels") else content)
        if _RELATIONS_OF_PACKAGE not in names and _MAIN_PART in names:
            copy.writestr(_RELATIONS_OF_PACKAGE, _MAIN_RELATION)
    mended.seek(0)
    return mended


def _content_types(names: set[str]) -> bytes:
    """Write one type for all: python-docx asks for a type, and nothing here depends on it."""
    extensions = sorted({name.rpartition(".")[2] for name in names})
    defaults = "".join(f'<Default Extension="{each}" ContentType="application/xml"/>' for each in extensions)
    namespace = "http://schemas.openxmlformats.org/package/2006/content-types"
    return f'<Types xmlns="{namespace}">{defaults}</Types>'.encode()


def _live_relations(content: bytes, name: str, names: set[str]) -> bytes:
    """Drop the relations of the part "word/_rels/document.xml.rels" that lead nowhere."""
    root = parse_xml(content, name)
    base = "/" + dirname(dirname(name))
    for relation in root.findall(_RELATIONSHIP):
        target = PackURI.from_rel_ref(base, relation.get("Target", "")).lstrip("/")
        if relation.get("TargetMode") != "External" and target not in names:
            root.remove(relation)
    return etree.tostring(root)
