"""`baocao cited`, `sql` and `schema` as a person gives them."""

from __future__ import annotations

import json
from pathlib import Path

from terminal import on_terminal

from tests.cli.conftest import Baocao


def test_cited_lists_one_document_and_all(baocao: Baocao, archive: Path) -> None:
    run = baocao("cited", "--db", archive)
    assert run.returncode == 0
    head, *rows = run.stdout.splitlines()
    assert head.split("\t")[0] == "code"
    assert {row.split("\t")[0] for row in rows} == {"88/QĐ-UBND"}
    found = json.loads(baocao("cited", "88/qd-ubnd", "--db", archive, "--json").stdout)
    [document] = found["documents"]
    [place] = document["places"]
    assert (place["raw"], place["date"]) == ("Quyết định số 88/QĐ-UBND", "2017-03-02")
    code, seen = on_terminal("cited", "88/qd-ubnd", "--db", archive)
    assert code == 0
    assert "cited 1 time in 1 report" in seen
    code, seen = on_terminal("cited", "07-CT/TU", "--db", archive)
    assert code == 0
    assert "Cited without its year or term" in seen


def test_cited_tells_what_is_not_there(baocao: Baocao, archive: Path, tmp_path: Path) -> None:
    assert baocao("cited", "99/QĐ-UBND", "--db", archive).returncode == 1
    run = baocao("cited", "--only", "no.md", "--db", archive)
    assert run.returncode == 2
    assert "no document fits no.md" in run.stderr
    assert baocao("cited", "--network", tmp_path / "n.png", "--db", archive).returncode == 2
    assert baocao("cited", "--network", tmp_path / "no" / "n.dot", "--db", archive).returncode == 2


def test_what_only_one_report_cites(baocao: Baocao, archive: Path) -> None:
    [document] = json.loads(baocao("cited", "--only", "nuoc-sach.txt", "--db", archive, "--json").stdout)
    assert document["code"] == "88/QĐ-UBND"
    assert baocao("cited", "--only", "rung.md", "--db", archive).returncode == 1


def test_the_network_goes_into_a_file(baocao: Baocao, archive: Path, tmp_path: Path) -> None:
    assert baocao("cited", "--network", tmp_path / "n.GraphML", "--db", archive).returncode == 0
    assert b"<edge" in (tmp_path / "n.GraphML").read_bytes()


def test_sql(baocao: Baocao, archive: Path) -> None:
    run = baocao("sql", "select count(*) as reports, null as empty from documents", "--db", archive)
    assert (run.returncode, run.stdout) == (0, "reports\tempty\n2\t\n")
    assert json.loads(baocao("sql", "select x'00ff' as b", "--db", archive, "--json").stdout) == [
        {"b": "AP8="}
    ]
    assert "first 1 rows" in baocao("sql", "select id from blocks", "--limit", 1, "--db", archive).stderr
    run = baocao("sql", "drop table documents", "--db", archive)
    assert run.returncode == 2
    assert "reading only" in run.stderr
    assert baocao("sql", "select 1", "--db", archive.parent / "none.db").returncode == 3


def test_schema(baocao: Baocao, archive: Path) -> None:
    assert "most_cited_documents\tview\t" in baocao("schema").stdout
    assert "key\ttext\t" in baocao("schema", "cited_documents", "--db", archive).stdout
    assert baocao("schema", "nothing").returncode == 2
    [table] = json.loads(baocao("schema", "runs", "--json").stdout)
    assert table["kind"] == "table"
