"""The body that a page names."""

import pytest

from extractor.checks import Severity
from tests.checks.reports import findings, spots


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Quyết định số 1521/QĐ-TTg ngày 06/10/2020 của Chính phủ về thi hành án", "Chính phủ"),
        ("Nghị định số 04/2015/NĐ-CP ngày 09/01/2015 của Thủ tướng Chính phủ", "Thủ tướng Chính phủ"),
        ("Thông tư số 01/2016/TT-BNV ngày 13/01/2016 của Bộ Tài chính", "Bộ Tài chính"),
        ("Hướng dẫn số 06-HD/BDVTW của Ban Chỉ đạo Trung ương", "Ban Chỉ đạo Trung ương"),
        ("Nghị quyết số 44/NQ-HĐND ngày 14/12/2015 của UBND tỉnh", "UBND tỉnh"),
        ("Kết luận số 120-KL/TW của Ban Thường vụ Tỉnh ủy", "Ban Thường vụ Tỉnh ủy"),
        ("Nghị quyết số 653/2019/UBTVQH14 ngày 12/3/2019 của Quốc hội", "Quốc hội"),
        ("Chỉ thị số 14-CT/TU, ngày 27/7/2016 của Bộ Chính trị", "Bộ Chính trị"),
    ],
)
def test_another_body_than_the_symbol_says(text: str, found: str) -> None:
    assert spots(text, "REF010") == [("REF010", found)]


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 1069/QĐ-UBND của Chủ tịch UBND tỉnh, Công văn số 3488/UBND-SNV của Ủy ban nhân dân tỉnh",
        "Quy định số 124-QĐ/TW của Ban Bí thư, Kết luận số 120-KL/TW của Bộ Chính trị (khóa XI)",
        "Nghị quyết số 18-NQ/TW của Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khóa XII",
        "Thông tư số 26/2016/TT-BLĐTBXH của Bộ trưởng Bộ Lao động Thương binh và Xã hội",
        "Thông tri số 25/TTr-MTTW-BTT của Ban Thường trực Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
        "Nghị định 31/CP và Chỉ thị 814/TTg của Chính phủ, Thủ tướng Chính phủ",
        "Kết luận số 120-KL/TW và Chỉ thị số 14-CT/TU của Ban Thường vụ Tỉnh ủy",
        "Thủ tướng Chính phủ đã chỉ đạo; UBND tỉnh ban hành văn bản thực hiện Nghị định số 04/2015/NĐ-CP",
        "Hướng dẫn số 01-HD/BCĐ của Ban Chỉ đạo thực hiện Quy chế dân chủ tỉnh",
        "Thông tư liên tịch số 05/2005/TTLT-VKSTC-BCA-BQP của Viện kiểm sát nhân dân tối cao, Bộ Công an",
        "Thông báo số 39/TB-VPCP ngày 25/02/2008 của Thủ tướng Chính phủ, Công văn số 655/UBND-NV của Phòng Nội vụ",
        "Chỉ thị số 05-CT/TW ngày 15/5/2016 của Trung ương Đảng",
        "Hướng dẫn số 61-HD/BTGTU của Ban Tuyên giáo Tỉnh ủy, Công văn số 1183-CV/VPTU của Văn phòng Tỉnh ủy",
    ],
)
def test_the_body_that_the_symbol_says(text: str) -> None:
    assert spots(text, "REF010") == []


FULL = "Ban Thường vụ Tỉnh ủy và Ban Chấp hành Trung ương đã họp.\n\n"


@pytest.mark.parametrize(
    ("text", "found", "severity"),
    [
        (
            FULL + "Chỉ thị số 42-CT/TU, ngày 05/7/2019 của BTV Tỉnh ủy về cải cách.",
            ["BTV"],
            Severity.WARNING,
        ),
        (FULL + "Nghị quyết số 18-NQ/TW của BCH Trung ương về bộ máy.", ["BCH"], Severity.WARNING),
        ("Chỉ thị số 42-CT/TU, ngày 05/7/2019 của BTV Tỉnh ủy.", ["BTV"], Severity.INFO),
        ("Ban Thường vụ (BTV) Tỉnh ủy họp. Chỉ thị số 42-CT/TU của BTV Tỉnh ủy.", [], None),
        ("Ban Thường vụ (sau đây viết tắt là BTV) họp. Chỉ thị số 42-CT/TU của BTV Tỉnh ủy.", [], None),
        (FULL + "Nghị quyết số 44/NQ-HĐND của HĐND tỉnh, Quyết định số 12/QĐ-UBND của UBND tỉnh.", [], None),
    ],
)
def test_an_issuer_that_is_abbreviated(text: str, found: list[str], severity: Severity | None) -> None:
    assert [raw for _, raw in spots(text, "REF011")] == found
    assert all(finding.severity is severity for finding in findings(text, "REF011"))
