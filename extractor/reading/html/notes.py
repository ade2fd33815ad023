"""Footnotes of a page: a small mark that links forward to a body, which links back or says what it is.

Word saves <a href="#_ftn1" name="_ftnref1">[1]</a> and, in a list of footnotes at the end, a body with the
two names exchanged; wikis and converters write <sup><a href="#fn1"> and <li id="fn1">.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Final

import regex
from lxml import etree

from extractor.reading.html.settings import BLOCKS, inline_style, text_inside

_MARK = regex.compile(r"[(\[]?\s*(?P<label>\d{1,4}|\*{1,4}|[a-z]|[ivxlc]{1,6})\s*[)\]]?", regex.IGNORECASE)
_NOTE_NAME = regex.compile(r"(?i)_?(?:ft|ed)n|fn|note|cite|chu-?thich|ghi-?chu")
_NOTE_ROLES: Final = frozenset({"doc-footnote", "doc-endnote"})
_NOTE_STYLES: Final = frozenset({"footnote", "endnote"})
_CONTAINERS: Final = frozenset({"li", "p", "div", "td", "dd", "section", "aside"})


@dataclass(frozen=True, slots=True)
class NoteStart:
    """Where the body of a note begins; it ends with `container` or where the next one begins in it."""

    label: str
    container: etree._Element


@dataclass(frozen=True, slots=True)
class Notes:
    """The links of a page that are marks of notes, those that lead back, and where bodies begin."""

    marks: dict[etree._Element, str] = field(default_factory=dict)
    back_links: frozenset[etree._Element] = frozenset()
    starts: dict[etree._Element, NoteStart] = field(default_factory=dict)


def find_notes(root: etree._Element) -> Notes:
    """Find the marks and bodies of a page."""
    order = {element: place for place, element in enumerate(root.iter("*")) if _names(element)}
    named = {name: element for element in reversed(order) for name in _names(element)}
    links = [(place, link) for place, link in enumerate(root.iter("*")) if _target(link) in named]
    marks: dict[etree._Element, str] = {}
    bodies: dict[etree._Element, tuple[str, etree._Element]] = {}
    for place, link in links:
        match = _MARK.fullmatch(text_inside(link))
        target = named[_target(link)]
        if match is None or order[target] < place or link in bodies:
            continue
        container = _container(target)
        if _leads_back(container, link) or _is_note(container, target):
            marks[link] = match["label"]
            bodies.setdefault(target, (match["label"], container))
    shared = Counter(container for _, container in bodies.values())
    starts = {
        (target if shared[container] > 1 else container): NoteStart(label, container)
        for target, (label, container) in bodies.items()
    }
    bodies_of = {container for _, container in bodies.values()}
    inside = [link for _, link in links if any(each in bodies_of for each in link.iterancestors())]
    back = frozenset(link for link in inside if link not in marks)
    return Notes(marks, back, starts)


def _names(element: etree._Element) -> list[str]:
    return [name for name in (element.get("id"), element.get("name")) if name]


def _target(link: etree._Element) -> str:
    href = link.get("href", "") if link.tag == "a" else ""
    return href[1:] if href.startswith("#") else ""


def _container(target: etree._Element) -> etree._Element:
    """Return the block that holds the body whose name stands on `target`."""
    block = target
    for element in (target, *target.iterancestors()):
        if element.tag in ("body", "html", "table"):
            break
        if inline_style(element).get("mso-element") in _NOTE_STYLES or element.get("role") in _NOTE_ROLES:
            return element
        if element.tag in _CONTAINERS and block.tag not in _CONTAINERS:
            block = element
        if element.tag == "li":
            return element
    return block if block.tag in BLOCKS else _parent_block(target)


def _parent_block(element: etree._Element) -> etree._Element:
    return next((each for each in element.iterancestors() if each.tag in BLOCKS), element)


def _leads_back(container: etree._Element, link: etree._Element) -> bool:
    """Tell whether the body links to the mark, or to what the mark stands in (<sup id="ref1"><a …>)."""
    parent = link.getparent()
    names = {*_names(link), *(_names(parent) if parent is not None else ())}
    return any(_target(each) in names for each in container.iter("a")) if names else False


def _is_note(container: etree._Element, target: etree._Element) -> bool:
    """Tell whether the body calls itself a note."""
    if inline_style(container).get("mso-element") in _NOTE_STYLES or container.get("role") in _NOTE_ROLES:
        return True
    return any(_NOTE_NAME.match(name) for name in _names(target))
