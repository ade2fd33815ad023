"""What a list of known documents says otherwise than the page: code, day, issuer, type."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import regex

from extractor.checks.authority.matching import Matched, graded, is_faulty, matches, same_series
from extractor.checks.bodies import disagrees, is_any_of_centre, same_body
from extractor.checks.checked import CheckedReport
from extractor.checks.citations.years import lacks_year
from extractor.checks.cited import Cited
from extractor.checks.finding import Basis, Fix, Related, Severity, Spot
from extractor.checks.messages import say
from extractor.checks.registry import KnownDocument
from extractor.checks.rule import rule
from patterns.folding import fold

# A law is also dated by the order that promulgates it, within weeks of its adoption.
_PROMULGATED = ("Luật", "Bộ luật", "Pháp lệnh")
_LONGEST_PROMULGATION = 31
_WITHOUT_TYPE = regex.compile(r"/(?:UBTV)?QH\d+$")


@rule("REF301", "known-by-number-and-date", Severity.WARNING, Basis.REGISTRY)
def known_by_number_and_date(checked: CheckedReport) -> Iterator[Spot]:
    """Number, day and body are those of a known document, type or symbol are not.

    Where nothing else is wrong with the citation this is info: two documents of one body can bear one number
    and day (Nghị quyết 01/NQ-CP and Nghị định 01/2019/NĐ-CP are both of 01/01/2019).
    """
    for matched in matches(checked):
        known = _another(matched)
        if known is None:
            continue
        citation = matched.cited.citation
        faulty = is_faulty(matched.cited, checked)
        if not faulty and _is_same_type(citation.type, known.type):
            continue  # one document under its codes of two times: "62/CP", "62/1998/NĐ-CP"
        yield Spot(
            citation.start,
            citation.end,
            say(
                'the document number {number} of that day and body is "{type} {code}"{title}; the page has "{cited}"',
                number=matched.cited.mark.number,
                type=known.type,
                code=known.code,
                title=f" ({known.title})" if known.title else "",
                cited=" ".join(citation.raw.split()),
            ),
            expected=f"{known.type} {known.code}",
            found=" ".join(citation.raw.split()),
            severity=graded(Severity.WARNING if faulty else Severity.INFO, [known]),
            fix=_with_year(matched.cited, known, checked),
        )


@rule("REF302", "known-date", Severity.ERROR, Basis.REGISTRY)
def known_date(checked: CheckedReport) -> Iterator[Spot]:
    """The day of a known document is another one than the page states."""
    for matched in matches(checked):
        citation = matched.cited.citation
        day, span = citation.date, citation.date_span
        if day is None or span is None or matched.fitting or _another(matched) is not None:
            continue
        series = [known for known in matched.with_code if _is_of_series(citation.type, known)]
        others = [known for known in series if _is_dated_wrongly(known, day)]
        if not others:
            continue
        certain = others[0].has_year and len(series) == 1
        yield Spot(
            *span,
            say(
                '"{code}" is of {date} in the list of known documents, not of "{stated}"',
                code=others[0].code,
                date=", ".join(_written(known) for known in others),
                stated=" ".join(checked.text[span[0] : span[1]].split()),
            ),
            expected=others[0].date if len(others) == 1 else None,
            found=day,
            related=(Related(citation.start, citation.end, say("the document")),),
            severity=graded(Severity.ERROR if certain else Severity.WARNING, others),
        )


@rule("REF303", "known-issuer", Severity.WARNING, Basis.REGISTRY)
def known_issuer(checked: CheckedReport) -> Iterator[Spot]:
    """The issuer of a known document is another body than the page names."""
    for matched in matches(checked):
        cited, citation = matched.cited, matched.cited.citation
        span = citation.issuer_span
        if span is None or citation.issuer is None or span[0] < cited.end or not matched.fitting:
            continue
        if cited.body is None or disagrees(citation.issuer, cited.body) or is_any_of_centre(citation.issuer):
            continue
        if any(same_body(citation.issuer, known.issuer or "") is not False for known in matched.fitting):
            continue
        known = matched.fitting[0]
        yield Spot(
            *span,
            say(
                'the issuer of "{code}" of {date} is "{issuer}" in the list of known documents, not "{stated}"',
                code=known.code,
                date=_written(known),
                issuer=known.issuer,
                stated=citation.issuer,
            ),
            expected=known.issuer,
            found=citation.issuer,
            severity=graded(Severity.WARNING, matched.fitting),
        )


@rule("REF304", "known-type", Severity.WARNING, Basis.REGISTRY)
def known_type(checked: CheckedReport) -> Iterator[Spot]:
    """The type of a known document is another one than the page says ("Quyết định" for a "Quy định")."""
    for matched in matches(checked):
        citation = matched.cited.citation
        among = matched.fitting or ([] if citation.date is not None else matched.with_code)
        if citation.date is None:
            among = [known for known in among if _is_of_series(citation.type, known)]
        if (
            not matched.cited.typed
            or not among
            or any(_is_same_type(citation.type, each.type) for each in among)
        ):
            continue
        known = among[0]
        yield Spot(
            citation.start,
            citation.end,
            say(
                '"{code}" of {date} is a "{type}" in the list of known documents, not a "{said}"',
                code=known.code,
                date=_written(known),
                type=known.type,
                said=citation.type,
            ),
            expected=known.type,
            found=citation.type,
            severity=graded(Severity.WARNING if matched.fitting else Severity.INFO, among),
        )


def _another(matched: Matched) -> KnownDocument | None:
    """The one known document of that number, day and body, when the citation has another code."""
    if matched.fitting or len(matched.with_number) != 1:
        return None
    return matched.with_number[0]


def _with_year(cited: Cited, known: KnownDocument, checked: CheckedReport) -> Fix | None:
    """The known code for one that lacks its year and has all else of it."""
    certain = known.verified and lacks_year(cited, checked) and _is_same_type(cited.citation.type, known.type)
    return Fix(cited.start, cited.end, known.code) if certain else None


def _is_of_series(said: str, known: KnownDocument) -> bool:
    """Whether a document of the type said would be numbered with the known one.

    The Assembly numbers laws and resolutions apart: 68/2006/QH11 is a law and a resolution.
    """
    return _is_same_type(said, known.type) or not _WITHOUT_TYPE.search(known.code)


def _is_dated_wrongly(known: KnownDocument, day: str) -> bool:
    """Whether a known document of the code must be the one meant, though its day is another."""
    if known.date is None or known.date == day:
        return False
    if known.type in _PROMULGATED and 0 < _days_between(known.date, day) <= _LONGEST_PROMULGATION:
        return False
    return same_series(known, day) or known.date[5:] == day[5:]


def _days_between(earlier: str, later: str) -> int:
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def _is_same_type(said: str, known: str) -> bool:
    return fold(said) in fold(known) or fold(known) in fold(said)


def _written(known: KnownDocument) -> str:
    """The day of a known document as a Vietnamese page writes it."""
    if known.date is None:
        return "…"
    year, month, day = known.date.split("-")
    return f"{day}/{month if int(month) < 3 else int(month)}/{year}"
