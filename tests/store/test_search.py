from __future__ import annotations

import dataclasses

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor.report import Block, BlockKind, Facts, Report
from extractor.store import open_store
from extractor.store.searching import parse_query
from patterns import Mentions

PASSAGES = [
    "Tỉnh Đồng Tháp có 117 xã nông thôn.",
    "Đông tháp chuông là một nghề.",
    "Thành phố Hoà Bình, uỷ ban thị trấn.",
    "Chỉ thị số 42-CT/TU về nước sạch nông thôn; xã Phú Cường.",
    "Nước ở xã nào sạch thì dùng.",
    'Từ "quan trọng" OR lạ NOT gì * NEAR(a b).',
]


def report_of(passages, path="/reports/a.md", number=0):
    text = "\n".join(passages)
    blocks, start = [], 0
    for index, passage in enumerate(passages):
        blocks.append(Block(index, BlockKind.PARAGRAPH, start, start + len(passage), page=index + 1))
        start += len(passage) + 1
    return Report(f"{number:064d}", path, "text", text, tuple(blocks), (), Facts(), (), "by hand 1")


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    with open_store(tmp_path_factory.mktemp("search") / "a.db") as store:
        store.save(report_of(PASSAGES), Mentions())
        yield store


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("dong thap", {0, 1}),
        ("Đồng Tháp", {0}),
        ("ĐỒNG THÁP", {0}),
        ("đông tháp", {1}),
        ("hoà bình", {2}),
        ("Hòa Bình", {2}),
        ("hoa binh", {2}),
        ("ủy ban", {2}),
        ("nước sạch", {3, 4}),
        ('"nước sạch"', {3}),
        ("“nước sạch” xã", {3}),
        ('"nuoc sach"', {3}),
        ("sạch nước", {3, 4}),
        ("42-CT/TU", {3}),
        ("42", {3}),
        ("nông", {0, 3}),
        ("nong", {0, 3}),
        ("NOT", {5}),
        ("near", {5}),
        ("rừng", set()),
        ("Đồng Tháp rừng", set()),
    ],
)
def test_words_find_blocks(filled, words, found):
    hits = filled.search(words)
    assert {hit.page - 1 for hit in hits} == found
    assert filled.count(words) == len(found)


def test_decomposed_letters_are_typed_too(filled):
    assert [hit.page for hit in filled.search("Đồng Tháp")] == [1]


@pytest.mark.parametrize("words", ["", "  ", '"', '""', "!!! — *", "“”"])
def test_nothing_to_search_for_is_said(filled, words):
    with pytest.raises(ValueError, match="no word"):
        filled.search(words)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(max_size=30), st.text('"()*^:+-{}ANDORNEAR đồ\x00_', max_size=30)))
def test_any_string_is_safe(filled, words):
    try:
        parse_query(words)
    except ValueError:
        return
    for hit in filled.search(words):
        assert hit.marks


def test_hits_point_into_the_text_and_the_snippet(filled):
    for words in ("dong thap", '"nước sạch"', "42-CT/TU", "uỷ ban"):
        for hit in filled.search(words):
            text = filled.database.execute("select text from documents").fetchone()[0]
            (first, end), *_ = hit.marks
            assert text[hit.start : hit.end] == hit.snippet[first:end]


def test_snippet_of_a_long_block_is_cut_between_words(tmp_path):
    words = [f"từ{number}" for number in range(400)]
    words[200] = "Đích"
    with open_store(tmp_path / "a.db") as store:
        store.save(report_of([" ".join(words)]), Mentions())
        [hit] = store.search("đích")
    (start, end), *_ = hit.marks
    assert hit.snippet[start:end] == "Đích"
    assert hit.snippet.startswith("… từ") and hit.snippet.endswith(" …")
    assert set(hit.snippet.strip("… ").split()) <= set(words)
    assert len(hit.snippet) < 320


def test_a_hit_past_the_page_break_has_its_own_page(store, built):
    store.save(*built())
    [hit] = store.search("Chỉ thị 42")
    assert (hit.page, hit.section, hit.path) == (2, "II- KẾT QUẢ THỰC HIỆN", "/reports/a.md")


def test_running_heads_are_no_finds(store, built):
    store.save(*built())
    assert store.search("Trang") == []


def test_replaced_and_removed_blocks_are_found_no_longer(store):
    first = report_of(["Cây điều ở xã A."], number=1)
    store.save(first, Mentions())
    assert store.count("cây điều") == 0  # not indexed before the batch is settled
    assert len(store.search("cây điều")) == 1
    text = "Cây tiêu ở xã A."
    store.save(dataclasses.replace(first, text=text), Mentions())
    assert (len(store.search("cây điều")), len(store.search("cây tiêu"))) == (0, 1)
    store.save(report_of(["Khác hẳn."], number=2), Mentions())
    assert (len(store.search("cây tiêu")), len(store.search("khác"))) == (0, 1)
    assert store.count("cây") == 0


def test_limit(filled):
    assert len(filled.search("x", limit=3)) == 0
    assert len(filled.search("xã", limit=1)) == 1
