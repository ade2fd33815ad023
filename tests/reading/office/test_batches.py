"""Whatever stands in a folder of old files, and whatever the office does, each file has its row."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reading.office.conftest import is_running, wait_until
from tests.reading.office.test_resident import FakeOffice, folders, processes_of

ROOT = Path(__file__).parents[3]
REPORT = "<p>Trong quý I năm 2012, huyện Krông Nô đã cấp 318 giấy phép xây dựng.</p>"
RICH = (
    rb"{\rtf1\ansi\ansicpg1252 N\u259?m 2012, huy\u7879?n \u273?\'e3 c\u7845?p 318 gi\u7845?y ph\'e9p.\par}"
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    folder.mkdir()
    files = {
        "page.doc": f"<html><body>{REPORT * 3}</body></html>".encode(),
        "rich.doc": RICH,
        "nested.rtf": b"{\\rtf1 " + b"{" * 100_000,
        "open.rtf": RICH.replace(b"\\par}", b"\\par{\\b{\\i"),
        "nothing.doc": b"",
        "zeros.doc": bytes(5000),
        "cut.doc": OLE + bytes(500),
        "junk.doc": OLE + ("WordDocument\0".encode("utf-16-le")).ljust(64, b"\0") + b"\x1a\0" + bytes(3000),
        "junk.xls": OLE + ("Workbook\0".encode("utf-16-le")).ljust(64, b"\0") + b"\x12\0" + bytes(3000),
        "good.txt": "BÁO CÁO\n\nNăm 2012, huyện Krông Nô đã trồng 45 ha rừng.\n".encode(),
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


EXPECTED = {
    "nested.rtf": "too_deep",
    "nothing.doc": "empty",
    "zeros.doc": "empty",
    "cut.doc": "truncated",
    "junk.doc": "damaged",
    "junk.xls": "damaged",
}


def run_batch(archive: Path, database: Path, *, timeout: float) -> tuple[dict[str, str], set[str]]:
    """Run the command, with the path as it is now; return the failures by name and what was stored."""
    command = [sys.executable, "-m", "extractor", "run", str(archive), "--db", str(database)]
    options = ["--timeout", str(timeout), "--workers", "2"]
    subprocess.run([*command, *options], capture_output=True, timeout=300, cwd=ROOT, check=False)
    with sqlite3.connect(database) as connection:
        rows = connection.execute("select path, kind, message, advice from failures").fetchall()
        stored = {Path(path).name for (path,) in connection.execute("select path from documents")}
    assert all(message and advice for _, _, message, advice in rows)
    return {Path(path).name: kind for path, kind, _, _ in rows}, stored


@pytest.mark.parametrize("office", ["exit 0", "exit 1"])
def test_each_file_has_a_row(archive: Path, tmp_path: Path, fake_office: FakeOffice, office: str) -> None:
    before = folders()
    note = fake_office(office)
    failures, stored = run_batch(archive, tmp_path / "archive.db", timeout=60)
    assert failures == EXPECTED
    assert stored == {"page.doc", "rich.doc", "open.rtf", "good.txt"}
    assert processes_of(note)
    assert wait_until(lambda: not any(is_running(process) for process in processes_of(note)))
    assert wait_until(lambda: folders() <= before)


def test_an_office_that_hangs_costs_its_own_files_alone(
    archive: Path, tmp_path: Path, fake_office: FakeOffice
) -> None:
    before = folders()
    note = fake_office("sleep 600")
    failures, stored = run_batch(archive, tmp_path / "archive.db", timeout=8)
    assert failures == EXPECTED | {"junk.doc": "timeout", "junk.xls": "timeout"}
    assert stored == {"page.doc", "rich.doc", "open.rtf", "good.txt"}
    assert processes_of(note)
    assert wait_until(lambda: not any(is_running(process) for process in processes_of(note)))
    assert wait_until(lambda: folders() <= before)
