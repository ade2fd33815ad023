"""The state of one batch: which jobs are left, what became of those that are done."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from extractor.checks.finding import Severity
from extractor.cross_checks import cross_check
from extractor.pipeline import Extraction
from extractor.reading.installed import installed_helpers
from extractor.running.discovery import Discovery, printable
from extractor.running.endings import Outcome
from extractor.running.pool import Job
from extractor.running.summary import Progress, Step, StepOutcome, Summary
from extractor.running.worker import Trouble, digest_of
from extractor.store import Counts, Failure, Stamp, Store, StoreError

_SETTLE_EVERY = 200  # documents, so that little is left to do at the end
_OF_ONE_REPORT = ("rejected", "too_large")
_MENTIONS = ("citations", "dates", "indicators")


class Batch:
    """Decides what is to be read, stores what was read, and counts."""

    def __init__(
        self, store: Store, found: Discovery, stamp: Stamp, *, force: bool, progress: Progress | None
    ) -> None:
        self.store = store
        self.found = found
        self.stamp = stamp
        self.force = force
        self.progress = progress
        self._began = time.monotonic()
        self._run_id = 0
        self._waiting: defaultdict[str, list[Path]] = defaultdict(list)  # content being read → its paths
        self._read: set[str] = set()  # contents stored by this run
        self._outcomes: Counter[str] = Counter()
        self._rows: Counter[str] = Counter()
        self._failures: list[Failure] = []
        self._gone: list[str] = []
        self._pages = 0
        self._installed = installed_helpers()

    def start(self, options: str) -> None:
        """Open the row of the run and record the folders that cannot be listed."""
        self._run_id = self.store.start_run(started=_now(), stamp=self.stamp, options=options)
        self._tell("", "found")
        for failure in self.found.failures:
            self._fail(failure)

    def jobs(self) -> Iterator[Job]:
        """Files to be read, each content once; files that are up to date are passed over."""
        for path in self.found.files:
            document_id = digest_of(path)
            if document_id is None:
                yield Job(path, None)
            elif document_id in self._waiting:
                self._waiting[document_id].append(path)
            elif document_id in self._read:
                self.store.add_path(printable(path), document_id)
                self._step(path, "stored")
            elif not self.force and self._is_current(document_id):
                self.store.add_path(printable(path), document_id)
                self._step(path, "unchanged")
            else:
                self.store.give_serial(document_id)
                self._waiting[document_id].append(path)
                yield Job(path, document_id)

    def tell_page(self, job: Job, page: int, of_pages: int) -> None:
        """Pass on how far a file is."""
        self._tell(printable(job.path), "reading", page=page, of_pages=of_pages)

    def finish(self, job: Job, outcome: Outcome) -> None:
        """Store what was read, or why it was not."""
        paths = [job.path] if job.document_id is None else self._waiting.pop(job.document_id)
        if isinstance(outcome, Extraction):
            outcome = self._save(outcome, paths) or outcome
        if isinstance(outcome, Trouble):
            for path in paths:
                message = printable(_said_of(path, job.path, outcome.message))
                failure = Failure(printable(path), outcome.kind, message, outcome.advice, job.document_id)
                self._fail(failure)
        else:
            pages = outcome.report.pages or 0
            for path in paths:
                self._step(path, "stored", pages=pages if path == paths[0] else 0)

    def note_gone(self, *, prune: bool) -> None:
        """Note known files that have left the folders given; their rows are kept, unless `prune` is set."""
        here = {printable(path) for path in self.found.files}
        for path in self.store.known_paths():
            within = any(Path(path).is_relative_to(printable(folder)) for folder in self.found.folders)
            if within and path not in here and _is_gone(Path(path)):
                self._gone.append(path)
        if prune:
            self.store.forget(self._gone)
        elif self._gone:
            self.store.mark_gone(self._gone, self._run_id)

    def end(self, state: Literal["finished", "interrupted", "failed"]) -> Summary:
        """Settle what waits, compare the reports, close the row of the run and sum up."""
        skipped = sum(kind.files for kind in self.found.skipped)
        counts = Counts(
            found=len(self.found.files) + len(self.found.failures) + skipped,
            stored=self._outcomes["stored"],
            unchanged=self._outcomes["unchanged"],
            failed=self._outcomes["failed"],
            skipped=skipped,
            gone=len(self._gone),
            pages=self._pages,
        )
        self.store.finish_run(self._run_id, finished=_now(), state=state, counts=counts)
        self.store.settle()
        if state == "finished":  # whoever stops a run does not want to wait; the next one does it
            cross_check(self.store)
        findings = self.store.count_findings(self._read)
        return Summary(
            run_id=self._run_id,
            counts=counts,
            citations=self._rows["citations"],
            dates=self._rows["dates"],
            indicators=self._rows["indicators"],
            problems=self._rows["problems"],
            errors=findings[Severity.ERROR],
            warnings=findings[Severity.WARNING],
            infos=findings[Severity.INFO],
            failures=tuple(sorted(self._failures, key=lambda failure: failure.path)),
            skipped=self.found.skipped,
            gone=tuple(self._gone),
            seconds=time.monotonic() - self._began,
            interrupted=state == "interrupted",
        )

    def _is_current(self, document_id: str) -> bool:
        return self.store.is_current(document_id, self.stamp, installed=self._installed)

    def _save(self, extraction: Extraction, paths: list[Path]) -> Trouble | None:
        report, mentions = extraction.report, extraction.mentions
        try:
            self.store.save(
                report,
                mentions,
                extraction.findings,
                paths=[printable(path) for path in paths],
                stamp=self.stamp,
            )
        except StoreError as error:
            if error.kind not in _OF_ONE_REPORT:
                raise
            return Trouble(error.kind, error.message, error.advice)
        self._read.add(report.id)
        self._rows.update({kind: len(getattr(mentions, kind)) for kind in _MENTIONS})
        self._rows["problems"] += len(report.problems)
        if len(self._read) % _SETTLE_EVERY == 0:
            self.store.settle()
        return None

    def _fail(self, failure: Failure) -> None:
        self.store.put_failure(failure, self._run_id)
        self._failures.append(failure)
        self._step(failure.path, "failed")

    def _step(
        self, path: Path | str, outcome: Literal["stored", "unchanged", "failed"], *, pages: int = 0
    ) -> None:
        self._outcomes[outcome] += 1
        self._pages += pages
        self._tell(printable(path), outcome, pages=pages)

    def _tell(
        self, path: str, outcome: StepOutcome, *, pages: int = 0, page: int = 0, of_pages: int = 0
    ) -> None:
        if self.progress is not None:
            total = len(self.found.files) + len(self.found.failures)
            self.progress(Step(path, outcome, pages, self._outcomes.total(), total, page, of_pages))


def _said_of(path: Path, read: Path, message: str) -> str:
    """What was said of the file that was read, said of another one with the same content."""
    return message if path == read else message.replace(str(read), str(path)).replace(read.name, path.name)


def _is_gone(path: Path) -> bool:
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):  # a folder on its way may not be entered: nobody knows
        return False
    return False


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
