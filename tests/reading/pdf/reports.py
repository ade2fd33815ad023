"""A report of many pages as provinces write them: heads, sections, footnotes, a table, a signature."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.reading.pdf.composing import Composer
from tests.reading.pdf.prose import prose

LEFT_HEAD = [("", "TỈNH ỦY TUYÊN QUANG"), ("-Bold", "BAN DÂN VẬN"), ("", "*"), ("", "Số 87-BC/BDVTU")]
RIGHT_HEAD = [
    ("-Bold", "ĐẢNG CỘNG SẢN VIỆT NAM"),
    ("", ""),
    ("-Italic", "Tuyên Quang, ngày 08 tháng 12 năm 2018"),
]
TABLE = [
    ["TT", "Huyện, thành phố", "Số hộ nghèo", "", "Tỷ lệ (%)"],
    ["", "", "Đầu năm", "Cuối năm", ""],
    *[
        [str(n), f"Huyện {name}", f"{1200 + 37 * n}", f"{940 + 21 * n}", f"{12 + n},{n}"]
        for n, name in enumerate(
            ("Na Hang", "Lâm Bình", "Chiêm Hóa", "Hàm Yên", "Yên Sơn", "Sơn Dương"), start=1
        )
    ],
]
SPANS = [(0, 0, 2, 1), (0, 1, 2, 1), (0, 2, 1, 2), (0, 4, 2, 1)]


@dataclass
class Written:
    """What was put into a file, to be compared with what comes out."""

    data: bytes = b""
    paragraphs: list[str] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)
    table: list[list[str]] = field(default_factory=list)


def long_report(sections: int = 14, per_section: int = 7, **options: object) -> Written:
    """Set a report of about `sections × 1.2` pages with one footnote a section and one table."""
    written = Written()
    composer = Composer(**options)  # type: ignore[arg-type]
    composer.letterhead(LEFT_HEAD, [line for line in RIGHT_HEAD if line[1]])

    def add(text: str, **style: object) -> None:
        composer.paragraph(text, **style)  # type: ignore[arg-type]
        written.paragraphs.append(text)

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
            else:
                add(text)
        if section == 3:
            written.table = TABLE
            composer.table(TABLE, [30, 160, 80, 80, 80], spans=SPANS, head=2)
    written.data = composer.save()
    return written


def bare(text: str) -> str:
    """Take the marks out of a text that raises them: "ra^{(1)}." → "ra(1)."."""
    return text.replace("^{", "").replace("}", "")
