"""Numbers as reports write them: separators, ranges, sums in two units, letters, blanks that do not belong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patterns import find
from patterns.indicators.numbers import NumberStyle, number_style, parse_number
from patterns.indicators.stray_blanks import has_stray_blank

# clause: raw, value, upper bound, unit of its one figure
WRITTEN: list[tuple[str, str, float, float | None, str]] = [
    ("thu đạt 1,234.5 tỷ đồng", "1,234.5 tỷ đồng", 1234.5, None, "tỷ đồng"),
    ("thu đạt 1.234,5 tỷ đồng", "1.234,5 tỷ đồng", 1234.5, None, "tỷ đồng"),
    ("sản lượng đạt 1.234.5 tấn", "1.234.5 tấn", 1234.5, None, "tấn"),
    ("diện tích 12 345 ha", "12 345 ha", 12345, None, "ha"),
    ("diện tích 1 234,5 ha", "1 234,5 ha", 1234.5, None, "ha"),
    ("nhiệt độ xuống -3,5°C", "-3,5°C", -3.5, None, "°C"),
    ("tăng từ 10 đến 15% mỗi năm", "10 đến 15%", 10, 15, "%"),
    ("tăng 10-15% mỗi năm", "10-15%", 10, 15, "%"),
    ("chi từ 5 triệu đến 10 triệu đồng", "5 triệu đến 10 triệu đồng", 5, 10, "triệu đồng"),
    ("trồng 1.200ha rừng", "1.200ha", 1200, None, "ha"),
    ("xây 120 m2 nhà", "120 m2", 120, None, "m2"),
    ("đổ 45,2m³ bê tông", "45,2m³", 45.2, None, "m³"),
    ("lấp 8.000 m 3 đất", "8.000 m 3", 8000, None, "m 3"),
    ("vốn 25 tr.đ", "25 tr.đ", 25, None, "tr.đ"),
    ("thu nhập 2.500 USD/người", "2.500 USD/người", 2500, None, "USD/người"),
    ("năng suất 58 tạ/ha", "58 tạ/ha", 58, None, "tạ/ha"),
    ("tỷ suất chết 5,1‰", "5,1‰", 5.1, None, "‰"),
    ("đón 1,5 triệu lượt khách", "1,5 triệu lượt khách", 1.5, None, "triệu lượt khách"),
    ("vốn 30 ngàn tỉ đồng", "30 ngàn tỉ đồng", 30, None, "ngàn tỉ đồng"),
    ("vốn 1 tỷ 200 triệu đồng", "1 tỷ 200 triệu đồng", 1.2, None, "tỷ đồng"),
    ("có 3 nghìn 500 hộ", "3 nghìn 500 hộ", 3.5, None, "nghìn hộ"),
    ("có 2 vạn 5 nghìn dân", "2 vạn 5 nghìn dân", 2.5, None, "vạn dân"),
    ("có ba xã đạt chuẩn", "ba xã", 3, None, "xã"),
    ("có hai mươi lăm hộ nghèo", "hai mươi lăm hộ", 25, None, "hộ"),
    ("chi hai tỷ đồng", "hai tỷ đồng", 2, None, "tỷ đồng"),
    ("chi năm trăm triệu đồng", "năm trăm triệu đồng", 500, None, "triệu đồng"),
    ("đón ba triệu lượt khách", "ba triệu lượt khách", 3, None, "triệu lượt khách"),
    ("có một nghìn hai trăm hộ được vay vốn", "một nghìn hai trăm hộ", 1200, None, "hộ"),
    ("trồng hai vạn năm nghìn cây, có năm trăm người dự", "năm trăm người", 500, None, "người"),
    (
        "có ba nghìn không trăm linh hai học sinh",
        "ba nghìn không trăm linh hai học sinh",
        3002,
        None,
        "học sinh",
    ),
    ("chi một triệu hai trăm nghìn đồng", "một triệu hai trăm nghìn đồng", 1_200_000, None, "đồng"),
    ("có một trăm mười lăm đảng viên", "một trăm mười lăm đảng viên", 115, None, "đảng viên"),
    ("đón mười hai nghìn ba trăm lượt khách", "mười hai nghìn ba trăm lượt khách", 12300, None, "lượt khách"),
    ("sản lượng gấp đôi so với năm ngoái", "gấp đôi", 2, None, "lần"),
    ("doanh thu tăng gấp rưỡi", "gấp rưỡi", 1.5, None, "lần"),
    ("số hội viên gấp ba so với năm trước", "gấp ba", 3, None, "lần"),
    ("kim ngạch gấp 2,5 lần năm ngoái", "2,5 lần", 2.5, None, "lần"),
    ("giá tăng gấp hai lần", "hai lần", 2, None, "lần"),
    ("thóc đạt 189,5 ng.tấn", "189,5 ng.tấn", 189.5, None, "ng.tấn"),
    ("đá đạt 12 ngh.m3", "12 ngh.m3", 12, None, "ngh.m3"),
    ("chi 200.000 đồng/vụ, việc hòa giải thành", "200.000 đồng/vụ, việc", 200_000, None, "đồng/vụ, việc"),
    ("tỷ số giới tính 112 bé trai/100 bé gái", "112 bé trai/100 bé gái", 112, None, "bé trai/100 bé gái"),
    ("có 5.672 nhóm, lớp", "5.672 nhóm, lớp", 5672, None, "nhóm, lớp"),
    ("số người chết là 12", "12", 12, None, "người"),
    ("kiểm tra từ 25% số chi bộ trở lên", "25%", 25, None, "%"),
    ("tỷ lệ hộ nghèo còn 8,4%2", "8,4%", 8.4, None, "%"),
    ("thu ngân sách đạt 1.250 tỷ đồng5", "1.250 tỷ đồng", 1250, None, "tỷ đồng"),
    ("tỷ suất sinh 14,2‰12", "14,2‰", 14.2, None, "‰"),
    ("có 45 xã4 đạt chuẩn", "45 xã", 45, None, "xã"),
    ("xuất khẩu 12 triệu USD3", "12 triệu USD", 12, None, "triệu USD"),
    ("sàn rộng 120 m2", "120 m2", 120, None, "m2"),
]
# A blank parts the number, which is read as one and told as a problem.
PARTED: list[tuple[str, str, float]] = [
    ("sản lượng đạt 2 45,3 tấn", "2 45,3 tấn", 245.3),
    ("tỷ lệ giảm còn 1 2,5%", "1 2,5%", 12.5),
    ("toàn huyện có 4.5 12 hộ", "4.5 12 hộ", 4512),
    ("thu ước đạt 12 .345 tỷ đồng", "12 .345 tỷ đồng", 12345),
    ("tăng 45 ,6%", "45 ,6%", 45.6),
    ("gần 1.2 50,5 ha", "1.2 50,5 ha", 1250.5),
]
# Two numbers, or a name and a number.
APART = [
    "quý 2 45,3 tấn",
    "khu 2 45,3 ha",
    "đạt 12 345 ha",
    "đạt 10 - 15%",
    "mục 4.5 12 hộ",
    "tháng 9 87,5%",
    "tổ 1 2,5%",
]
NONE = ["1.2.3", "0212.3852.456", "1,2.345", "1.23.4", "12.3456.7"]
NO_FIGURES = [
    "cố gắng gấp đôi người khác",
    "hai tỉnh cũ đã sáp nhập",
    "ba đơn vị nói trên",
    "thứ ba xã",
    "trong hai triệu chứng",
    "số điện thoại 0212.3852.456",
]


@pytest.mark.parametrize(("clause", "raw", "value", "upper", "unit"), WRITTEN)
def test_written(clause: str, raw: str, value: float, upper: float | None, unit: str) -> None:
    found = find(f"Năm nay, {clause}.").indicators
    assert [(i.raw, i.value, i.value_to, i.unit) for i in found] == [(raw, value, upper, unit)]
    assert not has_stray_blank(raw)


@pytest.mark.parametrize(("clause", "raw", "value"), PARTED)
def test_a_number_that_a_blank_parts_is_one(clause: str, raw: str, value: float) -> None:
    found = find(f"Năm nay, {clause}.").indicators
    assert [(i.raw, i.value) for i in found] == [(raw, value)]
    assert has_stray_blank(raw)


@pytest.mark.parametrize("clause", APART)
def test_a_number_beside_another_is_not_joined_to_it(clause: str) -> None:
    assert not any(has_stray_blank(i.raw) for i in find(f"Năm nay, {clause}.").indicators)


@pytest.mark.parametrize("token", NONE)
def test_no_number(token: str) -> None:
    assert parse_number(token) is None


@pytest.mark.parametrize("clause", NO_FIGURES)
def test_no_figure(clause: str) -> None:
    assert find(f"Năm nay, {clause}.").indicators == ()


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("sản lượng 12,345.6 tấn, tăng 7.5%", NumberStyle.ENGLISH),
        ("revenue: 1,250 tỷ, 12.5 tấn, 3.25 ha", NumberStyle.ENGLISH),
        ("tăng 7,5%, đạt 1.250 tấn", NumberStyle.VIETNAMESE),
        ("tăng 7,5%, 8,2%, riêng xã A 7.5%", NumberStyle.VIETNAMESE),
        ("họp ngày 15.6 và 20.7, có 1.250 người", NumberStyle.VIETNAMESE),
        ("Nghị quyết 12.5 của kỳ họp", NumberStyle.VIETNAMESE),
    ],
)
def test_a_text_has_one_decimal_mark(text: str, style: NumberStyle) -> None:
    assert number_style(text) is style


@given(st.integers(0, 10**9), st.integers(0, 99), st.sampled_from([(".", ","), (",", "."), (" ", ",")]))
def test_any_grouping_gives_the_same_number(whole: int, hundredths: int, marks: tuple[str, str]) -> None:
    grouped = f"{whole:,}".replace(",", marks[0])
    assert parse_number(f"{grouped}{marks[1]}{hundredths:02}") == float(f"{whole}.{hundredths:02}")


@given(st.text(alphabet="0123456789 .,/-%đtạrhaộ²nghìệuỷ\n(", max_size=60))
def test_any_text_is_read_with_exact_spans(text: str) -> None:
    for found in find(text).indicators:
        assert text[found.start : found.end] == found.raw
        assert found.amount is not None
