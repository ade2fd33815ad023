"""Every word list has words that are found in its examples and not in its counterexamples."""

from __future__ import annotations

import pytest

from extractor.checks.figures.words import listed, opposites, word
from patterns.folding import fold

TABLES = sorted(name for name, table in listed().items() if "words" in table)


@pytest.mark.parametrize("table", TABLES)
def test_a_list_finds_its_examples_and_leaves_the_others(table: str) -> None:
    entry = listed()[table]
    assert entry["examples"]
    assert entry["counterexamples"]
    assert all(word(table).search(fold(example)) for example in entry["examples"])
    assert not any(word(table).search(fold(example)) for example in entry["counterexamples"])


def test_opposites_are_two_different_sides() -> None:
    assert opposites()
    assert all(one != other for one, other in opposites())
