"""Pages whose runs overlap are read a second time, by pdfplumber, and the words of both compared.

A program that lacks Vietnamese letters in one font sets them from another, over gaps that the first left.
Such runs are put together from the places that PDFium gives for every letter (see `lines`). Measured on 36
pages set this way, three sizes and two pairs of fonts, 5,166 words: that reading lost none, and pdfplumber's
(`extra_attrs=["size"]`, a space being a gap of 0.15 of the type size) none but the symbols broken at a line's
end; with its own gap of 3 points it loses every space of type at 11 points. As it is no better and three
times as slow, PDFium's reading stands, and pdfplumber is the independent witness for it, on such pages alone.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterable, Sequence

import pdfplumber
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from extractor.problems import Problem
from extractor.reading.page.layout import PageLayout
from extractor.reading.pdf.placing import compose

MAX_CHECKED = 20
"""Pages of one file that are read twice; the pages of a file come from one program and err alike."""

_SPACE = 0.15  # of the type size, as in `lines`
# Marks and signs stand glued to a word in one reading and apart in the other: only letters and digits count.
_WORD = re.compile(r"[^\W\d_]+|\d+")
_ADVICE = "Compare the page with what a viewer shows."
# What a parser raises where a file breaks the rules that PDFium overlooks.
_BROKEN = (PdfminerException, MalformedPDFException, ValueError, TypeError, KeyError, AttributeError)


def check_interleaved(data: bytes, layouts: Sequence[PageLayout]) -> list[Problem]:
    """Give a problem "reading_doubtful" for each page with overlapping runs that pdfplumber reads otherwise.

    Pages set at a turn, or with letters of old encodings, which pdfplumber does not read, are left out.
    """
    pages = [layout for layout in layouts if _can_be_checked(layout)][:MAX_CHECKED]
    if not pages:
        return []
    try:
        with pdfplumber.open(io.BytesIO(data), pages=[layout.number for layout in pages]) as document:
            read = {page.page_number: _words_of(page) for page in document.pages}
    except _BROKEN:
        reason = "runs of letters overlap, and the page could not be read a second time to check their order"
        return [_doubt(layout.number, reason) for layout in pages]
    return [doubt for layout in pages for doubt in compare(layout, read.get(layout.number, Counter()))]


def _can_be_checked(layout: PageLayout) -> bool:
    interleaved = any(line.interleaved for line in layout.upright_lines())
    return interleaved and layout.view.turn == layout.shown.turn


def _words_of(page: pdfplumber.page.Page) -> Counter[str]:
    """Read a page with pdfplumber; letters printed twice to look bold count once."""
    words = page.dedupe_chars().extract_words(extra_attrs=["size"], x_tolerance_ratio=_SPACE)
    page.close()
    return count_words(str(word["text"]) for word in words)


def compare(layout: PageLayout, others: Counter[str]) -> list[Problem]:
    """Give a problem with its size where words of a page are not among those that another has read."""
    words = count_words(line.text for line in layout.upright_lines())
    unlike = words - others
    if not unlike:
        return []
    examples = ", ".join(f"“{word}”" for word, _ in unlike.most_common(3))
    return [
        _doubt(
            layout.number,
            f"runs of letters overlap, and a second reading does not confirm {unlike.total()} of "
            f"{words.total()} words, such as {examples}",
        )
    ]


def count_words(texts: Iterable[str]) -> Counter[str]:
    """Count the words and numbers of some texts.

    >>> sorted(count_words(["Quyết định số 12/QĐ", "đề ra(5)"]))
    ['12', '5', 'Quyết', 'QĐ', 'ra', 'số', 'đề', 'định']
    """
    return Counter(word for text in texts for word in _WORD.findall(compose(text)))


def _doubt(page: int, reason: str) -> Problem:
    return Problem("reading_doubtful", f"Page {page}: {reason}.", _ADVICE, page=page)
