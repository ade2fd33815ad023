"""Brackets, quotation marks, sentences that stop, words written twice, letters of other alphabets."""

from __future__ import annotations

import unicodedata

import pytest

from extractor.checks import Severity
from tests.checks.reports import findings, spots

LONG = (
    "Các cấp, các ngành đã chủ động triển khai nhiệm vụ được giao, kịp thời tháo gỡ khó khăn cho người dân, "
    "doanh nghiệp và giữ vững ổn định ở địa phương"
)
PROSE = "\n\n".join(f"Năm {year}, {LONG[0].lower()}{LONG[1:]}." for year in range(2011, 2020))

FOUND = [
    ("STR010", "Tăng trưởng bình quân 6,8%/năm); có 42/60 xã đạt.", ["Tăng trưởng bình quân 6,8%/năm)"]),
    (
        "STR010",
        "Đối thoại 906 cuộc (từ năm 2019, trong đó có 19 cuộc (cấp tỉnh).",
        ["(từ năm 2019, trong đó có 19 cuộc (cấp"],
    ),
    ("STR010", "- Xã đạt chuẩn [42 xã; năm 2020 là 35 xã.", ["[42 xã; năm 2020 là 35 xã."]),
    ("STR010", "## I. KẾT QUẢ (NĂM 2020\n\nĐạt.", ["(NĂM 2020"]),
    ("STR011", 'Phong trào "Toàn dân đoàn kết” được duy trì.', ['"Toàn dân đoàn kết”']),
    ("STR011", "Mô hình “Chính quyền thân thiện được nhân rộng ở 12 xã.", ["“"]),
    ("STR011", "Mô hình Chính quyền thân thiện” được nhân rộng.", ["”"]),
    ("STR011", 'Phong trào “Dân vận khéo" được duy trì.', ['“Dân vận khéo"']),
    ("STR012", 'Phong trào “Dân vận khéo” và mô hình "Ba không".', ['"Ba không".']),
    ("STR012", '"Một cửa" và "Một cửa liên thông"; “Hỏi đáp”.', ["“Hỏi đáp”."]),
    ("STR012", '„Một cửa“ được mở.\n\nMô hình "Ba không".', ['"Ba không".']),
    (
        "STR020",
        "Nhân dân tích cực tham gia xây dựng hệ thống chính trị ngày càng trong sạch gắn với\n\n## "
        "II. HẠN CHẾ\n\nCòn chậm.",
        ["dựng hệ thống chính trị ngày càng trong sạch gắn với"],
    ),
    (
        "STR020",
        "Trong năm 2020, các huyện đã tổ chức 125 hội nghị với sự tham gia của 1.250 đại biểu "
        "của\n\n## II. HẠN CHẾ\n\nCòn chậm.",
        ["125 hội nghị với sự tham gia của 1.250 đại biểu của"],
    ),
    (
        "STR020",
        "Trong năm 2020, các huyện đã tổ chức 125 hội nghị với sự tham gia của 1.250 đại "
        "biểu,\n\n## II. HẠN CHẾ\n\nCòn chậm.",
        ["chức 125 hội nghị với sự tham gia của 1.250 đại biểu,"],
    ),
    ("STR021", f"{PROSE}\n\n{LONG}", ["nghiệp và giữ vững ổn định ở địa phương"[-50:]]),
    ("STR021", f"{LONG}\n\n## II. KHÁC\n\n{PROSE}", ["nghiệp và giữ vững ổn định ở địa phương"[-50:]]),
    ("STR021", f"{PROSE}\n\n- {LONG}\n\n## III. KHÁC", ["nghiệp và giữ vững ổn định ở địa phương"[-50:]]),
    (
        "STR022",
        "Năm 2020, Tỉnh ủy có chủ trương củng cố, kiện toàn và nâng\n\ncao chất lượng hoạt động "
        "của ban chỉ đạo các cấp.",
        ["2020, Tỉnh ủy có chủ trương củng cố, kiện toàn và nâng"],
    ),
    (
        "STR022",
        "Các cơ quan, đơn vị đã triển khai kế hoạch<sup>(1)</sup> và\n\n<sup>1)</sup> Gồm 12 "
        "sở.\n\nchuẩn bị tổ chức đại hội vào quý II.",
        ["Các cơ quan, đơn vị đã triển khai kế hoạch(1) và"],
    ),
    (
        "STR022",
        "Công tác kiểm tra, giám sát được cấp ủy và ban chỉ\n\n---\n\nđạo các cấp thực hiện thường "
        "xuyên, có kế hoạch.",
        ["Công tác kiểm tra, giám sát được cấp ủy và ban chỉ"],
    ),
    ("STR070", "Ý kiến của của Nhân dân được tiếp thu.", ["của của"]),
    ("STR070", "Các các sở, ngành phối hợp với  với huyện.", ["Các các", "với  với"]),
    ("STR070", "- Trên địa bàn tỉnh tỉnh có 42 xã.", ["tỉnh tỉnh"]),
    ("STR071", "HÐND xã đã giám sát.", ["HÐND"]),
    ("STR071", "Ban Сhỉ đạo họp.", ["Сhỉ"]),
    ("STR071", "Văn bản của UВND xã.", ["UВND"]),
    ("STR072", "Các huyện đã hoàn thành.. Đời sống được nâng lên.", [".."]),
    ("STR072", "Các huyện, ; thị xã đã hoàn thành.", [", ;"]),
    (
        "STR072",
        "Theo Quyết định số 833-QĐ/TU, ngày 06/12/2017 về tiêu chí đánh giá cán bộ; của Ban Thường vụ Tỉnh ủy.",
        ["; của Ban Thường vụ Tỉnh ủy"],
    ),
]

SILENT = [
    ("STR010", "Gồm: a) xã Tân Lập; b) xã Tân Thành; 1) miền núi; iv) hải đảo."),
    ("STR010", "a) Xây dựng đường.\n\nb) Xây dựng cầu.\n\n1) Xây dựng trường."),
    ("STR010", "Các đơn vị (gồm:\n\n- Sở Nội vụ;\n\n- Sở Tài chính) đã báo cáo."),
    ("STR010", "Kinh phí (100 triệu đồng (năm 2020) và 50 triệu đồng [dự phòng]) đã chi."),
    ("STR010", "Nhiệm vụ đã hoàn thành<sup>1)</sup>.\n\n<sup>1)</sup> Có 12/15 chỉ tiêu đạt."),
    ("STR011", 'Phong trào “Dân vận khéo”, "Ba không" và „Một cửa“.'),
    ("STR011", 'Ống thép 12" và 14" dài 25 km.'),
    ("STR011", "Sửa đổi như sau: “Điều 5. Hồ sơ\n\n“1. Đơn đề nghị.\n\n“2. Bảng kê.”."),
    ("STR011", "Nghị quyết về “chống “tự diễn biến”, “tự chuyển hóa”” đã rõ."),
    ("STR012", "Phong trào “Dân vận khéo” và mô hình “Ba không”."),
    ("STR012", 'Phong trào "Dân vận khéo" và mô hình "Ba không".'),
    ("STR012", 'Ống thép 12" và phong trào “Ba không”.'),
    (
        "STR020",
        "Nhân dân tích cực tham gia xây dựng hệ thống chính trị ngày càng trong sạch.\n\n## II. "
        "HẠN CHẾ\n\nCòn chậm.",
    ),
    (
        "STR020",
        "Gồm có các nội dung chính trong năm 2020 và những năm tiếp theo như sau:\n\n- Lúa;\n\n- Ngô.",
    ),
    (
        "STR020",
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015 của Quốc hội,\n\nXét đề nghị.",
    ),
    ("STR021", f"{PROSE}\n\n{LONG}."),
    # A report that sets no stops
    ("STR021", "\n\n".join([PROSE.replace(".\n\n", "\n\n"), LONG])),
    (
        "STR021",
        f"{PROSE}\n\n## KẾT QUẢ THỰC HIỆN NHIỆM VỤ PHÁT TRIỂN KINH TẾ, XÃ HỘI, QUỐC PHÒNG, AN NINH CỦA TOÀN TỈNH",
    ),
    (
        "STR022",
        "Năm 2020, Tỉnh ủy có chủ trương củng cố, kiện toàn ban chỉ đạo.\n\nCác cấp thực hiện thường xuyên.",
    ),
    ("STR022", "Gồm các đơn vị sau đây trên địa bàn tỉnh:\n\nSở Nội vụ và các huyện."),
    ("STR022", "Năm 2020, Tỉnh ủy có chủ trương củng cố, kiện toàn\nban chỉ đạo các cấp trên địa bàn."),
    ("STR070", "Luôn luôn quan tâm; ngày ngày, ai ai cũng biết; của cải của Nhân dân."),
    ("STR070", "Các xã, các xã đều đạt; tỉnh, tỉnh ủy và huyện."),
    ("STR070", "Và ở đó, đó là kết quả; đang đang dở; cao cao."),
    ("STR071", "Đảng ủy xã, HĐND xã, email abc@x.vn, µm, Ω và α."),
    # In a symbol it is another rule's
    ("STR071", "Theo Quyết định số 25/QÐ-UBND ngày 04/5/2021."),
    ("STR071", "Từ tiếng Nga: Москва và Россия."),
    ("STR071", "Ðakota"[1:] + " là tên riêng; Lý Thường Kiệt."),
    ("STR072", "Đã hoàn thành... Đời sống được nâng lên;..."),
    ("STR072", "Nơi nhận: như trên./."),
    ("STR072", "Ngày..tháng..năm 2020; tỷ lệ 1:2; lúc 8:30."),
]


@pytest.mark.parametrize(("code", "text", "underlined"), FOUND)
def test_what_is_amiss_is_told(code: str, text: str, underlined: list[str]) -> None:
    found = [words for _, words in spots(text, code)]
    assert len(found) == len(underlined)
    assert all(
        words.endswith(wanted) or words.startswith(wanted)
        for words, wanted in zip(found, underlined, strict=True)
    )


@pytest.mark.parametrize(("code", "text"), SILENT)
def test_what_is_regular_is_let_be(code: str, text: str) -> None:
    assert spots(text, code) == []


@pytest.mark.parametrize("word", ["HÐND", "Ban Сhỉ đạo", "UВND"])
def test_a_letter_is_put_right_with_certainty(word: str) -> None:
    (found,) = findings(f"{word} xã đã giám sát.", "STR071")
    assert found.fix is not None
    assert all("LATIN" in unicodedata.name(char) for char in found.fix.replacement)


def test_a_word_too_many_is_struck() -> None:
    text = "Ý kiến của của Nhân dân được tiếp thu."
    (found,) = findings(text, "STR070")
    assert found.fix is not None
    assert text[: found.fix.start] + found.fix.replacement + text[found.fix.end :] == text.replace(
        "của của", "của"
    )


def test_a_semicolon_before_the_issuer_is_graver_than_two_dots() -> None:
    assert {found.severity for found in findings("Đã hoàn thành.. Đời sống tốt.", "STR072")} == {
        Severity.INFO
    }
