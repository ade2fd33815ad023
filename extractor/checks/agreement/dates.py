"""One document under several dates, or under none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import regex

from extractor.checks.agreement.documents import (
    by_document,
    is_central,
    issuers_differ,
    most_common,
    plain_number,
    plain_symbol,
    report_day,
    subjects_alike,
)
from extractor.checks.checked import CheckedReport
from extractor.checks.days import day_of, written
from extractor.checks.finding import Basis, Related, Severity, Spot
from extractor.checks.messages import say
from extractor.checks.rule import rule
from extractor.report import BlockKind
from patterns.folding import fold
from patterns.mentions import Citation

# Nghị định 34/2016/NĐ-CP, art. 75, and Hướng dẫn 36-HD/VPTW, II.1.6: in force since
_FULL_FORM_ASKED = date(2016, 7, 1)
# Nghị định 78/2025/NĐ-CP, art. 68: no date is asked of a normative document since
_NO_DATE_ASKED = date(2025, 4, 1)
# A date that was not read ("ngày 04/1 1/2020", "ngày … tháng …") is still given
_SOME_DATE = regex.compile(r"[\s,(]*(?:(?:ký|ban hành)\s+)?ngày\s*[\d.…_/]")
_TITLES = (BlockKind.TITLE, BlockKind.HEADING, BlockKind.LETTERHEAD, BlockKind.RECIPIENTS)


@rule("REF101", "dates-disagree", Severity.ERROR, Basis.PAGE)
def dates_disagree(checked: CheckedReport) -> Iterator[Spot]:
    """The same number and symbol with two dates of issue."""
    for group in by_document(checked.citations).values():
        dated = [citation for citation in group if citation.date and citation.date_span]
        if len({citation.date for citation in dated}) < 2:
            continue
        usual, sure = most_common(str(citation.date) for citation in dated)
        first = next(citation for citation in dated if citation.date == usual)
        for citation in dated:
            severity = None if citation.date == usual else _weight(citation, first)
            if severity is not None and citation.date_span and first.date_span:
                yield Spot(
                    *citation.date_span,
                    say(
                        '"{document}" is dated {date} here and {other} elsewhere; look it up in the document',
                        document=citation.raw,
                        date=written(str(citation.date)),
                        other=written(usual),
                    ),
                    expected=written(usual) if sure else None,
                    found=checked.text[slice(*citation.date_span)],
                    related=(Related(*first.date_span, say("dated {date} here", date=written(usual))),),
                    severity=severity,
                )


def _weight(citation: Citation, usual: Citation) -> Severity | None:
    """How sure it is that both are one document: numbers begin anew each year, and in every local body."""
    here, there = day_of(citation.date), day_of(usual.date)
    if here is None or there is None or fold(citation.type) != fold(usual.type):
        return None
    central = is_central(citation)
    if not central and issuers_differ(citation, usual):
        return None
    if citation.year is not None:
        return Severity.ERROR
    one_key = citation.key is not None and citation.key == usual.key
    if one_key or here.year == there.year:
        named = citation.issuer is not None and usual.issuer is not None
        return Severity.ERROR if central or named else Severity.WARNING
    same_day = (here.day, here.month) == (there.day, there.month)
    return Severity.WARNING if same_day or subjects_alike(citation, usual) else None


@rule("REF110", "never-dated", Severity.WARNING, Basis.NORM)
def never_dated(checked: CheckedReport) -> Iterator[Spot]:
    """A document whose date of issue is nowhere given: it is never cited in full."""
    day = report_day(checked)
    own = fold(checked.report.facts.number or "")
    for group in _mentions(checked).values():
        first = group[0]
        if any(_is_dated(checked, citation) for citation in group) or fold(first.code or "") == own:
            continue
        if first.year is not None and day is not None and day >= _NO_DATE_ASKED:
            continue
        asked = day is not None and day >= _FULL_FORM_ASKED
        cells = all(checked.block_at(citation.start).cells for citation in group)
        yield Spot(
            first.start,
            first.end,
            say(
                'the date of issue of "{document}" is nowhere given; add it where it is first cited',
                document=first.raw,
            ),
            found=first.raw,
            related=tuple(Related(again.start, again.end) for again in group[1:6]),
            severity=None if asked and not cells else Severity.INFO,
        )


def _is_dated(checked: CheckedReport, citation: Citation) -> bool:
    after = fold(checked.text[citation.end : citation.end + 30])
    return citation.date is not None or _SOME_DATE.match(after) is not None


@rule("REF111", "dated-late", Severity.INFO, Basis.NORM)
def dated_late(checked: CheckedReport) -> Iterator[Spot]:
    """A document that is cited without its date first, and with it later; titles may be short."""
    for group in _mentions(checked).values():
        running = [citation for citation in group if checked.block_at(citation.start).kind not in _TITLES]
        later = next((citation for citation in running[1:] if citation.date), None)
        if running and running[0].date is None and later is not None:
            yield Spot(
                running[0].start,
                running[0].end,
                say(
                    '"{document}" is first cited without its date, which comes later ({date})',
                    document=running[0].raw,
                    date=written(str(later.date)),
                ),
                found=running[0].raw,
                related=(Related(later.start, later.end),),
            )


def _mentions(checked: CheckedReport) -> dict[tuple[str, int | None, str], Sequence[Citation]]:
    """The documents that are cited in full, with the partial mentions that stand for them."""
    groups: dict[tuple[str, int | None, str], list[Citation]] = {
        key: list(group) for key, group in by_document(checked.citations).items()
    }
    keys = {(group[0].type, fold(group[0].code or "")): key for key, group in groups.items()}
    for citation in checked.citations:
        if citation.form == "partial" and citation.code:
            whole = keys.get((citation.type, fold(citation.code)))
            if whole is not None:
                groups[whole].append(citation)
    loose = {(plain_number(c), plain_symbol(c)) for c in checked.citations if c.form == "partial" and c.date}
    return {
        key: sorted(group, key=lambda citation: citation.start)
        for key, group in groups.items()
        if (key[0], key[2]) not in loose
    }
