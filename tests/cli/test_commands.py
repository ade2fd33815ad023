from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from terminal import on_terminal

from extractor.cli.app import Kind
from extractor.cli.listings import KINDS


def test_help_names_every_command(baocao):
    ran = baocao("--help")
    assert ran.returncode == 0
    for command in ("run", "show", "search", "doctor"):
        assert f"\n  {command} " in ran.stdout


@pytest.mark.parametrize("command", ["run", "show", "search", "doctor"])
def test_each_command_has_an_example_and_exit_codes(baocao, command):
    shown = baocao(command, "--help").stdout
    assert f"Example: baocao {command}" in shown
    assert "Exit code: 0" in shown


def test_version_of_the_module_that_is_run():
    ran = subprocess.run([sys.executable, "-m", "extractor", "--version"], capture_output=True, text=True)
    assert ran.returncode == 0
    name, version = ran.stdout.split()
    assert name == "baocao" and version[0].isdigit()


def test_help_does_not_load_what_it_does_not_need():
    """Importing these takes seconds; help is to be there at once."""
    code = (
        "import sys\nsys.argv = ['baocao', '--help']\nfrom extractor.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "heavy = {'spacy', 'sqlite_utils', 'numpy', 'pebble', 'lxml', 'pdfplumber'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert ran.stdout.splitlines()[-1] == "[]"


def test_doctor_tells_parts_and_formats(baocao):
    ran = baocao("doctor")
    rows = [line.split("\t") for line in ran.stdout.splitlines()]
    parts = {row[1]: row[2] for row in rows if row[0] == "part"}
    formats = {row[1]: row[2] for row in rows if row[0] == "format"}
    assert parts["SQLite"] == parts["spacy"] == parts["sqlite-utils"] == "there"
    assert formats["docx"] == formats["pdf"] == formats["text"] == formats["markdown"] == "read"
    assert formats["archive"] == "not read"
    assert all(row[-1] for row in rows if row[0] == "format" and row[2] == "not read")


def test_doctor_speaks_json(baocao):
    told = json.loads(baocao("doctor", "--json").stdout)
    assert set(told) == {"sound", "parts", "formats"}
    assert {"name", "title", "extensions", "works", "engines", "advice"} == set(told["formats"][0])


def test_doctor_tells_which_engine_serves_each_format(baocao, monkeypatch):
    monkeypatch.setenv("PATH", "")
    told = {check["name"]: check for check in json.loads(baocao("doctor", "--json").stdout)["formats"]}
    assert told["doc"]["engines"][0].startswith("msdoc2docx ")
    assert "libreoffice-writer" in told["doc"]["advice"]
    assert not told["ppt"]["works"]
    assert "libreoffice-impress" in told["ppt"]["advice"]
    assert told["xls"]["engines"][0].startswith("xlrd ")
    for name, check in told.items():
        assert bool(check["engines"]) == check["works"], name


def test_every_kind_of_the_command_line_can_be_listed():
    assert tuple(kind.value for kind in Kind) == KINDS


@pytest.mark.skipif(os.name == "nt", reason="needs a terminal of Unix")
@pytest.mark.parametrize("command", [("--help",), ("run", "--help"), ("doctor",)])
def test_pages_fit_a_narrow_terminal(command):
    _, seen = on_terminal(*command, width=72)
    assert max(map(len, seen.splitlines())) <= 72


def test_a_reader_that_leaves_the_pipe_is_no_error(archive):
    command = f"{sys.executable} -m extractor show nuoc-sach.txt --db '{archive}' --kind blocks | head -c 20"
    ran = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=60)
    assert "Traceback" not in ran.stderr
