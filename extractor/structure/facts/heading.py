"""Number, place and date of issue, from the letterhead or from a title that names its own document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractor.report import Block, BlockKind, Fact
from extractor.structure.facts.title import own_number, title_blocks
from extractor.structure.letterhead import NUMBER
from extractor.structure.letterhead import find_place_and_date as dated_at
from extractor.structure.vocabulary import provinces
from patterns.dates import find_dates
from patterns.folding import fold
from patterns.passages import Context, Passage

_SYMBOL = regex.compile(
    r"""(?P<symbol>\d{1,5}\p{Ll}?            # 15, 30c
    (?:\s{0,6}[/-]\s?[\p{L}\d&.]+(?:\s?[-/]\s?[\p{L}\d&.]+){0,5}))   # /BC-UBND, -CT/TU, / 1998/TT-BTC
    """,
    regex.VERBOSE,
)
_CLOSING_BLOCKS = 12


def find_number(text: str, blocks: Sequence[Block]) -> Fact | None:
    """The number with its symbol ("15/BC-UBND"); a number that was left blank ("Số:    /BC-UBND") is none."""
    for block in blocks:
        if block.kind is not BlockKind.LETTERHEAD:
            continue
        line = text[block.start : block.end]
        head = NUMBER.match(fold(line))
        symbol = _SYMBOL.match(line, head.end()) if head else None
        if symbol:
            value = regex.sub(r"\s+", "", symbol["symbol"])
            return Fact("number", value, block.start + symbol.start(), block.start + symbol.end())
    return own_number(text, title_blocks(text, blocks))


def find_place_and_date(text: str, blocks: Sequence[Block]) -> tuple[Fact | None, Fact | None]:
    """Place and day of issue; a day or month that was left blank gives no date."""
    for block in _date_lines(text, blocks):
        line = text[block.start : block.end]
        found = dated_at(line)
        if found is None:
            continue
        start = block.start
        day = _day(text, start + found.start("date"), start + found.end("date"))
        if found["place"] is None:
            return None, day
        name = line[slice(*found.span("place"))].strip()
        place = Fact(
            "place",
            provinces().get(fold(name), name),
            start + found.start("place"),
            start + found.end("place"),
        )
        return place, day
    return None, _own_date(text, blocks)


def _date_lines(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """The letterhead, else a line of place and date over the signature."""
    yield from (block for block in blocks if block.kind is BlockKind.LETTERHEAD)
    for block in blocks[-_CLOSING_BLOCKS:]:
        short = block.end - block.start < 80
        found = dated_at(text[block.start : block.end]) if short else None
        alone = found is not None and not found.start() and found.end() >= block.end - block.start - 1
        if alone and block.kind in (BlockKind.PARAGRAPH, BlockKind.SIGNATURE):
            yield block


def _day(text: str, start: int, end: int) -> Fact | None:
    for date in find_dates(text[start:end], (Passage(0, end - start),), Context()):
        if date.kind == "day" and date.from_date:
            return Fact("date", date.from_date, start + date.start, start + date.end)
    return None


def _own_date(text: str, blocks: Sequence[Block]) -> Fact | None:
    """ "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 …" as a title gives the date with the number."""
    titles = title_blocks(text, blocks)
    number = own_number(text, titles)
    if number is None or number.end is None:
        return None
    after = regex.compile(r"\s*,?\s*ngày").match(text, number.end)
    return _day(text, number.end, min(number.end + 60, titles[-1].end)) if after else None
