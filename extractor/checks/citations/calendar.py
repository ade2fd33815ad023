"""Days that cannot be, and documents that are younger than the report that cites them."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.checked import CheckedReport
from extractor.checks.cited import cited_documents
from extractor.checks.finding import Basis, Related, Severity, Spot
from extractor.checks.messages import say
from extractor.checks.rule import rule
from patterns.dates import is_impossible


@rule("REF007", "impossible-date", Severity.ERROR, Basis.PAGE)
def impossible_date(checked: CheckedReport) -> Iterator[Spot]:
    """A day that no calendar has ("31/6/2019")."""
    for date in checked.dates:
        if is_impossible(date):
            yield Spot(date.start, date.end, say('no calendar has "{date}"', date=date.raw), found=date.raw)


@rule("REF016", "later-than-report", Severity.ERROR, Basis.PAGE)
def later_than_report(checked: CheckedReport) -> Iterator[Spot]:
    """A document dated after the report itself, or numbered in a later year."""
    own = next((fact for fact in checked.report.facts.evidence if fact.name == "date"), None)
    if own is None or checked.report.facts.date is None:
        return
    place = (
        ()
        if own.start is None or own.end is None
        else (Related(own.start, own.end, say("the report's date")),)
    )
    stated = checked.text[own.start : own.end] if place else own.value
    for cited in cited_documents(checked):
        date, year, span = cited.citation.date, cited.mark.year, cited.citation.date_span
        if date is not None and span is not None and date > checked.report.facts.date:
            day = checked.text[span[0] : span[1]]
        elif date is None and year is not None and year > int(checked.report.facts.date[:4]):
            span, day = (cited.start, cited.end), cited.written
        else:
            continue
        yield Spot(
            *span,
            say(
                'the document is from "{date}", which is after the report\'s own date, "{own}"',
                date=" ".join(day.split()),
                own=" ".join(stated.split()),
            ),
            found=date or str(year),
            related=place,
        )
