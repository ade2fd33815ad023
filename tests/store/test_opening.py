from __future__ import annotations

import os
import sqlite3
import subprocess
import sys

import pytest
from sqlite_utils import Database

from extractor.store import Counts, Failure, Stamp, StoreError, connection, open_store, schema
from patterns import Mentions


def refused(kind, call):
    with pytest.raises(StoreError) as raised:
        call()
    assert raised.value.kind == kind
    assert raised.value.advice
    return raised.value


def test_steps_are_numbered_without_gaps():
    numbers = [int(step[:4]) for step in schema.steps()]
    assert numbers == list(range(1, len(numbers) + 1))


def test_steps_are_recorded(store):
    recorded = [row["name"] for row in store.database["_sqlite_migrations"].rows_where(order_by="id")]
    assert tuple(recorded) == schema.steps()


@pytest.mark.parametrize("step", schema.steps()[1:])
def test_older_database_opens_with_its_data(database, step):
    old = Database(database)
    schema.migrate(old, stop_before=step)
    old.execute("insert into serials values (?, 7)", ["a" * 64])
    old.execute(
        "insert into documents (id, serial, path, format, parser, version, configuration, text) "
        "values (?, 7, '/reports/old.md', 'text', 'p', '0.0.1', 'c', 'Rừng ngập mặn.')",
        ["a" * 64],
    )
    old.execute(
        "insert into blocks (id, document_id, kind, start, end, text) "
        "values (7 << 24, ?, 'paragraph', 0, 14, 'Rừng ngập mặn.')",
        ["a" * 64],
    )
    if step > "0002_search":  # a database that had the index had filled it
        old.execute("insert into pending values ('index', 7)")
    old.close()
    with open_store(database) as store:
        assert schema.is_current(store.database)
        assert [hit.path for hit in store.search("rung ngap man")] == ["/reports/old.md"]
        assert next(iter(store.database["documents_overview"].rows))["path"] == "/reports/old.md"


def test_newer_database_is_refused_and_left_alone(database):
    open_store(database).close()
    later = Database(database)
    later["_sqlite_migrations"].insert(
        {"migration_set": schema.MIGRATIONS, "name": "0999_later", "applied_at": "x"}
    )
    later.close()
    before = database.read_bytes()
    error = refused("newer", lambda: open_store(database))
    assert "0999_later" in error.message
    assert database.read_bytes() == before


def test_a_failing_step_changes_nothing(database, monkeypatch, tmp_path):
    (tmp_path / "0001_good.sql").write_text("create table one (id integer);", "utf-8")
    (tmp_path / "0002_bad.sql").write_text(
        "create table two (id integer); insert into nowhere values (1);", "utf-8"
    )
    monkeypatch.setattr(schema, "_FOLDER", tmp_path)
    refused("failed", lambda: open_store(database))
    assert set(Database(database).table_names()) == {"_sqlite_migrations", "one"}


def test_every_view_says_what_it_answers(store):
    assert len(store.database.views) >= 10
    for view in store.database.views:
        assert "\n-- " in view.schema, view.name
        list(view.rows)


def test_no_database(database):
    error = refused("no_database", lambda: open_store(database, create=False))
    assert "baocao run" in error.advice
    assert not database.exists()


def test_no_folder(tmp_path):
    refused("no_folder", lambda: open_store(tmp_path / "none" / "a.db"))


def test_a_folder_is_no_database(tmp_path):
    refused("no_folder", lambda: open_store(tmp_path))


def test_not_sqlite(database):
    database.write_bytes(b"%PDF-1.4 " + b"x" * 4096)
    refused("not_sqlite", lambda: open_store(database))
    assert database.read_bytes().startswith(b"%PDF")


def test_database_of_another_program(database):
    other = sqlite3.connect(database)
    other.execute("create table photographs (id)")
    other.commit()
    other.close()
    assert "photographs" in refused("foreign", lambda: open_store(database)).message


def test_damaged(database, built):
    with open_store(database) as store:
        store.save(*built())
    size = database.stat().st_size
    with database.open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(size - 4096))
    with pytest.raises(StoreError) as raised:
        open_store(database)
    assert raised.value.kind in ("damaged", "failed", "not_sqlite")


def test_locked(database, monkeypatch, built):
    monkeypatch.setattr(connection, "_SECONDS_TO_WAIT", 0.1)
    with open_store(database) as store:
        other = sqlite3.connect(database, isolation_level=None)
        other.execute("begin immediate")
        refused("locked", lambda: store.save(*built()))
        other.execute("rollback")
        store.save(*built())
        other.close()


def test_readers_are_not_locked_out_by_a_writer(database, built):
    with open_store(database) as store:
        store.save(*built())
        store.settle()
        store.database.execute("begin immediate")
        with open_store(database, create=False) as reader:
            assert len(reader.search("dong thap")) == 1
        store.database.execute("rollback")


def test_full_disk(database, built):
    with open_store(database) as store:
        report, mentions = built()
        store.database.execute(
            f"pragma max_page_count = {store.database.execute('pragma page_count').fetchone()[0]}"
        )
        error = refused("disk_full", lambda: [store.save(*built(extra=f" {n}" * 999)) for n in range(9)])
        assert "goes on where it stopped" in error.advice
        store.database.execute("pragma max_page_count = 1000000")
        store.save(report, mentions)
        assert store.database["documents"].count == 1


def test_read_only_database_can_be_searched_but_not_written(database, built, monkeypatch):
    with open_store(database) as store:
        store.save(*built())
    # Permissions do not bind the superuser, under whom tests may run.
    monkeypatch.setattr(connection, "_writable", lambda path: False)
    with open_store(database, create=False) as store:
        assert len(store.search("dong thap")) == 1
        refused("read_only", lambda: store.save(*built()))
    monkeypatch.undo()
    with open_store(database) as store:
        store.database.execute("delete from _sqlite_migrations where name = ?", [schema.steps()[-1]])
    monkeypatch.setattr(connection, "_writable", lambda path: False)
    refused("older", lambda: open_store(database, create=False))


def test_killed_while_saving_leaves_whole_documents(database):
    """A process that kills itself in the middle of a transaction, as the system does when memory runs out."""
    script = (
        "import os, signal, sys\n"
        "from extractor.store import open_store, saving\n"
        "from extractor.report import *\n"
        "from patterns import Mentions\n"
        "block = Block(0, BlockKind.PARAGRAPH, 0, 2)\n"
        "report = Report('1' * 64, 'a', 'text', 'xa', (block,), (), Facts(), (), 'p')\n"
        "store = open_store(sys.argv[1])\n"
        "store.save(report, Mentions())\n"
        "saving.search_index.want = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        "import dataclasses\n"
        "store.save(dataclasses.replace(report, id='2' * 64, path='b'), Mentions())\n"
    )
    assert subprocess.run([sys.executable, "-c", script, database]).returncode == -9
    with open_store(database) as store:
        assert [row["id"][0] for row in store.database["documents"].rows] == ["1"]
        assert store.database["blocks"].count == 1


def test_ledger_of_failures(store, built):
    failure = Failure("/reports/a.md", "encrypted", "it has a password", "ask for it", "f" * 64)
    run = store.start_run(started="2024-01-01T00:00:00Z", stamp=Stamp("1", "c"), options="{}")
    store.put_failure(failure, run)
    store.put_failure(failure, run)
    assert [row["state"] for row in store.database["files_overview"].rows] == ["failed"]
    store.save(*built("/reports/a.md"))
    assert [row["state"] for row in store.database["files_overview"].rows] == ["read"]
    assert store.database["failures"].count == 0
    store.mark_gone(["/reports/a.md"], run)
    assert [row["state"] for row in store.database["files_overview"].rows] == ["gone"]
    assert store.database["documents"].count == 1
    store.save(*built("/reports/a.md"))
    assert [row["state"] for row in store.database["files_overview"].rows] == ["read"]
    store.finish_run(
        run, finished="2024-01-01T00:00:01Z", state="finished", counts=Counts(found=3, stored=2, failed=1)
    )
    [row] = store.database["runs"].rows
    assert (row["state"], row["found"], row["stored"], row["gone"]) == ("finished", 3, 2, 0)


def test_current_means_the_same_extractor(store, built):
    report, _ = built()
    store.save(report, Mentions(), stamp=Stamp("1", "c"))
    assert store.is_current(report.id, Stamp("1", "c"))
    assert not store.is_current(report.id, Stamp("1", "d"))
    assert not store.is_current("0" * 64, Stamp("1", "c"))
