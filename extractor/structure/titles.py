"""The title: the line that names the type of document, and its subject (NĐ 30/2020, annex I, 5)."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from extractor.report import BlockKind
from extractor.structure import numbering
from extractor.structure.letterhead import NUMBER, is_letterhead, names_body
from extractor.structure.lines import Line
from extractor.structure.numbering import Family
from extractor.structure.vocabulary import document_types, ends_with
from patterns.folding import fold

_LOOKED_AT = 60  # lines before the type line at most
_TITLE_LINES = 14
_SUBJECT = 400  # characters of a title's paragraph at most
_PROSE = 100
_TYPE_WORDS = 7

_ENACTING = regex.compile(r"(?:quyết định|quyết nghị|nghị định|nghị quyết|chỉ thị|thông tư|kết luận)\s*:")
_PREAMBLE = regex.compile(
    r"(?:căn cứ|thực hiện|xét|theo|kính gửi|nơi nhận|trên cơ sở|thi hành|tiếp theo|triển khai)\b"
)
_STOP = regex.compile(r"(?:kính gửi|nơi nhận|căn cứ|mục lục)\b")
_FINISHED = regex.compile(r"[.;:][”\"')]*\s*\Z")


def type_name(folded: str) -> str | None:
    """The longest name of a document type that a folded text begins with."""
    words = folded.split(maxsplit=_TYPE_WORDS)
    for count in range(min(_TYPE_WORDS, len(words)), 0, -1):
        name = " ".join(words[:count]).rstrip(":,.")
        if name in document_types():
            return name
    return None


def is_bare_type(text: str) -> bool:
    """Whether a line is the name of a type of document and nothing else ("QUYẾT ĐỊNH", "Bản Quy định")."""
    bare = _bare(text)
    return type_name(bare) == bare


def _bare(text: str) -> str:
    return fold(text).strip(" .*_").removeprefix("bản ").removeprefix("dự thảo ").strip()


def begins_title(line: Line, *, first: bool = False) -> bool:
    """Whether a line is the name of a type of document, or begins a title with it; `first`: of the file.

    >>> [begins_title(Line(0, text)) for text in ("BÁO CÁO", "Bản Quy định", "Báo cáo nêu rõ.")]
    [True, True, False]
    """
    if len(line.text) > _SUBJECT:
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
    if not line.text[:1].isupper() or _FINISHED.search(line.text) or not rest[:1].isspace():
        return False
    return first or (len(line.text) <= 150 and not NUMBER.match(rest.strip()))


def find_type_line(lines: Sequence[Line], start: int) -> int | None:
    """The line that names the type of document, with only letterhead between `start` and it.

    A line that is the name alone goes before one that only begins with it, which may be the end of a body's
    name ("BAN CHỈ ĐẠO THỰC HIỆN / QUY CHẾ DÂN CHỦ").
    """
    beginning: int | None = None
    first = True
    for index, line in enumerate(lines[start : start + _LOOKED_AT], start):
        if line.kind is BlockKind.FURNITURE:
            continue
        if line.kind is not None:
            break
        if begins_title(line, first=first):
            if is_bare_type(line.text):
                return index
            beginning = index if beginning is None else beginning
        elif not is_letterhead(line):
            break
        first = False
    return beginning


def title_lines(lines: Sequence[Line], start: int) -> list[int]:
    """The type line at `start` and the lines of the subject under it."""
    found = [start]
    for index in range(start + 1, min(len(lines), start + _TITLE_LINES)):
        line = lines[index]
        if line.kind is BlockKind.FURNITURE:
            if len(found) > 1:  # the rule under the title
                break
        elif line.kind is None and _may_be_title(line) and _goes_on(lines, index, found):
            found.append(index)
        else:
            break
    return found


def _may_be_title(line: Line) -> bool:
    """Not an item or heading with a number, not the address, the legal basis or the enacting words."""
    if line.item or len(line.text) > _SUBJECT:
        return False
    folded = fold(line.text).lstrip(" \"“'")
    number = numbering.parse(line.text)
    numbered = number is not None and number.family is not Family.BULLET
    return not (numbered or _STOP.match(folded) or _ENACTING.fullmatch(folded))


def _goes_on(lines: Sequence[Line], index: int, found: Sequence[int]) -> bool:
    """Whether a line belongs to the title above it."""
    line, before, first = lines[index], lines[found[-1]], len(found) == 1
    if line.text.startswith("("):
        return len(line.text) < 250
    if before.text.startswith("(") and not before.text.rstrip().endswith(")"):
        return True
    if names_body(line.text) and not _hangs(before.text):
        return False
    paragraph, under = _paragraph(lines, index)
    if first and under is not None and under.kind is BlockKind.FURNITURE and len(paragraph) <= _SUBJECT:
        return True  # between the type and the rule under the title
    if first and (line.style.bold or line.style.heading or line.style.align == "center"):
        return not _is_prose(paragraph)
    if not line.gap and not before.text.endswith(")"):
        return not _FINISHED.search(before.text) and not (line.text[:1].isupper() and _is_prose(paragraph))
    return _goes_on_after_gap(line, before, paragraph, first=first)


def _goes_on_after_gap(line: Line, before: Line, paragraph: str, *, first: bool) -> bool:
    """A new paragraph belongs to the title when it is its first, goes on with it, or is set as it is."""
    if _is_prose(paragraph):
        return False
    if first:
        return not _PREAMBLE.match(fold(paragraph)) or line.text[:1].islower() or line.text.isupper()
    if line.text[:1].islower() or (line.text.isupper() and before.text.isupper()):
        return not _FINISHED.search(before.text)
    return bool(line.style.bold and before.style.bold) or _hangs(before.text)


def _paragraph(lines: Sequence[Line], index: int) -> tuple[str, Line | None]:
    """The line with those that go on from it, up to a gap, a stop or what no title holds; the next line."""
    texts = [lines[index].text]
    for line in lines[index + 1 : index + 8]:
        stop = line.kind is not None or _PREAMBLE.match(fold(line.text)) or numbering.parse(line.text)
        if line.gap or stop or names_body(line.text) or _FINISHED.search(texts[-1]):
            return " ".join(texts), line
        texts.append(line.text)
    return " ".join(texts), None


def _is_prose(paragraph: str) -> bool:
    return len(paragraph) > _SUBJECT or (len(paragraph) > _PROSE and _FINISHED.search(paragraph) is not None)


def _hangs(text: str) -> bool:
    open_end = ends_with("open_words", fold(text)) and not ends_with("safe_ends", fold(text))
    return open_end or text.rstrip().endswith(("-", ","))
