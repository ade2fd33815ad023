from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.reading.spreadsheet.number_formats import Shown, plain, show

SHOWN = [
    (1234.5, "General", "1234.5"),
    (1234.5, "", "1234.5"),
    (0.1 + 0.2, "General", "0.3"),
    (12345678901.0, "General", "12345678901"),
    (1234.5, "0", "1235"),
    (2.5, "0", "3"),
    (-2.5, "0", "-3"),
    (0.4, "0", "0"),
    (-0.4, "0", "0"),
    (5, "000", "005"),
    (0.5, "#.##", ".5"),
    (7, "0.0#", "7.0"),
    (7.256, "0.0#", "7.26"),
    (1234567.891, "#,##0.00", "1,234,567.89"),
    (1234567, "#,##0,", "1,235"),
    (1234567, '#,##0,,"tr"', "1tr"),
    (0.0783, "0%", "8%"),
    (0.0783, "0.0%", "7.8%"),
    (1200, '#,##0" tấn"', "1,200 tấn"),
    (1200, "#,##0\\ [$₫-42A]", "1,200 ₫"),
    (-12.5, "0.0;(0.0)", "(12.5)"),
    (-12.5, "0.0;[Red]-0.0", "-12.5"),
    (0, "0.0;-0.0;-", "-"),
    (3, '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)', "3"),
    (0, '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)', "-"),
    (5, "[>=10]0.0;[<10]0.00", "5.00"),
    (15, "[>=10]0.0;0.00", "15.0"),
    (12345, "0.00E+00", "12345"),
    (0.5, "# ?/?", "0.5"),
    (84, '"(+"0")"', "(+84)"),
]


@pytest.mark.parametrize(("value", "code", "text"), SHOWN)
def test_numbers(value: float, code: str, text: str) -> None:
    assert show(value, code) == Shown(text)


DATES = [
    (42370, "dd/mm/yyyy", "01/01/2016"),
    (42370.75, "d/m/yy h:mm", "1/1/16 18:00"),
    (42370.75, "hh:mm AM/PM", "06:00 PM"),
    (42370.5, "mm/yyyy", "01/2016"),
    (42370, '"Ngày "dd" tháng "mm" năm "yyyy', "Ngày 01 tháng 01 năm 2016"),
    (1.5, "[h]:mm", "36:00"),
    (0.50001, "mm:ss", "00:01"),
    (42370, "[$-42A]dd mmmm yyyy", "01 01 2016"),
]


@pytest.mark.parametrize(("value", "code", "text"), DATES)
def test_dates(value: float, code: str, text: str) -> None:
    assert show(value, code) == Shown(text, is_date=True)


def test_dates_that_count_from_1904() -> None:
    assert show(0, "dd/mm/yyyy", from_1904=True).text == "01/01/1904"


def test_a_date_before_all_dates_is_shown_as_a_number() -> None:
    assert show(-5, "dd/mm/yyyy") == Shown("-5")


@given(
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.text('0#?.,%;"\\_*[]@Eeymdhs/ -()<>=AMPGneral', max_size=20),
)
def test_any_format_shows_something_of_any_number(value: float, code: str) -> None:
    assert isinstance(show(value, code).text, str)


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e9, max_value=1e9))
def test_plain_numbers_read_back(value: float) -> None:
    assert float(plain(value)) == pytest.approx(value, rel=1e-9)
