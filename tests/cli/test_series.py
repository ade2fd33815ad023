"""The commands `compare` and `series`, as a person gives them."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from terminal import on_terminal

REPORT = """\
UBND TỈNH QUẢNG NGÃI
Số: {number}/BC-UBND
Quảng Ngãi, ngày 05 tháng 12 năm {year}

BÁO CÁO
Tình hình kinh tế - xã hội năm {year}

I. KẾT QUẢ

Năm {year}, tỷ lệ hộ nghèo còn {poor}%; thu ngân sách nhà nước trên địa bàn đạt {money}.
"""


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory, baocao) -> Path:  # type: ignore[no-untyped-def]
    home = tmp_path_factory.mktemp("compared")
    told = {
        2018: ("9,39", "20.145 tỷ đồng"),
        2019: ("7,66", "21.398 tỷ đồng"),
        2021: ("5,02", "23.158.420 triệu đồng"),
    }
    for year, (poor, money) in told.items():
        text = REPORT.format(number=year - 1900, year=year, poor=poor, money=money)
        (home / f"bao-cao-{year}.txt").write_text(text, "utf-8")
    ran = baocao("run", home, "--db", home / "archive.db")
    assert ran.returncode == 0, ran.stderr
    return home / "archive.db"


def test_a_pipe_gets_a_line_a_figure(compared: Path, baocao) -> None:  # type: ignore[no-untyped-def]
    ran = baocao("compare", "hộ", "nghèo", "--db", compared)
    head, *lines = (line.split("\t") for line in ran.stdout.splitlines())
    rows = [dict(zip(head, line, strict=True)) for line in lines]
    assert [(row["year"], row["value"]) for row in rows] == [
        ("2018", "9.39"),
        ("2019", "7.66"),
        ("2021", "5.02"),
    ]
    assert all(row["path"].endswith(f"bao-cao-{row['year']}.txt") for row in rows)


def test_csv_and_json_say_the_same(compared: Path, baocao) -> None:  # type: ignore[no-untyped-def]
    written = baocao("compare", "thu ngân sách", "--db", compared, "--format", "csv").stdout
    rows = list(csv.DictReader(StringIO(written)))
    told = json.loads(baocao("compare", "thu ngân sách", "--db", compared, "--format", "json").stdout)
    assert [float(row["value"]) for row in rows] == [point["value"] for point in told["points"]]
    assert [note["kind"] for note in told["notes"]] == ["unit"]
    assert {figure["written"] for figure in told["notes"][0]["figures"]} == {
        "21.398 tỷ đồng",
        "23.158.420 triệu đồng",
    }


def test_a_terminal_shows_years_gaps_a_chart_and_sources(compared: Path) -> None:
    code, text = on_terminal("compare", "hộ nghèo", "--db", compared, width=100)
    assert code == 0
    assert "2018" in text and "2020" in text and "9,39" in text and "·" in text
    assert "█" in text and "▁" in text
    assert "[1] " in text and "bao-cao-2018.txt" in text


def test_markdown_is_a_table(compared: Path, baocao) -> None:  # type: ignore[no-untyped-def]
    lines = baocao("compare", "ho ngheo", "--db", compared, "--format", "md").stdout.splitlines()
    assert lines[0] == "| | unit | 2018 | 2019 | 2020 | 2021 |"
    assert lines[2].count("|") == lines[0].count("|")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("compare", "đàn trâu"), 1),
        (("compare", "…"), 2),
        (("series", "đàn trâu"), 1),
        (("series", "accept", "một"), 2),
    ],
)
def test_codes_tell_what_happened(compared: Path, baocao, arguments: tuple[str, ...], code: int) -> None:  # type: ignore[no-untyped-def]
    assert baocao(*arguments, "--db", compared).returncode == code


def test_series_are_listed_and_decided(compared: Path, baocao) -> None:  # type: ignore[no-untyped-def]
    listed = json.loads(baocao("series", "hộ", "nghèo", "--db", compared, "--json").stdout)
    assert [(row["name"], row["years"]) for row in listed] == [("hộ nghèo", 3)]
    ran = baocao("series", "split", "hộ nghèo", "thu ngân sách", "--db", compared)
    assert ran.returncode == 0, ran.stderr
    decisions = compared.with_suffix(".series.toml")
    assert "[[split]]" in decisions.read_text("utf-8")
    decisions.write_text("[[split]\n", "utf-8")
    broken = baocao("series", "--db", compared)
    assert broken.returncode == 2 and "archive.series.toml" in broken.stderr
    decisions.unlink()
