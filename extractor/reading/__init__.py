"""Read a file: its bytes are recognised, read by the reader of their format, and put in order as a report."""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from pathlib import Path

from extractor.reading import formats
from extractor.reading.files import load
from extractor.reading.second_look import look_again
from extractor.report import Report
from extractor.settings import Ocr, PageProgress

__all__ = ["Ocr", "read"]


def read(path: str | os.PathLike[str], *, ocr: Ocr = Ocr.AUTO, on_page: PageProgress | None = None) -> Report:
    """Read one report of any format; `ocr` says which pages are read from their pictures.

    `on_page` is called after each of those with their number so far and in all.

    Raises ReadError, whose `kind`, `message` and `advice` say what was found and what to do next.
    """
    from extractor.structure import assemble

    path = Path(path)
    data = load(path)
    format_name = formats.recognise(data, path.name)
    reading = formats.reader_of(format_name, ocr, on_page)(data, path.name)
    doubts = look_again(format_name, data, reading)
    problems = (*formats.misnamed(format_name, path.name), *reading.problems, *doubts)
    return assemble(replace(reading, problems=problems), id=hashlib.sha256(data).hexdigest(), path=str(path))
