"""Who signed, and who receives the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractor.report import Block, BlockKind, Fact
from extractor.structure.closing import BEHALF, NAME, is_name
from extractor.structure.facts.naming import position_case
from extractor.structure.vocabulary import starts_with
from patterns.folding import fold

_HEAD = regex.compile(r"nơi (?:nhận|gửi)\s*[:.]?\s*")
_BULLET = regex.compile(r"\A[-–—+•*]\s*")


def find_signer(text: str, blocks: Sequence[Block]) -> tuple[Fact | None, Fact | None]:
    """Name and title of the first signature with a name; "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH" gives the latter.

    Where no signature has a name, the title of the last one.
    """
    title: Fact | None = None
    for signature in _signatures(blocks):
        title = None
        for block in signature:
            line = text[block.start : block.end]
            if is_name(line) and (found := NAME.search(line)):
                start, end = block.start + found.start("name"), block.start + found.end("name")
                return Fact("signer", found["name"], start, end), title
            title = title or _title(line, block)
    return None, title


def _signatures(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """The blocks of each signature; recipients and furniture between them, set beside it, do not part it."""
    current: list[Block] = []
    for block in blocks:
        if block.kind is BlockKind.SIGNATURE:
            current.append(block)
        elif current and block.kind not in (BlockKind.RECIPIENTS, BlockKind.FURNITURE):
            yield current
            current = []
    if current:
        yield current


def _title(line: str, block: Block) -> Fact | None:
    """The title of office on a line; a line that only says on whose behalf has none of the signer's own."""
    line = " ".join(line.split())  # "THỨ  TRƯỞNG"
    behalf = BEHALF.match(fold(line))
    if behalf and behalf["form"] == "q":
        return Fact("signer_title", f"Quyền {position_case(line[behalf.end() :])}", block.start, block.end)
    if behalf or not starts_with("positions", fold(line)):
        return None
    return Fact("signer_title", position_case(line.strip(" *_.")), block.start, block.end)


def find_recipients(text: str, blocks: Sequence[Block]) -> tuple[Fact, ...]:
    """The recipients under "Nơi nhận", without list marks and closing punctuation."""
    return tuple(_recipients(text, blocks))


def _recipients(text: str, blocks: Sequence[Block]) -> Iterator[Fact]:
    headed = False
    for block in blocks:
        if block.kind is not BlockKind.RECIPIENTS:
            continue
        line = text[block.start : block.end]
        head = _HEAD.match(fold(line))
        headed |= head is not None
        if not headed:
            continue
        start = head.end() if head else 0
        bullet = _BULLET.match(line[start:])
        start += bullet.end() if bullet else 0
        value = " ".join(line[start:].split()).rstrip(" ;,.:")
        if value:
            yield Fact(
                "recipient",
                value,
                block.start + start,
                block.start + start + len(line[start:].rstrip(" ;,.:")),
            )
