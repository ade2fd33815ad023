"""Documents called by a part of their name: what it stands for, and whether the report says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import regex

from extractor.checks.agreement.documents import base_type, is_full, plain_number
from extractor.checks.checked import CheckedReport
from extractor.checks.finding import Basis, Related, Severity, Spot
from extractor.checks.messages import say
from extractor.checks.rule import rule
from patterns.folding import compile_phrase, fold
from patterns.mentions import Citation

DEFINES = compile_phrase(
    r"(?:(?:sau[ ]đây[ ])?(?:được[ ])?(?:viết|gọi)[ ](?:tắt[ ])?là|viết[ ]tắt)[ ]?:?[ ]?[“\"]?$"
)
_LOOKED_BACK = 40
_WHOLE_NUMBER = regex.compile(r"\d+")


@rule("REF112", "short-form-unsettled", Severity.WARNING, Basis.PAGE)
def short_form_unsettled(checked: CheckedReport) -> Iterator[Spot]:
    """A document by type and number alone, where the report has none or several that this may be.

    Where it has one, all that is missing is the symbol (REF013).
    """
    full: defaultdict[tuple[str, str], list[Citation]] = defaultdict(list)
    for citation in checked.citations:
        if is_full(citation):
            full[base_type(citation), plain_number(citation)].append(citation)
    told = {_form(citation) for citation in checked.citations if _definition(checked, citation) is not None}
    for citation in checked.citations:
        if not _is_short(citation) or _form(citation) in told:
            continue
        told.add(_form(citation))
        meant = full.get((base_type(citation), plain_number(citation)), [])
        codes = {fold(each.code or "") for each in meant}
        if len(codes) == 1 or citation.code:
            continue  # also "các Chỉ thị số 12, 15 và 18-CT/TU": the last of the list gives the symbol
        if meant:
            documents = ", ".join(sorted({each.code or "" for each in meant}))
            message = say(
                '"{form}" may stand for {documents}; give its symbol', form=citation.raw, documents=documents
            )
        else:
            message = say(
                'no document of the report is what "{form}" stands for; cite it in full', form=citation.raw
            )
        yield Spot(
            citation.start,
            citation.end,
            message,
            found=citation.raw,
            related=tuple(Related(each.start, each.end) for each in meant[:3]),
        )


def _is_short(citation: Citation) -> bool:
    """A type and a bare number; "30a" is the name of a programme that everyone knows by it."""
    number = citation.number is not None and _WHOLE_NUMBER.fullmatch(citation.number)
    return bool(citation.form == "partial" and number and citation.symbol is None)


def _form(citation: Citation) -> str:
    return " ".join(fold(citation.raw).split())


def _definition(checked: CheckedReport, citation: Citation) -> int | None:
    """Where the words "viết tắt là" before a citation begin, None without them."""
    start = max(0, citation.start - _LOOKED_BACK)
    found = DEFINES.search(fold(checked.text[start : citation.start]))
    return start + found.start() if found else None


@rule("REF140", "useless-definition", Severity.WARNING, Basis.PAGE)
def useless_definition(checked: CheckedReport) -> Iterator[Spot]:
    """ "viết tắt là" before the very form that has been used already."""
    seen: dict[str, Citation] = {}
    for citation in checked.citations:
        before = seen.setdefault(_form(citation), citation)
        start = _definition(checked, citation)
        if before is citation or start is None:
            continue
        yield Spot(
            start,
            citation.end,
            say('"{form}" is no short form: the document is called so in full before', form=citation.raw),
            found=citation.raw,
            related=(Related(before.start, before.end),),
        )
