"""What a person may choose about a comparison, apart from what is done with it, so that `--help` starts at once."""

from __future__ import annotations

from enum import StrEnum


class By(StrEnum):
    """What the columns of a comparison are."""

    YEAR = "year"
    PLACE = "place"
    LEVEL = "level"


class Format(StrEnum):
    """How a comparison is written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    MD = "md"
