"""Which reports and passages a search is held to."""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

from extractor.store.folding import has_marks, with_marks, without_marks

# A report is of the years that it covers, or, where it does not say, of the year of its date.
_FIRST_DAY, _LAST_DAY = "coalesce(d.period_from, d.date)", "coalesce(d.period_to, d.period_from, d.date)"


@dataclass(frozen=True, slots=True)
class Filters:
    """What must be so; None lets all through.

    Attributes:
        place: a province or place of issue, with or without accents.
        from_year, to_year: the report covers a day between them, or is dated so.
        document_type: "báo cáo"; block_kind: a kind of block ("table").
    """

    place: str | None = None
    from_year: int | None = None
    to_year: int | None = None
    document_type: str | None = None
    block_kind: str | None = None


ANY = Filters()


def sql_of(database: Database, filters: Filters) -> tuple[str, list[str]]:
    """The filters as conditions on documents `d` and blocks `b`, each begun with "and", and their values."""
    conditions: list[str] = []
    values: list[str] = []
    if filters.place is not None:
        provinces = _alike(database, "province", filters.place)
        places = _alike(database, "place", filters.place)
        conditions.append(f"(d.province in ({_marks(provinces)}) or d.place in ({_marks(places)}))")
        values += (*provinces, *places)
    if filters.document_type is not None:
        types = _alike(database, "type", filters.document_type)
        conditions.append(f"d.type in ({_marks(types)})")
        values += types
    if filters.from_year is not None:
        conditions.append(f"{_LAST_DAY} >= ?")
        values.append(f"{filters.from_year:04}-01-01")
    if filters.to_year is not None:
        conditions.append(f"{_FIRST_DAY} <= ?")
        values.append(f"{filters.to_year:04}-12-31")
    if filters.block_kind is not None:
        conditions.append("b.kind = ?")
        values.append(filters.block_kind)
    return "".join(f"and {condition} " for condition in conditions), values


def _alike(database: Database, column: str, wanted: str) -> list[str]:
    """The values of a column that hold these words; accents count when there are some."""
    fold = with_marks if has_marks(wanted) else without_marks
    words = f" {fold(' '.join(wanted.split()))} "
    rows = database.execute(f"select distinct {column} from documents where {column} is not null")
    return [value for (value,) in rows if words in f" {fold(value)} "]


def _marks(values: list[str]) -> str:
    return ", ".join("?" * len(values))
