"""Type, title and period of a report, from its title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractor.report import Block, BlockKind, Fact
from extractor.structure.titles import type_name
from extractor.structure.vocabulary import document_types
from patterns.dates import find_dates
from patterns.folding import fold
from patterns.mentions import Date
from patterns.passages import Context, Passage

_BEFORE_TYPE = regex.compile(r"(?:bản|dự thảo)\s+")
# "Quyết định của Thủ tướng Chính phủ số 115/2004/QĐ-TTg": a title that names its own document
_OWN = regex.compile(
    r"""\s+(?:của\s+(?P<issuer>[^\d,;]{3,80}?)\s+)?số\s*:?\s*
    (?P<number>\d{1,5}\p{Ll}?\s?[/-]\s?[\w&.]+(?:\s?[/-]\s?[\w&.]+){0,4})""",
    regex.VERBOSE,
)
# What is planned is not what is reported: "… năm 2020 và phương hướng, nhiệm vụ năm 2021"
_PLAN = regex.compile(
    r"""(?<=\S[\s,;]{1,3}(?:và|,|;)?\s{0,2})(?:phương\ hướng|nhiệm\ vụ|kế\ hoạch|mục\ tiêu|giải\ pháp|dự\ kiến
    |dự\ báo|dự\ toán|chương\ trình\ công\ tác|một\ số\ nhiệm\ vụ|triển\ khai\ nhiệm\ vụ|định\ hướng)\b""",
    regex.VERBOSE,
)
_JOINED = regex.compile(r"\s*(?:,|;|và|/|&|-|–|\()\s*(?:tình hình|kết quả|công tác)?\s*")


def title_blocks(text: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks of the title, notes in parentheses apart."""
    return [b for b in blocks if b.kind is BlockKind.TITLE and not text[b.start : b.end].startswith("(")]


def find_title(text: str, blocks: Sequence[Block]) -> Fact | None:
    """Type and subject as one line."""
    titles = title_blocks(text, blocks)
    if not titles:
        return None
    value = " ".join(" ".join(text[block.start : block.end].split()) for block in titles)
    return Fact("title", value, titles[0].start, titles[-1].end)


def find_type(text: str, blocks: Sequence[Block]) -> Fact | None:
    """The type of document in normal case; of a letter, which names none, its form tells (V/v, Kính gửi)."""
    titles = title_blocks(text, blocks)
    if titles:
        start, end = titles[0].start, titles[0].end
        folded = fold(text[start:end])
        before = _BEFORE_TYPE.match(folded)
        skipped = before.end() if before else 0
        name = type_name(folded[skipped:])
        return (
            Fact("type", document_types()[name], start + skipped, start + skipped + len(name))
            if name
            else None
        )
    addressed = [b for b in blocks if fold(text[b.start : b.start + 9]) == "kính gửi" or _addresses(text, b)]
    about = [
        b for b in blocks if b.kind is BlockKind.LETTERHEAD and fold(text[b.start : b.start + 3]) == "v/v"
    ]
    if addressed and about:
        return Fact("type", "Công văn", about[0].start, about[0].end)
    return None


def _addresses(text: str, block: Block) -> bool:
    return block.kind is BlockKind.RECIPIENTS and fold(text[block.start : block.end]).startswith("kính gửi")


def own_number(text: str, titles: Sequence[Block]) -> Fact | None:
    """The number in a title that names its own document."""
    found = _own(text, titles)
    if found is None:
        return None
    start, match = found
    value = regex.sub(r"\s+", "", text[start + match.start("number") : start + match.end("number")])
    return Fact("number", value, start + match.start("number"), start + match.end("number"))


def own_issuer(text: str, titles: Sequence[Block]) -> tuple[int, int] | None:
    """Where a title that names its own document says whose it is."""
    found = _own(text, titles)
    if found is None or found[1]["issuer"] is None:
        return None
    start, match = found
    return start + match.start("issuer"), start + match.end("issuer")


def _own(text: str, titles: Sequence[Block]) -> tuple[int, regex.Match[str]] | None:
    if not titles:
        return None
    start = titles[0].start
    folded = fold(text[start : titles[-1].end])
    before = _BEFORE_TYPE.match(folded)
    skipped = before.end() if before else 0
    name = type_name(folded[skipped:])
    match = _OWN.match(folded, skipped + len(name)) if name else None
    return (start, match) if match else None


def find_period(text: str, blocks: Sequence[Block]) -> Fact | None:
    """The period that a report's title states, "from/to" as ISO days: its first, with those joined to it.

    "tháng 02 và 2 tháng đầu năm 2007" is January and February; in "năm 2020 và nhiệm vụ năm 2021" the plan is
    left out; days, being those of documents, count only as the ends of a range.
    """
    titles = [block for block in blocks if block.kind is BlockKind.TITLE]
    type_ = find_type(text, blocks)
    if not titles or type_ is None or not type_.value.startswith("Báo cáo"):
        return None
    start, end = titles[0].start, titles[-1].end
    plan = _PLAN.search(fold(text[start:end]), 12)
    stop = start + plan.start() if plan else end
    dates = find_dates(text, tuple(Passage(b.start, b.end) for b in titles), Context())
    stated = [date for date in dates if date.kind != "day" and date.from_date]
    periods = list(_joined(text, [date for date in stated if date.start < stop] or stated))
    if not periods:
        return None
    first = min(d.from_date for d in periods if d.from_date)
    last = max(d.to_date for d in periods if d.to_date)
    return Fact("period", f"{first}/{last}", periods[0].start, periods[-1].end)


def _joined(text: str, dates: Sequence[Date]) -> Iterator[Date]:
    for number, date in enumerate(dates):
        if number and not _JOINED.fullmatch(fold(text[dates[number - 1].end : date.start])):
            return
        yield date
