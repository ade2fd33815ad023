"""What is lost when a report is scanned: words and mentions of scans of corpus sources, beside those of their PDF.

    python -m tests.benchmarks.scans [SOURCE …]

Each source is set as a PDF, put through a decent and a bad scanner with pixels that are the same on every run,
and read again. Shares are F1 of multisets: words as they stand, citations by code, dates by their days, figures
by value and unit. Seconds are processor time.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import replace
from pathlib import Path

from corpus.build import sources
from corpus.source import Source
from corpus.writers import pdf
from corpus.writers.scan import BAD, DECENT, write_by
from extractor import extract, read
from extractor.reading.scans.engines import find_engines

SCANNERS = {"decent, 300 dpi": replace(DECENT, dpi=300), "decent, 200 dpi": DECENT, "bad, 150 dpi": BAD}
USUAL = ("hau-giang-2022-mttq", "quang-ngai-2022-ktxh")


def agreement(wanted: Iterable[Hashable], found: Iterable[Hashable]) -> float:
    """F1 of two multisets, 1 where both are empty."""
    left, right = Counter(wanted), Counter(found)
    total = left.total() + right.total()
    return 2 * (left & right).total() / total if total else 1.0


def contents(path: Path) -> dict[str, list[Hashable]]:
    """Words, citations, dates and figures of a file."""
    report = read(path)
    mentions = extract(report)
    return {
        "words": list(report.text.split()),
        "citations": [citation.code for citation in mentions.citations],
        "dates": [(date.from_date, date.to_date) for date in mentions.dates],
        "figures": [(indicator.value, indicator.unit) for indicator in mentions.indicators],
    }


def measure(source: Source, folder: Path) -> None:
    """Print the shares of one source, a line for each scanner."""
    modern = folder / "modern.pdf"
    modern.write_bytes(pdf.write(source))
    wanted, pages = contents(modern), read(modern).pages or 1
    for label, scanner in SCANNERS.items():
        scan = folder / "scan.pdf"
        scan.write_bytes(write_by(source, scanner))
        begin = time.process_time()
        found = contents(scan)
        seconds = (time.process_time() - begin) / pages
        shares = "  ".join(f"{kind} {agreement(wanted[kind], found[kind]):.3f}" for kind in wanted)
        print(f"{source.name:<24} {label:<16} {shares}  {seconds:.1f} s/page")


def main(names: list[str]) -> None:
    """Measure the sources that are named, or a few."""
    if find_engines() is None:
        print("no OCR engine is installed")
        return
    with tempfile.TemporaryDirectory() as folder:
        for source in sources():
            if source.name in (names or USUAL):
                measure(source, Path(folder))


if __name__ == "__main__":
    main(sys.argv[1:])
