"""Running heads, page numbers and stamps: what a page carries beside its text.

They are known by coming back: the same words, digits aside, at the same height of most pages; or a lone
number in the outer band of a page that keeps step with the pages.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from statistics import median

from extractor.reading.pdf.layout import PageLayout
from extractor.reading.pdf.lines import Line

_BAND = 0.12
_HEIGHT_TOLERANCE = 8.0
_MOST_LINES = 3  # a running head of more lines is a form that every page repeats
_SHARE = 0.4  # of the pages between its first and last: even and odd pages may have heads of their own
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"[-–—~|\s]*(?:(?:Trang|Tr\.?|Page|trang)\s*:?\s*)?(?P<number>\d{1,4})(?:\s*(?:/|of|trên)\s*\d{1,4})?[-–—~|\s.]*"
)
_NATIONAL_HEAD = re.compile(r"CỘNG H[ÒO][AÀ] XÃ HỘI|ĐẢNG CỘNG SẢN|Độc lập\s*-\s*Tự do", re.IGNORECASE)
_STAMP_TIME = re.compile(r"(?:Thời gian ký|Ngày ký)\s*:.*\d{1,2}:\d{2}|Signature Not Verified|Digitally signed")
_STAMP_LINE = re.compile(
    r"(?:Người ký|Ký bởi|Email|Cơ quan|Tổ chức|Chức vụ|Thời gian ký|Ngày ký)\s*:|Signature|Digitally"
)


def find_furniture(pages: Sequence[PageLayout]) -> list[set[int]]:
    """Give for each page the indexes of those of its lines that are furniture."""
    found: list[set[int]] = [set() for _ in pages]
    for page, index in [*_repeated(pages), *_numbers(pages), *_stamps(pages)]:
        found[page].add(index)
    return found


def _bands(page: PageLayout) -> Iterable[tuple[int, Line, bool]]:
    """Yield the lines of a page's outer bands, each with whether it stands at the top."""
    depth = _BAND * page.view.height
    for index, line in enumerate(page.lines):
        if line.baseline < depth:
            yield index, line, True
        elif line.baseline > page.view.height - depth:
            yield index, line, False


def _repeated(pages: Sequence[PageLayout]) -> Iterable[tuple[int, int]]:
    """Find the lines that come back at one height on most of the pages between their first and last."""
    places: dict[tuple[str, bool], list[tuple[int, int, float]]] = defaultdict(list)
    for number, page in enumerate(pages):
        for index, line, at_top in _bands(page):
            key = _DIGITS.sub("#", line.text).strip()
            if key.strip("#-–/ .") and not _NATIONAL_HEAD.search(key):
                places[key, at_top].append((number, index, line.baseline))
    taken: Counter[tuple[int, bool]] = Counter()
    for (_, at_top), found in places.items():
        height = median(place[2] for place in found)
        level = [place for place in found if abs(place[2] - height) <= _HEIGHT_TOLERANCE]
        numbers = {place[0] for place in level}
        span = max(numbers) - min(numbers) + 1 if numbers else 0
        if len(numbers) >= min(3, max(2, len(pages))) and len(numbers) >= _SHARE * span:
            for number, index, _ in level:
                taken[number, at_top] += 1
                if taken[number, at_top] <= _MOST_LINES:
                    yield number, index


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
    """Tell whether a line stands apart from the text, with at most running heads further out."""
    inner = [
        other.top - line.bottom if at_top else line.top - other.bottom
        for other in page.lines
        if other is not line and (other.baseline > line.baseline + 2 if at_top else other.baseline < line.baseline - 2)
    ]
    outer = [
        other
        for other in page.lines
        if (other.baseline < line.baseline - 2 if at_top else other.baseline > line.baseline + 2)
    ]
    beside = [other for other in page.lines if other is not line and abs(other.baseline - line.baseline) <= 2]
    return len(outer) <= 2 and len(beside) <= 2 and (not inner or min(inner) > 0.4 * line.size)


def _stamps(pages: Sequence[PageLayout]) -> Iterable[tuple[int, int]]:
    """Find the printed lines of a digital signature ("Thời gian ký: 20.03.2025 15:28:25 +07:00")."""
    for number, page in enumerate(pages):
        times = [line for line in page.lines if _STAMP_TIME.search(line.text)]
        for index, line in enumerate(page.lines):
            if _STAMP_LINE.match(line.text) and any(
                abs(line.x0 - time.x0) < 40 and abs(line.baseline - time.baseline) < 8 * time.size for time in times
            ):
                yield number, index
