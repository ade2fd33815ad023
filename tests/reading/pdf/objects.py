"""Writes PDF files object by object, for files that no proper program would write."""

from __future__ import annotations

CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
HELVETICA = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"


def pdf_of(objects: list[bytes]) -> bytes:
    """Number the objects from 1 and put them into a file; the first is its catalog."""
    data = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(data)


def stream(content: bytes, facts: bytes = b"") -> bytes:
    return b"<<%b/Length %d>>stream\n%b\nendstream" % (facts, len(content), content)


def pages_of(*contents: bytes, facts: bytes = b"") -> bytes:
    """Make a file of A4 pages with the given contents; `facts` go into each page's dictionary."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * index) for index in range(len(contents)))
    objects = [CATALOG, b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, len(contents)), HELVETICA]
    for index, content in enumerate(contents):
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</T 3 0 R>>>>%b>>" % (5 + 2 * index, facts)
        )
        objects.append(stream(content))
    return pdf_of(objects)


def blank_pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (3 + index) for index in range(count))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
    return pdf_of([CATALOG, b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, count), *[page] * count])


def nested_forms(depth: int, times: int) -> bytes:
    """Make a page whose form draws a form `times` over, and so on `depth` levels down."""
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</XObject<</F 6 0 R>>/Font<</T 5 0 R>>>>>>"
    )
    content = stream(b"/F Do BT /T 12 Tf 72 700 Td (Bao cao so ket) Tj ET")
    objects = [CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, content, HELVETICA]
    for level in range(depth):
        last = level == depth - 1
        inner = b"" if last else b"/XObject<</F %d 0 R>>" % (len(objects) + 2)
        drawn = b"BT /T 12 Tf 72 600 Td (trang trong) Tj ET" if last else b"/F Do " * times
        facts = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<<%b/Font<</T 5 0 R>>>>" % inner
        objects.append(stream(drawn, facts))
    return pdf_of(objects)
