"""Files converted by LibreOffice: the office that this process keeps, and what it gave checked."""

from __future__ import annotations

import atexit
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from extractor.reading.office.program import find_program
from extractor.reading.office.resident import OfficeError, Resident

# The largest report met took 20 seconds; a batch gives a file 300.
SECONDS = 120.0

# Then this process does without it: each try costs a start.
_MOST_FAILED_STARTS: Final = 2

_ZIP: Final = b"PK\x03\x04"


@dataclass(slots=True)
class _Keeper:
    """The office of one process; a forked child has its own."""

    process: int = 0
    resident: Resident | None = None
    failed_starts: int = 0


_keeper: Final = _Keeper()


def is_available() -> bool:
    """Whether LibreOffice is installed and, in this process, has started when it was asked to."""
    return find_program() is not None and _own().failed_starts < _MOST_FAILED_STARTS


def convert(
    data: bytes, extension: str, target: str, *, reads: str = "", seconds: float | None = None
) -> bytes:
    """Convert a file to a zipped format ("docx", "odp"); `reads` names LibreOffice's import filter.

    With a filter named, LibreOffice never takes a broken file for a text. Raises OfficeError when it gives
    nothing: it exits with 0 on bad files, too, so what counts is the file it wrote.
    """
    again = _own().resident is not None
    seconds = SECONDS if seconds is None else seconds
    try:
        return _convert(data, extension, target, reads, seconds)
    except OfficeError:
        if not again or _own().resident is not None or not is_available():
            raise
    return _convert(data, extension, target, reads, seconds)  # it may have ended for what it read before


def _convert(data: bytes, extension: str, target: str, reads: str, seconds: float) -> bytes:
    office = _office()
    with tempfile.TemporaryDirectory(dir=office.folder, ignore_cleanup_errors=True) as folder:
        source, out = Path(folder, f"report{extension}"), Path(folder, "out")
        source.write_bytes(data)
        out.mkdir()
        try:
            office.convert(source, target, out, reads=reads, seconds=seconds)
        except OfficeError:
            _keeper.resident = None
            raise
        written = next(out.iterdir(), None)
        content = written.read_bytes() if written is not None else b""
    if not content.startswith(_ZIP):
        raise OfficeError("LibreOffice could not open it")
    return content


def _own() -> _Keeper:
    if _keeper.process != os.getpid():
        _keeper.process, _keeper.resident, _keeper.failed_starts = os.getpid(), None, 0
    return _keeper


def _office() -> Resident:
    keeper = _own()
    if keeper.resident is not None and keeper.resident.worn:
        keeper.resident.stop()
        keeper.resident = None
    if keeper.resident is None:
        program = find_program()
        if program is None:
            raise OfficeError("LibreOffice is not installed")
        try:
            keeper.resident = Resident(program)
        except OfficeError:
            keeper.failed_starts += 1
            raise
    return keeper.resident


@atexit.register
def stop() -> None:
    """End the office of this process, if it has one."""
    keeper = _own()
    if keeper.resident is not None:
        keeper.resident.stop()
        keeper.resident = None
