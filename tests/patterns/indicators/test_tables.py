"""Small tables of many shapes with all that each of their figures says: `tables/*.txt` tells the notation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from corpus.fields import period
from patterns import find
from patterns.mentions import Indicator
from patterns.passages import Cell, Passage, PassageKind

CASES = sorted((Path(__file__).parent / "tables").glob("*.txt"))
FIELDS = ("label", "unit", "column", "period", "status", "place", "part_of")


@dataclass(frozen=True)
class Case:
    name: str
    caption: str
    rows: tuple[tuple[str, ...], ...]
    figures: tuple[tuple[str, ...], ...]

    def found(self) -> tuple[Indicator, ...]:
        text = f"{self.caption}\n" if self.caption else ""
        passages = [Passage(0, len(self.caption))] if self.caption else []
        start, cells = len(text), dict[tuple[int, int], Cell]()
        for row, said in enumerate(self.rows):
            for column, words in enumerate(said):
                beside = {"<": (row, column - 1), "^": (row - 1, column)}.get(words)
                if beside is None:
                    cells[row, column] = Cell(row, column, len(text), len(text) + len(words))
                    text += f"{words}\n"
                    continue
                cell = cells[row, column] = cells[beside]
                wider = replace(
                    cell,
                    row_span=max(cell.row_span, row - cell.row + 1),
                    column_span=max(cell.column_span, column - cell.column + 1),
                )
                cells = {place: wider if other == cell else other for place, other in cells.items()}
        listed = tuple(dict.fromkeys(cells.values()))
        passages.append(Passage(start, len(text), PassageKind.TABLE, cells=listed))
        return find(text, passages).indicators


def read_cases(path: Path) -> Iterator[Case]:
    for block in path.read_text("utf-8").split("\n\n"):
        lines = [line for line in block.strip().splitlines() if not line.startswith("//")]
        rows = tuple(tuple(map(str.strip, line[1:].split("|"))) for line in lines if line.startswith(":"))
        caption = next((line[2:] for line in lines if line.startswith(">")), "")
        figures = tuple(tuple(map(str.strip, line.split("|"))) for line in lines if line[0] not in ":>")
        if rows:
            yield Case(f"{path.stem}: {' | '.join(rows[0])[:60]}", caption, rows, figures)


ALL = [case for path in CASES for case in read_cases(path)]


def told(found: tuple[Indicator, ...], at: int) -> tuple[str, ...]:
    one = found[at]
    whole = "" if one.part_of is None else str(one.part_of + 1)
    days = f"{one.period_from or ''}..{one.period_to or ''}".strip(".")
    fields = (one.label, one.unit, one.column_label, days, one.status, one.place, whole)
    return tuple(field or "" for field in fields)


def wanted(figure: tuple[str, ...]) -> tuple[str, ...]:
    fields = [*figure[1:], *[""] * (len(FIELDS) + 1 - len(figure))]
    return tuple(
        "..".join(period(said)) if name == "period" and said else said
        for name, said in zip(FIELDS, fields, strict=True)
    )


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_each_number_in_the_frame_is_a_figure(case: Case) -> None:
    assert [figure.raw for figure in case.found()] == [figure[0] for figure in case.figures]


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_rows_and_columns_say_what_a_figure_is(case: Case) -> None:
    found = case.found()
    cells = [at for at, figure in enumerate(found) if figure.table_row is not None]
    assert [(found[at].raw, *told(found, at)) for at in cells] == [
        (case.figures[at][0], *wanted(case.figures[at])) for at in cells
    ]
