"""Numbers of headings and items: none left out, none given twice (NĐ 30/2020, annex I, 6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import regex

from extractor.checks.checked import CheckedReport
from extractor.checks.finding import Basis, Related, Severity, Spot
from extractor.checks.messages import Message, say
from extractor.checks.rule import rule
from extractor.checks.structure.running_text import is_scanned
from extractor.report import Block, BlockKind
from extractor.structure import numbering
from extractor.structure.numbering import Family, Number

# The letters of points: "đ" may be left out, "f", "j", "w", "z" are of other alphabets
_LETTERS = "abcdđefghijklmnopqrstuvwxyz"
_OPTIONAL = frozenset("đfjwz")
_TENS, _ONES = ("", "X", "XX"), ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_ROMANS = tuple(ten + one for ten in _TENS for one in _ONES)  # by their value
_COUNTED = (
    Family.ROMAN,
    Family.CAPITAL,
    Family.ARABIC,
    Family.ARABIC_PAREN,
    Family.DECIMAL2,
    Family.DECIMAL3,
    Family.LETTER,
    Family.CHAPTER,
    Family.ARTICLE,
)


@dataclass(frozen=True, slots=True)
class _Step:
    """Two numbers that follow each other among their siblings."""

    before: tuple[Block, Number]
    after: tuple[Block, Number]


@rule("STR030", "number-skipped", Severity.WARNING, Basis.PAGE)
def number_skipped(checked: CheckedReport) -> Iterator[Spot]:
    """I, II, IV: a number that is left out and stands nowhere between its neighbours."""
    for step in checked.once(_steps):
        (before, one), (after, other) = step.before, step.after
        missing = _missing(one, other)
        if missing is None or _stands_between(checked, before, after, missing):
            continue
        yield _spot(
            checked,
            step,
            say('"{after}" follows "{before}": {missing} is left out', **_labels(step), missing=missing),
            expected=missing,
        )


@rule("STR031", "number-repeated", Severity.WARNING, Basis.PAGE)
def number_repeated(checked: CheckedReport) -> Iterator[Spot]:
    """I, II, II: a number that is given to two neighbours."""
    for step in checked.once(_steps):
        one, other = step.before[1], step.after[1]
        # "i-", "ii-" are Roman numbers, of which only the first looks like a letter
        first = other.order == 1 or other.label in ("i", "v", "x")
        if one.label == other.label and one.parent == other.parent and not first:
            yield _spot(
                checked,
                step,
                say('"{after}" is the number of the item before it too', **_labels(step)),
                expected=None,
            )


def _steps(checked: CheckedReport) -> tuple[_Step, ...]:
    return tuple(_read(checked))


def _read(checked: CheckedReport) -> Iterator[_Step]:
    """Each numbered block with the one before it of its kind, under the same headings."""
    last: dict[tuple[object, ...], tuple[Block, Number]] = {}
    for block in checked.report.blocks:
        if block.kind not in (BlockKind.HEADING, BlockKind.LIST_ITEM) or block.label is None:
            continue
        number = numbering.parse(checked.text[block.start : block.end])
        if number is None or number.family not in _COUNTED:
            continue
        place = () if number.family in (Family.ARTICLE, Family.CHAPTER) else block.section
        key = (number.family, number.parent, block.kind, place)
        if key in last:
            yield _Step(last[key], (block, number))
        last[key] = (block, number)


def _missing(one: Number, other: Number) -> str | None:
    """The number that should stand between two, None where they follow each other or the count begins anew."""
    if one.parent != other.parent:
        return None
    if one.family in (Family.LETTER, Family.CAPITAL):
        return _missing_letter(one.label, other.label)
    if other.order != one.order + 2:
        return None  # a longer leap is another count, or a number misread
    return _label(one, one.order + 1)


def _missing_letter(one: str, other: str) -> str | None:
    first, last = _LETTERS.find(one.lower()), _LETTERS.find(other.lower())
    between = [letter for letter in _LETTERS[first + 1 : last] if letter not in _OPTIONAL]
    if not 0 <= first < last or len(between) != 1:
        return None
    return between[0].upper() if one.isupper() else between[0]


def _label(like: Number, order: int) -> str | None:
    match like.family:
        case Family.ROMAN:
            return _ROMANS[order] if order < len(_ROMANS) else None
        case Family.DECIMAL2 | Family.DECIMAL3:
            return ".".join(str(part) for part in (*like.parent, order))
        case Family.CHAPTER:
            roman = regex.search(r"[IVX]+$", like.label) is not None
            return _ROMANS[order] if roman and order < len(_ROMANS) else str(order)
        case _:
            return str(order)


def _stands_between(checked: CheckedReport, before: Block, after: Block, label: str) -> bool:
    """Whether the number stands in the text between, as an item that was read as prose."""
    return _mark(label).search(checked.text, before.start + 1, after.start) is not None


@lru_cache(maxsize=1024)
def _mark(label: str) -> regex.Pattern[str]:
    """ "III.", "2 -", "Chương III", "18a, 18b."."""
    number = regex.escape(label)
    return regex.compile(
        rf"(?<![\w.,/(%]){number}(?:[a-zđ]?\s?[.)\-–—/:]\s*(?=\p{{L}})|[a-zđ],)|(?:chương|điều|mục|phần)\s+{number}(?!\w)",
        regex.IGNORECASE,
    )


def _labels(step: _Step) -> dict[str, str]:
    return {"before": step.before[1].label, "after": step.after[1].label}


def _spot(checked: CheckedReport, step: _Step, message: Message, expected: str | None) -> Spot:
    (before, one), (after, other) = step.before, step.after
    return Spot(
        after.start,
        min(after.end, after.start + max(other.end, 1)),
        message,
        expected=expected,
        found=other.label,
        related=(Related(before.start, min(before.end, before.start + max(one.end, 1))),),
        severity=Severity.INFO if is_scanned(after) else None,
    )
