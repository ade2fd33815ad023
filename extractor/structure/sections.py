"""Headings, list items and their places: the section tree by the grammar of numbers.

A numbered paragraph is a heading when it names its unit ("Điều 5"), when the format or capitals set it as one, or
when it and its siblings are short titles with text under them; else it is a list item that keeps its label. The
level comes from the numbers that enclose it, never from the format's own levels.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from extractor.report import BlockKind
from extractor.structure import numbering
from extractor.structure.joining import FINISHED, ending, is_capitals, is_heading_like
from extractor.structure.leads import with_leads
from extractor.structure.lines import Line, slice_line
from extractor.structure.numbering import DECIMALS, NAMED, Family, Number
from extractor.structure.paragraphs import Paragraph
from extractor.structure.parts import Part
from extractor.structure.vocabulary import starts_with
from patterns.folding import fold

_TITLE = 150  # characters of a title that nothing but its place shows
_SET_TITLE = 400  # of one that is set in bold or capitals
_PROSE = 120

_SENTENCES = regex.compile(r"[.!?]\s+\p{Lu}")
# "I- PHƯƠNG HƯỚNG: Tập trung …", "1. Về kinh tế: Tốc độ …": a title that the text runs on from
_RUN_IN_CAPITALS = regex.compile(
    r"(?P<title>[\p{Lu}\d\s,;()–/“”\"'-]{4,150}[:.])\s*(?=\p{Lu}\p{Ll}|\p{Lu}\s)"
)
_RUN_IN = regex.compile(r"(?P<title>\p{Lu}[^.:;!?]{2,100}:)\s+(?=[\p{L}\d“\"(+-])")
_ENACTING = regex.compile(r"(?:quyết định|quyết nghị|nghị định|nghị quyết|chỉ thị|thông tư|kết luận)\s*:?")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A paragraph of the body with its number, and how it is set."""

    paragraph: Paragraph
    number: Number | None

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.paragraph.lines)


def place(paragraphs: Sequence[Paragraph]) -> list[Part]:
    """Tell headings from list items and prose, and give each part its section and lead."""
    candidates = [
        _Candidate(p, numbering.parse(p.first.text) if p.kind is None else None) for p in paragraphs
    ]
    headings = _headings(candidates)
    parts = list(_parts(candidates, headings))
    return with_leads(_with_sections(_merge_titles(parts)))


def _headings(candidates: Sequence[_Candidate]) -> set[int]:
    """Which paragraphs are headings."""
    found = {index for index, each in enumerate(candidates) if _is_unnumbered_heading(each)}
    for group in _siblings(candidates):
        found |= _headings_of_group(candidates, group)
    return found


def _is_unnumbered_heading(each: _Candidate) -> bool:
    line = each.paragraph.first
    if each.paragraph.kind is not None or each.number is not None or line.item:
        return False
    text = each.text
    folded = fold(text)
    if not is_heading_like(line) or len(text) > _SET_TITLE or _ENACTING.fullmatch(folded):
        return False
    if line.style.heading is None and (starts_with("body_heads", folded) or starts_with("positions", folded)):
        return False  # who decides, above "Căn cứ …"
    prose = len(text) > _PROSE and (_SENTENCES.search(text) is not None or text.endswith((".", ";")))
    return not prose and not text.endswith((";", ","))


def _siblings(candidates: Sequence[_Candidate]) -> Iterator[list[int]]:
    """Numbered paragraphs that count on from each other, up to what encloses them."""
    open_groups: dict[Family, list[int]] = {}
    for index, each in enumerate(candidates):
        number = each.number
        if number is None or number.family is Family.BULLET:
            continue
        enclosed = [family for family in open_groups if _encloses(number.family, family)]
        for family in enclosed:
            yield open_groups.pop(family)
        group = open_groups.get(number.family)
        if group is not None and _counts_on(candidates[group[-1]].number, number):
            group.append(index)
            continue
        if group is not None:
            yield group
        open_groups[number.family] = [index]
    yield from open_groups.values()


_ORDER = list(Family)


def _encloses(outer: Family, inner: Family) -> bool:
    """Whether a number of one family ends the count of another: units by name, then "A", "I", "1", "1.1", "a)"."""
    return outer is not inner and _ORDER.index(outer) < _ORDER.index(inner)


def _counts_on(before: Number | None, number: Number) -> bool:
    return before is not None and before.parent == number.parent and 0 < number.order - before.order <= 3


def _headings_of_group(candidates: Sequence[_Candidate], group: Sequence[int]) -> set[int]:
    family = candidates[group[0]].number
    assert family is not None
    if family.family in NAMED:
        return set(group)
    if family.order > 1 and not any(_is_set(candidates[i]) for i in group) and family.family not in DECIMALS:
        return set()  # a count that never began: "12. Kết quả" after "tháng"
    if any(_is_set(candidates[index]) for index in group):
        return {
            i
            for i in group
            if _is_set(candidates[i]) or _is_title(candidates[i]) or _run_in(candidates[i], group)
        }
    titles = [index for index in group if _is_title(candidates[index])]
    filled = [index for index in titles if _has_text_under(candidates, index)]
    many = len(titles) >= 0.8 * len(group) and 2 * len(filled) >= len(group) and bool(filled)
    return set(titles) if many else set()


def _is_set(each: _Candidate) -> bool:
    """Set as a heading by the format or by capitals; a paragraph whose first words are is not."""
    text = each.text
    number = each.number
    assert number is not None
    title = text[number.end :]
    if len(text) > _SET_TITLE or (len(title) > _PROSE and _SENTENCES.search(title)):
        return _RUN_IN_CAPITALS.match(title) is not None
    return (
        is_heading_like(each.paragraph.first)
        or is_capitals(title)
        or _RUN_IN_CAPITALS.match(title) is not None
    )


def _is_title(each: _Candidate) -> bool:
    """Short, one clause, and not ended as an item of a list is."""
    text = each.text
    if each.paragraph.first.item and each.paragraph.first.style.heading is None and not text.endswith(":"):
        return False
    words = text[each.number.end :] if each.number else text
    if len(text) > _TITLE or text.endswith((";", ",")) or _SENTENCES.search(words):
        return False
    return not text.endswith(".") or len(text) <= 100


def _run_in(each: _Candidate, group: Sequence[int]) -> bool:
    """A title that the text runs on from, beside siblings that are headings."""
    assert each.number is not None
    return len(group) > 1 and _RUN_IN.match(each.text[each.number.end :]) is not None


def _has_text_under(candidates: Sequence[_Candidate], index: int) -> bool:
    number = candidates[index].number
    assert number is not None
    for below in candidates[index + 1 :]:
        if below.paragraph.kind is BlockKind.TABLE:
            return True
        if below.paragraph.kind is not None:
            continue
        return below.number is None or (
            below.number.family is not number.family and not _encloses(below.number.family, number.family)
        )
    return False


def _parts(candidates: Sequence[_Candidate], headings: set[int]) -> Iterator[Part]:
    for index, each in enumerate(candidates):
        lines, number = tuple(each.paragraph.lines), each.number
        if each.paragraph.kind is not None:
            label = each.paragraph.first.label if each.paragraph.kind is BlockKind.FOOTNOTE else None
            yield Part(lines, each.paragraph.kind, label=label)
        elif index in headings:
            yield from _heading(lines, number)
        elif number is not None and number.family not in NAMED:
            label = number.label if number.family is not Family.BULLET else None
            yield Part(lines, BlockKind.LIST_ITEM, label=label)
        else:
            yield Part(lines, BlockKind.LIST_ITEM if each.paragraph.first.item else BlockKind.PARAGRAPH)


def _heading(lines: tuple[Line, ...], number: Number | None) -> Iterator[Part]:
    """A heading; where text runs on from its title, the title alone and then the text."""
    label = number.label if number else None
    cut = _title_end(lines, number)
    if cut is None:
        yield Part(lines, BlockKind.HEADING, label=label)
        return
    yield Part((slice_line(lines[0], 0, cut),), BlockKind.HEADING, label=label)
    rest = slice_line(lines[0], cut, len(lines[0].text))
    yield Part((replace(rest, opens=False), *lines[1:]), BlockKind.PARAGRAPH)


def _title_end(lines: tuple[Line, ...], number: Number | None) -> int | None:
    """Where on the first line the title ends and text runs on; None when all of it is title."""
    if number is None:
        return None
    first = lines[0].text
    title = first[number.end :]
    whole = " ".join([title, *(line.text for line in lines[1:])])
    if not title:
        return None
    capitals = _RUN_IN_CAPITALS.match(title)
    if capitals and len(whole) > capitals.end():
        return number.end + capitals.end("title")
    long = len(whole) > _TITLE or _SENTENCES.search(whole) is not None
    if number.family is Family.ARTICLE and (long or (whole.endswith((".", ";")) and len(whole) > 60)):
        return number.end
    if (long or len(lines) > 1) and not is_heading_like(lines[0]) and (run_in := _RUN_IN.match(title)):
        return number.end + run_in.end("title")
    return None


def _merge_titles(parts: Sequence[Part]) -> list[Part]:
    """Put the title of a part or chapter, which stands under its number, on the heading ("Phần thứ hai" + title)."""
    merged: list[Part] = []
    for part in parts:
        above = merged[-1] if merged else None
        if above is not None and _awaits_title(above) and _is_title_of(part, above):
            merged[-1] = replace(above, lines=(*above.lines, *part.lines))
        else:
            merged.append(part)
    return merged


def _awaits_title(part: Part) -> bool:
    if part.kind is not BlockKind.HEADING or part.label is None or len(part.lines) > 1:
        return False
    number = numbering.parse(part.lines[0].text)
    named = number is not None and number.family in NAMED and number.family is not Family.ARTICLE
    return named and number is not None and not part.lines[0].text[number.end :].strip()


def _is_title_of(part: Part, above: Part) -> bool:
    if part.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH) or part.label is not None:
        return False
    text = " ".join(line.text for line in part.lines)
    if part.kind is BlockKind.HEADING:
        return True
    return len(text) <= _TITLE and not FINISHED.search(ending(part.lines[-1])) and not text.startswith("(")


@dataclass(frozen=True, slots=True)
class _Open:
    """A heading that encloses what follows; its rank is its family, or how an unnumbered one is set."""

    index: int
    rank: Family | str
    number: Number | None


_CAPITALS, _PLAIN = "capitals", "plain"


def _with_sections(parts: Sequence[Part]) -> list[Part]:
    placed: list[Part] = []
    stack: list[_Open] = []
    for index, part in enumerate(parts):
        if part.kind in (BlockKind.RECIPIENTS, BlockKind.SIGNATURE):
            stack = []
        if part.kind is BlockKind.HEADING:
            stack = _enclosing(stack, part)
        placed.append(replace(part, section=tuple(heading.index for heading in stack)))
        if part.kind is BlockKind.HEADING:
            placed[-1] = replace(placed[-1], level=len(stack) + 1)
            number = _number(part)
            stack.append(_Open(index, number.family if number else _unnumbered_rank(part), number))
    return placed


def _number(part: Part) -> Number | None:
    return numbering.parse(part.lines[0].text) if part.label is not None else None


def _unnumbered_rank(part: Part) -> str:
    return _CAPITALS if is_capitals(" ".join(line.text for line in part.lines)) else _PLAIN


def _enclosing(stack: Sequence[_Open], part: Part) -> list[_Open]:
    """The open headings that a new one stands under."""
    number = _number(part)
    kept = list(stack)
    if number is None and _unnumbered_rank(part) == _CAPITALS:
        return [heading for heading in kept if heading.rank in NAMED]
    rank = number.family if number else _PLAIN
    if number is not None and number.family in NAMED:
        inside = NAMED[: NAMED.index(number.family)]
        while kept and kept[-1].rank not in inside:
            kept.pop()
    elif number is not None and number.family in DECIMALS:
        kept = _enclosing_decimal(kept, number)
    elif rank in (ranks := [heading.rank for heading in kept]):
        kept = kept[: ranks.index(rank)]
    elif number is not None and number.order > 1:  # its first sibling was lost: the usual order decides
        while kept and kept[-1].number is not None and _encloses(number.family, kept[-1].number.family):
            kept.pop()
    return kept


def _enclosing_decimal(kept: list[_Open], number: Number) -> list[_Open]:
    """ "7.1" stands under "7", "7.1.2" under "7.1", wherever these are open; else under what is not its equal."""
    for size in range(len(number.parent), 0, -1):
        for at in range(len(kept) - 1, -1, -1):
            above = kept[at].number
            if above is None or above.family not in (Family.ARABIC, *DECIMALS):
                continue
            if (*above.parent, above.order) == number.parent[:size]:
                return kept[: at + 1]
    inner = {
        *DECIMALS[DECIMALS.index(number.family) :],
        Family.LETTER,
        Family.LETTER_DIGIT,
        Family.ARABIC_PAREN,
        _PLAIN,
    }
    while kept and kept[-1].rank in inner:
        kept.pop()
    return kept
