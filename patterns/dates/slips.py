"""Letters that a scan gives for digits: "ngày O5/7/2O19", "năm 20l7"."""

from __future__ import annotations

import regex

# A digit beside one of the letters, which the rest is only looked at for; the two orders apart are found sooner
_SIGNS = (regex.compile(r"\d[ol]"), regex.compile(r"[ol]\d"))
_HINT = regex.compile(r"\d[ol](?!\p{L}{2})|(?<!\w)[ol]\d")
_CENTURY = r"(?:[1l]9|2[0o])"
_MISREAD = regex.compile(
    rf"""(?<![\p{{L}}\d.,])(?:
      [\dol]{{1,2}}(?P<sep>[/.-])[\dol]{{1,2}}(?P=sep){_CENTURY}[\dol]{{2}}     # O5/7/2O19
    | (?:[\dol]{{1,2}}/)?{_CENTURY}[\dol]{{2}}                                # 2Ol9, l2/2018
    | (?<=(?:ngày|tháng)\ {{1,4}})[\dol]{{1,2}}(?:/[\dol]{{1,2}})?              # tháng O9
    )(?![\p{{L}}\d])""",
    regex.VERBOSE,
)
_DIGITS = str.maketrans("ol", "01")


def mend_digits(folded: str) -> str:
    """Put digits where letters stand for them in a day, month or year; the length stays.

    >>> mend_digits("ngày o5/7/2o19, lô 2o, khí o2")
    'ngày 05/7/2019, lô 2o, khí o2'
    """
    if not any(sign.search(folded) for sign in _SIGNS) or not _HINT.search(folded):
        return folded
    return _MISREAD.sub(lambda found: found[0].translate(_DIGITS), folded)
