"""The real reports beside the checkout: what a careful reader makes of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from extractor.reading import read
from extractor.report import Report

SHARED = Path(__file__).parents[3] / "shared"
REPORTS = SHARED / "reports"

pytestmark = pytest.mark.skipif(not REPORTS.exists(), reason="the real reports are not beside the checkout")


@pytest.fixture(scope="module")
def sample() -> Report:
    return read(REPORTS / "binh-thuan-2021-qcdc.md")


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:
    facts: dict[str, Any] = json.loads((SHARED / "gold/binh-thuan-2021-qcdc/facts.json").read_text("utf-8"))
    return facts


def text_of(report: Report, index: int) -> str:
    return report.text[report.blocks[index].start : report.blocks[index].end]


def nodes(tree: list[dict[str, Any]]) -> Iterator[tuple[int, str, str]]:
    """Level, label and heading of every titled node, in order."""
    for node in tree:
        if node["heading"] is not None:
            yield node["level"], node["label"], node["heading"]
        yield from nodes(node["children"])


def test_the_sample_has_the_section_tree_of_its_numbers(sample: Report, gold: dict[str, Any]) -> None:
    found = []
    for block in sample.blocks:
        if block.kind == "heading":
            words = text_of(sample, block.index).removeprefix(block.label or "").lstrip("-. ")
            found.append((block.level, block.label, words))
    assert found == list(nodes(gold["section_tree"]))


def test_the_facts_of_the_sample(sample: Report, gold: dict[str, Any]) -> None:
    facts = sample.facts
    assert facts.title == gold["title"]["text"]
    assert (facts.type, facts.number, facts.date) == (gold["document_type"]["value"], None, None)
    assert facts.issuer == gold["issuing_body"]["value"]
    assert facts.province == gold["province"]["value"]
    assert (facts.signer, facts.signer_title) == (gold["signer"]["name"], gold["signer"]["title"])
    assert list(facts.recipients) == [recipient["raw"] for recipient in gold["recipients"]]
    assert (facts.period_from, facts.period_to) == (None, None)


def test_the_footnotes_of_the_sample(sample: Report, gold: dict[str, Any]) -> None:
    assert [note.label for note in sample.footnotes] == gold["footnotes"]["labels"]
    for note, expected in zip(sample.footnotes, gold["footnotes"]["list"], strict=True):
        assert note.body is not None and note.marker_start is not None
        body = sample.blocks[note.body]
        assert body.origins[0].line == expected["body"]["line"]
        if "continues" in expected["body"]:
            assert expected["body"]["continues"]["raw"] in text_of(sample, note.body)


def test_paragraphs_of_the_sample_are_whole_and_the_lost_one_is_told(sample: Report) -> None:
    for seam in (
        "đồng thời, phối hợp rà soát",
        "đơn vị sự nghiệp và ở xã",
        "Ban chỉ đạo QCDC các cấp",
        "chính quyền với",
    ):
        assert seam in sample.text
    assert [(problem.kind, problem.line) for problem in sample.problems] == [("lost_text", 26)]


def test_a_wrapped_text_with_page_numbers_in_its_sentences() -> None:
    report = read(REPORTS / "cong-nghiep-2007-02.txt")
    pages = [text_of(report, block.index) for block in report.blocks if block.kind == "furniture"]
    headings = [text_of(report, block.index) for block in report.blocks if block.kind == "heading"]
    assert pages == ["1", "2", "3", "4"]
    assert headings[0] == "1. Tình hình chung:" and headings[-1] == "b. Nhập khẩu:"
    assert "(chiếm tỷ trọng 6,9%)" in report.text
    assert (report.facts.period_from, report.facts.period_to) == ("2007-01-01", "2007-02-28")


def test_a_gazette_with_running_heads_and_symbols_broken_at_line_ends() -> None:
    report = read(REPORTS / "bldtbxh-2025-qd169.txt")
    furniture = [text_of(report, block.index) for block in report.blocks if block.kind == "furniture"]
    assert sum("CÔNG BÁO" in text for text in furniture) == 11
    assert "01/2024/TT-BLĐTBXH" in report.text and "05/2024/TT-BLĐTBXH" in report.text
    facts = report.facts
    assert (facts.number, facts.date, facts.signer) == ("169/QĐ-BLĐTBXH", "2025-01-24", "Đào Ngọc Dung")
    assert (facts.issuer, facts.province) == ("Bộ Lao động - Thương binh và Xã hội", None)
