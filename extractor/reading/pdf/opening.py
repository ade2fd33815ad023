"""Opens a PDF file, or says why it cannot be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2
import pypdfium2.raw as raw

from extractor.problems import Problem, ReadError

MAX_BYTES = 100 * 1024 * 1024
"""A hundred scanned pages have some 50 MB; PDFium needs 20 s and more to search a larger broken file."""
MAX_PAGES = 3_000
"""A province's yearbook has some 700 pages; a file of more pages than this is no report."""

_NO_PAGES = re.compile(rb"/Kids\s*\[\s*\]")
# Readers look for "%PDF-" and "%%EOF" within these (ISO 32000-1, annex H).
_HEAD_BYTES, _TAIL_BYTES = 1024, 4096


@contextmanager
def open_document(data: bytes, name: str) -> Iterator[pypdfium2.PdfDocument]:
    """Open a document and close it again.

    Raises:
        ReadError: "empty", "unsupported", "encrypted", "truncated" or "too_large".
    """
    _check_bytes(data, name)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _refusal(error, data, name) from error
    try:
        _check_pages(raw.FPDF_GetPageCount(document), name)
        yield document
    finally:
        document.close()


def ending_problems(data: bytes) -> list[Problem]:
    """Tell of a file that breaks off, though its pages can still be found."""
    if _has_end(data):
        return []
    return [
        Problem(
            "truncated",
            "The file breaks off: its end mark %%EOF is missing, so pages or parts of pages may be lost.",
            "Fetch the file again from its source and read it anew.",
        )
    ]


def _has_end(data: bytes) -> bool:
    return b"%%EOF" in data[-_TAIL_BYTES:]


def _check_bytes(data: bytes, name: str) -> None:
    if not data[:_HEAD_BYTES].strip(b"\x00\r\n\t "):
        raise ReadError("empty", f"{name} holds no data.", "Fetch the file again from its source.")
    if len(data) > MAX_BYTES:
        raise ReadError(
            "too_large",
            f"{name} has {len(data) >> 20} MB; PDF files are read up to {MAX_BYTES >> 20} MB.",
            "Split the file, or save it with smaller pictures.",
        )
    if b"%PDF-" not in data[:_HEAD_BYTES]:
        raise ReadError(
            "unsupported",
            f"{name} is no PDF file: it does not begin with %PDF-.",
            "Check what kind of file it is.",
        )


def _check_pages(count: int, name: str) -> None:
    if count <= 0:
        raise _no_pages(name)
    if count > MAX_PAGES:
        raise ReadError(
            "too_large", f"{name} has {count} pages; files of up to {MAX_PAGES} are read.", "Split the file."
        )


def _no_pages(name: str) -> ReadError:
    return ReadError("empty", f"{name} holds no pages.", "Fetch the file again from its source.")


def _refusal(error: pypdfium2.PdfiumError, data: bytes, name: str) -> ReadError:
    """Say why PDFium will not open a file; of one without pages its code says nothing, or what it said before."""
    if _NO_PAGES.search(data[:_HEAD_BYTES]):
        return _no_pages(name)
    if error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
        return ReadError(
            "encrypted",
            f"{name} is protected with a password.",
            "Ask the sender for an open copy, or save it without a password.",
        )
    what = "is damaged" if _has_end(data) else "breaks off before its end"
    return ReadError(
        "truncated", f"{name} {what}: no page of it can be opened.", "Fetch the file again from its source."
    )
