"""The issuing body (cơ quan ban hành): the lower name of the letterhead, made whole by the one over it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from extractor.report import Block, BlockKind, Fact
from extractor.structure.closing import BEHALF
from extractor.structure.facts.naming import normal_case
from extractor.structure.facts.title import own_issuer, title_blocks
from extractor.structure.joining import is_capitals
from extractor.structure.letterhead import MOTTO, NUMBER, find_place_and_date
from extractor.structure.vocabulary import ends_with, is_stamp, starts_with
from patterns.folding import fold

_COMMITTEE = regex.compile(r"(?:tỉnh|thành|huyện|quận|thị|đảng)\s+uỷ")
_OFFICE_OF = regex.compile(rf"(?:văn phòng|vp)\s+(?P<committee>{_COMMITTEE.pattern}(?:\s+\p{{L}}+){{0,6}})")
_PLACE = regex.compile(
    r"(?<!\w)(?P<place>(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn)\s+(?!uỷ|hội\b|luận\b).+)$"
)
# Bodies set up by a committee for one task bear the name of its place, those of its staff its own name
_TASK_BODY = regex.compile(r"(?:ban chỉ đạo|tiểu ban|hội đồng|tổ|đoàn|đảng đoàn|ban cán sự đảng)\b")
_PLACE_OF = {"tỉnh": "tỉnh", "thành": "thành phố", "huyện": "huyện", "quận": "quận", "thị": "thị xã"}
_PEOPLES_BODY = regex.compile(r"(?:uỷ ban nhân dân|hội đồng nhân dân|ubnd|hđnd)\b")
_NEEDS_OWNER = regex.compile(
    r"(?:văn phòng|thanh tra|vụ|phòng|ban|tổ|đảng đoàn|ban cán sự đảng|trung tâm|quỹ|hội đồng)\b"
)
_STANDING = {
    "ban thường vụ": "Ban Thường vụ",
    "ban chấp hành": "Ban Chấp hành",
    "ban thường trực": "Ban Thường trực",
}
_STAR = " *_-–.:"


@dataclass(frozen=True, slots=True)
class _Body:
    """A body named in the letterhead, over one line or several."""

    name: str
    start: int
    end: int


def find_issuer(
    text: str, blocks: Sequence[Block], province: Fact | None, recipients: Sequence[Fact]
) -> Fact | None:
    """The issuing body in normal case, made of what the page says and no more.

    A letterhead gives the body and the one over it; "T/M BAN THƯỜNG VỤ" makes "Tỉnh ủy X" its standing
    committee; without a letterhead the signature tells, with the office that keeps the file ("Lưu Văn phòng
    Tỉnh ủy").
    """
    bodies = _bodies(text, blocks)
    behalf = _on_behalf(text, blocks)
    if bodies:
        whole = _whole(bodies, text)
        standing = behalf is not None and fold(behalf.name).startswith("ban thường vụ")
        if standing and _COMMITTEE.match(fold(whole.value)):
            return Fact("issuer", f"Ban Thường vụ {whole.value}", whole.start, whole.end)
        return whole
    own = own_issuer(text, title_blocks(text, blocks))
    if own is not None:
        return Fact("issuer", normal_case(text[slice(*own)], text), *own)
    if behalf is not None:
        return _from_signature(behalf, text, province, recipients)
    return None


def _bodies(text: str, blocks: Sequence[Block]) -> list[_Body]:
    """The names of bodies in the letterhead, lines that go on joined."""
    bodies: list[_Body] = []
    for block in blocks:
        if block.kind is not BlockKind.LETTERHEAD:
            continue
        line = text[block.start : block.end].strip(_STAR)
        end = block.start + text[block.start : block.end].find(line) + len(line)
        folded = fold(line)
        if not line or not regex.search(r"\p{L}{2}", line) or MOTTO.search(folded) or NUMBER.match(folded):
            continue
        if find_place_and_date(line) or is_stamp(folded) or folded.startswith(("v/v", "về việc", "kính")):
            continue
        if bodies and _goes_on(bodies[-1].name, folded):
            bodies[-1] = _Body(f"{bodies[-1].name} {line}", bodies[-1].start, end)
        elif starts_with("body_heads", folded):
            bodies.append(_Body(line, end - len(line), end))
    return [body for n, body in enumerate(bodies) if not n or fold(body.name) != fold(bodies[n - 1].name)]


def _goes_on(above: str, folded: str) -> bool:
    open_end = above.rstrip().endswith(("-", ",")) or ends_with("open_words", fold(above))
    joined = folded.startswith(("và ", "- ", "trực thuộc"))
    return open_end or joined or not starts_with("body_heads", folded) or fold(above).startswith("đại hội")


def _whole(bodies: Sequence[_Body], text: str) -> Fact:
    """The lowest body, with the place or body it belongs to where its own name does not tell."""
    body = bodies[-1]
    name = normal_case(body.name, text)
    owner = _owner(body, bodies[-2], text) if len(bodies) > 1 else ""
    if not owner:
        return Fact("issuer", name, body.start, body.end)
    return Fact("issuer", f"{name} {owner}", min(bodies[-2].start, body.start), body.end)


def _owner(body: _Body, over: _Body, text: str) -> str:
    """What of the body over it makes a name whole: its place ("tỉnh X"), all of it, or nothing."""
    folded, folded_over = fold(body.name), fold(over.name)
    if _PLACE.search(folded) or _COMMITTEE.match(folded):
        return ""
    owner = normal_case(over.name, text)
    if _PEOPLES_BODY.match(folded_over) and not folded.startswith("văn phòng"):
        place = _PLACE.search(owner)
        return place["place"] if place else ""
    committee = _COMMITTEE.match(folded_over)
    level = _PLACE_OF.get(folded_over.split()[0]) if committee and _TASK_BODY.match(folded) else None
    if committee and level:
        return f"{level} {owner[committee.end() :].strip()}"
    return owner if committee or _NEEDS_OWNER.match(folded) else ""


def _on_behalf(text: str, blocks: Sequence[Block]) -> _Body | None:
    """The body on whose behalf the report is signed ("TM.", "T/M")."""
    for block in blocks:
        if block.kind is not BlockKind.SIGNATURE:
            continue
        line = text[block.start : block.end]
        behalf = BEHALF.match(fold(line))
        if behalf and "m" in behalf["form"]:
            return _Body(line[behalf.end() :].strip(_STAR), block.start, block.end)
    return None


def _from_signature(body: _Body, text: str, province: Fact | None, recipients: Sequence[Fact]) -> Fact:
    folded = fold(body.name)
    name = normal_case(body.name, text)
    if folded in _STANDING:
        name = _STANDING[folded]
        for recipient in recipients:
            office = _OFFICE_OF.search(fold(recipient.value))
            if office is not None:
                committee = _committee(recipient.value[slice(*office.span("committee"))], province)
                return Fact("issuer", f"{name} {committee}", body.start, body.end)
    elif province is not None and regex.search(r"(?:nhân dân tỉnh|tỉnh uỷ)$", folded):
        name = f"{name} {province.value}"
    return Fact("issuer", name, body.start, body.end)


def _committee(printed: str, province: Fact | None) -> str:
    """The committee as the list of recipients names it; of a province's, the province is added when known."""
    name = normal_case(printed) if is_capitals(printed) else printed
    bare = regex.fullmatch(r"(?:tỉnh|thành)\s+uỷ", fold(printed))
    return f"{name} {province.value}" if bare and province is not None else name
