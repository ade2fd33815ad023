"""`baocao run`: read files into a database, with a progress bar on a terminal and a summary at the end."""

from __future__ import annotations

import signal
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from types import FrameType

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from extractor.cli.output import (
    complain,
    console,
    counted,
    guarded,
    is_plain,
    one_line,
    sentence,
    short_path,
    write_json,
    write_lines,
)
from extractor.cli.progress import shown_progress
from extractor.running import Summary, run
from extractor.series.decisions import DecisionError
from extractor.series.settling import settle
from extractor.settings import Ocr
from extractor.store import Failure, Store, open_store

SOME_FAILED = 1
NOTHING_TO_READ = 2
INTERRUPTED = 130
_PATHS_SHOWN = 10
_COUNTED = ("citations", "dates", "indicators", "problems")


@dataclass(frozen=True, slots=True)
class RunOptions:
    """The options of `baocao run`."""

    workers: int | None
    timeout: float
    force: bool
    prune: bool
    as_json: bool
    ocr: Ocr = Ocr.AUTO


def run_command(paths: Sequence[Path], db: Path, options: RunOptions) -> int:
    """Read files into a database; returns the exit code."""
    handler = signal.signal(signal.SIGTERM, _interrupt)  # what `timeout` and service managers send
    try:
        return guarded(lambda: _run(paths, db, options))
    finally:
        signal.signal(signal.SIGTERM, handler)


def _run(paths: Sequence[Path], db: Path, options: RunOptions) -> int:
    with open_store(db) as store, shown_progress() as told:
        summary = run(
            paths,
            store,
            workers=options.workers,
            timeout=options.timeout,
            force=options.force,
            prune=options.prune,
            ocr=options.ocr,
            progress=told,
        )
        filed = summary.interrupted or _filed(store)
    if options.as_json:
        write_json(asdict(summary))
    elif is_plain():
        write_lines(_plain(summary))
    else:
        _print_summary(summary, db)
    return _exit_code(summary, paths) or (0 if filed else SOME_FAILED)


def _filed(store: Store) -> bool:
    """Put the figures that were read into their series; a file of decisions that cannot be followed is told."""
    try:
        settle(store)
    except DecisionError as error:
        complain(f"the reports are stored, but their series are not filed: {error}", error.advice)
        return False
    return True


def _exit_code(summary: Summary, paths: Sequence[Path]) -> int:
    counts = summary.counts
    if summary.interrupted:
        complain("stopped before the end", "Give the same command again: it goes on where it stopped.")
        return INTERRUPTED
    if counts.found == counts.skipped:
        given = ", ".join(map(str, paths))
        complain(f"no report found in {given}", "`baocao doctor` lists the kinds of file that are read.")
        return NOTHING_TO_READ
    return SOME_FAILED if counts.failed else 0


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _plain(summary: Summary) -> list[tuple[str | int | float | None, ...]]:
    lines: list[tuple[str | int | float | None, ...]] = list(asdict(summary.counts).items())
    lines += [(name, getattr(summary, name)) for name in _COUNTED]
    lines += [(name, getattr(summary, name)) for name in ("errors", "warnings", "infos")]
    lines.append(("seconds", round(summary.seconds, 1)))
    lines += [("failure", no.path, no.kind, no.message, no.advice) for no in summary.failures]
    lines += [("gone file", path) for path in summary.gone]
    return lines


def _print_summary(summary: Summary, db: Path) -> None:
    counts = summary.counts
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(style="dim")
    table.add_column(justify="right")
    table.add_column(style="dim")
    pages = counted(counts.pages, "pages") if counts.pages else ""
    table.add_row("stored", f"{counts.stored:,}", pages)
    hint = "up to date; --force reads them again" if counts.unchanged else ""
    table.add_row("unchanged", f"{counts.unchanged:,}", hint)
    table.add_row("failed", Text(f"{counts.failed:,}", style="red" if counts.failed else ""), "")
    skipped = ", ".join(f"{kind.files:,} {kind.reason}" for kind in summary.skipped)
    table.add_row("skipped", f"{counts.skipped:,}", skipped)
    if counts.gone:
        table.add_row("gone", f"{counts.gone:,}", "left the folders; rows kept, --prune removes them")
    for name in _COUNTED if counts.stored else ():
        table.add_row(name, f"{getattr(summary, name):,}", "")
    if counts.stored:
        grave = f"{counted(summary.errors, 'errors')}, {counted(summary.warnings, 'warnings')}, {summary.infos:,} info"
        table.add_row("findings", f"{summary.errors + summary.warnings + summary.infos:,}", grave)
    out = console()
    seconds = f"{summary.seconds:.1f} s"
    out.print(Text.assemble((f"{counted(counts.found, 'files')} → {db}", "bold"), (f"  {seconds}", "dim")))
    out.print(table)
    _print_failures(summary.failures)


def _print_failures(failures: tuple[Failure, ...]) -> None:
    """Failures of one cause together: what happened, what to do, and the files."""
    out = console()
    if failures:
        out.print(Text("\nNot read", style="bold red"))
    alike: dict[tuple[str, str, str], list[str]] = {}
    for failure in failures:
        path = short_path(failure.path)
        message = sentence(one_line(failure.message).removeprefix(failure.path).lstrip())
        alike.setdefault((failure.kind, message, failure.advice), []).append(path)
    for (kind, message, advice), paths in alike.items():
        out.print(Text.assemble((kind, "red"), "  ", message))
        out.print(Padding(Text(sentence(advice), style="dim"), (0, 0, 0, 4)))
        for path in paths[:_PATHS_SHOWN]:
            out.print(Padding(Text(path), (0, 0, 0, 4)))
        if len(paths) > _PATHS_SHOWN:
            out.print(Text(f"    … {len(paths) - _PATHS_SHOWN} more, in the table failures", style="dim"))
