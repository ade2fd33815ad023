"""Amounts in canonical units: exact products, one spelling a unit."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patterns import find
from patterns.indicators.amounts import amount_of, canonical_unit

UNITS = [
    ("tỷ đồng", "đồng", 10**9),
    ("Nghìn tỷ đồng", "đồng", 10**12),
    ("Ngh. tỷ đồng", "đồng", 10**12),
    ("tr.đ", "đồng", 10**6),
    ("đ", "đồng", 1),
    ("tỷ VNĐ", "đồng", 10**9),
    ("triệu USD", "USD", 10**6),
    ("đô la Mỹ", "USD", 1),
    ("triệu đồng/người/năm", "đồng/người/năm", 10**6),
    ("USD/người", "USD/người", 1),
    ("nghìn tấn", "tấn", 1000),
    ("kg", "tấn", Decimal("0.001")),
    ("tạ", "tấn", Decimal("0.1")),
    ("tấn/ha", "tạ/ha", 10),
    ("tạ/ha", "tạ/ha", 1),
    ("nghìn tấn/năm", "tấn/năm", 1000),
    ("kg/người", "kg/người", 1),
    ("hecta", "ha", 1),
    ("nghìn ha", "ha", 1000),
    ("m2", "m²", 1),
    ("triệu m3", "m³", 10**6),
    ("m3/s", "m³/s", 1),
    ("GWh", "kWh", 10**6),
    ("phần trăm", "%", 1),
    ("điểm phần trăm", "điểm %", 1),
    ("%/năm", "%/năm", 1),
    ("bác sĩ/vạn dân", "bác sĩ/10.000 dân", 1),
    ("triệu lượt khách", "lượt khách", 10**6),
    ("vạn dân", "dân", 10**4),
    ("Đ/c", "đồng chí", 1),
    ("Uỷ viên", "ủy viên", 1),
    ("toà nhà", "tòa nhà", 1),
    ("XÃ", "xã", 1),
    ("trường THCS", "trường THCS", 1),
    ("HTX", "HTX", 1),
    ("tỷ", None, 10**9),
]
# What looks like an alias or a power of ten and is none.
OTHERS = ["quý", "triệu chứng", "tấn kẽm thỏi/năm", "lượt người", "trạm", "đồng chí", "hộ", "m dài"]


@pytest.mark.parametrize(("unit", "name", "factor"), UNITS)
def test_each_unit_has_one_spelling_and_factor(unit: str, name: str | None, factor: int | Decimal) -> None:
    found = canonical_unit(unit)
    assert (found.name, found.factor) == (name, Decimal(factor))


@pytest.mark.parametrize("unit", OTHERS)
def test_other_nouns_stay_as_they_are(unit: str) -> None:
    found = canonical_unit(unit)
    assert found.factor == (10**6 if unit == "triệu chứng" else 1)
    assert found.name == ("chứng" if unit == "triệu chứng" else unit)


@given(
    st.decimals(0, 10**7, places=3, allow_nan=False),
    st.sampled_from([unit for unit, name, _ in UNITS if name]),
)
def test_an_amount_is_the_value_times_the_factor(value: Decimal, unit: str) -> None:
    assert amount_of(float(value), unit) == float(Decimal(repr(float(value))) * canonical_unit(unit).factor)


@given(st.text(max_size=40))
def test_any_unit_has_a_canonical_one(unit: str) -> None:
    found = canonical_unit(unit)
    assert found.factor > 0
    if found.name:
        assert canonical_unit(found.name).name == found.name


@given(st.integers(1, 999), st.integers(1, 9), st.sampled_from(["nghìn", "triệu", "tỷ"]))
def test_figures_in_prose_carry_their_amount(whole: int, tenth: int, scale: str) -> None:
    (found,) = find(f"Doanh thu đạt {whole},{tenth} {scale} đồng.").indicators
    power = {"nghìn": 3, "triệu": 6, "tỷ": 9}[scale]
    assert (found.amount, found.canonical_unit) == ((whole * 10 + tenth) * 10.0 ** (power - 1), "đồng")
