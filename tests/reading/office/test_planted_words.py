from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.elements import Reading, Role
from extractor.reading import docx, odf, rtf
from extractor.reading.office import converting, word
from tests.reading.office.samples import APART, DELETED, PLANTED, planted_report

FORMATS = ("doc", "rtf", "odt", "docx")


@pytest.fixture(scope="module")
def files(write_with_office: Callable[[str, bytes, str], bytes]) -> dict[str, bytes]:
    """The report in each format, as LibreOffice writes it."""
    return {form: write_with_office("report.fodt", planted_report(), form) for form in FORMATS}


def by_msdoc2docx(data: bytes, name: str) -> Reading:
    """Read a .doc as where LibreOffice does not start."""
    converting._own().failed_starts = 2
    return word.read_elements(data, name)


READERS: dict[str, tuple[str, Callable[[bytes, str], Reading]]] = {
    "docx": ("docx", docx.read_elements),
    "odt": ("odt", odf.read_elements),
    "rtf": ("rtf", rtf.read_elements),
    "doc with LibreOffice": ("doc", word.read_elements),
    "doc with pip alone": ("doc", by_msdoc2docx),
}


def texts(reading: Reading, *, apart: bool) -> str:
    shown = [element for element in reading.elements if (element.role is Role.FURNITURE) is apart]
    return "\n".join(text for element in shown for text in (element.text, *(c.text for c in element.cells)))


@pytest.mark.parametrize("way", READERS)
@pytest.mark.usefixtures("fresh_office")
def test_each_planted_word_is_found_once_and_in_its_part(files: dict[str, bytes], way: str) -> None:
    form, read = READERS[way]
    reading = read(files[form], f"report.{form}")
    found = {place: texts(reading, apart=place in APART).count(word) for place, word in PLANTED.items()}
    assert found == dict.fromkeys(PLANTED, 1)
    assert DELETED not in texts(reading, apart=False) + texts(reading, apart=True)
    assert not [problem for problem in reading.problems if problem.kind in ("lost_text", "converter_failed")]


# LibreOffice moves the cells beside a nested table when it writes RTF.
@pytest.mark.parametrize("way", [way for way in READERS if way != "rtf"])
@pytest.mark.usefixtures("fresh_office")
def test_structure_survives(files: dict[str, bytes], way: str) -> None:
    form, read = READERS[way]
    elements = read(files[form], f"report.{form}").elements
    notes = [element for element in elements if element.role is Role.FOOTNOTE]
    assert [note.label for note in notes] == ["1", "i"]
    marked = [(e.text[m.start : m.end], m.label) for e in elements for m in e.markers]
    assert marked == [("1", "1"), ("i", "i")]
    table = next(element for element in elements if element.role is Role.TABLE and element.ruled)
    by_place = {(cell.row, cell.column): cell for cell in table.cells}
    assert by_place[1, 0].row_span == 2
    assert by_place[3, 0].column_span == 2
    assert by_place[2, 1].text == "135"
    items = [element.text.replace("\t", " ") for element in elements if "Việc" in element.text]
    assert [item[:2] for item in items] == ["1.", "2."]


@pytest.mark.usefixtures("fresh_office")
def test_the_parser_names_the_engine(files: dict[str, bytes]) -> None:
    assert word.read_elements(files["doc"], "report.doc").parser.startswith("LibreOffice")
    assert by_msdoc2docx(files["doc"], "report.doc").parser.startswith("msdoc2docx")


def test_a_word_document_cut_short_is_told_of(files: dict[str, bytes], tmp_path: Path) -> None:
    from extractor.problems import ReadError
    from extractor.reading import read

    path = tmp_path / "cut.doc"
    path.write_bytes(files["doc"][:3000])
    with pytest.raises(ReadError) as error:
        read(path)
    assert error.value.kind in ("truncated", "damaged", "unrecognised")
    assert error.value.advice
