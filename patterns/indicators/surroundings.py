"""What stands around a passage: what leads to it, the headings over it, the caption of a table."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import regex

from patterns.engines import compile_pattern
from patterns.indicators.exclusions import mark_end
from patterns.mentions import Span
from patterns.passages import Passage, PassageKind

_MOST_LEADS = 3
_CAPTION_ROWS = 5

# "ĐVT: triệu đồng", "(Đơn vị: %)", "Biểu 2": a passage between a table and the sentence that leads to it.
_CAPTION = compile_pattern(r"\W{0,3}(?:đơn\ vị|đvt|bảng|biểu|phụ\ lục)(?!\p{L})")
_LEADS = regex.compile(r"(?::|như\ sau|(?:bảng|biểu)(?:\ sau)?)\W{0,3}$")


# "Sốt xuất huyết: …", "Cây ăn trái, rau màu: …", not "Kết quả như sau: …".
_HEAD = compile_pattern(
    r"(?:[^.:;()\d]|(?<=\ )\d{1,2}(?=:)){4,}+(?<!sau|gồm|là|đó|thể|với|được|đã)\ ?:(?=\ )"
)
_LONGEST_HEAD = 60


class Surroundings:
    """The passages of a text by index, and what each stands in."""

    def __init__(self, folded: str, passages: Sequence[Passage]) -> None:
        self._folded, self._passages = folded, passages
        self._headings = [
            index for index, passage in enumerate(passages) if passage.kind is PassageKind.HEADING
        ]

    def leads(self, index: int) -> list[Span]:
        """What introduces a passage, nearest first: its footnoted sentence, the leads of its list."""
        return [*self._footnoted(self._passages[index]), *self._list_leads(index)]

    def _footnoted(self, passage: Passage) -> Iterator[Span]:
        if passage.anchor is not None:
            start = self._folded.rfind(". ", max(0, passage.anchor - 600), passage.anchor)
            holder = max((p.start for p in self._around(passage.anchor)), default=0)
            yield max(start + 1, holder), passage.anchor

    def _around(self, offset: int) -> Iterator[Passage]:
        """The passage that holds an offset; passages stand in text order save footnotes."""
        at = bisect_left(self._passages, offset, key=lambda passage: passage.start)
        for passage in self._passages[max(0, at - 2) : at + 1]:
            if passage.start <= offset <= passage.end:
                yield passage

    def _list_leads(self, index: int) -> Iterator[Span]:
        at = self._passages[index].lead
        for _ in range(_MOST_LEADS):
            if at is None:
                return
            yield self._passages[at].start, self._passages[at].end
            at = self._passages[at].lead

    def head(self, index: int) -> Span | None:
        """The words before the colon that a passage opens with ("1. Sốt xuất huyết: …"), None for none."""
        passage = self._passages[index]
        begin = mark_end(self._folded, passage.start, passage.end)
        match = _HEAD.match(self._folded, begin, min(passage.end, begin + _LONGEST_HEAD))
        return (begin, match.end() - 1) if match else None

    def sections(self, index: int) -> list[Span]:
        """The headings that a passage stands under, innermost first; of a footnote, those of its mark."""
        named, anchor = self._passages[index].headings, self._passages[index].anchor
        if not named:
            return []
        if anchor is not None:
            index = bisect_left(self._passages, anchor, key=lambda passage: passage.start)
        found = []
        wanted = len(named) - 1
        end = bisect_left(self._headings, index)
        for at in reversed(self._headings[max(0, end - 12) : end]):
            passage = self._passages[at]
            if wanted >= 0 and len(passage.headings) <= wanted:
                found.append((passage.start, passage.end))
                wanted = len(passage.headings) - 1
        return found

    def over_table(self, index: int) -> Iterator[Span]:
        """What may say the unit and period of a table: the captions and the sentence that lead to it."""
        for at in range(index - 1, max(-1, index - _CAPTION_ROWS), -1):
            passage = self._passages[at]
            if passage.kind is PassageKind.FOOTNOTE:
                continue
            if passage.cells:
                return
            caption = _CAPTION.match(self._folded, passage.start, passage.end)
            if not caption and not _LEADS.search(self._folded, passage.start, passage.end):
                return
            yield max(passage.start, self._folded.rfind(". ", passage.start, passage.end - 2)), passage.end
            if not caption:
                return
