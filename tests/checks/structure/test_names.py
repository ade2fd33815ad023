"""Abbreviations, districts and the parts of a letterhead."""

from __future__ import annotations

import pytest

from extractor.checks import Severity
from extractor.checks.vocabulary import (
    abbreviations,
    doubled_words,
    look_alikes,
    meaning_pattern,
    names,
    read_abbreviations,
    read_word_lists,
)
from patterns.folding import fold
from tests.checks.reports import findings, spots

BINH_THUAN = "Tỉnh Bình Thuận có 10 đơn vị. Năm 2019, tỉnh Bình Thuận "
HEAD = {
    "body": "ỦY BAN NHÂN DÂN\n\nTỈNH LÂM ĐỒNG",
    "number": "Số: 215/BC-UBND",
    "motto": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nĐộc lập - Tự do - Hạnh phúc",
    "date": "Lâm Đồng, ngày 16 tháng 8 năm 2021",
    "title": "BÁO CÁO\n\nKết quả trồng rừng năm 2021",
    "text": "Toàn tỉnh trồng mới 1.200 ha rừng.",
    "signature": "TM. ỦY BAN NHÂN DÂN\n\nCHỦ TỊCH\n\nTrần Văn Bình",
}


def document(*without: str, **other: str) -> str:
    return "\n\n".join((HEAD | other)[part] for part in HEAD if part not in without)


FOUND = [
    ("STR040", "Thực hiện quy chế dân chủ ở cơ sở. Kiểm tra về QCDC được tăng cường.", ["QCDC"]),
    ("STR040", "Đội ngũ CBCCVC được bồi dưỡng; cán bộ, công chức, viên chức vi phạm bị xử lý.", ["CBCCVC"]),
    ("STR040", "Công tác CCHC đạt 95%. Cải cách hành chính là khâu đột phá.", ["CCHC"]),
    ("STR040", "UBND tỉnh đã chỉ đạo.", ["UBND"]),
    ("STR041", "Công tác CCHC được quan tâm. Kế hoạch cải cách hành chính (CCHC) đạt 95%.", ["CCHC"]),
    ("STR041", "Xã NTM tăng.\n\nChương trình xây dựng nông thôn mới (sau đây viết tắt là NTM) đạt.", ["NTM"]),
    (
        "STR041",
        "Đã có GPMB.\n\n- Công tác giải phóng mặt bằng (GPMB) xong.\n\n- GPMB là khâu chính.",
        ["GPMB"],
    ),
    ("STR042", "Giải quyết việc làm (GQVL) đạt. Giải quyết vướng lúc (GQVL) chậm.", ["GQVL"]),
    ("STR042", "Trung tâm văn hóa (TTVH) xã; tuyên truyền vận hành (TTVH) tốt.", ["TTVH"]),
    ("STR042", "Bảo vệ rừng (BVR) tốt. Ban vận động rừng xanh. Bản vẽ rõ (BVR) nộp.", ["BVR"]),
    ("STR043", "Cán bộ, công chức, viên chức (CBCCVC) học. Có 214 CBCCV đạt.", ["CBCCV"]),
    ("STR043", "Kiểm tra về QCDC tốt; quy chế dân chủ được phổ biến. Có QCDDC ở xã.", ["QCDDC"]),
    ("STR043", "Hội đồng nhân dân (HĐND) họp. Đại biểu HĐNĐ xã phát biểu.", ["HĐNĐ"]),
    ("STR050", f"{BINH_THUAN}hỗ trợ các huyện Bắc Bình, Tuy Phong, Tánh Lịnh.", ["Tánh Lịnh"]),
    ("STR050", f"{BINH_THUAN}hỗ trợ huyện Đức Linhh và huyện Phú Quý.", ["Đức Linhh"]),
    ("STR050", f"{BINH_THUAN}hỗ trợ các huyện Phú Quý, Đức Linh, Tân Lạc, Hàm Tân.", ["Tân Lạc"]),
    ("STR060", document("number"), ["TỈNH LÂM ĐỒNG"]),
    ("STR060", document("date"), ["Độc lập - Tự do - Hạnh phúc"]),
    ("STR060", document("body", "number", "motto", "date"), ["BÁO CÁO"]),
]

SILENT = [
    ("STR040", "Thực hiện quy chế dân chủ (QCDC) ở cơ sở. Kiểm tra về QCDC được tăng cường."),
    ("STR040", "Quy chế dân chủ ở cơ sở (sau đây viết tắt là QCDC). QCDC được phổ biến."),
    ("STR040", "Theo Quyết định số 25/QĐ-UBND; đường ĐT.706B; dịch COVID-19; VNPT và EVN."),
    ("STR040", "# TÌNH HÌNH CHUNG\n\nKẾT QUẢ THỰC HIỆN\n\nKhóa XII và quý IV đều đạt."),
    ("STR040", "TTHC (thủ tục hành chính) được rút gọn."),
    ("STR041", "Công tác cải cách hành chính (CCHC) được quan tâm. Kế hoạch CCHC đạt 95%."),
    ("STR041", "## Kết quả CCHC\n\nCông tác cải cách hành chính (CCHC) được quan tâm."),
    ("STR041", "UBND tỉnh họp. Ủy ban nhân dân (UBND) xã họp."),
    ("STR042", "Giải quyết việc làm (GQVL) đạt. Chương trình giải quyết việc làm (GQVL) có 35 dự án."),
    ("STR042", "Giải quyết việc làm (GQVL) đạt. Công tác (GQVL) tốt."),
    ("STR042", "Bảo vệ rừng (BVR) tốt; phát triển rừng (PTR) tốt."),
    ("STR043", "Cán bộ, công chức (CBCC) và cán bộ, công chức, viên chức (CBCCVC) đạt."),
    ("STR043", "BHXH, BHYT và BHTN được chi trả; HĐND và UBND họp."),
    ("STR043", "Khu KTA và khu KTB đều đạt; GQVL đạt."),
    ("STR050", f"{BINH_THUAN}hỗ trợ các huyện Bắc Bình, Tuy Phong, Tánh Linh."),
    # Another province's, and said so; or named for itself
    ("STR050", f"{BINH_THUAN}học tập huyện Tân Lạc, tỉnh Hòa Bình."),
    ("STR050", f"{BINH_THUAN}học tập kinh nghiệm của huyện Tân Lạc."),
    ("STR050", "Các huyện Bắc Bình, Tánh Lịnh đã đạt."),
    ("STR050", f"{BINH_THUAN}chia huyện Hàm Thuận thành hai huyện."),
    ("STR060", document()),
    ("STR060", HEAD["text"]),
    ("STR060", document("body", "number", "motto", "date", "signature")),
    (
        "STR060",
        document(
            "number", title="QUY ĐỊNH\n\nVề quản lý rừng\n\n(Ban hành kèm theo Quyết định số 12/2021/QĐ-UBND)"
        ),
    ),
]


@pytest.mark.parametrize(("code", "text", "underlined"), FOUND)
def test_what_is_amiss_is_told(code: str, text: str, underlined: list[str]) -> None:
    assert spots(text, code) == [(code, words) for words in underlined]


@pytest.mark.parametrize(("code", "text"), SILENT)
def test_what_is_regular_is_let_be(code: str, text: str) -> None:
    assert spots(text, code) == []


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Thực hiện quy chế dân chủ ở cơ sở. Kiểm tra về QCDC.", Severity.WARNING),
        # Nobody can tell from the page what is meant, or everybody knows
        ("Kiểm tra về QCDC được tăng cường.", Severity.INFO),
        ("Ủy ban nhân dân tỉnh họp; UBND xã họp.", Severity.INFO),
        ("Chỉ số SIPAS được nâng lên.", Severity.INFO),
    ],
)
def test_an_abbreviation_weighs_what_the_page_proves(text: str, severity: Severity) -> None:
    (found,) = findings(text, "STR040")
    assert found.severity is severity


def test_a_later_report_has_no_districts() -> None:
    text = document(
        date="Bình Thuận, ngày 16 tháng 8 năm 2025", text=f"{BINH_THUAN}hỗ trợ các huyện Bắc Bình, Tánh Lịnh."
    )
    assert spots(text, "STR050") == []


def test_what_is_left_blank_in_a_draft_is_info() -> None:
    text = document(number="Số:      /BC-UBND", date="Lâm Đồng, ngày      tháng      năm 2021")
    assert {found.severity for found in findings(text, "STR060")} == {Severity.INFO}


def test_the_examples_of_the_abbreviations_hold() -> None:
    data = read_abbreviations()
    for words, short in data["examples"].items():
        assert _means(short, words), words
    for words, short in data["counterexamples"].items():
        assert not _means(short, words), words


def _means(short: str, words: str) -> bool:
    pattern = meaning_pattern(short)
    return pattern is not None and pattern.search(fold(words)) is not None


def test_no_abbreviation_is_in_two_lists() -> None:
    data = read_abbreviations()
    assert not set(data["everyday"]) & set(data["usual"])
    assert not set(abbreviations()) & names()


def test_the_examples_of_doubled_words_hold() -> None:
    data = read_word_lists()["doubled"]
    assert all(spots(f"Theo {example}.", "STR070") for example in data["examples"])
    assert not any(spots(f"Theo {example}.", "STR070") for example in data["counterexamples"])
    assert len(set(doubled_words())) == len(doubled_words())


def test_look_alikes_are_single_letters_that_lead_to_latin_ones() -> None:
    assert all(
        len(sign) == len(letter) == 1 and letter not in look_alikes()
        for sign, letter in look_alikes().items()
    )
