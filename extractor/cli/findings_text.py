"""Text for people: file and page, what is wrong, the line with the spot underlined, and the related places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from extractor.checks import Message
from extractor.cli.output import short_path
from extractor.linting.formats.words import EXPECTED, FIX, SEE, WAIVED, severity_word
from extractor.linting.linted import LintedReport, Place, Told
from extractor.settings import Language, Severity

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold cyan"}
_BEFORE = 32  # code points of the line shown before the spot
_RELATED_SHOWN = 12
_LONGEST_PLACE = 90
_ENDS = "\n\t\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_CONTROLS = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)], " ")


def print_report(report: LintedReport, language: Language, console: Console, *, width: int) -> None:
    """Print the findings of one report, with a blank line after each."""
    for one in report.told:
        for line in lines(report, one, language, width=width):
            console.print(line, soft_wrap=True)
        console.print()


def lines(report: LintedReport, one: Told, language: Language, *, width: int) -> Iterator[Text]:
    """A finding in a few lines, those with the report's own words at most `width` columns wide."""
    finding = one.finding
    yield Text.assemble(
        (f"{_where(one.place)}: ", "bold"),
        (finding.rule, _STYLES[finding.severity]),
        " ",
        (severity_word(finding.severity, language), _STYLES[finding.severity]),
        f": {_plain(finding.message.text(language))}",
    )
    yield from _underlined(report.text, finding.start, finding.end, _STYLES[finding.severity], width)
    if finding.expected is not None:
        yield _remark(EXPECTED, _plain(finding.expected), language)
    for other, place in one.related[:_RELATED_SHOWN]:
        note = "" if other.note is None else f" ({_plain(other.note.text(language))})"
        yield _remark(SEE, f"{_where(place)}: {_shortened(place.raw, width)}{note}", language)
    if len(one.related) > _RELATED_SHOWN:
        yield _remark(SEE, f"… +{len(one.related) - _RELATED_SHOWN}", language)
    if finding.fix is not None:
        yield _remark(FIX, _plain(finding.fix.replacement), language)
    if one.waiver is not None:
        yield _remark(WAIVED, _plain(one.waiver.reason), language)


def _underlined(text: str, start: int, end: int, style: str, width: int) -> Iterator[Text]:
    """The line of the text with the spot, cut to the width, and carets under the spot."""
    first = max(text.rfind(sign, 0, start) for sign in _ENDS) + 1
    last = min(_found(text.find(sign, start), len(text)) for sign in _ENDS)
    left = first if start - first <= _BEFORE else _after_blank(text, start - _BEFORE, start)
    before = ("… " if left > first else "") + _plain(text[left:start])
    room = max(20, width - cell_len(before) - 6)
    spot = _plain(text[start : min(end, last)])
    shown = spot if cell_len(spot) <= room else spot[: room - 1] + "…"
    after = _plain(text[start + len(spot) : last]) if shown == spot else ""
    rest = room - cell_len(shown)
    tail = after if cell_len(after) <= rest else after[: max(0, rest - 2)].rstrip() + " …"
    yield Text.assemble(("    │ ", "dim"), before, (shown, "bold"), tail)
    yield Text.assemble(("    │ ", "dim"), " " * cell_len(before), ("^" * max(1, cell_len(shown)), style))


def _after_blank(text: str, left: int, start: int) -> int:
    """The first word that begins at or after `left`, so that no word is shown cut."""
    blank = text.find(" ", left, start)
    return left if blank < 0 else blank + 1


def _found(place: int, otherwise: int) -> int:
    return otherwise if place < 0 else place


def _remark(word: Message, words: str, language: Language) -> Text:
    return Text.assemble(("    = ", "dim"), (f"{word.text(language)}: ", "dim"), words)


def _shortened(text: str, width: int) -> str:
    line = _plain(" ".join(text.split()))
    return line if cell_len(line) <= width - 20 else line[: width - 21] + "…"


def _where(place: Place) -> str:
    """The place as one line; of a long heading its beginning."""
    line = _plain(" ".join(str(replace(place, path=short_path(place.path))).split()))
    return line if place.line or place.page or len(line) <= _LONGEST_PLACE else line[:_LONGEST_PLACE] + "…"


def _plain(text: str) -> str:
    """Without the control characters by which a file could take over a terminal; offsets hold."""
    return text.translate(_CONTROLS)
