"""The list of bodies and of who issues what holds what it says of itself."""

import itertools
from typing import Any

import pytest

from extractor.checks.bodies import disagrees, document_data, is_of_party, is_of_state, plain_code
from extractor.checks.checked import CheckedReport
from extractor.checks.cited import cited_documents
from patterns.citations.vocabulary import abbreviations
from tests.checks.reports import read_text, spots

DATA = document_data()


def codes_of(code: str) -> list[str]:
    """The codes of the bodies in a number-symbol, as the checks read it."""
    (cited,) = cited_documents(CheckedReport(*read_text(f"Văn bản số {code} về việc này")))
    return [plain_code(part) for part in cited.parts]


@pytest.mark.parametrize("row", DATA["bodies"], ids=lambda row: row["codes"][0])
def test_bodies(row: dict[str, Any]) -> None:
    codes = set(map(plain_code, row["codes"]))
    assert row["examples"]
    assert row["counterexamples"]
    assert all(codes.intersection(codes_of(example)) for example in row["examples"])
    assert not any(codes.intersection(codes_of(example)) for example in row["counterexamples"])
    for code in row["codes"]:
        assert is_of_party(code) is (row["system"] == "party")
        assert is_of_state(code) is (row["system"] == "state")
        assert not any(disagrees(word, code) for word in row["words"])


def test_offices_of_the_party() -> None:
    offices = DATA["offices"]
    assert all(any(map(is_of_party, codes_of(example))) for example in offices["examples"])
    assert not any(any(map(is_of_party, codes_of(example))) for example in offices["counterexamples"])


@pytest.mark.parametrize("row", [*DATA["only"], *DATA["never"]], ids=lambda row: "-".join(row["examples"]))
def test_who_issues_what(row: dict[str, Any]) -> None:
    for example in row["examples"]:
        assert spots(f"{row['type']} số {example} ngày 15/5/2015", "REF004"), example
    for example in row["counterexamples"]:
        assert not spots(f"{row['type']} số {example} ngày 15/5/2015", "REF004"), example


def test_abbreviations_are_those_of_the_vocabulary() -> None:
    known = {each.symbol for each in abbreviations()}
    rows = [*DATA["only"], *DATA["never"], *DATA["former"], *DATA["year_unusual"]]
    used = {row["abbreviation"] for row in rows} | set(DATA["types"]["certain"])
    assert used <= known


def test_terms_follow_on_one_another() -> None:
    terms = [DATA["assemblies"][number] for number in sorted(DATA["assemblies"], key=int)]
    assert all(earlier[1] == later[0] for earlier, later in itertools.pairwise(terms))
