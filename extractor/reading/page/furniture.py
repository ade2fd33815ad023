"""Running heads, page numbers and stamps: what a page carries beside its text.

They are known by coming back: the same words, digits aside, at the same height of most pages; or a lone
number in the outer band of a page that keeps step with the pages.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from statistics import median

from extractor.reading.page.heads import is_national_head
from extractor.reading.page.layout import PageLayout
from extractor.reading.page.lines import Line

_BAND = 0.12
_ROWS = 3  # of a band that can be furniture; a head of more lines is a form that every page repeats
_LEVEL = 4.0  # points
_APART = 0.4  # of the type size: a page number stands this far from the text
_SHARE = 0.6  # of the pages between the first and the last that carry a line
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"[-–—~|\s]*(?:(?:Trang|Tr\.?|Page|trang)\s*:?\s*)?(?P<number>\d{1,4})(?:\s*(?:/|of|trên)\s*\d{1,4})?[-–—~|\s.]*"
)
_STAMP_TIME = re.compile(
    r"(?:Thời gian ký|Ngày ký)\s*:.*\d{1,2}:\d{2}|Signature Not Verified|Digitally signed"
)
_STAMP_LINE = re.compile(
    r"(?:Người ký|Ký bởi|Email|Cơ quan|Tổ chức|Chức vụ|Thời gian ký|Ngày ký)\s*:|Signature|Digitally"
)


def find_furniture(pages: Sequence[PageLayout]) -> list[set[int]]:
    """Give for each page the indexes of those of its lines that are furniture."""
    found: list[set[int]] = [set() for _ in pages]
    for page, index in [*_repeated(pages), *_numbers(pages), *_stamps(pages)]:
        found[page].add(index)
    return found


def is_page_number(text: str) -> bool:
    """Tell whether a line is nothing but a page number.

    >>> is_page_number("- 12 -"), is_page_number("Trang 2/10"), is_page_number("2019: 15")
    (True, True, False)
    """
    return _NUMBER.fullmatch(text) is not None


def _bands(page: PageLayout) -> Iterable[tuple[int, Line, bool]]:
    """Yield the outermost lines of a page, each with whether it stands at the top."""
    depth = _BAND * page.view.height
    heights = sorted({round(line.baseline) for line in page.lines})
    for index, line in enumerate(page.lines):
        if line.baseline < depth and round(line.baseline) in heights[:_ROWS]:
            yield index, line, True
        elif line.baseline > page.view.height - depth and round(line.baseline) in heights[-_ROWS:]:
            yield index, line, False


def _repeated(pages: Sequence[PageLayout]) -> Iterable[tuple[int, int]]:
    """Find the lines that come back at one place on most of the pages between their first and last."""
    places: dict[tuple[str, bool, int], list[tuple[int, int, Line]]] = defaultdict(list)
    for number, page in enumerate(pages):
        for index, line, at_top in _bands(page):
            key = _DIGITS.sub("#", line.text).strip()
            if key.strip("#-–/ .") and not is_national_head(key):
                places[key, at_top, number % 2].append((number, index, line))
    for (key, at_top, parity), found in places.items():
        other = places.get((key, at_top, 1 - parity), [])
        level = _level(found, 2, len(pages)) or _level(found + other, 1, len(pages))
        yield from ((number, index) for number, index, _ in found if number in level)


def _level(found: list[tuple[int, int, Line]], step: int, pages: int) -> set[int]:
    """Give the pages that carry a line at one place, if they are most of all, or of every second one."""
    height = median(line.baseline for _, _, line in found)
    numbers = {number for number, _, line in found if abs(line.baseline - height) <= _LEVEL}
    least = 3 if step == 2 or pages > 3 else 2
    if len(numbers) < least or len(numbers) < _SHARE * ((max(numbers) - min(numbers)) / step + 1):
        return set()
    return numbers


def _numbers(pages: Sequence[PageLayout]) -> Iterable[tuple[int, int]]:
    """Find page numbers: lone numbers that keep the same distance from the page's own count."""
    found = []
    for number, page in enumerate(pages):
        for index, line, at_top in _bands(page):
            match = _NUMBER.fullmatch(line.text)
            if match and _is_outermost(page, line, at_top=at_top):
                found.append((number, index, int(match["number"]) - number))
    distances = Counter(distance for _, _, distance in found)
    if not distances:
        return
    usual, count = distances.most_common(1)[0]
    for number, index, distance in found:
        if distance == usual or count < 3:
            yield number, index


def _is_outermost(page: PageLayout, line: Line, *, at_top: bool) -> bool:
    """Tell whether a line stands apart from the text, with at most running heads beside and beyond it."""
    outer = 0
    for other in page.lines:
        inward = other.baseline - line.baseline if at_top else line.baseline - other.baseline
        if inward <= _LEVEL:
            outer += other is not line
        elif (other.top - line.bottom if at_top else line.top - other.bottom) < _APART * line.size:
            return False
    return outer <= _ROWS


def _stamps(pages: Sequence[PageLayout]) -> Iterable[tuple[int, int]]:
    """Find the printed lines of a digital signature ("Thời gian ký: 20.03.2025 15:28:25 +07:00")."""
    for number, page in enumerate(pages):
        times = [line for line in page.lines if _STAMP_TIME.search(line.text)]
        for index, line in enumerate(page.lines):
            if _STAMP_LINE.match(line.text) and any(
                abs(line.x0 - time.x0) < 40 and abs(line.baseline - time.baseline) < 8 * time.size
                for time in times
            ):
                yield number, index
