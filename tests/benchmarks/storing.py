"""How fast reports are stored, indexed and found: python tests/benchmarks/storing.py [REPORTS]."""

from __future__ import annotations

import hashlib
import random
import sys
import tempfile
import time
from pathlib import Path

from extractor.report import Block, BlockKind, Facts, Report
from extractor.store import open_store
from patterns import Citation, Date, Indicator, Mentions

WORDS = """tỉnh huyện xã rừng nước sạch trồng chăm sóc bảo vệ đường cầu trường trạm y tế giáo viên học sinh hộ
nghèo Đồng Tháp Hoà Bình Lâm Đồng nông thôn mới kế hoạch thực hiện đạt tăng giảm so với cùng kỳ năm trước"""
PARAGRAPHS, MENTIONS = 150, 170  # of each kind: a long report


def compose(number: int) -> tuple[Report, Mentions]:
    """A report of 150 paragraphs and 510 mentions; its words are drawn, its offsets are true."""
    draw = random.Random(number)
    paragraphs = [" ".join(draw.choices(WORDS.split(), k=70)) for _ in range(PARAGRAPHS)]
    text = "\n".join(paragraphs)
    blocks, start = [], 0
    for index, paragraph in enumerate(paragraphs):
        kind = BlockKind.PARAGRAPH if index % 20 else BlockKind.HEADING
        blocks.append(Block(index, kind, start, start + len(paragraph), page=1 + index // 10))
        start += len(paragraph) + 1
    identity = hashlib.sha256(text.encode()).hexdigest()
    report = Report(identity, f"/{number}.md", "markdown", text, tuple(blocks), (), Facts(), (), "none")
    return report, mentions_in(text, draw)


def mentions_in(text: str, draw: random.Random) -> Mentions:
    spans = [(at, at + 15, text[at : at + 15]) for at in range(0, len(text) - 15, len(text) // MENTIONS)]
    cited = [str(draw.randint(1, 3000)) for _ in spans]
    return Mentions(
        tuple(
            Citation(*span, "Quyết định", n, None, "QĐ-UBND", f"{n}/QĐ-UBND", "full", key=n)
            for span, n in zip(spans, cited, strict=True)
        ),
        tuple(Date(*span, "day", "2016-01-07", "2016-01-07") for span in spans),
        tuple(Indicator(*span, 65.0, "xã", "xã đạt chuẩn nông thôn mới") for span in spans),
    )


def main(reports: int) -> None:
    """Print the rates."""
    composed = [compose(number) for number in range(reports)]
    megabytes = sum(len(report.text.encode()) for report, _ in composed) / 1e6
    mentions = sum(len(found.citations) + len(found.dates) + len(found.indicators) for _, found in composed)
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "a.db"
        store = open_store(database)
        print(f"{reports} reports, {megabytes:.1f} MB, {mentions:,} mentions")
        for name in ("stored", "stored again"):
            began = time.perf_counter()
            for report, found in composed:
                store.save(report, found)
            seconds = time.perf_counter() - began
            print(f"{name:<14}{mentions / seconds:>10,.0f} mentions/s {megabytes / seconds:8.1f} MB/s")
            if name == "stored":
                began = time.perf_counter()
                store.settle()
                print(f"{'settled':<14}{'':>21}{megabytes / (time.perf_counter() - began):8.1f} MB/s")
        for words in ("dong thap", "Hòa Bình", '"nông thôn mới" hộ nghèo'):
            began = time.perf_counter()
            store.search(words)
            print(f"search {words!r}: {(time.perf_counter() - began) * 1000:.0f} ms")
        store.close()
        print(f"{database.stat().st_size / 1e6:.0f} MB on disk")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
