"""Files that were read without an engine are read again once it is installed, and no others are."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from extractor.reading.installed import Helper, installed_helpers
from tests.reading.pdf.composing import Composer
from tests.reading.scans.scanning import draw, scanned, text_page

ROOT = Path(__file__).parents[2]

# A module that is None there cannot be found or imported: as if it were not installed.
WITHOUT_OCR = 'import sys\nsys.modules["tesserocr"] = sys.modules["trueocr"] = None\n'


@pytest.fixture
def bare(tmp_path: Path) -> dict[str, str]:
    """The environment of a machine without any of the programs and packages."""
    (tmp_path / "bare").mkdir()
    (tmp_path / "bare" / "sitecustomize.py").write_text(WITHOUT_OCR, "utf-8")
    return {"PATH": str(tmp_path / "bare"), "PYTHONPATH": f"{tmp_path / 'bare'}{os.pathsep}{ROOT}"}


def run(folder: Path, database: Path, environment: dict[str, str] | None = None) -> dict[str, str]:
    command = [sys.executable, "-m", "extractor", "run", str(folder), "--db", str(database), "--workers", "1"]
    told = subprocess.run(
        command,
        env={**os.environ, **(environment or {})},
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert told.returncode == 0, told.stderr + told.stdout
    return dict(line.split("\t")[:2] for line in told.stdout.splitlines())


def column(database: Path, name: str, query: str) -> str:
    with closing(sqlite3.connect(database)) as connection:
        [(value,)] = connection.execute(f"select {name} from documents where path like ?", [query]).fetchall()
    return str(value)


def test_a_document_is_read_again_when_libreoffice_has_come(folder, database, bare):
    if Helper.LIBREOFFICE not in installed_helpers():
        pytest.skip("LibreOffice is not installed")
    shutil.copy(ROOT / "corpus/thai-binh-2004-ktxh.doc", folder)
    shutil.copy(ROOT / "corpus/thai-binh-2004-ktxh.docx", folder)
    assert run(folder, database, bare)["stored"] == "2"
    assert column(database, "parser", "%.doc").startswith("msdoc2docx")
    assert run(folder, database, bare)["unchanged"] == "2"
    again = run(folder, database)
    assert (again["stored"], again["unchanged"]) == ("1", "1")
    assert column(database, "parser", "%.doc").startswith("LibreOffice")
    assert run(folder, database)["unchanged"] == "2"
    assert run(folder, database, bare)["unchanged"] == "2"  # what is stored is better than it would become


def test_a_pdf_with_a_scanned_page_is_read_again_when_ocr_has_come(folder, database, bare):
    if not installed_helpers() - {Helper.LIBREOFFICE}:
        pytest.skip("no OCR engine is installed")
    plain, mixed = (Composer(number=lambda page: "") for _ in range(2))
    for composer in (plain, mixed):
        composer.paragraph("Trang này có lớp chữ, được đọc như mọi trang khác của văn bản số.")
    mixed.end_page()
    mixed.canvas.drawInlineImage(scanned(draw(text_page())), 0, 0, 595, 842)
    (folder / "chu.pdf").write_bytes(plain.save())
    (folder / "ghep.pdf").write_bytes(mixed.save())
    assert run(folder, database, bare)["stored"] == "2"
    assert "118/KH-UBND" not in column(database, "text", "%ghep.pdf")
    assert run(folder, database, bare)["unchanged"] == "2"
    again = run(folder, database)
    assert (again["stored"], again["unchanged"]) == ("1", "1")
    assert "118/KH-UBND" in column(database, "text", "%ghep.pdf")
    assert run(folder, database)["unchanged"] == "2"
