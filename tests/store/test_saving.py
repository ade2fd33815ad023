from __future__ import annotations

import dataclasses
import itertools
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.elements import Origin
from extractor.report import Block, BlockKind, Facts, Report
from extractor.store import Stamp, Store, StoreError, open_store
from extractor.store.frame import frame_of
from extractor.store.rows import TABLES, DocumentRow
from patterns import Citation, Indicator, Mentions

SHARED = Path(__file__).parents[2] / "../shared"
MENTIONS = ("citations", "dates", "indicators")


def rows(store: Store, sql: str, *values: object) -> list[tuple[Any, ...]]:
    return store.database.execute(sql, list(values)).fetchall()


def dump(store: Store) -> list[str]:
    """All rows as SQL, but for the index, whose segments tell in which order it was filled."""
    return [line for line in store.database.conn.iterdump() if "blocks_search_" not in line]


def test_every_row_class_names_the_columns_of_its_table(store):
    for table, row in (*TABLES, ("documents", DocumentRow)):
        assert tuple(row._fields) == tuple(column.name for column in store.database[table].columns), table


def test_document_row_says_what_the_report_says(store, built):
    report, mentions = built()
    store.save(report, mentions, stamp=Stamp("9.9", "abc"))
    [row] = store.database["documents"].rows
    assert row["id"] == report.id
    assert (row["path"], row["format"], row["text"]) == (report.path, report.format, report.text)
    assert (row["type"], row["number"], row["province"]) == ("Báo cáo", "15/BC-UBND", "Đồng Tháp")
    assert (row["pages"], row["language"], row["encoding"]) == (2, "vi", "utf-8")
    assert (row["version"], row["configuration"], row["issuer"]) == ("9.9", "abc", None)


@pytest.mark.parametrize("table", MENTIONS)
def test_mentions_point_into_the_text(store, built, table):
    store.save(*built())
    found = rows(
        store, f'select m.raw, substr(d.text, m.start + 1, m."end" - m.start) from {table} m join documents d'
    )
    assert found
    assert all(raw == sliced for raw, sliced in found)


def test_relations_name_both_documents_and_the_report(store, built):
    report, mentions = built()
    store.save(report, mentions)
    shown = rows(
        store,
        "select source_code, kind, words, target_code, path, page from citation_relations_with_documents order by id",
    )
    assert shown == [
        (None, "follows", "theo", "42-CT/TU", report.path, 2),
        ("1980/QĐ-TTg", "guides", "Quyết định", "42-CT/TU", report.path, 2),
    ]
    store.save(report, dataclasses.replace(mentions, relations=mentions.relations[:1]))
    assert rows(store, "select kind from citation_relations") == [("follows",)]


def test_mentions_know_their_block_and_page(store, built):
    store.save(*built())
    found = rows(
        store,
        "select m.raw, b.kind, m.page, b.section from (select raw, block_id, page from citations union all "
        "select raw, block_id, page from dates union all select raw, block_id, page from indicators) m "
        "join blocks b on b.id = m.block_id",
    )
    section = "II- KẾT QUẢ THỰC HIỆN"
    assert set(found) == {
        ("Năm 2019", "paragraph", 1, section),
        ("Chỉ thị số 42-CT/TU", "paragraph", 2, section),  # the same paragraph, past the page break
        ("12/15 xã", "paragraph", 2, section),
        ("04 xã", "list_item", 2, section),
        ("80%", "list_item", 2, section),
        ("1.204", "table", 2, section),
        ("Quyết định số 1980/QĐ-TTg", "footnote", 2, None),
        ("ngày 17/10/2016", "footnote", 2, None),
    }


def test_part_of_points_to_rows_also_forward(store, built):
    store.save(*built())
    assert rows(
        store, "select i.raw, w.raw from indicators i join indicators w on w.id = i.part_of order by i.id"
    ) == [
        ("04 xã", "80%"),
        ("80%", "12/15 xã"),
    ]


def test_blocks_keep_section_list_and_text(store, built):
    report, mentions = built()
    store.save(report, mentions)
    assert rows(
        store,
        "select b.kind, s.kind, l.kind, b.label from blocks b left join blocks s on s.id = b.section_id "
        "left join blocks l on l.id = b.lead_id order by b.start",
    ) == [
        ("heading", None, None, "II"),
        ("paragraph", "heading", None, None),
        ("list_item", "heading", "paragraph", "a"),
        ("table", "heading", None, None),
        ("footnote", None, None, "1"),
        ("furniture", None, None, None),
    ]
    assert all(
        text == report.text[start:end]
        for text, start, end in rows(store, 'select text, start, "end" from blocks')
    )


def test_origins_cells_footnotes_facts_recipients_problems(store, built):
    store.save(*built())
    assert rows(store, 'select page, line, "offset", x0, bottom, part from origins order by start') == [
        (1, 3, 20, 10.0, 40.0, None),
        (2, None, None, None, None, "word/document.xml#3"),
    ]
    assert rows(store, 'select "row", "column", text, value, hidden from cells order by id') == [
        (0, 0, "Xã", None, 0),
        (0, 1, "Hộ", None, 0),
        (1, 0, "Phú Cường", None, 0),
        (1, 1, "1.204", 1203.6, 1),
    ]
    assert rows(
        store, "select label, marker_start is null, passage is null, body, page from footnotes_with_text"
    ) == [
        ("1", 0, 0, "Quyết định số 1980/QĐ-TTg, ngày 17/10/2016.", 2),
        ("2", 1, 1, None, None),
    ]
    assert rows(store, "select name, value, page from facts order by id") == [
        ("province", "Đồng Tháp", 1),
        ("type", "Báo cáo", None),
    ]
    assert rows(store, "select name from recipients order by id") == [("Tỉnh ủy",), ("Lưu: VT",)]
    [(kind, problems, page, *_)] = rows(store, "select kind, problems, first_page from problems_by_document")
    assert (kind, problems, page) == ("lost_text", 1, 2)


def test_saving_twice_changes_nothing(store, built):
    for extra in ("", " một", " hai"):
        store.save(*built(f"/reports/{extra}.md", extra=extra))
    store.settle()
    before = dump(store)
    for extra in (" hai", "", " một"):
        store.save(*built(f"/reports/{extra}.md", extra=extra))
    store.settle()
    assert dump(store) == before


def test_only_what_changes_is_written(store, built):
    report, mentions = built()
    store.save(report, mentions)
    store.settle()
    written = store.database.conn.total_changes
    store.save(report, mentions)
    store.settle()
    same = store.database.conn.total_changes - written
    store.save(report, dataclasses.replace(mentions, dates=()))
    assert same <= 2  # the document's row and its path
    assert rows(store, "select count(*) from dates") == [(0,)]
    assert rows(store, "select count(*) from citations") == [(2,)]
    assert rows(store, "select task from pending") == []
    store.save(report, Mentions())
    assert rows(store, "select count(*) from citations") == [(0,)]
    assert rows(store, "select distinct task from pending") == [("settle",)]


def test_ids_do_not_depend_on_the_order_of_saving(tmp_path, built):
    reports = [built(f"/reports/{extra}.md", extra=extra) for extra in (" một", " hai", " ba")]
    dumps = set()
    for number, order in enumerate(itertools.permutations(reports)):
        with open_store(tmp_path / f"{number}.db") as store:
            for report, _ in reports:
                store.give_serial(report.id)
            for report, mentions in order:
                store.save(report, mentions)
            store.settle()
            dumps.add("\n".join(sorted(line for line in dump(store) if "_sqlite" not in line)))
    assert len(dumps) == 1


def test_changed_file_replaces_its_rows(store, built):
    store.save(*built("/reports/a.md"))
    store.save(*built("/reports/a.md", extra=" mới"))
    store.settle()
    assert rows(store, "select count(*) from documents") == [(1,)]
    for table, _ in TABLES:
        assert rows(
            store, f"select count(*) from {table} where document_id not in (select id from documents)"
        ) == [(0,)]
    assert len(store.search("mới")) == 1
    assert store.count("toàn huyện") == 1


def test_content_under_two_paths_is_stored_once(store, built):
    store.save(*built("/reports/b.md"))
    report, mentions = built("/reports/a.md")
    store.save(report, mentions)
    assert rows(store, "select path from files order by path") == [("/reports/a.md",), ("/reports/b.md",)]
    assert rows(store, "select path from documents") == [("/reports/a.md",)]
    # One of the two changes: the other still holds the old content.
    store.save(*built("/reports/a.md", extra=" mới"))
    assert rows(store, "select path from documents order by path") == [("/reports/a.md",), ("/reports/b.md",)]
    store.add_path(
        "/reports/b.md", rows(store, "select id from documents where path = '/reports/a.md'")[0][0]
    )
    assert rows(store, "select path from documents") == [("/reports/a.md",)]


def test_rejected_report_leaves_the_database_as_it_was(store, built):
    store.save(*built())
    store.settle()
    before = dump(store)
    report, mentions = built("/reports/bad.md", extra=" xấu")
    beyond = dataclasses.replace(mentions.indicators[0], part_of=77)
    surrogate = dataclasses.replace(report, text=report.text.replace("xấu", "\udc80ấu"))
    huge = dataclasses.replace(mentions.citations[0], year=2**70)
    for bad in (
        (report, Mentions(indicators=(beyond,))),
        (surrogate, Mentions()),
        (report, Mentions(citations=(huge,))),
        (
            dataclasses.replace(report, blocks=(Block(0, BlockKind.PARAGRAPH, 0, 5, section=(9,)),)),
            Mentions(),
        ),
    ):
        with pytest.raises(StoreError) as raised:
            store.save(*bad)
        assert raised.value.kind == "rejected"
        assert dump(store) == before


def test_numbers_that_are_none_are_null(store, built):
    report, _ = built()
    odd = Indicator(0, 2, "II", float("nan"), None, None, value_to=float("inf"))
    store.save(report, Mentions(indicators=(odd,)))
    assert rows(store, "select value, value_to from indicators") == [(None, None)]


def test_a_report_without_blocks_is_stored(store):
    empty = Report("0" * 64, "/reports/empty.txt", "text", "", (), (), Facts(), (), "by hand 1")
    store.save(empty, Mentions())
    assert rows(store, "select path, citations, pages from documents_overview") == [
        ("/reports/empty.txt", 0, None)
    ]


def test_foreign_keys_hold(store, built):
    store.save(*built())
    assert rows(store, "pragma foreign_key_check") == []
    with pytest.raises(sqlite3.IntegrityError):
        store.database.execute("update citations set document_id = 'nobody'")


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers(1, 9), min_size=1, max_size=8), st.data())
def test_page_of_an_offset_is_that_of_its_run(lengths, data):
    bounds = list(itertools.accumulate(lengths, initial=0))
    runs = tuple(Origin(a, b, page=page) for page, (a, b) in enumerate(itertools.pairwise(bounds), start=1))
    block = Block(0, BlockKind.PARAGRAPH, 0, bounds[-1], page=1, origins=runs)
    report = Report("0" * 64, "p", "text", "x" * bounds[-1], (block,), (), Facts(), (), "by hand 1")
    offset = data.draw(st.integers(0, bounds[-1] - 1))
    frame = frame_of(report, 1)
    assert frame.page(offset) == next(run.page for run in runs if run.start <= offset < run.end)
    assert frame.page(bounds[-1]) is None


@pytest.mark.skipif(not (SHARED / "score.py").exists(), reason="the measure is not beside the checkout")
def test_the_measure_reads_the_database(tmp_path, built):
    import json
    import subprocess
    import sys

    database, gold = tmp_path / "a.db", tmp_path / "gold"
    report, mentions = built()
    with open_store(database) as store:
        store.save(report, mentions)
    gold.mkdir()
    wanted = [
        {"raw": c.raw, "type": c.type, "number": c.number, "year": c.year, "symbol": c.symbol, "code": c.code,
         "form": c.form, "date": c.date, "issuer": c.issuer, "subject": c.subject}
        for c in mentions.citations
    ]  # fmt: skip
    (gold / "references.jsonl").write_text("\n".join(json.dumps(row) for row in wanted), "utf-8")
    figures = [
        {"raw": i.raw, "value": i.value, "denominator": i.denominator, "unit": i.unit, "label": i.label,
         "scope": i.scope, "approx": i.approx, "start": i.start,
         "part_of": None if i.part_of is None else mentions.indicators[i.part_of].start}
        for i in mentions.indicators
    ]  # fmt: skip
    (gold / "indicators.jsonl").write_text("\n".join(json.dumps(row) for row in figures), "utf-8")
    command = [sys.executable, SHARED / "score.py", database, gold, "--json"]
    measured = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    assert measured["citations"]["f1"] == measured["indicators"]["f1"] == 1.0
    assert set(measured["indicators"]["fields"].values()) == {1.0}


def test_citation_spans_are_kept(store, built):
    report, mentions = built()
    store.save(report, mentions)
    [(date_start, date_end, issuer_start)] = rows(
        store, "select date_start, date_end, issuer_start from citations where date is not null"
    )
    assert report.text[date_start:date_end] == "ngày 17/10/2016"
    assert issuer_start is None
    assert isinstance(mentions.citations[0], Citation)
