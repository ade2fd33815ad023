"""The province that a report is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from extractor.report import Block, BlockKind, Fact
from extractor.structure.vocabulary import central_cities, districts, issuers, provinces
from patterns.folding import fold

_MAJORITY = 0.6
_MENTIONS = 2
_SEARCHED = 2_000_000  # characters of the report that are searched for mentions

_LEVEL = regex.compile(
    r"""(?<!\w)(?P<level>(?:tỉnh|thành)\s+(?:uỷ|đoàn)|tỉnh|thành\ phố|tp\.?)\s*
    (?P<rest>\p{L}[\p{L}\s’'-]{2,40})""",
    regex.VERBOSE,
)

_DISTRICT = regex.compile(
    r"(?<!\w)(?:huyện|quận|thị xã|thị|thành phố)\s+(?:uỷ\s+)?(?P<name>\p{L}[\p{L}\s’'-]{1,40})"
)


def find_province(text: str, blocks: Sequence[Block]) -> Fact | None:
    """The province of the letterhead or signature, else the one that most of "tỉnh X" in the body name.

    The letterhead of a central body settles that there is none.
    """
    for kind in (BlockKind.LETTERHEAD, BlockKind.SIGNATURE):
        lines = [block for block in blocks if block.kind is kind]
        for name, start, end in _named(text, lines):
            return Fact("province", name, start, end)
    if any(_is_central(text, block) for block in blocks if block.kind is BlockKind.LETTERHEAD):
        return None
    body = [b for b in blocks if b.kind is not BlockKind.FURNITURE and b.start < _SEARCHED]
    mentions = list(_named(text, body, capitals=True))
    if not mentions:
        return None
    (name, count), *_ = Counter(name for name, _, _ in mentions).most_common(1)
    enough = count >= _MENTIONS or name in _provinces_of_district(text, blocks)
    if not enough or count < _MAJORITY * len(mentions):
        return None
    return next(Fact("province", *mention) for mention in mentions if mention[0] == name)


def _provinces_of_district(text: str, blocks: Sequence[Block]) -> set[str]:
    """The provinces that have a district of the letterhead's name: they bear out a single mention."""
    head = " ".join(fold(text[b.start : b.end]) for b in blocks if b.kind is BlockKind.LETTERHEAD)
    named = {match["name"] for match in _DISTRICT.finditer(head)}
    return {province for name in named for words in _leading(name) for province in districts().get(words, ())}


def _leading(name: str) -> Iterator[str]:
    words = name.split()
    yield from (" ".join(words[:count]) for count in range(1, 5))


def _is_central(text: str, block: Block) -> bool:
    name = fold(text[block.start : block.end]).strip(" .*-")
    return name in issuers() and not name.startswith("đảng cộng sản")


def _named(text: str, blocks: Sequence[Block], *, capitals: bool = False) -> Iterator[tuple[str, int, int]]:
    """Each province that is named as one, with its span; lines of a letterhead are read on into the next."""
    for first, last in _stretches(blocks, joined=not capitals):
        folded = fold(text[first:last])
        for match in _LEVEL.finditer(folded):
            name = _province(match["rest"], city=match["level"].startswith(("thành", "tp")))
            if name is None:
                continue
            start = first + match.start("rest")
            end = start + len(name[1])
            if not capitals or (text[start].isupper() and not match["level"].startswith("tp")):
                yield name[0], start, end


def _stretches(blocks: Sequence[Block], *, joined: bool) -> Iterator[tuple[int, int]]:
    for block in blocks:
        yield block.start, block.end
    if joined:
        yield from ((a.start, b.end) for a, b in pairwise(blocks) if b.start - a.end <= 1)


def _province(rest: str, *, city: bool) -> tuple[str, str] | None:
    """The longest name of a province that the words begin with: its name, and the words."""
    words = rest.split(" ")
    for count in range(min(6, len(words)), 0, -1):
        printed = " ".join(words[:count]).rstrip(" -")
        name = provinces().get(printed)
        if name is not None and (not city or fold(name) in central_cities()):
            return name, printed
    return None
