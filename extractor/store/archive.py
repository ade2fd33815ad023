"""The database as one object: open it, save reports, search them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import TracebackType

from sqlite_utils import Database

from extractor.checks.finding import Finding, Severity
from extractor.report import Report
from extractor.store import (
    cited,
    comparing,
    finding_rows,
    ledger,
    loading,
    saving,
    search_index,
    searching,
)
from extractor.store.connection import MEMORY, connect, explained, is_read_only, rejecting, transaction
from extractor.store.errors import StoreError
from extractor.store.filters import ANY, Filters
from extractor.store.ledger import Counts, Failure
from extractor.store.searching import Hit
from extractor.store.stamp import Stamp, present_stamp
from patterns.mentions import Mentions

_DOCUMENTS_A_TRANSACTION = 50


class Store:
    """An open database; closes when its `with` block ends.

    `database` is the sqlite-utils database for queries of your own. Every method raises StoreError when the
    database cannot be read or written.
    """

    def __init__(self, database: Database, path: Path | str) -> None:
        self.database = database
        self.path = path
        self.read_only = is_read_only(database)

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self.close()
        else:
            self.database.close()

    def close(self) -> None:
        """Finish what waits for the end of the batch and close the file."""
        try:
            self.settle()
        finally:
            self.database.close()

    # --- documents ------------------------------------------------------------------------------------------

    def save(
        self,
        report: Report,
        mentions: Mentions,
        findings: Sequence[Finding] = (),
        *,
        paths: Sequence[str] = (),
        stamp: Stamp | None = None,
    ) -> None:
        """Store one report in one transaction, in place of what was known of the same content or paths.

        Args:
            findings: what does not agree in it (`extractor.checks.check`).
            paths: where this content stands; by default `report.path`.
            stamp: what made the rows; by default this program as it is.

        Raises StoreError("rejected") for a report that SQLite cannot hold (a lone surrogate in its text, a
        mention that points to nothing); the database is then as it was.
        """
        self._refuse_read_only()
        with self._explained(), rejecting(report.path), transaction(self.database):
            made_by = (stamp or present_stamp()).without(report.missed)
            saving.save(
                self.database,
                report,
                mentions,
                findings,
                paths=paths or (report.path,),
                stamp=made_by,
            )

    def load(self, document_id: str) -> tuple[Report, Mentions]:
        """A stored report and its mentions, equal to what was saved as far as the tables hold it.

        Raises LookupError when there is no such document.
        """
        with self._explained():
            return loading.load(self.database, document_id)

    def document_ids(self) -> list[str]:
        """The ids of all stored documents, those read first coming first."""
        with self._explained():
            return [str(row[0]) for row in self.database.execute("select id from documents order by serial")]

    def add_path(self, path: str, document_id: str) -> None:
        """Say that `path` holds a document that is stored already; writes nothing when that is known."""
        with self._explained():
            if ledger.is_known(self.database, path, document_id):
                return
        with self._writing():
            saving.point(self.database, path, document_id)

    def settle(self) -> None:
        """Index what was saved and work out the cited documents; does nothing when nothing waits."""
        if self.read_only:
            return
        with self._explained():
            while serials := search_index.wanted(self.database, limit=_DOCUMENTS_A_TRANSACTION):
                with transaction(self.database):
                    for serial in serials:
                        search_index.add(self.database, serial)
            if cited.is_pending(self.database):
                with transaction(self.database):
                    cited.settle(self.database)

    # --- findings -------------------------------------------------------------------------------------------

    def findings(self, document_id: str | None = None) -> Iterator[Finding]:
        """The stored findings of one document or of all, document by document, each in text order."""
        with self._explained():
            yield from finding_rows.read_findings(self.database, document_id)

    def count_findings(self, document_ids: Iterable[str]) -> Counter[Severity]:
        """How many findings of each severity these documents have."""
        with self._explained():
            return finding_rows.count_findings(self.database, document_ids)

    def is_compared(self, configuration: str) -> bool:
        """Whether nothing has changed since the reports were compared with each other by these rules."""
        with self._explained():
            return comparing.is_done(self.database, configuration)

    def put_comparison(self, findings: Iterable[Finding], configuration: str) -> None:
        """Store what comparing reports has found, in place of what it found before; writes only differences."""
        with self._writing():
            comparing.replace(self.database, findings)
            comparing.note(self.database, configuration)

    # --- the ledger -----------------------------------------------------------------------------------------

    def is_current(self, document_id: str, stamp: Stamp, *, installed: Collection[str] = ()) -> bool:
        """Whether the rows of a content are those that this extractor would make.

        `installed` are the engines that are here; a content that was read without one of them is not current.
        """
        with self._explained():
            stored = ledger.stamp_of(self.database, document_id)
        return stored is not None and stored.would_be_as(stamp, installed)

    def give_serial(self, document_id: str) -> int:
        """Reserve the serial number of a content, so that ids do not depend on which report is read first."""
        with self._writing():
            return ledger.give_serial(self.database, document_id)

    def put_failure(self, failure: Failure, run_id: int | None = None) -> None:
        """Record a file that could not be read; rows from an earlier content of that path stay."""
        with self._writing():
            ledger.put_failure(self.database, failure, run_id)

    def known_paths(self) -> list[str]:
        """All paths whose content or failure is recorded."""
        with self._explained():
            return ledger.known_paths(self.database)

    def mark_gone(self, paths: Iterable[str], run_id: int) -> None:
        """Note files that are no longer where they were; their rows stay."""
        with self._writing():
            ledger.mark_gone(self.database, paths, run_id)

    def forget(self, paths: Iterable[str]) -> None:
        """Remove what is known of these paths, and the documents that no other path holds."""
        with self._writing():
            for path in paths:
                saving.forget(self.database, path)

    def start_run(self, *, started: str, stamp: Stamp, options: str) -> int:
        """Open the row of a run and return its id."""
        with self._writing():
            return ledger.start_run(self.database, started=started, stamp=stamp, options=options)

    def finish_run(self, run_id: int, *, finished: str, state: str, counts: Counts) -> None:
        """Close the row of a run: state is "finished", "interrupted" or "failed"."""
        with self._writing():
            ledger.finish_run(self.database, run_id, finished=finished, state=state, counts=counts)

    # --- search ---------------------------------------------------------------------------------------------

    def search(self, words: str, *, limit: int = 20, filters: Filters = ANY) -> list[Hit]:
        """Blocks that hold all the words, quoted ones side by side; without accents any accents are found.

        Raises ValueError when there is no word to search for.
        """
        query = searching.parse_query(words)
        self.settle()
        with self._explained():
            return searching.find_blocks(self.database, query, limit=limit, filters=filters)

    def count(self, words: str, *, filters: Filters = ANY) -> int:
        """How many blocks `search` would find without a limit."""
        with self._explained():
            return searching.count_blocks(self.database, searching.parse_query(words), filters)

    def _explained(self) -> AbstractContextManager[None]:
        return explained(self.path)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self._refuse_read_only()
        with self._explained(), transaction(self.database):
            yield

    def _refuse_read_only(self) -> None:
        if self.read_only:
            raise StoreError(
                "read_only",
                f"{self.path} may only be read",
                "Give yourself write permission to the file and its folder, or name another file with --db.",
            )


def open_store(path: Path | str = MEMORY, *, create: bool = True) -> Store:
    """Open or make a database and bring its schema up to date.

    >>> with open_store() as store:
    ...     store.known_paths()
    []

    Raises StoreError: none there (unless `create`), not SQLite, another program's, a later version's, locked.
    """
    return Store(connect(path, create=create), path)
