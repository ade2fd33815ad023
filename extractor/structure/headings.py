"""Which paragraphs are headings.

A numbered paragraph is one when it names its unit ("Điều 5"), when the format or capitals set it as one, or
when it and its siblings are short titles with text under them; else it is a list item that keeps its label.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from extractor.report import BlockKind
from extractor.structure import numbering
from extractor.structure.joining import is_capitals, is_heading_like
from extractor.structure.numbering import DECIMALS, NAMED, Family, Number
from extractor.structure.paragraphs import Paragraph
from extractor.structure.vocabulary import starts_with
from patterns.folding import fold

_TITLE = 150  # characters of a title that nothing but its place shows
_SET_TITLE = 400  # of one that is set in bold or capitals
_PROSE = 120
_SHORT = 100
_MOST = 0.8  # of the siblings are titles
_SKIPPED = 3  # numbers that may be missing between two siblings

SENTENCES = regex.compile(r"[.!?]\s+\p{Lu}")
# "I- PHƯƠNG HƯỚNG: Tập trung …", "1. Về kinh tế: Tốc độ …": a title that the text runs on from
RUN_IN_CAPITALS = regex.compile(r"(?P<title>[\p{Lu}\d\s,;()–/“”\"'-]{4,150}[:.])\s*(?=\p{Lu}\p{Ll}|\p{Lu}\s)")
RUN_IN = regex.compile(r"(?P<title>\p{Lu}[^.:;!?]{2,100}:)\s+(?=[\p{L}\d“\"(+-])")
_ENACTING = regex.compile(
    r"(?:quyết định|quyết nghị|nghị định|nghị quyết|chỉ thị|thông tư)\s*:?|kết luận\s*:"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A paragraph with its number; those of the body may be headings."""

    paragraph: Paragraph
    number: Number | None

    @property
    def text(self) -> str:
        """All of it on one line."""
        return " ".join(line.text for line in self.paragraph.lines)

    @property
    def words(self) -> str:
        """What stands after the number."""
        return self.text[self.number.end :] if self.number else self.text


def candidate(paragraph: Paragraph) -> Candidate:
    """A paragraph and, in the body, its number."""
    return Candidate(paragraph, numbering.parse(paragraph.first.text) if paragraph.kind is None else None)


def find_headings(candidates: Sequence[Candidate]) -> set[int]:
    """The places of the headings among the candidates."""
    found = {index for index, each in enumerate(candidates) if _is_unnumbered_heading(each)}
    for group in _siblings(candidates):
        found |= _headings_of(candidates, group)
    return found


def _is_unnumbered_heading(each: Candidate) -> bool:
    line, text = each.paragraph.first, each.text
    if each.paragraph.kind is not None or each.number is not None or line.item:
        return False
    folded = fold(text[:_SET_TITLE])
    if not is_heading_like(line) or len(text) > _SET_TITLE or _ENACTING.fullmatch(folded):
        return False
    if line.style.heading is None and (starts_with("body_heads", folded) or starts_with("positions", folded)):
        return False  # the body that decides, above "Căn cứ …"
    prose = len(text) > _PROSE and (SENTENCES.search(text) is not None or text.endswith("."))
    return not prose and not text.endswith((";", ","))


def _siblings(candidates: Sequence[Candidate]) -> Iterator[list[int]]:
    """Numbered paragraphs that count on from each other, up to what encloses them."""
    open_groups: dict[Family, list[int]] = {}
    for index, each in enumerate(candidates):
        number = each.number
        if number is None or number.family is Family.BULLET:
            continue
        for family in [family for family in open_groups if encloses(number.family, family)]:
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


def encloses(outer: Family, inner: Family) -> bool:
    """Whether a number ends the count of another family: units by name, then "A", "I", "1", "1.1", "a)"."""
    return _ORDER.index(outer) < _ORDER.index(inner)


def _counts_on(before: Number | None, number: Number) -> bool:
    return (
        before is not None and before.parent == number.parent and 0 < number.order - before.order <= _SKIPPED
    )


def _headings_of(candidates: Sequence[Candidate], group: Sequence[int]) -> set[int]:
    """The headings among siblings: all of a kind, save a numbered paragraph that is plainly prose."""
    number = candidates[group[0]].number
    if number is None or number.family in NAMED:
        return set(group)
    set_as_headings = {index for index in group if _is_set(candidates[index])}
    if set_as_headings:
        alike = {i for i in group if _is_title(candidates[i]) or _runs_in(candidates[i], group)}
        return set_as_headings | alike
    if number.order > 1 and number.family not in DECIMALS:
        return set()  # a count that never began: "12. Kết quả" after "tháng"
    filled = {index for index in group if _is_title(candidates[index]) and _has_text_under(candidates, index)}
    titles = {
        i for i in group if _is_title(candidates[i]) and (i in filled or not candidates[i].text.endswith("."))
    }
    enough = len(titles) >= _MOST * len(group) and 2 * len(filled) >= len(group)
    return titles if enough else set()


def _is_set(each: Candidate) -> bool:
    """Set as a heading by the format or by capitals, or begun with a title in capitals."""
    if RUN_IN_CAPITALS.match(each.words):
        return True
    prose = len(each.words) > _PROSE and SENTENCES.search(each.words)
    if len(each.text) > _SET_TITLE or prose:
        return False
    return is_heading_like(each.paragraph.first) or is_capitals(each.words)


def _is_title(each: Candidate) -> bool:
    """Short, one clause, and not ended as an item of a list is."""
    text = each.text
    if len(text) > _TITLE or text.endswith((";", ",")) or SENTENCES.search(each.words):
        return False
    return not text.endswith(".") or len(text) <= _SHORT


def _runs_in(each: Candidate, group: Sequence[int]) -> bool:
    """A title that the text runs on from, beside siblings that are headings."""
    return len(group) > 1 and RUN_IN.match(each.words) is not None


def _has_text_under(candidates: Sequence[Candidate], index: int) -> bool:
    """Whether something of its own follows before its next sibling."""
    number = candidates[index].number
    for below in candidates[index + 1 :]:
        if below.paragraph.kind is BlockKind.TABLE:
            return True
        if below.paragraph.kind is None:
            lower = below.number
            return lower is None or (number is not None and encloses(number.family, lower.family))
    return False
