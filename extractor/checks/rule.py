"""A rule: a function over one checked report under a code, with what its findings weigh and rest on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from extractor.checks.checked import CheckedReport
from extractor.checks.finding import Basis, Finding, Severity, Spot

Subject = TypeVar("Subject")
Search = Callable[[Subject], Iterable[Spot]]


@dataclass(frozen=True, slots=True)
class Rule(Generic[Subject]):
    """A check under its code.

    Attributes:
        code: family and number ("REF001"); name: a few words joined by hyphens, for people ("type-and-symbol").
        severity, basis: of its findings, unless one says otherwise.
        search: what finds the spots in a `Subject` (one report, or an archive).
    """

    code: str
    name: str
    severity: Severity
    basis: Basis
    search: Search[Subject]

    def finding(self, spot: Spot, document: str) -> Finding:
        """The spot as this rule's finding in a document."""
        return Finding(
            rule=self.code,
            severity=spot.severity or self.severity,
            basis=spot.basis or self.basis,
            document=document,
            start=spot.start,
            end=spot.end,
            message=spot.message,
            expected=spot.expected,
            found=spot.found,
            related=spot.related,
            fix=spot.fix,
        )


ReportRule = Rule[CheckedReport]


def rule(
    code: str, name: str, severity: Severity, basis: Basis
) -> Callable[[Search[Subject]], Rule[Subject]]:
    """Make a search a rule."""

    def made(search: Search[Subject]) -> Rule[Subject]:
        return Rule(code, name, severity, basis, search)

    return made


def apply(rules: Iterable[ReportRule], checked: CheckedReport) -> Iterator[Finding]:
    """The findings of some rules in one report, rule by rule."""
    for one in rules:
        for spot in one.search(checked):
            yield one.finding(spot, checked.report.id)
