"""One report with known findings in every format."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from lxml import html

from extractor.checks import Basis, Finding, Fix, Related
from extractor.checks.messages import say
from extractor.extraction import extract
from extractor.linting import LintedReport, Place, Settings, lint
from extractor.linting.formats import WRITERS
from extractor.linting.formats.page import pieces, write_pages
from extractor.linting.formats.patch import corrected
from extractor.linting.waivers import Waiver
from extractor.reading import read
from extractor.settings import Language, Severity
from extractor.store import open_store

SOURCE = """\
# BÁO CÁO <script>

Theo **Quyết định số 5/QĐ-UBND**, ngày 31/6/2016 của Ủy ban nhân dân tỉnh.

Tổng số 960 cuộc, trong đó cấp xã 552 cuộc, cấp huyện 335 cuộc.
"""
SYMBOL, DAY, TOTAL = "5/QĐ-UBND", "ngày 31/6/2016", "960 cuộc"


@pytest.fixture
def reports(tmp_path: Path) -> Iterator[list[LintedReport]]:
    path = tmp_path / "năm 2016 & 17.md"
    path.write_text(SOURCE, "utf-8")
    report = read(path)

    def span(words: str) -> tuple[int, int]:
        start = report.text.index(words)
        return start, start + len(words)

    def finding(rule: str, severity: Severity, words: str, **more: Any) -> Finding:
        message = say('no calendar has "{date}"', date=words)
        return Finding(rule, severity, Basis.PAGE, report.id, *span(words), message, **more)

    first = span(SYMBOL)[0]
    found = [
        finding("REF007", Severity.WARNING, SYMBOL, expected="05", fix=Fix(first, first + 1, "05")),
        finding("REF007", Severity.ERROR, DAY, related=(Related(*span(TOTAL), note=say("line")),)),
        finding("REF007", Severity.INFO, TOTAL, found="960"),
    ]
    settings = Settings(severity=Severity.INFO, waivers=(Waiver("*.md", "REF007", "as printed", "960"),))
    with open_store() as store:
        store.save(report, extract(report), found)
        yield list(lint(store, settings))


def written(name: str, reports: list[LintedReport], language: Language = Language.ENGLISH) -> str:
    out = io.StringIO()
    WRITERS[name](reports, language, out)
    return out.getvalue()


def test_json_has_all_that_is_known(reports: list[LintedReport]) -> None:
    first, second, third = json.loads(written("json", reports, Language.VIETNAMESE))
    assert (first["raw"], first["line"], first["expected"]) == (SYMBOL, 3, "05")
    assert first["fix"]["replacement"] == "05"
    assert second["message"] == f'lịch không có "{DAY}"'
    assert [(other["raw"], other["line"], other["note"]) for other in second["related"]] == [
        (TOTAL, 5, "dòng")
    ]
    assert (second["waived"], third["waived"]) == (None, "as printed")
    [report] = reports
    assert all(report.text[one["start"] : one["end"]] == one["raw"] for one in (first, second, third))


def test_csv_has_one_row_a_finding(reports: list[LintedReport]) -> None:
    rows = list(csv.DictReader(io.StringIO(written("csv", reports))))
    assert [row["raw"] for row in rows] == [SYMBOL, DAY, TOTAL]
    assert rows[1]["related"].endswith(":5: 960 cuộc")
    assert (rows[0]["fix"], rows[2]["waived"]) == ("05", "as printed")


def test_sarif_points_into_the_file_itself(reports: list[LintedReport]) -> None:
    [run] = json.loads(written("sarif", reports))["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["REF007"]
    first, second, third = run["results"]
    assert [result["level"] for result in run["results"]] == ["warning", "error", "note"]
    for result in run["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        place = slice(region["charOffset"], region["charOffset"] + region["charLength"])
        assert SOURCE[place] == region["snippet"]["text"]
    [fix] = first["fixes"]
    [replacement] = fix["artifactChanges"][0]["replacements"]
    offset = replacement["deletedRegion"]["charOffset"]
    assert SOURCE[offset : offset + len(SYMBOL)] == SYMBOL
    assert second["relatedLocations"][0]["message"]["text"] == "line"
    assert third["suppressions"][0]["justification"] == "as printed"
    assert "&" not in first["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]


def test_the_patch_makes_the_certain_corrections(reports: list[LintedReport]) -> None:
    changed = [line for line in written("diff", reports).splitlines() if line[:1] in "+-"][2:]
    assert [line[0] for line in changed] == ["-", "+"]
    assert SYMBOL in changed[0]
    assert "số 05/QĐ-UBND" in changed[1]


def test_a_place_is_told_as_near_as_the_format_allows() -> None:
    place = Place("a.docx", None, None, "words", section="II- KẾT QUẢ")
    assert str(place) == "a.docx:§ II- KẾT QUẢ"
    assert str(replace(place, page=3)) == "a.docx:p3"
    assert str(replace(place, page=3, line=12)) == "a.docx:12"
    assert str(replace(place, section=None)) == "a.docx"


def test_of_two_corrections_of_one_place_one_is_made() -> None:
    assert corrected("abcdef", [Fix(2, 4, "x"), Fix(1, 3, "y"), Fix(5, 6, "z"), Fix(5, 6, "z")]) == "aydez"


def test_the_page_shows_the_whole_text_with_findings_in_place(
    reports: list[LintedReport], tmp_path: Path
) -> None:
    [report] = reports
    assert "".join(piece.text for piece in pieces(report)) == report.text
    assert write_pages(reports, Language.VIETNAMESE, tmp_path / "pages") == 1
    [page] = [path for path in (tmp_path / "pages").iterdir() if path.name != "index.html"]
    tree = html.fromstring(page.read_text("utf-8"))
    assert [mark.text for mark in tree.iter("mark")] == [SYMBOL, DAY, TOTAL]
    assert not list(tree.iter("script"))
    assert "lịch không có" in tree.text_content()
    index = html.fromstring((tmp_path / "pages" / "index.html").read_text("utf-8"))
    [link] = index.iter("a")
    assert unquote(link.get("href", "")) == page.name
    assert [cell.text for cell in index.iter("td")][1:] == ["1", "1", "0"]
