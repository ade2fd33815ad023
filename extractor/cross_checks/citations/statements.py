"""What reports state of one document, and how they divide over it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal, NamedTuple

from extractor.checks.finding import Related
from extractor.checks.messages import Message
from extractor.cross_checks.archive import Archive

_SHOWN = 3  # places named for the majority; more do not help the reader
_MOST_VALUES = 40  # of one document that are told apart


class Statement(NamedTuple):
    """One report says something of a document that it cites.

    `start` and `end` are where it says so, `cited_end` where the number of the document ends, `code` how it
    is named; `edition` is the report.
    """

    cited: int
    document: str
    edition: int
    start: int
    end: int
    cited_end: int
    type: str
    code: str
    value: str

    def place(self, note: Message | None = None) -> Related:
        """The statement as a place that a finding of another report speaks of."""
        return Related(self.start, self.end, note, self.document)


@dataclass(slots=True)
class Party:
    """The reports that agree: the value that most of them write, and their statements, oldest report first."""

    value: str
    statements: list[Statement] = field(default_factory=list)
    editions: set[int] = field(default_factory=set)

    def add(self, statement: Statement) -> None:
        """Count a statement in."""
        self.statements.append(statement)
        self.editions.add(statement.edition)

    def first_of_each(self) -> Iterator[Statement]:
        """The first statement of each document."""
        seen: set[str] = set()
        for statement in self.statements:
            if statement.document not in seen:
                seen.add(statement.document)
                yield statement

    def places(self, note: Callable[[Statement], Message]) -> tuple[Related, ...]:
        """The first few statements, one a report."""
        shown: dict[int, Statement] = {}
        for statement in self.statements:
            shown.setdefault(statement.edition, statement)
        return tuple(one.place(note(one)) for one in list(shown.values())[:_SHOWN])


@dataclass(frozen=True, slots=True)
class Dissent:
    """Statements of one report that differ from what others say.

    `majority` says otherwise in `agreeing` of `reports` reports; it is clear when twice as many of them do.
    """

    statement: Statement
    majority: Party
    reports: int
    is_clear: bool

    @property
    def agreeing(self) -> int:
        """How many reports the majority has."""
        return len(self.majority.editions)


def divided(archive: Archive, column: Literal["date", "issuer", "subject"]) -> Iterator[list[Statement]]:
    """For each document that reports do not state alike: all that they state, oldest report first."""
    rows = archive.rows(
        f"select c.cited_document_id, c.document_id, e.edition, c.{column}_start, c.{column}_end, "
        f'c."end", c.type, coalesce(c.code, c.raw), c.{column} '
        "from citations c join editions e on e.document_id = c.document_id "
        "where c.cited_document_id in (select cited_document_id from citations "
        f"where cited_document_id is not null and {column} is not null and {column}_start is not null "
        f"group by cited_document_id having min({column}) <> max({column}) "
        "and min(document_id) <> max(document_id)) "
        f"and c.{column} is not null and c.{column}_start is not null "
        "order by c.cited_document_id, e.day is null, e.day, e.edition, c.document_id, c.start"
    )
    for _, group in groupby(map(Statement._make, rows), key=lambda statement: statement.cited):
        yield list(group)


def dissents(statements: Sequence[Statement], alike: Callable[[str, str], bool]) -> Iterator[Dissent]:
    """Where reports differ from the one value that most reports state; of two that are even, the later ones.

    A report that states both is left out: what does not agree within it is told there.
    """
    parties = _parties(statements, alike)
    if len(parties) < 2:
        return
    majority = parties[0]
    reports = len(set().union(*(party.editions for party in parties)))
    for party in parties[1:]:
        clear = len(majority.editions) >= 2 * len(party.editions)
        for statement in party.first_of_each():
            if statement.edition not in majority.editions:
                yield Dissent(statement, majority, reports, clear)


def _parties(statements: Sequence[Statement], alike: Callable[[str, str], bool]) -> list[Party]:
    """The statements by value, those of most reports first; values that are alike go together."""
    exact: dict[str, Party] = {}
    for statement in statements:
        exact.setdefault(statement.value, Party(statement.value)).add(statement)
    parties: list[Party] = []
    largest_first = sorted(exact.values(), key=lambda party: -len(party.editions))
    for one in largest_first[:_MOST_VALUES]:
        home = next((party for party in parties if alike(party.value, one.value)), None)
        if home is None:
            parties.append(one)
        else:
            home.statements += one.statements
            home.editions |= one.editions
    return sorted(parties, key=lambda party: -len(party.editions))
