"""Days that cannot be."""

import pytest

from tests.checks.reports import spots

HEAD = "Số: 21/BC-UBND\n\nĐồng Xuân, ngày 10 tháng 6 năm 2021\n\n**BÁO CÁO**\n\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nghị định số 4/2019/NĐ-CP ngày 31/6/2019", ["ngày 31/6/2019"]),
        ("họp ngày 29/02/2021 tại huyện", ["ngày 29/02/2021"]),
        ("từ ngày 12/13/2020", ["ngày 12/13/2020"]),
        ("họp ngày 29/02/2020 tại huyện, ngày 31/12/2021", []),
        ("mức 31/6 xã, Điều 30/2", []),
        ("đạt 31,6 tỷ đồng trong năm 2021", []),
    ],
)
def test_days_that_no_calendar_has(text: str, found: list[str]) -> None:
    assert [raw for _, raw in spots(text, "REF007")] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kế hoạch số 14/KH-UBND ngày 20/7/2021 của UBND tỉnh.", ["ngày 20/7/2021"]),
        ("Nghị định số 04/2022/NĐ-CP của Chính phủ.", ["04/2022/NĐ-CP"]),
        ("Ngày 11/6/2021, UBND tỉnh ban hành Quyết định số 77/QĐ-UBND.", ["Ngày 11/6/2021"]),
        ("Kế hoạch số 14/KH-UBND ngày 10/6/2021 của UBND tỉnh.", []),
        ("Nghị định số 04/2021/NĐ-CP của Chính phủ; kế hoạch đến ngày 31/12/2025.", []),
        ("Hội nghị sẽ họp ngày 20/7/2021 để sơ kết Nghị quyết số 18-NQ/TW.", []),
    ],
)
def test_documents_younger_than_the_report(text: str, found: list[str]) -> None:
    assert [raw for _, raw in spots(HEAD + text, "REF016")] == found


def test_a_report_without_its_date_is_left_alone() -> None:
    assert spots("Kế hoạch số 14/KH-UBND ngày 20/7/2041 của UBND tỉnh.", "REF016") == []
