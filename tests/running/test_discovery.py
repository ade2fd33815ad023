from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.running import Skipped, discover
from extractor.running.discovery import printable


def fill(folder: Path, *names: str, content: bytes = b"x") -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def names(found, folder):
    return [str(path.relative_to(folder)) for path in found.files]


def test_folders_are_walked_in_a_stable_order(tmp_path):
    fill(tmp_path, "b.md", "a.txt", "2005/z.pdf", "2005/quý 1/a.DOCX", "1999/b.html", "Z.rtf")
    wanted = ["Z.rtf", "a.txt", "b.md", "1999/b.html", "2005/z.pdf", "2005/quý 1/a.DOCX"]
    assert names(discover([tmp_path]), tmp_path) == wanted
    assert discover([tmp_path]).failures == ()


def test_what_is_no_report_is_skipped_and_counted(tmp_path):
    fill(
        tmp_path,
        "a.md",
        ".hidden.md",
        "~$a.docx",
        ".git/config",
        "build.py",
        "gold.jsonl",
        "other.jsonl",
        "archive.db",
    )
    fill(tmp_path, "LICENSE", content=b"\x00\x01\x02\x03" * 99)
    found = discover([tmp_path], without=[tmp_path / "archive.db"])
    assert names(found, tmp_path) == ["a.md"]
    assert found.skipped == (
        Skipped(".jsonl files", 2),
        Skipped(".py files", 1),
        Skipped("hidden", 2),
        Skipped("lock file", 1),
        Skipped("no document", 1),
        Skipped("the database", 1),
    )


@pytest.mark.parametrize(
    ("name", "content", "taken"),
    [
        ("BC quy 1", "Báo cáo quý I".encode(), True),
        ("bao cao 12.2021", "Báo cáo".encode(), True),
        ("BAOCAO.001", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, True),
        ("scan.dat", b"%PDF-1.4", True),
        ("notes.dat", "Báo cáo".encode(), False),
        ("core", b"\x7fELF" + bytes(range(256)), False),
        ("photo.jpg", b"\xff\xd8\xff", True),  # to be told: a scan has no text
        ("old.zip", b"PK\x03\x04", True),
    ],
)
def test_files_of_other_names_are_judged_by_content(tmp_path, name, content, taken):
    (tmp_path / name).write_bytes(content)
    assert names(discover([tmp_path]), tmp_path) == [name] * taken


def test_a_file_that_is_named_is_always_taken(tmp_path):
    fill(tmp_path, ".hidden.py", "~$a.docx")
    given = [tmp_path / ".hidden.py", tmp_path / "~$a.docx", tmp_path / "missing.md"]
    found = discover(given)
    assert list(found.files) == given
    assert found.folders == ()


def test_each_file_once_however_it_is_given(tmp_path, monkeypatch):
    fill(tmp_path, "in/a.md", "in/b.md")
    monkeypatch.chdir(tmp_path)
    found = discover(["in/b.md", "in", tmp_path / "in" / ".." / "in", "./in/a.md"])
    assert names(found, tmp_path) == ["in/b.md", "in/a.md"]


def test_loops_of_links_end(tmp_path):
    fill(tmp_path, "in/a.md", "in/deep/b.md")
    (tmp_path / "in/deep/up").symlink_to(tmp_path / "in")
    (tmp_path / "in/self").symlink_to(tmp_path / "in/self")
    (tmp_path / "in/a-link").symlink_to(tmp_path / "in/deep")
    found = discover([tmp_path / "in"])
    # The real folder comes first; a link to itself is taken as a file, and fails.
    assert names(found, tmp_path / "in") == ["a.md", "self", "deep/b.md"]


def test_linked_folders_and_files_are_read(tmp_path):
    fill(tmp_path, "away/b.md", "away/2/c.md", "in/a.md")
    (tmp_path / "in/linked").symlink_to(tmp_path / "away")
    (tmp_path / "in/b.md").symlink_to(tmp_path / "away/b.md")
    (tmp_path / "in/broken.md").symlink_to(tmp_path / "nowhere.md")
    found = discover([tmp_path / "in"])
    assert names(found, tmp_path / "in") == ["a.md", "b.md", "broken.md", "linked/b.md", "linked/2/c.md"]


@pytest.mark.skipif(os.geteuid() == 0, reason="permissions do not bind the superuser")
def test_a_folder_that_cannot_be_listed_is_a_failure(tmp_path):
    fill(tmp_path, "shut/a.md", "b.md")
    (tmp_path / "shut").chmod(0)
    found = discover([tmp_path])
    (tmp_path / "shut").chmod(0o700)
    assert names(found, tmp_path) == ["b.md"]
    assert [failure.kind for failure in found.failures] == ["unreadable"]


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=30))
def test_any_name_can_be_stored(name):
    shown = printable(os.fsdecode(name))
    shown.encode("utf-8")
    if name.isascii():
        assert shown == name.decode("ascii")
