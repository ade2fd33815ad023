"""Where a report uses and explains abbreviations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from unicodedata import normalize

import regex

from extractor.checks.checked import CheckedReport
from extractor.checks.structure.running_text import Stretch, stretches
from extractor.checks.vocabulary import abbreviations
from patterns.folding import fold

# "QCDC", "KT-XH", "NN&PTNT"; no part of a symbol ("25/QĐ-UBND"), of a road ("ĐT.706B"), of "Covid-19"
_SHORT = regex.compile(
    r"(?<![\w/.&@-])\p{Lu}(?:\p{Lu}{1,9}(?:[&-]\p{Lu}{1,8}){0,2}|(?:[&-]\p{Lu}{1,8}){1,2})(?![\w/&@]|[.-]\w)"
)
_ROMAN = regex.compile(r"[IVXLC]+(?:-[IVXLC]+)?")
_CAPITALS_BEFORE = regex.compile(r"(?<!\w)(?P<word>\p{Lu}{2,})[ ]{1,2}$")
_CAPITALS_AFTER = regex.compile(r"[ ]{1,2}(?P<word>\p{Lu}{2,})(?![\w/-])")
_DEFINES = regex.compile(r"(?:(?:viết|gọi)(?: tắt)? là|viết tắt)\s?:?\s?[“\"]?$")
_AFTER = regex.compile(r"[”\"]?\s?\(\s?(?P<words>\p{L}[^()]{5,80})\)|\s?[:=]\s?(?P<words>\p{Ll}[^;.,]{5,80})")


@dataclass(frozen=True, slots=True)
class Use:
    """An abbreviation at `text[start:end]`.

    Attributes:
        defines: whether the report says there what it stands for; meaning: those words, where they stand before
            it and begin with its letters.
    """

    start: int
    end: int
    short: str
    meaning: str | None
    defines: bool


@dataclass(frozen=True, slots=True)
class Abbreviated:
    """Where an abbreviation is used, in text order."""

    uses: tuple[Use, ...]

    @property
    def definition(self) -> Use | None:
        """Where the report explains it first."""
        return next((use for use in self.uses if use.defines), None)


def abbreviated(checked: CheckedReport) -> Mapping[str, Abbreviated]:
    """Every abbreviation of the running text; tables are left out, their heads are short by need."""
    uses: defaultdict[str, list[Use]] = defaultdict(list)
    cited = iter(sorted((citation.start, citation.end) for citation in checked.citations))
    span = next(cited, None)
    for stretch in stretches(checked):
        if stretch.text.isupper():
            continue
        for found in _SHORT.finditer(stretch.text):
            start = stretch.start + found.start()
            while span is not None and span[1] <= start:
                span = next(cited, None)
            inside = span is not None and span[0] <= start < span[1]
            if inside or _ROMAN.fullmatch(found[0]) or _is_shouted(stretch.text, *found.span()):
                continue
            uses[found[0]].append(_use(stretch, found))
    listed = _listed(checked)
    return {short: Abbreviated(tuple(found)) for short, found in uses.items() if short not in listed}


def every_short(text: str) -> frozenset[str]:
    """All that looks like an abbreviation anywhere in a text: tables, recipients and letterhead too.

    >>> sorted(every_short("Nơi nhận: HĐND, UBND; số 12/QĐ-UBND"))
    ['HĐND', 'UBND']
    """
    return frozenset(_SHORT.findall(text))


def _listed(checked: CheckedReport) -> set[str]:
    """Abbreviations that stand alone in a cell of a table with words beside them: a list of short forms."""
    alone: set[str] = set()
    for block in checked.report.blocks:
        for cell in block.cells:
            text = checked.text[cell.start : cell.end].strip()
            if len(text) <= 20 and cell.column <= 1 and _SHORT.fullmatch(text):
                alone.add(text)
    return alone


def _is_shouted(text: str, start: int, end: int) -> bool:
    """Whether a word beside it is in capitals and no abbreviation: a title, not a sentence."""
    before = _CAPITALS_BEFORE.search(text[max(0, start - 14) : start])
    after = _CAPITALS_AFTER.match(text[end : end + 14])
    return any(side is not None and side["word"] not in abbreviations() for side in (before, after))


def _use(stretch: Stretch, found: regex.Match[str]) -> Use:
    text, (start, end) = stretch.text, found.span()
    before = text[max(0, start - 120) : start]
    defined_by_word = _DEFINES.search(fold(before)) is not None
    bracketed = before.rstrip('“" ').endswith("(") and text[end : end + 2].lstrip('”" ').startswith(")")
    explained_after = _AFTER.match(text, end)
    meaning = None
    if bracketed:
        meaning = _initials_before(before.rstrip('“" ')[:-1], found[0])
    elif explained_after is not None and _initials(explained_after["words"]) != _letters(found[0]):
        explained_after = None
    return Use(
        stretch.start + start,
        stretch.start + end,
        found[0],
        meaning,
        defined_by_word or bracketed or explained_after is not None,
    )


def _initials_before(before: str, short: str) -> str | None:
    """The words before a bracket whose initials are its letters, None when they are not."""
    letters = _letters(short)
    words = list(regex.finditer(r"\p{L}+", before))
    meant = words[-len(letters) :]
    if len(meant) < len(letters) or _initials(" ".join(word[0] for word in meant)) != letters:
        return None
    return " ".join(before[meant[0].start() :].split())


def _initials(text: str) -> str:
    return "".join(_letter(word[0]) for word in regex.findall(r"\p{L}+", text))


def _letters(short: str) -> str:
    return "".join(_letter(char) for char in short if char.isalpha())


def _letter(char: str) -> str:
    """A letter without tone and mark, save that "đ" is not "d"."""
    low = char.lower()
    return low if low == "đ" else normalize("NFD", low)[0]
