"""Free SQL reads everything and changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.queries.free_sql import QueryError, ask


def test_rows_come_with_their_columns(database: Path) -> None:
    answer = ask(database, "select province, count(*) as reports from documents group by 1 order by 1")
    assert answer.columns == ("province", "reports")
    assert answer.rows == ((None, 1), ("Lâm Đồng", 2), ("Thái Bình", 1))
    assert not answer.cut


def test_more_rows_than_the_limit_are_cut(database: Path) -> None:
    answer = ask(database, "select id from blocks order by id", limit=2)
    assert (len(answer.rows), answer.cut) == (2, True)


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("delete from documents", "reading only"),
        ("drop table documents", "reading only"),
        ("select * from nowhere", "no such table: nowhere"),
        ("selec 1", "syntax error"),
        ("select 1; select 2", "one statement"),
        ("", "no rows"),
        ("begin", "no rows"),
        ("attach '/nowhere/x.db' as y", "unable to open"),
    ],
)
def test_what_is_no_query_is_told(database: Path, query: str, told: str) -> None:
    before = database.read_bytes()
    with pytest.raises(QueryError, match=told):
        ask(database, query)
    assert database.read_bytes() == before


def test_a_query_without_end_is_stopped(database: Path) -> None:
    endless = "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n"
    with pytest.raises(QueryError, match=r"stopped after 0\.2 seconds"):
        ask(database, endless, seconds=0.2)
