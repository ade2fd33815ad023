"""Copies of a text for matching: of the same length, so that an offset in one is an offset in the other."""

from __future__ import annotations

from functools import lru_cache

import regex

from patterns.engines import compile_pattern

_SPACES = "\t\n\r\x0b\x0c\x85\xa0\u2002\u2003\u2007\u2009\u200a\u2028\u2029\u202f\u3000"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d"

# The tone of "oa", "oe", "uy" may stand on either vowel: "hòa" and "hoà", "ủy" and "uỷ" are one word.
TONES = [
    *zip(("òa", "óa", "ỏa", "õa", "ọa"), ("oà", "oá", "oả", "oã", "oạ"), strict=True),
    *zip(("òe", "óe", "ỏe", "õe", "ọe"), ("oè", "oé", "oẻ", "oẽ", "oẹ"), strict=True),
    *zip(("ùy", "úy", "ủy", "ũy", "ụy"), ("uỳ", "uý", "uỷ", "uỹ", "uỵ"), strict=True),
]


# Whole texts are kept few, since they are large; words many, since the same ones come again.
_WORD_LENGTH = 200


def unify(text: str) -> str:
    """Make all white space a blank, all dashes "-" and the eth of OCR and old keyboards "Đ"; keep case.

    >>> unify("Số 12/QÐ –\\nUBND")
    'Số 12/QĐ - UBND'
    """
    return _unify(text) if len(text) <= _WORD_LENGTH else _unify_text(text)


def fold(text: str) -> str:
    """Fold case too, and the place of tone marks, one character for one.

    Tones go to the second vowel ("uỷ ban", "hoà bình"), which leaves "quý" and "hoàn" as they are.

    >>> fold("ỦY BAN –\\nHòa Bình, Quý I")
    'uỷ ban - hoà bình, quý i'
    """
    return _fold_word(text) if len(text) <= _WORD_LENGTH else _fold_text(text)


def _unify(text: str) -> str:
    for char in _SPACES:
        text = text.replace(char, " ")
    for char in _DASHES:
        text = text.replace(char, "-")
    return text.replace("Ð", "Đ").replace("ð", "đ")


def _fold(text: str) -> str:
    text = unify(text)
    folded = text.lower()
    if len(folded) != len(text):  # "İ" and its like grow when lowered
        folded = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    for modern, old in TONES:
        folded = folded.replace(modern, old)
    return folded


_unify_text = lru_cache(maxsize=2)(_unify)
_fold_text = lru_cache(maxsize=2)(_fold)
_fold_word = lru_cache(maxsize=8192)(_fold)


def compile_phrase(pattern: str) -> regex.Pattern[str]:
    """Compile a verbose pattern in which a blank ("[ ]") stands for up to four: lines are often set wide.

    >>> compile_phrase("giai[ ]đoạn").match("giai   đoạn")[0]
    'giai   đoạn'
    """
    return compile_pattern(_wide(pattern), regex.VERBOSE)


def compile_search(pattern: str) -> regex.Pattern[str]:
    """Compile such a pattern for a search: what a match must hold is looked for first, which skips the rest.

    >>> compile_search("giai[ ]đoạn").search("trong giai   đoạn")[0]
    'giai   đoạn'
    """
    return regex.compile(_wide(pattern), regex.VERBOSE)


def _wide(pattern: str) -> str:
    return regex.sub(r"\[ \](?![*+?{])", "[ ]{1,4}", pattern).replace("[ ]?", "[ ]{0,4}")


def compile_before(pattern: str) -> regex.Pattern[str]:
    """Compile a pattern that is matched backwards from where the text is cut off, without a search for its start.

    >>> compile_before(r"(?:từ|đến[ ]hết)[ ]").match("tính đến hết 31/12", 0, 13)[0]
    'đến hết '
    """
    return compile_phrase(f"(?r){pattern}")
