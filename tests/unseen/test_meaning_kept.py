"""What keeps the meaning of a report keeps its mentions: dashes, blanks, letters in parts, capitals, a paragraph more.

Whole reports of many kinds are written as Markdown, changed as text and read again.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.markup import read_source
from corpus.writers import WRITERS
from extractor.extraction import extract
from extractor.reading import read
from patterns.folding import fold
from patterns.mentions import Mentions

REPORTS = sorted((Path(__file__).parent / "dev").glob("*.report"))[::4]
PLAIN = "Nhân dân phấn khởi thi đua lao động sản xuất, tin tưởng vào sự lãnh đạo của Đảng."


def with_en_dashes(text: str) -> str:
    """Hyphens between words and figures as en dashes; list marks and rules of tables stay."""
    return re.sub(r"(?<=[\w ])-(?=[\w ])", "–", text)


def with_wide_blanks(text: str) -> str:
    """Two blanks between the words of paragraphs; short lines may be columns that blanks part."""

    def wide(line: re.Match[str]) -> str:
        return re.sub(r"(?<=[^\W\d_]) (?=[^\W\d_])", "  ", line[0])

    return re.sub(r"(?m)^[^|#\n]{160,}$", wide, text)


def in_parts(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def with_headings_in_the_other_case(text: str) -> str:
    """Headings in capitals as a sentence has them, the others in capitals."""

    def other(line: re.Match[str]) -> str:
        mark, words = line[1], line[2]
        return mark + (words.capitalize() if words.isupper() else words.upper())

    return re.sub(r"(?m)^(#+ \W*[\dIVX.]{1,6}[.)/-]+ )([^\d\n]+)$", other, text)


def with_a_paragraph_more(text: str) -> str:
    return f"{text.rstrip()}\n\n{PLAIN}\n"


def with_a_paragraph_between(text: str) -> str:
    """Another paragraph after the first one that ends with a stop."""
    return re.sub(r"(?<=\w\.)\n\n(?=[^\n#|>\[-])", f"\n\n{PLAIN}\n\n", text, count=1)


CHANGES: list[Callable[[str], str]] = [
    with_en_dashes,
    with_wide_blanks,
    in_parts,
    with_headings_in_the_other_case,
    with_a_paragraph_more,
    with_a_paragraph_between,
]


def mentions_of(text: str, folder: Path) -> Mentions:
    path = folder / "report.md"
    path.write_text(text, "utf-8")
    return extract(read(path))


def told(mentions: Mentions) -> dict[str, list[tuple[object, ...]]]:
    """What mentions say, without where they stand and how their words are typed."""

    def words(value: str | None) -> str:
        return " ".join(fold(value or "").split())

    return {
        "citations": [
            (c.type, c.number, c.year, c.code, c.form, c.date, words(c.issuer), words(c.subject))
            for c in mentions.citations
        ],
        "dates": [(words(d.raw), d.kind, d.from_date, d.to_date, d.resolved_from) for d in mentions.dates],
        "indicators": [
            (
                *(i.value, i.value_to, i.denominator, words(i.unit), words(i.label), words(i.scope)),
                *(i.period_from, i.period_to, i.approx, i.part_of, i.status, i.measure, i.base),
            )
            for i in mentions.indicators
        ],
    }


@pytest.fixture(scope="module", params=REPORTS, ids=lambda path: path.stem)
def report(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory):
    text = WRITERS["md"](read_source(request.param)).decode("utf-8")
    folder = tmp_path_factory.mktemp("report")
    return text, told(mentions_of(text, folder)), folder


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_mentions_stay_as_they_are(report, change: Callable[[str], str]) -> None:
    text, before, folder = report
    changed = change(text)
    assert changed != text
    after = told(mentions_of(changed, folder))
    for kind, rows in before.items():
        assert after[kind] == rows, kind
