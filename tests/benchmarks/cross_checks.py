"""How long the rules across reports take: python -m tests.benchmarks.cross_checks [REPORTS].

Each report has 50 citations and 100 figures, so that 10,000 of them have half a million and a million. The rows
are generated and put into the tables as they are; what is measured begins after that.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from extractor.cross_checks import ARCHIVE_RULES, Archive, cross_check
from extractor.store import Store, open_store
from extractor.store.frame import child_id
from extractor.store.mention_rows import cited_id
from extractor.store.rows import BlockRow, CitationRow, DocumentRow, IndicatorRow
from extractor.store.table_rows import put_rows

CITATIONS, FIGURES, YEARS = 50, 100, 20
ISSUERS = ("Ủy ban nhân dân tỉnh", "Sở Nội vụ", "Sở Tài chính", "Ban Thường vụ Tỉnh ủy", "Sở Y tế")
SUBJECTS = (
    "dân chủ",
    "giảm nghèo bền vững",
    "cải cách hành chính",
    "chuyển đổi số quốc gia",
    "an toàn giao thông",
)
TOPICS = """hộ nghèo|hộ cận nghèo|xã đạt chuẩn nông thôn mới|giường bệnh|bác sĩ|lao động có việc làm|hồ sơ giải quyết
đúng hạn|vốn đầu tư công giải ngân|thu ngân sách trên địa bàn|diện tích rừng trồng mới""".replace(
    "\n", " "
).split("|")
UNITS = (
    ("hộ", "hộ", 1.0),
    ("người", "người", 1.0),
    ("tỷ đồng", "đồng", 1e9),
    ("ha", "ha", 1.0),
    ("xã", "xã", 1.0),
)


def fill(store: Store, reports: int) -> None:
    """Put generated reports into the tables."""
    database = store.database
    connection = database.conn
    connection.execute("begin")
    for serial in range(1, reports + 1):
        draw = random.Random(serial)
        body, year = divmod(serial - 1, YEARS)
        document = document_row(serial, body, 2001 + year)
        connection.execute("insert into serials values (?, ?)", [document.id, serial])
        marks = ", ".join("?" * len(document))
        connection.execute(f"insert into documents values ({marks})", document)
        put_rows(database, [block_row(document)])
        citations, keys = zip(*cited(document, body, 2001 + year, draw), strict=True)
        connection.executemany(
            "insert into cited_documents (id, key, type, code) values (?, ?, ?, ?) on conflict (key) do nothing",
            keys,
        )
        connection.executemany(
            "insert or ignore into pending values ('settle', ?)", [(key[0],) for key in keys]
        )
        put_rows(database, citations)
        put_rows(database, list(figures(document, body, year, draw)))
    connection.execute("commit")


def document_row(serial: int, body: int, year: int) -> DocumentRow:
    """A report of one body on one year."""
    return DocumentRow(
        f"{serial:064x}",
        serial,
        f"/{serial}.md",
        "markdown",
        f"Báo cáo năm {year}",
        "Báo cáo",
        f"{serial}/BC-UBND",
        f"{ISSUERS[body % len(ISSUERS)]} {body}",
        f"Tỉnh {body // len(ISSUERS)}",
        None,
        f"{year}-12-15",
        f"{year}-01-01",
        f"{year}-12-31",
        None,
        None,
        10,
        "vi",
        None,
        "none",
        "0",
        "0",
        "x" * 20000,
    )


def block_row(document: DocumentRow) -> BlockRow:
    """The one block of a report."""
    row = child_id(document.serial, 0)
    return BlockRow(
        row, document.id, "paragraph", None, None, None, None, None, 1, None, 0, 20000, "x", None, None
    )


def cited(
    document: DocumentRow, body: int, year: int, draw: random.Random
) -> Iterator[tuple[CitationRow, tuple[object, ...]]]:
    """Citations: some of central documents that many cite, most of local ones; one in 300 has a slip."""
    for place in range(CITATIONS):
        central = draw.random() < 0.4
        number = int(draw.paretovariate(0.6)) % 900 + 1 if central else draw.randint(1, 3000)
        of = 2000 + number % 25 if central else year
        symbol, issuer = ("NĐ-CP", "Chính phủ") if central else ("QĐ-UBND", "UBND tỉnh")
        owner = "" if central else document.province
        day = f"{of}-{number % 12 + 1:02}-{number % 28 + 1:02}"
        if draw.random() < 1 / 300:
            day = f"{of}-{draw.randint(1, 12):02}-{number % 28 + 1:02}"
        code = f"{number:02}/{of}/{symbol}"
        if draw.random() < 1 / 300:
            code = f"{number:02}/{of + 1}/{symbol}"
        key = f"nghị định|{code.lower().replace('/', '-')}|{owner}|{code.split('/')[1]}"
        start = place * 100
        row = CitationRow(
            child_id(document.serial, place),
            document.id,
            child_id(document.serial, 0),
            cited_id(key),
            start,
            start + 20,
            1,
            code,
            "Nghị định",
            str(number),
            of,
            symbol,
            code,
            "full",
            day,
            issuer,
            f"về {SUBJECTS[number % 5]} trong lĩnh vực {number % 50}",
            start + 22,
            start + 32,
            start + 34,
            start + 44,
            start + 46,
            start + 80,
            None,
        )
        yield row, (cited_id(key), key, "Nghị định", code)


def figures(document: DocumentRow, body: int, year: int, draw: random.Random) -> Iterator[IndicatorRow]:
    """Figures of the year, and for every third one last year's value; one in 200 of those is misprinted."""
    for place in range(FIGURES):
        topic = place // 4 * 3 + min(place % 4, 2)  # a comparison repeats the figure before it
        compared = place % 4 == 3
        of = year - compared
        unit, canonical, scale = UNITS[topic % len(UNITS)]
        level = random.Random(f"{body} {topic}").randint(200, 90000)
        value = float(round(level * random.Random(f"{body} {topic} {of}").uniform(0.8, 1.25)))
        if compared and draw.random() < 1 / 200:
            value += 100
        if draw.random() < 1 / 2000:
            value *= 1000
        start = 6000 + place * 100
        yield IndicatorRow(
            child_id(document.serial, place),
            document.id,
            child_id(document.serial, 0),
            start,
            start + 12,
            1,
            f"{value:,.0f} {unit}".replace(",", "."),
            value,
            None,
            None,
            unit,
            f"{TOPICS[topic % len(TOPICS)]} loại {chr(97 + topic // 26)}{chr(97 + topic % 26)}",
            None,
            f"{2001 + of}-01-01" if compared else None,
            f"{2001 + of}-12-31" if compared else None,
            None,
            None,
            None,
            None,
            None,
            None,
            None,
            None,
            None,
            value * scale,
            None,
            canonical,
            "level",
            None,
        )


class Clock:
    """Seconds since it was made: of the processor, and on the wall of a machine that others may use too."""

    def __init__(self) -> None:
        self._processor, self._wall = time.process_time(), time.perf_counter()

    def __str__(self) -> str:
        processor, wall = time.process_time() - self._processor, time.perf_counter() - self._wall
        return f"{processor:7.1f} s ({wall:.1f} s on the wall)"


def main(reports: int) -> None:
    """Print how long each rule takes, all together and again, and the most memory used."""
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "a.db") as store:
        began = time.perf_counter()
        fill(store, reports)
        store.settle()
        print(f"{reports:,} reports generated and settled in {time.perf_counter() - began:.0f} s")
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        archive = Archive(store.database)
        for rule in ARCHIVE_RULES:
            began = Clock()
            found = Counter(spot.severity or rule.severity for spot in rule.search(archive))
            told = ", ".join(f"{count:,} {severity}" for severity, count in sorted(found.items()))
            print(f"{rule.code:<12}{began}  {told}")
        archive.close()
        for name in ("all, stored", "again"):
            began = Clock()
            cross_check(store)
            print(f"{name:<12}{began}")
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        print(f"most memory: {before / 1024:.0f} MB before, {after / 1024:.0f} MB after")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
