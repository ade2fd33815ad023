"""From a path to the bytes of one ordinary file, or a `ReadError` that says what stands there instead."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from extractor.problems import ReadError
from extractor.reading.limits import MAX_FILE_BYTES


def load(path: Path) -> bytes:
    """Return the content of a file.

    Raises ReadError "missing", "broken_link", "not_a_file", "unreadable", "too_large" or "empty".
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # a named pipe would block the worker for ever
            raise _not_a_file(path, status.st_mode)
        if status.st_size > MAX_FILE_BYTES:
            raise ReadError(
                "too_large",
                f"{path} has {status.st_size:,} bytes, more than {MAX_FILE_BYTES:,}",
                "split the file into its reports",
            )
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise _missing(path) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise ReadError(
            "unreadable",
            f"{path!s} cannot be opened: {error}",
            "check the path, the permissions and the disk",
        ) from error
    if not data:
        raise ReadError("empty", f"{path} has no content (0 bytes)", "copy or download the file again")
    return data


def _missing(path: Path) -> ReadError:
    if path.is_symlink():
        return ReadError(
            "broken_link",
            f"{path} is a link to {os.readlink(path)}, which does not exist",  # noqa: PTH115 - as the link says
            "restore the file that it points to, or remove the link",
        )
    return ReadError("missing", f"there is no file {path}", "check the path")


def _not_a_file(path: Path, mode: int) -> ReadError:
    if stat.S_ISDIR(mode):
        return ReadError("not_a_file", f"{path} is a directory", "give the files in it")
    return ReadError("not_a_file", f"{path} is a device or a pipe, not a file", "give an ordinary file")
