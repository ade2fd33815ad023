"""Numbers as they are written, and percentages against what they are reckoned from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.checks.figures.quotients import Quotient, Verdict, judge_value
from extractor.checks.figures.writing import is_slip, is_swap, show
from patterns.indicators.numbers import parse_number


@given(st.integers(0, 10**9), st.integers(0, 3))
def test_what_is_shown_is_read_as_the_same_number(digits: int, places: int) -> None:
    if places == 3:  # "1,234" is a decimal here, and thousands where points are decimal
        places = 2
    assert parse_number(show(digits / 10**places, places)) == pytest.approx(digits / 10**places)


@given(st.integers(1, 10**5), st.integers(1, 10**5), st.integers(0, 2))
def test_a_rounded_quotient_agrees_and_a_cut_one_is_no_error(part: int, whole: int, places: int) -> None:
    part, whole = sorted((part, whole))
    stated = Quotient(part, whole)
    unit = 10.0**-places
    assert judge_value(round(stated.percent, places), unit, stated.bounds) is Verdict.AGREES
    cut = int(stated.percent * 10**places) / 10**places
    assert judge_value(cut, unit, stated.bounds) is not Verdict.DIFFERS
    assert judge_value(cut + 2.1 * unit, unit, stated.bounds) is Verdict.DIFFERS


@given(st.integers(10, 10**8), st.data())
def test_swapped_digits_are_a_swap_and_a_slip(number: int, data: st.DataObject) -> None:
    digits = str(number)
    at = data.draw(st.integers(0, len(digits) - 2))
    swapped = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
    if swapped != digits and swapped[0] != "0":
        assert is_swap(digits, swapped)
        assert is_slip(digits, swapped)


@pytest.mark.parametrize(
    ("one", "other"), [("906", "609"), ("1.234", "1.234"), ("12", "87"), ("4.308", "4.551")]
)
def test_other_numbers_are_no_slip(one: str, other: str) -> None:
    assert not is_slip(one, other)


@pytest.mark.parametrize(
    ("printed", "verdict"), [(86.67, Verdict.AGREES), (86.66, Verdict.CUT), (86.76, Verdict.DIFFERS)]
)
def test_rounding_and_cutting_off_are_told_apart(printed: float, verdict: Verdict) -> None:
    assert judge_value(printed, 0.01, Quotient(13, 15).bounds) is verdict
