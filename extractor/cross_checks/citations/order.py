"""Numbers of one series that do not rise with their dates."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from extractor.checks.finding import Basis, Severity, Spot
from extractor.checks.messages import say
from extractor.checks.rule import rule
from extractor.cross_checks.archive import Archive
from extractor.cross_checks.citations.documents import Document, mentions_of, places_of, read_documents
from extractor.cross_checks.wording import written_day

_FEWEST = 6  # documents of a series by which its order can be seen
_MOST_OUT = 0.2  # of them: more, and the agency counts in some other way


@rule("REF204", "number-out-of-order", Severity.INFO, Basis.REPORTS)
def out_of_order(archive: Archive) -> Iterator[Spot]:
    """A number that is lower than those given before its date, or higher than those given after it."""
    series: defaultdict[tuple[str, ...], list[Document]] = defaultdict(list)
    for document in read_documents(archive):
        if document.date is not None:
            dated = "year" if document.year else ""  # what carries its year is counted apart
            series[document.kind, document.symbol, dated, document.place, document.time].append(document)
    for documents in series.values():
        for document, neighbour in _strays(documents):
            yield from _spots(archive, document, neighbour)


def _strays(documents: Sequence[Document]) -> Iterator[tuple[Document, Document]]:
    """The fewest documents without which numbers rise with dates, each with one that stays and contradicts it."""
    if len(documents) < _FEWEST:
        return
    ordered = sorted(documents, key=lambda document: (document.date, document.number, document.letter))
    kept = _longest_rise([document.number for document in ordered])
    strays = sorted(set(range(len(ordered))) - set(kept))
    if len(strays) > _MOST_OUT * len(ordered):
        return
    for stray in strays:
        at = bisect_right(kept, stray)
        before = ordered[kept[at - 1]] if at else None
        if before is not None and before.number > ordered[stray].number:
            yield ordered[stray], before
        elif at < len(kept):
            yield ordered[stray], ordered[kept[at]]


def _longest_rise(numbers: Sequence[int]) -> list[int]:
    """Indexes of a longest subsequence that does not fall.

    >>> _longest_rise([1, 2, 9, 3, 4])
    [0, 1, 3, 4]
    """
    tails: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    for index, number in enumerate(numbers):
        length = bisect_right(tails, number)
        previous.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [number]
        ends[length : length + 1] = [index]
    rise = []
    index = ends[-1] if ends else -1
    while index >= 0:
        rise.append(index)
        index = previous[index]
    return rise[::-1]


def _spots(archive: Archive, document: Document, neighbour: Document) -> Iterator[Spot]:
    for mention in mentions_of(archive, document.id, dated=True):
        yield Spot(
            mention.start,
            mention.end,
            say(
                '"{document}" of {date} and "{other}" of {other_date} are in one series, but the numbers do not '
                "rise with the dates",
                document=document.code,
                date=written_day(document.date or ""),
                other=neighbour.code,
                other_date=written_day(neighbour.date or ""),
            ),
            found=document.code,
            related=places_of(
                archive, neighbour.id, lambda _: say("of {date}", date=written_day(neighbour.date or ""))
            ),
            document=mention.document,
        )
