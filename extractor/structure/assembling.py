"""Reading → Report: the room's table of contents."""

from __future__ import annotations

from extractor.elements import Reading
from extractor.problems import Problem
from extractor.report import Report
from extractor.structure.closing import find_closings
from extractor.structure.facts import gather_facts
from extractor.structure.furniture import mark_furniture
from extractor.structure.gaps import find_lost_text
from extractor.structure.language import language_of
from extractor.structure.layout import lay_out
from extractor.structure.lines import split_lines
from extractor.structure.linking import link_notes
from extractor.structure.notes import find_typed_notes
from extractor.structure.opening import find_opening
from extractor.structure.paragraphs import gather
from extractor.structure.sections import place


def assemble(reading: Reading, *, id: str, path: str) -> Report:
    """Put the pieces of a file in order as a report, whatever its format.

    All text of all elements stands in exactly one block each; `problems` tell what could not be made out.
    """
    lines = mark_furniture(split_lines(reading))
    lines = find_closings(find_opening(lines))
    paragraphs = gather(find_typed_notes(lines))
    parts = place(paragraphs)
    layout = lay_out(parts)
    footnotes, blocks, note_problems = link_notes(layout)
    language = language_of(layout.text)
    return Report(
        id=id,
        path=path,
        format=reading.format,
        text=layout.text,
        blocks=blocks,
        footnotes=footnotes,
        facts=gather_facts(layout.text, blocks),
        problems=(
            *reading.problems,
            *note_problems,
            *find_lost_text(parts, layout),
            *_language_problem(language),
        ),
        parser=reading.parser,
        pages=reading.pages,
        encoding=reading.encoding,
        language=language,
        missed=reading.missed,
    )


def _language_problem(language: str | None) -> tuple[Problem, ...]:
    if language is not None:
        return ()
    return (
        Problem(
            "not_vietnamese",
            "hardly any word of the text bears a Vietnamese letter",
            "check that the file is a report and that its font or encoding was read rightly",
        ),
    )
