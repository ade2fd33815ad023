"""Imported once by the process that the workers are forked from, so that none of them starts cold.

Importing spaCy and the parsers and reading the vocabularies takes seconds; a worker that replaces a killed
one is ready at once.
"""

from __future__ import annotations

import os
from contextlib import suppress
from importlib import import_module

# One thread a worker: the workers are what runs side by side.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

# Asks for every vocabulary and grammar: places, bodies, types, units, facts of the letterhead.
_SAMPLE = """UBND TỈNH LÂM ĐỒNG
Số: 12/BC-UBND
Đà Lạt, ngày 05 tháng 6 năm 2018

BÁO CÁO
Kết quả cấp nước sạch nông thôn năm 2017

I. KẾT QUẢ

Thực hiện Quyết định số 88/QĐ-UBND, ngày 02/3/2017 của UBND tỉnh Lâm Đồng và Luật Đất đai năm 2013,
đến cuối năm 2017 toàn tỉnh có khoảng 41/52 xã dùng nước sạch, bằng 78,8%, tăng 5% so với cùng kỳ năm trước.

Nơi nhận:
- Tỉnh ủy;

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
"""


def warm_up() -> None:
    """Load the readers and the vocabularies."""
    from extractor.checks import check
    from extractor.extraction import extract
    from extractor.reading.formats import FORMATS
    from extractor.reading.plain_text import read_elements
    from extractor.structure import assemble

    for row in FORMATS.values():
        if row.reader is not None:
            import_module(row.reader)
    report = assemble(read_elements(_SAMPLE.encode(), "sample.txt"), id="", path="sample.txt")
    check(report, extract(report))


with suppress(Exception):  # whatever is broken here breaks in a worker too, which tells it as a failure
    warm_up()
