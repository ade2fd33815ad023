"""Jobs in worker processes, a bounded number at a time; a worker that hangs or dies costs its own job alone.

pebble was chosen because a killed, crashed or hanging worker ends its task alone, with the cause; in the
executors of the standard library it ends all the others or is waited for without end.
"""

from __future__ import annotations

import multiprocessing
import signal
import threading
import time
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, replace
from multiprocessing import forkserver
from multiprocessing.context import BaseContext
from pathlib import Path

from pebble import ProcessPool

from extractor.reading.formats import may_hold_pictures
from extractor.running.endings import Outcome, ended, lost
from extractor.running.page_news import PageChannel
from extractor.running.worker import Reader, Trouble, attempt, prepare

_WINDOW = 4  # jobs in flight a worker: enough to keep it busy, few enough to hold in memory
_TASKS_A_WORKER = 500  # then it is replaced, against leaks in parsers
_GRACE = 30.0  # seconds beyond the timeout after which a silent pool is taken for dead
_PICTURE_BYTES, _PICTURE_SECONDS = 100_000, 6.0  # a scanned page has some 100 kB, a bad one takes up to 15 s
_LISTENING = 0.2  # seconds between two looks at the news of pages
_ATTEMPTS = 2  # of a job that was lost with its pool, through no fault of its own


@dataclass(frozen=True, slots=True)
class Job:
    """A file to read.

    Attributes:
        document_id: the sha256 of its content, None when it cannot be opened.
        attempts: how often a pool has taken it; seconds: that it may take, None for no bound.
        number: that the pool knows it by.
    """

    path: Path
    document_id: str | None
    attempts: int = 0
    seconds: float | None = None
    number: int = 0


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of the pool: seconds and bytes of address space a file may take, None for no bound."""

    workers: int
    timeout: float | None
    memory: int | None


OnPage = Callable[[Job, int, int], None]


def execute(
    jobs: Iterator[Job], reader: Reader, limits: Limits, on_page: OnPage | None = None
) -> Generator[tuple[Job, Outcome]]:
    """Run the jobs and yield each with its outcome, in the order in which they finish.

    Jobs are taken from the iterator only when a place is free. Closing the generator stops the workers.
    `on_page` is called, by the process that waits, with a job and how many of its scanned pages are read.
    """
    pool = _Pool(reader, limits, on_page)
    try:
        exhausted = False
        while True:
            while not exhausted and pool.has_place():
                job = next(jobs, None)
                if job is None:
                    exhausted = True
                else:
                    pool.submit(job)
            if pool.is_empty():
                return
            yield from pool.finished()
    finally:
        pool.stop()


class _Pool:
    """A pebble pool, the jobs in it, and a new pool when it breaks."""

    def __init__(self, reader: Reader, limits: Limits, on_page: OnPage | None = None) -> None:
        self.reader = reader
        self.limits = limits
        self.on_page = on_page
        self._running: dict[Future[bytes | Trouble], Job] = {}
        self._pool: ProcessPool | None = None
        self._news: PageChannel | None = None
        self._numbered: dict[int, Job] = {}  # the running jobs by the numbers that workers know them by
        self._count = 0

    def has_place(self) -> bool:
        return len(self._running) < self.limits.workers * _WINDOW

    def is_empty(self) -> bool:
        return not self._running

    def submit(self, job: Job) -> None:
        self._count += 1
        job = replace(job, attempts=job.attempts + 1, seconds=self._time_for(job), number=self._count)
        self._numbered[job.number] = job
        try:
            future = self._schedule(job)
        except RuntimeError:  # pebble gives a pool up when a worker dies that has nothing to do
            self._renew()
            future = self._schedule(job)
        self._running[future] = job

    def finished(self) -> Iterator[tuple[Job, Outcome]]:
        """Wait until some job is done and yield all that are; a pool that broke or fell silent is renewed."""
        times = [job.seconds for job in self._running.values() if job.seconds is not None]
        patience = max(times) + _GRACE if times else None
        done = self._wait(patience)
        if not done or any(_is_broken(future) for future in done):
            self._renew()
            return
        for future in done:
            job = self._running.pop(future)
            self._numbered.pop(job.number, None)
            yield job, ended(future, job.seconds)

    def _wait(self, patience: float | None) -> set[Future[bytes | Trouble]]:
        """Wait until some job is done, and pass on meanwhile what workers tell of their pages."""
        if self.on_page is None:
            return wait(self._running, timeout=patience, return_when=FIRST_COMPLETED).done
        end = None if patience is None else time.monotonic() + patience
        while True:
            done = wait(self._running, timeout=_LISTENING, return_when=FIRST_COMPLETED).done
            self._pass_on(self.on_page)
            if done or (end is not None and time.monotonic() > end):
                return done

    def _pass_on(self, on_page: OnPage) -> None:
        for news in self._news.received() if self._news is not None else ():
            job = self._numbered.get(news.number)
            if job is not None:
                on_page(job, news.done, news.total)

    def stop(self) -> None:
        """End the workers and forget their jobs."""
        self._running.clear()
        self._end()

    def _schedule(self, job: Job) -> Future[bytes | Trouble]:
        if self._pool is None:
            self._news = PageChannel() if self.on_page is not None else None
            self._pool = _new_pool(self.limits, self._news)
        return self._pool.schedule(attempt, args=(self.reader, job.path, job.number), timeout=job.seconds)

    def _time_for(self, job: Job) -> float | None:
        """Seconds that a job may take: a file of pictures gets more by its size, for each page is read by OCR."""
        if self.limits.timeout is None:
            return None
        pictures = _size(job.path) / _PICTURE_BYTES if may_hold_pictures(job.path.name) else 0
        return self.limits.timeout + pictures * _PICTURE_SECONDS

    def _renew(self) -> None:
        """Begin a new pool with the jobs of the old one that are not done, each a bounded number of times."""
        before, self._running = self._running, {}
        self._numbered.clear()
        self._end()
        for future, job in before.items():
            if future.done() and not future.cancelled() and not _is_broken(future):
                self._running[future] = job
            elif job.attempts < _ATTEMPTS:
                self.submit(job)
            else:
                given_up: Future[bytes | Trouble] = Future()
                given_up.set_result(lost(_ATTEMPTS))
                self._running[given_up] = job

    def _end(self) -> None:
        if self._pool is not None:
            self._pool.stop()  # type: ignore[no-untyped-call]
            self._pool.join()
            self._pool = None
        if self._news is not None:
            self._news.close()
            self._news = None


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0


def _new_pool(limits: Limits, news: PageChannel | None) -> ProcessPool:
    return ProcessPool(
        max_workers=limits.workers,
        max_tasks=_TASKS_A_WORKER,
        initializer=prepare,
        initargs=(limits.memory, news.sender if news is not None else None),
        context=_context(),
    )


def _context() -> BaseContext:
    """Workers are forked from a small server that has imported all they need and runs no threads.

    Forking this process instead could copy a lock that one of its threads holds just then.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["extractor.running.warm"])
    with _deaf_to_interrupts():
        forkserver.ensure_running()
    return context


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """What is started inside ignores Ctrl-C, which a terminal sends to all processes; this one ends them."""
    if threading.current_thread() is not threading.main_thread():  # only the main thread may set handlers
        yield
        return
    handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler)


def _is_broken(future: Future[bytes | Trouble]) -> bool:
    return future.done() and not future.cancelled() and isinstance(future.exception(), BrokenProcessPool)
