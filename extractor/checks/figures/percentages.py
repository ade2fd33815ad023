"""Percentages against the ratio, the counts or the plan that they restate."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.checked import CheckedReport
from extractor.checks.figures.quotients import Verdict, expected
from extractor.checks.figures.restatements import Link, Restatement, read_restatements, related_figures
from extractor.checks.figures.writing import number_of, show
from extractor.checks.finding import Basis, Related, Severity, Spot
from extractor.checks.messages import Message, say
from extractor.checks.rule import rule

_MORE_DECIMALS = 4


@rule("NUM003", "percentage-against-ratio", Severity.ERROR, Basis.PAGE)
def percentage_against_ratio(checked: CheckedReport) -> Iterator[Spot]:
    """A percentage is not the ratio that it restates."""
    yield from _different(checked, Link.RATIO)


@rule("NUM004", "percentage-against-counts", Severity.ERROR, Basis.PAGE)
def percentage_against_counts(checked: CheckedReport) -> Iterator[Spot]:
    """A percentage is not the share of the count before it in its total."""
    yield from _different(checked, Link.COUNTS)


@rule("NUM005", "percentage-cut-off", Severity.WARNING, Basis.PAGE)
def percentage_cut_off(checked: CheckedReport) -> Iterator[Spot]:
    """A percentage is cut off, or rounded up, where it should have been rounded to the nearest."""
    for found in checked.once(read_restatements):
        if found.verdict is Verdict.CUT:
            percentage = checked.indicators[found.percentage]
            message = say(
                "{quotient} is {exact}%, which rounds to {wanted}; the page has {printed}",
                quotient=_quotient(checked, found),
                exact=show(found.stated.percent, _MORE_DECIMALS),
                wanted=expected(percentage, found.stated),
                printed=percentage.raw,
            )
            yield _spot(checked, found, message)


@rule("NUM010", "plan-fulfilment", Severity.ERROR, Basis.PAGE)
def plan_fulfilment(checked: CheckedReport) -> Iterator[Spot]:
    """A percentage of a plan is not the result divided by the plan."""
    yield from _different(checked, Link.PLAN)


def _different(checked: CheckedReport, link: Link) -> Iterator[Spot]:
    for found in checked.once(read_restatements):
        if found.link is link and found.verdict is Verdict.DIFFERS and found.sure:
            message = say(
                "{quotient} is {wanted}, but the page has {printed}",
                quotient=_quotient(checked, found),
                wanted=expected(checked.indicators[found.percentage], found.stated),
                printed=checked.indicators[found.percentage].raw,
            )
            yield _spot(checked, found, message)


def _quotient(checked: CheckedReport, found: Restatement) -> str:
    part, whole = checked.indicators[found.part], checked.indicators[found.whole]
    if found.part == found.whole:
        return part.raw.split(" ")[0] if " / " not in part.raw else part.raw
    if part.unit == whole.unit:
        return f"{number_of(part)} / {number_of(whole)}"
    return f"{part.raw} / {whole.raw}"


def _spot(checked: CheckedReport, found: Restatement, message: Message) -> Spot:
    percentage = checked.indicators[found.percentage]
    note = say("what it is reckoned from")
    return Spot(
        percentage.start,
        percentage.end,
        message,
        expected=expected(percentage, found.stated),
        found=percentage.raw,
        related=tuple(Related(one.start, one.end, note) for one in related_figures(checked, found)),
    )


RULES = (percentage_against_ratio, percentage_against_counts, percentage_cut_off, plan_fulfilment)
