"""Symbols that are cut short, mixed up, or hold letters of another alphabet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractor.checks.bodies import is_of_party, is_of_state
from extractor.checks.checked import CheckedReport
from extractor.checks.cited import Cited, cited_documents, day_of, is_old
from extractor.checks.finding import Basis, Fix, Related, Severity, Spot
from extractor.checks.messages import say
from extractor.checks.rule import rule
from patterns.citations.leads import defined_short_forms
from patterns.citations.vocabulary import readings
from patterns.folding import fold, unify
from patterns.mentions import Citation

# The norms that fixed the separators: Quy định 31-QĐ/TW (1997) with its guide of 1998, and Nghị định 101/CP (1997).
_SEPARATORS_SINCE = "1998-02-02"
# Ordinances were numbered "34/2007/PL-UBTVQH11" up to the law on normative documents of 2008.
_LAST_YEAR_OF_PL = 2008
_FIRST_YEAR_OF_SYMBOLS = "1997"
_SERIES = regex.compile(r"[ ]*(?:,|;|,?[ ]+và)[ ]+(?:số[ ]+)?")
_LOOK_ALIKES = str.maketrans(
    "АВЕКМНОРСТУХІЅЈасеорухіѕјÐðƉΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEKMHOPCTYXISJaceopyxisjĐđĐABEZHIKMNOPTYXo"
)
_FOREIGN = regex.compile(f"[{''.join(map(chr, _LOOK_ALIKES))}]")
_TOKEN = regex.compile(r"\d{1,5}[a-zđ]?(?:/\d{4})?[ ]{0,2}[-/–][ ]{0,2}[\p{L}&\d]+(?:[-/.–][\p{L}&\d]+)*")
_LONGEST_TOKEN = 60


@rule("REF012", "separators-mixed", Severity.WARNING, Basis.NORM)
def separators_mixed(checked: CheckedReport) -> Iterator[Spot]:
    """A Party symbol with the signs of the state, or the other way round ("14/CT-TU", "15-KH/UBND")."""
    for cited in cited_documents(checked):
        right = _right_separators(cited)
        day = cited.citation.date or checked.report.facts.date
        if right is None or right == cited.mark.code or (day is not None and day < _SEPARATORS_SINCE):
            continue
        state = cited.system == "state"
        message = (
            say(
                'a state number is written "{right}": "/" behind the number, "-" before the body', right=right
            )
            if state
            else say(
                'a Party number is written "{right}": "-" behind the number, "/" before the body', right=right
            )
        )
        yield Spot(
            cited.start, cited.end, message, right, cited.written, fix=Fix(cited.start, cited.end, right)
        )


@rule("REF013", "symbol-incomplete", Severity.ERROR, Basis.PAGE)
def symbol_incomplete(checked: CheckedReport) -> Iterator[Spot]:
    """A number-symbol of which a part is missing ("02-HD", "34/2007/UBTVQH11", "Chỉ thị số 14")."""
    defined = defined_short_forms(fold(checked.text))
    in_series = _series(checked)
    for cited in cited_documents(checked):
        citation = cited.citation
        if citation.form != "partial" or citation.start in in_series:
            continue
        if (citation.type, cited.mark.number.lstrip("0")) in defined and cited.mark.symbol is None:
            continue
        yield from _incomplete(cited, checked)


@rule("REF014", "look-alike-letter", Severity.WARNING, Basis.PAGE)
def look_alike_letter(checked: CheckedReport) -> Iterator[Spot]:
    """A letter of another alphabet in a symbol, which looks right and is not found by a search."""
    reached = 0
    for letter in _FOREIGN.finditer(checked.text):
        if letter.start() < reached:
            continue
        near = max(0, letter.start() - _LONGEST_TOKEN)
        for token in _TOKEN.finditer(
            checked.text, near, min(len(checked.text), letter.end() + _LONGEST_TOKEN)
        ):
            if token.start() <= letter.start() < token.end() and token[0].upper() != token[0].lower():
                reached = token.end()
                right = token[0].translate(_LOOK_ALIKES)
                yield Spot(
                    *token.span(),
                    say(
                        'the letter "{letter}" is not the Vietnamese one that it looks like; a search for "{right}" '
                        "does not find it",
                        letter=f"{letter[0]} (U+{ord(letter[0]):04X})",
                        right=right,
                    ),
                    expected=right,
                    found=token[0],
                    fix=Fix(*token.span(), right),
                )
                break


def _right_separators(cited: Cited) -> str | None:
    """The number-symbol with the signs of its system; None when the page leaves the system open."""
    mark = cited.mark
    if mark.abbreviation is None or mark.year is not None or len(cited.parts) != 1 or is_old(cited):
        return None
    systems = {each.system for each in readings(mark.abbreviation)}
    number = (mark.code or "").partition("-")[0].partition("/")[0]
    body = cited.parts[0]
    if (
        is_of_party(body) and "party" in systems
    ):  # "37/CĐ-TW" is a steering committee's, with signs of the state
        return f"{number}-{mark.abbreviation}/{_spelt(mark.code, body)}"
    if is_of_state(body) and "state" in systems:
        return f"{number}/{mark.abbreviation}-{_spelt(mark.code, body)}"
    return None


def _spelt(code: str | None, body: str) -> str:
    """The body as the canonical code spells it ("TTg" for "TTG")."""
    return code[-len(body) :] if code and fold(code).endswith(fold(body)) else body


def _incomplete(cited: Cited, checked: CheckedReport) -> Iterator[Spot]:
    citation, mark = cited.citation, cited.mark
    whole = _whole(cited, checked.citations)
    related = (Related(whole.start, whole.end, say("the whole symbol")),) if whole else ()
    fix = Fix(cited.start, cited.end, citation.code) if citation.code else None
    if mark.symbol is None:
        if citation.code is not None:
            yield Spot(
                citation.start,
                citation.end,
                say('the symbol is missing; elsewhere the document is "{code}"', code=citation.code),
                expected=citation.code,
                found=cited.written,
                severity=Severity.WARNING if "số" in fold(citation.raw) else Severity.INFO,
                related=related,
                fix=fix,
            )
    elif _lacks_body(cited, checked):
        yield Spot(
            cited.start,
            cited.end,
            say('the body is missing behind "{symbol}" in the symbol', symbol=mark.symbol),
            expected=citation.code,
            found=cited.written,
            related=related,
            fix=fix,
        )
    elif citation.type == "Pháp lệnh" and mark.year is not None and mark.year <= _LAST_YEAR_OF_PL:
        right = f"{mark.number}/{mark.year}/PL-{mark.symbol}"
        if (mark.symbol or "").startswith("UBTVQH"):
            yield Spot(
                cited.start,
                cited.end,
                say(
                    '"PL-" is missing in the symbol: ordinances of that time are numbered "{right}"',
                    right=right,
                ),
                expected=right,
                found=cited.written,
                related=related,
                fix=Fix(cited.start, cited.end, right),
            )


def _lacks_body(cited: Cited, checked: CheckedReport) -> bool:
    old = is_old(cited) or (day_of(cited, checked) or "9999") < _FIRST_YEAR_OF_SYMBOLS
    return cited.mark.abbreviation is not None and not cited.parts and not old


def _whole(cited: Cited, citations: Sequence[Citation]) -> Citation | None:
    """The first mention that has the whole number-symbol of a cut one."""
    code = cited.citation.code
    same = (each for each in citations if code is not None and each.code == code and each.form == "full")
    return next(same, None)


def _series(checked: CheckedReport) -> frozenset[int]:
    """Where the numbers begin that share the symbol of the last of their series ("số 12, 15 và 18-CT/TU")."""
    unified = unify(checked.text)
    found: set[int] = set()
    for this, following in reversed(list(zip(checked.citations, checked.citations[1:], strict=False))):
        joint = _SERIES.fullmatch(unified, this.end, following.start)
        shares = following.symbol is not None or following.start in found
        if joint and shares and this.symbol is None and this.type == following.type:
            found.add(this.start)
    return frozenset(found)
