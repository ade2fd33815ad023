"""Whatever number-symbol a report has, the rules point into it, and a correction ends what it corrects."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.checks import check
from tests.checks.reports import read_text

TYPES = [
    "Quyết định",
    "Nghị định",
    "Chỉ thị",
    "Kế hoạch",
    "Pháp lệnh",
    "Công văn",
    "Thông tri",
    "Quy định",
    "Luật",
]
LETTERS = ["QĐ", "QÐ", "NĐ", "CT", "KH", "PL", "CV", "TTr", "QĐi", "TT", "КL", ""]
BODIES = ["UBND", "TU", "TW", "CP", "TTg", "UBTVQH11", "QH13", "HĐND", "BNV", "BCĐ", "MTTQ-BTT", ""]
ISSUERS = ["", " của Chính phủ", " của BTV Tỉnh ủy", " của UBND tỉnh", " của Bộ Nội vụ", " của Ban Bí thư"]

symbols = st.builds(
    lambda number, year, one, letters, two, body: f"{number}{year}{one}{letters}{two}{body}",
    st.integers(1, 3000),
    st.sampled_from(["", "/2015", "/2007", "/2021"]),
    st.sampled_from(["/", "-"]),
    st.sampled_from(LETTERS),
    st.sampled_from(["/", "-", " - "]),
    st.sampled_from(BODIES),
)
citations = st.builds(
    lambda name, so, symbol, date, issuer: f"{name}{so} {symbol}{date}{issuer}",
    st.sampled_from(TYPES),
    st.sampled_from(["", " số"]),
    symbols,
    st.sampled_from(["", " ngày 5/1/2015", ", 09/4/2020", ", ngày 20/4/2007", " ngày 31/6/2019"]),
    st.sampled_from(ISSUERS),
)


@settings(deadline=None, max_examples=60)
@given(st.lists(citations, min_size=1, max_size=6))
def test_any_citations(written: list[str]) -> None:
    report, mentions = read_text("Thực hiện " + "; ".join(written) + ".")
    for finding in check(report, mentions):
        assert 0 <= finding.start < finding.end <= len(report.text)
        if finding.fix is None or not finding.rule.startswith("REF"):
            continue
        fix = finding.fix
        mended = report.text[: fix.start] + fix.replacement + report.text[fix.end :]
        left = [one for one in check(*read_text(mended)) if one.rule == finding.rule]
        before = [one for one in check(report, mentions) if one.rule == finding.rule]
        assert len(left) < len(before), f"{finding.rule}: {finding.message} → {mended}"
