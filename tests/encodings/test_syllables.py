"""The set of legal syllables, which all detection rests on."""

from __future__ import annotations

import unicodedata

import pytest

from extractor.encodings.syllables import common_syllables, syllables

LEGAL = """
nghiêng nguyễn quỳnh khuỷu giếng gìn giặt gì quốc quyết quýt xoong hoà hòa thuý thúy khuya ngoằn ngoèo
rượu hươu yếu ý ở à ỷ kẻ ghế nghĩ cổ gỗ ngõ chuột muỗi thuế thuở loã loại đắk lắk hoẵng tuần
"""
ILLEGAL = """
nghốo chớnh baựo hiđn thaứnh viâc tố-t ngỉ gế kà cí qă bươ tất̉ mât nhịêu hựop đuợc thiêt quă ưt xăuc ngĩa
"""


@pytest.mark.parametrize("word", LEGAL.split())
def test_legal(word: str) -> None:
    assert word in syllables()


@pytest.mark.parametrize("word", ILLEGAL.split())
def test_illegal(word: str) -> None:
    assert word not in syllables()


def test_stops_bear_two_tones_only() -> None:
    toned = {"tác", "tạc"}
    assert toned <= syllables()
    assert not {"tàc", "tảc", "tãc", "tăc"} & syllables()


def test_common_syllables_are_legal_and_composed() -> None:
    assert common_syllables() <= syllables()
    assert all(unicodedata.is_normalized("NFC", syllable) for syllable in syllables())
