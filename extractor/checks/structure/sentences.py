"""Sentences that stop, or are torn apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import regex

from extractor.checks.checked import CheckedReport
from extractor.checks.finding import Basis, Severity, Spot
from extractor.checks.messages import say
from extractor.checks.rule import rule
from extractor.checks.structure.running_text import PROSE, Stretch, is_scanned, stretches
from extractor.report import Block
from patterns.folding import fold

_SHOWN = 50
_SENTENCE = 120  # code points: what is shorter may be a label
# Of the paragraphs, one at least: where more end without a mark, it is how the report is set
_EXCEPTIONS = 0.03
_ENOUGH = 8  # paragraphs
_PIECE = 30  # code points on both sides of a tear
_END = regex.compile(r"[.!?…;:](?:[”\"'’)\]]|\s?/\.)*\s*\Z")
_GAP = regex.compile(r"\s{4}|\t")  # a formula or columns, drawn with blanks
_CLAUSES = regex.compile(r"[.;,]\s")
_PREAMBLE = regex.compile(r"(?:căn cứ|theo đề nghị|xét|sau khi)\b")


@rule("STR020", "text-lost", Severity.ERROR, Basis.PAGE)
def text_lost(checked: CheckedReport) -> Iterator[Spot]:
    """A paragraph that ends where no sentence can ("… gắn với"), and does not go on."""
    for problem in checked.report.problems:
        if problem.kind == "lost_text" and problem.start is not None and problem.end is not None:
            start = _word_start(checked.text, max(problem.start, problem.end - _SHOWN))
            words = checked.text[start : problem.end]
            severity = Severity.INFO if is_scanned(checked.block_at(problem.start)) else None
            yield Spot(
                start,
                problem.end,
                say('the sentence stops at "{words}"; the rest is missing', words=words),
                found=words,
                severity=severity,
            )


@rule("STR021", "end-mark-missing", Severity.WARNING, Basis.PAGE)
def end_mark_missing(checked: CheckedReport) -> Iterator[Spot]:
    """A long paragraph without a mark at its end, in a report that ends the others with one."""
    prose = [
        stretch
        for stretch in stretches(checked)
        if stretch.block.kind in PROSE
        and len(stretch.text.strip()) >= _SENTENCE
        and not _is_preamble(stretch)
    ]
    open_ended = [stretch for stretch in prose if not _END.search(stretch.text)]
    if len(prose) < _ENOUGH or len(open_ended) > max(1, _EXCEPTIONS * len(prose)):
        return
    lost = {problem.start for problem in checked.report.problems if problem.kind == "lost_text"}
    for stretch in open_ended:
        if stretch.start in lost or not _is_sentence(stretch.text):
            continue
        end = stretch.start + len(stretch.text.rstrip())
        start = _word_start(checked.text, end - _SHOWN)
        yield Spot(
            start,
            end,
            say(
                'no mark ends the paragraph "{words}": see whether it is whole', words=checked.text[start:end]
            ),
            severity=Severity.INFO if is_scanned(stretch.block) else None,
        )


@rule("STR022", "sentence-torn", Severity.INFO, Basis.PAGE)
def sentence_torn(checked: CheckedReport) -> Iterator[Spot]:
    """A sentence that goes on in another paragraph of the file, past a footnote, a rule or an empty line.

    Of a paged file (PDF, scan) the end of a page does that, and it is none of its writer's.
    """
    if checked.report.pages is not None:
        return
    for block in checked.report.blocks:
        for place in _tears(checked, block):
            start = _word_start(checked.text, max(block.start, place - _SHOWN))
            words = checked.text[start:place].strip()
            yield Spot(
                start,
                place,
                say('the sentence is torn after "{words}" and goes on further below', words=words),
                found=words,
            )


def _tears(checked: CheckedReport, block: Block) -> Iterator[int]:
    """Where two runs of one paragraph were not on neighbouring lines of the file."""
    if block.kind not in PROSE:
        return
    for one, other in pairwise(sorted(block.origins, key=lambda origin: origin.start)):
        apart = one.line is not None and other.line is not None and other.line - one.line > 1
        ended = _END.search(checked.text[max(0, one.end - 4) : one.end].rstrip())
        long = min(one.end - block.start, block.end - other.start) >= _PIECE
        if apart and not ended and long and "\t" not in checked.text[one.start : other.end]:
            yield one.end


def _is_preamble(stretch: Stretch) -> bool:
    return _PREAMBLE.match(fold(stretch.text[:20])) is not None


def _is_sentence(text: str) -> bool:
    """Whether a text is prose and no label: it has clauses, and ends with a word in small letters."""
    last = text.split()[-1]
    drawn = _GAP.search(text.strip()) is not None
    return not drawn and _CLAUSES.search(text) is not None and last.isalpha() and not last.isupper()


def _word_start(text: str, at: int) -> int:
    at = max(0, at)
    while at and not text[at - 1].isspace():
        at -= 1
    return at
