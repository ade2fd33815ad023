"""Reports built by hand, for what the store is given is a report, whatever file it came from."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from extractor.elements import Origin
from extractor.problems import Problem
from extractor.report import Block, BlockKind, Fact, Facts, Footnote, Report
from extractor.store import Store, open_store
from patterns import Cell, Citation, Date, Indicator, Mentions, Relation

Build = Callable[..., tuple[Report, Mentions]]

HEADING = "II- KẾT QUẢ\nTHỰC HIỆN"
LEAD = "Năm 2019 toàn huyện Đồng Tháp có 12/15 xã đạt chuẩn (1), theo Chỉ thị số 42-CT/TU:"
ITEM = "Hoà Bình: 04 xã, bằng 80%."
TABLE = "Xã\tHộ\nPhú Cường\t1.204"
NOTE = "Quyết định số 1980/QĐ-TTg, ngày 17/10/2016."
HEAD = "Trang 2 - Báo cáo"


def span(text: str, part: str, after: int = 0) -> tuple[int, int]:
    start = text.index(part, after)
    return start, start + len(part)


def build(
    path: str = "/reports/a.md", *, extra: str = "", content: str | None = None
) -> tuple[Report, Mentions]:
    """A report of six blocks with every kind of row; `extra` makes its text and so its id another one."""
    parts = [HEADING, LEAD + extra, ITEM, TABLE, NOTE, HEAD]
    text = "\n".join(parts)
    starts = [sum(len(part) + 1 for part in parts[:index]) for index in range(len(parts))]
    ends = [start + len(part) for start, part in zip(starts, parts, strict=True)]
    marker = span(text, "(1)")
    cell_spans = [span(text, word, starts[3]) for word in ("Xã", "Hộ", "Phú Cường", "1.204")]
    values = (None, None, None, 1203.6)
    cells = tuple(
        Cell(index // 2, index % 2, *at, value=value, hidden=value is not None)
        for index, (at, value) in enumerate(zip(cell_spans, values, strict=True))
    )
    middle = starts[1] + 30
    blocks = (
        Block(0, BlockKind.HEADING, starts[0], ends[0], level=1, label="II", page=1),
        Block(
            1,
            BlockKind.PARAGRAPH,
            starts[1],
            ends[1],
            section=(0,),
            page=1,
            origins=(
                Origin(starts[1], middle, page=1, line=3, offset=20, box=(10.0, 20.0, 30.5, 40.0)),
                Origin(middle, ends[1], page=2, part="word/document.xml#3"),
            ),
        ),
        Block(2, BlockKind.LIST_ITEM, starts[2], ends[2], label="a", section=(0,), page=2, lead=1),
        Block(3, BlockKind.TABLE, starts[3], ends[3], section=(0,), page=2, cells=cells),
        Block(4, BlockKind.FOOTNOTE, starts[4], ends[4], label="1", page=2),
        Block(5, BlockKind.FURNITURE, starts[5], ends[5], page=2),
    )
    facts = Facts(
        type="Báo cáo",
        number="15/BC-UBND",
        title="Báo cáo nông thôn mới",
        province="Đồng Tháp",
        date="2019-12-20",
        recipients=("Tỉnh ủy", "Lưu: VT"),
        evidence=(Fact("province", "Đồng Tháp", *span(text, "Đồng Tháp")), Fact("type", "Báo cáo")),
    )
    report = Report(
        id=hashlib.sha256((content or text).encode()).hexdigest(),
        path=path,
        format="markdown",
        text=text,
        blocks=blocks,
        footnotes=(Footnote("1", *marker, 4, (0,)), Footnote("2", None, None, None)),
        facts=facts,
        problems=(
            Problem("lost_text", "a word is missing", "look at the page", start=starts[2], end=ends[2]),
        ),
        parser="by hand 1",
        pages=2,
        encoding="utf-8",
        language="vi",
    )
    return report, mentions_of(text)


def mentions_of(text: str) -> Mentions:
    def at(raw: str) -> tuple[int, int, str]:
        return (*span(text, raw), raw)

    return Mentions(
        citations=(
            Citation(
                *at("Chỉ thị số 42-CT/TU"), "Chỉ thị", "42", None, "CT/TU", "42-CT/TU", "full", key="42-CT/TU"
            ),
            Citation(
                *at("Quyết định số 1980/QĐ-TTg"),
                "Quyết định",
                "1980",
                None,
                "QĐ-TTg",
                "1980/QĐ-TTg",
                "full",
                date="2016-10-17",
                date_span=span(text, "ngày 17/10/2016"),
                key="1980/QĐ-TTg@2016-10-17",
            ),
        ),
        dates=(
            Date(*at("Năm 2019"), "year", "2019-01-01", "2019-12-31"),
            Date(*at("ngày 17/10/2016"), "day", "2016-10-17", "2016-10-17"),
        ),
        indicators=(
            Indicator(*at("12/15 xã"), 12.0, "xã", "xã đạt chuẩn", denominator=15.0, scope="cấp huyện"),
            # A part may come before its whole.
            Indicator(*at("04 xã"), 4.0, "xã", "Hoà Bình", part_of=2),
            Indicator(*at("80%"), 80.0, "%", "xã đạt chuẩn", part_of=0),
            Indicator(
                *at("1.204"), 1204.0, "hộ", "Phú Cường", table_row=2, table_column="B", status="actual"
            ),
        ),
        relations=(
            Relation(*at("theo"), "follows", None, 0),
            Relation(*at("Quyết định"), "guides", 1, 0),
        ),
    )


@pytest.fixture
def built() -> Build:
    return build


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "archive.db"


@pytest.fixture
def store(database: Path) -> Iterator[Store]:
    with open_store(database) as opened:
        yield opened
