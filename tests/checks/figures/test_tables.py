"""Rules on tables, on the text against them, and on figures that stand far apart."""

from __future__ import annotations

import pytest

from tests.checks.reports import spots


def table(head: str, *rows: str) -> str:
    """A table in Markdown; cells are parted by "|"."""
    columns = head.count("|") + 1
    rule = "|".join(["---"] * columns)
    lines = (head, rule, *rows)
    return "Kết quả như sau:\n\n" + "\n".join(f"| {line} |" for line in lines) + "\n"


DISTRICTS = "STT | Huyện | Số hộ nghèo | Số hộ cận nghèo"
KINDS = "TT | Nguồn vốn | Kế hoạch | Giải ngân | Tỷ lệ (%)"
YEARS = "TT | Chỉ tiêu | Đơn vị tính | Năm 2019 | Năm 2020 | So với năm 2019 (%)"

FOUND = [
    # the total's row, at the foot and at the head, with Roman parts
    (
        "NUM012",
        table(
            DISTRICTS,
            "1 | Tân Hồng | 1.057 | 1.540",
            "2 | Tam Nông | 1.205 | 1.683",
            "3 | Lấp Vò | 1.310 | 2.081",
            "| Tổng cộng | 3.752 | 5.304",
        ),
        ["3.752"],
    ),
    (
        "NUM012",
        table(
            KINDS,
            "| TỔNG CỘNG | 4.851.000 | 4.463.200 |",
            "I | Ngân sách địa phương | 2.790.000 | 2.655.900 |",
            "1 | Cân đối | 820.000 | 801.300 |",
            "2 | Xổ số | 1.970.000 | 1.854.600 |",
            "II | Ngân sách trung ương | 2.025.000 | 1.807.300 |",
        ),
        ["4.851.000"],
    ),
    (
        "NUM012",
        table(
            KINDS,
            "I | Ngân sách địa phương | 2.970.000 | 2.655.900 |",
            "1 | Cân đối | 820.000 | 801.300 |",
            "2 | Xổ số | 1.970.000 | 1.854.600 |",
            "II | Ngân sách trung ương | 2.025.000 | 1.807.300 |",
            "1 | Vốn trong nước | 1.810.000 | 1.668.800 |",
            "2 | Vốn nước ngoài | 215.000 | 138.500 |",
        ),
        ["2.970.000"],
    ),
    (
        "NUM012",
        table(
            YEARS,
            "1 | Sản lượng thủy sản | tấn | 243.900 | 245.300 | 104,3",
            "| - Khai thác | tấn | 236.720 | 246.800 | 104,3",
            "| - Nuôi trồng | tấn | 7.180 | 7.500 | 104,5",
        ),
        ["245.300"],
    ),
    # the total's column
    (
        "NUM013",
        table(
            "TT | Đối tượng | Năm 2018 | Năm 2019 | Năm 2020 | Tổng cộng",
            "1 | Cấp huyện | 4 | 4 | 3 | 11",
            "2 | Viên chức | 17 | 21 | 14 | 25",
            "3 | Cấp xã | 8 | 12 | 13 | 33",
        ),
        ["25"],
    ),
    (
        "NUM013",
        table(
            "TT | Cơ quan | Tổng số hồ sơ | Đúng hạn | Trễ hạn | Đang giải quyết",
            "1 | Bộ phận Một cửa | 14.386 | 14.102 | 218 | 516",
            "2 | Đinh Văn | 9.412 | 9.377 | 12 | 23",
            "3 | Nam Ban | 6.250 | 6.231 | 04 | 15",
        ),
        ["14.386"],
    ),
    (
        "NUM013",
        table(
            "TT | Trường | Nam | Nữ | Tổng số",
            "1 | Tân Hồng | 120 | 131 | 251",
            "2 | Tam Nông | 98 | 102 | 200",
            "3 | Lấp Vò | 145 | 150 | 259",
        ),
        ["259"],
    ),
    # percentages
    (
        "NUM014",
        table(
            KINDS,
            "1 | Nông thôn mới | 412,6 | 251,7 | 61,0",
            "2 | Giảm nghèo | 1.520,4 | 684,2 | 54,0",
            "3 | Dân tộc thiểu số | 1.985,2 | 734,5 | 37,0",
        ),
        ["54,0"],
    ),
    (
        "NUM014",
        table(
            YEARS,
            "1 | Giá trị sản xuất | tỷ đồng | 121.900 | 130.433 | 107,0",
            "2 | Lương thực | tấn | 478.906 | 495.274 | 104,3",
            "3 | Bán lẻ | tỷ đồng | 53.460 | 51.870 | 97,0",
        ),
        ["104,3"],
    ),
    (
        "NUM014",
        table(
            "TT | Huyện | Số hộ | Cơ cấu (%)",
            "1 | Tân Hồng | 1.200 | 40,0",
            "2 | Tam Nông | 900 | 30,0",
            "3 | Lấp Vò | 900 | 33,0",
            "| Tổng số | 3.000 | 100",
        ),
        ["33,0"],
    ),
    (
        "NUM014",
        table(
            "TT | Chỉ tiêu | Năm 2019 | Năm 2020 | Tăng, giảm (%)",
            "1 | Tân Hồng | 200 | 220 | 10,0",
            "2 | Tam Nông | 400 | 380 | -5,0",
            "3 | Lấp Vò | 500 | 560 | 21,0",
        ),
        ["21,0"],
    ),
    # differences
    (
        "NUM015",
        table(
            "TT | Huyện | Năm 2019 | Năm 2020 | Tăng, giảm",
            "1 | Tân Hồng | 120 | 131 | 11",
            "2 | Tam Nông | 98 | 102 | 4",
            "3 | Lấp Vò | 145 | 150 | 15",
        ),
        ["15"],
    ),
    (
        "NUM015",
        table(
            "TT | Xã | Biên chế giao | Hiện có | Còn thiếu",
            "1 | Tân Hồng | 23 | 20 | 3",
            "2 | Tam Nông | 21 | 19 | 2",
            "3 | Lấp Vò | 25 | 19 | 16",
        ),
        ["16"],
    ),
    (
        "NUM015",
        table(
            "TT | Đơn vị | Trước sắp xếp | Sau sắp xếp | Giảm",
            "1 | Tân Hồng | 14 | 12 | 2",
            "2 | Tam Nông | 49 | 43 | 6",
            "3 | Lấp Vò | 157 | 125 | 23",
        ),
        ["23"],
    ),
    # the text against the table
    (
        "NUM016",
        "Sản lượng thủy sản ước đạt 254.300 tấn.\n\n"
        + table(
            YEARS,
            "1 | Sản lượng lương thực | tấn | 478.906 | 495.274 | 103,4",
            "2 | Sản lượng thủy sản | tấn | 243.900 | 245.300 | 100,6",
        ),
        ["254.300 tấn"],
    ),
    (
        "NUM016",
        "Đến nay giải ngân 734,5 tỷ đồng, đạt 73,0% kế hoạch.\n\n"
        + table(
            KINDS,
            "1 | Nông thôn mới | 412,6 | 251,7 | 61,0",
            "2 | Giảm nghèo | 1.520,4 | 684,2 | 45,0",
            "3 | Dân tộc thiểu số | 1.985,2 | 734,5 | 37,0",
        ),
        ["73,0%"],
    ),
    (
        "NUM016",
        "Toàn tỉnh còn 3.527 hộ nghèo.\n\n"
        + table(
            DISTRICTS,
            "1 | Tân Hồng | 1.057 | 1.540",
            "2 | Tam Nông | 1.205 | 1.683",
            "3 | Lấp Vò | 1.310 | 2.081",
            "| Tổng cộng | 3.572 | 5.304",
        ),
        ["3.527 hộ"],
    ),
    # scale
    (
        "NUM020",
        "Năm 2021, tổng vốn đầu tư phát triển đạt 33.452 tỷ đồng.\n\n"
        "Năm 2021, tổng vốn đầu tư phát triển đạt 33.452 triệu đồng.",
        ["33.452 triệu đồng"],
    ),
    (
        "NUM020",
        "Năm 2020, giá trị sản xuất công nghiệp đạt 121,9 nghìn tỷ đồng.\n\n"
        "Năm 2020, giá trị sản xuất công nghiệp đạt 121,9 tỷ đồng.",
        ["121,9 tỷ đồng"],
    ),
    (
        "NUM020",
        "Năm 2022, sản lượng lương thực có hạt đạt 495.274 tấn.\n\n"
        "Năm 2022, sản lượng lương thực có hạt đạt 495.274 nghìn tấn.",
        ["495.274 nghìn tấn"],
    ),
    # notes
    (
        "NUM022",
        "Toàn tỉnh đã giảm 46 phòng chuyên môn[^1].\n\n[^1]: Giảm 31 đầu mối so với trước khi sắp xếp.",
        ["31 đầu mối"],
    ),
    (
        "NUM022",
        "Năm 2020, tỉnh giảm 84 đơn vị sự nghiệp[^1].\n\n[^1]: Giảm 48 đơn vị, chiếm 12,5%.",
        ["48 đơn vị"],
    ),
    ("NUM022", "Đến nay tăng 12 xã đạt chuẩn[^1].\n\n[^1]: Tăng 21 xã so với năm 2019.", ["21 xã"]),
]

SILENT = [
    (
        "NUM012",
        table(
            DISTRICTS,
            "1 | Tân Hồng | 1.057 | 1.540",
            "2 | Tam Nông | 1.205 | 1.683",
            "3 | Lấp Vò | 1.310 | 2.081",
            "| Tổng cộng | 3.572 | 5.304",
        ),
    ),
    (
        "NUM012",
        table(
            "TT | Huyện | Số hộ | Thu nhập bình quân",
            "1 | Tân Hồng | 1.200 | 45,2",
            "2 | Tam Nông | 900 | 48,1",
            "| Toàn tỉnh | 2.100 | 46,3",
        ),
    ),
    (
        "NUM012",
        table(
            "TT | Chỉ tiêu | Năm 2019 | Năm 2020",
            "1 | Tổng đàn trâu | 34.650 | 34.100",
            "2 | Tổng đàn bò | 224.180 | 226.000",
            "3 | Đàn lợn | 741.200 | 750.000",
        ),
    ),
    (
        "NUM012",
        table(
            YEARS,
            "1 | Diện tích gieo trồng | ha | 212.480 | 213.900 | 100,7",
            "| - Lúa | ha | 50.127 | 51.020 | 101,8",
            "| - Ngô | ha | 82.300 | 81.100 | 98,5",
        ),
    ),
    (
        "NUM012",
        table(
            "STT | Hạng mục | Kinh phí (triệu đồng)",
            "1 | Thiết bị | 238,4",
            "2 | Phần mềm | 35,3",
            "3 | Hội thảo đánh giá | 56,4",
            "| Tổng cộng | 330",
        ),
    ),
    (
        "NUM013",
        table(
            "TT | Đối tượng | Năm 2018 | Năm 2019 | Năm 2020 | Tổng cộng",
            "1 | Cấp huyện | 4 | 4 | 3 | 11",
            "2 | Viên chức | 17 | 21 | 14 | 52",
            "3 | Cấp xã | 8 | 12 | 13 | 33",
        ),
    ),
    (
        "NUM013",
        table(
            "TT | Huyện | Tổng số hộ dân cư | Số hộ nghèo | Số hộ cận nghèo",
            "1 | Tân Hồng | 42.310 | 498 | 902",
            "2 | Tam Nông | 27.845 | 301 | 566",
            "3 | Lấp Vò | 22.916 | 421 | 688",
        ),
    ),
    (
        "NUM013",
        table(
            "TT | Trường | Tổng số | Trong đó: Nữ | Dân tộc",
            "1 | Tân Hồng | 251 | 131 | 40",
            "2 | Tam Nông | 200 | 102 | 55",
            "3 | Lấp Vò | 295 | 150 | 61",
        ),
    ),
    (
        "NUM014",
        table(
            KINDS,
            "1 | Nông thôn mới | 412,6 | 251,7 | 61,0",
            "2 | Giảm nghèo | 1.520,4 | 684,2 | 45,0",
            "3 | Dân tộc thiểu số | 1.985,2 | 734,5 | 37,0",
        ),
    ),
    (
        "NUM014",
        table(
            "TT | Chỉ tiêu | Đơn vị tính | Năm 2019 | Năm 2020",
            "1 | Tỷ lệ hộ nghèo | % | 6,12 | 5,02",
            "2 | Tỷ lệ che phủ rừng | % | 51,9 | 52,1",
            "3 | Tỷ lệ bao phủ | % | 92,5 | 93,8",
        ),
    ),
    (
        "NUM014",
        table(
            "TT | Huyện | Số xã | Tỷ lệ hộ nghèo (%)",
            "1 | Tân Hồng | 12 | 4,31",
            "2 | Tam Nông | 14 | 3,66",
            "3 | Lấp Vò | 16 | 2,49",
        ),
    ),
    (
        "NUM015",
        table(
            "TT | Huyện | Năm 2019 | Năm 2020 | Tăng, giảm",
            "1 | Tân Hồng | 120 | 131 | 11",
            "2 | Tam Nông | 98 | 102 | 4",
            "3 | Lấp Vò | 145 | 150 | 5",
        ),
    ),
    (
        "NUM015",
        table(
            "TT | Đơn vị | Trước sắp xếp | Sau sắp xếp | Giảm",
            "1 | Tân Hồng | 14 | 12 | 2",
            "2 | Tam Nông | 49 | 43 | 6",
            "3 | Lấp Vò | 157 | 125 | 32",
        ),
    ),
    (
        "NUM015",
        table(
            "TT | Huyện | Số vụ | Số người chết | Tăng, giảm so với cùng kỳ",
            "1 | Tân Hồng | 120 | 31 | 11",
            "2 | Tam Nông | 98 | 22 | -4",
            "3 | Lấp Vò | 145 | 50 | 5",
        ),
    ),
    (
        "NUM016",
        "Sản lượng thủy sản ước đạt 245.300 tấn.\n\n"
        + table(
            YEARS,
            "1 | Sản lượng lương thực | tấn | 478.906 | 495.274 | 103,4",
            "2 | Sản lượng thủy sản | tấn | 243.900 | 245.300 | 100,6",
        ),
    ),
    (
        "NUM016",
        "Sản lượng thủy sản ước đạt 245,3 nghìn tấn.\n\n"
        + table(
            YEARS,
            "1 | Sản lượng lương thực | tấn | 478.906 | 495.274 | 103,4",
            "2 | Sản lượng thủy sản | tấn | 243.900 | 245.300 | 100,6",
        ),
    ),
    (
        "NUM016",
        "Năm 2018, sản lượng thủy sản đạt 254.300 tấn.\n\n"
        + table(
            YEARS,
            "1 | Sản lượng lương thực | tấn | 478.906 | 495.274 | 103,4",
            "2 | Sản lượng thủy sản | tấn | 243.900 | 245.300 | 100,6",
        ),
    ),
    (
        "NUM016",
        "Đã tuyên truyền cho 4.953 lượt người.\n\n"
        + table(
            YEARS,
            "1 | Sản lượng lương thực | tấn | 478.906 | 495.274 | 103,4",
            "2 | Lượt khách du lịch | lượt người | 3.900 | 4.593 | 117,8",
        ),
    ),
    (
        "NUM020",
        "Năm 2021, tổng vốn đầu tư phát triển đạt 33.452 tỷ đồng.\n\n"
        "Năm 2021, tổng vốn đầu tư phát triển đạt 33.452.000 triệu đồng.",
    ),
    (
        "NUM020",
        "Năm 2021, tổng vốn đầu tư phát triển đạt 33.452 tỷ đồng.\n\n"
        "Năm 2020, tổng vốn đầu tư phát triển đạt 33,452 tỷ đồng.",
    ),
    (
        "NUM020",
        "Năm 2021, thu ngân sách cấp tỉnh đạt 12.000 tỷ đồng.\n\nNăm 2021, thu phí tham quan đạt 12 tỷ đồng.",
    ),
    ("NUM022", "Toàn tỉnh đã giảm 46 phòng chuyên môn[^1].\n\n[^1]: Giảm 46 phòng so với trước khi sắp xếp."),
    (
        "NUM022",
        "Toàn tỉnh đã giảm 46 phòng chuyên môn[^1].\n\n"
        "[^1]: Trong đó: Sở Nội vụ giảm 04 phòng, Sở Tài chính giảm 03 phòng.",
    ),
    (
        "NUM022",
        "Toàn tỉnh đã giảm 46 phòng chuyên môn, bố trí lại cán bộ; sắp xếp các ban quản lý[^1].\n\n"
        "[^1]: Giảm 04 ban quản lý.",
    ),
]


@pytest.mark.parametrize(("code", "text", "words"), FOUND)
def test_found(code: str, text: str, words: list[str]) -> None:
    assert [said for _, said in spots(text, code)] == words


@pytest.mark.parametrize(("code", "text"), SILENT)
def test_left_alone(code: str, text: str) -> None:
    assert spots(text, code) == []
