"""Changes against the levels before and after: "từ 127 xuống 124, giảm 3", "tăng 6,1% (năm 2020: 54.482 tỷ đồng)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from extractor.checks.checked import CheckedReport
from extractor.checks.figures.prose import (
    Prose,
    Sentence,
    is_percent,
    is_single,
    read_prose,
    without_brackets,
)
from extractor.checks.figures.words import ending, group, word
from extractor.checks.figures.writing import amount, number_of, show_like, step
from extractor.checks.finding import Basis, Related, Severity, Spot
from extractor.checks.messages import say
from extractor.checks.rule import rule
from patterns.mentions import Indicator

_FROM = regex.compile(r"(?<!\p{L})từ(?:\ (?:mức|trên|hơn|con\ số))?\ ?$")
_LONGEST = 70  # code points between the levels, or between a level and its change
_YEARLY = regex.compile(r"bình\ quân|mỗi\ năm|hằng\ năm|hàng\ năm|so\ với|chỉ\ tiêu|kế\ hoạch|trong\ đó|vượt")


@dataclass(frozen=True, slots=True)
class Move:
    """What was before and what is after, by their indices, with the figures that say by how much it has changed."""

    before: int
    after: int
    changes: tuple[int, ...]


def read_moves(checked: CheckedReport) -> tuple[Move, ...]:
    """Where the running text says that something went from one level to another."""
    prose = checked.once(read_prose)
    return tuple(move for sentence in prose.sentences for move in _in_sentence(prose, sentence))


def _in_sentence(prose: Prose, sentence: Sentence) -> Iterator[Move]:
    figures = sentence.figures
    for place in range(len(figures) - 1):
        one, other = figures[place], figures[place + 1]
        if not _is_move(prose, one, other):
            continue
        changes: list[int] = []
        if place and _leads_to(prose, figures[place - 1], one):
            changes.append(figures[place - 1])
        changes += _after(prose, other, figures[place + 2 :])
        yield Move(one, other, tuple(changes))


def _is_move(prose: Prose, one: int, other: int) -> bool:
    first, second = prose.indicators[one], prose.indicators[other]
    gap = prose.gap(one, other)
    return (
        is_single(first)
        and is_single(second)
        and first.denominator is second.denominator is None
        and first.canonical_unit == second.canonical_unit
        and len(gap) <= _LONGEST
        and ";" not in gap
        and bool(_FROM.search(prose.before(one, 20)))
        and bool(word("becomes").search(gap))
    )


_OPENS = regex.compile(r"[^;.()]{0,40}[(,]\ ?(?:giảm\ |tăng\ )?từ(?:\ \p{L}+)?\ ?$")


def _leads_to(prose: Prose, change: int, one: int) -> bool:
    """ "giảm 23 thôn (từ 157 xuống 134)": the change stands first."""
    said = bool(ending("falls", "rises").search(prose.before(change, 20)))
    return said and bool(_OPENS.match(prose.gap(change, one))) and is_single(prose.indicators[change])


_CHANGED = regex.compile(rf"[^;.\d]{{0,30}}[,(]\s*{group('falls', 'rises')}(?:\ \p{{L}}+){{0,2}}\ ?$")
_SAME = regex.compile(r"[^;.\d]{0,30}[,(]\s*(?:tương\ (?:ứng|đương)|bằng|tỷ\ lệ)?(?:\ \p{L}+){0,2}\ ?$")


_YEAR = regex.compile(r"(?:đầu\ |cuối\ )?năm\ \d{4}")


def _after(prose: Prose, level: int, figures: tuple[int, ...]) -> Iterator[int]:
    last, pattern = level, _CHANGED
    for at in figures[:2]:
        gap = _YEAR.sub("", without_brackets(prose.gap(last, at)))
        if not pattern.match(gap) or _YEARLY.search(gap) or not is_single(prose.indicators[at]):
            return
        yield at
        last, pattern = at, _SAME


@rule("NUM008", "change-against-levels", Severity.ERROR, Basis.PAGE)
def change_against_levels(checked: CheckedReport) -> Iterator[Spot]:
    """A change is not the difference of the levels before and after, or goes the other way."""
    prose = checked.once(read_prose)
    for move in checked.once(read_moves):
        yield from _direction(prose, move)
        for at in move.changes:
            spot = _difference(prose.indicators, move, at)
            if spot is not None:
                yield spot


@rule("NUM019", "percent-for-points", Severity.INFO, Basis.PAGE)
def percent_for_points(checked: CheckedReport) -> Iterator[Spot]:
    """The difference of two percentages is called percent; it is percentage points."""
    for move in checked.once(read_moves):
        before, after = checked.indicators[move.before], checked.indicators[move.after]
        for at in move.changes:
            change = checked.indicators[at]
            both = is_percent(before) and is_percent(after) and is_percent(change)
            if both and _is(abs(before.value - after.value), change, before, after):
                message = say(
                    "from {before} to {after} is a change of {points} percentage points, not percent",
                    before=before.raw,
                    after=after.raw,
                    points=number_of(change),
                )
                yield Spot(change.start, change.end, message, found=change.raw)


def _direction(prose: Prose, move: Move) -> Iterator[Spot]:
    before, after = prose.indicators[move.before], prose.indicators[move.after]
    gap, said = prose.gap(move.before, move.after), prose.before(move.before, 24)
    verb = regex.sub(r"\ ?từ.*$", "", said)
    down = "xuống" in gap or bool(ending("falls").search(verb))
    up = bool(regex.search(r"(?<!\p{L})lên(?!\p{L})", gap)) or bool(ending("rises").search(verb))
    if down == up or amount(before) == amount(after):
        return
    if (amount(after) > amount(before)) == down:
        message = (
            say("said to fall, but {after} is more than {before}", after=after.raw, before=before.raw)
            if down
            else say("said to rise, but {after} is less than {before}", after=after.raw, before=before.raw)
        )
        yield Spot(
            after.start,
            after.end,
            message,
            found=after.raw,
            related=(Related(before.start, before.end, say("the level before")),),
        )


def _difference(indicators: Sequence[Indicator], move: Move, at: int) -> Spot | None:
    before, after, change = indicators[move.before], indicators[move.after], indicators[at]
    difference = abs(amount(before) - amount(after))
    points = change.unit is not None and change.unit.startswith("điểm")
    if is_percent(change) or points:
        of_percent = is_percent(before)
        relative = 100 * difference / amount(before) if amount(before) else 0.0
        wanted = abs(before.value - after.value) if of_percent else relative
        agrees = _is(wanted, change, before, after) or (of_percent and _is(relative, change, before, after))
        if not of_percent and points:
            return None
        printed = show_like(wanted, change) + ("%" if is_percent(change) else "")
    elif change.canonical_unit == before.canonical_unit:
        slack = (step(before) + step(after) + step(change)) / 2
        agrees = abs(difference - amount(change)) <= slack + 1e-9 * difference
        printed = show_like(difference, change)
    else:
        return None
    if agrees:
        return None
    return Spot(
        change.start,
        change.end,
        say(
            "from {before} to {after} is a change of {wanted}, but the page has {printed}",
            before=number_of(before),
            after=number_of(after),
            wanted=printed,
            printed=change.raw,
        ),
        expected=printed,
        found=change.raw,
        related=(
            Related(before.start, before.end, say("the level before")),
            Related(after.start, after.end, say("the level after")),
        ),
    )


def _is(wanted: float, change: Indicator, before: Indicator, after: Indicator) -> bool:
    """Whether a change is as wanted, to one unit of its last place and what the rounded levels allow."""
    exact = is_percent(before)
    slack = (step(before) + step(after)) / 2 if exact else 0.0
    return abs(wanted - change.value) <= step(change) + slack + 1e-9


RULES = (change_against_levels, percent_for_points)
