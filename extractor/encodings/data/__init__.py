"""The tables, font names and syllables that the room works with, as TOML files beside this one."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """Read `<name>.toml`; whoever calls it makes typed objects of what it holds at once."""
    return tomllib.loads((files(__name__) / f"{name}.toml").read_text("utf-8"))
