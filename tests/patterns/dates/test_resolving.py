"""What the report's own date and period settle about relative periods, and what they leave open."""

import pytest

from patterns.dates import find_dates
from patterns.passages import Context, Passage

NINE_MONTHS = Context(date="2022-10-15", period_from="2022-01-01", period_to="2022-09-30")
HALF_YEAR = Context(date="2019-06-25", period_from="2019-01-01", period_to="2019-06-30")
MONTH = Context(date="2020-03-25", period_from="2020-03-01", period_to="2020-03-31")
QUARTER = Context(date="2018-04-05", period_from="2018-01-01", period_to="2018-03-31")
YEAR = Context(date="2021-12-20", period_from="2021-01-01", period_to="2021-12-31")
FIVE_YEARS = Context(date="2020-11-02", period_from="2016-01-01", period_to="2020-12-31")
DAY_ONLY = Context(date="2017-08-12")
OPEN = (None, None)


def settled(text: str, context: Context) -> tuple[str | None, str | None]:
    (date,) = find_dates(text, (Passage(0, len(text)),), context)
    assert (date.kind, date.from_date, date.to_date) == ("relative", None, None)
    return date.resolved_from, date.resolved_to


@pytest.mark.parametrize(
    ("text", "context", "want"),
    [
        ("Số thu 9 tháng đạt 70%", NINE_MONTHS, ("2022-01-01", "2022-09-30")),
        ("6 tháng, toàn huyện trồng 12 ha", HALF_YEAR, ("2019-01-01", "2019-06-30")),
        ("Ước 3 tháng giải ngân 12 tỷ", QUARTER, ("2018-01-01", "2018-03-31")),
        ("Thực hiện 10 tháng", YEAR, ("2021-01-01", "2021-10-31")),
        ("vốn giải ngân 7 tháng ước 31%", DAY_ONLY, ("2017-01-01", "2017-07-31")),
        ("vốn giải ngân 9 tháng ước 31%", DAY_ONLY, OPEN),
        ("Ước 3 tháng giải ngân 12 tỷ", FIVE_YEARS, OPEN),
    ],
)
def test_months_so_far(text: str, context: Context, want: tuple[str | None, str | None]) -> None:
    assert settled(text, context) == want


@pytest.mark.parametrize(
    ("text", "context", "want"),
    [
        ("3 tháng đầu năm", HALF_YEAR, ("2019-01-01", "2019-03-31")),
        ("6 tháng cuối năm", HALF_YEAR, ("2019-07-01", "2019-12-31")),
        ("nửa cuối năm", YEAR, ("2021-07-01", "2021-12-31")),
        ("quý II", NINE_MONTHS, ("2022-04-01", "2022-06-30")),
        ("tháng 12 năm trước", MONTH, ("2019-12-01", "2019-12-31")),
        ("quý IV năm ngoái", QUARTER, ("2017-10-01", "2017-12-31")),
        ("quý II năm nay", QUARTER, ("2018-04-01", "2018-06-30")),
        ("6 tháng đầu năm sau", YEAR, ("2022-01-01", "2022-06-30")),
        ("trong tháng 11, sẽ", NINE_MONTHS, OPEN),
        ("6 tháng cuối năm", FIVE_YEARS, OPEN),
        ("6 tháng cuối năm", Context(), OPEN),
    ],
)
def test_parts_of_the_year(text: str, context: Context, want: tuple[str | None, str | None]) -> None:
    assert settled(text, context) == want


@pytest.mark.parametrize(
    ("text", "context", "want"),
    [
        ("so với tháng trước", MONTH, ("2020-02-01", "2020-02-29")),
        ("so với tháng trước", NINE_MONTHS, ("2022-08-01", "2022-08-31")),
        ("tháng liền kề", MONTH, ("2020-02-01", "2020-02-29")),
        ("tháng này", MONTH, ("2020-03-01", "2020-03-31")),
        ("tháng tới", YEAR, ("2022-01-01", "2022-01-31")),
        ("so quý trước tăng", QUARTER, ("2017-10-01", "2017-12-31")),
        ("quý này", HALF_YEAR, ("2019-04-01", "2019-06-30")),
        ("năm trước", YEAR, ("2020-01-01", "2020-12-31")),
        ("dự toán năm sau", DAY_ONLY, ("2018-01-01", "2018-12-31")),
        ("năm nay", HALF_YEAR, ("2019-01-01", "2019-12-31")),
        ("so quý trước tăng", MONTH, OPEN),
        ("so với tháng trước", DAY_ONLY, OPEN),
        ("so với năm học trước", YEAR, OPEN),
        ("năm trước", FIVE_YEARS, OPEN),
        ("tuần trước", MONTH, OPEN),
    ],
)
def test_periods_next_to_the_reports_own(
    text: str, context: Context, want: tuple[str | None, str | None]
) -> None:
    assert settled(text, context) == want


@pytest.mark.parametrize(
    ("text", "context", "want"),
    [
        ("cùng kỳ", NINE_MONTHS, ("2021-01-01", "2021-09-30")),
        ("cùng kỳ năm ngoái", QUARTER, ("2017-01-01", "2017-03-31")),
        ("cùng kỳ năm 2015", HALF_YEAR, ("2015-01-01", "2015-06-30")),
        ("cùng kỳ 2019", MONTH, ("2019-03-01", "2019-03-31")),
        ("cùng kỳ", Context(period_from="2021-02-01", period_to="2021-02-28"), ("2020-02-01", "2020-02-29")),
        ("cùng kỳ tháng trước", MONTH, OPEN),
        ("cùng kỳ năm học trước", YEAR, OPEN),
        ("cùng kỳ các năm", DAY_ONLY, OPEN),
        ("cùng thời điểm năm trước", HALF_YEAR, OPEN),
    ],
)
def test_the_same_period_of_another_year(
    text: str, context: Context, want: tuple[str | None, str | None]
) -> None:
    assert settled(text, context) == want


@pytest.mark.parametrize(
    ("text", "context", "want"),
    [
        ("Trong 05 năm, tỉnh đã", FIVE_YEARS, ("2016-01-01", "2020-12-31")),
        ("5 năm qua", FIVE_YEARS, ("2016-01-01", "2020-12-31")),
        ("sơ kết 05 năm thực hiện", FIVE_YEARS, ("2016-01-01", "2020-12-31")),
        ("10 năm qua", FIVE_YEARS, OPEN),
        ("3 năm tới", FIVE_YEARS, OPEN),
        ("07 ngày qua", MONTH, OPEN),
        ("thời gian qua", FIVE_YEARS, OPEN),
        ("ngày 20 hằng tháng", MONTH, OPEN),
        ("15/12 hằng năm", YEAR, OPEN),
        ("ngày 10/3 âm lịch", YEAR, OPEN),
        ("từ đầu năm đến ngày 20/5", HALF_YEAR, ("2019-01-01", "2019-05-20")),
        ("từ 01 đến 05/3", MONTH, ("2020-03-01", "2020-03-05")),
        ("trước 15/9, hoàn thành", NINE_MONTHS, ("2022-09-15", "2022-09-15")),
    ],
)
def test_counted_periods_and_days(text: str, context: Context, want: tuple[str | None, str | None]) -> None:
    assert settled(text, context) == want
