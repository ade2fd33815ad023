from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from extractor.elements import Element, Reading, Role, TableCell
from extractor.reading import read
from extractor.reading.docx import read_elements as read_docx
from extractor.reading.docx.properties import PLAIN, UNSET, RunFormat
from extractor.reading.formats import reader_of, recognise
from extractor.reading.second_look import Count, count_reading, look_again, lost_text
from extractor.reading.second_look.compound import read_raw
from extractor.reading.second_look.packages import look_at_docx, look_at_open_document
from extractor.reading.word_markup import WordMarkup, box, cell, paragraph, run, table

CORPUS = Path(__file__).parents[3] / "corpus"
SHARED = Path(__file__).parents[3] / "../shared"

SENTENCES = [
    f"Xã thứ {number} của huyện Đakrông đã hoàn thành {number + 3} công trình nước sạch nông thôn."
    for number in range(20)
]


def report(*extra: str) -> bytes:
    markup = WordMarkup()
    markup.body += [paragraph(run(sentence, PLAIN), UNSET) for sentence in SENTENCES]
    markup.body += extra
    return markup.package()


COUNTED = {
    "words": ("Xã Tà Rụt có 1.250 hộ", 6),
    "numbers of lists and notes are none": ("1. Xã II) (3) a) 2.1 thôn", 2),
    "symbols of documents": ("Số 12/BC-UBND, 05-CT/TU", 3),
    "TCVN3": ("x· Tµ Rôt cã 1.250 hé", 6),
    "VNI": ("xaõ Taø Ruït coù 1.250 hoä", 6),
    "signs alone are none": (": * ;", 0),
}  # fmt: skip


@pytest.mark.parametrize("case", COUNTED)
def test_words_are_counted_alike_in_every_encoding(case: str) -> None:
    text, words = COUNTED[case]
    assert Count.of([text]).words == words


@pytest.mark.parametrize(
    ("found", "seen", "missing"),
    [
        (Count(1000, 4000), Count(1000, 4000), 0),
        (Count(997, 3990), Count(1000, 4000), 0),
        (Count(990, 3960), Count(1000, 4000), 10),
        (Count(1100, 4000), Count(1000, 4000), 0),
        (Count(900, 4000), Count(1000, 4000), 0),
        (Count(1000, 3300), Count(1000, 4000), 0),
        (Count(), Count(1, 4), 0),
        (Count(), Count(8, 30), 8),
        (Count(99_900, 400_000), Count(100_000, 400_500), 0),
        (Count(99_700, 399_000), Count(100_000, 400_500), 300),
    ],
)
def test_words_are_missing_where_words_and_letters_are_fewer(found: Count, seen: Count, missing: int) -> None:
    assert found.lacks(seen) == missing
    assert bool(lost_text(found, seen)) is bool(missing)


def test_the_problem_tells_the_size_of_the_loss() -> None:
    (problem,) = lost_text(Count(900, 3600), Count(1000, 4000))
    assert problem.kind == "lost_text"
    assert "1,000 words" in problem.message
    assert "100 (10.0 %)" in problem.message
    assert problem.advice


HIDDEN = paragraph(run("một câu bị giấu không ai thấy cả", RunFormat(hidden=True)), UNSET)
TWICE = (
    '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    "<mc:Choice><w:t>Hộp chữ có năm từ</w:t></mc:Choice>"
    "<mc:Fallback><w:t>Hộp chữ có năm từ</w:t></mc:Fallback>"
    "</mc:AlternateContent></w:r></w:p>"
)
DELETED = "<w:p><w:del><w:r><w:delText>một câu đã xóa đi từ lâu rồi</w:delText></w:r></w:del></w:p>"
MOVED = "<w:p><w:moveFrom><w:r><w:t>một câu đã dời đi chỗ khác rồi</w:t></w:r></w:moveFrom></w:p>"
FIELD = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    "<w:r><w:instrText>HYPERLINK a b c d e f</w:instrText></w:r>"
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>trang này</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
BOX = paragraph(box(paragraph(run("năm từ trong hộp chữ", PLAIN), UNSET)), UNSET)
TABLE = table([[cell(paragraph(run("sáu từ trong một ô bảng", PLAIN), UNSET))]])
SOUND = {"hidden": HIDDEN, "box": BOX, "table": TABLE, "field": FIELD, "deleted": DELETED, "moved": MOVED,
         "alternatives": TWICE}  # fmt: skip


@pytest.mark.parametrize("case", SOUND)
def test_what_word_does_not_show_is_not_missed(case: str) -> None:
    data = report(SOUND[case])
    reading = read_docx(data, "x.docx")
    assert look_again("docx", data, reading) == ()
    assert count_reading(reading).words == look_at_docx(data).words


@pytest.mark.parametrize("kept", [0, 10, 19])
def test_a_reader_that_loses_sentences_is_found_out(kept: int) -> None:
    data = report()
    whole = read_docx(data, "x.docx")
    (problem,) = look_again("docx", data, replace(whole, elements=whole.elements[:kept]))
    words = sum(len(sentence.split()) for sentence in SENTENCES[kept:])
    assert abs(int(problem.message.split("about ")[2].split(" ")[0]) - words) <= words * 0.2


def test_a_lost_footnote_is_found_out() -> None:
    markup = WordMarkup()
    note = markup.note(
        "footnote", paragraph(run("Theo niên giám thống kê của huyện năm 2013.", PLAIN), UNSET)
    )
    markup.body += [paragraph(run(sentence, PLAIN) + note, UNSET) for sentence in SENTENCES[:1]]
    data = markup.package()
    whole = read_docx(data, "x.docx")
    without = tuple(element for element in whole.elements if element.role is not Role.FOOTNOTE)
    assert look_again("docx", data, whole) == ()
    assert len(look_again("docx", data, replace(whole, elements=without))) == 1


def test_formats_without_a_second_reader_are_not_looked_at() -> None:
    assert look_again("text", b"x", Reading((), "text", "x")) == ()


def test_a_damaged_package_is_no_second_failure() -> None:
    assert look_again("docx", b"PK\x03\x04junk", Reading((), "docx", "x")) == ()


def test_running_heads_do_not_hide_a_loss() -> None:
    head = Element(Role.FURNITURE, "một hai ba bốn năm sáu bảy tám")
    body = Element(Role.TABLE, cells=(TableCell(0, 0, "xã Tà Long"),))
    reading = Reading((head, body), "docx", "x")
    assert count_reading(reading).words == 3
    assert count_reading(reading, furniture=True).words == 11


def test_open_documents_are_counted_by_their_tags() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(
            "content.xml",
            "<office:document-content><office:automatic-styles><x>không đếm</x></office:automatic-styles>"
            "<text:tracked-changes><text:p>đã xóa</text:p></text:tracked-changes>"
            "<text:p>xã<text:tab/>Tà Long</text:p>"
            "<text:p>có<text:note><text:note-citation>1</text:note-citation><text:p>Theo huyện</text:p>"
            "</text:note></text:p><office:annotation><text:p>xem lại</text:p></office:annotation>"
            "</office:document-content>",
        )
    assert look_at_open_document(stream.getvalue()).words == 6


def test_raw_text_of_what_is_no_document() -> None:
    assert read_raw(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4000)) is None
    assert read_raw(b"") is None


@pytest.mark.parametrize(
    "path", sorted(CORPUS.rglob("*.docx")) + sorted(CORPUS.rglob("*.pdf")), ids=lambda p: p.name
)
def test_nothing_is_missed_in_the_corpus(path: Path) -> None:
    data = path.read_bytes()
    form = recognise(data, path.name)
    assert look_again(form, data, reader_of(form)(data, path.name)) == ()


@pytest.mark.parametrize("name", ["2004-NghiDinh114_2003.doc", "2008-23.QD-991-UBND.doc", "2003-A28.rtf"])
def test_nothing_is_lost_of_old_documents(name: str) -> None:
    path = SHARED / "reports/legacy" / name
    if not path.exists():
        pytest.skip("the shared reports are not there")
    report = read(path)
    kinds = {problem.kind for problem in report.problems}
    assert not kinds & {"lost_text", "converter_failed"}
