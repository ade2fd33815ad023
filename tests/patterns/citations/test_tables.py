"""Tables that list documents: each row is one citation, told in columns."""

import pytest

from patterns.citations import find_citations
from patterns.dates import find_dates
from patterns.mentions import Citation
from patterns.passages import Cell, Context, Passage, PassageKind

Told = tuple[str, str, str | None, str | None, str | None, str | None]


def read(rows: list[list[str]]) -> tuple[Citation, ...]:
    """The citations of a table; a cell "^" is part of the one above it."""
    text, cells = "", []
    for r, row in enumerate(rows):
        for c, words in enumerate(row):
            if words != "^":
                span = 1 + next(
                    (n for n, below in enumerate(rows[r + 1 :]) if below[c] != "^"), len(rows) - r - 1
                )
                cells.append(Cell(r, c, len(text), len(text) + len(words), row_span=span))
                text += words + "\t"
        text = text[:-1] + "\n"
    passages = (Passage(0, len(text) - 1, PassageKind.TABLE, cells=tuple(cells)),)
    found = find_citations(text, passages, find_dates(text, passages, Context()), Context())
    assert all(text[each.start : each.end] == each.raw for each in found)
    return found


def told(rows: list[list[str]]) -> list[Told]:
    return [(c.raw, c.type, c.code, c.date, c.issuer, c.subject) for c in read(rows)]


LISTS: list[tuple[list[list[str]], list[Told]]] = [
    (
        [
            ["TT", "Số, ký hiệu", "Ngày ban hành", "Trích yếu", "Cơ quan ban hành"],
            ["1", "45/2012/QĐ-UBND", "03/5/2012", "Về việc ban hành quy chế văn thư.", "UBND tỉnh"],
            ["2", "715/SNV-CCHC", "20/11/2013", "V/v báo cáo cải cách hành chính", "Sở Nội vụ"],
        ],
        [
            ("45/2012/QĐ-UBND", "Quyết định", "45/2012/QĐ-UBND", "2012-05-03", "UBND tỉnh", "ban hành quy chế văn thư"),
            ("715/SNV-CCHC", "Công văn", "715/SNV-CCHC", "2013-11-20", "Sở Nội vụ", "báo cáo cải cách hành chính"),
        ],
    ),
    (
        [
            ["STT", "Tên loại văn bản", "Số ký hiệu", "Ngày, tháng, năm", "Nội dung"],
            ["1", "Quy định", "88-QĐ/TW", "ngày 04/7/2017", "xử lý kỷ luật"],
            ["2", "Quyết định", "90-QĐ/TW", "ngày 12/8/2017", "lập ban chỉ đạo"],
        ],
        [
            ("88-QĐ/TW", "Quy định", "88-QĐ/TW", "2017-07-04", None, "xử lý kỷ luật"),
            ("90-QĐ/TW", "Quyết định", "90-QĐ/TW", "2017-08-12", None, "lập ban chỉ đạo"),
        ],
    ),
    (
        [
            ["Cơ quan ban hành", "Số văn bản", "Ngày ký", "Tên văn bản"],
            ["HĐND tỉnh", "12/NQ-HĐND", "8/12/2016", "Dự toán; phân bổ"],
            ["^", "13/NQ-HĐND", "9/12/2016", "Biên chế hành chính"],
        ],
        [
            ("12/NQ-HĐND", "Nghị quyết", "12/NQ-HĐND", "2016-12-08", "HĐND tỉnh", "Dự toán; phân bổ"),
            ("13/NQ-HĐND", "Nghị quyết", "13/NQ-HĐND", "2016-12-09", "HĐND tỉnh", "Biên chế hành chính"),
        ],
    ),
    (
        [
            ["TT", "Số quyết định", "Ngày", "Tên dự án"],
            ["1", "Quyết định số 1520/QĐ-UBND", "15-6-2010", "Hồ chứa nước"],
        ],
        [("Quyết định số 1520/QĐ-UBND", "Quyết định", "1520/QĐ-UBND", "2010-06-15", None, None)],
    ),
    (
        [
            ["TT", "Số, ký hiệu; ngày, tháng, năm ban hành", "Trích yếu nội dung văn bản"],
            ["1", "36/2008/NQ-HĐND ngày 11/12/2008", "thu phí qua đò"],
            ["2", "37/2008/NQ-HĐND\n12/12/2008", "lệ phí hộ tịch"],
        ],
        [
            ("36/2008/NQ-HĐND", "Nghị quyết", "36/2008/NQ-HĐND", "2008-12-11", None, "thu phí qua đò"),
            ("37/2008/NQ-HĐND", "Nghị quyết", "37/2008/NQ-HĐND", "2008-12-12", None, "lệ phí hộ tịch"),
        ],
    ),
]  # fmt: skip
OTHERS: list[list[list[str]]] = [
    [["TT", "Số", "Nội dung"], ["1", "12", "hộ nghèo"], ["2", "3/4", "xã đạt chuẩn"]],
    [["Tên dự án", "Số hiệu", "Chiều dài"], ["Đường tỉnh", "ĐT.741", "12 km"]],
    [["Xã", "Ngày", "Số hộ"], ["Tân Lập", "03/4/2018", "115"]],
]


@pytest.mark.parametrize(("rows", "want"), LISTS)
def test_a_row_tells_number_day_body_and_title(rows: list[list[str]], want: list[Told]) -> None:
    assert told(rows) == want


@pytest.mark.parametrize("rows", OTHERS)
def test_other_tables_list_no_documents(rows: list[list[str]]) -> None:
    assert told(rows) == []


def test_a_row_without_a_day_takes_none_from_another() -> None:
    rows = [
        ["Số, ký hiệu", "Ngày ban hành"],
        ["5/KH-UBND", "02/3/2015"],
        ["6/KH-UBND", ""],
        ["7/KH-UBND", "tháng 4"],
    ]
    assert [(each[0], each[3]) for each in told(rows)] == [
        ("5/KH-UBND", "2015-03-02"),
        ("6/KH-UBND", None),
        ("7/KH-UBND", None),
    ]
