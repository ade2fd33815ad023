"""`baocao rule`: what a rule finds, why, and what to do; or the list of all rules."""

from __future__ import annotations

from rich.markdown import Markdown

from extractor.cli.check_command import language_of_terminal
from extractor.cli.output import Listing, complain, console, is_plain, write_json, write_listing
from extractor.linting import Entry, catalogue
from extractor.settings import Language

NOT_FOUND = 2


def rule_command(code: str | None, language: Language | None, *, as_json: bool) -> int:
    """Print the page of a rule, or list all rules; returns the exit code."""
    language = language or language_of_terminal()
    if code is None:
        return _list(as_json=as_json)
    entry = catalogue().get(code.strip().upper())
    if entry is None:
        complain(f"no rule {code}", "`baocao rule` lists all rules.")
        return NOT_FOUND
    if as_json:
        write_json(_record(entry) | {"page": entry.page(language)})
    elif is_plain():
        print(entry.page(language), end="")
    else:
        console().print(Markdown(entry.page(language)))
    return 0


def _list(*, as_json: bool) -> int:
    records = [_record(entry) for entry in catalogue().values()]
    if as_json:
        write_json(records)
    else:
        columns = ("code", "name", "severity", "basis", "across")
        rows = tuple(tuple(record[name] for name in columns) for record in records)
        write_listing(Listing(columns, rows, columns))
    return 0


def _record(entry: Entry) -> dict[str, str | bool]:
    return {
        "code": entry.code,
        "name": entry.name,
        "severity": entry.severity.value,
        "basis": entry.basis.value,
        "across": entry.across,
    }
