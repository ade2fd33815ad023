"""The name of a type against the abbreviation in the symbol (tên loại và ký hiệu)."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.bodies import document_data, is_known
from extractor.checks.checked import CheckedReport
from extractor.checks.cited import Cited, cited_documents, day_of, is_old
from extractor.checks.finding import Basis, Severity, Spot
from extractor.checks.messages import say
from extractor.checks.rule import rule
from patterns.citations.vocabulary import Abbreviation, readings
from patterns.folding import fold

# Hướng dẫn 36-HD/VPTW fixes "QĐi" for Quy định from this day on.
_QDI_SINCE = "2018-04-03"
# Nghị định 30/2020/NĐ-CP, annex I: a công văn has no abbreviation of a type in its symbol.
_NO_CV_SINCE = "2020-03-05"


@rule("REF001", "type-and-symbol", Severity.ERROR, Basis.PAGE)
def type_and_symbol(checked: CheckedReport) -> Iterator[Spot]:
    """The symbol says another type than the words before it ("Nghị quyết số 45/2020/NĐ-CP")."""
    for cited in cited_documents(checked):
        abbreviation, said = cited.mark.abbreviation, cited.citation.type
        if abbreviation is None or not contradicts_type(cited) or _was_usual(cited, day_of(cited, checked)):
            continue
        meaning = _readings(cited, abbreviation)[0].type
        yield Spot(
            cited.citation.start,
            cited.citation.end,
            say(
                'the page calls the document "{type}", but "{abbreviation}" in its symbol stands for "{meaning}"; '
                "look up which of the two is right",
                type=said,
                abbreviation=abbreviation,
                meaning=meaning,
            ),
            expected=meaning,
            found=said,
            severity=Severity.INFO if _is_issued_with(said, abbreviation) else None,
        )


@rule("REF002", "symbol-of-quy-dinh", Severity.INFO, Basis.NORM)
def symbol_of_quy_dinh(checked: CheckedReport) -> Iterator[Spot]:
    """A Quy định of the Party under "QĐ" after the day from which its symbol is "QĐi"."""
    for cited in cited_documents(checked):
        date = cited.citation.date
        if cited.system != "party" or cited.citation.type != "Quy định" or date is None:
            continue
        if cited.mark.abbreviation == "QĐ" and date >= _QDI_SINCE:
            yield Spot(
                cited.start,
                cited.end,
                say(
                    'a Party "Quy định" issued since 03/4/2018 has the symbol "QĐi"; "QĐ" is that of a "Quyết định"'
                ),
                expected="QĐi",
                found="QĐ",
            )


@rule("REF003", "symbol-of-cong-van", Severity.INFO, Basis.NORM)
def symbol_of_cong_van(checked: CheckedReport) -> Iterator[Spot]:
    """A công văn of the state with "CV" in its symbol."""
    for cited in cited_documents(checked):
        day = day_of(cited, checked)
        if cited.mark.abbreviation == "CV" and cited.system == "state" and (day or "") >= _NO_CV_SINCE:
            yield Spot(
                cited.start,
                cited.end,
                say(
                    "the symbol of a state body's official letter names the body and the unit that drafted it, "
                    'without "{abbreviation}"',
                    abbreviation="CV",
                ),
                found=cited.written,
            )


def contradicts_type(cited: Cited) -> bool:
    """Whether the abbreviation in the symbol has no reading that is the type named."""
    abbreviation = cited.mark.abbreviation
    if abbreviation is None or not cited.typed or is_old(cited) or not _names_type(cited):
        return False
    return not any(_is_same(each.type, cited.citation.type) for each in _readings(cited, abbreviation))


def _readings(cited: Cited, abbreviation: str) -> tuple[Abbreviation, ...]:
    """What an abbreviation can mean on the day of the document and in its system; else at any time, anywhere."""
    every = readings(abbreviation, cited.system)
    own = tuple(each for each in every if each.system == cited.system) or every
    date = cited.citation.date
    return tuple(each for each in own if date is None or _is_valid(each, date)) or own


def _is_valid(reading: Abbreviation, day: str) -> bool:
    return (reading.since or "") <= day <= (reading.until or "9999")


def _names_type(cited: Cited) -> bool:
    """Whether the first letters of the symbol surely are those of a type, and not of a body."""
    types = document_data()["types"]
    # The procuracy has letters of its own: "CT-VKS" is an indictment (cáo trạng).
    if cited.citation.type in types["any"] or any(part.startswith("VKS") for part in cited.parts):
        return False
    before_body = cited.body is not None and is_known(cited.body)
    return before_body or (
        cited.mark.abbreviation in types["certain"] and cited.citation.type not in types["letters"]
    )


def _is_same(meaning: str, said: str) -> bool:
    """ "Thông báo kết luận" may have the symbol of a Thông báo and that of a Kết luận."""
    return fold(meaning) in fold(said) or fold(said) in fold(meaning)


def _was_usual(cited: Cited, day: str | None) -> bool:
    """Whether the abbreviation was in use for the type when the document was issued, or may have been."""
    return any(
        row["abbreviation"] == cited.mark.abbreviation
        and _is_same(row["type"], cited.citation.type)
        and row["system"] == cited.system
        and (day is None or day < row["until"] or cited.citation.date is None)
        for row in document_data()["former"]
    )


def _is_issued_with(said: str, abbreviation: str) -> bool:
    rows = document_data()["issued_with"]
    return any(abbreviation in row["abbreviations"] and said in row["types"] for row in rows)
