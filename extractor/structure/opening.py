"""The opening of a report: letterhead and title (NĐ 30/2020, annex I, 1-5; HD 36 II.1.1-1.5).

Two columns stand over the text: the issuing body, under the body it belongs to, with "Số: …" on the left; the
national motto, or "ĐẢNG CỘNG SẢN VIỆT NAM", with place and date on the right. Formats give them as lines one
after the other, as columns parted by blanks, or as a table without rules.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

import regex

from extractor.report import BlockKind
from extractor.structure import numbering
from extractor.structure.lines import Line, cut_line
from extractor.structure.vocabulary import document_types, ends_with, issuers, starts_with
from patterns.folding import fold

_LOOKED_AT = 60  # lines of a letterhead and title at most
_BEFORE = 8  # lines that may stand over a letterhead
_TITLE_LINES = 14
_SUBJECT = 400  # characters of a title's paragraph at most

# "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "ĐẢNG CỘNG SẢN VIỆT NAM"; in folded text
MOTTO = regex.compile(
    r"cộng ho\p{L} xã hội chủ ngh\p{L}+ việt nam|đảng cộng sản việt nam(?=\W*$)"
    r"|độc lập\s*\W?\s*tự do\s*\W?\s*hạnh ph[uú]c|đoàn tncs hồ chí minh(?=\W*$)"
)
NUMBER = regex.compile(r"(?:luật\s|nghị quyết\s|pháp lệnh\s)?số\s*:?\s*(?=[\d/…._\s-]|$)")
PLACE_AND_DATE = regex.compile(
    r"(?P<place>\p{L}[\p{L}\s.'’-]{1,40}?)\s*,?\s*(?P<date>ngày[\s\d.…_/-]{0,20}tháng[\s\d.…_/-]{0,20}năm[\s\d.…_]{0,12})"
)
# "Số: 12/BC-SYT Hà Giang, ngày 05 tháng 6 năm 2020", written on one line
_INNER_NUMBER = regex.compile(r"(?<=\S\s)số\s*:?\s*[\d…/]")
_INNER_DATE = regex.compile(
    r"(?<=[\p{Lu}\d)*.:/-]\s)(?:TP\.?\s?)?\p{Lu}\p{Ll}+(?:(?:\s|\s?-\s?)\p{Lu}\p{Ll}*){0,4}\s*,\s*ngày\b(?=.{0,30}tháng)"
)
_PLACE = regex.compile(r"(?:tỉnh|huyện|thành phố|tp|thị xã|tx|quận|xã|phường|thị trấn|đặc khu)\b")
_ABOUT = regex.compile(r"v/v\b|về việc\b|trích yếu\s*:")
_COLUMNS = regex.compile(r"(?<!:)(?:\s{3,}|\t+)(?=\p{Lu})")
_ENACTING = regex.compile(r"(?:quyết định|quyết nghị|nghị định|nghị quyết|chỉ thị|thông tư|kết luận)\s*:")
_PREAMBLE = regex.compile(
    r"(?:căn cứ|thực hiện|xét|theo|kính gửi|nơi nhận|trên cơ sở|thi hành|tiếp theo|triển khai)\b"
)
_TITLE_STOP = regex.compile(r"(?:kính gửi|nơi nhận|căn cứ|mục lục)\b")
_FINISHED = regex.compile(r"[.;:][”\"')]*\s*\Z")


def find_opening(lines: Sequence[Line]) -> list[Line]:
    """Give their kinds to the lines of letterhead and title; a letterhead set in columns is taken apart.

    Without a type line ("BÁO CÁO") there is no title, and a letterhead only where it shows itself by motto,
    number or date.
    """
    head = _take_apart(lines)
    start = _letterhead_start(head)
    title = _type_line(head, start)
    end = title if title is not None else _letterhead_end(head, start)
    for index in range(start, end):
        if head[index].kind is None:
            kind = (
                BlockKind.RECIPIENTS
                if fold(head[index].text).startswith("kính gửi")
                else BlockKind.LETTERHEAD
            )
            head[index] = replace(head[index], kind=kind)
    if title is not None:
        for index in _title_lines(head, title):
            head[index] = replace(head[index], kind=BlockKind.TITLE)
    return head


def _take_apart(lines: Sequence[Line]) -> list[Line]:
    """Cut the lines of a letterhead at the gap between its columns, and its table into cells."""
    signs = [i for i, line in enumerate(lines[:_LOOKED_AT]) if _shows_letterhead(line)]
    if not signs:
        return list(lines)
    last = signs[-1]
    head: list[Line] = []
    for line in lines[: last + 1]:
        if line.cells and _shows_letterhead(line):
            head += cells_as_lines(line, _column_places)
        elif line.kind is None and not line.cells:
            head += cut_line(line, _column_places(line.text))
        else:
            head.append(line)
    return [*head, *lines[last + 1 :]]


def _column_places(text: str) -> list[int]:
    """Where the columns of a letterhead part: at wide gaps, at the motto, at a number, at place and date."""
    if len(text) > 300:
        return []
    folded = fold(text)
    places = [gap.end() for gap in _COLUMNS.finditer(text)]
    for motto in MOTTO.finditer(folded):
        places += [motto.start(), motto.end()]
    places += [number.start() for number in _INNER_NUMBER.finditer(folded)]
    places += [dated.start() for dated in _INNER_DATE.finditer(text)]
    return [place for place in places if 0 < place < len(text)]


def _shows_letterhead(line: Line) -> bool:
    if line.cells:
        return len(line.cells) <= 12 and any(_is_sign(fold(cell.text[:400])) for cell in line.cells)
    return line.kind is None and len(line.text) <= 300 and _is_sign(fold(line.text))


def _is_sign(folded: str) -> bool:
    return (
        MOTTO.search(folded) is not None
        or (NUMBER.match(folded) is not None and len(folded) < 120 and _FINISHED.search(folded) is None)
        or (len(folded) < 120 and PLACE_AND_DATE.fullmatch(folded.strip(" .")) is not None)
    )


def cells_as_lines(table: Line, places: Callable[[str], Sequence[int]]) -> list[Line]:
    """The cells of a table that only sets columns side by side, each paragraph of a cell a line.

    Where a format tells no paragraphs inside cells, `places` finds in a cell's text where they begin.
    """
    lines: list[Line] = []
    for cell in sorted(table.cells, key=lambda cell: (cell.row, cell.column)):
        whole = replace(
            table, text=cell.text, origins=cell.origins, markers=cell.markers, kind=None, cells=()
        )
        if any(origin.part for origin in cell.origins):
            cuts = [before.end for before, after in pairwise(cell.origins) if before.part != after.part]
        else:
            cuts = list(places(cell.text))
        lines += cut_line(whole, cuts)
    return lines


def _letterhead_start(lines: Sequence[Line]) -> int:
    """The first line of the body, or past a few short ones (a web page's menu) the first of the letterhead."""
    start = next((i for i, line in enumerate(lines) if line.kind is None), len(lines))
    for index, line in enumerate(lines[start : start + _BEFORE], start):
        if line.kind is None and (_is_sign(fold(line.text)) or names_body(line.text)):
            return index
        if line.kind is None and (names_type(line, first=True) or len(line.text) > 120):
            break
    return start


def _type_line(lines: Sequence[Line], start: int) -> int | None:
    """The line that names the type of document, with only letterhead before it.

    A line that is the name alone goes before one that only begins with it, which may be the end of a body's name
    ("BAN CHỈ ĐẠO THỰC HIỆN / QUY CHẾ DÂN CHỦ").
    """
    beginning: int | None = None
    seen_text = False
    for index, line in enumerate(lines[start : start + _LOOKED_AT], start):
        if line.kind is BlockKind.FURNITURE:
            continue
        if line.kind is not None:
            break
        if names_type(line, first=not seen_text):
            if is_bare_type(line.text):
                return index
            beginning = index if beginning is None else beginning
        elif not _is_letterhead(line):
            break
        seen_text = True
    return beginning


def names_type(line: Line, *, first: bool = False) -> bool:
    """Whether a line is the name of a type of document, or begins a title with it; `first`: of the file.

    >>> [names_type(Line(0, t)) for t in ("BÁO CÁO", "Bản Quy định", "BÁO CÁO TÌNH HÌNH NĂM 2019", "Báo cáo nêu rõ.")]
    [True, True, True, False]
    """
    if len(line.text) > _SUBJECT or line.markers and len(line.text) > 200:
        return False
    bare = _bare(line.text)
    name = type_name(bare)
    if name is None or _ENACTING.fullmatch(bare):
        return False
    if bare == name:
        return True
    if line.text.isupper():
        return not line.text.rstrip().endswith(":")
    rest = bare[len(name) :]
    titled = line.text[:1].isupper() and not _FINISHED.search(line.text) and rest[:1].isspace()
    return titled and (first or len(line.text) <= 150 and not NUMBER.match(rest.strip()))


def is_bare_type(text: str) -> bool:
    """Whether a line is the name of a type of document and nothing else ("QUYẾT ĐỊNH", "Bản Quy định")."""
    bare = _bare(text)
    return type_name(bare) == bare


def _bare(text: str) -> str:
    return fold(text).strip(" .*_").removeprefix("bản ").removeprefix("dự thảo ").strip()


def type_name(folded: str) -> str | None:
    """The longest name of a document type that a folded text begins with."""
    words = folded.split()
    for count in range(min(7, len(words)), 0, -1):
        name = " ".join(words[:count]).rstrip(":,.")
        if name in document_types():
            return name
    return None


def _is_letterhead(line: Line) -> bool:
    """Motto, number, place and date, mark of secrecy, or the name of a body."""
    if len(line.text) > 250 or line.style.heading and numbering.parse(line.text):
        return False
    folded = fold(line.text).strip(" .*_-")
    if not folded or MOTTO.search(folded) or NUMBER.match(folded) or PLACE_AND_DATE.search(folded):
        return True
    if starts_with("stamps", folded) or _ABOUT.match(folded) or folded.startswith("kính gửi"):
        return True
    if _PLACE.match(folded) and len(folded) < 60 and not _FINISHED.search(line.text):
        return True
    return names_body(line.text) or (line.text.isupper() and numbering.parse(line.text) is None)


def names_body(text: str) -> bool:
    """Whether a line is the name of a body: in capitals, or a central body's in full.

    >>> names_body("SỞ Y TẾ"), names_body("Thủ tướng Chính phủ"), names_body("Sở Y tế đã ban hành")
    (True, True, False)
    """
    folded = fold(text).strip(" .*_-")
    if len(text) > 150 or _FINISHED.search(text):
        return False
    if folded in issuers():
        return True
    named = starts_with("body_heads", folded) or starts_with("positions", folded)
    return named and (text.isupper() or len(folded.split()) <= 4 or _is_place_only(folded))


def _is_place_only(folded: str) -> bool:
    return (
        regex.fullmatch(
            r"\S+(?:\s\S+){0,3}\s(?:tỉnh|huyện|thành phố|xã|phường|quận|thị xã)\s\S+(?:\s\S+){0,3}", folded
        )
        is not None
    )


def _letterhead_end(lines: Sequence[Line], start: int) -> int:
    """The end of a letterhead that no title follows; it must show a motto, a number or a date."""
    end, shown = start, False
    for index, line in enumerate(lines[start : start + _LOOKED_AT], start):
        if line.kind is BlockKind.FURNITURE:
            continue
        if line.kind is not None or not _is_letterhead(line):
            break
        shown |= _is_sign(fold(line.text))
        end = index + 1
    return end if shown else start


def _title_lines(lines: Sequence[Line], start: int) -> list[int]:
    """The type line and the lines of the subject under it."""
    found = [start]
    for index in range(start + 1, min(len(lines), start + _TITLE_LINES)):
        line = lines[index]
        if line.kind is BlockKind.FURNITURE:
            if not _goes_on_after_rule(lines, index, found):
                break
            continue
        if line.kind is not None or not _is_subject(lines, index, found):
            break
        found.append(index)
    return found


def _goes_on_after_rule(lines: Sequence[Line], index: int, found: Sequence[int]) -> bool:
    """A rule ends the title, save one between the type and its subject."""
    return len(found) == 1 and index == found[0] + 1 and lines[found[0]].text.isupper()


def _is_subject(lines: Sequence[Line], index: int, found: Sequence[int]) -> bool:
    line, before = lines[index], lines[found[-1]]
    folded = fold(line.text).lstrip(" \"“'")
    if _TITLE_STOP.match(folded) or line.item or len(line.text) > _SUBJECT:
        return False
    number = numbering.parse(line.text)
    if number is not None and number.family is not numbering.Family.BULLET:
        return False
    if line.text.startswith("("):
        return len(line.text) < 250
    if _ENACTING.fullmatch(folded):
        return False
    first = len(found) == 1
    if names_body(line.text) and not (before.text.rstrip().endswith(("-", ",")) or _hangs(before.text)):
        return False
    paragraph, under = _paragraph(lines, index)
    if first and under is not None and under.kind is BlockKind.FURNITURE and len(paragraph) <= _SUBJECT:
        return True  # the rule under the title
    if first and (line.style.bold or line.style.heading or line.style.align == "center"):
        return not (_FINISHED.search(paragraph) and len(paragraph) > 120)
    if before.text.startswith("(") and not before.text.rstrip().endswith(")"):
        return True
    if not line.gap and not before.text.endswith(")"):
        return not _FINISHED.search(before.text) and not (line.text[:1].isupper() and _is_prose(paragraph))
    return _is_subject_after_gap(line, before, paragraph, first=first)


def _is_subject_after_gap(line: Line, before: Line, paragraph: str, *, first: bool) -> bool:
    """A new paragraph belongs to the title when it is its first, goes on with it, or is set as it is."""
    if _is_prose(paragraph):
        return False
    if first:
        return not _PREAMBLE.match(fold(paragraph)) or line.text[:1].islower() or line.text.isupper()
    if line.text[:1].islower() or (line.text.isupper() and before.text.isupper()):
        return not _FINISHED.search(before.text)
    return bool(line.style.bold and before.style.bold) or _hangs(before.text)


def _paragraph(lines: Sequence[Line], index: int) -> tuple[str, Line | None]:
    """The line with those that go on from it, up to a gap, a full stop or what no title holds; the next line."""
    texts = [lines[index].text]
    for line in lines[index + 1 : index + 8]:
        stop = line.kind is not None or _PREAMBLE.match(fold(line.text)) or numbering.parse(line.text)
        if line.gap or stop or names_body(line.text) or _FINISHED.search(texts[-1]):
            return " ".join(texts), line
        texts.append(line.text)
    return " ".join(texts), None


def _is_prose(paragraph: str) -> bool:
    return len(paragraph) > _SUBJECT or (len(paragraph) > 100 and _FINISHED.search(paragraph) is not None)


def _hangs(text: str) -> bool:
    return ends_with("open_words", fold(text)) and not ends_with("safe_ends", fold(text))
