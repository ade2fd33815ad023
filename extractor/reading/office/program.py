"""LibreOffice as it is installed here: where its command is and which version it has."""

from __future__ import annotations

import os
import shutil
from functools import lru_cache
from pathlib import Path
from typing import Final

import regex

_COMMANDS: Final = ("soffice", "libreoffice")
_VERSION = regex.compile(r"(?m)^(?:AboutBoxVersion=|ProductKey=LibreOffice )(?P<version>[\d.]+)")
_VERSION_FILES: Final = ("versionrc", "bootstraprc")


def find_program() -> str | None:
    """Return the path of LibreOffice's command; None where it is not installed or cannot be guarded.

    Processes are started and ended in groups, which only POSIX systems have.
    """
    if os.name != "posix":
        return None
    return next((path for command in _COMMANDS if (path := shutil.which(command))), None)


@lru_cache(maxsize=8)
def describe(program: str) -> str:
    """Return name and version ("LibreOffice 7.4") from the files beside the program, without starting it."""
    folder = Path(program).resolve().parent
    for name in _VERSION_FILES:
        try:
            match = _VERSION.search((folder / name).read_text("utf-8", errors="replace"))
        except OSError:
            continue
        if match:
            return f"LibreOffice {match['version']}"
    return "LibreOffice"
