"""Wrapped lines and paragraphs that were cut become whole."""

from __future__ import annotations

import pytest


def test_wrapped_lines_are_one_paragraph_and_short_lines_end_it(compose):
    report = compose.text(
        """\
        Năm 2018, tổng sản phẩm trên địa bàn ước đạt 12.345 tỷ đồng, tăng 8,2% so với
        năm trước; thu ngân sách đạt 2.100 tỷ đồng.
        Sản xuất nông nghiệp phát triển ổn định, diện tích gieo trồng cây hằng năm đạt
        45.600 ha. Chăn nuôi phục hồi.
        - Đàn trâu 60.000 con, tăng 1,2% so với cùng kỳ; đàn bò 35.000 con, bằng 98% so
        với cùng kỳ;
        - Đàn lợn 400.000 con.
        """
    )
    assert [text.split()[0] for text in compose.blocks(report)] == ["Năm", "Sản", "-", "-"]
    assert all("\n" not in text for text in compose.blocks(report))


@pytest.mark.parametrize(
    ("upper", "lower", "joined"),
    [
        ("theo Thông tư số 05/2019/TT-", "BNV ngày 02/5/2019", "05/2019/TT-BNV"),
        ("theo Thông tư số 05/2019/", "TT-BNV ngày 02/5/2019", "05/2019/TT-BNV"),
        ("theo Thông tư số 05/2019", "/TT-BNV ngày 02/5/2019", "05/2019/TT-BNV"),
        ("theo Quyết định số 161", "-QĐ/TU ngày 02/5/2019", "161-QĐ/TU"),
        ("giai đoạn 2016-", "2020 của tỉnh", "2016-2020"),
        ("của Bộ Lao động -", "Thương binh và Xã hội", "Lao động - Thương binh"),
        ("các huyện, thị xã và", "Thành phố Lai Châu", "và Thành phố"),
        ("được ban hành ngày", "15/3/2016 của Ủy ban", "ngày 15/3/2016"),
    ],
)
def test_what_stands_between_two_lines(compose, upper, lower, joined):
    report = compose.text(f"Các đơn vị thực hiện {upper}\n{lower}\n")
    (text,) = compose.blocks(report)
    assert joined in text


@pytest.mark.parametrize(
    ("upper", "lower", "whole"),
    [
        (
            "Sở đã gửi dự thảo đề án đến Liên hiệp hội và Ban Văn hóa",
            "- Xã hội của tỉnh để thẩm tra.",
            True,
        ),
        ("Các huyện tập trung phát triển mạnh các mặt về đời sống, kinh tế", "- xã hội ở vùng cao.", True),
        ("Các huyện tập trung phát triển mạnh các mặt về đời sống, kinh tế;", "- Xã hội ổn định.", False),
        ("Các huyện tập trung vào những việc sau trong năm, gồm có ba việc", "     - Xây dựng nhà ở.", False),
        ("Các nhiệm vụ chính", "- Xây dựng nhà ở cho người nghèo.", False),
    ],
)
def test_a_dash_inside_a_sentence_may_begin_a_line(compose, upper, lower, whole):
    around = "Việc khám, chữa bệnh cho người nghèo ở các xã được quan tâm hơn.\n" * 3
    report = compose.text(f"{around}{upper}\n{lower}\n{around}")
    assert (f"{upper} {lower}" in report.text) is whole


def test_an_unwrapped_text_has_a_paragraph_on_each_line(compose):
    lines = [f"Điểm {letter} của quy chế được áp dụng cho mọi tổ chức. " * 4 for letter in "abcd"]
    assert compose.blocks(compose.text("\n".join(lines))) == [line.strip() for line in lines]


def test_in_an_unwrapped_text_a_title_may_end_with_any_word_before_an_item(compose):
    report = compose.text(
        f"""\
        Hồ sơ của doanh nghiệp do người Lai Châu lập ở nước ngoài
        1. Đơn đăng ký {"theo mẫu của sở quản lý ngành, kèm các giấy tờ gốc " * 4}
        f) Bản sao quyết định {"đã được cơ quan có thẩm quyền chứng thực đầy đủ " * 4}
        """
    )
    assert [text[:10] for text in compose.blocks(report)] == ["Hồ sơ của ", "1. Đơn đăn", "f) Bản sao"]


def test_a_paragraph_cut_by_a_page_or_note_is_whole_and_the_note_comes_after_it(compose):
    report = compose.markdown(
        """\
        Các cơ quan đã ban hành quy chế<sup>(1)</sup>; đồng thời phối

        <sup>1)</sup> Gồm 12 sở, ngành.

        hợp kiểm tra việc thực hiện.

        Kết quả kiểm tra tại các cơ quan hành chính, đơn vị sự nghiệp của tỉnh do Sở Nội vụ và Ban chỉ đạo

        ---

        QCDC tỉnh thực hiện đạt yêu cầu.
        """
    )
    assert compose.blocks(report) == [
        "Các cơ quan đã ban hành quy chế(1); đồng thời phối hợp kiểm tra việc thực hiện.",
        "Gồm 12 sở, ngành.",
        "Kết quả kiểm tra tại các cơ quan hành chính, đơn vị sự nghiệp của tỉnh do Sở Nội vụ và Ban chỉ đạo "
        "QCDC tỉnh thực hiện đạt yêu cầu.",
        "---",
    ]
    first = report.blocks[0]
    runs = [(report.text[o.start : o.end][:10], o.line) for o in first.origins]
    assert ("Các cơ qua", 1) in runs and ("hợp kiểm t", 5) in runs


@pytest.mark.parametrize(
    "lower",
    [
        "Ngoài ra, các huyện còn hỗ trợ 200 hộ.",
        "2. Kết quả hỗ trợ hộ nghèo",
        "- hỗ trợ 200 hộ",
        "## Kết quả",
    ],
)
def test_an_open_end_takes_no_new_sentence_item_or_heading(compose, lower):
    upper = "Tỉnh đã hỗ trợ nhà ở cho các hộ nghèo, hộ cận nghèo, hộ chính sách trên địa bàn gắn với"
    report = compose.markdown(f"{upper}\n\n{lower}\n")
    assert compose.blocks(report)[0] == upper


def test_a_finished_paragraph_takes_nothing(compose):
    report = compose.markdown("Đã hoàn thành kế hoạch.\n\nđạt 100% chỉ tiêu được giao.\n")
    assert len(report.blocks) == 2


def test_a_number_at_a_line_end_makes_no_item(compose):
    report = compose.text(
        "Hội nghị được tổ chức vào ngày 15 tháng\n12. Kết quả kiểm tra theo quy định tại khoản\n2. Các xã\n"
    )
    assert [block.kind for block in report.blocks] == ["paragraph"]
