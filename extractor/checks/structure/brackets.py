"""Brackets without their partner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from extractor.checks.checked import CheckedReport
from extractor.checks.finding import Basis, Severity, Spot
from extractor.checks.messages import say
from extractor.checks.rule import rule
from extractor.checks.structure.running_text import Stretch, is_scanned, stretches
from extractor.report import BlockKind

_PAIRS = {")": "(", "]": "["}
_BRACKET = regex.compile(r"[()\[\]]")
# "a) …", "1) …", "iv) …", "a1) …", "*) …": the mark of an item, at the head of a line or inside one
_MARK = regex.compile(r"(?r)(?<![\w*.])(?:\d{1,2}|\p{L}\d{0,2}|[ivx]{1,5}|\*{1,3}|\d{1,2}\.\d{1,2})")
_BEFORE_MARK = " \t\n;:,.–-“\"'"
_NEAR = 6  # blocks: a bracket may hold a list ("(gồm:", …, "…)")
_SHOWN = 40
_LEAST = 8  # code points: what is left of a drawing ("(", "[]") is no text


@dataclass(frozen=True, slots=True)
class _Loose:
    """A bracket that its own block does not pair; `order` counts the blocks of text."""

    stretch: Stretch
    at: int
    char: str
    order: int


@rule("STR010", "bracket-unbalanced", Severity.ERROR, Basis.PAGE)
def bracket_unbalanced(checked: CheckedReport) -> Iterator[Spot]:
    """A bracket that is never closed, or never opened; "a)" and "1)" are marks of items."""
    waiting: list[_Loose] = []
    alone: list[_Loose] = []
    for order, stretch in enumerate(stretches(checked)):
        if len(stretch.text) < _LEAST:
            continue
        numbered = stretch.block.kind is BlockKind.HEADING and stretch.block.label is not None
        if numbered or (waiting and order - waiting[-1].order > _NEAR):
            alone += waiting
            waiting = []
        for loose in _loose(stretch, order):
            if loose.char in "([":
                waiting.append(loose)
            elif waiting and waiting[-1].char == _PAIRS[loose.char]:
                waiting.pop()
            else:
                alone.append(loose)
    for loose in sorted([*alone, *waiting], key=lambda loose: loose.stretch.start + loose.at):
        yield _spot(loose)


def _loose(stretch: Stretch, order: int) -> list[_Loose]:
    opened: list[int] = []
    closed: list[int] = []
    text = stretch.text
    for found in _BRACKET.finditer(text):
        at, char = found.start(), found[0]
        if char in "([":
            opened.append(at)
        elif opened and text[opened[-1]] == _PAIRS[char]:
            opened.pop()
        elif not _is_mark(text, at):
            closed.append(at)
    return [_Loose(stretch, at, text[at], order) for at in sorted([*opened, *closed])]


def _is_mark(text: str, at: int) -> bool:
    mark = _MARK.match(text, 0, at)
    return mark is not None and (mark.start() == 0 or text[mark.start() - 1] in _BEFORE_MARK)


def _spot(loose: _Loose) -> Spot:
    text, at = loose.stretch.text, loose.at
    severity = Severity.WARNING if is_scanned(loose.stretch.block) else None
    if loose.char in "([":
        end = min(len(text), at + _SHOWN)
        message = say('"{words}" is opened and never closed', words=text[at:end].strip())
        return Spot(
            loose.stretch.start + at, loose.stretch.start + end, message, found=loose.char, severity=severity
        )
    first = max(0, at - _SHOWN)
    while first and not text[first - 1].isspace():
        first -= 1
    message = say('"{words}" is closed and was never opened', words=text[first : at + 1].strip())
    start = loose.stretch.start + first
    return Spot(start, loose.stretch.start + at + 1, message, found=loose.char, severity=severity)
