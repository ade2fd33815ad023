from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import patterns
from patterns.folding import fold
from patterns.gazetteers import match, phrases, read_data

DATA = Path(patterns.__file__).parent / "data"
VOCABULARIES = [path.stem for path in sorted(DATA.glob("*.toml")) if "entries" in read_data(path.stem)]


@pytest.mark.parametrize("name", VOCABULARIES)
def test_each_vocabulary_finds_its_examples_and_nothing_in_its_counterexamples(name: str) -> None:
    data = read_data(name)
    assert data["examples"]
    assert data["counterexamples"]
    for example in data["examples"]:
        assert [found.entries[0].name for found in match(name, example["text"])] == example["names"]
    for text in data["counterexamples"]:
        assert match(name, text) == ()


@pytest.mark.parametrize("name", VOCABULARIES)
def test_each_entry_is_found_by_its_own_name_and_forms(name: str) -> None:
    for entry in phrases(name):
        for form in (entry.name, *entry.forms):
            found = match(name, f"({form})")
            assert any(entry in each.entries for each in found), form


def test_places_are_complete() -> None:
    provinces = phrases("provinces")
    today = [entry for entry in provinces if entry.until is None]
    before_2025 = [
        entry for entry in provinces if entry.since is None and (entry.until or "2025") >= "2024-12-31"
    ]
    assert (len(today), len(before_2025)) == (34, 63)
    districts = Counter(entry.within for entry in phrases("districts"))
    assert districts.keys() == {entry.name for entry in before_2025}
    assert min(districts.values()) >= 5


def test_a_homonym_gives_every_place_of_that_name() -> None:
    (found,) = match("districts", "huyện Châu Thành")
    assert len({entry.within for entry in found.entries}) > 5


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("do Bộ  Lao động -\nThương binh và Xã hội chủ trì", "Bộ  Lao động -\nThương binh và Xã hội"),
        ("ỦY BAN THƯỜNG VỤ QUỐC HỘI", "ỦY BAN THƯỜNG VỤ QUỐC HỘI"),
        ("Uỷ ban Dân tộc", "Uỷ ban Dân tộc"),
    ],
)
def test_white_space_case_and_tone_place_do_not_matter(text: str, raw: str) -> None:
    (found,) = match("issuers", text)
    assert text[found.start : found.end] == raw


def test_only_the_window_is_read() -> None:
    text = "Bộ Y tế, Bộ Nội vụ, Bộ Công an"
    assert [text[m.start : m.end] for m in match("issuers", text, 9, 18)] == ["Bộ Nội vụ"]


@given(st.text(max_size=200))
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(alphabet="BộYtếHàNamHòaBình \n-,.İ", max_size=80))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    spans = [(m.start, m.end) for m in match("provinces", text)]
    assert spans == sorted(spans)
    assert all(
        0 <= start < end <= len(text) and text[start:end].strip() == text[start:end] for start, end in spans
    )
