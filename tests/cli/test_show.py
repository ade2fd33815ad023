from __future__ import annotations

import json
import os
import sqlite3

import pytest
from terminal import on_terminal


def id_of(archive, name):
    connection = sqlite3.connect(archive)
    rows = connection.execute("select document_id from files where path like ?", [f"%{name}"])
    [(found,)] = rows.fetchall()
    connection.close()
    return found


def test_show_reads_a_file_without_a_database(baocao, folder):
    ran = baocao("show", folder / "nuoc-sach.txt")
    assert (ran.returncode, ran.stderr) == (0, "")
    shown = dict(line.split("\t", 1) for line in ran.stdout.splitlines())
    assert shown["format"] == "text"
    assert shown["path"] == str(folder / "nuoc-sach.txt")
    assert int(shown["citations"]) >= 1


def test_show_lists_one_kind_with_a_line_of_names(baocao, folder):
    ran = baocao("show", folder / "nuoc-sach.txt", "--kind", "citations")
    names, *rows = [line.split("\t") for line in ran.stdout.splitlines()]
    assert names[:6] == ["raw", "type", "number", "year", "symbol", "code"]
    assert "88/QĐ-UBND" in [row[names.index("code")] for row in rows]
    assert all(len(row) == len(names) for row in rows)


def test_json_has_the_document_and_all_kinds(baocao, folder):
    told = json.loads(baocao("show", folder / "nuoc-sach.txt", "--json").stdout)
    assert set(told) == {
        "document",
        "citations",
        "dates",
        "indicators",
        "blocks",
        "facts",
        "findings",
        "problems",
    }
    text = (folder / "nuoc-sach.txt").read_text("utf-8")
    assert {block["text"] for block in told["blocks"]}
    for citation in told["citations"]:
        assert citation["raw"] in text
    one = json.loads(baocao("show", folder / "nuoc-sach.txt", "--kind", "dates", "--json").stdout)
    assert set(one) == {"document", "dates"}


@pytest.mark.parametrize("name", ["rung.md", "prefix", "whole", "path"])
def test_a_stored_document_is_found_by_id_or_path(baocao, archive, name):
    known = id_of(archive, "rung.md")
    given = {"prefix": known[:8], "whole": known, "path": archive.parent / "rung.md"}.get(name, name)
    ran = baocao("show", given, "--db", archive)
    assert ran.returncode == 0, ran.stderr
    assert f"id\t{known}" in ran.stdout.splitlines()


def test_names_that_fit_none_or_several(baocao, folder, tmp_path):
    database = tmp_path / "a.db"
    (folder / "sub").mkdir()
    (folder / "sub" / "rung.md").write_text("Rừng khác.\n", "utf-8")
    baocao("run", folder, "--db", database)
    several = baocao("show", "rung.md", "--db", database)
    assert several.returncode == 2
    assert "2 documents fit rung.md" in several.stderr and "sub/rung.md" in several.stderr
    assert baocao("show", "none.md", "--db", database).returncode == 2
    (tmp_path / "new.md").write_text("Mới.\n", "utf-8")
    new = baocao("show", tmp_path / "new.md", "--db", database)
    assert new.returncode == 2 and "baocao run" in new.stderr


def test_a_file_that_cannot_be_read_is_told(baocao, tmp_path):
    (tmp_path / "leer.docx").write_bytes(b"")
    ran = baocao("show", tmp_path / "leer.docx")
    assert ran.returncode == 1
    assert ran.stderr.startswith("error: ") and len(ran.stderr.splitlines()) >= 2
    assert baocao("show", tmp_path / "none.docx").returncode == 2
    assert baocao("show", "abcd1234").returncode == 2


def test_no_database(baocao, tmp_path):
    ran = baocao("show", "abcd", "--db", tmp_path / "none.db")
    assert ran.returncode == 3
    assert "no database at" in ran.stderr and "baocao run" in ran.stderr
    assert not (tmp_path / "none.db").exists()


@pytest.mark.skipif(os.name == "nt", reason="needs a terminal of Unix")
def test_on_a_terminal_there_is_a_page(archive):
    code, seen = on_terminal("show", "nuoc-sach.txt", "--db", archive, width=80)
    assert code == 0
    assert "Cites" in seen and "88/QĐ-UBND" in seen
    assert "1 citation ·" in seen and "--kind" in seen
    assert max(map(len, seen.splitlines())) <= 80
    code, seen = on_terminal("show", "nuoc-sach.txt", "--db", archive, "--kind", "citations", width=80)
    assert code == 0 and "88/QĐ-UBND" in seen
    assert max(map(len, seen.splitlines())) <= 80


@pytest.mark.skipif(os.name == "nt", reason="needs a terminal of Unix")
def test_a_report_cannot_send_commands_to_the_terminal(baocao, folder, tmp_path):
    (folder / "evil.txt").write_text("\x1b]0;owned\x07Chỉ thị số 07-CT/TU\x1b[2J nước sạch\n", "utf-8")
    baocao("run", folder / "evil.txt", "--db", tmp_path / "a.db")
    for command in (("search", "nuoc sach"), ("show", "evil.txt", "--kind", "blocks")):
        _, seen = on_terminal(*command, "--db", tmp_path / "a.db")
        assert "\x1b" not in seen and "\x07" not in seen


def test_findings_are_listed_of_a_file_and_of_a_database(baocao, folder, tmp_path):
    (folder / "ngay.txt").write_text("BÁO CÁO\n\nNgày 31/6/2016, UBND tỉnh đã họp về nước sạch.\n", "utf-8")
    assert baocao("run", folder, "--db", tmp_path / "findings.db").returncode == 0
    of_file = baocao("show", folder / "ngay.txt", "--kind", "findings", "--json")
    of_database = baocao("show", "ngay.txt", "--db", tmp_path / "findings.db", "--kind", "findings", "--json")
    findings = json.loads(of_file.stdout)["findings"]
    [finding] = [one for one in findings if one["rule"] == "REF007"]
    assert (finding["rule"], finding["severity"], finding["raw"]) == ("REF007", "error", "Ngày 31/6/2016")
    assert json.loads(of_database.stdout)["findings"] == findings
    errors = sum(one["severity"] == "error" for one in findings)
    assert json.loads(of_database.stdout)["document"]["errors"] == errors
