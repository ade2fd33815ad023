"""Font names: every pattern is shown by examples and bounded by counterexamples."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.encodings.data import load
from extractor.encodings.fonts import font_hint

FAMILIES: list[dict[str, Any]] = load("fonts")["families"]
CAPITALS: dict[str, Any] = load("fonts")["capitals"]


@pytest.mark.parametrize("number", range(len(FAMILIES)))
def test_families_know_their_fonts(number: int) -> None:
    family = FAMILIES[number]
    assert {font_hint(font).family for font in family["examples"]} == {number}
    assert {font_hint(font).encodings for font in family["examples"]} == {tuple(family["hints"])}
    assert number not in {font_hint(font).family for font in family["counterexamples"]}


def test_capitals_fonts() -> None:
    assert [font for font in CAPITALS["examples"] if not font_hint(font).capitals] == []
    assert [font for font in CAPITALS["counterexamples"] if font_hint(font).capitals] == []


@pytest.mark.parametrize(
    "font",
    ["Times New Roman", "Arial", "Calibri", "Liberation Serif", "TimesNewRomanPSMT", "Symbol", "", None],
)
def test_fonts_of_unicode_propose_nothing(font: str | None) -> None:
    assert font_hint(font).encodings == ()
    assert not font_hint(font).capitals
