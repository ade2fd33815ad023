"""Bounds on what one file may ask of the machine, and the two doors that keep them: zip and XML.

A hostile or broken file must end as one clear `ReadError`, not as a worker that is out of memory. Each
bound is far above what a real report needs and far below what a 2 GB worker can bear.
"""

from __future__ import annotations

import io
import zipfile
from typing import Final

from lxml import etree

from extractor.problems import ReadError

# The longest plain text to be read in one go is a concatenated archive of some 100 MB; decoded text and
# elements take about four times the size of the file.
MAX_FILE_BYTES: Final = 512 * 2**20

# A report with a photo on each page has some hundred parts; opening takes quadratic time in their number.
MAX_ARCHIVE_PARTS: Final = 5_000

# Photos hardly deflate, so a large report of 200 MB inflates to about as much.
MAX_ARCHIVE_BYTES: Final = 512 * 2**20

# A thousand pages make some 40 MB of XML; its tree takes ten times as much memory.
MAX_XML_BYTES: Final = 128 * 2**20

# Word's XML deflates 10 to 60 times; deflate itself ends at 1032. Small parts may be as regular as they like.
MAX_RATIO: Final = 250
RATIO_COUNTS_FROM: Final = 16 * 2**20

_ENCRYPTED_FLAG = 0x1


def open_zip(data: bytes) -> zipfile.ZipFile:
    """Open a zip whose directory promises no more than the bounds; nothing is inflated here.

    `zipfile` never inflates a part beyond the size its directory states, so the stated sizes bind.
    Raises ReadError "truncated", "encrypted" or "too_large".
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError) as error:
        raise ReadError(
            "truncated",
            f"the file begins like a zip package, but its directory at the end cannot be read ({error})",
            "copy or download the file again; it was probably cut off",
        ) from error
    _check_sizes(archive.infolist())
    if any(entry.flag_bits & _ENCRYPTED_FLAG for entry in archive.infolist()):
        raise ReadError(
            "encrypted",
            "the parts of the package are encrypted with a password",
            "unpack it with its password and save the document without one",
        )
    return archive


def _check_sizes(entries: list[zipfile.ZipInfo]) -> None:
    advice = "if the file is trusted, open it in Word or LibreOffice and save it again in smaller pieces"
    if len(entries) > MAX_ARCHIVE_PARTS:
        raise ReadError(
            "too_large", f"the package has {len(entries):,} parts, more than {MAX_ARCHIVE_PARTS:,}", advice
        )
    total = sum(entry.file_size for entry in entries)
    if total > MAX_ARCHIVE_BYTES:
        raise ReadError("too_large", f"the package would inflate to {total:,} bytes", advice)
    for entry in entries:
        if is_xml(entry.filename) and entry.file_size > MAX_XML_BYTES:
            raise ReadError(
                "too_large", f"{entry.filename} would inflate to {entry.file_size:,} bytes", advice
            )
        if entry.file_size > max(RATIO_COUNTS_FROM, MAX_RATIO * entry.compress_size):
            raise ReadError(
                "too_large",
                f"{entry.filename} would inflate from {entry.compress_size:,} to {entry.file_size:,} bytes",
                advice,
            )


def is_xml(part: str) -> bool:
    """Tell whether a part of a package is markup by its name.

    >>> is_xml("word/document.xml"), is_xml("_rels/.rels"), is_xml("word/media/image1.png")
    (True, True, False)
    """
    return part.lower().endswith((".xml", ".rels"))


def parse_xml(data: bytes, part: str) -> etree._Element:
    """Parse one part of a package: no entities, no network, nesting of at most 256 levels.

    Raises ReadError "unsafe" for a document type declaration (no Office program writes one; it is where
    entity bombs live), "too_deep" and "damaged".
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if "depth" in str(error):
            raise ReadError(
                "too_deep",
                f"{part} is nested more than 256 levels deep",
                "no program writes such a document; check where the file comes from",
            ) from error
        if "entity" in str(error) and ("amplification" in str(error) or "loop" in str(error)):
            raise _unsafe(part) from error
        raise ReadError(
            "damaged",
            f"{part} is not well-formed XML ({error})",
            "open the file in Word or LibreOffice, let it repair the document, and save it again",
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _unsafe(part)
    return root


def _unsafe(part: str) -> ReadError:
    return ReadError(
        "unsafe",
        f"{part} declares a document type, which may hide an entity bomb",
        "no Office program writes one: check where the file comes from, then save it again in Word",
    )
