"""Amounts (giá trị quy đổi): a value in the base unit, with the powers of ten of its unit taken in."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache, lru_cache
from typing import NamedTuple

import regex

from patterns.engines import compile_pattern
from patterns.folding import TONES, fold
from patterns.gazetteers import read_data
from patterns.indicators.units import counted_nouns
from patterns.indicators.vocabulary import alternation, words


@dataclass(frozen=True, slots=True)
class CanonicalUnit:
    """The one spelling of a unit, None where only a power of ten is written ("12,5 tỷ"), and its factor."""

    name: str | None
    factor: Decimal


class Amount(NamedTuple):
    """A figure in its canonical unit, which is None where the page gives none or only a power of ten."""

    value: float
    value_to: float | None
    unit: str | None


def canonical_amount(value: float, value_to: float | None, unit: str | None) -> Amount:
    """A value, or a range of values, in the canonical unit.

    >>> canonical_amount(65, 70, "tạ")
    Amount(value=6.5, value_to=7.0, unit='tấn')
    """
    name = canonical_unit(unit).name if unit else None
    return Amount(amount_of(value, unit), None if value_to is None else amount_of(value_to, unit), name)


def amount_of(value: float, unit: str | None) -> float:
    """A value in the canonical unit: the value as written times the factor, without rounding errors.

    >>> amount_of(4.35, "tỷ đồng"), amount_of(12.5, "nghìn tấn"), amount_of(35, "kg"), amount_of(7, None)
    (4350000000.0, 12500.0, 0.035, 7.0)
    """
    factor = canonical_unit(unit).factor if unit else _ONE
    if factor == _ONE:
        return float(value)
    try:
        return float(Decimal(repr(value)) * factor)
    except InvalidOperation:  # an infinite value
        return float(value)


@lru_cache(maxsize=8192)
def canonical_unit(unit: str) -> CanonicalUnit:
    """The canonical form of a written unit; of a count, its noun in lower case with tones in their present place.

    >>> [canonical_unit(u).name for u in ("Tỷ đồng", "triệu lượt khách", "tạ/ha", "m2", "Uỷ viên", "HTX")]
    ['đồng', 'lượt khách', 'tạ/ha', 'm²', 'ủy viên', 'HTX']
    >>> canonical_unit("triệu đồng/người/tháng"), canonical_unit("tỷ").name
    (CanonicalUnit(name='đồng/người/tháng', factor=Decimal('1000000')), None)
    """
    written = " ".join(unit.split())
    listed = _listed().get(fold(written))
    if listed is not None:
        return listed
    scale = _scale().match(fold(written))
    factor = _power(scale["scale"]) if scale else _ONE
    base = written[scale.end() :] if scale else written
    if not base:
        return CanonicalUnit(None, factor)
    if whole := _listed().get(fold(base)):
        return CanonicalUnit(whole.name, factor * whole.factor)
    first, *under = base.split("/")
    if not under:
        return CanonicalUnit(_noun(base), factor)
    above = _above(first.strip())
    rate = "/".join([above.name or "", *(_under(part.strip()) for part in under)])
    return CanonicalUnit(rate, factor * above.factor)


_ONE = Decimal(1)


def _above(written: str) -> CanonicalUnit:
    """What a rate is a rate of; a weight keeps its unit there ("kg/người"), money does not."""
    listed = _listed().get(fold(written))
    if listed is not None and listed.factor >= 1:
        return listed
    return CanonicalUnit(_noun(written), _ONE)


def _under(written: str) -> str:
    spelled: dict[str, str] = _under_spelled()
    return spelled.get(fold(written)) or _noun(written)


@cache
def _under_spelled() -> dict[str, str]:
    listed: dict[str, str] = read_data("units")["canonical"]["under"]
    return {fold(word): name for word, name in listed.items()}


@cache
def _listed() -> dict[str, CanonicalUnit]:
    found: dict[str, CanonicalUnit] = {}
    for row in read_data("units")["canonical"]["rows"]:
        unit = CanonicalUnit(str(row["unit"]), Decimal(row.get("factor", "1")))
        found |= {fold(word): unit for word in row["words"]}
    return found


@cache
def _scale() -> regex.Pattern[str]:
    """Powers of ten, of which several may stand together ("ngh. tỷ")."""
    listed = alternation(words("units", "scales"))
    return compile_pattern(rf"(?P<scale>{listed}(?:\ {listed})*+)(?:\ |$|(?<=\.)(?=\p{{L}}))")


@cache
def powers() -> dict[str, int]:
    """For each word of a power of ten its exponent ("triệu" is 6)."""
    listed: dict[str, int] = read_data("units")["scales"]["powers"]
    return {fold(word): power for word, power in listed.items()}


def _power(scale: str) -> Decimal:
    return Decimal(10) ** sum(powers().get(word, 0) for word in scale.split())


# Old spelling puts the tone on the second vowel of an open syllable ("hoà", "uỷ"); "quý" and "hoàn" are no such.
_MODERN = {old: modern for modern, old in TONES}
_OLD = regex.compile(rf"(?<!q)(?P<vowels>{'|'.join(_MODERN)})(?!\p{{L}})")


def _noun(written: str) -> str:
    """A counted noun in its one spelling; a short form keeps its capitals ("trường THCS", "HTX", "USD")."""
    shouted = written.isupper() and " " in written
    lowered = (word if _is_short_form(word) and not shouted else word.lower() for word in written.split())
    return _OLD.sub(lambda found: _MODERN[found["vowels"]], " ".join(lowered))


_VOWEL = regex.compile(r"[AEIOUY]")
_PLAIN = compile_pattern(r"[A-ZĐ&]{2,}")


def _is_short_form(word: str) -> bool:
    """Whether a word is an acronym or a unit of science ("THCS", "MW", "kVA"), not a noun in capitals ("XÃ", "CON")."""
    if word.isupper():
        spoken = fold(word) in counted_nouns() and bool(_VOWEL.search(word))
        return bool(_PLAIN.fullmatch(word)) and not spoken
    return any(letter.isupper() for letter in word[1:])
