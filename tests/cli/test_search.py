from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from terminal import on_terminal


@pytest.mark.parametrize(
    ("words", "file"),
    [
        ("dong thap", "rung.md"),
        ("Đồng Tháp", "rung.md"),
        ("ĐỒNG THÁP", "rung.md"),
        ("hòa sơn", "nuoc-sach.txt"),
        ("hoa son", "nuoc-sach.txt"),
        ('"nước sạch" xã', "nuoc-sach.txt"),
        ("07-CT/TU", "rung.md"),
    ],
)
def test_words_find_passages(baocao, archive, words, file):
    ran = baocao("search", words, "--db", archive)
    assert ran.returncode == 0, ran.stderr
    assert {Path(line.split("\t")[0]).name for line in ran.stdout.splitlines()} == {file}
    assert all(len(line.split("\t")) == 4 for line in ran.stdout.splitlines())


def test_words_may_be_given_one_by_one(baocao, archive):
    assert (
        baocao("search", "rung", "tram", "--db", archive).stdout
        == baocao("search", "rung tram", "--db", archive).stdout
    )


def test_json_tells_where(baocao, archive):
    told = json.loads(baocao("search", "trạm bơm", "--db", archive, "--json").stdout)
    assert (told["words"], told["found"]) == ("trạm bơm", 1)
    [hit] = told["hits"]
    first, end = hit["marks"][0]
    assert hit["snippet"][first:end].lower() == "trạm"
    assert hit["end"] > hit["start"] > 0


def test_nothing_found_and_nothing_asked(baocao, archive):
    assert baocao("search", "sa mạc", "--db", archive).returncode == 1
    asked = baocao("search", "?!", "--db", archive)
    assert asked.returncode == 2
    assert "no word to search for" in asked.stderr


@pytest.mark.parametrize("words", ['"', "NEAR(", "a AND", "body:x", "*", "'; drop table blocks; --", "-x"])
def test_any_words_are_safe(baocao, archive, words):
    ran = baocao("search", "--db", archive, "--", words)
    assert ran.returncode in (0, 1, 2)
    assert "Traceback" not in ran.stderr


def test_no_database(baocao, tmp_path):
    ran = baocao("search", "x", "--db", tmp_path / "none.db")
    assert ran.returncode == 3
    assert "baocao run" in ran.stderr


@pytest.mark.skipif(os.name == "nt", reason="needs a terminal of Unix")
def test_on_a_terminal_hits_are_told_with_their_place(archive):
    code, seen = on_terminal("search", "xa nuoc", "--db", archive, width=70)
    assert code == 0
    assert "nuoc-sach.txt" in seen and "1 passage in" in seen
    assert max(map(len, seen.splitlines())) <= 70
    code, seen = on_terminal("search", "sa mạc", "--db", archive)
    assert code == 1 and "Nothing found" in seen
