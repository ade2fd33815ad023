"""A file is what its content says, whatever it is called."""

from __future__ import annotations

import io
import os
import struct
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.problems import ReadError
from extractor.reading.formats import FORMATS, misnamed, reader_of, recognise


def package(content_types: str = "", *names: str, mimetype: str = "") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        if content_types:
            archive.writestr(
                "[Content_Types].xml", f'<Types><Override ContentType="application/{content_types}"/></Types>'
            )
        for name in names:
            archive.writestr(name, "x")
    return stream.getvalue()


def ole(stream: str) -> bytes:
    encoded = (stream + "\0").encode("utf-16-le")
    entry = encoded.ljust(64, b"\0") + struct.pack("<H", len(encoded))
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + entry.ljust(512, b"\0")


OFFICE = "vnd.openxmlformats-officedocument."
MARKDOWN = "## I. Kết quả\n\n**Một** điều\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
FILES = {
    "pdf": (b"%PDF-1.7\n%...", "pdf"),
    "pdf after junk": (b"\r\n\0\0%PDF-1.4", "pdf"),
    "docx": (package(f"{OFFICE}wordprocessingml.document.main+xml"), "docx"),
    "docm": (package("vnd.ms-word.document.macroEnabled.main+xml"), "docx"),
    "dotx": (package(f"{OFFICE}wordprocessingml.template.main+xml"), "docx"),
    "dotm": (package("vnd.ms-word.template.macroEnabledTemplate.main+xml"), "docx"),
    "docx without types": (package("", "word/document.xml"), "docx"),
    "xlsx": (package(f"{OFFICE}spreadsheetml.sheet.main+xml"), "xlsx"),
    "xlsm": (package("vnd.ms-excel.sheet.macroEnabled.main+xml"), "xlsx"),
    "pptx": (package(f"{OFFICE}presentationml.presentation.main+xml"), "pptx"),
    "odt": (package(mimetype="application/vnd.oasis.opendocument.text"), "odt"),
    "ods": (package(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "ods"),
    "zip": (package("", "bao-cao.txt"), "archive"),
    "doc": (ole("WordDocument"), "doc"),
    "xls": (ole("Workbook"), "xls"),
    "xls of 1995": (ole("Book"), "xls"),
    "ppt": (ole("PowerPoint Document"), "ppt"),
    "rtf": (b"{\\rtf1\\ansi", "rtf"),
    "tiff": (b"II*\0\x08\0\0\0", "tiff"),
    "png": (b"\x89PNG\r\n\x1a\n\0\0", "png"),
    "jpeg": (b"\xff\xd8\xff\xe0\0\x10JFIF", "jpeg"),
    "rar": (b"Rar!\x1a\x07\x00", "archive"),
    "html": (b"<!DOCTYPE html><p>x", "html"),
    "xhtml": (b'<?xml version="1.0"?>\n<html xmlns="x">', "html"),
    "Word's html": (b'<html xmlns:o="urn:schemas-microsoft-com:office:office">', "html"),
    "html of utf-16": ("\ufeff<html><body>x".encode("utf-16-le"), "html"),
    "a fragment of html": ("<p>Một</p><p>Hai</p><table><tr><td>3</td></tr></table>".encode(), "html"),
    "Word XML": (
        b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>',
        "wordml",
    ),
    "a web archive": (b"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary=x\r\n", "mhtml"),
    "markdown": (MARKDOWN.encode(), "markdown"),
    "text": ("BÁO CÁO\n-------\nSố: 15/BC-UBND\n* một\n- hai < ba\n".encode(), "text"),
    "text with a comparison": ("Chỉ số <50 và >30, i < b".encode(), "text"),
    "text of utf-16": ("\ufeffBáo cáo".encode("utf-16-be"), "text"),
    "text of utf-16 without its mark": ("Báo cáo".encode("utf-16-le"), "text"),
    "text of another encoding": (b"B\xb8o c\xb8o n\xa8m 2003", "text"),
    "text with form feeds": ("Một\fHai".encode(), "text"),
}


@pytest.mark.parametrize(("data", "expected"), FILES.values(), ids=FILES.keys())
@pytest.mark.parametrize("name", ["tệp", "bao cao.docx", "x.PDF", "a.txt"])
def test_content_decides(data, expected, name):
    assert recognise(data, name) == expected


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        ("Báo cáo".encode(), "a.md", "markdown"),
        (b"<p align=center>Huy hieu</p>\n\n# B", "README.markdown", "markdown"),
        (b"<html><body>x", "a.md", "html"),
        ("Số <b>15</b>".encode(), "a.htm", "html"),
        ("Số <b>15</b>".encode(), "a.txt", "text"),
        ("Báo cáo".encode(), "a.html", "text"),
    ],
)
def test_the_name_settles_what_content_leaves_open(data, name, expected):
    assert recognise(data, name) == expected


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b" \r\n\t", "empty"),
        (b"\0" * 5_000, "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (bytes(range(256)) * 40, "unrecognised"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "unrecognised"),
        (ole("EncryptedPackage"), "encrypted"),
        (package(f"{OFFICE}wordprocessingml.document.main+xml")[:-30], "truncated"),
    ],
)
def test_what_is_no_file_of_any_kind(data, kind):
    with pytest.raises(ReadError) as raised:
        recognise(data, "a.docx")
    assert raised.value.kind == kind
    assert raised.value.advice


@pytest.mark.parametrize("name", [name for name, row in FORMATS.items() if row.reader is None])
def test_a_format_not_read_yet_says_what_to_do(name):
    with pytest.raises(ReadError) as raised:
        reader_of(name)
    assert raised.value.kind == "unsupported"
    assert FORMATS[name].title in raised.value.message
    assert raised.value.advice


@pytest.mark.parametrize("name", [name for name, row in FORMATS.items() if row.reader])
def test_every_reader_named_in_the_table_is_there(name):
    assert callable(reader_of(name))


@pytest.mark.parametrize(
    ("format_name", "name", "told"),
    [
        ("pdf", "Báo cáo.docx", True),
        ("html", "cong-van.DOC", True),
        ("rtf", "a.doc", True),
        ("docx", "a.docm", False),
        ("markdown", "a.txt", False),
        ("text", "a.md", True),
        ("text", "bao cao 2020", False),
        ("text", "bao cao.2020", False),
        ("pdf", "a.pdf.bak", False),
    ],
)
def test_a_name_that_promises_another_format_is_told(format_name, name, told):
    assert bool(misnamed(format_name, name)) is told


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["a.docx", "b.txt", "c", "d.md"]))
def test_any_bytes_are_some_format_or_a_read_error(data, name):
    try:
        assert recognise(data, name) in FORMATS
    except ReadError as error:
        assert error.message


def test_random_bytes_are_no_text():
    with pytest.raises(ReadError):
        recognise(b"\x93" + os.urandom(20_000), "a.txt")
