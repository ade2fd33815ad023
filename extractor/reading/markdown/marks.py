"""The marks of footnotes (dấu chú thích) as OCR services spell them."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from extractor.reading.marks import typed_label

_RAISED = "¹²³⁰⁴⁵⁶⁷⁸⁹"
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾", "0123456789()")
_LABEL = r"(?:\d{1,3}|\\?\*{1,3}|[a-zA-Z†‡](?=\s*[)\]]))"

_FORMS = {
    "<": regex.compile(  # "<sup>(1)</sup>", "<sup>1)</sup>", "<sup> [2] </sup>", "<sup>**(3)**</sup>"
        rf"<sup\b[^<>]{{0,200}}>(?:\s|\*\*|</?[abiu]\b[^<>]{{0,200}}>){{0,6}}"
        rf"(?P<printed>[(\[]?\s?(?P<label>{_LABEL})\s?[)\]]?)"
        r"(?:\s|\*\*|</?[abiu]\b[^<>]{0,200}>){0,6}</sup\s*>",
        regex.IGNORECASE,
    ),
    "[": regex.compile(r"(?P<printed>\[\^(?P<label>[^\s\[\]^]{1,20})\])"),  # "[^1]", "[^fn2]"
    "$": regex.compile(  # "$^{1}$", "$^{(1)}$", "${}^1$", "$^{\text{(1)}}$"
        r"\$\s?(?:\{\s?\})?\s?\^\s?\{?\s?(?:\\(?:text|mathrm|textrm)\s?\{)?"
        r"(?P<printed>\(?(?P<label>\d{1,3}|\*{1,3})\)?)\s?\}{0,2}\s?\$"
    ),
    "^": regex.compile(r"\^(?P<printed>[(\[]?(?P<label>\d{1,3})[)\]]?)\^"),  # "^(1)^", "^1^" (Pandoc)
    "(": regex.compile(rf"(?P<printed>\((?P<label>[{_RAISED}]{{1,3}})\))"),  # "(¹)"
}
_RAISED_FORM = regex.compile(rf"(?P<printed>(?P<label>[{_RAISED}]{{1,3}})[)⁾]?)")  # "¹", "¹²", "¹)"


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark in the source: `printed` is the span that a reader sees, `end` where its markup ends."""

    end: int
    printed: tuple[int, int]
    label: str


def match(source: str, start: int, end: int) -> Mark | None:
    """The footnote mark that begins at `source[start]`; None for a power and for anything else.

    >>> match("dân<sup>(1)</sup>.", 3, 18)
    Mark(end=17, printed=(8, 11), label='1')
    >>> match("5 km² rừng", 4, 10) is None
    True
    """
    character = source[start]
    form = _RAISED_FORM if character in _RAISED else _FORMS.get(character)
    found = form.match(source, start, end) if form else None
    if found is None:
        return None
    label = found["label"].translate(_DIGITS).lstrip("\\")
    if character != "[" and not label.isalpha():
        printed = found["printed"].translate(_DIGITS).replace("\\", "").replace(" ", "")
        if typed_label(printed, source[max(0, start - 8) : start]) is None:
            return None
    return Mark(found.end(), found.span("printed"), label)
