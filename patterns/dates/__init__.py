"""Dates and periods (ngày, tháng, quý, năm, giai đoạn).

>>> from patterns.passages import Context, split_passages
>>> text = "Ngày 05/7/2019; quý I/2020; từ năm 2016 đến 2018; so với cùng kỳ"
>>> [(d.raw, d.kind, d.from_date) for d in find_dates(text, split_passages(text), Context())]
[('Ngày 05/7/2019', 'day', '2019-07-05'), ('quý I/2020', 'quarter', '2020-01-01'),
 ('từ năm 2016 đến 2018', 'range', '2016-01-01'), ('cùng kỳ', 'relative', None)]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from patterns.dates.chains import Period, read_chain
from patterns.dates.expressions import NUMBER_WORD
from patterns.dates.relative import Phrase, read_phrase
from patterns.dates.resolving import resolve_period, resolve_phrase
from patterns.folding import compile_phrase, fold
from patterns.laws import named_law_before
from patterns.mentions import Date, DateKind
from patterns.passages import Context, Passage, stretches

# Where a date can begin; everything else is skipped at the speed of this one search.
_ANCHOR = compile_phrase(
    rf"""(?<!\w)(?:
      \d{{1,4}}(?:[ ]?[/.-][ ]*\d|[ ]*(?:tháng|năm|quý|nhiệm))|(?:1[89]|20)\d\d(?!\d)
    | ngày[ ]*(?:\d|m[ùồ]ng)
    | tháng[ ]*(?:\d|tư|{NUMBER_WORD}|trước|sau|tới|qua|nay)|t\d
    | qu[ýí][ ]*(?:i|[1-4]|trước|sau|tới|qua|nay)|q[i1-4]
    | năm[ ]*(?:\d|học|ngân|tài|kế|trước|ngoái|nay|sau|tới|qua|tháng|năm)
    | (?:giai[ ]đoạn|thời[ ]k[ỳì]|nhiệm[ ]k[ỳì]|niên[ ]\w+|khoá)[ :(]*(?:từ[ ])?(?:năm[ ]*)?
      (?:\d|trước|sau|tới|qua|{NUMBER_WORD})
    | những[ ]năm[ ]*\d|vụ[ ]|nửa[ ][đc]|cùng[ ]k|trong[ ](?:\d|{NUMBER_WORD}[ ])
    | (?:thời[ ]gian|(?:các|những)[ ](?:năm|tháng))[ ](?:vừa|qua|gần|trở|sắp|tới|tiếp|trước)
    | {NUMBER_WORD}[ ](?:năm|tháng))""",
)
# A run of figures that is no date holds none: "2.023/2.023", "1/1/1".
_FIGURES = compile_phrase(r"[\d/.,-]*+")
_SINGLE: dict[str, DateKind] = {"day": "day", "month": "month", "quarter": "quarter", "year": "year"}


def find_dates(text: str, passages: Sequence[Passage], context: Context) -> tuple[Date, ...]:
    """Find every date and period, each with the days it stands for as far as the words say."""
    folded = fold(text)
    return tuple(
        _date(text, found, context)
        for start, end, _ in stretches(passages)
        for found in _read(folded, start, end)
        if not _is_of_a_law(text, folded, found, start)
    )


def _read(folded: str, start: int, end: int) -> Iterator[Period | Phrase]:
    at = start
    while anchor := _ANCHOR.search(folded, at, end):
        at = anchor.start()
        found: tuple[Period | Phrase, ...] = read_chain(folded, at, start, end)
        if not found and (phrase := read_phrase(folded, at, start, end)):
            found = (phrase,)
        yield from found
        at = found[-1].end if found else max(at + 1, _end_of_figures(folded, at, end))


def _end_of_figures(folded: str, at: int, end: int) -> int:
    figures = _FIGURES.match(folded, at, end)
    return figures.end() if figures else at


def _is_of_a_law(text: str, folded: str, found: Period | Phrase, start: int) -> bool:
    """ "Luật Đất đai năm 2013": the year is the law's name."""
    if not isinstance(found, Period) or found.last is not None or found.first.unit != "year":
        return False
    return named_law_before(text, folded, found.start, start) is not None


def _date(text: str, found: Period | Phrase, context: Context) -> Date:
    start, end, raw = found.start, found.end, text[found.start : found.end]
    if isinstance(found, Phrase):
        return Date(
            start, end, raw, "relative", None, None, *(resolve_phrase(found, context) or (None, None))
        )
    open_year = found.first.year is None or (found.last is not None and found.last.year is None)
    if open_year or found.first.unit == "season":
        return Date(
            start, end, raw, "relative", None, None, *(resolve_period(found, context) or (None, None))
        )
    kind = "range" if found.last is not None else _SINGLE.get(found.first.unit, "range")
    return Date(start, end, raw, kind, *(found.bounds() or (None, None)))
