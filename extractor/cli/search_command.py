"""`baocao search`: passages with their report, section and page."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from rich.padding import Padding
from rich.text import Text

from extractor.cli.output import (
    complain,
    console,
    counted,
    guarded,
    is_plain,
    one_line,
    short_path,
    without_controls,
    write_json,
    write_lines,
)
from extractor.store import Filters, Hit, open_store

NOTHING_FOUND = 1
NO_WORDS = 2


def search_command(words: str, db: Path, *, filters: Filters, limit: int, as_json: bool) -> int:
    """Search a database and write the passages found; returns the exit code."""
    return guarded(lambda: _search(words, db, filters=filters, limit=limit, as_json=as_json))


def _search(words: str, db: Path, *, filters: Filters, limit: int, as_json: bool) -> int:
    with open_store(db, create=False) as store:
        try:
            hits = store.search(words, limit=limit, filters=filters)
            count = store.count(words, filters=filters)
        except ValueError as error:
            complain(str(error), "Give at least one word of letters or digits.")
            return NO_WORDS
    if as_json:
        write_json({"words": words, "found": count, "hits": [asdict(hit) for hit in hits]})
    elif is_plain():
        write_lines([(hit.path, hit.page, hit.section, hit.snippet) for hit in hits])
    else:
        _print_hits(hits, count, db)
    return 0 if hits else NOTHING_FOUND


def _print_hits(hits: list[Hit], count: int, db: Path) -> None:
    out = console()
    if not hits:
        out.print("Nothing found. Fewer words, or words without accents, find more.")
        return
    for hit in hits:
        page = f", p. {hit.page}" if hit.page else ""
        out.print(Text.assemble((short_path(hit.path) + page, "cyan"), (f"  {hit.date or ''}", "dim")))
        for line, style in ((hit.title, "bold"), (hit.section, "dim")):
            if line:
                out.print(Text(one_line(line), style=style), overflow="ellipsis", no_wrap=True)
        snippet = Text(without_controls(hit.snippet))
        for start, end in hit.marks:
            snippet.stylize("bold yellow", start, end)
        out.print(Padding(snippet, (0, 0, 1, 4)))
    of_all = f"{len(hits)} of " if count > len(hits) else ""
    more = "  --limit shows more" if of_all else ""
    out.print(Text.assemble((f"{of_all}{counted(count, 'passages')} in {db}", "bold"), (more, "dim")))
