"""Lines → paragraphs: wrapped lines are put together, then what pages, footnotes and furniture have cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.report import BlockKind
from extractor.structure import numbering
from extractor.structure.joining import begins_anew, is_figures, is_finished, resumes, wraps
from extractor.structure.lines import Line
from extractor.structure.notes import note_extent
from extractor.structure.numbering import Family
from extractor.structure.titles import is_bare_type

_WIDEST = 130  # columns: a text with longer lines is not wrapped
_SHORTEST = 20


@dataclass(slots=True)
class Paragraph:
    """Lines that make one block; `kind` is None for the body, whose headings `sections` will tell."""

    lines: list[Line]
    kind: BlockKind | None = field(default=None)

    @property
    def first(self) -> Line:
        """Its first line."""
        return self.lines[0]

    @property
    def last(self) -> Line:
        """Its last line."""
        return self.lines[-1]


def gather(lines: Sequence[Line]) -> list[Paragraph]:
    """Put together the lines that stand under each other, and mend the paragraphs that were cut."""
    width = wrap_width(lines)
    paragraphs: list[Paragraph] = []
    for line in lines:
        current = paragraphs[-1] if paragraphs else None
        if current is not None and current.kind is line.kind and _goes_on(current, line, width):
            current.lines.append(line)
        else:
            paragraphs.append(Paragraph([line], line.kind))
    return _mend(paragraphs)


def wrap_width(lines: Sequence[Line]) -> int | None:
    """The width at which a text is wrapped, None when its lines are as long as its paragraphs."""
    lengths = sorted(len(line.text) for line in lines if line.kind is None and len(line.text) >= _SHORTEST)
    if not lengths:
        return None
    width = lengths[len(lengths) * 9 // 10]
    return width if width <= _WIDEST else None


def _goes_on(current: Paragraph, line: Line, width: int | None) -> bool:
    before = current.last
    match line.kind:
        case None:
            return not line.gap and wraps(before, line, width)
        case BlockKind.FOOTNOTE:
            return line.label is None
        case BlockKind.TITLE:
            return _same_title(current, line)
        case BlockKind.RECIPIENTS:
            return _same_recipient(current, line)
        case _:
            return False


def _same_recipient(current: Paragraph, line: Line) -> bool:
    """A recipient's line in small letters goes on; under a mark even when it is a paragraph of its own.

    In Word the halves of "- Các Bộ, cơ quan ngang Bộ," + "cơ quan thuộc Chính phủ;" often are paragraphs.
    """
    if not line.text[:1].islower() or line.text.startswith(("như trên", "lưu")):
        return False
    number = numbering.parse(current.first.text)
    marked = number is not None and number.family is Family.BULLET and not is_finished(current.last)
    return (marked or not line.gap) and not begins_anew(line, current.last) and len(current.first.text) > 12


def _same_title(current: Paragraph, line: Line) -> bool:
    """The subject is one paragraph; the type line and a note in parentheses stand alone."""
    if current.first.text.startswith("("):
        return not current.last.text.rstrip().endswith(")")
    return not line.text.startswith("(") and not (
        len(current.lines) == 1 and is_bare_type(current.first.text)
    )


def _mend(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Join what a page's end, a footnote or furniture has cut; the footnote comes after the paragraph."""
    mended: list[Paragraph] = []
    opened: Paragraph | None = None  # the last paragraph of the body
    note: Paragraph | None = None  # the last footnote, while nothing of the body has come after it
    cut, of_note = False, 0
    for index, paragraph in enumerate(paragraphs):
        if paragraph.kind is BlockKind.FURNITURE:
            cut = True
        elif paragraph.kind is BlockKind.FOOTNOTE:
            cut, note = True, paragraph
            of_note = _of_note(paragraphs, index, opened)
        elif paragraph.kind is not None:
            opened = note = None
        elif note is not None and of_note:
            note.lines.extend(paragraph.lines)
            of_note -= 1
            continue
        elif opened is not None and resumes(
            opened.last, paragraph.first, cut=cut or _page_between(opened, paragraph)
        ):
            opened.lines.extend(paragraph.lines)
            cut, note = False, None
            continue
        elif not is_figures(paragraph.first.text):
            opened, cut, note = paragraph, False, None
        mended.append(paragraph)
    return mended


def _page_between(upper: Paragraph, lower: Paragraph) -> bool:
    before, after = upper.last.page, lower.first.page
    return before is not None and after is not None and before != after


def _of_note(paragraphs: Sequence[Paragraph], index: int, opened: Paragraph | None) -> int:
    """How many of the paragraphs that follow a footnote go on with it."""
    following: list[list[Line]] = []
    for paragraph in paragraphs[index + 1 : index + 12]:
        if paragraph.kind is BlockKind.FURNITURE:
            continue
        if paragraph.kind is not None:
            break
        following.append(paragraph.lines)
    open_line = opened.last if opened is not None and not is_finished(opened.last) else None
    return note_extent(paragraphs[index].lines, following, open_line)
