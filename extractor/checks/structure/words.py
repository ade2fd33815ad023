"""Words written twice, letters of another alphabet, marks that strayed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

import regex

from extractor.checks.checked import CheckedReport
from extractor.checks.finding import Basis, Fix, Related, Severity, Spot
from extractor.checks.messages import say
from extractor.checks.rule import rule
from extractor.checks.structure.running_text import is_scanned, stretches
from extractor.checks.vocabulary import doubled_words, look_alikes
from patterns.folding import fold

# A mark twice ("Hàm Tân..", ",,"), or two that cannot follow each other (", ;" and "; ."); "./." ends a letter
_STRAY = regex.compile(
    r"(?<=[\p{L}\d)”\"%])\.\.(?!\s?[.…\d/])|,\s?[,;:.](?!\.)|;\s?[;,.](?!\.)|(?<!\.\s?):\s?[:,;](?![.\d])"
)
_BLANK = regex.compile(r"(?:ngày|tháng|năm|số|:)\s?$")  # "ngày..tháng..": left to be filled in
_TWICE = re.compile(r"\b(\w{2,6})[ \xa0]+\1\b")  # any word: asked first, as it is asked fast
_CUT_OFF = regex.compile(r";\s+của\s+$")
_LOOKED_BACK = 24
_IN_SYMBOL = regex.compile(r"\d\s?[-/–][\w/&.-]*\Z")
_TONES = "\u0300\u0301\u0303\u0309\u0323"  # set as signs of their own


@rule("STR070", "word-twice", Severity.WARNING, Basis.PAGE)
def word_twice(checked: CheckedReport) -> Iterator[Spot]:
    """A function word written twice in a row ("của của"); words that Vietnamese doubles are no slips."""
    for stretch in stretches(checked):
        if _TWICE.search(stretch.text.lower()) is None:
            continue
        for found in _doubled().finditer(stretch.text):
            start, end = stretch.start + found.start(), stretch.start + found.end()
            word = found["word"]
            yield Spot(
                start,
                end,
                say('"{word}" stands twice', word=word),
                expected=word,
                found=found[0],
                fix=Fix(start, end, word),
            )


@cache
def _doubled() -> regex.Pattern[str]:
    words = "|".join(regex.escape(word) for word in doubled_words())
    return regex.compile(rf"(?<![\w-])(?P<word>(?i:{words}))[ \xa0]+(?i:(?P=word))(?![\w-])")


@rule("STR071", "letter-of-another-alphabet", Severity.WARNING, Basis.PAGE)
def letter_of_another_alphabet(checked: CheckedReport) -> Iterator[Spot]:
    """A Cyrillic, Greek or Icelandic letter that looks like a Latin one, or a tone set as a sign of its own.

    A search does not find the word, since its letters are others than those it shows.
    """
    for stretch in stretches(checked):
        if not _signs().search(stretch.text):
            continue
        for found in _suspects().finditer(stretch.text):
            word = found[0]
            right = unicodedata.normalize("NFC", "".join(look_alikes().get(char, char) for char in word))
            latin = any("LATIN" in unicodedata.name(char, "") for char in word if char not in look_alikes())
            if _IN_SYMBOL.search(stretch.text, max(0, found.start() - _LOOKED_BACK), found.start()):
                continue  # REF014 tells of symbols
            if right == word or not (latin or len(word) == 1 or word.isupper()) or not _is_latin(right):
                continue
            start, end = stretch.start + found.start(), stretch.start + found.end()
            signs = ", ".join(sorted({f"U+{ord(char):04X}" for char in word if char not in right}))
            yield Spot(
                start,
                end,
                say('"{word}" holds a letter of another alphabet: {signs}', word=word, signs=signs),
                expected=right,
                found=word,
                fix=Fix(start, end, right),
                severity=Severity.INFO if is_scanned(stretch.block) else None,
            )


@cache
def _signs() -> regex.Pattern[str]:
    return regex.compile(f"[{''.join(look_alikes())}{_TONES}]")


@cache
def _suspects() -> regex.Pattern[str]:
    return regex.compile(rf"[\p{{L}}\p{{M}}]*{_signs().pattern}[\p{{L}}\p{{M}}]*")


def _is_latin(word: str) -> bool:
    return all("LATIN" in unicodedata.name(char, "") for char in word)


@rule("STR072", "stray-mark", Severity.INFO, Basis.PAGE)
def stray_mark(checked: CheckedReport) -> Iterator[Spot]:
    """Two marks where one stands, or a semicolon between a document and the body that issued it."""
    for stretch in stretches(checked):
        for found in _STRAY.finditer(stretch.text):
            start, end = stretch.start + found.start(), stretch.start + found.end()
            if _BLANK.search(fold(stretch.text[max(0, found.start() - 8) : found.start()])) is None:
                yield Spot(start, end, say('"{marks}" is one mark too many', marks=found[0]), found=found[0])
    for citation in checked.citations:
        if citation.issuer_span is None or citation.issuer_span[0] < citation.end:
            continue
        at = citation.issuer_span[0]
        before = _CUT_OFF.search(checked.text[max(citation.end, at - _LOOKED_BACK) : at])
        if before is not None:
            start = at - len(before[0])
            yield Spot(
                start,
                citation.issuer_span[1],
                say('the semicolon cuts "{document}" off from its issuer', document=citation.raw),
                found=checked.text[start : citation.issuer_span[1]],
                related=(Related(citation.start, citation.end),),
                severity=Severity.WARNING,
            )
