from __future__ import annotations

import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont
from terminal import on_terminal

from extractor.reading.scans.engines import find_engines


def table(run) -> dict[str, str]:
    return dict(line.split("\t")[:2] for line in run.stdout.splitlines())


def query(database: Path, sql: str) -> list[tuple]:
    connection = sqlite3.connect(database)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def test_run_reads_a_folder_and_sums_up(baocao, folder, database):
    ran = baocao("run", folder, "--db", database)
    assert (ran.returncode, ran.stderr) == (0, "")
    summed = table(ran)
    assert (summed["found"], summed["stored"], summed["failed"]) == ("2", "2", "0")
    assert query(database, "select count(*) from documents") == [(2,)]
    names = {Path(path).name for (path,) in query(database, "select path from files")}
    assert names == {"nuoc-sach.txt", "rung.md"}
    assert summed["citations"] == str(query(database, "select count(*) from citations")[0][0])


def test_a_second_run_finds_all_up_to_date(baocao, folder, database):
    baocao("run", folder, "--db", database)
    again = baocao("run", folder, "--db", database)
    assert again.returncode == 0
    assert (table(again)["unchanged"], table(again)["stored"]) == ("2", "0")
    forced = baocao("run", folder, "--db", database, "--force")
    assert (table(forced)["unchanged"], table(forced)["stored"]) == ("0", "2")


def test_a_file_that_fails_is_told_and_the_others_are_stored(baocao, folder, database):
    (folder / "leer.docx").write_bytes(b"")
    ran = baocao("run", folder, "--db", database)
    assert ran.returncode == 1
    [line] = [line for line in ran.stdout.splitlines() if line.startswith("failure\t")]
    _, path, kind, message, advice = line.split("\t")
    assert (Path(path).name, kind) == ("leer.docx", "empty")
    assert message and advice
    assert table(ran)["stored"] == "2"


def test_json_is_one_document(baocao, folder, database):
    (folder / "leer.docx").write_bytes(b"")
    (folder / ".hidden").write_bytes(b"")
    ran = baocao("run", folder, "--db", database, "--json", "--workers", 1)
    told = json.loads(ran.stdout)
    assert told["counts"] | {"pages": 0} == {
        "found": 4, "stored": 2, "unchanged": 0, "failed": 1, "skipped": 1, "gone": 0, "pages": 0,
    }  # fmt: skip
    assert told["failures"][0]["kind"] == "empty"
    assert told["skipped"] == [{"reason": "hidden", "files": 1}]
    assert told["interrupted"] is False


def test_nothing_to_read(baocao, tmp_path, database):
    (tmp_path / "empty").mkdir()
    ran = baocao("run", tmp_path / "empty", "--db", database)
    assert ran.returncode == 2
    assert "no report found" in ran.stderr and "baocao doctor" in ran.stderr


def test_a_path_that_is_not_there_is_a_failure(baocao, tmp_path, database):
    ran = baocao("run", tmp_path / "none.md", "--db", database)
    assert ran.returncode == 1
    assert "missing" in ran.stdout


def test_prune_removes_what_left_the_folder(baocao, folder, database):
    baocao("run", folder, "--db", database)
    (folder / "rung.md").unlink()
    noted = baocao("run", folder, "--db", database)
    assert (table(noted)["gone"], query(database, "select count(*) from documents")) == ("1", [(2,)])
    assert "rung.md" in noted.stdout
    pruned = baocao("run", folder, "--db", database, "--prune")
    assert (table(pruned)["gone"], query(database, "select count(*) from documents")) == ("1", [(1,)])
    assert query(database, "select count(*) from files") == [(1,)]
    assert baocao("search", "rừng tràm", "--db", database).returncode == 1


@pytest.mark.parametrize(
    "arguments",
    [("run",), ("run", "x"), ("run", "x", "--db"), ("run", "x", "--db", "y", "--workers", "0")],
)
def test_wrong_use_is_told(baocao, arguments, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    ran = baocao(*arguments)
    assert ran.returncode == 2
    assert "Error: " in ran.stderr and "Traceback" not in ran.stderr
    assert list(tmp_path.iterdir()) == []


def test_trouble_with_the_database_is_told(baocao, folder, tmp_path):
    (tmp_path / "text.db").write_text("no database\n" * 99)
    for name, words in (
        (tmp_path / "text.db", "is not a SQLite database"),
        (tmp_path / "none" / "a.db", "mkdir -p"),
        (tmp_path, "cannot be opened"),
    ):
        ran = baocao("run", folder, "--db", name)
        assert ran.returncode == 3, ran.stderr
        assert words in ran.stderr
        assert "Traceback" not in ran.stderr


def test_a_locked_database_is_told(baocao, folder, database):
    baocao("run", folder, "--db", database)
    holder = sqlite3.connect(database, isolation_level=None)
    holder.execute("begin immediate")
    ran = baocao("run", folder, "--db", database)
    holder.execute("rollback")
    holder.close()
    assert ran.returncode == 3
    assert "in use by another program" in ran.stderr and "try again" in ran.stderr


def test_a_full_disk_is_told_and_the_run_goes_on_later(baocao, folder, database):
    """A limit on the size of a file stands for the disk: both end in the same errors of SQLite."""
    (folder / "lon.txt").write_text("Rừng tràm mọc ở Đồng Tháp.\n" * 9_000, "utf-8")
    command = (
        f"ulimit -f 500; exec {sys.executable} -m extractor run '{folder}' --db '{database}' --workers 1"
    )
    ran = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=120)
    assert ran.returncode == 3, ran
    assert "goes on where it stopped" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert baocao("run", folder, "--db", database).returncode == 0
    assert query(database, "select count(*) from documents") == [(3,)]


def test_an_interrupted_run_says_how_to_go_on(folder, database):
    for number in range(300):
        shutil.copy(folder / "nuoc-sach.txt", folder / f"{number}.txt")
        with (folder / f"{number}.txt").open("a", encoding="utf-8") as file:
            file.write(f"Hết {number}.\n" * 300)
    command = [sys.executable, "-m", "extractor", "run", str(folder), "--db", str(database), "--workers", "1"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            if query(database, "select count(*) from documents")[0][0]:
                break
        except sqlite3.Error:
            pass
        time.sleep(0.02)
    process.send_signal(signal.SIGTERM)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130, errors
    assert "Give the same command again" in errors
    assert query(database, "select state from runs") == [("interrupted",)]


@pytest.fixture
def scan(folder):
    """A picture of eleven small pages."""
    if find_engines() is None:
        pytest.skip("no OCR engine is installed")
    page = Image.new("L", (900, 260), 255)
    draw = ImageDraw.Draw(page)
    draw.text((40, 60), "BAO CAO 2019", font=ImageFont.load_default(60), fill=0)
    path = folder / "quet.tif"
    page.save(path, save_all=True, append_images=[page] * 10, dpi=(200, 200))
    return path


def test_in_a_pipe_the_pages_of_long_scans_are_told_in_lines(baocao, scan, database):
    ran = baocao("run", scan, "--db", database)
    assert ran.returncode == 0, ran.stdout
    assert table(ran)["pages"] == "11"
    lines = [line.split("\t") for line in ran.stderr.splitlines()]
    assert {path for path, _ in lines} == {str(scan)}
    assert [told for _, told in lines][-1] == "page 11 of 11"
    assert len(lines) == 10


@pytest.mark.skipif(os.name == "nt", reason="needs a terminal of Unix")
def test_on_a_terminal_a_scan_has_a_bar_of_its_own(scan, database):
    code, seen = on_terminal("run", scan, "--db", database)
    assert code == 0, seen
    assert re.search(r"quet\.tif .* \d+/11 scanned pages", seen), seen


@pytest.mark.skipif(os.name == "nt", reason="needs a terminal of Unix")
def test_on_a_terminal_there_is_a_table(folder, database):
    (folder / "leer.docx").write_bytes(b"")
    code, seen = on_terminal("run", folder, "--db", database)
    assert code == 1
    assert "3 files →" in seen
    assert "Not read" in seen and "empty  Has no content" in seen and "leer.docx" in seen
    assert "files ·" in seen  # the bar
