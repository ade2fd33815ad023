"""Footnote bodies: how far they go, and those of formats that do not mark them ("(1) …" at a page's foot)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import takewhile

import regex

from extractor.elements import Marker, Role
from extractor.report import BlockKind
from extractor.structure import numbering
from extractor.structure.joining import begins_anew, is_figures, is_heading_like, opens_small, resumes
from extractor.structure.lines import Line, slice_line
from extractor.structure.numbering import Family
from extractor.structure.titles import type_name
from patterns.folding import fold

_BODY_LINES = 40  # of one footnote at most
_PARAGRAPHS = 3  # that a footnote may go on for

# "nhân dân(1).", "đề ra[2]": a mark stands against its word; "tại mục (1)" is none
_TYPED_MARK = regex.compile(
    r"(?<=[\p{L}\d%”\"’)\].,;])(?P<mark>\((?P<label>\d{1,2})\)|\[(?P<label>\d{1,2})\])(?=[\s.,;:)]|\Z)"
)
_TYPED_BODY = regex.compile(r"(?:\((?P<label>\d{1,2})\)|\[(?P<label>\d{1,2})\])\s*(?=[\p{L}\d“\"])")
# The same for marks that the format shows raised, whose bodies may lack a bracket: "1) Gồm …"
_RAISED_BODY = regex.compile(r"[(\[]?(?P<label>\d{1,2})[)\]]\s*(?=[\p{L}\d“\"])")
# "QĐ-TTg3", "8,4%2", "45 xã4": a raised mark that plain text has set on the line; "m2", "QH13" and "PV01" are none
_GLUED_MARK = regex.compile(
    r"""(?<=\p{Ll}{2}|%|[”"’)]|(?<![\p{L}\d])(?:TW|TU|CP|TTg|UBND|HĐND)|[/-](?:TW|TU|CP|UBND|HĐND|B\p{Lu}{2,5}))(?<!k?m|QH)
    (?P<mark>(?P<label>[1-9]\d?))(?=[\s.,;:)]|\Z)(?![.,]\d)""",
    regex.VERBOSE,
)
_GLUED_BODY = regex.compile(r"(?P<label>[1-9]\d?)[.)]?\s+(?=[\p{Lu}“\"])")
_DOCUMENT = regex.compile(r"\s*:?\s*(?:số\b|\d)")
_NEXT_SENTENCE = regex.compile(r"(?<=[.!?…])\s+(?=\p{Lu})")
_SENTENCE = regex.compile(r"[^.;!?]+(?:[.;!?](?!\s|\Z)[^.;!?]*)*")


def find_typed_notes(lines: Sequence[Line]) -> list[Line]:
    """Where a format marks no footnotes, find those that were typed: a mark against a word, then its body.

    A line that begins with a number is the body of a note only when its mark was met before.
    """
    if any(line.role is Role.FOOTNOTE for line in lines):
        return list(lines)
    found = list(lines)
    waiting: set[str] = set()
    raised: set[str] = set()
    glued: set[str] = set()
    last = 0  # label of the last note whose mark was glued: the next one goes on from there, or begins anew
    in_note = 0
    for index, line in enumerate(lines):
        if line.kind is not None:
            in_note = 0
            continue
        body = _body_of(line, waiting, raised, glued & {"1", str(last + 1)})
        if body is not None:
            last = int(body["label"]) if body["label"] in glued else last
            for labels in (waiting, raised, glued):
                labels.discard(body["label"])
            found[index] = _as_note(slice_line(line, body.end(), len(line.text)), body["label"])
            in_note = _BODY_LINES
            continue
        if in_note and is_figures(line.text):
            found[index] = replace(line, kind=BlockKind.FURNITURE)  # the page's number under its notes
            in_note = 0
            continue
        if in_note and not line.gap and not begins_anew(line, lines[index - 1]):
            found[index] = _as_note(line, None)
            in_note -= 1
            continue
        in_note = 0
        waiting |= {mark["label"] for mark in _TYPED_MARK.finditer(line.text)}
        raised |= {marker.label for marker in line.markers}
        glued |= {mark["label"] for mark in _GLUED_MARK.finditer(line.text)}
    return _with_marks(found)


def _body_of(line: Line, waiting: set[str], raised: set[str], glued: set[str]) -> regex.Match[str] | None:
    """The number at the head of a line, when a mark that was met before waits for its body."""
    for form, labels in ((_TYPED_BODY, waiting), (_RAISED_BODY, raised), (_GLUED_BODY, glued)):
        body = form.match(line.text)
        if body is not None and body["label"] in labels:
            return body
    return None


def _as_note(line: Line, label: str | None) -> Line:
    return replace(line, kind=BlockKind.FOOTNOTE, role=Role.FOOTNOTE, label=label)


def _with_marks(lines: list[Line]) -> list[Line]:
    """Give the typed marks of the notes that were found to the lines they stand in."""
    labels = {line.label for line in lines if line.label is not None}
    if not labels:
        return lines
    marked = []
    for line in lines:
        marks = tuple(
            Marker(mark.start("mark"), mark.end("mark"), mark["label"])
            for mark in (*_TYPED_MARK.finditer(line.text), *_GLUED_MARK.finditer(line.text))
            if mark["label"] in labels and line.kind in (None, BlockKind.TITLE)
        )
        marked.append(replace(line, markers=marks) if marks and not line.markers else line)
    return marked


def note_extent(note: Sequence[Line], following: Sequence[Sequence[Line]], opened: Line | None) -> int:
    """How many of the paragraphs after a footnote go on with it; `opened`: the body's last line, if open.

    What tells: the body resumes only later (with the small letter that its open sentence waits for); the note
    ends with a colon and a list follows; the paragraph is made of the same things as the note, one document
    or project after the other.
    """
    near = [lines for lines in following[: _PARAGRAPHS + 1] if not is_heading_like(lines[0])]
    if opened is not None:
        for count, lines in enumerate(near):
            if opens_small(lines[0]) and resumes(opened, lines[0], cut=True):
                return count
    if note[-1].text.rstrip().endswith(":"):
        return _leading(following, lambda lines: _is_bulleted(lines[0]))
    heads = _heads(" ".join(line.text for line in note))
    return _leading(
        near[:_PARAGRAPHS], lambda lines: _is_of_kind(" ".join(line.text for line in lines), heads)
    )


def _is_bulleted(line: Line) -> bool:
    number = numbering.parse(line.text)
    return number is not None and number.family is Family.BULLET


def _leading(paragraphs: Sequence[Sequence[Line]], belongs: Callable[[Sequence[Line]], bool]) -> int:
    return sum(1 for _ in takewhile(belongs, paragraphs))


def _heads(text: str) -> set[str]:
    """What each clause of an enumeration begins with: a type of document, else its first two words."""
    return {head for clause in _SENTENCE.findall(fold(text)) if (head := _head(clause))}


def _head(clause: str) -> str:
    clause = clause.strip(" \"“”'(-+•,:")
    name = type_name(clause)
    if name is not None and _DOCUMENT.match(clause, len(name)):
        return "(document)"
    return " ".join(clause.split()[:2]) if len(clause) > 12 else ""


def _is_of_kind(text: str, heads: set[str]) -> bool:
    """Most clauses begin as those of the note do, and there are several, or the paragraph trails off."""
    sentences = [s for part in _NEXT_SENTENCE.split(text) if (s := fold(part).strip())]
    alike = [sentence for sentence in sentences if _head(sentence) in heads]
    several = len(sentences) >= 2 or text.rstrip().endswith(("...", "…"))
    return several and len(alike) >= 0.75 * len(sentences)
