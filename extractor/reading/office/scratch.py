"""A folder for files that libraries want on the disk, gone when this process ends, however it ends."""

from __future__ import annotations

import atexit
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from extractor.reading.office.guard import Guard


@dataclass(slots=True)
class _Scratch:
    """The folder of one process; a forked child has its own."""

    process: int = 0
    folder: Path | None = None
    guard: Guard | None = None


_scratch: Final = _Scratch()


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """Give an empty folder, removed with what is in it afterwards."""
    with tempfile.TemporaryDirectory(dir=_base(), prefix="baocao-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def _base() -> Path | None:
    if os.name != "posix":
        return None
    if _scratch.process != os.getpid() or _scratch.folder is None or not _scratch.folder.exists():
        _scratch.process = os.getpid()
        _scratch.folder = Path(tempfile.mkdtemp(prefix="baocao-scratch-"))
        _scratch.guard = Guard(_scratch.folder)
    return _scratch.folder


@atexit.register
def remove() -> None:
    """Remove the folder of this process, if it has one."""
    if _scratch.process == os.getpid() and _scratch.guard is not None:
        _scratch.guard.release()
        _scratch.folder = _scratch.guard = None
