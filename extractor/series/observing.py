"""One report's figures → observations: each with its concept, series, period and value in the series' unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

import regex
from sqlite_utils import Database

from extractor.series import periods, places
from extractor.series.places import Place
from extractor.series.rows import ObservationRow, SeriesRow, concept_id_of, series_of
from patterns.concepts import Figure, Reading, read_figure, read_in_sentence, read_part
from patterns.concepts.abbreviations import definitions, expand
from patterns.folding import fold

_FIGURES = """
select i.id, i.raw, i.value, i.value_to, i.denominator, i.unit, i.label, i.scope, i.period_from, i.period_to, i.part_of,
    i.status, i.place, i.column_label, i.amount, i.amount_to, i.canonical_unit, i.measure, i.base,
    case when i.start > b.start
        then substr(b.text, max(1, i.start - b.start - {before} + 1), min({before}, i.start - b.start)) end
from indicators i
left join blocks b on b.id = i.block_id
where i.document_id = ?
order by i.id
"""
_BEFORE = 80  # characters before a figure that may say that it is summed up
_CUMULATED = regex.compile(
    r"(?<!\p{L})(?:luỹ\skế|cộng\sdồn|từ\strước\sđến\snay|tính\sđến\snay|từ\s(?:đầu\s)?(?:nhiệm\skỳ|năm\s\d{4})\sđến\snay)(?!\p{L})"
)
# "phấn đấu có thêm 16 xã": of a state, not how many there are
_ADDED = regex.compile(r"(?<!\p{L})thêm(?:\s(?:được|ít\snhất|từ|khoảng|trên|hơn))?\s*$")
_SENTENCE_END = regex.compile(r"[.;](?=\s|$)")
_NUMERAL = regex.compile(r"\d[\d.]*(?:,(?P<decimals>\d+))?")


class _Written(NamedTuple):
    """A figure as the store has it, and the words before it."""

    id: int
    raw: str
    value: float | None
    value_to: float | None
    denominator: float | None
    unit: str | None
    label: str | None
    scope: str | None
    period_from: str | None
    period_to: str | None
    part_of: int | None
    status: str | None
    place: str | None
    column_label: str | None
    amount: float | None
    amount_to: float | None
    canonical_unit: str | None
    measure: str | None
    base: str | None
    before: str | None


@dataclass(frozen=True, slots=True)
class Document:
    """What a report says of itself as far as its figures need it."""

    id: str
    date: str | None
    period: tuple[str | None, str | None]
    place: Place
    defined: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Observation:
    """A row of `observations` with its concept and its series."""

    reading: Reading
    series: SeriesRow
    row: ObservationRow


def observe(database: Database, document_id: str) -> Iterator[Observation]:
    """The observations of a stored report, in the order of its figures; figures without a subject give none."""
    document = _document(database, document_id)
    rows = database.execute(_FIGURES.format(before=_BEFORE), [document_id])
    figures = {row[0]: _Written(*row) for row in rows}
    readings = {number: _read(figure, document) for number, figure in figures.items()}
    for number, figure in figures.items():
        whole = figure.part_of if figure.part_of in figures else None
        if whole is not None:
            readings[number] = _as_part(figure, readings[number], figures[whole], readings[whole])
    for number, figure in figures.items():
        if readings[number].key and (figure.amount is not None or figure.value is not None):
            yield _observation(figure, readings[number], document)


def _document(database: Database, document_id: str) -> Document:
    row = database.execute(
        "select date, period_from, period_to, province, issuer, text from documents where id = ?",
        [document_id],
    ).fetchone()
    date, start, end, province, issuer, text = row
    home = places.place_of_report(province, issuer)
    return Document(document_id, date, (start, end), home, definitions(text))


def _read(figure: _Written, document: Document) -> Reading:
    home = _place(figure, document)
    label = expand(figure.label or "", document.defined)
    reading = read_figure(
        Figure(
            label,
            expand(figure.column_label or "", document.defined),
            figure.canonical_unit,
            figure.measure,
            figure.base,
            figure.place is not None,
            places.names_in(label, home, document.place),
        )
    )
    is_state = reading.entry is not None and reading.entry.stock and reading.measure.kind == "level"
    if is_state and _ADDED.search(fold(figure.before or "")):
        return replace(reading, measure=replace(reading.measure, kind="change"))
    return read_in_sentence(reading, _sentence(figure)) or reading


def _as_part(figure: _Written, reading: Reading, whole: _Written, of: Reading) -> Reading:
    """What is broken down by level is one concept at several levels; a bare share is one of its whole's subject."""
    if not of.key or reading.key == of.key:
        return reading
    if not reading.subject:
        return (
            replace(of, measure=reading.measure, factor=1.0) if reading.measure.kind == "share" else reading
        )
    by_level = places.level_of(figure.scope) is not None and places.level_of(whole.scope) is None
    alike = reading.measure == of.measure and set(reading.subject) <= set(of.subject)
    if by_level and alike:
        return of
    same_unit = reading.measure == of.measure and reading.concept is None
    return (read_part(reading, of) if same_unit else None) or reading


def _place(figure: _Written, document: Document) -> Place:
    if figure.place is not None:
        return places.place_named(figure.place, document.place)
    if figure.scope is not None and places.is_named(figure.scope):
        return places.place_named(figure.scope, document.place)
    return document.place


def _observation(figure: _Written, reading: Reading, document: Document) -> Observation:
    entry = reading.entry
    period = _period(
        figure, document, stock=entry is not None and entry.stock and reading.measure.kind != "change"
    )
    amount = figure.amount if figure.amount is not None else figure.value or 0.0
    value = _signed(amount * reading.factor, reading.measure.sign)
    upper = (
        None if figure.amount_to is None else _signed(figure.amount_to * reading.factor, reading.measure.sign)
    )
    series = _series(figure, reading, document, period)
    row = ObservationRow(
        figure.id,
        document.id,
        concept_id_of(reading.key),
        series.id,
        _described(figure),
        period.start,
        period.end,
        period.kind,
        int(figure.period_from is not None),
        period.year,
        value,
        upper,
        figure.denominator,
        _step(figure, amount * reading.factor),
        _status(figure),
        _accumulation(figure, period),
        int(entry is None or entry.is_plausible(reading.measure, value)),
    )
    return Observation(reading, series, row)


def _period(figure: _Written, document: Document, *, stock: bool) -> periods.Period:
    start, end = (
        (figure.period_from, figure.period_to or figure.period_from)
        if figure.period_from
        else document.period
    )
    known_on = None if _status(figure) == "plan" else document.date
    return periods.period_of(start, end, stock=stock, known_on=known_on)


def _series(figure: _Written, reading: Reading, document: Document, period: periods.Period) -> SeriesRow:
    place = _place(figure, document)
    entry = reading.entry
    scope = None if entry is not None and not entry.levels else places.level_of(figure.scope)
    measure = reading.measure
    base = None if _is_year_before(measure.base, period) else measure.base
    concept_id = concept_id_of(reading.key)
    rest = (place.name, place.kind, place.within, scope, measure.unit, measure.kind, base)
    return series_of(concept_id, *rest)


def _is_year_before(base: str | None, period: periods.Period) -> bool:
    """ "So với năm 2017" of a figure of 2018 is the usual base."""
    return base is not None and period.year is not None and base == str(period.year - 1)


def _signed(value: float, sign: int) -> float:
    return -abs(value) if sign < 0 and value else value


def _status(figure: _Written) -> str | None:
    return "plan" if figure.measure == "target" else figure.status


def _accumulation(figure: _Written, period: periods.Period) -> str | None:
    if period.kind in ("state", "year-end", "school-year"):
        return "state"
    if _CUMULATED.search(fold(_sentence(figure))) or _CUMULATED.search(fold(figure.label or "")):
        return "cumulative"
    return None if period.kind is None else "within"


def _sentence(figure: _Written) -> str:
    """The words before a figure, as far as its sentence goes."""
    return _SENTENCE_END.split(figure.before or "")[-1]


def _step(figure: _Written, amount: float) -> float:
    """One unit in the last written place, in the series' unit: what rounding may have taken or added.

    >>> figure = _Written(1, "23.158,4 tỷ đồng", 23158.4, *[None] * 17)
    >>> _step(figure, 23158.4e9)
    100000000.0
    """
    found = _NUMERAL.search(figure.raw)
    decimals = len(found["decimals"] or "") if found else 0
    scale = amount / figure.value if figure.value else 1.0
    return float(abs(scale)) * 10.0**-decimals


def _described(figure: _Written) -> str:
    """Row and column in one line; the row's label alone where there is no column."""
    parts = [part for part in (figure.label, figure.column_label) if part]
    return " › ".join(parts)
