"""Which engine's reading is taken, and formats that only LibreOffice opens."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.elements import Role
from extractor.problems import ReadError
from extractor.reading import read
from extractor.reading.docx.properties import PLAIN, UNSET
from extractor.reading.office import word
from extractor.reading.word_markup import WordMarkup, paragraph, run
from tests.reading.office.samples import PLANTED, SENTENCE, planted_report
from tests.reading.office.test_resident import WELL_AT_FIRST, FakeOffice

SLIDES = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.presentation"><office:body><office:presentation>
<draw:page draw:name="a"><draw:frame svg:width="20cm" svg:height="3cm" svg:x="1cm" svg:y="1cm">
<draw:text-box><text:p>Thu ngân sách huyện Lộc Bình</text:p></draw:text-box></draw:frame></draw:page>
<draw:page draw:name="b"><draw:frame svg:width="20cm" svg:height="3cm" svg:x="1cm" svg:y="1cm">
<draw:text-box><text:p>Năm 2018 đạt 86 tỷ đồng.</text:p></draw:text-box></draw:frame></draw:page>
</office:presentation></office:body></office:document>"""


Write = Callable[[str, bytes, str], bytes]


@pytest.mark.usefixtures("fresh_office")
@pytest.mark.parametrize("form", ["ppt", "pptx", "odp"])
def test_slides(tmp_path: Path, write_with_office: Write, form: str) -> None:
    path = tmp_path / f"slides.{form}"
    path.write_bytes(write_with_office("slides.fodp", SLIDES.encode(), form))
    report = read(path)
    assert report.format == form
    assert [report.text[block.start : block.end] for block in report.blocks] == [
        "Thu ngân sách huyện Lộc Bình",
        "Năm 2018 đạt 86 tỷ đồng.",
    ]
    assert [block.page for block in report.blocks] == [1, 2]


@pytest.mark.usefixtures("fresh_office")
def test_a_document_in_one_xml_file(tmp_path: Path, write_with_office: Write) -> None:
    path = tmp_path / "report.xml"
    path.write_bytes(write_with_office("report.fodt", planted_report(), "xml:MS Word 2003 XML"))
    report = read(path)
    assert report.format == "wordml"
    assert SENTENCE in report.text
    assert PLANTED["footnote"] in report.text


def test_the_engine_that_drops_text_is_passed_over(
    tmp_path: Path, write_with_office: Write, fake_office: FakeOffice
) -> None:
    doc = write_with_office("report.fodt", planted_report(), "doc")
    markup = WordMarkup()
    markup.body.append(paragraph(run("BÁO CÁO", PLAIN), UNSET))
    poor = tmp_path / "poor.docx"
    poor.write_bytes(markup.package())
    copy = f'for last; do :; done; cp "{poor}" "$(dirname "$last")/out/report.docx"'
    fake_office(WELL_AT_FIRST.format(then=copy))
    reading = word.read_elements(doc, "report.doc")
    assert reading.parser.startswith("msdoc2docx")
    assert any(SENTENCE in element.text for element in reading.elements if element.role is Role.TEXT)
    (problem,) = [each for each in reading.problems if each.kind == "converter_failed"]
    assert "LibreOffice left out about" in problem.message
    assert "lost_text" not in [each.kind for each in reading.problems]


@pytest.mark.usefixtures("fresh_office")
def test_an_encrypted_document_is_told_of_before_it_is_converted(write_with_office: Write) -> None:
    doc = bytearray(write_with_office("report.fodt", planted_report(), "doc"))
    header = doc.index(b"\xec\xa5")
    doc[header + 11] |= 0x01  # fEncrypted, in the second byte of the flags
    with pytest.raises(ReadError) as error:
        word.read_elements(bytes(doc), "report.doc")
    assert error.value.kind == "encrypted"
