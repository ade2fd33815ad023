"""Finds pages that unfold to more than can be read in reasonable time, before PDFium unfolds them.

A form that draws a form twice, and so on over twenty levels, fills the memory of a machine from a file of
4 KB; a few KB of packed content unfold to hundreds of MB. PDFium has no limit for either.
"""

from __future__ import annotations

import base64
import io
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

MAX_CONTENT = 4 * 1024 * 1024
"""Bytes of drawing operators of one page, forms unfolded; a dense page of a report has some 50 KB."""

_MAX_STREAMS = 100_000
_FACTS_BYTES = 400  # before a stream: its dictionary, or as much of it as tells its kind
_TAIL_BYTES = 4096
_FORM_COST = 200  # bytes that each drawing of a form counts besides its content
_MAX_DEPTH = 30
_REPEATS = 0.5
_MARK = b"stream"
_DICTIONARY_END = re.compile(rb">>\s{0,4}\Z")
_OTHER_STREAM = re.compile(
    rb"/Image|/Length1|/FontFile|/ObjStm|/XRef|/Metadata|/ICCBased|/FunctionType|/DCTDecode"
)
_FILTER = re.compile(rb"/(FlateDecode|Fl|ASCII85Decode|A85)\b")
_DRAW = re.compile(rb"/([^\s/\[\]<>()%]{1,127})\s+Do\b")


def crowded_pages(data: bytes) -> frozenset[int]:
    """Give the indexes of the pages that must not be opened."""
    return frozenset(_crowded(data)) if _may_unfold(data) else frozenset()


def _may_unfold(data: bytes) -> bool:
    """Tell from the file's streams, without knowing what draws what, whether a page may be too large.

    At worst each form that draws two others is drawn by each other one, so their counts multiply.
    """
    pages, forms, largest = 1, 1, 0
    for facts, packed in islice(_streams(data), _MAX_STREAMS):
        if _OTHER_STREAM.search(facts):
            continue
        is_form = b"/Form" in facts
        filters = [name.decode() for name in _FILTER.findall(facts)]
        if not is_form and filters[:1] == ["ASCII85Decode"] and not _repeats(packed):
            continue
        content = _unpacked(packed, filters)
        if len(content) > MAX_CONTENT:
            return True
        draws = len(_DRAW.findall(content)) if b"Do" in content else 0
        if is_form:
            forms *= max(draws, 1)
            largest = max(largest, len(content) + _FORM_COST)
        else:
            pages = max(pages, draws)
        if pages * forms * largest > MAX_CONTENT:
            return True
    return False


def _repeats(packed: bytes) -> bool:
    """Tell whether packed data can be packed again, as what unfolds a thousandfold can.

    Undoing ASCII 85 is slow, and the toolkit that uses it uses it for every page.
    """
    return len(zlib.compress(packed, 1)) < _REPEATS * len(packed)


def _streams(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the end of each stream's dictionary, and its packed bytes."""
    facts = b""
    begin, at = 0, data.find(_MARK)
    while at >= 0:
        before = data[max(at - _FACTS_BYTES, 0) : at]
        if begin and before.endswith(b"end"):
            yield facts, data[begin : at - len(b"end")]
            begin = 0
        elif not begin and _DICTIONARY_END.search(before, max(len(before) - 8, 0)):
            facts = before.rpartition(b"obj")[2]
            begin = at + len(_MARK)
        at = data.find(_MARK, at + len(_MARK))


def _unpacked(data: bytes, filters: Iterable[str]) -> bytes:
    """Undo the filters of a stream, as far as the limit; what another filter packed stays as it is."""
    for name in filters:
        try:
            if name in ("FlateDecode", "Fl"):
                data = zlib.decompressobj().decompress(data.lstrip(b"\r\n"), MAX_CONTENT + 1)
            elif name in ("ASCII85Decode", "A85"):
                data = base64.a85decode(data.partition(b"~>")[0])
        except (zlib.error, ValueError):
            return b""
    return data


def _crowded(data: bytes) -> Iterator[int]:
    """Weigh each page with the forms that it draws."""
    # pdfminer costs a tenth of a second to import, and most files need it for nothing.
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdfparser import PDFParser
    from pdfminer.psexceptions import PSException

    weights: dict[int, int] = {}
    data = data[: data.rfind(b"%%EOF") + len(b"%%EOF")]
    if b"startxref" not in data[-_TAIL_BYTES:]:
        return  # pdfminer would look for it from the file's end line by line
    try:
        for index, page in enumerate(PDFPage.create_pages(PDFDocument(PDFParser(io.BytesIO(data))))):
            content = b" ".join(_content(stream) for stream in _as_list(page.contents))
            if _weigh(content, page.resources, weights, 0) > MAX_CONTENT:
                yield index
    except (PSException, AssertionError, KeyError, TypeError, ValueError, RecursionError):
        return  # a damaged file: what PDFium can open of it is read


def _weigh(content: bytes, resources: object, weights: dict[int, int], depth: int) -> int:
    """Give the bytes of a content stream with the forms that it draws; `weights` holds those weighed."""
    weight = len(content)
    forms = _entries(_entries(resources).get("XObject"))
    for name, times in Counter(_DRAW.findall(content)).items():
        form = _resolved(forms.get(name.decode("latin-1")))
        if form is None or not hasattr(form, "attrs") or "Image" in str(form.attrs.get("Subtype")):
            continue
        key = form.objid or id(form)
        if key not in weights:
            weights[key] = 0  # a form that draws itself is drawn no further
            inner = form.attrs.get("Resources") or resources
            weights[key] = _weigh(_content(form), inner, weights, depth + 1) if depth < _MAX_DEPTH else 0
        weight += times * (weights[key] + _FORM_COST)
        if weight > MAX_CONTENT:
            break
    return weight


def _content(value: object) -> bytes:
    """Unpack a content stream as far as the limit; one packed in another way counts as it is."""
    stream = _resolved(value)
    if not hasattr(stream, "get_filters"):
        return b""
    data: bytes = stream.rawdata or stream.data or b""
    if stream.decipher:
        data = stream.decipher(stream.objid, stream.genno, data, stream.attrs)
    return _unpacked(data, (getattr(name, "name", "") for name, _ in stream.get_filters()))


def _resolved(value: Any) -> Any:
    from pdfminer.pdftypes import resolve1

    return resolve1(value)


def _as_list(value: object) -> list[object]:
    found = _resolved(value)
    return found if isinstance(found, list) else [found]


def _entries(value: object) -> dict[str, object]:
    found = _resolved(value)
    return found if isinstance(found, dict) else {}
