"""Two spellings under which Vietnamese text is searched; both keep the length, so that hit offsets hold.

No SQLite tokenizer folds đ: "dong thap" misses "Đồng Tháp" even with remove_diacritics 2.  And the same word
is written hoà or hòa, thuỷ or thủy, according to where a typist puts the tone.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Grave, acute, tilde, hook above, dot below: the five written tones.
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_VOWELS = "aăâeêioôơuưy"
_TONED = "".join(unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in sorted(_TONES))
# A whole run of vowels whose first one bears no tone, but a later one does: "oà", "uyề".
_LATE_TONE = re.compile(rf"(?<![{_VOWELS}{_TONED}])[{_VOWELS}]+[{_TONED}][{_VOWELS}{_TONED}]*")


class _Bare(dict[int, str]):
    """A translation table to letters without marks that works out each character once."""

    def __missing__(self, code: int) -> str:
        letter = unicodedata.normalize("NFD", _lower(chr(code)))[0]
        self[code] = bare = "d" if letter == "đ" else letter
        return bare


_BARE = _Bare()


def with_marks(text: str) -> str:
    """Lower case with each tone on the first vowel of its vowels: the spelling that `body` is searched under.

    >>> with_marks("Hoà Bình"), with_marks("HÒA BÌNH"), with_marks("Thuỷ") == with_marks("thủy")
    ('hòa bình', 'hòa bình', True)
    """
    return _LATE_TONE.sub(_move_tone, _lower(text))


def without_marks(text: str) -> str:
    """Lower case without marks, đ as d: the spelling that `body_fold` is searched under.

    >>> without_marks("Đồng Tháp"), len(without_marks("Đồng Tháp"))
    ('dong thap', 9)
    """
    return text.translate(_BARE)


def has_marks(text: str) -> bool:
    """Whether a person who typed this cares for accents.

    >>> has_marks("dong thap"), has_marks("Đồng"), has_marks("KH-UBND")
    (False, True, False)
    """
    return _lower(text) != without_marks(text)


def _lower(text: str) -> str:
    """Lower case of the same length; the eth that old keyboards and OCR give for đ becomes đ."""
    lower = text.lower()
    if len(lower) != len(text):  # the lower case of İ is two characters
        lower = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    return lower.replace("ð", "đ")


def _move_tone(match: re.Match[str]) -> str:
    return _tone_first(match.group())


@lru_cache(maxsize=4096)
def _tone_first(run: str) -> str:
    """Put the only tone of a run of vowels on its first vowel; leave a run of none or several as it is."""
    split = [unicodedata.normalize("NFD", letter) for letter in run]
    tones = [mark for letter in split for mark in letter if mark in _TONES]
    if len(tones) != 1:
        return run
    bare = ["".join(mark for mark in letter if mark not in _TONES) for letter in split]
    bare[0] += tones[0]
    return "".join(unicodedata.normalize("NFC", letter) for letter in bare)
