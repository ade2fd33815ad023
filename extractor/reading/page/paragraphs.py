"""Lines of a column become paragraphs: by how full a line is, by indent, spacing, alignment and type size."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.reading.page.joining import seam
from extractor.reading.page.lines import Line

_INDENT = 0.75  # of the type size
_DEEPEST_HANG = 4.0
_RESIZED = 0.12
_SPACED, _SLIGHTLY_SPACED = 1.2, 1.08  # of the usual distance of lines; the less after a sentence's end only
_SLACK = 0.3
_SPACE = 0.25
_EVEN = 1.5  # points
_BALANCED = 6.0  # points
_CLEAR = 1.2
_EDGE = 0.35  # of the type size
_JUSTIFIED, _JUSTIFIED_LINES = 0.4, 4
_TERMINAL = re.compile(r"[.;:!?…][”\"')\]]?(?:\s?[(\[]?\d{1,3}[)\]]?)?$")
_CONNECTED = re.compile(r"(?:,|[-–/]|\b(?:và|của|về|số|hoặc|trong|tại|cho|với))$", re.IGNORECASE)
_CONNECTING = re.compile(r"(?:và|của|về|trên|tại|theo|thuộc)\s", re.IGNORECASE)
_MARK = re.compile(
    r"(?P<dash>[-–+*•▪➢])|\(?(?:\d{1,2}|[a-zđ])[.)]|[IVX]{1,5}\s?[.)-]|\d{1,2}(?:\.\d{1,2}){1,3}[.)]?(?=\s)"
)
_ORNAMENT = re.compile(r"[-–—_*.=~\s]+")
_HEADING = re.compile(
    r"(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})*|[A-ZĐ])\s?[.)/-]|(?:Điều|Chương|Mục|Phần|Phụ lục)\s", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Margins:
    """Where the lines of a column begin and end.

    Attributes:
        leading: usual distance of its baselines.
        centered: all its lines stand around one middle, as a letterhead's do.
        short: it is one of several and has so few lines that its widest need not be a full one.
    """

    left: float
    right: float
    leading: float
    centered: bool = False
    short: bool = False

    def is_full(self, line: Line, lead: float) -> bool:
        """Tell whether a word `lead` points wide had found no room at the end of the line."""
        return line.x1 + (_SPACE + _SLACK) * line.size + lead > self.right

    def is_balanced(self, line: Line) -> bool:
        """Tell whether a line ends as far from one margin as from the other."""
        return self.centered or abs((line.x0 - self.left) - (self.right - line.x1)) < _BALANCED

    def is_centered(self, line: Line) -> bool:
        """Tell whether a line stands in the middle, clear of both margins."""
        return self.centered or (self.is_balanced(line) and line.x0 - self.left > _CLEAR * line.size)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The lines of one paragraph in one column."""

    lines: tuple[Line, ...]
    margins: Margins

    @property
    def indent(self) -> float:
        """How far its first line begins from the margin."""
        return self.lines[0].x0 - self.margins.left

    @property
    def is_indented(self) -> bool:
        """Whether its first line stands in from the margin."""
        return self.indent > _INDENT * self.lines[0].size

    @property
    def align(self) -> str | None:
        """How it is set, None for a single line that may be set in several ways."""
        lines, margins = self.lines, self.margins
        reach = 0.35 * lines[0].size
        if all(margins.is_centered(line) for line in lines[1:] or lines) and margins.is_balanced(lines[0]):
            return "center"
        to_the_end = [abs(line.x1 - margins.right) < reach for line in lines]
        if all(to_the_end) and self.indent > 0.35 * (margins.right - margins.left):
            return "right"
        if len(lines) == 1:
            return None
        return "justify" if all(to_the_end[:-1]) else "left"


def set_paragraphs(lines: Sequence[Line], margins: Margins) -> list[Paragraph]:
    """Group the lines of a column, which come from the top down."""
    groups: list[list[Line]] = []
    justified = _is_justified(lines, margins)
    for line, following in zip(lines, [*lines[1:], None], strict=False):
        if groups and not (
            _begins(groups[-1], line, margins)
            or (justified and _falls_short(groups[-1], margins))
            or _steps_in(groups[-1], line, following, margins)
        ):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [Paragraph(tuple(group), margins) for group in groups]


def ends_sentence(text: str) -> bool:
    """Tell whether a text ends as a sentence or a list item does.

    >>> ends_sentence("đạt kết quả sau:"), ends_sentence("của tỉnh.(3)"), ends_sentence("năm 2021")
    (True, True, False)
    """
    return _TERMINAL.search(text) is not None


def opens_list_item(text: str) -> bool:
    """Tell whether a text opens with a list mark ("-", "a)", "7.1.")."""
    return _MARK.match(text) is not None


def _begins(group: list[Line], line: Line, margins: Margins) -> bool:
    """Tell whether a line begins a paragraph of its own after the lines of `group`."""
    before = group[-1]
    if before.alone or line.alone or _is_resized(before, line) or _is_spaced(before, line, margins):
        return True
    if seam(before.text, line.text) == "":
        return False  # a document symbol broken at its hyphen goes on, wherever the line ends
    if margins.short and (_is_capital(before.text) or _is_capital(line.text)):
        return not (_is_connected(before, line) and _is_capital(before.text) == _is_capital(line.text))
    full = margins.is_full(before, line.lead)
    if margins.is_centered(line) and not (full and _hangs(group, line)):
        return not _goes_on_centered(before, line, margins)
    if not full or (margins.is_centered(before) and before.bold != line.bold):
        return True
    return _opens_by_indent(group, line, margins)


def _reaches_edge(line: Line, margins: Margins) -> bool:
    return abs(line.x1 - margins.right) < _EVEN


def _is_justified(lines: Sequence[Line], margins: Margins) -> bool:
    """Tell whether so many lines end at the margin that chance did not bring them there."""
    at_edge = sum(_reaches_edge(line, margins) for line in lines)
    return at_edge >= _JUSTIFIED_LINES and at_edge > _JUSTIFIED * len(lines)


def _falls_short(group: list[Line], margins: Margins) -> bool:
    """Tell whether all lines of a paragraph reach the margin but its last, which is so its end.

    A line that ends short of the margin by less than the next word is else taken for a full one.
    """
    *upper, last = group
    if not upper or last.x1 > margins.right - _EDGE * last.size or seam(last.text, "A") == "":
        return False
    return all(_reaches_edge(line, margins) for line in upper)


def _steps_in(group: list[Line], line: Line, following: Line | None, margins: Margins) -> bool:
    """Tell whether a line under a paragraph of one line is itself a first line.

    Both begin at the same indent; the line below steps back to the margin, or only one of them is bold: a
    heading that fills its line, and the paragraph under it.
    """
    before, least = group[-1], _INDENT * line.size
    if len(group) > 1 or abs(line.x0 - before.x0) > _EVEN or before.x0 - margins.left <= least:
        return False
    if seam(before.text, line.text) == "" or (margins.is_centered(before) and margins.is_centered(line)):
        return False
    steps_back = (
        following is not None
        and abs(following.x0 - margins.left) < _EVEN
        and following.bold == line.bold
        and margins.is_full(line, following.lead)
    )
    return before.bold != line.bold or steps_back


def _is_resized(before: Line, line: Line) -> bool:
    return abs(before.size - line.size) > _RESIZED * max(before.size, line.size)


def _is_spaced(before: Line, line: Line, margins: Margins) -> bool:
    usual = max(margins.leading, 1.05 * line.size)
    step = line.baseline - before.baseline
    return step > _SPACED * usual + 0.5 or (
        step > _SLIGHTLY_SPACED * usual + 0.8 and ends_sentence(before.text)
    )


def _goes_on_centered(before: Line, line: Line, margins: Margins) -> bool:
    """Tell whether a centred line goes on with the one above: a title is broken where its sense allows."""
    if not (margins.is_balanced(before) and margins.is_balanced(line)):
        return False
    if (before.bold, before.italic) != (line.bold, line.italic) or _HEADING.match(line.text):
        return False
    if _ORNAMENT.fullmatch(before.text) or _ORNAMENT.fullmatch(line.text):
        return False
    if _is_capital(before.text) != _is_capital(line.text):
        return margins.is_full(before, line.lead) and not margins.short
    return not margins.short or line.text[0].islower() or _is_connected(before, line)


def _is_connected(before: Line, line: Line) -> bool:
    """Tell whether a line's last word or the next one's first joins them ("… THƯƠNG BINH / VÀ XÃ HỘI")."""
    return _CONNECTED.search(before.text) is not None or _CONNECTING.match(line.text) is not None


def _hangs(group: list[Line], line: Line) -> bool:
    """Tell whether a line is set in under the text of a list item, or under such a line."""
    step = line.x0 - group[-1].x0
    if len(group) > 1:
        return abs(step) < _EVEN and not _MARK.match(line.text)
    return 0 < step < _DEEPEST_HANG * line.size and _MARK.match(group[0].text) is not None


def _is_next_item(mark: re.Match[str], first_mark: re.Match[str], text: str) -> bool:
    """Tell a list's next dash from one inside a sentence ("chính trị - xã hội", "2016 - 2021")."""
    after = text[mark.end() :].lstrip()
    return bool(mark["dash"]) and mark["dash"] == first_mark["dash"] and after[:1].isupper()


def _is_capital(text: str) -> bool:
    """Tell whether a line is set in capitals; the number of a document counts as such."""
    return text == text.upper()


def _opens_by_indent(group: list[Line], line: Line, margins: Margins) -> bool:
    """Tell from indent and list marks whether a line after a full one begins a paragraph."""
    before = group[-1]
    step, least = line.x0 - before.x0, _INDENT * line.size
    ended = ends_sentence(before.text)
    mark, first_mark = _MARK.match(line.text), _MARK.match(group[0].text)
    if mark and (ended or (first_mark and _is_next_item(mark, first_mark, line.text))):
        return True
    if step > least:
        return not _hangs(group, line)
    if step < -least:
        return len(group) > 1
    if len(group) == 1 and before.x0 - margins.left > least:
        return ended
    return ended and before.bold != line.bold
