"""Short forms that a report defines for itself: "quy chế dân chủ (QCDC)", "(sau đây gọi tắt là BCĐ)"."""

from __future__ import annotations

from collections.abc import Mapping

import regex

from patterns.folding import fold

# "Ban Chỉ đạo (BCĐ)", "Ban Chỉ đạo (viết tắt là BCĐ)", "Ban Chỉ đạo (sau đây gọi tắt là BCĐ)"
_DEFINED = regex.compile(
    r"\((?:(?:sau\s+đây\s+)?(?:gọi|viết)(?:\s+tắt)?\s+là\s+)?(?P<short>\p{Lu}[\p{Lu}&-]{1,11})\)"
)
_WORD = regex.compile(r"\p{L}+")
_BEFORE = 120  # characters that may hold the words of a short form


def definitions(text: str) -> dict[str, str]:
    """The short forms that a text defines, each with the words whose first letters it is made of.

    >>> definitions("thực hiện quy chế dân chủ (QCDC) ở cơ sở; Chỉ thị (viết tắt là CT14)")
    {'QCDC': 'quy chế dân chủ'}
    """
    found: dict[str, str] = {}
    for match in _DEFINED.finditer(text):
        long = _spelled(text[max(0, match.start() - _BEFORE) : match.start()], match["short"])
        if long is not None:
            found.setdefault(match["short"], long)
    return found


def expand(label: str, defined: Mapping[str, str]) -> str:
    """The label with the report's short forms written out.

    >>> expand("cuộc kiểm tra QCDC", {"QCDC": "quy chế dân chủ"})
    'cuộc kiểm tra quy chế dân chủ'
    """
    for short, long in defined.items():
        if short in label:
            label = regex.sub(rf"(?<![\p{{L}}&-]){regex.escape(short)}(?![\p{{L}}&-])", long, label)
    return label


def _spelled(before: str, short: str) -> str | None:
    letters = [letter for letter in fold(short) if letter.isalpha()]
    found = list(_WORD.finditer(before))[-len(letters) :]
    if len(found) < len(letters) or not before[found[-1].end() :].isspace():
        return None
    initials = [fold(word[0])[0] for word in found]
    return " ".join(before[found[0].start() : found[-1].end()].split()) if initials == letters else None
