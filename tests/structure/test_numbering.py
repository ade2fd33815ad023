"""The grammar of the numbers of headings and list items."""

from __future__ import annotations

from itertools import pairwise

import pytest

from extractor.structure.gluing import glued_headings
from extractor.structure.numbering import Family, parse

NUMBERS = [
    ("Phần thứ nhất", Family.PART, "Phần thứ nhất", 1, ""),
    ("PHẦN III: NHIỆM VỤ", Family.PART, "PHẦN III", 3, "NHIỆM VỤ"),
    ("PHẦN I KẾT QUẢ", Family.PART, "PHẦN I", 1, "KẾT QUẢ"),
    ("Chương IV", Family.CHAPTER, "Chương IV", 4, ""),
    ("Mục 2. QUẢN LÝ", Family.SECTION, "Mục 2", 2, "QUẢN LÝ"),
    ("Điều 12. Phạm vi", Family.ARTICLE, "Điều 12", 12, "Phạm vi"),
    ("Điều 5a: Sửa đổi", Family.ARTICLE, "Điều 5a", 5, "Sửa đổi"),
    ("PHỤ LỤC 02", Family.ANNEX, "PHỤ LỤC 02", 2, ""),
    ("A. KẾT QUẢ", Family.CAPITAL, "A", 1, "KẾT QUẢ"),
    ("II- Kết quả", Family.ROMAN, "II", 2, "Kết quả"),
    ("IX/ Kiến nghị", Family.ROMAN, "IX", 9, "Kiến nghị"),
    ("I - Đặc điểm", Family.ROMAN, "I", 1, "Đặc điểm"),
    ("3. Về kinh tế", Family.ARABIC, "3", 3, "Về kinh tế"),
    ("1- Các cấp ủy", Family.ARABIC, "1", 1, "Các cấp ủy"),
    ("10/ Thủy lợi", Family.ARABIC, "10", 10, "Thủy lợi"),
    ("7.1- Kết quả", Family.DECIMAL2, "7.1", 1, "Kết quả"),
    ("2.3 Công nghiệp", Family.DECIMAL2, "2.3", 3, "Công nghiệp"),
    ("1.2.10. Xã", Family.DECIMAL3, "1.2.10", 10, "Xã"),
    ("4) Giao Sở", Family.ARABIC_PAREN, "4", 4, "Giao Sở"),
    ("(2) Giao Sở", Family.ARABIC_PAREN, "2", 2, "Giao Sở"),
    ("a) Huyện", Family.LETTER, "a", 1, "Huyện"),
    ("đ. Xã", Family.LETTER, "đ", 5, "Xã"),
    ("b- Thu", Family.LETTER, "b", 2, "Thu"),
    ("a.1) Chi", Family.LETTER_DIGIT, "a.1", 1, "Chi"),
    ("- Giảm", Family.BULLET, "-", 0, "Giảm"),
    ("-Giảm nghèo", Family.BULLET, "-", 0, "Giảm nghèo"),
    ("+ giảm", Family.BULLET, "+", 0, "giảm"),
]


@pytest.mark.parametrize(("text", "family", "label", "order", "rest"), NUMBERS)
def test_numbers(text: str, family: Family, label: str, order: int, rest: str) -> None:
    number = parse(text)
    assert number is not None
    assert (number.family, number.label, number.order, text[number.end :]) == (family, label, order, rest)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2020. Trong năm",
            "1.234 hộ nghèo",
            "2.5 triệu tấn",
            "15/3/2016 họp",
            "30/4 là ngày",
            "10 - 15% số hộ",
        ),
        *(
            "0. Không",
            "IIII. Sai",
            "VX. Sai",
            "A và B",
            "Phần lớn các hộ",
            "Điều 5 và Điều 6",
            "Điều chỉnh quy hoạch",
        ),
        *(
            "Chương trình hành động",
            "Mục tiêu chung",
            "-CP ngày 05/3",
            "-5 độ",
            "e-learning",
            "3,5. Hai",
            "1.5 ha",
        ),
        *("phụ lục kèm theo", "Mục 1 Chương II", "12", ""),
    ],
)
def test_what_only_looks_like_a_number(text: str) -> None:
    assert parse(text) is None


def test_a_decimal_number_knows_what_it_stands_under() -> None:
    numbers = [parse(text) for text in ("7.1. Xã", "7.1.2. Thôn")]
    assert [number and number.parent for number in numbers] == [(7,), (7, 1)]


GLUED = [
    ("Phần thứ haiNHIỆM VỤ", ["Phần thứ hai", "NHIỆM VỤ"]),
    ("CHƯƠNG IIIQUY ĐỊNH", ["CHƯƠNG III", "QUY ĐỊNH"]),
    (
        "KẾT QUẢ 05 NĂM THỰC HIỆN CHỈ THỊ SỐ 40I- ĐẶC ĐIỂM",
        ["KẾT QUẢ 05 NĂM THỰC HIỆN CHỈ THỊ SỐ 40", "I- ĐẶC ĐIỂM"],
    ),
    ("II. KẾT QUẢ THỰC HIỆN1. Về kinh tế", ["II. KẾT QUẢ THỰC HIỆN", "1. Về kinh tế"]),
    ("II. KẾT QUẢ THỰC HIỆN 1. Về kinh tế", ["II. KẾT QUẢ THỰC HIỆN ", "1. Về kinh tế"]),
    ("2. Kết quả chung2.1. Trồng trọt", ["2. Kết quả chung", "2.1. Trồng trọt"]),
    ("Theo Luật số 63/2020/QH14. Các cơ quan", ["Theo Luật số 63/2020/QH14. Các cơ quan"]),
    ("THỰC HIỆN CHỈ THỊ SỐ 14-CT/TU", ["THỰC HIỆN CHỈ THỊ SỐ 14-CT/TU"]),
    ("KỲ HỌP THỨ XI- KHÓA X", ["KỲ HỌP THỨ XI- KHÓA X"]),
]


@pytest.mark.parametrize(("text", "pieces"), GLUED)
def test_headings_on_one_line_come_apart(text: str, pieces: list[str]) -> None:
    cuts = [0, *glued_headings(text), len(text)]
    assert [text[a:b] for a, b in pairwise(cuts)] == pieces
