"""What went wrong in a file: a problem is recorded beside the report, a read error ends the file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read, converted or understood, told so that a person can act.

    Attributes:
        kind: a short stable word ("lost_text", "page_without_text", "footnote_without_marker").
        message: what was found and where, in plain English; advice: what to do next.
        start, end: the span in the report's text that it concerns, when there is one.
    """

    kind: str
    message: str
    advice: str = ""
    page: int | None = None
    line: int | None = None
    start: int | None = None
    end: int | None = None


class ReadError(Exception):
    """A file that cannot be read at all; becomes one row of `failures`.

    `kind` is a short stable word ("empty", "encrypted", "truncated", "unsupported", "too_large").
    """

    def __init__(self, kind: str, message: str, advice: str) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message
        self.advice = advice

    def __reduce__(self) -> tuple[type[ReadError], tuple[str, str, str]]:
        return ReadError, (self.kind, self.message, self.advice)
