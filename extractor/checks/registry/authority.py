"""The known documents of a list, found by their code, or by their number and day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

import regex

from extractor.checks.registry.reading import Row, read_rows
from patterns.folding import unify

_SIGNS = str.maketrans("/. ", "---")
_NUMBER = regex.compile(r"0*(\d+\p{Ll}?)")
_YEAR = regex.compile(r"\d+\p{Ll}?/(?:19|20)\d\d/")
_DAY = regex.compile(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})")
_ISO_LENGTH = len("2015-01-09")
_NO = {"n", "no", "0", "false", "không"}


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """A document that a list vouches for.

    Attributes:
        type, code: "Nghị định", "04/2015/NĐ-CP"; date: ISO day, None when the list has none.
        issuer, title: as the list has them, None when it has none; verified: whether a finding may rest on it.
    """

    type: str
    code: str
    date: str | None
    issuer: str | None = None
    title: str | None = None
    verified: bool = True

    @property
    def number(self) -> str:
        """The number without zeros before it, with its letter ("30c")."""
        return plain_number(self.code)

    @property
    def has_year(self) -> bool:
        """Whether the code names its year, so that it does not come again."""
        return _YEAR.match(self.code) is not None


@dataclass(frozen=True)
class Authority:
    """A list of known documents; `problems` says of its rows which were left out, and why."""

    documents: Sequence[KnownDocument] = ()
    problems: Sequence[str] = ()
    _by_code: dict[str, list[KnownDocument]] = field(init=False, repr=False, compare=False)
    _by_day: dict[tuple[str, str], list[KnownDocument]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_code: defaultdict[str, list[KnownDocument]] = defaultdict(list)
        by_day: defaultdict[tuple[str, str], list[KnownDocument]] = defaultdict(list)
        for document in self.documents:
            by_code[same_code(document.code)].append(document)
            if document.date is not None:
                by_day[document.number, document.date].append(document)
        object.__setattr__(self, "_by_code", dict(by_code))
        object.__setattr__(self, "_by_day", dict(by_day))

    @classmethod
    def load(cls, path: Path) -> Authority:
        """The list in a CSV file or an SQLite database.

        Columns: `type`, `code`, `date` (ISO or day/month/year), and where they are there `issuer`, `title`,
        `verified` ("n": findings that rest on the row are no more than info); others do not matter.
        Raises RegistryError when the file is none, and lists the rows that it could not use in `problems`.
        """
        documents: list[KnownDocument] = []
        problems: list[str] = []
        for number, row in read_rows(path):
            document = _document(row)
            if isinstance(document, str):
                problems.append(f"{path}: row {number}: {document}; the row is left out")
            else:
                documents.append(document)
        return cls(tuple(documents), tuple(problems))

    def with_code(self, code: str) -> Sequence[KnownDocument]:
        """The documents with this code in any spelling of its signs, in the order of the list."""
        return self._by_code.get(same_code(code), ())

    def with_number(self, number: str, day: str) -> Sequence[KnownDocument]:
        """The documents that have this number and are of this ISO day."""
        return self._by_day.get((plain_number(number), day), ())

    def __iter__(self) -> Iterator[KnownDocument]:
        return iter(self.documents)


@cache
def builtin_authority() -> Authority:
    """Documents of central bodies since 1988 that reports cite most.

    Each is there because two independent public sources at least agree on its code, day and issuer, and no
    other day has half as many; titles may be shortened.
    """
    with as_file(files("extractor.checks.data").joinpath("central_documents.csv")) as path:
        return Authority.load(path)


def same_code(code: str) -> str:
    """A code as all its spellings give it.

    >>> same_code("05/NQ-CP") == same_code("5-NQ/CP")
    True
    """
    same = unify(code).lower().lstrip("0").translate(_SIGNS)
    return "-".join(filter(None, same.split("-"))) if "--" in same else same


def plain_number(code: str) -> str:
    """The number at the beginning of a code, without zeros before it."""
    number = _NUMBER.match(code)
    return number[1] if number else ""


def _document(row: Row) -> KnownDocument | str:
    """The document of a row, or what is wrong with the row."""
    if not row.get("type") or not row.get("code"):
        return "type or code is empty"
    try:
        day = _iso(row.get("date", ""))
    except ValueError:
        return f'"{row["date"]}" is no day'
    return KnownDocument(
        type=row["type"],
        code=row["code"],
        date=day,
        issuer=row.get("issuer") or None,
        title=row.get("title") or None,
        verified=row.get("verified", "").lower() not in _NO,
    )


def _iso(day: str) -> str | None:
    """An ISO day; ValueError for what is neither one nor day/month/year."""
    if not day:
        return None
    written = None if day[4:5] == "-" else _DAY.fullmatch(day)
    if written is not None:
        return date(int(written["year"]), int(written["month"]), int(written["day"])).isoformat()
    parsed = date.fromisoformat(day)
    return day if len(day) == _ISO_LENGTH else parsed.isoformat()
