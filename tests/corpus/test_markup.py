"""The markup of the sources and the fields that a mention's words settle."""

import pytest

from corpus.fields import GoldError, citation, date, indicator
from corpus.markup import MarkupError, parse_heading, parse_line, parse_table
from corpus.source import Span


def test_marks_nest_and_leave_the_text() -> None:
    line = parse_line("theo [Kế hoạch số 3/KH-UBND]{c} về [giám sát [năm 2019]{d}]{about}[^2].")
    assert line.text == "theo Kế hoạch số 3/KH-UBND về giám sát năm 2019."
    assert [line.text[span.start : span.end] for span in line.spans] == [
        "Kế hoạch số 3/KH-UBND",
        "giám sát năm 2019",
        "năm 2019",
    ]
    assert line.notes == ((47, "2"),)


def test_runs_cut_where_the_style_changes() -> None:
    runs = list(parse_line("a **b** {page}c[^1]").runs())
    assert [(run.text, run.bold, run.page, run.note) for run in runs] == [
        ("a ", False, False, None),
        ("b", True, False, None),
        (" ", False, False, None),
        ("", False, True, None),
        ("c", False, False, None),
        ("", False, False, "1"),
    ]


@pytest.mark.parametrize("source", ["**đậm", "[ngày 01/01/2019"])
def test_open_mark_is_told(source: str) -> None:
    with pytest.raises(MarkupError, match="not closed"):
        parse_line(source)


@pytest.mark.parametrize(
    ("source", "level", "label", "words"),
    [
        ("# I. TÌNH HÌNH", 1, "I", "TÌNH HÌNH"),
        ("## 1- Kết quả", 2, "1", "Kết quả"),
        ("### 2.1. Y tế", 3, "2.1", "Y tế"),
        ("# Điều 3. Hiệu lực", 1, "Điều 3", "Hiệu lực"),
        ("# Phần thứ nhất. KẾT QUẢ", 1, "Phần thứ nhất", "KẾT QUẢ"),
    ],
)
def test_headings(source: str, level: int, label: str, words: str) -> None:
    heading = parse_heading(source)
    assert (heading.level, heading.label, heading.words) == (level, label, words)


def test_merged_head_cells() -> None:
    table = parse_table(
        [": TT | Năm 2019 | <", ": ^ | KH | TH", "= no | value | value", "| 1 | 2 | 3 | {id=x}"]
    )
    spans = {cell.line.text: (cell.row_span, cell.column_span) for cell in table.cells}
    assert spans["TT"] == (2, 1) and spans["Năm 2019"] == (1, 2)
    assert table.rows == ({"id": "x"},)
    with pytest.raises(MarkupError, match="a row of 2 cells"):
        parse_table([": a | b | c", "= no | label | value", "| 1 | 2"])


@pytest.mark.parametrize(
    ("words", "type_", "number", "year", "symbol", "code", "form"),
    [
        ("Kết luận số 120-KL/TW", "Kết luận", "120", None, "KL/TW", "120-KL/TW", "full"),
        ("Công văn: số 7/UBND-NC", "Công văn", "7", None, "UBND-NC", "7/UBND-NC", "full"),
        ("Nghị quyết 30c/NQ-CP", "Nghị quyết", "30c", None, "NQ-CP", "30c/NQ-CP", "full"),
        ("Nghị định số 04/2015/NĐ-CP", "Nghị định", "04", 2015, "NĐ-CP", "04/2015/NĐ-CP", "full"),
        ("Luật Đất đai năm 2013", "Luật", None, 2013, None, None, "named"),
        ("Quyết định 23", "Quyết định", "23", None, None, None, "partial"),
    ],
)
def test_citations(words: str, type_: str, number: str, year: int, symbol: str, code: str, form: str) -> None:
    found = citation(words, {})
    assert [found[key] for key in ("type", "number", "year", "symbol", "code", "form")] == [
        type_, number, year, symbol, code, form,
    ]  # fmt: skip


def test_citation_without_type_is_told() -> None:
    with pytest.raises(GoldError, match="type"):
        citation("số 12/KH-UBND", {})


@pytest.mark.parametrize(
    ("words", "kind", "first", "last"),
    [
        ("ngày 03/5/2017", "day", "2017-05-03", "2017-05-03"),
        ("ngày 15-11-2003", "day", "2003-11-15", "2003-11-15"),
        ("tháng 02 năm 2020", "month", "2020-02-01", "2020-02-29"),
        ("quý II/2019", "quarter", "2019-04-01", "2019-06-30"),
        ("NĂM 2021", "year", "2021-01-01", "2021-12-31"),
        ("giai đoạn 2016 - 2020", "range", "2016-01-01", "2020-12-31"),
    ],
)
def test_dates(words: str, kind: str, first: str, last: str) -> None:
    assert date(words, Span(0, len(words), "d")) == {"kind": kind, "from": first, "to": last}


def test_date_that_its_words_do_not_settle_is_told() -> None:
    with pytest.raises(GoldError, match="cùng kỳ"):
        date("cùng kỳ", Span(0, 7, "d"))


def test_range_of_values() -> None:
    found = indicator("6,5 - 7%", Span(0, 8, "i", ("tốc độ tăng",), {"to": "7"}))
    assert (found["value"], found["value_to"], found["unit"]) == (6.5, 7, "%")
