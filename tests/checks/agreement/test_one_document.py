"""One document under two dates, symbols, types, bodies, subjects, numbers: what is told and what is let be."""

from __future__ import annotations

import pytest

from extractor.checks import Severity
from tests.checks.reports import findings, spots

FOUND = [
    # A symbol with its year names one document in the whole country
    (
        "REF101",
        "Theo Nghị định số 32/2019/NĐ-CP, ngày 10/4/2019 của Chính phủ.\n\nNghị định số "
        "32/2019/NĐ-CP ngày 14/4/2019.",
        ["ngày 14/4/2019"],
    ),
    # The majority is taken for right
    (
        "REF101",
        "Chỉ thị số 05-CT/TW, ngày 15/5/2016 của Bộ Chính trị.\n\nChỉ thị số 05-CT/TW, ngày "
        "25/5/2016 của Bộ Chính trị."
        "\n\nTheo Chỉ thị số 05-CT/TW, ngày 15/5/2016 của Bộ Chính trị.",
        ["ngày 25/5/2016"],
    ),
    # Same day and month, another year: a slip of the year
    (
        "REF101",
        "Quyết định số 225/QĐ-TTg, ngày 04/02/2016 của Thủ tướng Chính phủ.\n\n"
        "Quyết định số 225/QĐ-TTg, ngày 04/02/2017 của Thủ tướng Chính phủ.",
        ["ngày 04/02/2017"],
    ),
    (
        "REF101",
        "UBND tỉnh ban hành Kế hoạch số 77/KH-UBND ngày 06/3/2020.\n\nKế hoạch số 77/KH-UBND ngày 16/3/2020 đã rõ.",
        ["ngày 16/3/2020"],
    ),
    (
        "REF102",
        "Chỉ thị số 14-CT/TU ngày 27/7/2016.\n\nNay theo Chỉ thị số 14/CT-TU.",
        ["Chỉ thị số 14/CT-TU"],
    ),
    (
        "REF102",
        "Kế hoạch số 35/KH-UBND ngày 04/5/2021; Kế hoạch số 35/KH-UBND.\n\nTheo Kế hoạch số 35-KH/UBND đã đạt.",
        ["Kế hoạch số 35-KH/UBND"],
    ),
    # One letter apart on one day
    (
        "REF102",
        "Công văn số 318/SNV-CCHC ngày 05/5/2020.\n\nTheo Công văn số 318/SNV-CCH ngày 05/5/2020.",
        ["Công văn số 318/SNV-CCH"],
    ),
    (
        "REF103",
        "Quy định số 22-QĐ/TW, ngày 28/7/2021 của Ban Chấp hành Trung ương.\n\nĐúng Quyết định số 22-QĐ/TW.",
        ["Quyết định số 22-QĐ/TW"],
    ),
    (
        "REF103",
        "Nghị quyết số 68/NQ-CP, ngày 01/7/2021 của Chính phủ.\n\nTheo Nghị định số 68/NĐ-CP, ngày 01/7/2021.",
        ["Nghị định số 68/NĐ-CP"],
    ),
    (
        "REF103",
        "Kế hoạch số 19/KH-UBND ngày 11/02/2022.\n\nChương trình số 19/KH-UBND ngày 11/02/2022 đã đạt.",
        ["Chương trình số 19/KH-UBND"],
    ),
    (
        "REF104",
        "Kết luận số 61-KL/TW, ngày 03/12/2009 của Ban Bí thư.\n\nTheo Kết luận số 61-KL/TW của Bộ Chính trị.",
        ["Bộ Chính trị"],
    ),
    (
        "REF104",
        "Nghị quyết số 12/NQ-HĐND ngày 10/7/2019 của HĐND tỉnh.\n\nNghị quyết số 12/NQ-HĐND ngày "
        "10/7/2019 của UBND tỉnh.",
        ["UBND tỉnh"],
    ),
    (
        "REF104",
        "Thông tư số 02/2018/TT-BNV ngày 08/01/2018 của Bộ Nội vụ.\n\nTheo Thông tư số "
        "02/2018/TT-BNV của Bộ Tài chính.",
        ["Bộ Tài chính"],
    ),
    (
        "REF105",
        "Kế hoạch số 45/KH-UBND ngày 12/3/2020 về cải cách thủ tục hành chính năm 2020.\n\n"
        "Kế hoạch số 45/KH-UBND ngày 12/3/2020 về kiểm tra công vụ trên địa bàn tỉnh.",
        ["kiểm tra công vụ trên địa bàn tỉnh"],
    ),
    (
        "REF105",
        "Chỉ thị số 20-CT/TU, ngày 01/3/2018 về tăng cường công tác bảo vệ rừng trên địa bàn.\n\n"
        "Chỉ thị số 20-CT/TU, ngày 01/3/2018 về tăng cường quản lý và bảo vệ rừng.",
        ["tăng cường quản lý và bảo vệ rừng"],
    ),
    (
        "REF105",
        "Nghị quyết số 09-NQ/TU, ngày 05/8/2021 về phát triển kinh tế tập thể đến năm 2030.\n\n"
        "Nghị quyết số 09-NQ/TU, ngày 05/8/2021 về phát triển kinh tế biển đến năm 2030.",
        ["phát triển kinh tế biển đến năm 2030"],
    ),
    (
        "REF106",
        "Công điện số 1254/CĐ-UBND ngày 05/9/2021 của UBND tỉnh.\n\nThực hiện Công điện số 1245/CĐ-UBND đã nghiêm.",
        ["Công điện số 1245/CĐ-UBND"],
    ),
    (
        "REF106",
        "Quyết định số 12/QĐ-TTg ngày 06/01/2020 của Thủ tướng Chính phủ.\n\nQuyết định số "
        "21/QĐ-TTg ngày 06/01/2020.",
        ["Quyết định số 21/QĐ-TTg"],
    ),
    (
        "REF106",
        "Kế hoạch số 118/KH-UBND ngày 20/6/2022 về chuyển đổi số ngành y tế.\n\n"
        "Kế hoạch số 113/KH-UBND ngày 20/6/2022 về chuyển đổi số ngành y tế.",
        ["Kế hoạch số 113/KH-UBND"],
    ),
    (
        "REF141",
        "Theo Quy định số 124-QĐ/TW, ngày 02/02/2018; Quy định số 11-QĐi/TW, ngày 18/02/2019.",
        ["Quy định số 124-QĐ/TW"],
    ),
    (
        "REF141",
        "Quy định số 08-QĐi/TW, ngày 25/10/2018 và Quy định số 69-QĐ/TW, ngày 06/7/2022.",
        ["Quy định số 69-QĐ/TW"],
    ),
    (
        "REF141",
        "Quy định số 05-QĐ/TU, ngày 05/5/2017.\n\nTheo Quy định số 41-QĐi/TU, ngày 07/7/2018, và "
        "Quy định số 05-QĐ/TU.",
        ["Quy định số 05-QĐ/TU"],
    ),
    ("REF150", "Giai đoạn 2016-2020 đạt 35 xã; giai đoạn 2021 - 2025 là 50 xã.", ["giai đoạn 2021 - 2025"]),
    (
        "REF150",
        "Giai đoạn 2016 – 2020 đạt. Giai đoạn 2021 - 2025 đạt. Giai đoạn 2011 - 2015 đạt.",
        ["Giai đoạn 2016 – 2020"],
    ),
    ("REF150", "Nhiệm kỳ 2015 - 2020 và nhiệm kỳ 2020-2025 đều đạt.", ["nhiệm kỳ 2020-2025"]),
]

SILENT = [
    ("REF101", "Quyết định số 225/QĐ-TTg, ngày 04/02/2016.\n\nQuyết định số 225/QĐ-TTg, ngày 19/3/2019."),
    # Two districts, each with its own series
    (
        "REF101",
        "Kế hoạch số 77/KH-UBND ngày 06/3/2020 của UBND huyện Bắc Bình; "
        "Kế hoạch số 77/KH-UBND ngày 16/4/2020 của UBND huyện Tuy Phong.",
    ),
    # Two terms of the Party
    (
        "REF101",
        "Kết luận số 01-KL/TW, ngày 04/4/2016; Kết luận số 01-KL/TW, ngày 18/5/2021 của Bộ Chính trị.",
    ),
    # The date of an event between them
    (
        "REF101",
        "Kết luận số 120-KL/TW, ngày 07/01/2016 của Bộ Chính trị; ngày 15/3/2016, Tỉnh ủy tổ chức "
        "hội nghị quán triệt "
        "Kết luận số 120-KL/TW.",
    ),
    # What a symbol lacks is another rule's
    ("REF102", "Hướng dẫn số 02-HD/TW, ngày 09/12/2021.\n\nTheo Hướng dẫn số 02-HD trong năm."),
    ("REF102", "KẾT LUẬN SỐ 120-KL/TW\n\nTheo Kết luận số 120-KL/TW, ngày 07/01/2016."),
    ("REF102", "Nghị quyết số 5/NQ-HĐND ngày 10/7/2019.\n\nTheo Nghị quyết số 05/NQ-HĐND ngày 10/7/2019."),
    # Two departments
    (
        "REF102",
        "Kế hoạch số 15/KH-SNV ngày 03/4/2020 của Sở Nội vụ; Kế hoạch số 15/KH-STC ngày 03/4/2020 "
        "của Sở Tài chính.",
    ),
    ("REF103", "Chương trình hành động số 21-CTr/TU ngày 05/5/2018.\n\nTheo Chương trình số 21-CTr/TU."),
    (
        "REF103",
        "Quyết định số 99-QĐ/TW, ngày 03/10/2017; Quy định số 99-QĐ/TW, ngày 15/12/2022 của Ban Bí thư.",
    ),
    # The type is the head's of the list
    ("REF103", "Công văn: số 525-CV/TU, ngày 23/12/2016; số 714-CV/TU, ngày 03/5/2017."),
    (
        "REF104",
        "Kết luận số 61-KL/TW, ngày 03/12/2009 của Ban Bí thư; Kết luận số 61-KL/TW của Ban Bí thư "
        "Trung ương Đảng.",
    ),
    (
        "REF104",
        "Quyết định số 1069/QĐ-UBND của Chủ tịch UBND tỉnh; Quyết định số 1069/QĐ-UBND của Ủy ban nhân dân tỉnh.",
    ),
    ("REF104", "Chỉ thị số 42-CT/TU của BTV Tỉnh ủy. Theo Chỉ thị số 42-CT/TU của Ban Thường vụ Tỉnh ủy."),
    ("REF104", "Kế hoạch số 7/KH-UBND của UBND huyện Bắc Bình; Kế hoạch số 7/KH-UBND của UBND thị xã La Gi."),
    (
        "REF105",
        "Chỉ thị số 14-CT/TU, ngày 27/7/2016 về thực hiện quy chế dân chủ ở cơ sở trên địa bàn tỉnh.\n\n"
        "Chỉ thị số 14-CT/TU, ngày 27/7/2016 về thực hiện quy chế dân chủ ở cơ sở.",
    ),
    (
        "REF105",
        "Kế hoạch số 9/KH-UBND ngày 02/3/2020 về y tế; Kế hoạch số 9/KH-UBND ngày 02/3/2020 về giáo dục.",
    ),
    (
        "REF105",
        "Kế hoạch số 9/KH-UBND ngày 02/3/2020 về cải cách hành chính năm 2020.\n\n"
        "Kế hoạch số 9/KH-UBND ngày 05/3/2021 về cải cách hành chính và kiểm tra công vụ.",
    ),
    (
        "REF106",
        "Nghị quyết số 120/NQ-CP ngày 08/10/2020; Nghị quyết số 121/NQ-CP ngày 12/10/2020 của Chính phủ.",
    ),
    ("REF106", "Chỉ thị số 12-CT/TU về cán bộ. Chỉ thị số 21-CT/TU về thanh niên."),
    # Two decisions of one day on two matters
    (
        "REF106",
        "Quyết định số 1450/QĐ-UBND ngày 06/6/2021 về phê duyệt đề án việc làm; "
        "Quyết định số 1451/QĐ-UBND ngày 06/6/2021 về kiện toàn ban chỉ đạo chuyển đổi số.",
    ),
    ("REF141", "Quy định số 22-QĐ/TW, ngày 28/7/2021; Quy định số 69-QĐ/TW, ngày 06/7/2022."),
    ("REF141", "Quyết định số 99-QĐ/TW, ngày 03/10/2017; Quy định số 11-QĐi/TW, ngày 18/02/2019."),
    ("REF141", "Quy định số 08-QĐi/TW, ngày 25/10/2018; Quy định số 11-QĐi/TW, ngày 18/02/2019."),
    ("REF150", "Giai đoạn 2016 - 2020 và giai đoạn 2021 - 2025."),
    ("REF150", "Từ năm 2016 đến năm 2020; giai đoạn 2021-2025."),
    ("REF150", "Giai đoạn 2016-2020; đường dài 12 - 15 km; các năm 2016, 2020; Quốc lộ 27 - 28."),
]


@pytest.mark.parametrize(("code", "text", "underlined"), FOUND)
def test_what_does_not_agree_is_told(code: str, text: str, underlined: list[str]) -> None:
    assert spots(text, code) == [(code, words) for words in underlined]


@pytest.mark.parametrize(("code", "text"), SILENT)
def test_what_may_agree_is_let_be(code: str, text: str) -> None:
    assert spots(text, code) == []


def test_the_majority_is_what_was_expected() -> None:
    (found,) = findings(FOUND[1][1], "REF101")
    assert (found.expected, found.found) == ("15/5/2016", "ngày 25/5/2016")
    assert found.severity is Severity.ERROR


def test_of_two_dates_told_once_each_none_is_right() -> None:
    (found,) = findings(FOUND[0][1], "REF101")
    assert found.expected is None
    assert found.related


def test_a_local_document_whose_body_is_not_named_is_a_warning() -> None:
    (found,) = findings(
        "Kế hoạch số 77/KH-UBND ngày 06/3/2020.\n\nKế hoạch số 77/KH-UBND ngày 16/3/2020 đã rõ.", "REF101"
    )
    assert found.severity is Severity.WARNING


def test_committee_and_standing_board_are_a_matter_of_words() -> None:
    (found,) = findings(
        "Nghị quyết số 09-NQ/TU, ngày 05/8/2021 của Ban Chấp hành Đảng bộ tỉnh.\n\n"
        "Nghị quyết số 09-NQ/TU, ngày 05/8/2021 của Ban Thường vụ Tỉnh ủy.",
        "REF104",
    )
    assert found.severity is Severity.INFO
