"""Writes every file of the corpus from its sources: `python -m corpus.build [folder]`.

Needs the project's `dev` extra (reportlab) and the type that `writers/pdf.py` names. The same sources give
the same bytes on every run with the same versions of reportlab and python-docx.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from corpus.gold import Gold, annotate, lines
from corpus.markup import read_source
from corpus.source import Source
from corpus.writers import WRITERS

HERE = Path(__file__).parent


def sources() -> list[Source]:
    """The sources in order of name."""
    return [read_source(path) for path in sorted((HERE / "sources").glob("*.report"))]


def build(folder: Path) -> None:
    """Write the reports, their gold and the manifest into a folder."""
    manifest = [
        "# Every file of the corpus and what was planted in it; written by `python -m corpus.build`.",
        "# `found` is what the report says, `expected` what a careful reader takes to be right, `start` the",
        "# offset of the mention `raw` in the source's plain text (corpus/plain.py).",
    ]
    for source in sources():
        gold = annotate(source)
        for name in source.formats:
            (folder / f"{source.name}.{name}").write_bytes(WRITERS[name](source))
        write_gold(folder / "gold" / source.name, gold)
        manifest += manifest_entries(source, gold)
    (folder / "manifest.toml").write_text("\n".join(manifest) + "\n", "utf-8")


def write_gold(folder: Path, gold: Gold) -> None:
    """Write the gold of one report."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, records in (
        ("references", gold.references),
        ("dates", gold.dates),
        ("indicators", gold.indicators),
    ):
        (folder / f"{name}.jsonl").write_text("".join(lines(records)), "utf-8")
    facts = json.dumps(gold.facts, ensure_ascii=False, indent=1)
    (folder / "facts.json").write_text(facts + "\n", "utf-8")


def manifest_entries(source: Source, gold: Gold) -> list[str]:
    """The manifest's entries for the files of one source."""
    entries: list[str] = []
    for name in source.formats:
        entries += ["", "[[file]]", f'path = "{source.name}.{name}"', f'format = "{name}"']
        entries += [f"{key} = {toml(source.facts[key])}" for key in ("province", "year", "kind")]
        entries += [f'source = "sources/{source.name}.report"', f'gold = "gold/{source.name}"']
        for key, planted in source.planted.items():
            place = {"id": key, **planted, **gold.planted[key]}
            entries += ["", "[[file.planted]]", *(f"{name} = {toml(value)}" for name, value in place.items())]
    return entries


def toml(value: object) -> str:
    """A string or number as TOML writes it; JSON's form of either is TOML's too."""
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
