"""What a person decided about doubtful merges: a TOML file beside the database, applied again on every run.

    [[accept]]
    labels = ["tỷ lệ hộ sử dụng nước máy", "tỷ lệ hộ dùng nước máy"]

    [[split]]
    labels = ["giải ngân", "giải ngân vốn vay"]

A label stands for its concept, however it is spelt; a key of the table `concepts` stands for itself.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from patterns.concepts import Figure, read_figure

Verdict = Literal["accept", "split"]
_VERDICTS: tuple[Verdict, ...] = ("accept", "split")
_HEAD = "# Decisions about series: concepts that are one (accept), concepts that are kept apart (split).\n"


class DecisionError(Exception):
    """A file of decisions that cannot be followed; says where and what to do."""

    def __init__(self, path: Path, message: str) -> None:
        super().__init__(f"{path}: {message}")
        self.path = path
        self.advice = 'Write [[accept]] or [[split]] and under it labels = ["…", "…"], two or more.'


@dataclass(frozen=True, slots=True)
class Decision:
    """Concepts, by their keys, that are one or are kept apart."""

    verdict: Verdict
    keys: frozenset[str]


def decisions_path(database: Path | str) -> Path:
    """Where the decisions about a database are kept.

    >>> decisions_path("outputs/archive.db").name
    'archive.series.toml'
    """
    return Path(database).with_suffix(".series.toml")


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions of a file in its order; none when there is no file.

    Raises DecisionError for what is no TOML or no decision.
    """
    try:
        written = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return ()
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DecisionError(path, f"no TOML: {error}") from error
    unknown = sorted(set(written) - set(_VERDICTS))
    if unknown:
        raise DecisionError(path, f"“{unknown[0]}” is neither accept nor split")
    return tuple(
        Decision(verdict, _keys(path, verdict, row))
        for verdict in _VERDICTS
        for row in _rows(path, written, verdict)
    )


def add_decision(path: Path, verdict: Verdict, labels: Sequence[str]) -> None:
    """Write one more decision at the end of the file, which is made when there is none."""
    listed = ", ".join(json.dumps(label, ensure_ascii=False) for label in labels)
    text = path.read_text("utf-8") if path.exists() else _HEAD
    path.write_text(f"{text.rstrip()}\n\n[[{verdict}]]\nlabels = [{listed}]\n", "utf-8")


def key_of(text: str) -> str:
    """The key that a decision means: the text itself when it is one, else that of the label.

    >>> key_of("ho-ngheo|miền núi"), key_of("Tỷ lệ hộ nghèo"), key_of("số lớp tập huấn")
    ('ho-ngheo|miền núi', 'ho-ngheo|', '|huấn lớp tập')
    """
    if "|" in text:
        return text
    as_share = read_figure(Figure(text, unit="%", measure="share"))
    as_count = read_figure(Figure(text, measure="level"))
    return as_share.key if as_share.concept and not as_share.words else as_count.key


def _rows(path: Path, written: dict[str, Any], verdict: Verdict) -> list[Any]:
    rows = written.get(verdict, [])
    if not isinstance(rows, list):
        raise DecisionError(path, f"{verdict} is no list of tables")
    return rows


def _keys(path: Path, verdict: Verdict, row: Any) -> frozenset[str]:
    labels = row.get("labels") if isinstance(row, dict) else None
    if not isinstance(labels, list) or len(labels) < 2 or not all(isinstance(label, str) for label in labels):
        raise DecisionError(path, f"[[{verdict}]] has no list of two labels or more")
    keys = frozenset(map(key_of, labels))
    if len(keys) < 2 and verdict == "split":
        raise DecisionError(
            path, f"the labels {', '.join(labels)} are of one concept by their words and cannot be split"
        )
    return keys
