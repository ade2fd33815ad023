"""How the commands speak: tables and colour on a terminal, tab-separated lines in a pipe, JSON when asked."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from extractor.store.errors import StoreError

Value = str | int | float | bool | None

DATABASE_TROUBLE = 3
_CONTROLS = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)], "\ufffd")


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows under named columns; `shown` names those for a terminal, all go into a pipe or JSON.

    On a terminal a column without any value is left out.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    shown: tuple[str, ...]

    def dictionaries(self) -> list[dict[str, Value]]:
        """The rows as JSON objects."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


def console() -> Console:
    """Where results go."""
    return Console(highlight=False, soft_wrap=not sys.stdout.isatty())


def is_plain() -> bool:
    """Whether the output is read by a program: one line a row, tabs between the columns."""
    return not sys.stdout.isatty()


def write_json(value: Any) -> None:
    """Write one JSON document."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def write_lines(rows: Sequence[Sequence[Value]]) -> None:
    """Write rows as tab-separated lines; what would break a line or column becomes a space."""
    for row in rows:
        print("\t".join(one_line(value) for value in row))


def write_listing(listing: Listing) -> None:
    """Write a listing as a table or, in a pipe, as tab-separated lines under a line of column names."""
    if is_plain():
        write_lines([listing.columns, *listing.rows])
        return
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    if not listing.rows:
        console().print("none", style="dim")
        return
    named = {name: listing.columns.index(name) for name in listing.shown}
    filled = {n for row in listing.rows for n, value in enumerate(row) if value is not None}
    numbers = [number for number in named.values() if number in filled]
    for number in numbers:
        name = listing.columns[number]
        values = [row[number] for row in listing.rows]
        table.add_column(
            name.replace("_", " "),
            justify="right" if any(isinstance(value, int | float) for value in values) else "left",
            overflow="fold",
            no_wrap=all(len(one_line(value)) <= 12 for value in values),
        )
    for row in listing.rows:
        table.add_row(*(Text(one_line(row[number])) for number in numbers))
    console().print(table)


def short_path(path: str) -> str:
    """A path as a person at this place would type it."""
    try:
        return str(Path(path).relative_to(Path.cwd()))
    except (ValueError, OSError):
        return path


def complain(message: str, advice: str = "") -> None:
    """Tell on the error channel what is wrong and what to do next."""
    errors = Console(stderr=True, highlight=False, soft_wrap=True)
    errors.print(Text.assemble(("error: ", "bold red"), message))
    if advice:
        errors.print(Text(f"       {sentence(advice)}"))


def guarded(command: Callable[[], int]) -> int:
    """Run a command; trouble with the database is told and becomes an exit code of its own."""
    try:
        return command()
    except StoreError as error:
        complain(error.message, error.advice)
        return DATABASE_TROUBLE


def sentence(text: str) -> str:
    """The text begun with a capital letter, whoever wrote it."""
    return text[:1].upper() + text[1:]


def counted(count: int, thing: str) -> str:
    """A count with its noun.

    >>> counted(1, "page"), counted(2_350, "files")
    ('1 page', '2,350 files')
    """
    return f"{count:,} {thing.removesuffix('s')}{'' if count == 1 else 's'}"


def one_line(value: Value) -> str:
    """A value on one line, without the control characters by which a file could take over a terminal.

    >>> one_line("12,5\\n tỷ\\x1b[31m"), one_line(7.640), one_line(None)
    ('12,5 tỷ\ufffd[31m', '7.64', '')
    """
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.15g}"
    return without_controls(" ".join(str(value).split()))


def without_controls(text: str) -> str:
    """The text with each control character replaced by one sign, so that offsets hold."""
    return text.translate(_CONTROLS)
