from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import faulty_readers
import pytest

from extractor.running import Step, run
from extractor.running import batch as batch_module
from extractor.store import Stamp, StoreError, open_store, saving

HERE = Path(__file__).parent
STAMP = Stamp("1", "test")


def write(folder: Path, **orders: str) -> None:
    for name, order in orders.items():
        (folder / f"{name}.txt").write_text(order, "utf-8")


def obey(folder, store, **options):
    chosen = {"workers": 2, "reader": faulty_readers.obey, "stamp": STAMP, **options}
    return run([folder], store, **chosen)


def stored(store) -> set[str]:
    return {Path(path).stem for (path,) in store.database.execute("select path from documents").fetchall()}


def failed(store) -> dict[str, str]:
    return {Path(row["path"]).stem: row["kind"] for row in store.database["failures"].rows}


def counts(summary) -> dict[str, int]:
    shown = {
        name: getattr(summary.counts, name) for name in ("stored", "unchanged", "failed", "skipped", "gone")
    }
    return {name: count for name, count in shown.items() if count}


def dump(store) -> list[str]:
    left_out = ('INTO "runs"', 'INTO "failures"', "_sqlite", "blocks_search_")
    return sorted(
        line for line in store.database.conn.iterdump() if not any(part in line for part in left_out)
    )


def test_whatever_a_file_does_the_others_are_stored(folder, store):
    write(
        folder,
        **{f"good{number}": f"read\nBáo cáo {number}" for number in range(8)},
        hangs="hang",
        holds="hang-holding-all",
        killed="kill",
        crashes="segfault",
        aborts="abort",
        exits="exit",
        raises="raise",
        recurses="recursion",
        eats="memory",
        locked="encrypted",
        unsendable="unsendable",
        surrogate="surrogate",
        quits="interrupt-system-exit",
    )
    summary = obey(folder, store, timeout=3, memory=2**30 * 2)
    assert stored(store) == {f"good{number}" for number in range(8)}
    kinds = failed(store)
    assert kinds == {
        "hangs": "timeout",
        "holds": "timeout",
        "killed": "killed",
        "crashes": "crashed",
        "aborts": "crashed",
        "exits": "died",
        "raises": "internal_error",
        "recurses": "internal_error",
        "eats": "out_of_memory",
        "locked": "encrypted",
        "unsendable": "internal_error",
        "surrogate": "rejected",
        "quits": "internal_error",
    }
    assert counts(summary) == {"stored": 8, "failed": 13}
    assert summary.dates == 8
    assert {failure.kind for failure in summary.failures} == set(kinds.values())
    for row in store.database["failures"].rows:
        assert row["message"] and row["advice"] and row["document_id"]
    message = store.database["failures"].get(str(folder / "raises.txt"))["message"]
    assert "KeyError: 'số'" in message and "faulty_readers.py" in message


def test_running_again_is_free_and_changes_nothing(folder, store):
    write(folder, a="read\nmột", b="read\nhai", c="encrypted")
    obey(folder, store)
    before = dump(store)
    again = obey(folder, store)
    assert counts(again) == {"unchanged": 2, "failed": 1}
    assert dump(store) == before
    forced = obey(folder, store, force=True)
    assert counts(forced) == {"stored": 2, "failed": 1}
    assert dump(store) == before


def test_another_number_of_workers_gives_the_same_database(folder, tmp_path):
    write(
        folder,
        a="slow 0.3\nmột",
        b="read\nhai",
        c="read\nba",
        d="slow 0.1\nbốn",
        e="encrypted",
        f="read\nnăm",
    )
    dumps = []
    for workers in (1, 3):
        with open_store(tmp_path / f"{workers}.db") as store:
            obey(folder, store, workers=workers)
            dumps.append(dump(store))
    assert dumps[0] == dumps[1]


def test_rows_of_another_extractor_are_made_again(folder, store):
    write(folder, a="read\nmột")
    obey(folder, store, stamp=Stamp("0.9", "test"))
    assert counts(obey(folder, store, stamp=Stamp("0.9", "other words"))) == {"stored": 1}
    assert counts(obey(folder, store)) == {"stored": 1}
    assert counts(obey(folder, store)) == {"unchanged": 1}


def test_changed_file_replaces_its_rows_and_a_mended_one_clears_its_failure(folder, store):
    write(folder, a="read\nmột", b="encrypted")
    obey(folder, store)
    assert failed(store) == {"b": "encrypted"}
    write(folder, a="read\nmột mới", b="read\nhai")
    summary = obey(folder, store)
    assert counts(summary) == {"stored": 2}
    assert failed(store) == {}
    texts = {text for (text,) in store.database.execute("select text from documents").fetchall()}
    assert texts == {"một mới", "hai"}


def test_a_file_that_fails_later_keeps_its_rows(folder, store):
    write(folder, a="read\nmột")
    obey(folder, store)
    write(folder, a="encrypted")
    assert counts(obey(folder, store)) == {"failed": 1}
    assert stored(store) == {"a"}
    assert [row["state"] for row in store.database["files_overview"].rows] == ["failed"]


def test_the_same_content_is_read_once_and_known_under_all_its_paths(folder, store):
    write(folder, a="slow 0.2\nmột", b="slow 0.2\nmột", c="slow 0.2\nmột")
    summary = obey(folder, store)
    assert counts(summary) == {"stored": 3}
    assert (summary.dates, summary.counts.pages) == (1, 2)
    assert store.database["documents"].count == 1
    assert store.database["files"].count == 3
    write(folder, d="slow 0.2\nmột")
    assert counts(obey(folder, store)) == {"unchanged": 4}
    assert store.database["files"].count == 4
    write(folder, bad1="encrypted", bad2="encrypted")
    assert counts(obey(folder, store)) == {"unchanged": 4, "failed": 2}


def test_a_file_that_left_its_folder_is_noted_and_kept(folder, store, tmp_path):
    write(folder, a="read\nmột", b="read\nhai", c="encrypted")
    other = tmp_path / "other"
    other.mkdir()
    write(other, x="read\nxa")
    run([folder, other], store, workers=2, reader=faulty_readers.obey, stamp=STAMP)
    (folder / "a.txt").unlink()
    (folder / "c.txt").unlink()
    (other / "x.txt").unlink()
    summary = obey(folder, store)  # the other folder was not asked for
    assert counts(summary) == {"unchanged": 1, "gone": 2}
    assert summary.gone == (str(folder / "a.txt"), str(folder / "c.txt"))
    assert stored(store) == {"a", "b", "x"}
    assert failed(store) == {}
    assert {row["state"] for row in store.database["files_overview"].rows} == {"read", "gone"}
    write(folder, a="read\nmột")
    assert counts(obey(folder, store)) == {"unchanged": 2}
    assert {row["state"] for row in store.database["files_overview"].rows} == {"read"}


def test_links_missing_files_and_odd_names(folder, store):
    write(folder, a="read\nmột")
    (folder / "link.txt").symlink_to(folder / "a.txt")
    (folder / "broken.txt").symlink_to(folder / "none.txt")
    odd = os.fsencode(folder) + b"/b\xe1o c\xe1o.txt"
    Path(os.fsdecode(odd)).write_bytes(b"read\nhai")
    summary = run([folder, folder / "missing.txt"], store, workers=1, reader=faulty_readers.obey, stamp=STAMP)
    assert counts(summary) == {"stored": 3, "failed": 2}
    assert failed(store) == {"broken": "unreadable", "missing": "unreadable"}
    paths = {row["path"] for row in store.database["files"].rows}
    assert str(folder / "link.txt") in paths
    assert str(folder) + r"/b\xe1o c\xe1o.txt" in paths
    again = run([folder], store, workers=1, reader=faulty_readers.obey, stamp=STAMP)
    assert counts(again) == {"unchanged": 3, "failed": 1, "gone": 1}


def test_a_named_pipe_does_not_block(folder, store):
    os.mkfifo(folder / "pipe.txt")
    write(folder, a="read\nmột")
    summary = run([folder], store, workers=1, timeout=60)
    assert {failure.kind for failure in summary.failures if "pipe" in failure.path} <= {
        "not_a_file",
        "internal_error",
    }


def test_nothing_to_read(folder, store):
    summary = obey(folder, store)
    assert summary.counts.found == 0
    [row] = store.database["runs"].rows
    assert (row["state"], row["found"]) == ("finished", 0)


def test_progress_tells_each_file(folder, store):
    write(folder, a="read\nmột", b="encrypted", c="read\nba")
    steps: list[Step] = []
    obey(folder, store, progress=steps.append)
    assert steps[0] == Step("", "found", 0, 0, 3)
    assert {(Path(step.path).stem, step.outcome, step.pages) for step in steps[1:]} == {
        ("a", "stored", 2),
        ("b", "failed", 0),
        ("c", "stored", 2),
    }
    assert [(step.done, step.total) for step in steps[1:]] == [(1, 3), (2, 3), (3, 3)]


def test_the_database_in_the_folder_is_not_read(folder):
    write(folder, a="read\nmột")
    with open_store(folder / "archive.txt") as store:
        summary = obey(folder, store)
    assert stored_count(folder / "archive.txt") == 1
    assert counts(summary)["stored"] == 1
    assert sum(kind.files for kind in summary.skipped if kind.reason == "the database") >= 1


def stored_count(path: Path) -> int:
    connection = sqlite3.connect(path)
    try:
        return int(connection.execute("select count(*) from documents").fetchone()[0])
    finally:
        connection.close()


def test_a_failing_database_ends_the_run_and_says_so(folder, store, monkeypatch):
    write(folder, a="read\nmột", b="read\nhai", c="read\nba")
    pages = store.database.execute("pragma page_count").fetchone()[0]
    (folder / "big.txt").write_text("read\n" + "dài " * 50_000, "utf-8")
    store.database.execute(f"pragma max_page_count = {pages + 20}")
    with pytest.raises(StoreError) as raised:
        obey(folder, store, workers=1)
    assert raised.value.kind == "disk_full"
    store.database.execute("pragma max_page_count = 1000000")
    assert counts(obey(folder, store))["stored"] >= 1
    assert stored(store) == {"a", "b", "c", "big"}


def test_many_settle_on_the_way(folder, store, monkeypatch):
    monkeypatch.setattr(batch_module, "_SETTLE_EVERY", 2)
    write(folder, **{f"f{number}": f"read\nrừng {number}" for number in range(7)})
    obey(folder, store)
    assert len(store.search("rung")) == 7
    assert store.database["pending"].count == 0


SCRIPT = """
import sys
sys.path.insert(0, {here!r})
import faulty_readers
from extractor.running import run
from extractor.store import Stamp, open_store

if __name__ == "__main__":
    with open_store(sys.argv[2]) as store:
        summary = run([sys.argv[1]], store, workers=2, reader=faulty_readers.obey, stamp=Stamp("1", "test"))
        state = "interrupted" if summary.interrupted else "finished"
        print(state, summary.counts.stored, summary.counts.unchanged, flush=True)
"""


@pytest.fixture
def script(folder, tmp_path):
    """A program that reads a hundred slow files into the database named last."""
    write(folder, **{f"f{number:02}": f"slow 0.05\nBáo cáo {number}" for number in range(100)})
    path = tmp_path / "script.py"
    path.write_text(SCRIPT.format(here=str(HERE)), "utf-8")
    return [sys.executable, str(path), str(folder)]


@pytest.fixture
def started(script, database):
    """That program, caught when some of the files are stored."""
    process = subprocess.Popen([*script, database], stdout=subprocess.PIPE, text=True, start_new_session=True)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if database.exists() and written(database) >= 5:
            break
        time.sleep(0.02)
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def written(database: Path) -> int:
    try:
        return stored_count(database)
    except sqlite3.Error:
        return 0


def processes_of(group: int) -> list[int]:
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                if (
                    os.getpgid(int(entry.name)) == group
                    and "Z" not in (entry / "stat").read_text().split()[2]
                ):
                    found.append(int(entry.name))
            except (OSError, ProcessLookupError):
                continue
    return found


def test_a_killed_run_goes_on_where_it_stopped(started, script, database, tmp_path):
    started.send_signal(signal.SIGKILL)
    started.wait(timeout=30)
    before = stored_count(database)
    assert 5 <= before < 100
    connection = sqlite3.connect(database)
    for table in ("blocks", "dates"):  # whole documents only
        assert connection.execute(f"select count(*) from {table}").fetchone() == (before,)
    connection.close()
    resumed = subprocess.run([*script, database], check=True, capture_output=True, text=True)
    assert resumed.stdout.split() == ["finished", str(100 - before), str(before)]
    subprocess.run([*script, tmp_path / "whole.db"], check=True, capture_output=True)
    with open_store(database) as store, open_store(tmp_path / "whole.db") as whole:
        assert dump(store) == dump(whole)
        assert [row["state"] for row in store.database["runs"].rows] == ["running", "finished"]


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")
def test_no_worker_outlives_a_killed_run(started):
    group = started.pid
    started.send_signal(signal.SIGKILL)
    started.wait(timeout=30)
    deadline = time.monotonic() + 20
    while processes_of(group) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert processes_of(group) == []


def test_interrupted_run_ends_cleanly(started, database):
    started.send_signal(signal.SIGINT)
    output, _ = started.communicate(timeout=30)
    assert output.startswith("interrupted")
    assert started.returncode == 0
    with open_store(database) as store:
        [row] = store.database["runs"].rows
        assert row["state"] == "interrupted"
        assert row["stored"] == store.database["documents"].count == int(output.split()[1])
        assert store.database["pending"].count == 0


def test_saving_is_one_transaction_a_document(folder, store, monkeypatch):
    write(folder, a="read\nmột")

    def broken(*_: object) -> None:
        raise sqlite3.IntegrityError("broken")

    monkeypatch.setattr(saving.search_index, "want", broken)
    summary = obey(folder, store)
    assert [failure.kind for failure in summary.failures] == ["rejected"]
    assert store.database["documents"].count == store.database["blocks"].count == 0


def test_a_run_checks_each_report_and_compares_all(folder, store):
    said = "Thực hiện Nghị định số 61/2018/NĐ-CP, ngày {} của Chính phủ, huyện {} đã họp ngày 31/6/2016."
    days = {"một": "23/4/2018", "hai": "23/4/2018", "ba": "24/3/2018"}
    for name, day in days.items():
        (folder / f"{name}.txt").write_text(said.format(day, name), "utf-8")

    def found():
        rows = store.database.execute("select rule, path, raw from findings_with_place order by rule, path")
        return [
            (rule, Path(path).stem, raw)
            for rule, path, raw in rows.fetchall()
            if rule in ("REF007", "REF201")
        ]

    def graded():
        kinds = ("error", "warning")
        return tuple(store.database["findings"].count_where("severity = ?", [kind]) for kind in kinds)

    summary = run([folder], store, workers=2)
    assert found() == [
        *(("REF007", name, "ngày 31/6/2016") for name in sorted(days)),
        ("REF201", "ba", "ngày 24/3/2018"),
    ]
    assert (summary.errors, summary.warnings) == graded()
    before = dump(store)
    again = run([folder], store, workers=2)
    assert (again.counts.unchanged, again.errors, again.warnings) == (3, 0, 0)
    assert dump(store) == before
    (folder / "ba.txt").write_text(said.format("23/4/2018", "ba"), "utf-8")
    run([folder], store, workers=2)
    assert [rule for rule, _, _ in found()] == ["REF007"] * 3
