"""A second look: what came out of a file, beside what another way of reading it saw.

Converters drop text without a word. The count of a second reader that knows no more than where the text of a
format is stored is cheap, and shows it. Formats without such a reader are not looked at again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from extractor.elements import Reading
from extractor.problems import Problem, ReadError
from extractor.reading.second_look.counting import Count, count_reading
from extractor.reading.second_look.packages import look_at_docx, look_at_open_document

__all__ = ["Count", "count_reading", "look_again", "lost_text"]


def _look_at_pdf(data: bytes) -> Count:
    from extractor.reading.second_look.pages import look_at_pdf  # PDFium is loaded for PDF files alone

    return look_at_pdf(data)


_LOOKS: Final[dict[str, Callable[[bytes], Count]]] = {
    "docx": look_at_docx,
    "odt": look_at_open_document,
    "odp": look_at_open_document,
    "pdf": _look_at_pdf,
}

# Their running heads stand on every page of the file, and in the reading as often.
_BY_PAGE: Final = ("pdf",)

# What is read anew in another way is not what the file holds.
_READ_ANEW: Final = "garbled_text"


def look_again(format_name: str, data: bytes, reading: Reading) -> tuple[Problem, ...]:
    """Return the problem of a file of which the reading lacks text."""
    look = _LOOKS.get(format_name)
    if look is None or any(problem.kind == _READ_ANEW for problem in reading.problems):
        return ()
    try:
        seen = look(data)
    except ReadError:  # then the reader has told of it
        return ()
    return lost_text(count_reading(reading, furniture=format_name in _BY_PAGE), seen)


def lost_text(found: Count, seen: Count) -> tuple[Problem, ...]:
    """Return the problem of text that was seen and not found, if there is any.

    >>> lost_text(Count(190, 800), Count(200, 850))[0].message
    'the file holds about 200 words, of which about 10 (5.0 %) are missing from what was read'
    >>> lost_text(Count(199, 848), Count(200, 850))
    ()
    """
    missing = found.lacks(seen)
    if not missing:
        return ()
    share = f"{100 * missing / seen.words:.1f} %"
    return (
        Problem(
            "lost_text",
            f"the file holds about {seen.words:,} words, of which about {missing:,} ({share}) are missing"
            " from what was read",
            "compare with the document in the program that made it",
        ),
    )
