"""Slips in the structure of a report: notes, brackets, quotes, sentences, numbers, names, words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extractor.checks.vocabulary import abbreviations, meaning_pattern
from extractor.report import Block, BlockKind
from extractor.structure import numbering
from extractor.structure.numbering import Family
from patterns.folding import fold
from patterns.gazetteers import phrases
from tests.checks.planting.clean import Clean
from tests.checks.planting.endings import after, more, paragraphs
from tests.checks.planting.slip import Edit, Slip

_ROMANS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_STRAY_NOTE = "<sup>9)</sup> Gồm 12 xã vùng cao."


def _is_prose(clean: Clean, place: int) -> bool:
    return clean.checked.block_at(place).kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)


def _mark_without_note(clean: Clean) -> Iterator[Edit]:
    return (more(block, "<sup>(9)</sup>") for block in paragraphs(clean))


def _note_without_mark(clean: Clean) -> Iterator[Edit]:
    if clean.checked.report.footnotes:
        yield from (after(block, _STRAY_NOTE) for block in paragraphs(clean))


def _note_out_of_order(clean: Clean) -> Iterator[Edit]:
    if clean.checked.report.footnotes:
        for block in paragraphs(clean):
            yield Edit(block.end - 1, block.end, f"<sup>(9)</sup>.\n\n{_STRAY_NOTE}\n\n")


def _note_marked_twice(clean: Clean) -> Iterator[Edit]:
    for note in clean.checked.report.footnotes[:1]:
        later = (block for block in paragraphs(clean) if block.start > (note.marker_end or 0))
        yield from (more(block, f"<sup>({note.label})</sup>") for block in later)


def _other_mark(clean: Clean) -> Iterator[Edit]:
    notes = clean.checked.report.footnotes
    if len(notes) >= 4:
        yield from (Edit(n.marker_start, n.marker_start + 1, "") for n in notes if n.marker_start is not None)


def _brackets(clean: Clean, bracket: str) -> Iterator[Edit]:
    marks = {(note.marker_start or 0) + at for note in clean.checked.report.footnotes for at in range(4)}
    for block in clean.checked.report.blocks:
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            for found in re.finditer(re.escape(bracket), clean.text[block.start : block.end]):
                at = block.start + found.start()
                if at not in marks and not re.search(r"(?:^|[\s;:])\w{1,2}$", clean.text[block.start : at]):
                    yield Edit(at, at + 1, "")


def _lost_opening(clean: Clean) -> Iterator[Edit]:
    return _brackets(clean, "(")


def _lost_closing(clean: Clean) -> Iterator[Edit]:
    return _brackets(clean, ")")


def _quote_not_ended(clean: Clean) -> Iterator[Edit]:
    return (more(block, ", như mô hình “Chính quyền thân thiện") for block in paragraphs(clean))


def _quote_not_begun(clean: Clean) -> Iterator[Edit]:
    return (more(block, ", như mô hình Chính quyền thân thiện”") for block in paragraphs(clean))


def _quote_of_two_kinds(clean: Clean) -> Iterator[Edit]:
    return (more(block, ', như mô hình "Chính quyền thân thiện”') for block in paragraphs(clean))


def _lost_text(clean: Clean) -> Iterator[Edit]:
    blocks = clean.checked.report.blocks
    for block, following in pairwise(blocks):
        text = clean.text[block.start : block.end]
        at = text.rfind(", ")
        if block.kind is BlockKind.PARAGRAPH and at >= 80 and following.kind is BlockKind.HEADING:
            yield Edit(block.start + at, block.end, " gắn với")


def _lost_stop(clean: Clean) -> Iterator[Edit]:
    blocks = clean.checked.report.blocks
    for block, following in pairwise(blocks):
        text = clean.text[block.start : block.end]
        words = text.rstrip(".").split()
        ends = len(text) > 150 and text.endswith(".") and words[-1].isalpha() and words[-1].islower()
        if block.kind is BlockKind.PARAGRAPH and ends and following.kind is BlockKind.HEADING:
            yield Edit(block.end - 1, block.end, "")


def _headings(clean: Clean) -> Iterator[tuple[Block, int]]:
    """Roman and Arabic headings that have one before them, with their order."""
    for block in clean.checked.report.blocks:
        number = numbering.parse(clean.text[block.start : block.end])
        counted = number is not None and number.family in (Family.ROMAN, Family.ARABIC) and number.order > 1
        if block.kind is BlockKind.HEADING and number is not None and counted:
            yield block, number.order


def _relabelled(block: Block, order: int) -> Edit:
    label = block.label or ""
    return Edit(block.start, block.start + len(label), str(order) if label.isdecimal() else _ROMANS[order])


def _skipped(clean: Clean) -> Iterator[Edit]:
    return (_relabelled(block, order + 1) for block, order in _headings(clean))


def _repeated(clean: Clean) -> Iterator[Edit]:
    return (_relabelled(block, order - 1) for block, order in _headings(clean) if order > 2)


def _undefined(clean: Clean) -> Iterator[Edit]:
    """Words that stand twice, the second time as a short form that no line explains."""
    folded = fold(clean.text)
    for short, known in abbreviations().items():
        pattern = meaning_pattern(short)
        if known.everyday or pattern is None or re.search(rf"\b{short}\b", clean.text):
            continue
        for found in list(pattern.finditer(folded))[1:]:
            cited = any(c.start < found.end() and found.start() < c.end for c in clean.checked.citations)
            if _is_prose(clean, found.start()) and not cited:
                yield Edit(found.start(), found.end(), short)


def _of_two_things(clean: Clean) -> Iterator[Edit]:
    words = "; giải quyết việc làm (GQVL), giải quyết vướng lúc (GQVL)"
    return (more(block, words) for block in paragraphs(clean))


def _misspelt(clean: Clean) -> Iterator[Edit]:
    uses = list(re.finditer(r"(?<![\w/-])(?:UBND|HĐND|BHYT|BHXH)(?![\w/-])", clean.text))
    if len(uses) > 1:
        yield from (
            Edit(use.end(), use.end(), use[0][-1]) for use in uses[1:] if _is_prose(clean, use.start())
        )


def _misspelt_district(clean: Clean) -> Iterator[Edit]:
    facts = clean.checked.report.facts
    names = [
        entry.name
        for entry in phrases("districts")
        if entry.within == facts.province and entry.kind == "huyện"
    ]
    long = [name for name in names if len(name) >= 7 and " " in name]
    if len(names) >= 2 and long:
        for number, block in enumerate(paragraphs(clean)):
            name = long[number % len(long)]
            yield more(block, f", nhất là các huyện {names[0]} và {name}{name[-1]}")


def _no_number(clean: Clean) -> Iterator[Edit]:
    for block in clean.checked.report.blocks:
        if block.kind is BlockKind.LETTERHEAD and clean.text[block.start : block.end].startswith("Số"):
            yield Edit(block.start, block.end, "VĂN PHÒNG")


def _word_twice(clean: Clean) -> Iterator[Edit]:
    return (
        Edit(found.start(), found.start(), found[0])
        for found in re.finditer(r"(?<= )(?:của|được|trong) ", clean.text)
    )


def _foreign_letter(clean: Clean) -> Iterator[Edit]:
    for found in re.finditer(r"(?<!\w)Đ(?=\w+ )", clean.text):
        if _is_prose(clean, found.start()):
            yield Edit(found.start(), found.end(), "Ð")


def _cut_off_issuer(clean: Clean) -> Iterator[Edit]:
    for citation in clean.checked.citations:
        if citation.issuer_span and citation.subject_span and citation.issuer_span[0] > citation.end:
            at = citation.issuer_span[0] - len(" của ")
            if clean.text[at : citation.issuer_span[0]] == " của ":
                yield Edit(at, at, ";")


SLIPS = (
    Slip("mark_without_note", "STR", frozenset({"STR001"}), _mark_without_note),
    Slip("note_without_mark", "STR", frozenset({"STR002"}), _note_without_mark),
    Slip("note_out_of_order", "STR", frozenset({"STR003"}), _note_out_of_order),
    Slip("note_marked_twice", "STR", frozenset({"STR004"}), _note_marked_twice),
    Slip("other_mark", "STR", frozenset({"STR005"}), _other_mark),
    Slip("lost_opening_bracket", "STR", frozenset({"STR010"}), _lost_opening),
    Slip("lost_closing_bracket", "STR", frozenset({"STR010"}), _lost_closing),
    Slip("quote_not_ended", "STR", frozenset({"STR011"}), _quote_not_ended),
    Slip("quote_not_begun", "STR", frozenset({"STR011"}), _quote_not_begun),
    Slip("quote_of_two_kinds", "STR", frozenset({"STR011"}), _quote_of_two_kinds),
    Slip("lost_text", "STR", frozenset({"STR020"}), _lost_text),
    Slip("lost_stop", "STR", frozenset({"STR021"}), _lost_stop),
    Slip("skipped_number", "STR", frozenset({"STR030"}), _skipped),
    Slip("repeated_number", "STR", frozenset({"STR031"}), _repeated),
    Slip("undefined_abbreviation", "STR", frozenset({"STR040"}), _undefined),
    Slip("abbreviation_of_two_things", "STR", frozenset({"STR042"}), _of_two_things),
    Slip("misspelt_abbreviation", "STR", frozenset({"STR043"}), _misspelt),
    Slip("misspelt_district", "STR", frozenset({"STR050"}), _misspelt_district),
    Slip("no_number", "STR", frozenset({"STR060"}), _no_number),
    Slip("word_twice", "STR", frozenset({"STR070"}), _word_twice),
    Slip("foreign_letter", "STR", frozenset({"STR071"}), _foreign_letter),
    Slip("cut_off_issuer", "STR", frozenset({"STR072"}), _cut_off_issuer),
)
