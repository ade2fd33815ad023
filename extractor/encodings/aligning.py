"""Which shown letter comes of which stored character: for readers that know where each character stands."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.encodings.readings import ways
from extractor.encodings.runs import Decoded, FontRun


def letter_by_letter(runs: Sequence[FontRun], decoded: Decoded) -> list[str]:
    """Return what each stored character of the runs shows, "" for a mark that its base letter has taken.

    >>> runs = [FontRun("Baùo caùo 5", "VNI-Times")]
    >>> letter_by_letter(runs, Decoded(("Báo cáo 5",), "vni", 1.0, ("vni",)))
    ['B', 'á', '', 'o', ' ', 'c', 'á', '', 'o', ' ', '5']
    """
    letters: list[str] = []
    for stored, shown, encoding in _stretches(runs, decoded):
        letters += _by_pairs(stored, shown, encoding) or _by_words(stored, shown)
    return letters


def _stretches(runs: Sequence[FontRun], decoded: Decoded) -> list[tuple[str, str, str | None]]:
    """Put runs of one encoding together, since a pair may lie across two; plain runs go with any."""
    stretches: list[tuple[str, str, str | None]] = []
    for run, shown, encoding in zip(
        runs, decoded.texts, decoded.encodings or (None,) * len(runs), strict=True
    ):
        if stretches and (encoding is None or stretches[-1][2] in (None, encoding)):
            before = stretches.pop()
            stretches.append((before[0] + run.text, before[1] + shown, encoding or before[2]))
        else:
            stretches.append((run.text, shown, encoding))
    return stretches


def _by_pairs(stored: str, shown: str, encoding: str | None) -> list[str]:
    """Align by the pairs of the encoding; empty where the lengths then differ."""
    way = ways().get(encoding or "")
    pairs = way.pairs if way else frozenset()
    letters: list[str] = []
    index = place = 0
    while index < len(stored):
        paired = stored[index : index + 2] in pairs
        letters += (shown[place : place + 1], "") if paired else (shown[place : place + 1],)
        index, place = index + 1 + paired, place + 1
    return letters if place == len(shown) else []


def _by_words(stored: str, shown: str) -> list[str]:
    """Put a word of another length whole at its first character, or all at once where even words differ."""
    before, after = stored.split(" "), shown.split(" ")
    if len(before) != len(after):
        before, after = [stored], [shown]
    letters: list[str] = []
    for number, (word, reading) in enumerate(zip(before, after, strict=True)):
        letters += (" ",) if number else ()
        whole = (reading, *[""] * (len(word) - 1)) if word else ()
        letters += reading if len(reading) == len(word) else whole
    return letters
