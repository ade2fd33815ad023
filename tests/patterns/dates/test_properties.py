"""What holds for dates in every text: exact spans, ISO days in order, and nothing that spacing or case changes."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from patterns.dates import find_dates, is_impossible
from patterns.mentions import Date
from patterns.passages import Context, Passage, split_passages
from tests.patterns.dates.test_cases import cases, marked, read

SENTENCES = sorted({marked(case)[0] for _, case in cases()})
WORDS = """
    ngày tháng năm quý I II IV giai đoạn nhiệm kỳ từ đến đầu cuối và , ; - ( ) / trong qua trước sau 05 9 15/7
    31/4/2019 2O19 2019 2016-2020 98 6T/2021 cùng kỳ tuần 32 thập niên 90 thế kỷ XX hằng vụ Đông Xuân đêm rạng
    sáng 7h30 ước cả Luật thực hiện PCI giá so sánh âm lịch nay này liền kề tiếp theo sáu mười một
"""
SALAD = st.lists(st.sampled_from([*WORDS.split(), "\n"]), max_size=30).map(" ".join)
CONTEXTS = st.sampled_from(
    [
        Context(),
        Context(date="2020-02-29"),
        Context(period_from="2020-01-01", period_to="2020-06-30"),
        Context(period_from="2020-02-01", period_to="2020-02-29"),
        Context(date="2021-01-05", period_from="2016-01-01", period_to="2020-12-31"),
    ]
)


def meaning(dates: tuple[Date, ...]) -> list[tuple[str, str | None, str | None]]:
    return [(found.kind, found.from_date, found.to_date) for found in dates]


@given(st.one_of(st.text(max_size=200), SALAD), CONTEXTS)
@settings(max_examples=400, deadline=None)
def test_spans_are_exact_and_days_are_days(text: str, context: Context) -> None:
    dates = find_dates(text, split_passages(text), context)
    assert all(first.end <= second.start for first, second in pairwise(dates))
    for found in dates:
        assert text[found.start : found.end] == found.raw == found.raw.strip()
        for first, last in ((found.from_date, found.to_date), (found.resolved_from, found.resolved_to)):
            assert (first is None) == (last is None)
            assert first is None or last is None or date.fromisoformat(first) <= date.fromisoformat(last)
        assert found.kind != "relative" or found.from_date is None
        assert found.kind == "relative" or found.resolved_from is None
        assert found.from_date is None or not is_impossible(found)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_blanks_dashes_and_case_change_nothing(sentence: str) -> None:
    plain = meaning(read(sentence))
    assert meaning(read(sentence.replace(" ", "  "))) == plain
    assert meaning(read(sentence.replace("-", "–"))) == plain
    assert meaning(read(sentence.upper())) == plain
    assert meaning(read(sentence.replace(" ", "\n"))) == plain


@given(st.sampled_from(SENTENCES), st.sampled_from(SENTENCES))
@settings(max_examples=150, deadline=None)
def test_a_paragraph_does_not_disturb_another(first: str, second: str) -> None:
    text = f"{first}\nNhân dân phấn khởi thi đua lao động sản xuất.\n{second}"
    together = find_dates(text, split_passages(text), Context())
    assert [found.raw for found in together] == [
        found.raw for part in (first, second) for found in read(part)
    ]


@given(st.sampled_from(SENTENCES), st.sampled_from(["", "Tỉnh\n", "ngày ", "5 tháng\n"]))
@settings(max_examples=60, deadline=None)
def test_what_lies_outside_the_passage_is_not_read(sentence: str, outside: str) -> None:
    text = f"{outside}{sentence}\n{outside}"
    passage = Passage(len(outside), len(outside) + len(sentence))
    assert meaning(find_dates(text, (passage,), Context())) == meaning(read(sentence))
