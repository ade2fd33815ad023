"""The parts of a Word file that python-docx does not write: footnotes, numbering, a package of fixed date."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement

from corpus.source import Line, Note, Run, Source

NEW = datetime(2000, 1, 1)
NUMBERING = {  # heading level: what Word counts with and prints
    1: ("upperRoman", "%1."),
    2: ("decimal", "%2."),
    3: ("decimal", "%2.%3."),
    4: ("lowerLetter", "%4)"),
}
HEADING_LIST, BULLET_LIST, PLUS_LIST = 71, 72, 73


def add_numbering(document: WordDocument) -> None:
    """The lists of headings and of items, counted by Word."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level - 1}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:suff w:val="space"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        for level, (kind, text) in NUMBERING.items()
    )
    numbering = document.part.numbering_part.element
    first = numbering.find(qn("w:num"))
    lists = {HEADING_LIST: levels}
    for key, bullet in ((BULLET_LIST, "-"), (PLUS_LIST, "+")):
        lists[key] = (
            '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:suff w:val="space"/>'
            f'<w:lvlText w:val="{bullet}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:firstLine="720"/></w:pPr></w:lvl>'
        )
    for key, content in lists.items():
        abstract = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{key}">'
            f'<w:multiLevelType w:val="multilevel"/>{content}</w:abstractNum>'
        )
        first.addprevious(abstract)
        numbering.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>')
        )


class Footnotes:
    """The footnotes of a file: a part of their own that python-docx does not write."""

    def __init__(self, source: Source) -> None:
        self.bodies = {block.label: block.line for block in source.blocks if isinstance(block, Note)}

    def reference(self, label: str) -> BaseOxmlElement:
        """The mark in the text that stands for the note."""
        return parse_xml(
            f'<w:r {nsdecls("w")}><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
            f'<w:footnoteReference w:id="{label}"/></w:r>'
        )

    def attach(self, document: WordDocument) -> None:
        """Add the part with the bodies, when there are any."""
        if not self.bodies:
            return
        content = "".join(self._body(label, line) for label, line in self.bodies.items())
        rules = "".join(
            f'<w:footnote w:type="{kind}" w:id="{key}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
            for key, kind in ((-1, "separator"), (0, "continuationSeparator"))
        )
        head = '<?xml version="1.0" encoding="UTF-8"?>'
        xml = f"{head}<w:footnotes {nsdecls('w')}>{rules}{content}</w:footnotes>"
        part = Part(
            PackURI("/word/footnotes.xml"),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
            xml.encode(),
            document.part.package,
        )
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

    def _body(self, label: str, line: Line) -> str:
        runs = "".join(run_xml(run) for run in line.runs())
        return (
            f'<w:footnote w:id="{label}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
            f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
            f"{run_xml(Run(' '))}{runs}</w:p></w:footnote>"
        )


def run_xml(run: Run) -> str:
    """A run of a footnote's body."""
    text = run.text.replace("&", "&amp;").replace("<", "&lt;")
    style = "<w:b/>" * run.bold + "<w:i/>" * run.italic
    return f'<w:r><w:rPr>{style}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def packed(document: WordDocument) -> bytes:
    """Save with fixed dates, so that the same source gives the same bytes."""
    properties = document.core_properties
    properties.author, properties.title, properties.revision = "Văn thư", "", 1
    properties.created = properties.modified = NEW
    saved = io.BytesIO()
    document.save(saved)
    fixed = io.BytesIO()
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            new.writestr(zipfile.ZipInfo(name, NEW.timetuple()[:6]), old.read(name), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()
