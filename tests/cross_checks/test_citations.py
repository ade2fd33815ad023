"""REF2xx: tables of reports, and where something is found in them."""

from __future__ import annotations

import pytest

from tests.cross_checks.archives import findings, spots

DECREE = "Nghị định số 61/2018/NĐ-CP, ngày {day} của Chính phủ"
CONCLUSION = "Kết luận số 120-KL/TW, ngày {day} của Bộ Chính trị"
TITLE = "về cơ chế một cửa, một cửa liên thông trong giải quyết thủ tục hành chính"


def cite(*citations: str) -> list[str]:
    """A report for each citation; no two are the same file."""
    return [f"Báo cáo thứ {number}: thực hiện {one}." for number, one in enumerate(citations, 1)]


def decree(*days: str) -> list[str]:
    return cite(*(DECREE.format(day=day) for day in days))


DATES = {
    "two to one": (decree("23/4/2018", "23/4/2018", "24/3/2018"), [(2, "warning", "ngày 24/3/2018")]),
    "three to two": (
        decree("23/4/2018", "23/4/2018", "23/4/2018", "24/3/2018", "24/3/2018"),
        [(3, "info", "ngày 24/3/2018"), (4, "info", "ngày 24/3/2018")],
    ),
    "one to one": (decree("23/4/2018", "24/3/2018"), [(1, "info", "ngày 24/3/2018")]),
    "a Party number within one term": (
        cite(*(CONCLUSION.format(day=day) for day in ("07/01/2015", "07/01/2015", "17/01/2015"))),
        [(2, "warning", "ngày 17/01/2015")],
    ),
    "a law made public later": (
        cite(
            "Luật số 68/2006/QH11, ngày 29/6/2006",
            "Luật số 68/2006/QH11, ngày 29/6/2006",
            "Luật số 68/2006/QH11, ngày 12/7/2006",
        ),
        [(2, "info", "ngày 12/7/2006")],
    ),
    "all agree": (decree("23/4/2018", "23/4/2018", "23/4/2018"), []),
    "no date": ([*decree("23/4/2018", "23/4/2018"), "Thực hiện Nghị định số 61/2018/NĐ-CP."], []),
    "a number of another year": (
        cite(
            "Quyết định số 225/QĐ-TTg, ngày 04/02/2016 của Thủ tướng Chính phủ",
            "Quyết định số 225/QĐ-TTg, ngày 19/02/2019 của Thủ tướng Chính phủ",
        ),
        [],
    ),
    "a number of another province": (
        [
            f"UBND TỈNH {place}\n\nBÁO CÁO\n\nThực hiện Quyết định số 12/2019/QĐ-UBND, ngày {day} của UBND tỉnh."
            for place, day in (("HÒA BÌNH", "05/3/2019"), ("HÀ GIANG", "19/8/2019"))
        ],
        [],
    ),
    "both in one report, which is told there": (
        [*decree("23/4/2018", "23/4/2018"), " ".join(decree("23/4/2018", "24/3/2018"))],
        [],
    ),
}


@pytest.mark.parametrize("case", DATES, ids=str)
def test_dates(case: str) -> None:
    texts, expected = DATES[case]
    assert spots(texts, "REF201") == expected


def titled(*titles: str) -> list[str]:
    return cite(*(f"{DECREE.format(day='23/4/2018')} {title}" for title in titles))


TITLES = {
    "another matter": (titled(TITLE, TITLE, "về bảo trợ người cao tuổi cô đơn và trẻ mồ côi"), 1),
    "yet another": (titled(TITLE, TITLE, "về phòng, chống hạn hán và xâm nhập mặn ở đồng bằng"), 1),
    "four to two": (
        titled(*[TITLE] * 4, *["về hỗ trợ lãi suất vay vốn mua máy nông nghiệp"] * 2),
        2,
    ),
    "shortened": (titled(TITLE, TITLE, "về cơ chế một cửa liên thông"), 0),
    "too short to tell": (titled(TITLE, TITLE, "về người có công"), 0),
    "no majority": (titled(TITLE, "về bảo trợ người cao tuổi cô đơn và trẻ mồ côi"), 0),
    "no title": (titled(TITLE, TITLE, ""), 0),
}


@pytest.mark.parametrize("case", TITLES, ids=str)
def test_titles(case: str) -> None:
    texts, expected = TITLES[case]
    found = spots(texts, "REF202")
    assert len(found) == expected
    assert all(severity == "info" for _, severity, _ in found)


def issued(code: str, *issuers: str) -> list[str]:
    return cite(*(f"{code} của {issuer}" for issuer in issuers))


PARTY = "Quyết định số 217-QĐ/TW, ngày 12/12/2013"
STATE = "Quyết định số 225/QĐ-TTg, ngày 04/02/2016"
LOCAL = "Nghị quyết số 15/2019/NQ-HĐND, ngày 11/7/2019"
ISSUERS = {
    "Secretariat for Politburo": (
        issued(PARTY, "Bộ Chính trị", "Bộ Chính trị", "Ban Bí thư"),
        [(2, "warning", "Ban Bí thư")],
    ),
    "Government for its head": (
        issued(STATE, "Thủ tướng Chính phủ", "Thủ tướng Chính phủ", "Chính phủ"),
        [(2, "warning", "Chính phủ")],
    ),
    "committee for council": (
        [
            f"UBND TỈNH HÒA BÌNH\n\nBÁO CÁO\n\n{text}"
            for text in issued(LOCAL, "HĐND tỉnh", "Hội đồng nhân dân tỉnh", "UBND tỉnh")
        ],
        [(2, "warning", "UBND tỉnh")],
    ),
    "spelt in another way": (issued(STATE, "Thủ tướng Chính phủ", "TTg Chính phủ", "Thủ tướng"), []),
    "with its term": (issued(PARTY, "Bộ Chính trị", "Bộ Chính trị (khóa XI)", "Bộ Chính trị"), []),
    "the Party's centre at large": (issued(PARTY, "Bộ Chính trị", "Bộ Chính trị", "Trung ương Đảng"), []),
    "no majority": (issued(PARTY, "Bộ Chính trị", "Ban Bí thư"), []),
    "nobody named": (issued(PARTY, "Bộ Chính trị", "Bộ Chính trị") + cite(PARTY), []),
}


@pytest.mark.parametrize("case", ISSUERS, ids=str)
def test_issuers(case: str) -> None:
    texts, expected = ISSUERS[case]
    assert spots(texts, "REF203") == expected


RISING = [
    ("112", "20/01/2020"),
    ("264", "18/02/2020"),
    ("433", "26/3/2020"),
    ("586", "05/5/2020"),
    ("749", "03/6/2020"),
    ("982", "08/7/2020"),
]


def decisions(rows: list[tuple[str, str]], symbol: str = "QĐ-TTg") -> list[str]:
    return cite(*(f"Quyết định số {number}/{symbol}, ngày {day}" for number, day in rows))


ORDER = {
    "too high": (decisions([*RISING, ("1433", "12/5/2020")]), ["Quyết định số 1433/QĐ-TTg"]),
    "too low": (decisions([*RISING, ("133", "12/5/2020")]), ["Quyết định số 133/QĐ-TTg"]),
    "in all reports that cite it": (
        decisions([*RISING, ("133", "12/5/2020"), ("133", "12/5/2020")]),
        ["Quyết định số 133/QĐ-TTg"] * 2,
    ),
    "rising": (decisions(RISING), []),
    "two of one day": (decisions([*RISING, ("434", "26/3/2020"), ("430", "26/3/2020")]), []),
    "too few to tell": (decisions([*RISING[:4], ("133", "12/5/2020")]), []),
    "another year": (decisions([*RISING, ("133", "12/02/2021")]), []),
    "counted apart for their year": (
        decisions(RISING) + cite("Quyết định số 15/2020/QĐ-TTg, ngày 24/4/2020"),
        [],
    ),
    "no order at all": (
        decisions([(number, day) for (number, _), (_, day) in zip(RISING, RISING[::-1], strict=True)]),
        [],
    ),
}


@pytest.mark.parametrize("case", ORDER, ids=str)
def test_order(case: str) -> None:
    texts, expected = ORDER[case]
    assert [raw for _, _, raw in spots(texts, "REF204")] == expected


def known(citation: str, other: str, times: int = 3) -> list[str]:
    return cite(*[citation] * times, other)


NEAR = {
    "month wrong in another term": (
        known(CONCLUSION.format(day="07/01/2016"), CONCLUSION.format(day="07/6/2016")),
        "120-KL/TW, 07/01/2016",
    ),
    "year wrong in the code": (
        known(DECREE.format(day="23/4/2018"), "Nghị định số 61/2019/NĐ-CP, ngày 23/4/2018 của Chính phủ"),
        "61/2018/NĐ-CP",
    ),
    "digits swapped in the number": (
        known(
            f"{DECREE.format(day='23/4/2018')} {TITLE}",
            f"Nghị định số 16/2018/NĐ-CP, ngày 23/4/2018 của Chính phủ {TITLE}",
        ),
        "61/2018/NĐ-CP",
    ),
    "another type": (
        known("Quy định số 22-QĐ/TW, ngày 28/7/2021", "Quyết định số 22-QĐ/TW, ngày 28/7/2021"),
        "Quy định 22-QĐ/TW",
    ),
    "neighbours of one day": (
        known(CONCLUSION.format(day="07/01/2016"), "Kết luận số 121-KL/TW, ngày 07/01/2016 của Bộ Chính trị"),
        None,
    ),
    "the same number in another term": (
        known(CONCLUSION.format(day="07/01/2016"), CONCLUSION.format(day="22/12/2020")),
        None,
    ),
    "a yearly resolution": (
        known(
            "Nghị quyết số 01/NQ-CP, ngày 01/01/2019 của Chính phủ",
            "Nghị quyết số 01/NQ-CP, ngày 01/01/2020 của Chính phủ",
        ),
        None,
    ),
    "hardly known itself": (
        known(CONCLUSION.format(day="07/01/2016"), CONCLUSION.format(day="07/6/2016"), times=2),
        None,
    ),
    "the Party of another level": (
        known("Chỉ thị số 42-CT/TW, ngày 24/3/2020 của Ban Bí thư", "Chỉ thị số 42-CT/TU, ngày 24/3/2020"),
        None,
    ),
    "a longer name": (
        known(
            "Quy chế số 12/QC-UBND-MTTQ, ngày 12/3/2019",
            "Quy chế phối hợp số 12/QC-UBND-MTTQ, ngày 12/3/2019",
        ),
        None,
    ),
}


@pytest.mark.parametrize("case", NEAR, ids=str)
def test_near_misses(case: str) -> None:
    texts, expected = NEAR[case]
    found = findings(texts, "REF205")
    assert [finding.expected for finding in found] == ([] if expected is None else [expected])


ENDED = "Nghị định số 60/2013/NĐ-CP, ngày 19/6/2013 của Chính phủ"
NEW = "Nghị định số 149/2018/NĐ-CP, ngày 07/11/2018 của Chính phủ"


def report(year: int, text: str) -> str:
    return f"BÁO CÁO\n\nthực hiện dân chủ năm {year}\n\n{text}."


TOLD = report(2018, f"{NEW} thay thế {ENDED}")
REPLACED = {
    "as a basis": ([TOLD, report(2021, f"Căn cứ {ENDED}, các đơn vị đã họp")], ["warning"]),
    "as carried out": ([TOLD, report(2021, f"Thực hiện {ENDED}, các đơn vị đã họp")], ["info"]),
    "told by the document that ends it": (
        [
            "HỘI ĐỒNG NHÂN DÂN\nTỈNH HÒA BÌNH\n\nSố: 27/2022/NQ-HĐND\n\nHòa Bình, ngày 12 tháng 7 năm 2022\n\n"
            "NGHỊ QUYẾT\n\nQuy định mức thu học phí\n\nĐiều 3. Nghị quyết này thay thế Nghị quyết số 04/2016/NQ-HĐND, "
            "ngày 15/7/2016 của Hội đồng nhân dân tỉnh Hòa Bình.",
            report(
                2024,
                "Căn cứ Nghị quyết số 04/2016/NQ-HĐND, ngày 15/7/2016 của Hội đồng nhân dân tỉnh Hòa Bình, "
                "các trường đã thu học phí",
            ),
        ],
        ["warning"],
    ),
    "the successor": ([TOLD, report(2021, f"Căn cứ {NEW}, các đơn vị đã họp")], []),
    "both, the end being known": ([TOLD, report(2021, f"Căn cứ {ENDED} và {NEW}, các đơn vị đã họp")], []),
    "before it was replaced": ([TOLD, report(2017, f"Căn cứ {ENDED}, các đơn vị đã họp")], []),
    "nobody tells": ([report(2021, f"Căn cứ {ENDED}, các đơn vị đã họp")], []),
    "merely cited": ([TOLD, report(2021, f"Đã in 300 bản {ENDED}")], []),
}


@pytest.mark.parametrize("case", REPLACED, ids=str)
def test_replaced(case: str) -> None:
    texts, expected = REPLACED[case]
    assert [severity for _, severity, _ in spots(texts, "REF206")] == expected


def test_a_finding_shows_who_says_otherwise() -> None:
    [finding] = findings(decree("23/4/2018", "23/4/2018", "24/3/2018"), "REF201")
    assert (finding.found, finding.expected) == ("24/3/2018", "23/4/2018")
    assert str(finding.message).startswith('"61/2018/NĐ-CP" is dated 24/3/2018 here; 2 of the 3 reports')
    assert len({place.document for place in finding.related}) == 2
    assert finding.document not in {place.document for place in finding.related}


def test_editions_of_one_report_count_once() -> None:
    head = "UBND TỈNH HÒA BÌNH\n\nSố: 12/BC-UBND\n\nHòa Bình, ngày 10 tháng 12 năm 2019\n\nBÁO CÁO\n\nvề một cửa\n\n"
    twice = [
        f"{head}Thực hiện {DECREE.format(day='24/3/2018')}.{end}"
        for end in ("", "\n\nNơi nhận:\n- Tỉnh ủy;\n")
    ]
    found = spots([*decree("23/4/2018", "23/4/2018"), *twice], "REF201")
    assert found == [(2, "warning", "ngày 24/3/2018"), (3, "warning", "ngày 24/3/2018")]
