"""How far a run is: bars on a terminal, and in a pipe a line now and then for files of many scanned pages."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)

from extractor.cli.output import one_line
from extractor.running import Step
from extractor.running.summary import Progress as Told

_LINES_A_FILE: Final = 10
"""In a pipe; a file of fewer scanned pages is not told of."""
_LONGEST_NAME: Final = 40


@contextmanager
def shown_progress() -> Iterator[Told]:
    """Tell of each step on the error channel."""
    if not sys.stderr.isatty():
        yield _write_line
        return
    with Progress(*_columns(), console=Console(stderr=True), transient=True) as bars:
        yield _Bars(bars).tell


def _columns() -> tuple[
    SpinnerColumn | TextColumn | BarColumn | MofNCompleteColumn | TimeRemainingColumn, ...
]:
    return (
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[told]}"),
        TimeRemainingColumn(),
        TextColumn("[red]{task.fields[failed]}"),
    )


class _Bars:
    """A bar for all files, with pages, rate and time left, and one under it for each file of scanned pages."""

    def __init__(self, bars: Progress) -> None:
        self._bars = bars
        self._all = bars.add_task("Reading", total=None, told="", failed="")
        self._files: dict[str, TaskID] = {}
        self._pages = self._failed = 0

    def tell(self, step: Step) -> None:
        if step.outcome == "reading":
            self._tell_page(step)
            return
        if step.path in self._files:
            self._bars.remove_task(self._files.pop(step.path))
        self._pages += step.pages
        self._failed += step.outcome == "failed"
        seconds = self._bars.tasks[0].elapsed or 0
        rate = f"{step.done / seconds:.1f} files/s" if seconds else ""
        self._bars.update(
            self._all,
            completed=step.done,
            total=step.total,
            told=f"files · {self._pages:,} pages · {rate}",
            failed=f"{self._failed} failed" if self._failed else "",
        )

    def _tell_page(self, step: Step) -> None:
        if step.of_pages < 2:
            return
        if step.path not in self._files:
            name = one_line(Path(step.path).name)[-_LONGEST_NAME:]
            self._files[step.path] = self._bars.add_task(
                f"  {name}", total=step.of_pages, told="scanned pages", failed=""
            )
        self._bars.update(self._files[step.path], completed=step.page)


def _write_line(step: Step) -> None:
    """Tell of each tenth of the scanned pages of a file."""
    if step.outcome != "reading" or step.of_pages < _LINES_A_FILE:
        return
    tenth, before = (_LINES_A_FILE * page // step.of_pages for page in (step.page, step.page - 1))
    if tenth > before:
        print(f"{one_line(step.path)}\tpage {step.page} of {step.of_pages}", file=sys.stderr, flush=True)
