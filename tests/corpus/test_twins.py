"""Files of the years before Unicode say what their modern twins say, mention by mention."""

from __future__ import annotations

import functools
from collections import Counter

import pytest

from corpus.build import HERE
from extractor import extract, read
from patterns.mentions import Mentions

# Each file in an old encoding, the encoding of its letters, and the modern file of the same source.
TWINS = [
    ("thai-binh-2004-ktxh.doc", "tcvn3", "thai-binh-2004-ktxh.docx"),
    ("quang-ngai-2018-ktxh.rtf", "vni", "quang-ngai-2018-ktxh.md"),
    ("quang-ngai-2018-ktxh.xls", "tcvn3", "quang-ngai-2018-ktxh.md"),
    ("bac-giang-2022-nq-hdnd.viscii.txt", "viscii", "bac-giang-2022-nq-hdnd.txt"),
]
each_twin = pytest.mark.parametrize(("old", "encoding", "modern"), TWINS, ids=[old for old, *_ in TWINS])

# A workbook stores numbers, and shows them with the marks of its own language.
MARKS = str.maketrans("", "", ".,")


@functools.cache
def mentions_of(name: str) -> Mentions:
    return extract(read(HERE / name))


def told(mentions: Mentions) -> dict[str, Counter[tuple[object, ...]]]:
    """The mentions without their places."""
    return {
        "citations": Counter(
            (c.raw, c.code, c.form, c.date, c.issuer, c.subject) for c in mentions.citations
        ),
        "dates": Counter((d.raw, d.kind, d.from_date, d.to_date) for d in mentions.dates),
        "indicators": Counter(
            (
                *(i.raw.translate(MARKS), i.value, i.value_to, i.denominator, i.unit, i.label, i.scope),
                *(i.period_from, i.period_to, i.approx, i.column_label, i.status, i.measure, i.base),
            )
            for i in mentions.indicators
        ),
    }


@each_twin
def test_old_files_say_what_their_modern_twins_say(old: str, encoding: str, modern: str) -> None:
    assert told(mentions_of(old)) == told(mentions_of(modern))


@each_twin
def test_the_encoding_of_old_files_is_told_and_sure(old: str, encoding: str, modern: str) -> None:
    report = read(HERE / old)
    assert report.encoding == encoding
    worded = [block for block in report.blocks if not report.text[block.start : block.end].isascii()]
    assert {block.encoding for block in worded} == {encoding}
    assert all(block.certainty is not None and block.certainty > 0.9 for block in worded)
    assert [problem for problem in report.problems if problem.kind == "doubtful_encoding"] == []
