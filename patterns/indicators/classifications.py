"""Sentences that class what the one before counts: "Cơ cấu: …", "Phân theo địa bàn: …", "Nguyên nhân do …"."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from patterns.engines import compile_pattern
from patterns.indicators.magnitudes import magnitude
from patterns.indicators.standing import Standing, is_change, is_comparable, is_percent

_CLASSES = compile_pattern(
    r"""\W*(?:(?:về\ )?cơ\ cấu|phân\ (?:theo|loại|nhóm)|chia\ theo|xếp\ loại
    |theo\ (?:địa\ bàn|độ\ tuổi|giới\ tính|lĩnh\ vực|loại|ngành|nguyên\ nhân|tuyến|đối\ tượng|nhóm|khu\ vực)
    |(?:về\ )?nguyên\ nhân)
    (?!\p{L})[^.;:]{0,60}(?::|\ do\ |\ là\ |\ chủ\ yếu\ )""",
    regex.VERBOSE,
)


def classify(standing: Standing, earlier: Sequence[int], sentence: Sequence[int]) -> None:
    """Make the figures of a sentence that opens with a classification parts of what the sentence before tells."""
    if not earlier or not _CLASSES.match(standing.folded, standing.figures[sentence[0]].setting.sentence[0]):
        return
    last = standing.figures[earlier[-1]].setting.sentence
    topics = [at for at in earlier if standing.figures[at].setting.sentence == last]
    # What holds all classes comes before what holds only some: the year's amount before the month's.
    topics.sort(key=lambda at: not _holds_all(standing, at, sentence))
    for index in sentence:
        if standing.wholes[index] is None and not is_change(standing.figures[index]):
            standing.wholes[index] = next((at for at in topics if _holds(standing, at, index)), None)


def _holds_all(standing: Standing, whole: int, sentence: Sequence[int]) -> bool:
    quantity = standing.figures[whole].quantity
    alike = (standing.figures[at] for at in sentence if standing.wholes[at] is None)
    classes = [f.quantity for f in alike if not is_change(f) and is_comparable(f.quantity, quantity)]
    return sum(map(magnitude, classes)) <= magnitude(quantity) * 1.001


def _holds(standing: Standing, whole: int, index: int) -> bool:
    """Whether a count or amount can be what another is a class or a share of."""
    other, figure = standing.figures[whole], standing.figures[index]
    if is_percent(other) or is_change(other) or other.quantity.is_rank:
        return False
    if is_percent(figure):
        return not other.quantity.is_rate
    comparable = is_comparable(figure.quantity, other.quantity)
    return comparable and magnitude(figure.quantity) <= magnitude(other.quantity)
