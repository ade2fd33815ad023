"""What counts and rates imply: totals behind them, whole numbers that do not exist, figures that a note contradicts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil, floor

import regex

from extractor.checks.checked import CheckedReport
from extractor.checks.figures.prose import (
    Prose,
    is_change,
    is_level,
    is_percent,
    is_single,
    read_prose,
    same_unit,
)
from extractor.checks.figures.restatements import Link, read_restatements
from extractor.checks.figures.words import ending, group
from extractor.checks.figures.writing import decimals, kind_of, number_of, show
from extractor.checks.finding import Basis, Related, Severity, Spot
from extractor.checks.messages import say
from extractor.checks.rule import rule
from extractor.report import Footnote
from patterns.folding import fold
from patterns.indicators.units import UnitKind
from patterns.mentions import Indicator

_SHARES = 105.0  # rates that make less may be shares of one total


@rule("NUM017", "no-whole-count", Severity.INFO, Basis.PAGE)
def no_whole_count(checked: CheckedReport) -> Iterator[Spot]:
    """No whole number of the things counted gives the percentage."""
    prose = checked.once(read_prose)
    restated = {found.percentage for found in checked.once(read_restatements)}
    for sentence in prose.sentences:
        for index in sentence.figures:
            share = prose.indicators[index]
            whole = _named_whole(prose, index)
            if whole is None or index in restated or _has_whole_count(share, whole.value):
                continue
            message = say(
                "no whole number of {whole} rounds to {share}: {below} and {above} are the nearest",
                whole=whole.raw,
                share=share.raw,
                below=_nearest(share, whole.value, floor),
                above=_nearest(share, whole.value, ceil),
            )
            related = (Related(whole.start, whole.end, say("the total")),)
            yield Spot(share.start, share.end, message, found=share.raw, related=related)


def _named_whole(prose: Prose, index: int) -> Indicator | None:
    """ "1.847 nội dung; đã tiếp thu 73,41% nội dung": what the words after it count again."""
    share = prose.indicators[index]
    if not is_percent(share) or not is_single(share) or is_change(share):
        return None
    after = prose.after(index, 60)
    earlier = [at for at in prose.sentence_of[index].figures if at < index]
    if share.part_of is not None and share.part_of < index and share.part_of not in earlier:
        earlier.insert(0, share.part_of)
    for whole in (prose.indicators[at] for at in reversed(earlier)):
        noun = fold(whole.canonical_unit or "")
        counted = is_level(whole) and kind_of(whole.unit) is UnitKind.COUNT and whole.value >= 1
        if counted and noun and regex.match(rf"\ (?:tổng\ )?(?:số\ )?{regex.escape(noun)}(?!\p{{L}})", after):
            return whole
    return None


def _has_whole_count(share: Indicator, whole: float) -> bool:
    unit = 10.0 ** -decimals(share.raw, share.value)
    least, greatest = (share.value - unit / 2) * whole / 100, (share.value + unit / 2) * whole / 100
    return ceil(least - 1e-9) <= floor(greatest + 1e-9)


def _nearest(share: Indicator, whole: float, to: object) -> str:
    number = floor(share.value * whole / 100) if to is floor else ceil(share.value * whole / 100)
    places = decimals(share.raw, share.value)
    return f"{show(number)} ({show(100 * number / whole, places)}%)"


@rule("NUM018", "mixed-precision", Severity.INFO, Basis.PAGE)
def mixed_precision(checked: CheckedReport) -> Iterator[Spot]:
    """The percentages of one list are given to different numbers of decimals."""
    prose = checked.once(read_prose)
    ratios = {found.percentage for found in checked.once(read_restatements) if found.link is Link.RATIO}
    for sentence in prose.sentences:
        listed = [prose.indicators[at] for at in sentence.figures if at in ratios]
        rounded = [share for share in listed if share.value != int(share.value)]
        places = {decimals(share.raw, share.value) for share in rounded}
        if len(places) > 1:
            last = rounded[-1]
            message = say(
                "{shares} stand in one list with different numbers of decimals",
                shares=", ".join(share.raw for share in rounded),
            )
            others = tuple(Related(share.start, share.end) for share in rounded[:-1])
            yield Spot(last.start, last.end, message, found=last.raw, related=others)


@rule("NUM021", "rates-exceed-total", Severity.WARNING, Basis.PAGE)
def rates_exceed_total(checked: CheckedReport) -> Iterator[Spot]:
    """Counts with their rates imply more than the total that they are parts of.

    "2.000 hồ sơ (cấp tỉnh đúng hạn 870 hồ sơ, đạt 78%; …)": what each level received is its count divided
    by its rate, and together they cannot be more than were received.
    """
    prose = checked.once(read_prose)
    for sentence in prose.sentences:
        groups: dict[int, list[tuple[Indicator, Indicator]]] = {}
        for part, rate in zip(sentence.figures, sentence.figures[1:], strict=False):
            counted, share = prose.indicators[part], prose.indicators[rate]
            if _is_rate_of(prose, part, rate):
                whole = counted.part_of if counted.part_of is not None else next(iter(groups), None)
                if whole is not None:
                    groups.setdefault(whole, []).append((counted, share))
        for whole, pairs in groups.items():
            yield from _implied(prose.indicators[whole], pairs)


def _is_rate_of(prose: Prose, part: int, rate: int) -> bool:
    counted, share = prose.indicators[part], prose.indicators[rate]
    gap = prose.gap(part, rate)
    return (
        is_level(counted)
        and is_percent(share)
        and is_single(share)
        and 0 < share.value <= 100
        and kind_of(counted.unit) is UnitKind.COUNT
        and bool(ending("restates").search(gap))
        and not ending("is_share").search(gap)
        and len(gap) < 40
        and not regex.match(rf"[\s,]*(?:{group('plan')}|so\ với)", prose.after(rate))
    )


def _implied(whole: Indicator, pairs: Sequence[tuple[Indicator, Indicator]]) -> Iterator[Spot]:
    if len(pairs) < 2 or sum(rate.value for _, rate in pairs) <= _SHARES:
        return
    if not is_level(whole) or not all(same_unit(part, whole) for part, _ in pairs):
        return
    least = sum(
        part.value * 100 / (rate.value + 10.0 ** -decimals(rate.raw, rate.value) / 2) for part, rate in pairs
    )
    if ceil(least) <= whole.value:
        return
    related = [Related(part.start, part.end, say("a part of it")) for part, _ in pairs]
    related += [Related(rate.start, rate.end, say("its rate")) for _, rate in pairs]
    yield Spot(
        whole.start,
        whole.end,
        say(
            "{quotients} is at least {least}, more than the total {total}: a rate is cut off, or a number is wrong",
            quotients=" + ".join(f"{number_of(part)} / {rate.raw}" for part, rate in pairs),
            least=show(ceil(least)),
            total=number_of(whole),
        ),
        found=number_of(whole),
        related=tuple(related),
    )


@rule("NUM022", "note-against-figure", Severity.WARNING, Basis.PAGE)
def note_against_figure(checked: CheckedReport) -> Iterator[Spot]:
    """A footnote on a change says the same change again with another number.

    "giảm 46 phòng⁽¹⁾" and the note "Giảm 31 đầu mối so với …": a note that opens with the verb of the figure that
    its mark follows explains that figure; one that gives details says so ("Gồm …", "Trong đó …").
    """
    prose = checked.once(read_prose)
    for note in checked.report.footnotes:
        pair = _opening_of(checked, prose, note)
        if pair is None:
            continue
        figure, opening = pair
        if figure.value != opening.value:
            message = say(
                "the note says {note}, but it hangs on {figure}", note=opening.raw, figure=figure.raw
            )
            related = (Related(figure.start, figure.end, say("the figure that the note hangs on")),)
            yield Spot(opening.start, opening.end, message, found=opening.raw, related=related)


_BETWEEN = 48  # code points between a figure and the mark that hangs on it
_VERB = regex.compile(rf"[\s(\d)\]]*(?P<verb>{group('falls', 'rises')})\ $")


def _opening_of(checked: CheckedReport, prose: Prose, note: Footnote) -> tuple[Indicator, Indicator] | None:
    """The change that a note's mark follows, and the change of the same verb that the note opens with."""
    if note.marker_start is None or note.body is None:
        return None
    figure = _before(prose, note.marker_start)
    body = checked.report.blocks[note.body]
    counts = [at for at in prose.within(body.start, body.end) if not is_percent(prose.indicators[at])]
    if figure is None or len(counts) != 1:
        return None
    said = _VERB.match(prose.folded[body.start : prose.indicators[counts[0]].start])
    own = ending("falls", "rises").search(prose.before(figure, 20))
    if said is None or own is None or own[0].strip() != said["verb"]:
        return None
    return prose.indicators[figure], prose.indicators[counts[0]]


def _before(prose: Prose, mark: int) -> int | None:
    """The count that a mark follows in its clause."""
    sentence = prose.sentence_at(mark)
    near = [at for at in sentence.figures if prose.indicators[at].end <= mark] if sentence else []
    if sentence is None or mark > sentence.end or not near:
        return None
    last = prose.indicators[near[-1]]
    gap = prose.folded[last.end : mark]
    counted = kind_of(last.unit) is UnitKind.COUNT and is_single(last) and is_change(last)
    return near[-1] if counted and len(gap) <= _BETWEEN and not regex.search(r"[;.(]", gap[:-1]) else None


RULES = (no_whole_count, mixed_precision, rates_exceed_total, note_against_figure)
