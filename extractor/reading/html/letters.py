"""Letters of the years before Unicode in a page: its text nodes are decoded where they stand, before it is read.

A page declares Windows-1252 and is set in .VnTime or VNI-Times by its tags; the fonts of the text nodes and what
their letters spell tell the encoding, block by block.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import regex
from lxml import etree

from extractor.encodings import Conversions, FontRun, decode, may_be_old, survey
from extractor.reading.html.settings import BLOCKS, DROPPED
from extractor.reading.html.text import line_of

_FAMILY = regex.compile(r"(?i)font-family\s*:\s*[\"']?(?P<name>[^;,\"']+)")


@dataclass(frozen=True, slots=True)
class _Node:
    """A text node: the text of an element or what follows it; `block` numbers the block that it stands in."""

    element: etree._Element
    follows: bool
    font: str | None
    block: int

    @property
    def text(self) -> str:
        return str((self.element.tail if self.follows else self.element.text) or "")

    def write(self, text: str) -> None:
        """Put another text in its place."""
        if self.follows:
            self.element.tail = text
        else:
            self.element.text = text


def decode_letters(root: etree._Element) -> Conversions:
    """Turn letters of old encodings into Unicode, in place; tell what was converted and how surely."""
    conversions = Conversions()
    if not may_be_old("".join(str(text) for text in root.itertext())):
        return conversions
    blocks = [list(nodes) for _, nodes in groupby(_nodes(root), key=lambda node: node.block)]
    runs = [[FontRun(node.text, node.font) for node in nodes] for nodes in blocks]
    hints = survey(runs)
    for nodes, block in zip(blocks, runs, strict=True):
        found = decode(block, document=hints)
        conversions.add(found, line=line_of(nodes[0].element))
        for node, text in zip(nodes, found.texts, strict=True):
            if text != node.text:
                node.write(text)
    return conversions


def _nodes(root: etree._Element) -> Iterator[_Node]:
    """The text nodes of a page in order, each with its font."""
    fonts: list[str | None] = [None]
    block = 0
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        is_block = element.tag in BLOCKS or element.tag == "br"
        block += is_block
        if event == "start":
            fonts.append(_font(element) or fonts[-1])
            if element.tag in DROPPED:
                walker.skip_subtree()
            elif element.text:
                yield _Node(element, False, fonts[-1], block)
        else:
            fonts.pop()
            if element is not root and element.tail:
                yield _Node(element, True, fonts[-1], block)


def _font(element: etree._Element) -> str | None:
    """The font that an element names for what is in it."""
    named = _FAMILY.search(element.get("style", ""))
    face = named["name"] if named else str(element.get("face", "")).split(",")[0]
    return face.strip() or None
