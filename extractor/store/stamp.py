"""Which extractor made the rows: rows of another one are made again, those of the same one are left alone."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from extractor.settings import Ocr

_PACKAGES = Path(__file__).parents[2]
_RULES = ("patterns", "extractor")
# What makes no rows of one report; when the rules across reports change, these are compared anew, not read anew.
_WITHOUT_EFFECT = tuple(Path("extractor", room) for room in ("cli", "running", "linting", "cross_checks"))
_MISSED = "+missed="


@dataclass(frozen=True, slots=True)
class Stamp:
    """The extractor's version and the digest of its rules and vocabularies."""

    version: str
    configuration: str

    def without(self, missed: Collection[str]) -> Stamp:
        """The stamp of a report that was read without engines that would have read it better.

        >>> Stamp("0.1.0", "3f2a").without(["libreoffice"]).configuration
        '3f2a+missed=libreoffice'
        """
        listed = ",".join(sorted(missed))
        return replace(self, configuration=f"{self.configuration}{_MISSED}{listed}") if listed else self

    def would_be_as(self, present: Stamp, installed: Collection[str]) -> bool:
        """Whether the present program would make the same of a report: none that it missed is installed now.

        >>> stored = Stamp("0.1.0", "3f2a+missed=libreoffice")
        >>> stored.would_be_as(Stamp("0.1.0", "3f2a"), ()), stored.would_be_as(Stamp("0.1.0", "3f2a"), ["libreoffice"])
        (True, False)
        """
        configuration, _, missed = self.configuration.partition(_MISSED)
        same = replace(self, configuration=configuration) == present
        return same and not set(missed.split(",")).intersection(installed)


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
