"""Periods of years, written in several ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import regex

from extractor.checks.agreement.documents import most_common
from extractor.checks.checked import CheckedReport
from extractor.checks.finding import Basis, Related, Severity, Spot
from extractor.checks.messages import say
from extractor.checks.rule import rule
from patterns.mentions import Date

_YEARS = regex.compile(r"\d{4}(?P<dash>\s*[-‐-―−]\s*)\d{4}")


@rule("REF150", "period-styles-mixed", Severity.INFO, Basis.PAGE)
def period_styles_mixed(checked: CheckedReport) -> Iterator[Spot]:
    """ "2016-2020", "2016 - 2020" and "2016 – 2020" in one report; told once for each rarer style."""
    styles: defaultdict[str, list[Date]] = defaultdict(list)
    for date in checked.dates:
        years = _YEARS.search(date.raw) if date.kind == "range" else None
        if years is not None:
            styles[" ".join(years["dash"].split("\n")).replace("\xa0", " ")].append(date)
    if len(styles) < 2:
        return
    usual, _ = most_common(dash for dash, dates in styles.items() for _ in dates)
    first = styles[usual][0]
    for dash, dates in styles.items():
        if dash != usual:
            yield Spot(
                dates[0].start,
                dates[0].end,
                say(
                    '"{period}" is set unlike "{other}" and most of the report',
                    period=dates[0].raw,
                    other=first.raw,
                ),
                expected=first.raw,
                found=dates[0].raw,
                related=(Related(first.start, first.end),),
            )
