"""Rules on the figures of running text: what each finds, and the near misses that it must leave alone."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.checks.reports import spots

CASES = tomllib.loads(Path(__file__).with_name("prose.toml").read_text("utf-8"))
FEWEST = 3
FOUND = [(code, case["text"], case["words"]) for code, cases in CASES.items() for case in cases["found"]]
SILENT = [(code, text) for code, cases in CASES.items() for text in cases["silent"]]


@pytest.mark.parametrize(("code", "text", "words"), FOUND)
def test_found(code: str, text: str, words: str) -> None:
    assert spots(text, code) == [(code, words)]


@pytest.mark.parametrize(("code", "text"), SILENT)
def test_left_alone(code: str, text: str) -> None:
    assert spots(text, code) == []


@pytest.mark.parametrize("code", CASES)
def test_a_rule_has_several_cases_of_both(code: str) -> None:
    assert min(len(CASES[code]["found"]), len(CASES[code]["silent"])) >= FEWEST
