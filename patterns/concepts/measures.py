"""What a figure says of its subject (đại lượng): kinds that are never put into one series.

The page's "tăng 7,4%" and "giảm 3%" are one measure with a sign; "bằng 107,4% so với năm trước" is another one, for
whoever takes an index for a growth is a hundred off.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import regex

from patterns.folding import fold

Kind = Literal["level", "share", "growth", "change", "index", "completion", "rank"]

SHARES = ("%", "‰", "%/năm")
POINTS = "điểm %"
RANK = "hạng"
# A growth that names no base is one over the same period of the year before: statistics mean that unless they say so.
_USUAL = (None, "same_period", "previous_year")

_ROSE = regex.compile(r"(?<!\p{L})(?:tăng|giảm|tốc\sđộ|nhịp\sđộ|gấp|cao\shơn|thấp\shơn|hơn|vượt)(?!\p{L})")
_COMPARED = regex.compile(r"(?<!\p{L})(?:so\s(?:với|cùng|năm|kế|dự|tháng|quý)|so\ssánh|bằng|%\s?so)(?!\p{L})")
_PLANNED = regex.compile(
    r"(?<!\p{L})so\s(?:với\s)?(?:kế\shoạch|kh|dự\stoán|dt|chỉ\stiêu|mục\stiêu|nghị\squyết)(?!\p{L})"
)
_OF_SHARE = regex.compile(
    r"""(?:tăng|giảm|mức\s(?:tăng|giảm)|tốc\sđộ\s(?:tăng|giảm))\s(?:thêm\s|dần\s|bình\squân\s)?
    (?:các\s)?(?:tỷ|tỉ)\s(?:lệ|trọng|suất)|(?:tăng|giảm)\s(?:tỷ\slệ\s|độ\s)?che\sphủ""",
    regex.VERBOSE,
)
_ACHIEVED = regex.compile(r"^mức\sđạt\b|(?<!\p{L})so\s(?:với\s)?(?:cùng|năm\s(?:trước|ngoái))")


@dataclass(frozen=True, slots=True)
class Measure:
    """What a figure measures.

    Attributes:
        unit: the canonical unit of its series; base: against what, None for the usual one.
        sign: -1 where the page gives a fall as a positive number.
    """

    kind: Kind
    unit: str | None
    base: str | None = None
    sign: int = 1


def measure_of(
    label: str, column: str, *, unit: str | None, measure: str | None, base: str | None
) -> Measure:
    """The measure of a figure, from what was read of it and from the words of its label and column head.

    Args:
        unit: the canonical one; measure, base: as in `patterns.mentions.Indicator`.

    >>> measure_of("giảm tỷ lệ hộ nghèo", "", unit="%", measure="decline", base=None)
    Measure(kind='change', unit='điểm %', base=None, sign=-1)
    >>> measure_of("GRDP", "So với năm 2017 (%)", unit="%", measure="growth", base="2017").kind
    'index'
    >>> measure_of("thu ngân sách so với dự toán", "", unit="%", measure="share", base="plan").kind
    'completion'
    """
    said, head = fold(label), fold(column)
    if measure == "rank":
        return Measure("rank", RANK)
    if measure in ("growth", "decline", "change"):
        return _moved(said, head, unit=unit, falls=measure == "decline", base=base)
    if unit in SHARES and (base == "plan" or _PLANNED.search(said) or _PLANNED.search(head)):
        return Measure("completion", unit)
    if unit in SHARES:
        if measure == "level" and _ACHIEVED.search(said):
            return Measure("index", unit, _usual(base))
        return Measure("share", unit)
    return Measure("level", unit)


def _moved(said: str, head: str, *, unit: str | None, falls: bool, base: str | None) -> Measure:
    sign = -1 if falls else 1
    kept = _usual(base)
    if unit == POINTS or (unit in SHARES and _OF_SHARE.match(said)):
        return Measure("change", POINTS, kept, sign)
    if unit in SHARES:
        as_index = _COMPARED.search(head) and not _ROSE.search(head) and not _ROSE.match(said)
        return Measure("index", unit, kept) if as_index else Measure("growth", unit, kept, sign)
    return Measure("growth" if unit == "lần" else "change", unit, kept, sign)


def _usual(base: str | None) -> str | None:
    return None if base in _USUAL else base
