"""One document under two symbols or types."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from extractor.checks.agreement.documents import (
    base_type,
    by_document,
    is_central,
    is_full,
    issuers_differ,
    most_common,
    names_its_type,
    plain_number,
    plain_symbol,
)
from extractor.checks.checked import CheckedReport
from extractor.checks.finding import Basis, Related, Severity, Spot
from extractor.checks.messages import say
from extractor.checks.near import within_one_edit
from extractor.checks.rule import rule
from patterns.folding import fold
from patterns.mentions import Citation

_CLOSE_SYMBOLS = 12  # documents of one type and number are few; more are a list of another kind


@rule("REF102", "symbols-disagree", Severity.ERROR, Basis.PAGE)
def symbols_disagree(checked: CheckedReport) -> Iterator[Spot]:
    """The same document with its symbol set in two ways; what a symbol lacks is REF013's."""
    yield from _separators(checked)
    yield from _same_day(checked)


def _separators(checked: CheckedReport) -> Iterator[Spot]:
    """ "07/KH-TW" and "07-KH/TW": the same letters, other strokes."""
    for group in by_document(checked.citations).values():
        codes = [_code(citation) for citation in group]
        if len(set(codes)) < 2:
            continue
        usual, sure = most_common(codes)
        first = group[codes.index(usual)]
        for citation, code in zip(group, codes, strict=True):
            if code != usual and base_type(citation) == base_type(first):
                # "QĐ.UB" for "QĐ-UB" is an old hand; a stroke in the wrong place is another system's symbol
                slight = code.replace(".", "-") == usual.replace(".", "-")
                yield _disagreement(citation, first, sure=sure, severity=Severity.INFO if slight else None)


def _same_day(checked: CheckedReport) -> Iterator[Spot]:
    """One type, number and day, and two symbols that are a letter apart."""
    groups: defaultdict[tuple[str, str, int | None, str], list[Citation]] = defaultdict(list)
    for citation in checked.citations:
        if is_full(citation) and citation.date:
            place = base_type(citation), plain_number(citation), citation.year, citation.date
            groups[place].append(citation)
    for group in groups.values():
        symbols = [plain_symbol(citation) for citation in group]
        if not 1 < len(set(symbols)) <= _CLOSE_SYMBOLS:
            continue
        usual, sure = most_common(symbols)
        first = group[symbols.index(usual)]
        for citation, symbol in zip(group, symbols, strict=True):
            if symbol != usual and within_one_edit(symbol, usual) and not issuers_differ(citation, first):
                yield _disagreement(citation, first, sure=sure)


def _disagreement(
    citation: Citation, usual: Citation, *, sure: bool, severity: Severity | None = None
) -> Spot:
    return Spot(
        citation.start,
        citation.end,
        say(
            'the document is "{found}" here and "{other}" elsewhere; its number and symbol must be the same each time',
            found=citation.raw,
            other=usual.raw,
        ),
        expected=usual.code if sure else None,
        found=citation.raw,
        related=(Related(usual.start, usual.end),),
        severity=severity,
    )


def _code(citation: Citation) -> str:
    return fold("".join((citation.code or "").split())).lstrip("0")


@rule("REF103", "types-disagree", Severity.WARNING, Basis.PAGE)
def types_disagree(checked: CheckedReport) -> Iterator[Spot]:
    """The same number and symbol under two types, or the same number, day and body under two."""
    reported: set[int] = set()
    for group in by_document(checked.citations).values():
        yield from _other_types([c for c in group if names_its_type(c)], reported)
    days: defaultdict[tuple[str, int | None, str, str], list[Citation]] = defaultdict(list)
    for citation in checked.citations:
        if citation.number and citation.symbol and citation.date and names_its_type(citation):
            body = plain_symbol(citation).rpartition("-")[2]
            days[plain_number(citation), None, body, citation.date].append(citation)
    for group in days.values():
        yield from _other_types(group, reported)


def _other_types(group: Sequence[Citation], reported: set[int]) -> Iterator[Spot]:
    types = [base_type(citation) for citation in group]
    if len(set(types)) < 2:
        return
    usual, sure = most_common(types)
    first = group[types.index(usual)]
    for citation, type_ in zip(group, types, strict=True):
        one_more_word = type_.startswith(usual) or usual.startswith(type_)
        other_day = citation.date and first.date and citation.date != first.date
        other_body = not is_central(citation) and issuers_differ(citation, first)
        if type_ == usual or one_more_word or other_day or other_body or citation.start in reported:
            continue
        reported.add(citation.start)
        yield Spot(
            citation.start,
            citation.end,
            say('"{found}" is called "{other}" elsewhere in the report', found=citation.raw, other=first.raw),
            expected=first.type if sure else None,
            found=citation.type,
            related=(Related(first.start, first.end),),
        )


@rule("REF141", "one-type-two-symbols", Severity.INFO, Basis.PAGE)
def one_type_two_symbols(checked: CheckedReport) -> Iterator[Spot]:
    """Regulations of the Party (Quy định) with "QĐ" beside others with "QĐi"; told once.

    Hướng dẫn 36-HD/VPTW gives QĐi since 03/4/2018, yet central regulations of later years are numbered QĐ too.
    """
    found = [c for c in checked.citations if fold(c.type) == "quy định" and "/" in (c.symbol or "")]
    letters = [fold(citation.symbol or "").partition("/")[0] for citation in found]
    if not {"qđ", "qđi"} <= set(letters):
        return
    old, new = found[letters.index("qđ")], found[letters.index("qđi")]
    yield Spot(
        old.start,
        old.end,
        say(
            '"{found}" has the letters QĐ and "{other}" the letters QĐi for the same type; '
            "check both against the documents",
            found=old.raw,
            other=new.raw,
        ),
        found=old.code,
        related=(Related(new.start, new.end),),
    )
