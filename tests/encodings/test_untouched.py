"""Unicode stays as it is, whatever font it is set in, however it is cut into runs."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.encodings import FontRun, decode, survey
from extractor.encodings.tables import tables
from tests.encodings.letters import sentence, words

OLD_FONTS = [".VnTime", ".VnTimeH", "VNI-Times", "VPS Times", "VI Times", "VNtimes new roman"]


def runs_of(drawn: list[str], size: int, font: str) -> list[FontRun]:
    return [
        FontRun(" ".join(drawn[start : start + size]) + " ", font) for start in range(0, len(drawn), size)
    ]


@pytest.mark.parametrize("font", OLD_FONTS)
@pytest.mark.parametrize(("words_in_run", "runs_in_paragraph"), [(1, 1), (1, 6), (3, 1), (4, 5), (40, 1)])
def test_ten_thousand_words_of_unicode_in_an_old_font(
    font: str, words_in_run: int, runs_in_paragraph: int
) -> None:
    drawn = words(10_200, seed=7, rare=0.5)
    runs = runs_of(drawn, words_in_run, font)
    paragraphs = [runs[start : start + runs_in_paragraph] for start in range(0, len(runs), runs_in_paragraph)]
    hints = survey(paragraphs)
    shown = [text for paragraph in paragraphs for text in decode(paragraph, document=hints).texts]
    assert shown == [run.text for run in runs]


@pytest.mark.parametrize("font", OLD_FONTS)
def test_sentences_stay_without_any_hint(font: str) -> None:
    for seed in range(300):
        text = sentence(8, seed=seed)
        assert decode([FontRun(text, font)]).texts == (text,)


@pytest.mark.parametrize(("font", "encoding"), [(".VnTime", "tcvn3"), ("VNI-Times", "vni")])
@pytest.mark.parametrize("size", [2, 6, 12])
def test_paragraphs_of_unicode_between_paragraphs_of_an_old_encoding(
    font: str, encoding: str, size: int
) -> None:
    texts = [[sentence(size, seed=10 * number + part) + " " for part in range(4)] for number in range(400)]
    stored = [
        [FontRun(text if number % 2 else tables()[encoding].encode(text), font) for text in paragraph]
        for number, paragraph in enumerate(texts)
    ]
    hints = survey(stored)
    assert [list(decode(paragraph, document=hints).texts) for paragraph in stored] == texts


@pytest.mark.parametrize("size", [4, 12])
def test_runs_of_unicode_between_runs_of_an_old_encoding(size: int) -> None:
    texts = [[sentence(size, seed=10 * number + part) + " " for part in range(4)] for number in range(300)]
    stored = [
        [
            FontRun(text if (number + place) % 3 else tables()["tcvn3"].encode(text), ".VnTime")
            for place, text in enumerate(paragraph)
        ]
        for number, paragraph in enumerate(texts)
    ]
    hints = survey(stored)
    assert [list(decode(paragraph, document=hints).texts) for paragraph in stored] == texts


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, 10_000),
    st.sampled_from([("tcvn3", ".VnTime"), ("vni", "VNI-Times"), ("viscii", "VI Times")]),
    st.lists(st.integers(0, 80), max_size=8),
)
def test_where_runs_are_cut_changes_nothing(seed: int, kind: tuple[str, str], cuts: list[int]) -> None:
    encoding, font = kind
    text = sentence(14, seed=seed)
    stored = tables()[encoding].encode(text)
    places = sorted({0, len(stored), *(cut for cut in cuts if cut < len(stored))})
    runs = [FontRun(stored[start:end], font) for start, end in pairwise(places)]
    decoded = decode(runs, document=survey([[FontRun(stored, font)]]))
    assert "".join(decoded.texts) == text
    assert len(decoded.texts) == len(runs)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60), st.sampled_from([*OLD_FONTS, "Arial", None]), st.sampled_from([None, 0, 2, 163]))
def test_any_text_can_be_decoded(text: str, font: str | None, charset: int | None) -> None:
    decoded = decode([FontRun(text, font, charset)])
    assert decoded.certainty is None or 0 <= decoded.certainty <= 1
