"""How many Word documents of 17 pages are read a second, and where the time goes.

    python -m tests.benchmarks.docx_files [FILE.docx …]

Without a file, sources of the corpus are set as one report of 46,000 letters with its notes and tables. What is
measured is processor time of one processor, warm, the median and the best of many rounds. Beside it stands what
python-docx takes to open the file: processors differ and are shared, and that ratio holds on all of them.
"""

from __future__ import annotations

import io
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median

from docx import Document

from corpus.build import sources
from corpus.plain import render
from corpus.source import Block, Ending, Heading, Item, Letterhead, Note, Paragraph, Source, Table, Title
from corpus.writers.docx import write
from extractor import read
from extractor.extraction import extract
from extractor.reading.docx import read_elements
from extractor.reading.second_look import look_again

ROUNDS = 30
LETTERS = 46_000  # of 17 pages
ONCE = (Letterhead, Title, Table, Ending)
TARGET = 40.0  # files a second


def timed(work: Callable[[], object], rounds: int = ROUNDS) -> tuple[float, float]:
    """Give the median and the least processor time of many rounds, in milliseconds."""
    work()
    times = []
    for _ in range(rounds):
        begin = time.process_time()
        work()
        times.append(1000 * (time.process_time() - begin))
    return median(times), min(times)


def long_source() -> Source:
    """The prose of several reports as one, with one letterhead, one title, one table and one ending."""
    blocks: list[Block] = []
    once: set[type[Block]] = set()
    parts = sorted(sources(), key=lambda source: not source.name.endswith("-qcdc"))
    for at, part in enumerate(parts):
        for block in relabelled(part.blocks, str(at)):
            if isinstance(block, ONCE):
                if type(block) in once:
                    continue
                once.add(type(block))
            blocks.append(block)
        source = replace(parts[0], blocks=tuple(blocks))
        if len(render(source).text) > LETTERS:
            break
    return source


def relabelled(blocks: tuple[Block, ...], prefix: str) -> Iterator[Block]:
    """The blocks of a source with labels of notes that no other source has."""
    for block in blocks:
        if isinstance(block, Heading | Paragraph | Item | Note):
            notes = tuple((at, prefix + label) for at, label in block.line.notes)
            block = replace(block, line=replace(block.line, notes=notes))
        yield replace(block, label=prefix + block.label) if isinstance(block, Note) else block


def measure(path: Path) -> None:
    """Print the figures of one file."""
    data = path.read_bytes()
    reading = read_elements(data, path.name)
    report = read(path)
    print(
        f"{path.name}: {len(report.text):,} letters, {len(report.blocks)} blocks, {len(report.footnotes)} notes"
    )
    for label, work in (
        ("opened by python-docx", lambda: Document(io.BytesIO(data))),
        ("reader alone", lambda: read_elements(data, path.name)),
        ("second look", lambda: look_again("docx", data, reading)),
        ("read: file to report", lambda: read(path)),
        ("read and extract", lambda: extract(read(path))),
    ):
        usual, least = timed(work, ROUNDS if label != "read and extract" else 5)
        print(f"  {label:<30}{usual:7.1f} ms, best {least:6.1f} ms {1000 / least:8.1f} files/s at best")


def main(names: list[str]) -> None:
    """Measure the files named, or a report set for the purpose."""
    print(f"target of reading: {TARGET:g} files/s")
    for name in names:
        measure(Path(name))
    if not names:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "bao-cao.docx")
            path.write_bytes(write(long_source()))
            measure(path)


if __name__ == "__main__":
    main(sys.argv[1:])
