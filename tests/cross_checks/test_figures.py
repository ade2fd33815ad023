"""NUM2xx: tables of reports, one a year, and where something is found in them."""

from __future__ import annotations

import pytest

from tests.cross_checks.archives import findings, spots

REVENUE = "Thu ngân sách nhà nước trên địa bàn đạt {}."


def report(year: int, text: str, *, body: str = "UBND TỈNH HÒA BÌNH") -> str:
    return f"{body}\n\nBÁO CÁO\n\nkết quả thực hiện nhiệm vụ năm {year}\n\n{text}\n"


def years(*texts: str, first: int = 2015) -> list[str]:
    return [report(first + number, text) for number, text in enumerate(texts)]


def revenue(*values: str) -> list[str]:
    return years(*(REVENUE.format(value) for value in values))


def table(year: int, last: str, this: str) -> str:
    return report(
        year,
        f"| Chỉ tiêu | Đơn vị tính | Thực hiện năm {year - 1} | Thực hiện năm {year} |\n|---|---|---|---|\n"
        f"| Diện tích cây ăn quả | ha | {last} | {this} |\n"
        f"| Sản lượng lương thực | tấn | 20.{year - 1} | 20.{year} |\n",
    )


RESTATED = {
    "other value a year later": (
        years(
            "Thu ngân sách nhà nước trên địa bàn đạt 5.120 tỷ đồng.",
            "Năm 2015 thu ngân sách nhà nước trên địa bàn đạt 5.210 tỷ đồng.",
        ),
        [(1, "warning", "5.210 tỷ đồng")],
    ),
    "told only where it changes": (
        years(
            "Thu ngân sách nhà nước trên địa bàn đạt 5.120 tỷ đồng.",
            "Năm 2015 thu ngân sách nhà nước trên địa bàn đạt 5.310 tỷ đồng.",
            "Năm 2015 thu ngân sách nhà nước trên địa bàn đạt 5.310 tỷ đồng.",
        ),
        [(1, "warning", "5.310 tỷ đồng")],
    ),
    "in a table": ([table(2018, "1.020", "1.105"), table(2019, "1.150", "1.210")], [(1, "warning", "1.150")]),
    "misprinted in a comparison without a label": (
        years(
            "Các cấp đã tiếp 4.310 lượt công dân.",
            "Các cấp đã tiếp 3.518 lượt công dân (năm 2015: 4.318 lượt).",
        ),
        [(1, "warning", "4.318 lượt")],
    ),
    "an estimate made good": (
        years(
            "Thu ngân sách nhà nước trên địa bàn ước đạt 5.120 tỷ đồng.",
            "Năm 2015 thu ngân sách nhà nước trên địa bàn đạt 5.210 tỷ đồng.",
        ),
        [(1, "info", "5.210 tỷ đồng")],
    ),
    "the same value": (
        years(
            "Thu ngân sách nhà nước trên địa bàn đạt 5.120 tỷ đồng.",
            "Năm 2015 thu ngân sách nhà nước trên địa bàn đạt 5.120 tỷ đồng.",
        ),
        [],
    ),
    "rounded in another unit": (
        years(
            "Thu ngân sách nhà nước trên địa bàn đạt 5.124.310 triệu đồng.",
            "Năm 2015 thu ngân sách nhà nước trên địa bàn đạt 5.124 tỷ đồng.",
        ),
        [],
    ),
    "repeated rightly": (
        years(
            "Các cấp đã tiếp 4.310 lượt công dân.",
            "Các cấp đã tiếp 3.518 lượt công dân (năm 2015: 4.310 lượt).",
        ),
        [],
    ),
    "approximate": (
        years(
            "Thu ngân sách nhà nước trên địa bàn đạt 5.120 tỷ đồng.",
            "Năm 2015 thu ngân sách nhà nước trên địa bàn đạt khoảng 5.000 tỷ đồng.",
        ),
        [],
    ),
    "a plan": (
        years(
            "Thu ngân sách nhà nước trên địa bàn đạt 5.120 tỷ đồng.",
            "Kế hoạch năm 2015 thu ngân sách nhà nước trên địa bàn là 4.900 tỷ đồng.",
        ),
        [],
    ),
    "another province": (
        [
            report(2015, REVENUE.format("5.120 tỷ đồng")),
            report(
                2016,
                "Năm 2015 thu ngân sách nhà nước trên địa bàn đạt 5.210 tỷ đồng.",
                body="UBND TỈNH HÀ GIANG",
            ),
        ],
        [],
    ),
    "several values in one report": (
        years(
            "Hộ nghèo dân tộc thiểu số có 1.204 hộ.\n\nHộ nghèo dân tộc thiểu số có 2.340 hộ.",
            "Năm 2015 hộ nghèo dân tộc thiểu số có 1.850 hộ.",
        ),
        [],
    ),
}


@pytest.mark.parametrize("case", RESTATED, ids=str)
def test_restated(case: str) -> None:
    texts, expected = RESTATED[case]
    assert spots(texts, "NUM201") == expected


JUMPS = {
    "for one year alone": (
        revenue("2.910 tỷ đồng", "3.050 tỷ đồng", "30.980 tỷ đồng", "3.240 tỷ đồng", "3.310 tỷ đồng"),
        [(2, "warning", "30.980 tỷ đồng")],
    ),
    "at the end": (
        revenue("2.910 tỷ đồng", "3.050 tỷ đồng", "3.098 tỷ đồng", "3.240 tỷ đồng", "33.100 tỷ đồng"),
        [(4, "info", "33.100 tỷ đồng")],
    ),
    "downwards": (
        revenue("2.910 tỷ đồng", "3.050 tỷ đồng", "310 tỷ đồng", "3.240 tỷ đồng", "3.310 tỷ đồng"),
        [(2, "warning", "310 tỷ đồng")],
    ),
    "steady growth": (
        revenue("2.910 tỷ đồng", "3.650 tỷ đồng", "4.598 tỷ đồng", "5.840 tỷ đồng", "7.310 tỷ đồng"),
        [],
    ),
    "too few years": (revenue("2.910 tỷ đồng", "3.050 tỷ đồng", "30.980 tỷ đồng", "3.240 tỷ đồng"), []),
    "never steady": (
        revenue("110 tỷ đồng", "950 tỷ đồng", "4.080 tỷ đồng", "300 tỷ đồng", "2.310 tỷ đồng"),
        [],
    ),
    "told as a wrong unit": (
        revenue("2.910 tỷ đồng", "3.050 tỷ đồng", "3.098.000 tỷ đồng", "3.240 tỷ đồng", "3.310 tỷ đồng"),
        [],
    ),
}


@pytest.mark.parametrize("case", JUMPS, ids=str)
def test_jumps(case: str) -> None:
    texts, expected = JUMPS[case]
    assert spots(texts, "NUM202") == expected


SCALES = {
    "another unit": (
        revenue("2.910 tỷ đồng", "3.050 tỷ đồng", "3.098.000 triệu đồng"),
        [(2, "info", "3.098.000 triệu đồng")],
    ),
    "a thousand times too large": (
        revenue("2.910 tỷ đồng", "3.050 tỷ đồng", "3.098.000 tỷ đồng", "3.240 tỷ đồng"),
        [(2, "warning", "3.098.000 tỷ đồng")],
    ),
    "a thousand times too small, in another unit": (
        revenue("2.910 tỷ đồng", "3.050 tỷ đồng", "3.098 triệu đồng", "3.240 tỷ đồng"),
        [(2, "info", "3.098 triệu đồng"), (2, "warning", "3.098 triệu đồng")],
    ),
    "one unit": (revenue("2.910 tỷ đồng", "3.050 tỷ đồng", "3.098 tỷ đồng"), []),
    "no majority": (revenue("2.910 tỷ đồng", "3.050.000 triệu đồng"), []),
    "ten times": (revenue("2.910 tỷ đồng", "3.050 tỷ đồng", "30.980 tỷ đồng", "3.240 tỷ đồng"), []),
    "no size to go by": (
        revenue("2.910 tỷ đồng", "30 tỷ đồng", "3.098.000 tỷ đồng", "740 tỷ đồng"),
        [],
    ),
}


@pytest.mark.parametrize("case", SCALES, ids=str)
def test_scales(case: str) -> None:
    texts, expected = SCALES[case]
    assert sorted(spots(texts, "NUM203")) == expected


def exports(*values: str) -> list[str]:
    return years(*(f"Kim ngạch xuất khẩu đạt {value}." for value in values))


MEANINGS = {
    "dollars and đồng": (
        exports("120 triệu USD", "135 triệu USD", "150 triệu USD", "3.700 tỷ đồng"),
        [(3, "info", "3.700 tỷ đồng")],
    ),
    "cubic metres and tonnes": (
        years(
            *(
                f"Sản lượng gỗ khai thác đạt {value}."
                for value in ("1.200 m3", "900 tấn", "1.350 m3", "1.420 m3")
            )
        ),
        [(1, "info", "900 tấn")],
    ),
    "tonnes among dollars": (
        exports("120 triệu USD", "135 triệu USD", "150 triệu USD", "160 triệu USD", "52 nghìn tấn"),
        [(4, "info", "52 nghìn tấn")],
    ),
    "another scale of one unit": (
        exports("120 triệu USD", "135 triệu USD", "150 triệu USD", "0,16 tỷ USD"),
        [],
    ),
    "a share beside a count": (
        years(
            *(f"Hộ dùng nước sạch đạt {value}." for value in ("1.200 hộ", "1.350 hộ", "1.420 hộ", "86,5%")),
        ),
        [],
    ),
    "both in the same report": (
        exports(
            "120 triệu USD",
            "135 triệu USD",
            "150 triệu USD",
            "160 triệu USD. Kim ngạch xuất khẩu đạt 3.700 tỷ đồng",
        ),
        [],
    ),
    "too few to tell": (exports("120 triệu USD", "135 triệu USD", "3.700 tỷ đồng"), []),
}


@pytest.mark.parametrize("case", MEANINGS, ids=str)
def test_meanings(case: str) -> None:
    texts, expected = MEANINGS[case]
    assert spots(texts, "NUM204") == expected


def test_both_places_are_shown() -> None:
    [finding] = findings(RESTATED["other value a year later"][0], "NUM201")
    assert str(finding.message) == (
        '"thu ngân sách nhà nước trên địa bàn" of 2015 is 5.210 tỷ đồng here and 5.120 tỷ đồng in an earlier '
        "report: find out which one holds"
    )
    [earlier] = finding.related
    assert earlier.document not in (None, finding.document)
    assert str(earlier.note) == "5.120 tỷ đồng for 2015"


def test_half_years_and_years_are_series_of_their_own() -> None:
    halves = [
        f"UBND TỈNH HÒA BÌNH\n\nBÁO CÁO\n\nkết quả 6 tháng đầu năm {2015 + number}\n\n{REVENUE.format(value)}\n"
        for number, value in enumerate(("410 tỷ đồng", "430 tỷ đồng"))
    ]
    texts = [
        *revenue("2.910 tỷ đồng", "3.050 tỷ đồng", "3.098 tỷ đồng", "3.240 tỷ đồng", "3.310 tỷ đồng"),
        *halves,
    ]
    assert findings(texts, "NUM202", "NUM203") == []
