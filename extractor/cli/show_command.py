"""`baocao show`: a report at a glance, or all rows of one kind."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from rich.text import Text
from sqlite_utils import Database

from extractor.cli.listings import KINDS, cited, listing, outline, overview
from extractor.cli.output import (
    Value,
    complain,
    console,
    counted,
    guarded,
    is_plain,
    one_line,
    short_path,
    write_json,
    write_lines,
    write_listing,
)
from extractor.pipeline import read_report
from extractor.running.worker import Trouble, attempt, unpack
from extractor.settings import Ocr
from extractor.store import Store, open_store
from extractor.store.lookup import find_documents

UNREADABLE = 1
NOT_FOUND = 2
_OUTLINE_LINES = 20
_CITED_LINES = 8


def show_command(report: str, db: Path | None, kind: str | None, *, ocr: Ocr, as_json: bool) -> int:
    """Show a file, or a document of a database; returns the exit code."""
    if db is None:
        return guarded(lambda: _show_file(report, kind, ocr=ocr, as_json=as_json))
    return guarded(lambda: _show_stored(report, db, kind, as_json=as_json))


def _show_file(name: str, kind: str | None, *, ocr: Ocr, as_json: bool) -> int:
    path = Path(name)
    if not path.exists() and not path.is_symlink():
        complain(f"no file {name}", "To look up an id or a stored file, name the database: --db FILE.")
        return NOT_FOUND
    outcome = unpack(attempt(partial(read_report, ocr=ocr), path))
    if isinstance(outcome, Trouble):
        named = outcome.message if name in outcome.message else f"{name}: {outcome.message}"
        complain(named, outcome.advice)
        return UNREADABLE
    with open_store() as store:
        store.save(outcome.report, outcome.mentions, outcome.findings)
        _show(store, outcome.report.id, kind, as_json=as_json)
    return 0


def _show_stored(name: str, db: Path, kind: str | None, *, as_json: bool) -> int:
    with open_store(db, create=False) as store:
        found = find_documents(store.database, name)
        if len(found) == 1:
            _show(store, found[0].id, kind, as_json=as_json)
            return 0
        if found:
            listed = (f"\n       {document.id[:12]}  {short_path(document.path)}" for document in found[:10])
            complain(f"{len(found)} documents fit {name}", f"Name one of them in full:{''.join(listed)}")
        elif Path(name).exists():
            advice = f"Run `baocao run {name} --db {db}` first, or leave out --db to read the file."
            complain(f"{name} is not in {db}", advice)
        else:
            complain(f"no document {name} in {db}", "The view documents_overview lists those that there are.")
        return NOT_FOUND


def _show(store: Store, document_id: str, kind: str | None, *, as_json: bool) -> None:
    database = store.database
    if as_json:
        [document] = overview(database, document_id).dictionaries()
        kinds = (kind,) if kind else KINDS
        rows = {name: listing(database, name, document_id).dictionaries() for name in kinds}
        write_json({"document": document} | rows)
    elif kind:
        write_listing(listing(database, kind, document_id))
    elif is_plain():
        [about] = overview(database, document_id).dictionaries()
        write_lines(list(about.items()))
    else:
        _show_glance(database, document_id)


def _show_glance(database: Database, document_id: str) -> None:
    """The report on one screen: what it is, its outline, what it cites, what was found."""
    [about] = overview(database, document_id).dictionaries()
    out = console()
    out.print(Text(one_line(about["title"] or about["type"] or "(no title found)"), style="bold"))
    out.print()
    for name, value in _about(about):
        out.print(Text.assemble((f"{name:<10}", "dim"), one_line(value)))
    _print_places("Outline", "blocks", _OUTLINE_LINES, _headings(database, document_id))
    _print_places("Cites", "citations", _CITED_LINES, _citations(database, document_id))
    _show_counts(about)


def _about(about: dict[str, Value]) -> list[tuple[str, Value]]:
    """The facts that the page states, in the order of a letterhead."""
    period = " – ".join(str(about[name]) for name in ("period_from", "period_to") if about[name])
    place = ", ".join(str(about[name]) for name in ("place", "date") if about[name])
    pages = f", {counted(int(about['pages']), 'pages')}" if about["pages"] else ""
    facts: list[tuple[str, Value]] = [
        ("Type", about["type"]),
        ("Number", about["number"]),
        ("Issuer", about["issuer"]),
        ("Issued", place),
        ("Period", period),
        ("Signer", about["signer"]),
        ("File", f"{short_path(str(about['path']))} ({about['format']}{pages})"),
        ("Id", str(about["id"])[:12]),
    ]
    return [(name, value) for name, value in facts if value]


def _show_counts(about: dict[str, Value]) -> None:
    out = console()
    names = ("citations", "dates", "indicators", "footnotes", "problems", "errors", "warnings")
    counts = " · ".join(counted(int(about[name] or 0), name) for name in names)
    out.print()
    out.print(Text(counts, style="bold"))
    out.print(Text(f"List them with --kind {', '.join(KINDS)}.", style="dim"))


def _headings(database: Database, document_id: str) -> list[tuple[Value, Text]]:
    """Pages and headings, indented by level."""
    rows = outline(database, document_id).rows
    return [(page, Text("  " * (int(level or 1) - 1) + one_line(heading))) for level, heading, page in rows]


def _citations(database: Database, document_id: str) -> list[tuple[Value, Text]]:
    """Pages and the documents that are cited first there, with how often."""
    lines = []
    for document, count, page in cited(database, document_id).rows:
        times = f"  {count} times" if int(count or 0) > 1 else ""
        lines.append((page, Text.assemble(one_line(document).strip(), (times, "dim"))))
    return lines


def _print_places(title: str, kind: str, limit: int, lines: list[tuple[Value, Text]]) -> None:
    """Lines with their pages before them, where the format has pages."""
    if not lines:
        return
    out = console()
    out.print(Text(f"\n{title}", style="bold"))
    paged = any(page for page, _ in lines)
    for page, line in lines[:limit]:
        place = f"  p. {page}" if page else ""
        out.print(
            Text.assemble((f"{place:<8}" if paged else "  ", "dim"), line), overflow="ellipsis", no_wrap=True
        )
    if len(lines) > limit:
        out.print(Text(f"  … {len(lines) - limit} more: --kind {kind}", style="dim"))
