"""What a batch tells: a step after each file, a summary at the end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from extractor.running.discovery import Skipped
from extractor.store import Counts, Failure

StepOutcome = Literal["found", "reading", "stored", "unchanged", "failed"]


@dataclass(frozen=True, slots=True)
class Step:
    """What has just become of a file; `done` of `total` are through.

    The first step of a run has the outcome "found" and no path: only the total is known. With "reading" a file
    is still being read, and `page` of its `of_pages` scanned pages are done.
    """

    path: str
    outcome: StepOutcome
    pages: int
    done: int
    total: int
    page: int = 0
    of_pages: int = 0


Progress = Callable[[Step], None]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did.

    Attributes:
        citations, dates, indicators, problems: rows stored by this run.
        errors, warnings, infos: findings in the reports stored by this run, those of comparing them with all
            others included.
        failures: of this run; gone: known files that are no longer in the folders given, newly noted.
        interrupted: it was stopped before its end; run again to go on.
    """

    run_id: int
    counts: Counts
    citations: int
    dates: int
    indicators: int
    problems: int
    errors: int
    warnings: int
    infos: int
    failures: tuple[Failure, ...]
    skipped: tuple[Skipped, ...]
    gone: tuple[str, ...]
    seconds: float
    interrupted: bool = False
