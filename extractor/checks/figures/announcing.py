"""How the words after a total announce its parts: "gồm", "trong đó", a colon or a parenthesis."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import regex

from extractor.checks.figures.prose import Prose, without_brackets
from extractor.checks.figures.words import group, opening, word


class Extent(Enum):
    """How much of the total the parts are said to be."""

    ALL = "all"  # the three levels, or with the rest's number
    LISTED = "listed"  # "gồm …", "(…)", ": …": all, unless the page lists only what matters
    SOME = "some"  # "trong đó …"


@dataclass(frozen=True, slots=True)
class Announced:
    """Where the parts of a total begin, and how.

    `bracket` says that they stand in a parenthesis; `items` that they go on after a semicolon ("gồm: …; …").
    """

    start: int
    extent: Extent
    bracket: bool
    items: bool = False


SOME = rf"{group('lists_some')}|[,;:(]\s*{group('lists_one')}"
_LIST = regex.compile(rf"(?P<some>{SOME})|(?P<all>{group('lists_all')})|(?P<colon>:)(?!\d)")
_LONGEST_NAME = 160  # code points between a total and the word that announces its parts
_LONGEST_CLAUSE = 300  # where the word opens a clause of its own: ", trong đó"
_MOST_COMMAS = 2


def announced(prose: Prose, whole: int, last: int, first: int) -> Announced | None:
    """How the words between a total and its first part announce parts, or None.

    What the total counts may stand between; a new clause may not ("…; trong đó" still speaks of it). `last` is the
    figure before the first part: the total, or what is said of it.
    """
    gap, start = prose.gap(last, first), prose.indicators[last].end
    bracket = gap.rfind("(")
    if bracket >= 0 and ")" not in gap[bracket:]:
        return _in_bracket(gap, start, bracket) if last == whole else None
    if ")" in gap and "(" not in gap:  # the total stands in a parenthesis that has closed
        return None
    gap = without_brackets(gap)
    match = _LIST.search(gap)
    if match is None or not _speaks_of(gap[: match.start()], match) or word("falls", "rises").search(gap):
        return None
    if match["colon"] and gap[match.end() :].count(",") > 1:
        return None
    extent = Extent.SOME if match["some"] else Extent.LISTED
    items = extent is Extent.LISTED or ":" in gap[match.end() : match.end() + 2]
    return Announced(start + match.end(), extent, bracket=False, items=items)


def _speaks_of(named: str, match: regex.Match[str]) -> bool:
    """Whether a word that announces parts still speaks of the total: no other clause stands between."""
    if ";" in named.rstrip(" ;,"):
        return False
    if not match["colon"] and named.rstrip().endswith((",", ";")):
        return len(named) <= _LONGEST_CLAUSE
    return len(named) <= _LONGEST_NAME and named.count(",") <= _MOST_COMMAS


def _in_bracket(gap: str, start: int, bracket: int) -> Announced | None:
    named, inside = gap[:bracket], gap[bracket + 1 :]
    if len(named) > _LONGEST_NAME or regex.search(r"[;:]", named) or opening("compared").match(inside):
        return None
    some = opening("lists_some", "lists_one").match(inside)
    extent = Extent.SOME if some else Extent.LISTED
    return Announced(start + bracket + 1, extent, bracket=True)
