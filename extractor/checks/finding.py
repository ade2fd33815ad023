"""What a check finds: a place on the page, what is wrong there, what was expected, and how sure one can be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from extractor.checks.messages import Message
from extractor.settings import Severity as Severity


class Basis(StrEnum):
    """What a finding rests on: this page alone, other reports of the archive, a norm, or a list of documents."""

    PAGE = "page"
    REPORTS = "reports"
    NORM = "norm"
    REGISTRY = "registry"


@dataclass(frozen=True, slots=True)
class Fix:
    """The only correction that is possible: `replacement` for `text[start:end]`."""

    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that the finding speaks of.

    Attributes:
        start, end: the span in the text of the document.
        document: id of the report it stands in, None for the report of the finding.
        note: what is to be seen there ("the total").
    """

    start: int
    end: int
    note: Message | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """What a rule hands on: a place and what is wrong with it; the rule itself adds its code and severity.

    Attributes:
        start, end: the span in the report's text.
        expected, found: the value that would agree and the one on the page, as they would be written.
        severity, basis: where this case is graver, slighter or rests on something else than the rule's others.
        document: for a rule that compares reports, the id of the one that the span belongs to.
    """

    start: int
    end: int
    message: Message
    expected: str | None = None
    found: str | None = None
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    severity: Severity | None = None
    basis: Basis | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A spot under the code of the rule that found it.

    `text[start:end]` is the place to be underlined; `document` is the id of the report it stands in.
    """

    rule: str
    severity: Severity
    basis: Basis
    document: str
    start: int
    end: int
    message: Message
    expected: str | None = None
    found: str | None = None
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
