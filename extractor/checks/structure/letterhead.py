"""Parts of a document that its norm asks for and the page does not show."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from extractor.checks.checked import CheckedReport
from extractor.checks.finding import Basis, Related, Severity, Spot
from extractor.checks.messages import say
from extractor.checks.rule import rule
from extractor.report import BlockKind
from extractor.structure.letterhead import MOTTO
from patterns.folding import fold

# "Số:      /BC-UBND", "ngày    tháng    năm 2021": left to be filled in
_NUMBER = regex.compile(r"(?<!\w)số\s*:?\s*[\d.…_/\s-]")
_OPENING = 15  # blocks
_ISSUED = ("Quy định", "Quy chế", "Điều lệ", "Nội quy", "Đề án", "Dự án", "Phương án")
_DATE = regex.compile(r"(?<!\w)ngày[\s\d.…_/]*tháng|ngày\s*\d{1,2}\s?[/.-]")


@rule("STR060", "letterhead-part-missing", Severity.WARNING, Basis.NORM)
def letterhead_part_missing(checked: CheckedReport) -> Iterator[Spot]:
    """A document without its number, its place and date, or a signature.

    Nghị định 30/2020/NĐ-CP, art. 8, and Hướng dẫn 36-HD/VPTW, II.1, ask every document for them. What is left
    blank in a draft is info; of a text that shows no letterhead and no signature nothing is said: it may be a part.
    """
    blocks = checked.report.blocks
    title = next((block for block in blocks if block.kind is BlockKind.TITLE), None)
    head = [block for block in blocks if block.kind is BlockKind.LETTERHEAD]
    signed = any(block.kind is BlockKind.SIGNATURE for block in blocks)
    facts = checked.report.facts
    if title is None:
        return
    if not head and facts.number is None and facts.date is None:
        if signed:
            message = say("the document has no letterhead: no issuing body, number, place or date")
            yield Spot(title.start, title.end, message)
        return
    lines = [fold(checked.text[block.start : block.end]) for block in head]
    motto = next((number for number, line in enumerate(lines) if MOTTO.search(line)), None)
    if motto is None or _is_issued_with_another(checked):
        return
    if facts.number is None:
        blank = any(_NUMBER.search(line) for line in lines)
        place = head[max(0, motto - 1)]  # under the body that issues the document
        message = say("the number is left blank") if blank else say("the letterhead has no number (Số: …)")
        yield Spot(
            place.start,
            place.end,
            message,
            related=(Related(head[-1].start, head[-1].end),),
            severity=Severity.INFO if blank else None,
        )
    if facts.date is None:
        blank = any(_DATE.search(line) for line in lines)
        message = say("the date is left blank") if blank else say("the letterhead has no place and date")
        yield Spot(head[-1].start, head[-1].end, message, severity=Severity.INFO if blank else None)
    if not signed and facts.signer is None and facts.recipients:
        yield Spot(title.start, title.end, say("nobody has signed the document"), severity=Severity.INFO)


def _is_issued_with_another(checked: CheckedReport) -> bool:
    """Whether it is a regulation or plan that a decision issues: number and date are the decision's."""
    opening = checked.report.blocks[:_OPENING]
    issued = any("kèm theo" in fold(checked.text[block.start : block.start + 200]) for block in opening)
    return issued or checked.report.facts.type in _ISSUED
