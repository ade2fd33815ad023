"""The reports composed for the project, and two real ones: every series that was planted in them is found whole."""

from __future__ import annotations

import json
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from extractor import extract, read
from extractor.archive import Archive
from extractor.series.comparing import Comparison
from extractor.store import open_store

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "corpus"
REPORTS = [f"quang-ngai-{year}-ktxh" for year in range(2018, 2023)] + [
    f"hoa-binh-{y}-qcdc" for y in range(2018, 2023)
]
SUFFIXES = (".md", ".docx", ".pdf")
LEVELS = ("cấp tỉnh", "cấp huyện", "cấp xã")
RESTATED = {"restated", "restated_later", "swapped_digits"}
SHARED = Path("/work/shared/reports")


def path_of(name: str) -> Path:
    return next(path for suffix in SUFFIXES if (path := CORPUS / f"{name}{suffix}").exists())


@pytest.fixture(scope="module")
def archive() -> Iterator[Archive]:
    with Archive(open_store()) as opened:
        for name in REPORTS:
            report = read(path_of(name))
            opened.store.save(report, extract(report))
        yield opened


@pytest.fixture(scope="module")
def everything(archive: Archive) -> Comparison:
    return archive.compare("", limit=10_000, vintage="all")


def planted(*kinds: str) -> list[Any]:
    files = tomllib.loads((CORPUS / "manifest.toml").read_text("utf-8"))["file"]
    names = {str(path_of(name).name) for name in REPORTS}
    return [
        pytest.param(file["path"], plant, id=f"{file['path']}:{plant['id']}")
        for file in files
        if file["path"] in names
        for plant in file.get("planted", ())
        if plant["kind"] in kinds
    ]


def gold_series(archive: Archive) -> dict[tuple[str, str, str | None], dict[str, set[int]]]:
    """The series of the figures of each province, label of the gold and level, by report; rates apart."""
    found: defaultdict[tuple[str, str, str | None], defaultdict[str, set[int]]] = defaultdict(
        lambda: defaultdict(set)
    )
    for name in REPORTS:
        rows = archive.store.database.execute(
            "select i.raw, o.series_id from indicators i join documents d on d.id = i.document_id "
            "left join observations o on o.indicator_id = i.id where d.path like ? order by i.start",
            [f"%{path_of(name).name}"],
        ).fetchall()
        lines = (CORPUS / "gold" / name / "indicators.jsonl").read_text("utf-8").splitlines()
        for gold in map(json.loads, lines):
            place = next((n for n, row in enumerate(rows) if row[0] == gold["raw"]), None)
            if place is not None:
                _, series = rows.pop(place)
                level = gold["scope"] if gold["scope"] in LEVELS else None
                found[f"{name[:4]} {gold['unit'] == '%'}", gold["label"].lower(), level][name].add(series)
    return found


def test_what_the_gold_calls_by_one_name_is_one_series(archive: Archive) -> None:
    archive.compare("hộ nghèo")  # files what is new
    planted_series = {key: reports for key, reports in gold_series(archive).items() if len(reports) > 1}
    whole = [key for key, reports in planted_series.items() if len(set.union(*reports.values())) == 1]
    assert len(planted_series) >= 110
    assert len(whole) >= 0.96 * len(planted_series), sorted(set(planted_series) - set(whole))


@pytest.mark.parametrize(("path", "plant"), planted("restated", "restated_later", "swapped_digits"))
def test_each_restatement_is_told(everything: Comparison, path: str, plant: dict[str, Any]) -> None:
    notes = [note for note in everything.notes if note.kind in ("restated", "contradictory")]
    number = plant["found"].split()[0]  # in a table it stands without its unit
    assert [note for note in notes if number in [point.written.split()[0] for point in note.points]]


@pytest.mark.parametrize(("path", "plant"), planted("unit_change"))
def test_each_change_of_unit_is_told(everything: Comparison, path: str, plant: dict[str, Any]) -> None:
    notes = [note for note in everything.notes if note.kind == "unit"]
    written = {(point.path.rsplit("/", 1)[-1], point.written_unit) for note in notes for point in note.points}
    assert (path, plant["found"]) in written


@pytest.mark.parametrize(
    ("path", "plant"), [one for one in planted("changed_base") if "/" in one.values[1]["found"]]
)
def test_each_new_base_is_told(everything: Comparison, path: str, plant: dict[str, Any]) -> None:
    notes = [note for note in everything.notes if note.kind == "base"]
    assert [note for note in notes if plant["found"] in [point.written for point in note.points]]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared reports are not at hand")
def test_levels_and_sectors_of_real_reports_line_up() -> None:
    with Archive(open_store()) as opened:
        for name in ("binh-thuan-2021-qcdc.md", "cong-nghiep-2007-02.txt"):
            report = read(SHARED / name)
            opened.store.save(report, extract(report))
        told = {point.scope: point.value for point in opened.compare("giám sát", place="Bình Thuận")}
        assert told == {None: 2135, "cấp tỉnh": 57, "cấp huyện": 391, "cấp xã": 1687}
        sectors = opened.compare("tốc độ tăng GTSXCN khu vực ngoài quốc doanh")
        months = [(line.head.period_kind, line.points[0].value) for line in sectors.lines]
        assert sorted(months) == [("2-months", 19.8), ("month", 15.0)]
        products = opened.compare("tốc độ tăng xi măng", vintage="all")
        assert {point.value for point in products} == {23.6} and len(products.lines) == 1
