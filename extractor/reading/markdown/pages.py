"""Pages of a Markdown file: the comments and lines by which converters say where one begins or ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from extractor.elements import Element, Role


@dataclass(frozen=True, slots=True)
class PageMark:
    """A page's edge among the elements.

    `number` is what it prints, None where only the edge shows; `line` the line of text that says so, if any.
    """

    number: int | None
    line: Element | None = None


# "page 3", "PageNumber="3"", "Page: 3 of 12", "trang 3"; "PageBreak", "page break", "new page"
_NUMBERED = regex.compile(
    r"\s*(?:page|trang)[\s_-]*(?:number|no\.?|số)?\s*[:=#]?\s*[\"']?(\d{1,4})\b", regex.IGNORECASE
)
_BREAK = regex.compile(
    r"\s*(?:page[\s_-]*(?:break|end|separator)|new[\s_-]*page|ngắt trang)\b", regex.IGNORECASE
)
_RUNNING = regex.compile(
    r"\s*page[\s_-]?(?:header|footer)\s*[:=]\s*[\"']?(.*?)[\"']?\s*$", regex.IGNORECASE | regex.DOTALL
)
# A line of its own: "Trang 3", "Trang 3/15", "Page 3 of 15"; Marker's "{3}------------".
_LINE = regex.compile(
    r"\s*(?:trang|page)\s*:?\s*(\d{1,4})(?:\s*(?:/|of|trên)\s*\d{1,4})?\s*", regex.IGNORECASE
)
_MARKER_LINE = regex.compile(r"\s*\{(\d{1,4})\}-{10,}\s*")


def from_comment(words: str) -> PageMark | None:
    """The page that a comment names.

    >>> from_comment(' PageNumber="12" '), from_comment(" PageBreak "), from_comment(" bản nháp ")
    (PageMark(number=12, line=None), PageMark(number=None, line=None), None)
    """
    numbered = _NUMBERED.match(words)
    if numbered:
        return PageMark(int(numbered[1]))
    return PageMark(None) if _BREAK.match(words) else None


def running_head(words: str) -> str | None:
    """The running head that a comment carries ("PageHeader="CÔNG BÁO"")."""
    found = _RUNNING.match(words)
    return found[1].strip() or None if found else None


def from_line(text: str) -> int | None:
    """The number of the page that a line of its own names.

    >>> from_line("Trang 3/15"), from_line("Trang 3 của báo cáo")
    (3, None)
    """
    if (found := _LINE.fullmatch(text)) is not None:
        return int(found[1])
    counted_from_zero = _MARKER_LINE.fullmatch(text)
    return int(counted_from_zero[1]) + 1 if counted_from_zero else None


def number_pages(pieces: Sequence[Element | PageMark]) -> tuple[tuple[Element, ...], int | None]:
    """Give each element its page; without marks pages are unknown.

    A mark stands at the head of its page or at its foot. It is the foot when text comes before a mark "1";
    text before a higher one is the page before.
    """
    marks = [index for index, piece in enumerate(pieces) if isinstance(piece, PageMark)]
    if not marks:
        return tuple(piece for piece in pieces if isinstance(piece, Element)), None
    first = pieces[marks[0]]
    leading = any(isinstance(p, Element) and p.role is not Role.FURNITURE for p in pieces[: marks[0]])
    at_foot = leading and isinstance(first, PageMark) and first.number == 1
    ordered = pieces if not at_foot else list(reversed(pieces))
    page = _page_outside(ordered, leading=leading and not at_foot)
    numbered: list[Element] = []
    for piece in ordered:
        if isinstance(piece, PageMark):
            page = piece.number if piece.number is not None else page + (-1 if at_foot else 1)
            if piece.line is not None:
                numbered.append(replace(piece.line, page=page))
        else:
            numbered.append(replace(piece, page=page))
    elements = tuple(reversed(numbered)) if at_foot else tuple(numbered)
    return elements, max((element.page or 1 for element in elements), default=None)


def _page_outside(ordered: Sequence[Element | PageMark], *, leading: bool) -> int:
    """The page of the elements that come before the first mark in the order of reading."""
    first = next(piece for piece in ordered if isinstance(piece, PageMark))
    if first.number is None:
        return int(leading)
    if isinstance(ordered[0], PageMark):
        return first.number
    return max(1, first.number - 1) if leading else first.number + 1
