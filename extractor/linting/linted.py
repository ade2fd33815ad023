"""What is told of a report: its findings with the place of each, and the waiver that lets one stand."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.checks import Finding, Related
from extractor.linting.waivers import Waiver
from extractor.settings import Severity


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stretch of a report's text stands.

    Attributes:
        page, line: of its beginning in the file; line only in text formats.
        section: the innermost heading that it stands under.
        raw: its words; offset: code points from the start of the file to it, where it stands there in one piece.
    """

    path: str
    page: int | None
    line: int | None
    raw: str
    offset: int | None = None
    section: str | None = None

    def __str__(self) -> str:
        """The nearest that the format allows ("report.md:12", "report.pdf:p3", "report.docx:§ II- KẾT QUẢ")."""
        if self.line is not None:
            return f"{self.path}:{self.line}"
        if self.page is not None:
            return f"{self.path}:p{self.page}"
        return self.path if self.section is None else f"{self.path}:§ {self.section}"


@dataclass(frozen=True, slots=True)
class Told:
    """A finding, where it stands, where the places stand that it speaks of, and why it is let stand, if it is."""

    finding: Finding
    place: Place
    related: tuple[tuple[Related, Place], ...] = ()
    waiver: Waiver | None = None


@dataclass(frozen=True, slots=True)
class LintedReport:
    """A report with the findings that its reader wants to see, in text order.

    `hidden` counts those below the severity asked for.
    """

    id: str
    path: str
    text: str
    told: tuple[Told, ...]
    hidden: int = 0

    @property
    def standing(self) -> tuple[Told, ...]:
        """The findings that no waiver covers."""
        return tuple(one for one in self.told if one.waiver is None)

    def count(self, severity: Severity) -> int:
        """How many findings of one severity no waiver covers."""
        return sum(one.finding.severity is severity for one in self.standing)
