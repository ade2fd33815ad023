"""Laws cited by name and year instead of number: "Luật Hộ tịch năm 2014", "Luật Hộ tịch ngày 20/11/2014"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from patterns.citations.source import Head, Source
from patterns.citations.vocabulary import type_names
from patterns.folding import compile_before, compile_search
from patterns.laws import named_law_before
from patterns.mentions import Date

_YEAR = compile_search(r"(?:1[89]|20)\d\d(?<![\d/.,-]\d{4})(?![\d/]|[.,-]\d)")
_YEAR_WORD = compile_before(r"năm[ ]*")


def find_named_laws(source: Source, start: int, end: int, dates: Sequence[Date]) -> Iterator[Head]:
    """The laws of a stretch that a year or a day of adoption identifies; `dates` are those of the stretch."""
    folded = source.folded
    # Written out, since it is asked of every stretch
    if (
        folded.find("luật ", start, end) < 0
        and folded.find("lệnh ", start, end) < 0
        and folded.find("pháp ", start, end) < 0
    ):
        return
    for date in dates:
        if date.kind == "day" and date.from_date is not None:
            yield from _law(source, start, date.start, date.start, int(date.from_date[:4]))
    for year in _YEAR.finditer(folded, start, end):
        word = _YEAR_WORD.match(folded, start, year.start())
        yield from _law(source, start, word.start() if word else year.start(), year.end(), int(year[0]))


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
