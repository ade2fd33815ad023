"""The formats that findings are written in, one module each; text for people is the command line's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TextIO

from extractor.linting.formats import csv, json, patch, sarif
from extractor.linting.linted import LintedReport
from extractor.settings import Language

Writer = Callable[[Iterable[LintedReport], Language, TextIO], None]

WRITERS: Mapping[str, Writer] = {
    "json": json.write,
    "sarif": sarif.write,
    "csv": csv.write,
    "diff": patch.write,
}
