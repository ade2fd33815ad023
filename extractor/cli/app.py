"""The commands, their arguments and help; what they do is in the module of each."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from extractor.settings import Ocr


class Kind(StrEnum):
    """What `show` can list."""

    CITATIONS = "citations"
    DATES = "dates"
    INDICATORS = "indicators"
    BLOCKS = "blocks"
    FACTS = "facts"
    FINDINGS = "findings"
    PROBLEMS = "problems"


Paths = Annotated[
    list[Path],
    typer.Argument(metavar="PATH…", help="Files and folders; folders are walked.", show_default=False),
]
Database = Annotated[
    Path, typer.Option("--db", metavar="FILE", help="The SQLite database.", show_default=False)
]
Lookup = Annotated[
    Path | None,
    typer.Option("--db", metavar="FILE", help="Look it up here instead of reading it.", show_default=False),
]
Workers = Annotated[
    int | None,
    typer.Option(min=1, metavar="N", help="Processes; by default one a processor.", show_default=False),
]
Timeout = Annotated[float, typer.Option(min=0.1, metavar="S", help="Seconds that one file may take.")]
Force = Annotated[bool, typer.Option("--force", help="Read also what is up to date.")]
Prune = Annotated[bool, typer.Option("--prune", help="Remove the rows of files that have left the folders.")]
Pictures = Annotated[
    Ocr,
    typer.Option(
        "--ocr",
        help="Pages to read from their pictures: those without text that can be trusted, none, or all.",
    ),
]
Report = Annotated[
    str,
    typer.Argument(
        metavar="FILE|ID", help="A file; with --db also the first letters of an id.", show_default=False
    ),
]
OneKind = Annotated[Kind | None, typer.Option(help="List all rows of one kind.", show_default=False)]
Words = Annotated[list[str], typer.Argument(metavar="WORDS", help="What to look for.", show_default=False)]
Limit = Annotated[int, typer.Option(min=1, metavar="N", help="Passages to show.")]
Json = Annotated[bool, typer.Option("--json", help="Write JSON, for programs.")]


def _print_version(wanted: bool) -> None:
    if wanted:
        from extractor.store import program_version

        typer.echo(f"baocao {program_version()}")
        raise typer.Exit


Version = Annotated[
    bool,
    typer.Option("--version", help="Show the version and exit.", is_eager=True, callback=_print_version),
]

_MAIN_EPILOG = """
Begin with `baocao run FOLDER --db archive.db`, then `baocao search "nông thôn mới" --db archive.db`.

The database is plain SQLite: open it with any tool and start at the views documents_overview,
citations_with_place, indicators_with_place and most_cited_documents.
"""
_RUN_EPILOG = """
Example: baocao run reports/ extra.pdf --db archive.db

Example: baocao run scans/ --db archive.db --ocr force

What is up to date is passed over, so a run that was stopped is simply started again.

Exit code: 0 all read, 1 some failed, 2 nothing to read, 3 trouble with the database, 130 interrupted.
"""
_SHOW_EPILOG = """
Example: baocao show report.docx --kind citations

Example: baocao show 3f9a --db archive.db --kind indicators --json

Exit code: 0 shown, 1 the file cannot be read, 2 no such document, 3 trouble with the database.
"""
_SEARCH_EPILOG = """
Example: baocao search '"nước sạch" dong thap' --db archive.db

Words typed without accents find any accents; with accents only those. Quoted words stand side by side.

Exit code: 0 found, 1 nothing found, 2 no words, 3 trouble with the database.
"""
_DOCTOR_EPILOG = """
Example: baocao doctor

Exit code: 0 all that is needed is there, 1 something is missing.
"""


def make_app() -> typer.Typer:
    """Build the command line; help is in colour and boxes on a terminal, plain in a pipe."""
    app = typer.Typer(
        add_completion=False,
        no_args_is_help=True,
        rich_markup_mode="rich" if sys.stdout.isatty() else None,
        pretty_exceptions_show_locals=False,
    )
    app.callback(epilog=_MAIN_EPILOG)(baocao)
    app.command(epilog=_RUN_EPILOG)(run)
    app.command(epilog=_SHOW_EPILOG)(show)
    app.command(epilog=_SEARCH_EPILOG)(search)
    app.command(epilog=_DOCTOR_EPILOG)(doctor)
    return app


def baocao(version: Version = False) -> None:
    """Turn Vietnamese provincial reports into a database of citations, dates and indicators."""


def run(
    paths: Paths,
    db: Database,
    workers: Workers = None,
    timeout: Timeout = 300.0,
    force: Force = False,
    prune: Prune = False,
    ocr: Pictures = Ocr.AUTO,
    as_json: Json = False,
) -> None:
    """Read reports into a database."""
    from extractor.cli.run_command import RunOptions, run_command

    raise typer.Exit(run_command(paths, db, RunOptions(workers, timeout, force, prune, as_json, ocr)))


def show(
    report: Report,
    db: Lookup = None,
    kind: OneKind = None,
    ocr: Pictures = Ocr.AUTO,
    as_json: Json = False,
) -> None:
    """Show what a report says: from the file itself, or from a database."""
    from extractor.cli.show_command import show_command

    raise typer.Exit(show_command(report, db, kind.value if kind else None, ocr=ocr, as_json=as_json))


def search(words: Words, db: Database, limit: Limit = 20, as_json: Json = False) -> None:
    """Find passages by their words, with or without accents."""
    from extractor.cli.search_command import search_command

    raise typer.Exit(search_command(" ".join(words), db, limit=limit, as_json=as_json))


def doctor(as_json: Json = False) -> None:
    """Tell what is installed, which formats are read, and what helps with the others."""
    from extractor.cli.doctor_command import doctor_command

    raise typer.Exit(doctor_command(as_json=as_json))
