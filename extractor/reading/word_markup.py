"""WordprocessingML written: the form to which formats like it are brought, for the Word reader to read.

RTF and OpenDocument text hold what a Word document holds, in other words. Brought to Word's words they are
read by one reader: list numbers are counted, fonts decide on encodings, notes follow their marks as in any
Word document. Only what that reader reads is written.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final
from xml.sax.saxutils import escape, quoteattr

import regex

from extractor.reading.docx.properties import ParagraphFormat, RunFormat

_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_V: Final = "urn:schemas-microsoft-com:vml"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_OPEN: Final = f'xmlns:w="{_W}" xmlns:r="{_R}"'

# XML has no place for these; VISCII and VPS use some as letters. Word lifts the letters of a font with signs
# of its own to U+F000, and so they are lifted here.
_CONTROL = regex.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_NO_CHARACTER = regex.compile(r"[\ud800-\udfff\ufffe\uffff]")
_BREAK = regex.compile(r"([\t\n])")
_BREAKS: Final = {"\t": "<w:tab/>", "\n": "<w:br/>"}
_LIFTED: Final = 0xF000
_TWIPS: Final = 20

_ALIGNMENTS: Final = {"justify": "both"}
_SWITCHES: Final = (("bold", "b"), ("italic", "i"), ("capitals", "caps"), ("hidden", "vanish"))


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list as Word defines it: "%1." with `format` "decimal", or a bullet."""

    format: str
    template: str
    start: int = 1
    font: str | None = None


@dataclass(slots=True)
class WordMarkup:
    """A document being written: blocks in order, notes, lists, and what stands apart from the text."""

    body: list[str] = field(default_factory=list)
    headers: list[str] = field(default_factory=list)
    footers: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    _notes: dict[str, list[str]] = field(default_factory=lambda: {"footnote": [], "endnote": []})
    _lists: list[str] = field(default_factory=list)
    _numbers: list[str] = field(default_factory=list)
    _shapes: dict[str, int] = field(default_factory=dict)

    def note(self, kind: str, content: str, label: str | None = None) -> str:
        """Add a "footnote" or "endnote" of paragraphs and return the run with its mark.

        Without a label the marks are counted.
        """
        notes = self._notes[kind]
        number = len(notes) + 1
        notes.append(f'<w:{kind} w:id="{number}">{content}</w:{kind}>')
        custom = "" if label is None else ' w:customMarkFollows="1"'
        return f'<w:r><w:{kind}Reference{custom} w:id="{number}"/></w:r>' + run(label or "", RunFormat())

    def add_list(self, levels: Sequence[Level]) -> str:
        """Add a list, which counts by itself, and return the id for its paragraphs' `number_id`."""
        abstract = len(self._lists) + 1
        shapes = "".join(_level(place, each) for place, each in enumerate(levels))
        self._lists.append(f'<w:abstractNum w:abstractNumId="{abstract}">{shapes}</w:abstractNum>')
        return self._number(abstract, "")

    def restart(self, list_id: str, level: int, start: int) -> str:
        """Return another id of a list, with which a level counts anew from `start`."""
        override = f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        return self._number(self._shapes[list_id], override)

    def _number(self, abstract: int, override: str) -> str:
        list_id = str(len(self._numbers) + 1)
        self._shapes[list_id] = abstract
        abstract_id = f'<w:abstractNumId w:val="{abstract}"/>'
        self._numbers.append(f'<w:num w:numId="{list_id}">{abstract_id}{override}</w:num>')
        return list_id

    def package(self) -> bytes:
        """Return the document as a .docx file."""
        parts = {f"{kind}s": (f"{kind}s", "".join(notes)) for kind, notes in self._notes.items() if notes}
        parts["numbering"] = ("numbering", "".join([*self._lists, *self._numbers]))
        if self.comments:
            parts["comments"] = (
                "comments",
                "".join(f"<w:comment>{each}</w:comment>" for each in self.comments),
            )
        sections = ""
        for kind, tag, blocks in (("header", "hdr", self.headers), ("footer", "ftr", self.footers)):
            if blocks:
                parts[kind] = (tag, "".join(blocks))
                sections += f'<w:{kind}Reference r:id="{kind}"/>'
        body = f"<w:body>{''.join(self.body)}<w:sectPr>{sections}</w:sectPr></w:body>"
        package = io.BytesIO()
        with zipfile.ZipFile(package, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr("[Content_Types].xml", _types(parts))
            archive.writestr("_rels/.rels", _relations({"officeDocument": "word/document.xml"}))
            archive.writestr(
                "word/_rels/document.xml.rels", _relations({kind: f"{kind}.xml" for kind in parts})
            )
            archive.writestr("word/document.xml", f"<w:document {_OPEN}>{body}</w:document>")
            for kind, (tag, content) in parts.items():
                archive.writestr(f"word/{kind}.xml", f"<w:{tag} {_OPEN}>{content}</w:{tag}>")
        return package.getvalue()


def run(text: str, form: RunFormat) -> str:
    """Write letters that are set alike; "\\t" and "\\n" are a tabulator and a line broken by hand.

    >>> run("5\\t", RunFormat(bold=True))
    '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">5</w:t><w:tab/></w:r>'
    """
    if not text:
        return ""
    pieces = [
        _BREAKS.get(piece) or f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
        for piece in _BREAK.split(storable(text))
        if piece
    ]
    return f"<w:r>{_run_properties(form)}{''.join(pieces)}</w:r>"


def paragraph(content: str, form: ParagraphFormat) -> str:
    """Write a paragraph of runs."""
    return f"<w:p>{_paragraph_properties(form)}{content}</w:p>"


def cell(content: str, *, columns: int = 1, merges: str | None = None, sides: Iterable[str] = ()) -> str:
    """Write a cell of blocks.

    `merges` is "restart" at the top of cells merged downwards, then "continue"; `sides` are those with a line
    ("top", "left", "bottom", "right").
    """
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    merge = f'<w:vMerge w:val="{merges}"/>' if merges else ""
    drawn = "".join(f'<w:{side} w:val="single"/>' for side in sides)
    borders = f"<w:tcBorders>{drawn}</w:tcBorders>" if drawn else ""
    return f"<w:tc><w:tcPr>{span}{merge}{borders}</w:tcPr>{content or '<w:p/>'}</w:tc>"


def table(rows: Iterable[Iterable[str]], *, before: Sequence[int] = ()) -> str:
    """Write a table of rows of cells; `before` says how many columns each row leaves out at its beginning."""
    written = []
    for number, cells in enumerate(rows):
        skipped = before[number] if number < len(before) else 0
        properties = f'<w:trPr><w:gridBefore w:val="{skipped}"/></w:trPr>' if skipped else ""
        written.append(f"<w:tr>{properties}{''.join(cells)}</w:tr>")
    return f"<w:tbl>{''.join(written)}</w:tbl>"


def box(content: str) -> str:
    """Write a run with a text box of blocks."""
    return f"<w:r><w:pict><w:txbxContent>{content}</w:txbxContent></w:pict></w:r>"


PAGE_TURN: Final = "<w:r><w:lastRenderedPageBreak/></w:r>"
PICTURE: Final = f'<w:r><w:pict><v:imagedata xmlns:v="{_V}"/></w:pict></w:r>'
EMBEDDED: Final = "<w:r><w:object/></w:r>"


def storable(text: str) -> str:
    """Make a text fit for XML: lift control codes to U+F000, mark what is no character.

    >>> storable("n\\x02m")
    'n\\uf002m'
    """
    text = _CONTROL.sub(lambda control: chr(_LIFTED + ord(control[0])), text)
    return _NO_CHARACTER.sub("\ufffd", text)


def _run_properties(form: RunFormat) -> str:
    written = [f"<w:{tag}/>" for name, tag in _SWITCHES if getattr(form, name)]
    if form.font:
        font = quoteattr(storable(form.font))
        written.append(f"<w:rFonts w:ascii={font} w:hAnsi={font}/>")
    if form.size:
        written.append(f'<w:sz w:val="{round(form.size * 2)}"/>')
    if form.raised:
        written.append('<w:vertAlign w:val="superscript"/>')
    return f"<w:rPr>{''.join(written)}</w:rPr>" if written else ""


def _paragraph_properties(form: ParagraphFormat) -> str:
    written = []
    if form.number_id is not None:
        level = form.number_level or 0
        written.append(f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{form.number_id}"/></w:numPr>')
    if form.left is not None or form.first_line is not None:
        left, first = round((form.left or 0) * _TWIPS), round((form.first_line or 0) * _TWIPS)
        side = f'w:firstLine="{first}"' if first >= 0 else f'w:hanging="{-first}"'
        written.append(f'<w:ind w:left="{left}" {side}/>')
    if form.align:
        written.append(f'<w:jc w:val="{_ALIGNMENTS.get(form.align, form.align)}"/>')
    if form.outline:
        written.append(f'<w:outlineLvl w:val="{form.outline - 1}"/>')
    return f"<w:pPr>{''.join(written)}</w:pPr>" if written else ""


def _level(place: int, level: Level) -> str:
    font = f"<w:rPr><w:rFonts w:ascii={quoteattr(level.font)}/></w:rPr>" if level.font else ""
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{level.start}"/><w:numFmt w:val="{level.format}"/>'
        f"<w:lvlText w:val={quoteattr(storable(level.template))}/>{font}</w:lvl>"
    )


def _types(parts: Iterable[str]) -> str:
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
    )


def _relations(targets: dict[str, str]) -> str:
    written = "".join(
        f'<Relationship Id="{kind}" Type="{_R}/{kind}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{written}</Relationships>'
