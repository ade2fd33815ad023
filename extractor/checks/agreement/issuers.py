"""One document of two bodies."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from extractor.checks.agreement.documents import body_words, by_document, is_central, most_common
from extractor.checks.checked import CheckedReport
from extractor.checks.finding import Basis, Related, Severity, Spot
from extractor.checks.messages import say
from extractor.checks.rule import rule
from extractor.structure.vocabulary import issuers
from patterns.folding import fold
from patterns.mentions import Citation

_LEVEL = regex.compile(
    r"(?<!\w)(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|thị trấn)(?!\w)(?! (?:uỷ|đoàn))"
)
# Those who sign for one another, or are loosely called by one another's name
_PARTY_COMMITTEE = regex.compile(r"(?:tỉnh|thành|huyện|quận|thị|đảng) uỷ|đảng bộ|chấp hành")


@rule("REF104", "issuers-disagree", Severity.WARNING, Basis.PAGE)
def issuers_disagree(checked: CheckedReport) -> Iterator[Spot]:
    """The same number and symbol, given to two bodies."""
    for group in by_document(checked.citations).values():
        named = [citation for citation in group if citation.issuer and citation.issuer_span]
        if len({citation.issuer for citation in named}) < 2:
            continue
        usual, sure = most_common(fold(citation.issuer or "") for citation in named)
        first = next(citation for citation in named if fold(citation.issuer or "") == usual)
        for citation in named:
            severity = _weight(citation, first)
            if severity is not None and citation.issuer_span and first.issuer_span:
                yield Spot(
                    *citation.issuer_span,
                    say(
                        '"{document}" is said to be of "{issuer}" here and of "{other}" elsewhere',
                        document=citation.raw,
                        issuer=citation.issuer,
                        other=first.issuer,
                    ),
                    expected=first.issuer if sure else None,
                    found=citation.issuer,
                    related=(Related(*first.issuer_span),),
                    severity=severity,
                )


def _weight(citation: Citation, other: Citation) -> Severity | None:
    if fold(citation.type) != fold(other.type):
        return None
    if citation.date and other.date and citation.date != other.date:
        return None
    if is_central(citation):
        one, two = (issuers().get(fold(each.issuer or "")) for each in (citation, other))
        return Severity.WARNING if one and two and one != two else None
    return _local_weight(fold(citation.issuer or ""), fold(other.issuer or ""))


def _local_weight(one: str, other: str) -> Severity | None:
    """Bodies of two places have documents of one number each; a chairman signs for his committee."""
    (head, place), (other_head, other_place) = _parted(one), _parted(other)
    if place and other_place and not (place <= other_place or other_place <= place):
        return None
    if head <= other_head or other_head <= head:
        return None
    party = all(_PARTY_COMMITTEE.search(name) for name in (one, other))
    return Severity.INFO if party else Severity.WARNING


def _parted(name: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a body and those of its place ("ubnd | tỉnh hà giang")."""
    level = _LEVEL.search(name)
    at = level.start() if level else len(name)
    return body_words(name[:at]), body_words(name[at:])
