"""The whole road of one file: read, its mentions found, and both looked over for what cannot be so or does not agree.

`baocao run` goes it with every file, and so may whoever uses the packages; `read` and `extract` are its steps.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace

from extractor.checks.finding import Finding
from extractor.report import Report
from extractor.settings import Ocr, PageProgress
from patterns.mentions import Mentions


@dataclass(frozen=True, slots=True)
class Extraction:
    """A report, what was found in it and what does not agree; `report.problems` are those of its mentions, too."""

    report: Report
    mentions: Mentions
    findings: tuple[Finding, ...] = ()


def read_report(
    path: str | os.PathLike[str], *, ocr: Ocr = Ocr.AUTO, on_page: PageProgress | None = None
) -> Extraction:
    """Read a file, find its mentions and check them; `ocr` says which pages are read from their pictures.

    `on_page` is called after each of those with their number so far and in all. Raises ReadError.
    """
    from extractor.checks import check
    from extractor.extraction import extract, find_problems
    from extractor.reading import read

    report = read(path, ocr=ocr, on_page=on_page)
    mentions = extract(report)
    problems = (*report.problems, *find_problems(report, mentions))
    report = replace(report, problems=problems)
    return Extraction(report, mentions, check(report, mentions))
