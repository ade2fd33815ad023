"""One module a format, each with `write(source) -> bytes`, the same bytes on every run."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from corpus.source import Source
from corpus.writers import doc, docx, html, markdown, pdf, rtf, scan, text, xls

WRITERS: Mapping[str, Callable[[Source], bytes]] = {
    "md": markdown.write,
    "docx": docx.write,
    "pdf": pdf.write,
    "html": html.write,
    "txt": text.write,
    "viscii.txt": text.write_viscii,
    "rtf": rtf.write,
    "doc": doc.write,
    "xls": xls.write,
    "scan.pdf": scan.write_decent,
    "copy.pdf": scan.write_bad,
}
