"""`baocao series`: which series there are, which may be one, and what a person decides about them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, fields
from pathlib import Path

from extractor.cli.output import Listing, complain, console, guarded, write_json, write_listing
from extractor.series.decisions import DecisionError, Verdict, add_decision, decisions_path, read_decisions
from extractor.series.listing import Listed, Proposal, list_proposals, list_series
from extractor.series.settling import settle
from extractor.store import open_store

NOTHING_FOUND = 1
NOT_UNDERSTOOD = 2
_SHOWN = ("name", "place", "scope", "measure", "unit", "years", "first_year", "last_year", "reports")
_PROPOSED = ("one", "other", "likeness", "agreeing", "differing", "reason")


def series_command(words: str, db: Path, *, proposals: bool, limit: int, as_json: bool) -> int:
    """List series or proposals; returns the exit code."""
    return guarded(lambda: _told(lambda: _list(words, db, proposals=proposals, limit=limit, as_json=as_json)))


def decide_command(verdict: Verdict, labels: Sequence[str], db: Path) -> int:
    """Write a decision into the file beside the database and follow it; returns the exit code."""
    return guarded(lambda: _told(lambda: _decide(verdict, labels, db)))


def _list(words: str, db: Path, *, proposals: bool, limit: int, as_json: bool) -> int:
    with open_store(db, create=False) as store:
        settle(store)
        found: Sequence[Listed | Proposal] = (
            list_proposals(store.database, words, limit=limit)
            if proposals
            else list_series(store.database, words, limit=limit)
        )
    if as_json:
        write_json([asdict(row) for row in found])
    else:
        kind = Proposal if proposals else Listed
        columns = tuple(field.name for field in fields(kind))
        rows = tuple(tuple(getattr(row, name) for name in columns) for row in found)
        write_listing(Listing(columns, rows, _PROPOSED if proposals else _SHOWN))
    return 0 if found else NOTHING_FOUND


def _decide(verdict: Verdict, labels: Sequence[str], db: Path) -> int:
    if len(labels) < 2:
        complain(
            "one label alone cannot be decided about", f'Give two: baocao series {verdict} "…" "…" --db {db}'
        )
        return NOT_UNDERSTOOD
    path = decisions_path(db)
    with open_store(db, create=False) as store:
        before = path.read_text("utf-8") if path.exists() else None
        add_decision(path, verdict, labels)
        try:
            read_decisions(path)
        except DecisionError:
            _restore(path, before)
            raise
        moved = settle(store).moved
    console().print(f"{moved} series filed anew; decided in {path}", markup=False)
    return 0


def _restore(path: Path, text: str | None) -> None:
    if text is None:
        path.unlink()
    else:
        path.write_text(text, "utf-8")


def _told(command: Callable[[], int]) -> int:
    try:
        return command()
    except (DecisionError, ValueError) as error:
        complain(str(error), getattr(error, "advice", "Give at least one word of letters or digits."))
        return NOT_UNDERSTOOD
