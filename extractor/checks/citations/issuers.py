"""The body that a page names against the one in the symbol, and bodies that it only abbreviates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

import regex

from extractor.checks.bodies import disagrees, document_data, is_known
from extractor.checks.checked import CheckedReport
from extractor.checks.cited import cited_documents
from extractor.checks.finding import Basis, Fix, Related, Severity, Spot
from extractor.checks.messages import say
from extractor.checks.rule import rule
from patterns.citations.issuers import read_issuer
from patterns.folding import fold, unify

_LONGEST_NAME = 120
_AND = regex.compile(r"\s*(?:,|và|;)\s+")


@rule("REF010", "issuer-and-symbol", Severity.WARNING, Basis.PAGE)
def issuer_and_symbol(checked: CheckedReport) -> Iterator[Spot]:
    """A body in the words that is not the one in the symbol ("Hướng dẫn 06-HD/BDVTW của Ban Chỉ đạo …").

    Only a body named behind the number counts, and of several documents that share one, the last: in front of
    them stands also who passes a document on.
    """
    shared = Counter(each.issuer_span for each in checked.citations)
    last = {each.issuer_span: each for each in checked.citations}
    for cited in cited_documents(checked):
        citation, span = cited.citation, cited.citation.issuer_span
        if span is None or citation.issuer is None or span[0] < cited.end or cited.body is None:
            continue
        drafted = cited.mark.abbreviation is None and len(cited.parts) > 1  # "UBND-SNV": by either's name
        if drafted or (shared[span] > 1 and last[span] is not citation):
            continue
        known = [part for part in cited.parts if is_known(part)]
        other = known[:1] == list(cited.parts[:1]) and all(disagrees(citation.issuer, each) for each in known)
        if other and not _is_joint(checked.text, span[1], known):
            yield Spot(
                *span,
                say(
                    'the page names "{issuer}" as the issuer, but "{code}" in the symbol is the code of another body',
                    issuer=citation.issuer,
                    code=cited.parts[0],
                ),
                found=citation.issuer,
                related=(Related(citation.start, citation.end, say("the symbol")),),
            )


@rule("REF011", "issuer-abbreviated", Severity.WARNING, Basis.PAGE)
def issuer_abbreviated(checked: CheckedReport) -> Iterator[Spot]:
    """An issuer under an abbreviation that the report does not define ("BTV Tỉnh ủy")."""
    folded: str | None = None
    for short, found in _abbreviated(checked):
        full = document_data()["abbreviated_bodies"][short]
        if _is_defined(short, checked.text):
            continue
        folded = folded or fold(checked.text)
        start, end = found
        yield Spot(
            start,
            end,
            say('"{short}" is not explained in the report; write "{full}"', short=short, full=full),
            expected=full,
            found=short,
            severity=None if fold(full) in folded else Severity.INFO,
            fix=Fix(start, end, full),
        )


def _is_joint(text: str, end: int, codes: list[str]) -> bool:
    """Whether the body of the symbol follows the first: "31/CP và 814/TTg của Chính phủ, Thủ tướng Chính phủ"."""
    joint = _AND.match(text, end)
    if joint is None:
        return False
    rest = text[joint.end() : joint.end() + _LONGEST_NAME]
    second = read_issuer(unify(rest), fold(rest), 0, len(rest))
    return second is not None and not any(disagrees(rest[: second[1]], code) for code in codes)


def _abbreviated(checked: CheckedReport) -> Iterator[tuple[str, tuple[int, int]]]:
    """The abbreviations in the names of issuers, each place once."""
    seen: set[int] = set()
    for citation in checked.citations:
        span = citation.issuer_span
        if span is None or span[0] in seen:
            continue
        seen.add(span[0])
        for word in regex.finditer(r"\p{L}+", checked.text, pos=span[0], endpos=span[1]):
            if word[0] in document_data()["abbreviated_bodies"]:
                yield word[0], word.span()


def _is_defined(short: str, text: str) -> bool:
    """ "(BTV)", "(sau đây viết tắt là BTV)", "BTV: Ban Thường vụ"."""
    return _definition(short).search(text) is not None


@cache
def _definition(short: str) -> regex.Pattern[str]:
    word = rf"[\"“]?{short}[\"”]?(?!\p{{L}})"
    return regex.compile(rf"\((?:[^()]{{0,60}}[ ])?{word}\)|(?:là|:)[ ]{word}|(?<!\p{{L}}){short}[ ]?:")
