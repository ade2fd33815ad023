"""The numbers of headings and list items: "Phần thứ nhất", "II-", "7.1.", "a)" (NĐ 30/2020, annex I, 6).

A number at the head of a line is only a candidate; years, decimals, dates and quantities are ruled out here,
what is left over ("12. Kết quả" after "tháng") by its place in a sequence, in `sections`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import regex

from extractor.structure.vocabulary import words
from patterns.folding import fold


class Family(StrEnum):
    """A way of numbering, in the order in which they usually contain each other; named units first."""

    ANNEX = "phụ lục"
    PART = "phần"
    CHAPTER = "chương"
    SECTION = "mục"
    SUBSECTION = "tiểu mục"
    ARTICLE = "điều"
    CAPITAL = "A."
    ROMAN = "I."
    ARABIC = "1."
    DECIMAL2 = "1.1."
    DECIMAL3 = "1.1.1."
    DECIMAL4 = "1.1.1.1."
    ARABIC_PAREN = "1)"
    LETTER = "a)"
    LETTER_DIGIT = "a.1)"
    BULLET = "-"


NAMED = (Family.ANNEX, Family.PART, Family.CHAPTER, Family.SECTION, Family.SUBSECTION, Family.ARTICLE)
DECIMALS = (Family.DECIMAL2, Family.DECIMAL3, Family.DECIMAL4)


@dataclass(frozen=True, slots=True)
class Number:
    """The number of a line.

    Attributes:
        label: as printed, bare ("II", "7.1", "a", "Phần thứ nhất"; for a bullet the mark itself).
        order: its place among its siblings, from 1; parent: the orders before it in "7.1" (7,).
        end: where in the line the words after the number begin.
    """

    family: Family
    label: str
    order: int
    end: int
    parent: tuple[int, ...] = ()


_HEAD = 120  # characters of a line that are looked at
_LETTERS = "abcdđefghiklmnopqrstuvxy"  # the order of points in law texts, and the "f" of old office texts
_CAPITALS = "ABCDĐEGHKLMN"
_WELL_FORMED = regex.compile(r"L?X{0,4}(?:IX|IV|V?I{0,3})")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50}
ORDINALS = "|".join(regex.escape(word) for word in words("ordinals"))

# "Phần thứ nhất", "PHẦN II:", "Chương I.", "Mục 2", "Điều 12.", "Phụ lục số 01", "Biểu mẫu số 3"
_NAMED = regex.compile(
    rf"""(?P<name>phụ\ lục|phần|chương|tiểu\ mục|mục|điều)
    (?:\ +(?:thứ\ +(?P<ordinal>{ORDINALS})|(?:số\ +)?(?P<figure>\d{{1,3}})(?P<suffix>[a-zđ]?)
        |(?:số\ +)?(?P<roman>[ivxl]{{1,7}})|(?P<letter>[a-eđ]))(?!\w))?""",
    regex.VERBOSE,
)
_AFTER_NAMED = regex.compile(r"\s*[.:\-–—/)]*\s*")
_PLAIN = regex.compile(
    r"""(?:
      (?P<roman>[IVXL]{1,7})\s?[.\-–—/:)]
    | (?P<capital>[A-EĐGHK])\s?[.\-–—/)]
    | (?P<decimal>\d{1,2}(?:\.\d{1,2}){1,3})(?:\s?[.\-–—/:)])?
    | (?P<arabic>\d{1,2})\s?(?:\.\)|[.\-–—/:])
    | \(?(?P<paren>\d{1,2})\s?\)
    | (?P<mixed>[a-zđ]\.?\d{1,2})\s?[.)\-–/]
    | \(?(?P<letter>[a-iklm-qs-vxyđ])\s?[.)\-–/]
    )(?P<space>\s*)(?=(?P<word>[\p{L}“"‘'(\[*]))""",
    regex.VERBOSE,
)
_BULLET = regex.compile(r"(?P<mark>[-–—+*•▪▫■□●○◦►➢❖✓✔·])(?:\s+(?=\S)|(?=\p{Lu}\p{Ll}))")


def parse(text: str) -> Number | None:
    """The number at the head of a line.

    >>> parse("II- KẾT QUẢ")
    Number(family=<Family.ROMAN: 'I.'>, label='II', order=2, end=4, parent=())
    >>> parse("7.1. Xã")
    Number(family=<Family.DECIMAL2: '1.1.'>, label='7.1', order=1, end=5, parent=(7,))
    >>> [parse(t) for t in ("1.234 hộ", "2.5 triệu", "15/3/2016", "10 - 15%", "2020. Trong", "A và B")]
    [None, None, None, None, None, None]
    """
    return _parse(text[:_HEAD])


@lru_cache(maxsize=4096)
def _parse(head: str) -> Number | None:
    bullet = _BULLET.match(head)
    if bullet:
        return Number(Family.BULLET, bullet["mark"], 0, bullet.end())
    return (_parse_named(head) if head[:1] in "PpCcMmTtĐđ" else None) or _parse_plain(head)


def _parse_named(head: str) -> Number | None:
    """A number that names its unit; prose about one ("Phần lớn các hộ", "Điều 5 và 6") is none."""
    folded = fold(head)
    found = _NAMED.match(folded)
    if found is None or (found["name"] != "phụ lục" and found.end() == found.end("name")):
        return None
    after = _AFTER_NAMED.match(head, found.end())
    end = after.end() if after else found.end()
    rest, separator = head[end:], head[found.end() : end].strip()
    written_large = head[: found.end()].isupper()
    if rest and not separator and not (rest[0].isupper() or rest[0] in '“"('):
        return None
    bare = bool(rest) and not separator and not written_large
    if bare and (found["name"] == "điều" or (found["name"] in ("mục", "phần") and not rest[:2].isupper())):
        return None
    if rest and separator in (")", "/"):
        return None
    return Number(Family(found["name"]), head[: found.end()], _named_order(found), end)


def _named_order(found: regex.Match[str]) -> int:
    if found["ordinal"]:
        return ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"].index(
            found["ordinal"]
        ) + 1
    if found["figure"]:
        return int(found["figure"])
    if found["roman"]:
        return _roman(found["roman"].upper()) or 1
    return _LETTERS.index(found["letter"]) + 1 if found["letter"] else 1


def _parse_plain(head: str) -> Number | None:
    found = _PLAIN.match(head)
    if found is None:
        return None
    kind = found.lastgroup if found.lastgroup not in ("space", "word") else None
    kind = next(k for k in ("roman", "capital", "decimal", "arabic", "paren", "mixed", "letter") if found[k])
    label, word = found[kind], found["word"]
    closed = head[found.end(kind) : found.start("space")].strip()
    if not found["space"] and not (word.isupper() and kind != "letter"):
        return None
    match kind:
        case "roman":
            order = _roman(label)
            return Number(Family.ROMAN, label, order, found.end()) if order else None
        case "capital":
            return Number(Family.CAPITAL, label, _CAPITALS.index(label) + 1, found.end())
        case "decimal":
            return _decimal(label, found.end()) if closed or word.isupper() else None
        case "arabic" | "paren":
            family = Family.ARABIC if kind == "arabic" else Family.ARABIC_PAREN
            return Number(family, label, int(label), found.end()) if int(label) else None
        case "mixed":
            return Number(Family.LETTER_DIGIT, label, int(label.lstrip(_LETTERS + "jwz.")), found.end())
        case _:
            return Number(Family.LETTER, label, _LETTERS.index(label) + 1, found.end())


def _decimal(label: str, end: int) -> Number | None:
    orders = [int(part) for part in label.split(".")]
    if not all(orders):
        return None
    return Number(DECIMALS[len(orders) - 2], label, orders[-1], end, tuple(orders[:-1]))


def _roman(label: str) -> int | None:
    """The value of a Roman number up to 89, None when the letters make none ("VX", "IIII").

    >>> _roman("XIV"), _roman("VX")
    (14, None)
    """
    values = [_ROMAN_DIGITS[letter] for letter in label]
    total = sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
    return total if _WELL_FORMED.fullmatch(label.replace("XL", "XXXX")) else None
