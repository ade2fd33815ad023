"""Word files with real footnotes, computed numbering, merged head cells and a letterhead set as a table."""

from __future__ import annotations

from collections.abc import Sequence

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph

from corpus.source import (
    Ending,
    Heading,
    Item,
    Letterhead,
    Line,
    Note,
    Paragraph,
    Source,
    Table,
    Title,
)
from corpus.writers.docx_parts import (
    BULLET_LIST,
    HEADING_LIST,
    NUMBERING,
    PLUS_LIST,
    Footnotes,
    add_numbering,
    packed,
)

FONT = "Times New Roman"
CENTER, JUSTIFY = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY


def write(source: Source) -> bytes:
    """Write a source as a Word file."""
    document = Document()
    set_page(document)
    footnotes = Footnotes(source)
    add_numbering(document)
    computed = source.options.get("numbering") == "computed"
    for block in source.blocks:
        match block:
            case Letterhead():
                add_columns(document, block.left, block.right, letterhead=True)
            case Title():
                for n, line in enumerate(block.lines):
                    paragraph = fill(document.add_paragraph(), line, footnotes, bold=True, align=CENTER)
                    paragraph.paragraph_format.space_before = Pt(0 if n else 18)
            case Heading():
                add_heading(document, block, footnotes, computed)
            case Paragraph():
                paragraph = fill(document.add_paragraph(), block.line, footnotes, italic=block.basis)
                paragraph.paragraph_format.first_line_indent = Cm(1.27)
            case Item():
                add_item(document, block, footnotes, computed)
            case Table():
                add_table(document, block, footnotes)
            case Ending():
                add_columns(document, (block.lead, *block.recipients), block.signature, letterhead=False)
            case Note():
                pass
    footnotes.attach(document)
    return packed(document)


def set_page(document: WordDocument) -> None:
    """A4, the margins and type of the norm, the page number in the head from the second page on."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(1.5)
    section.top_margin = section.bottom_margin = Cm(2)
    section.different_first_page_header_footer = True
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(14)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    for name, kind in (
        ("Footnote Text", WD_STYLE_TYPE.PARAGRAPH),
        ("Footnote Reference", WD_STYLE_TYPE.CHARACTER),
    ):
        added = document.styles.add_style(name, kind)
        added.font.size = Pt(10)
        if kind == WD_STYLE_TYPE.PARAGRAPH:
            added.base_style = style
    document.styles["Footnote Reference"].font.superscript = True
    header = section.header.paragraphs[0]
    header.alignment = CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    header._p.append(field)


def number(paragraph: WordParagraph, key: int, level: int = 0) -> None:
    """Have Word number a paragraph that has no other properties yet."""
    numbered = f'<w:ilvl w:val="{level}"/><w:numId w:val="{key}"/>'
    paragraph._p.get_or_add_pPr().append(parse_xml(f"<w:numPr {nsdecls('w')}>{numbered}</w:numPr>"))


def add_heading(document: WordDocument, block: Heading, footnotes: Footnotes, computed: bool) -> None:
    """A bold paragraph with an outline level; with computed numbering its number is not in its text."""
    paragraph = document.add_paragraph()
    line = block.line
    if computed and block.label and block.level in NUMBERING:
        number(paragraph, HEADING_LIST, block.level - 1)
        line = tail(line, len(line.text) - len(block.words))
    fill(paragraph, line, footnotes, bold=True)
    paragraph.paragraph_format.first_line_indent = Cm(1.27)
    paragraph.paragraph_format.keep_with_next = True
    properties = paragraph._p.get_or_add_pPr()
    properties.append(parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="{block.level - 1}"/>'))
    properties.append(parse_xml(f"<w:rPr {nsdecls('w')}><w:b/></w:rPr>"))


def tail(line: Line, start: int) -> Line:
    """A line from `start` on."""

    def cut(ranges: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
        return tuple((max(a - start, 0), b - start) for a, b in ranges if b > start)

    notes = tuple((at - start, label) for at, label in line.notes)
    return Line(line.text[start:], (), cut(line.bold), cut(line.italic), notes)


def add_item(document: WordDocument, block: Item, footnotes: Footnotes, computed: bool) -> None:
    """A list item, its mark counted as a bullet or typed."""
    paragraph = document.add_paragraph()
    if computed:
        number(paragraph, BULLET_LIST if block.bullet == "-" else PLUS_LIST)
    else:
        paragraph.add_run(f"{block.bullet} ")
        paragraph.paragraph_format.first_line_indent = Cm(1.27)
    fill(paragraph, block.line, footnotes)


def fill(
    paragraph: WordParagraph,
    line: Line,
    footnotes: Footnotes,
    *,
    bold: bool = False,
    italic: bool = False,
    align: WD_ALIGN_PARAGRAPH = JUSTIFY,
) -> WordParagraph:
    """Put the runs of a line into a paragraph."""
    paragraph.alignment = align
    paragraph.paragraph_format.space_after = Pt(4)
    for run in line.runs():
        if run.note:
            paragraph._p.append(footnotes.reference(run.note))
        elif run.text:
            word = paragraph.add_run(run.text)
            word.bold, word.italic = run.bold or bold, run.italic or italic
    return paragraph


def add_columns(
    document: WordDocument, left: tuple[Line, ...], right: tuple[Line, ...], *, letterhead: bool
) -> None:
    """A table of two cells without rules, as letterheads and signatures are set."""
    table = document.add_table(1, 2)
    set_widths(table, (6.3, 10.2))
    for cell, lines in zip(table.rows[0].cells, (left, right), strict=True):
        for n, line in enumerate(lines):
            if not letterhead and lines is right and n == len(lines) - 1:
                for _ in range(3):  # room for the signature above the name
                    cell.add_paragraph()
            paragraph = cell.paragraphs[0] if n == 0 else cell.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(0)
            paragraph.alignment = CENTER if letterhead or lines is right else WD_ALIGN_PARAGRAPH.LEFT
            for run in line.runs():
                word = paragraph.add_run(run.text)
                word.bold = run.bold or (not letterhead and lines is right)
                word.italic = run.italic
                word.font.size = Pt(12 if letterhead or lines is left else 14)


def set_widths(table: WordTable, widths: Sequence[float]) -> None:
    """Give the columns of a table their widths, in centimetres."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)


def add_table(document: WordDocument, block: Table, footnotes: Footnotes) -> None:
    """A ruled table; merged cells are merged."""
    rows = block.head_rows + len(block.rows)
    table = document.add_table(rows, len(block.columns), style="Table Grid")
    weights = [
        float(column.fields.get("width", 0.5 if column.kind == "no" else 1)) for column in block.columns
    ]
    set_widths(table, [16.5 * weight / sum(weights) for weight in weights])
    for cell in block.cells:
        target = table.cell(cell.row, cell.column)
        last = table.cell(cell.row + cell.row_span - 1, cell.column + cell.column_span - 1)
        target = target.merge(last)
        head = cell.row < block.head_rows
        center = head or block.columns[cell.column].kind != "label"
        paragraph = fill(
            target.paragraphs[0], cell.line, footnotes, bold=head, align=CENTER if center else JUSTIFY
        )
        for word in paragraph.runs:
            word.font.size = Pt(11)
    document.add_paragraph()
