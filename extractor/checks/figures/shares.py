"""Shares of one whole: together they make a hundred, and none is more than it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractor.checks.checked import CheckedReport
from extractor.checks.figures.prose import Prose, Sentence, is_change, is_percent, is_single, read_prose
from extractor.checks.figures.words import group, opposites, word
from extractor.checks.figures.writing import decimals, is_swap, number_of, show
from extractor.checks.finding import Basis, Related, Severity, Spot
from extractor.checks.messages import say
from extractor.checks.rule import rule
from patterns.mentions import Indicator

_LEAST, _MOST = 80.0, 125.0  # sums that are meant to be a hundred
_NEAR = 5.0


@rule("NUM006", "shares-against-hundred", Severity.ERROR, Basis.PAGE)
def shares_against_hundred(checked: CheckedReport) -> Iterator[Spot]:
    """Shares that the page gives as all of a whole do not make 100 %, or classes more than the number classed."""
    prose = checked.once(read_prose)
    for sentence in prose.sentences:
        yield from _structures(prose, sentence)
        yield from _opposites(prose, sentence)
        yield from _classes(prose, sentence)


@rule("NUM007", "share-above-hundred", Severity.ERROR, Basis.PAGE)
def share_above_hundred(checked: CheckedReport) -> Iterator[Spot]:
    """A share of a whole is above 100 %."""
    prose = checked.once(read_prose)
    for index in (at for sentence in prose.sentences for at in sentence.figures):
        share = prose.indicators[index]
        if is_percent(share) and share.unit == "%" and share.value > 100 and _is_share(prose, index):
            message = say("a share of a whole cannot be {share}", share=share.raw)
            yield Spot(share.start, share.end, message, found=share.raw)


_IS_OF = regex.compile(rf"{group('is_share')}(?:\ (?:là|trên|hơn|gần|khoảng))?\ ?$")


def _is_share(prose: Prose, index: int) -> bool:
    """Whether a percentage is a share of people or things, and not how far a plan or another year is reached."""
    one = prose.indicators[index]
    if is_change(one) or one.base is not None:
        return False
    after, before = prose.after(index, 60), prose.before(index, 60)
    clause = regex.split(r"[,;:]", before)[-1]
    if word("may_exceed").search(clause) or word("may_exceed").search(regex.split(r"[,;.]", after)[0]):
        return False
    if _IS_OF.search(clause):
        return True
    return one.measure == "share" and bool(regex.match(rf"\ (?:tổng\ )?(?:số\ )?{group('things')}", after))


_STRONG = regex.compile(r"(?<!\p{L})(?:cơ\ cấu|phân\ loại|xếp\ loại)[^.;:]{0,80}:?[^.;:]{0,60}$")
_WEAK = regex.compile(rf"{group('structure')}[^.;:]{{0,60}}:[^.;:]{{0,40}}$")
_LEFT_OPEN = regex.compile(r"còn\ lại|\.\.\.|…|v\.\ ?v")


def _structures(prose: Prose, sentence: Sentence) -> Iterator[Spot]:
    """ "Cơ cấu kinh tế: nông nghiệp 17,6%, công nghiệp 54,6%, dịch vụ 28,7%"."""
    for run in _runs(prose, sentence):
        shares = [prose.indicators[at] for at in run]
        said = prose.folded[max(sentence.start, shares[0].start - 160) : shares[0].start]
        strong, weak = _STRONG.search(said), _WEAK.search(said)
        summed = sum(share.value for share in shares)
        if not (strong or weak) or _is_hundred(shares) or _parted_twice(shares):
            continue
        if summed < 100 and _LEFT_OPEN.search(prose.folded, shares[0].start, sentence.end):
            continue
        swapped = _is_swapped(shares)
        if strong and len(shares) > 2 and _LEAST <= summed <= _MOST:
            yield _spot(shares, Severity.ERROR)
        elif swapped and (strong or len(shares) > 2):
            yield _spot(shares, Severity.WARNING)


def _runs(prose: Prose, sentence: Sentence) -> Iterator[list[int]]:
    """The shares that follow each other outside parentheses, each with its own words."""
    run: list[int] = []
    for place, index in enumerate(sentence.figures):
        one = prose.indicators[index]
        gap = prose.gap(sentence.figures[place - 1], index) if place else ""
        enclosed = gap.rfind("(") > gap.rfind(")")
        if enclosed:
            continue
        if not is_percent(one) or not is_single(one) or is_change(one) or word("compared").search(gap):
            if len(run) > 1:
                yield run
            run = []
        else:
            run.append(index)
    if len(run) > 1:
        yield run


def _is_hundred(shares: Sequence[Indicator]) -> bool:
    """Whether shares make 100 %; each rounded one may be half a unit of its last place off."""
    slack = sum(10.0 ** -decimals(share.raw, share.value) for share in shares) / 2
    return abs(sum(share.value for share in shares) - 100) <= slack + 1e-9


def _parted_twice(shares: Sequence[Indicator]) -> bool:
    """Whether the first few shares make a hundred, and so do the others."""
    return any(_is_hundred(shares[:at]) for at in range(2, len(shares)))


def _is_swapped(shares: Sequence[Indicator]) -> bool:
    others = sum(share.value for share in shares)
    wanted = ((share, 100 - (others - share.value)) for share in shares)
    return any(
        value > 0 and is_swap(show(value, decimals(share.raw, share.value)), number_of(share))
        for share, value in wanted
    )


def _spot(shares: Sequence[Indicator], severity: Severity) -> Spot:
    places = max(decimals(share.raw, share.value) for share in shares)
    summed = show(sum(share.value for share in shares), places)
    last = shares[-1]
    return Spot(
        shares[0].start,
        last.end,
        say("{sum} = {total}%, where the shares should make 100%", sum=_sum(shares), total=summed),
        expected="100%",
        found=f"{summed}%",
        related=tuple(Related(share.start, share.end, say("a share of it")) for share in shares),
        severity=severity,
    )


def _sum(shares: Sequence[Indicator]) -> str:
    return " + ".join(map(number_of, shares))


def _opposites(prose: Prose, sentence: Sentence) -> Iterator[Spot]:
    """ "đúng hạn 97,9%; trễ hạn 2,1%": two sides that leave no third."""
    shares = [
        (at, _own_words(prose, sentence, at))
        for at in sentence.figures
        if is_percent(prose.indicators[at])
        and is_single(prose.indicators[at])
        and not is_change(prose.indicators[at])
    ]
    for one, other in opposites():
        first = [at for at, said in shares if said.endswith(one) and not said.endswith(f"không {one}")]
        second = [at for at, said in shares if said.endswith(other)]
        if len(first) != 1 or len(second) != 1 or first == second:
            continue
        pair = [prose.indicators[at] for at in sorted((*first, *second))]
        summed = sum(share.value for share in pair)
        if not _is_hundred(pair) and (abs(summed - 100) <= _NEAR or _is_swapped(pair)):
            yield _spot(pair, Severity.WARNING)


def _own_words(prose: Prose, sentence: Sentence, index: int) -> str:
    """The words before a share without "đạt", "chiếm" and marks at their end."""
    end = prose.indicators[index].start
    said = prose.folded[max(sentence.start, end - 60) : end].rstrip(" ,:(")
    while match := regex.search(r"(?:^|\ )(?:đạt|chiếm|là|tỷ\ lệ|có|tới|đến)$", said):
        said = said[: match.start()].rstrip(" ,:(")
    return said


_CLASS = regex.compile(r"(?:loại|hoàn\ thành|đạt|mức)\ [\p{L}\ ]{2,30}")


def _classes(prose: Prose, sentence: Sentence) -> Iterator[Spot]:
    """ "9/14 đơn vị loại tốt; 2/14 khá; 3/14 trung bình": the classes are more than there are to be classed."""
    run: list[Indicator] = []
    for index in (*sentence.figures, None):
        one = None if index is None else prose.indicators[index]
        classed = index is not None and _CLASS.match(prose.after(index, 50).lstrip(" "))
        if one is not None and classed and one.denominator and (not run or _alike(run[-1], one)):
            run.append(one)
            continue
        whole = run[0].denominator if run else None
        summed = sum(ratio.value for ratio in run)
        if whole is not None and len(run) > 1 and summed > whole and all(r.value < whole for r in run):
            yield _classes_spot(run, summed, whole)
        run = []


def _alike(one: Indicator, other: Indicator) -> bool:
    return one.denominator == other.denominator and one.canonical_unit == other.canonical_unit


def _classes_spot(run: Sequence[Indicator], summed: float, whole: float) -> Spot:
    return Spot(
        run[0].start,
        run[-1].end,
        say(
            "{sum} = {total}, more than the {whole} that were classed",
            sum=" + ".join(number_of(ratio) for ratio in run),
            total=show(summed),
            whole=show(whole),
        ),
        expected=show(whole),
        found=show(summed),
        related=tuple(Related(ratio.start, ratio.end, say("a share of it")) for ratio in run),
    )


RULES = (shares_against_hundred, share_above_hundred)
