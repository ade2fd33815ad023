"""Sentences of our own, over kinds of report, levels and decades, with the dates that a reader marks."""

import pytest

from patterns.dates import find_dates
from patterns.passages import Cell, Context, Passage, PassageKind, split_passages


def found(text: str) -> list[tuple[str, str, str | None, str | None]]:
    dates = find_dates(text, (Passage(0, len(text)),), Context())
    assert all(text[date.start : date.end] == date.raw for date in dates)
    return [(date.raw, date.kind, date.from_date, date.to_date) for date in dates]


DAYS = [
    ("Quyết định có hiệu lực từ ngày 09/8/2022.", [("ngày 09/8/2022", "2022-08-09")]),
    ("Cuộc họp ngày 09-8-2012 đã kết luận", [("ngày 09-8-2012", "2012-08-09")]),
    ("họp ngày 9.8.2012", [("ngày 9.8.2012", "2012-08-09")]),
    ("Lào Cai, ngày 15 tháng 11 năm 2010", [("ngày 15 tháng 11 năm 2010", "2010-11-15")]),
    ("ban hành ngày  03  tháng  02 năm\n 1998", [("ngày  03  tháng  02 năm\n 1998", "1998-02-03")]),
    ("ngày 12/ 5/2004 của UBND tỉnh", [("ngày 12/ 5/2004", "2004-05-12")]),
    ("Công văn ngày12 tháng5 năm 2006", [("ngày12 tháng5 năm 2006", "2006-05-12")]),
    ("NGÀY 30 THÁNG 4 NĂM 1975", [("NGÀY 30 THÁNG 4 NĂM 1975", "1975-04-30")]),
    ("hết hạn 28/02/2023", [("28/02/2023", "2023-02-28")]),
    ("tính đến 15/6/2020; số còn lại", [("15/6/2020", "2020-06-15")]),
    ("Ngày 01/12/2021, Sở Y tế báo cáo", [("Ngày 01/12/2021", "2021-12-01")]),
    (
        "các ngày 20, 21 và 22/5/2019",
        [("ngày 20", "2019-05-20"), ("21", "2019-05-21"), ("22/5/2019", "2019-05-22")],
    ),
    ("ngày 29 và 30/6/2018", [("ngày 29", "2018-06-29"), ("30/6/2018", "2018-06-30")]),
    (
        "ngày 30/6 và ngày 01/7/2018",
        [("ngày 30/6", "2018-06-30"), ("ngày 01/7/2018", "2018-07-01")],
    ),
    (
        "ngày 07/5 và ngày 13 tháng 6 năm 2024",
        [("ngày 07/5", "2024-05-07"), ("ngày 13 tháng 6 năm 2024", "2024-06-13")],
    ),
    ("Thông báo ngày 16/10/95 của huyện", [("ngày 16/10/95", "1995-10-16")]),
    ("sinh ngày 5/9/1945 tại xã", [("ngày 5/9/1945", "1945-09-05")]),
    ("lúc 15 giờ 30 ngày 04/3/2023", [("ngày 04/3/2023", "2023-03-04")]),
    ("Ngày 10-12-1996, Bộ Chính trị họp", [("Ngày 10-12-1996", "1996-12-10")]),
    ("ngày 15 tháng 3/2017", [("ngày 15 tháng 3/2017", "2017-03-15")]),
    ("ngày 15/3 năm 2017", [("ngày 15/3 năm 2017", "2017-03-15")]),
]


@pytest.mark.parametrize(("text", "want"), DAYS)
def test_days(text: str, want: list[tuple[str, str]]) -> None:
    assert found(text) == [(raw, "day", day, day) for raw, day in want]


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("họp ngày 31/02/2019 tại xã", "ngày 31/02/2019"),
        ("văn bản ghi 15/13/2020", "15/13/2020"),
        ("ngày 30 tháng 02 năm 2021", "ngày 30 tháng 02 năm 2021"),
        ("ngày 29/02/2023", "ngày 29/02/2023"),
    ],
)
def test_impossible_days_are_kept_without_a_date(text: str, raw: str) -> None:
    assert found(text) == [(raw, "day", None, None)]


@pytest.mark.parametrize("text", ["0 tháng đầu năm 2019", "13 tháng đầu năm 2019", "0 tháng cuối năm 2019"])
def test_impossible_months_are_kept_without_days(text: str) -> None:
    assert found(text) == [(text, "range", None, None)]


PERIODS = [
    ("trong tháng 8/2022 toàn tỉnh", "tháng 8/2022", "month", "2022-08-01", "2022-08-31"),
    ("Tháng 02 năm 2012, sản lượng", "Tháng 02 năm 2012", "month", "2012-02-01", "2012-02-29"),
    ("vốn giải ngân T9/2023 đạt", "T9/2023", "month", "2023-09-01", "2023-09-30"),
    ("tháng 11-2015", "tháng 11-2015", "month", "2015-11-01", "2015-11-30"),
    ("tháng 4.2009", "tháng 4.2009", "month", "2009-04-01", "2009-04-30"),
    ("Tháng Tám năm 1945", "Tháng Tám năm 1945", "month", "1945-08-01", "1945-08-31"),
    ("Hà Giang, ngày    tháng 7 năm 2020", "tháng 7 năm 2020", "month", "2020-07-01", "2020-07-31"),
    ("kết quả quý I/2022", "quý I/2022", "quarter", "2022-01-01", "2022-03-31"),
    ("Quý 4 năm 2018", "Quý 4 năm 2018", "quarter", "2018-10-01", "2018-12-31"),
    ("QUÝ III-2010", "QUÝ III-2010", "quarter", "2010-07-01", "2010-09-30"),
    ("quí II năm 2003", "quí II năm 2003", "quarter", "2003-04-01", "2003-06-30"),
    ("6 tháng đầu năm 2023", "6 tháng đầu năm 2023", "range", "2023-01-01", "2023-06-30"),
    ("sáu tháng cuối năm 2009", "sáu tháng cuối năm 2009", "range", "2009-07-01", "2009-12-31"),
    ("9 tháng năm 2017", "9 tháng năm 2017", "range", "2017-01-01", "2017-09-30"),
    ("09 tháng đầu năm 2017", "09 tháng đầu năm 2017", "range", "2017-01-01", "2017-09-30"),
    ("11 tháng đầu của năm 2016", "11 tháng đầu của năm 2016", "range", "2016-01-01", "2016-11-30"),
    ("6 tháng/2011", "6 tháng/2011", "range", "2011-01-01", "2011-06-30"),
    ("nửa đầu năm 2014", "nửa đầu năm 2014", "range", "2014-01-01", "2014-06-30"),
    ("ba tháng đầu năm 2013", "ba tháng đầu năm 2013", "range", "2013-01-01", "2013-03-31"),
    ("Năm 2011, huyện thu hút", "Năm 2011", "year", "2011-01-01", "2011-12-31"),
    ("tuyến đường Nguyễn Huệ (2017)", "2017", "year", "2017-01-01", "2017-12-31"),
    ("đến cuối năm 2025 phấn đấu", "năm 2025", "year", "2025-01-01", "2025-12-31"),
    ("giai đoạn 2011-2015", "giai đoạn 2011-2015", "range", "2011-01-01", "2015-12-31"),
    ("Giai đoạn 2021 – 2030", "Giai đoạn 2021 – 2030", "range", "2021-01-01", "2030-12-31"),
    ("nhiệm kỳ 2020 - 2025", "nhiệm kỳ 2020 - 2025", "range", "2020-01-01", "2025-12-31"),
    ("năm học 2022-2023", "năm học 2022-2023", "range", "2022-01-01", "2023-12-31"),
    ("thời kỳ 1991-2000", "thời kỳ 1991-2000", "range", "1991-01-01", "2000-12-31"),
    ("kế hoạch 5 năm 2016-2020", "5 năm 2016-2020", "range", "2016-01-01", "2020-12-31"),
    ("giai đoạn I (2013-2015)", "2013-2015", "range", "2013-01-01", "2015-12-31"),
    ("quy hoạch 2011-2020 được duyệt", "2011-2020", "range", "2011-01-01", "2020-12-31"),
    ("vụ Đông Xuân 2021-2022", "vụ Đông Xuân 2021-2022", "range", "2021-01-01", "2022-12-31"),
    ("vụ đông xuân 2008/2009", "vụ đông xuân 2008/2009", "range", "2008-01-01", "2009-12-31"),
    ("vụ Hè Thu năm 2019", "vụ Hè Thu năm 2019", "year", "2019-01-01", "2019-12-31"),
    ("từ năm 2012 đến hết năm 2014", "từ năm 2012 đến hết năm 2014", "range", "2012-01-01", "2014-12-31"),
    (
        "số liệu từ ngày 01/10/2021 đến ngày 30/9/2022",
        "từ ngày 01/10/2021 đến ngày 30/9/2022",
        "range",
        "2021-10-01",
        "2022-09-30",
    ),
    (
        "từ 15/12/2017 - 14/12/2018",
        "từ 15/12/2017 - 14/12/2018",
        "range",
        "2017-12-15",
        "2018-12-14",
    ),
    (
        "từ tháng 4 đến tháng 7/2020",
        "từ tháng 4 đến tháng 7/2020",
        "range",
        "2020-04-01",
        "2020-07-31",
    ),
    ("từ ngày 05 đến ngày 12/8/2019", "từ ngày 05 đến ngày 12/8/2019", "range", "2019-08-05", "2019-08-12"),
    ("ngày 27 - 28/7/2018", "ngày 27 - 28/7/2018", "range", "2018-07-27", "2018-07-28"),
    ("từ ngày 28/6 đến 03/7/2017", "từ ngày 28/6 đến 03/7/2017", "range", "2017-06-28", "2017-07-03"),
    ("từ năm 2015 đến 2019", "từ năm 2015 đến 2019", "range", "2015-01-01", "2019-12-31"),
    ("từ 2015 đến 2019", "từ 2015 đến 2019", "range", "2015-01-01", "2019-12-31"),
    ("từ quý I đến quý III/2021", "từ quý I đến quý III/2021", "range", "2021-01-01", "2021-09-30"),
    (
        "từ đầu năm 2018 đến tháng 5/2019",
        "từ đầu năm 2018 đến tháng 5/2019",
        "range",
        "2018-01-01",
        "2019-05-31",
    ),
    (
        "từ tháng 10/2015 đến tháng 3/2016",
        "từ tháng 10/2015 đến tháng 3/2016",
        "range",
        "2015-10-01",
        "2016-03-31",
    ),
    (
        "(01/01/2016 - 30/6/2020)",
        "01/01/2016 - 30/6/2020",
        "range",
        "2016-01-01",
        "2020-06-30",
    ),
]


@pytest.mark.parametrize(("text", "raw", "kind", "first", "last"), PERIODS)
def test_periods(text: str, raw: str, kind: str, first: str, last: str) -> None:
    assert found(text) == [(raw, kind, first, last)]


SERIES = [
    ("các năm 2017, 2018 và 2019", [("năm 2017", "2017"), ("2018", "2018"), ("2019", "2019")]),
    ("đến năm 2025, tầm nhìn đến năm 2035", [("năm 2025", "2025"), ("năm 2035", "2035")]),
    ("đến năm 2030, tầm nhìn 2045", [("năm 2030", "2030"), ("2045", "2045")]),
    ("năm 2016 là 12%, năm 2017 là 15%", [("năm 2016", "2016"), ("năm 2017", "2017")]),
    ("năm 2020 so với năm 2019", [("năm 2020", "2020"), ("năm 2019", "2019")]),
    ("tháng 7, 8 và 9 năm 2019", [("tháng 7", "2019-07"), ("8", "2019-08"), ("9 năm 2019", "2019-09")]),
    (
        "tháng 10 và 10 tháng đầu năm 2022",
        [("tháng 10", "2022-10"), ("10 tháng đầu năm 2022", "2022-01..2022-10")],
    ),
    (
        "tháng 12, quý IV và năm 2021",
        [("tháng 12", "2021-12"), ("quý IV", "2021-10..2021-12"), ("năm 2021", "2021")],
    ),
    ("quý I, II năm 2014", [("quý I", "2014-01..2014-03"), ("II năm 2014", "2014-04..2014-06")]),
    (
        "giai đoạn 2016-2020, định hướng đến năm 2030",
        [("giai đoạn 2016-2020", "2016..2020"), ("năm 2030", "2030")],
    ),
    (
        "năm 2015, giai đoạn 2016 - 2018 và năm 2019",
        [("năm 2015", "2015"), ("giai đoạn 2016 - 2018", "2016..2018"), ("năm 2019", "2019")],
    ),
    ("(năm 2012: 45 hộ; năm 2013: 52 hộ)", [("năm 2012", "2012"), ("năm 2013", "2013")]),
    ("tháng 5/2020 so với tháng 4/2020", [("tháng 5/2020", "2020-05"), ("tháng 4/2020", "2020-04")]),
    (
        "ngày 05/7/2019, 15 hộ; tháng 8/2019",
        [("ngày 05/7/2019", "2019-07-05"), ("tháng 8/2019", "2019-08")],
    ),
    ("từ năm 2013 đến nay", [("năm 2013", "2013")]),
    ("kể từ ngày 01/7/2014 đến nay", [("ngày 01/7/2014", "2014-07-01")]),
    (
        "quý II, 6 tháng đầu năm và phương hướng, nhiệm vụ quý III năm 2018",
        [
            ("quý II", "2018-04..2018-06"),
            ("6 tháng đầu năm", "2018-01..2018-06"),
            ("quý III năm 2018", "2018-07..2018-09"),
        ],
    ),
    (
        "tháng 8, 8 tháng đầu năm; nhiệm vụ trọng tâm tháng 9 năm 2022",
        [
            ("tháng 8", "2022-08"),
            ("8 tháng đầu năm", "2022-01..2022-08"),
            ("tháng 9 năm 2022", "2022-09"),
        ],
    ),
    ("bình quân 5 năm (2006-2010)", [("2006-2010", "2006..2010")]),
    ("(03/2018-9/2019)", [("03/2018-9/2019", "2018-03..2019-09")]),
    ("tháng 7-8/2020", [("tháng 7-8/2020", "2020-07..2020-08")]),
    ("từ 20 - 25/6/2018", [("từ 20 - 25/6/2018", "2018-06-20..2018-06-25")]),
    ("năm ngân sách 2014", [("năm ngân sách 2014", "2014")]),
    ("những năm 1980", [("những năm 1980", "1980..1989")]),
    ("những năm 2018, 2019", [("năm 2018", "2018"), ("2019", "2019")]),
    ("Q3/2021", [("Q3/2021", "2021-07..2021-09")]),
    ("quý IV và năm 2019", [("quý IV", "2019-10..2019-12"), ("năm 2019", "2019")]),
]


def bounds(period: str) -> tuple[str, str]:
    """First and last day of "2019", "2019-07", "2016..2020"."""
    first, _, last = period.partition("..")
    last = last or first
    months = {"02": "28", "04": "30", "06": "30", "09": "30", "11": "30"}
    begin = first + "-01-01"[(len(first) - 4) :]
    if len(last) == 4:
        return begin, f"{last}-12-31"
    return begin, last if len(last) == 10 else f"{last}-{months.get(last[5:], '31')}"


@pytest.mark.parametrize(("text", "want"), SERIES)
def test_series_and_coordination(text: str, want: list[tuple[str, str]]) -> None:
    assert [(raw, first, last) for raw, _, first, last in found(text)] == [
        (raw, *bounds(period)) for raw, period in want
    ]


RELATIVE = [
    ("Trong 03 năm, huyện đã xây", ["Trong 03 năm"]),
    ("Kết quả (trong 10 năm) rất tốt", ["trong 10 năm"]),
    ("03 năm qua, toàn xã có", ["03 năm qua"]),
    ("trong 3 năm qua", ["3 năm qua"]),
    ("so với cùng kỳ tăng 5%", ["cùng kỳ"]),
    ("tăng 12% so cùng kỳ năm trước", ["cùng kỳ năm trước"]),
    ("cao hơn năm trước 2 điểm", ["năm trước"]),
    ("Trong thời gian qua, tỉnh đã", ["thời gian qua"]),
    ("nhiệm vụ thời gian tới", ["thời gian tới"]),
    ("Ba tháng đầu năm, cả nước", ["Ba tháng đầu năm"]),
    ("6 tháng cuối năm phấn đấu", ["6 tháng cuối năm"]),
    ("trước ngày 25 hằng tháng", ["ngày 25 hằng tháng"]),
    ("báo cáo trước 10/12 hằng năm", ["10/12 hằng năm"]),
    ("chậm nhất ngày 15/11 hàng năm", ["ngày 15/11 hàng năm"]),
    ("trong tháng 5, toàn huyện", ["tháng 5"]),
    ("Kết quả quý II:", ["quý II"]),
    ("trong những năm gần đây", ["những năm gần đây"]),
    ("5 năm tới, tập trung", ["5 năm tới"]),
    ("sơ kết 03 năm thực hiện", ["03 năm"]),
    ("TỔNG KẾT 10 NĂM THI HÀNH", ["10 NĂM"]),
    ("hoàn thành trước ngày 20/12.", ["ngày 20/12"]),
    ("hai năm trở lại đây", ["hai năm trở lại đây"]),
    ("so với tháng trước giảm", ["tháng trước"]),
    ("những năm tiếp theo", ["những năm tiếp theo"]),
    ("cùng kỳ năm 2018", ["cùng kỳ năm 2018"]),
    ("đến ngày 15, các xã", ["ngày 15"]),
    ("gửi trước ngày 20 tháng cuối quý", ["ngày 20"]),
    ("đến tháng 10 năm nay", ["tháng 10 năm nay"]),
]


@pytest.mark.parametrize(("text", "raws"), RELATIVE)
def test_relative_periods(text: str, raws: list[str]) -> None:
    assert found(text) == [(raw, "relative", None, None) for raw in raws]


NONE = [
    "Nghị định số 45/2013/NĐ-CP của Chính phủ",
    "Thông tư 05/2014/TT-BTP, Công văn 12-CV/TU",
    "Luật Đất đai năm 2013",
    "Luật Phòng, chống tham nhũng năm 2018 và Bộ luật Lao động năm 2019",
    "Hiến pháp năm 2013",
    "Luật Đầu tư công 2019",
    "họp định kỳ hàng tháng, hằng quý, 6 tháng và năm",
    "hằng năm, đến nay, hiện nay",
    "có 9/14 đơn vị và 2.045/2.045 hồ sơ",
    "đường 3/2, trực 24/7",
    "Điều 12, khoản 3, Điều 5",
    "điện thoại 0252.3822.016",
    "miễn thuế trong 3 năm",
    "thời hạn 05 năm",
    "giảm 50% số thuế phải nộp trong 5 năm tiếp theo",
    "nộp trong thời hạn 3 năm tiếp theo",
    "phạt tù 12 tháng",
    "tăng 12,5% và 3.000 hộ",
    "Thời gian ký: 15.04.2023 10:22:45 +07:00",
    "trong 15 ngày 20 hộ",
    "qua các năm",
    "từng năm, trong năm",
    "năm thứ nhất",
    "100 ngày",
    "Quyết định số 12/2015/QH13",
    "Số 23/2016/QĐ-UBND",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_date(text: str) -> None:
    assert found(text) == []


REPORT = Context(date="2022-10-15", period_from="2022-01-01", period_to="2022-09-30")
RESOLVED = [
    ("6 tháng đầu năm", REPORT, ("2022-01-01", "2022-06-30")),
    ("năm trước", REPORT, ("2021-01-01", "2021-12-31")),
    ("cùng kỳ", REPORT, ("2021-01-01", "2021-09-30")),
    ("cùng kỳ năm trước", REPORT, ("2021-01-01", "2021-09-30")),
    ("quý II đạt", REPORT, ("2022-04-01", "2022-06-30")),
    ("trong tháng 5, toàn huyện", REPORT, ("2022-05-01", "2022-05-31")),
    ("đến ngày 30/6.", REPORT, ("2022-06-30", "2022-06-30")),
    ("trong tháng 11, sẽ", REPORT, (None, None)),
    ("những năm gần đây", REPORT, (None, None)),
    ("6 tháng đầu năm", Context(), (None, None)),
    ("6 tháng đầu năm", Context(date="2022-07-04"), ("2022-01-01", "2022-06-30")),
    ("05 năm qua", Context(period_from="2016-01-01", period_to="2020-12-31"), ("2016-01-01", "2020-12-31")),
    ("05 năm qua", REPORT, (None, None)),
    ("10/12 hằng năm", REPORT, (None, None)),
]


@pytest.mark.parametrize(("text", "context", "want"), RESOLVED)
def test_the_report_settles_relative_periods(
    text: str, context: Context, want: tuple[str | None, str | None]
) -> None:
    (date,) = find_dates(text, (Passage(0, len(text)),), context)
    assert (date.from_date, date.to_date) == (None, None)
    assert (date.resolved_from, date.resolved_to) == want


def test_passages_and_cells_are_read_apart() -> None:
    text = "từ ngày 01/5/2020\nđến ngày 03/5/2020"
    assert len(find_dates(text, (Passage(0, len(text)),), Context())) == 1
    assert len(find_dates(text, split_passages(text), Context())) == 2


def test_kinds_of_passage_read_alike() -> None:
    text = "Ngày 04/3/2023"
    for kind in PassageKind:
        assert len(find_dates(text, (Passage(0, len(text), kind),), Context())) == 1


def test_a_report_that_looks_ahead_into_another_year_does_not_lend_it_back() -> None:
    assert found("Kết quả quý IV và nhiệm vụ quý I năm 2020") == [
        ("quý IV", "relative", None, None),
        ("quý I năm 2020", "quarter", "2020-01-01", "2020-03-31"),
    ]


def table(*rows: str) -> tuple[str, Passage]:
    """A table as text, its cells parted by bars."""
    text, cells = "", []
    for number, row in enumerate(rows):
        for column, cell in enumerate(row.split(" | ")):
            cells.append(Cell(number, column, len(text), len(text) + len(cell)))
            text += f"{cell} | "
    return text, Passage(0, len(text), PassageKind.TABLE, cells=tuple(cells))


@pytest.mark.parametrize(
    ("rows", "raws"),
    [
        (("Chỉ tiêu | 2019 | 2020", "Số hộ | 2015 | 1.998"), ["2019", "2020"]),
        (("TT | Thực hiện | Kế hoạch", " | 2017 | 2018", "Số hộ | 1995 | 2015"), ["2017", "2018"]),
        (("Chỉ tiêu | Thực hiện", "Số hộ | 2015"), []),
        (("Đơn vị | TH 2021 | Ước TH 2022 | So sánh 2022/2021 (%)",), ["2021", "2022", "2022", "2021"]),
        (("Thời gian | 6 tháng", "Thời hạn | 9 tháng"), []),
        (("Chỉ tiêu | Thực hiện 6 tháng | Cả năm",), ["6 tháng"]),
    ],
)
def test_years_alone_are_dates_in_heads_of_tables(rows: tuple[str, ...], raws: list[str]) -> None:
    text, passage = table(*rows)
    assert [date.raw for date in find_dates(text, (passage,), Context())] == raws
