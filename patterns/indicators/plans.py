"""What is planned, as figures are measured by it: the one vocabulary of plans ("kế hoạch", "dự toán", "NQ")."""

from __future__ import annotations

from patterns.folding import fold
from patterns.gazetteers import read_data
from patterns.indicators.vocabulary import alternation, words

_SHORT = tuple(map(fold, read_data("bases")["plan"]["short"]))
_SET_BY = tuple(map(fold, read_data("bases")["plan"]["set_by"]))
_NAMES = tuple(word for word in words("bases", "plan") if word not in (*_SHORT, *_SET_BY))

# The plan itself: "kế hoạch", "dự toán"; with its short forms ("KH"); with the documents that set it ("NQ").
NAMES = alternation(_NAMES)
NAMES_AND_SHORT = alternation(_NAMES, _SHORT)
ALL = alternation(words("bases", "plan"))
