"""Findings on numbers that a scan was read for: what was read uncertainly makes them weigh less."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.checks.checked import CheckedReport
from extractor.checks.finding import Severity, Spot
from extractor.checks.rule import ReportRule

_CERTAIN = 0.9  # confidence below which figures of bad copies are found to be misread
_LOWER = {Severity.ERROR: Severity.WARNING, Severity.WARNING: Severity.INFO, Severity.INFO: Severity.INFO}


def weighed(rule: ReportRule) -> ReportRule:
    """The rule with each finding one degree slighter where one of its numbers was read uncertainly."""

    def search(checked: CheckedReport) -> Iterator[Spot]:
        for spot in rule.search(checked):
            if _is_uncertain(checked, spot):
                spot = replace(spot, severity=_LOWER[spot.severity or rule.severity])
            yield spot

    return replace(rule, search=search)


def _is_uncertain(checked: CheckedReport, spot: Spot) -> bool:
    words = checked.once(read_uncertain)
    places = [(spot.start, spot.end), *((place.start, place.end) for place in spot.related)]
    return bool(words) and any(_touches(words, start, end) for start, end in places)


def read_uncertain(checked: CheckedReport) -> Sequence[tuple[int, int]]:
    """The words of a scan that were read with little confidence, as spans in text order."""
    origins = (origin for block in checked.report.blocks for origin in block.origins)
    return sorted(
        (origin.start, origin.end)
        for origin in origins
        if origin.confidence is not None and origin.confidence < _CERTAIN
    )


def _touches(words: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    place = bisect_left(words, (end, 0))
    return place > 0 and words[place - 1][1] > start
