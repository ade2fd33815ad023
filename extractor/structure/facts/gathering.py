"""Text and blocks → facts: the order in which they are found, since the later lean on the earlier."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractor.report import Block, Fact, Facts
from extractor.structure.facts.heading import find_number, find_place_and_date
from extractor.structure.facts.issuing import find_issuer
from extractor.structure.facts.province import find_province
from extractor.structure.facts.signing import find_recipients, find_signer
from extractor.structure.facts.title import find_period, find_title, find_type


def gather_facts(text: str, blocks: Sequence[Block]) -> Facts:
    """The facts of a report; what the page does not say is None."""
    title = find_title(text, blocks)
    number = find_number(text, blocks)
    place, date = find_place_and_date(text, blocks)
    signer, signer_title = find_signer(text, blocks)
    recipients = find_recipients(text, blocks)
    province = find_province(text, blocks)
    issuer = find_issuer(text, blocks, province, recipients)
    period = find_period(text, blocks)
    type_ = find_type(text, blocks)
    period_from, period_to = period.value.split("/") if period else (None, None)
    found = (type_, number, issuer, province, place, date, title, period, signer, signer_title, *recipients)
    return Facts(
        type=_value(type_),
        number=_value(number),
        issuer=_value(issuer),
        province=_value(province),
        place=_value(place),
        date=_value(date),
        title=_value(title),
        period_from=period_from,
        period_to=period_to,
        signer=_value(signer),
        signer_title=_value(signer_title),
        recipients=tuple(fact.value for fact in recipients),
        evidence=tuple(_known(found)),
    )


def _value(fact: Fact | None) -> str | None:
    return fact.value if fact else None


def _known(facts: Iterable[Fact | None]) -> Iterable[Fact]:
    return (fact for fact in facts if fact is not None)
