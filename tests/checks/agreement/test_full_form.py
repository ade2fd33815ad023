"""Documents cited in full, in part, in the right order, and as a basis."""

from __future__ import annotations

import pytest

from extractor.checks import Severity
from tests.checks.reports import findings, spots

DECISION = """ỦY BAN NHÂN DÂN

TỈNH LÂM ĐỒNG

Số: 1420/QĐ-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

Độc lập - Tự do - Hạnh phúc

Lâm Đồng, ngày 16 tháng 8 năm 2021

{type}

Về việc giao chỉ tiêu kế hoạch năm 2021

{basis}{type}:

Điều 1. Giao chỉ tiêu trồng mới 1.200 ha rừng cho các huyện.

TM. ỦY BAN NHÂN DÂN

CHỦ TỊCH

Trần Văn Bình
"""
NOTE = """Nhằm cụ thể hóa Chỉ thị số 14-CT/TU, ngày 27/7/2016 của Tỉnh ủy, UBND tỉnh đã {issued}<sup>(1)</sup>.

<sup>1)</sup> Công văn số 932/UBND-SNV, ngày {day} về dân chủ ở cơ sở.
"""

FOUND = [
    (
        "REF110",
        "Thực hiện Chỉ thị số 19-CT/TU, ngày 02/8/2021 và Quyết định số 1420/QĐ-UBND, có 214 hộ.",
        ["Quyết định số 1420/QĐ-UBND"],
    ),
    (
        "REF110",
        "Ngày 05/9/2022, Tỉnh ủy ban hành Kế hoạch số 12-KH/TU. Theo Nghị định số 149/2018/NĐ-CP và một lần nữa "
        "Nghị định số 149/2018/NĐ-CP.",
        ["Nghị định số 149/2018/NĐ-CP"],
    ),
    ("REF110", "Thực hiện Kế hoạch số 1601/KH-BNV của Bộ Nội vụ.", ["Kế hoạch số 1601/KH-BNV"]),
    (
        "REF111",
        "Theo Nghị định số 04/2015/NĐ-CP.\n\nĐúng Nghị định số 04/2015/NĐ-CP, ngày 09/01/2015 của Chính phủ.",
        ["Nghị định số 04/2015/NĐ-CP"],
    ),
    (
        "REF111",
        "Quá trình thực hiện Chỉ thị số 14-CT/TU.\n\nNgày 27/7/2016, Ban Thường vụ Tỉnh ủy đã ban "
        "hành Chỉ thị số 14-CT/TU.",
        ["Chỉ thị số 14-CT/TU"],
    ),
    (
        "REF111",
        "- Theo Kết luận số 54-KL/TW;\n- Theo Kết luận số 54-KL/TW, ngày 07/8/2019 của Bộ Chính trị.",
        ["Kết luận số 54-KL/TW"],
    ),
    ("REF112", "Triển khai Chỉ thị 42 và tổ chức đợt sinh hoạt chính trị.", ["Chỉ thị 42"]),
    (
        "REF112",
        "Nghị quyết số 19-NQ/TW, ngày 25/10/2017 và Nghị quyết số 19/NQ-HĐND ngày "
        "08/12/2017.\n\nTheo Nghị quyết số 19 đã rõ.",
        ["Nghị quyết số 19"],
    ),
    ("REF112", "## I. KẾT QUẢ THỰC HIỆN CHỈ THỊ SỐ 14\n\nTheo Chỉ thị số 15-CT/TU.", ["CHỈ THỊ SỐ 14"]),
    (
        "REF120",
        "Thực hiện Nghị quyết số 15-NQ/TU, ngày 20/9/2021 của Tỉnh ủy, UBND huyện đã ban hành Kế "
        "hoạch số 88/KH-UBND "
        "ngày 11/5/2021 về du lịch.",
        ["Kế hoạch số 88/KH-UBND"],
    ),
    (
        "REF120",
        "Hướng dẫn số 03-HD/TU, ngày 17/7/2017 hướng dẫn thực hiện Quyết định số 99-QĐ/TW, ngày "
        "03/10/2017 của Ban Bí thư.",
        ["Hướng dẫn số 03-HD/TU"],
    ),
    ("REF120", NOTE.format(day="31/3/2015", issued="ban hành nhiều văn bản"), ["Công văn số 932/UBND-SNV"]),
    (
        "REF130",
        "Căn cứ Nghị định số 32/2019/NĐ-CP ngày 10 tháng 4 năm 2019;\n\nCăn cứ Nghị định số "
        "32/2019/NĐ-CP ngày 10 tháng 4 năm 2019;",
        ["Nghị định số 32/2019/NĐ-CP"],
    ),
    (
        "REF130",
        "Căn cứ Luật Đất đai năm 2013;\n\nCăn cứ Luật Đầu tư công năm 2019;\n\nCăn cứ Luật Đất đai năm 2013;",
        ["Luật Đất đai năm 2013"],
    ),
    (
        "REF130",
        "Căn cứ Quyết định số 7/QĐ-UBND ngày 03/01/2020;\n\nCăn cứ vào Quyết định số 07/QĐ-UBND ngày 03/01/2020;",
        ["Quyết định số 07/QĐ-UBND"],
    ),
    ("REF131", DECISION.format(type="QUYẾT ĐỊNH", basis=""), ["QUYẾT ĐỊNH"]),
    ("REF131", DECISION.format(type="NGHỊ QUYẾT", basis=""), ["NGHỊ QUYẾT"]),
    ("REF131", DECISION.format(type="QUYẾT ĐỊNH", basis="Xét đề nghị của Giám đốc Sở;\n\n"), ["QUYẾT ĐỊNH"]),
    (
        "REF140",
        "Chỉ thị số 42-CT/TW, ngày 24/3/2015 của Ban Bí thư (viết tắt là Chỉ thị số 42-CT/TW) được học tập.",
        ["viết tắt là Chỉ thị số 42-CT/TW"],
    ),
    (
        "REF140",
        "Nghị quyết số 18-NQ/TW, ngày 25/10/2017 (sau đây gọi tắt là Nghị quyết số 18-NQ/TW) đi vào cuộc sống.",
        ["sau đây gọi tắt là Nghị quyết số 18-NQ/TW"],
    ),
    (
        "REF140",
        "Quy định số 22-QĐ/TW, ngày 28/7/2021 (sau đây gọi là Quy định số 22-QĐ/TW) được thực hiện.",
        ["sau đây gọi là Quy định số 22-QĐ/TW"],
    ),
]

SILENT = [
    ("REF110", "Theo Quyết định số 1420/QĐ-UBND.\n\nQuyết định số 1420/QĐ-UBND, ngày 16/8/2021 đã rõ."),
    ("REF110", "Luật Đất đai năm 2013 và Luật Đầu tư công."),
    # What was not read is still given
    ("REF110", "Công văn số 2155/SNV-CCHC ngày … tháng 11 năm 2020 của Sở Nội vụ."),
    ("REF110", "Ngày 27/7/2016, Ban Thường vụ Tỉnh ủy đã ban hành Chỉ thị số 14-CT/TU."),
    ("REF111", "Theo Nghị định số 04/2015/NĐ-CP, ngày 09/01/2015.\n\nNghị định số 04/2015/NĐ-CP đã rõ."),
    ("REF111", "## KẾT QUẢ THỰC HIỆN CHỈ THỊ SỐ 14-CT/TU\n\nTheo Chỉ thị số 14-CT/TU, ngày 27/7/2016."),
    ("REF111", "Theo Nghị định số 04/2015/NĐ-CP. Đúng Nghị định số 04/2015/NĐ-CP."),
    ("REF112", "Chỉ thị số 42-CT/TW, ngày 24/3/2015 (gọi tắt là Chỉ thị 42).\n\nTheo Chỉ thị 42, đã đạt."),
    # The report settles it: the symbol is missing, and that is another rule's
    ("REF112", "Chỉ thị số 42-CT/TW, ngày 24/3/2015 của Ban Bí thư.\n\nTheo Chỉ thị số 42, đã đạt."),
    ("REF112", "Các Nghị quyết số 95, 108 và 116/2007/NQ-HĐND còn phù hợp."),
    ("REF112", "Chương trình 135 và Nghị quyết 30a được triển khai."),
    ("REF112", "Theo Chỉ thị số 42-CT/TW, ngày 24/3/2015."),
    (
        "REF120",
        "Thực hiện Nghị quyết số 15-NQ/TU, ngày 20/9/2021 của Tỉnh ủy, UBND huyện đã ban hành Kế "
        "hoạch số 88/KH-UBND "
        "ngày 11/10/2021 về du lịch.",
    ),
    # It is younger than one of the two that it carries out
    (
        "REF120",
        "Thực hiện Công điện số 1397/CĐ-TTg ngày 15/10/2020 và Công điện số 1423/CĐ-TTg ngày "
        "18/10/2020, UBND tỉnh đã ban hành "
        "Công điện số 19/CĐ-UBND ngày 16/10/2020.",
    ),
    ("REF120", NOTE.format(day="30/9/2016", issued="ban hành nhiều văn bản")),
    # The note tells of something else
    ("REF120", NOTE.format(day="31/3/2015", issued="được ghi nhận")),
    (
        "REF120",
        "Kế hoạch số 12/KH-UBND ngày 05/3/2020 được thay thế bằng Kế hoạch số 45/KH-UBND ngày 07/7/2021.",
    ),
    (
        "REF130",
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;\n\nCăn cứ Luật sửa đổi, bổ "
        "sung một số điều của Luật Tổ chức "
        "chính quyền địa phương ngày 22/11/2019;",
    ),
    (
        "REF130",
        "Căn cứ Nghị định số 32/2019/NĐ-CP ngày 10/4/2019;\n\nXét Tờ trình số 5/TTr-SNV theo Nghị "
        "định số 32/2019/NĐ-CP.",
    ),
    ("REF130", "Căn cứ Nghị định số 32/2019/NĐ-CP;\n\nCăn cứ Nghị định số 60/2021/NĐ-CP;"),
    (
        "REF131",
        DECISION.format(
            type="QUYẾT ĐỊNH", basis="Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;\n\n"
        ),
    ),
    ("REF131", DECISION.format(type="BÁO CÁO", basis="")),
    ("REF131", DECISION.format(type="QUYẾT ĐỊNH", basis="").replace("1420/QĐ-UBND", "1420-QĐ/TU")),
    ("REF140", "Chỉ thị số 42-CT/TW, ngày 24/3/2015 của Ban Bí thư (viết tắt là Chỉ thị 42)."),
    ("REF140", "Văn bản trên (sau đây gọi tắt là Nghị quyết số 18-NQ/TW) là căn cứ."),
    ("REF140", "Theo Chỉ thị số 42-CT/TW. Chỉ thị số 42-CT/TW là nền tảng."),
]


@pytest.mark.parametrize(("code", "text", "underlined"), FOUND)
def test_what_is_amiss_is_told(code: str, text: str, underlined: list[str]) -> None:
    assert spots(text, code) == [(code, words) for words in underlined]


@pytest.mark.parametrize(("code", "text"), SILENT)
def test_what_is_regular_is_let_be(code: str, text: str) -> None:
    assert spots(text, code) == []


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Ngày 05/9/2022 có Kế hoạch số 12-KH/TU. Theo Quyết định số 14/QĐ-UBND.", Severity.WARNING),
        ("Ngày 05/9/2012 có Kế hoạch số 12-KH/TU. Theo Quyết định số 14/QĐ-UBND.", Severity.INFO),
        ("Theo Quyết định số 14/QĐ-UBND.", Severity.INFO),
    ],
)
def test_the_norm_asks_for_dates_since_july_2016(text: str, severity: Severity) -> None:
    (found,) = findings(text, "REF110")
    assert found.severity is severity


def test_no_date_is_asked_of_a_normative_document_since_april_2025() -> None:
    text = "Ngày 05/{month}/2025 có Kế hoạch số 12-KH/TU. Theo Nghị định số 61/2018/NĐ-CP."
    assert findings(text.format(month="5"), "REF110") == []
    assert len(findings(text.format(month="3"), "REF110")) == 1
