"""Words and numbers that are one slip of the finger apart."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


def within_one_edit(one: str, other: str) -> bool:
    """Whether one letter added, left out or changed makes one word of the other; equal words are none apart.

    >>> within_one_edit("QĐ-TW", "QĐi-TW"), within_one_edit("TU", "TW"), within_one_edit("HU", "TW")
    (True, True, False)
    """
    if abs(len(one) - len(other)) > 1:
        return False
    head = 0
    while head < min(len(one), len(other)) and one[head] == other[head]:
        head += 1
    rest, tail = one[head:], other[head:]
    return rest[1:] == tail[1:] or rest[1:] == tail or rest == tail[1:]


def digits_swapped(one: str, other: str) -> bool:
    """Whether two neighbours changed places.

    >>> digits_swapped("132", "123"), digits_swapped("321", "123"), digits_swapped("12", "12")
    (True, False, False)
    """
    if len(one) != len(other):
        return False
    unlike = [at for at in range(len(one)) if one[at] != other[at]]
    if len(unlike) != 2 or unlike[1] != unlike[0] + 1:
        return False
    first, second = unlike
    return one[first] == other[second] and one[second] == other[first]


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """A text without tones and marks, in small letters.

    >>> bare("Tánh Linh"), bare("Đắk Đoa")
    ('tanh linh', 'dak doa')
    """
    apart = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(char for char in apart if not unicodedata.combining(char))
