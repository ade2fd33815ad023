"""HTML: one page a report, its text with the findings in place, and an index of the reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path, PurePath

from jinja2 import Environment, PackageLoader

from extractor.checks.messages import catalogue
from extractor.linting.formats.words import severity_word
from extractor.linting.linted import LintedReport, Told
from extractor.settings import Language, Severity

_GRAVEST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.INFO)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same findings; `numbers` are theirs, `begins` those that begin here."""

    text: str
    numbers: tuple[int, ...]
    begins: tuple[int, ...]
    severity: Severity | None


def write_pages(reports: Iterable[LintedReport], language: Language, folder: Path) -> int:
    """Write a page for each report that has findings, and index.html; returns the number of pages.

    Raises OSError when the folder cannot be written to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    templates = _templates(language)
    listed = []
    for report in reports:
        name = f"{PurePath(report.path).stem}-{report.id[:8]}.html" if report.told else None
        listed.append((report, name))
        if name is not None:
            page = templates.get_template("report.html").render(report=report, pieces=list(pieces(report)))
            (folder / name).write_text(page, "utf-8")
    index = templates.get_template("index.html").render(listed=listed)
    (folder / "index.html").write_text(index, "utf-8")
    return sum(name is not None for _, name in listed)


def pieces(report: LintedReport) -> Iterator[Piece]:
    """The text cut wherever a finding begins or ends; together the pieces are the text."""
    cuts = {0, len(report.text)}
    for one in report.told:
        cuts |= {one.finding.start, one.finding.end}
    places = sorted(cuts)
    for start, end in pairwise(places):
        over = [
            (number, one)
            for number, one in enumerate(report.told, 1)
            if one.finding.start <= start and end <= one.finding.end
        ]
        begins = tuple(number for number, one in over if one.finding.start == start)
        yield Piece(report.text[start:end], tuple(number for number, _ in over), begins, _gravest(over))


def _gravest(over: list[tuple[int, Told]]) -> Severity | None:
    there = {one.finding.severity for _, one in over}
    return next((severity for severity in _GRAVEST_FIRST if severity in there), None)


def _templates(language: Language) -> Environment:
    templates = Environment(
        loader=PackageLoader("extractor.linting.formats"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    templates.install_gettext_translations(catalogue(language), newstyle=True)  # type: ignore[attr-defined]
    templates.globals |= {"language": language, "severities": _GRAVEST_FIRST}
    templates.filters["word"] = lambda severity: severity_word(severity, language)
    templates.filters["said"] = lambda message: message.text(language)
    return templates
