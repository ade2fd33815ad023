"""Small words and zeros that the norms ask for in a citation: "số", "ngày", "05", "02/01/2020"."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from extractor.checks.checked import CheckedReport
from extractor.checks.cited import Cited, cited_documents, day_of
from extractor.checks.finding import Basis, Fix, Severity, Spot
from extractor.checks.messages import say
from extractor.checks.rule import rule
from patterns.folding import fold

# From these days on numbers below ten have a zero before them.
_PADDED_SINCE = {"party": "2018-04-03", "state": "2016-07-01"}
_DAY = regex.compile(r"(?P<day>\d{1,2})(?P<sep>[/.-])(?P<month>\d{1,2})(?P=sep)(?P<year>\d{4})$")
_SHORT_NUMBER = regex.compile(r"[1-9]\p{Ll}?$")


@rule("REF020", "number-without-zero", Severity.INFO, Basis.NORM)
def number_without_zero(checked: CheckedReport) -> Iterator[Spot]:
    """A number below ten without the zero before it ("5/NQ-CP")."""
    for cited in cited_documents(checked):
        since = _PADDED_SINCE.get(cited.system, _PADDED_SINCE["state"])
        number = cited.mark.number
        if (
            cited.mark.symbol is None
            or not _SHORT_NUMBER.match(number)
            or (day_of(cited, checked) or "") < since
        ):
            continue
        if checked.text[cited.start] == number[0]:
            yield Spot(
                cited.start,
                cited.start + len(number),
                say('a number below ten is written with a zero: "{right}"', right=f"0{number}"),
                expected=f"0{number}",
                found=number,
                fix=Fix(cited.start, cited.start, "0"),
            )


@rule("REF021", "number-word-missing", Severity.INFO, Basis.PAGE)
def number_word_missing(checked: CheckedReport) -> Iterator[Spot]:
    """A type and its number without "số" between them ("Quyết định 833-QĐ/TU")."""
    for cited in cited_documents(checked):
        if not cited.typed or cited.mark.symbol is None or _says_number(cited):
            continue
        start = cited.start
        yield Spot(
            cited.citation.start,
            cited.citation.end,
            say('"số" is missing before "{number}"', number=cited.written),
            expected=f"số {cited.written}",
            found=cited.citation.raw,
            fix=Fix(start, start, "số ") if checked.text[start - 1].isspace() else None,
        )


@rule("REF022", "date-word-missing", Severity.INFO, Basis.PAGE)
def date_word_missing(checked: CheckedReport) -> Iterator[Spot]:
    """A date of issue without "ngày" before it ("Kế hoạch số 3269/KH-UBND, 25/8/2017")."""
    for start, day in _days(checked):
        before = fold(checked.text[max(0, start - 8) : start]).rstrip()
        if before.endswith(",") and not fold(day).startswith("ngày"):
            yield Spot(
                start,
                start + len(day),
                say('"ngày" is missing before "{date}"', date=day),
                expected=f"ngày {day}",
                found=day,
                fix=Fix(start, start, "ngày "),
            )


@rule("REF023", "date-without-zero", Severity.INFO, Basis.NORM)
def date_without_zero(checked: CheckedReport) -> Iterator[Spot]:
    """A day below ten, or January or February, without the zero before it ("7/2/2020")."""
    for start, words in _days(checked):
        day = _DAY.search(words)
        if day is None:
            continue
        month = day["month"].zfill(2) if int(day["month"]) < 3 else day["month"]
        right = f"{day['day'].zfill(2)}{day['sep']}{month}{day['sep']}{day['year']}"
        if right != day[0]:
            at = start + day.start()
            yield Spot(
                at,
                at + len(day[0]),
                say('days below ten and the months 1 and 2 are written with a zero: "{right}"', right=right),
                expected=right,
                found=day[0],
                fix=Fix(at, at + len(day[0]), right),
            )


def _says_number(cited: Cited) -> bool:
    before = fold(cited.citation.raw[: cited.start - cited.citation.start]).rstrip(" \n\t:.")
    return before.endswith(("số", "sô", "so", "số hiệu"))


def _days(checked: CheckedReport) -> Iterator[tuple[int, str]]:
    """Where the dates of issue stand, in text order, each once."""
    spans = {each.date_span for each in checked.citations if each.date_span is not None}
    for start, end in sorted(spans):
        yield start, checked.text[start:end]
