"""The lines of a letterhead (NĐ 30/2020, annex I, 1-4): what each is known by, how its columns come apart.

Two columns stand over the text: the issuing body, under the body it belongs to, with "Số: …" on the left; the
national motto, or "ĐẢNG CỘNG SẢN VIỆT NAM", with place and date on the right. Formats give them as lines one
after the other, as columns parted by blanks or by nothing, or as a table without rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

import regex

from extractor.report import BlockKind
from extractor.structure import numbering
from extractor.structure.joining import is_capitals
from extractor.structure.lines import Line, cut_line
from extractor.structure.vocabulary import is_stamp, issuers, provinces, starts_with, words
from patterns.folding import fold

_LOOKED_AT = 60  # lines of a letterhead at most
_LONGEST = 250  # characters of one of its lines, both columns on it
_PROSE = 130
_CELLS = 12
_DECORATION = " .*_-–"

# "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "ĐẢNG CỘNG SẢN VIỆT NAM", folded
MOTTO = regex.compile(
    r"cộng ho\p{L} xã hội chủ ngh\p{L}+ việt nam|đảng cộng sản việt nam(?=\W*$)"
    r"|độc lập\s*\W?\s*tự do\s*\W?\s*hạnh ph[uú]c|đoàn tncs hồ chí minh(?=\W*$)"
)
NUMBER = regex.compile(r"(?:luật\s|nghị quyết\s|pháp lệnh\s)?số\s*(?::\s*|(?=[\d/…]))")
_PLACE_AND_DATE = regex.compile(
    r"""(?:(?P<place>\p{L}[\p{L}\s.'’-]{1,40}?)\s*,?\s*)?
    (?P<date>(?<!\p{L})ngày(?:[\s\d.…_/-]{0,20}tháng[\s\d.…_/-]{0,20}năm[\s\d.…_]{0,12}
    |\s*\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}))""",
    regex.VERBOSE,
)
_LEVEL = r"(?:tỉnh|thành phố|tp|huyện|quận|thị xã|tx|xã|phường|thị trấn|đặc khu)"
_PLACE = regex.compile(rf"{_LEVEL}\b")
_NAMED_PLACE = regex.compile(rf"\S+(?:\s\S+){{0,3}}\s{_LEVEL}\s\S+(?:\s\S+){{0,3}}")
_ABOUT = regex.compile(r"(?:v/v|về việc|kính gửi)\b|trích yếu\s*:")
_FINISHED = regex.compile(r"[.;:][”\"')]*\s*\Z")
_SENTENCE_END = regex.compile(r"[.;]\s*\Z")

# Where a column begins: after a wide gap; at "Số: 12" or "Hà Giang, ngày …" on the line of the other one
_COLUMNS = regex.compile(r"(?<!:)(?:\s{3,}|\t+)(?=\p{Lu})")
_INNER_NUMBER = regex.compile(r"(?<=\S\s)S[ốỐ]\s*:?\s*[\d…/]")
_INNER_DATE = regex.compile(
    r"""(?<=[\p{Lu}\d)*.:/-]\s)(?:TP\.?\s?)?\p{Lu}\p{Ll}+(?:(?:\s|\s?-\s?)\p{Lu}\p{Ll}*){0,4}
    \s*,\s*ngày\b(?=.{0,30}tháng)""",
    regex.VERBOSE,
)


def take_apart(lines: Sequence[Line]) -> list[Line]:
    """Cut the lines of the letterhead at the gap between its columns, and its table into lines."""
    signs = [index for index, line in _zone(lines) if _shows_letterhead(line)]
    if not signs:
        return list(lines)
    head: list[Line] = []
    for line in lines[: signs[-1] + 1]:
        if line.cells and _shows_letterhead(line):
            head += cells_as_lines(line, _column_places)
        elif line.kind is None and not line.cells:
            head += side_by_side(line, _column_places(line.text))
        else:
            head.append(line)
    return [*head, *lines[signs[-1] + 1 :]]


def _zone(lines: Sequence[Line]) -> list[tuple[int, Line]]:
    """The lines at the head of the file down to the first that is prose."""
    zone = []
    for index, line in enumerate(lines[:_LOOKED_AT]):
        sign = _shows_letterhead(line)
        if line.kind is None and not sign and (len(line.text) > _PROSE or _is_sentence(line.text)):
            break
        zone.append((index, line))
    return zone


def _is_sentence(text: str) -> bool:
    return len(text) > 50 and _FINISHED.search(text) is not None


def _column_places(text: str) -> list[int]:
    """Where the columns part, and the bodies one over the other that a cell was written out from."""
    if len(text) > 2 * _LONGEST:
        return []
    folded = fold(text)
    places = [gap.end() for gap in _COLUMNS.finditer(text)]
    for motto in MOTTO.finditer(folded):
        places += [motto.start(), motto.end()]
    places += [number.start() for number in _INNER_NUMBER.finditer(text)]
    places += [dated.start() for dated in _INNER_DATE.finditer(text)]
    if is_capitals(text[:40]):
        places += [body.end() for body in _inner_body().finditer(folded)]
    return [place for place in places if 0 < place < len(text)]


@cache
def _inner_body() -> regex.Pattern[str]:
    """ "UBND TỈNH HÀ GIANG | SỞ Y TẾ": the name of a place, up to the head of the next body's name."""
    heads = "|".join(regex.escape(word) for word in words("body_heads"))
    place = rf"(?<!\w)(?:{_LEVEL}\s+(?!uỷ|đoàn)(?:\w+\s+){{1,4}}?|trung ương\s+)"
    return regex.compile(rf"{place}(?=(?:{heads})(?!\w))")


def cells_as_lines(table: Line, places: Callable[[str], Sequence[int]]) -> list[Line]:
    """The cells of a table that only sets columns side by side, each paragraph of a cell a line.

    Besides the paragraphs that the format tells, `places` finds in a cell's text where lines begin.
    """
    lines: list[Line] = []
    for cell in sorted(table.cells, key=lambda cell: (cell.row, cell.column)):
        whole = replace(table, text=cell.text, origins=cell.origins, markers=cell.markers)
        whole = replace(whole, kind=None, cells=())
        told = [before.end for before, after in pairwise(cell.origins) if before.part != after.part]
        lines += side_by_side(whole, [*told, *places(cell.text)])
    return lines


def side_by_side(line: Line, places: Sequence[int]) -> Iterator[Line]:
    """The pieces of a line that stood in columns; all but the first go on without a gap."""
    for number, piece in enumerate(cut_line(line, places)):
        yield replace(piece, opens=False, gap=False) if number else piece


def _shows_letterhead(line: Line) -> bool:
    if line.cells:
        return len(line.cells) <= _CELLS and any(_is_right_column(cell.text) for cell in line.cells)
    return line.kind is None and is_sign(line.text)


def is_sign(text: str) -> bool:
    """Whether a line can stand only in a letterhead: motto, number, place and date."""
    if len(text) > 2 * _LONGEST:
        return False
    folded = fold(text).strip(_DECORATION)
    numbered = len(folded) < 120 and NUMBER.match(folded) and not _SENTENCE_END.search(text)
    return bool(numbered) or _is_right_column(text)


def find_place_and_date(text: str) -> regex.Match[str] | None:
    """Place (if any) and date of issue in a line; a place is a name, unlike "số liệu đến" before "ngày …".

    >>> found = find_place_and_date("Phủ Lý, ngày 05 tháng 6 năm 2001")
    >>> found and found["place"], find_place_and_date("Tính đến ngày 05 tháng 6 năm 2001") is None
    ('phủ lý', True)
    """
    found = _PLACE_AND_DATE.search(fold(text))
    if found is None or found["place"] is None:
        return found
    if "tháng" not in found["date"] and "," not in text[found.end("place") : found.start("date")]:
        return None  # "BNV ngày 02/5/2019", the rest of a line
    words = text[slice(*found.span("place"))].split()
    named = all(word[0].isupper() or not word[0].isalpha() for word in words)
    return found if named or found["place"].strip() in provinces() else None


def _is_right_column(text: str) -> bool:
    """Motto or place and date: what no other table holds, as "Số" may be a column of one."""
    text = text[: 2 * _LONGEST].strip(_DECORATION)
    dated = find_place_and_date(text)
    alone = dated is not None and dated.end() == len(text) and not dated.start()
    return alone or MOTTO.search(fold(text)) is not None


def is_letterhead(line: Line) -> bool:
    """Whether a line may be one of a letterhead's: a sign of it, a mark of secrecy, a body or its place."""
    if len(line.text) > _LONGEST or line.kind is not None:
        return False
    folded = fold(line.text).strip(_DECORATION)
    if not folded or is_sign(line.text):
        return True
    if is_stamp(folded) or _ABOUT.match(folded):
        return True
    if _PLACE.match(folded) and len(folded) < 60 and not _FINISHED.search(line.text):
        return True
    return names_body(line.text) or (line.text.isupper() and numbering.parse(line.text) is None)


def names_body(text: str) -> bool:
    """Whether a line is the name of a body: in capitals, or a central body's in full.

    >>> names_body("SỞ Y TẾ"), names_body("Thủ tướng Chính phủ"), names_body("Sở Y tế đã ban hành")
    (True, True, False)
    """
    if len(text) > 150 or _FINISHED.search(text):
        return False
    folded = fold(text).strip(_DECORATION)
    if folded in issuers():
        return True
    headed = starts_with("body_heads", folded) or starts_with("positions", folded)
    return headed and (
        text.isupper() or len(folded.split()) <= 4 or _NAMED_PLACE.fullmatch(folded) is not None
    )


def letterhead_end(lines: Sequence[Line], start: int) -> int:
    """The end of a letterhead that no title follows; it must show a motto, a number or a date."""
    end, shown = start, False
    for index, line in enumerate(lines[start : start + _LOOKED_AT], start):
        if line.kind is BlockKind.FURNITURE:
            continue
        if not is_letterhead(line):
            break
        shown |= is_sign(line.text)
        end = index + 1
    return end if shown else start
