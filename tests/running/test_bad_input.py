"""A folder of every bad file that archives hold: each ends as a row that helps, and all others are stored."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from bad_files import BAD, ODD_NAMES, SENTENCE, lay_out

from extractor.running import Summary, run
from extractor.store import Store, open_store

READ = {*ODD_NAMES, "là PDF.docx", "là Word.pdf", "english.txt", "một dòng.txt"}
LINKS = {"liên kết đứt.md": "broken_link", "tự trỏ": "unreadable"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("hồ sơ 'cũ'")
    lay_out(path)
    return path


@pytest.fixture(scope="module")
def ran(folder, tmp_path_factory):
    with open_store(tmp_path_factory.mktemp("db") / "archive.db") as store:
        yield run([folder], store, workers=2, timeout=180), store, folder


def rows(ran: tuple[Summary, Store, Path], query: str) -> list[tuple[str, ...]]:
    """Rows of a query whose first column is a path, which is shortened to its part in the folder."""
    _, store, folder = ran
    found = store.database.execute(query).fetchall()
    return [(os.path.relpath(path, folder), *rest) for path, *rest in found]


def test_every_good_file_is_stored(ran):
    assert {path for (path,) in rows(ran, "select path from files")} == READ
    counts = ran[0].counts
    assert (counts.stored, counts.failed) == (len(READ), len(BAD) + len(LINKS))


def test_every_bad_file_has_one_row_that_says_why_and_what_to_do(ran):
    found = rows(ran, "select path, kind, message, advice from failures")
    expected = {name: kind for name, (_, kind) in BAD.items()} | LINKS
    assert {path for path, *_ in found} == set(expected)
    wrong = {path: kind for path, kind, *_ in found if kind != expected[path] and kind not in expected[path]}
    assert wrong == {}
    for path, kind, message, advice in found:
        assert len(message) > 15 and len(advice) > 15, (path, kind)
        others = [name for name in BAD if name != path and name in message]
        assert not others, f"{path} is told as {others}"


def test_what_is_read_with_doubts_has_its_problem(ran):
    query = "select d.path, p.kind from problems p join documents d on d.id = p.document_id"
    told = set(rows(ran, query))
    assert told >= {
        ("là PDF.docx", "wrong_extension"),
        ("là Word.pdf", "wrong_extension"),
        ("english.txt", "not_vietnamese"),
    }
    assert not {path for path, _ in told} & {*ODD_NAMES, "một dòng.txt"}


@pytest.mark.parametrize(("table", "each"), [("citations", 1), ("dates", 1), ("indicators", 1)])
def test_one_endless_line_gives_all_its_mentions(ran, table, each):
    query = f"select d.path, m.raw from {table} m join documents d on d.id = m.document_id"
    raws = [raw for path, raw in rows(ran, query) if path == "một dòng.txt"]
    assert len(raws) == 2_500 * each
    assert {raw in SENTENCE for raw in raws} == {True}


def test_a_second_run_reads_nothing_again(ran):
    summary, store, folder = ran
    again = run([folder], store, workers=2, timeout=180)
    assert (again.counts.stored, again.counts.unchanged) == (0, len(READ))
    assert again.counts.failed == summary.counts.failed


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path):
    (tmp_path / "kín.txt").write_text(SENTENCE, "utf-8")
    (tmp_path / "kín.txt").chmod(0)
    with open_store(tmp_path / "archive.db") as store:
        run([tmp_path / "kín.txt"], store, workers=1)
        assert [row["kind"] for row in store.database["failures"].rows] == ["unreadable"]
