from __future__ import annotations

from extractor.checks import Basis, Finding, Fix, Related, Severity
from extractor.checks.messages import say
from extractor.store import Store, open_store


def found_in(report, words: str, *, rule: str = "REF001", **more: object) -> Finding:
    start = report.text.index(words)
    values = {
        "severity": Severity.ERROR,
        "basis": Basis.PAGE,
        "message": say('"{found}" is wrong', found=words),
    }
    return Finding(rule=rule, document=report.id, start=start, end=start + len(words), **{**values, **more})  # type: ignore[arg-type]


def rows(store: Store, sql: str) -> list[tuple[object, ...]]:
    return store.database.execute(sql).fetchall()


def all_kinds(report) -> tuple[Finding, ...]:
    place = report.text.index("12/15 xã")
    return (
        found_in(
            report,
            "80%",
            rule="NUM001",
            severity=Severity.WARNING,
            expected="80,0%",
            found="80%",
            related=(
                Related(place, place + 8, say("the whole is {whole}", whole="12/15 xã")),
                Related(place, place + 2),
            ),
        ),
        found_in(report, "1980/QĐ-TTg", fix=Fix(0, 2, "III"), basis=Basis.NORM, severity=Severity.INFO),
    )


def test_findings_come_back_as_they_were_saved(store, built) -> None:
    report, mentions = built()
    findings = all_kinds(report)
    store.save(report, mentions, findings)
    assert tuple(store.findings(report.id)) == findings
    assert tuple(store.findings()) == findings
    assert list(store.findings("0" * 64)) == []


def test_a_finding_tells_its_page_its_passage_and_its_message(store, built) -> None:
    report, mentions = built()
    store.save(report, mentions, all_kinds(report))
    assert rows(
        store, "select rule, raw, page, block_kind, message, fix from findings_with_place order by id"
    ) == [
        ("NUM001", "80%", 2, "list_item", '"80%" is wrong', None),
        ("REF001", "1980/QĐ-TTg", 2, "footnote", '"1980/QĐ-TTg" is wrong', "III"),
    ]
    assert rows(store, "select note, page from finding_places order by id") == [
        ("the whole is 12/15 xã", 2),
        (None, 2),
    ]
    assert rows(store, "select severity, rule, findings, first_page from findings_by_document") == [
        ("warning", "NUM001", 1, 2),
        ("info", "REF001", 1, 2),
    ]
    assert rows(store, "select errors, warnings, infos from documents_overview") == [(0, 1, 1)]
    assert store.count_findings([report.id]) == {Severity.WARNING: 1, Severity.INFO: 1}
    assert store.count_findings([]) == {}


def test_saving_again_writes_only_findings_that_differ(store, built) -> None:
    report, mentions = built()
    store.save(report, mentions, all_kinds(report))
    store.settle()
    written = store.database.conn.total_changes
    store.save(report, mentions, all_kinds(report))
    assert store.database.conn.total_changes - written <= 2
    store.save(report, mentions, all_kinds(report)[:1])
    assert [finding.rule for finding in store.findings()] == ["NUM001"]
    assert rows(store, "select count(*) from finding_places") == [(2,)]
    store.save(report, mentions)
    assert rows(store, "select count(*) from finding_places") == [(0,)]


def between(first, second, words: str = "80%") -> Finding:
    start = second.text.index(words)
    return found_in(
        first,
        words,
        rule="NUM201",
        basis=Basis.REPORTS,
        related=(Related(start, start + len(words), say("in another report"), second.id),),
    )


def test_findings_between_reports_stand_beside_those_of_one(store, built) -> None:
    (first, mentions), (second, others) = built("/a.md"), built("/b.md", extra=" mới")
    store.save(first, mentions, all_kinds(first))
    store.save(second, others)
    assert not store.is_compared("rules")
    store.put_comparison([between(second, first), between(first, second)], "rules")
    assert store.is_compared("rules")
    assert not store.is_compared("other rules")
    kept = list(store.findings())
    assert [finding for finding in kept if finding.rule == "NUM201"] == sorted(
        [between(first, second), between(second, first)], key=lambda finding: finding.document
    )
    written = store.database.conn.total_changes
    store.put_comparison([between(first, second), between(second, first)], "rules")
    assert store.database.conn.total_changes - written <= 1
    store.save(first, mentions, ())
    assert [finding.rule for finding in store.findings(first.id)] == ["NUM201"]
    assert store.is_compared("rules"), "findings of one report do not bear on others"


def test_removing_a_report_takes_its_findings_and_asks_for_a_comparison(store, built) -> None:
    (first, mentions), (second, others) = built("/a.md"), built("/b.md", extra=" mới")
    store.save(first, mentions)
    store.save(second, others)
    store.put_comparison([between(first, second)], "rules")
    store.forget(["/b.md"])
    assert not store.is_compared("rules")
    [finding] = store.findings(first.id)
    assert finding.related == ()
    store.put_comparison([], "rules")
    assert list(store.findings()) == []


def test_pages_of_findings_between_reports_are_those_of_their_places(store, built) -> None:
    (first, mentions), (second, others) = built("/a.md"), built("/b.md", extra=" mới")
    for words, page in (("Năm 2019", 1), ("Chỉ thị", 2), ("KẾT QUẢ", 1), ("1.204", 2)):
        store.save(first, mentions, [found_in(first, words)])
        store.save(second, others)
        store.put_comparison([between(first, second, words)], words)
        asked = "select page, block_id from findings order by id"
        (own, compared) = rows(store, asked)
        assert own == compared
        assert own[0] == page
        assert rows(store, "select page from finding_places") == [(page,)]


def test_a_new_database_waits_for_nothing_but_its_first_comparison() -> None:
    with open_store() as store:
        assert not store.is_compared("rules")
        store.put_comparison([], "rules")
        assert store.is_compared("rules")
