"""What the README shows is true: its Python runs, its views exist, its rooms are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extractor.store import open_store

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("code", blocks("python"))
def test_python_examples_run(
    code: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    exec(compile(code, "README.md", "exec"), {})
    assert capsys.readouterr().out.strip()


@pytest.mark.parametrize("query", [q for block in blocks("sql") for q in block.strip().splitlines()])
def test_sql_examples_run(query: str, tmp_path: Path) -> None:
    with open_store(tmp_path / "archive.db") as store:
        store.database.conn.execute(query)


def test_rooms_exist() -> None:
    rooms = re.findall(r"^\| `([\w/]+(?:/|\.py))`", README, re.MULTILINE)
    assert len(rooms) >= 9
    assert [room for room in rooms if not (ROOT / room).exists()] == []


def test_commands_of_the_readme_are_targets_of_make() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in re.findall(r"make (\w+)", README):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
