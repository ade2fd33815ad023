"""The ending of a report: recipients and signature (NĐ 30/2020, annex I, 7-9; HD 36 II.1.7-1.9).

"Nơi nhận:" with its list stands beside, before or after the signature: on whose behalf ("TM. ỦY BAN NHÂN
DÂN", "T/M BAN THƯỜNG VỤ"), for whom ("KT. CHỦ TỊCH"), the title and the name. Annexes may follow.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import regex

from extractor.report import BlockKind
from extractor.structure import numbering
from extractor.structure.letterhead import cells_as_lines, side_by_side
from extractor.structure.lines import Line
from extractor.structure.vocabulary import pattern, squeezed, starts_with
from patterns.folding import fold

_SIGNED_WITHIN = 9  # lines from the first of a signature to the name
_RECIPIENTS = 60  # lines of a list of recipients at most
_LONGEST = 160  # characters of a line of signature or recipients

# "TM. ỦY BAN NHÂN DÂN", "T/M BAN THƯỜNG VỤ", "KT. CHỦ TỊCH", "K/T", "TL.", "TUQ.", "Q. GIÁM ĐỐC"
BEHALF = regex.compile(
    r"(?P<form>t\s?/\s?m|tm|k\s?/\s?t|kt|t\s?/\s?l|tl|t\s?/?\s?uq|q)\s?(?:[./]\s*|\s+)(?=\p{L})"
)
_RECIPIENTS_HEAD = regex.compile(r"nơi nhận\s*(?:[:.]|$)|nơi gửi\s*:")
_SIGNED = regex.compile(
    r"\(?\s*(?:đã\s+ký|ký\s+tên|ký,?\s+đóng\s+dấu|chữ\s+ký|ký|ký\s+và\s+ghi\s+rõ\s+họ\s+tên)\s*\)?\.?"
)
# "Nguyễn Văn An", "K’Mák", "Y Thanh Hà Niê Kđăm", "TS. Lê Thị B", "NGUYỄN VĂN AN"
NAME = regex.compile(
    r"(?:(?:GS|PGS|TS|ThS|BS|KS|CN|CK\s?I{1,2}|Đại tá|Thượng tá|Trung tá|Thiếu tướng|Trung tướng)[.\s]+){0,3}"
    r"(?P<name>\p{Lu}[\p{L}’'`]*(?:[\s-]+\p{Lu}[\p{L}’'`]*){1,5})"
)
_COLUMNS = regex.compile(r"(?:\s{3,}|\t+)(?=[\p{L}(])")
_BULLET = regex.compile(r"[-–—+•*]\s*|(?=như trên\b|lưu\b)")
# Inside a cell that was written out as one line
_INNER_ITEM = regex.compile(r"(?<=[;,.:]\s)[-–+]\s?(?=\p{L})")
_INNER_BEHALF = regex.compile(r"(?<=\S\s)(?:kt|k/t|tl|t/l|tuq|tm|t/m)\s?[./]\s?(?=\p{L})")
_INNER_NAME = regex.compile(
    r"(?<=\p{Lu}{2}\s{1,9}(?:\([\p{L}\s]{2,20}\)\s{1,9})?)(?=\p{Lu}\p{Ll}+(?:\s\p{Lu}[\p{L}’']*){1,5}\s*\Z)"
)
_PLACE = regex.compile(r"(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|khóa|khoá|nhiệm kỳ)\b")
_COPY = regex.compile(r"\W*lưu\b")
_LINE_OF_COPY = regex.compile(r"\W*lưu\s*(?::|vt\b|văn|vp\b)")
_ANNEX = regex.compile(r"(?:phụ lục|danh mục|biểu|bảng|danh sách)\b")


def find_closings(lines: Sequence[Line]) -> list[Line]:
    """Give their kinds to the lines of every list of recipients and every signature."""
    lines = _take_apart(lines)
    index = 0
    while index < len(lines):
        line = lines[index]
        if line.kind is None and _is_recipients_head(line) and _closes(lines, index):
            index = _mark_recipients(lines, index)
        elif line.kind is None and (end := _signature_end(lines, index)) is not None:
            for signed in range(index, end):
                if lines[signed].kind is None:
                    lines[signed] = replace(lines[signed], kind=BlockKind.SIGNATURE)
            index = end
        else:
            index += 1
    return lines


def _take_apart(lines: Sequence[Line]) -> list[Line]:
    """Cut what stands in two columns: a table without rules, or lines with a gap in the middle."""
    apart: list[Line] = []
    tail = 0
    for line in lines:
        if line.cells and len(line.cells) <= 8 and _holds_closing(line):
            apart += cells_as_lines(line, _paragraph_places)
            continue
        opens = line.kind is None and len(line.text) < 400 and _opens_columns(line.text)
        tail = _RECIPIENTS if opens else tail - 1
        if tail > 0 and line.kind is None and not line.cells and len(line.text) < 400:
            apart += side_by_side(line, [gap.end() for gap in _COLUMNS.finditer(line.text)])
        else:
            apart.append(line)
    return apart


def _paragraph_places(text: str) -> list[int]:
    """Where in the text of a cell its lines begin: list marks after a stop; behalf, titles and the name."""
    folded = fold(text)
    if _RECIPIENTS_HEAD.match(folded):
        return [item.start() for item in _INNER_ITEM.finditer(folded)]
    found = [found for marks in (_INNER_BEHALF, _inner_title()) for found in marks.finditer(folded)]
    return [*(each.start() for each in found), *(name.start() for name in _INNER_NAME.finditer(text))]


@cache
def _inner_title() -> regex.Pattern[str]:
    return regex.compile(rf"(?<=\S\s)(?<!(?:kt|k/t|tl|t/l|q)\.?\s)(?:{pattern('positions').pattern})")


def _holds_closing(table: Line) -> bool:
    texts = [squeezed(cell.text[:300]) for cell in table.cells]
    if any(_RECIPIENTS_HEAD.match(text) for text in texts):
        return True
    filled = [text for text in texts if text.strip()]
    return 0 < len(filled) <= 3 and all(BEHALF.match(t) or starts_with("positions", t) for t in filled)


def _opens_columns(text: str) -> bool:
    """A line whose left column opens the recipients, or whose right one opens a signature."""
    folded = fold(text)
    if _RECIPIENTS_HEAD.match(folded) is not None:
        return True
    parted = "\t" in text or "  " in text
    return parted and any(BEHALF.match(folded, gap.end()) for gap in _COLUMNS.finditer(text))


def _is_recipients_head(line: Line) -> bool:
    folded = squeezed(line.text[:40]).lstrip(" *_")
    return not line.cells and _RECIPIENTS_HEAD.match(folded) is not None


def _closes(lines: Sequence[Line], start: int) -> bool:
    """Whether the list ends the report: with the file copy ("Lưu: VT"), a signature or the file itself."""
    if len(lines) - start <= _RECIPIENTS:
        return True
    near = [line for line in lines[start : start + _RECIPIENTS] if line.kind is None and not line.cells]
    return any(_LINE_OF_COPY.match(squeezed(line.text[:40])) or opens_signature(line) for line in near)


def _mark_recipients(lines: list[Line], start: int) -> int:
    """Mark the recipients from their head on; a signature set beside them is marked as it comes."""
    index = start
    copied = False
    while index < min(len(lines), start + _RECIPIENTS):
        line = lines[index]
        if line.kind is not None:
            if line.kind is not BlockKind.FURNITURE:
                break
            index += 1
            continue
        end = _signature_end(lines, index, lenient=copied) if index > start else None
        if end is not None:
            index = _mark_signature(lines, index, end)
            continue
        if index > start and _stands_beside(line):
            lines[index] = replace(line, kind=BlockKind.SIGNATURE)
            index += 1
            continue
        if index > start and not _is_recipient(line, after_copy=copied):
            break
        lines[index] = replace(line, kind=BlockKind.RECIPIENTS)
        copied |= _COPY.match(squeezed(line.text)) is not None
        index += 1
    return max(index, start + 1)


def _stands_beside(line: Line) -> bool:
    """A line of a signature that alternates with those of the recipients, as columns were written out."""
    folded = squeezed(line.text)
    if line.opens or len(line.text) > 60 or _BULLET.match(folded):
        return False
    return BEHALF.match(folded) is not None or starts_with("positions", folded) or is_name(line.text)


def _mark_signature(lines: list[Line], start: int, end: int) -> int:
    """Mark the lines of a signature; recipients between them, in the other column, are marked as such."""
    for index in range(start, end):
        line = lines[index]
        if line.kind is None:
            beside = _BULLET.match(squeezed(line.text)) and not BEHALF.match(squeezed(line.text))
            lines[index] = replace(line, kind=BlockKind.RECIPIENTS if beside else BlockKind.SIGNATURE)
    return end


def _is_recipient(line: Line, *, after_copy: bool) -> bool:
    """A line of the list; after the file copy ("Lưu: VT") only more of it can come."""
    folded = squeezed(line.text)
    if len(line.text) > _LONGEST * 2 or line.cells or line.style.heading or _ANNEX.match(folded):
        return False
    bulleted = _BULLET.match(folded) is not None
    number = numbering.parse(line.text)
    if number is not None and not bulleted:
        return False
    if after_copy:
        return bulleted or (not line.gap and line.text[:1].islower())
    return bulleted or len(line.text) <= _LONGEST


def _signature_end(lines: Sequence[Line], start: int, *, lenient: bool = False) -> int | None:
    """Where a signature that begins at a line ends: after its name; None when the line begins none.

    `lenient`: after the last recipient a title may stand in small letters (a font of capitals got lost).
    """
    titled_small = (
        lenient and starts_with("positions", squeezed(lines[start].text)) and len(lines[start].text) < 40
    )
    if not opens_signature(lines[start]) and not titled_small:
        return None
    end, titled = start, False
    for index in range(start, min(len(lines), start + _SIGNED_WITHIN)):
        line = lines[index]
        if line.kind is BlockKind.FURNITURE:
            continue
        if line.kind is not None or line.cells or len(line.text) > _LONGEST:
            break
        folded = squeezed(line.text)
        if index > start and titled and is_name(line.text):
            return index + 1
        if BEHALF.match(folded) or starts_with("positions", folded):
            titled, end = True, index + 1
        elif _SIGNED.fullmatch(folded) or line.text.isupper() or _BULLET.match(folded):
            end = index + 1
        else:
            break
    unsigned = end > start and BEHALF.match(squeezed(lines[start].text)) is not None
    return end if unsigned else None


def opens_signature(line: Line) -> bool:
    """Whether a line can begin a signature: on whose behalf, or a title alone on its line.

    >>> [opens_signature(Line(0, t)) for t in ("KT. CHỦ TỊCH", "GIÁM ĐỐC", "Giám đốc sở báo cáo")]
    [True, True, False]
    """
    text = line.text.strip(" *_")
    if not 2 <= len(text) <= _LONGEST or text.endswith((".", ";", ":")) or line.cells:
        return False
    folded = squeezed(text)
    behalf = BEHALF.match(folded)
    if behalf:
        rest = folded[behalf.end() :]
        known = (
            starts_with("positions", rest)
            or starts_with("body_heads", rest)
            or text[behalf.end() :].isupper()
        )
        return known and text[:1].isupper()
    if not starts_with("positions", folded):
        return False
    title = pattern("positions").match(folded)
    alone = title is not None and len(folded) - title.end() <= 30
    return alone and (
        text.isupper() or ((bool(line.style.bold) or line.style.align == "center") and len(text) < 40)
    )


def is_name(text: str) -> bool:
    """Whether a line is the name of a person and nothing else.

    >>> is_name("Nguyễn Văn An"), is_name("Y Thanh Hà Niê Kđăm"), is_name("Sở Y tế"), is_name("PHÓ BÍ THƯ")
    (True, True, False, False)
    """
    text = text.strip(" *_.")
    folded = squeezed(text[:50])
    if len(text) > 50 or starts_with("positions", folded) or starts_with("body_heads", folded):
        return False
    if text.isupper() and _PLACE.match(folded):
        return False
    return NAME.fullmatch(text) is not None
