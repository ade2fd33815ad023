"""Clean text finds its way back to the source."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.reading.characters import clean

CASES = [
    ("Nghe\u0323\u0302 An", "Nghệ An"),
    ("Nghê\u0323 An", "Nghệ An"),
    ("Số\u00a015\u2009/\u3000NQ", "Số 15 / NQ"),
    ("14\u2011CT\u2010TU", "14-CT-TU"),
    ("phát\u00adtriển\u200b.\ufeff", "pháttriển."),
    ("a\x00b\x85c\u2028d", "a b c d"),
    ("tab\tvà\ndòng", "tab và\ndòng".replace("tab ", "tab\t")),
    ("\u212b \u2126", "Å Ω"),
    ("\u1112\u1161\u11ab", "한"),
    ("\u0302a", "\u0302a"),
    ("", ""),
]


@pytest.mark.parametrize(("source", "text"), CASES)
def test_text_is_cleaned(source, text):
    assert clean(source).text == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("n\u00adíc", "n\u00adíc"),
        ("tr\u00adêng häc", "tr\u00adêng häc"),
        ("phát\u00adtriển", "pháttriển"),
        ("be\u0323\u00ad", "bẹ"),
        ("co\u00adoperate", "cooperate"),
    ],
)
def test_a_soft_hyphen_between_letters_of_one_byte_is_a_letter(source, text):
    assert clean(source).text == text


@pytest.mark.parametrize("marks", ["\u0301\u0323" * 50_000, "\u0301" * 100_000])
def test_absurd_piles_of_marks_end_in_time(marks):
    cleaned = clean(f"e{marks} a\u0302")
    assert cleaned.text.endswith(" â")
    assert cleaned.place(len(marks) + 2) == len(cleaned.text) - 1


TEXTS = st.text(st.sampled_from("ae\u0323\u0302\u0309\u00ad\u200b\u00a0ệĐ \u2011\u212b"), max_size=40)


@given(TEXTS)
def test_the_text_is_normal_and_each_character_knows_its_source(source):
    cleaned = clean(source)
    assert unicodedata.is_normalized("NFC", cleaned.text)
    assert not set(cleaned.text) & set("\u00ad\u200b\u00a0\u2011")
    places = [cleaned.source(offset) for offset in range(len(cleaned.text))]
    assert places == sorted(set(places))
    for offset, place in enumerate(places):
        shown, stands = (
            unicodedata.normalize("NFD", each)[0] for each in (cleaned.text[offset], source[place])
        )
        # marks may change their order, and what is invisible goes with the character after it
        assert shown == stands or not shown.isalpha() or stands in "\u00ad\u200b"
        assert cleaned.place(place) == offset


@given(TEXTS)
def test_every_place_of_the_source_leads_into_the_text(source):
    cleaned = clean(source)
    places = [cleaned.place(place) for place in range(len(source) + 1)]
    assert places == sorted(places)
    assert all(0 <= place <= len(cleaned.text) for place in places)
