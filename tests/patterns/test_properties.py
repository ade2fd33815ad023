"""What holds for every text: spans are exact, nothing crashes, paragraphs do not disturb one another."""

import tomllib
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from patterns.citations import find_citations, find_relations
from patterns.dates import find_dates
from patterns.folding import fold
from patterns.mentions import Citation, Date
from patterns.passages import Context, split_passages

CASES = [
    case
    for name in ("cases.toml", "classes.toml")
    for case in tomllib.loads((Path(__file__).parent / "citations" / name).read_text("utf-8"))["cases"]
]
SENTENCES = [case["text"] for case in CASES]
# A common noun may be a document's name in capitals, and the letter "l" no digit.
PROPER = [
    case["text"]
    for case in CASES
    if all(cited.get("form", "full") == "full" and "l2" not in cited["raw"] for cited in case["citations"])
    and case["citations"]
]
PIECES = """
    ngày 05/7/2019 tháng năm 2016 - đến từ quý IV giai đoạn ( ) ; , . số Quyết định 12/QĐ-UBND của UBND
    tỉnh về việc Luật Đất đai và các Nghị quyết 18 19 20-NQ/TW cùng kỳ trong 5 qua Bộ trưởng Y tế ban hành
    khóa XI İ ĐT.706B 1O5 l2 31/02/2020 1/1 2.023/2.023 1 2 /
"""
WORDS = st.sampled_from([*PIECES.split(), "\n"])
SALAD = st.lists(WORDS, max_size=40).map(" ".join)


def find(text: str) -> tuple[tuple[Citation, ...], tuple[Date, ...]]:
    passages = split_passages(text)
    dates = find_dates(text, passages, Context())
    return find_citations(text, passages, dates, Context()), dates


@given(st.one_of(st.text(max_size=300), SALAD))
@settings(max_examples=300, deadline=None)
def test_spans_are_exact_in_any_text(text: str) -> None:
    citations, dates = find(text)
    for mention in (*citations, *dates):
        assert 0 <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.raw
        assert mention.raw == mention.raw.strip()
    for mentions in (citations, dates):
        assert all(first.end <= second.start for first, second in pairwise(mentions))
    for citation in citations:
        for span in (citation.date_span, citation.issuer_span, citation.subject_span):
            assert span is None or (
                0 <= span[0] < span[1] <= len(text) and "\n" not in text[span[0] : span[1]]
            )
    for date in dates:
        assert (date.from_date is None) == (date.to_date is None)
        assert date.from_date is None or date.to_date is None or date.from_date <= date.to_date


@given(st.sampled_from(SENTENCES), st.sampled_from(SENTENCES))
@settings(max_examples=120, deadline=None)
def test_a_paragraph_does_not_disturb_another(first: str, second: str) -> None:
    """Only the code and the key of a citation may depend on the rest of the report."""
    plain = "Nhân dân phấn khởi thi đua lao động sản xuất."
    together, dates = find(f"{first}\n{plain}\n{second}")
    apart = [find(first), find(second)]
    assert [each.raw for each in dates] == [each.raw for _, found in apart for each in found]
    shown = [(c.raw, c.type, c.form, c.date, c.issuer, c.subject) for c in together]
    assert shown == [
        (c.raw, c.type, c.form, c.date, c.issuer, c.subject) for found, _ in apart for c in found
    ]


@given(st.sampled_from(SENTENCES), st.sampled_from(["\u2010", "\u2013", "\u2014", "\u2212"]))
@settings(max_examples=80, deadline=None)
def test_the_style_of_dashes_does_not_change_what_is_found(sentence: str, dash: str) -> None:
    one, dates = find(sentence)
    other, others = find(sentence.replace("-", dash))
    fields = (
        "start",
        "end",
        "type",
        "number",
        "year",
        "code",
        "form",
        "date",
        "issuer_span",
        "subject_span",
        "key",
    )
    assert [[getattr(c, f) for f in fields] for c in other] == [[getattr(c, f) for f in fields] for c in one]
    assert [(d.start, d.end, d.from_date, d.to_date) for d in others] == [
        (d.start, d.end, d.from_date, d.to_date) for d in dates
    ]


@given(st.sampled_from(PROPER))
@settings(max_examples=80, deadline=None)
def test_capitals_do_not_change_what_is_found(sentence: str) -> None:
    def shown(text: str) -> list[tuple[int, int, str, str, str | None]]:
        return [(c.start, c.end, c.type, fold(c.code or ""), c.date) for c in find(text)[0]]

    assert shown(sentence.upper()) == shown(sentence)


@given(st.sampled_from(SENTENCES), st.sampled_from(SENTENCES))
@settings(max_examples=60, deadline=None)
def test_relations_stay_within_their_paragraph(first: str, second: str) -> None:
    def told(text: str) -> list[tuple[str, str, str]]:
        citations, _ = find(text)
        found = find_relations(text, split_passages(text), citations)
        assert all(text[each.start : each.end] == each.raw for each in found)
        return [(each.raw, each.kind, citations[each.target].raw) for each in found]

    first, second = (sentence.replace("\n", " ") for sentence in (first, second))
    assert told(f"{first}\n{second}") == told(first) + told(second)


@given(st.sampled_from(SENTENCES))
@settings(max_examples=60, deadline=None)
def test_blanks_and_lines_do_not_change_what_is_found(sentence: str) -> None:
    one, _ = find(sentence)
    text = sentence.replace(" ", "  ")
    passages = split_passages(text)
    wide = find_citations(text, passages, find_dates(text, passages, Context()), Context())
    fields = ("type", "number", "year", "symbol", "code", "form", "date", "issuer", "subject")
    assert [[getattr(c, f) for f in fields] for c in wide] == [[getattr(c, f) for f in fields] for c in one]
