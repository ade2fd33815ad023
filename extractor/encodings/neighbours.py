"""What the clear runs of a paragraph say about those that are too short to decide by themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from extractor.encodings.fonts import font_hint
from extractor.encodings.runs import FontRun

_FARTHER: Final = -3.0  # for a way that is met in the paragraph, but not nearest to the run


def from_neighbours(runs: Sequence[FontRun], clear: Sequence[str | None]) -> list[Mapping[str, float]]:
    """For each run, how far the clear runs of its font speak for their ways; the nearest speaks loudest.

    A font without clear runs follows the other fonts of its maker, as .VnTimeH does .VnTime.
    """
    if None not in clear:
        return [{}] * len(runs)
    before = _last_clear(runs, clear)
    after = _last_clear(runs[::-1], clear[::-1])[::-1]
    met: dict[object, set[str]] = {}
    for run, way in zip(runs, clear, strict=True):
        for key in _keys(run.font) if way is not None else ():
            met.setdefault(key, set()).add(way or "")
    found: list[Mapping[str, float]] = []
    for run, left, right in zip(runs, before, after, strict=True):
        near = left if right is None or (left is not None and left[0] <= right[0]) else right
        ways = set().union(*(met.get(key, ()) for key in _keys(run.font)))
        found.append({} if near is None else {**dict.fromkeys(ways, _FARTHER), near[1]: 0.0})
    return found


def _last_clear(runs: Sequence[FontRun], clear: Sequence[str | None]) -> list[tuple[int, str] | None]:
    """For each run, how far back the last clear run of its font, or else its maker, stands, and its way."""
    last: dict[object, tuple[int, str]] = {}
    found: list[tuple[int, str] | None] = []
    for index, (run, way) in enumerate(zip(runs, clear, strict=True)):
        keys = _keys(run.font)
        near = next((last[key] for key in keys if key in last), None)
        found.append((index - near[0], near[1]) if near else None)
        if way is not None:
            last |= dict.fromkeys(keys, (index, way))
    return found


def _keys(font: str | None) -> tuple[object, ...]:
    """What tells that runs belong together: the font, then its maker."""
    family = font_hint(font).family
    return (font,) if family is None else (font, family)
