"""Documents that hardly any report cites, one slip away from a document that many cite."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from extractor.checks.finding import Basis, Severity, Spot
from extractor.checks.messages import say
from extractor.checks.rule import rule
from extractor.cross_checks.archive import Archive
from extractor.cross_checks.citations.documents import Document, mentions_of, places_of, read_documents
from extractor.cross_checks.citations.issuers import same_body
from extractor.cross_checks.wording import content_words, is_one_slip, shared, written_day

_WELL_ATTESTED = 3  # reports that cite a document
_TIMES = 3  # as many as cite the other one
_FEWEST_WORDS = 4
_SAME_MATTER = 0.8  # of the shorter title's words


@rule("REF205", "near-miss", Severity.WARNING, Basis.REPORTS)
def near_misses(archive: Archive) -> Iterator[Spot]:
    """A document like one that many reports cite, but for one digit or letter, two swapped, or its type.

    Two documents of one day often have neighbouring numbers, so date, issuer or title must speak for one
    document as well: see `_is_slip_of`.
    """
    documents = list(read_documents(archive))
    known: defaultdict[tuple[str, str], list[Document]] = defaultdict(list)
    for document in documents:
        if document.reports >= _WELL_ATTESTED:
            for likeness in _likenesses(document):
                known[likeness].append(document)
    for document in documents:
        for other in _candidates(document, known):
            if _is_slip_of(document, other):
                yield from _spots(archive, document, other)
                break


def _likenesses(document: Document) -> Iterator[tuple[str, str]]:
    """By what a slip of this document can be found: its day or its code, for one of them must be right."""
    if document.date is not None:
        yield "date", document.date
    yield "code", f"{document.number}{document.letter}/{document.year}/{document.symbol}"


def _candidates(
    document: Document, known: defaultdict[tuple[str, str], list[Document]]
) -> Iterator[Document]:
    for likeness in _likenesses(document):
        for other in known.get(likeness, ()):
            if other.id != document.id and other.reports >= _TIMES * document.reports:
                yield other


def _is_slip_of(document: Document, other: Document) -> bool:
    """Whether a document is most likely the other one with one slip.

    - same day and code, another type;
    - same day, type and number, a slip in year or symbol, and the same issuer or title;
    - same day, type and symbol, a slip in the number, and the same title;
    - same type and code, a slip in the date, and the same title, or the same issuer within one year.
    """
    if document.place != other.place:
        return False
    same_number = (document.number, document.letter) == (other.number, other.letter)
    same_rest = (document.year, document.symbol) == (other.year, other.symbol)
    if document.date == other.date:
        if document.kind != other.kind:
            return same_number and same_rest and not _is_longer_name(document.kind, other.kind)
        if same_number:
            near = is_one_slip(document.year + document.symbol, other.year + other.symbol)
            return near and (_same_issuer(document, other) or _same_title(document, other))
        near = is_one_slip(f"{document.number}{document.letter}", f"{other.number}{other.letter}")
        return same_rest and near and _same_title(document, other)
    if not (document.kind == other.kind and same_number and same_rest) or None in (document.date, other.date):
        return False
    one, two = (document.date or "").replace("-", ""), (other.date or "").replace("-", "")
    same_year = one[:4] == two[:4]
    near = is_one_slip(one, two) or (same_year and (one[4:6], one[6:]) == (two[6:], two[4:6]))
    return near and (_same_title(document, other) or (same_year and _same_issuer(document, other)))


def _is_longer_name(one: str, other: str) -> bool:
    """ "Quy chế phối hợp" is a "Quy chế"."""
    return one.startswith(other) or other.startswith(one)


def _same_issuer(one: Document, other: Document) -> bool:
    return one.issuer is not None and other.issuer is not None and same_body(one.issuer, other.issuer)


def _same_title(one: Document, other: Document) -> bool:
    words, others = content_words(one.subject or ""), content_words(other.subject or "")
    return min(len(words), len(others)) >= _FEWEST_WORDS and shared(words, others) >= _SAME_MATTER


def _spots(archive: Archive, document: Document, other: Document) -> Iterator[Spot]:
    found, expected = _named(document, other), _named(other, document)
    for mention in mentions_of(archive, document.id):
        yield Spot(
            mention.start,
            mention.end,
            say(
                '"{found}" looks like a slip for "{expected}", which {reports} reports cite: check it',
                found=found,
                expected=expected,
                reports=other.reports,
            ),
            expected=expected,
            found=found,
            related=places_of(archive, other.id, lambda _: say('"{document}" there', document=expected)),
            document=mention.document,
        )


def _named(document: Document, other: Document) -> str:
    """A document as far as it differs from the other one."""
    type_name = f"{document.type} " if document.kind != other.kind else ""
    day = f", {written_day(document.date)}" if document.date and document.date != other.date else ""
    return f"{type_name}{document.code}{day}"
