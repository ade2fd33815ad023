"""Words planted wherever a document can hold them are found once each; deleted and hidden ones never."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.elements import Reading


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text} </w:t></w:r>'


def box(content: str) -> str:
    boxed = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><a:graphicData uri='x'><wps:txbx>"
        f"{boxed}</wps:txbx></a:graphicData></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{boxed}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def field(text: str) -> str:
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"{marks[0]}<w:r><w:instrText>REF ghost</w:instrText></w:r>{marks[1]}{r(text)}{marks[2]}"


# Each wraps a word so that a run of a paragraph shows it, or, for those of `GONE`, does not.
SHOWN = {
    "run": r,
    "inserted": lambda word: f"<w:ins>{r(word)}</w:ins>",
    "moved here": lambda word: f"<w:moveTo>{r(word)}</w:moveTo>",
    "control": lambda word: f"<w:sdt><w:sdtPr/><w:sdtContent>{r(word)}</w:sdtContent></w:sdt>",
    "link": lambda word: f'<w:hyperlink w:anchor="x">{r(word)}</w:hyperlink>',
    "simple field": lambda word: f'<w:fldSimple w:instr="TITLE">{r(word)}</w:fldSimple>',
    "field": field,
    "box": lambda word: box(f"<w:p>{r(word)}</w:p>"),
    "table in a box": lambda word: box(f"<w:tbl><w:tr><w:tc><w:p>{r(word)}</w:p></w:tc></w:tr></w:tbl>"),
    "old box": lambda word: (
        f"<w:r><w:pict><v:textbox><w:txbxContent><w:p>{r(word)}</w:p></w:txbxContent></v:textbox></w:pict></w:r>"
    ),
    "smart tag": lambda word: f"<w:smartTag>{r(word)}</w:smartTag>",
    "math": lambda word: f"<m:oMath><m:r><m:t> {word} </m:t></m:r></m:oMath>",
}
GONE = {
    "deleted": lambda word: f"<w:del><w:r><w:delText>{word}</w:delText></w:r></w:del>",
    "moved away": lambda word: f"<w:moveFrom>{r(word)}</w:moveFrom>",
    "hidden": lambda word: r(word, "<w:vanish/>"),
    "code": lambda word: (
        f'<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>{word}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    ),
}
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="so%1so"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
LISTED = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'

carriers = st.sampled_from([*SHOWN, *GONE])
paragraphs = st.lists(carriers, max_size=4).map(lambda names: ("p", names))
blocks = st.recursive(
    paragraphs,
    lambda inner: (
        st.lists(st.lists(inner, min_size=1, max_size=2), min_size=1, max_size=3).map(
            lambda rows: ("table", rows)
        )
        | st.lists(inner, min_size=1, max_size=3).map(lambda content: ("control", content))
    ),
    max_leaves=12,
)


class Plant:
    """Writes blocks as XML and remembers which words must be found and which not."""

    def __init__(self) -> None:
        self.shown: list[str] = []
        self.gone: list[str] = []
        self.notes: list[str] = []
        self.lists = 0

    def word(self, found: list[str]) -> str:
        found.append(f"tu{len(self.shown) + len(self.gone) + len(self.notes)}tu")
        return found[-1]

    def block(self, block: tuple[str, list]) -> str:
        kind, content = block
        if kind == "p":
            return self.paragraph(content)
        if kind == "control":
            return f"<w:sdt><w:sdtContent>{''.join(map(self.block, content))}</w:sdtContent></w:sdt>"
        rows = ("".join(f"<w:tc>{self.block(cell)}<w:p/></w:tc>" for cell in row) for row in content)
        return f"<w:tbl>{''.join(f'<w:tr>{cells}</w:tr>' for cells in rows)}</w:tbl>"

    def paragraph(self, names: list[str]) -> str:
        runs = [
            SHOWN[name](self.word(self.shown)) if name in SHOWN else GONE[name](self.word(self.gone))
            for name in names
        ]
        if not any(name in SHOWN and "box" not in name for name in names):
            return f"<w:p>{''.join(runs)}</w:p>"
        self.lists += 1
        self.word(self.notes)
        return f'<w:p>{LISTED}{"".join(runs)}<w:r><w:footnoteReference w:id="{len(self.notes)}"/></w:r></w:p>'

    def footnotes(self) -> str:
        return "".join(
            f'<w:footnote w:id="{n}"><w:p><w:r><w:footnoteRef/></w:r>{r(word)}</w:p></w:footnote>'
            for n, word in enumerate(self.notes, 1)
        )


def everything(reading: Reading) -> str:
    return "\n".join(text for e in reading.elements for text in (e.text, *(cell.text for cell in e.cells)))


@settings(max_examples=150, deadline=None)
@given(st.lists(blocks, min_size=1, max_size=5))
def test_every_word_is_found_once_and_no_deleted_one(read_docx, content):
    plant = Plant()
    body = "".join(map(plant.block, content))
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rheader1"/></w:sectPr>'
    header = f"<w:p>{r('tuheadertu')}</w:p>"
    reading = read_docx(
        body + f"<w:p>{r('tuendtu')}</w:p>" + section,
        footnotes=plant.footnotes(),
        numbering=NUMBERING,
        header1=header,
    )
    text = everything(reading)
    assert sorted(re.findall(r"tu\w+tu", text)) == sorted(
        [*plant.shown, *plant.notes, "tuheadertu", "tuendtu"]
    )
    assert sorted(re.findall(r"so\d+so", text)) == sorted(f"so{n}so" for n in range(1, plant.lists + 1))
    assert "ghost" not in text
    markers = [
        m.label for e in reading.elements for m in (*e.markers, *(m for c in e.cells for m in c.markers))
    ]
    assert markers == [str(n) for n in range(1, len(plant.notes) + 1)]
