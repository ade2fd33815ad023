"""`baocao check` and `baocao rule` as a person gives them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from terminal import on_terminal

from tests.cli.conftest import Baocao

SLIP = "BÁO CÁO\n\nTheo Quyết định số 225/QĐ-TTg, ngày 31/6/2016 của Thủ tướng Chính phủ, tỉnh đã làm.\n"
CLEAN = SLIP.replace("31/6", "30/6")
HIDE = ("--select", "REF007")


@pytest.fixture
def slip(tmp_path: Path) -> Path:
    path = tmp_path / "báo cáo.md"
    path.write_text(SLIP, "utf-8")
    return path


def test_a_file_with_a_slip(baocao: Baocao, slip: Path) -> None:
    run = baocao("check", slip, *HIDE)
    assert run.returncode == 1
    head, line, carets, *rest = run.stdout.splitlines()
    assert head.endswith('báo cáo.md:3: REF007 error: no calendar has "ngày 31/6/2016"')
    assert line[carets.index("^") : carets.rindex("^") + 1] == "ngày 31/6/2016"
    assert "1 error in 1 of 1 report" in rest


def test_a_clean_file(baocao: Baocao, slip: Path) -> None:
    slip.write_text(CLEAN, "utf-8")
    run = baocao("check", slip, *HIDE)
    assert (run.returncode, run.stdout.strip()) == (0, "nothing found in 1 report")


def test_a_database_says_the_same_as_the_file(baocao: Baocao, slip: Path, tmp_path: Path) -> None:
    db = tmp_path / "a.db"
    baocao("run", slip, "--db", db)
    of_file = json.loads(baocao("check", slip, "--format", "json").stdout)
    assert of_file
    assert json.loads(baocao("check", "--db", db, "--format", "json").stdout) == of_file
    assert json.loads(baocao("check", slip, "--db", db, "--format", "json").stdout) == of_file
    missing = baocao("check", "no.md", "--db", db)
    assert missing.returncode == 2
    assert "no document no.md" in missing.stderr


def test_waivers_and_selection_come_from_the_settings(baocao: Baocao, slip: Path) -> None:
    config = slip.parent / "baocao.toml"
    waiver = '[[waivers]]\nreport = "*.md"\nrule = "REF007"\nreason = "so on paper"\n'
    config.write_text(f'select = ["REF007"]\n{waiver}')
    run = baocao("check", slip, "--config", slip.parent)
    assert run.returncode == 0
    assert "let stand: so on paper" in run.stdout
    assert "1 let stand by waivers" in run.stdout
    config.write_text('select = ["REF007"]\nignore = ["REF007"]')
    run = baocao("check", slip, "--config", slip.parent)
    assert (run.returncode, run.stdout.strip()) == (0, "nothing found in 1 report")
    config.write_text("ignore = 3")
    run = baocao("check", slip, "--config", slip.parent)
    assert run.returncode == 2
    assert "ignore is not a list" in run.stderr


@pytest.mark.parametrize("name", ["json", "csv", "sarif", "text"])
def test_findings_go_into_a_file(baocao: Baocao, slip: Path, tmp_path: Path, name: str) -> None:
    output = tmp_path / f"found.{name}"
    run = baocao("check", slip, *HIDE, "--format", name, "--output", output)
    assert (run.returncode, run.stdout) == (1, "")
    assert "31/6/2016" in output.read_text("utf-8")
    assert output.read_bytes().startswith(b"\xef\xbb\xbf") is (name == "csv")


def test_pages_go_into_a_folder(baocao: Baocao, slip: Path, tmp_path: Path) -> None:
    assert baocao("check", slip, "--format", "html").returncode == 2
    run = baocao("check", slip, *HIDE, "--format", "html", "--output", tmp_path / "pages")
    assert run.returncode == 1
    assert {path.suffix for path in (tmp_path / "pages").iterdir()} == {".html"}
    (tmp_path / "file").touch()
    run = baocao("check", slip, *HIDE, "--format", "html", "--output", tmp_path / "file")
    assert run.returncode == 2
    assert "cannot write" in run.stderr


def test_unreadable_files_are_told_and_the_others_checked(baocao: Baocao, slip: Path) -> None:
    (slip.parent / "empty.docx").touch()
    run = baocao("check", slip.parent, *HIDE)
    assert run.returncode == 1
    assert "empty.docx" in run.stderr
    assert "REF007" in run.stdout
    slip.write_text(CLEAN, "utf-8")
    assert baocao("check", slip.parent, *HIDE).returncode == 1


def test_usage(baocao: Baocao, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert baocao("check").returncode == 2
    assert baocao("check", tmp_path / "empty").returncode == 2
    run = baocao("check", tmp_path, "--select", "XYZ")
    assert run.returncode == 2
    assert "no rule XYZ" in run.stderr


def test_messages_in_vietnamese(baocao: Baocao, slip: Path) -> None:
    run = baocao("check", slip, *HIDE, "--lang", "vi")
    assert 'REF007 lỗi: lịch không có "ngày 31/6/2016"' in run.stdout


def test_a_long_line_is_cut_to_the_terminal(slip: Path) -> None:
    slip.write_text(
        SLIP.replace("Theo", "Trong năm qua, " * 20 + "theo").replace("làm.", "làm, " * 40), "utf-8"
    )
    code, seen = on_terminal("check", slip.name, *HIDE, width=80, cwd=slip.parent)
    lines = seen.splitlines()
    [at] = [number for number, line in enumerate(lines) if "^" in line]
    assert code == 1
    assert lines[at - 1][lines[at].index("^") :].startswith("ngày 31/6/2016")
    assert all(len(line) <= 80 for line in lines[at - 1 : at + 1])


def test_rules_are_listed_and_explained(baocao: Baocao) -> None:
    listed = json.loads(baocao("rule", "--json").stdout)
    assert {"REF007"} <= {rule["code"] for rule in listed}
    assert baocao("rule", "ref007").stdout.startswith("# REF007 impossible-date")
    assert "## Phát hiện" in baocao("rule", "REF007", "--lang", "vi").stdout
    missing = baocao("rule", "REF999")
    assert missing.returncode == 2
    assert "no rule REF999" in missing.stderr


def test_a_list_of_documents_replaces_the_built_in_one(baocao: Baocao, slip: Path, tmp_path: Path) -> None:
    slip.write_text(CLEAN, "utf-8")
    registry = tmp_path / "list.csv"
    rows = "Quyết định,225/QĐ-TTg,2016-02-04,Thủ tướng Chính phủ\nQuyết định,,2016-02-04,\n"
    registry.write_text(f"type,code,date,issuer\n{rows}", "utf-8")
    run = baocao("check", slip, "--select", "REF302", "--registry", registry)
    assert run.returncode == 1
    assert "04/02/2016" in run.stdout
    assert "left out" in run.stderr
    registry.write_text("a,b\n1,2\n", "utf-8")
    run = baocao("check", slip, "--registry", registry)
    assert run.returncode == 2
    assert "list.csv" in run.stderr
    assert baocao("check", slip, "--registry", tmp_path / "none.csv").returncode == 2
