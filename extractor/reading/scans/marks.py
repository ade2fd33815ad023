"""Raised marks of footnotes, which no engine reads rightly with the words around them.

Each is cut out, enlarged and read alone as digits and brackets. What then stays unread is told by the order of
the notes at the page's foot: notes are numbered through, and their marks stand in the same order above.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PIL import Image, ImageOps

from extractor.reading.page.geometry import Rule
from extractor.reading.scans.swallowed import find_swallowed, part
from extractor.reading.scans.tokens import MARKS, Engine, Picture, Token

_MARK_DPI: Final = 300
_HEIGHT: Final = 60  # pixels that a mark is enlarged to
_MARGIN, _TIGHT = 0.12, 0.05  # of the type size
_EXPONENTS: Final = ("2", "3")
_FRAME: Final = 20
_SURE: Final = 0.6
_NUMBER = re.compile(r"[(\[]?(\d{1,3})[)\]]?")
_BRACKETS = re.compile(r"[()\[\]©®Œ€]")
_AFTER_UNIT = re.compile(r"(?<![^\W\d_])[kcdmh]?m$")
_LOWEST_HALF: Final = 0.35  # of the page, above which no rule parts notes from text
_RULE_INCHES: Final = (0.7, 4.5)
_MARGIN_INCHES: Final = 0.35


@dataclass(frozen=True, slots=True)
class Marked:
    """The tokens of a page with their marks settled, and the label of its last note, None where it has none."""

    tokens: tuple[Token, ...]
    last_label: int | None


def read_marks(tokens: Sequence[Token], picture: Picture, engine: Engine) -> list[Token]:
    """Read the raised marks of a page again, one by one; what stays doubtful keeps its text."""
    return [
        _read(token, picture, engine, exponent=_is_exponent(tokens, index)) if token.raised else token
        for index, token in enumerate(tokens)
    ]


def _read(token: Token, picture: Picture, engine: Engine, *, exponent: bool) -> Token:
    """Read one mark; an exponent stands so near its unit that a wider cut shows parts of letters."""
    margin = (_TIGHT if exponent else _MARGIN) * token.size
    left, top, right, bottom = token.box
    part = picture.crop(
        (round(left - margin), round(top - margin), round(right + margin), round(bottom + margin))
    )
    width = max(1, round(part.width * _HEIGHT / max(1, part.height)))
    part = ImageOps.expand(part.resize((width, _HEIGHT), Image.Resampling.LANCZOS), _FRAME, 255)
    text, confidence = engine.read_line(part, _MARK_DPI, MARKS)
    wanted = text in _EXPONENTS if exponent else _NUMBER.search(text) is not None
    if confidence < _SURE or not wanted:
        return token
    return token.changed(text)._replace(confidence=confidence)


def settle_marks(
    tokens: Sequence[Token], rules: Sequence[Rule], dpi: float, page: tuple[float, float], before: int
) -> Marked:
    """Give the marks of notes their labels; `page` is its width and height, `before` the last label before it."""
    held = list(tokens)
    raised = [index for index, token in enumerate(held) if token.raised and not _is_exponent(held, index)]
    edge = _note_rule(rules, dpi, page)
    if edge is None or not raised:
        return Marked(tuple(held), None)
    left = min((token.box[0] for token in held), default=0.0) + _MARGIN_INCHES * dpi
    notes = [i for i in raised if held[i].box[1] > edge and held[i].box[0] < left]
    marks = [i for i in raised if held[i].box[3] < edge]
    if not notes:
        return Marked(tuple(held), None)
    notes.sort(key=lambda i: held[i].baseline)
    marks.sort(key=lambda i: (round(held[i].baseline / held[i].size), held[i].box[0]))
    first = _first_label([held[i] for i in notes], [held[i] for i in marks], before)
    bracketed = any(_BRACKETS.search(held[i].text) for i in (*notes, *marks))
    labels = list(range(first, first + len(notes)))
    matched = _matched(held, marks, labels)
    for index, label in [*zip(notes, labels, strict=True), *matched]:
        held[index] = held[index].changed(_mark(label, bracketed=bracketed))
    waiting = sorted(set(labels) - {label for _, label in matched})
    unread = len(marks) > len(matched)
    settled = (
        held if unread else _with_swallowed(held, edge, [_mark(n, bracketed=bracketed) for n in waiting])
    )
    return Marked(tuple(settled), labels[-1])


def _mark(label: int, *, bracketed: bool) -> str:
    return f"({label})" if bracketed else str(label)


def _with_swallowed(tokens: list[Token], edge: float, labels: Sequence[str]) -> list[Token]:
    """Set the labels that no mark was found for behind the words that may hold them, if those are as many."""
    words = find_swallowed(tokens, edge) if labels else []
    if len(words) != len(labels):
        return tokens
    parted = {word.at: part(tokens[word.at], word, label) for word, label in zip(words, labels, strict=True)}
    return [piece for index, token in enumerate(tokens) for piece in parted.get(index, [token])]


def _is_exponent(tokens: Sequence[Token], index: int) -> bool:
    """Whether a raised sign belongs to a unit: "m²"."""
    return (
        index > 0 and len(tokens[index].text) == 1 and _AFTER_UNIT.search(tokens[index - 1].text) is not None
    )


def _note_rule(rules: Sequence[Rule], dpi: float, page: tuple[float, float]) -> float | None:
    """The y of the short rule over a page's notes, the lowest such."""
    shortest, longest = (inches * dpi for inches in _RULE_INCHES)
    found = [
        rule.at
        for rule in rules
        if rule.horizontal and shortest <= rule.high - rule.low <= longest
        and rule.at > _LOWEST_HALF * page[1] and rule.low < page[0] / 3
    ]  # fmt: skip
    return max(found, default=None)


def _label(token: Token) -> int | None:
    found = _NUMBER.fullmatch(token.text)
    return int(found[1]) if found else None


def _first_label(notes: Sequence[Token], marks: Sequence[Token], before: int) -> int:
    """The label of a page's first note: as most that were read say, else the one after `before`."""
    for group in (notes, marks if len(marks) == len(notes) else ()):
        votes = [label - index for index, token in enumerate(group) if (label := _label(token)) is not None]
        votes = [vote for vote in votes if vote > 0]
        if votes:
            return max(votes, key=votes.count)
    return before + 1


def _matched(tokens: Sequence[Token], marks: Sequence[int], labels: Sequence[int]) -> list[tuple[int, int]]:
    """Pair marks with labels: those that were read, and between two of them as many as there is room for."""
    pairs: list[tuple[int, int]] = []
    waiting: list[int] = []
    following = labels[0]
    for index in marks:
        label = _label(tokens[index])
        if label is None or not following <= label <= labels[-1]:
            waiting.append(index)
            continue
        if label - following == len(waiting):
            pairs.extend(zip(waiting, range(following, label), strict=True))
        pairs.append((index, label))
        waiting, following = [], label + 1
    if labels[-1] + 1 - following == len(waiting):
        pairs.extend(zip(waiting, range(following, labels[-1] + 1), strict=True))
    return pairs
