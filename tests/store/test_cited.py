from __future__ import annotations

import dataclasses

from extractor.store import open_store
from patterns import Citation, Mentions


def cite(key: str | None, **stated: object) -> Citation:
    values = {
        "type": "Chỉ thị",
        "number": "42",
        "year": None,
        "symbol": "CT/TU",
        "code": "42-CT/TU",
        "form": "full",
    }
    return Citation(0, 2, "II", **{**values, "key": key, **stated})  # type: ignore[arg-type]


def cited(store):
    store.settle()
    return {row["key"]: row for row in store.database["cited_documents"].rows}


def save(store, built, extra, *citations):
    report, _ = built(f"/reports/{extra}.md", extra=f" {extra}")
    store.save(report, Mentions(citations=citations))


def test_one_row_a_document_over_the_whole_archive(store, built):
    save(store, built, "a", cite("K1"), cite("K1"), cite("K2"))
    save(store, built, "b", cite("K1"))
    found = cited(store)
    assert {key: (row["mentions"], row["reports"]) for key, row in found.items()} == {
        "K1": (3, 2),
        "K2": (1, 1),
    }
    joined = store.database.execute(
        "select k.key, count(*) from citations c "
        "join cited_documents k on k.id = c.cited_document_id group by 1"
    ).fetchall()
    assert joined == [("K1", 3), ("K2", 1)]
    first = next(iter(store.database["most_cited_documents"].rows))
    assert first["key"] == "K1"


def test_a_mention_that_settles_nothing_points_nowhere(store, built):
    save(store, built, "a", cite(None))
    assert cited(store) == {}
    assert store.database.execute("select cited_document_id from citations").fetchall() == [(None,)]


def test_each_column_takes_what_most_citations_state(store, built):
    save(store, built, "a", cite("K", date="2019-07-05", issuer="Tỉnh ủy"), cite("K", date="2019-07-06"))
    save(
        store, built, "b", cite("K", date="2019-07-06", subject="về rừng"), cite("K", issuer="Ban Thường vụ")
    )
    [row] = cited(store).values()
    # The issuers tie: the first by code point.
    assert (row["date"], row["issuer"], row["subject"]) == ("2019-07-06", "Ban Thường vụ", "về rừng")


def test_the_order_of_reports_does_not_matter(tmp_path, built):
    wanted = {
        "a": (cite("K", date="2019-07-05"), cite("L", code="x")),
        "b": (cite("K", date="2019-07-06", code="42/CT-TU"),),
        "c": (cite("K", date="2019-07-06"), cite("L", code="y")),
    }
    results = []
    for number, order in enumerate(("abc", "cba", "bac")):
        with open_store(tmp_path / f"{number}.db") as store:
            for name in order:
                save(store, built, name, *wanted[name])
            results.append(cited(store))
    assert results[0] == results[1] == results[2]


def test_what_nobody_cites_any_longer_goes(store, built):
    save(store, built, "a", cite("K1", date="2019-07-05"), cite("K2"))
    save(store, built, "b", cite("K2"))
    store.settle()
    save(store, built, "a", cite("K2"))
    assert {key: row["mentions"] for key, row in cited(store).items()} == {"K2": 2}


def test_closing_settles_also_what_a_killed_run_left(tmp_path, built):
    path = tmp_path / "a.db"
    store = open_store(path)
    save(store, built, "a", cite("K1"))
    store.database.close()  # as if killed between the document and the end of the batch
    with open_store(path) as again:
        assert again.database["pending"].count > 0
    with open_store(path) as again:
        assert again.database["pending"].count == 0
        assert cited(again)["K1"]["mentions"] == 1


def test_saving_again_under_force_keeps_the_ids(store, built):
    report, mentions = built()
    store.save(report, mentions)
    before = cited(store)
    store.save(dataclasses.replace(report), mentions)
    assert cited(store) == before
