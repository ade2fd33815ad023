"""A figure's label, column head and unit → its concept and its measure: what must agree for two to be one series."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import regex

from patterns.concepts.catalogue import Entry, entry, match, match_in_sentence
from patterns.concepts.measures import Measure, measure_of
from patterns.concepts.normal_form import Words, subject_words
from patterns.concepts.vocabulary import words
from patterns.folding import fold

_UNIT_IN_HEAD = regex.compile(r"\([^()]*\)")
_CONSTANT_PRICES = ("giá", "so", "sánh")


@dataclass(frozen=True, slots=True)
class Figure:
    """What was read of a figure that tells which series it is of.

    Attributes:
        label, column: the report's words; unit: the canonical unit; measure, base: as of an `Indicator`.
        of_place: whether its row is a place, so that the column alone says what is measured.
        places: names of the place that the figure is of, which its label may repeat.
    """

    label: str
    column: str = ""
    unit: str | None = None
    measure: str | None = None
    base: str | None = None
    of_place: bool = False
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """The concept of a figure.

    Attributes:
        concept: id of the catalogue's entry, None for a subject that it does not have.
        words: of the subject, without those of the entry; in order, each once.
        measure: of the figure, in the unit of its series; factor: what its amount is multiplied by for that.
        subject: all words of the subject.
    """

    concept: str | None
    words: Words
    measure: Measure
    subject: Words
    factor: float = 1.0

    @property
    def key(self) -> str:
        """Identifies the concept: the entry, and the words in alphabetical order; "" when there is no subject.

        >>> read_figure(Figure("tỷ lệ hộ nghèo khu vực miền núi", unit="%")).key
        'ho-ngheo|khu miền núi vực'
        """
        if self.concept is None and not self.words:
            return ""
        return f"{self.concept or ''}|{' '.join(sorted(self.words))}"

    @property
    def entry(self) -> Entry | None:
        """The catalogue's entry."""
        return None if self.concept is None else entry(self.concept)


@lru_cache(maxsize=1 << 17)
def read_figure(figure: Figure) -> Reading:
    """What a figure is a figure of.

    >>> read_figure(Figure("Thành phố Cao Lãnh", "Hộ nghèo / Tỷ lệ (%)", "%", "share", of_place=True)).concept
    'ho-ngheo'
    """
    measure = measure_of(
        figure.label, figure.column, unit=figure.unit, measure=figure.measure, base=figure.base
    )
    subject = _subject(figure)
    if measure.kind in (
        "growth",
        "index",
    ):  # always reckoned at constant prices, whether the page says so or not
        subject = _without_constant_prices(subject)
    found = match(subject, measure)
    counted = _counted(figure.unit, subject)
    if (
        counted
        and (found is None or found[1])
        and (with_unit := match(counted, measure))
        and not with_unit[1]
    ):
        found = with_unit
    if found is None:
        return Reading(None, subject, measure, subject)
    row, rest = found
    kind = "share" if row.of_plan and measure.kind == "completion" else measure.kind
    in_unit = replace(measure, kind=kind, unit=row.unit_for(measure))
    return Reading(row.id, rest, in_unit, subject, row.factor(measure.unit))


def read_part(part: Reading, whole: Reading) -> Reading | None:
    """The concept of a part that is named by its difference only: "khai thác" of "sản lượng thủy sản".

    None unless the catalogue has whole and part together as an indicator of its own.
    """
    words_of_both = tuple(dict.fromkeys((*whole.subject, *part.subject)))
    found = match(words_of_both, part.measure)
    if found is None or found[1] or found[0].id == whole.concept:
        return None
    row = found[0]
    return Reading(row.id, (), replace(part.measure, unit=row.unit_for(part.measure)), words_of_both)


def read_in_sentence(reading: Reading, before: str) -> Reading | None:
    """The concept of a count that its sentence names before it, where its own label does not say enough.

    >>> thin = read_figure(Figure("mô hình được đăng ký", unit="mô hình", measure="level"))
    >>> found = read_in_sentence(thin, "Phong trào thi đua “Dân vận khéo” có ")
    >>> found and found.concept
    'dan-van-kheo'
    """
    if reading.concept is not None or not reading.subject:
        return None
    row = match_in_sentence(reading.subject, subject_words(before), reading.measure)
    if row is None:
        return None
    return replace(reading, concept=row.id, words=(), measure=replace(reading.measure, unit=row.units[0]))


def _subject(figure: Figure) -> Words:
    column = _column_words(figure.column) if figure.column else ()
    if fold(figure.label).strip(" .:;-") in words("totals"):
        return column
    label = subject_words(figure.label, figure.places)
    return (column or label) if figure.of_place else tuple(dict.fromkeys((*label, *column)))


@lru_cache(maxsize=1 << 15)
def _column_words(column: str) -> Words:
    """The subject's words of a column head's path, without what says a status, a time or a unit.

    >>> _column_words("Năm 2023 / Giải ngân 6 tháng"), _column_words("Hộ nghèo / Số hộ")
    (('giải', 'ngân'), ('hộ', 'nghèo'))
    """
    found: dict[str, None] = {}
    for part in column.split(" / "):
        said = _UNIT_IN_HEAD.sub(" ", fold(part)).strip()
        kept = subject_words(said)
        plain = " ".join(regex.sub(r"\d+|[.,:;%]", " ", said).split())
        if plain not in words("heads") and " ".join(kept) not in words("heads"):
            found.update(dict.fromkeys(kept))
    return tuple(found)


def _counted(unit: str | None, subject: Words) -> Words:
    """The subject under the noun that is counted, where the label leaves it to the unit ("hồ sơ" + "đúng hạn")."""
    if not unit or unit == "%" or not subject:
        return ()
    noun = subject_words(unit)
    return tuple(dict.fromkeys((*noun, *subject))) if not set(noun) <= set(subject) else ()


def _without_constant_prices(subject: Words) -> Words:
    for first in range(len(subject) - 2):
        if subject[first : first + 3] == _CONSTANT_PRICES:
            return subject[:first] + subject[first + 3 :]
    return subject
