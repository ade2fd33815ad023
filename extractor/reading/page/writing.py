"""Sorted pages → the elements that a reader hands on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractor.elements import Element, Origin, Role, Style
from extractor.reading.page.breaks import are_indented, goes_on
from extractor.reading.page.flow import Block, Page
from extractor.reading.page.footnotes import Note
from extractor.reading.page.furniture import is_page_number
from extractor.reading.page.joining import join_lines
from extractor.reading.page.layout import PageLayout
from extractor.reading.page.lines import Line
from extractor.reading.page.paragraphs import Paragraph
from extractor.reading.page.spanning import TablePart, put_together
from extractor.reading.page.spanning import goes_on as table_goes_on
from extractor.reading.page.tables import PageTable


@dataclass(frozen=True, slots=True)
class _Placed:
    """A block with the page it stands on, and whether it is the last there, or the first of its column."""

    page: Page
    block: Block
    closes_page: bool
    opens_column: bool


def write_elements(pages: Sequence[Page]) -> tuple[Element, ...]:
    """Give the elements of a file in reading order: on each page head, text, notes, foot."""
    blocks = [list(_placed(page)) for page in pages]
    indented = are_indented(x.block for page in blocks for x in page if isinstance(x.block, Paragraph))
    elements: list[Element] = []
    before: _Placed | None = None
    spanned: set[int] = set()
    for index, page in enumerate(pages):
        elements.extend(_furniture(page.layout, page.above))
        for placed in blocks[index]:
            if id(placed) in spanned:
                before = placed
                continue
            if isinstance(placed.block, PageTable):
                parts = list(_parts(placed, blocks[index + 1 :]))
                spanned.update(map(id, parts))
                elements.append(_table([placed, *parts]))
            else:
                elements.append(
                    _paragraph(page.layout, placed.block, _continues(before, placed, indented=indented))
                )
            before = placed
        elements.extend(_note(page.layout, note) for note in page.notes)
        elements.extend(_turned(page.layout))
        elements.extend(_furniture(page.layout, page.below))
    return tuple(elements)


def _placed(page: Page) -> Iterator[_Placed]:
    count = sum(len(column) for column in page.columns)
    seen = 0
    for column in page.columns:
        for index, block in enumerate(column):
            seen += 1
            yield _Placed(page, block, seen == count, index == 0)


def _continues(before: _Placed | None, placed: _Placed, *, indented: bool) -> bool | None:
    """Tell whether a paragraph goes on with the block before it."""
    if before is None or not isinstance(before.block, Paragraph) or not isinstance(placed.block, Paragraph):
        return None
    if placed.opens_column:
        return goes_on(before.block, placed.block, indented=indented)
    return False


def _parts(placed: _Placed, following: Sequence[Sequence[_Placed]]) -> Iterator[_Placed]:
    """Yield the parts of a table on the next pages."""
    last = placed
    for page in following:
        first = page[0] if page else None
        if first is None or not last.closes_page or not isinstance(first.block, PageTable):
            return
        assert isinstance(last.block, PageTable)
        if not table_goes_on(last.block, first.block):
            return
        yield first
        last = first


def _table(parts: Sequence[_Placed]) -> Element:
    tables = [TablePart(part.page.layout, part.block) for part in parts if isinstance(part.block, PageTable)]
    origins = tuple(
        Origin(0, 0, page=part.layout.number, box=part.layout.shown_box(part.table.box)) for part in tables
    )
    return Element(Role.TABLE, page=tables[0].layout.number, origins=origins, cells=put_together(tables))


def _paragraph(layout: PageLayout, paragraph: Paragraph, continues: bool | None) -> Element:
    text, markers, origins = join_lines(layout.placed(paragraph.lines))
    style = _style(paragraph.lines, align=paragraph.align, indent=round(paragraph.indent, 1))
    return Element(
        Role.TEXT,
        text,
        page=layout.number,
        style=style,
        markers=markers,
        origins=origins,
        continues=continues,
    )


def _note(layout: PageLayout, note: Note) -> Element:
    text, markers, origins = join_lines(layout.placed(note.lines), skip=note.skip)
    return Element(
        Role.FOOTNOTE, text, page=layout.number, style=_style(note.lines), markers=markers, origins=origins,
        label=note.label, continues=note.label is None,
    )  # fmt: skip


def _furniture(layout: PageLayout, lines: Iterable[Line]) -> Iterator[Element]:
    for line in lines:
        text, _, origins = join_lines(layout.placed([line]))
        yield Element(Role.FURNITURE, text, page=layout.number, style=_style([line]), origins=origins)


def _turned(layout: PageLayout) -> Iterator[Element]:
    """Give what stands at another turn outside of tables, and watermarks."""
    for line in layout.asides:
        if is_page_number(line.text):
            yield from _furniture(layout, [line])
            continue
        text, markers, origins = join_lines(layout.placed([line]))
        yield Element(Role.TEXT, text, layout.number, _style([line]), markers, origins)
    if layout.slanted:
        yield Element(Role.FURNITURE, layout.slanted, page=layout.number)


def _style(lines: Sequence[Line], *, align: str | None = None, indent: float | None = None) -> Style:
    longest = max(lines, key=lambda line: len(line.text))
    return Style(
        bold=all(line.bold for line in lines),
        italic=all(line.italic for line in lines),
        align=align,
        size=round(longest.size, 1),
        indent=indent,
    )
