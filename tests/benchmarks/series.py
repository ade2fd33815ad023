"""How long series take to file and to ask for: python -m tests.benchmarks.series [REPORTS] [FIGURES A REPORT].

Reports of all provinces and of thirty years are generated straight into the tables, with labels of the catalogue in
many wordings and labels that nobody has listed; what is measured is what `baocao run` and `baocao compare` do with
them. Seconds are of the clock, and in brackets of the processor, which a busy machine does not stretch.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from extractor.encodings.syllables import common_syllables
from extractor.series.comparing import Question, compare
from extractor.series.settling import file_all, observe_new, settle
from extractor.store import Store, open_store
from extractor.store.frame import child_id
from patterns.concepts import entries
from patterns.gazetteers import phrases
from patterns.indicators.amounts import canonical_amount

UNITS = ("hộ", "xã", "thôn", "trường", "lớp", "người", "dự án", "ha", "tấn", "đồng")
LABELS = 100_000  # distinct wordings, about as many as a real archive of this size has


def labels(draw: random.Random) -> list[tuple[str, str, str]]:
    """Labels with their unit and measure: one in five of the catalogue."""
    listed = []
    for row in entries():
        for phrase in (row.name, *row.aliases):
            if row.level is not None:
                listed.append((phrase, row.units[0], "level"))
            elif row.share is not None:
                listed.append((phrase, "%", "share"))
    common = sorted(common_syllables())
    weights = [1 / (rank + 10) for rank in range(len(common))]
    free = [
        (" ".join(draw.choices(common, weights, k=draw.randint(3, 9))), draw.choice(UNITS), "level")
        for _ in range(LABELS - len(listed))
    ]
    return [*listed * 20, *free]


def fill(store: Store, reports: int, figures: int) -> None:
    """Write the rows of reports and figures as the store would."""
    draw = random.Random(1)
    wordings = labels(draw)
    provinces = [row.name for row in phrases("provinces") if row.until is None or row.until > "2020"]
    with store.database.conn as connection:
        for serial in range(1, reports + 1):
            name, year = draw.choice(provinces), 1995 + serial % 30
            document_id = f"{serial:064x}"
            connection.execute("insert into serials values (?, ?)", [document_id, serial])
            connection.execute(
                "insert into documents (id, serial, path, format, province, date, period_from, period_to, parser, "
                "version, configuration, text) values (?, ?, ?, 'text', ?, ?, ?, ?, 'none', '0', '0', '')",
                [
                    document_id,
                    serial,
                    f"/{serial}.txt",
                    name,
                    f"{year}-12-05",
                    f"{year}-01-01",
                    f"{year}-12-31",
                ],
            )
            connection.executemany(
                'insert into indicators (id, document_id, start, "end", page, raw, value, unit, label, amount, '
                "canonical_unit, measure) values (?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?)",
                rows(draw, wordings, serial, document_id, figures),
            )


def rows(
    draw: random.Random, wordings: list[tuple[str, str, str]], serial: int, document_id: str, figures: int
) -> Iterator[tuple[object, ...]]:
    for place in range(figures):
        label, unit, measure = draw.choice(wordings)
        value = float(draw.randint(1, 99))
        amount = canonical_amount(value, None, unit)
        raw = f"{value:g} {unit}"
        yield (
            child_id(serial, place), document_id, place * 40, place * 40 + len(raw), raw, value, unit, label,
            amount.value, amount.unit, measure,
        )  # fmt: skip


@contextmanager
def timed(what: str) -> Iterator[None]:
    clock, processor = time.perf_counter(), time.process_time()
    yield
    print(f"{what}: {time.perf_counter() - clock:.2f} s ({time.process_time() - processor:.2f} s)")


QUESTIONS = (
    Question("hộ nghèo", "Bình Thuận"),
    Question("hộ nghèo"),
    Question("trồng lúa"),
    Question("ho ngheo"),
)


def main(reports: int, figures: int) -> None:
    """Print how long filing takes, how much memory, and how long questions take."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "a.db")
        fill(store, reports, figures)
        print(f"{reports:,} reports, {reports * figures:,} figures")
        with timed("observed"):
            observed = observe_new(store.database)
        with timed("labels grouped, series filed"):
            done = file_all(store.database, observed, ())
        print(f"{done.concepts:,} concepts")
        with timed("filed again, nothing new"):
            settle(store)
        print(f"memory at most: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
        for question in QUESTIONS:
            with timed(f"compare {question.words} {question.place or ''}"):
                found = compare(store.database, question)
            print(f"  {len(found)} points of {found.found:,} series")
        store.close()


if __name__ == "__main__":
    main(*(int(argument) for argument in (sys.argv[1:] or ("10000", "100"))))
