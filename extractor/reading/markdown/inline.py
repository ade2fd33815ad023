"""The text of a Markdown line without its markup, each stretch with its place in the source.

CommonMark's own rules for emphasis leave asterisks in what OCR emits ("**Phần thứ nhất****TÌNH HÌNH",
marks that are never closed), so a mark here is a switch, and what only looks like one stays as it is.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

import regex

from extractor.reading.markdown import marks
from extractor.reading.markdown.marks import Mark

Span = tuple[int, int]


class AtomKind(StrEnum):
    """What a stretch of source stands for."""

    TEXT = "text"
    MARK = "mark"  # of a footnote
    HARD = "hard"  # a line break that the source sets
    SOFT = "soft"  # a line end that is only a space
    IMAGE = "image"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Atom:
    """A stretch of text, mark or break; `offset` is where it stands in the source."""

    kind: AtomKind
    offset: int
    text: str = ""
    bold: bool = False
    italic: bool = False
    label: str = ""


_SPECIAL = regex.compile(r"[\\*_`~<&!\[\]$^¹²³⁰⁴-⁹(]")

# A link "[toàn văn](https://…)": the words stay.
_LINK = regex.compile(r"\[(?P<words>[^\[\]\n]{0,300})\](?P<target>\([^()\n]{0,2000}\))")
_IMAGE = regex.compile(r"!\[(?P<alt>[^\[\]\n]{0,500})\]\([^()\n]{0,5000}\)")
_COMMENT = regex.compile(r"<!--(?P<words>[^<>]{0,5000}?)-->")
_AUTOLINK = regex.compile(r"<(?P<words>(?:https?://|mailto:|www\.)[^<>\s]{1,2000})>")
# A power that is no footnote mark ("m<sup>3</sup>", "10<sup>6</sup>") stays raised: "106" would be a number.
_POWER = regex.compile(r"<sup\b[^<>]{0,200}>\s?(?P<digits>[\d+-]{1,3})\s?</sup\s*>", regex.IGNORECASE)
_RAISE = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_ENTITY = regex.compile(r"&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ESCAPE = regex.compile(r"\\([!-/:-@\[-`{-~])")
_TAG = regex.compile(
    r"</?(?P<name>a|abbr|b|big|blockquote|br|center|code|dd|del|details|div|dl|dt|em|figcaption|figure|font|footer"
    r"|h[1-6]|header|hr|i|img|ins|li|mark|ol|p|page_number|pre|s|section|small|span|strike|strong|sub|summary|sup"
    r"|tt|u|ul|watermark)(?P<rest>\s[^<>]{0,5000})?\s*/?>",
    regex.IGNORECASE,
)
_BREAKING = {
    *(
        "blockquote",
        "br",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "header",
    ),
    *("h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "section", "summary", "ul"),
}
_BOLD_TAGS = {"b", "strong"}
_ITALIC_TAGS = {"i", "em"}
_ALT = regex.compile(r"""\balt\s*=\s*["']?([^"'<>]{0,500})""", regex.IGNORECASE)
# Mathematics that is no more than a number or unit: "$65/93$", "$7,64\%$", "$m^{2}$".
_MATH = regex.compile(
    r"\$(?P<words>(?:[\d\s.,;:%/()+\-=<>×^{}]|\\[%,;]|(?<![A-Za-z])[A-Za-z]{1,2}(?![A-Za-z])){1,60})\$"
)
_MATH_SILENT = regex.compile(r"[\\^{}]")
_ASTERISKS = regex.compile(r"\*+")
_UNDERSCORES = regex.compile(r"_+")
_CLOSING_ASTERISK = regex.compile(r"(?<=[^\s*])\*(?!\*)")


def scan(source: str, lines: Sequence[Span]) -> Iterator[Atom]:
    """The atoms of a paragraph, whose lines stand at the given spans of the source."""
    scanner = _Scanner(source, lines[-1][1] if lines else 0)
    for number, (start, end) in enumerate(lines):
        if number:
            yield Atom(scanner.line_break, start)
        yield from scanner.line(start, end)


class _Scanner:
    """Reads on through the lines of one paragraph; holds what is switched on."""

    def __init__(self, source: str, end: int) -> None:
        self.source = source
        self.end = end
        self.bold = False
        self.italic = False
        self.line_break = AtomKind.SOFT
        self._closing = 0  # where the next asterisk stands that can close italics

    def line(self, start: int, end: int) -> Iterator[Atom]:
        stripped = len(self.source[start:end].rstrip())
        content_end = start + stripped
        self.line_break = AtomKind.HARD if end - content_end >= 2 else AtomKind.SOFT
        if self.source[content_end - 1 : content_end] == "\\" and stripped:
            self.line_break = AtomKind.HARD
            content_end -= 1
        position = plain = start
        link_ends: dict[int, int] = {}
        while (special := _SPECIAL.search(self.source, position, content_end)) is not None:
            at, style = special.start(), (self.bold, self.italic)
            if at in link_ends:
                found: tuple[int, list[Atom]] | None = link_ends.pop(at), []
            else:
                found = self._special(at, content_end, link_ends)
            if found is None:
                position = at + 1
                continue
            if plain < at:
                yield Atom(AtomKind.TEXT, plain, self.source[plain:at], *style)
            position = plain = found[0]
            yield from found[1]
        if plain < content_end:
            yield self._text(plain, content_end)

    def _text(self, start: int, end: int) -> Atom:
        return Atom(AtomKind.TEXT, start, self.source[start:end], self.bold, self.italic)

    def _special(self, at: int, end: int, link_ends: dict[int, int]) -> tuple[int, list[Atom]] | None:
        """Where the markup at a special character ends and what it yields; None when it is plain text."""
        mark = marks.match(self.source, at, end)
        if mark is not None:
            return mark.end, [self._mark(mark)]
        match self.source[at]:
            case "*":
                return self._asterisks(at, end)
            case "_":
                return self._underscores(at, end)
            case "<":
                return self._angle(at, end)
            case "[":
                return self._link(at, end, link_ends)
            case "!":
                image = _IMAGE.match(self.source, at, end)
                return image and (image.end(), [Atom(AtomKind.IMAGE, at, image["alt"])])
            case "&":
                return self._entity(at, end)
            case "\\":
                escape = _ESCAPE.match(self.source, at, end)
                return escape and (escape.end(), [self._text(at + 1, at + 2)])
            case "$":
                return self._mathematics(at, end)
            case "`":
                return at + 1, []
            case "~":
                return (at + 2, []) if self.source.startswith("~~", at) else None
        return None

    def _mark(self, mark: Mark) -> Atom:
        start, end = mark.printed
        return Atom(AtomKind.MARK, start, self.source[start:end], self.bold, self.italic, mark.label)

    def _neighbours(self, start: int, end: int) -> tuple[str, str]:
        before = self.source[start - 1] if start else " "
        after = self.source[end] if end < len(self.source) else " "
        return before, after

    def _asterisks(self, at: int, end: int) -> tuple[int, list[Atom]] | None:
        run = _ASTERISKS.match(self.source, at, end)
        assert run is not None
        stop, count = run.end(), run.end() - at
        before, after = self._neighbours(at, stop)
        if (before.isspace() and after.isspace()) or (before == "(" and after == ")"):
            return stop, [self._text(at, stop)]
        if count == 1:
            return self._single(at, before, after)
        if count in (2, 3):
            self.bold = not self.bold
            self.italic ^= count == 3
            return stop, []
        glued = not before.isspace() and not after.isspace()
        return stop, [Atom(AtomKind.HARD, at)] if glued else []

    def _single(self, at: int, before: str, after: str) -> tuple[int, list[Atom]] | None:
        """An asterisk that opens or closes italics; one without a partner ("Dân số*", "3*4") is text."""
        if before.isdigit() and after.isdigit():
            return None
        if self.italic and not before.isspace():
            self.italic = False
            return at + 1, []
        if after.isspace():
            return None
        if self._closing <= at:
            closing = _CLOSING_ASTERISK.search(self.source, at + 1, self.end)
            self._closing = closing.start() if closing else len(self.source)
        if self._closing == len(self.source):
            return None
        self.italic = True
        return at + 1, []

    def _underscores(self, at: int, end: int) -> tuple[int, list[Atom]] | None:
        """Underscores at a word's edge; three and more are a line to be filled in ("ngày ___ tháng ___")."""
        run = _UNDERSCORES.match(self.source, at, end)
        assert run is not None
        stop, count = run.end(), run.end() - at
        before, after = self._neighbours(at, stop)
        if count > 2 or (before.isspace() and after.isspace()) or (before.isalnum() and after.isalnum()):
            return (stop, [self._text(at, stop)]) if count > 1 else None
        if count == 2:
            self.bold = not self.bold
        else:
            self.italic = not self.italic
        return stop, []

    def _angle(self, at: int, end: int) -> tuple[int, list[Atom]] | None:
        if (comment := _COMMENT.match(self.source, at, end)) is not None:
            return comment.end(), [Atom(AtomKind.COMMENT, at, comment["words"])]
        if (link := _AUTOLINK.match(self.source, at, end)) is not None:
            return link.end(), [self._text(*link.span("words"))]
        if (power := _POWER.match(self.source, at, end)) is not None:
            raised = power["digits"].translate(_RAISE)
            return power.end(), [Atom(AtomKind.TEXT, power.start("digits"), raised, self.bold, self.italic)]
        tag = _TAG.match(self.source, at, end)
        if tag is None:
            return None
        name = tag["name"].lower()
        if name == "img":
            alt = _ALT.search(tag["rest"] or "")
            return tag.end(), [Atom(AtomKind.IMAGE, at, alt[1] if alt else "")]
        opening = self.source[at + 1] != "/"
        if name in _BOLD_TAGS:
            self.bold = opening
        elif name in _ITALIC_TAGS:
            self.italic = opening
        return tag.end(), [Atom(AtomKind.HARD, at)] if name in _BREAKING else []

    def _link(self, at: int, end: int, link_ends: dict[int, int]) -> tuple[int, list[Atom]] | None:
        link = _LINK.match(self.source, at, end)
        if link is None:
            return None
        link_ends[link.end("words")] = link.end()
        return at + 1, []

    def _entity(self, at: int, end: int) -> tuple[int, list[Atom]] | None:
        entity = _ENTITY.match(self.source, at, end)
        if entity is None:
            return None
        text = html.unescape(entity[0])
        return (
            (entity.end(), [Atom(AtomKind.TEXT, at, text, self.bold, self.italic)])
            if text != entity[0]
            else None
        )

    def _mathematics(self, at: int, end: int) -> tuple[int, list[Atom]] | None:
        found = _MATH.match(self.source, at, end)
        if found is None:
            return None
        start, stop = found.span("words")
        cuts = [start, *(m.start() + 1 for m in _MATH_SILENT.finditer(self.source, start, stop)), stop + 1]
        return found.end(), [self._text(a, b - 1) for a, b in pairwise(cuts) if a < b - 1]
