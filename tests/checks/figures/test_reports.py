"""What is found in whole reports: the slips of the corpus, and what a careful reader found in a real one."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from corpus.build import HERE
from extractor.checks.checked import CheckedReport
from extractor.checks.figures import RULES
from extractor.checks.finding import Finding, Severity
from extractor.checks.rule import apply
from extractor.extraction import extract
from extractor.reading import read

SHARED = Path(__file__).parents[3] / "../shared"
REAL = "binh-thuan-2021-qcdc"
KINDS = {"sum", "ratio"}
# Two digits of a number swapped: also in dates and symbols of documents, which other rules see.
FIGURES = {("soc-trang-2023-giai-ngan", "kept"), ("quang-ngai-2018-ktxh", "fish")}


def planted() -> list[tuple[str, dict[str, Any]]]:
    files = tomllib.loads((HERE / "manifest.toml").read_text("utf-8"))["file"]
    return [
        (file["path"], slip)
        for file in files
        # a workbook has the tables only, and what is planted there contradicts the text
        if not file["format"].endswith("pdf") and file["format"] not in ("doc", "xls")
        for slip in file.get("planted", ())
        if slip["kind"] in KINDS or (Path(file["path"]).stem, slip["id"]) in FIGURES
    ]


@cache
def found_in(path: Path) -> tuple[CheckedReport, list[Finding]]:
    report = read(path)
    checked = CheckedReport(report, extract(report))
    return checked, list(apply(RULES, checked))


@pytest.mark.parametrize(
    ("path", "slip"), [pytest.param(path, slip, id=f"{path}-{slip['id']}") for path, slip in planted()]
)
def test_planted_in_the_corpus(path: str, slip: dict[str, Any]) -> None:
    checked, found = found_in(HERE / path)
    grave = [one for one in found if one.severity is not Severity.INFO]
    places = [(place.start, place.end) for one in grave for place in (one, *one.related)]
    assert any(slip["raw"] in checked.text[start:end] for start, end in places)


@pytest.mark.skipif(not SHARED.exists(), reason="the shared reports are not beside the checkout")
def test_what_a_reader_found_in_a_real_report_and_nothing_else() -> None:
    gold = json.loads((SHARED / f"gold/{REAL}/findings.json").read_text("utf-8"))["findings"]
    checked, found = found_in(SHARED / f"reports/{REAL}.md")
    wanted = {
        span["raw"]: entry
        for entry in gold
        if entry["group"] == "arithmetic" and entry["severity"] != "info"
        for span in entry["spans"]
        if not span["raw"].startswith("<")
    }
    assert wanted
    grave = [one for one in found if one.severity is not Severity.INFO]
    said = {checked.text[p.start : p.end] for one in grave for p in (one, *one.related)}
    kinds = {entry["kind"] for raw, entry in wanted.items() if raw in said}
    assert kinds == {entry["kind"] for entry in wanted.values()}
    assert all(checked.text[one.start : one.end] in wanted for one in grave)
