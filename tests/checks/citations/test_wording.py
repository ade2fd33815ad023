"""Small words and zeros."""

import pytest

from tests.checks.reports import findings, read_text


def repaired(text: str, code: str) -> list[str]:
    """The text with each correction of a rule, one at a time."""
    report, _ = read_text(text)
    fixes = [finding.fix for finding in findings(text, code)]
    return [
        (report.text[: fix.start] + fix.replacement + report.text[fix.end :]).strip()
        for fix in fixes
        if fix is not None
    ]


@pytest.mark.parametrize(
    ("code", "text", "right"),
    [
        ("REF020", "Chỉ thị số 5/CT-UBND ngày 04/3/2021", "Chỉ thị số 05/CT-UBND ngày 04/3/2021"),
        ("REF020", "Nghị định số 4/2023/NĐ-CP", "Nghị định số 04/2023/NĐ-CP"),
        ("REF020", "Nghị quyết số 7-NQ/TU, ngày 03/9/2018", "Nghị quyết số 07-NQ/TU, ngày 03/9/2018"),
        ("REF021", "Kế hoạch 77/KH-UBND ngày 12/4/2021", "Kế hoạch số 77/KH-UBND ngày 12/4/2021"),
        ("REF021", "Nghị định 149/2018/NĐ-CP", "Nghị định số 149/2018/NĐ-CP"),
        ("REF021", "theo Quyết định 833-QĐ/TU", "theo Quyết định số 833-QĐ/TU"),
        ("REF022", "Kế hoạch số 77/KH-UBND, 12/4/2021", "Kế hoạch số 77/KH-UBND, ngày 12/4/2021"),
        ("REF022", "Chỉ thị số 14-CT/TU, 27/7/2016", "Chỉ thị số 14-CT/TU, ngày 27/7/2016"),
        ("REF022", "Công văn 4954/UBND-TH, 19/11/2018 về", "Công văn 4954/UBND-TH, ngày 19/11/2018 về"),
        ("REF023", "Công văn số 318/UBND-VX ngày 7/2/2020", "Công văn số 318/UBND-VX ngày 07/02/2020"),
        ("REF023", "Quyết định số 12/QĐ-UBND ngày 15/1/2020", "Quyết định số 12/QĐ-UBND ngày 15/01/2020"),
        ("REF023", "Quyết định số 12/QĐ-UBND ngày 5-11-2020", "Quyết định số 12/QĐ-UBND ngày 05-11-2020"),
    ],
)
def test_what_is_missing_is_put_in(code: str, text: str, right: str) -> None:
    assert repaired(text, code) == [right]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("REF020", "Chỉ thị số 05/CT-UBND ngày 04/3/2021, Chỉ thị số 15/CT-UBND ngày 04/3/2021"),
        ("REF020", "Nghị quyết số 5/NQ-HĐ ngày 03/9/1998"),
        ("REF020", "Nghị quyết số 7c/NQ-BCH ngày 25/02/2016"),
        ("REF021", "Kế hoạch số 77/KH-UBND; Công văn: số 525-CV/TU, số 714-CV/TU"),
        ("REF021", "Số: 12/BC-UBND. KẾT LUẬN SỐ 120-KL/TW, Luật Nhà ở số 65/2014/QH13"),
        ("REF021", "Chỉ thị số 12, 15 và 18-CT/TU của Tỉnh ủy"),
        ("REF022", "Kế hoạch số 77/KH-UBND, ngày 12/4/2021"),
        ("REF022", "Kế hoạch số 77/KH-UBND (12/4/2021)"),
        ("REF022", "Ngày 12/4/2021, UBND tỉnh ban hành Kế hoạch số 77/KH-UBND"),
        ("REF023", "Quyết định số 12/QĐ-UBND ngày 03/5/2020, Quyết định số 13/QĐ-UBND ngày 15/10/2020"),
        ("REF023", "Quyết định số 12/QĐ-UBND ngày 03/05/2020"),
        ("REF023", "Quyết định số 12/QĐ-UBND ngày 3 tháng 5 năm 2020"),
    ],
)
def test_what_is_as_it_should_be(code: str, text: str) -> None:
    assert findings(text, code) == []
