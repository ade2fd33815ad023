"""`read`: a path becomes a report, whatever stands at the path."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import docx
import pytest

from extractor.problems import ReadError
from extractor.reading import read
from extractor.reading.limits import MAX_FILE_BYTES

TEXT = "Căn cứ Quyết định số 21/QĐ-UBND ngày 03/5/2019 của Ủy ban nhân dân tỉnh."


def write_docx(path: Path) -> None:
    document = docx.Document()
    document.add_paragraph(TEXT)
    document.save(str(path))


WRITERS = {
    "text": lambda path: path.write_text(TEXT, "utf-8"),
    "markdown": lambda path: path.write_text(f"# Báo cáo\n\n**{TEXT}**\n\n**x** **y**\n", "utf-8"),
    "html": lambda path: path.write_text(f"<html><body><p>{TEXT}</body></html>", "utf-8"),
    "docx": write_docx,
}


@pytest.mark.parametrize("format_name", WRITERS)
def test_each_format_becomes_a_report(tmp_path, format_name):
    path = tmp_path / "tep"
    WRITERS[format_name](path)
    report = read(path)
    assert report.format == format_name
    assert TEXT in report.text
    assert report.id == hashlib.sha256(path.read_bytes()).hexdigest()
    assert report.path == str(path)
    assert not report.problems


@pytest.mark.parametrize(
    "name",
    [
        "Báo cáo quý I.txt",
        'it\'s "quoted" & $HOME;.txt',
        unicodedata.normalize("NFD", "Nghệ An.txt"),
        "-v.txt",
        "dòng\nmới.txt",
    ],
)
def test_any_name_is_a_name(tmp_path, name):
    path = tmp_path / "thư mục" / name
    path.parent.mkdir()
    path.write_text(TEXT, "utf-8")
    assert TEXT in read(path).text
    assert TEXT in read(str(path)).text


def test_a_file_is_read_by_what_it_is_and_its_name_told(tmp_path):
    path = tmp_path / "cong-van.doc"
    path.write_text(f"<html><body><p>{TEXT}</body></html>", "utf-8")
    report = read(path)
    assert report.format == "html"
    assert [problem.kind for problem in report.problems] == ["wrong_extension"]


def make_pipe(path: Path) -> None:
    os.mkfifo(path)


ODD_PATHS = {
    "missing": (lambda path: None, "missing"),
    "directory": (Path.mkdir, "not_a_file"),
    "broken link": (lambda path: path.symlink_to("không có"), "broken_link"),
    "link to itself": (lambda path: path.symlink_to(path), "unreadable"),
    "pipe": (make_pipe, "not_a_file"),
    "empty": (Path.touch, "empty"),
    "too large": (
        lambda path: os.truncate(os.open(path, os.O_CREAT | os.O_WRONLY), MAX_FILE_BYTES + 1),
        "too_large",
    ),
}


@pytest.mark.parametrize(("make", "kind"), ODD_PATHS.values(), ids=ODD_PATHS.keys())
def test_what_is_no_file_says_what_stands_there(tmp_path, make, kind):
    path = tmp_path / "bao cao.docx"
    make(path)
    with pytest.raises(ReadError) as raised:
        read(path)
    assert raised.value.kind == kind
    assert str(path) in raised.value.message
    assert raised.value.advice


@pytest.mark.parametrize("path", ["a\0b.txt", "x" * 5_000])
def test_an_impossible_path_is_a_read_error(path):
    with pytest.raises(ReadError) as raised:
        read(path)
    assert raised.value.kind in ("unreadable", "missing")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_one_may_not_read_is_told(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    path.chmod(0)
    with pytest.raises(ReadError) as raised:
        read(path)
    assert raised.value.kind == "unreadable"


def test_a_linked_file_is_read(tmp_path):
    path = tmp_path / "thật.txt"
    path.write_text(TEXT, "utf-8")
    (tmp_path / "liên kết").symlink_to(path)
    assert TEXT in read(tmp_path / "liên kết").text


def test_readers_are_imported_only_for_their_formats(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    program = (
        "import sys; from extractor.reading import read; read(sys.argv[1]);"
        "print([name for name in ('docx', 'pypdfium2', 'pdfplumber', 'markdown_it') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
