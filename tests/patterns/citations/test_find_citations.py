import tomllib
from pathlib import Path
from typing import Any

import pytest

from patterns.citations import find_citations
from patterns.dates import find_dates
from patterns.mentions import Citation
from patterns.passages import Context, Passage, PassageKind

CASES = [
    case
    for name in ("cases.toml", "classes.toml", "blind.toml")
    for case in tomllib.loads(Path(__file__).with_name(name).read_text("utf-8"))["cases"]
]
FIELDS = ("raw", "type", "code", "date", "issuer", "subject", "form")


def found(
    text: str, kind: PassageKind = PassageKind.PARAGRAPH, context: Context | None = None
) -> tuple[Citation, ...]:
    context = context or Context()
    passages = (Passage(0, len(text), kind),)
    return find_citations(text, passages, find_dates(text, passages, context), context)


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=f"{n} {case['kind']}") for n, case in enumerate(CASES)]
)
def test_citations_by_kind_of_document(case: dict[str, Any]) -> None:
    citations = found(case["text"])
    shown = [{field: getattr(each, field) for field in FIELDS} for each in citations]
    assert shown == [{**dict.fromkeys(FIELDS), "form": "full", **want} for want in case["citations"]]
    for citation in citations:
        assert case["text"][citation.start : citation.end] == citation.raw


def test_cases_cover_many_kinds_of_document() -> None:
    assert len(CASES) >= 300
    assert len({case["kind"] for case in CASES}) >= 12


@pytest.mark.parametrize("kind", [PassageKind.LETTERHEAD, PassageKind.PARAGRAPH, PassageKind.TITLE])
def test_the_own_number_line_is_no_citation(kind: PassageKind) -> None:
    assert found("Số: 45/BC-UBND", kind) == ()
    assert found("Số: 45/BC-UBND          Lai Châu, ngày 05 tháng 7 năm 2019", kind) == ()
    assert found("Số 45-BC/TU", kind) == ()


def test_a_number_in_a_table_or_list_is_a_citation() -> None:
    for kind in (PassageKind.TABLE, PassageKind.LIST_ITEM):
        (citation,) = found("Số 45/KH-UBND", kind)
        assert (citation.type, citation.code) == ("Kế hoạch", "45/KH-UBND")


def test_a_table_cell_holds_one_title() -> None:
    text = "Thông tư số 05/2014/TT-BTP quy định về mẫu bìa; cách ghi sổ; lưu trữ"
    (cell,) = found(text, PassageKind.TABLE)
    (sentence,) = found(text)
    assert (cell.subject, sentence.subject) == ("mẫu bìa; cách ghi sổ; lưu trữ", "mẫu bìa")


KEYS = [
    ("Nghị định số 45/2013/NĐ-CP", "nghị định|45-2013-nđ-cp||2013"),
    ("Quyết định số 1956/QĐ-TTg ngày 27/11/2009", "quyết định|1956-qđ-ttg||2009"),
    ("Quyết định số 1956/QĐ-TTg", None),
    ("Kết luận số 120-KL/TW, ngày 07/01/2016", "kết luận|120-kl-tw||khóa XI"),
    ("Kết luận số 12-KL/TW, ngày 28/01/2016", None),
    ("Chỉ thị số 14-CT/TU, ngày 27/7/2016", "chỉ thị|14-ct-tu|Sơn La|2015-2020"),
    ("Chỉ thị số 14-CT/TU, ngày 27/9/2020", None),
    ("Chỉ thị số 14-CT/TU", None),
    ("Nghị quyết số 16/2021/QH15", "nghị quyết|16-2021-qh15||qh15"),
    ("Pháp lệnh số 26/2005/PL-UBTVQH11", "pháp lệnh|26-2005-pl-ubtvqh11||qh11"),
    ("Quyết định số 12/2019/QĐ-UBND của UBND tỉnh Hà Giang", "quyết định|12-2019-qđ-ubnd|Hà Giang|2019"),
    ("Quyết định số 12/QĐ-UBND ngày 3/4/2019 của UBND tỉnh", "quyết định|12-qđ-ubnd|Sơn La|2019"),
    (
        "Quyết định số 12/QĐ-UBND ngày 3/4/2019 của UBND huyện Mai Sơn",
        "quyết định|12-qđ-ubnd|Sơn La/ubnd huyện mai sơn|2019",
    ),
    ("Luật Đất đai năm 2013", "luật|đất đai|2013"),
    ("Luật Đất đai ngày 29/11/2013", "luật|đất đai|2013"),
    ("Chỉ thị số 14", None),
]


@pytest.mark.parametrize(("text", "key"), KEYS)
def test_keys_hold_over_years_and_terms(text: str, key: str | None) -> None:
    (citation,) = found(text, context=Context(place="Sơn La"))
    assert citation.key == key


def test_a_key_is_shared_by_the_undated_mentions_of_a_report_when_only_one_fits() -> None:
    once = found("Quyết định số 99/QĐ-TTg ngày 02/3/2015. Theo Quyết định số 99/QĐ-TTg")
    assert {citation.key for citation in once} == {"quyết định|99-qđ-ttg||2015"}
    twice = found(
        "Quyết định số 99/QĐ-TTg ngày 02/3/2015; Quyết định số 99/QĐ-TTg ngày 04/5/2016; "
        "Quyết định số 99/QĐ-TTg"
    )
    assert twice[2].key is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Chỉ thị số 14-CT/TU ngày 27/7/2016", "Chỉ thị 14/CT-TU ngày 27/7/2016"),
        ("Quyết định số 05/QĐ-TTg ngày 04/01/2015", "Quyết định số 5 / QĐ–TTg ngày 04/01/2015"),
        ("Quyết định số 1.225/QĐ-TTg ngày 04/01/2015", "QUYẾT ĐỊNH SỐ 1225/QÐ-TTG NGÀY 04/01/2015"),
        ("Nghị định số 61/2013/NĐ-CP", "Nghị định số 6l/2O13/NĐ-CP"),
        ("Luật Tố cáo năm 2018", "Luật Tố cáo (2018)"),
        ("Quyết định số 35/1999/QĐ.UB", "Quyết định 35/1999/QĐ-UB"),
    ],
)
def test_spellings_of_one_document_share_its_key(one: str, other: str) -> None:
    keys = {found(text, context=Context(place="Sơn La"))[0].key for text in (one, other)}
    assert len(keys) == 1
    assert None not in keys


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Quyết định số 12/QĐ-TTg ngày 03/01/2015", "Quyết định số 12/QĐ-TTg ngày 04/01/2016"),
        ("Kết luận số 12-KL/TW ngày 03/5/2012", "Kết luận số 12-KL/TW ngày 03/5/2017"),
        ("Chỉ thị số 5-CT/TU ngày 03/5/2012", "Chỉ thị số 5-CT/TW ngày 03/5/2012"),
        ("Nghị quyết số 9-NQ/TU ngày 03/5/2012", "Quyết định số 9-QĐ/TU ngày 03/5/2012"),
        ("Nghị quyết số 11/2011/QH13", "Nghị quyết số 11/2016/QH14"),
        ("Quyết định số 8/2019/QĐ-UBND của UBND tỉnh Hà Giang", "Quyết định số 8/2019/QĐ-UBND của UBND tỉnh"),
    ],
)
def test_documents_that_differ_have_keys_that_differ(one: str, other: str) -> None:
    keys = {found(text, context=Context(place="Sơn La"))[0].key for text in (one, other)}
    assert len(keys) == 2


def test_a_local_document_without_a_known_place_has_no_key() -> None:
    (citation,) = found("Quyết định số 12/2019/QĐ-UBND")
    assert citation.key is None


def test_a_partial_citation_gets_a_code_only_from_the_one_document_that_fits() -> None:
    one = found("Chỉ thị số 33-CT/TU; Chỉ thị 33")
    assert [citation.code for citation in one] == ["33-CT/TU", "33-CT/TU"]
    two = found("Chỉ thị số 33-CT/TU; Chỉ thị số 33-CT/TW; Chỉ thị 33.")
    assert [citation.code for citation in two] == ["33-CT/TU", "33-CT/TW", None]
    other = found("Chỉ thị số 33-CT/TU; Chỉ thị 34.")
    assert other[1].code is None


def test_spans_point_at_date_issuer_and_subject() -> None:
    text = "Kế hoạch số 45-KH/TU, ngày\n03/4/2018 của  Tỉnh\nủy về  phát triển\ndu lịch."
    (citation,) = found(text)
    spans = (citation.date_span, citation.issuer_span, citation.subject_span)
    assert [text[a:b] for span in spans if span for a, b in [span]] == [
        "ngày\n03/4/2018",
        "Tỉnh\nủy",
        "phát triển\ndu lịch",
    ]
    assert (citation.issuer, citation.subject) == ("Tỉnh ủy", "phát triển du lịch")
