"""What an RTF file says before its text: code page, fonts, styles."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import regex

from extractor.reading.docx.properties import ParagraphFormat, RunFormat
from extractor.reading.rtf.fonts import Font, code_page, letters
from extractor.reading.rtf.state import Letters, Lines

_HEADING = regex.compile(r"(?i)heading ([1-9])")


@dataclass(frozen=True, slots=True)
class _Style:
    letters: Letters
    heading: int | None


_NO_FONT: Final = Font()


@dataclass(slots=True)
class Document:
    """The tables of a file; the entry of a table that is being read grows until it is ended."""

    default_font: int = 0
    _page: str = "cp1252"
    _fonts: dict[int, Font] = field(default_factory=dict)
    _styles: dict[int, _Style] = field(default_factory=dict)
    _name: str = ""
    _font: int = 0
    _charset: int = 0

    def set_page(self, number: int | None) -> None:
        """Take the code page of bytes in fonts without a charset."""
        self._page = code_page(number)

    def set_mac(self) -> None:
        """Take the code page of old Macintosh files."""
        self._page = "mac_roman"

    def begin_font(self, number: int) -> None:
        """Begin an entry of the font table."""
        self.end_font()
        self._font = number

    def set_charset(self, number: int) -> None:
        """Take the charset of the font that is being read."""
        self._charset = number

    def add_to_name(self, data: bytes) -> None:
        """Take letters of the name of a font or style."""
        self._name += data.decode("latin-1")

    def end_font(self) -> None:
        """End an entry of the font table, if one is open."""
        if self._name:
            self._fonts[self._font] = Font(self._name.partition(";")[0].strip(), self._charset)
        self._name, self._charset = "", 0

    def end_style(self, lines: Lines, letters_of_style: Letters) -> None:
        """End an entry of the style sheet, set as these."""
        if self._name.strip("; ") and lines.style is not None:
            heading = _HEADING.match(self._name.strip())
            self._styles[lines.style] = _Style(letters_of_style, int(heading[1]) if heading else None)
        self._name = ""

    def set_in(self, lines: Lines, own: Letters) -> Letters:
        """Lay what was said of letters over the style of their paragraph."""
        style = self._styles.get(lines.style or 0)
        return own.over(style.letters) if style else own

    def shown(self, data: bytes, set_in: Letters) -> str:
        """Return the letters that bytes are."""
        return letters(data, self._font_of(set_in), self._page)

    def run_format(self, set_in: Letters) -> RunFormat:
        """Return the format of a run."""
        return set_in.format(self._font_of(set_in).bare)

    def paragraph_format(self, lines: Lines) -> ParagraphFormat:
        """Return the format of a paragraph; a style may be one of headings."""
        style = self._styles.get(lines.style or 0)
        return lines.format(style.heading if style else None)

    def _font_of(self, set_in: Letters) -> Font:
        return self._fonts.get(self.default_font if set_in.font is None else set_in.font, _NO_FONT)
