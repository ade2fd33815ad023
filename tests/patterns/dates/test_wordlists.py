"""Each table of words that dates are told by, tried on its examples and counterexamples."""

import pytest

from patterns.gazetteers import read_data
from tests.patterns.dates.test_cases import read

LENGTHS = ("length_subjects", "length_words", "length_followers")
RESULTS = ("result_words", "result_verbs")


def tried(name: str, tables: tuple[str, ...], kind: str) -> list[str]:
    return [text for table in tables for text in read_data(name)[table][kind]]


@pytest.mark.parametrize(
    "text",
    [
        *tried("months_so_far", RESULTS, "examples"),
        *tried("months_so_far", LENGTHS, "counterexamples"),
    ],
)
def test_results_make_months_a_period(text: str) -> None:
    assert [date.kind for date in read(text)] == ["relative"]


@pytest.mark.parametrize(
    "text",
    [
        *tried("months_so_far", LENGTHS, "examples"),
        *tried("months_so_far", RESULTS, "counterexamples"),
    ],
)
def test_lengths_are_no_period(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize("text", tried("dated_names", ("heads", "events", "figures"), "examples"))
def test_a_year_that_ends_a_name_is_one(text: str) -> None:
    assert [(date.kind, len(date.raw)) for date in read(text)] == [("year", 4)]


@pytest.mark.parametrize("text", tried("dated_names", ("heads", "events", "figures"), "counterexamples"))
def test_a_number_behind_other_words_is_no_year(text: str) -> None:
    assert read(text) == ()
