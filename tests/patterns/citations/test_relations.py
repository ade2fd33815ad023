"""What one cited document does to another: (words, kind, acting document or None, the other document)."""

import pytest

from patterns.finding import find
from patterns.mentions import Relation

Told = tuple[str, str, str | None, str]

# Sentences of our own; documents are given by their number and symbol, laws by their name.
ACTIVE: list[tuple[str, list[Told]]] = [
    (
        "Công văn số 518/UBND-NC, ngày 12/3/2014 triển khai Nghị định số 61/2013/NĐ-CP ngày 25/6/2013 của Chính phủ",
        [("triển khai", "implements", "518/UBND-NC", "61/2013/NĐ-CP")],
    ),
    (
        "Kế hoạch số 41/KH-UBND ngày 02/4/2019 của UBND tỉnh về thực hiện Nghị quyết số 12/NQ-HĐND",
        [("thực hiện", "implements", "41/KH-UBND", "12/NQ-HĐND")],
    ),
    (
        "ban hành Kế hoạch số 19-KH/HU để tổ chức quán triệt, triển khai thực hiện các Nghị quyết số 20-NQ/TW, "
        "21-NQ/TW",
        [
            ("quán triệt, triển khai thực hiện", "implements", None, "20-NQ/TW"),
            ("quán triệt, triển khai thực hiện", "implements", None, "21-NQ/TW"),
        ],
    ),
    (
        "Nghị định số 31/2011/NĐ-CP sửa đổi, bổ sung một số điều của Nghị định số 50/2008/NĐ-CP.",
        [("sửa đổi, bổ sung", "amends", "31/2011/NĐ-CP", "50/2008/NĐ-CP")],
    ),
    (
        "Quyết định này thay thế Quyết định số 71/2002/QĐ-UB và Quyết định số 16/2003/QĐ-UB.",
        [("thay thế", "replaces", None, "71/2002/QĐ-UB"), ("thay thế", "replaces", None, "16/2003/QĐ-UB")],
    ),
    (
        "Quyết định số 10/QĐ-UBND, bãi bỏ khoản 2 Điều 5 Quyết định số 7/2009/QĐ-UBND",
        [("bãi bỏ", "repeals", "10/QĐ-UBND", "7/2009/QĐ-UBND")],
    ),
    (
        "Nghị định số 15/2006/NĐ-CP quy định chi tiết và hướng dẫn thi hành Luật Thanh niên năm 2005",
        [("quy định chi tiết và hướng dẫn thi hành", "details", "15/2006/NĐ-CP", "Luật Thanh niên năm 2005")],
    ),
    (
        "Thông tư 02/2018/TT-BTC hướng dẫn thực hiện Nghị định 44/2017/NĐ-CP",
        [("hướng dẫn thực hiện", "guides", "02/2018/TT-BTC", "44/2017/NĐ-CP")],
    ),
    (
        "Quyết định số 208-QĐ/TU về kiểm tra việc thực hiện Chỉ thị số 23-CT/TW",
        [("kiểm tra việc thực hiện", "inspects", "208-QĐ/TU", "23-CT/TW")],
    ),
    (
        "Tỉnh đã tổng kết 10 năm thực hiện Nghị quyết số 22-NQ/TW.",
        [("tổng kết 10 năm thực hiện", "reviews", None, "22-NQ/TW")],
    ),
    (
        "Quy chế ban hành kèm theo Quyết định số 55/QĐ-UBND ngày 3/4/2016",
        [("ban hành kèm theo", "issued_with", None, "55/QĐ-UBND")],
    ),
    (
        "Căn cứ Luật Thống kê năm 2015; Nghị định số 94/2016/NĐ-CP;",
        [
            ("Căn cứ", "based_on", None, "Luật Thống kê năm 2015"),
            ("Căn cứ", "based_on", None, "94/2016/NĐ-CP"),
        ],
    ),
    (
        "Hộ nghèo được hỗ trợ theo quy định tại khoản 2 Điều 5 Nghị định số 20/2021/NĐ-CP.",
        [("theo", "follows", None, "20/2021/NĐ-CP")],
    ),
    ("điều chỉnh giá đất theo Quyết định số 8/QĐ-UBND", [("theo", "follows", None, "8/QĐ-UBND")]),
]
OPENING: list[tuple[str, list[Told]]] = [
    (
        "Thực hiện Nghị quyết số 05-NQ/TU ngày 02/8/2021 của Tỉnh ủy về chuyển đổi số, UBND huyện đã ban hành Kế "
        "hoạch số 77/KH-UBND.",
        [("Thực hiện", "implements", "77/KH-UBND", "05-NQ/TU")],
    ),
    (
        "1. Triển khai Quyết định số 900/QĐ-TTg, Sở Xây dựng ban hành Công văn số 31/SXD-QLN",
        [("Triển khai", "implements", "31/SXD-QLN", "900/QĐ-TTg")],
    ),
    (
        "Thực hiện Chỉ thị số 18-CT/TW, các xã đã làm tốt. Huyện ban hành Kế hoạch số 9/KH-UBND",
        [("Thực hiện", "implements", None, "18-CT/TW")],
    ),
]
PASSIVE: list[tuple[str, list[Told]]] = [
    (
        "Nghị định số 34/2016/NĐ-CP (được sửa đổi, bổ sung bởi Nghị định số 154/2020/NĐ-CP)",
        [("sửa đổi, bổ sung", "amends", "154/2020/NĐ-CP", "34/2016/NĐ-CP")],
    ),
    (
        "Quyết định số 12/QĐ-UBND đã được thay thế bằng Quyết định số 22/QĐ-UBND",
        [("thay thế", "replaces", "22/QĐ-UBND", "12/QĐ-UBND")],
    ),
    (
        "Thông tư số 9/2009/TT-BXD bị bãi bỏ bởi Thông tư số 3/2015/TT-BXD",
        [("bãi bỏ", "repeals", "3/2015/TT-BXD", "9/2009/TT-BXD")],
    ),
    (
        "Nghị định số 5/2012/NĐ-CP đã được hướng dẫn tại Công văn số 77/BNV-TL",
        [("hướng dẫn", "guides", "77/BNV-TL", "5/2012/NĐ-CP")],
    ),
    (
        "Quyết định số 6/QĐ-UBND được sửa đổi theo Quyết định số 8/QĐ-UBND",
        [("sửa đổi", "amends", "8/QĐ-UBND", "6/QĐ-UBND")],
    ),
]
# Documents that stand side by side, or behind words that say nothing of a document
NONE = [
    "UBND tỉnh ban hành Quyết định số 12/QĐ-UBND; Kế hoạch số 15/KH-UBND",
    "Chỉ thị số 14-CT/TU và Kết luận số 120-KL/TW đã được quán triệt.",
    "Công văn số 18/STC-NS của Sở Tài chính",
    "đề nghị của Sở Nội vụ tại Tờ trình số 31/TTr-SNV",
    "Việc thực hiện tốt, ngày 3/4/2018 có Công văn số 18/STC-NS",
]


def told(text: str) -> list[Told]:
    found = find(text)

    def name(index: int) -> str:
        citation = found.citations[index]
        return citation.code or citation.raw

    def one(each: Relation) -> Told:
        assert text[each.start : each.end] == each.raw
        return each.raw, each.kind, None if each.source is None else name(each.source), name(each.target)

    return [one(each) for each in found.relations]


@pytest.mark.parametrize(("text", "want"), [*ACTIVE, *OPENING, *PASSIVE])
def test_relations_between_documents(text: str, want: list[Told]) -> None:
    assert told(text) == want


@pytest.mark.parametrize("text", NONE)
def test_documents_side_by_side_have_no_relation(text: str) -> None:
    assert told(text) == []


def test_a_document_in_a_title_is_acted_on_by_the_one_that_has_the_title() -> None:
    text = (
        "các Công văn: số 101-CV/TU, ngày 04/5/2018 về việc triển khai Quy định số 90-QĐ/TW; số 140-CV/TU về "
        "tăng cường thực hiện Chỉ thị số 8-CT/TU"
    )
    assert told(text) == [
        ("triển khai", "implements", "101-CV/TU", "90-QĐ/TW"),
        ("thực hiện", "implements", "140-CV/TU", "8-CT/TU"),
    ]
