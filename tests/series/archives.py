"""Archives made for a test: reports with figures as they are read, saved and filed by the real store."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from extractor.report import Block, BlockKind, Facts, Report
from extractor.series.settling import settle
from extractor.store import Store
from patterns.indicators.amounts import canonical_amount
from patterns.mentions import Indicator, Mentions


def figure(
    label: str, raw: str, unit: str | None = None, value: float | None = None, **fields: object
) -> Indicator:
    """A figure as the patterns would read it; `raw` is written into the report's text where it is saved."""
    written = (
        value if value is not None else float(raw.split()[0].rstrip("%").replace(".", "").replace(",", "."))
    )
    amount = canonical_amount(written, None, unit)
    base = Indicator(
        0,
        len(raw),
        raw,
        written,
        unit,
        label,
        amount=amount.value,
        canonical_unit=amount.unit,
        measure="level",
    )
    return replace(base, **fields)  # type: ignore[arg-type]


def report(
    name: str,
    figures: Sequence[Indicator],
    *,
    year: int = 2020,
    province: str | None = "Quảng Ngãi",
    issuer: str | None = None,
    date: str | None = None,
    before: Sequence[str] = (),
    months: int = 12,
) -> tuple[Report, Mentions]:
    """A report that covers a year, or its first months, with a paragraph a figure; `before` stands before each."""
    text, blocks, placed = "", [], []
    for index, found in enumerate(figures):
        lead = before[index] if index < len(before) else ""
        start = len(text) + len(lead)
        placed.append(replace(found, start=start, end=start + len(found.raw)))
        line = f"{lead}{found.raw} {found.label}."
        blocks.append(
            Block(index, BlockKind.PARAGRAPH, len(text), len(text) + len(line), page=index // 3 + 1)
        )
        text += line + "\n"
    last = {12: "12-31", 6: "06-30", 9: "09-30", 3: "03-31"}[months]
    facts = Facts(
        type="Báo cáo",
        province=province,
        issuer=issuer,
        date=date or f"{year}-12-05",
        period_from=f"{year}-01-01",
        period_to=f"{year}-{last}",
    )
    identity = hashlib.sha256(f"{name}\n{text}".encode()).hexdigest()
    made = Report(identity, name, "markdown", text, tuple(blocks), (), facts, (), "none")
    return made, Mentions(indicators=tuple(placed))


def save(store: Store, *reports: tuple[Report, Mentions]) -> None:
    """Store reports and file their figures."""
    for made, mentions in reports:
        store.save(made, mentions)
    settle(store)
