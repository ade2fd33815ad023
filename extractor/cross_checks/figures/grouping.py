"""Which figures of an archive measure one thing: strictly, for a wrong pair is worse than a missed one.

A series is an area (province and issuing body), what is measured in the report's words, its scope, place and
unit. A figure belongs to a series and a period; plans, approximate figures, growth and change belong to none.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

import regex

from extractor.cross_checks.archive import Archive
from patterns.folding import fold

_COLUMNS = """
    series integer, meaning integer, area integer, document_id text, edition integer, day text, start integer,
    "end" integer, raw text, label text, amount real, step real, scale real, unit text, canonical text,
    period_from text, period_to text, is_own integer, status text, in_table integer, place text, scope text, digits text
"""
_INDEXES = ("series, period_from, period_to", "area, period_from, period_to, is_own")

_FIGURES = """
select d.province, d.issuer, i.document_id, e.edition, e.day, i.start, i."end", i.raw, i.label, i.column_label,
    i.scope, i.place, i.unit, i.canonical_unit, i.base, i.value, i.amount,
    coalesce(i.period_from, d.period_from), coalesce(i.period_to, d.period_to),
    i.period_from is null or i.period_from = d.period_from and i.period_to = d.period_to, i.status
from indicators i
join documents d on d.id = i.document_id
join editions e on e.document_id = i.document_id
where i.label is not null and i.amount is not null and i.canonical_unit is not null and d.province is not null
    and i.approx is null and i.value_to is null and coalesce(i.status, '') <> 'plan'
    and coalesce(i.measure, 'level') in ('level', 'share') and coalesce(i.period_to, d.period_to) is not null
    and i.label not like '%so với%' and e.day is not null
order by i.id
"""

_NUMBER = regex.compile(r"\d[\d.]*(?:,(?P<decimals>\d+))?")
_PUNCTUATION = regex.compile(r"[^\p{L}%]+")
# What a column says of time and status, which the figure's period and status hold.
_OF_TIME = regex.compile(
    r"\b(?:thực hiện|ước thực hiện|ước|kết quả|năm trước|năm|tháng|quý|cùng kỳ|th|kh)\b|\b[ivx]+\b|\d+"
)
_YEARS = regex.compile(r"\b(?:năm )?\d[\d./-]*")
_COUNT = regex.compile(r"^(?:tổng số|số lượng|số|tổng cộng|cả)\s+")
_FEWEST_WORDS = 2  # a single word ("nam", "tổng") says too little


class Figure(NamedTuple):
    """A figure with its series, as the table of the moment `figures` holds it.

    Attributes:
        series: same area, label, scope, place, unit; meaning: the same without the unit.
        step: one unit of the last place that is printed, in the canonical unit; scale: of the written unit.
        is_own: its period is the one that its report covers.
        digits: of the number, without its leading noughts.
    """

    series: int
    meaning: int
    area: int
    document_id: str
    edition: int
    day: str
    start: int
    end: int
    raw: str
    label: str
    amount: float
    step: float
    scale: float
    unit: str | None
    canonical: str
    period_from: str
    period_to: str
    is_own: int
    status: str | None
    in_table: int
    place: str | None
    scope: str | None
    digits: str

    @property
    def tolerance(self) -> float:
        """How far a rounded or truncated figure may be off: nothing where it is a plain count."""
        return 0.0 if self.step == self.scale == 1 else self.step

    def agrees_with(self, other: Figure) -> bool:
        """Whether both may be roundings of one value."""
        return abs(self.amount - other.amount) <= max(self.tolerance, other.tolerance) * 1.001


FIELDS = ", ".join(f'f."{name}"' for name in Figure._fields)


def need_figures(archive: Archive) -> None:
    """Make the table of figures, unless it is there."""
    archive.need("figures", _COLUMNS, lambda: _figures(archive), _INDEXES)


def _figures(archive: Archive) -> Iterator[Figure]:
    for row in archive.rows(_FIGURES):
        (province, issuer, document, edition, day, start, end, raw, label, column, scope, place, unit) = row[
            :13
        ]
        (canonical, base, value, amount, period_from, period_to, is_own, status) = row[13:]
        measured = normal_label(label, column)
        number = _NUMBER.search(raw)
        if number is None or measured.count(" ") < _FEWEST_WORDS - 1:
            continue
        scale = float(f"{amount / value:.6g}") if value else 1.0  # 1e6, not 1000000.0000000001
        area = _area(province, issuer)
        meaning = _digest(area, measured, scope, fold(place or ""), base)
        yield Figure(
            series=meaning ^ _unit(canonical),
            meaning=meaning,
            area=area,
            document_id=document,
            edition=edition,
            day=day,
            start=start,
            end=end,
            raw=raw,
            label=label,
            amount=amount,
            step=scale * 10.0 ** -len(number["decimals"] or ""),
            scale=scale,
            unit=unit,
            canonical=canonical,
            period_from=period_from,
            period_to=period_to,
            is_own=is_own,
            status=status,
            in_table=int(column is not None),
            place=place,
            scope=scope,
            digits=number[0].replace(".", "").replace(",", "").lstrip("0"),
        )


@lru_cache(maxsize=1 << 16)
def normal_label(label: str, column: str | None = None) -> str:
    """What is measured, without the words that differ from year to year; of a cell with its column's.

    >>> normal_label("Tổng số hộ nghèo năm 2018"), normal_label("số hộ nghèo")
    ('hộ nghèo', 'hộ nghèo')
    >>> normal_label("Hộ nghèo", "Thực hiện năm 2017"), normal_label("Hộ nghèo", "Trong đó: nữ")
    ('hộ nghèo', 'hộ nghèo trong đó nữ')
    """
    words = _COUNT.sub("", _plain(_YEARS.sub(" ", fold(label))))
    of_column = _plain(_OF_TIME.sub(" ", fold(column))) if column else ""
    return f"{words} {of_column}".strip()


def _plain(text: str) -> str:
    return " ".join(_PUNCTUATION.sub(" ", text).split())


@lru_cache(maxsize=1 << 12)
def _area(province: str, issuer: str | None) -> int:
    return _digest(province, fold(issuer or ""))


@lru_cache(maxsize=1 << 12)
def _unit(canonical: str) -> int:
    return _digest(canonical)


def _digest(*parts: object) -> int:
    """63 bits that stand for the parts; a million series hardly ever share one."""
    return int.from_bytes(blake2b(repr(parts).encode(), digest_size=8).digest(), "big") >> 1
