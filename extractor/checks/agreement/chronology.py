"""Documents that carry out later ones."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

import regex

from extractor.checks.checked import CheckedReport
from extractor.checks.days import day_of, written
from extractor.checks.finding import Basis, Related, Severity, Spot
from extractor.checks.messages import say
from extractor.checks.rule import rule
from patterns.folding import fold
from patterns.mentions import Citation, Relation, RelationKind

# What acts on a document comes after it. "follows" does not say so, and what is amended, replaced or reviewed
# may have been told under its later name.
_LATER: frozenset[RelationKind] = frozenset(
    {"implements", "based_on", "guides", "details", "inspects", "amends", "replaces", "repeals"}
)
_CARRIED_OUT: frozenset[RelationKind] = frozenset({"implements", "details"})
_SENTENCE_END = regex.compile(r"[.!?]\s+(?=\p{Lu})|\n")
_ISSUED = regex.compile(r"(?<!\w)(?:ban hành|tham mưu|ký|phê duyệt|có)(?!\w)")
_LONGEST = 1_500


@rule("REF120", "older-than-its-cause", Severity.WARNING, Basis.PAGE)
def older_than_its_cause(checked: CheckedReport) -> Iterator[Spot]:
    """A document that carries out, guides or inspects another, and is dated before it."""
    told: set[tuple[int, int]] = set()
    for source, targets in _pairs(checked):
        here = day_of(source.date)
        days = [_day(checked, target) for target in targets]
        if here is None or not days or any(day is None or day <= here for day in days):
            continue
        earliest, target = min((day, target) for day, target in zip(days, targets, strict=True) if day)
        if (source.start, target.start) in told or (source.code or "") == (target.code or ""):
            continue
        told.add((source.start, target.start))
        span = source.date_span or (source.start, source.end)
        yield Spot(
            source.start,
            source.end,
            say(
                '"{document}" of {date} is older than "{cause}" of {later}, which it carries out, guides or changes',
                document=source.raw,
                date=written(str(source.date)),
                cause=target.raw,
                later=written(earliest.isoformat()),
            ),
            found=written(str(source.date)),
            related=(Related(*span), Related(target.start, target.end)),
        )


def _pairs(checked: CheckedReport) -> Iterator[tuple[Citation, Sequence[Citation]]]:
    """Each document with those that it acts on: by the words of the text, and by the footnotes to them."""
    citations = checked.citations
    acted: defaultdict[tuple[int, int], list[Citation]] = defaultdict(list)
    for relation in checked.mentions.relations:
        if relation.source is not None and relation.kind in _LATER:
            acted[relation.source, relation.start].append(citations[relation.target])
    for (source, _), targets in acted.items():
        yield citations[source], targets
    yield from _listed_in_notes(checked)


def _listed_in_notes(checked: CheckedReport) -> Iterator[tuple[Citation, Sequence[Citation]]]:
    """ "Nhằm cụ thể hóa Chỉ thị A, UBND tỉnh đã ban hành nhiều văn bản(5)": the note lists what carries A out."""
    relations = sorted(checked.mentions.relations, key=lambda relation: relation.start)
    nested = {relation.target for relation in relations if relation.source is not None}
    starts = [citation.start for citation in checked.citations]
    for note in checked.report.footnotes:
        if note.marker_start is None or note.body is None:
            continue
        targets = _carried_out(checked, relations, note.marker_start)
        if targets:
            body = checked.report.blocks[note.body]
            for index in range(bisect_left(starts, body.start), bisect_left(starts, body.end)):
                if index not in nested:
                    yield checked.citations[index], targets


def _carried_out(checked: CheckedReport, relations: Sequence[Relation], mark: int) -> list[Citation]:
    """The documents that the sentence of a mark carries out by issuing what its note lists."""
    first = bisect_left(relations, _sentence_start(checked, mark), key=lambda relation: relation.start)
    last = bisect_left(relations, mark, key=lambda relation: relation.start)
    targets = [
        checked.citations[relation.target]
        for relation in relations[first:last]
        if relation.source is None and relation.kind in _CARRIED_OUT
    ]
    if not targets:
        return []
    between = checked.text[max(target.end for target in targets) : mark]
    return targets if _ISSUED.search(fold(between)) else []


def _sentence_start(checked: CheckedReport, place: int) -> int:
    block = checked.block_at(place)
    start = max(block.start, place - _LONGEST)
    ends = [match.end() for match in _SENTENCE_END.finditer(checked.text, start, place)]
    return ends[-1] if ends else start


def _day(checked: CheckedReport, citation: Citation) -> date | None:
    """The day of a document, stated there or with another mention of it; None where they are two."""
    same = checked.same_document.get(citation.key or "", ())
    stated = {each.date for each in (citation, *same) if each.date}
    return day_of(stated.pop()) if len(stated) == 1 else None
