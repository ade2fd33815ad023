"""Footnotes and endnotes: a document stores the bodies by id; which number each shows has to be counted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from lxml import etree

from extractor.problems import Problem
from extractor.reading.counting import format_number
from extractor.reading.docx.names import ENDNOTE_REFERENCE, FOOTNOTE_REFERENCE, ID, SECT_PR, TYPE, VAL, P, W
from extractor.reading.docx.package import Package
from extractor.reading.docx.properties import integer


class NoteKind(StrEnum):
    """Where a note stands; also the name of its elements."""

    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"


@dataclass(frozen=True, slots=True)
class Body:
    """The element of a note, its part, and how many paragraphs of the part stand before it."""

    element: etree._Element
    part: str
    before: int


@dataclass(frozen=True, slots=True)
class _Scheme:
    format: str
    start: int
    restart: str


_DEFAULTS: Final = {
    NoteKind.FOOTNOTE: _Scheme("decimal", 1, "continuous"),
    NoteKind.ENDNOTE: _Scheme("lowerRoman", 1, "continuous"),
}


class Notes:
    """The notes of a document and how far they have been counted."""

    def __init__(self, package: Package, document: etree._Element) -> None:
        self._document = document
        self._bodies = {kind: _read_bodies(package, kind) for kind in NoteKind}
        settings = package.related("settings") if any(self._bodies.values()) else None
        self._settings = settings[1] if settings else None
        self._sections = [each for each in document.iter(SECT_PR) if _is_current(each)]
        self._section = 0
        self._schemes: dict[NoteKind, _Scheme] = {}
        self._counts: dict[NoteKind, int] = {}
        self._pages: dict[NoteKind, int] = {}
        self._used: set[tuple[NoteKind, str]] = set()
        self._problems: list[Problem] = []
        self._enter_section()

    def end_section(self) -> str:
        """Go on to the next section and return how it begins ("nextPage", "continuous")."""
        self._section += 1
        self._enter_section()
        section = self._current()
        kind = section.find(TYPE) if section is not None else None
        return kind.get(VAL, "nextPage") if kind is not None else "nextPage"

    def label(self, kind: NoteKind, page: int | None, page_number: int) -> str:
        """Count one mark that Word numbers, and return what it shows; `page` is None when not known."""
        scheme = self._schemes[kind]
        if scheme.restart == "eachPage":
            if page is None:
                self._tell_once(
                    "footnote_numbers_unknown",
                    "notes are numbered anew on each page, but the document does not say where its pages end",
                    "open the document in Word and save it: Word then marks the pages",
                )
            if self._pages.get(kind) != page_number:
                self._pages[kind] = page_number
                self._counts.pop(kind, None)
        self._counts[kind] = self._counts.get(kind, scheme.start - 1) + 1
        return format_number(self._counts[kind], scheme.format)

    def body(self, kind: NoteKind, note_id: str, label: str) -> Body | None:
        """Return the body that a mark leads to, at its first mark only."""
        if (kind, note_id) in self._used:
            return None
        self._used.add((kind, note_id))
        body = self._bodies[kind].get(note_id)
        if body is None:
            self._problems.append(
                Problem(
                    f"{kind}_without_body",
                    f"the mark {label} leads to a {kind} that the document does not hold",
                    "compare with the document in Word",
                )
            )
        return body

    def problems(self) -> tuple[Problem, ...]:
        """Tell what was found amiss, with the bodies that no mark in the document leads to."""
        marked = {each.get(ID, "") for each in self._document.iter(FOOTNOTE_REFERENCE, ENDNOTE_REFERENCE)}
        orphans = sum(1 for bodies in self._bodies.values() for note_id in bodies if note_id not in marked)
        if not orphans:
            return tuple(self._problems)
        orphaned = Problem(
            "footnote_without_marker",
            f"{orphans} notes have no mark in the text, so Word does not show them; they were left out",
            "if they matter, set them again in Word",
        )
        return (*self._problems, orphaned)

    def _enter_section(self) -> None:
        section = self._current()
        for kind in NoteKind:
            scheme = _read_scheme(section, kind, _read_scheme(self._settings, kind, _DEFAULTS[kind]))
            if scheme.restart == "eachSect":
                self._counts.pop(kind, None)
            self._schemes[kind] = scheme

    def _current(self) -> etree._Element | None:
        return self._sections[self._section] if self._section < len(self._sections) else None

    def _tell_once(self, kind: str, message: str, advice: str) -> None:
        if all(problem.kind != kind for problem in self._problems):
            self._problems.append(Problem(kind, message, advice))


def _is_current(section: etree._Element) -> bool:
    parent = section.getparent()
    return parent is not None and parent.tag != W + "sectPrChange"


def _read_scheme(properties: etree._Element | None, kind: NoteKind, base: _Scheme) -> _Scheme:
    """Read w:footnotePr or w:endnotePr of the settings or a section over what holds without it."""
    own = properties.find(f"{W}{kind}Pr") if properties is not None else None
    if own is None:
        return base
    values = {child.tag: child.get(VAL) for child in own}
    return _Scheme(
        values.get(W + "numFmt") or base.format,
        integer(values.get(W + "numStart"), base.start),
        values.get(W + "numRestart") or base.restart,
    )


def _read_bodies(package: Package, kind: NoteKind) -> dict[str, Body]:
    """Read the bodies of one kind; the notes with a type are the separator lines above them."""
    related = package.related(f"{kind}s")
    if related is None:
        return {}
    part, root = related
    bodies: dict[str, Body] = {}
    before = 0
    for element in root.iterfind(W + kind):
        if element.get(TYPE, "normal") == "normal":
            bodies[element.get(ID, "")] = Body(element, part, before)
        before += sum(1 for _ in element.iter(P))
    return bodies
