"""Capitals of TCVN3, which has no capital letters with a tone.

Headlines are typed with capitals fonts (".VnTimeH"), as "Céng hoµ" or as "CéNG HOµ". Where the font is
known, its runs are put in capitals; where it was lost, the capitals that stand between small letters tell.
"""

from __future__ import annotations

import re

from extractor.encodings.syllables import toned_letters

# A word without plain small letters: "CộNG", "UBND", "Hà".
_TONED = f"[{''.join(toned_letters())}]"
_CAPITAL = "[A-ZĂÂĐÊÔƠƯ]"
_NO_SMALL = rf"(?:{_CAPITAL}|{_TONED}){{1,12}}"
# Of these, a word that shows it was set in capitals: a capital after a toned letter, or two before it.
_BETRAYED = re.compile(rf"{_TONED}{_CAPITAL}|{_CAPITAL}{{2}}{_TONED}")
_HEADLINE = re.compile(rf"(?<!\w){_NO_SMALL}(?: (?:[-–] )?{_NO_SMALL})*+(?!\w)")


def restore_headlines(text: str) -> str:
    """Put words in capitals where a capitals font must have shown them so, with their neighbours.

    >>> restore_headlines("CộNG HòA Xã HộI, Số 12/NĐ-CP của Bộ, TỉNH Hà NAM")
    'CỘNG HÒA XÃ HỘI, Số 12/NĐ-CP của Bộ, TỈNH HÀ NAM'
    """
    if not _BETRAYED.search(text):
        return text
    return _HEADLINE.sub(lambda line: line[0].upper() if _BETRAYED.search(line[0]) else line[0], text)


def as_capitals(reading: str) -> str:
    """Return a word in capitals when it has no plain small letter."""
    return reading if any("a" <= letter <= "z" for letter in reading) else reading.upper()
