"""Lists of known documents: the built-in one, and those in files."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.checks import Severity
from extractor.checks.registry import Authority, KnownDocument, RegistryError, builtin_authority
from extractor.checks.registry.authority import same_code
from tests.checks.reports import findings

HEAD = "type,code,date,issuer,title,verified,source\n"


def write(folder: Path, text: str, name: str = "list.csv") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_a_csv_list_is_read_by_the_names_of_its_columns(tmp_path: Path) -> None:
    path = write(
        tmp_path, HEAD + 'Nghị định,04/2015/NĐ-CP,2015-01-09,Chính phủ,"Về dân chủ, công khai",y,tin\n'
    )
    assert Authority.load(path).documents == (
        KnownDocument("Nghị định", "04/2015/NĐ-CP", "2015-01-09", "Chính phủ", "Về dân chủ, công khai"),
    )


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_spreadsheets_write_csv_with_other_signs_and_a_mark_in_front(tmp_path: Path, delimiter: str) -> None:
    rows = [["code", "type", "date"], ["15/QĐ-UBND", "Quyết định", "05/3/2020"]]
    path = write(tmp_path, "\ufeff" + "\n".join(delimiter.join(row) for row in rows))
    assert Authority.load(path).documents == (KnownDocument("Quyết định", "15/QĐ-UBND", "2020-03-05"),)


def test_a_table_of_a_database_is_a_list(tmp_path: Path) -> None:
    path = tmp_path / "list.db"
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("create table notes (text)")
        database.execute("create table known (type, code, date, issuer, verified)")
        database.execute("insert into known values ('Kế hoạch', '12/KH-UBND', '2021-02-03', null, 'n')")
    expected = KnownDocument("Kế hoạch", "12/KH-UBND", "2021-02-03", verified=False)
    assert Authority.load(path).documents == (expected,)


def test_rows_that_cannot_be_used_are_named_and_the_rest_is_kept(tmp_path: Path) -> None:
    rows = "Kế hoạch,,2021-02-03,,,,\nKế hoạch,12/KH-UBND,31/6/2021,,,,\nKế hoạch,13/KH-UBND,,,,,\n"
    authority = Authority.load(write(tmp_path, HEAD + rows))
    assert [known.code for known in authority] == ["13/KH-UBND"]
    assert [problem.split(": ", 1)[1] for problem in authority.problems] == [
        "row 2: type or code is empty; the row is left out",
        'row 3: "31/6/2021" is no day; the row is left out',
    ]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("số,ngày\n15,2020\n", "names no column type, code, date; found: số, ngày"),
        ("", "names no column type, code, date; found: nothing"),
    ],
)
def test_a_file_without_the_columns_is_refused(tmp_path: Path, content: str, says: str) -> None:
    with pytest.raises(RegistryError, match=says):
        Authority.load(write(tmp_path, content))


def test_a_file_that_is_no_text_or_not_there_is_refused(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_bytes(b"\xff\xfe\x00\x01\x9d")
    with pytest.raises(RegistryError, match="cannot be read as a list"):
        Authority.load(tmp_path / "list.csv")
    with pytest.raises(RegistryError, match="cannot be read as a list"):
        Authority.load(tmp_path / "missing.csv")


@pytest.mark.parametrize(
    ("tables", "says"),
    [
        (["a (type, code, date)", "b (type, code, date)"], "2 tables have the columns"),
        (["citations (type, code, date, start, raw)"], "no table has the columns"),
    ],
)
def test_a_database_without_one_list_is_refused(tmp_path: Path, tables: list[str], says: str) -> None:
    with closing(sqlite3.connect(tmp_path / "list.db")) as database:
        for table in tables:
            database.execute(f"create table {table}")
    with pytest.raises(RegistryError, match=says):
        Authority.load(tmp_path / "list.db")


def test_the_built_in_list_agrees_with_the_rules() -> None:
    """Each of its documents, cited as it stands, is right."""
    sentences = []
    for known in builtin_authority():
        year, month, day = (known.date or "").split("-")
        written = f"{day}/{month if int(month) < 3 else int(month)}/{year}"
        sentences.append(f"Thực hiện {known.type} số {known.code} ngày {written} của {known.issuer}.")
    assert len(sentences) > 1300
    found = [
        one for one in findings("\n\n".join(sentences)) if one.rule.startswith("REF0") or one.rule >= "REF3"
    ]
    assert not [f"{one.rule}: {one.message}" for one in found if one.severity is not Severity.INFO]


def test_the_built_in_list_is_whole() -> None:
    authority = builtin_authority()
    assert not authority.problems
    assert all(known.verified and known.date and known.issuer and known.number for known in authority)
    keys = [(known.type, same_code(known.code), known.date) for known in authority]
    assert len(keys) == len(set(keys))


@given(st.sampled_from(builtin_authority().documents), st.sampled_from("-/. "))
def test_a_document_is_found_under_any_spelling_of_its_signs(known: KnownDocument, sign: str) -> None:
    spelt = known.code.lower().replace("-", sign)
    assert known in builtin_authority().with_code(spelt)
    assert known in builtin_authority().with_number(known.number, known.date or "")
