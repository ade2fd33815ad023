"""Filing figures: what stands in the tables after reports came, came again, changed and went."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from extractor.archive import Archive
from extractor.series.decisions import DecisionError, add_decision, read_decisions
from extractor.series.settling import settle
from extractor.store import Store, open_store

sys.path.insert(0, str(Path(__file__).parent))  # for archives.py

from archives import figure, report, save

POOR = figure("tỷ lệ hộ nghèo", "7,66%", "%", measure="share")
SCHOOLS = figure("trường đạt chuẩn quốc gia", "358 trường", "trường")
MACHINE_WATER = figure("hộ dùng nước máy ở ấp", "1.204 hộ", "hộ", value=1204.0)
TAP_WATER = figure("hộ gia đình dùng nước máy ở ấp", "1.310 hộ", "hộ", value=1310.0)


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store() as opened:
        yield opened


def tables(store: Store) -> dict[str, list[tuple[object, ...]]]:
    return {
        name: store.database.execute(f"select * from {name} order by 1, 2").fetchall()
        for name in ("concepts", "concept_links", "series", "observations")
    }


def test_a_second_run_changes_nothing(store: Store) -> None:
    save(store, report("a.md", [POOR, SCHOOLS], year=2019), report("b.md", [POOR], year=2020))
    before = tables(store)
    assert settle(store).reports == 0
    save(store, report("a.md", [POOR, SCHOOLS], year=2019))  # the same content once more
    assert tables(store) == before


def test_the_order_of_reports_does_not_matter() -> None:
    reports = [
        report("a.md", [POOR, SCHOOLS, TAP_WATER], year=2019),
        report("b.md", [MACHINE_WATER, figure("so hộ nghèo", "12 hộ", "hộ")], year=2020),
        report("c.md", [figure("trương đạt chuẩn quốc gia", "360 trường", "trường")], year=2021),
    ]
    found = []
    for order in ((0, 1, 2), (2, 1, 0), (1, 2, 0)):
        with open_store() as opened:
            for place in (0, 1, 2):
                opened.give_serial(reports[place][0].id)  # ids of rows come from the serial
            for place in order:
                save(opened, reports[place])
            found.append(tables(opened))
    assert found[0] == found[1] == found[2]


def test_figures_of_a_report_that_is_read_anew_replace_those_before(store: Store) -> None:
    first, mentions = report("a.md", [POOR, SCHOOLS], year=2019)
    save(store, (first, mentions))
    changed = replace(mentions, indicators=mentions.indicators[:1])
    save(store, (first, changed))
    names = [row[0] for row in store.database.execute("select name from concepts")]
    assert names == ["hộ nghèo"]
    assert store.database["observations"].count == 1


def test_figures_go_with_their_report(store: Store) -> None:
    save(store, report("a.md", [POOR], year=2019), report("b.md", [SCHOOLS], year=2019))
    store.forget(["a.md"])
    settle(store)
    assert [row[0] for row in store.database.execute("select name from concepts")] == [
        "trường đạt chuẩn quốc gia"
    ]


def test_a_figure_without_a_subject_is_in_no_series(store: Store) -> None:
    save(store, report("a.md", [figure("tỷ lệ so với kế hoạch", "98%", "%", measure="share", base="plan")]))
    assert store.database["observations"].count == 0


def test_what_a_person_accepts_is_one_and_what_is_split_is_two(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    decisions = tmp_path / "archive.series.toml"
    with Archive(open_store(path)) as archive:
        save(
            archive.store, report("a.md", [MACHINE_WATER], year=2019), report("b.md", [TAP_WATER], year=2020)
        )
        assert len(archive.series()) == 2
        (proposal,) = archive.proposals()
        assert {proposal.one, proposal.other} == {MACHINE_WATER.label, TAP_WATER.label}
        add_decision(decisions, "accept", [proposal.one, proposal.other])
        (listed,) = archive.series()
        assert (listed.first_year, listed.last_year) == (2019, 2020)
        assert not archive.proposals()
        add_decision(decisions, "split", [proposal.one_key, proposal.other_key])
        assert len(archive.series()) == 2
        decisions.unlink()
        assert len(archive.series()) == 2 and len(archive.proposals()) == 1


@pytest.mark.parametrize(
    "text",
    ["[[accept]\nlabels = []", '[[merge]]\nlabels = ["a", "b"]', '[[accept]]\nlabels = ["hộ nghèo"]', "accept = 3",
     '[[split]]\nlabels = ["tỷ lệ hộ nghèo", "Tỷ lệ hộ nghèo"]'],
)  # fmt: skip
def test_decisions_that_cannot_be_followed_are_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.series.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(DecisionError) as caught:
        read_decisions(path)
    assert str(path) in str(caught.value) and caught.value.advice


def test_a_slip_of_the_pen_meets_the_word_it_stands_for_and_another_word_does_not(store: Store) -> None:
    slip = figure("tủ sách pháp luậtt ở cơ sở", "36 tủ sách", "tủ sách")
    right = figure("tủ sách pháp luật ở cơ sở", "35 tủ sách", "tủ sách")
    other = figure("tủ sách văn học ở cơ sở", "34 tủ sách", "tủ sách")
    save(store, report("a.md", [right, other], year=2019), report("b.md", [slip], year=2020))
    rows = store.database.execute("select series_id, value from observations order by value").fetchall()
    assert rows[1][0] == rows[2][0] != rows[0][0]
    (link,) = store.database.execute("select reason from concept_links where kind = 'same'").fetchall()
    assert link[0] == "spelling: luậtt = luật"
