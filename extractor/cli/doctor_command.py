"""`baocao doctor`: what is installed, which formats can be read, what to install for the others."""

from __future__ import annotations

import os
import platform
import shutil
import sqlite3
from dataclasses import asdict, dataclass
from importlib import import_module
from importlib.metadata import PackageNotFoundError, requires, version

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from extractor.cli.output import console, is_plain, sentence, write_json, write_lines
from extractor.reading.engines import serving
from extractor.reading.formats import FORMATS

MISSING = 1


@dataclass(frozen=True, slots=True)
class Part:
    """Something that the program runs on; `advice` says what to do when it is not there."""

    name: str
    there: bool
    detail: str
    advice: str = ""
    needed: bool = True


@dataclass(frozen=True, slots=True)
class FormatCheck:
    """A kind of file, whether it can be read here and by what; `advice` is how it would be, or better."""

    name: str
    title: str
    extensions: tuple[str, ...]
    works: bool
    engines: tuple[str, ...]
    advice: str


def doctor_command(*, as_json: bool) -> int:
    """Check the installation; returns the exit code."""
    parts = [_python(), *_packages(), _sqlite(), _machine(), *_tools()]
    formats = [_check_format(name) for name in FORMATS]
    sound = all(part.there for part in parts if part.needed) and all(
        check.works for check in formats if FORMATS[check.name].reader is not None and check.engines
    )
    if as_json:
        listed = {"parts": [asdict(part) for part in parts], "formats": [asdict(check) for check in formats]}
        write_json({"sound": sound} | listed)
    elif is_plain():
        write_lines([("part", part.name, _state(part), part.detail, part.advice) for part in parts])
        states = [("read" if check.works else "not read", check) for check in formats]
        write_lines(
            [("format", check.name, state, ", ".join(check.engines), check.advice) for state, check in states]
        )
    else:
        _print_parts(parts)
        _print_formats(formats)
        out = console()
        out.print()
        verdict = ("All that is needed is there.", "green") if sound else ("Something is missing.", "red")
        out.print(Text.assemble(verdict))
    return 0 if sound else MISSING


def _python() -> Part:
    return Part("Python", True, platform.python_version())


def _packages() -> list[Part]:
    """The packages that the program was installed with, as its own metadata names them."""
    try:
        wanted = requires("baocao") or []
    except PackageNotFoundError:
        return [Part("baocao", False, "not installed", "Run `pip install .` in the checkout.")]
    names = [line.split(";")[0] for line in wanted if "extra ==" not in line]
    return [Part("baocao", True, version("baocao")), *(_package(_bare_name(name)) for name in names)]


def _bare_name(requirement: str) -> str:
    """Name of the package in a requirement.

    >>> _bare_name("sqlite-utils>=3.38"), _bare_name("spacy<4,>=3.8")
    ('sqlite-utils', 'spacy')
    """
    for number, letter in enumerate(requirement):
        if not (letter.isalnum() or letter in "-_."):
            return requirement[:number]
    return requirement


def _package(name: str) -> Part:
    try:
        return Part(name, True, version(name))
    except PackageNotFoundError:
        return Part(name, False, "not installed", f"Run `pip install {name}`.")


def _sqlite() -> Part:
    """SQLite with full-text search; what Python brings may lack it."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("create virtual table t using fts5 (body)")
    except sqlite3.OperationalError:
        advice = "Install a Python whose SQLite has FTS5 (that of python.org, conda or Debian has)."
        return Part("SQLite", False, f"{sqlite3.sqlite_version} without FTS5", advice)
    finally:
        connection.close()
    return Part("SQLite", True, f"{sqlite3.sqlite_version} with FTS5")


def _machine() -> Part:
    return Part("processors", True, f"{os.cpu_count() or 1}, as many workers by default")


def _tools() -> list[Part]:
    """Programs that turn what is not read into what is; nothing needs them."""
    return [
        _tool("LibreOffice", "soffice", "reads PowerPoint, and what the packages cannot of older files"),
        _pictures(),
    ]


def _pictures() -> Part:
    """What reads pictures of text."""
    served = serving("png")
    about = "reads scans and pictures" if served.engines else "not installed"
    return Part("OCR", bool(served.engines), about, served.advice, needed=False)


def _tool(name: str, command: str, use: str) -> Part:
    if shutil.which(command):
        return Part(name, True, use, needed=False)
    advice = f"Install it if you have such files (`apt install {name.lower()}`)."
    return Part(name, False, use, advice, needed=False)


def _check_format(name: str) -> FormatCheck:
    row = FORMATS[name]
    if row.reader is None:
        return FormatCheck(name, row.title, row.extensions, False, (), row.advice)
    serves = serving(name)
    try:
        import_module(row.reader)
    except ImportError as error:
        ours = error.name is None or error.name.startswith("extractor")
        advice = f"Install baocao again: {error}." if ours else f"Run `pip install {error.name}`."
        return FormatCheck(name, row.title, row.extensions, False, serves.engines, advice)
    return FormatCheck(name, row.title, row.extensions, bool(serves.engines), serves.engines, serves.advice)


def _state(part: Part) -> str:
    return "there" if part.there else "missing" if part.needed else "not installed"


def _print_parts(parts: list[Part]) -> None:
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    for part in parts:
        advice = "" if part.there else part.advice
        table.add_row(_mark(part), part.name, Text(part.detail), Text(advice, style="dim"))
    console().print(table)


def _mark(part: Part) -> Text:
    if part.there:
        return Text("✓", style="green")
    return Text("✗", style="red") if part.needed else Text("–", style="dim")


def _print_formats(formats: list[FormatCheck]) -> None:
    """Formats that are read, then the others by what helps with them."""
    out = console()
    out.print(Text("\nReads", style="bold"))
    for check in formats:
        if check.works:
            extensions = " ".join(check.extensions)
            out.print(Text.assemble(("✓  ", "green"), check.title, (f"  {extensions}", "dim")))
            served = Text(f"by {', then '.join(check.engines)}", style="dim")
            out.print(Padding(served, (0, 0, 0, 4)))
            if check.advice:
                out.print(Padding(Text(f"better: {check.advice}", style="yellow"), (0, 0, 0, 4)))
    out.print(Text("\nDoes not read", style="bold"))
    helped: dict[str, list[str]] = {}
    for check in formats:
        if not check.works:
            helped.setdefault(check.advice, []).extend(check.extensions)
    for advice, kinds in helped.items():
        out.print(Text(" ".join(kinds)))
        out.print(Padding(Text(sentence(advice), style="dim"), (0, 0, 0, 4)))
