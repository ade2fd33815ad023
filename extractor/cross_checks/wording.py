"""Words and values as they are compared, and as messages write them."""

from __future__ import annotations

from datetime import date
from functools import cache

import regex

from patterns.folding import fold
from patterns.gazetteers import read_data

_WORD = regex.compile(r"[\p{L}\d]+(?:[-./][\p{L}\d]+)*")


def content_words(text: str) -> frozenset[str]:
    """The words of a title that tell what it is about, folded.

    >>> sorted(content_words("về việc triển khai Quy chế dân chủ ở cơ sở"))
    ['chế', 'chủ', 'cơ', 'dân', 'quy', 'sở', 'việc']
    """
    words = _WORD.findall(_verbs().sub(" ", fold(text)))
    return frozenset(words) - _stops()


@cache
def _stops() -> frozenset[str]:
    return frozenset(fold(word) for word in read_data("function_words")["stops"]["words"])


@cache
def _verbs() -> regex.Pattern[str]:
    """Verbs that head a title ("triển khai", "tăng cường"), whatever it is about."""
    verbs = sorted(map(fold, read_data("function_words")["verbs"]["words"]), key=len, reverse=True)
    return regex.compile(rf"(?<!\p{{L}})(?:{'|'.join(map(regex.escape, verbs))})(?!\p{{L}})")


def shared(first: frozenset[str], second: frozenset[str]) -> float:
    """Which share of the shorter of two sets of words is in the other, 0 where one is empty.

    >>> shared(frozenset("abcd"), frozenset("ab"))
    1.0
    """
    return len(first & second) / min(len(first), len(second)) if first and second else 0.0


def is_one_slip(first: str, second: str) -> bool:
    """Whether two strings differ by one typing slip: a character wrong, left out or doubled, or two swapped.

    >>> is_one_slip("120-KL/TW", "102-KL/TW"), is_one_slip("14-CT/TU", "15-CT/TW"), is_one_slip("a", "a")
    (True, False, False)
    """
    if first == second or abs(len(first) - len(second)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), None)
    if start is None:
        return True
    one, other = first[start:], second[start:]
    if len(one) != len(other):
        return one[1:] == other or one == other[1:]
    return one[1:] == other[1:] or (one[:2] == other[1::-1] and one[2:] == other[2:])


def written_day(iso: str) -> str:
    """A day as reports write it: days below 10 and months 1 and 2 with a nought (Nghị định 30/2020/NĐ-CP).

    >>> written_day("2016-01-07"), written_day("2018-05-12")
    ('07/01/2016', '12/5/2018')
    """
    day = date.fromisoformat(iso)
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{day.day:02}/{month}/{day.year}"
