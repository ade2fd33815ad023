"""The two series of the corpus: what was planted between their reports is found, and nothing else is told gravely."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from extractor.checks import Finding, Severity, check
from extractor.cross_checks import cross_check
from extractor.extraction import extract
from extractor.reading import read
from extractor.store import Store, open_store

CORPUS = Path(__file__).parents[2] / "corpus"
SERIES = (
    "hoa-binh-2018-qcdc.md",
    "hoa-binh-2019-qcdc.docx",
    "hoa-binh-2020-qcdc.md",
    "hoa-binh-2021-qcdc.pdf",
    "hoa-binh-2022-qcdc.md",
    "quang-ngai-2018-ktxh.md",
    "quang-ngai-2019-ktxh.docx",
    "quang-ngai-2020-ktxh.md",
    "quang-ngai-2021-ktxh.docx",
    "quang-ngai-2022-ktxh.pdf",
)
# What was planted between reports, by file and id of the manifest, and where which rule sees it.
SEEN = {
    ("hoa-binh-2019-qcdc.docx", "models_2018"): ("NUM201", "1.349 mô hình"),
    ("hoa-binh-2020-qcdc.md", "conclusion"): ("REF205", "Kết luận số 120-KL/TW"),
    ("hoa-binh-2021-qcdc.pdf", "citizens_2020"): ("NUM201", "4.318 lượt"),
    ("hoa-binh-2021-qcdc.pdf", "decree"): ("REF205", "Nghị định số 04/2016/NĐ-CP"),
    ("hoa-binh-2022-qcdc.md", "contribution"): ("NUM203", "151.300 triệu đồng"),
    ("hoa-binh-2022-qcdc.md", "labour"): ("REF201", "ngày 14/12/2022"),
    ("quang-ngai-2019-ktxh.docx", "grdp_2018"): ("NUM201", "50.912"),
    ("quang-ngai-2021-ktxh.docx", "revenue"): ("NUM203", "23.158.420 triệu đồng"),
    ("quang-ngai-2021-ktxh.docx", "merger"): ("REF201", "ngày 01/10/2020"),
    ("quang-ngai-2021-ktxh.docx", "grdp_2020"): ("NUM201", "54.482"),
    ("quang-ngai-2022-ktxh.pdf", "poor_2021"): ("NUM201", "10,28%"),
}
# The restated value is told where it stands, in the later report; communes that merged are no slip.
NOT_SEEN = ("restated_later", "changed_base")
MANIFEST = tomllib.loads((CORPUS / "manifest.toml").read_text("utf-8"))


def planted() -> Iterator[tuple[str, dict[str, Any]]]:
    for file in MANIFEST["file"]:
        if file["path"] in SERIES:
            for slip in file.get("planted", ()):
                yield file["path"], slip


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with open_store() as opened:
        for name in SERIES:
            save(opened, name)
        opened.settle()
        cross_check(opened)
        yield opened


def save(store: Store, name: str) -> None:
    report = read(CORPUS / name)
    mentions = extract(report)
    store.save(report, mentions, check(report, mentions), paths=[f"/{name}"])


def between(store: Store) -> list[tuple[str, Finding, str]]:
    """File, finding and the words it points at, of the rules across reports."""
    rows = store.database.execute("select id, path, text from documents").fetchall()
    known = {document: (path.removeprefix("/"), text) for document, path, text in rows}
    return [
        (known[found.document][0], found, known[found.document][1][found.start : found.end])
        for found in store.findings()
        if found.rule[3] == "2"
    ]


def restated(store: Store) -> list[str]:
    return sorted(words for _, found, words in between(store) if found.rule == "NUM201")


@pytest.mark.parametrize(("name", "slip"), SEEN, ids=" ".join)
def test_what_was_planted_between_reports_is_found(store: Store, name: str, slip: str) -> None:
    seen = [(found.rule, words) for path, found, words in between(store) if path == name]
    assert SEEN[name, slip] in seen


def test_all_that_was_planted_between_reports_is_asked_for() -> None:
    asked = {(n, s["id"]) for n, s in planted() if "other" in s and s["kind"] not in NOT_SEEN}
    assert asked - set(SEEN) == set()
    assert set(SEEN) <= {(name, slip["id"]) for name, slip in planted()}


def test_a_changed_base_is_no_finding(store: Store) -> None:
    bases = [slip["raw"] for _, slip in planted() if slip["kind"] == "changed_base"]
    assert bases
    assert not [words for _, _, words in between(store) if words in bases]


def test_no_grave_finding_that_was_not_planted(store: Store) -> None:
    grave = {(found.rule, words) for _, found, words in between(store) if found.severity is not Severity.INFO}
    assert grave <= set(SEEN.values())


def test_doing_it_again_changes_nothing(store: Store) -> None:
    def dump() -> list[str]:
        return [line for line in store.database.conn.iterdump() if '"finding' in line]

    before = dump()
    written = store.database.conn.total_changes
    cross_check(store)
    assert store.database.conn.total_changes == written
    for name in reversed(SERIES):
        save(store, name)
    store.settle()
    store.database.execute("update comparing set wanted = 1")
    store.database.conn.commit()
    cross_check(store)
    assert dump() == before


def test_the_order_of_reading_does_not_matter(store: Store) -> None:
    ids = [read(CORPUS / name).id for name in SERIES]
    with open_store() as other:
        for document in ids:
            other.give_serial(document)
        for name in reversed(SERIES):
            save(other, name)
        other.settle()
        cross_check(other)
        assert list(other.findings()) == list(store.findings())


def test_a_report_that_leaves_or_changes_takes_its_part_in_findings_with_it() -> None:
    with open_store() as store:
        for name in SERIES[:5]:
            save(store, name)
        store.settle()
        cross_check(store)
        assert restated(store) == ["1.349 mô hình", "4.318 lượt"]
        store.forget([f"/{SERIES[2]}"])
        store.settle()
        cross_check(store)
        assert restated(store) == ["1.349 mô hình"]
        assert "Kết luận số 120-KL/TW" not in [words for _, _, words in between(store)]
        save(store, SERIES[2])
        store.settle()
        cross_check(store)
        assert restated(store) == ["1.349 mô hình", "4.318 lượt"]
        report = read(CORPUS / SERIES[0])
        mentions = extract(report)
        fewer = tuple(one for one in mentions.indicators if one.raw != "1.394 mô hình")
        store.save(report, type(mentions)(mentions.citations, mentions.dates, fewer), paths=[f"/{SERIES[0]}"])
        store.settle()
        cross_check(store)
        assert restated(store) == ["4.318 lượt"]
