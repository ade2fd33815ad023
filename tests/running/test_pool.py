from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time

import faulty_readers
import pytest

from extractor.pipeline import Extraction
from extractor.running import pool as pool_module
from extractor.running.pool import Job, Limits, execute
from extractor.running.worker import Trouble


@pytest.fixture
def jobs(folder):
    paths = [folder / f"{number}.txt" for number in range(12)]
    for path in paths:
        path.write_text(f"read\n{path.name}", "utf-8")
    return [Job(path, None) for path in paths]


def workers() -> list[int]:
    return [process.pid for process in multiprocessing.active_children() if "pebble" in process.name]


def drain(pool) -> list[str]:
    names = []
    while not pool.is_empty():
        for job, outcome in pool.finished():
            assert isinstance(outcome, Extraction), outcome
            names.append(job.path.name)
    return names


def test_jobs_are_taken_only_when_there_is_a_place(jobs):
    taken = []

    def source():
        for job in jobs:
            taken.append(job)
            yield job

    outcomes = execute(source(), faulty_readers.obey, Limits(1, 30, None))
    next(outcomes)
    assert len(taken) < len(jobs)
    outcomes.close()
    assert workers() == []


def test_workers_killed_while_idle_are_replaced(jobs):
    pool = pool_module._Pool(faulty_readers.obey, Limits(2, 30, None))
    pool.submit(jobs[0])
    assert drain(pool) == ["0.txt"]
    for worker in workers():
        os.kill(worker, signal.SIGKILL)
    time.sleep(0.5)
    for job in jobs[1:4]:
        pool.submit(job)
    assert sorted(drain(pool)) == ["1.txt", "2.txt", "3.txt"]
    pool.stop()


def test_a_pool_that_falls_silent_is_built_anew(jobs, folder, monkeypatch):
    """The patience is made shorter than one job, so that the pool seems dead while it works."""
    monkeypatch.setattr(pool_module, "_GRACE", -29.5)
    (folder / "0.txt").write_text("slow 2\nBáo cáo", "utf-8")
    pool = pool_module._Pool(faulty_readers.obey, Limits(1, 30, None))
    pool.submit(jobs[0])
    outcomes = []
    while not pool.is_empty():
        outcomes.extend(pool.finished())
    pool.stop()
    [(job, trouble)] = outcomes
    assert (job.attempts, trouble.kind) == (2, "lost")


def test_pages_are_told_with_their_job_whatever_becomes_of_the_worker(jobs, folder):
    (folder / "0.txt").write_text("pages 3\nBáo cáo", "utf-8")
    (folder / "1.txt").write_text("pages-then-kill 7\nBáo cáo", "utf-8")
    (folder / "2.txt").write_text("pages 2\nBáo cáo", "utf-8")
    told: dict[str, list[tuple[int, int]]] = {}

    def hear(job: Job, done: int, total: int) -> None:
        told.setdefault(job.path.name, []).append((done, total))

    outcomes = dict(execute(iter(jobs[:4]), faulty_readers.obey, Limits(2, 30, None), hear))
    assert told == {"0.txt": [(1, 3), (2, 3), (3, 3)], "1.txt": [(1, 7)], "2.txt": [(1, 2), (2, 2)]}
    kinds = {job.path.name: getattr(outcome, "kind", "read") for job, outcome in outcomes.items()}
    assert kinds == {"0.txt": "read", "1.txt": "killed", "2.txt": "read", "3.txt": "read"}


def test_news_that_nobody_hears_stops_no_worker(jobs, folder):
    """A pipe holds some thousand of these messages; what finds no room is lost."""
    (folder / "0.txt").write_text("pages 100000\nBáo cáo", "utf-8")
    pool = pool_module._Pool(faulty_readers.obey, Limits(1, 30, None), lambda job, done, total: None)
    pool.submit(jobs[0])
    [future] = pool._running
    assert not isinstance(future.result(timeout=30), Trouble)
    pool.stop()


def test_workers_start_with_all_that_they_need():
    """A failure to warm up is silent in a batch, so it is told here."""
    code = "import sys; from extractor.running.warm import warm_up; warm_up(); print('spacy' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (ran.returncode, ran.stdout) == (0, "True\n"), ran.stderr
