"""One page's text, word by word, with its size, style and place.

The text page gives all letters at once; places are asked for the first and last letter of a word or an even
stretch of words only, and sizes and fonts once a run, so that an ordinary page costs some hundred calls.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pypdfium2.raw as raw

from extractor.encodings import Decoded
from extractor.reading.characters import SOFT_HYPHEN
from extractor.reading.page.geometry import Frame, Word
from extractor.reading.page.layout import TextCounts
from extractor.reading.pdf import native
from extractor.reading.pdf.letters import FileHints, old_lines, show
from extractor.reading.pdf.placing import Places, Span, is_composed
from extractor.reading.pdf.runs import Runs

MAX_CHARACTERS = 200_000
"""Letters of one page beyond which it is no page of a report; a dense A3 sheet holds some 20,000."""

_WORD = re.compile(r"[^\s\x00]+")
_LINE = re.compile(r"[^\s\x00](?:[^\r\n]*[^\s\x00])?")
_ODD_SPACE = re.compile(r"[^\S\r\n ]")
_NO_SPACE = re.compile("[\u200b\ufeff]")
_UNEVEN_SPACE = re.compile(r"\s\s|\x00")
# A hyphen at a line's end comes as U+0002; bullets and dashes of the Symbol font lie in the private area.
_REPAIRS = {"\x02": "-", "\ufffe": "-", "\uf02d": "-", "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢"}
_REPAIRABLE = re.compile("[" + "".join(_REPAIRS) + "]")
_REPAIR_TABLE = str.maketrans(_REPAIRS)


@dataclass(frozen=True, slots=True)
class PageText:
    """The words of a page by the turn they are set at (0, 90, 180, 270), each in the view of its turn.

    `slanted` is text at any other angle, as a watermark has it.
    """

    words: dict[int, list[Word]]
    slanted: str
    counts: TextCounts


class PageWalk:
    """The text of an open page. It holds the page's text handle and must be closed before the page is.

    With `hints` of what the file's fonts hold, letters of old encodings are shown in Unicode. `old_lines` are
    the lines that may hold some, `decoded` what came of them.
    """

    def __init__(self, page: object, frame: Frame, hints: FileHints | None = None) -> None:
        self._pointer = raw.FPDFText_LoadPage(page)
        length = max(raw.FPDFText_CountChars(self._pointer), 0)
        self._cut = max(length - MAX_CHARACTERS, 0)
        text_page = native.handle(self._pointer)
        self._text = self._read_text(length - self._cut)
        self._frame = frame
        self._runs = Runs(text_page, frame)
        self.old_lines = old_lines(self._text, self._runs, file_is_old=hints is not None)
        self.decoded: tuple[Decoded, ...] = ()
        shown: str | list[str] = self._text.replace(SOFT_HYPHEN, "-")
        if hints is not None:
            shown, self.decoded = show(self._text, self.old_lines, hints)
        self._shown = shown
        self._places = Places(text_page, self._text, shown, frame, is_composed("".join(shown)))

    def close(self) -> None:
        """Give the text handle back."""
        raw.FPDFText_ClosePage(self._pointer)

    def read(self) -> PageText:
        """Take the page apart into words, as many together as one run sets evenly."""
        upright: list[Span] = []
        slanted: list[str] = []
        plain = hidden = legacy = unmapped = 0
        for span in self._spans():
            run, start, end, _ = span
            if not run.visible:
                hidden += end - start
                continue
            plain += end - start
            legacy += end - start if run.font.legacy else 0
            unmapped += end - start if run.unmapped else 0
            if run.turn is None:
                slanted.append("".join(self._shown[start:end]))
            else:
                upright.append(span)
        words, outside = self._on_page(self._places.words(upright))
        counts = TextCounts(plain - outside, hidden + outside, legacy, unmapped, self._cut)
        return PageText(words, " ".join(slanted), counts)

    def _on_page(self, words: dict[int, list[Word]]) -> tuple[dict[int, list[Word]], int]:
        """Leave out words beyond the page's edge, which no viewer shows, and count their letters."""
        kept: dict[int, list[Word]] = {}
        outside = 0
        for turn, part in words.items():
            view = self._frame.turned(turn)
            width, height = view.width, view.height
            kept[turn] = [w for w in part if w.x0 < width and w.x1 > 0 and 0 < w.baseline < height + w.size]
            if len(kept[turn]) < len(part):
                outside += sum(len(w.text) for w in part) - sum(len(w.text) for w in kept[turn])
        return kept, outside

    def letters(self, word: Word, turn: int) -> list[Word]:
        """Take a word apart into its letters, each with its place; only coded spaces stand before them."""
        run = self._runs.at(word.start)
        assert run is not None
        indexes = (index for index in range(word.start, word.end) if self._shown[index] > " ")
        letters = self._places.words(Span(run, index, index + 1, index + 1) for index in indexes)[turn]
        return [
            letter._replace(spaced=letter.spaced and self._runs.at(letter.start - 1) is not None)
            for letter in letters
        ]

    def _read_text(self, count: int) -> str:
        if not count:
            return ""
        buffer = (ctypes.c_ushort * (count * 2 + 2))()
        written = raw.FPDFText_GetText(self._pointer, 0, count, buffer)
        text = bytes(buffer)[: max(written - 1, 0) * 2].decode("utf-16-le", "replace")
        if len(text) != count:
            # Letters without any code are left out of the whole text: ask for each, so that indexes agree.
            codes = (raw.FPDFText_GetUnicode(self._pointer, index) for index in range(count))
            text = "".join(chr(code) if 0 < code < 0x110000 else "\ufffd" for code in codes)
        text = _NO_SPACE.sub("\x00", _ODD_SPACE.sub(" ", text))
        return text.translate(_REPAIR_TABLE) if _REPAIRABLE.search(text) else text

    def _spans(self) -> Iterator[Span]:
        """Yield the stretches of words of each run, in file order."""
        text, run_at = self._text, self._runs.at
        for line in _LINE.finditer(text):
            start, end = line.span()
            run = run_at(start)
            whole = run is run_at(end - 1) and not _UNEVEN_SPACE.search(text, start, end)
            if whole and run is not None:
                space = text.find(" ", start, end)
                yield Span(run, start, end, end if space < 0 else space)
            else:
                yield from self._stretches(self._cut_words(start, end))

    def _cut_words(self, start: int, end: int) -> Iterator[Span]:
        """Yield the words of a line, each cut where a run ends inside it."""
        run_at = self._runs.at
        for word in _WORD.finditer(self._text, start, end):
            begin, stop = word.span()
            current = run_at(begin)
            if current is not run_at(stop - 1):
                for index in range(begin + 1, stop):
                    run = run_at(index)
                    if run is not current:
                        if current is not None:
                            yield Span(current, begin, index, index)
                        begin, current = index, run
            if current is not None:
                yield Span(current, begin, stop, stop)

    def _stretches(self, words: Iterable[Span]) -> Iterator[Span]:
        """Join the neighbouring words of one run that one space parts."""
        held: Span | None = None
        for word in words:
            if held is None:
                held = word
            elif held.run is word.run and self._text[held.end : word.start] == " ":
                held = held._replace(end=word.end)
            else:
                yield held
                held = word
        if held is not None:
            yield held
