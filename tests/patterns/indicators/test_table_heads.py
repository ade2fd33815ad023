"""What the heads of a table make of its columns."""

import pytest

from patterns import find
from patterns.passages import Cell, Passage, PassageKind


def figures(*rows: str):
    """The figures of a table whose cells are parted by "|": raw, label and unit."""
    text, cells = "", []
    for number, row in enumerate(rows):
        for column, words in enumerate(part.strip() for part in row.split("|")):
            cells.append(Cell(number, column, len(text), len(text) + len(words)))
            text += words + "\n"
    found = find(text, [Passage(0, len(text), PassageKind.TABLE, cells=tuple(cells))]).indicators
    return [(f.raw, f.label, f.unit) for f in found]


OFFICES_OR_UNITS = {
    "offices": (
        ("TT | Đơn vị | Số hồ sơ (hồ sơ)", "1 | Sở Tư pháp | 412", "2 | Sở Nội vụ | 1.250"),
        [("412", "Sở Tư pháp", "hồ sơ"), ("1.250", "Sở Nội vụ", "hồ sơ")],
    ),
    "places, with the numbers of rows left out": (
        ("Đơn vị | Số hộ (hộ)", "Xã Tân Lập | 812", "Xã Hòa Bình | 640"),
        [("812", "Xã Tân Lập", "hộ"), ("640", "Xã Hòa Bình", "hộ")],
    ),
    "units beside the names": (
        ("TT | Chỉ tiêu | Đơn vị | Năm 2019", "1 | Diện tích lúa | ha | 5.120", "2 | Đàn lợn | con | 8.400"),
        [("5.120", "Diện tích lúa", "ha"), ("8.400", "Đàn lợn", "con")],
    ),
    "units said in full": (
        ("Chỉ tiêu | Đơn vị tính | Kết quả", "Thu ngân sách | tỷ đồng | 1.204", "Hộ nghèo | hộ | 977"),
        [("1.204", "Thu ngân sách", "tỷ đồng"), ("977", "Hộ nghèo", "hộ")],
    ),
}


@pytest.mark.parametrize(("rows", "expected"), OFFICES_OR_UNITS.values(), ids=OFFICES_OR_UNITS.keys())
def test_offices_or_units(rows, expected):
    assert figures(*rows) == expected
