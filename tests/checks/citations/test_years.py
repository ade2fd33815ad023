"""The year in a number."""

import pytest

from extractor.checks import Severity
from tests.checks.reports import findings, spots


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("theo Nghị định 42/NĐ-CP, ngày 09/4/2020 của Chính phủ", "42/NĐ-CP"),
        ("Thông tư số 17/TT-BLĐTBXH ngày 28/6/2016", "17/TT-BLĐTBXH"),
        ("Nghị quyết số 96/QH14 của Quốc hội", "96/QH14"),
        ("NGHỊ ĐỊNH SỐ 61/NĐ-CP", "61/NĐ-CP"),
        ("Thông tư liên tịch số 09/TTLT-BTP-BNV ngày 12/6/2007", "09/TTLT-BTP-BNV"),
        ("Pháp lệnh số 26/PL-UBTVQH11 ngày 29/6/2005", "26/PL-UBTVQH11"),
    ],
)
def test_a_year_that_is_missing(text: str, found: str) -> None:
    assert spots(text, "REF005") == [("REF005", found)]
    assert findings(text, "REF005")[0].severity is Severity.ERROR


@pytest.mark.parametrize(
    "text",
    [
        "Nghị định 64/CP ngày 27/9/1993, Nghị định số 140-HĐBT, Thông tư 41/TC-ĐTPT",
        "Nghị quyết số 42/NQ-CP ngày 09/4/2020, Quyết định số 225/QĐ-TTg ngày 04/02/2016",
        "Nghị quyết số 830/NQ-UBTVQH14 ngày 17/12/2019, Thông tri số 07-TT/TU",
        "Nghị định số 04/2015/NĐ-CP, Thông tư 12/2019/TT-BTC, Tờ trình số 15/TT-UBND ngày 12/6/2009",
        "Luật số 80/2015/QH13, Nghị quyết số 351/2017/UBTVQH14",
        "Thông tư số 12/TT-LB của Liên Bộ, Nghị định số 22/NĐ-HĐBT",
        "Số: 71/BC-UB\n\nThái Bình, ngày 06 tháng 12 năm 1999\n\n**BÁO CÁO**\n\nTheo Thông tư số 12/TT-BTC",
    ],
)
def test_a_year_that_need_not_be_there(text: str) -> None:
    assert spots(text, "REF005") == []


def test_a_year_that_the_report_gives_elsewhere_is_put_in() -> None:
    text = "Nghị định số 149/2018/NĐ-CP ngày 07/11/2018 của Chính phủ.\n\nTheo Nghị định số 149/NĐ-CP, các xã đã làm."
    (found,) = findings(text, "REF005")
    assert found.severity is Severity.WARNING
    assert found.fix is not None
    assert found.fix.replacement == "149/2018/NĐ-CP"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nghị định số 154/2021/NĐ-CP ngày 31 tháng 12 năm 2020 của Chính phủ", ["154/2021/NĐ-CP"]),
        ("ngày 15/6/2022, UBND tỉnh ban hành Quyết định số 19/2020/QĐ-UBND", ["19/2020/QĐ-UBND"]),
        ("Luật Nhà ở số 65/2014/QH13 (ngày 25/11/2013)", ["65/2014/QH13"]),
        ("Nghị định số 154/2020/NĐ-CP ngày 31 tháng 12 năm 2020 của Chính phủ", []),
        ("Nghị quyết số 31/NQ-HĐND ngày 08/12/2017", []),
        ("Nghị định số 34/2016/NĐ-CP được sửa đổi năm 2020; Quyết định số 19/2022/QĐ-UBND tháng 6/2022", []),
    ],
)
def test_the_year_of_the_number_and_of_the_date(text: str, found: list[str]) -> None:
    assert [raw for _, raw in spots(text, "REF006")] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kế hoạch số 52/2021/KH-UBND ngày 03/3/2021", ["52/2021/KH-UBND"]),
        ("Nghị quyết số 42/2020/NQ-CP ngày 09/4/2020", ["42/2020/NQ-CP"]),
        ("Chỉ thị số 16/2020/CT-TTg ngày 31/3/2020", ["16/2020/CT-TTg"]),
        ("Nghị quyết số 30a/2008/NQ-CP, Chỉ thị số 38/2005/CT-TTg, Quyết định số 15/2020/QĐ-TTg", []),
        ("Nghị quyết số 22/2019/NQ-HĐND, Thông tư số 03/2017/TT-BLĐTBXH", []),
        ("Kế hoạch số 52/KH-UBND ngày 03/3/2021", []),
    ],
)
def test_a_year_that_the_series_has_not(text: str, found: list[str]) -> None:
    assert [raw for _, raw in spots(text, "REF008")] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Luật Ngân sách nhà nước số 83/2015/QH12 ngày 25/6/2015", ["83/2015/QH12"]),
        ("Pháp lệnh số 38/2001/PL-UBTVQH11", ["38/2001/PL-UBTVQH11"]),
        ("Nghị quyết liên tịch số 403/2017/NQLT-UBTVQH13-CP", ["403/2017/NQLT-UBTVQH13-CP"]),
        ("Luật số 85/2015/QH13, Luật số 08/2022/QH15, Nghị quyết số 02/2011/QH13", []),
        ("Luật số 68/2006/QH11, Nghị quyết số 12/2007/QH12, Luật số 64/2025/QH15", []),
        ("Nghị quyết số 830/NQ-UBTVQH14 ngày 17/12/2019", []),
    ],
)
def test_the_term_of_an_assembly(text: str, found: list[str]) -> None:
    assert [raw for _, raw in spots(text, "REF009")] == found
