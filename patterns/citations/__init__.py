"""Citations of official documents (trích dẫn, viện dẫn văn bản).

>>> from patterns.dates import find_dates
>>> from patterns.passages import Context, split_passages
>>> text = "Theo Nghị định số 64/2007/NĐ-CP ngày 10/4/2007 của Chính phủ về ứng dụng công nghệ thông tin."
>>> passages = split_passages(text)
>>> (found,) = find_citations(text, passages, find_dates(text, passages, Context()), Context())
>>> found.raw, found.date, found.issuer, found.subject
('Nghị định số 64/2007/NĐ-CP', '2007-04-10', 'Chính phủ', 'ứng dụng công nghệ thông tin')
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from patterns.citations.binding import bind
from patterns.citations.forms import form_of
from patterns.citations.heads import find_heads
from patterns.citations.leads import defined_short_forms
from patterns.citations.relations import find_relations
from patterns.citations.settling import settle
from patterns.citations.source import Bound, Source, Stretch
from patterns.citations.tables import read_rows
from patterns.folding import fold, unify
from patterns.mentions import Citation, Date, Span
from patterns.passages import Context, Passage, PassageKind, stretches

__all__ = ["find_citations", "find_relations"]

_NOT_OWN_NUMBER = (PassageKind.TABLE, PassageKind.LIST_ITEM, PassageKind.FOOTNOTE)


def find_citations(
    text: str, passages: Sequence[Passage], dates: Sequence[Date], context: Context
) -> tuple[Citation, ...]:
    """Find every mention of an identified document, with what its sentence and the report say of it."""
    return settle([_citation(text, bound) for bound in _bounds(text, passages, dates)], context)


def _bounds(text: str, passages: Sequence[Passage], dates: Sequence[Date]) -> Iterator[Bound]:
    folded = fold(text)
    source = Source(text, unify(text), folded, defined_short_forms(folded))
    starts = [date.start for date in dates]
    for passage in passages:
        bounds: list[Bound] = []
        for start, end, kind in stretches((passage,)):
            within = dates[bisect_left(starts, start) : bisect_left(starts, end)]
            heads = find_heads(source, start, end, within, own_number=kind not in _NOT_OWN_NUMBER)
            if heads:
                bounds += bind(Stretch(source, start, end, tuple(heads), kind == PassageKind.TABLE), within)
        if passage.cells:
            within = dates[bisect_left(starts, passage.start) : bisect_left(starts, passage.end)]
            bounds = read_rows(source, passage.cells, bounds, within)
        yield from bounds


def _citation(text: str, bound: Bound) -> Citation:
    head, mark, date = bound.head, bound.head.mark, bound.date
    form = form_of(head, date)
    return Citation(
        start=head.start,
        end=head.end,
        raw=text[head.start : head.end],
        type=head.type,
        number=mark.number if mark else None,
        year=mark.year if mark else head.year,
        symbol=mark.symbol if mark else None,
        code=head.code if form == "full" or head.shares_symbol else None,
        form=form,
        date=date.from_date if date else None,
        issuer=_words(text, bound.issuer),
        subject=_words(text, bound.subject),
        date_span=(date.start, date.end) if date else None,
        issuer_span=bound.issuer,
        subject_span=bound.subject,
    )


def _words(text: str, span: Span | None) -> str | None:
    """The words of a span with line breaks and runs of blanks as one blank."""
    return " ".join(text[span[0] : span[1]].split()) if span else None
