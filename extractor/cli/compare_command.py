"""`baocao compare`: one subject over years, places or levels; each figure with its report and page."""

from __future__ import annotations

import csv
import sys
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from rich.table import Table
from rich.text import Text

from extractor.cli.comparison_choices import By, Format
from extractor.cli.comparison_table import Grid, blocks, grid_of
from extractor.cli.output import (
    complain,
    console,
    counted,
    guarded,
    is_plain,
    one_line,
    write_json,
    write_lines,
)
from extractor.series.comparing import Comparison, Question, compare
from extractor.series.decisions import DecisionError
from extractor.series.notes import Note
from extractor.series.points import Point
from extractor.series.settling import settle
from extractor.store import open_store

NOTHING_FOUND = 1
NO_WORDS = 2
_NOTES_SHOWN = 12
_NAME_WIDTH = 40  # characters for what a row is
_LEAST_WIDTH = 20  # for its figures, however narrow the terminal
_NAMES = tuple(field.name for field in fields(Point))
_HEADINGS = {
    "restated": "told otherwise later",
    "contradictory": "told twice in one report",
    "unit": "another unit is written",
    "base": "of another whole",
    "definition": "another definition",
    "territory": "another territory",
    "implausible": "out of the usual range",
}


def compare_command(question: Question, db: Path, *, by: By, written: Format | None) -> int:
    """Compare and write; returns the exit code."""
    return guarded(lambda: _compare(question, db, by=by, written=written))


def _compare(question: Question, db: Path, *, by: By, written: Format | None) -> int:
    with open_store(db, create=False) as store:
        try:
            settle(store)
            comparison = compare(store.database, question)
        except ValueError as error:
            complain(str(error), "Give at least one word of letters or digits.")
            return NO_WORDS
        except DecisionError as error:
            complain(str(error), error.advice)
            return NO_WORDS
    _write(comparison, by, written)
    return 0 if len(comparison) else NOTHING_FOUND


def _write(comparison: Comparison, by: By, written: Format | None) -> None:
    if written is Format.JSON:
        write_json(_as_json(comparison))
    elif written is Format.CSV:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(_NAMES)
        writer.writerows([[getattr(point, name) for name in _NAMES] for point in comparison])
    elif written is Format.MD:
        _print_markdown(grid_of(comparison, by), comparison.notes)
    elif written is None and is_plain():
        write_lines([_NAMES, *([getattr(point, name) for name in _NAMES] for point in comparison)])
    else:
        _print_table(comparison, grid_of(comparison, by))


def _as_json(comparison: Comparison) -> dict[str, Any]:
    notes = [
        {
            "kind": note.kind,
            "year": note.year,
            "text": note.text,
            "figures": [
                {"path": p.path, "page": p.page, "start": p.start, "written": p.written} for p in note.points
            ],
        }
        for note in comparison.notes
    ]
    return {"found": comparison.found, "points": [asdict(point) for point in comparison], "notes": notes}


def _print_table(comparison: Comparison, grid: Grid) -> None:
    out = console()
    if not grid.rows:
        out.print("Nothing found. Fewer words, words without accents, or another place find more.")
        return
    for columns in blocks(grid, max(out.width - _NAME_WIDTH, _LEAST_WIDTH)):
        out.print(_table(grid, columns))
    _print_notes(comparison.notes)
    out.print(Text("\nReports, [number:page]", style="bold"))
    for number, path in enumerate(grid.reports, start=1):
        out.print(Text.assemble((f"  [{number}] ", "dim"), path))
    if comparison.found > len({line.head.series_id for line in comparison.lines}):
        out.print(Text(f"\n{counted(comparison.found, 'series')} found; --limit shows more", style="dim"))


def _table(grid: Grid, columns: tuple[str, ...]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 1, 0))
    table.add_column("", overflow="fold", width=_NAME_WIDTH - 2)
    for name in columns:
        table.add_column(name, justify="right", no_wrap=True)
    for row in grid.rows:
        if any(row.cells[name].shown for name in columns):
            unit = f" ({row.unit})" if row.unit else ""
            said = Text.assemble((one_line(row.subject), "bold"), unit, "\n", (row.details, "dim"))
            if row.chart:
                said.append_text(Text(f"  {row.chart}", style="cyan"))
            table.add_row(said, *(_cell(row.cells[name].shown, row.cells[name].sources) for name in columns))
    return table


def _cell(shown: str, sources: str) -> Text:
    return Text.assemble(shown, "\n", (sources, "dim")) if shown else Text("·", style="dim")


def _print_notes(notes: tuple[Note, ...]) -> None:
    out = console()
    for note in notes[:_NOTES_SHOWN]:
        out.print(
            Text.assemble(
                ("\n" if note is notes[0] else "", ""), (_HEADINGS[note.kind], "yellow"), f"  {note.text}"
            )
        )
    if len(notes) > _NOTES_SHOWN:
        out.print(Text(f"… {len(notes) - _NOTES_SHOWN} more notes, all with --format json", style="dim"))


def _print_markdown(grid: Grid, notes: tuple[Note, ...]) -> None:
    print("| | unit |", " | ".join(grid.columns), "|")
    print("|---|---|" + "---:|" * len(grid.columns))
    for row in grid.rows:
        cells = (
            f"{cell.shown} {cell.sources}".strip() for cell in (row.cells[name] for name in grid.columns)
        )
        first = _escaped(f"{row.subject} ({row.details})" if row.details else row.subject)
        print(f"| {first} | {row.unit} | " + " | ".join(map(_escaped, cells)) + " |")
    print()
    for note in notes:
        print(f"- {_HEADINGS[note.kind]}: {_escaped(note.text)}")
    print()
    for number, path in enumerate(grid.reports, start=1):
        print(f"{number}. {path}")


def _escaped(text: str) -> str:
    return one_line(text).replace("|", "\\|")
