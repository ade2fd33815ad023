"""`baocao cited`: the documents that reports cite, one of them with all its places, the network of all."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from rich.text import Text
from sqlite_utils import Database

from extractor.cli.output import (
    Listing,
    complain,
    console,
    counted,
    guarded,
    is_plain,
    one_line,
    short_path,
    write_json,
    write_listing,
)
from extractor.queries import cited, network
from extractor.store import open_store
from extractor.store.lookup import find_documents

NOTHING_FOUND, USAGE = 1, 2
_ALIKE_SHOWN = 10
_CITED = ("code", "type", "named", "date", "issuer", "subject", "reports", "mentions")
_PLACES = ("report_date", "province", "path", "page", "raw", "date", "form", "section", "title", "start")
_PLACES_SHOWN = ("report_date", "province", "path", "page", "raw", "form")
_RELATIVES = ("relation", "document", "words", "path", "page")


def cited_command(
    words: str, db: Path, *, only: str | None, out: Path | None, limit: int, as_json: bool
) -> int:
    """Tell which documents are cited; returns the exit code."""
    if out is not None and out.suffix.lower() not in network.WRITERS:
        complain(f"no format for {out}", f"Name a file ending in {', '.join(network.WRITERS)}.")
        return USAGE
    return guarded(lambda: _cited(words, db, only=only, out=out, limit=limit, as_json=as_json))


def _cited(words: str, db: Path, *, only: str | None, out: Path | None, limit: int, as_json: bool) -> int:
    with open_store(db, create=False) as store:
        if out is not None:
            return _write_network(store.database, out)
        if only is not None:
            return _tell_only(store.database, only, db, as_json=as_json)
        if words:
            return _tell_one(store.database, words, db, as_json=as_json)
        return _tell_listing(cited.most_cited(store.database, limit=limit), as_json=as_json)


def _write_network(database: Database, out: Path) -> int:
    try:
        network.WRITERS[out.suffix.lower()](database, out)
    except OSError as error:
        complain(f"cannot write {out}: {error.strerror}", "Name a place that can be written to.")
        return USAGE
    console().print(Text(f"the network of citations is in {out}"))
    return 0


def _tell_only(database: Database, report: str, db: Path, *, as_json: bool) -> int:
    found = find_documents(database, report)
    if len(found) != 1:
        fit = "no document fits" if not found else f"{len(found)} documents fit"
        complain(f"{fit} {report} in {db}", "Name a path or the first letters of an id.")
        return USAGE
    return _tell_listing(cited.only_in(database, found[0].id), as_json=as_json)


def _tell_listing(documents: list[cited.CitedDocument], *, as_json: bool) -> int:
    rows = tuple(tuple(getattr(document, name) for name in _CITED) for document in documents)
    if as_json:
        write_json([asdict(document) for document in documents])
    else:
        write_listing(Listing(_CITED, rows, _CITED))
    return 0 if documents else NOTHING_FOUND


def _tell_one(database: Database, words: str, db: Path, *, as_json: bool) -> int:
    documents = cited.find_cited(database, words)
    unsettled = cited.unsettled_mentions(database, words)
    if not documents and not unsettled:
        complain(f"no report in {db} cites {words}", "`baocao cited` lists what is cited.")
        return NOTHING_FOUND
    if as_json:
        found = [_record(database, document) for document in documents]
        write_json({"documents": found, "unsettled": [asdict(place) for place in unsettled]})
    elif is_plain():
        write_listing(_all_places(database, documents, unsettled))
    else:
        _print_one(database, documents)
        _print_unsettled(unsettled)
    return 0


def _record(database: Database, document: cited.CitedDocument) -> dict[str, object]:
    return asdict(document) | {
        "places": [asdict(place) for place in cited.mentions_of(database, document.id)],
        "relations": [asdict(relative) for relative in cited.relatives_of(database, document.id)],
    }


def _all_places(
    database: Database, documents: list[cited.CitedDocument], unsettled: list[cited.Mention]
) -> Listing:
    """Every place with the document that is cited there, none where the mention does not settle which."""
    settled = [(one.name, cited.mentions_of(database, one.id)) for one in documents]
    rows = tuple(
        (name, *(getattr(place, column) for column in _PLACES))
        for name, places in (*settled, (None, unsettled))
        for place in places
    )
    return Listing(("document", *_PLACES), rows, ("document", *_PLACES))


def _print_one(database: Database, documents: list[cited.CitedDocument]) -> None:
    if not documents:
        return
    out = console()
    first, *others = documents
    out.print(Text(one_line(first.name), style="bold"))
    about = [part for part in (first.date, first.issuer, first.subject) if part]
    if about:
        out.print(Text(one_line(" · ".join(about)), style="dim"))
    out.print(Text(f"cited {counted(first.mentions, 'times')} in {counted(first.reports, 'reports')}\n"))
    _print_places(cited.mentions_of(database, first.id))
    if relatives := cited.relatives_of(database, first.id):
        out.print(Text("\nRelations", style="bold"))
        write_listing(Listing(_RELATIVES, tuple(map(_relative, relatives)), _RELATIVES))
    if others:
        out.print(Text("\nOthers that fit", style="bold"))
        for other in others[:_ALIKE_SHOWN]:
            said = f"  {other.date or 'undated'} · {counted(other.reports, 'reports')}"
            out.print(Text.assemble("  ", one_line(other.name), (said, "dim")))
        if len(others) > _ALIKE_SHOWN:
            out.print(Text(f"  … {len(others) - _ALIKE_SHOWN} more", style="dim"))


def _print_unsettled(places: list[cited.Mention]) -> None:
    if places:
        console().print(Text("\nCited without its year or term, so that it may be another", style="bold"))
        _print_places(places)


def _print_places(places: list[cited.Mention]) -> None:
    shown = [asdict(place) | {"path": short_path(place.path)} for place in places]
    rows = tuple(tuple(place[name] for name in _PLACES_SHOWN) for place in shown)
    write_listing(Listing(_PLACES_SHOWN, rows, _PLACES_SHOWN))


def _relative(relative: cited.Relative) -> tuple[str | int | None, ...]:
    """A relation in words: "amends" another, or "amended" by it: an arrow tells the direction."""
    arrow = "→" if relative.outgoing else "←"
    other = relative.other or "the report itself, or a thing without a number"
    return f"{relative.kind} {arrow}", other, relative.words, short_path(relative.path), relative.page
