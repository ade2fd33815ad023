"""What a file is, told by its content; its name only settles what content leaves open.

One row of `FORMATS` says all about a format: to read one more, write its module with
`read_elements(data, name) -> Reading` and name it in the row.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import PurePath
from typing import Final, cast

import regex

from extractor.elements import Reading
from extractor.encodings import encoding_mark, utf16_without_mark
from extractor.problems import Problem, ReadError
from extractor.reading.limits import open_zip
from extractor.settings import Ocr, PageProgress

Reader = Callable[[bytes, str], Reading]
ScanReader = Callable[..., Reading]


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file.

    Attributes:
        title: as a person would call it; extensions: that such files usually bear, lower case.
        reader: the module that reads it, None while there is none; advice: what to do then.
        scanned: it may hold pictures of text, and its reader takes `ocr` and `on_page`.
    """

    title: str
    extensions: tuple[str, ...]
    reader: str | None = None
    advice: str = ""
    scanned: bool = False


FORMATS: Final[dict[str, Format]] = {
    "pdf": Format("a PDF", (".pdf",), "extractor.reading.pdf", scanned=True),
    "docx": Format("a Word document (.docx)", (".docx", ".docm", ".dotx", ".dotm"), "extractor.reading.docx"),
    "html": Format(
        "a web page", (".html", ".htm", ".xhtml", ".shtml", ".asp", ".aspx", ".php"), "extractor.reading.html"
    ),
    "markdown": Format("a Markdown text", (".md", ".markdown", ".txt"), "extractor.reading.markdown"),
    "text": Format("a plain text", (".txt", ".text"), "extractor.reading.plain_text"),
    "doc": Format(
        "a Word 97-2003 document (.doc)", (".doc", ".dot", ".wps"), "extractor.reading.office.word"
    ),
    "rtf": Format("a Rich Text document (.rtf)", (".rtf",), "extractor.reading.rtf"),
    "odt": Format("an OpenDocument text (.odt)", (".odt", ".ott"), "extractor.reading.odf"),
    "wordml": Format("a Word document in one XML file", (".xml",), "extractor.reading.office.word_xml"),
    "mhtml": Format("a web archive (.mht)", (".mht", ".mhtml"), "extractor.reading.web_archive"),
    "xls": Format("an Excel 97-2003 workbook (.xls)", (".xls", ".xlt"), "extractor.reading.spreadsheet"),
    "xlsx": Format(
        "an Excel workbook (.xlsx)", (".xlsx", ".xlsm", ".xltx", ".xltm"), "extractor.reading.spreadsheet"
    ),
    "ods": Format("an OpenDocument spreadsheet (.ods)", (".ods", ".ots"), "extractor.reading.spreadsheet"),
    "ppt": Format(
        "a PowerPoint 97-2003 presentation (.ppt)", (".ppt", ".pps"), "extractor.reading.office.presentations"
    ),
    "pptx": Format(
        "a PowerPoint presentation (.pptx)", (".pptx", ".ppsx"), "extractor.reading.office.presentations"
    ),
    "odp": Format("an OpenDocument presentation (.odp)", (".odp", ".otp"), "extractor.reading.odf"),
    "tiff": Format("a picture (.tif)", (".tif", ".tiff"), "extractor.reading.scans", scanned=True),
    "png": Format("a picture (.png)", (".png",), "extractor.reading.scans", scanned=True),
    "jpeg": Format("a picture (.jpg)", (".jpg", ".jpeg", ".jpe"), "extractor.reading.scans", scanned=True),
    "image": Format("a picture (.gif, .bmp)", (".gif", ".bmp"), "extractor.reading.scans", scanned=True),
    "archive": Format(
        "an archive", (".zip", ".rar", ".7z", ".gz"), advice="unpack it and give the files in it"
    ),
}

_SNIFFED: Final = 65_536

_MAGIC: Final = (
    (b"{\\rtf", "rtf"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "image"),
    (b"Rar!\x1a\x07", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b\x08", "archive"),
)

_OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_HEADER: Final = 512
_OLE_STREAMS: Final = (
    ("EncryptedPackage", "encrypted"),
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("PowerPoint Document", "ppt"),
)


def _directory_entry(stream: str) -> regex.Pattern[bytes]:
    """The name in UTF-16 in a field of 64 bytes, then its length ([MS-CFB] 2.6.1).

    Some writers leave in the field what was there before.
    """
    name = (stream + "\0").encode("utf-16-le")
    length = struct.pack("<H", len(name))
    return regex.compile(b"(?s)%b.{%d}%b" % (regex.escape(name), 64 - len(name), regex.escape(length)))


_OLE_ENTRIES: Final = tuple((_directory_entry(stream), name) for stream, name in _OLE_STREAMS)

# The type of the main part, in [Content_Types].xml; it holds for documents, templates and those with macros.
_PACKAGE_TYPES: Final = (
    (
        regex.compile(rb"wordprocessingml\.(?:document|template)\.main|ms-word\.\w+\.macroEnabled\w*\.main"),
        "docx",
    ),
    (regex.compile(rb"spreadsheetml\.(?:sheet|template)\.main|ms-excel\.[\w.]+\.main"), "xlsx"),
    (regex.compile(rb"presentationml\.\w+\.main|ms-powerpoint\.\w+\.macroEnabled\w*\.main"), "pptx"),
)
_OPEN_DOCUMENT_TYPES: Final = (
    (b"application/vnd.oasis.opendocument.text", "odt"),
    (b"application/vnd.oasis.opendocument.spreadsheet", "ods"),
    (b"application/vnd.oasis.opendocument.presentation", "odp"),
)

_CONTROLS = dict.fromkeys(code for code in (*range(0x20), 0x7F) if chr(code) not in "\t\n\v\f\r\x1a\x1b")
_CONTROLS_TOLERATED: Final = 0.02

# A page says what it is near its beginning; a text about web pages may show such a tag anywhere.
_FRONT: Final = 4_096
_PAGE = regex.compile(r"<(?:!doctype\s+html|html|body)\b", regex.IGNORECASE)
_HTML_TAG = regex.compile(
    r"</?(?:p|div|span|font|table|tr|t[dh]|br|h[1-6]|ul|ol|li|center|title|meta|style|b|i|a|img)\b[^<>]{0,500}>",
    regex.IGNORECASE,
)
_FRAGMENT_TAGS: Final = 6

_MHTML = regex.compile(r"(?i)\A(?:[\w \t-][^\n]*\n){0,40}?content-type:\s*multipart/related")
_WORD_XML = regex.compile(r"<(?:w:wordDocument|pkg:package)\b")

# Each is one piece of evidence for Markdown; a line of dashes under a title is none, typists draw those too.
_MARKDOWN = regex.compile(
    r"""(?m)
      ^\#{1,6}\ \S                       # ## II. KẾT QUẢ
    | ^\|?\ *:?-{3,}:?\ *(?:\|\ *:?-{3,}:?\ *)+\|?\ *$   # |---|---:|
    | \*\*[^\s*][^*\n]{0,500}\*\*        # **BÁO CÁO**
    | \[[^\]\n]{1,200}\]\([^)\s]{1,500}\)  # [trang](https://…)
    | ^```\w*$
    """,
    regex.VERBOSE,
)
_MARKDOWN_EVIDENCE: Final = 3


def recognise(data: bytes, name: str) -> str:
    """Return the key in `FORMATS` of what the data is.

    >>> recognise(b"%PDF-1.4 ...", "bao-cao.docx")
    'pdf'
    >>> recognise("# Báo cáo".encode(), "bao-cao.md")
    'markdown'

    Raises ReadError "empty", "encrypted", "truncated", "unrecognised" and, for a text, "encoding".
    """
    if b"%PDF-" in data[:1024]:  # the norm lets a few bytes of junk stand before it (ISO 32000-1, annex H)
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _recognise_zip(data)
    if data.startswith(_OLE_MAGIC):
        return _recognise_ole(data)
    for magic, format_name in _MAGIC:
        if data.startswith(magic):
            return format_name
    return _recognise_text(data, name)


def may_hold_pictures(name: str) -> bool:
    """Tell by a file's name whether its pages may be pictures of text, which take long to read.

    >>> [may_hold_pictures(name) for name in ("bao cao.PDF", "trang 1.tif", "bao cao.docx", "bao cao")]
    [True, True, False, True]
    """
    suffix = PurePath(name).suffix.lower()
    named = [row for row in FORMATS.values() if suffix in row.extensions]
    return not named or any(row.scanned for row in named)


def reader_of(format_name: str, ocr: Ocr = Ocr.AUTO, on_page: PageProgress | None = None) -> Reader:
    """Import the reader of a format; `ocr` and `on_page` go to those that may meet pictures of text.

    Raises ReadError "unsupported" while there is none.
    """
    row = FORMATS[format_name]
    if row.reader is None:
        raise ReadError("unsupported", f"the file is {row.title}, which is not read yet", row.advice)
    module = import_module(row.reader)
    if row.scanned:
        return partial(cast(ScanReader, module.read_elements), ocr=ocr, on_page=on_page)
    return cast(Reader, module.read_elements)


def misnamed(format_name: str, name: str) -> tuple[Problem, ...]:
    """Return the problem of a name whose extension promises another format.

    >>> [problem.message for problem in misnamed("html", "Bao cao.DOC")]
    ['the file is called .doc, but it is a web page and was read as one']
    >>> misnamed("text", "bao cao 12.2021")
    ()
    """
    suffix = PurePath(name).suffix.lower()
    known = any(suffix in row.extensions for row in FORMATS.values())
    if not known or suffix in FORMATS[format_name].extensions:
        return ()
    title = FORMATS[format_name].title
    return (
        Problem(
            "wrong_extension",
            f"the file is called {suffix}, but it is {title} and was read as one",
            f"rename it to {FORMATS[format_name].extensions[0]}",
        ),
    )


def _recognise_zip(data: bytes) -> str:
    with open_zip(data) as archive:
        names = set(archive.namelist())
        for part, types in (("[Content_Types].xml", _PACKAGE_TYPES), ("mimetype", _OPEN_DOCUMENT_TYPES)):
            content = archive.read(part) if part in names else b""
            for wanted, format_name in types:
                if regex.search(wanted, content):
                    return format_name
    return "docx" if "word/document.xml" in names else "archive"


def _recognise_ole(data: bytes) -> str:
    """Find the stream that a Word, Excel or PowerPoint file of 1997 to 2003 is made of."""
    for entry, format_name in _OLE_ENTRIES:
        if entry.search(data):
            if format_name == "encrypted":
                raise ReadError(
                    "encrypted",
                    "the file is an Office document encrypted with a password",
                    "open it with its password and save it without one (File > Info > Protect Document)",
                )
            return format_name
    if _lacks_directory(data):
        raise ReadError(
            "truncated",
            "the file begins like a document of Office 97-2003, but ends before the list of what it holds",
            "copy or download the file again; it was probably cut off",
        )
    raise ReadError(
        "unrecognised",
        "the file is an OLE container, but holds no Word, Excel or PowerPoint document",
        "open it in LibreOffice to see what it is",
    )


def _lacks_directory(data: bytes) -> bool:
    """Tell whether an OLE file ends before the sector in which its directory begins ([MS-CFB] 2.2)."""
    if len(data) < _OLE_HEADER:
        return True
    shift: int = struct.unpack_from("<H", data, 0x1E)[0]
    sector: int = struct.unpack_from("<I", data, 0x30)[0]
    return (sector + 1) << min(shift, 12) >= len(data)


def _recognise_text(data: bytes, name: str) -> str:
    head = _head(data, name)
    suffix = PurePath(name).suffix.lower()
    if _PAGE.search(head[:_FRONT]):
        return "html"
    if _WORD_XML.search(head):
        return "wordml"
    if _MHTML.match(head):
        return "mhtml"
    if suffix in (".md", ".markdown"):
        return "markdown"
    tags = sum(1 for _ in _HTML_TAG.finditer(head))
    if tags >= _FRAGMENT_TAGS or (tags and suffix in FORMATS["html"].extensions):
        return "html"
    evidence = sum(1 for _ in _MARKDOWN.finditer(head))
    return "markdown" if evidence >= _MARKDOWN_EVIDENCE else "text"


def _head(data: bytes, name: str) -> str:
    """Decode the first stretch of a text. Raises ReadError where the data is no text."""
    if not data.strip(b"\0 \t\r\n\f\xef\xbb\xbf\xff\xfe"):
        raise ReadError("empty", f"{name} holds nothing but blanks", "copy or download the file again")
    sample = data[:_SNIFFED]
    mark, encoding = encoding_mark(data) or (b"", utf16_without_mark(data) or "utf-8")
    text = sample[len(mark) :].decode(encoding, errors="replace")
    if len(text) - len(text.translate(_CONTROLS)) > _CONTROLS_TOLERATED * len(text):
        raise ReadError(
            "unrecognised",
            f"{name} is neither a text nor a document of a known kind",
            "open it in the program that made it and save it as PDF or .docx",
        )
    return text
