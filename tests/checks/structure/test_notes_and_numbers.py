"""Footnotes and the numbers of headings and items."""

from __future__ import annotations

import pytest

from tests.checks.reports import findings, spots

NOTES = {
    "1": "<sup>1)</sup> Có 12/15 chỉ tiêu đạt và vượt kế hoạch.",
    "2": "<sup>2)</sup> Thu nhập bình quân đạt 45 triệu đồng.",
    "3": "<sup>3)</sup> Gồm 6 xã miền núi.",
    "4": "<sup>4)</sup> Giảm 15 vụ so với năm trước.",
}


def report(marks: str, notes: str) -> str:
    """Sentences with the marks, then the notes ("(1)(2)", "12")."""
    sentences = " ".join(f"Nhiệm vụ ở xã đã hoàn thành<sup>{mark}</sup>." for mark in marks.split())
    return "\n\n".join([sentences, *(NOTES[label] for label in notes)])


FOUND = [
    ("STR001", report("(1) (2)", "1"), ["(2)"]),
    ("STR001", report("(1) (2) (3)", "13"), ["(2)"]),
    ("STR001", report("(1)", ""), ["(1)"]),
    ("STR002", report("(1)", "12"), ["Thu nhập bình quân đạt 45 triệu đồng."]),
    ("STR002", report("(1) (3)", "123"), ["Thu nhập bình quân đạt 45 triệu đồng."]),
    ("STR002", report("(2)", "12"), ["Có 12/15 chỉ tiêu đạt và vượt kế hoạch."]),
    ("STR003", report("(1) (3) (2)", "123"), ["(3)", "(2)"]),
    ("STR003", report("(2) (1)", "12"), ["(2)"]),
    ("STR003", report("(1) (2) (4)", "124"), ["(4)"]),
    ("STR004", report("(1) (2) (2)", "12"), ["(2)"]),
    ("STR004", report("(1) (1)", "1"), ["(1)"]),
    ("STR004", report("(1) (2) (3) (3)", "123"), ["(3)"]),
    ("STR005", report("(1) (2) (3) 4)", "1234"), ["4)"]),
    ("STR005", report("1) (2) (3) (4)", "1234"), ["1)"]),
    ("STR005", report("(1) 2) (3) (4)", "1234"), ["2)"]),
    (
        "STR030",
        "**I. CHUNG**\n\nỔn định.\n\n**II. KẾT QUẢ**\n\nĐạt.\n\n**IV. HẠN CHẾ**\n\nCòn chậm.",
        ["IV. "],
    ),
    ("STR030", "Gồm:\n\na) Xây dựng đường;\n\nb) Xây dựng cầu;\n\nd) Xây dựng trường.", ["d) "]),
    (
        "STR030",
        "**1. Trồng trọt**\n\nĐạt 12 ha.\n\n**2. Chăn nuôi**\n\nĐạt 15 con.\n\n**4. Thủy sản**\n\nĐạt 5 tấn.",
        ["4. "],
    ),
    (
        "STR030",
        "**Điều 1. Phạm vi**\n\nÁp dụng cho xã.\n\n**Điều 2. Đối tượng**\n\nLà hộ nghèo.\n\n**Điều "
        "4. Hiệu lực**\n\nTừ ngày ký.",
        ["Điều 4. "],
    ),
    (
        "STR031",
        "**I. CHUNG**\n\nỔn định.\n\n**II. KẾT QUẢ**\n\nĐạt.\n\n**II. HẠN CHẾ**\n\nCòn chậm.",
        ["II. "],
    ),
    ("STR031", "Gồm:\n\n1. Xây dựng đường;\n\n2. Xây dựng cầu;\n\n2. Xây dựng trường.", ["2. "]),
    ("STR031", "Gồm:\n\na) Xây dựng đường;\n\nb) Xây dựng cầu;\n\nb) Xây dựng trường.", ["b) "]),
]

SILENT = [
    ("STR001", report("(1) (2)", "12")),
    # Numbers in brackets that are no marks
    ("STR001", "Gồm: (1) xã Tân Lập; (2) xã Tân Thành; tại mục (1) và điểm (2) của Quyết định."),
    ("STR001", "Đạt 45 m<sup>2</sup> nhà ở, 12 m<sup>3</sup> gỗ."),
    ("STR002", report("(1) (2) (3)", "123")),
    ("STR002", "1) Xã Tân Lập đã đạt.\n\n2) Xã Tân Thành đã đạt."),
    ("STR002", report("1) 2)", "12")),
    ("STR003", report("(1) (2) (3)", "123")),
    # A count that begins anew, as on another page
    ("STR003", report("(1) (2)", "12") + "\n\n" + report("(1) (2)", "12")),
    # The mark was lost: its note tells
    ("STR003", report("(1) (3)", "123")),
    ("STR004", report("(1) (2)", "12")),
    ("STR004", report("(1) (2)", "12") + "\n\n" + report("(1) (2)", "12")),
    ("STR004", "Đạt (1) và (1)."),
    ("STR005", report("(1) (2) (3)", "123")),
    ("STR005", report("1) 2) 3)", "123")),
    # No form is the usual one
    ("STR005", report("(1) 2)", "12")),
    ("STR030", "Gồm:\n\na) Đường;\n\nb) Cầu;\n\nc) Cống;\n\nd) Trường;\n\ne) Trạm;\n\ng) Chợ."),
    (
        "STR030",
        "**A. CHUNG**\n\nỔn.\n\n**B. KẾT QUẢ**\n\nĐạt.\n\n**C. CÒN**\n\nĐủ.\n\n**D. "
        "NỮA**\n\nTốt.\n\n**E. CUỐI**\n\nHết.",
    ),
    # A new count under a new heading
    (
        "STR030",
        "**I. MỘT**\n\n**1. Lúa**\n\nĐạt.\n\n**2. Ngô**\n\nĐạt.\n\n**II. HAI**\n\n**1. "
        "Trâu**\n\nĐạt.\n\n**2. Bò**\n\nĐạt.",
    ),
    # Articles go on from chapter to chapter
    (
        "STR030",
        "**Chương I**\n\n**Điều 1. Phạm vi**\n\nĐạt.\n\n**Chương II**\n\n**Điều 2. Đối "
        "tượng**\n\nĐạt.\n\n**Điều 3. Khác**\n\nĐạt.",
    ),
    ("STR030", "Gồm:\n\n1. Năm 2018 đạt 12 ha.\n\n2. Năm 2019 đạt 15 ha.\n\n12. Năm 2020 đạt 20 ha."),
    ("STR031", "Hồ sơ gồm:\n\ni- Đơn đề nghị;\n\nii- Bảng kê;\n\niii- Biên lai."),
    ("STR031", "**I. MỘT**\n\n1. Lúa đạt.\n\n2. Ngô đạt.\n\n**II. HAI**\n\n1. Trâu đạt.\n\n2. Bò đạt."),
    ("STR031", "- Lúa đạt;\n\n- Ngô đạt;\n\n- Khoai đạt."),
]


@pytest.mark.parametrize(("code", "text", "underlined"), FOUND)
def test_what_is_amiss_is_told(code: str, text: str, underlined: list[str]) -> None:
    assert spots(text, code) == [(code, words) for words in underlined]


@pytest.mark.parametrize(("code", "text"), SILENT)
def test_what_is_regular_is_let_be(code: str, text: str) -> None:
    assert spots(text, code) == []


def test_the_missing_number_is_named() -> None:
    (found,) = findings(FOUND[15][1], "STR030")
    assert found.expected == "III"
