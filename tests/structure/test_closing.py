"""Recipients and signatures, and what only looks like them."""

from __future__ import annotations

import pytest


def parts(compose, source: str) -> dict[str, list[str]]:
    report = compose.text(source)
    return {kind: compose.blocks(report, kind) for kind in ("recipients", "signature", "paragraph")}


def test_an_annex_after_the_signature_is_body_again(compose):
    found = parts(
        compose,
        """\
        Điều 2. Quyết định có hiệu lực từ ngày ký.

        KT. CHỦ TỊCH
        PHÓ CHỦ TỊCH
        Hà Văn Khoa

        (Kèm theo Quyết định số 12/QĐ-UBND ngày 05/3/2019)
        Danh sách các hộ được hỗ trợ nhà ở trong năm theo đề nghị của các xã.
        """,
    )
    assert found["signature"] == ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Hà Văn Khoa"]
    assert found["paragraph"][-1].startswith("Danh sách")


def test_columns_that_were_written_out_line_by_line(compose):
    found = parts(
        compose,
        """\
        Nơi nhận:                         BÍ THƯ
        - Các chi bộ,
        - Các phòng, ban trực thuộc        Vàng A Páo
        huyện,
        - Lưu Văn phòng.
        """,
    )
    assert found["signature"] == ["BÍ THƯ", "Vàng A Páo"]
    assert found["recipients"][0] == "Nơi nhận:" and found["recipients"][-1] == "- Lưu Văn phòng."


@pytest.mark.parametrize(
    "line",
    [
        "Giám đốc các sở báo cáo kết quả với Ủy ban nhân dân tỉnh.",
        "CHỦ TRƯƠNG, GIẢI PHÁP",
        "PHÓ CHỦ TỊCH HỘI ĐỒNG NHÂN DÂN các xã đã được tập huấn theo kế hoạch của tỉnh;",
    ],
)
def test_a_title_in_the_text_is_no_signature(compose, line):
    assert parts(compose, f"Một đoạn văn.\n\n{line}\n\nĐoạn văn khác.\n")["signature"] == []


def test_a_place_where_something_is_received_is_no_list_of_recipients(compose):
    steps = "".join(f"Bước {n}: cán bộ xã kiểm tra hồ sơ của người dân.\n\n" for n in range(1, 80))
    assert parts(compose, f"Nơi nhận: bộ phận một cửa của xã.\n\n{steps}")["recipients"] == []


def test_the_halves_of_a_recipient_are_one_though_each_is_a_paragraph(compose):
    recipients = ["Nơi nhận:", "- Các sở, ban,", "ngành của tỉnh;", "- Ban Quản lý", "- Lưu VT."]
    source = "Một đoạn văn.\n\n" + "\n\n".join([*recipients, "KT. GIÁM ĐỐC", "PHÓ  GIÁM ĐỐC", "Lò Thị Mai"])
    report = compose.text(source)
    assert compose.blocks(report, "recipients") == [
        "Nơi nhận:",
        "- Các sở, ban, ngành của tỉnh;",
        "- Ban Quản lý",
        "- Lưu VT.",
    ]
    assert report.facts.signer_title == "Phó Giám đốc"
