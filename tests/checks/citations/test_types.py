"""The type's name against the letters in the symbol."""

import pytest

from extractor.checks import Severity
from tests.checks.reports import findings, spots

OTHER_TYPE = [
    ("Theo Nghị quyết số 38/2022/NĐ-CP ngày 12/6/2022 của Chính phủ.", "Nghị quyết số 38/2022/NĐ-CP"),
    ("UBND tỉnh ban hành Kế hoạch số 12/CT-UBND ngày 04/3/2021.", "Kế hoạch số 12/CT-UBND"),
    ("Tỉnh ủy ban hành Quyết định số 11-QĐi/TU, ngày 18/02/2019.", "Quyết định số 11-QĐi/TU"),
    ("Nobody in the Party issues circulars: Thông tư số 07-TT/TU, ngày 03/4/2019.", "Thông tư số 07-TT/TU"),
    ("Thực hiện Thông tri số 25-TTr/TU, ngày 10/8/2019 của Ban Thường vụ Tỉnh ủy.", "Thông tri số 25-TTr/TU"),
    ("theo Chương trình số 21-CT/TU, ngày 15/9/2021 về giảm nghèo", "Chương trình số 21-CT/TU"),
    ("Sở đã gửi Công văn số 318/KH-UBND ngày 07/02/2020.", "Công văn số 318/KH-UBND"),
    ("Thực hiện Đề án số 04-DA/TU, ngày 20/6/2019 về cán bộ", "Đề án số 04-DA/TU"),
    ("BÁO CÁO theo KẾT LUẬN SỐ 120-CT/TW", "KẾT LUẬN SỐ 120-CT/TW"),
    ("Tờ trình số 88/TT-UBND ngày 12/6/2019 của UBND tỉnh", "Tờ trình số 88/TT-UBND"),
]
SAME_TYPE = [
    "Thực hiện Nghị định số 38/2022/NĐ-CP ngày 12/6/2022 và Nghị quyết số 60/2022/QH15 ngày 16/6/2022.",
    "Thông tri số 25/TTr-MTTW-BTT ngày 10/8/2017 và Tờ trình số 41/TTr-UBND ngày 14/4/2021.",
    "Quy định số 124-QĐ/TW ngày 02/02/2018, Quyết định số 99-QĐ/TW ngày 03/10/2017.",
    "Chương trình hành động số 56-CTr/TU ngày 08/01/2018; Chương trình số 12-CT/TU ngày 15/3/2012.",
    "Báo cáo thẩm tra số 61/BC-VHXH, Thông báo kết luận số 203/TB-UBND, Kết luận thanh tra số 15/KL-TTr.",
    "Công văn số 567/CT-THNVDT ngày 05/5/2020 của Cục Thuế, Công văn số 12/TB-CTHADS ngày 06/6/2020.",
    "Văn bản số 211/BC-UBND ngày 25/10/2022, Công văn: số 525-CV/TU, số 714-CV/TU.",
    "Thông tư số 41/TC-ĐTPT, Quyết định số 1062 TC/QĐ/CSTC, Nghị định 64/CP ngày 27/9/1993.",
    "Tờ trình số 15/TT-UBND ngày 12/6/2009, Chỉ thị số 4106/CT-BNN-TT ngày 09/6/2015.",
    "Quyết định số 327-CT ngày 15/9/1992 của Chủ tịch Hội đồng Bộ trưởng; Quyết định 327-CT",
    "Cáo trạng số 11/CT-VKS ngày 08/9/2020, Kháng nghị số 03/KN-VKS-DS ngày 07/8/2020",
    "Thông tư liên tịch số 05/2005/TTLT-VKSTC-BCA-BQP, Quy chế phối hợp số 02/QCPH-HĐND-UBND-MTTQ.",
]


@pytest.mark.parametrize(("text", "found"), OTHER_TYPE)
def test_a_symbol_of_another_type_is_an_error(text: str, found: str) -> None:
    assert spots(text, "REF001") == [("REF001", found)]
    assert findings(text, "REF001")[0].severity is Severity.ERROR


@pytest.mark.parametrize("text", SAME_TYPE)
def test_a_symbol_of_the_type_is_left_alone(text: str) -> None:
    assert spots(text, "REF001") == []


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện Đề án số 1956/QĐ-TTg ngày 27/11/2009 của Thủ tướng Chính phủ.",
        "Thực hiện Chương trình số 30a/2008/NQ-CP ngày 27/12/2008 của Chính phủ.",
        "Quy chế làm việc số 12/QĐ-UBND ngày 04/3/2021 của UBND tỉnh",
    ],
)
def test_what_goes_under_the_number_of_another_document_is_info(text: str) -> None:
    assert [finding.severity for finding in findings(text, "REF001")] == [Severity.INFO]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Quy định số 205-QĐ/TW, ngày 23/9/2019 của Bộ Chính trị", ["REF002"]),
        ("Quy định số 614-QĐ/TU ngày 03/4/2018 của Ban Thường vụ Tỉnh ủy", ["REF002"]),
        ("Quy định số 37-QĐ/TW, ngày 25/10/2021 và Quyết định số 23-QĐ/TW, ngày 30/7/2021", ["REF002"]),
        ("Quy định số 124-QĐ/TW, ngày 02/02/2018 của Ban Bí thư", []),
        ("Quy định số 11-QĐi/TW, ngày 18/02/2019 của Bộ Chính trị", []),
        ("Quyết định số 223-QĐ/TU, ngày 06/5/2021 của Ban Thường vụ Tỉnh ủy", []),
        ("Quy định số 614-QĐ/TU của Ban Thường vụ Tỉnh ủy", []),
    ],
)
def test_quy_dinh_of_the_party(text: str, codes: list[str]) -> None:
    assert [code for code, _ in spots(text, "REF002")] == codes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Công văn số 815/CV-UBND ngày 14/5/2021 của UBND huyện", ["815/CV-UBND"]),
        ("Công văn số 12/CV-SNV ngày 03/02/2022", ["12/CV-SNV"]),
        ("Công văn 96/CV-BQL ngày 20/10/2023", ["96/CV-BQL"]),
        ("Công văn số 815/CV-UBND ngày 14/5/2012 của UBND huyện", []),
        ("Công văn số 525-CV/TU ngày 23/12/2020", []),
        ("Công văn số 3488/UBND-SNV ngày 22/9/2021", []),
    ],
)
def test_letters_of_the_state(text: str, found: list[str]) -> None:
    assert [raw for _, raw in spots(text, "REF003")] == found
