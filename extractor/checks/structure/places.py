"""Names of districts that the report's province does not have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

import regex

from extractor.checks.checked import CheckedReport
from extractor.checks.days import day_of
from extractor.checks.finding import Basis, Severity, Spot
from extractor.checks.messages import say
from extractor.checks.near import bare, within_one_edit
from extractor.checks.rule import rule
from extractor.checks.structure.running_text import stretches
from extractor.structure.vocabulary import districts
from patterns.folding import fold
from patterns.gazetteers import phrases

_ABOLISHED = date(2025, 7, 1)  # Luật Tổ chức chính quyền địa phương 72/2025/QH15: no districts since
_NAME = r"\p{Lu}[\p{L}’']*(?:[ -]\p{Lu}[\p{L}’']*){0,3}"
# "huyện Tánh Linh", "các huyện Phú Quý, Đức Linh và Hàm Tân"; a province behind the name is another one
_LIST = regex.compile(
    rf"(?<!\w)(?:các )?(?:huyện|thị xã)(?: đảo)?:? (?P<names>{_NAME}(?:(?:, | và |, huyện | và huyện ){_NAME}){{0,20}})"
    r"(?P<else>,? ?\(?(?:tỉnh|thành phố|TP))?"
)
_PARTS = regex.compile(r"(?:, | và )(?:huyện )?")
_SHORT = regex.compile(r"\p{Lu}{2}")  # "UBND TP" is no name
_LEAST = 5  # letters, in two words at least
_COMPANY = 2  # names of the province beside it that make a list one of the province


@rule("STR050", "district-unknown", Severity.WARNING, Basis.PAGE)
def district_unknown(checked: CheckedReport) -> Iterator[Spot]:
    """A district that the province has not, where one letter or tone makes it one of the province's.

    So is another province's among the province's own ("các huyện Phú Quý, Đức Linh, Tân Lạc"). A name that no
    list knows and none is near to is told as info: lists of former districts are not whole.
    """
    own = _of_province().get(checked.report.facts.province or "")
    day = day_of(checked.report.facts.date)
    if not own or (day is not None and day >= _ABOLISHED):
        return
    for stretch in stretches(checked):
        for found in _LIST.finditer(stretch.text):
            if found["else"] is None:
                yield from _unknown(checked, own, stretch.start + found.start("names"), found["names"])


def _unknown(checked: CheckedReport, own: Mapping[str, str], start: int, names: str) -> Iterator[Spot]:
    parts = list(_split(names))
    known = sum(1 for _, name in parts if fold(name) in own)
    for at, name in parts:
        folded = fold(name)
        short = len(folded.replace(" ", "")) < _LEAST or " " not in folded
        if folded in own or short or _SHORT.search(name) or _begins_own(folded, own):
            continue
        near = sorted(full for full in own.values() if _is_near(name, full))
        elsewhere = folded in districts()
        if not near and elsewhere and known < _COMPANY:
            continue  # another province's, named for itself
        place = start + at, start + at + len(name)
        province = checked.report.facts.province
        if near:
            message = say(
                '{province} has no district "{name}", perhaps it is {others}',
                province=province,
                name=name,
                others=", ".join(near),
            )
        elif elsewhere:
            message = say(
                '{province} has no district "{name}": it is one of {others}, though named among those of {province}',
                province=province,
                name=name,
                others=", ".join(sorted(districts()[folded])),
            )
        else:
            message = say('no list has a district "{name}" in {province}', province=province, name=name)
        sure = bool(near) or elsewhere
        yield Spot(
            *place,
            message,
            expected=near[0] if len(near) == 1 else None,
            found=name,
            severity=None if sure else Severity.INFO,
        )


def _split(names: str) -> Iterator[tuple[int, str]]:
    at = 0
    for seam in _PARTS.finditer(names):
        yield at, names[at : seam.start()]
        at = seam.end()
    yield at, names[at:]


def _begins_own(name: str, own: Mapping[str, str]) -> bool:
    """ "Hàm Thuận" was one district before it became two; "Tánh Linh tổ chức" goes on after its name."""
    return any(full.startswith(f"{name} ") or name.startswith(f"{full} ") for full in own)


def _is_near(name: str, full: str) -> bool:
    one, other = bare(name), bare(full)
    return one == other or (within_one_edit(one, other) and one[:1] == other[:1])


@cache
def _of_province() -> Mapping[str, Mapping[str, str]]:
    """Province → folded name of each of its districts, towns and cities → the name."""
    found: dict[str, dict[str, str]] = {}
    for entry in phrases("districts"):
        if entry.within:
            names = found.setdefault(entry.within, {})
            for form in (entry.name, *entry.forms):
                names[fold(form)] = entry.name
    return found
