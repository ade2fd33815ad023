"""Where in its file the characters of a report stand, and how sure an OCR engine was of them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from extractor.elements import Origin
from extractor.report import Report


@dataclass(frozen=True, slots=True)
class Places:
    """The runs of a report's text that have a page, by their starts."""

    runs: tuple[Origin, ...]
    starts: tuple[int, ...]

    def run(self, offset: int) -> Origin | None:
        """The run that holds the character at `offset`."""
        found = bisect_right(self.starts, offset) - 1
        return self.runs[found] if found >= 0 and offset < self.runs[found].end else None

    def confidence(self, start: int, end: int) -> float | None:
        """Of the least sure word of a span, None where it was not read from a picture."""
        first = max(bisect_right(self.starts, start) - 1, 0)
        last = bisect_right(self.starts, end - 1)
        found = [
            run.confidence for run in self.runs[first:last] if run.end > start and run.confidence is not None
        ]
        return min(found, default=None)


def places_of(report: Report) -> Places:
    """Prepare the look-up for one report."""
    paged = (origin for block in report.blocks for origin in block.origins if origin.page is not None)
    runs = tuple(sorted(paged, key=lambda origin: origin.start))
    return Places(runs, tuple(origin.start for origin in runs))
