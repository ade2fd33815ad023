"""Slips in one citation."""

from __future__ import annotations

from collections.abc import Iterator

from tests.checks.planting.clean import Clean
from tests.checks.planting.slip import Edit, Slip


def _impossible_days(clean: Clean) -> Iterator[Edit]:
    """A day of a month that has no such day."""
    for date in clean.checked.dates:
        parts = date.raw.removeprefix("ngày ").split("/")
        if date.kind == "day" and len(parts) == 3 and int(parts[1]) in (4, 6, 9, 11):
            day = date.end - len("/".join(parts))
            yield Edit(day, day + len(parts[0]), "31")


SLIPS = (Slip("impossible_day", "REF", frozenset({"REF007"}), _impossible_days),)
