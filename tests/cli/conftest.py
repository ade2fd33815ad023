"""Real files, a real database and the command as a person gives it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from extractor.cli.app import make_app

sys.path.insert(0, str(Path(__file__).parent))  # for terminal.py


@dataclass(frozen=True, slots=True)
class Run:
    """What a command did."""

    returncode: int
    stdout: str
    stderr: str


Baocao = Callable[..., Run]

FIRST = """\
UBND TỈNH LÂM ĐỒNG
Số: 12/BC-UBND
Đà Lạt, ngày 05 tháng 6 năm 2018

BÁO CÁO
Kết quả cấp nước sạch nông thôn năm 2017

I. KẾT QUẢ

Thực hiện Quyết định số 88/QĐ-UBND, ngày 02/3/2017 của UBND tỉnh, năm 2017 có 41/52 xã dùng nước sạch.

II. KHÓ KHĂN

Trạm bơm ở thị trấn Hoà Sơn hỏng ba tháng.
"""
SECOND = """\
BÁO CÁO
Trồng rừng ở Đồng Tháp

Năm 2003 toàn tỉnh trồng 320 ha rừng tràm theo Chỉ thị số 07-CT/TU.
"""


def run_baocao(*arguments: object) -> Run:
    """The command in this process, its output in a pipe; workers are processes of their own."""
    result = CliRunner().invoke(make_app(), [str(argument) for argument in arguments], prog_name="baocao")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Run(result.exit_code, result.stdout, result.stderr)


@pytest.fixture(scope="session")
def baocao() -> Baocao:
    return run_baocao


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "archive.db"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "báo cáo"
    path.mkdir()
    (path / "nuoc-sach.txt").write_text(FIRST, "utf-8")
    (path / "rung.md").write_text(SECOND, "utf-8")
    return path


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of two reports, read once; not to be changed."""
    home = tmp_path_factory.mktemp("archive")
    (home / "nuoc-sach.txt").write_text(FIRST, "utf-8")
    (home / "rung.md").write_text(SECOND, "utf-8")
    ran = run_baocao("run", home / "nuoc-sach.txt", home / "rung.md", "--db", home / "archive.db")
    assert ran.returncode == 0, ran.stderr
    return home / "archive.db"
