"""Bodies by their codes in symbols and by their names in running text (cơ quan ban hành)."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import regex

from patterns.folding import fold
from patterns.gazetteers import phrases, read_data

_NUMBER = regex.compile(r"\d+$")
# Shorter codes of former decades are also those of departments ("TC", "NN").
_SHORTEST_CODE = 3
_SHORT_CODES = ("CP", "TW", "QH")


@cache
def document_data() -> dict[str, Any]:
    """The file `extractor/checks/data/documents.toml` as it stands."""
    return tomllib.loads(files("extractor.checks.data").joinpath("documents.toml").read_text("utf-8"))


def plain_code(code: str) -> str:
    """A code without the number of a term, folded.

    >>> plain_code("UBTVQH14"), plain_code("TTG")
    ('ubtvqh', 'ttg')
    """
    return fold(_NUMBER.sub("", code))


def is_of_party(code: str) -> bool:
    """Whether a code is a Party committee's or that of one of its offices.

    >>> is_of_party("TU"), is_of_party("UBKTTW"), is_of_party("BCĐ"), is_of_party("MTTW")
    (True, True, False, False)
    """
    return plain_code(code) in _party_codes()


def is_of_state(code: str) -> bool:
    """Whether a code is surely that of a body of the state, of the centre or a local council or committee."""
    plain = plain_code(code)
    return (plain in _local_words() and not is_of_party(code)) or plain in _state_codes()


def is_local(code: str) -> bool:
    """Whether every province or district has a body with this code."""
    return plain_code(code) in _local_codes()


def is_front(code: str) -> bool:
    """Whether a code is the Fatherland Front's ("MTTW", "UBMTTQ")."""
    return "MTTQ" in code or "MTTW" in code


def is_known(code: str) -> bool:
    """Whether a code is that of a body in the lists."""
    return plain_code(code) in _local_words() or is_of_party(code) or plain_code(code) in _central_names()


@lru_cache(maxsize=4096)
def disagrees(stated: str, code: str) -> bool:
    """Whether a body that a page names is surely another than the one whose code a symbol has.

    Unknown names and codes agree with everything.

    >>> disagrees("Chính phủ", "TTg"), disagrees("Chủ tịch UBND tỉnh", "UBND"), disagrees("Sở Y tế", "BYT")
    (True, False, True)
    >>> disagrees("Ban Chỉ đạo Trung ương về thực hiện Quy chế dân chủ", "BDVTW")
    True
    """
    body, plain = _without_role(fold(stated)), plain_code(code)
    own = _local_words().get(plain) or _central_names().get(plain) or _office_words(plain)
    # An office writes for the body that it serves: "TB-VPCP" tells what the Prime Minister concluded.
    if own is None or plain in body.split() or plain.startswith("vp"):
        return False
    codes = _codes_of_name().get(body)
    if codes is not None:
        return plain not in codes
    if any(name in body or body in name for name in own):
        return False
    return any(body.startswith(word) for word in _other_heads())


@lru_cache(maxsize=4096)
def same_body(one: str, other: str) -> bool | None:
    """Whether two names are of one body; None when one of them is not known.

    >>> same_body("Bộ trưởng Bộ Nội vụ", "Bộ Nội vụ"), same_body("Ban Bí thư", "Bộ Chính trị")
    (True, False)
    """
    first, second = _without_role(fold(one)), _without_role(fold(other))
    if first == second or _entry_of_name().get(first, first) == _entry_of_name().get(second, second):
        return True
    known = first in _entry_of_name() and second in _entry_of_name()
    return False if known else None


def is_any_of_centre(stated: str) -> bool:
    """Whether a name is said of any body of the Party's centre ("Trung ương Đảng")."""
    return fold(stated) in {fold(name) for name in document_data()["party_centre"]["names"]}


def _without_role(body: str) -> str:
    for role in _roles():
        if body.startswith(role):
            return body[len(role) :]
    return body


@cache
def _roles() -> list[str]:
    roles = read_data("issuers")["grammar"]["roles"]
    return sorted((fold(role) + " " for role in roles), key=len, reverse=True)


@cache
def _local_words() -> dict[str, tuple[str, ...]]:
    """Folded names of local bodies, and of the Party's centre, by their codes."""
    return {
        plain_code(code): tuple(map(fold, row["words"]))
        for row in document_data()["bodies"]
        for code in row["codes"]
    }


@cache
def _local_codes() -> frozenset[str]:
    rows = document_data()["bodies"]
    return frozenset(plain_code(code) for row in rows if row.get("local") for code in row["codes"])


@cache
def _party_codes() -> frozenset[str]:
    data = document_data()
    committees = {fold(code) for row in data["bodies"] if row["system"] == "party" for code in row["codes"]}
    offices = data["offices"]
    joined = {fold(one + other) for one in offices["codes"] for other in offices["committees"]}
    return frozenset(committees | joined)


def _office_words(code: str) -> tuple[str, ...] | None:
    """Names of a Party office below the centre: they hold the committee's ("Ban Tuyên giáo Tỉnh ủy")."""
    if code not in _party_codes():
        return None
    committee = next(each for each in _committees() if code.endswith(each))
    return _local_words()[committee]


@cache
def _committees() -> list[str]:
    return [fold(code) for code in document_data()["offices"]["committees"]]


@cache
def _state_codes() -> frozenset[str]:
    kinds = ("assembly", "president", "government", "ministry", "court")
    entries = (entry for entry in phrases("issuers") if entry.kind in kinds)
    return frozenset(fold(code) for entry in entries for code in entry.codes if _is_sure(code))


@cache
def _central_names() -> dict[str, tuple[str, ...]]:
    """Folded names of central bodies by their codes."""
    names: dict[str, tuple[str, ...]] = {}
    for entry in phrases("issuers"):
        for code in entry.codes:
            if _is_sure(code):
                names[fold(code)] = (*names.get(fold(code), ()), *map(fold, (entry.name, *entry.forms)))
    return names


def _is_sure(code: str) -> bool:
    return len(code) >= _SHORTEST_CODE or code in _SHORT_CODES


@cache
def _codes_of_name() -> dict[str, frozenset[str]]:
    """Folded codes of central bodies by their folded names; those of homonyms ("TTCP") together."""
    codes: dict[str, frozenset[str]] = {}
    for entry in phrases("issuers"):
        for name in map(fold, (entry.name, *entry.forms)):
            if entry.codes:
                first = {
                    fold(code.partition("-")[0]) for code in entry.codes
                }  # "MTTW-BTT" is a body of "MTTW"
                codes[name] = codes.get(name, frozenset()) | first
    return codes


@cache
def _entry_of_name() -> dict[str, str]:
    """The folded full name of each central body by each of its folded names."""
    return {
        fold(name): fold(entry.name) for entry in phrases("issuers") for name in (entry.name, *entry.forms)
    }


@cache
def _other_heads() -> tuple[str, ...]:
    """How the names of bodies begin that none of the central codes belongs to, and those of local ones."""
    local = (row["words"] for row in document_data()["bodies"] if row.get("local"))
    words = {fold(word) for group in (*local, document_data()["other_bodies"]["words"]) for word in group}
    parts = [fold(part) + " " for part in read_data("issuers")["grammar"]["committee_parts"]]
    committees = {part + word for part in parts for word in words if word.endswith("uỷ")}
    return tuple(sorted(words | committees))
