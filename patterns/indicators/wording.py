"""Labels as words: phrases put together, marks at the edges taken off."""

from __future__ import annotations

from functools import lru_cache

import regex

from patterns.engines import compile_pattern
from patterns.folding import fold

_EDGES = " ,;:.-–()[]\"“”'…/+•*"


# No label is as long, save where each of a thousand figures says the one before it again.
_LONGEST_LABEL = 600


def join(first: str, second: str) -> str:
    """Two phrases with the words that end one and begin the other said once.

    >>> join("chỉ số sản xuất công nghiệp", "công nghiệp khai khoáng")
    'chỉ số sản xuất công nghiệp khai khoáng'
    """
    head, tail = first.split(), second.split()
    ended, begun = [word.lower() for word in head], [word.lower() for word in tail]
    if begun and begun[0] in ended:
        for size in range(min(len(head), len(tail)), 0, -1):
            if ended[-size:] == begun[:size]:
                return " ".join(head + tail[size:])
    return f"{first} {second}".strip()


def tidy(label: str) -> str:
    """One line without the marks at its edges; a sentence's capital is lowered, a name's is not.

    >>> tidy("Tỷ lệ hộ nghèo, "), tidy("Tây Ninh"), tidy("tổng sản phẩm (GRDP")
    ('tỷ lệ hộ nghèo', 'Tây Ninh', 'tổng sản phẩm (GRDP)')
    """
    text = " ".join(label[:_LONGEST_LABEL].split()).strip(_EDGES)
    if text.count("(") > text.count(")"):
        text += ")"
    if text.count("“") > text.count("”"):
        text += "”"
    elif text.count('"') % 2:
        text += '"'
    first, _, rest = text.partition(" ")
    if rest and first[1:].islower() and first[:1].isupper() and not rest[:1].isupper():
        text = text[0].lower() + text[1:]
    return text


# "I. ", "2.1. ", "a) " and what says only that a section tells of its subject.
_HEADING_MARK = compile_pattern(r"(?:(?:\p{Lu}{1,5}|\d{1,2}|\p{Ll})(?:\.\d{1,2}){0,4}[.)/–-]{1,2}\ ?)?")
_HEADING_OPENING = compile_pattern(
    r"(?:(?:về|tình\ hình|kết\ quả|công\ tác|đánh\ giá|thực\ trạng|một\ số|hoạt\ động|việc|thực\ hiện)(?:\ |$))*"
)
_PARENTHESIS = regex.compile(r"\([^()]*\)")
_HEADING_WORDS = 6


@lru_cache(4096)
def heading_subject(heading: str, *, longest: int = _HEADING_WORDS) -> str:
    """What a section is about, by its heading; "" for one that is a sentence, of more words than the longest.

    >>> heading_subject("II. TÌNH HÌNH TAI NẠN GIAO THÔNG"), heading_subject("2.1. Về chăn nuôi")
    ('tai nạn giao thông', 'chăn nuôi')
    """
    text = " ".join(heading.split()).strip(_EDGES)
    text = text[_heading_start(text) :].strip(_EDGES)
    if text.isupper():
        text = text.lower()
    opened = _HEADING_OPENING.match(fold(text))
    text = text[opened.end() :] if opened else text
    plain = _PARENTHESIS.sub("", text)
    return text if len(plain.split()) <= longest else ""


def _heading_start(text: str) -> int:
    match = _HEADING_MARK.match(text)
    return match.end() if match else 0
