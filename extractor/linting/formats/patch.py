"""A patch of the reports' text with the corrections that are certain; the files themselves stay as they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import unified_diff
from typing import TextIO

from extractor.checks import Fix
from extractor.linting.linted import LintedReport
from extractor.settings import Language


def write(reports: Iterable[LintedReport], language: Language, out: TextIO) -> None:
    """Write a unified diff for each report whose text would change."""
    for report in reports:
        fixes = [one.finding.fix for one in report.standing if one.finding.fix is not None]
        out.writelines(_patch(report, corrected(report.text, fixes)))


def corrected(text: str, fixes: Iterable[Fix]) -> str:
    """The text with the fixes made; of two that overlap the first is made.

    >>> corrected("số 5/KH-UBND", [Fix(3, 4, "05")])
    'số 05/KH-UBND'
    """
    pieces: list[str] = []
    end = 0
    for fix in sorted(set(fixes), key=lambda fix: (fix.start, fix.end)):
        if fix.start >= end:
            pieces += (text[end : fix.start], fix.replacement)
            end = fix.end
    return "".join([*pieces, text[end:]])


def _patch(report: LintedReport, better: str) -> Iterator[str]:
    lines = unified_diff(
        report.text.splitlines(keepends=True),
        better.splitlines(keepends=True),
        f"{report.path} (text)",
        f"{report.path} (corrected)",
        n=1,
    )
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
