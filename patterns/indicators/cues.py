"""Words that say a scope (từ chỉ phạm vi): "toàn tỉnh", "cấp xã", bodies of a province, where they stand in a text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import regex

from patterns.engines import compile_pattern
from patterns.folding import fold
from patterns.gazetteers import read_data
from patterns.indicators.vocabulary import alternation, tables, words
from patterns.mentions import Span


@cache
def _cues() -> regex.Pattern[str]:
    """Every word that says a scope; a body of a province is a body's noun with "tỉnh" a few words on."""
    listed = alternation(*(words("scopes", table) for table in tables("scopes")))
    may_begin = rf"(?={listed}|(?:sở|{_BODY_NOUNS})\ )"  # before what is costlier to tell
    return compile_pattern(
        rf"(?<!\p{{L}}){may_begin}{_NOT_AFTER}(?:{listed}|(?P<office>{_OFFICE})|(?P<body>{_BODY})){_NOT_BEFORE}",
        regex.VERBOSE,
    )


# "… XÃ HỘI | Toàn tỉnh có …" is a heading and an area.
# "Ban Chỉ đạo tỉnh", "Thanh tra tỉnh", "Đài Phát thanh - Truyền hình tỉnh", "Đảng bộ Công an tỉnh".
_BODY_NOUNS = r"""(?:ban|hội|đoàn|liên\ đoàn|công\ an|thanh\ tra|tòa\ án|toà\ án|viện\ kiểm\ sát|đài|mặt\ trận
    |bộ\ chỉ\ huy|văn\ phòng|liên\ minh|bệnh\ viện|báo|đảng\ bộ|đảng\ ủy|đảng\ uỷ|ủy\ ban|uỷ\ ban)"""
_BODY = (
    rf"{_BODY_NOUNS}(?:\ (?!(?:toàn|cả|trên|trong)\ )[\p{{L}}&-]+){{0,7}}?\ tỉnh(?!,\ huyện|\ ta(?!\p{{L}}))"
)
# "Sở Y tế", "Sở Văn hóa, Thể thao và Du lịch"; folded, so that "cơ sở" must be ruled out.
_OFFICE = r"""(?<!cơ\ )(?<!trụ\ )sở\ (?:y\ tế|giáo|nội|tài|kế|công|nông|xây|giao|tư\ pháp
    |văn|thông|khoa|lao\ động|du\ lịch|ngoại)"""
# "trình UBND tỉnh", "Chi cục Thuế", "Pháp lệnh Dân chủ ở xã": no cues; nor "UBND tỉnh giao", which says who grants.
_NOT_AFTER = r"(?<!cạnh\ tranh\ )(?<!trình\ )(?<!chi\ )(?<!dân\ chủ\ )"
_NOT_BEFORE = (
    r"(?!\p{L}|\ (?:giao|phê\ duyệt|thông\ qua|chấp\ thuận|cho\ phép|công\ nhận|viên|quyết\ nghị)(?!\p{L}))"
)
# "cao hơn trung bình cả nước", "so với cả nước": what a figure is compared with.
_BASE = regex.compile(r"(?:(?:cao|thấp|lớn|nhiều|ít)\ hơn|so\ với|bình\ quân\ chung)\ [^,;.()\d]{0,30}$")


@cache
def _tables() -> dict[str, str]:
    """For each cue the table that it stands in."""
    return {word: table for table in tables("scopes") for word in words("scopes", table)}


@cache
def _scope_of() -> dict[str, str]:
    listed = {table: str(read_data("scopes")[table]["scope"]) for table in tables("scopes")}
    return {**listed, "body": "cấp tỉnh", "office": "cấp tỉnh"}


@cache
def _areas() -> frozenset[str]:
    return frozenset(table for table in tables("scopes") if read_data("scopes")[table].get("area"))


FARTHEST = 600  # how far back a cue still speaks for a figure
_BLOCK, _OVERLAP = 1024, 128


@dataclass(frozen=True, slots=True)
class Cue:
    """A word at `text[start:end]` that says a scope; `table` names its row in the vocabulary."""

    start: int
    end: int
    table: str


_DISTRICT = regex.compile(r"(?<!\p{L})(?:huyện|thị\ (?:xã|uỷ)|quận|xã|phường|thành\ uỷ|thị\ trấn)(?!\p{L})")


def is_of_district(issuer: str | None) -> bool:
    """Whether the body that issues a report is one of a district or below."""
    return bool(_DISTRICT.search(fold(issuer or "")))


class Cues:
    """The cues of a folded text, found block by block; `ignored` are the subjects of citations.

    In a district's report "các cấp" are the levels of the district.
    """

    def __init__(self, folded: str, ignored: Sequence[Span], *, issuer: str | None) -> None:
        self._folded, self._ignored = folded, ignored
        self._of_district = is_of_district(issuer)
        self._blocks: dict[int, list[Cue]] = {}

    def scope(self, cue: Cue) -> str:
        """The scope that a cue says."""
        if self._of_district and cue.table == "all_levels":
            return "toàn huyện"
        return _scope_of()[cue.table]

    def is_area(self, cue: Cue) -> bool:
        """Whether a cue covers its whole sentence, not only the clause of those who act."""
        return cue.table in _areas()

    def last(self, start: int, end: int) -> str | None:
        """The scope that the last cue of a stretch says."""
        found = self.within(start, end)
        return self.scope(found[-1]) if found else None

    def within(self, start: int, end: int) -> list[Cue]:
        """The cues within a stretch, of a long one those at its end."""
        start = max(start, end - FARTHEST)
        blocks = range(start // _BLOCK, end // _BLOCK + 1)
        return [
            cue for block in blocks for cue in self._block(block) if start <= cue.start and cue.end <= end
        ]

    def _block(self, number: int) -> list[Cue]:
        """The cues that begin in a block of the text, found once."""
        if number not in self._blocks:
            first = number * _BLOCK
            found = (
                Cue(match.start(), match.end(), match.lastgroup or _tables()[" ".join(match[0].split())])
                for match in _cues().finditer(self._folded, first, first + _BLOCK + _OVERLAP)
            )
            self._blocks[number] = [
                c
                for c in found
                if c.start < first + _BLOCK and not self._is_ignored(c.start) and not self._is_base(c)
            ]
        return self._blocks[number]

    def _is_base(self, cue: Cue) -> bool:
        """Whether a cue is what a figure is compared with."""
        return bool(_BASE.search(self._folded, max(0, cue.start - 48), cue.start))

    def _is_ignored(self, at: int) -> bool:
        place = bisect_right(self._ignored, (at, len(self._folded)))
        return any(first <= at < last for first, last in self._ignored[max(0, place - 3) : place])
