"""Report → mentions: passages, context and spans."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from extractor.elements import Element, Origin, Reading, Role
from extractor.extraction import extract, find_problems
from extractor.pipeline import read_report
from extractor.reading import markdown
from extractor.report import Report
from extractor.store import open_store
from extractor.structure import assemble

SOURCE = """\
**ỦY BAN NHÂN DÂN**
**TỈNH BẮC KẠN**

Số: 12/BC-UBND

*Bắc Kạn, ngày 05 tháng 12 năm 2019*

**BÁO CÁO**

**Kết quả giảm nghèo năm 2019**

## I. KẾT QUẢ

Thực hiện Quyết định số 1722/QĐ-TTg ngày 02/9/2016 của Thủ tướng Chính phủ, tỷ lệ hộ nghèo còn
18,5%<sup>(1)</sup>; toàn tỉnh có 45/122 xã<sup>2</sup> đạt chuẩn.

<sup>1)</sup> Theo Kế hoạch số 98/KH-UBND, ngày 15/3/2018.

<sup>2</sup> Trong đó 12 xã khu vực III.

---

| Huyện | Số hộ nghèo |
|---|---|
| Ba Bể | 1.234 |
"""


def report() -> Report:
    return assemble(markdown.read_elements(SOURCE.encode(), "a.md"), id="0", path="a.md")


def test_every_mention_points_into_the_text() -> None:
    read = report()
    found = extract(read)
    mentions = [*found.citations, *found.dates, *found.indicators]
    assert mentions
    for mention in mentions:
        assert read.text[mention.start : mention.end] == mention.raw


def test_footnote_marks_are_no_part_of_what_stands_before_them() -> None:
    found = extract(report())
    shares = [(i.value, i.denominator) for i in found.indicators]
    assert (18.5, None) in shares and (45.0, 122.0) in shares
    assert not any("(1)" in mention.raw for mention in found.indicators)


def test_citations_of_text_and_footnotes_are_found_and_the_own_number_is_none() -> None:
    codes = [citation.code for citation in extract(report()).citations]
    assert codes == ["1722/QĐ-TTg", "98/KH-UBND"]


def test_cells_become_indicators_with_their_place_in_the_table() -> None:
    (cell,) = [i for i in extract(report()).indicators if i.table_row is not None]
    assert (cell.value, cell.raw) == (1234.0, "1.234")


def test_furniture_is_not_read() -> None:
    source = "Ủy ban nhân dân các xã đã triển khai kế hoạch của huyện và\n\nTrang 12\n\nđạt kết quả tốt.\n"
    read = assemble(markdown.read_elements(source.encode(), "a.md"), id="0", path="a.md")
    assert [block.kind for block in read.blocks] == ["paragraph", "furniture"]
    assert extract(read).indicators == ()


def test_the_facts_of_the_report_settle_what_is_relative() -> None:
    source = SOURCE + "\nSo với năm trước giảm 2,1%; trong năm nay hỗ trợ 50 hộ.\n"
    read = assemble(markdown.read_elements(source.encode(), "a.md"), id="0", path="a.md")
    resolved = {date.raw: date.resolved_from for date in extract(read).dates if date.kind == "relative"}
    assert resolved.get("năm trước") == "2018-01-01"


def test_a_figure_in_a_footnote_is_of_the_section_of_its_mark() -> None:
    source = """\
## I. CÔNG TÁC KIỂM TRA

Các huyện ủy đã kiểm tra theo kế hoạch<sup>(1)</sup>.

## II. CÔNG TÁC TUYÊN TRUYỀN

<sup>(1)</sup> Có 7 đoàn.

Các huyện ủy đã tuyên truyền sâu rộng<sup>(2)</sup>.

<sup>(2)</sup> Có 9 đoàn.
"""
    read = assemble(markdown.read_elements(source.encode(), "a.md"), id="0", path="a.md")
    labels = {indicator.value: indicator.label or "" for indicator in extract(read).indicators}
    assert "tuyên truyền" not in labels[7.0]
    assert "kiểm tra" not in labels[9.0]


@pytest.mark.parametrize(
    ("sentence", "raws"),
    [
        ("Hội nghị ngày 31/4/2019 thống nhất; ngày 30/4/2019 báo cáo.", ["ngày 31/4/2019"]),
        ("ký ngày 29 tháng 02 năm 2021 và ngày 29/02/2020", ["ngày 29 tháng 02 năm 2021"]),
        ("báo cáo trước ngày 30/02, trước ngày 29/02", ["ngày 30/02"]),
        ("số liệu tháng 13/2020, quý IV/2020", ["tháng 13/2020"]),
        ("ngày 15/7/2019, 31/12/2019", []),
    ],
)
def test_days_that_no_calendar_has_are_told_with_their_place(sentence: str, raws: list[str]) -> None:
    read = assemble(markdown.read_elements(sentence.encode(), "a.md"), id="0", path="a.md")
    problems = list(find_problems(read, extract(read)))
    assert [read.text[problem.start : problem.end] for problem in problems] == raws
    assert all(problem.kind == "impossible_date" and problem.advice for problem in problems)


def test_an_impossible_day_is_stored_as_written_with_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(SOURCE.replace("15/3/2018", "31/6/2018"), "utf-8")
    extraction = read_report(tmp_path / "a.md")
    with closing(open_store(tmp_path / "a.db")) as store:
        store.save(extraction.report, extraction.mentions)
        query = "select p.kind, d.raw, d.from_date from problems p join dates d on d.start = p.start"
        assert store.database.execute(query).fetchall() == [("impossible_date", "ngày 31/6/2018", None)]


@pytest.mark.parametrize(
    ("sentence", "raws"),
    [
        ("Sản lượng đạt 2 45,3 tấn, tăng 5%.", ["2 45,3 tấn"]),
        ("Toàn huyện có 4.5 12 hộ và 12 345 ha rừng.", ["4.5 12 hộ"]),
        ("Quý 2 45,3 tấn; từ 10 - 15 tấn; 1 tỷ 200 triệu đồng.", []),
    ],
)
def test_numbers_that_a_blank_parts_are_told_with_their_place(sentence: str, raws: list[str]) -> None:
    read = assemble(markdown.read_elements(sentence.encode(), "a.md"), id="0", path="a.md")
    problems = list(find_problems(read, extract(read)))
    assert [read.text[problem.start : problem.end] for problem in problems] == raws
    assert all(problem.kind == "split_number" and problem.advice for problem in problems)


def test_amounts_and_senses_are_stored(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        f"{SOURCE}\n\nVốn giải ngân ước đạt 1,5 tỷ đồng, tăng 8% so với cùng kỳ.\n", "utf-8"
    )
    extraction = read_report(tmp_path / "a.md")
    with closing(open_store(tmp_path / "a.db")) as store:
        store.save(extraction.report, extraction.mentions)
        query = (
            "select amount, canonical_unit, measure, base, status from indicators_with_place "
            "where raw in ('1,5 tỷ đồng', '8%') order by start"
        )
        assert store.database.execute(query).fetchall() == [
            (1.5e9, "đồng", "level", None, "estimate"),
            (8.0, "%", "growth", "same_period", None),
        ]


def scanned(text: str, confidences: dict[str, float]) -> Report:
    """A report of one paragraph whose words an engine read, surely but for those that are named."""
    origins, at = [], 0
    for word in text.split():
        at = text.index(word, at)
        origins.append(Origin(at, at + len(word), page=1, confidence=confidences.get(word, 0.96)))
        at += len(word)
    element = Element(Role.TEXT, text, page=1, origins=tuple(origins))
    return assemble(Reading((element,), "png", "an engine", pages=1), id="0", path="a.png")


@pytest.mark.parametrize(
    ("text", "unsure", "told"),
    [
        ("theo Hướng dẫn số 01-HD/BCPĐ, ngày 20/9/2021 và Công văn số 14-CV/BCĐ", "01-HD/BCPĐ,", 'has "BCĐ"'),
        ("theo Kế hoạch số 12/KH-MTTO và Hướng dẫn số 27/HD-MTTQ", "12/KH-MTTO", 'has "MTTQ"'),
        ("theo Kế hoạch số 12/KH-UBND và Hướng dẫn số 27/HD-MTTQ", "12/KH-UBND", None),
    ],
)
def test_symbols_read_with_doubt_are_told_with_what_is_near(text: str, unsure: str, told: str | None) -> None:
    report = scanned(text, {unsure: 0.31})
    [problem] = [p for p in find_problems(report, extract(report)) if p.kind == "doubtful_citation"]
    assert report.text[problem.start : problem.end].endswith(unsure.rstrip(","))
    assert "31%" in problem.message
    assert told in problem.message if told else "elsewhere" not in problem.message


def test_symbols_read_surely_or_stored_as_text_raise_no_doubt() -> None:
    text = "theo Hướng dẫn số 01-HD/BCPĐ và Công văn số 14-CV/BCĐ"
    for report in (
        scanned(text, {}),
        assemble(markdown.read_elements(text.encode(), "a.md"), id="0", path="a.md"),
    ):
        assert [p for p in find_problems(report, extract(report)) if p.kind == "doubtful_citation"] == []
