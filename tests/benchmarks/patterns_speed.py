"""Megabytes a second of processor time that the patterns read, on prose and on texts made to slow them.

Run as `python tests/benchmarks/patterns_speed.py [characters]`; the default is 1,000,000 characters a text.
"""

from __future__ import annotations

import sys
import time
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from patterns.citations import find_citations
from patterns.dates import find_dates
from patterns.folding import fold, unify
from patterns.indicators import find_indicators
from patterns.passages import Context, split_passages

T = TypeVar("T")
CASES = Path(__file__).parents[1] / "patterns/citations/cases.toml"
PROSE = (
    "Các cấp, các ngành tiếp tục quan tâm chỉ đạo, kịp thời tháo gỡ khó khăn cho nhân dân và doanh nghiệp; "
    "đời sống vật chất và tinh thần được nâng lên, quốc phòng, an ninh được giữ vững. Năm 2019, toàn tỉnh có "
    "45/96 xã đạt chuẩn, thu ngân sách 4.512 tỷ đồng, tăng 12,5% so với cùng kỳ năm trước.\n"
)
ADVERSARIAL = {
    "one word": "số ",
    "digits": "1",
    "digits apart": "1 ",
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


def main(size: int) -> None:
    """Print one line a text: what each family takes, and dates and citations together in MB/s."""
    sentences = [case["text"] for case in tomllib.loads(CASES.read_text("utf-8"))["cases"]]
    prose = "".join(f"{sentence}\n{PROSE * 2}" for sentence in sentences)
    measure("(warm up)", prose[:20_000])
    measure("reports", repeat(prose, size))
    for name, piece in ADVERSARIAL.items():
        measure(name, repeat(piece, size))


def repeat(piece: str, size: int) -> str:
    return (piece * (size // len(piece) + 1))[:size]


def measure(name: str, text: str) -> None:
    passages, context = split_passages(text), Context()
    folding, _ = timed(lambda: (unify(text), fold(text)))
    dating, dates = timed(lambda: find_dates(text, passages, context))
    citing, citations = timed(lambda: find_citations(text, passages, dates, context))
    counting, indicators = timed(lambda: find_indicators(text, passages, dates, citations, context))
    megabytes = len(text.encode()) / 1e6
    print(
        f"{name:14} {megabytes:5.2f} MB  fold {folding:5.2f} s  dates {dating:5.2f} s ({len(dates)})  "
        f"citations {citing:5.2f} s ({len(citations)})  indicators {counting:5.2f} s ({len(indicators)})  "
        f"dates+citations {megabytes / (folding + dating + citing):6.2f} MB/s",
        flush=True,
    )


def timed(work: Callable[[], T]) -> tuple[float, T]:
    begin = time.process_time()
    result = work()
    return time.process_time() - begin, result


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
