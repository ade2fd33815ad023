"""CSV: one row a finding, for spreadsheets."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

from extractor.linting.formats.json import record
from extractor.linting.linted import LintedReport
from extractor.settings import Language

COLUMNS = (
    *("path", "page", "line", "section", "rule", "severity", "basis", "raw", "message", "expected", "found"),
    *("related", "fix", "waived", "start", "end", "document"),
)


def write(reports: Iterable[LintedReport], language: Language, out: TextIO) -> None:
    """Write a head and a row a finding; related places are listed in one cell."""
    writer = csv.DictWriter(out, COLUMNS, extrasaction="ignore")
    writer.writeheader()
    for report in reports:
        for one in report.told:
            values = record(report, one, language)
            places = (f"{place}: {_one_line(place.raw)}" for _, place in one.related)
            fix = values["fix"] and values["fix"]["replacement"]
            writer.writerow(
                values | {"raw": _one_line(values["raw"]), "related": "; ".join(places), "fix": fix}
            )


def _one_line(text: str) -> str:
    return " ".join(text.split())
