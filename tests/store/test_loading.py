from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.extraction import extract
from extractor.reading import read
from extractor.report import Report
from extractor.store import open_store
from extractor.store.filling import child_rows
from patterns import Mentions

CORPUS = Path(__file__).parents[2] / "corpus"
FILES = [
    path for suffix in ("md", "txt", "docx", "html", "rtf") for path in sorted(CORPUS.glob(f"*.{suffix}"))
] + [CORPUS / "quang-ngai-2022-ktxh.pdf"]

WORDS = st.sampled_from(
    [
        "Kế hoạch số 12/KH-UBND",
        "I. KẾT QUẢ",
        "năm 2019",
        "1.204 hộ",
        "đạt 80%",
        "(1)",
        "ngày 02/3/2017",
        "- ",
        "\n",
        "\n\n",
        "a) ",
        "1. ",
    ]
)


def without_pages(report: Report) -> Report:
    """The columns of a problem hold the page of its place, which the reader may have left open."""
    problems = tuple(dataclasses.replace(problem, page=None) for problem in report.problems)
    return dataclasses.replace(report, problems=problems)


def loaded(report: Report, mentions: Mentions) -> tuple[Report, Mentions]:
    with open_store() as store:
        store.save(report, mentions)
        return store.load(report.id)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_was_saved_is_loaded(path: Path) -> None:
    report = read(path)
    mentions = extract(report)
    again, found = loaded(report, mentions)
    assert found == mentions
    assert without_pages(again) == without_pages(report)
    assert child_rows(again, found, (), 1) == child_rows(report, mentions, (), 1)


@settings(deadline=None, max_examples=60)
@given(st.lists(WORDS, max_size=40))
def test_any_text_is_loaded_as_it_was_saved(
    tmp_path_factory: pytest.TempPathFactory, words: list[str]
) -> None:
    path = tmp_path_factory.mktemp("text") / "report.md"
    path.write_text("x" + " ".join(words), "utf-8")
    report = read(path)
    mentions = extract(report)
    again, found = loaded(report, mentions)
    assert found == mentions
    assert without_pages(again) == without_pages(report)


def test_a_report_built_by_hand_is_loaded(built) -> None:
    report, mentions = built()
    again, found = loaded(report, mentions)
    assert found == mentions
    assert without_pages(again) == without_pages(report)


def test_a_number_that_is_not_finite_is_lost(built) -> None:
    report, mentions = built()
    first = dataclasses.replace(mentions.indicators[0], value=float("inf"), amount=float("inf"))
    _, found = loaded(report, Mentions(indicators=(first,)))
    [figure] = found.indicators
    assert figure.value != figure.value
    assert figure.amount is None


def test_no_such_document() -> None:
    with open_store() as store, pytest.raises(LookupError, match="abc"):
        store.load("abc")


def test_documents_are_listed_in_the_order_of_reading(store, built) -> None:
    reports = [built(f"/reports/{extra}.md", extra=extra) for extra in (" một", " hai", " ba")]
    for report, mentions in reports:
        store.save(report, mentions)
    assert store.document_ids() == [report.id for report, _ in reports]
