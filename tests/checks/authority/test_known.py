"""Citations against a list of known documents."""

import pytest

from extractor.checks import Finding, Severity, check
from extractor.checks.registry import Authority, KnownDocument
from tests.checks.reports import read_text

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
LIST = Authority(
    (
        KnownDocument("Nghị quyết", "42/NQ-CP", "2020-04-09", "Chính phủ"),
        KnownDocument("Nghị quyết", "42/NQ-CP", "2021-03-31", "Chính phủ"),
        KnownDocument("Nghị quyết", "01/NQ-CP", "2019-01-01", "Chính phủ"),
        KnownDocument("Nghị định", "61/2018/NĐ-CP", "2018-04-23", "Chính phủ"),
        KnownDocument("Nghị định", "154/2020/NĐ-CP", "2020-12-31", "Chính phủ"),
        KnownDocument("Nghị định", "01/2021/NĐ-CP", "2021-01-04", "Chính phủ"),
        KnownDocument("Nghị định", "01/2021/NĐ-CP", "2021-10-21", "Chính phủ"),
        KnownDocument("Nghị định", "62/CP", "1998-08-15", "Chính phủ"),
        KnownDocument("Nghị định", "77/2015/NĐ-CP", "2015-09-10", "Chính phủ", verified=False),
        KnownDocument("Luật", "68/2006/QH11", "2006-06-29", "Quốc hội"),
        KnownDocument("Quy định", "124-QĐ/TW", "2018-02-02", "Ban Bí thư"),
        KnownDocument("Quy định", "124-QĐ/TW", "2023-10-04", "Bộ Chính trị"),
        KnownDocument("Nghị quyết", "18-NQ/TW", "2017-10-25", "Ban Chấp hành Trung ương"),
        KnownDocument("Quyết định", "15/2020/QĐ-UBND", "2020-03-05", "UBND tỉnh Thái Bình"),
        KnownDocument("Thông tư", "20/2016/TT-BXD", "2016-06-30"),
    )
)


def found(text: str, code: str) -> list[Finding]:
    """The findings of one rule in a report, against the list above."""
    return [one for one in check(*read_text(text), authority=LIST) if one.rule == code]


@pytest.mark.parametrize(
    ("text", "expected", "severity"),
    [
        ("theo Nghị định 42/NĐ-CP, ngày 09/4/2020 của Chính phủ", "Nghị quyết 42/NQ-CP", WARNING),
        ("theo Nghị định số 61/NĐ-CP ngày 23/4/2018", "Nghị định 61/2018/NĐ-CP", WARNING),
        ("Nghị định số 154/2021/NĐ-CP ngày 31 tháng 12 năm 2020", "Nghị định 154/2020/NĐ-CP", WARNING),
        ("Nghị quyết số 154/NQ-CP ngày 31/12/2020 của Chính phủ", "Nghị định 154/2020/NĐ-CP", INFO),
        ("Nghị định số 77/NĐ-CP ngày 10/9/2015", "Nghị định 77/2015/NĐ-CP", INFO),
    ],
)
def test_number_and_day_are_of_another(text: str, expected: str, severity: Severity) -> None:
    (finding,) = found(text, "REF301")
    assert (finding.expected, finding.severity) == (expected, severity)


def test_the_year_that_alone_is_missing_is_put_in() -> None:
    (finding,) = found("theo Nghị định số 61/NĐ-CP ngày 23/4/2018 của Chính phủ", "REF301")
    assert finding.fix is not None
    assert finding.fix.replacement == "61/2018/NĐ-CP"
    (finding,) = found("theo Nghị định 42/NĐ-CP, ngày 09/4/2020 của Chính phủ", "REF301")
    assert finding.fix is None


@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết số 42/NQ-CP, ngày 09/4/2020 của Chính phủ",
        "Nghị định số 62/1998/NĐ-CP ngày 15/8/1998 của Chính phủ",  # the code of the day, and the one in the list
        "Quyết định số 42/QĐ-UBND ngày 09/4/2020, Nghị quyết số 42/NQ-HĐND ngày 09/4/2020",
        "Chỉ thị số 42/CT-TTg ngày 09/4/2020 của Thủ tướng Chính phủ",
        "Nghị định số 61/2018/NĐ-CP và Nghị định số 61, ngày 24/4/2018",
    ],
)
def test_number_and_day_are_of_no_other(text: str) -> None:
    assert found(text, "REF301") == []


@pytest.mark.parametrize(
    ("text", "expected", "severity"),
    [
        ("Nghị định số 61/2018/NĐ-CP ngày 24/4/2018", "2018-04-23", ERROR),
        ("Nghị định số 61/2018/NĐ-CP ngày 23/4/2016", "2018-04-23", ERROR),
        ("Nghị định số 01/2021/NĐ-CP ngày 14/01/2021", None, WARNING),
        ("Nghị quyết số 42/NQ-CP ngày 19/4/2020", "2020-04-09", WARNING),
        ("Nghị quyết số 42/NQ-CP ngày 09/4/2022", "2020-04-09", WARNING),
        ("Quy định số 124-QĐ/TW, ngày 12/02/2018", "2018-02-02", WARNING),
        ("Nghị định số 77/2015/NĐ-CP ngày 11/9/2015", "2015-09-10", INFO),
        ("Luật số 68/2006/QH11 ngày 29/9/2006", "2006-06-29", ERROR),
    ],
)
def test_another_day(text: str, expected: str | None, severity: Severity) -> None:
    (finding,) = found(text, "REF302")
    assert (finding.expected, finding.severity) == (expected, severity)


@pytest.mark.parametrize(
    "text",
    [
        "Nghị định số 61/2018/NĐ-CP ngày 23/4/2018, Nghị định số 01/2021/NĐ-CP ngày 21/10/2021",
        "Nghị quyết số 42/NQ-CP ngày 15/5/2018, Nghị quyết số 18-NQ/TW ngày 16/6/2022",  # other years, other terms
        "Luật số 68/2006/QH11 ngày 12/7/2006",  # its promulgation
        "Nghị quyết số 68/2006/QH11 ngày 31/10/2006",  # resolutions are numbered apart
        "Nghị định số 61/2018/NĐ-CP, Nghị quyết số 42/NQ-CP",
        "Quyết định số 15/2020/QĐ-UBND ngày 06/6/2020 của UBND tỉnh Nam Định",
    ],
)
def test_the_day_may_be_right(text: str) -> None:
    assert found(text, "REF302") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quy định số 124-QĐ/TW, ngày 02/02/2018 của Bộ Chính trị", ["Ban Bí thư"]),
        ("Quy định số 124-QĐ/TW, ngày 04/10/2023 của Ban Bí thư", ["Bộ Chính trị"]),
        ("Nghị quyết số 18-NQ/TW, ngày 25/10/2017 của Bộ Chính trị", ["Ban Chấp hành Trung ương"]),
        ("Quy định số 124-QĐ/TW, ngày 02/02/2018 của Ban Bí thư Trung ương Đảng", []),
        ("Nghị quyết số 18-NQ/TW, ngày 25/10/2017 của BCH Trung ương", []),
        ("Quy định số 124-QĐ/TW, ngày 02/02/2018 của Trung ương Đảng", []),
        ("Quy định số 124-QĐ/TW của Bộ Chính trị", []),  # which of the two is not said
        ("Thông tư số 20/2016/TT-BXD ngày 30/6/2016 của Bộ trưởng Bộ Xây dựng", []),
        ("Nghị định số 61/2018/NĐ-CP của Thủ tướng Chính phủ", []),  # the symbol says so itself
    ],
)
def test_another_issuer(text: str, expected: list[str]) -> None:
    assert [finding.expected for finding in found(text, "REF303")] == expected


@pytest.mark.parametrize(
    ("text", "expected", "severity"),
    [
        ("Quyết định số 124-QĐ/TW, ngày 02/02/2018 của Ban Bí thư", ["Quy định"], WARNING),
        ("Quyết định số 124-QĐ/TW của Ban Bí thư", ["Quy định"], INFO),
        ("Nghị quyết số 61/2018/NĐ-CP ngày 23/4/2018", ["Nghị định"], WARNING),
        ("Nghị quyết số 68/2006/QH11 ngày 29/6/2006", ["Luật"], WARNING),
        ("Quy định số 124-QĐ/TW, ngày 02/02/2018; số 18-NQ/TW, ngày 25/10/2017", [], None),
        ("Nghị quyết số 68/2006/QH11 của Quốc hội", [], None),
        ("Quyết định số 124-QĐ/TW, ngày 15/5/2013 của Ban Bí thư", [], None),
    ],
)
def test_another_type(text: str, expected: list[str], severity: Severity | None) -> None:
    findings = found(text, "REF304")
    assert [finding.expected for finding in findings] == expected
    assert all(finding.severity is severity for finding in findings)


def test_an_empty_list_finds_nothing() -> None:
    report, mentions = read_text("Nghị định số 04/2015/NĐ-CP ngày 19/01/2015 của Chính phủ")
    assert any(one.rule == "REF302" for one in check(report, mentions))
    assert not [one for one in check(report, mentions, authority=Authority()) if one.rule == "REF302"]
