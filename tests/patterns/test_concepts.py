"""Labels read into concepts: each entry of the data files by its examples and counterexamples."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from typing import Any

import pytest

from patterns.concepts import Figure, entries, read_figure
from patterns.concepts.abbreviations import definitions, expand
from patterns.concepts.normal_form import subject_words
from patterns.concepts.reading import _column_words
from patterns.folding import fold
from patterns.gazetteers import phrases, read_data
from patterns.territories import changes, lineage

SIDE = re.compile(r"(?P<label>.*) \[(?P<unit>.*)\]")
INDICATORS: list[dict[str, Any]] = read_data("indicators")["concepts"]
LABELS = tomllib.loads((files("patterns") / "data" / "labels.toml").read_text("utf-8"))
PRICES = ({"giá", "so", "sánh"}, {"giá", "hiện", "hành"})


def figure(text: str) -> Figure:
    match = SIDE.fullmatch(text)
    assert match, text
    label, unit = match["label"], match["unit"]
    said = label.lower()
    if unit == "hạng":
        return Figure(label, measure="rank")
    if said.startswith(("giảm", "mức giảm")):
        return Figure(label, unit=unit, measure="decline")
    if said.startswith(("tăng", "tốc độ")):
        return Figure(label, unit=unit, measure="growth")
    measure = "share" if unit in ("%", "‰") else "level"
    return Figure(label, unit=unit, measure=measure, base="plan" if "dự toán" in said else None)


def test_the_catalogue_holds_what_reports_live_on() -> None:
    assert len(entries()) >= 130
    assert len({entry.id for entry in entries()}) == len(entries())
    assert all(entry.level or entry.share for entry in entries())


@pytest.mark.parametrize("row", INDICATORS, ids=lambda row: row["id"])
def test_examples_are_of_their_entry_and_counterexamples_are_not(row: dict[str, Any]) -> None:
    for text in row["examples"]:
        reading = read_figure(figure(text))
        assert reading.concept == row["id"], text
        assert not reading.words or set(reading.words) in PRICES, text
    for text in row["counterexamples"]:
        reading = read_figure(figure(text))
        assert reading.concept != row["id"] or reading.words, text


@pytest.mark.parametrize("row", INDICATORS, ids=lambda row: row["id"])
def test_no_name_or_alias_is_of_another_entry(row: dict[str, Any]) -> None:
    units = [*row.get("level", {}).get("units", ())[:1], *(["%"] if "share" in row else [])]
    for name in (row["name"], *row.get("aliases", ())):
        for unit in units:
            measure = "share" if unit == "%" else "level"
            reading = read_figure(Figure(name, unit=unit, measure=measure))
            assert reading.concept == row["id"] or not reading.subject, f"{name} [{unit}]: {reading.key}"


@pytest.mark.parametrize("table", sorted(set(LABELS) - {"heads"}))
def test_labels_have_the_subject_that_their_examples_say(table: str) -> None:
    rows = {**LABELS[table]["examples"], **LABELS[table]["counterexamples"]}
    assert rows
    for label, subject in rows.items():
        if table == "totals" and not subject:
            assert not read_figure(Figure(label, "Kế hoạch")).subject
        else:
            assert " ".join(subject_words(label)) == fold(subject), label


def test_heads_of_columns_say_a_subject_or_none() -> None:
    rows = {**LABELS["heads"]["examples"], **LABELS["heads"]["counterexamples"]}
    for head, subject in rows.items():
        assert " ".join(_column_words(head)) == fold(subject), head


def test_a_report_may_define_its_short_forms() -> None:
    found = definitions(
        "Ban Chỉ đạo (viết tắt là BCĐ) và Đoàn kiểm tra (sau đây gọi tắt là ĐKT); Kết luận (KLX)"
    )
    assert found == {"BCĐ": "Ban Chỉ đạo", "ĐKT": "Đoàn kiểm tra"}
    assert expand("cuộc họp của BCĐ", found) == "cuộc họp của Ban Chỉ đạo"
    assert expand("cuộc họp của BCĐTW", found) == "cuộc họp của BCĐTW"


def test_provinces_became_what_the_examples_say() -> None:
    data = read_data("territories")
    for row in data["examples"]:
        assert sorted({unit.name for unit in lineage(row["name"])}) == sorted(row["lineage"]), row["name"]
    for row in data["counterexamples"]:
        assert not {unit.name for unit in lineage(row["name"])} & set(row["lineage"]), row["name"]


def test_changes_name_provinces_of_the_gazetteer() -> None:
    known = {entry.name for entry in phrases("provinces")}
    named = {name for change in changes() for name in (*change.sources, *change.into)}
    assert named <= known
    merged = [change for change in changes() if change.date == "2025-07-01"]
    assert len(merged) == 23 and sum(len(change.sources) - 1 for change in merged) == 63 - 34
