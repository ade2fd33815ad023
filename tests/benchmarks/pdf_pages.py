"""How many pages a second a PDF file takes, beside pdfplumber on the same file in the same run.

    python -m tests.benchmarks.pdf_pages [FILE.pdf …]

Without a file, a report of 17 pages is set for the purpose: two heads, 14 footnotes, a ruled table. What is
measured is processor time, the best of several rounds; ratios hold on any machine, figures on this one.
"""

from __future__ import annotations

import io
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pdfplumber

from extractor.extraction import extract
from extractor.reading import read
from extractor.reading.pdf import read_elements
from tests.reading.pdf.reports import long_report

ROUNDS = 5
PEER_PAGES = 20


def best(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Give the least processor time of several rounds, in seconds."""
    times = []
    for _ in range(rounds):
        begin = time.process_time()
        work()
        times.append(time.process_time() - begin)
    return min(times)


def peer_words(data: bytes) -> int:
    """Let pdfplumber find the words of the first pages; give how many pages it read."""
    with pdfplumber.open(io.BytesIO(data)) as document:
        pages = document.pages[:PEER_PAGES]
        for page in pages:
            page.extract_words()
            page.close()
        return len(pages)


def measure(path: Path) -> None:
    """Print the figures of one file."""
    data = path.read_bytes()
    pages = read_elements(data, path.name).pages or 1
    peer_pages = peer_words(data)
    peer = peer_pages / best(lambda: peer_words(data), rounds=2)
    print(f"{path.name}: {pages} pages")
    for label, work in (
        ("whole road: read and extract", lambda: extract(read(path))),
        ("reading to a report", lambda: read(path)),
        ("PDF reader alone", lambda: read_elements(data, path.name)),
    ):
        speed = pages / best(work)
        print(f"  {label:<30}{speed:8.1f} pages/s{speed / peer:8.1f} × pdfplumber")
    print(f"  {'pdfplumber extract_words':<30}{peer:8.1f} pages/s")


def main(names: list[str]) -> None:
    """Measure the files named, or a report set for the purpose."""
    if names:
        for name in names:
            measure(Path(name))
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bao-cao.pdf"
        path.write_bytes(long_report().data)
        measure(path)


if __name__ == "__main__":
    main(sys.argv[1:])
