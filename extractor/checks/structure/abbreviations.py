"""Abbreviations: whether the report says what they stand for, once and before they are used."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.checks.checked import CheckedReport
from extractor.checks.finding import Basis, Related, Severity, Spot
from extractor.checks.messages import say
from extractor.checks.near import within_one_edit
from extractor.checks.rule import rule
from extractor.checks.structure.abbreviated import abbreviated, every_short
from extractor.checks.structure.running_text import PROSE
from extractor.checks.vocabulary import abbreviations, meaning_pattern, names
from patterns.folding import fold

_WORD = re.compile(r"\w+")
_LONG = 4  # letters: a shorter one is within a slip of too many others


@rule("STR040", "abbreviation-undefined", Severity.WARNING, Basis.PAGE)
def abbreviation_undefined(checked: CheckedReport) -> Iterator[Spot]:
    """An abbreviation that the report nowhere explains.

    A warning where the report has its words in full as well, so that a reader must guess that both are one;
    info for what every office knows, and where only the writer knows what is meant.
    """
    words_of_text = f" {' '.join(_WORD.findall(fold(checked.text)))} "
    for short, found in checked.once(abbreviated).items():
        known = abbreviations().get(short)
        if found.definition is not None or short in names():
            continue
        full = _in_full(checked, short, words_of_text)
        words = checked.text[slice(*full)] if full else None
        first = found.uses[0]
        grave = full is not None and known is not None and not known.everyday
        if words is not None:
            message = say(
                '"{short}" is never explained; the report has "{words}" in full too: write "{words} ({short})" first',
                short=short,
                words=" ".join(words.split()),
            )
        else:
            message = say('"{short}" is never explained; write it in full where it first stands', short=short)
        yield Spot(
            first.start,
            first.end,
            message,
            found=short,
            related=(Related(*full),) if full else (),
            severity=None if grave else Severity.INFO,
        )


def _in_full(checked: CheckedReport, short: str, words: str) -> tuple[int, int] | None:
    """Where the report first has the words of a known abbreviation; `words` are all of its words, to ask quickly."""
    known = abbreviations().get(short)
    if known is None or not any(f" {_plain(meaning)} " in words for meaning in known.meanings):
        return None
    pattern = meaning_pattern(short)
    found = pattern.search(fold(checked.text)) if pattern else None
    return found.span() if found else None


@rule("STR041", "abbreviation-explained-late", Severity.INFO, Basis.PAGE)
def abbreviation_explained_late(checked: CheckedReport) -> Iterator[Spot]:
    """An abbreviation that is used before the words that explain it; in a heading it may be."""
    for short, found in checked.once(abbreviated).items():
        known = abbreviations().get(short)
        first = next((use for use in found.uses if checked.block_at(use.start).kind in PROSE), None)
        defined = found.definition
        if first is None or defined is None or first.start >= defined.start or (known and known.everyday):
            continue
        yield Spot(
            first.start,
            first.end,
            say('"{short}" is used here and explained only later', short=short),
            found=short,
            related=(Related(defined.start, defined.end),),
        )


@rule("STR042", "abbreviation-of-two-things", Severity.WARNING, Basis.PAGE)
def abbreviation_of_two_things(checked: CheckedReport) -> Iterator[Spot]:
    """One abbreviation that is explained in two ways."""
    for short, found in checked.once(abbreviated).items():
        explained = [use for use in found.uses if use.meaning is not None]
        for use in explained[1:]:
            first = explained[0]
            if _plain(use.meaning or "") != _plain(first.meaning or ""):
                yield Spot(
                    use.start,
                    use.end,
                    say(
                        '"{short}" is "{words}" here and "{other}" before',
                        short=short,
                        words=use.meaning,
                        other=first.meaning,
                    ),
                    found=use.meaning,
                    related=(Related(first.start, first.end),),
                )
                break


@rule("STR043", "abbreviation-misspelt", Severity.WARNING, Basis.PAGE)
def abbreviation_misspelt(checked: CheckedReport) -> Iterator[Spot]:
    """An abbreviation that nobody explains, one letter away from one that the report uses and that is known."""
    used = checked.once(abbreviated)
    printed = every_short(checked.text)
    known = [
        short
        for short, found in used.items()
        if len(short) >= _LONG and (short in abbreviations() or found.definition is not None)
    ]
    known += sorted(
        short for short in printed - used.keys() if len(short) >= _LONG and short in abbreviations()
    )
    for short, found in used.items():
        if len(short) < _LONG or short in known or short in names():
            continue
        near = [other for other in known if within_one_edit(short, other)]
        if near:
            first = found.uses[0]
            other = used[near[0]].uses[0] if near[0] in used else None
            yield Spot(
                first.start,
                first.end,
                say('"{short}" may be a slip for {others}', short=short, others=", ".join(near)),
                expected=near[0] if len(near) == 1 else None,
                found=short,
                related=(Related(other.start, other.end),) if other else (),
            )


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(fold(text)))
