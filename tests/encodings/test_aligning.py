"""Every stored character has what it shows, in order."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.encodings import FontRun, decode, letter_by_letter, survey
from extractor.encodings.tables import tables
from tests.encodings.letters import sentence

KINDS = [
    ("tcvn3", ".VnTime"),
    ("vni", "VNI-Times"),
    ("vietware-x", "VNtimes new roman"),
    ("viscii", "VI Times"),
]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from(KINDS), st.lists(st.integers(0, 80), max_size=5))
def test_letters_make_up_the_text(seed: int, kind: tuple[str, str], cuts: list[int]) -> None:
    encoding, font = kind
    stored = tables()[encoding].encode(sentence(12, seed=seed))
    places = sorted({0, len(stored), *(cut for cut in cuts if cut < len(stored))})
    runs = [FontRun(stored[start:end], font) for start, end in pairwise(places)]
    decoded = decode(runs, document=survey([[FontRun(stored, font)]]))
    letters = letter_by_letter(runs, decoded)
    assert len(letters) == len(stored)
    assert "".join(letters) == sentence(12, seed=seed)
    assert all(len(letter) <= 1 for letter in letters)


@pytest.mark.parametrize(
    ("stored", "letters"),
    [
        ("ñöôïc", ["đ", "ư", "ợ", "", "c"]),
        ("Chiình Viêòt Nam", ["Chính", *[""] * 5, " ", "Việt", *[""] * 4, " ", "N", "a", "m"]),
        ("n\u2212íc 5", ["n", "ư", "ớ", "c", " ", "5"]),
    ],
)
def test_letters_of_one_word(stored: str, letters: list[str]) -> None:
    font = "VNI-Times" if "ñ" in stored else ".VnTime" if "\u2212" in stored else "Arial"
    runs = [FontRun(stored, font)]
    assert letter_by_letter(runs, decode(runs)) == letters
