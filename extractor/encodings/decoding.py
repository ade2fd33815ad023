"""Runs of a paragraph → their text in Unicode."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from extractor.encodings.casing import restore_headlines
from extractor.encodings.deciding import Decision, clear_way, decide, weigh_ways
from extractor.encodings.evidence import fitting, telling_words_of_runs
from extractor.encodings.fonts import font_hint
from extractor.encodings.readings import UNICODE, ways
from extractor.encodings.runs import NO_HINTS, Decoded, DocumentHints, FontRun
from extractor.encodings.surfaces import LIFTED, lower

_RUNS_SEEN: Final = 40
_SAMPLED: Final = 8
_FITTING: Final = 0.8  # of the words that are unclear one by one


def survey(paragraphs: Iterable[Sequence[FontRun]]) -> DocumentHints:
    """See what each font of a document holds.

    Runs that are clear by themselves are counted; of those too short for that, all words of a font together
    may be clear.

    >>> survey([[FontRun("B¸o c¸o t×nh h×nh kinh tÕ", ".VnTime")]]).fonts
    {'.VnTime': Counter({'tcvn3': 5})}
    """
    counts: dict[str | None, Counter[str]] = {}
    unclear: dict[str | None, set[str]] = {}
    seen: Counter[str | None] = Counter()
    for paragraph in paragraphs:
        if not _is_sampled(paragraph, seen):
            continue
        runs = [_lowered(run) for run in paragraph]
        for run, words in zip(runs, telling_words_of_runs([run.text for run in runs]), strict=True):
            way = clear_way(run, weigh_ways(run, words, NO_HINTS))
            if way is not None:
                counts.setdefault(run.font, Counter())[way] += len(words)
            elif words:
                unclear.setdefault(run.font, set()).update(words)
    for font, words in unclear.items():
        together = FontRun(" ".join(words), font)
        way = clear_way(together, weigh_ways(together, words, NO_HINTS))
        if way is not None and fitting(words, way) >= _FITTING:
            counts.setdefault(font, Counter())[way] += len(words)
    return DocumentHints(counts, _by_family(counts))


def _by_family(counts: Mapping[str | None, Counter[str]]) -> dict[int | None, Counter[str]]:
    families: dict[int | None, Counter[str]] = {}
    for font, ways_found in counts.items():
        families.setdefault(font_hint(font).family, Counter()).update(ways_found)
    return families


def decode(runs: Sequence[FontRun], *, document: DocumentHints = NO_HINTS) -> Decoded:
    """Turn the runs of one paragraph, cell or note into Unicode.

    >>> decode([FontRun("B¸o c¸o: ", ".VnTime"), FontRun("kinh tế", ".VnTime")]).texts
    ('Báo cáo: ', 'kinh tế')
    """
    if _is_plain(runs):
        return Decoded(tuple([run.text for run in runs]), encodings=(None,) * len(runs))
    runs = [_lowered(run) for run in runs]
    texts = [run.text for run in runs]
    decisions = decide(runs, telling_words_of_runs(texts), document)
    if len(runs) > 1:
        _keep_pairs(texts, decisions)
    read = [
        _read(text, decision.way, capitals=font_hint(run.font).capitals)
        for run, text, decision in zip(runs, texts, decisions, strict=True)
    ]
    return _summed_up(read, decisions)


def _is_plain(runs: Sequence[FontRun]) -> bool:
    """Tell whether every encoding and font gives the same text."""
    return all(run.text.isascii() and not font_hint(run.font).capitals for run in runs)


def _is_sampled(paragraph: Sequence[FontRun], seen: Counter[str | None]) -> bool:
    """Take each font's first runs, and of the many that follow one in eight."""
    fonts = {run.font for run in paragraph}
    seen.update(fonts)
    return any(seen[font] <= _RUNS_SEEN or seen[font] % _SAMPLED == 0 for font in fonts)


def _lowered(run: FontRun) -> FontRun:
    """Undo the lift of a symbol charset, for fonts that hold letters and no symbols."""
    if font_hint(run.font).family is None or not LIFTED.search(run.text):
        return run
    return replace(run, text=lower(run.text))


def _keep_pairs(texts: list[str], decisions: Sequence[Decision]) -> None:
    """Move a mark that a run begins with to the run before it, where its base letter stands."""
    for index in range(1, len(texts)):
        before, way = texts[index - 1], decisions[index].way
        if decisions[index - 1].way == way and before[-1:] + texts[index][:1] in ways()[way].pairs:
            texts[index - 1], texts[index] = before + texts[index][0], texts[index][1:]


def _read(text: str, name: str, *, capitals: bool) -> str:
    way = ways()[name]
    read = way.read(text)
    if name == UNICODE:
        return read
    if capitals:
        return read.upper()
    return restore_headlines(read) if way.encoding == "tcvn3" else read


def _summed_up(texts: Sequence[str], decisions: Sequence[Decision]) -> Decoded:
    encodings = tuple([ways()[each.way].encoding if each.telling else None for each in decisions])
    words: Counter[str] = Counter()
    certainty = 1.0
    for encoding, decision in zip(encodings, decisions, strict=True):
        if encoding is not None:
            words[encoding] += decision.telling
            certainty = min(certainty, decision.certainty)
    if not words:
        return Decoded(tuple(texts), encodings=encodings)
    return Decoded(tuple(texts), max(words, key=words.__getitem__), round(certainty, 4), encodings)
