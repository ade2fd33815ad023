"""The section tree: headings and list items in their places.

The level of a heading comes from the numbers that enclose it, never from the format's own levels, which OCR
gives at random.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractor.report import BlockKind
from extractor.structure import numbering
from extractor.structure.headings import (
    RUN_IN,
    RUN_IN_CAPITALS,
    SENTENCES,
    Candidate,
    candidate,
    encloses,
    find_headings,
)
from extractor.structure.joining import FINISHED, ending, is_capitals, is_heading_like
from extractor.structure.leads import with_leads
from extractor.structure.lines import Line, slice_line
from extractor.structure.numbering import DECIMALS, NAMED, Family, Number
from extractor.structure.paragraphs import Paragraph
from extractor.structure.parts import Part

_TITLE = 150  # characters of a title at most
_ARTICLE = 60  # of the title of an article that ends with a full stop

_CAPITALS, _PLAIN = "capitals", "plain"


def place(paragraphs: Sequence[Paragraph]) -> list[Part]:
    """Tell headings from list items and prose, and give each part its section and lead."""
    candidates = [candidate(paragraph) for paragraph in paragraphs]
    parts = list(_parts(candidates, find_headings(candidates)))
    return with_leads(_with_sections(_merge_titles(parts)))


def _parts(candidates: Sequence[Candidate], headings: set[int]) -> Iterator[Part]:
    for index, each in enumerate(candidates):
        lines, number, kind = tuple(each.paragraph.lines), each.number, each.paragraph.kind
        if kind is not None:
            yield Part(lines, kind, label=lines[0].label if kind is BlockKind.FOOTNOTE else None)
        elif index in headings:
            yield from _heading(lines, number)
        elif number is not None and number.family not in NAMED:
            label = number.label if number.family is not Family.BULLET else None
            yield Part(lines, BlockKind.LIST_ITEM, label=label)
        else:
            yield Part(lines, BlockKind.LIST_ITEM if lines[0].item else BlockKind.PARAGRAPH)


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
    if number is None or not lines[0].text[number.end :]:
        return None
    title = lines[0].text[number.end :]
    whole = " ".join([title, *(line.text for line in lines[1:])])
    capitals = RUN_IN_CAPITALS.match(title)
    if capitals and len(whole) > capitals.end():
        return number.end + capitals.end("title")
    long = len(whole) > _TITLE or SENTENCES.search(whole) is not None
    stopped = whole.endswith((".", ";")) and len(whole) > _ARTICLE
    if number.family is Family.ARTICLE and (long or stopped):
        return number.end
    if (long or len(lines) > 1) and not is_heading_like(lines[0]) and (run_in := RUN_IN.match(title)):
        return number.end + run_in.end("title")
    return None


def _merge_titles(parts: Sequence[Part]) -> list[Part]:
    """Put the title that stands under the number of a part on its heading ("Phần thứ hai" + title).

    A page may end between the two.
    """
    merged: list[Part] = []
    heading = -1  # where the last part of the body stands
    for part in parts:
        if heading >= 0 and _awaits_title(merged[heading]) and _is_title(part):
            merged[heading] = replace(merged[heading], lines=(*merged[heading].lines, *part.lines))
            continue
        if part.kind not in (BlockKind.FURNITURE, BlockKind.FOOTNOTE):
            heading = len(merged)
        merged.append(part)
    return merged


def _awaits_title(part: Part) -> bool:
    if part.kind is not BlockKind.HEADING or len(part.lines) > 1:
        return False
    number = _number(part)
    if number is None or number.family not in NAMED or number.family is Family.ARTICLE:
        return False
    return not part.lines[0].text[number.end :].strip()


def _is_title(part: Part) -> bool:
    if part.label is not None:
        return False
    if part.kind is BlockKind.HEADING:
        return True
    short = sum(len(line.text) for line in part.lines) <= _TITLE
    stopped = FINISHED.search(ending(part.lines[-1])) or part.lines[0].text.startswith("(")
    return part.kind is BlockKind.PARAGRAPH and short and not stopped


def _number(part: Part) -> Number | None:
    return numbering.parse(part.lines[0].text) if part.label is not None else None


@dataclass(frozen=True, slots=True)
class _Open:
    """A heading that encloses what follows; its rank is its family, or how an unnumbered one is set."""

    index: int
    rank: Family | str
    number: Number | None


def _with_sections(parts: Sequence[Part]) -> list[Part]:
    """Give each part the headings it stands under; the ending of the report stands under none."""
    placed: list[Part] = []
    stack: list[_Open] = []
    for index, part in enumerate(parts):
        if part.kind in (BlockKind.RECIPIENTS, BlockKind.SIGNATURE):
            stack = []
        if part.kind is BlockKind.HEADING:
            stack = _enclosing(stack, part)
        section = tuple(heading.index for heading in stack)
        level = len(stack) + 1 if part.kind is BlockKind.HEADING else None
        placed.append(Part(part.lines, part.kind, level, part.label, section, part.lead))
        if part.kind is BlockKind.HEADING:
            stack.append(_Open(index, _rank(part), _number(part)))
    return placed


def _rank(part: Part) -> Family | str:
    number = _number(part)
    if number is not None:
        return number.family
    return _CAPITALS if is_capitals(" ".join(line.text for line in part.lines)) else _PLAIN


def _enclosing(stack: Sequence[_Open], part: Part) -> list[_Open]:
    """The open headings that a new one stands under."""
    number, rank, kept = _number(part), _rank(part), list(stack)
    if rank == _CAPITALS:  # "KẾT LUẬN": beside all but parts and chapters
        return [heading for heading in kept if heading.rank in NAMED]
    if rank in NAMED:
        while kept and kept[-1].rank not in NAMED[: NAMED.index(rank)]:
            kept.pop()
        return kept
    if number is not None and rank in DECIMALS:
        return _enclosing_decimal(kept, number)
    ranks = [heading.rank for heading in kept]
    if rank in ranks:
        return kept[: ranks.index(rank)]
    if number is not None and number.order > 1:  # its first sibling was lost: the usual order decides
        while kept and kept[-1].number is not None and encloses(number.family, kept[-1].number.family):
            kept.pop()
    return kept


def _enclosing_decimal(kept: list[_Open], number: Number) -> list[_Open]:
    """ "7.1" stands under "7", "7.1.2" under "7.1", if these are open; else under what is not its equal."""
    for size in range(len(number.parent), 0, -1):
        for at in range(len(kept) - 1, -1, -1):
            above = kept[at].number
            counted = above is not None and above.family in (Family.ARABIC, *DECIMALS)
            if counted and above is not None and (*above.parent, above.order) == number.parent[:size]:
                return kept[: at + 1]
    deeper = (
        *DECIMALS[DECIMALS.index(number.family) :],
        Family.LETTER,
        Family.LETTER_DIGIT,
        Family.ARABIC_PAREN,
    )
    while kept and kept[-1].rank in (*deeper, _PLAIN):
        kept.pop()
    return kept
