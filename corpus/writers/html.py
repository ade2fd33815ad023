"""HTML as a portal publishes it: exported from a word processor, notes at the end as links."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from corpus.source import Ending, Heading, Item, Letterhead, Line, Note, Paragraph, Run, Source, Table, Title

PAGE = """<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>p {{ text-indent: 1cm; text-align: justify }} .giua {{ text-align: center; text-indent: 0 }}</style>
</head>
<body>
<div class="header"><a href="/">Trang chủ</a> | <a href="/van-ban">Văn bản</a></div>
<div class="noi-dung">
{body}
</div>
<hr>
<div class="footnotes">
{notes}
</div>
<div class="footer">Cổng thông tin điện tử</div>
</body>
</html>
"""


def write(source: Source) -> bytes:
    """Write a source as one HTML page."""
    title = next(block.lines[-1].text for block in source.blocks if isinstance(block, Title))
    body = (html for block in source.blocks if not isinstance(block, Note) for html in block_html(block))
    notes = (note_html(block) for block in source.blocks if isinstance(block, Note))
    return PAGE.format(title=escape(title), body="\n".join(body), notes="\n".join(notes)).encode()


def block_html(
    block: Letterhead | Title | Heading | Paragraph | Item | Table | Ending,
) -> Iterator[str]:
    """The HTML of one block; notes stand apart."""
    match block:
        case Letterhead():
            yield columns(block.left, block.right, "giua")
        case Title():
            yield from (f'<p class="giua"><strong>{inline(line)}</strong></p>' for line in block.lines)
        case Heading():
            yield f"<p><strong>{inline(block.line)}</strong></p>"
        case Paragraph():
            yield f"<p><em>{inline(block.line)}</em></p>" if block.basis else f"<p>{inline(block.line)}</p>"
        case Item():
            yield f"<p>{block.bullet}&nbsp;{inline(block.line)}</p>"
        case Table():
            yield "\n".join(['<table border="1">', *table_rows(block), "</table>"])
        case Ending():
            yield columns((block.lead, *block.recipients), block.signature, "")


def columns(left: tuple[Line, ...], right: tuple[Line, ...], style: str) -> str:
    """Two columns without rules, the right one centred."""
    cells = [
        f'<td class="{name}">' + "<br>".join(inline(line) for line in column) + "</td>"
        for name, column in ((style or "trai", left), ("giua", right))
    ]
    return '<table border="0" width="100%"><tr>\n' + "\n".join(cells) + "\n</tr></table>"


def table_rows(block: Table) -> Iterator[str]:
    """The rows of a table, merged cells with their spans."""
    for row in range(block.head_rows + len(block.rows)):
        name = "th" if row < block.head_rows else "td"
        cells = []
        for cell in block.cells:
            if cell.row == row:
                spans = f' rowspan="{cell.row_span}"' * (cell.row_span > 1)
                spans += f' colspan="{cell.column_span}"' * (cell.column_span > 1)
                cells.append(f"<{name}{spans}>{inline(cell.line)}</{name}>")
        yield "<tr>" + "".join(cells) + "</tr>"


def inline(line: Line) -> str:
    """A line with its styles and note marks."""
    return "".join(run_html(run) for run in line.runs())


def run_html(run: Run) -> str:
    """One run; a note's mark is a raised link, as word processors export it."""
    if run.note:
        return f'<a href="#_ftn{run.note}" name="_ftnref{run.note}"><sup>[{run.note}]</sup></a>'
    text = escape(run.text, quote=False)
    text = f"<em>{text}</em>" if run.italic and text else text
    return f"<strong>{text}</strong>" if run.bold and text else text


def note_html(note: Note) -> str:
    """The body of a note, linked back to its mark."""
    link = f'<a href="#_ftnref{note.label}" name="_ftn{note.label}">[{note.label}]</a>'
    return f'<div id="ftn{note.label}"><p>{link} {inline(note.line)}</p></div>'
