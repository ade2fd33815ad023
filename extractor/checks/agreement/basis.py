"""The legal basis of a document: "Căn cứ …", line by line."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from extractor.checks.agreement.documents import plain_number, plain_symbol
from extractor.checks.checked import CheckedReport
from extractor.checks.finding import Basis, Related, Severity, Spot
from extractor.checks.messages import say
from extractor.checks.rule import rule
from extractor.report import BlockKind
from patterns.folding import fold
from patterns.mentions import Citation

# What opens a basis: "Căn cứ Luật …", "Căn cứ vào các Nghị định …"
_OPENS = regex.compile(r"\s*căn cứ(?: vào| theo)?(?: các| những)?\s*$")
_NEEDS_BASIS = ("Quyết định", "Nghị quyết", "Nghị định", "Thông tư")
_LOOKED_AT = 80  # blocks


@rule("REF130", "basis-given-twice", Severity.WARNING, Basis.PAGE)
def basis_given_twice(checked: CheckedReport) -> Iterator[Spot]:
    """The same document in two lines of "Căn cứ"."""
    seen: dict[tuple[str, ...], Citation] = {}
    for citation in checked.citations:
        block = checked.block_at(citation.start)
        if not _OPENS.fullmatch(fold(checked.text[block.start : citation.start])):
            continue
        before = seen.setdefault(_identity(citation), citation)
        if before is not citation:
            yield Spot(
                citation.start,
                citation.end,
                say(
                    '"{document}" has been given as a basis before; strike one of the two',
                    document=citation.raw,
                ),
                found=citation.raw,
                related=(Related(before.start, before.end),),
            )


def _identity(citation: Citation) -> tuple[str, ...]:
    if citation.form == "named":
        return (" ".join(fold(citation.raw).split()), str(citation.date))
    return (
        fold(citation.type),
        plain_number(citation),
        str(citation.year),
        plain_symbol(citation),
        str(citation.date),
    )


@rule("REF131", "no-basis", Severity.INFO, Basis.NORM)
def no_basis(checked: CheckedReport) -> Iterator[Spot]:
    """A decision or resolution of a state body that names no basis at all."""
    report = checked.report
    facts = report.facts
    title = next((block for block in report.blocks if block.kind is BlockKind.TITLE), None)
    of_state = facts.number is not None and "/" in facts.number and not regex.match(r"\d+\w?-", facts.number)
    if title is None or facts.type not in _NEEDS_BASIS or not of_state or facts.signer is None:
        return
    head = (fold(checked.text[b.start : b.start + 40]) for b in report.blocks[:_LOOKED_AT])
    if not any("căn cứ" in line for line in head):
        yield Spot(
            title.start,
            title.end,
            say("the document names no basis (Căn cứ) for what it decides"),
            found=facts.type,
        )
