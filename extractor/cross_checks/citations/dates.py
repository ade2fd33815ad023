"""One document under several dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from extractor.checks.finding import Basis, Severity, Spot
from extractor.checks.messages import say
from extractor.checks.rule import rule
from extractor.cross_checks.archive import Archive
from extractor.cross_checks.citations.statements import Dissent, Statement, dissents, divided
from extractor.cross_checks.wording import written_day

# A law is passed, and made public up to a month later: reports give it either day.
_MADE_PUBLIC = ("Luật", "Bộ luật", "Pháp lệnh")
_DAYS_TO_MAKE_PUBLIC = 31
_CLOSE = 3  # characters: ", ", " ("


@rule("REF201", "dates-in-reports-differ", Severity.WARNING, Basis.REPORTS)
def dates_differ(archive: Archive) -> Iterator[Spot]:
    """The same document, by type, number, symbol and its year or term, has different dates in reports."""
    for statements in divided(archive, "date"):
        for dissent in dissents(statements, lambda first, second: first == second):
            yield _spot(dissent)


def _spot(dissent: Dissent) -> Spot:
    statement, majority = dissent.statement, dissent.majority
    clear = (
        dissent.is_clear
        and _is_close(statement)
        and not _made_public(statement.type, statement.value, majority.value)
    )
    found, expected = written_day(statement.value), written_day(majority.value)
    if clear:
        message = say(
            '"{document}" is dated {found} here; {agreeing} of the {reports} reports that date it have {expected}',
            document=statement.code,
            found=found,
            expected=expected,
            agreeing=dissent.agreeing,
            reports=dissent.reports,
        )
    else:
        message = say(
            '"{document}" is dated {found} here and {other} in another report; look it up in the document',
            document=statement.code,
            found=found,
            other=expected,
        )
    return Spot(
        statement.start,
        statement.end,
        message,
        expected=expected if clear else None,
        found=found,
        related=majority.places(lambda one: say("dated {date} there", date=written_day(one.value))),
        severity=None if clear else Severity.INFO,
        document=statement.document,
    )


def _is_close(statement: Statement) -> bool:
    """Whether the date stands right behind the number; one further away may belong to something else."""
    return 0 <= statement.start - statement.cited_end <= _CLOSE


def _made_public(type_name: str, one: str, other: str) -> bool:
    days = abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
    return type_name in _MADE_PUBLIC and days <= _DAYS_TO_MAKE_PUBLIC
