"""Quotation marks without their partner, or with one of another kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from extractor.checks.checked import CheckedReport
from extractor.checks.finding import Basis, Related, Severity, Spot
from extractor.checks.messages import Message, say
from extractor.checks.rule import rule
from extractor.checks.structure.running_text import Stretch, is_scanned, stretches

_QUOTE = regex.compile(r"[“”„\"]")
_SHOWN = 40
_NEAR = 60  # blocks: amended articles are quoted whole


@dataclass(frozen=True, slots=True)
class _Mark:
    stretch: Stretch
    at: int
    opens: bool
    order: int

    @property
    def char(self) -> str:
        return self.stretch.text[self.at]

    @property
    def place(self) -> int:
        return self.stretch.start + self.at


@rule("STR011", "quote-unbalanced", Severity.WARNING, Basis.PAGE)
def quote_unbalanced(checked: CheckedReport) -> Iterator[Spot]:
    """A quotation that is never closed or opened, or whose two marks are of different kinds."""
    waiting: list[_Mark] = []
    for mark in checked.once(_marks):
        if waiting and mark.order - waiting[-1].order > _NEAR:
            yield from map(_never_ended, waiting)
            waiting = []
        if mark.opens:
            # each paragraph of a long quotation may begin with a mark of its own; one mark ends it
            if waiting and waiting[-1].order < mark.order and not mark.stretch.text[: mark.at].strip():
                waiting.pop()
            waiting.append(mark)
        elif not waiting:
            yield _unpaired(mark, say('"{words}" ends a quotation that was never begun', words=_before(mark)))
        else:
            opened = waiting.pop()
            if opened.order == mark.order and (mark.char == '"') != (opened.char == '"'):
                yield _mixed(opened, mark)
    yield from map(_never_ended, waiting)


def _never_ended(mark: _Mark) -> Spot:
    return _unpaired(mark, say('the quotation "{words}" is never ended', words=_after(mark)))


def _marks(checked: CheckedReport) -> tuple[_Mark, ...]:
    return tuple(_read(checked))


def _read(checked: CheckedReport) -> Iterator[_Mark]:
    """All quotation marks; a straight one opens after a blank or bracket, where a letter follows."""
    for order, stretch in enumerate(stretches(checked)):
        inside = False
        for found in _QUOTE.finditer(stretch.text):
            at = found.start()
            before, after = stretch.text[at - 1 : at], stretch.text[at + 1 : at + 2]
            begins = (not before or before.isspace() or before in '([–-/“"') and not (
                not after or after.isspace()
            )
            if found[0] == '"' and before.isdigit() and not inside:
                continue  # inches
            if found[0] == '"' and (not before or before.isspace()) and (not after or after.isspace()):
                continue  # "the same as above" in a column
            opens = begins or (found[0] in "“„" and not inside)
            inside = opens
            yield _Mark(stretch, at, opens, order)


def _mixed(opened: _Mark, closed: _Mark) -> Spot:
    end = closed.place + 1
    return Spot(
        opened.place,
        min(end, opened.place + _SHOWN),
        say("the quotation is begun with {one} and ended with {other}", one=opened.char, other=closed.char),
        expected="“ ”",
        found=f"{opened.char} {closed.char}",
        related=(Related(closed.place, end),),
    )


def _unpaired(mark: _Mark, message: Message) -> Spot:
    severity = Severity.INFO if is_scanned(mark.stretch.block) else None
    return Spot(mark.place, mark.place + 1, message, found=mark.char, severity=severity)


def _after(mark: _Mark) -> str:
    return mark.stretch.text[mark.at + 1 : mark.at + _SHOWN].strip()


def _before(mark: _Mark) -> str:
    return mark.stretch.text[max(0, mark.at - _SHOWN) : mark.at].strip()


@rule("STR012", "quotes-mixed", Severity.INFO, Basis.PAGE)
def quotes_mixed(checked: CheckedReport) -> Iterator[Spot]:
    """Straight and curly quotation marks in one report; told once, at the rarer kind."""
    kinds: dict[bool, list[_Mark]] = {True: [], False: []}
    for mark in checked.once(_marks):
        if mark.opens:
            kinds[mark.char == '"'].append(mark)
    straight, curly = kinds[True], kinds[False]
    if straight and curly:
        rare, usual = (straight, curly) if len(straight) <= len(curly) else (curly, straight)
        yield Spot(
            rare[0].place,
            min(rare[0].place + _SHOWN, rare[0].stretch.block.end),
            say(
                "the report has both {one} and {other} for quotations", one=usual[0].char, other=rare[0].char
            ),
            found=rare[0].char,
            related=(Related(usual[0].place, usual[0].place + 1),),
        )
