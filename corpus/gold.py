"""A source's gold: its citations, dates and indicators in the annotation contract's format, and its facts.

How cases that the contract leaves open were decided, the same in every report:

citations
    "Luật … ngày 19 tháng 6 năm 2015" is named, with year and date, its date outside raw. A number-symbol from
    which the year or a part is missing is partial; its code is given where the same report has it in full.
    Symbol is as printed; code repairs the separators ("07/KH-TW" stands for 07-KH/TW) but not the figures.
    The issuer is the whole body as the sentence has it ("UBND tỉnh"). Of several coordinated documents only
    that which "của …", the date or the subject stands next to gets it; who "ban hành" several issued all.
    The subject follows "về", "về việc" or "ban hành" and keeps a trailing "giai đoạn …".
dates
    "cùng kỳ" and "năm trước" are relative; "đến hết năm 2019" is the year 2019; dates of the letterhead and
    years of table heads count. "nhiệm kỳ 2020 - 2025", "năm học 2019 - 2020": ranges, raw is the two years.
indicators
    A period is given where the sentence, its lead, the head of its paragraph ("Năm 2019, …") or a table's
    column states it. A share or a "trong đó" is part of its whole where that is in the report; a percentage
    of a whole or of a plan ("đạt 102% kế hoạch") is part of the amount that it restates. A growth rate is no
    part of its amount; by sector it is part of the growth of the whole.
    The scope is given where the sentence says "toàn tỉnh", "trên địa bàn tỉnh", "các cấp", a level, or a
    place that is not the report's own. Of "từ 9,39% xuống còn 7,66%" both are indicators, each with the
    period that is stated for it.
    Counts of documents ("25 văn bản") are indicators; ages, lengths of time and numbered things are none.
tables
    Every numeric cell below the head but row numbers; a column of growth has unit % and the later year. A row
    is part of the row "Tổng cộng" or of the row that its "Trong đó" or dash hangs under; a share is part of
    its own row's count.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from corpus.cells import read_cell
from corpus.facts import read_facts
from corpus.fields import GoldError, Record, citation, date, indicator
from corpus.plain import Placed, Plain, render
from corpus.source import Line, Source, Span


@dataclass(frozen=True, slots=True)
class Gold:
    """The records of one report by kind, in text order, its facts, and where each planted slip stands."""

    text: str
    references: tuple[Record, ...]
    dates: tuple[Record, ...]
    indicators: tuple[Record, ...]
    facts: Record
    planted: Mapping[str, Record]


@dataclass(slots=True)
class Collector:
    """The records of the mentions read so far; `named` finds an indicator or citation by its id."""

    plain: Plain
    references: list[Record] = field(default_factory=list)
    dates: list[Record] = field(default_factory=list)
    indicators: list[Record] = field(default_factory=list)
    named: dict[str, Record] = field(default_factory=dict)
    parts: list[tuple[Record, str]] = field(default_factory=list)
    planted: dict[str, Record] = field(default_factory=dict)

    def add(self, kind: list[Record], record: Record, fields: Mapping[str, str]) -> None:
        """Keep a record and what its mark says of other records."""
        kind.append(record)
        if "id" in fields and self.named.setdefault(fields["id"], record) is not record:
            raise GoldError(f"the id {fields['id']} is given twice")
        if "of" in fields:
            self.parts.append((record, fields["of"]))
        if "plant" in fields:
            self.planted[fields["plant"]] = {"start": record["start"], "raw": record["raw"]}


def annotate(source: Source) -> Gold:
    """Turn the marks of a source into gold records.

    Raises:
        GoldError: a mark that names no whole, no citation or an unknown kind, or words that cannot be read.
    """
    plain = render(source)
    found = Collector(plain)
    for placed in plain.placed:
        if cell := read_cell(placed):
            found.add(found.indicators, *cell)
        _read_line(placed, found)
    for record, whole in found.parts:
        if whole not in found.named:
            raise GoldError(
                f"{source.name}: no indicator has the id {whole}, which {record['raw']} is part of"
            )
        record["part_of"] = found.named[whole]["start"]
    if unmatched := set(source.planted) ^ set(found.planted):
        raise GoldError(
            f"{source.name}: in the facts or in the text, not in both: planted {sorted(unmatched)}"
        )
    return Gold(
        plain.text,
        _in_order(found.references),
        _in_order(found.dates),
        _in_order(found.indicators),
        read_facts(source),
        found.planted,
    )


def _in_order(records: list[Record]) -> tuple[Record, ...]:
    return tuple(sorted(records, key=lambda record: int(str(record["start"]))))


# The words of a mark that ties it to a citation: "c", "c2", ">", ">2".
AHEAD = re.compile(r"(?<!\S)c(?P<back>\d*)(?!\S)|>(?P<many>\d*)")


def _read_line(placed: Placed, found: Collector) -> None:
    """Read the marks of one line; issuer, subject and date go to the citation beside them."""
    line = placed.line
    citations: list[tuple[Span, Record]] = []
    for span in line.spans:
        start, end = placed.offsets[span.start], placed.offsets[span.end]
        raw = found.plain.text[start:end]
        words = line.text[span.start : span.end]
        match span.kind:
            case "c":
                record = {"start": start, "raw": raw} | citation(words, span.fields)
                citations.append((span, record))
                found.add(found.references, record, span.fields)
            case "d":
                record = {"start": start, "raw": raw} | date(words, span)
                found.add(found.dates, record, span.fields)
            case "i":
                found.add(
                    found.indicators, {"start": start, "raw": raw} | indicator(words, span), span.fields
                )
            case "by" | "about":
                pass
            case other:
                raise GoldError(f"no kind of mention is called {other!r}: {words}")
    for span in line.spans:
        words = line.text[span.start : span.end]
        if bound := {"by": "issuer", "about": "subject"}.get(span.kind):
            for record in _beside(span, line, citations):
                record[bound] = words
        elif span.kind == "d" and AHEAD.search(" ".join(span.words)):
            for record in _beside(span, line, citations):
                record["date"] = date(words, span)["from"]


def _beside(span: Span, line: Line, citations: list[tuple[Span, Record]]) -> list[Record]:
    """The citations that a mark belongs to: the last before it, with ">" the next one, ">2" the next two.

    "c2" is the last but one before it: "số 14 và 26 lần lượt ngày … và ngày …".

    A citation within the subject of another is passed over.
    """
    ahead = AHEAD.search(" ".join(span.words))
    if ahead and ahead["many"] is not None:
        inner = [other for other in line.spans if other.kind == "about" and other.start > span.end]
        after = [
            record
            for other, record in citations
            if other.start >= span.end and not any(o.start <= other.start < o.end for o in inner)
        ]
        count = int(ahead["many"] or 1)
        if len(after) >= count:
            return after[:count]
    elif before := [record for other, record in citations if other.end <= span.start]:
        return [before[-int((ahead and ahead["back"]) or 1)]]
    raise GoldError(f"no citation beside the mark {span}")


def lines(records: tuple[Record, ...]) -> Iterator[str]:
    """The records as lines of JSON."""
    for record in records:
        yield json.dumps(record, ensure_ascii=False) + "\n"
