"""The data flows one way, and so do the imports."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

# Each room may import itself, the rooms before it, and the shared types.
ORDER = [
    "patterns",
    "extractor.settings",
    "extractor.problems",
    "extractor.elements",
    "extractor.report",
    "extractor.places",
    "extractor.doubts",
    "extractor.encodings",
    "extractor.structure",
    "extractor.reading",
    "extractor.extraction",
    "extractor.checks",
    "extractor.pipeline",
    "extractor.store",
    "extractor.cross_checks",
    "extractor.queries",
    "extractor.linting",
    "extractor.series",
    "extractor.archive",
    "extractor.running",
    "extractor.cli",
]
PATTERNS_ORDER = [
    "passages",
    "mentions",
    "words",
    "gazetteers",
    "territories",
    "dates",
    "citations",
    "indicators",
    "concepts",
    "finding",
]


def modules(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            module = node.module or ""
            found |= {module, *(f"{module}.{alias.name}" for alias in node.names)}
    return {name for name in found if name.split(".")[0] in {"patterns", "extractor", "corpus", "tests"}}


def rank(name: str, order: list[str]) -> int | None:
    matches = [i for i, room in enumerate(order) if name == room or name.startswith(room + ".")]
    return matches[-1] if matches else None


@pytest.mark.parametrize("path", modules("patterns"), ids=name_of)
def test_patterns_know_nothing_of_files_or_storage(path: Path) -> None:
    source = path.read_text("utf-8")
    assert not {name for name in imported(path) if not name.startswith("patterns")}
    assert "sqlite" not in source.lower()


@pytest.mark.parametrize("path", modules("extractor"), ids=name_of)
def test_rooms_import_only_those_before_them(path: Path) -> None:
    own = rank(name_of(path), ORDER)
    if own is None:  # the package itself re-exports from every room
        return
    later = [name for name in imported(path) if (rank(name, ORDER) or 0) > own]
    assert not later, f"{name_of(path)} reaches forward to {later}"


@pytest.mark.parametrize("path", modules("patterns"), ids=name_of)
def test_pattern_families_lean_only_on_those_before_them(path: Path) -> None:
    own = rank(name_of(path).removeprefix("patterns."), PATTERNS_ORDER)
    if own is None:  # the package itself and the spaCy components use all of them
        return
    names = {name.removeprefix("patterns.") for name in imported(path)}
    later = [name for name in names if (rank(name, PATTERNS_ORDER) or 0) > own]
    assert not later, f"{name_of(path)} reaches forward to {later}"


def test_nothing_but_the_corpus_scripts_uses_the_corpus() -> None:
    users = [p for package in ("patterns", "extractor") for p in modules(package) if "corpus" in imported(p)]
    assert not users
