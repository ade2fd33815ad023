"""Comparing: lines of what may be compared, vintages, and what a reader must know of the figures."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

import pytest

from extractor.archive import Archive
from extractor.series.comparing import Comparison
from extractor.series.points import Point
from extractor.store import open_store
from patterns.mentions import Indicator

sys.path.insert(0, str(Path(__file__).parent))  # for archives.py

from archives import figure, report, save


@pytest.fixture
def archive() -> Iterator[Archive]:
    with Archive(open_store()) as opened:
        yield opened


def share(text: str, **told: object) -> Indicator:
    return figure("tỷ lệ hộ nghèo", text, "%", measure="share", **told)


def money(text: str, unit: str, **told: object) -> Indicator:
    return figure("thu ngân sách nhà nước", f"{text} {unit}", unit, **told)


def values(comparison: Comparison) -> list[tuple[int | None, float]]:
    return [(point.year, point.value) for point in comparison]


def kinds(comparison: Comparison) -> set[str]:
    return {note.kind for note in comparison.notes}


def test_years_line_up_and_each_figure_knows_its_page(archive: Archive) -> None:
    save(
        archive.store,
        *(
            report(f"{year}.md", [share(f"{9 - n},5%")], year=year)
            for n, year in enumerate((2018, 2019, 2021))
        ),
    )
    found = archive.compare("hộ nghèo", place="Quảng Ngãi")
    assert values(found) == [(2018, 9.5), (2019, 8.5), (2021, 7.5)]
    assert (found[0].path, found[0].page, found[0].written) == ("2018.md", 1, "9,5%")
    assert values(archive.compare("ho ngheo", first=2019, last=2020)) == [(2019, 8.5)]


def test_units_are_turned_into_one_and_the_change_is_told(archive: Archive) -> None:
    save(archive.store, report("a.md", [money("1.500", "tỷ đồng")], year=2019))
    save(archive.store, report("b.md", [money("1.600.000", "triệu đồng")], year=2020))
    found = archive.compare("thu ngân sách")
    assert values(found) == [(2019, 1.5e12), (2020, 1.6e12)]
    assert [(point.written_value, point.written_unit) for point in found] == [
        (1500, "tỷ đồng"),
        (1.6e6, "triệu đồng"),
    ]
    (note,) = found.notes
    assert note.kind == "unit" and len(note.points) == 2


@pytest.mark.parametrize(
    ("later", "kind"),
    [("1.505 tỷ đồng", "restated"), ("1.500.400 triệu đồng", None), ("1,5 nghìn tỷ đồng", None)],
)
def test_only_what_differs_by_more_than_rounding_is_restated(
    archive: Archive, later: str, kind: str | None
) -> None:
    number, unit = later.split(" ", 1)
    past = {"period_from": "2019-01-01", "period_to": "2019-12-31"}
    save(archive.store, report("a.md", [money("1.500", "tỷ đồng")], year=2019))
    value = float(number.replace(".", "").replace(",", "."))
    save(
        archive.store, report("b.md", [replace(money("1", unit, value=value, **past), raw=later)], year=2020)
    )
    found = archive.compare("thu ngân sách", vintage="all")
    assert len(found) == 2
    assert ("restated" in kinds(found)) == (kind == "restated")


def test_a_vintage_chooses_among_reports(archive: Archive) -> None:
    past = {"period_from": "2019-01-01", "period_to": "2019-12-31"}
    save(
        archive.store,
        report("a.md", [share("7,66%")], year=2019),
        report("b.md", [share("7,70%", **past)], year=2020),
    )
    assert values(archive.compare("hộ nghèo", vintage="first")) == [(2019, 7.66)]
    assert values(archive.compare("hộ nghèo")) == [(2019, 7.7)]
    assert values(archive.compare("hộ nghèo", vintage="all")) == [(2019, 7.66), (2019, 7.7)]


def test_a_report_that_says_two_things_contradicts_itself(archive: Archive) -> None:
    save(archive.store, report("a.md", [share("7,66%"), share("7,06%")], year=2019))
    assert kinds(archive.compare("hộ nghèo")) == {"contradictory"}


def test_periods_of_one_length_only_are_compared(archive: Archive) -> None:
    half = report("half.md", [money("700", "tỷ đồng")], year=2020, months=6, date="2020-07-05")
    five = {"period_from": "2016-01-01", "period_to": "2020-12-31"}
    save(
        archive.store,
        half,
        report("year.md", [money("1.500", "tỷ đồng"), money("6.000", "tỷ đồng", **five)], year=2020),
    )
    lines = archive.compare("thu ngân sách").lines
    assert [(line.head.period_kind, line.points[0].value) for line in lines] == [
        ("year", 1.5e12), ("5-years", 6e12), ("half-year", 7e11),
    ]  # fmt: skip


def test_plans_stand_beside_results_not_among_them(archive: Archive) -> None:
    plan = share("6,5%", status="plan", period_from="2021-01-01", period_to="2021-12-31")
    save(
        archive.store,
        report("a.md", [share("7,66%"), plan], year=2020),
        report("b.md", [share("6,9%")], year=2021),
    )
    lines = archive.compare("hộ nghèo").lines
    assert [[(point.year, point.is_plan) for point in line.points] for line in lines] == [
        [(2020, False), (2021, False)], [(2021, True)],
    ]  # fmt: skip


def test_a_state_at_the_end_of_five_years_is_that_of_the_last_year(archive: Archive) -> None:
    five = {"period_from": "2016-01-01", "period_to": "2020-12-31"}
    save(
        archive.store,
        report("a.md", [share("7,66%")], year=2019),
        report("b.md", [share("6,1%", **five)], year=2021),
    )
    assert values(archive.compare("hộ nghèo")) == [(2019, 7.66), (2020, 6.1)]


def test_what_is_summed_up_over_years_is_apart(archive: Archive) -> None:
    total = money("9.000", "tỷ đồng")
    before = ("", "Lũy kế từ đầu nhiệm kỳ, ")
    save(archive.store, report("a.md", [money("1.500", "tỷ đồng"), total], year=2020, before=before))
    assert [line.head.accumulation for line in archive.compare("thu ngân sách").lines] == [
        "within",
        "cumulative",
    ]


def test_a_fall_is_a_negative_growth_of_the_same_line(archive: Archive) -> None:
    rise = figure("tốc độ tăng kim ngạch xuất khẩu", "15,3%", "%", measure="growth")
    fall = figure("giảm kim ngạch xuất khẩu", "3,0%", "%", measure="decline", base="same_period")
    save(archive.store, report("a.md", [rise], year=2019), report("b.md", [fall], year=2020))
    assert values(archive.compare("tốc độ tăng kim ngạch xuất khẩu")) == [(2019, 15.3), (2020, -3.0)]


def test_levels_of_government_are_series_of_one_concept(archive: Archive) -> None:
    whole = figure(
        "cuộc giám sát đối với các tổ chức, cá nhân", "2.135 cuộc", "cuộc", value=2135.0, scope="toàn tỉnh"
    )
    levels = (("57", "cấp tỉnh"), ("391", "cấp huyện"), ("1.687", "cấp xã"))
    parts = [
        figure(
            "cuộc giám sát",
            f"{text} cuộc",
            "cuộc",
            value=float(text.replace(".", "")),
            scope=scope,
            part_of=0,
        )
        for text, scope in levels
    ]
    save(archive.store, report("a.md", [whole, *parts]))
    found = archive.compare("giám sát")
    assert {point.scope: point.value for point in found} == {
        None: 2135,
        "cấp tỉnh": 57,
        "cấp huyện": 391,
        "cấp xã": 1687,
    }
    assert len({point.name for point in found}) == 1


def test_a_new_base_is_told(archive: Archive) -> None:
    def communes(text: str, of: float) -> Indicator:
        return figure(
            "xã đạt chuẩn nông thôn mới", f"{text} xã", "xã", value=float(text.split("/")[0]), denominator=of
        )

    save(
        archive.store,
        report("a.md", [communes("87/164", 164)], year=2019),
        report("b.md", [communes("91/148", 148)], year=2020),
    )
    assert kinds(archive.compare("nông thôn mới")) == {"base"}


def test_a_new_definition_is_told(archive: Archive) -> None:
    save(
        archive.store,
        report("a.md", [share("5,02%")], year=2021),
        report("b.md", [share("8,55%")], year=2022),
    )
    (note,) = archive.compare("hộ nghèo").notes
    assert note.kind == "definition" and "07/2021/NĐ-CP" in note.text


def test_a_series_is_asked_by_the_old_or_the_new_province_and_tells_where_the_land_changed(
    archive: Archive,
) -> None:
    reports = [
        report("bt.md", [share("2,5%")], year=2023, province="Bình Thuận"),
        report("ld-old.md", [share("1,9%")], year=2023, province="Lâm Đồng"),
        report("ld-new.md", [share("2,2%")], year=2025, province="Lâm Đồng", date="2025-12-05"),
        report("ag.md", [share("3,3%")], year=2025, province="An Giang", date="2025-12-05"),
    ]
    save(archive.store, *reports)

    def asked(place: str) -> set[tuple[str | None, int | None]]:
        return {(point.place, point.year) for point in archive.compare("hộ nghèo", place=place)}

    assert asked("Bình Thuận") == {("Bình Thuận", 2023), ("Lâm Đồng", 2025)}
    assert asked("lam dong") == {("Bình Thuận", 2023), ("Lâm Đồng", 2023), ("Lâm Đồng", 2025)}
    notes = [note for note in archive.compare("hộ nghèo", place="Lâm Đồng").notes if note.kind == "territory"]
    assert len(notes) == 1 and "202/2025/QH15" in notes[0].text


def test_districts_are_apart_from_their_province(archive: Archive) -> None:
    district = share("4,31%", place="huyện Tân Hồng")
    save(archive.store, report("a.md", [share("2,65%"), district], province="Đồng Tháp"))
    assert values(archive.compare("hộ nghèo", place="Đồng Tháp")) == [(2020, 2.65)]
    assert values(archive.compare("hộ nghèo", place="huyện Tân Hồng")) == [(2020, 4.31)]
    assert len(archive.compare("hộ nghèo", place="Đồng Tháp", districts=True)) == 2


def test_what_cannot_be_is_told(archive: Archive) -> None:
    save(archive.store, report("a.md", [share("766%")]))
    assert kinds(archive.compare("hộ nghèo")) == {"implausible"}


def test_points_go_into_a_table_of_columns(archive: Archive) -> None:
    save(
        archive.store, report("a.md", [share("7,66%")], year=2019), report("b.md", [share("6,1%")], year=2020)
    )
    found = archive.compare("hộ nghèo")
    columns = found.columns()
    assert list(columns) == [field.name for field in fields(Point)]
    assert columns["year"] == [2019, 2020] and found[0].year == 2019 and len(found) == 2
    written = io.StringIO()
    csv.writer(written).writerow(columns)
    assert "period_from" in written.getvalue()


def test_words_without_a_letter_are_refused(archive: Archive) -> None:
    with pytest.raises(ValueError, match="no word"):
        archive.compare("…")
