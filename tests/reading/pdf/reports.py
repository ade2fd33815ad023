"""A report of many pages as provinces write them: heads, sections, footnotes, a table."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from extractor.elements import Element, Role
from extractor.reading.page.joining import seam
from tests.reading.pdf.composing import Composer
from tests.reading.pdf.prose import prose

LEFT_HEAD = [("", "TỈNH ỦY TUYÊN QUANG"), ("-Bold", "BAN DÂN VẬN"), ("", "*"), ("", "Số 87-BC/BDVTU")]
RIGHT_HEAD = [("-Bold", "ĐẢNG CỘNG SẢN VIỆT NAM"), ("-Italic", "Tuyên Quang, ngày 08 tháng 12 năm 2018")]
DISTRICTS = ("Na Hang", "Lâm Bình", "Chiêm Hóa", "Hàm Yên", "Yên Sơn", "Sơn Dương")
TABLE = [
    ["TT", "Huyện", "Số hộ nghèo", "", "Tỷ lệ (%)"],
    ["", "", "Đầu năm", "Cuối năm", ""],
    *[
        [str(n), f"Huyện {name}", f"{1200 + 37 * n}", f"{940 + 21 * n}", f"{12 + n},{n}"]
        for n, name in enumerate(DISTRICTS, start=1)
    ],
]
SPANS = [(0, 0, 2, 1), (0, 1, 2, 1), (0, 2, 1, 2), (0, 4, 2, 1)]


@dataclass
class Written:
    """What was put into a file, to be compared with what comes out."""

    data: bytes = b""
    paragraphs: list[str] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)


def long_report(sections: int = 14, per_section: int = 7, body: str = "justify", **options: Any) -> Written:
    """Set a report of about `sections × 1.2` pages with one footnote a section and one table."""
    written = Written()
    composer = Composer(**options)
    composer.letterhead(LEFT_HEAD, RIGHT_HEAD)

    def add(text: str, *, align: str = body, **style: Any) -> None:
        composer.paragraph(text, align=align, **style)
        written.paragraphs.append(bare(text))

    add("BÁO CÁO", style="-Bold", align="center")
    add("kết quả công tác dân vận năm 2018, phương hướng năm 2019", style="-Bold", align="center")
    for section in range(1, sections + 1):
        add(f"{section}. Kết quả thực hiện nhiệm vụ thứ {section}", style="-Bold")
        for part in range(per_section):
            text = prose(section * 100 + part, 3)
            if part == 2:
                label = str(section)
                written.notes[label] = prose(section * 1000, 1 + section % 3)
                text = f"{text[:-1]}^{{({label})}}." if section % 2 else f"{text}^{{{label}}}"
            add(text, notes=written.notes)
        if section == 3:
            composer.table(TABLE, [30, 160, 80, 80, 80], spans=SPANS, head=2)
    written.data = composer.save()
    return written


def bare(text: str) -> str:
    """Take the marks out of a text that raises them: "ra^{(1)}." → "ra(1)."."""
    return text.replace("^{", "").replace("}", "")


def texts(elements: tuple[Element, ...], role: Role = Role.TEXT) -> list[str]:
    return [element.text for element in elements if element.role is role]


def joined(elements: tuple[Element, ...]) -> list[str]:
    """Give the paragraphs, put together where the reader says that one goes on."""
    found: list[str] = []
    for element in elements:
        if element.role is not Role.TEXT:
            continue
        if element.continues and found:
            found[-1] += seam(found[-1], element.text) + element.text
        else:
            found.append(element.text)
    return found


def notes_of(elements: tuple[Element, ...]) -> dict[str, str]:
    """Give the footnotes by label, put together where one goes on from the page before."""
    notes: dict[str, str] = {}
    label = ""
    for element in elements:
        if element.role is Role.FOOTNOTE and element.label is None:
            notes[label] += " " + element.text
        elif element.role is Role.FOOTNOTE:
            label = element.label or ""
            notes[label] = element.text
    return notes
