"""Symbols and figures that an engine is not sure of, read again alone, as large as they are and enlarged.

On a page an engine guesses by what stands around; of a symbol ("MTT(Q", "HD/BCPĐ") that tells nothing. Each
reading votes with its confidence, the first one too; what was read first is kept to be told of.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import numpy as np
from PIL import Image, ImageOps

from extractor.elements import Box
from extractor.reading.scans.tokens import DIGITS, Engine, Picture, Token, is_plausible

_DOUBTFUL: Final = 0.8  # confidence of a word below which it is read again
_FACTORS: Final = (1.0, 1.5, 2.0, 3.0)
_AGREEING: Final = 2  # readings
_SURE: Final = 0.7  # confidence of the surest of them
_MARGIN: Final = 0.25  # of the type size
_FRAME: Final = 20  # white pixels around what is read alone
_INK: Final = 160  # grey
_EDGE: Final = 8  # pixels that are left around the ink of a cell

# Numbers as Vietnamese writes them: "1.683", "5,73", "(12)".
_WELL_FORMED: Final = re.compile(r"[-+(]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d{1,3})?[%)]?")
# Two capitals, and a sign that joins the parts of a symbol or was read into them.
_LIKE_A_SYMBOL: Final = re.compile(r"(?=.*[A-ZĐÐƯ]{2})(?=.*[-/(])[\w/().,;:-]+")


def read_symbols(tokens: Sequence[Token], picture: Picture, dpi: int, engine: Engine) -> list[Token]:
    """Read the doubtful symbols of a page again; their digits must stay."""
    return [
        _symbol(token, picture, dpi, engine)
        if token.confidence < _DOUBTFUL and not token.raised and _LIKE_A_SYMBOL.fullmatch(token.text)
        else token
        for token in tokens
    ]


def _symbol(token: Token, picture: Picture, dpi: int, engine: Engine) -> Token:
    margin = _MARGIN * token.size
    left, top, right, bottom = token.box
    cut = picture.crop(_pixels((left - margin, top - margin, right + margin, bottom + margin)))
    read = _elected(_readings(cut, dpi, engine, ""), (token.text, token.confidence))
    if read is None or _digits(read[0]) != _digits(token.text) or not is_plausible(read[0]):
        return token
    return token.changed(read[0])._replace(confidence=max(token.confidence, read[1]))


def read_figure(tokens: Sequence[Token], box: Box, picture: Picture, dpi: int, engine: Engine) -> list[Token]:
    """Read the doubtful figure of a table's cell again, with digits alone."""
    cut, ink = _trimmed(picture, box)
    sure = min((token.confidence for token in tokens), default=0.0) >= _DOUBTFUL
    if sure or not tokens or ink is None:
        return list(tokens)
    text = " ".join(token.text for token in tokens)
    read = _elected(_readings(cut, dpi, engine, DIGITS), (text, min(token.confidence for token in tokens)))
    if read is None or not _WELL_FORMED.fullmatch(read[0]):
        return list(tokens)
    first = tokens[0]._replace(text=text, box=ink)
    return [first.changed(read[0])._replace(confidence=read[1])]


def _readings(cut: Picture, dpi: int, engine: Engine, letters: str) -> Iterator[tuple[str, float]]:
    for factor in _FACTORS:
        size = (max(1, round(cut.width * factor)), max(1, round(cut.height * factor)))
        larger = cut if factor == 1 else cut.resize(size, Image.Resampling.LANCZOS)
        yield engine.read_line(ImageOps.expand(larger, _FRAME, 255), dpi, letters)


def _elected(readings: Iterable[tuple[str, float]], first: tuple[str, float]) -> tuple[str, float] | None:
    """The reading with most confidence in all, and that of its surest; None where too few are sure of it."""
    held = [first, *readings]
    votes: defaultdict[str, float] = defaultdict(float)
    for text, confidence in held:
        votes[text] += confidence
    text = max(votes, key=votes.__getitem__)
    for_it = [confidence for read, confidence in held if read == text]
    if text == first[0] or len(for_it) < _AGREEING or max(for_it) < _SURE:
        return None
    return text, max(for_it)


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _pixels(box: Box) -> tuple[int, int, int, int]:
    return round(box[0]), round(box[1]), round(box[2]), round(box[3])


def _trimmed(picture: Picture, box: Box) -> tuple[Picture, Box | None]:
    """What stands in a cell, without the white around it, and its place; None where there is no ink."""
    left, top, right, bottom = _pixels(box)
    cut = picture.crop((left, top, right, bottom))
    ink = np.asarray(cut, dtype=np.uint8) < _INK
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if not len(rows):
        return cut, None
    found = (int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1)
    near = cut.crop((found[0] - _EDGE, found[1] - _EDGE, found[2] + _EDGE, found[3] + _EDGE))
    return near, (left + found[0], top + found[1], left + found[2], top + found[3])
