from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.store.folding import has_marks, with_marks, without_marks


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đồng Tháp", "dong thap"),
        ("ƯỚC THỰC HIỆN", "uoc thuc hien"),
        ("Ðồng", "dong"),  # the eth of old keyboards
        ("42-CT/TU", "42-ct/tu"),
        ("SỐ 5 – Ⅱ", "so 5 – ⅱ"),
    ],
)
def test_without_marks(text, folded):
    assert without_marks(text) == folded
    assert len(without_marks(text)) == len(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà", "hòa"),
        ("Thuỷ sản", "THỦY SẢN"),
        ("khoẻ", "khỏe"),
        ("quý", "qúy"),
        ("hoài", "hòai"),
        ("Uỷ ban", "Ủy ban"),
        ("của", "cuả"),
    ],
)
def test_the_place_of_the_tone_does_not_matter(one, other):
    assert with_marks(one) == with_marks(other)


@pytest.mark.parametrize(
    ("one", "other"), [("hoà", "hoá"), ("mùa", "mưa"), ("năm", "nam"), ("bàn", "bản"), ("đa", "da")]
)
def test_other_words_stay_apart(one, other):
    assert with_marks(one) != with_marks(other)


@pytest.mark.parametrize(
    ("text", "marks"), [("dong thap", False), ("Đ", True), ("KH-UBND 2019", False), ("xã", True), ("", False)]
)
def test_has_marks(text, marks):
    assert has_marks(text) is marks


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=40).map(lambda text: unicodedata.normalize("NFC", text)))
def test_folding_keeps_the_length_and_settles(text):
    for fold in (with_marks, without_marks):
        folded = fold(text)
        assert len(folded) == len(text)
        assert fold(folded) == folded


@settings(max_examples=200, deadline=None)
@given(st.text("aàáăằâấeèêềoòôồơờuùưừiíyýđ nghc", max_size=30))
def test_both_foldings_agree_on_vietnamese(text):
    assert without_marks(with_marks(text)) == without_marks(text)
