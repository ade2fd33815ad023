"""The two engines of patterns read a pattern alike."""

from __future__ import annotations

import re

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from patterns.engines import compile_pattern

ALIKE = [
    r"\bnăm\b",
    r"\w+",
    r"\W",
    r"\p{L}+(?!\p{L})",
    r"[\w/.-]+",
    r"[^\w/]+",
    r"[^\W\d_]+",
    r"(?![\p{L}\d²³]).",
    r"[^\p{L}\d(]+",
    r"(?<![\w/.,-])\d++",
    r"[]\]a^-]",
]


@pytest.mark.parametrize("pattern", ALIKE)
@given(text=st.text(st.sampled_from("aăĐn²½①⁴Ⅳ1٣_ -/.,()[]^\n"), max_size=12))
def test_a_pattern_finds_the_same_with_either_engine(pattern: str, text: str) -> None:
    found = compile_pattern(pattern)
    assert isinstance(found, re.Pattern)
    assert [m.span() for m in found.finditer(text)] == [m.span() for m in regex.finditer(pattern, text)]


@pytest.mark.parametrize(
    "pattern",
    [r"(?r)\d+", r"(?P<year>\d{4})|'(?P<year>\d\d)", r"\p{Lu}\p{Ll}", r"(?<=từ\ {1,3})\d"],
)
def test_what_the_standard_engine_does_not_know_is_left_to_the_other(pattern: str) -> None:
    assert not isinstance(compile_pattern(pattern), re.Pattern)


def test_comments_of_a_verbose_pattern_are_no_part_of_it() -> None:
    found = compile_pattern("năm # [ \\w\n\\ \\d{4}  # one\n", regex.VERBOSE)
    assert isinstance(found, re.Pattern)
    assert found.match("năm 2019")
