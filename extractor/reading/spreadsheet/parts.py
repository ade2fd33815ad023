"""The parts of an .xlsx and how they are related."""

from __future__ import annotations

import posixpath
import zipfile
from typing import Final

import regex
from lxml import etree

from extractor.reading.limits import parse_xml

S: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

_STRICT = regex.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/(\w+)")
_TRANSITIONAL: Final = rb"http://schemas.openxmlformats.org/\1/2006/\2"


def relations(archive: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Return the relations of a part by id: type and target."""
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    if path not in archive.namelist():
        return {}
    return {
        each.get("Id", ""): (each.get("Type", ""), _joined(folder, each.get("Target", "")))
        for each in parse(archive, path)
        if each.get("TargetMode") != "External"
    }


def _joined(folder: str, target: str) -> str:
    return target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))


def target(relations: dict[str, tuple[str, str]], kind: str) -> str:
    """Return the part to which a relation of a kind leads, "" where there is none."""
    return next((target for type_, target in relations.values() if type_.endswith(kind)), "")


def parse(archive: zipfile.ZipFile, part: str) -> etree._Element:
    """Parse a part. Raises ReadError."""
    return parse_xml(content(archive, part), part)


def content(archive: zipfile.ZipFile, part: str) -> bytes:
    """Return a part, in transitional names."""
    return _STRICT.sub(_TRANSITIONAL, archive.read(part))


def is_on(attribute: str | None) -> bool:
    """Whether an attribute says yes."""
    return attribute in ("1", "true")


def whole(text: str | None, default: int) -> int:
    """Read a whole number, or take the default."""
    return int(text) if text and text.isdecimal() and len(text) < 9 else default
