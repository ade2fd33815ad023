"""Sentences that stop and never go on, and texts that are no Vietnamese."""

from __future__ import annotations

import pytest

BEGIN = "Hệ thống chính trị ở cơ sở được củng cố, hoạt động ngày càng hiệu quả, "


@pytest.mark.parametrize(
    "end", ["đáp ứng yêu cầu của", "gắn với", "phát huy dân chủ và", "nâng cao chất lượng,"]
)
def test_an_open_end_before_a_heading_is_lost_text(compose, end):
    report = compose.markdown(f"{BEGIN}{end}\n\n## 2. Hạn chế\n\nCòn chậm.\n")
    (problem,) = report.problems
    assert (problem.kind, problem.line) == ("lost_text", 1)
    assert problem.start is not None
    assert report.text[problem.start : problem.end] == BEGIN + end


@pytest.mark.parametrize(
    "end",
    [
        "được nhân dân tin tưởng",
        "trên địa bàn toàn tỉnh",
        "trong 5 năm",
        "đạt kết quả tốt.",
        "gồm các nội dung sau:",
    ],
)
def test_a_missing_stop_alone_is_none(compose, end):
    assert compose.markdown(f"{BEGIN}{end}\n\n## 2. Hạn chế\n\nCòn chậm.\n").problems == ()


def test_a_comma_at_the_end_of_an_item_or_legal_basis_is_none(compose):
    report = compose.markdown(
        f"Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 12/TTr-SNV,\n\n- {BEGIN}\n\n- Hai.\n"
    )
    assert report.problems == ()


def test_language(compose):
    assert compose.text("Ủy ban nhân dân huyện báo cáo kết quả thực hiện.\n").language == "vi"
    foreign = compose.text("Le comité a présenté son rapport à l'assemblée générale.\n")
    assert foreign.language is None
    assert [problem.kind for problem in foreign.problems] == ["not_vietnamese"]
