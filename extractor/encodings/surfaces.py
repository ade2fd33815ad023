"""What programs made of the bytes before we see them, and the way back to one character a byte.

- Windows-1252 shows the bytes 0x80–0x9F as “ ” … – and their like (letters in VISCII, VPS and UTF-8).
- A run marked as Vietnamese (charset 163) was taken through code page 1258, which makes combining marks of
  CC D2 DE EC F2 and Ă Đ Ơ Ư ă đ ơ ư ₫ of nine more.
- A run in a symbol charset (2) was lifted to U+F020–F0FF, and control codes, where XML cannot hold them.
- PDF engines call the glyph of 0xAD a minus (U+2212) and that of 0xB7 an operator (U+2219).
"""

from __future__ import annotations

import re
from typing import Final


def _shown_by(code_page: str) -> dict[int, str]:
    """Map what a code page shows otherwise than Latin-1 back to the character of its byte."""
    shown = ((byte, bytes([byte]).decode(code_page, "ignore")) for byte in range(0x80, 0x100))
    return {ord(character): chr(byte) for byte, character in shown if character and ord(character) != byte}


_WESTERN: Final = _shown_by("cp1252")
_VIETNAMESE: Final = _shown_by("cp1258")
_AS_WESTERN: Final = {ord(byte): chr(shown) for shown, byte in _WESTERN.items()}
_AS_VIETNAMESE: Final = {ord(byte): chr(shown) for shown, byte in _VIETNAMESE.items()}
_LIFTED: Final = {0xF000 + byte: chr(byte) for byte in range(1, 0x100)}

# What code page 1258 makes of bytes that are other letters in every other encoding.
PASSED_1258: Final = frozenset("ĂĐƠƯăđơư₫\u0300\u0301\u0303\u0309\u0323")

LIFTED: Final = re.compile("[\uf001-\uf0ff]")

_OPERATORS: Final = {"\u2212": "ư", "\u2219": "ã"}
_OPERATOR: Final = re.compile("[\u2212\u2219]")
# A minus between figures is a minus: only one that touches a letter is "ư".
_OPERATOR_BY_LETTER: Final = re.compile(r"(?<=[^\W\d_])[\u2212\u2219]|[\u2212\u2219](?=[^\W\d_])")


def show_western(text: str) -> str:
    """Show the bytes of a text as Windows-1252 does.

    >>> show_western("\x93tèt\x94")
    '“tèt”'
    """
    return text.translate(_AS_WESTERN)


def undo_western(text: str) -> str:
    """Take "“" and its like back to the bytes that Windows-1252 shows so.

    >>> undo_western("Ã “ …") == "Ã \x93 \x85"
    True
    """
    return text if text.isascii() else text.translate(_WESTERN)


def undo_vietnamese(text: str) -> str:
    """Take the marks and letters of code page 1258 back to their bytes.

    >>> undo_vietnamese("B¸o c¸o t×nh h×nh s¶n xuÊt, ®ă cố g¾ng")
    'B¸o c¸o t×nh h×nh s¶n xuÊt, ®ã cố g¾ng'
    """
    return text.translate(_VIETNAMESE)


def show_vietnamese(text: str) -> str:
    """Show the bytes of a text as code page 1258 does.

    >>> show_vietnamese("Viêòt") == "Viê\u0323t"
    True
    """
    return text.translate(_AS_VIETNAMESE)


def lower(text: str) -> str:
    """Take a run lifted to the private area back to its bytes.

    >>> lower("\uf042\uf0b8\uf06f")
    'B¸o'
    """
    return text.translate(_LIFTED)


def show_operators(reading: str) -> str:
    """Turn the operators that PDF engines see in "ư" and "ã" into these, where they touch a letter.

    >>> show_operators("n−ớc, h∙y, −5%")
    'nước, hãy, −5%'
    """
    if not _OPERATOR.search(reading):
        return reading
    return _OPERATOR_BY_LETTER.sub(lambda sign: _OPERATORS[sign[0]], reading)
