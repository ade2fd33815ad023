"""Parts that the arithmetic tells: counts that add up to one before them, percentages that add up to a hundred."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from math import isclose

import regex

from patterns.engines import compile_pattern
from patterns.folding import fold
from patterns.indicators import plans
from patterns.indicators.breakdowns import Breakdowns
from patterns.indicators.classifications import classify
from patterns.indicators.magnitudes import magnitude
from patterns.indicators.restating import is_restated
from patterns.indicators.standing import NEAR, Standing, is_change, is_comparable, is_percent
from patterns.indicators.units import UnitKind

_OUT_OF = compile_pattern(r"\ (?:trong\ )?(?:tổng\ )?(?:số\ )?")
_PLANS = regex.compile(rf"{plans.NAMES}|giao|năm\ trước")
_SECTOR = regex.compile(r"(?:các\ )?(?:khu\ vực|ngành|thành\ phần|lĩnh\ vực|kinh\ tế)(?!\p{L})")
_FEWEST_AMOUNTS = 3
_MOST = 24  # parts of one whole


def settle(standing: Standing, breakdowns: Breakdowns, first: int) -> None:
    """Give the figures from `first` on the wholes that only their sums show."""
    _out_of_the_next(standing, first)
    earlier: list[int] = []
    by_sentence = groupby(
        range(first, len(standing.figures)), lambda at: standing.figures[at].setting.sentence
    )
    for _, group in by_sentence:
        sentence = list(group)
        _same_unit(standing, sentence)
        _broken_down(standing, breakdowns, sentence)
        _mixed_units(standing, breakdowns, sentence)
        _next_sentence(standing, earlier, sentence)
        _growth_of_parts(standing, sentence)
        _hundred(standing, earlier, sentence)
        classify(standing, earlier, sentence)
        _by_quotient(standing, sentence)
        earlier = [*earlier, *sentence][-NEAR:]


def _out_of_the_next(standing: Standing, first: int) -> None:
    """ "100% trong số 1.482 thôn": the whole stands after its share."""
    for index in range(first + 1, len(standing.figures)):
        before, figure = standing.figures[index - 1], standing.figures[index]
        gap = standing.folded[before.quantity.end : figure.quantity.begins]
        if is_percent(before) and _OUT_OF.fullmatch(gap) and standing.wholes[index] != index - 1:
            standing.wholes[index - 1] = index


def _by_quotient(standing: Standing, sentence: Sequence[int]) -> None:
    """ "1.120 thí sinh dự thi, 1.098 thí sinh đỗ, tỷ lệ 98%": the percentage tells that one count is of the other."""
    for index in sentence:
        part = standing.wholes[index]
        figure = standing.figures[index]
        if (
            part is None
            or not is_percent(figure)
            or not standing.plain[part]
            or standing.wholes[part] is not None
        ):
            continue
        counted = standing.figures[part].quantity
        whole = standing.figures[part].setting.previous
        if whole is None or counted.kind is not UnitKind.COUNT or not standing.plain[whole]:
            continue
        other = standing.figures[whole].quantity
        if (
            other.head == counted.head
            and is_restated(counted, other, figure)
            and not _PLANS.search(standing.figures[whole].own.lower())
        ):
            standing.wholes[part] = whole


def _same_unit(standing: Standing, sentence: Sequence[int]) -> None:
    """ "tiếp 1.934 lượt, …; thường xuyên 1.247 lượt, định kỳ 687 lượt": later ones of one unit add up to it."""
    for place, whole in enumerate(sentence):
        quantity = standing.figures[whole].quantity
        if quantity.kind is UnitKind.COUNT and standing.plain[whole]:
            _assign(standing, whole, _candidates(standing, whole, sentence[place + 1 :]))


def _broken_down(standing: Standing, breakdowns: Breakdowns, sentence: Sequence[int]) -> None:
    """ "trong đó vốn ngân sách 5,2 tỷ đồng; vốn khác 16,3 tỷ đồng": amounts after a semicolon too."""
    for place, index in enumerate(sentence):
        start = breakdowns.start(index, None) if standing.figures[index].predicate.breakdown else None
        if start is None:
            continue
        whole = next((at for at in standing.outward(start) if standing.plain[at]), None)
        if whole is not None and standing.figures[whole].quantity.kind is not UnitKind.COUNT:
            _assign(standing, whole, _candidates(standing, whole, sentence[place:]))


def _candidates(standing: Standing, whole: int, later: Sequence[int]) -> list[int]:
    """The later figures of the whole's unit that are part of nothing else."""
    figures, wholes, plain = standing.figures, standing.wholes, standing.plain
    quantity = figures[whole].quantity
    return [
        at
        for at in later[:_MOST]
        if plain[at]
        and (wholes[at] is None or wholes[at] == whole)
        and is_comparable(figures[at].quantity, quantity)
    ]


def _next_sentence(standing: Standing, earlier: Sequence[int], sentence: Sequence[int]) -> None:
    """ "rà soát 2.316 văn bản, …. Kết quả: còn hiệu lực 1.208 văn bản; …": all counts of a sentence add up to it.

    Amounts in a unit of measure do so by chance sooner: three at least must.
    """
    for whole in reversed(earlier):
        counted = standing.figures[whole].quantity
        if not _is_level(standing, whole):
            continue
        parts = [at for at in _candidates(standing, whole, sentence) if standing.wholes[at] is None]
        if counted.kind is not UnitKind.COUNT and len(parts) < _FEWEST_AMOUNTS:
            continue
        total = sum(magnitude(standing.figures[at].quantity) for at in parts)
        if isclose(total, magnitude(counted)) and _assign(standing, whole, parts):
            return


def _mixed_units(standing: Standing, breakdowns: Breakdowns, sentence: Sequence[int]) -> None:
    """ "215 văn bản (87 nghị quyết, 128 quyết định)": counts of several nouns in one breakdown."""
    groups: dict[tuple[int, int], list[int]] = {}
    for index in sentence:
        figure = standing.figures[index]
        start = breakdowns.start(index, None) if standing.plain[index] else None
        if start is not None and figure.quantity.kind is UnitKind.COUNT:
            opened = -1 if figure.setting.opened is None else figure.setting.opened
            groups.setdefault((start, opened), []).append(index)
    for (start, _), parts in groups.items():
        for whole in list(standing.outward(start))[:NEAR]:
            if standing.plain[whole] and _assign(standing, whole, parts[:_MOST]):
                break


def _growth_of_parts(standing: Standing, sentence: Sequence[int]) -> None:
    """ "đạt 17.860 tỷ đồng, tăng 10%: khu vực nhà nước 1.012 tỷ đồng, tăng 4,3%; …": by sector part of the whole's.

    The growth of single goods among exports is of those goods alone.
    """
    for index in sentence:
        part = standing.figures[index].setting.previous
        whole = standing.wholes[part] if part is not None else None
        if part is None or whole is None or standing.wholes[index] is not None:
            continue
        if not _is_rate_of_change(standing, index) or not _SECTOR.match(fold(standing.figures[part].own)):
            continue
        after = (
            at
            for at in range(whole + 1, index)
            if not is_percent(standing.figures[at]) or is_change(standing.figures[at])
        )
        first = next(after, None)
        if first is not None and _is_rate_of_change(standing, first):
            standing.wholes[index] = first


def _is_rate_of_change(standing: Standing, index: int) -> bool:
    """Whether a figure is the growth in percent of what stands before it, without a subject of its own."""
    figure = standing.figures[index]
    return is_percent(figure) and is_change(figure) and not figure.own


def _is_level(standing: Standing, index: int) -> bool:
    """Whether a figure is a count or an amount; of a ratio its first number counts."""
    figure = standing.figures[index]
    plain = figure.quantity.numeral.value_to is None and not figure.quantity.is_rank
    return plain and not is_percent(figure) and not is_change(figure)


def _assign(standing: Standing, whole: int, parts: Sequence[int]) -> bool:
    """Make the first few parts that add up to the whole its parts."""
    target = magnitude(standing.figures[whole].quantity)
    counted = standing.figures[whole].quantity.kind is UnitKind.COUNT
    sum_so_far = 0.0
    for taken, at in enumerate(parts, start=1):
        sum_so_far += magnitude(standing.figures[at].quantity)
        tolerance = 1e-6 if counted else target * 0.004
        if taken > 1 and abs(sum_so_far - target) <= tolerance:
            for part in parts[:taken]:
                if standing.wholes[part] is None and standing.wholes[whole] != part:
                    standing.wholes[part] = whole
            return True
        if sum_so_far > target * 1.01:
            return False
    return False


def _hundred(standing: Standing, earlier: Sequence[int], sentence: Sequence[int]) -> None:
    """ "3.051 chi đoàn, trong đó mạnh 21,3%, khá 64,9%, …": percentages that add up to 100 are shares of the count.

    The count of a sentence before must be named again ("Phân loại chi đoàn: mạnh 21,3%, …").
    """
    for run in _runs_of_percent(standing, sentence):
        total = sum(standing.figures[at].quantity.numeral.value for at in run)
        if len(run) < 2 or abs(total - 100) > 0.25:
            continue
        whole = next((at for at in reversed(sentence) if at < run[0] and standing.plain[at]), None)
        whole = _named_before(standing, earlier, run[0]) if whole is None else whole
        for at in run if whole is not None else ():
            standing.wholes[at] = whole if standing.wholes[at] is None else standing.wholes[at]


def _runs_of_percent(standing: Standing, sentence: Sequence[int]) -> list[list[int]]:
    """The levels in percent that follow each other in a sentence."""
    runs: list[list[int]] = [[]]
    for index in sentence:
        figure = standing.figures[index]
        if is_percent(figure) and not is_change(figure) and figure.quantity.numeral.value_to is None:
            runs[-1].append(index)
        else:
            runs.append([])
    return runs


def _named_before(standing: Standing, earlier: Sequence[int], index: int) -> int | None:
    """The last count before a sentence whose noun its words name."""
    figure = standing.figures[index]
    said = fold(f"{figure.lead} {figure.own}")
    for at in reversed(earlier):
        head = standing.figures[at].quantity.head
        if head and standing.plain[at] and f" {head} " in f" {said} ":
            return at
    return None
