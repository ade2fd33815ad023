"""Headings that were run together on one line: "Phần thứ nhấtTÌNH HÌNH CHUNGI- KINH TẾ"."""

from __future__ import annotations

import regex

from extractor.structure.numbering import ORDINALS, parse

# "Phần thứ nhấtTÌNH HÌNH", "CHƯƠNG IIQUY ĐỊNH", "Phần thứ nhất TÌNH HÌNH": the number of a part and its title
_LABEL_AND_TITLE = regex.compile(
    rf"""\A(?:(?i:phần|chương)\s+(?:(?i:thứ\s+(?:{ORDINALS}))|[IVXL]{{1,7}}+|\d{{1,2}}+)|(?i:mục)\s+\d{{1,2}})
    (?=\p{{Lu}}{{2}})""",
    regex.VERBOSE,
)
# "… SỐ 14I- TÌNH HÌNH", "… chung1- Kết quả", "… HIỆN1- Kết quả": a number runs into the end of a word (in
# capitals of a syllable, so that "QH14. Các" stays whole)
_RUN_INTO = regex.compile(
    r"""(?<=[\p{Ll}\d”").;:])(?=[IVX]{1,5}\s?[-–.]\s?\p{Lu}{2})
    | (?<=[\p{Lu}--[IVXL]])(?=[IVX]{1,5}\s?[-–.]\s?\p{Lu}{2})
    | (?<=[\p{Ll}”")])(?=\d{1,2}(?:\.\d{1,2})?\s?[-–.]\s\p{Lu}\p{Ll}*)
    | (?<=(?<![\w/-])[\p{Lu}--[AEIOUY]]{0,3}[AĂÂEÊIOÔƠUƯYÁ-Ỹ]{1,3}(?:CH|NH|NG|[CMNPT])?)
      (?=\d{1,2}\s?[-–.]\s\p{Lu}\p{Ll})
    | (?<=\S)(?=(?:Phần\sthứ|PHẦN\sTHỨ)\s)""",
    regex.VERBOSE | regex.VERSION1,
)
# "II. KẾT QUẢ 1. Về kinh tế", "Phần thứ nhất … I- TÌNH HÌNH": the first heading below, on the same line
_FIRST_INSIDE = regex.compile(r"\A\P{Ll}{8,300}?\s(?=(?:1|I|A)\s?[-–./]\s?\p{Lu})")


def glued_headings(text: str, *, headed: bool = True) -> list[int]:
    """Offsets at which headings that were run together on one line come apart.

    `headed`: the line is set as a heading; in others only the number of a part and its title are parted.

    >>> glued_headings("Phần thứ nhấtKẾT QUẢ NĂM 2019I- TÌNH HÌNH")
    [13, 29]
    >>> glued_headings("I. KẾT QUẢ CHUNG 1. Về kinh tế"), glued_headings("THEO CHỈ THỊ SỐ 14-CT/TU")
    ([17], [])
    """
    if len(text) > 1000:
        return []
    label = _LABEL_AND_TITLE.match(text)
    places = [label.end()] if label else []
    if headed:
        places += [found.start() for found in _RUN_INTO.finditer(text)]
    if headed and parse(text) is not None and (inside := _FIRST_INSIDE.match(text)):
        places.append(inside.end())
    return sorted(set(places))
