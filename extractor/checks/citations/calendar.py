"""Days that cannot be."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.checked import CheckedReport
from extractor.checks.finding import Basis, Severity, Spot
from extractor.checks.messages import say
from extractor.checks.rule import rule
from patterns.dates import is_impossible


@rule("REF007", "impossible-date", Severity.ERROR, Basis.PAGE)
def impossible_date(checked: CheckedReport) -> Iterator[Spot]:
    """A day that no calendar has ("31/6/2019")."""
    for date in checked.dates:
        if is_impossible(date):
            yield Spot(date.start, date.end, say('no calendar has "{date}"', date=date.raw), found=date.raw)
