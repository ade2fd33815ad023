"""Who cites what."""

from __future__ import annotations

import pytest

from extractor.queries.cited import (
    find_cited,
    mentions_of,
    most_cited,
    only_in,
    relatives_of,
    unsettled_mentions,
)
from extractor.store import Store
from extractor.store.lookup import find_documents


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("59/2015/NĐ-CP", ["59/2015/NĐ-CP"]),
        ("59/2015/nd-cp", ["59/2015/NĐ-CP"]),
        ("Nghị định 059 / 2015 / NĐ – CP", ["59/2015/NĐ-CP"]),
        ("59/2015", ["59/2015/NĐ-CP"]),
        ("59", ["59/2015/NĐ-CP"]),
        ("5", ["05/KH-UBND"]),
        ("59/2015/QĐ-TTg", []),
        ("9/2015", []),
        ("", []),
    ],
)
def test_a_document_is_found_by_its_code(store: Store, words: str, codes: list[str]) -> None:
    assert [one.code for one in find_cited(store.database, words)] == codes


def test_a_document_is_found_by_its_words(store: Store) -> None:
    [law] = find_cited(store.database, "luat dat dai")
    assert (law.name, law.code, law.reports) == ("Luật Đất đai năm 2013", None, 1)


def test_the_places_come_in_the_order_of_the_reports(store: Store) -> None:
    [decree] = find_cited(store.database, "59/2015/NĐ-CP")
    places = mentions_of(store.database, decree.id)
    assert [(place.report_date, place.date) for place in places] == [
        ("2018-06-05", "2015-06-18"),
        ("2019-06-06", None),
        ("2019-06-06", None),
    ]
    assert {place.raw for place in places} == {"Nghị định số 59/2015/NĐ-CP"}
    assert (decree.reports, decree.mentions, decree.date) == (2, 3, "2015-06-18")


def test_relations_are_told_from_both_sides(store: Store) -> None:
    [decree], [plan] = (find_cited(store.database, code) for code in ("59/2015/NĐ-CP", "05/KH-UBND"))
    [outgoing] = relatives_of(store.database, plan.id)
    assert (outgoing.kind, outgoing.outgoing, outgoing.other_id) == ("implements", True, decree.id)
    incoming = [one for one in relatives_of(store.database, decree.id) if one.other_id == plan.id]
    assert [(one.kind, one.outgoing, one.words) for one in incoming] == [("implements", False, "triển khai")]


def test_the_most_cited_come_first(store: Store) -> None:
    first, *_ = most_cited(store.database, limit=3)
    assert first.code == "59/2015/NĐ-CP"
    assert len(most_cited(store.database, limit=2)) == 2


def test_what_only_one_report_cites(store: Store) -> None:
    [report] = find_documents(store.database, "lam-dong-2019.txt")
    assert [one.code for one in only_in(store.database, report.id)] == ["05/KH-UBND"]


def test_a_code_without_year_or_term_is_told_apart(store: Store) -> None:
    assert not find_cited(store.database, "07-CT/TU")
    [place] = unsettled_mentions(store.database, "7/ct-tu")
    assert (place.raw, place.report_date) == ("Chỉ thị số 07-CT/TU", None)
