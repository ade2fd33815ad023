"""Which strings are Vietnamese syllables (âm tiết): onset × rime × tone, in both ways of placing the tone.

A wrong conversion turns nearly every word into something that no Vietnamese speaker can spell ("nghốo",
"chớnh", "Baựo"), so legality alone tells encodings apart after a few words; how common a syllable is
decides between two legal ones ("có" and "cú").
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Final

from extractor.encodings.data import load

TONES: Final = "\u0301\u0300\u0309\u0303\u0323"  # sắc, huyền, hỏi, ngã, nặng
_TONES_OF_STOPS: Final = "\u0301\u0323"
_STOPS: Final = ("p", "t", "c", "ch", "k")
_LIPS: Final = frozenset({"b", "m", "p", "ph", "v"})
_SIGNED: Final = "ăâêôơ"
_VOWELS: Final = frozenset("aăâeêioôơuưy")
# Open "oa", "oe", "uy" bear the tone on either vowel: "hòa" and "hoà", "thúy" and "thuý".
_EITHER: Final = frozenset({"oa", "oe", "uy"})


@cache
def syllables() -> frozenset[str]:
    """All legal syllables in small letters, composed.

    >>> known = syllables()
    >>> [word in known for word in ("nghèo", "nghốo", "hoà", "hòa", "quý", "thuyền", "tât", "tất")]
    [True, False, True, True, True, True, False, True]
    """
    return frozenset(_plain_and_toned()) | frozenset(load("syllables")["others"].split())


@cache
def toned_letters() -> tuple[str, ...]:
    """The small vowels that bear a tone, composed."""
    return tuple(unicodedata.normalize("NFC", vowel + tone) for vowel in sorted(_VOWELS) for tone in TONES)


@cache
def common_syllables() -> frozenset[str]:
    """The commonest syllables with a mark, which are nine in ten of those in an administrative text."""
    return frozenset(load("syllables")["common"].split())


def _plain_and_toned() -> Iterator[str]:
    for onset, rime in _combinations():
        if not rime.endswith(_STOPS):
            yield onset + rime
        tones = _TONES_OF_STOPS if rime.endswith(_STOPS) else TONES
        for place in _tone_places(rime, glide=onset != "qu"):
            for tone in tones:
                toned = unicodedata.normalize("NFC", rime[place] + tone)
                yield onset + rime[:place] + toned + rime[place + 1 :]


def _combinations() -> Iterator[tuple[str, str]]:
    """Yield every onset with each rime that may follow it."""
    words = {name: text.split() for name, text in load("syllables").items()}
    both, front, back = words["onsets"], words["onsets_before_front"], words["onsets_before_back"]
    for rime in words["rimes"]:
        yield from ((onset, rime) for onset in ("", *both, *(front if rime[0] in "eêi" else back)))
    for rime in words["rimes_with_glide"]:
        yield from ((onset, rime) for onset in ("", *both, *back) if onset not in _LIPS and onset != "c")
    yield from (("qu", rime) for rime in words["rimes_after_qu"])
    yield from (("gi", rime) for rime in words["rimes_after_gi"])
    yield from (("g", rime) for rime in words["rimes_of_i_after_g"])
    yield from (("", rime) for rime in words["rimes_without_onset"])
    yield from ((onset, "y") for onset in words["onsets_before_y"])


def _tone_places(rime: str, *, glide: bool) -> tuple[int, ...]:
    """Where a rime bears its tone: on the letter with a sign, else on the main vowel.

    >>> [_tone_places(rime, glide=True) for rime in ("ươi", "oa", "oan", "ia", "uyên", "ao", "oai", "ưa")]
    [(1,), (0, 1), (1,), (0,), (2,), (0,), (1,), (0,)]
    """
    signed = [place for place, letter in enumerate(rime) if letter in _SIGNED]
    if signed:
        return (signed[-1],)
    vowels = len(rime) - len(rime.lstrip("".join(_VOWELS)))
    if vowels == 1 or not glide:
        return (0,)
    if rime in _EITHER:
        return (0, 1)
    closed = vowels < len(rime)
    return (1,) if closed or vowels == 3 else (0,)
