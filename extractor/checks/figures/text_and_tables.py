"""Figures of the running text against the tables of the same report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

import regex

from extractor.checks.checked import CheckedReport
from extractor.checks.figures.prose import Prose, is_level, is_percent, is_single, read_prose
from extractor.checks.figures.quotients import Verdict
from extractor.checks.figures.table_columns import Formula, Reckoned, read_percentages
from extractor.checks.figures.words import ending, word
from extractor.checks.figures.writing import amount, is_slip, number_of, step
from extractor.checks.finding import Related, Severity, Spot
from extractor.checks.messages import say
from patterns.folding import fold
from patterns.indicators.grids import head_words
from patterns.mentions import Indicator

_LEAST_DIGITS = 3  # trailing zeros left out: shorter numbers are alike by chance


def against_tables(checked: CheckedReport) -> Iterator[Spot]:
    """Figures of the text that a table of the report gives otherwise."""
    prose = checked.once(read_prose)
    cells = _cells(checked)
    percentages = _by_number(checked.once(read_percentages))
    for sentence in prose.sentences if cells else ():
        for index in sentence.figures:
            if (cell := _mistyped(prose.indicators[index], cells)) is not None:
                yield _spot(prose.indicators[index], cell)
        for before, index in pairwise(sentence.figures) if percentages else ():
            yield from _share(checked, prose, before, index, percentages)


Cells = dict[tuple[str | None, int], list[Indicator]]


def _cells(checked: CheckedReport) -> Cells:
    """The long numbers of the tables by unit and number of digits."""
    found: defaultdict[tuple[str | None, int], list[Indicator]] = defaultdict(list)
    for one in checked.indicators:
        if one.table_row is not None and is_level(one) and len(_digits(number_of(one))) >= _LEAST_DIGITS:
            found[one.canonical_unit, len(_digits(number_of(one)))].append(one)
    return found


def _mistyped(level: Indicator, cells: Cells) -> Indicator | None:
    """The cell of the same thing and time that a figure is one slip of typing away from.

    A figure that some cell gives as it is stands for that cell.
    """
    number = number_of(level)
    if not is_level(level) or not _is_long(number):
        return None
    alike = cells.get((level.canonical_unit, len(_digits(number))), [])
    if any(abs(amount(cell) - amount(level)) <= (step(cell) + step(level)) / 2 for cell in alike):
        return None
    typed = (cell for cell in alike if is_slip(number_of(cell), number) and _is_same_time(level, cell))
    return next((cell for cell in typed if _is_same_thing(level, cell)), None)


def _is_same_time(level: Indicator, cell: Indicator) -> bool:
    times = (level.period_from, level.period_to), (cell.period_from, cell.period_to)
    planned = level.status is None or (level.status == "plan") == (cell.status == "plan")
    return (times[0] == times[1] or (None, None) in times) and planned


def _is_same_thing(level: Indicator, cell: Indicator) -> bool:
    """Whether the words of one label are among those of the other; of a total's row the head names the thing."""
    one, other = _words(level.label or ""), _words(cell.label or "")
    if fold(cell.label or "") in head_words("totals"):
        other = _words(cell.column_label or "")
    if cell.place is not None and level.place != cell.place:
        return False
    return min(len(one), len(other)) > 1 and (one <= other or other <= one)


_ENCLOSED = regex.compile(r"\([^()]*\)")


@lru_cache(4096)
def _words(label: str) -> frozenset[str]:
    said = word("empty").sub(" ", _ENCLOSED.sub(" ", fold(label)))
    return frozenset(regex.findall(r"\p{L}+", said))


def _spot(level: Indicator, cell: Indicator) -> Spot:
    return Spot(
        level.start,
        level.end,
        say("{value} here, but {other} in the table", value=level.raw, other=cell.raw),
        found=level.raw,
        related=(Related(cell.start, cell.end, say("the other value")),),
    )


def _share(
    checked: CheckedReport, prose: Prose, before: int, index: int, cells: dict[str, list[Reckoned]]
) -> Iterator[Spot]:
    """ "giải ngân 2.178.400 triệu đồng, đạt 39,8% kế hoạch", where the table has 38,9 beside 2.178.400."""
    level, share = prose.indicators[before], prose.indicators[index]
    beside = cells.get(_digits(number_of(level)))
    if beside is None or not is_percent(share) or not is_single(share):
        return
    if not ending("restates").search(prose.gap(before, index)):
        return
    beside = [cell for cell in beside if _is_same_base(checked, share, cell)]
    agrees = any(abs(cell.number.value - share.value) <= step(share) for cell in beside)
    typed = next((cell for cell in beside if is_slip(cell.number.raw, number_of(share))), None)
    if not agrees and typed is not None:
        yield _share_spot(share, level, typed)


def _is_same_base(checked: CheckedReport, share: Indicator, cell: Reckoned) -> bool:
    """Whether both percentages are of a plan, or both of a whole; one may be against the year before."""
    places = checked.once(_by_start)
    own, of = places.get(cell.number.span[0]), places.get(cell.other.span[0])
    if own is None or of is None or own.measure != "share":
        return False
    return (share.base == "plan") == (of.status == "plan" or own.base == "plan")


def _by_start(checked: CheckedReport) -> dict[int, Indicator]:
    return {indicator.start: indicator for indicator in checked.indicators}


def _by_number(percentages: Sequence[tuple[Formula, Reckoned]]) -> dict[str, list[Reckoned]]:
    """The percentages of tables that are right, by the long number that each is a share of."""
    found: defaultdict[str, list[Reckoned]] = defaultdict(list)
    for _, cell in percentages:
        if _is_long(cell.one.raw) and cell.verdict is not Verdict.DIFFERS:
            found[_digits(cell.one.raw)].append(cell)
    return found


def _is_long(number: str) -> bool:
    return len(_digits(number).strip("0")) >= _LEAST_DIGITS


def _digits(number: str) -> str:
    return "".join(filter(str.isdecimal, number))


def _share_spot(share: Indicator, level: Indicator, cell: Reckoned) -> Spot:
    stated = f"{cell.number.raw.rstrip('%')}%"
    return Spot(
        share.start,
        share.end,
        say(
            "{level} is {share} here, but {cell} in the table", level=level.raw, share=share.raw, cell=stated
        ),
        expected=stated,
        found=share.raw,
        related=(Related(*cell.number.span, say("the other value")),),
        severity=Severity.ERROR,
    )
