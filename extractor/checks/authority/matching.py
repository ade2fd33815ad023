"""A citation and the known documents that it may be: by number, day and body first, then by its code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from extractor.checks.bodies import is_local, is_of_party, same_body
from extractor.checks.checked import CheckedReport
from extractor.checks.citations.types import contradicts_type
from extractor.checks.citations.years import contradicts_date, lacks_year
from extractor.checks.cited import Cited, cited_documents
from extractor.checks.finding import Severity
from extractor.checks.registry import KnownDocument
from patterns.citations.symbols import read_number_symbol
from patterns.folding import fold
from patterns.gazetteers import match, read_data


@dataclass(frozen=True, slots=True)
class Matched:
    """A citation with the known documents of its code, and those of its number, day and body.

    Each list has the verified ones only, when there are any.
    """

    cited: Cited
    with_code: Sequence[KnownDocument]
    with_number: Sequence[KnownDocument]

    @property
    def fitting(self) -> list[KnownDocument]:
        """Those with the code that are of the day stated; without a day, those whose code has a year."""
        date = self.cited.citation.date
        return [
            known for known in self.with_code if (known.date == date if date is not None else known.has_year)
        ]


def matches(checked: CheckedReport) -> list[Matched]:
    """The citations that have a symbol or a day, each with the documents of the list."""
    found = []
    for cited in cited_documents(checked):
        citation, mark = cited.citation, cited.mark
        if mark.symbol is None:
            continue
        code = citation.code or mark.code or ""
        with_code = _best(checked, cited, checked.authority.with_code(code))
        day = citation.date
        numbered = checked.authority.with_number(mark.number, day) if day is not None else ()
        with_number = _best(checked, cited, [known for known in numbered if _of_same_body(cited, known)])
        if with_code or with_number:
            found.append(Matched(cited, with_code, with_number))
    return found


def is_faulty(cited: Cited, checked: CheckedReport) -> bool:
    """Whether a citation cannot be right as it stands: in its year, or in its type and symbol."""
    return lacks_year(cited, checked) or contradicts_date(cited) or contradicts_type(cited)


def graded(severity: Severity, documents: Sequence[KnownDocument]) -> Severity:
    """A severity, or info when no verified document bears it out."""
    return severity if any(known.verified for known in documents) else Severity.INFO


def same_series(known: KnownDocument, day: str) -> bool:
    """Whether a day lies in the time within which the code of a known document is given once.

    Codes with a year come once; those of the state without one once a year, those of the Party once a term.
    """
    if known.has_year or known.date is None:
        return True
    body = _symbol_body(known.code)
    if body is not None and is_of_party(body):
        return _term(known.date) is not None and _term(known.date) == _term(day)
    return known.date[:4] == day[:4]


def _best(
    checked: CheckedReport, cited: Cited, documents: Sequence[KnownDocument]
) -> Sequence[KnownDocument]:
    here = [known for known in documents if _may_be_from_here(checked, cited, known)]
    return [known for known in here if known.verified] or here


def _may_be_from_here(checked: CheckedReport, cited: Cited, known: KnownDocument) -> bool:
    """Whether a local document of a list is of the province that the citation or the report speaks of."""
    body = _symbol_body(known.code)
    if body is None or not is_local(body):
        return True
    theirs = _province(known.issuer or "")
    ours = _province(cited.citation.issuer or "") or checked.report.facts.province
    return theirs is None or ours is None or theirs == ours


@lru_cache(maxsize=4096)
def _province(issuer: str) -> str | None:
    named = match("provinces", issuer) if issuer else ()
    return named[-1].entries[0].name if named else None


def _of_same_body(cited: Cited, known: KnownDocument) -> bool:
    """Whether the symbols name one body, and the issuer stated is no other."""
    body = _symbol_body(known.code)
    if body is None or cited.body is None or fold(body) != fold(cited.body):
        return False
    stated = cited.citation.issuer
    return stated is None or known.issuer is None or same_body(stated, known.issuer) is not False


@lru_cache(maxsize=4096)
def _symbol_body(code: str) -> str | None:
    """The code of the first body in a symbol, without the number of a term."""
    mark = read_number_symbol(code, 0, len(code))
    if mark is None or mark.symbol is None:
        return None
    parts = mark.symbol.replace("/", "-").split("-")[mark.abbreviation is not None :]
    return parts[0].rstrip("0123456789") if parts else None


@cache
def _terms() -> list[tuple[str, str, str]]:
    return [(str(each["name"]), each["since"], each["until"]) for each in read_data("party_terms")["central"]]


def _term(day: str) -> str | None:
    return next((name for name, since, until in _terms() if since < day < until), None)
