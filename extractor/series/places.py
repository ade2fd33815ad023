"""The place that a figure is of (địa bàn): its row's, its clause's, else that of the report's own office."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

import regex

from patterns.folding import fold
from patterns.gazetteers import phrases
from patterns.territories import province

LEVELS = ("cấp tỉnh", "cấp huyện", "cấp xã")
_WHOLE = ("toàn tỉnh", "toàn huyện", "toàn xã")
COUNTRY = "cả nước"

# "Ủy ban nhân dân huyện Lâm Hà", "Ban Thường vụ Huyện ủy Con Cuông", "Thị ủy Nghĩa Lộ", "thị trấn Đinh Văn"
_NAMED = regex.compile(
    r"""(?<!\p{L})(?P<kind>huyện|thị\sxã|thị|quận|thành\sphố|thành|tp\.?|thị\strấn|xã|phường|đặc\skhu)\s
    (?:uỷ\s)?(?P<name>\p{L}[\p{L}\s’'-]*)""",
    regex.VERBOSE,
)
_KINDS = {"thị": "thị xã", "thành": "thành phố", "tp": "thành phố", "tp.": "thành phố"}
_COMMUNES = ("xã", "phường", "thị trấn", "đặc khu")


@dataclass(frozen=True, slots=True)
class Place:
    """A place in one spelling; `within` is the province of what is smaller. An empty one is not known."""

    name: str | None = None
    kind: str | None = None
    within: str | None = None


UNKNOWN = Place()


@lru_cache(maxsize=1 << 12)
def place_of_report(province_name: str | None, issuer: str | None) -> Place:
    """The place that a report is about, from its province and its issuer.

    >>> place_of_report("Lâm Đồng", "Ủy ban nhân dân huyện Lâm Hà")
    Place(name='huyện Lâm Hà', kind='district', within='Lâm Đồng')
    >>> place_of_report("Quảng Ngãi", "Ủy ban nhân dân tỉnh Quảng Ngãi")
    Place(name='Quảng Ngãi', kind='province', within=None)
    """
    if province_name is None:
        return UNKNOWN
    whole = Place(province(province_name) or province_name, "province")
    found = _NAMED.search(fold(issuer)) if issuer else None
    if found is None or issuer is None:
        return whole
    named = _smaller(issuer[found.start("kind") : found.end()], found["kind"], found["name"], whole)
    return (
        named if named.kind == "district" and named.name and _is_district(named.name, whole.name) else whole
    )


@lru_cache(maxsize=1 << 14)
def place_named(written: str, report: Place) -> Place:
    """The place that a table's row or a clause names, in a report about `report`.

    >>> place_named("TP. Cao Lãnh", Place("Đồng Tháp", "province"))
    Place(name='thành phố Cao Lãnh', kind='district', within='Đồng Tháp')
    >>> place_named("Tp. Hồ Chí Minh", Place()), place_named("Các xã còn lại", Place("Lâm Đồng", "province")).kind
    (Place(name='Hồ Chí Minh', kind='province', within=None), 'other')
    """
    said = " ".join(written.split())
    if fold(said) in (fold(COUNTRY), "toàn quốc"):
        return Place(COUNTRY, "country")
    if name := province(said):
        return Place(name, "province")
    home = report.within or (report.name if report.kind == "province" else None)
    found = _NAMED.fullmatch(fold(said))
    if found is not None:
        return _smaller(said, found["kind"], found["name"], Place(home, "province"))
    for kind in ("huyện", "thị xã", "thành phố", "quận"):
        if _is_district(f"{kind} {said}", home):
            return Place(f"{kind} {said}", "district", home)
    return Place(said, "other", home)


@lru_cache(maxsize=1 << 16)
def names_in(label: str, *found: Place) -> tuple[str, ...]:
    """The names of places that a label repeats.

    >>> names_in("tỷ lệ hộ nghèo huyện Tân Hồng", Place("huyện Tân Hồng", "district", "Đồng Tháp"))
    ('huyện Tân Hồng', 'Tân Hồng')
    """
    said = fold(label)
    names = dict.fromkeys(name for place in found for name in _names(place))
    return tuple(name for name in names if fold(name) in said)


@lru_cache(maxsize=1 << 12)
def _names(place: Place) -> tuple[str, ...]:
    """The names by which a label may call a place."""
    if place.name is None:
        return ()
    bare = place.name.split(" ", _words_of_kind(place.name))[-1]
    return tuple(dict.fromkeys((place.name, bare)))


def level_of(scope: str | None) -> str | None:
    """The level of government that a scope names, None for a place as a whole."""
    return scope if scope in LEVELS else None


def is_named(scope: str | None) -> bool:
    """Whether a scope names a place of its own."""
    return scope is not None and scope not in (*LEVELS, *_WHOLE)


def _smaller(written: str, kind: str, name: str, whole: Place) -> Place:
    full = _KINDS.get(kind, " ".join(kind.split()))
    said = " ".join(written.split())[-len(name.strip()) :]
    if (
        whole.name is not None
        and fold(said) == fold(whole.name)
        and full == "thành phố"
        and not _is_district(f"{full} {said}", whole.name)
    ):
        return whole
    rank = "commune" if full in _COMMUNES else "district"
    return Place(f"{full} {said}", rank, whole.name)


def _words_of_kind(name: str) -> int:
    kinds = (*_COMMUNES, "huyện", "quận", "thị xã", "thành phố")
    return next((len(kind.split()) for kind in kinds if name.startswith(kind + " ")), 0)


def _is_district(name: str, within: str | None) -> bool:
    return (fold(name), within) in _districts()


@cache
def _districts() -> frozenset[tuple[str, str | None]]:
    return frozenset(
        (fold(f"{entry.kind} {form}"), entry.within)
        for entry in phrases("districts")
        for form in (entry.name, *entry.forms)
    )
