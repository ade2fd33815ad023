"""What a person wants checked: rules selected and ignored, the least severity, waivers; from TOML and options."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

from extractor.linting.catalogue import codes_under
from extractor.linting.waivers import Waiver
from extractor.settings import Language, Severity

OWN_FILE = "baocao.toml"
SHARED_FILE = "pyproject.toml"
LEAST_SHOWN = Severity.WARNING  # unless a person says otherwise
_KEYS = {"select", "ignore", "severity", "lang", "registry", "waivers"}
_WAIVER_KEYS = {"report", "rule", "words", "reason"}


class SettingsError(Exception):
    """A setting that cannot be meant: `message` says where and what, `advice` what to write instead."""

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice


@dataclass(frozen=True, slots=True)
class Settings:
    """What to show of all that the rules find.

    Attributes:
        select, ignore: codes or their beginnings ("REF", "NUM001"); the longer of two that fit decides.
        severity: the least that is shown.
        language: of the messages; None: that of the terminal.
        registry: a list of documents against which citations are matched instead of the built-in one.
        waivers: findings that a person has looked at and lets stand.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Severity = LEAST_SHOWN
    language: Language | None = None
    registry: Path | None = None
    waivers: tuple[Waiver, ...] = ()

    def wants(self, code: str) -> bool:
        """Whether a rule is selected.

        >>> settings = Settings(select=("REF", "NUM001"), ignore=("REF03",))
        >>> [settings.wants(code) for code in ("REF001", "REF031", "NUM001", "NUM002")]
        [True, False, True, False]
        """
        selected = _longest(self.select or ("",), code)
        return selected > _longest(self.ignore, code)


def load_settings(start: Path) -> Settings:
    """The settings of the nearest `baocao.toml`, or `pyproject.toml` with [tool.baocao], at `start` or above it.

    Raises SettingsError for a file that is no TOML, an unknown key, rule, severity or language.
    """
    for folder in (start.absolute(), *start.absolute().parents):
        own, shared = folder / OWN_FILE, folder / SHARED_FILE
        if own.is_file():
            return _settings(_read(own), own)
        if shared.is_file() and (table := _read(shared).get("tool", {}).get("baocao")) is not None:
            return _settings(table, shared)
    return Settings()


def checked_codes(codes: Iterable[str], where: str) -> tuple[str, ...]:
    """Codes as typed ("ref", "NUM001, NUM002") in capitals; raises SettingsError for one that no rule has."""
    given = tuple(code.strip().upper() for part in codes for code in part.split(",") if code.strip())
    for code in given:
        if not codes_under(code):
            raise SettingsError(f"{where}: no rule {code}", "`baocao rule` lists all rules.")
    return given


def with_options(
    settings: Settings,
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    severity: Severity | None = None,
    language: Language | None = None,
    registry: Path | None = None,
) -> Settings:
    """The settings with what the command line says; `ignore` adds to the file's, the others replace it."""
    selected = checked_codes(select, "--select")
    return replace(
        settings,
        select=selected or settings.select,
        ignore=(*settings.ignore, *checked_codes(ignore, "--ignore")),
        severity=severity or settings.severity,
        language=language or settings.language,
        registry=registry or settings.registry,
    )


def _longest(prefixes: tuple[str, ...], code: str) -> int:
    """Length of the longest beginning that fits; -1 when none does."""
    return max((len(prefix) for prefix in prefixes if code.startswith(prefix)), default=-1)


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise SettingsError(f"{path} cannot be read: {error}", "Mend or remove that file.") from error


def _settings(table: Mapping[str, Any], path: Path) -> Settings:
    _refuse_unknown(table, _KEYS, str(path))
    return Settings(
        select=checked_codes(_words(table, "select", path), f"{path}: select"),
        ignore=checked_codes(_words(table, "ignore", path), f"{path}: ignore"),
        severity=_severity(table.get("severity"), path),
        language=_language(table.get("lang"), path),
        registry=_registry(table.get("registry"), path),
        waivers=tuple(_waiver(entry, path) for entry in _list(table, "waivers", dict, path)),
    )


def _refuse_unknown(table: Mapping[str, Any], known: set[str], where: str) -> None:
    if unknown := sorted(set(table) - known):
        raise SettingsError(
            f"{where}: unknown setting {unknown[0]}", f"Known are {', '.join(sorted(known))}."
        )


def _words(table: Mapping[str, Any], key: str, path: Path) -> list[str]:
    return cast("list[str]", _list(table, key, str, path))


def _list(table: Mapping[str, Any], key: str, kind: type, path: Path) -> list[Any]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(entry, kind) for entry in value):
        shape = "[[waivers]] tables" if kind is dict else 'a list such as ["REF", "NUM001"]'
        raise SettingsError(f"{path}: {key} is not {shape}", f"Write {shape}.")
    return value


def _severity(value: object, path: Path) -> Severity:
    if value is None:
        return LEAST_SHOWN
    if value not in tuple(Severity):
        raise SettingsError(f"{path}: no severity {value!r}", f"Known are {', '.join(Severity)}.")
    return Severity(str(value))


def _language(value: object, path: Path) -> Language | None:
    if value is not None and value not in tuple(Language):
        raise SettingsError(f"{path}: no language {value!r}", f"Known are {', '.join(Language)}.")
    return None if value is None else Language(str(value))


def _registry(value: object, path: Path) -> Path | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise SettingsError(f"{path}: registry is no path", 'Write a path such as "documents.csv".')
    return path.parent / value


def _waiver(entry: Mapping[str, Any], path: Path) -> Waiver:
    _refuse_unknown(entry, _WAIVER_KEYS, f"{path}: waivers")
    if bad := [key for key, value in entry.items() if not isinstance(value, str)]:
        raise SettingsError(f"{path}: {bad[0]} of a waiver is no text", "Write it in quotes.")
    if missing := [key for key in ("report", "rule", "reason") if not entry.get(key, "").strip()]:
        raise SettingsError(
            f"{path}: a waiver has no {missing[0]}", "Each waiver names its report and rule, and says why."
        )
    [rule] = checked_codes([entry["rule"]], f"{path}: waivers") or [""]
    return Waiver(entry["report"], rule, entry["reason"], entry.get("words"))
