"""The commands, their arguments and help; what they do is in the module of each."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.choices import Format, Kind, Passages
from extractor.cli.series_app import add_series_commands
from extractor.settings import Language, Ocr, Severity

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


Checked = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH…]", help="Files and folders; with --db documents of it.", show_default=False
    ),
]
Archive = Annotated[
    Path | None,
    typer.Option("--db", metavar="FILE", help="Check what this database holds.", show_default=False),
]
Select = Annotated[
    list[str] | None,
    typer.Option(metavar="CODES", help="Rules to apply: REF,NUM001; by default all.", show_default=False),
]
Ignore = Annotated[
    list[str] | None, typer.Option(metavar="CODES", help="Rules to leave out.", show_default=False)
]
Least = Annotated[
    Severity | None,
    typer.Option(help="The least grave to show; by default warning.", show_default=False),
]
OutputFormat = Annotated[Format, typer.Option("--format", help="How to write the findings.")]
Diff = Annotated[
    bool, typer.Option("--diff", help="Write the certain corrections as a patch of the reports' text.")
]
Output = Annotated[
    Path | None,
    typer.Option(metavar="PATH", help="Write to this file; with html, to this folder.", show_default=False),
]
Lang = Annotated[
    Language | None,
    typer.Option("--lang", help="Language of the messages; by default the terminal's.", show_default=False),
]
Registry = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE", help="A list of documents (.csv, .db) to match citations with.", show_default=False
    ),
]
Config = Annotated[
    Path | None,
    typer.Option(
        metavar="FOLDER", help="Where to look for baocao.toml or pyproject.toml.", show_default=False
    ),
]
Code = Annotated[
    str | None, typer.Argument(metavar="[CODE]", help="A rule's code, such as REF001.", show_default=False)
]


Cited = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[CODE]", help='A code, or words of a type and subject ("luật đất đai").', show_default=False
    ),
]
Only = Annotated[
    str | None,
    typer.Option(metavar="REPORT", help="What this report cites and no other does.", show_default=False),
]
Network = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE", help="Write the network of citations: .graphml, .dot or .gv.", show_default=False
    ),
]
Rows = Annotated[int, typer.Option("--limit", min=1, metavar="N", help="Rows to show.")]
Query = Annotated[str, typer.Argument(metavar="QUERY", help="One SQL query.", show_default=False)]
Seconds = Annotated[float, typer.Option("--timeout", min=0.1, metavar="S", help="Seconds it may take.")]
Table = Annotated[str | None, typer.Argument(metavar="[TABLE]", help="A table or view.", show_default=False)]
OfDatabase = Annotated[
    Path | None,
    typer.Option("--db", metavar="FILE", help="A database; by default a new one.", show_default=False),
]
Place = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Only reports of this province or place.", show_default=False),
]
FromYear = Annotated[
    int | None,
    typer.Option("--from", metavar="YEAR", help="Only reports of this year or later.", show_default=False),
]
ToYear = Annotated[
    int | None,
    typer.Option("--to", metavar="YEAR", help="Only reports of this year or earlier.", show_default=False),
]
OfType = Annotated[
    str | None,
    typer.Option("--type", metavar="NAME", help="Only documents of this type (báo cáo).", show_default=False),
]
OfKind = Annotated[
    Passages | None, typer.Option("--kind", help="Only passages of this kind.", show_default=False)
]


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

Example: baocao search "hộ nghèo" --db archive.db --place "Bình Thuận" --from 2016 --to 2021 --kind table

Words typed without accents find any accents; with accents only those. Quoted words stand side by side.

Exit code: 0 found, 1 nothing found, 2 no words, 3 trouble with the database.
"""
_CHECK_EPILOG = """
Example: baocao check report.docx

Example: baocao check --db archive.db --select REF --severity info --lang vi

Example: baocao check reports/ --format html --output pages/

Settings are read from the nearest baocao.toml, or pyproject.toml with [tool.baocao]: select, ignore, severity,
lang, registry, and [[waivers]] with report, rule, reason and words.

--registry takes a CSV or SQLite list with the columns type, code, date and, where there are, issuer, title and
verified; rows whose verified is n give no more than info.

Exit code: 0 nothing found, 1 findings or files that cannot be read, 2 usage, 3 trouble with the database.
"""
_RULE_EPILOG = """
Example: baocao rule REF001 --lang vi

Exit code: 0 shown, 2 no such rule.
"""
_CITED_EPILOG = """
Example: baocao cited --db archive.db

Example: baocao cited 59/2015/nd-cp --db archive.db

Example: baocao cited --db archive.db --network citations.graphml

Exit code: 0 found, 1 nothing found, 2 usage, 3 trouble with the database.
"""
_SQL_EPILOG = """
Example: baocao sql "select province, count(*) from documents group by 1" --db archive.db

The database is opened for reading only. `baocao schema` tells what there is to ask about.

Exit code: 0 answered, 2 the query is wrong or took too long, 3 trouble with the database.
"""
_SCHEMA_EPILOG = """
Example: baocao schema

Example: baocao schema indicators_with_place

Exit code: 0 shown, 2 no such table or view, 3 trouble with the database.
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
    app.command(epilog=_CHECK_EPILOG)(check)
    app.command(epilog=_RULE_EPILOG)(rule)
    app.command(epilog=_CITED_EPILOG)(cited)
    app.command(epilog=_SQL_EPILOG)(sql)
    app.command(epilog=_SCHEMA_EPILOG)(schema)
    add_series_commands(app)
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


def search(
    words: Words,
    db: Database,
    place: Place = None,
    from_year: FromYear = None,
    to_year: ToYear = None,
    document_type: OfType = None,
    kind: OfKind = None,
    limit: Limit = 20,
    as_json: Json = False,
) -> None:
    """Find passages by their words, with or without accents."""
    from extractor.cli.search_command import search_command
    from extractor.store import Filters

    filters = Filters(place, from_year, to_year, document_type, kind.value if kind else None)
    raise typer.Exit(search_command(" ".join(words), db, filters=filters, limit=limit, as_json=as_json))


def check(
    paths: Checked = None,
    db: Archive = None,
    select: Select = None,
    ignore: Ignore = None,
    severity: Least = None,
    output_format: OutputFormat = Format.TEXT,
    diff: Diff = False,
    output: Output = None,
    lang: Lang = None,
    registry: Registry = None,
    config: Config = None,
    workers: Workers = None,
    timeout: Timeout = 300.0,
    ocr: Pictures = Ocr.AUTO,
) -> None:
    """Tell which citations and figures of reports do not agree."""
    from extractor.cli.check_command import CheckOptions, check_command

    options = CheckOptions(
        db=db,
        select=tuple(select or ()),
        ignore=tuple(ignore or ()),
        severity=severity,
        format=output_format,
        diff=diff,
        output=output,
        language=lang,
        registry=registry,
        config=config,
        workers=workers,
        timeout=timeout,
        ocr=ocr,
    )
    raise typer.Exit(check_command(paths or [], options))


def rule(code: Code = None, lang: Lang = None, as_json: Json = False) -> None:
    """Explain a rule of `check`, or list all rules."""
    from extractor.cli.rule_command import rule_command

    raise typer.Exit(rule_command(code, lang, as_json=as_json))


def cited(
    code: Cited = None,
    *,
    db: Database,
    only: Only = None,
    network: Network = None,
    limit: Rows = 30,
    as_json: Json = False,
) -> None:
    """Tell where a document is cited, or which are cited most."""
    from extractor.cli.cited_command import cited_command

    words = " ".join(code or [])
    raise typer.Exit(cited_command(words, db, only=only, out=network, limit=limit, as_json=as_json))


def sql(
    query: Query, db: Database, limit: Rows = 1000, timeout: Seconds = 60.0, as_json: Json = False
) -> None:
    """Ask the database in SQL, for reading only."""
    from extractor.cli.sql_command import sql_command

    raise typer.Exit(sql_command(query, db, limit=limit, seconds=timeout, as_json=as_json))


def schema(table: Table = None, db: OfDatabase = None, as_json: Json = False) -> None:
    """Explain the tables and views of the database."""
    from extractor.cli.sql_command import schema_command

    raise typer.Exit(schema_command(table, db, as_json=as_json))


def doctor(as_json: Json = False) -> None:
    """Tell what is installed, which formats are read, and what helps with the others."""
    from extractor.cli.doctor_command import doctor_command

    raise typer.Exit(doctor_command(as_json=as_json))
