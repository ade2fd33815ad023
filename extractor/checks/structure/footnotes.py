"""Footnote marks and their notes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

import regex

from extractor.checks.checked import CheckedReport
from extractor.checks.finding import Basis, Related, Severity, Spot
from extractor.checks.messages import say
from extractor.checks.rule import rule
from extractor.report import Footnote

_SHOWN = 60  # code points of a note that are underlined
_FORM_MAJORITY = 0.75


@rule("STR001", "mark-without-note", Severity.ERROR, Basis.PAGE)
def mark_without_note(checked: CheckedReport) -> Iterator[Spot]:
    """A mark whose footnote is nowhere."""
    for note in checked.report.footnotes:
        if note.body is None and note.marker_start is not None and note.marker_end is not None:
            yield Spot(
                note.marker_start,
                note.marker_end,
                say("mark {label} has no footnote; look at the foot of its page", label=note.label),
                found=note.label,
            )


@rule("STR002", "note-without-mark", Severity.ERROR, Basis.PAGE)
def note_without_mark(checked: CheckedReport) -> Iterator[Spot]:
    """A footnote to which no mark leads."""
    for note in checked.report.footnotes:
        if note.marker_start is None and note.body is not None:
            block = checked.report.blocks[note.body]
            yield Spot(
                block.start,
                min(block.end, block.start + _SHOWN),
                say("no mark in the text leads to footnote {label}", label=note.label or "?"),
                found=note.label,
            )


@rule("STR003", "note-out-of-order", Severity.WARNING, Basis.PAGE)
def note_out_of_order(checked: CheckedReport) -> Iterator[Spot]:
    """Marks that do not count 1, 2, 3; a count may begin anew on a page or in an annex."""
    without_mark = {note.label for note in checked.report.footnotes if note.marker_start is None}
    before: int | None = None
    for note in _marked(checked):
        if not note.label.isdecimal():
            continue
        label = int(note.label)
        expected = (before or 0) + 1
        again = label == before
        if label not in (expected, 1) and not again and str(expected) not in without_mark:
            yield Spot(
                note.marker_start or 0,
                note.marker_end or 0,
                say("mark {label} stands where {expected} should follow", label=label, expected=expected),
                expected=str(expected),
                found=note.label,
            )
        before = label


@rule("STR004", "note-marked-twice", Severity.WARNING, Basis.PAGE)
def note_marked_twice(checked: CheckedReport) -> Iterator[Spot]:
    """Two marks that lead to one footnote."""
    first: dict[int, Footnote] = {}
    for note in _marked(checked):
        if note.body is None:
            continue
        other = first.setdefault(note.body, note)
        if other is not note and note.marker_start is not None and note.marker_end is not None:
            yield Spot(
                note.marker_start,
                note.marker_end,
                say(
                    "footnote {label} has been marked before: one of the two marks may be another number",
                    label=note.label,
                ),
                found=note.label,
                related=(Related(other.marker_start or 0, other.marker_end or 0),),
            )


@rule("STR005", "mark-in-another-form", Severity.WARNING, Basis.PAGE)
def mark_in_another_form(checked: CheckedReport) -> Iterator[Spot]:
    """A mark "5)" where most are "(4)": it may be misread, or be taken for the note itself."""
    forms: defaultdict[str, list[Footnote]] = defaultdict(list)
    for note in _marked(checked):
        mark = checked.text[note.marker_start : note.marker_end]
        forms[regex.sub(r"\w+", "n", mark.strip())].append(note)
    if len(forms) < 2:
        return
    (usual, count), *_ = Counter({form: len(notes) for form, notes in forms.items()}).most_common()
    if count < _FORM_MAJORITY * sum(map(len, forms.values())):
        return
    example = checked.text[forms[usual][0].marker_start : forms[usual][0].marker_end].strip()
    for form, notes in forms.items():
        for note in notes if form != usual else ():
            mark = checked.text[note.marker_start : note.marker_end].strip()
            expected = usual.replace("n", note.label, 1)
            yield Spot(
                note.marker_start or 0,
                note.marker_end or 0,
                say('the mark is "{mark}" where most are set as "{usual}"', mark=mark, usual=example),
                expected=expected,
                found=mark,
            )


def _marked(checked: CheckedReport) -> list[Footnote]:
    """The footnotes that have a mark, in the order of the marks."""
    marked = [note for note in checked.report.footnotes if note.marker_start is not None and note.marker_end]
    return sorted(marked, key=lambda note: note.marker_start or 0)
