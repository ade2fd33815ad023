"""`baocao check`: what does not agree in reports, from files or from a database."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.text import Text

from extractor.checks import Authority, RegistryError
from extractor.cli.choices import Format
from extractor.cli.output import complain, console, counted, guarded, is_plain, short_path
from extractor.cli.progress import shown_progress
from extractor.linting import LintedReport, Settings, SettingsError, lint, load_settings, with_options
from extractor.linting.formats import WRITERS
from extractor.running import run
from extractor.settings import Language, Ocr, Severity
from extractor.store import Store, open_store
from extractor.store.lookup import find_documents

CLEAN, FOUND, USAGE = 0, 1, 2
_PROBLEMS_SHOWN = 5  # of a list of documents
_WIDTH = 110  # columns of a line of a report in a pipe


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """The options of `baocao check`.

    `output` is a file, or for HTML the folder of the pages; None writes to the screen.
    """

    db: Path | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    severity: Severity | None
    format: Format
    diff: bool
    output: Path | None
    language: Language | None
    registry: Path | None
    config: Path | None
    workers: int | None
    timeout: float
    ocr: Ocr


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is to be shown, and how."""

    settings: Settings
    authority: Authority | None
    options: CheckOptions


@dataclass(slots=True)
class Tally:
    """What was counted while reports went by."""

    reports: int = 0
    with_findings: int = 0
    waived: int = 0
    hidden: int = 0
    fixes: int = 0
    severities: Counter[Severity] = field(default_factory=Counter)

    def counting(self, reports: Iterable[LintedReport]) -> Iterator[LintedReport]:
        """The same reports, each counted as it goes by."""
        for report in reports:
            standing = report.standing
            self.reports += 1
            self.with_findings += bool(standing)
            self.waived += len(report.told) - len(standing)
            self.hidden += report.hidden
            self.fixes += sum(one.finding.fix is not None for one in standing)
            self.severities.update(one.finding.severity for one in standing)
            yield report


def check_command(paths: Sequence[str], options: CheckOptions) -> int:
    """Check files, or documents of a database; returns the exit code."""
    try:
        settings = _settings(options)
        authority = _authority(settings)
    except SettingsError as error:
        complain(error.message, error.advice)
        return USAGE
    except RegistryError as error:
        complain(str(error), "`baocao check --help` tells what a list of documents looks like.")
        return USAGE
    asked = _Asked(settings, authority, options)
    if options.format is Format.HTML and options.output is None:
        complain("HTML is one page a report", "Name a folder for the pages: --output FOLDER.")
        return USAGE
    if options.db is not None:
        return guarded(lambda: _check_stored(paths, asked))
    if not paths:
        complain("nothing to check", "Name files or folders, or a database with --db FILE.")
        return USAGE
    return guarded(lambda: _check_files(paths, asked))


def _settings(options: CheckOptions) -> Settings:
    settings = load_settings(options.config or Path.cwd())
    return with_options(
        settings,
        select=options.select,
        ignore=options.ignore,
        severity=options.severity,
        language=options.language,
        registry=options.registry,
    )


def _authority(settings: Settings) -> Authority | None:
    """The list of documents that is to replace the built-in one; what cannot be read of it is told."""
    if settings.registry is None:
        return None
    authority = Authority.load(settings.registry)
    for problem in authority.problems[:_PROBLEMS_SHOWN]:
        complain(f"{settings.registry}: {problem}", "This row is left out.")
    if len(authority.problems) > _PROBLEMS_SHOWN:
        complain(f"{settings.registry}: {len(authority.problems) - _PROBLEMS_SHOWN} more rows are left out")
    return authority


def _check_files(paths: Sequence[str], asked: _Asked) -> int:
    """Read the files into a database that is gone afterwards, and check that."""
    options = asked.options
    with open_store() as store:
        with shown_progress() as told:
            summary = run(
                paths,
                store,
                workers=options.workers,
                timeout=options.timeout,
                ocr=options.ocr,
                progress=told,
            )
        if summary.counts.found == summary.counts.skipped:
            given = ", ".join(paths)
            complain(f"no report found in {given}", "`baocao doctor` lists the kinds of file that are read.")
            return USAGE
        for failure in summary.failures:
            complain(f"{short_path(failure.path)}: {failure.message}", failure.advice)
        code = _tell(store, None, asked)
    return FOUND if summary.failures else code


def _check_stored(names: Sequence[str], asked: _Asked) -> int:
    options = asked.options
    assert options.db is not None
    with open_store(options.db, create=False) as store:
        documents: list[str] = []
        for name in names:
            found = find_documents(store.database, name)
            if not found:
                complain(f"no document {name} in {options.db}", "Name a path or the first letters of an id.")
                return USAGE
            documents += [document.id for document in found]
        return _tell(store, documents if names else None, asked)


def _tell(store: Store, documents: list[str] | None, asked: _Asked) -> int:
    settings, options = asked.settings, asked.options
    language = settings.language or language_of_terminal()
    tally = Tally()
    reports = tally.counting(lint(store, settings, documents, authority=asked.authority))
    try:
        _write(reports, language, options)
    except OSError as error:
        if options.output is None:
            raise
        complain(f"cannot write {options.output}: {error.strerror}", "Name a place that can be written to.")
        return USAGE
    if options.format in (Format.TEXT, Format.HTML) and not options.diff:
        _summarise(tally, options)
    return FOUND if tally.severities else CLEAN


def _write(reports: Iterable[LintedReport], language: Language, options: CheckOptions) -> None:
    if options.diff:
        _write_file("diff", reports, language, options.output)
    elif options.format is Format.HTML:
        from extractor.linting.formats.page import write_pages

        assert options.output is not None
        write_pages(reports, language, options.output)
    elif options.format is Format.TEXT:
        _print(reports, language, options.output)
    else:
        _write_file(options.format, reports, language, options.output)


def _write_file(name: str, reports: Iterable[LintedReport], language: Language, output: Path | None) -> None:
    if output is None:
        WRITERS[name](reports, language, sys.stdout)
        return
    # Excel takes a CSV file for UTF-8 only when it begins with the mark.
    encoding = "utf-8-sig" if name == Format.CSV else "utf-8"
    with output.open("w", encoding=encoding, newline="") as file:
        WRITERS[name](reports, language, file)


def _print(reports: Iterable[LintedReport], language: Language, output: Path | None) -> None:
    from extractor.cli.findings_text import print_report

    if output is not None:
        with output.open("w", encoding="utf-8") as file:
            plain = Console(file=file, highlight=False, no_color=True, width=_WIDTH)
            for report in reports:
                print_report(report, language, plain, width=_WIDTH)
        return
    out = console()
    for report in reports:
        print_report(report, language, out, width=_WIDTH if is_plain() else out.width)


def _summarise(tally: Tally, options: CheckOptions) -> None:
    """One line of counts, on the error channel where the findings go to a program."""
    out = console() if options.output is None else Console(stderr=True, highlight=False, soft_wrap=True)
    words = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.INFO: "remarks"}
    there = ((tally.severities[severity], word) for severity, word in words.items())
    counts = ", ".join(counted(count, word) for count, word in there if count)
    reports = counted(tally.reports, "reports")
    if counts:
        out.print(Text(f"{counts} in {tally.with_findings:,} of {reports}", style="bold"))
    else:
        out.print(Text(f"nothing found in {reports}", style="bold green"))
    if options.format is Format.HTML:
        out.print(Text(f"pages are in {options.output}; begin with index.html"))
    hints = []
    if tally.hidden:
        hints.append(f"{tally.hidden:,} less grave not shown (--severity info)")
    if tally.waived:
        hints.append(f"{tally.waived:,} let stand by waivers")
    if tally.fixes:
        hints.append(f"{tally.fixes:,} with one certain correction (--diff)")
    if tally.severities:
        hints.append("`baocao rule CODE` explains a rule")
    if hints:
        out.print(Text("; ".join(hints), style="dim"))


def language_of_terminal() -> Language:
    """Vietnamese where the environment asks for it, else English."""
    names = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    chosen = next((name for name in names if name), "")
    return Language.VIETNAMESE if chosen.startswith("vi") else Language.ENGLISH
