"""The three kinds of mention, each a frozen record that points into the text it was found in.

For every mention `text[m.start:m.end] == m.raw`. Fields follow the annotation contract: a value that the
page does not state is None, never a guess.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Span = tuple[int, int]
CitationForm = Literal["full", "partial", "named"]
DateKind = Literal["day", "month", "quarter", "year", "range", "relative"]
Status = Literal["actual", "estimate", "plan"]
RelationKind = Literal[
    "implements",
    "based_on",
    "follows",
    "amends",
    "replaces",
    "repeals",
    "issued_with",
    "guides",
    "details",
    "inspects",
    "reviews",
]
Measure = Literal["level", "growth", "decline", "share", "target", "rank", "change"]


@dataclass(frozen=True, slots=True)
class Citation:
    """A mention of an identified official document (trích dẫn, viện dẫn văn bản).

    Attributes:
        type: document type in normal case ("Kết luận", "Quy chế phối hợp"), inherited in an enumeration.
        number: as written ("120", "04", "30c"); year: the year inside the symbol.
        symbol: the letters after number and year ("KL/TW", "NĐ-CP"); code: canonical number-symbol.
        date: ISO day stated with this mention; issuer: the bare body; subject: the text after "về".
        date_span, issuer_span, subject_span: where those three stand in the text.
        key: identifies the document across mentions and reports, None when the mention does not settle it.
    """

    start: int
    end: int
    raw: str
    type: str
    number: str | None
    year: int | None
    symbol: str | None
    code: str | None
    form: CitationForm
    date: str | None = None
    issuer: str | None = None
    subject: str | None = None
    date_span: Span | None = None
    issuer_span: Span | None = None
    subject_span: Span | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Date:
    """A date or period; `from_date` and `to_date` are its first and last ISO day, None for a relative one.

    `resolved_from` and `resolved_to` hold what the report's own date settles about a relative one.
    """

    start: int
    end: int
    raw: str
    kind: DateKind
    from_date: str | None
    to_date: str | None
    resolved_from: str | None = None
    resolved_to: str | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """A quantity that measures or counts (chỉ tiêu, số liệu).

    Attributes:
        value: as written, not scaled by nghìn/triệu/tỷ; a of a ratio a/b; lower bound of a range.
        value_to: upper bound of a range; denominator: b of a ratio.
        part_of: index, in the list of indicators, of the one this is a part or a share of.
        status: actual, estimate ("ước") or plan, where column or clause says so.
        place, column_label: for table cells; row and column count from 1 and "A" in a spreadsheet.
        amount, amount_to: `value` and `value_to` in `canonical_unit`, powers of ten taken in ("1,5 tỷ đồng" is
            1500000000 "đồng").
        canonical_unit: the one spelling of `unit`, None where the page gives none or only a power of ten.
        measure: what the figure is of its subject: its level, its rise (growth) or fall (decline), a change whose sign
            says which, a share, a rank, or the target that the page calls so.
        base: against what it rises, falls or is a share: "same_period" (cùng kỳ), "plan" (kế hoạch), "previous_year" …
            or the years named ("2015", "2011-2015").
    """

    start: int
    end: int
    raw: str
    value: float
    unit: str | None
    label: str | None
    value_to: float | None = None
    denominator: float | None = None
    scope: str | None = None
    period_from: str | None = None
    period_to: str | None = None
    approx: str | None = None
    part_of: int | None = None
    status: Status | None = None
    place: str | None = None
    column_label: str | None = None
    sheet: str | None = None
    table_row: int | None = None
    table_column: str | None = None
    amount: float | None = None
    amount_to: float | None = None
    canonical_unit: str | None = None
    measure: Measure | None = None
    base: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """What one document does to another in the words of the text: "Kế hoạch A triển khai Nghị quyết B".

    Attributes:
        start, end, raw: the words that say so ("triển khai").
        source, target: indices in the list of citations; source is None for the report itself, or for a thing
            that it does not number ("quy chế ban hành kèm theo Quyết định B").
    """

    start: int
    end: int
    raw: str
    kind: RelationKind
    source: int | None
    target: int


@dataclass(frozen=True, slots=True)
class Mentions:
    """Everything found in one text, each kind in text order; relations in the order of their words."""

    citations: tuple[Citation, ...] = ()
    dates: tuple[Date, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    relations: tuple[Relation, ...] = ()
