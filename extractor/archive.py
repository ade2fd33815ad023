"""A database as a researcher uses it: `with open_archive("archive.db") as archive: archive.compare("hộ nghèo")`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from extractor.series.comparing import Comparison, Question, compare
from extractor.series.listing import Listed, Proposal, list_proposals, list_series
from extractor.series.points import Vintage
from extractor.series.settling import settle
from extractor.store import Hit, Store, open_store


class Archive:
    """An open database of reports; closes when its `with` block ends.

    `store` is what reports are saved with; its `database` takes queries of your own.
    """

    def __init__(self, store: Store, decisions: Path | None = None) -> None:
        self.store = store
        self.decisions = decisions

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.store.__exit__(kind, error, trace)

    def close(self) -> None:
        """Close the file."""
        self.store.close()

    def compare(
        self,
        words: str = "",
        *,
        place: str | None = None,
        first: int | None = None,
        last: int | None = None,
        vintage: Vintage = "latest",
        districts: bool = False,
        limit: int = 20,
    ) -> Comparison:
        """The figures of a subject over years, places and levels, each with its report, page and offsets.

        Args:
            words: the subject as a report would call it; all subjects when empty.
            place: a province, old or new, a district or a commune.
            first, last: years; vintage: which report is believed about a period ("latest", "first", "all").
            districts: whether the districts of the province are wanted too; limit: of series.

        `pandas.DataFrame(…)` and `polars.DataFrame(…)` take what it returns. Raises ValueError for words without a
        letter or digit, StoreError, DecisionError.
        """
        settle(self.store, self.decisions)
        question = Question(words, place, first, last, vintage, districts, limit)
        return compare(self.store.database, question)

    def series(self, words: str = "", *, limit: int = 50) -> Sequence[Listed]:
        """The series of the subjects that words mean, those that reach over most years first."""
        settle(self.store, self.decisions)
        return list_series(self.store.database, words, limit=limit)

    def proposals(self, words: str = "", *, limit: int = 50) -> Sequence[Proposal]:
        """Concepts that may be one, for a person to accept or split."""
        settle(self.store, self.decisions)
        return list_proposals(self.store.database, words, limit=limit)

    def search(self, words: str, *, limit: int = 20) -> list[Hit]:
        """Passages that hold all the words, with or without accents."""
        return self.store.search(words, limit=limit)


def open_archive(path: Path | str, *, create: bool = False, decisions: Path | str | None = None) -> Archive:
    """Open a database that `baocao run` made.

    Args:
        decisions: the file of decisions about series, by default the one beside the database.

    Raises StoreError: none there (unless `create`), not SQLite, another program's, a later version's, locked.
    """
    return Archive(open_store(path, create=create), None if decisions is None else Path(decisions))
