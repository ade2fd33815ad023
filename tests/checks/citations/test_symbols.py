"""Symbols that are mixed up or cut short, or hold letters of another alphabet."""

import pytest

from extractor.checks import Finding, Severity
from tests.checks.reports import findings, spots


def fixed(finding: Finding) -> str | None:
    return finding.fix.replacement if finding.fix else None


@pytest.mark.parametrize(
    ("text", "found", "right"),
    [
        ("Chỉ thị số 14/CT-TU, ngày 27/7/2016", "14/CT-TU", "14-CT/TU"),
        ("Kết luận 120/KL-TW, ngày 07/01/2016", "120/KL-TW", "120-KL/TW"),
        ("Quy định số 66-QĐ-TW, ngày 06/02/2017", "66-QĐ-TW", "66-QĐ/TW"),
        ("Quy định số 66/QĐ/TW, ngày 06/02/2017", "66/QĐ/TW", "66-QĐ/TW"),
        ("Hướng dẫn số 61/HD-BTGTU, ngày 20/12/2017", "61/HD-BTGTU", "61-HD/BTGTU"),
        ("Kế hoạch số 31-KH/UBND, ngày 02/5/2019", "31-KH/UBND", "31/KH-UBND"),
        ("Quyết định số 225-QĐ/TTg, ngày 04/02/2016", "225-QĐ/TTg", "225/QĐ-TTg"),
        ("Nghị quyết số 44/NQ/HĐND ngày 14/12/2015", "44/NQ/HĐND", "44/NQ-HĐND"),
    ],
)
def test_the_signs_of_another_system(text: str, found: str, right: str) -> None:
    assert spots(text, "REF012") == [("REF012", found)]
    assert fixed(findings(text, "REF012")[0]) == right


@pytest.mark.parametrize(
    "text",
    [
        "Chỉ thị số 14-CT/TU, Kế hoạch số 31/KH-UBND, Công văn số 525-CV/TU, Công văn số 932/UBND-SNV",
        "Kế hoạch số 11-KH/BCĐ, Kế hoạch số 12/KH-BCĐ, Hướng dẫn số 29-HD/TWĐTN-VP",
        "Nghị định số 140-HĐBT, Nghị định số 77-CP ngày 18/6/1997, Chỉ thị số 16-CT/UB ngày 04/5/1995",
        "Thông tri số 25/TTr-MTTW-BTT, Kế hoạch số 160/KH-MTTQ-BTT, Nghị quyết số 7c/NQ-BCH",
        "Công điện số 37/CĐ-TW ngày 28/10/2020 của Ban Chỉ đạo Trung ương về Phòng, chống thiên tai",
        "Kết luận số 120 - KL/TW và Quyết định số 12 /QĐ - UBND",
    ],
)
def test_the_signs_of_the_own_system(text: str) -> None:
    assert spots(text, "REF012") == []


@pytest.mark.parametrize(
    ("text", "found", "severity", "right"),
    [
        ("theo Hướng dẫn số 02-HD của Tỉnh ủy", "02-HD", Severity.ERROR, None),
        ("ban hành Quyết định số 12/QĐ ngày 04/3/2021", "12/QĐ", Severity.ERROR, None),
        (
            "Pháp lệnh 34/2007/UBTVQH11 của Ủy ban Thường vụ Quốc hội",
            "34/2007/UBTVQH11",
            Severity.ERROR,
            "34/2007/PL-UBTVQH11",
        ),
        (
            "Chỉ thị số 14-CT/TU, ngày 27/7/2016.\n\nTình hình thực hiện Chỉ thị số 14",
            "Chỉ thị số 14",
            Severity.WARNING,
            "14-CT/TU",
        ),
        (
            "Chỉ thị số 14-CT/TU, ngày 27/7/2016.\n\nCác xã đã thực hiện Chỉ thị 14, có kết quả.",
            "Chỉ thị 14",
            Severity.INFO,
            "14-CT/TU",
        ),
    ],
)
def test_a_symbol_that_is_cut_short(text: str, found: str, severity: Severity, right: str | None) -> None:
    (finding,) = findings(text, "REF013")
    assert spots(text, "REF013") == [("REF013", found)]
    assert (finding.severity, fixed(finding)) == (severity, right)


@pytest.mark.parametrize(
    "text",
    [
        "Các chỉ thị của Ban Thường vụ Tỉnh ủy (Chỉ thị số 12, 15 và 18-CT/TU).",
        "Quyết định số 23-QĐ/TW (sau đây gọi tắt là Quyết định 23). Thực hiện Quyết định 23, các xã đã làm.",
        "Pháp lệnh số 02/2020/UBTVQH14, Nghị quyết số 1097/2015/UBTVQH13",
        "Chỉ thị số 327-CT ngày 15/9/1992, Công văn số 15/STC, Nghị định 64/CP",
        "Nghị quyết số 95, 108 và 116/2007/NQ-HĐND của HĐND tỉnh",
    ],
)
def test_a_symbol_that_is_whole(text: str) -> None:
    assert spots(text, "REF013") == []


@pytest.mark.parametrize(
    ("text", "found", "right"),
    [
        ("Quyết định số 512/QÐ-UBND ngày 20/3/2020", "512/QÐ-UBND", "512/QĐ-UBND"),
        ("Kết luận số 120-КL/TW", "120-КL/TW", "120-KL/TW"),
        ("Nghị định số 04/2015/NĐ-СР ngày 09/01/2015", "04/2015/NĐ-СР", "04/2015/NĐ-CP"),
        ("số 1512/ƉA-UBND", "1512/ƉA-UBND", "1512/ĐA-UBND"),
    ],
)
def test_a_letter_of_another_alphabet(text: str, found: str, right: str) -> None:
    assert spots(text, "REF014") == [("REF014", found)]
    assert fixed(findings(text, "REF014")[0]) == right


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 512/QĐ-UBND, QUYẾT ÐỊNH về việc giao đất",
        "góc α bằng 30 độ, β-caroten 15 mg, nước Nga (Россия)",
        "đoạn 2-Ж của bản vẽ là tên riêng; 5 μg/m3",
    ],
)
def test_letters_outside_symbols(text: str) -> None:
    assert spots(text, "REF014") == []
