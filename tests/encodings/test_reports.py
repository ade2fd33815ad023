"""From a file in an old encoding to the rows of the database."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from extractor.reading import read
from extractor.store import open_store
from patterns import Mentions

BODY = (
    "Thùc hiÖn NghÞ quyÕt sè 12-NQ/TU ngµy 05/7/2003, tØnh ®· gi¶m tû lÖ hé nghÌo tõ 18% xuèng cßn 12,5%.",
    "Tæng thu ng©n s¸ch n¨m 2003 ®¹t 1.250 tû ®ång, b»ng 104% dù to¸n.",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    document = Document()
    for text, font in (
        ("b¸o c¸o", ".VnTimeH"),
        *((text, ".VnTime") for text in BODY),
        ("Bac Kan 2003", "Arial"),
    ):
        run = document.add_paragraph().add_run(text)
        run.font.name = font
        run._element.rPr.rFonts.set(qn("w:hAnsi"), font)
    document.save(str(tmp_path / "bao cao.docx"))
    return tmp_path / "bao cao.docx"


def test_blocks_say_what_their_letters_were_stored_in(path: Path) -> None:
    report = read(path)
    shown = {
        report.text[block.start : block.end]: (block.encoding, block.certainty) for block in report.blocks
    }
    assert shown["BÁO CÁO"] == ("tcvn3", 1.0)
    assert [
        found for text, found in shown.items() if text.startswith("Thực hiện Nghị quyết số 12-NQ/TU")
    ] == [("tcvn3", 1.0)]
    assert shown["Bac Kan 2003"] == (None, None)
    assert (report.encoding, report.language) == ("tcvn3", "vi")
    assert not [problem for problem in report.problems if "encoding" in problem.kind]


def test_the_database_has_them_too(path: Path) -> None:
    report = read(path)
    with open_store(path.with_suffix(".db")) as store:
        store.save(report, Mentions())
    with closing(sqlite3.connect(path.with_suffix(".db"))) as database:
        rows = database.execute("select encoding, certainty from blocks order by start").fetchall()
        documents = database.execute("select encoding from documents").fetchall()
    assert rows == [(block.encoding, block.certainty) for block in report.blocks]
    assert documents == [("tcvn3",)]
