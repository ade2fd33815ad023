"""Parts → the report's text and the blocks that cover it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extractor.elements import Marker, Origin, TableCell
from extractor.encodings import of_most
from extractor.report import Block
from extractor.structure.joining import seam
from extractor.structure.parts import Part
from patterns.passages import Cell


@dataclass(frozen=True, slots=True)
class Layout:
    """The text, its blocks, and the footnote marks with their places in the text and the block of each."""

    text: str
    blocks: tuple[Block, ...]
    marks: tuple[tuple[Marker, int], ...]


def lay_out(parts: Sequence[Part]) -> Layout:
    """Write the blocks one under the other, a table's rows under each other and its cells between tabs."""
    page = _Page()
    blocks = []
    for index, part in enumerate(parts):
        if index:
            page.write("\n")
        start = page.length
        first = part.lines[0]
        if first.cells:
            cells, origins = page.table(first.cells, index)
        else:
            cells, origins = (), page.paragraph(part, index)
        encoding, certainty = of_most((line.encoding, line.certainty, len(line.text)) for line in part.lines)
        blocks.append(
            Block(
                index=index,
                kind=part.kind,
                start=start,
                end=page.length,
                level=part.level,
                label=part.label,
                section=part.section,
                page=first.page,
                lead=part.lead,
                cells=cells,
                sheet=first.sheet,
                origins=origins,
                encoding=encoding,
                certainty=certainty,
            )
        )
    return Layout("".join(page.pieces), tuple(blocks), tuple(page.marks))


@dataclass(slots=True)
class _Page:
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    marks: list[tuple[Marker, int]] = field(default_factory=list)

    def write(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def paragraph(self, part: Part, block: int) -> tuple[Origin, ...]:
        origins: list[Origin] = []
        for number, line in enumerate(part.lines):
            if number:
                self.write(seam(part.lines[number - 1].text, line.text))
            origins += self._place(line.origins)
            self._mark(line.markers, block)
            self.write(line.text)
        return tuple(origins)

    def table(self, cells: Iterable[TableCell], block: int) -> tuple[tuple[Cell, ...], tuple[Origin, ...]]:
        placed: list[Cell] = []
        origins: list[Origin] = []
        for cell in sorted(cells, key=lambda cell: (cell.row, cell.column)):
            if placed:
                self.write("\n" if cell.row != placed[-1].row else "\t")
            start = self.length
            origins += self._place(cell.origins)
            self._mark(cell.markers, block)
            self.write(cell.text.replace("\t", " ").replace("\n", " "))
            spans = cell.row_span, cell.column_span
            stored = cell.value, cell.hidden
            placed.append(Cell(cell.row, cell.column, start, self.length, *spans, *stored))
        return tuple(placed), tuple(origins)

    def _place(self, origins: Iterable[Origin]) -> list[Origin]:
        return [origin.moved(self.length) for origin in origins]

    def _mark(self, markers: Iterable[Marker], block: int) -> None:
        self.marks += [(marker.moved(self.length), block) for marker in markers]
