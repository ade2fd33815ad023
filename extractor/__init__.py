"""Turns report files into rows: read a file, extract its mentions, keep both in a database.

>>> from pathlib import Path
>>> from tempfile import TemporaryDirectory
>>> from extractor import extract, read
>>> with TemporaryDirectory() as folder:
...     path = Path(folder, "bao-cao.txt")
...     _ = path.write_text("Căn cứ Nghị quyết số 15/NQ-CP ngày 05/01/2022 của Chính phủ.", "utf-8")
...     report = read(path)
>>> [(citation.code, citation.date, citation.issuer) for citation in extract(report).citations]
[('15/NQ-CP', '2022-01-05', 'Chính phủ')]

`read_report` takes both steps and adds to the report's problems what its mentions show: days that no calendar
has, numbers that a blank parts. A file that cannot be read raises `ReadError`, which says what was found and what
to do next; what was lost on the way stands in `report.problems`. The names below are imported when they are first
used, so that a command that only looks into a database starts at once.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.archive import Archive, open_archive
    from extractor.extraction import extract
    from extractor.pipeline import Extraction, read_report
    from extractor.problems import Problem, ReadError
    from extractor.reading import read
    from extractor.report import Block, BlockKind, Fact, Facts, Footnote, Report

__all__ = [
    "Archive",
    "Block",
    "BlockKind",
    "Extraction",
    "Fact",
    "Facts",
    "Footnote",
    "Problem",
    "ReadError",
    "Report",
    "extract",
    "open_archive",
    "read",
    "read_report",
]

_ROOMS = {
    "extractor.archive": ("Archive", "open_archive"),
    "extractor.extraction": ("extract",),
    "extractor.pipeline": ("Extraction", "read_report"),
    "extractor.problems": ("Problem", "ReadError"),
    "extractor.reading": ("read",),
    "extractor.report": ("Block", "BlockKind", "Fact", "Facts", "Footnote", "Report"),
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _ROOM_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_ROOM_OF[name]), name)
