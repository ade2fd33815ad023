"""A kind of slip, planted in clean reports one place at a time, and whether the checks see it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from extractor.checks import Finding, Severity, check
from tests.checks.planting.clean import Clean, SourceMap, clean_reports
from tests.checks.reports import read_text

PLACES = 10
_NEAR = 60  # code points of the source: a slip that takes words away is seen at what stands beside it


@dataclass(frozen=True, slots=True)
class Edit:
    """`replacement` for `text[start:end]` of a clean report's text; an empty stretch inserts."""

    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class Slip:
    """A kind of slip.

    Attributes:
        family: "REF", "NUM", "STR"; codes: of the rules of which one at least must see it.
        edits: the places of a clean report where it can be planted.
        grave: whether it must be an error or warning, and not info.
    """

    name: str
    family: str
    codes: frozenset[str]
    edits: Callable[[Clean], Iterable[Edit]]
    grave: bool = True


@dataclass(frozen=True, slots=True)
class Planted:
    """A slip in its place: the source with it, and the stretch `source[start:end]` that was changed."""

    slip: Slip
    report: str
    source: str
    start: int
    end: int

    def __str__(self) -> str:
        around = self.source[max(0, self.start - 50) : self.end + 30]
        return f"{self.report}: … {' '.join(around.split())} …"


def places(slip: Slip, wanted: int = PLACES) -> list[Planted]:
    """So many places for a slip, spread over all reports where it can be planted."""
    found = [planted for clean in clean_reports() for planted in _plant(slip, clean)]
    if len(found) <= wanted:
        return found
    return [found[number * len(found) // wanted] for number in range(wanted)]


def is_seen(planted: Planted) -> bool:
    """Whether a rule of the slip's speaks of the place."""
    report, mentions = read_text(planted.source)
    in_source = SourceMap(report)
    return any(
        finding.rule in planted.slip.codes
        and not (planted.slip.grave and finding.severity is Severity.INFO)
        and _touches(finding, in_source, planted)
        for finding in check(report, mentions)
    )


def _plant(slip: Slip, clean: Clean) -> Iterator[Planted]:
    for edit in slip.edits(clean):
        inserted = edit.start == edit.end
        place = clean.in_source(edit.start, edit.end + inserted)
        if place is None:
            continue
        start, end = place[0], place[1] - inserted
        source = clean.source[:start] + edit.replacement + clean.source[end:]
        yield Planted(slip, clean.name, source, start, start + len(edit.replacement))


def _touches(finding: Finding, in_source: SourceMap, planted: Planted) -> bool:
    """Whether one of the finding's places lies at the slip."""
    for place in (finding, *finding.related):
        first, last = in_source.offset(place.start), in_source.offset(max(place.start, place.end - 1))
        if first is None or last is None:
            continue
        if first <= planted.end + _NEAR and last >= planted.start - _NEAR:
            return True
    return False
