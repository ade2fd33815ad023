"""Run a batch: find the files, read those that are new or changed, store each as soon as it is read."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from contextlib import closing, suppress
from functools import partial
from pathlib import Path

from extractor.pipeline import read_report
from extractor.running.batch import Batch
from extractor.running.discovery import absolute, discover, printable
from extractor.running.pool import Limits, execute
from extractor.running.summary import Progress, Summary
from extractor.running.worker import Reader, tell_page
from extractor.settings import Ocr
from extractor.store import MEMORY, Stamp, Store, StoreError, present_stamp

TIMEOUT = 300.0  # seconds a file
MEMORY_A_WORKER = 4 * 2**30  # bytes of address space


def run(
    paths: Iterable[str | os.PathLike[str]],
    store: Store,
    *,
    workers: int | None = None,
    timeout: float | None = TIMEOUT,
    force: bool = False,
    prune: bool = False,
    progress: Progress | None = None,
    memory: int | None = MEMORY_A_WORKER,
    reader: Reader | None = None,
    ocr: Ocr = Ocr.AUTO,
    stamp: Stamp | None = None,
) -> Summary:
    """Read all reports under files and folders into the store.

    A file is read when its content is new, was read by another version of the extractor, or `force` is set;
    a file that failed is tried again. Each report is stored in a transaction of its own, so that a run that
    was killed goes on where it stopped. A known file that has left the folders is noted, its rows are kept.

    Args:
        workers: processes, by default one a processor.
        timeout: seconds that one file may take; memory: bytes of address space of a worker.
        prune: remove the rows of files that have left the folders, too.
        progress: called with a Step after each file, and after each scanned page of a file.
        reader: what is done with a file, by default `read_report`; to be importable by name.
        ocr: which pages are read from their pictures.
        stamp: what made the rows; by default this program as it is.

    Raises StoreError when the database fails; what was stored before stays. A script that calls this at its
    top level needs `if __name__ == "__main__":`, for the workers import it.
    """
    given = [os.fspath(path) for path in paths]
    found = discover(given, without=_files_of(store))
    useful = min(workers or os.cpu_count() or 1, len(found.files))
    limits = Limits(max(1, useful), timeout, memory)
    batch = Batch(store, found, stamp or present_stamp(ocr), force=force, progress=progress)
    batch.start(_options(given, limits, force=force, ocr=ocr))
    reader = reader or partial(read_report, ocr=ocr, on_page=tell_page)
    try:
        with closing(
            execute(batch.jobs(), reader, limits, batch.tell_page if progress else None)
        ) as outcomes:
            for job, outcome in outcomes:
                batch.finish(job, outcome)
        batch.note_gone(prune=prune)
        return batch.end("finished")
    except KeyboardInterrupt:
        return batch.end("interrupted")
    except StoreError:
        with suppress(StoreError):  # the first error is the one to tell
            batch.end("failed")
        raise


def _files_of(store: Store) -> list[Path]:
    """The database and the files that SQLite writes beside it."""
    if str(store.path) == MEMORY:
        return []
    return [Path(f"{store.path}{suffix}") for suffix in ("", "-wal", "-shm", "-journal")]


def _options(given: list[str], limits: Limits, *, force: bool, ocr: Ocr) -> str:
    options = {
        "paths": [printable(absolute(path)) for path in given],
        "workers": limits.workers,
        "timeout": limits.timeout,
        "memory": limits.memory,
        "force": force,
        "ocr": ocr,
    }
    return json.dumps(options, ensure_ascii=False)
