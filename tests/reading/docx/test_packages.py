"""Packages as programs write them, and packages that are broken or hostile."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.elements import Role
from extractor.problems import ReadError
from extractor.reading.docx import read_elements

BODY = '<w:p><w:pPr><w:jc w:val="start"/></w:pPr><w:r><w:t>Báo cáo quý I</w:t></w:r></w:p>'


def rewrite(data: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """Copy a package, each part changed, or left out where the change is None."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as copy,
    ):
        for name in source.namelist():
            content = change(name, source.read(name))
            if content is not None:
                copy.writestr(name, content)
    return stream.getvalue()


def without(*names: str) -> Callable[[str, bytes], bytes | None]:
    return lambda name, content: None if name in names else content


def strict(name: str, content: bytes) -> bytes:
    return re.sub(
        rb"http://schemas.openxmlformats.org/(wordprocessingml|officeDocument)/2006/",
        rb"http://purl.oclc.org/ooxml/\1/",
        content,
    )


CONTENT_TYPES, MAIN = "[Content_Types].xml", "word/document.xml"
ODD_PACKAGES: dict[str, Callable[[str, bytes], bytes | None]] = {
    "strict": strict,
    "no styles part though related": without("word/styles.xml"),
    "no content types": without(CONTENT_TYPES),
    "no package relations": without("_rels/.rels"),
    "no document relations": without("word/_rels/document.xml.rels"),
    "a comment and an instruction in the XML": lambda name, content: content.replace(
        b"<w:body>", b"<?x y?><!-- c --><w:body>"
    ),
}


@pytest.mark.parametrize("change", ODD_PACKAGES.values(), ids=ODD_PACKAGES.keys())
def test_an_odd_package_is_read(make_docx, change):
    data = rewrite(make_docx(BODY, styles="", numbering="", header1=""), change)
    (element,) = read_elements(data, "a.docx").elements
    assert (element.text, element.style.align) == ("Báo cáo quý I", "left")


@pytest.mark.parametrize(
    "main_type",
    [
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ],
)
def test_templates_and_macro_documents_are_read(make_docx, main_type):
    assert read_elements(make_docx(BODY, main_type=main_type), "a.docm").elements[0].text == "Báo cáo quý I"


BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


def with_document(content: bytes) -> Callable[[str, bytes], bytes]:
    return lambda name, old: content if name == MAIN else old


BROKEN: dict[str, tuple[Callable[[str, bytes], bytes | None], str]] = {
    "no document": (without(MAIN), "damaged"),
    "not XML": (with_document(b"PK nonsense"), "damaged"),
    "cut XML": (lambda name, content: content[:-20] if name == MAIN else content, "damaged"),
    "no body": (with_document(b"<w:document xmlns:w='x'/>"), "damaged"),
    "entities": (lambda name, content: BOMB + content if name == MAIN else content, "unsafe"),
    "nesting": (with_document(b"<a>" * 10_000 + b"</a>" * 10_000), "too_deep"),
    "no word": (
        lambda name, content: content.replace("Báo cáo quý I".encode(), b" ") if name == MAIN else content,
        "empty",
    ),
    "huge part": (with_document(b" " * 40_000_000), "too_large"),
    "many parts": (lambda name, content: content, "too_large"),
}


@pytest.mark.parametrize(("change", "kind"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_package_says_what_to_do(make_docx, change, kind, request):
    data = rewrite(make_docx(BODY), change)
    if "many parts" in request.node.name:
        stream = io.BytesIO(data)
        with zipfile.ZipFile(stream, "a") as archive:
            for number in range(5_000):
                archive.writestr(f"word/media/{number}.png", b"")
        data = stream.getvalue()
    with pytest.raises(ReadError) as raised:
        read_elements(data, "a.docx")
    assert raised.value.kind == kind
    assert raised.value.advice


def test_an_encrypted_part_is_told(make_docx):
    data = bytearray(make_docx(BODY))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(signature)
        data[start + flags] |= 1
    with pytest.raises(ReadError) as raised:
        read_elements(bytes(data), "a.docx")
    assert raised.value.kind == "encrypted"


@settings(max_examples=60, deadline=None)
@given(cut=st.floats(min_value=0.0, max_value=0.999))
def test_a_cut_package_is_a_read_error(make_docx, cut):
    data = make_docx(BODY, styles="", footnotes="")
    with pytest.raises(ReadError):
        read_elements(data[: int(len(data) * cut)], "a.docx")


@settings(max_examples=60, deadline=None)
@given(place=st.floats(min_value=0.0, max_value=0.999), value=st.integers(0, 255))
def test_a_damaged_byte_never_ends_in_another_error(make_docx, place, value):
    data = bytearray(make_docx(BODY, styles="", footnotes=""))
    data[int(len(data) * place)] = value
    try:
        read_elements(bytes(data), "a.docx")
    except ReadError as error:
        assert error.message


# XML 1.0 has no other control characters; a carriage return is a line end to it.
LINES = st.lists(
    st.text(
        st.characters(exclude_categories=("C", "Z", "M"), exclude_characters="\u2010\u2011"),
        min_size=1,
        max_size=30,
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=60, deadline=None)
@given(lines=LINES)
def test_any_text_written_with_python_docx_comes_back(lines):
    import unicodedata

    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    stream = io.BytesIO()
    document.save(stream)
    reading = read_elements(stream.getvalue(), "a.docx")
    texts = [element.text for element in reading.elements if element.role is Role.TEXT]
    assert texts == [unicodedata.normalize("NFC", line) for line in lines]
