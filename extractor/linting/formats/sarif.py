"""SARIF 2.1.0 (OASIS, 2020): what editors and code-review services read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import PurePath
from typing import Any, TextIO
from urllib.parse import quote

from extractor.checks import Related
from extractor.linting.catalogue import catalogue
from extractor.linting.linted import LintedReport, Place, Told
from extractor.settings import Language, Severity
from extractor.store import program_version

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def write(reports: Iterable[LintedReport], language: Language, out: TextIO) -> None:
    """Write one run with the rules that found something."""
    told = [(report, one) for report in reports for one in report.told]
    codes = sorted({one.finding.rule for _, one in told})
    run = {
        "tool": {
            "driver": {
                "name": "baocao",
                "version": program_version(),
                "rules": [_rule(code, language) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(report, one, codes, language) for report, one in told],
    }
    json.dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, out, ensure_ascii=False, indent=2)
    out.write("\n")


def _rule(code: str, language: Language) -> dict[str, Any]:
    entry = catalogue()[code]
    return {
        "id": code,
        "name": entry.name,
        "help": {"text": entry.page(language), "markdown": entry.page(language)},
        "defaultConfiguration": {"level": _LEVELS[entry.severity]},
        "properties": {"basis": entry.basis.value},
    }


def _result(report: LintedReport, one: Told, codes: list[str], language: Language) -> dict[str, Any]:
    finding = one.finding
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": codes.index(finding.rule),
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message.text(language)},
        "locations": [_location(one.place, finding.start, finding.end)],
        "properties": {"expected": finding.expected, "found": finding.found, "basis": finding.basis.value},
    }
    if one.related:
        result["relatedLocations"] = [
            _related(number, other, place, language) for number, (other, place) in enumerate(one.related)
        ]
    if fixed := _fix(one):
        result["fixes"] = [fixed]
    if one.waiver is not None:
        result["suppressions"] = [{"kind": "external", "justification": one.waiver.reason}]
    return result


def _related(number: int, other: Related, place: Place, language: Language) -> dict[str, Any]:
    location = _location(place, other.start, other.end) | {"id": number}
    return location if other.note is None else location | {"message": {"text": other.note.text(language)}}


def _location(place: Place, start: int, end: int) -> dict[str, Any]:
    """A place; only of a text format can the region be told in the file's own characters."""
    where: dict[str, Any] = {"artifactLocation": {"uri": _uri(place.path)}}
    if place.line is not None:
        where["region"] = {"startLine": place.line, "snippet": {"text": place.raw}}
        if place.offset is not None:
            where["region"] |= {"charOffset": place.offset, "charLength": len(place.raw)}
    return {
        "physicalLocation": where,
        "properties": {"page": place.page, "start": start, "end": end, "raw": place.raw},
    }


def _fix(one: Told) -> dict[str, Any] | None:
    """The correction, where it can be said in the file's own characters."""
    fix, place = one.finding.fix, one.place
    if fix is None or place.offset is None:
        return None
    deleted = {
        "charOffset": place.offset + fix.start - one.finding.start,
        "charLength": fix.end - fix.start,
    }
    replacement = {"deletedRegion": deleted, "insertedContent": {"text": fix.replacement}}
    change = {"artifactLocation": {"uri": _uri(place.path)}, "replacements": [replacement]}
    return {"description": {"text": f"{place.raw} → {fix.replacement}"}, "artifactChanges": [change]}


def _uri(path: str) -> str:
    return PurePath(path).as_uri() if PurePath(path).is_absolute() else quote(path)
