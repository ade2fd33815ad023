"""How far the reading of many files has come."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeRemainingColumn,
)

from extractor.running import Step
from extractor.running.summary import Progress as Told


@contextmanager
def progress_bar() -> Iterator[Told | None]:
    """A bar on the error channel with files, pages, rate and time left; nothing when that is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("files · {task.fields[pages]:,} pages · {task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("[red]{task.fields[failed]}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading", total=None, pages=0, rate="", failed="")
        pages = failed = 0

        def tell(step: Step) -> None:
            nonlocal pages, failed
            pages += step.pages
            failed += step.outcome == "failed"
            seconds = bar.tasks[0].elapsed or 0
            bar.update(
                task,
                completed=step.done,
                total=step.total,
                pages=pages,
                rate=f"{step.done / seconds:.1f} files/s" if seconds else "",
                failed=f"{failed} failed" if failed else "",
            )

        yield tell
