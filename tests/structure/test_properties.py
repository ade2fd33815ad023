"""What holds for any reading: nothing is lost, blocks never overlap, offsets lead back to the source."""

from __future__ import annotations

import unicodedata
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.elements import Element, Marker, Origin, Reading, Role, Style, TableCell
from extractor.reading import markdown, plain_text
from extractor.report import BlockKind, Report
from extractor.structure import assemble

LINES = st.sampled_from(
    [
        *(
            "BÁO CÁO",
            "Số: 15/BC-UBND",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "UBND TỈNH HÀ NAM     Độc lập",
            "12",
            "3",
        ),
        *(
            "I. KẾT QUẢ",
            "1. Về kinh tế:",
            "a) Xã",
            "- một;",
            "+ hai",
            "7.1- Ba",
            "Điều 1. Bốn",
            "Phần thứ nhất",
            "(1) Năm",
        ),
        *(
            "công tác của",
            "Tỉnh đạt 5,6%",
            "theo TT-",
            "BNV(1).",
            "Nơi nhận:",
            "TM. ỦY BAN NHÂN DÂN",
            "CHỦ TỊCH",
            "Lê Văn A",
        ),
        *(
            "Kính gửi: Sở",
            "",
            "",
            "\f",
            "-----",
            "Trang 2",
            "(Ban hành kèm",
            "Hà Nam, ngày 2 tháng 3 năm 2020",
            "a" * 90,
        ),
        *(
            "Phần thứ haiTÌNH HÌNHI- CHUNG",
            "\tHai\tcột",
            "đ",
            "/.",
            "Nghe\u0323\u0302 An",
            "[^1]: chú",
            "| a | b |",
        ),
    ]
)


def squeezed(text: str) -> Counter[str]:
    return Counter(c for c in unicodedata.normalize("NFC", text) if not c.isspace())


def check(report: Report) -> None:
    """Blocks in order, apart by one line end, every index in range, every span inside the text."""
    assert unicodedata.is_normalized("NFC", report.text)
    end = -1
    for index, block in enumerate(report.blocks):
        assert block.index == index
        assert block.start == end + 1 and block.end >= block.start
        end = block.end
        assert all(report.blocks[i].kind == BlockKind.HEADING and i < index for i in block.section) or (
            block.kind == BlockKind.FOOTNOTE
        )
        assert (block.level is not None) == (block.kind == BlockKind.HEADING)
        assert block.lead is None or block.lead < index
        assert all(block.start <= o.start <= o.end <= block.end for o in block.origins)
        assert all(block.start <= c.start <= c.end <= block.end for c in block.cells)
    assert end == len(report.text) or not report.blocks
    for note in report.footnotes:
        assert note.body is None or report.blocks[note.body].kind == BlockKind.FOOTNOTE
    spans = [(p.start, p.end) for p in (*report.problems, *report.facts.evidence) if p.start is not None]
    assert all(0 <= start < (end or 0) <= len(report.text) for start, end in spans)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=30).map("\n".join).filter(str.strip))
def test_no_character_of_a_text_is_lost(source: str) -> None:
    reading = plain_text.read_elements(source.encode(), "a.txt")
    report = assemble(reading, id="0", path="a.txt")
    check(report)
    marks = squeezed(
        "".join(f"({label})" for e in report.blocks if e.kind == "footnote" and (label := e.label))
    )
    assert squeezed(report.text) + marks == squeezed("".join(e.text for e in reading.elements))


@settings(max_examples=100, deadline=None)
@given(st.lists(LINES, max_size=20).map("\n\n".join).filter(str.strip))
def test_runs_of_blocks_are_what_the_source_says(source: str) -> None:
    report = assemble(markdown.read_elements(source.encode(), "a.md"), id="0", path="a.md")
    check(report)
    for block in report.blocks:
        for origin in block.origins:
            assert origin.offset is not None
            run = report.text[origin.start : origin.end]
            there = unicodedata.normalize("NFC", source[origin.offset : origin.offset + 2 * len(run) + 2])
            assert there.startswith(run.rstrip())


def _element(text: str, role: Role, continues: bool | None, bold: bool, page: int) -> Element:
    cells = (
        (TableCell(0, 0, text), TableCell(0, 1, "12"), TableCell(1, 0, "b\tc")) if role is Role.TABLE else ()
    )
    return Element(
        role,
        "" if cells else text,
        page=page,
        style=Style(bold=bold),
        markers=(Marker(0, 1, "1"),) if bold else (),
        origins=(Origin(0, len(text), page=page),),
        label="1" if role is Role.FOOTNOTE and continues is None else None,
        bullet="-" if continues else None,
        continues=continues,
        cells=cells,
    )


def _all_text(element: Element) -> str:
    return element.text + "".join(cell.text for cell in element.cells)


ELEMENTS = st.builds(
    _element,
    st.text("ab Đế12.,:;()-\n", min_size=1).filter(str.strip) | LINES.filter(str.strip),
    st.sampled_from(Role),
    st.sampled_from([None, True, False]),
    st.booleans(),
    st.integers(1, 3),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(ELEMENTS, max_size=12))
def test_every_element_of_every_format_stands_in_a_block(elements: list[Element]) -> None:
    normal = [e for e in elements if unicodedata.is_normalized("NFC", _all_text(e))]
    reading = Reading(tuple(normal), format="docx", parser="test")
    report = assemble(reading, id="0", path="a.docx")
    check(report)
    texts = [_all_text(element) for element in normal]
    bullets = "".join("-" for e in normal if e.bullet and e.role is not Role.TABLE)
    expected, found = squeezed("".join(texts) + bullets), squeezed(report.text)
    lost = expected - found
    typed = lost["("]  # notes that were typed, "(1) …", leave their mark to the block's label
    assert not found - expected and lost == squeezed("(1)" * typed)
    assert typed <= sum(block.kind == BlockKind.FOOTNOTE and bool(block.label) for block in report.blocks)
