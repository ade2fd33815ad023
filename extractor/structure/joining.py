"""When a line goes on with the one before it, and what stands between them."""

from __future__ import annotations

import regex

from extractor.structure import numbering
from extractor.structure.lines import Line
from extractor.structure.numbering import Family
from extractor.structure.vocabulary import ends_with, starts_with
from patterns.folding import fold

_FULL = 0.9  # of the usual width: a line that the next word would not have fitted
_INDENT = 7.0  # points
_PROSE = 60  # characters: a shorter line without a full stop may be a label of its own

FINISHED = regex.compile(r"[.!?…;:](?:[”\"'’)\]]|\s?/\.)*\Z")
# "TT-" + "BLĐTBXH", "01/2024/" + "TT-…", "2016-" + "2020"; not "Lao động -" + "Thương binh"
_CUT_AFTER = regex.compile(r"(?:[\w&)]-|/)\Z")
# "161" + "-KH/TU", "34/2007" + "/QH11"; not the list mark of "-Tiếp tục"
_CUT_BEFORE = regex.compile(r"[-/](?:[A-ZĐ&]{2,}|[A-ZĐ][A-ZĐa-z]{0,3}[-/]|\d)")
_SYMBOL_END = regex.compile(r"[\dA-ZĐ&]\Z")
_CAPITAL_WORD = regex.compile(r"(?<![\w/-])\p{Lu}{2,}(?![\w/-])")
_FIGURES = regex.compile(r"[\d\s.,/%:+-]{1,30}")
_WANTS_FIGURES = regex.compile(r"(?<!\w)(?:ngày|tháng|năm|quý|số|khoảng|gần|hơn)\Z")
_INNER_DASH = regex.compile(r"[-–]\s\p{L}")
_UNIT_OF_LAW = regex.compile(r"(?:khoản|điểm|mục|điều|chương)\s+\w{1,4}\Z")


def seam(before: str, after: str) -> str:
    """What stands between two lines of one paragraph: a space, or nothing inside a document's symbol.

    >>> seam("Thông tư số 05/2019/TT-", "BNV"), seam("số 7/", "QĐ-UBND"), seam("Lao động -", "Thương binh")
    ('', '', ' ')
    """
    if _CUT_AFTER.search(before[-2:]) and after[:1].isalnum():
        return ""
    return "" if _CUT_BEFORE.match(after[:8]) and _SYMBOL_END.search(before[-1:]) else " "


def ending(line: Line) -> str:
    """The end of a line, a footnote's mark there left out."""
    last = line.markers[-1] if line.markers else None
    text = line.text[: last.start] if last and not line.text[last.end :].strip() else line.text
    return text[-60:].rstrip()


def is_finished(line: Line) -> bool:
    """Whether the line ends a sentence or clause (". ; : ! ? …", "./.")."""
    return FINISHED.search(ending(line)) is not None


def hangs(line: Line) -> bool:
    """Whether the line ends where no sentence can: after a comma, a hyphen inside a word, "của" or "và"."""
    end = ending(line)
    return (
        end.endswith((",", " -", " –"))
        or _CUT_AFTER.search(end) is not None
        or ends_with("open_words", fold(end))
    )


def opens_small(line: Line) -> bool:
    """Whether the first letter is small, as inside a sentence."""
    return line.text.lstrip("\"“'‘(")[:1].islower()


def opens_sentence(line: Line) -> bool:
    """Whether the line begins with a word that begins sentences ("Tuy nhiên", "Để")."""
    return starts_with("openers", fold(line.text[:30]))


def is_heading_like(line: Line) -> bool:
    """Set as a heading by the format, in bold and short, or in capitals."""
    bold = bool(line.style.bold) and len(line.text) <= 250 and not line.text.endswith((".", ";"))
    return line.style.heading is not None or bold or is_capitals(line.text)


def is_capitals(text: str) -> bool:
    """Whether a line is words in capitals, as titles are; a document's symbol is not.

    >>> is_capitals("KẾT QUẢ THỰC HIỆN"), is_capitals("05/2019/TT-BNV"), is_capitals("STT")
    (True, False, False)
    """
    return text.isupper() and len(_CAPITAL_WORD.findall(text[:200])) >= 2


def is_figures(text: str) -> bool:
    """Whether a line is a number or date and nothing else: a cell of its own, as in "05/4/2024"."""
    return _FIGURES.fullmatch(text) is not None


def begins_anew(line: Line, before: Line | None, *, wrapped: bool = True) -> bool:
    """Whether a line starts an item or heading: its number is not the second half of "khoản 2 / Điều 5".

    In a text that is not `wrapped` a line ends by chance at no word that may also end a title.
    """
    if line.item and line.opens:
        return True
    number = numbering.parse(line.text)
    if number is None:
        return line.style.heading is not None and line.opens
    if before is None or number.family is Family.BULLET or is_finished(before):
        return True
    end = fold(ending(before))
    if not wrapped and ends_with("safe_ends", end):
        return _UNIT_OF_LAW.search(end) is None
    return not (ends_with("open_words", end) or end.endswith(",") or _UNIT_OF_LAW.search(end))


def wraps(before: Line, line: Line, width: int | None) -> bool:
    """Whether `line`, right under `before`, goes on with its paragraph; `width` is that of a wrapped text."""
    full = width is not None and len(before.text) + 1 + len(line.text.split(maxsplit=1)[0]) > _FULL * width
    if full and _opens_with_inner_dash(line, before):
        return True
    if begins_anew(line, before, wrapped=width is not None):
        return False
    if is_figures(line.text) or is_figures(before.text):
        return _WANTS_FIGURES.search(fold(ending(before))) is not None
    capitals = is_capitals(before.text)
    if capitals != is_capitals(line.text):
        return hangs(before) and not capitals
    if is_finished(before):
        if opens_small(line):
            return full or not ending(before).endswith(".")
        runs_on = ending(before).endswith((".", "…")) or line.text[0].isdigit()
        return full and runs_on and not _is_indented(line, before)
    if hangs(before) or opens_small(line):
        return True
    return (full or capitals) and not _is_indented(line, before)


def _opens_with_inner_dash(line: Line, before: Line) -> bool:
    """Whether a dash at the beginning of a line stands inside a sentence: "Ban Văn hóa" + "- Xã hội tỉnh".

    It stands where the lines of a paragraph begin, under one that a word ended; items are set in, or stand
    under what ends with a stop.
    """
    dash = _INNER_DASH.match(line.text)
    if dash is None or line.item or is_finished(before) or hangs(before):
        return False
    return not _is_indented(line, before) and numbering.parse(before.text) is None


def _is_indented(line: Line, before: Line) -> bool:
    return (line.style.indent or 0) > (before.style.indent or 0) + _INDENT


def resumes(before: Line, line: Line, *, cut: bool) -> bool:
    """Whether a paragraph goes on past a gap; `cut`: a page's edge, furniture or footnotes stand between.

    The format's own word counts most. Else the upper must be open, and the lower begin small; a capital does
    for a name at a page's edge, not for a word that begins sentences.
    """
    if line.continues is not None:
        return line.continues
    if begins_anew(line, None) or is_heading_like(line) or is_heading_like(before) or is_finished(before):
        return False
    if is_figures(line.text):
        return False
    if opens_small(line):
        return True
    if opens_sentence(line):
        return False
    if hangs(before):
        return cut or not ends_with("safe_ends", fold(ending(before)))
    return cut and len(before.text) >= _PROSE
