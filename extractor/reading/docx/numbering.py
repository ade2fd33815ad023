"""List numbers as Word computes them: a document stores only which list and level a paragraph belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import regex
from lxml import etree

from extractor.reading import symbols
from extractor.reading.counting import format_number
from extractor.reading.docx.names import ALTERNATE_CONTENT, FALLBACK, P_PR, P_STYLE, R_PR, VAL, W
from extractor.reading.docx.package import Package
from extractor.reading.docx.properties import (
    by_tag,
    child_value,
    integer,
    is_on,
    read_indent,
    read_run_format,
)

_LEVELS: Final = 9
_PLACEHOLDER = regex.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class ListMark:
    """What stands before a list paragraph: "1.", "a)", with `bullet` a "-"; `gap` parts it from the text."""

    text: str
    bullet: bool
    gap: str = " "
    left: float | None = None
    first_line: float | None = None


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    format: str = "decimal"
    template: str = ""
    gap: str = " "
    restart: int | None = None
    legal: bool = False
    style: str | None = None
    font: str | None = None
    left: float | None = None
    first_line: float | None = None


@dataclass(frozen=True, slots=True)
class _List:
    """A w:num: the abstract list whose count it shares, its levels, and the levels it starts anew."""

    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int]


class Numbering:
    """The lists of a document and how far each has been counted."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._started: set[str] = set()

    @cached_property
    def _children(self) -> list[etree._Element]:
        related = self._package.related("numbering")
        return list(related[1]) if related else []

    @cached_property
    def _abstracts(self) -> dict[str, etree._Element]:
        return {_identity(each): each for each in self._children if each.tag == W + "abstractNum"}

    @cached_property
    def _numbers(self) -> dict[str, etree._Element]:
        return {each.get(W + "numId", ""): each for each in self._children if each.tag == W + "num"}

    def mark(self, list_id: str, level: int | None, style_chain: list[str]) -> ListMark | None:
        """Count one paragraph and return its mark, None where it has none.

        A paragraph that is in the list through its style stands on the level that names the style.
        """
        if list_id not in self._lists:
            number = self._numbers.get(list_id)
            self._lists[list_id] = None if number is None else _read_list(number, self._abstracts)
        numbered = self._lists[list_id]
        if numbered is None:
            return None
        if level is None:
            level = next((n for n, each in numbered.levels.items() if each.style in style_chain), 0)
        shape = numbered.levels.get(level)
        if shape is None:
            return None
        counts = self._count(list_id, numbered, level)
        if shape.format == "bullet":
            text = symbols.bullet(shape.template, shape.font)
            return ListMark(text, True, shape.gap, shape.left, shape.first_line) if text else None
        text = _PLACEHOLDER.sub(
            lambda place: _number(numbered, counts, int(place[1]) - 1, shape), shape.template
        )
        return ListMark(text, False, shape.gap, shape.left, shape.first_line) if text.strip() else None

    def _count(self, list_id: str, numbered: _List, level: int) -> list[int | None]:
        counts = self._counts.setdefault(numbered.abstract, [None] * _LEVELS)
        if list_id not in self._started:
            self._started.add(list_id)
            for each in numbered.starts:
                counts[each] = None
        reached = counts[level]
        first = numbered.starts.get(level, numbered.levels[level].start)
        counts[level] = first if reached is None else reached + 1
        for deeper in range(level + 1, _LEVELS):
            restart = numbered.levels[deeper].restart if deeper in numbered.levels else None
            if restart is None or level < restart:
                counts[deeper] = None
        return counts


def _number(numbered: _List, counts: list[int | None], level: int, shape: _Level) -> str:
    """Write the count of one level; a level not reached yet shows its start."""
    at = numbered.levels.get(level, _Level())
    count = counts[level]
    return format_number(at.start if count is None else count, "decimal" if shape.legal else at.format)


def _read_list(number: etree._Element, abstracts: dict[str, etree._Element]) -> _List:
    abstract = _linked(abstracts.get(child_value(number, "abstractNumId") or ""), abstracts)
    shapes = [] if abstract is None else abstract.findall(W + "lvl")
    levels = {_level_of(each): _read_level(each) for each in shapes}
    starts: dict[int, int] = {}
    for override in number.iterfind(W + "lvlOverride"):
        start, shape = override.find(W + "startOverride"), override.find(W + "lvl")
        if shape is not None:
            levels[_level_of(override)] = _read_level(shape)
        if start is not None:
            starts[_level_of(override)] = integer(start.get(VAL), 1)
    return _List("" if abstract is None else _identity(abstract), levels, starts)


def _linked(abstract: etree._Element | None, abstracts: dict[str, etree._Element]) -> etree._Element | None:
    """Follow a list that only points at a list style to the list that defines the style."""
    link = abstract.find(W + "numStyleLink") if abstract is not None else None
    if link is None:
        return abstract
    for each in abstracts.values():
        definition = each.find(W + "styleLink")
        if definition is not None and definition.get(VAL) == link.get(VAL):
            return each
    return abstract


def _read_level(level: etree._Element) -> _Level:
    values = {child.tag: child.get(VAL) for child in level}
    indent = level.find(f"{P_PR}/{W}ind")
    left, first_line = read_indent(indent) if indent is not None else (None, None)
    restart = values.get(W + "lvlRestart")
    return _Level(
        start=integer(values.get(W + "start"), 1),
        format=values.get(W + "numFmt") or _fallback_format(level),
        template=values.get(W + "lvlText") or "",
        gap="" if values.get(W + "suff") == "nothing" else " ",
        restart=None if restart is None else integer(restart),
        legal=is_on(values.get(W + "isLgl", "0") or "1"),
        style=values.get(P_STYLE),
        font=read_run_format(by_tag(level.find(R_PR))).font,
        left=left,
        first_line=first_line,
    )


def _fallback_format(level: etree._Element) -> str:
    """Read the nearest plain format that Word writes beside a format of newer versions."""
    fallback = level.find(f"{ALTERNATE_CONTENT}/{FALLBACK}/{W}numFmt")
    return fallback.get(VAL, "decimal") if fallback is not None else "decimal"


def _identity(abstract: etree._Element) -> str:
    return abstract.get(W + "abstractNumId", "")


def _level_of(element: etree._Element) -> int:
    return min(integer(element.get(W + "ilvl")), _LEVELS - 1)
