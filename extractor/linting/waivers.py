"""Findings that a person has looked at and lets stand, each with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import PurePath


@dataclass(frozen=True, slots=True)
class Waiver:
    """Lets a rule's findings in some reports stand.

    Attributes:
        report: a file name or the end of a path, with * and ? ("2021/*.pdf"); rule: a code or its beginning.
        reason: why it stands, shown wherever the finding would be.
        words: only findings whose underlined words contain these.
    """

    report: str
    rule: str
    reason: str
    words: str | None = None

    def covers(self, path: str, rule: str, raw: str) -> bool:
        """Whether it speaks of a finding.

        >>> Waiver("2021/*.pdf", "REF", "checked on paper").covers("/old/2021/a.pdf", "REF004", "Nghị định 42/NĐ-CP")
        True
        """
        return (
            rule.startswith(self.rule)
            and (self.words is None or self.words in raw)
            and _fits(PurePath(path).as_posix(), self.report)
        )


def _fits(path: str, pattern: str) -> bool:
    return fnmatchcase(path, pattern) or fnmatchcase(path, f"*/{pattern.removeprefix('./')}")
