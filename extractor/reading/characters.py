"""Text as the page shows it, through a map back to the source: NFC, plain spaces, no invisible characters.

Vietnamese letters come composed ("ế"), decomposed ("e" and two marks) or, in code page 1258, half and half;
the patterns know one spelling. Characters that only steer typesetting would break words and numbers apart.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

import regex

SOFT_HYPHEN = "\u00ad"
_CONTROLS = "".join(chr(code) for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n")
_SPACES = _CONTROLS + "\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_INVISIBLE = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
_HYPHENS = "\u2010\u2011"
_ODD = re.compile(f"[{_SPACES}{_INVISIBLE}{_HYPHENS}]")
_INVISIBLE_ONE = re.compile(f"[{_INVISIBLE}]")
_LATIN_LETTER = re.compile("[\u00a1-\u00ac\u00ae-\u00ff]")
_UNICODE_VIETNAMESE = re.compile(
    "[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0-\u01b0\u0300-\u0323\u1ea0-\u1ef9]"
)

# What may change length: a character with the marks that combine with it. The second pattern leaves nothing
# out (Hangul vowels combine too); the first is that of nearly all texts, and fast.
_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_CLUSTER = re.compile(rf"(?s).?[{_MARKS}{_INVISIBLE}]{{1,64}}")
_EVERY_CLUSTER = regex.compile(rf"(?s).[\p{{M}}\u1160-\u11ff{_INVISIBLE}]{{0,64}}")

# No letter bears so many marks; putting them in order would take quadratic time.
_RUNAWAY = re.compile(f"[{_MARKS}]{{64}}")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A clean text and its map: from `starts[i]` on, characters stand one by one at `sources[i]` and after.

    >>> cleaned = clean("Nghe\\u0323\\u0302 An")
    >>> cleaned.text, cleaned.source(6), cleaned.place(8)
    ('Nghệ An', 8, 6)
    """

    text: str
    starts: tuple[int, ...] = (0,)
    sources: tuple[int, ...] = (0,)

    def source(self, offset: int) -> int:
        """Where in the source the character `text[offset]` stands."""
        run = bisect_right(self.starts, offset) - 1
        return self.sources[run] + offset - self.starts[run]

    def place(self, source: int) -> int:
        """Where in `text` the character of the source stands, or the first after it that is kept."""
        run = bisect_right(self.sources, source) - 1
        offset = self.starts[run] + source - self.sources[run]
        return (
            min(offset, self.starts[run + 1]) if run + 1 < len(self.starts) else min(offset, len(self.text))
        )


def clean(text: str) -> Cleaned:
    """Compose, turn odd spaces into " " and odd hyphens into "-", and drop what is invisible.

    A soft hyphen is a place to break a word at, but in TCVN3 its code is the letter "ư": there it stays.

    >>> clean("14\\u2011CT/TU\\u00a0\\u200b").text
    '14-CT/TU '
    >>> clean("phát\\u00adtriển").text, len(clean("n\\u00adíc").text)
    ('pháttriển', 4)
    """
    if _RUNAWAY.search(text):
        return _clean_clusters(text, _CLUSTER, "")
    if not _ODD.search(text):
        if unicodedata.is_normalized("NFC", text):
            return Cleaned(text)
    elif not _INVISIBLE_ONE.search(text):
        text = _ODD.sub(_shown, text)
        if unicodedata.is_normalized("NFC", text):
            return Cleaned(text)
    keep = SOFT_HYPHEN if SOFT_HYPHEN in text and is_before_unicode(text) else ""
    cleaned = _clean_clusters(text, _CLUSTER, keep)
    if unicodedata.is_normalized("NFC", cleaned.text):
        return cleaned
    return _clean_clusters(text, _EVERY_CLUSTER, keep)  # single characters with another canonical form


def is_before_unicode(text: str) -> bool:
    """Tell text whose letters are single bytes of an encoding of the years before Unicode."""
    return bool(_LATIN_LETTER.search(text)) and not _UNICODE_VIETNAMESE.search(text)


def _shown(odd: re.Match[str]) -> str:
    return "-" if odd[0] in _HYPHENS else " "


def _clean_clusters(text: str, clusters: re.Pattern[str] | regex.Pattern[str], keep: str) -> Cleaned:
    """Rewrite each cluster alone and start a new run of the map where the lengths part."""
    pieces: list[str] = []
    starts, sources = [0], [0]
    length = end = 0
    for match in clusters.finditer(text):
        cluster = match[0]
        between = text[end : match.start()]
        composed = _compose(cluster, keep)
        pieces += (_ODD.sub(_shown, between), composed)
        length += len(between) + len(composed)
        end = match.end()
        if len(composed) != len(cluster):
            starts.append(length)
            sources.append(end)
    pieces.append(_ODD.sub(_shown, text[end:]))
    return Cleaned("".join(pieces), tuple(starts), tuple(sources))


@lru_cache(maxsize=4096)
def _compose(cluster: str, keep: str) -> str:
    """Compose one cluster; a text has a few hundred different ones."""
    kept = "".join(each for each in cluster if each in keep or not _INVISIBLE_ONE.match(each))
    return unicodedata.normalize("NFC", _ODD.sub(lambda odd: odd[0] if odd[0] in keep else _shown(odd), kept))
