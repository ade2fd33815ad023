"""Letters that engines take for others, where only one reading can be meant."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

_NUMERAL = re.compile(r"(?P<digits>[IVXH]+)(?P<after>[-.,:)/]*)")
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_OPENED = re.compile(r"(?<=[A-ZĐÐƯ])\((?=[A-ZĐÐƯ])")
_ASSEMBLY = re.compile(r"(?<=QH)[IlH|](?P<digits>\d{1,2})(?!\d)")
_TWICE = re.compile(r"ĐÐ|ÐĐ")
_STROKES = re.compile(r"/?[\u2044\u2215]")


def repaired(text: str) -> str:
    """A word as it must stand on the page.

    >>> repaired("02/QCPH-MTT(Q"), repaired("34/2007/PL-UBTVQHI11)"), repaired("14/QĐÐ-UBND"), repaired("1/⁄2021")
    ('02/QCPH-MTTQ', '34/2007/PL-UBTVQH11)', '14/QĐ-UBND', '1/2021')
    """
    for repair in _REPAIRS:
        text = repair(text)
    return text


def _numeral(text: str) -> str:
    """A Roman numeral whose two strokes "II" were read as "H"; what is a word with "H" stays.

    >>> [_numeral(text) for text in ("HI-", "VIH),", "XIH", "HIV", "XH", "HI")]
    ['III-', 'VIII),', 'XIII', 'HIV', 'XH', 'III']
    """
    found = _NUMERAL.fullmatch(text)
    if found is None or not {"H", "I"} <= set(found["digits"]):
        return text
    numeral = found["digits"].replace("H", "II")
    return numeral + found["after"] if _ROMAN.fullmatch(numeral) else text


def _bracket(text: str) -> str:
    """A bracket between capitals that nothing closes is the edge of one of them: no symbol has one.

    >>> _bracket("KH-MTT(Q"), _bracket("UBND(VX)"), _bracket("KH(HĐ")
    ('KH-MTTQ', 'UBND(VX)', 'KHHĐ')
    """
    return text if ")" in text else _OPENED.sub("", text)


def _legislature(text: str) -> str:
    """The number of an Assembly in figures (QH11, of fifteen so far): "I" is its 1, or the edge of the H.

    >>> _legislature("UBTVQHI11"), _legislature("QHI4"), _legislature("10/2012/QH13"), _legislature("QHI")
    ('UBTVQH11', 'QH14', '10/2012/QH13', 'QHI')
    """
    return _ASSEMBLY.sub(lambda found: found["digits"].rjust(2, "1"), text)


def _d_with_stroke(text: str) -> str:
    """One letter Đ that was read twice, the second time as the eth of Iceland."""
    return _TWICE.sub("Đ", text)


def _stroke(text: str) -> str:
    """A stroke that was read as that of fractions, alone or besides."""
    return _STROKES.sub("/", text)


_REPAIRS: Final[tuple[Callable[[str], str], ...]] = (
    _numeral,
    _bracket,
    _legislature,
    _d_with_stroke,
    _stroke,
)
