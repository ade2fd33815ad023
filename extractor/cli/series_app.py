"""The commands about series of figures, `compare` and `series`: their arguments and help."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from extractor.cli.comparison_choices import By, Format


class Vintage(StrEnum):
    """Which of several reports is believed about a period."""

    LATEST = "latest"
    FIRST = "first"
    ALL = "all"


Database = Annotated[
    Path, typer.Option("--db", metavar="FILE", help="The SQLite database.", show_default=False)
]
Subject = Annotated[
    list[str] | None,
    typer.Argument(metavar="WORDS", help="The subject, as a report would call it.", show_default=False),
]
Place = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="A province, old or new, a district or a commune.", show_default=False),
]
FirstYear = Annotated[
    int | None, typer.Option("--from", metavar="YEAR", help="The first year.", show_default=False)
]
LastYear = Annotated[
    int | None, typer.Option("--to", metavar="YEAR", help="The last year.", show_default=False)
]
Columns = Annotated[By, typer.Option("--by", help="What the columns are.")]
Told = Annotated[
    Vintage, typer.Option(help="Which figure of a period: of the latest report, of the first, or all.")
]
Written = Annotated[
    Format | None,
    typer.Option("--format", help="A table on a terminal, lines in a pipe; or this.", show_default=False),
]
Most = Annotated[int, typer.Option("--limit", min=1, metavar="N", help="Series to show.")]
Proposals = Annotated[bool, typer.Option("--proposals", help="List concepts that may be one instead.")]
Labels = Annotated[list[str], typer.Argument(metavar="LABEL…", help="Labels or keys.", show_default=False)]
Json = Annotated[bool, typer.Option("--json", help="Write JSON, for programs.")]

_COMPARE_EPILOG = """
Example: baocao compare hộ nghèo --db archive.db --place "Bình Thuận" --from 2016 --to 2021

Example: baocao compare đối thoại --db archive.db --by level --format csv

Only like is compared with like: months with the same months, plans apart from results, growth apart from level.

Exit code: 0 found, 1 nothing found, 2 no words, 3 trouble with the database.
"""
_SERIES_EPILOG = """
Example: baocao series "nông thôn mới" --db archive.db

Example: baocao series --proposals --db archive.db

Example: baocao series accept "hộ dùng nước máy" "hộ sử dụng nước máy" --db archive.db

Decisions are kept beside the database (archive.series.toml) and applied again on every run.

Exit code: 0 done, 1 nothing found, 2 not understood, 3 trouble with the database.
"""


class ListByDefault(TyperGroup):
    """A group whose words, when the first is no command of it, are those of its command `list`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put `list` before words and options of its own."""
        if args and args[0] not in self.commands and args[0] not in ctx.help_option_names:
            args = ["list", *args]
        return super().parse_args(ctx, args)


def add_series_commands(app: typer.Typer) -> None:
    """Give the command line `compare` and `series`; `series WORDS` lists, `accept` and `split` decide."""
    app.command(epilog=_COMPARE_EPILOG)(compare)
    group = typer.Typer(cls=ListByDefault, no_args_is_help=True)
    group.command("list")(series)
    group.command()(accept)
    group.command()(split)
    app.add_typer(group, name="series", epilog=_SERIES_EPILOG, help=series.__doc__)


def compare(
    db: Database,
    words: Subject = None,
    place: Place = None,
    first: FirstYear = None,
    last: LastYear = None,
    by: Columns = By.YEAR,
    vintage: Told = Vintage.LATEST,
    written: Written = None,
    limit: Most = 20,
) -> None:
    """Compare a figure over years, places or levels, each with its page."""
    from extractor.cli.compare_command import compare_command
    from extractor.series.comparing import Question

    subject = " ".join(words or ())
    question = Question(subject, place, first, last, vintage.value, districts=by is By.PLACE, limit=limit)
    raise typer.Exit(compare_command(question, db, by=by, written=written))


def series(
    db: Database, words: Subject = None, proposals: Proposals = False, limit: Most = 50, as_json: Json = False
) -> None:
    """List the series of figures, or the labels that may be of one."""
    from extractor.cli.series_command import series_command

    subject = " ".join(words or ())
    raise typer.Exit(series_command(subject, db, proposals=proposals, limit=limit, as_json=as_json))


def accept(labels: Labels, db: Database) -> None:
    """Put the series of these labels together."""
    from extractor.cli.series_command import decide_command

    raise typer.Exit(decide_command("accept", labels, db))


def split(labels: Labels, db: Database) -> None:
    """Keep the series of these labels apart."""
    from extractor.cli.series_command import decide_command

    raise typer.Exit(decide_command("split", labels, db))
