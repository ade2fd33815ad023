"""The section tree by numbers, list items and what introduces them."""

from __future__ import annotations


def test_the_tree_comes_from_the_numbers_not_from_the_formats_levels(compose, tree):
    report = compose.markdown(
        """\
        #### **I. KẾT QUẢ**

        # 1. Về kinh tế

        ## 1.1- Nông nghiệp

        Sản lượng lúa đạt 45.000 tấn.

        ## 1.2- Công nghiệp

        Giá trị sản xuất đạt 2.300 tỷ đồng.

        ###### 2. Về xã hội

        # II- HẠN CHẾ

        ***1. Nguyên nhân***

        Do thiên tai.
        """
    )
    assert tree(report) == [
        (1, "I", "I. KẾT QUẢ"),
        (2, "1", "1. Về kinh tế"),
        (3, "1.1", "1.1- Nông nghiệp"),
        (3, "1.2", "1.2- Công nghiệp"),
        (2, "2", "2. Về xã hội"),
        (1, "II", "II- HẠN CHẾ"),
        (2, "1", "1. Nguyên nhân"),
    ]
    last = report.blocks[-1]
    assert [report.text[report.blocks[i].start : report.blocks[i].end] for i in last.section] == [
        "II- HẠN CHẾ",
        "1. Nguyên nhân",
    ]


def test_titles_that_only_their_place_shows(compose, tree):
    report = compose.text(
        """\
        1. Tình hình chung:
        Năm 2017, kinh tế của huyện tăng trưởng khá, đạt 9,5%.
        2. Về thương mại:
        a. Xuất khẩu:
        Kim ngạch đạt 12,5 triệu USD.
        b. Nhập khẩu:
        Kim ngạch đạt 4 triệu USD.
        """
    )
    assert tree(report) == [
        (1, "1", "1. Tình hình chung:"),
        (1, "2", "2. Về thương mại:"),
        (2, "a", "a. Xuất khẩu:"),
        (2, "b", "b. Nhập khẩu:"),
    ]


def test_titles_that_markdown_takes_for_items_of_a_list(compose, tree):
    report = compose.markdown(
        "1. Tình hình\n\nNăm qua có nhiều thuận lợi.\n\n2. **Kết quả**\n\nĐạt 12 chỉ tiêu.\n\n- Một\n- Hai\n"
    )
    assert tree(report) == [(1, "1", "1. Tình hình"), (1, "2", "2. Kết quả")]


def test_parts_and_chapters_take_the_title_under_them(compose, tree):
    report = compose.markdown(
        """\
        **Phần thứ nhất****ĐẶC ĐIỂM TÌNH HÌNH****I- THUẬN LỢI**

        Được quan tâm chỉ đạo.

        ## Phần thứ hai

        ### NHIỆM VỤ

        Chương I

        Quy định chung

        Điều 1. Phạm vi điều chỉnh

        Quy chế này áp dụng cho các sở.
        """
    )
    assert tree(report) == [
        (1, "Phần thứ nhất", "Phần thứ nhất ĐẶC ĐIỂM TÌNH HÌNH"),
        (2, "I", "I- THUẬN LỢI"),
        (1, "Phần thứ hai", "Phần thứ hai NHIỆM VỤ"),
        (2, "Chương I", "Chương I Quy định chung"),
        (3, "Điều 1", "Điều 1. Phạm vi điều chỉnh"),
    ]


def test_a_title_that_text_runs_on_from_stands_alone(compose, tree):
    report = compose.markdown(
        """\
        **I- MỤC TIÊU:** Phấn đấu đến năm 2025 có 90% số xã đạt chuẩn nông thôn mới. Giảm nghèo bền vững.

        **II- GIẢI PHÁP**

        Tăng cường kiểm tra.

        Điều 3. Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc các sở và Chủ tịch Ủy ban nhân dân các huyện
        chịu trách nhiệm thi hành Quyết định này.
        """
    )
    assert [text for _, _, text in tree(report)] == ["I- MỤC TIÊU:", "II- GIẢI PHÁP", "Điều 3."]
    assert compose.blocks(report, "paragraph")[0].startswith("Phấn đấu đến năm 2025")


def test_numbered_paragraphs_without_a_title_are_items_with_their_labels(compose, tree):
    report = compose.markdown(
        """\
        **IV. NHIỆM VỤ**

        **1-** Các cấp ủy tiếp tục quán triệt nghị quyết. Đổi mới công tác tuyên truyền ở cơ sở.

        **2-** Tăng cường kiểm tra, giám sát. Kịp thời xử lý vi phạm.
        """
    )
    assert [text for _, _, text in tree(report)] == ["IV. NHIỆM VỤ"]
    items = [block for block in report.blocks if block.kind == "list_item"]
    assert [(item.label, item.lead) for item in items] == [("1", None), ("2", None)]


def test_rules_of_law_are_items_under_their_article(compose):
    report = compose.text(
        """\
        Điều 2. Điều kiện được hỗ trợ như sau:
        1. Hộ nghèo, hộ cận nghèo;
        2. Hộ có thu nhập bình quân thấp, gồm:
        a) Hộ ở xã đặc biệt khó khăn;
        b) Các hộ khác:
        - Hộ người có công;
        - Hộ đơn thân.
        3. Hộ mới thoát nghèo.
        """
    )
    leads = [(block.label, block.lead) for block in report.blocks if block.kind == "list_item"]
    assert leads == [("1", 0), ("2", 0), ("a", 2), ("b", 2), (None, 4), (None, 4), ("3", 0)]


def test_a_list_ends_with_the_paragraph_after_it(compose):
    report = compose.markdown(
        "Kết quả như sau:\n\n- Trồng 50 ha rừng.\n\nCông tác khác được duy trì.\n\n- Khám cho 300 người.\n"
    )
    assert [block.lead for block in report.blocks] == [None, 0, None, None]


def test_a_footnote_does_not_part_a_list_from_what_introduces_it(compose):
    report = compose.markdown("Gồm các xã¹ sau:\n\n¹ Theo quyết định mới.\n\n- Xã Tân Lập\n")
    assert [(block.kind, block.lead) for block in report.blocks] == [
        ("paragraph", None),
        ("footnote", None),
        ("list_item", 0),
    ]


def test_headings_without_numbers(compose, tree):
    report = compose.markdown(
        "**I. KẾT QUẢ**\n\n**Về giáo dục**\n\nCó 20 trường.\n\n**Về y tế**\n\nCó 3 trạm.\n\n"
        "**KẾT LUẬN**\n\nĐạt kế hoạch.\n"
    )
    assert [(level, text) for level, _, text in tree(report)] == [
        (1, "I. KẾT QUẢ"),
        (2, "Về giáo dục"),
        (2, "Về y tế"),
        (1, "KẾT LUẬN"),
    ]


def test_a_table_keeps_its_cells_and_section(compose):
    report = compose.markdown("## I. THU\n\n| Khoản | Số |\n|---|---|\n| Thuế | 1.234 |\n")
    table = report.blocks[1]
    assert report.text[table.start : table.end] == "Khoản\tSố\nThuế\t1.234"
    assert [report.text[c.start : c.end] for c in table.cells] == ["Khoản", "Số", "Thuế", "1.234"]
    assert table.section == (0,)


def test_a_page_may_end_between_the_number_of_a_part_and_its_title(compose, tree):
    report = compose.text(
        """\
        Phần thứ nhất
        \f- 2 -

        TÌNH HÌNH CHUNG
        I. KINH TẾ
        Sản lượng điều đạt 12.400 tấn.
        """
    )
    assert tree(report) == [
        (1, "Phần thứ nhất", "Phần thứ nhất TÌNH HÌNH CHUNG"),
        (2, "I", "I. KINH TẾ"),
    ]
