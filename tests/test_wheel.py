"""The wheel carries all that the program needs, and an empty environment can run it."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(out.glob("baocao-*.whl"))


def test_wheel_holds_every_module_and_data_file(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        path.relative_to(ROOT).as_posix()
        for package in ("patterns", "extractor")
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert wanted - held == set()
    assert not {name for name in held if name.startswith(("tests/", "corpus/", "outputs/"))}


def test_installed_wheel_finds_mentions_away_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "empty"
    venv.create(home, with_pip=True)
    python = home / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "-q", "--no-deps", str(wheel)], check=True)
    # Its dependencies are lent by the environment that runs the tests; the checkout is not on that path.
    env = {**os.environ, "PYTHONPATH": sysconfig.get_path("purelib")}
    report = tmp_path / "báo cáo.md"
    report.write_text("Thực hiện Chỉ thị số 42-CT/TU, ngày 05/7/2019; có 65/93 xã đạt chuẩn.\n", "utf-8")
    where = subprocess.run(
        [python, "-c", "import patterns; print(patterns.__file__)"],
        check=True, capture_output=True, text=True, cwd=tmp_path, env=env,
    )  # fmt: skip
    assert str(home) in where.stdout
    shown = subprocess.run(
        [home / "bin" / "baocao", "show", str(report), "--kind", "citations", "--json"],
        check=True, capture_output=True, text=True, cwd=tmp_path, env=env,
    )  # fmt: skip
    assert "42-CT/TU" in shown.stdout
