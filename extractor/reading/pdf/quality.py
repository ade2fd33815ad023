"""Pages that hold no text to read, or a text layer that says something else than the page shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from extractor.problems import Problem, ReadError
from extractor.reading.page.layout import PageLayout
from extractor.reading.pdf.fonts import looks_like_tcvn3
from extractor.reading.scans.advice import ADVICE
from extractor.reading.scans.tokens import is_plausible, worth_of_words

_FEW_LETTERS = 120  # a stamp or a running head on a scanned page
_WHOLE_PAGE = 0.55
_FULL_PAGE, _STAMP_LETTERS = 0.85, 400  # what a digital signature says, laid on the scan of a whole page
_MANY_WORDS = 25  # from which shares tell something
_LEAST_PLAUSIBLE = 0.6  # of words; the layers of engines without Vietnamese have less
_LEAST_MARKED = 0.2  # of words that have marks; Vietnamese has 0.7
_MANY_SHAPES = 150  # outlines of letters, where a program has turned text into drawing
_HIDDEN_LETTERS = 40
_GARBLED_SHARE = 0.05
_LOST_LETTER = re.compile("[\ufffd\ue000-\uf8ff\x01\x03-\x08\x0e-\x1f]")
_WORD = re.compile(r"\S+")

_OCR = f"Read it with --ocr auto or force. {ADVICE}"

Reason = str | None


def page_problems(layouts: Sequence[PageLayout]) -> list[Problem]:
    """Record what could not be read, one problem for each run of pages."""
    return [
        *_ranged(layouts, _unread_picture, "page_without_text", _OCR),
        *_ranged(
            layouts,
            _garbled,
            "garbled_text",
            f"Convert the text, or read the pages from their pictures. {_OCR}",
        ),
        *_ranged(layouts, _hidden, "hidden_text", "Compare these pages with what a viewer shows."),
        *_ranged(layouts, _cut, "lost_text", "Look at these pages by hand."),
    ]


def refuse_without_text(layouts: Sequence[PageLayout], lost: Sequence[Problem], name: str) -> None:
    """Raise a ReadError for a file without text; `lost` tells of pages that were not opened."""
    if any(layout.counts.plain and _missing_text(layout) is None for layout in layouts):
        return
    if not layouts:
        raise ReadError(
            "too_large", f"{name} has no page that can be read: {lost[0].message}", lost[0].advice
        )
    if any(_missing_text(layout) for layout in layouts):
        raise ReadError(
            "image_only",
            f"{name} holds pictures of its {len(layouts)} pages, but no text.",
            _OCR,
        )
    raise ReadError("empty", f"{name} holds no text: its {len(layouts)} pages are blank.", "Check the file.")


def hides_its_text(layout: PageLayout) -> bool:
    """Whether a page must be read from its picture: it has no text, or letters that are not those it shows."""
    if _unread_picture(layout) is not None:
        return True
    return layout.picture >= _WHOLE_PAGE and _garbled(layout) is not None


def worth_of_layer(layout: PageLayout) -> int:
    """What the text of a page is worth, by the measure by which readings of its picture are compared.

    A garbled one is worth nothing, though without their marks most syllables are still some syllable.
    """
    worth = worth_of_words(_WORD.findall(" ".join(_texts(layout))))
    return min(worth, 0) if _garbled(layout) else worth


def _ranged(
    layouts: Sequence[PageLayout], reason_of: Callable[[PageLayout], Reason], kind: str, advice: str
) -> Iterable[Problem]:
    for reason, group in groupby(layouts, key=reason_of):
        pages = [layout.number for layout in group]
        if reason:
            where = f"Page {pages[0]}" if len(pages) == 1 else f"Pages {pages[0]}–{pages[-1]}"
            yield Problem(kind, f"{where}: {reason}.", advice, page=pages[0])


def _missing_text(layout: PageLayout) -> Reason:
    counts = layout.counts
    if counts.plain > _FEW_LETTERS or counts.cut or layout.scanned:
        return None
    if counts.hidden > counts.plain:
        return "the text is invisible, laid under a picture, and cannot be trusted to say what the page shows"
    if layout.picture >= _WHOLE_PAGE or (layout.picture and not counts.plain):
        return "a picture covers the page, and no text"
    if layout.shapes >= _MANY_SHAPES and not counts.plain:
        return "the letters are drawn as shapes, and no text"
    return None


def _unread_picture(layout: PageLayout) -> Reason:
    """Why a page says more in its picture than in its text."""
    stamped = layout.picture >= _FULL_PAGE and layout.counts.plain <= _STAMP_LETTERS
    if stamped and not layout.scanned and not layout.counts.cut:
        return _missing_text(layout) or "a picture covers the page, with little text on it"
    return _missing_text(layout)


def _garbled(layout: PageLayout) -> Reason:
    counts = layout.counts
    text = " ".join(_texts(layout))
    words = len(_WORD.findall(text))
    if not words:
        return None
    if looks_like_tcvn3(text):
        fonts = " in fonts of that time" if counts.legacy else ""
        return f"the letters are of an encoding older than Unicode (TCVN3){fonts}"
    if len(_LOST_LETTER.findall(text)) > _GARBLED_SHARE * words:
        return "letters are missing from the text layer"
    if counts.unmapped > _GARBLED_SHARE * counts.plain:
        return "the fonts do not say which letters they show"
    if layout.picture >= _WHOLE_PAGE and not layout.scanned and (reason := _foreign(text)):
        return reason
    if counts.legacy > _GARBLED_SHARE * counts.plain and not _is_vietnamese(text):
        return "the fonts are older than Unicode, and the letters may not be what they seem"
    return None


def _foreign(text: str) -> Reason:
    """Why the text laid on a picture is no Vietnamese, as engines give it that do not know the language."""
    words = [word for word in _WORD.findall(text) if any(map(str.isalpha, word))]
    if len(words) < _MANY_WORDS:
        return None
    if sum(map(is_plausible, words)) < _LEAST_PLAUSIBLE * len(words):
        return "most words of the text laid on the picture are no Vietnamese"
    if sum(not word.isascii() for word in words) < _LEAST_MARKED * len(words):
        return "the text laid on the picture has lost its Vietnamese marks"
    return None


def _is_vietnamese(text: str) -> bool:
    """Tell whether a text has letters that only Unicode Vietnamese has."""
    return re.search("[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơư]", text, re.IGNORECASE) is not None


def _hidden(layout: PageLayout) -> Reason:
    if layout.counts.hidden > _HIDDEN_LETTERS and _missing_text(layout) is None:
        return "some text is invisible on the page and was left out"
    return None


def _cut(layout: PageLayout) -> Reason:
    return "the page holds more objects or letters than are read" if layout.cut else None


def _texts(layout: PageLayout) -> Iterable[str]:
    yield from (line.text for line in layout.lines)
    yield from (cell.text for table in layout.tables for cell in table.cells)
