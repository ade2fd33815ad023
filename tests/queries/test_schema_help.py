"""Every table and view is explained, and nothing that is not there."""

from __future__ import annotations

import tomllib
from importlib.resources import files

from extractor.queries.schema_help import describe
from extractor.store import Store


def test_every_table_and_view_is_explained(store: Store) -> None:
    tables = {table.name: table for table in describe(store.database)}
    assert not [name for name, table in tables.items() if not table.about]
    assert tables["documents"].columns[0].about == "sha256 of the file, in hexadecimal"
    assert tables["indicators_with_place"].about.startswith("Every figure with")


def test_what_is_explained_is_there(store: Store) -> None:
    there = {table.name: {column.name for column in table.columns} for table in describe(store.database)}
    told = tomllib.loads((files("extractor.queries") / "tables.toml").read_text("utf-8"))
    assert set(told) <= set(there)
    assert not [
        (name, column)
        for name in told
        for column in told[name].get("columns", {})
        if column not in there[name]
    ]
