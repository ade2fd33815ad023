"""JSON: one list of findings, each with all that is known of it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any, TextIO

from extractor.linting.linted import LintedReport, Place, Told
from extractor.settings import Language


def write(reports: Iterable[LintedReport], language: Language, out: TextIO) -> None:
    """Write a list with an object a finding, in the order of reports and places; waived ones say why."""
    listed = [record(report, one, language) for report in reports for one in report.told]
    json.dump(listed, out, ensure_ascii=False, indent=2)
    out.write("\n")


def record(report: LintedReport, one: Told, language: Language) -> dict[str, Any]:
    """A finding as plain data: offsets count code points of the report's text."""
    finding = one.finding
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "basis": finding.basis.value,
        "document": report.id,
        **_place(one.place, finding.start, finding.end),
        "message": finding.message.text(language),
        "expected": finding.expected,
        "found": finding.found,
        "related": [
            {
                "document": other.document or report.id,
                **_place(place, other.start, other.end),
                "note": None if other.note is None else other.note.text(language),
            }
            for other, place in one.related
        ],
        "fix": None if finding.fix is None else asdict(finding.fix),
        "waived": None if one.waiver is None else one.waiver.reason,
    }


def _place(place: Place, start: int, end: int) -> dict[str, Any]:
    return {
        "path": place.path,
        "page": place.page,
        "line": place.line,
        "section": place.section,
        "start": start,
        "end": end,
        "raw": place.raw,
    }
