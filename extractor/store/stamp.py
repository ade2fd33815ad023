"""Which extractor made the rows: rows of another one are made again, those of the same one are left alone."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from extractor.settings import Ocr

_PACKAGES = Path(__file__).parents[2]
_RULES = ("patterns", "extractor")
# What makes no rows of one report; when the rules across reports change, these are compared anew, not read anew.
_WITHOUT_EFFECT = tuple(Path("extractor", room) for room in ("cli", "running", "linting", "cross_checks"))


@dataclass(frozen=True, slots=True)
class Stamp:
    """The extractor's version and the digest of its rules and vocabularies."""

    version: str
    configuration: str


@cache
def present_stamp(ocr: Ocr = Ocr.AUTO) -> Stamp:
    """The stamp of this program as it is; files read with another choice of OCR are read again.

    The digest covers its modules and data files, for whoever adds a word to a vocabulary wants the archive
    read again, and whoever changes nothing wants a re-run for free.
    """
    digest = hashlib.sha256()
    for path in _rule_files():
        digest.update(path.relative_to(_PACKAGES).as_posix().encode())
        digest.update(path.read_bytes())
    chosen = "" if ocr is Ocr.AUTO else f"+ocr={ocr}"
    return Stamp(program_version(), digest.hexdigest()[:16] + chosen)


def program_version() -> str:
    """The installed version ("0.1.0")."""
    try:
        return version("baocao")
    except PackageNotFoundError:  # run from a checkout that is not installed
        return "0+unknown"


def _rule_files() -> list[Path]:
    found = (
        path
        for package in _RULES
        for path in (_PACKAGES / package).rglob("*")
        if path.suffix in (".py", ".toml")
    )
    return sorted(
        path for path in found if not any(path.is_relative_to(_PACKAGES / part) for part in _WITHOUT_EFFECT)
    )
