"""The three families as spaCy components.

`nlp.add_pipe("baocao_citations")` fills `doc.spans["baocao_citations"]`, and so for dates and indicators.
Each span is labelled by the mention's type and carries the mention itself (`span._.citation`, `span._.date`,
`span._.indicator`); where a mention's edge lies inside a token, the span takes in the whole token.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from spacy.language import Language
from spacy.tokens import Doc, Span

from patterns.mentions import Citation, Date, Indicator
from patterns.passages import Context, split_passages

Component = Callable[[Doc], Doc]
Mention = Citation | Date | Indicator

for _name in ("citation", "date", "indicator"):
    if not Span.has_extension(_name):
        Span.set_extension(_name, default=None)


@Language.factory("baocao_citations", assigns=["doc.spans", "span._.citation"])
def citations_component(nlp: Language, name: str) -> Component:
    """Find citations; spans are labelled by document type ("Nghị định")."""

    def component(doc: Doc) -> Doc:
        from patterns.citations import find_citations
        from patterns.dates import find_dates

        passages, context = split_passages(doc.text), Context()
        dates = find_dates(doc.text, passages, context)
        found = find_citations(doc.text, passages, dates, context)
        return _fill(doc, name, "citation", ((mention, mention.type) for mention in found))

    return component


@Language.factory("baocao_dates", assigns=["doc.spans", "span._.date"])
def dates_component(nlp: Language, name: str) -> Component:
    """Find dates; spans are labelled by kind ("day", "range")."""

    def component(doc: Doc) -> Doc:
        from patterns.dates import find_dates

        found = find_dates(doc.text, split_passages(doc.text), Context())
        return _fill(doc, name, "date", ((mention, mention.kind) for mention in found))

    return component


@Language.factory("baocao_indicators", assigns=["doc.spans", "span._.indicator"])
def indicators_component(nlp: Language, name: str) -> Component:
    """Find indicators; spans are labelled by unit ("xã"), or "number" for a bare number."""

    def component(doc: Doc) -> Doc:
        from patterns.finding import find

        found = find(doc.text).indicators
        return _fill(doc, name, "indicator", ((mention, mention.unit or "number") for mention in found))

    return component


def _fill(doc: Doc, key: str, attribute: str, labelled: Iterable[tuple[Mention, str]]) -> Doc:
    spans = []
    for mention, label in labelled:
        span = doc.char_span(mention.start, mention.end, label=label, alignment_mode="expand")
        if span is not None:
            span._.set(attribute, mention)
            spans.append(span)
    doc.spans[key] = spans
    return doc
