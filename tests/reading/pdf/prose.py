"""Makes sentences as provincial reports have them, the same for the same seed."""

from __future__ import annotations

from random import Random

OPENINGS = (
    "Trong năm",
    "Qua kiểm tra",
    "Nhìn chung",
    "Đến ngày 30/11/2018",
    "Bên cạnh đó",
    "Thực hiện Chỉ thị số 05-CT/TU",
)
ACTORS = (
    "Ủy ban nhân dân các huyện",
    "Sở Y tế",
    "cấp ủy cơ sở",
    "Hội Nông dân tỉnh",
    "các phòng chuyên môn",
    "Ban Dân vận",
)
DEEDS = (
    "đã tổ chức 127 hội nghị cho hơn 9.450 lượt người",
    "đã rà soát 1.286/1.315 hộ nghèo, đạt 97,8%",
    "ban hành Kế hoạch số 218/KH-UBND, ngày 14/3/2017",
    "tiếp nhận 3.402 hồ sơ và giải quyết đúng hạn 3.377 hồ sơ",
    "phối hợp kiểm tra việc thực hiện Nghị quyết số 19-NQ/TU",
    "đầu tư 64,5 tỷ đồng sửa chữa 38 công trình thủy lợi",
    "tham mưu sửa đổi Quyết định số 41/2016/QĐ-UBND",
    "duy trì 15 mô hình liên kết ở vùng đồng bào dân tộc",
)
ENDINGS = (
    "trên địa bàn tỉnh",
    "theo tinh thần Nghị định số 60/2013/NĐ-CP",
    "so với cùng kỳ năm trước",
    "góp phần giữ vững ổn định chính trị - xã hội",
    "ở 24 xã vùng cao, biên giới",
    "được nhân dân đồng tình, ủng hộ",
)


def sentence(random: Random) -> str:
    deeds = ", ".join(random.sample(DEEDS, random.randint(1, 2)))
    return f"{random.choice(OPENINGS)}, {random.choice(ACTORS)} {deeds} {random.choice(ENDINGS)}."


def prose(seed: int, sentences: int = 4) -> str:
    random = Random(seed)
    return " ".join(sentence(random) for _ in range(sentences))
