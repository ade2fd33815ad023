"""Quantities: a number with its unit and its approximating word, where both stand in the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

import regex

from patterns.engines import compile_pattern
from patterns.folding import fold
from patterns.indicators import exclusions
from patterns.indicators.bare_items import (
    INDEX,
    ITEM_END,
    SERIES,
    SERIES_END,
    shared_unit,
    with_units_that_add_up,
)
from patterns.indicators.compounds import append
from patterns.indicators.numbers import NumberStyle, Numeral, find_numerals
from patterns.indicators.quantity import Quantity
from patterns.indicators.stray_blanks import split_numerals
from patterns.indicators.units import Unit, UnitKind, read_unit
from patterns.indicators.vocabulary import alternation, last_word, words
from patterns.mentions import Span


@dataclass(frozen=True, slots=True)
class Reading:
    """What is read: folded text, what dates and citations take up of it, counts in letters, the style of numbers."""

    text: str
    folded: str
    blocked: Sequence[Span]
    spelled: Sequence[Numeral]
    style: NumberStyle


def find_quantities(reading: Reading, start: int, end: int) -> list[Quantity]:
    """The quantities of `text[start:end]` in order, none inside a date or a citation."""
    found: list[Quantity] = []
    begin = exclusions.mark_end(reading.folded, start, end)
    for free_start, free_end in _free_parts(reading.blocked, begin, end):
        named_end = -1
        for numeral in _numerals(reading, free_start, free_end):
            if found and numeral.start < found[-1].end:
                continue
            unit = _unit(reading, numeral, free_end)
            if unit is None and not found and named_end < 0 and _is_lone(reading.folded, numeral):
                continue
            if _is_named(reading.folded, numeral, unit, named_end, found):
                named_end = numeral.end
                continue
            quantity = _quantity(reading, numeral, unit, found, (free_start, free_end))
            if quantity is not None:
                append(found, quantity, reading.folded)
    return with_units_that_add_up(found)


def _is_lone(folded: str, numeral: Numeral) -> bool:
    """Whether a number without a unit has no word before it that could make it a rank, an index or a name."""
    return not any(map(str.isalpha, folded[max(0, numeral.start - 5) : numeral.start]))


# "điều 14, 15 và 16": what follows a name in a list is a name too.
_NAME_LIST = compile_pattern(r"\ ?[,;-]?\ ?(?:và\ |hoặc\ |đến\ )?")


# "nghị quyết của HĐND tỉnh 184 | , chỉ thị | 35".
_NEXT_ITEM = compile_pattern(r",\ \p{L}[^,;.:()\d]{1,40}\ ")


def _is_named(
    folded: str, numeral: Numeral, unit: Unit | None, named_end: int, found: Sequence[Quantity]
) -> bool:
    if exclusions.is_rank(folded, numeral):
        return False
    last = found[-1] if found and found[-1].is_bare_count else None
    listed = last is not None and bool(_NEXT_ITEM.fullmatch(folded, last.end, numeral.start))
    if exclusions.is_name(folded, numeral, unit, listed=listed):
        return True
    gap = folded[named_end : numeral.start] if 0 <= named_end <= numeral.start <= named_end + 8 else None
    return (
        gap is not None
        and bool(_NAME_LIST.fullmatch(gap))
        and not (unit and unit.known and numeral.value >= 100)
    )


def _free_parts(blocked: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    for first, last in blocked:
        if first > start:
            yield start, first
        start = max(start, last)
    if start < end:
        yield start, end


def _numerals(reading: Reading, start: int, end: int) -> list[Numeral]:
    written = list(find_numerals(reading.folded, start, end, reading.style))
    spelled = [numeral for numeral in reading.spelled if start <= numeral.start and numeral.end <= end]
    joined = list(split_numerals(reading.folded, start, end))
    if joined:
        starts = [numeral.start for numeral in joined]
        holders = (joined[max(0, bisect_right(starts, numeral.start) - 1)] for numeral in written)
        pairs = zip(written, holders, strict=True)
        written = [own for own, whole in pairs if not whole.start <= own.start < whole.end]
    return sorted([*written, *joined, *spelled], key=lambda n: n.start) if joined or spelled else written


def _quantity(
    reading: Reading, numeral: Numeral, unit: Unit | None, found: list[Quantity], free: Span
) -> Quantity | None:
    folded = reading.folded
    if exclusions.is_mark(folded, numeral) or exclusions.is_time(folded, numeral, unit):
        return None
    if exclusions.is_base_of_rate(folded, numeral, unit):
        return None
    rank = exclusions.is_rank(folded, numeral)
    if numeral.unit:
        quantity = Quantity(
            numeral.start,
            numeral.end,
            numeral,
            numeral.unit,
            UnitKind.PHYSICAL,
            numeral.unit,
            begins=numeral.start,
        )
        return _approximate(quantity, folded, free)
    if unit is None or unit.end == numeral.end:
        return _bare(reading, numeral, found, free, is_rank=rank)
    if not unit.known and exclusions.is_year(numeral, folded[numeral.start : numeral.end]):
        return None
    name = _COUNTED_NUMBER.sub("", " ".join(reading.text[numeral.end : unit.end].split()))
    start = numeral.start
    quantity = Quantity(start, unit.end, numeral, name, unit.kind, unit.head, begins=start, is_rank=rank)
    return _approximate(quantity, folded, free)


def _unit(reading: Reading, numeral: Numeral, end: int) -> Unit | None:
    if numeral.unit:
        return Unit(numeral.end, UnitKind.PHYSICAL, known=True, head=numeral.unit)
    counted = _COUNTED_NUMBER_GAP.match(reading.folded, numeral.end, end) if numeral.denominator else None
    unit = read_unit(reading.folded, counted.end() if counted else numeral.end, end)
    if unit and not unit.known and _is_proper(reading.text, numeral.end, unit.end):
        return None
    if (
        unit
        and not unit.known
        and unit.kind is UnitKind.COUNT
        and reading.text[numeral.end : numeral.end + 1].isalpha()
    ):
        return None
    return unit


# "2/3 số hộ", "12/15 tổng số xã".
_COUNTED_NUMBER_GAP = compile_pattern(r"\ {1,2}(?:tổng\ )?số(?=\ )")
_COUNTED_NUMBER = regex.compile(r"^(?i:tổng\ )?(?i:số)\ ")


def _is_proper(text: str, start: int, end: int) -> bool:
    """A capitalised word of no vocabulary after a number is a name ("12 Lê Lợi"), unless in capitals throughout."""
    word = text[start:end].split()
    return bool(word) and word[0][0].isupper() and not word[0].isupper()


def _bare(
    reading: Reading, numeral: Numeral, found: list[Quantity], free: Span, *, is_rank: bool
) -> Quantity | None:
    """A number without a unit: a rank, an index, or an item of an enumeration that shares the unit of another."""
    folded = reading.folded
    raw = folded[numeral.start : numeral.end]
    quantity = Quantity(
        numeral.start, numeral.end, numeral, None, UnitKind.NONE, begins=numeral.start, is_rank=is_rank
    )
    if is_rank or _is_index(folded, numeral, free):
        return _approximate(quantity, folded, free)
    if SERIES.search(folded, max(free[0], numeral.start - 120), numeral.start):
        rest = SERIES_END.match(folded, numeral.end, free[1])
        unit = read_unit(folded, rest.end(), free[1]) if rest else None
        if rest and unit and unit.known:
            name = " ".join(reading.text[rest.end() : unit.end].split())
            return replace(quantity, unit=name, kind=unit.kind, head=unit.head)
    if exclusions.is_year(numeral, raw) or not ITEM_END.match(folded, numeral.end):
        return None
    named = _counted_before(reading, numeral, free)
    model = shared_unit(folded, numeral, found) if named is None else None
    if named is None and model is None:
        return None
    if model is not None:
        shared = replace(quantity, unit=_fitting(numeral, model), kind=model.kind, head=model.head)
    else:
        shared = replace(quantity, unit=named, kind=UnitKind.COUNT, head=fold(named or ""))
    return _approximate(shared, folded, free)


# "số cơ sở đạt yêu cầu 2.839": the words before a number say what is counted.
_NUMBER_OF = regex.compile(r"(?:^|[,;:.(]\ |\ và\ |\ có\ )(?:tổng\ )?số\ (?=\p{L}[^,;:.()\d]{1,60}:?\ ?$)")


def _counted_before(reading: Reading, numeral: Numeral, free: Span) -> str | None:
    """The noun of "số người chết 12", where it is one that is counted."""
    start = max(free[0], numeral.start - 80)
    spoken = (
        _NUMBER_OF.search(reading.folded, start, numeral.start)
        if "số " in reading.folded[start : numeral.start]
        else None
    )
    unit = read_unit(reading.folded, spoken.end(), numeral.start) if spoken else None
    if spoken is None or unit is None or not unit.known or unit.kind is not UnitKind.COUNT:
        return None
    return " ".join(reading.text[spoken.end() : unit.end].split())


def _fitting(numeral: Numeral, model: Quantity) -> str | None:
    """The unit of the model, of a count without its power of ten where the number is larger than the whole.

    "1,538 triệu người, gồm trung cấp 258.000": so many people, not millions.
    """
    whole = numeral.value > model.numeral.value and model.kind is UnitKind.COUNT and not model.is_rate
    return model.head if whole and model.unit and model.unit.lower() != model.head else model.unit


def _is_index(folded: str, numeral: Numeral, free: Span) -> bool:
    """Whether words that name an index ("chỉ số HDI đạt") stand before a number."""
    spoken = folded[max(0, numeral.start - 2) : numeral.start].strip()[-1:].isalpha()
    return spoken and bool(INDEX.search(folded, max(free[0], numeral.start - 60), numeral.start))


@cache
def _approx_before() -> regex.Pattern[str]:
    return compile_pattern(
        rf"(?<!\p{{L}}){alternation(words('approximators', 'before'))}(?=\ (?:là\ |được\ |có\ )?$)"
    )


@cache
def _approx_ends() -> frozenset[str]:
    """The last syllables of approximating words and of what may stand behind them."""
    return frozenset(("là", "được", "có", *map(last_word, words("approximators", "before"))))


@cache
def _approx_after() -> regex.Pattern[str]:
    return compile_pattern(rf"\ {{1,2}}(?P<word>{alternation(words('approximators', 'after'))})(?!\p{{L}})")


_FROM = regex.compile(r"(?<!\p{L})từ\ $")
# "từ 25% | số tổ chức đảng trở lên": what is bounded stands between.
_ONWARD_OF = regex.compile(r"\ {1,2}(?:tổng\ )?số\ [^,;:.()\d]{2,50}?\ (?P<word>trở\ (?:lên|xuống))(?!\p{L})")


def _approximate(quantity: Quantity, folded: str, free: Span) -> Quantity:
    before = folded[max(free[0], quantity.start - 24) : quantity.start]
    matches = list(_approx_before().finditer(before)) if last_word(before) in _approx_ends() else []
    opened = before.endswith("từ ") and _FROM.search(before)
    after = _approx_after().match(folded, quantity.end, free[1]) or (
        _ONWARD_OF.match(folded, quantity.end, free[1]) if opened else None
    )
    if after:
        word = " ".join(after["word"].split())
        approx = f"từ … {word}" if opened else word
        return replace(quantity, approx=approx, begins=quantity.start - (3 if opened else 0))
    if not matches or _is_place(before, matches[0], quantity):
        return quantity
    first = matches[0]
    if first[0].startswith("tối") and _LIMIT.search(before[: first.start()]):
        return quantity
    return replace(
        quantity, approx=" ".join(first[0].split()), begins=quantity.start - len(before) + first.start()
    )


def _is_place(before: str, match: regex.Match[str], quantity: Quantity) -> bool:
    """ "trên 03 lĩnh vực": "on", not "over", since exact counts below ten are written with a zero."""
    scaled = (quantity.unit or "").lower() != quantity.head
    small = quantity.kind is UnitKind.COUNT and quantity.numeral.value < 10 and not scaled
    return match[0] in ("trên", "quá", "non") and small


# "theo mức lương tối thiểu 1.050.000 đồng": the name of a limit, not a bound of the figure.
_LIMIT = regex.compile(r"(?:mức|lương|vốn)\ $")


@cache
def _approx_lead() -> regex.Pattern[str]:
    return regex.compile(
        rf"(?<!\p{{L}})(?P<word>{alternation(words('approximators', 'before'))})(?:\ là)?\ ?:\ ?$"
    )


_LEAD_END = 40  # letters of a lead that such words stand in


def lead_approximation(lead: str) -> str | None:
    """The approximating word that ends the folded lead of a list ("… ít nhất là:") and holds for its items."""
    match = _approx_lead().search(lead, max(0, len(lead) - _LEAD_END))
    return " ".join(match["word"].split()) if match else None
