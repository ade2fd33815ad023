"""Tables that a text draws with characters, and texts that only look like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.elements import Element, Role
from extractor.reading.plain_text import read_elements


def elements_of(text: str) -> tuple[Element, ...]:
    return read_elements(text.encode(), "bang.txt").elements


def grid(element: Element) -> list[list[str]]:
    rows = max(cell.row for cell in element.cells) + 1
    return [[cell.text for cell in element.cells if cell.row == row] for row in range(rows)]


TABLES = {
    "columns between rules": (
        """
----------------------------------
TT   Huyện            Số xã
----------------------------------
1    Sơn Động            23
2    Lục Ngạn            30
----------------------------------
""",
        [["TT", "Huyện", "Số xã"], ["1", "Sơn Động", "23"], ["2", "Lục Ngạn", "30"]],
    ),
    "a head of two lines, no rule at the end": (
        """
  =====================================
  Chỉ tiêu          Năm 2003   Năm 2004
                     (tấn)      (tấn)
  =====================================
  Thóc               12.400     12.950
  Ngô vụ đông           850        910
""",
        [
            ["Chỉ tiêu", "Năm 2003", "Năm 2004"],
            ["", "(tấn)", "(tấn)"],
            ["Thóc", "12.400", "12.950"],
            ["Ngô vụ đông", "850", "910"],
        ],
    ),
    "bars and crosses": (
        """
+-------+-------+
| Xã    | Hộ    |
+-------+-------+
| Tân   |   120 |
+-------+-------+
| Bình  |    95 |
| Minh  |       |
+-------+-------+
""",
        [["Xã", "Hộ"], ["Tân", "120"], ["Bình Minh", "95"]],
    ),
    "bars alone": (
        """
Xã   | Hộ  | Khẩu
Tân  | 120 | 480
Bình | 95  | 371
""",
        [["Xã", "Hộ", "Khẩu"], ["Tân", "120", "480"], ["Bình", "95", "371"]],
    ),
}


@pytest.mark.parametrize(("text", "expected"), TABLES.values(), ids=TABLES.keys())
def test_tables(text, expected):
    elements = elements_of(f"Kết quả như sau:\n{text}\nCác xã đã báo cáo.\n")
    (table,) = [element for element in elements if element.role is Role.TABLE]
    assert grid(table) == expected
    assert [element.text for element in elements if element.role is Role.TEXT] == [
        "Kết quả như sau:",
        "Các xã đã báo cáo.",
    ]


@pytest.mark.parametrize(("text", "expected"), TABLES.values(), ids=TABLES.keys())
def test_each_cell_says_where_it_stands(text, expected):
    (table,) = [element for element in elements_of(text) if element.role is Role.TABLE]
    for cell in table.cells:
        told = [text[o.offset : o.offset + o.end - o.start] for o in cell.origins]
        assert " ".join(told) == cell.text
        for origin, words in zip(cell.origins, told, strict=True):
            assert cell.text[origin.start : origin.end] == words
            assert words in text.split("\n")[origin.line - 1]


NO_TABLES = {
    "a rule under the letterhead": "UBND HUYỆN\n----------\nSố 12/BC-UB\n",
    "rules around a title": "----------\nBÁO CÁO\n----------\nNăm 2003 thu 12 tỷ đồng.\n",
    "one line with bars": "Xã Tân | 120 hộ | 480 khẩu\n\nHết.\n",
    "prose after two rules": (
        "==========\nPhần I\n==========\nNăm 2003, huyện thu 12 tỷ đồng, đạt 103% kế hoạch năm,\n"
        "tăng 5% so với năm 2002; chi 11,4 tỷ đồng cho các xã khó khăn của huyện.\n"
    ),
    "a rule between notes and text": "Nội dung báo cáo.\n______________\n(1) Theo Quyết định 5.\n",
}


@pytest.mark.parametrize("text", NO_TABLES.values(), ids=NO_TABLES.keys())
def test_no_tables(text):
    assert all(element.role is not Role.TABLE for element in elements_of(text))


@given(st.lists(st.text("aĐế 19|-=+ \t", max_size=24), min_size=1, max_size=12))
def test_no_letter_is_lost(lines):
    text = "x\n" + "\n".join(lines)
    elements = elements_of(text)
    shown = "".join(e.text + "".join(cell.text for cell in e.cells) for e in elements)
    for letter in "aĐế19x":
        assert shown.count(letter) == text.count(letter)
