"""How sure a conversion is: never silent where it may be wrong, never noisy where it is right."""

from __future__ import annotations

import pytest

from extractor.encodings import DOUBTFUL, Conversions, FontRun, decode, survey
from extractor.encodings.tables import tables
from tests.encodings.letters import sentence


@pytest.mark.parametrize(
    ("encoding", "font"), [("tcvn3", ".VnTime"), ("vni", "VNI-Times"), ("tcvn3", "Arial")]
)
def test_plain_text_of_an_old_encoding_is_certain(encoding: str, font: str) -> None:
    for seed in range(200):
        decoded = decode([FontRun(tables()[encoding].encode(sentence(12, seed=seed)), font)])
        assert (decoded.encoding, decoded.certainty) == (encoding, 1.0)


@pytest.mark.parametrize(
    "text",
    [
        "Phát triĩn đưỵc nhiịu mơc phơc vơ, mt s huyƯn diƯn rng víi điĩm",  # spoilt before
        "k\xa1\xa4 h\xb3\xb2ch ph\xa3t tri\xa2n v\xb0ng \xa6\xb4ng",  # an encoding that nobody knows
    ],
)
@pytest.mark.parametrize("font", [".VnTime", "VNI-Times", "Times New Roman", None])
def test_what_makes_no_sense_in_any_encoding_is_doubtful(text: str, font: str | None) -> None:
    assert decode([FontRun(text, font)]).doubtful


def test_old_words_inside_a_unicode_run_are_told_of() -> None:
    run = FontRun("Nhiệm vụ: t¨ng c­êng ®Çu t­, ph¸t triÓn s¶n xuÊt", ".VnTime")
    decoded = decode([run])
    assert decoded.texts == (run.text,)
    assert decoded.doubtful


def test_one_word_that_may_be_either_is_doubtful() -> None:
    paragraphs = [[FontRun("Nhiệm vụ phát triển kinh tế của tỉnh ta trong năm tới đây", "Arial")],
                  [FontRun("Tæng", "Arial")]]  # fmt: skip
    assert decode(paragraphs[1], document=survey(paragraphs)).doubtful


def test_ascii_has_no_encoding() -> None:
    decoded = decode([FontRun("12/2004/QD-UB", ".VnTime"), FontRun(" page 3", "Arial")])
    assert (decoded.encoding, decoded.certainty, decoded.doubtful) == (None, None, False)


def test_conversions_tell_of_doubts_and_of_the_main_encoding() -> None:
    conversions = Conversions()
    conversions.add(decode([FontRun(tables()["vni"].encode(sentence(300, seed=1)), "VNI-Times")]), page=1)
    for page in range(2, 15):
        conversions.add(
            decode([FontRun("k\xa1\xa4 h\xb3\xb2ch ph\xa3t tri\xa2n v\xb0ng \xa6\xb4ng", None)]), page=page
        )
    assert conversions.encoding == "vni"
    problems = conversions.problems()
    assert {problem.kind for problem in problems} == {"doubtful_encoding"}
    assert [problem.page for problem in problems] == [*range(2, 12), None]
    assert "3 more passages" in problems[-1].message
    assert 0 < DOUBTFUL < 1
