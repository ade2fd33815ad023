"""Slips in figures: digits that change places or are mistyped in totals, parts, shares, changes and tables."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from patterns.mentions import Indicator
from tests.checks.planting.clean import Clean
from tests.checks.planting.slip import Edit, Slip

NUMBER = re.compile(r"\d[\d.]*(?:,\d+)?")


def _swapped(indicator: Indicator) -> Iterator[Edit]:
    """The number with two neighbouring digits in each other's place, the first two that differ."""
    number = _number(indicator)
    for at in range(len(number) - 1):
        one, other = number[at], number[at + 1]
        if one.isdecimal() and other.isdecimal() and one != other and not (at == 0 and other == "0"):
            yield _edit(indicator, number[:at] + other + one + number[at + 2 :])
            return


def _mistyped(indicator: Indicator) -> Iterator[Edit]:
    """The number with its first digit one higher."""
    number = _number(indicator)
    first = next((at for at, digit in enumerate(number) if digit in "12345678"), None)
    if first is not None:
        yield _edit(indicator, number[:first] + str(int(number[first]) + 1) + number[first + 1 :])


def _number(indicator: Indicator) -> str:
    match = NUMBER.match(indicator.raw)
    return match[0] if match else ""


def _edit(indicator: Indicator, number: str) -> Edit:
    return Edit(indicator.start, indicator.start + len(_number(indicator)), number)


Change = Callable[[Indicator], Iterable[Edit]]


def _sums(clean: Clean) -> Iterator[tuple[Indicator, list[Indicator]]]:
    """Totals of the running text with parts that add up to them."""
    found = clean.checked.indicators
    parts: defaultdict[int, list[Indicator]] = defaultdict(list)
    for one in found:
        if one.part_of is not None and one.table_row is None and one.unit != "%":
            parts[one.part_of].append(one)
    for whole, group in parts.items():
        total = found[whole]
        if any(one.approx is not None for one in (total, *group)):
            continue
        summed = sum(part.amount or part.value for part in group)
        if len(group) > 1 and abs(summed - (total.amount or total.value)) < 1e-6 * summed:
            yield total, group


def _total(change: Change) -> Callable[[Clean], Iterator[Edit]]:
    return lambda clean: (edit for total, _ in _sums(clean) for edit in change(total))


def _part(change: Change) -> Callable[[Clean], Iterator[Edit]]:
    return lambda clean: (
        edit for _, parts in _sums(clean) for part in parts if part.value > 20 for edit in change(part)
    )


def _ratios(clean: Clean) -> Iterator[tuple[Indicator, Indicator]]:
    """Ratios a/b with the percentage that restates them."""
    found = clean.checked.indicators
    for one in found:
        if one.unit == "%" and one.part_of is not None and found[one.part_of].denominator:
            ratio = found[one.part_of]
            if one.value != 100 and abs(100 * ratio.value / (ratio.denominator or 1) - one.value) < 0.06:
                yield ratio, one


def _percentage(change: Change) -> Callable[[Clean], Iterator[Edit]]:
    return lambda clean: (edit for _, share in _ratios(clean) for edit in change(share))


def _numerator(clean: Clean) -> Iterator[Edit]:
    return (edit for ratio, _ in _ratios(clean) for edit in _swapped(ratio))


def _cut(clean: Clean) -> Iterator[Edit]:
    """A percentage that was rounded up, cut off."""
    for ratio, share in _ratios(clean):
        places = len(share.raw.rstrip("%").partition(",")[2])
        exact = 100 * ratio.value / (ratio.denominator or 1)
        cut = int(exact * 10**places) / 10**places
        if share.value > exact + 1e-9 and places:
            yield _edit(share, f"{cut:.{places}f}".replace(".", ","))


def _upside_down(clean: Clean) -> Iterator[Edit]:
    """A ratio whose two numbers have changed places."""
    for one in clean.checked.indicators:
        match = re.match(r"(\d[\d.]*)/(\d[\d.]*)", one.raw)
        alone = (
            match is not None and one.denominator and one.value < one.denominator and one.measure == "level"
        )
        if match is not None and alone and one.table_row is None and one.unit in _THINGS:
            yield Edit(one.start, one.start + match.end(), f"{match[2]}/{match[1]}")


_THINGS = {
    "xã",
    "đơn",
    "đơn vị",
    "cơ quan, đơn vị",
    "doanh nghiệp",
    "trường",
    "hồ sơ",
    "công trình",
    "tổ chức",
    "hộ",
}


def _counted_shares(clean: Clean) -> Iterator[tuple[Indicator, Indicator, Indicator]]:
    """A total, a count of it and its percentage."""
    found = clean.checked.indicators
    for share in found:
        part = found[share.part_of] if share.unit == "%" and share.part_of is not None else None
        whole = found[part.part_of] if part is not None and part.part_of is not None else None
        if part is None or whole is None or share.table_row is not None:
            continue
        if abs(100 * (part.amount or 0) / (whole.amount or 1) - share.value) < 0.06:
            yield whole, part, share


def _counted(change: Change) -> Callable[[Clean], Iterator[Edit]]:
    return lambda clean: (edit for _, _, share in _counted_shares(clean) for edit in change(share))


def _count(clean: Clean) -> Iterator[Edit]:
    """A count with swapped digits where its percentage stands beside it."""
    return (
        edit for _, part, share in _counted_shares(clean) for edit in (*_swapped(part), *_mistyped(share))
    )


def _structures(clean: Clean) -> Iterator[list[Indicator]]:
    """Shares of one whole that make a hundred."""
    runs: list[list[Indicator]] = [[]]
    for before, one in pairwise((None, *clean.checked.indicators)):
        if one is None or one.unit != "%" or one.table_row is not None or one.measure != "share":
            runs.append([])
        else:
            if before is not None and "." in clean.text[before.end : one.start]:
                runs.append([])
            runs[-1].append(one)
    return (run for run in runs if len(run) > 2 and abs(sum(share.value for share in run) - 100) < 0.2)


def _structure(clean: Clean) -> Iterator[Edit]:
    return (
        edit for run in _structures(clean) for share in run for edit in (*_swapped(share), *_mistyped(share))
    )


def _moves(clean: Clean) -> Iterator[tuple[re.Match[str], re.Match[str], Indicator | None]]:
    for match in re.finditer(
        r"từ (?P<one>\d[\d.,]*\d)(?! tuổi)[^.;\d]{1,24}?(?:(?:cuối )?(?:năm )?\(?(?:năm )?\d{4}\)? )?"
        r"(?:xuống|còn|lên)[^.;\d]{0,12} (?P<other>\d[\d.,]*\d)",
        clean.text,
    ):
        yield match, match, None


def _reversed_move(clean: Clean) -> Iterator[Edit]:
    """ "giảm từ 88 người xuống 81 người" with the levels in each other's place."""
    for match, _, _ in _moves(clean):
        start, end = match.start("one"), match.end("other")
        between = clean.text[match.end("one") : match.start("other")]
        yield Edit(start, end, f"{match['other']}{between}{match['one']}")


def _cells(clean: Clean, wanted: Callable[[Indicator], bool]) -> Iterator[Indicator]:
    return (one for one in clean.checked.indicators if one.table_row is not None and wanted(one))


def _is_total(one: Indicator) -> bool:
    return (one.label or "").lower().startswith(("tổng cộng", "tổng số", "cộng"))


def _total_cell(clean: Clean) -> Iterator[Edit]:
    """The total at the foot or head of a table."""
    return (edit for one in _cells(clean, _is_total) if one.unit != "%" for edit in _swapped(one))


def _added_cell(clean: Clean) -> Iterator[Edit]:
    """A cell of a table that a total row adds up."""
    tables = {one.part_of for one in clean.checked.indicators if one.part_of is not None}
    totals = {at for at in tables if _is_total(clean.checked.indicators[at])}
    for one in _cells(clean, lambda one: one.part_of in totals and one.unit != "%" and one.value > 20):
        yield from _swapped(one)


def _growth_cell(clean: Clean) -> Iterator[Edit]:
    """ "So với năm 2020 (%)"."""
    return (
        edit
        for one in _cells(clean, lambda one: one.measure == "growth" and one.unit == "%")
        for edit in _swapped(one)
    )


def _share_cell(clean: Clean) -> Iterator[Edit]:
    """ "Tỷ lệ (%)" beside what it is reckoned from."""
    shares = _cells(clean, lambda one: one.unit == "%" and one.part_of is not None and one.measure == "share")
    return (edit for one in shares for edit in _mistyped(one))


def _restated_in_table(clean: Clean) -> Iterator[Edit]:
    """A figure of the text that stands in a table too, with swapped digits."""
    in_tables = {
        one.amount for one in _cells(clean, lambda one: one.value >= 1000 and one.measure == "level")
    }
    for one in clean.checked.indicators:
        grown = re.match(r"[^.;\d]{0,60}(?:tăng|giảm) \d", clean.text[one.end : one.end + 90])
        if one.table_row is None and one.amount in in_tables and one.measure == "level" and not grown:
            yield from _swapped(one)


SLIPS = (
    Slip("total_swapped", "NUM", frozenset({"NUM001", "NUM002"}), _total(_swapped)),
    Slip("total_mistyped", "NUM", frozenset({"NUM001", "NUM002"}), _total(_mistyped)),
    Slip("part_swapped", "NUM", frozenset({"NUM001", "NUM002"}), _part(_swapped)),
    Slip("part_mistyped", "NUM", frozenset({"NUM001", "NUM002"}), _part(_mistyped)),
    Slip("percentage_swapped", "NUM", frozenset({"NUM003"}), _percentage(_swapped)),
    Slip("percentage_mistyped", "NUM", frozenset({"NUM003"}), _percentage(_mistyped)),
    Slip("numerator_swapped", "NUM", frozenset({"NUM003", "NUM011"}), _numerator),
    Slip("percentage_cut_off", "NUM", frozenset({"NUM005"}), _cut),
    Slip("ratio_upside_down", "NUM", frozenset({"NUM003", "NUM011"}), _upside_down),
    Slip("share_swapped", "NUM", frozenset({"NUM004", "NUM010"}), _counted(_swapped)),
    Slip("count_swapped", "NUM", frozenset({"NUM001", "NUM002", "NUM004", "NUM005", "NUM010"}), _count),
    Slip("structure_altered", "NUM", frozenset({"NUM006"}), _structure),
    Slip("levels_reversed", "NUM", frozenset({"NUM008"}), _reversed_move),
    Slip("table_total_swapped", "NUM", frozenset({"NUM012", "NUM013"}), _total_cell),
    Slip("table_part_swapped", "NUM", frozenset({"NUM012", "NUM013", "NUM014"}), _added_cell),
    Slip("table_growth_swapped", "NUM", frozenset({"NUM014"}), _growth_cell),
    Slip("table_share_mistyped", "NUM", frozenset({"NUM014"}), _share_cell),
    Slip("text_unlike_table", "NUM", frozenset({"NUM016"}), _restated_in_table),
)
