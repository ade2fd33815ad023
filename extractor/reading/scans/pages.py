"""A picture of a page → its lines and tables, in the same shape as those of a page with a text layer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from extractor.problems import Problem
from extractor.reading.page.geometry import Frame, Word
from extractor.reading.page.grids import find_grids
from extractor.reading.page.layout import PageLayout, TextCounts
from extractor.reading.page.lines import set_lines
from extractor.reading.page.tables import take_tables
from extractor.reading.scans.engines import Engines
from extractor.reading.scans.marks import settle_marks
from extractor.reading.scans.preparing import prepared
from extractor.reading.scans.repairs import repaired
from extractor.reading.scans.ruling import in_points
from extractor.reading.scans.sights import Sight, look
from extractor.reading.scans.sizes import settled_sizes
from extractor.reading.scans.tokens import Picture, Token

_POINTS: Final = 72
_LETTERHEAD: Final = 0.35  # of the page's text, in which a letterhead ends
_ALONE: Final = 4.0  # of the type size, to the next word
_MARK_GAP: Final = 0.35  # of the type size
_SPECK: Final = 0.3  # of the type size
_DOUBTFUL: Final = 0.75
_TOLD: Final = 20  # changes of a page that are told one by one


@dataclass(frozen=True, slots=True)
class SeenPage:
    """What was seen of a page of a file; `number` counts from 1, `shown` is the frame that a viewer shows it in."""

    number: int
    sight: Sight
    shown: Frame


def read_picture(picture: Picture, dpi: int, engines: Engines) -> Sight:
    """Read a page in grey: as it is, and where that is poor cleaned, by the second engine, and turned.

    The reading that is worth most is kept. The raw page comes first, for cleaning makes good pages worse.
    """
    sight = look(picture, dpi, engines.first)
    if not sight.is_poor:
        return sight
    clean, times = prepared(picture, dpi)
    again = () if sight.is_sideways else _again(clean, round(dpi * times), engines)
    best = _best([sight, *again])
    turn = engines.first.turn(clean, dpi) if best.is_poor else 0
    if not turn:
        return best
    upright = picture.rotate(turn, expand=True)
    turned = look(upright, dpi, engines.first, turn=turn)
    if not turned.is_poor:
        return _best([best, turned])
    clean, times = prepared(upright, dpi)
    return _best([best, turned, *_again(clean, round(dpi * times), engines, turn=turn)])


def _best(sights: list[Sight]) -> Sight:
    return max(sights, key=lambda sight: sight.worth)


def _again(clean: Picture, dpi: int, engines: Engines, *, turn: int = 0) -> Iterator[Sight]:
    """Read a cleaned page, also by the second engine, which sees more than the first in bad pictures."""
    yield look(clean, dpi, engines.first, turn=turn)
    if engines.second is not None:
        yield look(clean, dpi, engines.second, turn=turn)


@dataclass(frozen=True, slots=True)
class LaidOut:
    """The pages of a file, and what is doubtful or was changed in them."""

    layouts: list[PageLayout]
    problems: list[Problem]


def lay_out_pages(pages: Iterable[SeenPage]) -> LaidOut:
    """Set the pages of a file; their notes are numbered through."""
    laid, last = LaidOut([], []), 0
    for page in pages:
        sight = page.sight
        view = page.shown.turned((page.shown.turn + sight.turn) % 360)
        size = (view.width * sight.dpi / _POINTS, view.height * sight.dpi / _POINTS)
        marked = settle_marks(sight.tokens, sight.rules, sight.dpi, size, last)
        last = marked.last_label or last
        tokens = [token.changed(repaired(token.text)) for token in _with_ornaments(marked.tokens)]
        laid.layouts.append(_lay_out(page, tokens, view))
        laid.problems.extend((*_doubts(page), *_changes(page.number, tokens)))
    return laid


def _lay_out(page: SeenPage, tokens: Sequence[Token], view: Frame) -> PageLayout:
    """Set what was seen of a page into lines and tables."""
    sight = page.sight
    rules = in_points(sight.rules, sight.dpi)
    words = _words(tokens, _POINTS / sight.dpi)
    tables, rest, _ = take_tables(find_grids(rules), words, [], _letters)
    lines = set_lines(rest, _letters)
    letters = sum(len(word.text) for word in words)
    return PageLayout(
        page.number,
        view=view,
        shown=page.shown,
        lines=tuple(lines),
        tables=tuple(tables),
        asides=(),
        slanted="",
        rules=tuple(r for r in rules if r.horizontal),
        counts=TextCounts(plain=letters),
        picture=1.0,
        shapes=0,
        cut=False,
        skew=sight.skew,
        scanned=True,
    )


def _doubts(page: SeenPage) -> Iterator[Problem]:
    """Tell of a page whose reading is doubtful, or that gave nothing."""
    number, sight = page.number, page.sight
    if not sight.tokens and not sight.is_blank:
        yield Problem(
            "page_without_text",
            f"Page {number}: there is something on the picture, but no letter could be read.",
            "Look at the page; if it holds text, scan it again at 300 dpi.",
            page=number,
        )
    elif sight.tokens and (sight.confidence < _DOUBTFUL or sight.is_poor):
        yield Problem(
            "doubtful_scan",
            f"Page {number}: read from its picture by {sight.engine} with a mean confidence of "
            f"{sight.confidence:.0%}.",
            "Compare the text with the picture, or scan the page again at 300 dpi.",
            page=number,
        )


def _changes(number: int, tokens: Sequence[Token]) -> Iterator[Problem]:
    """Tell of the words of a page that stand otherwise than they were read at first."""
    changed = [f"“{token.first}” as “{token.text}”" for token in tokens if token.first is not None]
    if changed:
        more = f" and {len(changed) - _TOLD} more" if len(changed) > _TOLD else ""
        yield Problem(
            "corrected_scan",
            f"Page {number}: what the engine read stands otherwise, {', '.join(changed[:_TOLD])}{more}.",
            "Compare these places with the picture.",
            page=number,
        )


def _words(tokens: Sequence[Token], scale: float) -> list[Word]:
    """Words in points, of few type sizes: the engine's waver from line to line."""
    words: list[Word] = []
    for token, pixels in zip(tokens, settled_sizes(tokens), strict=True):
        if _is_speck(token):
            continue
        size = pixels * scale
        x0, x1 = token.box[0] * scale, token.box[2] * scale
        if token.raised and words and 0 < x0 - words[-1].x1 < _MARK_GAP * size:
            x0 = words[-1].x1  # a mark sticks to its word, however the letters stand
        spaced = not (token.glued or token.raised)
        words.append(
            Word(
                token.text,
                x0,
                x1,
                token.baseline * scale,
                size,
                False,
                False,
                spaced,
                0,
                len(token.text),
                x1,
                token.raised,
                token.confidence,
            )
        )
    return words


def _with_ornaments(tokens: Sequence[Token]) -> list[Token]:
    """Read as an asterisk what stands alone on a line of a page's top and is no word.

    A Party letterhead has one under the issuing body (HD 36-HD/VPTW, part III), and engines take it for anything.
    """
    lowest = max((token.box[3] for token in tokens), default=0.0) * _LETTERHEAD
    return [
        token.changed("*")
        if token.baseline < lowest
        and len(token.text) <= 2
        and not token.text.isalnum()
        and _is_alone(token, tokens)
        else token
        for token in tokens
    ]


def _is_alone(token: Token, tokens: Sequence[Token]) -> bool:
    near = _ALONE * token.size
    return not any(
        other is not token
        and abs(other.baseline - token.baseline) < token.size / 2
        and other.box[0] - near < token.box[2]
        and other.box[2] + near > token.box[0]
        for other in tokens
    )


def _is_speck(token: Token) -> bool:
    """Whether letters were seen in dirt, or in what is left of a rule: they are far too small for their line."""
    height = token.box[3] - token.box[1]
    return height < _SPECK * token.size and any(letter.isalnum() for letter in token.text)


def _letters(word: Word) -> list[Word]:
    """A word's letters, spread evenly over its width: the engines do not say where each stands."""
    step = (word.x1 - word.x0) / max(1, len(word.text))
    return [
        word._replace(
            text=letter,
            x0=word.x0 + index * step,
            x1=word.x0 + (index + 1) * step,
            lead=word.x0 + (index + 1) * step,
            spaced=index == 0,
            start=index,
            end=index + 1,
        )
        for index, letter in enumerate(word.text)
    ]
