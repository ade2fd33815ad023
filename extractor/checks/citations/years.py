"""The year in a number: where it must stand, where it does not, and whether it agrees with the rest."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from extractor.checks.bodies import document_data, plain_code
from extractor.checks.checked import CheckedReport
from extractor.checks.cited import Cited, cited_documents, is_old
from extractor.checks.finding import Basis, Fix, Related, Severity, Spot
from extractor.checks.messages import say
from extractor.checks.rule import rule
from patterns.citations.vocabulary import readings

# Before 1997 numbers bore no year ("16/CP"); the Assembly's bear one since its tenth term.
_RULE_SETTLED = "2002-01-01"
_FIRST_TERM = 10
_TERM = regex.compile(r"(?:UBTV)?QH(?P<number>\d{1,2})")
_LAWS = ("Luật", "Bộ luật", "Pháp lệnh", "Nghị quyết")


@rule("REF005", "year-missing", Severity.ERROR, Basis.NORM)
def year_missing(checked: CheckedReport) -> Iterator[Spot]:
    """A number without the year that its type always has ("Nghị định 42/NĐ-CP")."""
    for cited in cited_documents(checked):
        citation = cited.citation
        if not lacks_year(cited, checked):
            continue
        settled = citation.code if citation.code is not None and citation.code != cited.mark.code else None
        rest = (cited.mark.code or "").removeprefix(cited.mark.number)
        dated = f"{cited.mark.number}/{citation.date[:4]}{rest}" if citation.date else None
        yield Spot(
            cited.start,
            cited.end,
            say(
                'the number of a "{type}" always has its year ("{number}/…{symbol}"), here it is missing',
                type=citation.type,
                number=cited.mark.number,
                symbol=rest,
            ),
            expected=settled or dated,
            found=cited.written,
            severity=Severity.WARNING if settled else None,
            fix=Fix(cited.start, cited.end, settled) if settled else None,
        )


@rule("REF006", "year-and-date", Severity.ERROR, Basis.PAGE)
def year_and_date(checked: CheckedReport) -> Iterator[Spot]:
    """A year in the number that is not the date's ("Nghị định 154/2021/NĐ-CP ngày 31/12/2020")."""
    for cited in cited_documents(checked):
        citation = cited.citation
        year, date, span = cited.mark.year, citation.date, citation.date_span
        if date is None or span is None or not contradicts_date(cited):
            continue
        day = checked.text[span[0] : span[1]]
        yield Spot(
            cited.start,
            cited.end,
            say(
                'the number says {year}, the date beside it "{date}"; look up which of the two is right',
                year=year,
                date=" ".join(day.split()),
            ),
            expected=date[:4],
            found=str(year),
            related=(Related(*span, say("the date")),),
        )


@rule("REF008", "year-not-usual", Severity.INFO, Basis.NORM)
def year_not_usual(checked: CheckedReport) -> Iterator[Spot]:
    """A year in the number of a document whose series has none ("12/2020/KH-UBND")."""
    for cited in cited_documents(checked):
        if cited.mark.year is not None and _has_no_year(cited):
            yield Spot(
                cited.start,
                cited.end,
                say('numbers with "{symbol}" usually have no year', symbol=cited.mark.symbol),
                found=cited.written,
            )


@rule("REF009", "assembly-and-year", Severity.ERROR, Basis.NORM)
def assembly_and_year(checked: CheckedReport) -> Iterator[Spot]:
    """An act of an Assembly that did not sit in that year ("Luật số 80/2015/QH12")."""
    terms = document_data()["assemblies"]
    for cited in cited_documents(checked):
        term = _TERM.search(cited.mark.symbol or "")
        years = terms.get(term["number"]) if term else None
        if term is None or years is None or cited.mark.year is None:
            continue
        if not years[0] <= cited.mark.year <= years[1]:
            right = [number for number, (first, last) in terms.items() if first <= cited.mark.year <= last]
            yield Spot(
                cited.start,
                cited.end,
                say(
                    "the National Assembly of term {term} sat from {first} to {last}, not in {year}",
                    term=term["number"],
                    first=years[0],
                    last=years[1],
                    year=cited.mark.year,
                ),
                expected=f"QH{right[0]}" if len(right) == 1 else None,
                found=term[0],
            )


def contradicts_date(cited: Cited) -> bool:
    """Whether the year in the number is not that of the day stated."""
    year, date = cited.mark.year, cited.citation.date
    return year is not None and date is not None and not date.startswith(str(year))


def lacks_year(cited: Cited, checked: CheckedReport) -> bool:
    """Whether the number has no year though its type always has one.

    An undated document in a report of the years in which the rule was new may be older than the rule.
    """
    mark, citation = cited.mark, cited.citation
    early = citation.date is None and (checked.report.facts.date or "9999") < _RULE_SETTLED
    if early or is_old(cited) or mark.year is not None or mark.symbol is None or not cited.parts:
        return False
    if mark.abbreviation is None:
        term = _TERM.fullmatch(cited.parts[0])
        return term is not None and int(term["number"]) >= _FIRST_TERM and citation.type in _LAWS
    return any(
        each.year == "always" and each.type == citation.type and each.system == cited.system
        for each in readings(mark.abbreviation, cited.system)
    )


def _has_no_year(cited: Cited) -> bool:
    mark, citation = cited.mark, cited.citation
    if mark.abbreviation is None or cited.body is None:
        return False
    meant = [each for each in readings(mark.abbreviation, cited.system) if each.system == cited.system]
    if any(each.type == citation.type and each.year == "never" for each in meant):
        return all(each.year == "never" for each in meant if each.type == citation.type)
    return any(
        row["abbreviation"] == mark.abbreviation
        and plain_code(cited.body) in map(plain_code, row["bodies"])
        and row["since"] <= (mark.year or 0) <= row.get("until", 9999)
        for row in document_data()["year_unusual"]
    )
