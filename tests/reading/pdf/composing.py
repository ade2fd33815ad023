"""Sets report-like pages as a word processor does, so that the tests read real PDF files."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, Table, TableStyle

FONT_FOLDERS = ("/usr/share/fonts/truetype/liberation2", "/usr/share/fonts/truetype/dejavu")
FACES = {
    "": ("LiberationSerif-Regular.ttf", "DejaVuSerif.ttf"),
    "-Bold": ("LiberationSerif-Bold.ttf", "DejaVuSerif-Bold.ttf"),
    "-Italic": ("LiberationSerif-Italic.ttf", "DejaVuSerif-Italic.ttf"),
}
_MARK = re.compile(r"\^\{([^}]+)\}")
_BREAK = re.compile(r"(?<=[\w&]-)(?=[\wĐ])|(?<=[\w&]/)(?=[^\W\d])")


def font_path(style: str = "") -> Path:
    """Find a serif face with all Vietnamese letters: Liberation 2 (metrics of Times), else DejaVu."""
    for folder in FONT_FOLDERS:
        for name in FACES[style]:
            if (path := Path(folder) / name).exists():
                return path
    raise FileNotFoundError("install the Debian package fonts-liberation2 or fonts-dejavu-core")


def register() -> None:
    for style in FACES:
        if f"Serif{style}" not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(f"Serif{style}", str(font_path(style))))
    pdfmetrics.registerFontFamily("Serif", "Serif", "Serif-Bold", "Serif-Italic", "Serif-Bold")


@dataclass(frozen=True)
class Unit:
    """A piece that is never broken; `glued` when no space stands before it, `raised` for a footnote mark."""

    text: str
    glued: bool = False
    raised: bool = False


def units(text: str) -> list[Unit]:
    """Cut a text into pieces; "^{5}" raises a mark, and a symbol may break after its hyphens and slashes."""
    found: list[Unit] = []
    for word in text.split(" "):
        glued = False
        for index, part in enumerate(_MARK.split(word)):
            for piece in _BREAK.split(part) if index % 2 == 0 else [part]:
                if piece:
                    found.append(Unit(piece, glued, index % 2 == 1))
                    glued = True
    return found


@dataclass
class Composer:
    """A4 pages with Decree 30's margins; the page number stands in the middle of the head from page 2."""

    size: float = 14
    left: float = 85
    right: float = 57
    top: float = 64
    bottom: float = 60
    indent: float = 36
    leading: float = 1.2
    gap: float = 6
    page_size: tuple[float, float] = (595, 842)
    break_symbols: bool = True
    number: Callable[[int], str] = str
    head: Callable[[int], str] = lambda page: ""
    foot: Callable[[int], str] = lambda page: ""
    separator: bool = True
    note_size: float = 10
    page: int = 1
    _notes: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        register()
        self._file = io.BytesIO()
        self.canvas = Canvas(self._file, pagesize=self.page_size, pageCompression=1)
        self.y = self.page_size[1] - self.top

    @property
    def width(self) -> float:
        return self.page_size[0] - self.left - self.right

    @property
    def floor(self) -> float:
        return self.bottom + self._notes_height()

    def save(self) -> bytes:
        self.end_page()
        self.canvas.save()
        return self._file.getvalue()

    def end_page(self) -> None:
        self._draw_notes()
        middle = self.left + self.width / 2
        self.canvas.setFont("Serif", self.size - 1)
        if self.page > 1 and self.number(self.page):
            self.canvas.drawCentredString(middle, self.page_size[1] - 40, self.number(self.page))
        self.canvas.setFont("Serif", 10)
        if self.head(self.page):
            self.canvas.drawString(self.left, self.page_size[1] - 30, self.head(self.page))
        if self.foot(self.page):
            self.canvas.drawString(self.left, 32, self.foot(self.page))
        self.canvas.showPage()
        self.page += 1
        self.y = self.page_size[1] - self.top

    def paragraph(
        self, text: str, *, notes: dict[str, str] | None = None, style: str = "", align: str = "justify",
        size: float | None = None, indent: float | None = None, left: float = 0, width: float | None = None,
    ) -> None:  # fmt: skip
        """Set one paragraph; `left` and `width` narrow its column."""
        size, width = size or self.size, width or self.width
        indent = self.indent if indent is None else indent
        indent = 0 if align != "justify" else indent
        lines = self.broken(text, f"Serif{style}", size, width, indent)
        for number, line in enumerate(lines):
            labels = [unit.text.strip("()[] ") for unit in line if unit.raised]
            pending = [(label, (notes or {})[label]) for label in labels if label in (notes or {})]
            if self.y - size * self.leading < self.floor + sum(self._note_height(note) for note in pending):
                self.end_page()
            self._notes.extend(pending)
            self.y -= size * self.leading
            shift = indent if number == 0 else 0
            last = number == len(lines) - 1
            self.line(line, self.left + left, self.y, f"Serif{style}", size, width, shift,
                      align="left" if last and align == "justify" else align)  # fmt: skip
        self.y -= self.gap

    def broken(self, text: str, font: str, size: float, width: float, indent: float) -> list[list[Unit]]:
        """Break a text into lines."""
        lines: list[list[Unit]] = [[]]
        for group in self._groups(units(text)):
            room = width - (indent if len(lines) == 1 else 0)
            if lines[-1] and self.measure([*lines[-1], *group], font, size) > room:
                lines.append([])
            lines[-1].extend(group)
        return lines

    def _groups(self, all_units: Iterable[Unit]) -> list[list[Unit]]:
        groups: list[list[Unit]] = []
        for unit in all_units:
            sticks = unit.glued and (unit.raised or not self.break_symbols or groups[-1][-1].raised)
            if sticks:
                groups[-1].append(unit)
            else:
                groups.append([unit])
        return groups

    def measure(self, line: list[Unit], font: str, size: float) -> float:
        return sum(self._width(unit, font, size) for unit in line) + self._spaces(
            line
        ) * pdfmetrics.stringWidth(" ", font, size)

    def line(
        self, line: list[Unit], x: float, y: float, font: str, size: float, width: float, shift: float = 0, *,
        align: str = "left",
    ) -> None:  # fmt: skip
        """Draw one line; a justified one stretches its spaces."""
        space = pdfmetrics.stringWidth(" ", font, size)
        slack = width - shift - self.measure(line, font, size)
        if align == "justify" and self._spaces(line):
            space += slack / self._spaces(line)
        x += {"center": slack / 2, "right": slack}.get(align, 0) + shift
        text = ""
        begin = x
        for index, unit in enumerate(line):
            if index and not unit.glued:
                text += " "
                x += space
            if unit.raised:
                self._draw(text, begin, y, font, size, space)
                self._draw(unit.text, x, y + size * 0.35, font, size * 0.62, 0)
                x += self._width(unit, font, size)
                text, begin = "", x
            else:
                text += unit.text
                x += self._width(unit, font, size)
        self._draw(text, begin, y, font, size, space)

    def _draw(self, text: str, x: float, y: float, font: str, size: float, space: float) -> None:
        if not text:
            return
        drawn = self.canvas.beginText(x, y)
        drawn.setFont(font, size)
        drawn.setWordSpace(space - pdfmetrics.stringWidth(" ", font, size) if space else 0)
        drawn.textOut(text)
        self.canvas.drawText(drawn)

    def _width(self, unit: Unit, font: str, size: float) -> float:
        return float(pdfmetrics.stringWidth(unit.text, font, size * 0.62 if unit.raised else size))

    @staticmethod
    def _spaces(line: list[Unit]) -> int:
        return sum(not unit.glued for unit in line[1:])

    def _note_lines(self, note: tuple[str, str]) -> list[list[Unit]]:
        return self.broken(f"^{{{note[0]}}} {note[1]}", "Serif", self.note_size, self.width, 0)

    def _note_height(self, note: tuple[str, str]) -> float:
        return len(self._note_lines(note)) * self.note_size * self.leading

    def _notes_height(self) -> float:
        return sum(self._note_height(note) for note in self._notes) + (14 if self._notes else 0)

    def _draw_notes(self) -> None:
        if not self._notes:
            return
        y = self.bottom + self._notes_height()
        if self.separator:
            self.canvas.setLineWidth(0.6)
            self.canvas.line(self.left, y - 6, self.left + 144, y - 6)
        y -= 10
        for note in self._notes:
            lines = self._note_lines(note)
            for number, line in enumerate(lines):
                y -= self.note_size * self.leading
                align = "left" if number == len(lines) - 1 else "justify"
                self.line(line, self.left, y, "Serif", self.note_size, self.width, align=align)
        self._notes = []

    def letterhead(self, left: Iterable[tuple[str, str]], right: Iterable[tuple[str, str]]) -> None:
        """Set two columns side by side, agency and quốc hiệu, each line with its style."""
        self.beside(left, right)
        self.canvas.line(self.left + 245, self.y + 20 + 14, self.left + 390, self.y + 20 + 14)

    def beside(
        self, left: Iterable[tuple[str, str]], right: Iterable[tuple[str, str]], *, left_size: float = 12,
        left_align: str = "center", steps: tuple[float, float] = (15.5, 15.5),
    ) -> None:  # fmt: skip
        """Set two columns of lines side by side; an empty line leaves a gap."""
        top = lowest = self.y
        sides = (
            (left, self.left - 20, 190.0, left_size, left_align, steps[0]),
            (right, self.left + 175, 285.0, 12, "center", steps[1]),
        )
        for lines, x, width, size, align, step in sides:
            y = top
            widest = max(self.measure(units(text), f"Serif{style}", size) for style, text in lines)
            size *= min(1.0, width / widest)  # DejaVu's letters are wider than those of Times
            for style, text in lines:
                y -= step
                if text:
                    self.line(units(text), x, y, f"Serif{style}", size, width, align=align)
            lowest = min(lowest, y)
        self.y = lowest - 20

    def table(
        self, rows: list[list[str]], widths: list[float], *, spans: Iterable[tuple[int, int, int, int]] = (),
        head: int = 1, size: float = 11,
    ) -> None:  # fmt: skip
        """Set a ruled table that goes on over page breaks; spans are (row, column, rows, columns)."""
        cell = ParagraphStyle("cell", fontName="Serif", fontSize=size, leading=size * 1.2)
        data = [[Paragraph(text, cell) for text in row] for row in rows]
        style = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
        style += [("SPAN", (c, r), (c + columns - 1, r + height - 1)) for r, c, height, columns in spans]
        drawn = Table(data, widths, repeatRows=head, style=TableStyle(style))
        drawn.wrap(self.width, 10_000)
        self.y -= 6
        while True:
            parts = drawn.split(self.width, self.y - self.floor)
            if parts:
                _, height = parts[0].wrap(self.width, 10_000)
                parts[0].drawOn(self.canvas, self.left, self.y - height)
                self.y -= height + 10
            if len(parts) == 1:
                return
            self.end_page()
            drawn = parts[1] if parts else drawn


def spread(canvas: Canvas, pieces: Iterable[tuple[str, float]], y: float, font: str, size: float) -> None:
    """Draw pieces at their own x with one TJ operator, as programs do that place each glyph."""
    face = pdfmetrics.getFont(font)
    parts: list[str] = []
    end = begin = None
    for text, x in pieces:
        begin = x if begin is None else begin
        if end is not None:
            parts.append(f"{(end - x) / size * 1000:.2f}")
        subsets = face.splitString(text, canvas._doc)
        assert len({subset for subset, _ in subsets}) == 1, "the font's first subset must hold all letters"
        parts.append("<" + "".join(codes.hex() for _, codes in subsets) + ">")
        name = face.getSubsetInternalName(subsets[0][0], canvas._doc)
        end = x + pdfmetrics.stringWidth(text, font, size)
    canvas._code.append(f"BT {name} {size} Tf 1 0 0 1 {begin} {y} Tm [{' '.join(parts)}] TJ ET")


def with_fallback(
    canvas: Canvas, text: str, x: float, y: float, font: str, fallback: str, size: float
) -> None:
    """Draw a line as a program does that takes Vietnamese letters from a second font.

    The first run leaves gaps for them, the second fills the gaps: the two overlap.
    """
    runs: dict[str, list[tuple[str, float]]] = {font: [], fallback: []}
    for letter in text:
        face = font if ord(letter) < 0x180 and letter not in "ĐđĂăƠơƯư" else fallback
        if letter != " ":
            runs[face].append((letter, x))
        x += pdfmetrics.stringWidth(letter, face, size)
    for face, pieces in runs.items():
        if pieces:
            spread(canvas, pieces, y, face, size)
