"""Page numbers, running heads and stamps in formats that do not mark them."""

from __future__ import annotations

from extractor.report import Report

LINE = "Ủy ban nhân dân các xã, phường đã triển khai thực hiện nhiệm vụ được giao theo"


def furniture(report: Report) -> list[str]:
    return [report.text[b.start : b.end] for b in report.blocks if b.kind == "furniture"]


def test_a_number_inside_a_sentence_is_a_page(compose):
    report = compose.text(f"{LINE}\n2\nkế hoạch của tỉnh.\n")
    assert furniture(report) == ["2"]
    assert compose.blocks(report, "paragraph") == [f"{LINE} kế hoạch của tỉnh."]


def test_numbers_a_page_apart_from_the_first_to_the_last_are_pages(compose):
    pages = [
        "\n".join(f"{LINE} kế hoạch {number}{n}." for n in "abcdefghijklmnopqrstuv") for number in "1234"
    ]
    report = compose.text("\n".join(f"{page}\n{number}" for number, page in enumerate(pages, 1)))
    assert furniture(report) == ["1", "2", "3", "4"]


def test_numbers_of_the_rows_of_a_table_are_no_pages(compose):
    rows = "\n".join(f"{n}\nXã số {n}\nĐạt chuẩn\n05/4/2020" for n in range(1, 9))
    assert furniture(compose.text(f"DANH SÁCH CÁC XÃ\n{rows}\n")) == []


def test_numbers_that_are_paragraphs_of_their_own_and_grow_are_pages(compose):
    body = "Các xã đã hoàn thành nhiệm vụ được giao trong năm. " * 10
    report = compose.markdown(f"{body}\n\n2\n\n{body}\n\n3\n\n{body}\n")
    assert furniture(report) == ["2", "3"]


def test_a_head_that_comes_back_beside_page_numbers_runs_through(compose):
    pages = "".join(
        f"TẠP CHÍ ĐỊA PHƯƠNG/Số 12/Ngày 01-3-2019\n{n}\nXã {n} đạt {n} tiêu chí.\n\n" for n in range(40, 45)
    )
    report = compose.text(pages)
    assert len(furniture(report)) == 10
    assert [text.split()[0] for text in compose.blocks(report, "paragraph")] == ["Xã"] * 5


def test_a_sentence_that_comes_back_is_text(compose):
    body = "".join(f"Kết quả đạt khá.\nXã {n} đạt 19 tiêu chí.\nĐơn vị tính: xã\n\n" for n in "abcdef")
    assert furniture(compose.text(body)) == []


def test_forms_that_can_be_nothing_else(compose):
    report = compose.text("Một đoạn.\n- 3 -\nHai đoạn.\nTrang 4/10\nBa đoạn.\n________\nBốn đoạn.\nPAGE  2\n")
    assert furniture(report) == ["- 3 -", "Trang 4/10", "________", "PAGE  2"]


def test_the_stamp_of_a_digital_signature(compose):
    report = compose.text(
        """\
        Điều 1. Ban hành kèm theo Quyết định này Quy chế quản lý.
        Người ký: VĂN PHÒNG
        Email: vanphong@tinh.gov.vn
        Cơ quan: ỦY BAN NHÂN DÂN
        Thời gian ký: 20.03.2021 15:28:25 +07:00
        Điều 2. Quyết định có hiệu lực.
        """
    )
    assert len(furniture(report)) == 4


def test_a_lone_sign_of_a_formula_stays(compose):
    assert furniture(compose.text("Thuế phải nộp\n=\nDoanh thu\nx\nThuế suất\n")) == []
