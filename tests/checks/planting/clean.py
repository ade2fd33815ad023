"""Reports without slips: the corpus with what was planted there put right again."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from corpus.build import HERE, sources
from corpus.plain import render
from corpus.writers import markdown
from extractor.checks.checked import CheckedReport
from extractor.report import Report
from tests.checks.reports import read_text

# What the manifest lists and no reader of the page alone would call a slip.
_NO_SLIPS = {"changed_base", "restated", "restated_later", "unit_change"}
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+")
_DAY = re.compile(r"(\d\d?)/(\d\d?)/(\d{4})|ngày (\d\d?) tháng (\d\d?) năm (\d{4})")


@dataclass(frozen=True)
class Clean:
    """A report as its Markdown source, read; offsets of the report's text can be led back into the source."""

    name: str
    source: str

    @cached_property
    def checked(self) -> CheckedReport:
        return CheckedReport(*read_text(self.source))

    @cached_property
    def _map(self) -> SourceMap:
        return SourceMap(self.checked.report)

    @property
    def text(self) -> str:
        return self.checked.text

    def in_source(self, start: int, end: int) -> tuple[int, int] | None:
        """Where a stretch of the report's text stands in the source; None where marks stand in between."""
        first, last = self._map.offset(start), self._map.offset(end - 1)
        if first is None or last is None or self.source[first : last + 1] != self.text[start:end]:
            return None
        return first, last + 1


@cache
def clean_reports() -> tuple[Clean, ...]:
    """All of them, in the order of their names."""
    manifest = tomllib.loads((HERE / "manifest.toml").read_text("utf-8"))["file"]
    planted = {file["source"]: file.get("planted", []) for file in manifest}
    return tuple(
        Clean(source.name, _put_right(source, planted[f"sources/{source.name}.report"]))
        for source in sorted(sources(), key=lambda source: source.name)
    )


class SourceMap:
    """Where the characters of a report's text stand in the text of its file."""

    def __init__(self, report: Report) -> None:
        found = ((o.start, o.end, o.offset) for block in report.blocks for o in block.origins)
        self._runs = sorted((start, end, at) for start, end, at in found if at is not None)

    def offset(self, place: int) -> int | None:
        """The offset in the file of one character; None for one that is not in the file."""
        run = bisect_right(self._runs, place, key=lambda run: run[0]) - 1
        if run < 0:
            return None
        start, end, at = self._runs[run]
        return at + place - start if place < end else None


def _put_right(source: Any, planted: list[dict[str, Any]]) -> str:
    text = markdown.write(source).decode("utf-8")
    plain = render(source).text
    for slip in planted:
        if _NUMBER.fullmatch(slip["found"]):  # the text may repeat what the table says
            text = text.replace(slip["found"], slip["expected"])
        elif slip["kind"] not in _NO_SLIPS:
            nth = plain.count(slip["raw"], 0, slip["start"])
            start = _nth(text, slip["raw"], nth)
            text = text[:start] + "".join(_corrected(text[start:], slip))
    return text


def _corrected(rest: str, slip: dict[str, Any]) -> Iterator[str]:
    """The text from the slip on, with what was expected there."""
    found, expected = slip["found"], slip["expected"]
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", found):
        yield rest.replace(found, expected, 1)
        return
    for day in _DAY.finditer(rest):
        numbers = [int(part) for part in day.groups() if part]
        if "{2:04}-{1:02}-{0:02}".format(*numbers) == found:
            year, month, date = (int(part) for part in expected.split("-"))
            yield rest[: day.start()]
            yield _written(day[0], date, month, year)
            yield rest[day.end() :]
            return
    raise AssertionError(f"no {found} after {rest[:60]!r}")


def _written(like: str, day: int, month: int, year: int) -> str:
    padded = f"{month:02}" if month < 3 else str(month)
    return f"ngày {day:02} tháng {padded} năm {year}" if "tháng" in like else f"{day:02}/{padded}/{year}"


def _nth(text: str, words: str, nth: int) -> int:
    found = [match.start() for match in re.finditer(re.escape(words), text)]
    assert found, f"{words!r} is not in the source"
    return found[min(nth, len(found) - 1)]
