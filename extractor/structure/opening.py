"""The opening of a report: letterhead, title and those it is addressed to ("Kính gửi")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor.report import BlockKind
from extractor.structure import numbering
from extractor.structure.letterhead import is_sign, letterhead_end, names_body, take_apart
from extractor.structure.lines import Line
from extractor.structure.numbering import Family
from extractor.structure.titles import begins_title, find_type_line, title_lines
from patterns.folding import fold

_ABOVE = 8  # lines of a menu over the letterhead
_MENU = 130  # characters of such a line
_ADDRESSED = 20  # lines of those addressed at most


def find_opening(lines: Sequence[Line]) -> list[Line]:
    """Give their kinds to the lines of the opening; a letterhead set in columns is taken apart.

    Without a type line ("BÁO CÁO") there is no title, and a letterhead only where it shows itself by motto,
    number or date.
    """
    head = take_apart(lines)
    start = _start(head)
    type_line = find_type_line(head, start)
    end = type_line if type_line is not None else letterhead_end(head, start)
    for index in range(start, end):
        if head[index].kind is None:
            head[index] = replace(head[index], kind=BlockKind.LETTERHEAD)
    if type_line is not None:
        for index in title_lines(head, type_line):
            head[index] = replace(head[index], kind=BlockKind.TITLE)
            end = index + 1
    _mark_addressed(head, start, end)
    return head


def _start(lines: Sequence[Line]) -> int:
    """Where the letterhead begins: the body's first line, or one a little below (a web page's menu)."""
    start = next((index for index, line in enumerate(lines) if line.kind is None), len(lines))
    for index, line in enumerate(lines[start : start + _ABOVE], start):
        if line.kind is not None:
            continue
        if is_sign(line.text) or (names_body(line.text) and not begins_title(line, first=True)):
            return index
        if len(line.text) > _MENU or begins_title(line, first=True) or numbering.parse(line.text):
            break
    return start


def _mark_addressed(lines: list[Line], start: int, end: int) -> None:
    """Mark "Kính gửi: …", in the letterhead or right after the title, with the list under it."""
    opened = False
    for index in range(start, min(len(lines), end + _ADDRESSED)):
        line = lines[index]
        if line.kind not in (None, BlockKind.LETTERHEAD):
            continue
        if fold(line.text[:20]).startswith("kính gửi"):
            opened = True
        elif not opened:
            if index >= end:
                return
            continue
        elif not _goes_on(lines[index - 1], line):
            return
        lines[index] = replace(line, kind=BlockKind.RECIPIENTS)


def _goes_on(before: Line, line: Line) -> bool:
    """Another one addressed: an item of the list, or the rest of a line."""
    number = numbering.parse(line.text)
    bulleted = number is not None and number.family is Family.BULLET
    return bulleted or (not line.gap and line.text[:1].islower() and not before.text.endswith("."))
