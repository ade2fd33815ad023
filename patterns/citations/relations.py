"""What cited documents do to one another (quan hệ giữa các văn bản): implement, amend, replace, guide …

The words stand before the document that they act on, "Kế hoạch A triển khai Nghị quyết B", or say the same
in the passive, "Nghị định A được sửa đổi bởi Nghị định B". The document that acts is the one whose title
holds the words or that stands right before them, or the one that is issued in the main clause behind them
("Thực hiện Nghị quyết B, UBND tỉnh ban hành Kế hoạch A"); else the report itself.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

import regex

from patterns.citations.sharing import separated
from patterns.citations.vocabulary import alternatives
from patterns.folding import compile_phrase, compile_search, fold
from patterns.gazetteers import read_data
from patterns.mentions import Citation, Relation, RelationKind
from patterns.passages import Passage, stretches

_LONGEST_CHAIN = 120
_LONGEST_CLAUSE = 600
_FARTHEST = 3000  # letters that a document takes with its day, its body and its title
# Between a document and the words that say what it does, or what is done to it
_LINK = compile_phrase(
    r"""(?:[ ]*[,(-])?[ ]*
    (?:(?:về[ ]việc|về|v/v|việc|để|nhằm|là|đã|có|nội[ ]dung|tiếp[ ]tục|yêu[ ]cầu|chỉ[ ]đạo|vừa)[ ]+){0,3}
    (?:(?:được|bị)[ ]+)?"""
)
_SENTENCE = compile_search(r"(?<!\bt[px])[.;:][ ]|^[ ]*[-+*][ ]")
_OPENING = compile_phrase(r"[ ]*(?:(?:\d+|[ivx]+|\p{L})[.)-]+[ ]*|[-+*][ ]*)?(?:để[ ]|nhằm[ ])?")
_ISSUED = compile_phrase(
    r",[ ].*[ ](?:ban[ ]hành|ký|phát[ ]hành|phê[ ]duyệt[ ]tại)(?:[ ](?:các|những))?[ ]*:?[ ]*$"
)
_BY_OTHERS = ("amends", "replaces", "repeals", "guides", "details")


@dataclass(frozen=True, slots=True)
class _Words:
    """The words `text[start:end]` before a document, and what they say; `passive`: the document acts."""

    start: int
    end: int
    kind: RelationKind
    passive: bool


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A part of the text that is read in one go, with the indices of its citations."""

    text: str
    folded: str
    start: int
    citations: Sequence[Citation]
    indices: range


def find_relations(
    text: str, passages: Sequence[Passage], citations: Sequence[Citation]
) -> tuple[Relation, ...]:
    """Find what each citation of a text is said to do to another; `citations` are in text order."""
    folded = fold(text)
    starts = [citation.start for citation in citations]
    found: list[Relation] = []
    for start, end, _ in stretches(passages):
        indices = range(bisect_left(starts, start), bisect_left(starts, end))
        if indices:
            found += _relations(_Stretch(text, folded, start, citations, indices))
    return tuple(sorted(found, key=lambda each: (each.start, each.target)))


def _relations(stretch: _Stretch) -> Iterator[Relation]:
    latest: Relation | None = None
    for index in stretch.indices:
        words = _words_before(stretch, index)
        if words is not None:
            latest = _relation(stretch, words, index)
        elif latest is not None:
            latest = replace(latest, target=index) if _goes_on(stretch, latest, index) else None
        if latest is not None:
            yield latest


def _words_before(stretch: _Stretch, index: int) -> _Words | None:
    end = stretch.citations[index].start
    begin = stretch.citations[index - 1].end if index > stretch.indices.start else stretch.start
    chain = _chain().search(stretch.folded, max(begin, end - _LONGEST_CHAIN), end)
    if chain is None:
        return None
    spans = sorted(chain.spans("verb"))
    kinds = [_kinds()[" ".join(stretch.folded[a:b].split())] for a, b in spans]
    strongest = min(kinds, key=list(read_data("relations")["kinds"]).index)
    agent = chain["agent"] in ("bởi", "bằng") or (chain["agent"] and chain["passive"])
    if agent and strongest in _BY_OTHERS:
        return _Words(spans[0][0], spans[-1][1], strongest, passive=True)
    governing = ("follows", "based_on")
    if chain["agent"] == "theo" or kinds[-1] == "follows" or kinds[0] in governing:
        strongest = kinds[0] if kinds[0] in governing else "follows"
    return _Words(spans[0][0], spans[-1][1], strongest, passive=False)


def _relation(stretch: _Stretch, words: _Words, index: int) -> Relation | None:
    raw = stretch.text[words.start : words.end]
    other = _speaking(stretch, words, index)
    if words.passive:
        return None if other is None else Relation(words.start, words.end, raw, words.kind, index, other)
    if other is None:
        other = _issued_behind(stretch, words, index)
    return Relation(words.start, words.end, raw, words.kind, other, index)


def _speaking(stretch: _Stretch, words: _Words, index: int) -> int | None:
    """The document before the words whose title holds them, or right behind which they stand."""
    for other in reversed(range(stretch.indices.start, index)):
        citation = stretch.citations[other]
        if words.start - citation.start > _FARTHEST:
            return None
        subject = citation.subject_span
        if subject is not None and subject[0] <= words.start < subject[1]:
            return other
        link = _LINK.match(stretch.folded, _end(citation), words.start)
        if link is not None and link.end() == words.start:
            return other
    return None


def _issued_behind(stretch: _Stretch, words: _Words, index: int) -> int | None:
    """The document issued by the main clause behind an opening "Thực hiện Nghị quyết …, "."""
    begin = stretch.start
    for stop in _SENTENCE.finditer(stretch.folded, max(begin, words.start - _LONGEST_CLAUSE), words.start):
        begin = stop.end()
    opening = _OPENING.match(stretch.folded, begin, words.start)
    if opening is None or opening.end() != words.start:
        return None
    for other in range(index + 1, stretch.indices.stop):
        begin, end = _end(stretch.citations[other - 1]), stretch.citations[other].start
        if end - begin > _LONGEST_CLAUSE or _SENTENCE.search(stretch.folded, begin, end):
            return None
        if _ISSUED.match(stretch.folded, begin, end):
            return other
    return None


def _goes_on(stretch: _Stretch, latest: Relation, index: int) -> bool:
    """Whether the document is one more of an enumeration of which the one before has that relation."""
    before, citation = stretch.citations[index - 1], stretch.citations[index]
    if latest.target != index - 1 or latest.source == index:
        return False
    end = _end(before)
    if not separated(stretch.folded, end, citation.start):
        return False
    source = stretch.citations[latest.source] if latest.source is not None else None
    nested = source is not None and source.type == citation.type != before.type
    # A semicolon goes on with a list of grounds ("Căn cứ Luật …; Nghị định …;") but with no other.
    return not nested and (latest.kind == "based_on" or ";" not in stretch.folded[end : citation.start])


def _end(citation: Citation) -> int:
    """Behind the last of what stands with a citation."""
    spans = (citation.date_span, citation.issuer_span, citation.subject_span)
    return max(citation.end, *(span[1] for span in spans if span is not None), citation.end)


@cache
def _kinds() -> dict[str, RelationKind]:
    kinds: dict[RelationKind, list[str]] = read_data("relations")["kinds"]
    return {fold(word): kind for kind, words in kinds.items() for word in words}


@cache
def _chain() -> regex.Pattern[str]:
    """Words of relation up to the document's name, read backwards, with what may stand among them."""
    verb = rf"(?P<verb>{alternatives(_kinds(), backwards=True)})"
    listed = map(fold, read_data("relations")["between"]["words"])
    between = alternatives(listed, backwards=True)
    place = r"""(?:(?:tại[ ]|và[ ])?(?:điều|khoản|điểm|mục|chương|phần)[ ]
        (?:\d{1,3}[a-zđ]?|[ivx]{1,5}|[a-zđ]),?(?:[ ]của)?)"""
    years = r"(?:\d{1,2}[ ]năm)"
    return compile_phrase(
        rf"""(?r)(?P<passive>(?:được|bị)[ ])?(?<!\w){verb}(?>,?[ ](?:{verb}|{between}|{place}|{years}))*
        (?:[ ](?P<agent>bởi|bằng|tại|(?<!(?:kèm|ban[ ]hành)[ ])theo)(?:[ ]các)?)?[ :“"]*$"""
    )
