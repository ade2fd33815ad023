"""One document under two numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from extractor.checks.agreement.documents import (
    base_type,
    is_full,
    issuers_differ,
    plain_number,
    plain_symbol,
    subjects_alike,
)
from extractor.checks.checked import CheckedReport
from extractor.checks.finding import Basis, Related, Severity, Spot
from extractor.checks.messages import Message, say
from extractor.checks.near import digits_swapped
from extractor.checks.rule import rule
from patterns.mentions import Citation


@rule("REF106", "numbers-disagree", Severity.WARNING, Basis.PAGE)
def numbers_disagree(checked: CheckedReport) -> Iterator[Spot]:
    """Two numbers that are a slip apart, with the same symbol, day and subject."""
    groups: defaultdict[tuple[str, int | None, str], dict[str, list[Citation]]] = defaultdict(dict)
    for citation in checked.citations:
        if is_full(citation):
            series = base_type(citation), citation.year, plain_symbol(citation)
            groups[series].setdefault(plain_number(citation), []).append(citation)
    for numbers in groups.values():
        near = _near_numbers(numbers)
        for rare, usual in near:
            message = _number_message(rare, usual)
            if message is not None:
                yield Spot(
                    rare.start,
                    rare.end,
                    message,
                    expected=usual.code,
                    found=rare.code,
                    related=(Related(usual.start, usual.end),),
                )


def _near_numbers(numbers: dict[str, list[Citation]]) -> Iterator[tuple[Citation, Citation]]:
    """Pairs of mentions whose numbers have the same digits, or differ in one; the rarer one first."""
    buckets: defaultdict[str, set[str]] = defaultdict(set)
    for number in numbers:
        buckets["".join(sorted(number))].add(number)
        for at in range(len(number)):
            buckets[f"{number[:at]}?{number[at + 1 :]}"].add(number)
    pairs = {pair for near in buckets.values() if len(near) > 1 for pair in combinations(sorted(near), 2)}
    for one, other in sorted(pairs):
        groups = sorted((numbers[one], numbers[other]), key=lambda group: (len(group), -group[0].start))
        yield groups[0][0], next((c for c in groups[1] if c.date), groups[1][0])


def _number_message(rare: Citation, usual: Citation) -> Message | None:
    swapped = digits_swapped(plain_number(rare), plain_number(usual))
    if rare.date and usual.date and rare.date != usual.date:
        return None
    if issuers_differ(rare, usual):
        return None
    same_day = rare.date is not None and rare.date == usual.date
    alike = subjects_alike(rare, usual)
    long = len(plain_number(rare)) >= 3
    if not ((same_day and alike) or (swapped and same_day) or (swapped and alike) or (swapped and long)):
        return None
    return say(
        '"{found}" may be "{other}", which the report cites too: the numbers are a slip apart',
        found=rare.raw,
        other=usual.raw,
    )
