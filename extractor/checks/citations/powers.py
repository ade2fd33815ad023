"""Who may issue what (thẩm quyền ban hành): the type against the body, in the symbol and in the words."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.bodies import document_data, plain_code
from extractor.checks.checked import CheckedReport
from extractor.checks.cited import Cited, cited_documents, day_of
from extractor.checks.finding import Basis, Severity, Spot
from extractor.checks.messages import say
from extractor.checks.rule import rule
from patterns.folding import fold

# From this day on ministries issue no joint circulars among themselves (Luật 80/2015/QH13).
_NO_JOINT_SINCE = "2016-07-01"
# Courts, procuracy and audit may still be parties to one.
_JOINT_STILL = ("TANDTC", "VKSNDTC", "VKSTC", "KTNN", "KTNNN")


@rule("REF004", "type-and-body", Severity.ERROR, Basis.NORM)
def type_and_body(checked: CheckedReport) -> Iterator[Spot]:
    """A symbol in which a type stands beside a body that does not issue it ("NĐ-TTg", "TT-UBND")."""
    for cited in cited_documents(checked):
        severity = _power_missing(cited, day_of(cited, checked))
        if severity is not None:
            yield Spot(
                cited.start,
                cited.end,
                say(
                    '"{body}" in the symbol is a body that issues no "{type}"; compare the symbol with the document',
                    body=cited.parts[0],
                    type=cited.citation.type,
                ),
                found=cited.mark.symbol,
                severity=severity,
            )


@rule("REF015", "type-and-party-body", Severity.WARNING, Basis.NORM)
def type_and_party_body(checked: CheckedReport) -> Iterator[Spot]:
    """A Party document of a type that the committee which the page names does not issue."""
    for cited in cited_documents(checked):
        citation = cited.citation
        span = citation.issuer_span
        if cited.system != "party" or citation.issuer is None or span is None or span[0] < cited.end:
            continue
        for row in document_data()["party_bodies"]:
            names = [fold(name) for name in row["names"]]
            if citation.type in row["types"] and _is_one_of(fold(citation.issuer), names):
                yield Spot(
                    *span,
                    say(
                        '"{issuer}" issues no "{type}": the page may name the wrong body or the wrong type',
                        issuer=citation.issuer,
                        type=citation.type,
                    ),
                    found=citation.issuer,
                    severity=Severity(row["severity"]),
                )


def _is_one_of(issuer: str, names: list[str]) -> bool:
    return any(issuer == name or issuer.startswith((f"{name} tỉnh", f"{name} thành phố")) for name in names)


def _power_missing(cited: Cited, day: str | None) -> Severity | None:
    """How grave it is that the body of a symbol issues no such document; None when it may."""
    mark, said = cited.mark, cited.citation.type
    if mark.abbreviation is None or cited.body is None:
        return None
    body = plain_code(cited.body)
    for row in document_data()["only"]:
        if (mark.abbreviation, said) == (row["abbreviation"], row["type"]):
            return None if body in map(plain_code, row["bodies"]) else Severity(row["severity"])
    for row in document_data()["never"]:
        named = (mark.abbreviation, said) == (row["abbreviation"], row["type"])
        if named and body in map(plain_code, row["bodies"]) and (day or "") >= row.get("since", ""):
            return Severity(row["severity"])
    return Severity.INFO if _is_late_joint_circular(cited) else None


def _is_late_joint_circular(cited: Cited) -> bool:
    date = cited.citation.date or ""
    late = cited.mark.abbreviation == "TTLT" and date >= _NO_JOINT_SINCE
    return late and len(cited.parts) > 1 and not any(part in _JOINT_STILL for part in cited.parts)
