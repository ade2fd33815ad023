"""What a source is made of: its blocks in order, and in each line the mentions that are marked there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Span:
    """A marked stretch `text[start:end]` of one line: its kind, bare words and named fields."""

    start: int
    end: int
    kind: str
    words: tuple[str, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line in one style; a footnote's mark has its label in `note`, a page's end has `page`."""

    text: str
    bold: bool = False
    italic: bool = False
    note: str | None = None
    page: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the source without its markup; `notes` and `pages` are offsets in `text`."""

    text: str
    spans: tuple[Span, ...] = ()
    bold: tuple[tuple[int, int], ...] = ()
    italic: tuple[tuple[int, int], ...] = ()
    notes: tuple[tuple[int, str], ...] = ()
    pages: tuple[int, ...] = ()

    def runs(self) -> Iterator[Run]:
        """Cut the line where its style changes, a footnote is marked or a page ends."""
        cuts = {0, len(self.text), *self.pages, *(at for at, _ in self.notes)}
        for start, end in (*self.bold, *self.italic):
            cuts |= {start, end}
        places = sorted(cuts)
        for start, end in zip(places, [*places[1:], len(self.text)], strict=True):
            for at, label in self.notes:
                if at == start:
                    yield Run("", note=label)
            if start in self.pages:
                yield Run("", page=True)
            if end > start:
                yield Run(
                    self.text[start:end],
                    bold=any(a <= start < b for a, b in self.bold),
                    italic=any(a <= start < b for a, b in self.italic),
                )


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `label` is its number as printed ("I", "2.1"), `words` what follows it."""

    line: Line
    level: int
    label: str | None
    words: str
    glued: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or a paragraph of legal bases."""

    line: Line
    basis: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A list item and its mark ("-", "+")."""

    line: Line
    bullet: str


@dataclass(frozen=True, slots=True)
class Note:
    """The body of a footnote."""

    line: Line
    label: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table at a row and column counted from 0."""

    line: Line
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds: "no", "label", "unit", "text" or "value", and the fields of its values."""

    kind: str
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table; `rows` has the fields of each body row, `head_rows` tells how many rows are its head."""

    cells: tuple[Cell, ...]
    columns: tuple[Column, ...]
    head_rows: int
    rows: tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The two columns at the top of the first page."""

    left: tuple[Line, ...]
    right: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """The lines of the title, the document's type first."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Ending:
    """Recipients on the left, signature on the right; `lead` is "Nơi nhận:" as printed."""

    lead: Line
    recipients: tuple[Line, ...]
    signature: tuple[Line, ...]


Block = Letterhead | Title | Heading | Paragraph | Item | Note | Table | Ending


@dataclass(frozen=True, slots=True)
class Source:
    """A whole source: its name, its facts as written in TOML, and its blocks in order."""

    name: str
    facts: Mapping[str, str | int]
    formats: tuple[str, ...]
    options: Mapping[str, str]
    planted: Mapping[str, Mapping[str, str]]
    blocks: tuple[Block, ...]
