"""Megabytes a second of processor time that the patterns read, on prose and on texts made to slow them.

Run as `python -m tests.benchmarks.patterns_speed [--size CHARACTERS] [--growth MEGABYTES] [--text FILE]`. First
come the targets: a sample repeated to 5 MB read by all families and by citations and dates alone, then how the time
grows from 1 MB on tenfold (to 100 MB by `--growth 100`), then each text that is made to slow them.
"""

from __future__ import annotations

import argparse
import time
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from patterns.citations import find_citations
from patterns.dates import find_dates
from patterns.folding import fold, unify
from patterns.indicators import find_indicators
from patterns.passages import Context, split_passages

T = TypeVar("T")
ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests/patterns/citations/cases.toml"
SAMPLE = ROOT / "corpus/hoa-binh-2022-qcdc.md"
DENSE = ROOT / "corpus/quang-ngai-2020-ktxh.md"
ALL_TARGET, DATES_AND_CITATIONS_TARGET = 1.0, 4.0  # MB/s
SECONDS_TARGET = 5.0  # for 1 MB of any text
PROSE = (
    "Các cấp, các ngành tiếp tục quan tâm chỉ đạo, kịp thời tháo gỡ khó khăn cho nhân dân và doanh nghiệp; "
    "đời sống vật chất và tinh thần được nâng lên, quốc phòng, an ninh được giữ vững. Năm 2019, toàn tỉnh có "
    "45/96 xã đạt chuẩn, thu ngân sách 4.512 tỷ đồng, tăng 12,5% so với cùng kỳ năm trước.\n"
)
ADVERSARIAL = {
    "one word": "số ",
    "digits": "1",
    "digits apart": "1 ",
    "split numbers": "đạt 2 45,3 tấn ",
    "brackets": "(",
    "open aside": "(khóa ",
    "days": "ngày ",
    "ranges": "từ ngày 1 đến ",
    "months": "tháng 9, ",
    "years": "năm 2019, ",
    "slashes": "1/",
    "capitals": "A",
    "symbol parts": "1/QĐ-A-",
    "laws": "Luật ",
    "named laws": "Luật Đất đai năm 2013 ",
    "types": "Quyết định ",
    "bodies": "của UBND tỉnh ",
    "one line": "Quyết định số 12/QĐ-UBND ngày 05/7/2019 của UBND tỉnh về việc, ",
}


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of processor time that each step takes for a text of so many megabytes."""

    megabytes: float
    folding: float
    dating: float
    citing: float
    counting: float
    found: tuple[int, int, int]

    @property
    def dates_and_citations(self) -> float:
        """Megabytes a second of dates and citations alone."""
        return self.megabytes / (self.folding + self.dating + self.citing)

    @property
    def seconds(self) -> float:
        """All steps together."""
        return self.folding + self.dating + self.citing + self.counting

    @property
    def speed(self) -> float:
        """Megabytes a second of all steps together."""
        return self.megabytes / self.seconds


def main(size: int, growth: int, sample: Path) -> None:
    """Print the targets, the growth of time, then one line a text."""
    timed_reading(read(sample, 60_000))  # load and compile what is loaded when first used
    print_targets("sample", read(sample, 5_000_000))
    print_targets("dense figures", read(DENSE, 500_000))
    print_growth(sample, growth)
    sentences = [case["text"] for case in tomllib.loads(CASES.read_text("utf-8"))["cases"]]
    measure("reports", repeat("".join(f"{sentence}\n{PROSE * 2}" for sentence in sentences), size))
    for name, piece in ADVERSARIAL.items():
        measure(name, repeat(piece, size))


def read(path: Path, octets: int) -> str:
    """A report's text repeated to about so many bytes of UTF-8."""
    text = path.read_text("utf-8")
    return repeat(text, octets * len(text) // len(text.encode()))


def repeat(piece: str, size: int) -> str:
    return (piece * (size // len(piece) + 1))[:size]


def print_targets(name: str, text: str) -> None:
    """How a text is read against the targets."""
    timing = timed_reading(text)
    print(
        f"{name} × {timing.megabytes:.1f} MB: all patterns {timing.speed:.2f} MB/s (target {ALL_TARGET:g}), "
        f"dates and citations {timing.dates_and_citations:.2f} MB/s (target {DATES_AND_CITATIONS_TARGET:g})",
        flush=True,
    )


def print_growth(sample: Path, most: int) -> None:
    """Seconds a megabyte of texts that grow tenfold: alike where time grows linearly."""
    size, first = 1, 0.0
    while size <= most:
        timing = timed_reading(read(sample, size * 1_000_000))
        each = timing.seconds / timing.megabytes
        first = first or each
        print(f"growth: {size:3} MB in {timing.seconds:7.2f} s, {each / first:.2f} × the time a MB of 1 MB")
        size *= 10


def measure(name: str, text: str) -> None:
    """One line of what each family takes."""
    timing = timed_reading(text)
    dates, citations, indicators = timing.found
    slow = timing.seconds > SECONDS_TARGET * max(1.0, timing.megabytes)
    print(
        f"{name:14} {timing.megabytes:5.2f} MB  fold {timing.folding:5.2f} s  dates {timing.dating:5.2f} s ({dates})  "
        f"citations {timing.citing:5.2f} s ({citations})  indicators {timing.counting:5.2f} s ({indicators})  "
        f"all {timing.speed:6.2f} MB/s{'  SLOW' if slow else ''}",
        flush=True,
    )


def timed_reading(text: str) -> Timing:
    """Read a text with each family in turn."""
    passages, context = split_passages(text), Context()
    folding, _ = timed(lambda: (unify(text), fold(text)))
    dating, dates = timed(lambda: find_dates(text, passages, context))
    citing, citations = timed(lambda: find_citations(text, passages, dates, context))
    counting, indicators = timed(lambda: find_indicators(text, passages, dates, citations, context))
    found = (len(dates), len(citations), len(indicators))
    return Timing(len(text.encode()) / 1e6, folding, dating, citing, counting, found)


def timed(work: Callable[[], T]) -> tuple[float, T]:
    begin = time.process_time()
    result = work()
    return time.process_time() - begin, result


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--size", type=int, default=1_000_000, help="characters of each text made to slow them"
    )
    parser.add_argument("--growth", type=int, default=10, help="megabytes up to which growth is measured")
    parser.add_argument("--text", type=Path, default=SAMPLE, help="the sample that is repeated")
    options = parser.parse_args()
    main(options.size, options.growth, options.text)
