"""Tesseract as a program of its own, for where tesserocr is not installed: pictures in, a table of words out."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from statistics import median
from typing import Final, NamedTuple

from extractor.elements import Box
from extractor.reading.installed import VIETNAMESE, Helper, data_folder
from extractor.reading.scans.tesseract import MAX_MILLISECONDS
from extractor.reading.scans.tokens import DIGITS, Cell, Picture, Token

_PAGE, _BLOCK, _LINE, _ORIENTATION = "3", "6", "7", "0"  # the program's modes of segmenting a page
_COLUMNS: Final = 12
_WORD_LEVEL: Final = "5"
_MOST_AT_ONCE: Final = 200  # pictures: more would outlast a page's time
_CAPITAL: Final = 0.66  # of the type size, the height of capitals and digits
_LINE_SIZE: Final = 0.8  # of a line's height, where it has none
_DEEP = re.compile(r"[gjpqyQ,;()\[\]{}/|ạậặẹệịọộợụựỵ]", re.IGNORECASE)
_TALL = re.compile(r"[A-ZĐ\dbdđhkl]")
_MARKED_CAPITAL = re.compile(r"[À-ÖØ-ÝĂĨŨƠƯẠ-Ỹ]")
_TURNED = re.compile(r"Orientation in degrees: (\d+)")


class TesseractProgram:
    """The installed program. It starts anew for each page, and tells no raised marks from their words."""

    helper: Helper = Helper.TESSERACT

    def __init__(self, program: str, folder: Path) -> None:
        self._program = program
        self._folder = folder
        told = subprocess.run([program, "--version"], capture_output=True, text=True, check=False, timeout=20)
        self._name = (told.stdout or told.stderr or "tesseract").splitlines()[0]

    @property
    def name(self) -> str:
        """The name and version of the program."""
        return self._name

    def read(self, picture: Picture, dpi: int) -> list[Token]:
        """Read a whole page."""
        return self._words([picture], dpi, _PAGE)[0]

    def read_cells(self, picture: Picture, dpi: int, cells: Sequence[Cell]) -> list[list[Token]]:
        """Read the cells of a table, those with digits alone by themselves."""
        read: list[list[Token]] = [[] for _ in cells]
        wide = [(at, cell.digits, box) for at, cell in enumerate(cells) if (box := cell.pixels(picture))]
        for digits in (False, True):
            chosen = [(at, box) for at, only_digits, box in wide if only_digits is digits]
            for start in range(0, len(chosen), _MOST_AT_ONCE):
                part = chosen[start : start + _MOST_AT_ONCE]
                cut = [picture.crop(box) for _, box in part]
                words = self._words(cut, dpi, _BLOCK, DIGITS if digits else "")
                for (at, (left, top, _, _)), tokens in zip(part, words, strict=True):
                    read[at] = [_moved(token, left, top) for token in tokens]
        return read

    def read_line(self, picture: Picture, dpi: int, letters: str) -> tuple[str, float]:
        """Read one line, as some letters alone where these are named."""
        tokens = self._words([picture], dpi, _LINE, letters)[0]
        return "".join(token.text for token in tokens), min((t.confidence for t in tokens), default=0.0)

    def turn(self, picture: Picture, dpi: int) -> int:
        """How far a page is turned clockwise, in degrees: 0, 90, 180 or 270; 0 where that cannot be told."""
        if data_folder("osd") is None:
            return 0
        found = _TURNED.search(self._run([picture], dpi, _ORIENTATION, language="osd"))
        return int(found[1]) if found else 0

    def _words(
        self, pictures: Sequence[Picture], dpi: int, mode: str, letters: str = ""
    ) -> list[list[Token]]:
        """The words of each picture."""
        options = ["-c", "tessedit_create_tsv=1", "-c", f"tessedit_char_whitelist={letters}"]
        return words_of_table(self._run(pictures, dpi, mode, *options), len(pictures))

    def _run(
        self, pictures: Sequence[Picture], dpi: int, mode: str, *options: str, language: str = VIETNAMESE
    ) -> str:
        """What the program writes about pictures, nothing when it fails or takes too long.

        They go through its input as the pages of one TIFF, so that no file is left when it is ended.
        """
        file = io.BytesIO()
        pictures[0].save(file, "TIFF", save_all=True, append_images=list(pictures[1:]))
        command = [
            self._program, "stdin", "stdout", "--tessdata-dir", str(self._folder), "-l", language,
            "--psm", mode, "--dpi", str(dpi), *options,
        ]  # fmt: skip
        try:
            done = subprocess.run(
                command, input=file.getvalue(), capture_output=True, check=False,
                timeout=MAX_MILLISECONDS / 1000, env=os.environ | {"OMP_THREAD_LIMIT": "1"},
            )  # fmt: skip
        except (OSError, subprocess.TimeoutExpired):
            return ""
        return done.stdout.decode("utf-8", "replace")


class _Row(NamedTuple):
    """A word as the program writes it: page, block, paragraph and line that it is in; place; certainty."""

    line: tuple[int, int, int, int]
    box: Box
    confidence: float
    text: str


def words_of_table(table: str, count: int) -> list[list[Token]]:
    """The words of each of `count` pictures, from the table (TSV) that the program writes."""
    pages: list[list[Token]] = [[] for _ in range(count)]
    for (page, *_), line in groupby(_rows(table), key=lambda row: row.line):
        if 1 <= page <= count:
            pages[page - 1].extend(_tokens(list(line)))
    return pages


def _rows(table: str) -> Iterator[_Row]:
    for line in table.splitlines():
        columns = line.split("\t")
        if len(columns) != _COLUMNS or columns[0] != _WORD_LEVEL or not columns[-1].strip():
            continue
        page, block, paragraph, number, _, left, top, width, height = map(int, columns[1:10])
        box = (float(left), float(top), float(left + width), float(top + height))
        yield _Row(
            (page, block, paragraph, number), box, max(0.0, float(columns[10])) / 100, columns[11].strip()
        )


def _tokens(line: Sequence[_Row]) -> Iterator[Token]:
    """The words of a line, with the baseline and type size that their boxes tell."""
    flat = [row.box[3] for row in line if not _DEEP.search(row.text) and any(map(str.isalnum, row.text))]
    lowest = max(row.box[3] for row in line)
    height = lowest - min(row.box[1] for row in line)
    baseline = median(flat) if flat else lowest - (1 - _LINE_SIZE) * height
    tall = [
        baseline - row.box[1]
        for row in line
        if _TALL.search(row.text) and not _MARKED_CAPITAL.search(row.text)
    ]
    size = max(median(tall) / _CAPITAL if tall else _LINE_SIZE * height, 1.0)
    for row in line:
        yield Token(row.text, row.box, baseline, size, row.confidence)


def _moved(token: Token, x: float, y: float) -> Token:
    left, top, right, bottom = token.box
    return token._replace(box=(left + x, top + y, right + x, bottom + y), baseline=token.baseline + y)


def open_tesseract_program() -> TesseractProgram | None:
    """The program, None where it or its Vietnamese data is not installed or does not start."""
    program, folder = shutil.which("tesseract"), data_folder()
    if program is None or folder is None:
        return None
    try:
        return TesseractProgram(program, folder)
    except (OSError, subprocess.TimeoutExpired):
        return None
