"""Who may issue what."""

import pytest

from extractor.checks import Severity
from tests.checks.reports import findings, spots

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


@pytest.mark.parametrize(
    ("text", "found", "severity"),
    [
        ("Căn cứ Nghị định số 24/2018/NĐ-TTg ngày 27/02/2018", "24/2018/NĐ-TTg", ERROR),
        ("Căn cứ Nghị định số 24/2018/NĐ-UBND ngày 27/02/2018", "24/2018/NĐ-UBND", ERROR),
        ("Nghị định số 24-NĐ/TU ngày 27/02/2018", "24-NĐ/TU", ERROR),
        ("Căn cứ Thông tư số 03/2017/TT-CP ngày 01/3/2017", "03/2017/TT-CP", ERROR),
        ("Căn cứ Pháp lệnh số 34/2007/PL-QH11 ngày 20/4/2007", "34/2007/PL-QH11", ERROR),
        ("Thực hiện Nghị quyết số 15/NQ-UBND ngày 20/4/2020", "15/NQ-UBND", WARNING),
        ("Thực hiện Chỉ thị số 16/CT-CP ngày 31/3/2020", "16/CT-CP", WARNING),
        ("Thực hiện Quyết định số 225/QĐ-CP ngày 04/02/2016", "225/QĐ-CP", INFO),
        ("Thông tư liên tịch số 12/2018/TTLT-BYT-BTC ngày 04/02/2018", "12/2018/TTLT-BYT-BTC", INFO),
    ],
)
def test_a_body_that_does_not_issue_the_type(text: str, found: str, severity: Severity) -> None:
    assert spots(text, "REF004") == [("REF004", found)]
    assert findings(text, "REF004")[0].severity is severity


@pytest.mark.parametrize(
    "text",
    [
        "Nghị định số 04/2015/NĐ-CP, Nghị định số 140-HĐBT ngày 25/4/1991, Nghị định 64/CP ngày 27/9/1993",
        "Thông tư số 03/2013/TT-TTCP ngày 10/6/2013, Thông tư số 01/2018/TT-VPCP ngày 23/11/2018",
        "Pháp lệnh số 34/2007/PL-UBTVQH11, Pháp lệnh số 02/2020/UBTVQH14",
        "Chỉ thị số 16/CT-TTg ngày 31/3/2020, Nghị quyết số 42/NQ-CP, Nghị quyết số 44/NQ-HĐND",
        "Tờ trình số 15/TT-UBND ngày 12/6/2009; Thông tri số 07-TT/TU, ngày 03/4/2019",
        "Thông tư liên tịch số 01/2017/TTLT-VKSNDTC-TANDTC-BCA-BTP ngày 13/10/2017",
        "Công văn số 64/NĐ-KT ngày 03/4/2019",
    ],
)
def test_a_body_that_issues_the_type(text: str) -> None:
    assert spots(text, "REF004") == []


@pytest.mark.parametrize(
    ("text", "found", "severity"),
    [
        ("Nghị quyết số 45-NQ/TW, ngày 15/3/2021 của Ban Bí thư về cán bộ", "Ban Bí thư", WARNING),
        ("Nghị quyết số 12-NQ/TW của Ban Bí thư Trung ương Đảng", "Ban Bí thư Trung ương Đảng", WARNING),
        ("Chỉ thị số 14-CT/TU, ngày 27/7/2016 của Tỉnh ủy", "Tỉnh ủy", INFO),
        ("Hướng dẫn số 03-HD/TU của Thành ủy", "Thành ủy", INFO),
    ],
)
def test_a_party_body_that_does_not_issue_the_type(text: str, found: str, severity: Severity) -> None:
    assert spots(text, "REF015") == [("REF015", found)]
    assert findings(text, "REF015")[0].severity is severity


@pytest.mark.parametrize(
    "text",
    [
        "Chỉ thị số 14-CT/TU, ngày 27/7/2016 của Ban Thường vụ Tỉnh ủy",
        "Nghị quyết số 18-NQ/TW của Ban Chấp hành Trung ương; Quyết định số 99-QĐ/TW của Ban Bí thư",
        "Nghị quyết số 14-NQ/TU ngày 15/4/2019 của Tỉnh ủy, Chương trình số 98-CTr/TU của Tỉnh ủy",
        "Ban Bí thư đã chỉ đạo thực hiện Nghị quyết số 18-NQ/TW",
    ],
)
def test_a_party_body_that_issues_the_type(text: str) -> None:
    assert spots(text, "REF015") == []
