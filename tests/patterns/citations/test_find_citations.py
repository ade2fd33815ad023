import tomllib
from pathlib import Path
from typing import Any

import pytest

from patterns.citations import find_citations
from patterns.dates import find_dates
from patterns.mentions import Citation
from patterns.passages import Context, Passage, PassageKind

CASES = tomllib.loads(Path(__file__).with_name("cases.toml").read_text("utf-8"))["cases"]
FIELDS = ("raw", "type", "code", "date", "issuer", "subject", "form")


def found(
    text: str, kind: PassageKind = PassageKind.PARAGRAPH, context: Context | None = None
) -> tuple[Citation, ...]:
    context = context or Context()
    passages = (Passage(0, len(text), kind),)
    return find_citations(text, passages, find_dates(text, passages, context), context)


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=f"{n} {case['kind']}") for n, case in enumerate(CASES)]
)
def test_citations_by_kind_of_document(case: dict[str, Any]) -> None:
    citations = found(case["text"])
    shown = [{field: getattr(each, field) for field in FIELDS} for each in citations]
    assert shown == [{**dict.fromkeys(FIELDS), "form": "full", **want} for want in case["citations"]]
    for citation in citations:
        assert case["text"][citation.start : citation.end] == citation.raw
