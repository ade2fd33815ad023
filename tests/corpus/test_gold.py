"""The gold stands in the texts and keeps the annotation contract."""

import datetime
import json
import re
from pathlib import Path

import pytest

from corpus.build import HERE, sources
from corpus.gold import annotate
from corpus.plain import render

SOURCES = {source.name: source for source in sources()}
each_report = pytest.mark.parametrize("name", SOURCES)

PERIOD_KINDS = {"day", "month", "quarter", "year", "range"}
APPROXIMATE = re.compile(r"(?:^|\s)(gần|khoảng|hơn|trên|không dưới|dưới|ít nhất|tối thiểu)\s$")

# Figures that are no mention: numbers of headings, notes, clauses and things, ages, lengths of time.
NO_MENTION = re.compile(
    r"""
      ^(?:Số:?\s\S+|\d[\d.]*[-.)\t])
    | \(\d\)
    | (?:Điều|khoản|số|mũi|quốc\slộ|dự\sán|dự\sán\sthành\sphần|(?i:kỳ\shọp\sthứ))\s\d+
    | mức\sđộ\s(?:3,\s)?4
    | Covid-19
    | (?:từ\s\d+\sđến\s)?\d+\s(?:tuổi|sao|tháng;|tháng\strở\slên|tháng/năm\shọc|ngày\slàm\sviệc)
    """,
    re.VERBOSE | re.MULTILINE,
)


def gold_of(name: str, kind: str) -> list[dict]:
    lines = (HERE / "gold" / name / f"{kind}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@each_report
@pytest.mark.parametrize("kind", ["references", "dates", "indicators"])
def test_each_mention_stands_at_its_offset(name: str, kind: str) -> None:
    text = render(SOURCES[name]).text
    mentions = gold_of(name, kind)
    assert mentions
    for mention in mentions:
        start = mention["start"]
        assert text[start : start + len(mention["raw"])] == mention["raw"]
    starts = [mention["start"] for mention in mentions]
    assert starts == sorted(set(starts))


@each_report
def test_gold_files_are_those_of_the_sources(name: str) -> None:
    gold = annotate(SOURCES[name])
    assert gold_of(name, "references") == list(gold.references)
    assert gold_of(name, "dates") == list(gold.dates)
    assert gold_of(name, "indicators") == list(gold.indicators)
    assert json.loads((HERE / "gold" / name / "facts.json").read_text("utf-8")) == gold.facts


@each_report
def test_citations_keep_the_contract(name: str) -> None:
    for mention in gold_of(name, "references"):
        assert mention["form"] in {"full", "partial", "named"}
        assert mention["type"][0].isupper() and mention["type"] != mention["type"].upper()
        assert (mention["number"] is None) == (mention["form"] == "named")
        if mention["form"] == "full":
            assert mention["code"].startswith(mention["number"])
            assert mention["raw"].endswith(mention["symbol"])
        if mention["date"]:
            day(mention["date"])
        assert "ngày" not in mention["raw"]
        for field in ("issuer", "subject"):
            assert mention[field] is None or mention[field] == mention[field].strip(" ;,.")


@each_report
def test_dates_keep_the_contract(name: str) -> None:
    for mention in gold_of(name, "dates"):
        if mention["kind"] == "relative":
            assert mention["from"] is mention["to"] is None
            continue
        assert mention["kind"] in PERIOD_KINDS
        first, last = day(mention["from"]), day(mention["to"])
        assert first <= last
        assert (first == last) == (mention["kind"] == "day")
        years = set(re.findall(r"\d{4}", mention["raw"]))
        assert years <= {str(first.year), str(last.year)}
        if not years:  # the year is that of the expression that this one is coordinated with
            after = render(SOURCES[name]).text[mention["start"] + len(mention["raw"]) :]
            assert re.match(rf" (?:và|đến) .{{0,20}}{last.year}", after)


@each_report
def test_indicators_keep_the_contract(name: str) -> None:
    mentions = gold_of(name, "indicators")
    text = render(SOURCES[name]).text
    starts = {mention["start"] for mention in mentions}
    for mention in mentions:
        assert mention["unit"] and mention["label"].strip() == mention["label"] != ""
        assert mention["part_of"] is None or mention["part_of"] in starts - {mention["start"]}
        if mention["denominator"] is not None:
            assert 0 < mention["value"] <= mention["denominator"]
        if mention["period"]:
            assert day(mention["period"]["from"]) <= day(mention["period"]["to"])
        before = text[: mention["start"]]
        if re.search(r"\bgiảm $", before) and "table_row" not in mention:
            assert mention["label"].startswith("giảm"), mention
        if approximate := APPROXIMATE.search(before[-12:]):
            assert mention["approx"] == approximate[1], mention


@each_report
def test_no_figure_is_left_out_unawares(name: str) -> None:
    text = list(render(SOURCES[name]).text)
    for kind in ("references", "dates", "indicators"):
        for mention in gold_of(name, kind):
            text[mention["start"] : mention["start"] + len(mention["raw"])] = "…" * len(mention["raw"])
    rest = NO_MENTION.sub("…", "".join(text))
    assert re.findall(r".{0,30}\d.{0,20}", rest) == []


def test_facts_say_what_the_report_says() -> None:
    for name, source in SOURCES.items():
        facts = json.loads(Path(HERE / "gold" / name / "facts.json").read_text("utf-8"))
        text = render(source).text
        for field in ("number", "place", "signer"):
            assert facts[field] in text
        year, month, day_ = facts["date"].split("-")
        written = [f"ngày {day_} tháng {m} năm {year}" for m in (month, str(int(month)))]
        assert any(form in text for form in written)
        assert facts["recipients"] and all(recipient in text for recipient in facts["recipients"])
        assert facts["signer_title"].upper() in text
        labels = [heading["label"] for heading in facts["headings"]]
        assert None not in labels
