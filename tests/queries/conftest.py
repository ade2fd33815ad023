"""An archive of four small reports that cite each other's documents."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor.extraction import extract
from extractor.reading import read
from extractor.store import Store, open_store

REPORTS = {
    "lam-dong-2018": (
        "UBND TỈNH LÂM ĐỒNG\nSố: 12/BC-UBND\nĐà Lạt, ngày 05 tháng 6 năm 2018\n\nBÁO CÁO\nCấp nước năm 2017\n\n"
        "Thực hiện Nghị định số 59/2015/NĐ-CP ngày 18/6/2015 của Chính phủ, tỉnh có 41/52 xã dùng nước sạch.\n"
    ),
    "lam-dong-2019": (
        "UBND TỈNH LÂM ĐỒNG\nSố: 15/BC-UBND\nĐà Lạt, ngày 06 tháng 6 năm 2019\n\nBÁO CÁO\nCấp nước năm 2018\n\n"
        "Kế hoạch số 05/KH-UBND ngày 02/01/2018 của UBND tỉnh triển khai Nghị định số 59/2015/NĐ-CP.\n"
        "Nghị định số 59/2015/NĐ-CP được thực hiện tốt, có 45/52 xã dùng nước sạch.\n"
    ),
    "thai-binh-2018": (
        "UBND TỈNH THÁI BÌNH\nSố: 9/NQ-HĐND\nThái Bình, ngày 05 tháng 7 năm 2018\n\nNGHỊ QUYẾT\nVề nước sạch\n\n"
        "Căn cứ Luật Đất đai năm 2013;\n\nTỉnh có 200 xã dùng nước sạch.\n"
    ),
    "no-facts": "Thực hiện Nghị định số 159/2015/NĐ-CP và Chỉ thị số 07-CT/TU, mọi xã dùng nước sạch.\n",
}


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("queries")
    with open_store(home / "archive.db") as store:
        for name, text in REPORTS.items():
            path = home / f"{name}.txt"
            path.write_text(text, "utf-8")
            report = read(path)
            store.save(report, extract(report))
    return home / "archive.db"


@pytest.fixture
def store(database: Path) -> Iterator[Store]:
    with open_store(database) as store:
        yield store
