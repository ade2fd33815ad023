"""The run: letters in one font. Whatever depends on the font of letters happens here.

Word documents of the years before Unicode name their encoding in the font alone (".VnTime" is TCVN3,
"VNI-Times" is VNI). The runs of a paragraph are decoded together, since a short one follows its neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from extractor.encodings import (
    NO_HINTS,
    Conversions,
    Decoded,
    DocumentHints,
    FontRun,
    decode,
    font_hint,
    may_be_old,
    survey,
)
from extractor.reading.characters import SOFT_HYPHEN
from extractor.reading.docx import names
from extractor.reading.docx.properties import RunFormat, by_tag, properties_of, value
from extractor.reading.docx.styles import Styles
from extractor.reading.symbols import is_symbol_font, shown

_PRIVATE_USE = re.compile("[\uf000-\uf0ff]")


@dataclass(frozen=True, slots=True)
class Run:
    """Letters as the file stores them, and the format with the font they are set in."""

    text: str
    format: RunFormat


@dataclass(slots=True)
class Letters:
    """What letters mean in a document: `hints` is what its fonts hold, `conversions` what came of them."""

    hints: DocumentHints = NO_HINTS
    conversions: Conversions = field(default_factory=Conversions)

    def decode(self, runs: Sequence[Run], page: int | None) -> Decoded:
        """Return the letters that the runs of a paragraph show.

        >>> letters = Letters()
        >>> letters.decode([Run("báo cáo", RunFormat(font="Times New Roman", capitals=True))], None).texts
        ('BÁO CÁO',)
        >>> letters.decode([Run("B¸o c¸o", RunFormat(font=".VnTimeH"))], None).texts
        ('BÁO CÁO',)
        >>> letters.decode([Run("\\uf0b3", RunFormat(font="Symbol"))], None).texts
        ('≥',)
        """
        decoded = _decode([_stored(run) for run in runs], self.hints)
        self.conversions.add(decoded, page=page)
        shown = tuple(map(_as_set, decoded.texts, runs))
        return decoded if shown == decoded.texts else replace(decoded, texts=shown)


def survey_fonts(root: etree._Element, styles: Styles) -> DocumentHints:
    """See what the fonts of a part hold, where it may hold text in an old encoding at all."""
    if not may_be_old(etree.tostring(root, method="text", encoding="unicode")):
        return NO_HINTS
    return survey(_stored_runs(paragraph, styles) for paragraph in root.iter(names.P))


def _stored_runs(paragraph: etree._Element, styles: Styles) -> list[FontRun]:
    style = value(by_tag(properties_of(paragraph, names.P_PR)).get(names.P_STYLE))
    return [
        FontRun(
            "".join(
                SOFT_HYPHEN if child.tag == names.SOFT_HYPHEN else child.text or ""
                for child in run.iter(names.TEXT, names.SOFT_HYPHEN)
            ),
            styles.run(style, properties_of(run, names.R_PR)).font,
        )
        for run in paragraph.iter(names.RUN)
    ]


def _decode(runs: Sequence[FontRun], hints: DocumentHints) -> Decoded:
    """Decode runs; those that cannot be in an old encoding are Unicode, as nearly all are today."""
    text = "".join([run.text for run in runs])
    if may_be_old(text) or any(font_hint(run.font).encodings for run in runs):
        return decode(runs, document=hints)
    texts = tuple([run.text for run in runs])
    return Decoded(texts) if text.isascii() else Decoded(texts, "unicode", 1.0)


def _stored(run: Run) -> FontRun:
    font = run.format.font
    return FontRun(shown(run.text, font) if is_symbol_font(font) else run.text, font)


def _as_set(text: str, run: Run) -> str:
    """Show signs that no font explains as such, and capitals where the run is set in them."""
    if _PRIVATE_USE.search(text):
        text = shown(text, run.format.font)
    return text.upper() if run.format.capitals else text
