"""What figures say of their subject: measure, base and status, in prose and in tables."""

from dataclasses import replace

import pytest

from patterns import find
from patterns.folding import fold
from patterns.gazetteers import read_data
from patterns.indicators.column_uses import Use
from patterns.indicators.columns import Column, status_of
from patterns.indicators.rows import Row
from patterns.indicators.senses import base_in, sense_of_cell

# text: for each figure its measure, base and status
PROSE: list[tuple[str, list[tuple[str | None, str | None, str | None]]]] = [
    ("Thu ngân sách tăng 12,5% so với cùng kỳ năm trước.", [("growth", "same_period", None)]),
    ("Sản lượng tôm giảm 4,1% so với năm 2015.", [("decline", "2015", None)]),
    ("Giá trị sản xuất tăng 7% so với giai đoạn 2011 - 2015.", [("growth", "2011-2015", None)]),
    ("So với tháng trước, chỉ số giá tăng 0,3%.", [("growth", "previous_month", None)]),
    ("Số vụ cháy giảm 5 vụ, số người bị thương tăng 3 người so với năm trước.",
     [("decline", "previous_year", None), ("growth", "previous_year", None)]),
    ("Thu nội địa đạt 98,2% kế hoạch năm.", [("share", "plan", None)]),
    ("Giải ngân bằng 45,2% so với dự toán.", [("share", "plan", None)]),
    ("Khu vực dịch vụ chiếm 45,2%.", [("share", None, None)]),
    ("Có 87% hộ dân dùng nước sạch.", [("share", None, None)]),
    ("Tỷ lệ hộ nghèo giảm 3,2%, còn 5,1%.", [("decline", None, None), ("share", None, None)]),
    ("Lãi suất cho vay 6,5%/năm.", [("level", None, None)]),
    ("Chỉ số cải cách hành chính xếp thứ 12/63 tỉnh, thành phố.", [("rank", None, None)]),
    ("Chỉ tiêu tỉnh giao là 12%.", [("target", None, "plan")]),
    ("Phấn đấu đến năm 2030 trồng 450 ha rừng.", [("level", None, "plan")]),
    ("Doanh thu du lịch ước đạt 320 tỷ đồng.", [("level", None, "estimate")]),
    ("Huyện đã trồng được 320 ha rừng.", [("level", None, "actual")]),
]  # fmt: skip
# Figures of which the page says neither base nor status.
SILENT = [
    "Diện tích lúa đạt 1.250 ha.",
    "Toàn xã có 12 thôn được công nhận thôn văn hóa.",
    "Kế hoạch được ban hành, tổ chức 15 lớp tập huấn.",
    "Chỉ tiêu giường bệnh đạt 28 giường.",
    "Thu ngân sách 450 tỷ đồng, riêng thuế 120 tỷ đồng.",
]


@pytest.mark.parametrize(("text", "wanted"), PROSE, ids=lambda case: case if isinstance(case, str) else "")
def test_prose(text: str, wanted: list[tuple[str | None, str | None, str | None]]) -> None:
    assert [(i.measure, i.base, i.status) for i in find(text).indicators] == wanted


@pytest.mark.parametrize("text", SILENT)
def test_nothing_is_made_up(text: str) -> None:
    found = find(text).indicators
    assert found
    assert {(i.base, i.status) for i in found} == {(None, None)}


BASES = [(table, example) for table, row in read_data("bases").items() for example in row["examples"]]
NO_BASES = [
    (table, example) for table, row in read_data("bases").items() for example in row["counterexamples"]
]


@pytest.mark.parametrize(("table", "said"), BASES)
def test_bases(table: str, said: str) -> None:
    assert base_in(said) == table


@pytest.mark.parametrize(("table", "said"), NO_BASES)
def test_other_bases(table: str, said: str) -> None:
    assert base_in(said) != table


@pytest.mark.parametrize(
    ("head", "unit", "row", "wanted"),
    [
        ("Thực hiện năm 2018", "ha", "Diện tích lúa", ("level", None, "actual")),
        ("Mục tiêu 2020 (hoặc b/q)", "tấn", "Sản lượng ngô", ("level", None, "plan")),
        ("So với cùng kỳ", "%", "Thu nội địa", ("growth", "same_period", None)),
        ("So sánh: KH 2003/ ước 2002", "%", "Sản lượng ngô", ("growth", "2002", "plan")),
        ("So sánh TH/KH", "%", "Thu nội địa", ("share", "plan", "actual")),
        ("So sánh với kế hoạch", "%", "Thu nội địa", ("share", "plan", None)),
        ("Ước thực hiện năm 2019", "%", "Tốc độ tăng GRDP", ("growth", None, "estimate")),
        ("Kế hoạch năm 2020", "%", "Tỷ lệ hộ nghèo", ("share", None, "plan")),
        ("Thứ hạng", "", "Huyện Vĩnh Linh", ("rank", None, None)),
        ("Tăng (+), giảm (-)", "hộ", "Huyện Vĩnh Linh", ("change", None, None)),
    ],
)
def test_cells(head: str, unit: str, row: str, wanted: tuple[str, str | None, str | None]) -> None:
    column = Column(2, Use.VALUE, (head,), unit or None, status=status_of(fold(head)))
    column = replace(column, compared="so" in fold(head).split() or "giảm" in head, ranked=head == "Thứ hạng")
    sense = sense_of_cell(column, Row(1, row, depth=None, valued=True), unit or None)
    assert (sense.measure, sense.base, sense.status) == wanted
