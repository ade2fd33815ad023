"""What introduces each list: the paragraph, heading or item above it that ends with a colon."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor.report import BlockKind
from extractor.structure import numbering
from extractor.structure.joining import ending
from extractor.structure.numbering import Family
from extractor.structure.parts import Part

_DASHES = "-–—"


@dataclass(frozen=True, slots=True)
class _List:
    """A list that is open: how its items are marked, and what introduces it."""

    mark: str
    lead: int | None


def with_leads(parts: Sequence[Part]) -> list[Part]:
    """Give each list item the index of the part that introduces its list; None when nothing does.

    Lists nest: an item that ends with a colon introduces the list of another mark under it.
    """
    led: list[Part] = []
    lists: list[_List] = []
    before: int | None = None  # the last part that is neither furniture nor footnote
    for index, part in enumerate(parts):
        match part.kind:
            case BlockKind.FURNITURE | BlockKind.FOOTNOTE:
                led.append(part)
                continue
            case BlockKind.LIST_ITEM:
                lists = _lists_at(part, lists, parts, before)
                part = replace(part, lead=lists[-1].lead)
            case BlockKind.PARAGRAPH:
                lists = [each for each in lists if each.mark[0].isalnum()]  # a count may go on after it
            case BlockKind.HEADING:
                lists = []
        led.append(part)
        before = index
    return led


def _lists_at(item: Part, lists: list[_List], parts: Sequence[Part], before: int | None) -> list[_List]:
    """The lists that are open at an item, its own last."""
    mark, order = _mark(item)
    place = next((at for at, each in enumerate(lists) if each.mark == mark), len(lists))
    above = parts[before] if before is not None else None
    if above is not None and _introduces(above) and not (_is_item(above) and _mark(above)[0] == mark):
        return [*lists[:place], _List(mark, before)]
    if place == len(lists) or order == 1:
        return [*lists[:place], _List(mark, None)]
    return lists[: place + 1]


def _is_item(part: Part) -> bool:
    return part.kind is BlockKind.LIST_ITEM


def _mark(item: Part) -> tuple[str, int]:
    """What its list is known by (a bullet, or the family of its numbers) and the item's order in it."""
    number = numbering.parse(item.lines[0].text)
    if number is None:
        return "*", 0
    if number.family is Family.BULLET:
        return ("-" if number.label in _DASHES else number.label), 0
    return number.family.value, number.order


def _introduces(part: Part) -> bool:
    return ending(part.lines[-1]).rstrip("”\"' ").endswith(":")
