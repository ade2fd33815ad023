"""Numbers as a spreadsheet shows them by its number formats ("#,##0.0", "0%", "dd/mm/yyyy").

Source: ISO/IEC 29500-1 §18.8.30-31. The file does not say in which language it was shown: decimal points and
commas stand as the format writes them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import Final

import regex

GENERAL: Final = "General"

# A section in tokens: quoted and escaped letters, fillers, conditions and colours, placeholders, date parts.
_TOKEN = regex.compile(
    r"""
      "(?P<quoted>[^"]*)"?
    | \\(?P<escaped>.)
    | _(?P<space>.) | \*(?P<fill>.)
    | \[(?P<elapsed>h+|m+|s+)\]
    | \[\$(?P<currency>[^\]-]*)[^\]]*\]
    | \[[^\]]*\]
    | (?P<general>General)
    | (?P<half>AM/PM|A/P)
    | (?P<exponent>E[+-])
    | (?P<digit>[0#?])
    | (?P<date>y+|m+|d+|h+|s+(?:\.0+)?)
    | (?P<other>.)
    """,
    regex.VERBOSE | regex.DOTALL | regex.IGNORECASE,
)
_CONDITION = regex.compile(r"\[(?P<sign><=|>=|<>|<|>|=)(?P<bound>-?\d+(?:\.\d+)?)\]")
_SECTION = regex.compile(r'(?:"[^"]*"?|\\.|\[[^\]]*\]|[^;"\\\[])*+')
_NUMBER_PART = regex.compile(r"[0#?][0#?,. ]*")

_EPOCH: Final = datetime(1899, 12, 30)
_EPOCH_1904: Final = datetime(1904, 1, 1)
_DATES_END: Final = 2_958_466  # the day after 31/12/9999
_PLAIN_DIGITS: Final = 10
_PLAIN_BELOW: Final = 1e15
_MOST_DECIMALS: Final = 30
_EXACT: Final = Context(prec=400)  # digits: any float with thirty decimals


@dataclass(frozen=True, slots=True)
class Shown:
    """What a cell shows, and whether that is a date or a time."""

    text: str
    is_date: bool = False


def show(value: float, code: str, *, from_1904: bool = False) -> Shown:
    """Show a number by a format code; one that cannot be read shows it plainly.

    >>> [show(7.7959, code).text for code in ("#,##0.0", "General", "0%", '0.00" tỷ"')]
    ['7.8', '7.7959', '780%', '7.80 tỷ']
    >>> show(1234567.891, "#,##0.00").text, show(-3.5, "0.0;(0.0)").text, show(0, "0;-0;-").text
    ('1,234,567.89', '(3.5)', '-')
    >>> show(37985, "dd/mm/yyyy"), show(0.5, "h:mm").text
    (Shown(text='30/12/2003', is_date=True), '12:00')
    """
    section, number = _section(code or GENERAL, value)
    tokens = _tokens(section)
    if any(kind in ("date", "elapsed", "half") for kind, _ in tokens):
        date = _show_date(value, tokens, from_1904=from_1904)
        return Shown(date, is_date=True) if date is not None else Shown(plain(value))
    text = _show_number(number, section, tokens)
    return Shown(plain(value) if text is None else text)


def plain(value: float) -> str:
    """Show a number as the format General does in a column that is wide enough.

    >>> plain(7.7959576520000001), plain(1070.0), plain(0.1 + 0.2), plain(-2.5)
    ('7.795957652', '1070', '0.3', '-2.5')
    """
    if value == int(value) and abs(value) < _PLAIN_BELOW:
        return str(int(value))
    return f"{value:.{_PLAIN_DIGITS}g}"


@lru_cache(maxsize=1024)
def _sections(code: str) -> tuple[str, ...]:
    sections, at = [], 0
    while at <= len(code):
        match = _SECTION.match(code, at)
        end = match.end() if match else len(code)
        sections.append(code[at:end])
        at = end + 1
    return tuple(sections)


def _section(code: str, value: float) -> tuple[str, float]:
    """Choose the section of a format for a value, and the number to show in it: the second has no sign."""
    sections = _sections(code)
    for section in sections[:2]:
        condition = _CONDITION.search(section)
        if condition:
            return (section, value) if _holds(value, condition) else (sections[-1], value)
    if value < 0 and len(sections) > 1:
        return sections[1], -value
    if value == 0 and len(sections) > 2:
        return sections[2], value
    return sections[0], value


def _holds(value: float, condition: regex.Match[str]) -> bool:
    bound, sign = float(condition["bound"]), condition["sign"]
    return {
        "<": value < bound,
        ">": value > bound,
        "=": value == bound,
        "<=": value <= bound,
        ">=": value >= bound,
        "<>": value != bound,
    }[sign]


@lru_cache(maxsize=1024)
def _tokens(section: str) -> tuple[tuple[str, str], ...]:
    """Take a section apart into kinds and what they show."""
    found: list[tuple[str, str]] = []
    for match in _TOKEN.finditer(section):
        kind = match.lastgroup
        if kind is None:  # a colour or a condition
            continue
        text = match[kind]
        found.append(("literal", " " if kind == "space" else text) if kind in _LITERALS else (kind, text))
    return tuple(each for each in found if each != ("literal", "") and each[0] != "fill")


_LITERALS: Final = ("quoted", "escaped", "space", "currency")


def _show_number(value: float, section: str, tokens: tuple[tuple[str, str], ...]) -> str | None:
    """Show a number in a section without date parts; None where the section says nothing of it."""
    if any(kind == "exponent" for kind, _ in tokens) or "?/" in section or "#/" in section:
        return plain(value)
    percents = sum(1 for kind, text in tokens if kind == "other" and text == "%")
    body = "".join(text if kind in ("digit", "other") else "\0" for kind, text in tokens)
    match = _NUMBER_PART.search(body)
    number = None
    if match:
        number = _digits(value * 100**percents, match[0])
    shown, placed = [], False
    for place, (kind, text) in enumerate(tokens):
        inside = match is not None and match.start() <= place < match.end()
        if inside:
            shown.append("" if placed else number or "")
            placed = True
        elif kind == "general":
            shown.append(plain(value))
        elif kind in ("literal", "other"):
            shown.append("" if text == "@" else text)
    return "".join(shown).strip() if tokens else None


def _digits(value: float, pattern: str) -> str:
    """Write a number by its placeholders: "#,##0.0", and a comma at the end for each thousand left off."""
    whole, _, decimals = pattern.rstrip(" ").partition(".")
    scaled = len(pattern) - len(pattern.rstrip(", "))
    thousands = "," in whole.rstrip(",")
    places = min(sum(decimals.count(sign) for sign in "0#?"), _MOST_DECIMALS)
    thousandths = scaled if not decimals or pattern.endswith(",") else 0
    number = _EXACT.divide(Decimal(repr(value)), Decimal(1000) ** thousandths)
    rounded = number.copy_abs().quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _EXACT)
    text = f"{rounded:,f}" if thousands else f"{rounded:f}"
    head, _, tail = text.partition(".")
    least = decimals.count("0")
    while len(tail) > least and tail.endswith("0"):
        tail = tail[:-1]
    if head == "0" and "0" not in whole:
        head = ""
    head = head.rjust(whole.count("0"), "0")
    sign = "-" if number < 0 and rounded else ""
    return f"{sign}{head}{'.' + tail if tail else ''}" or "0"


def _show_date(value: float, tokens: tuple[tuple[str, str], ...], *, from_1904: bool) -> str | None:
    if not 0 <= value < _DATES_END:
        return None
    try:
        moment = (_EPOCH_1904 if from_1904 else _EPOCH) + timedelta(seconds=round(value * 86_400))
    except OverflowError:
        return None
    half_days = any(kind == "half" for kind, _ in tokens)
    shown, after_hours = [], False
    for place, (kind, text) in enumerate(tokens):
        letter = text[:1].lower()
        if kind == "elapsed":
            shown.append(_elapsed(value, letter))
        elif kind == "date":
            minutes = letter == "m" and (after_hours or _before_seconds(tokens, place))
            shown.append(_date_part(moment, text.lower(), minutes=minutes, half_days=half_days))
        elif kind == "half":
            shown.append("AM" if moment.hour < 12 else "PM")
        elif kind in ("literal", "other", "digit"):
            shown.append("" if text == "@" else text)
        if kind in ("date", "elapsed"):
            after_hours = letter == "h"
    return "".join(shown).strip()


def _before_seconds(tokens: tuple[tuple[str, str], ...], place: int) -> bool:
    following = next((text for kind, text in tokens[place + 1 :] if kind in ("date", "elapsed")), "")
    return following[:1].lower() == "s"


def _elapsed(value: float, letter: str) -> str:
    return str(int(value * {"h": 24, "m": 1440, "s": 86_400}[letter]))


def _date_part(moment: datetime, text: str, *, minutes: bool, half_days: bool) -> str:
    letter, length = text[0], len(text)
    if letter == "y":
        return f"{moment.year:04}" if length > 2 else f"{moment.year % 100:02}"
    if letter == "h":
        hour = (moment.hour - 1) % 12 + 1 if half_days else moment.hour
        return f"{hour:02}" if length > 1 else str(hour)
    if letter == "s":
        return f"{moment.second:02}"
    if letter == "m" and minutes:
        return f"{moment.minute:02}"
    number = moment.month if letter == "m" else moment.day
    if letter == "m" and length > 2:
        return f"{number:02}"  # the name of the month, in a language the file does not name
    return f"{number:02}" if length > 1 else str(number)
