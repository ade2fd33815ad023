"""Laws cited by name and year instead of number: "Luật Hộ tịch năm 2014", "Luật Hộ tịch ngày 20/11/2014"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from patterns.citations.source import Head, Source
from patterns.citations.vocabulary import type_names
from patterns.folding import compile_search
from patterns.laws import named_law_before
from patterns.mentions import Date

_YEAR = compile_search(r"(?:năm[ ]*)?(?<![\d/.,-])(?P<year>(?:1[89]|20)\d\d)(?![\d/]|[.,-]\d)")
_LAW_WORDS = ("luật ", "lệnh ", "pháp ")


def find_named_laws(source: Source, start: int, end: int, dates: Sequence[Date]) -> Iterator[Head]:
    """The laws of a stretch that a year or a day of adoption identifies; `dates` are those of the stretch."""
    if all(source.folded.find(word, start, end) < 0 for word in _LAW_WORDS):
        return
    for date in dates:
        if date.kind == "day" and date.from_date is not None:
            yield from _law(source, start, date.start, date.start, int(date.from_date[:4]))
    for year in _YEAR.finditer(source.folded, start, end):
        yield from _law(source, start, year.start(), year.end(), int(year["year"]))


def law_type(source: Source, start: int) -> str:
    """The type of the law whose name begins at `text[start]`."""
    words = " ".join(source.folded[start : start + 24].split())
    return next(name for form, name in type_names().items() if words.startswith(form + " "))


def _law(source: Source, start: int, name_end: int, end: int, year: int) -> Iterator[Head]:
    law = named_law_before(source.text, source.folded, name_end, start)
    if law is not None:
        opened = source.unified.startswith("(", name_end - 1)
        closed = opened and end > name_end and source.unified.startswith(")", end)
        end = end + 1 if closed else law + len(source.unified[law:end].rstrip(" ,("))
        yield Head(law, end, law_type(source, law), None, typed=True, year=year)
