"""The words by which the parts of a report are told: each family's examples and counterexamples."""

from __future__ import annotations

import pytest

from extractor.structure.vocabulary import ends_with, is_stamp, read_words, squeezed, starts_with

FOUND = {
    "body_heads": starts_with,
    "openers": starts_with,
    "positions": starts_with,
    "open_words": ends_with,
    "safe_ends": ends_with,
    "stamps": lambda _, text: is_stamp(text),
}


@pytest.mark.parametrize("family", FOUND)
def test_examples_hold_and_counterexamples_do_not(family: str) -> None:
    found = FOUND[family]
    words = read_words()[family]
    assert words["examples"] and words["counterexamples"]
    for example in words["examples"]:
        text = squeezed(example).removeprefix("q. ")
        assert found(family, text), example
    for counterexample in words["counterexamples"]:
        assert not found(family, squeezed(counterexample)), counterexample


@pytest.mark.parametrize("family", FOUND)
def test_no_word_stands_twice(family: str) -> None:
    words = [squeezed(word) for word in read_words()[family]["words"]]
    assert len(words) == len(set(words))


def test_what_may_end_a_line_is_among_the_open_words() -> None:
    open_words = {squeezed(word) for word in read_words()["open_words"]["words"]}
    assert {squeezed(word) for word in read_words()["safe_ends"]["words"]} <= open_words
