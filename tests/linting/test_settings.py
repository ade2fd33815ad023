"""Settings: where they are looked for, what they mean, and how a wrong one is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.linting import Settings, SettingsError, load_settings, with_options
from extractor.linting.waivers import Waiver
from extractor.settings import Language, Severity

WAIVER = '[[waivers]]\nreport = "a.pdf"\nrule = "REF007"\nreason = "seen on paper"\n'


def test_without_a_file_warnings_of_all_rules_are_shown(tmp_path: Path) -> None:
    settings = load_settings(tmp_path)
    assert settings == Settings()
    assert settings.wants("REF007")
    assert settings.severity is Severity.WARNING


def test_the_nearest_file_above_counts(tmp_path: Path) -> None:
    (tmp_path / "baocao.toml").write_text('severity = "error"')
    below = tmp_path / "reports" / "2021"
    below.mkdir(parents=True)
    assert load_settings(below).severity is Severity.ERROR
    (below / "pyproject.toml").write_text("[tool.other]\nx = 1\n")
    assert load_settings(below).severity is Severity.ERROR
    (below / "pyproject.toml").write_text('[tool.baocao]\nlang = "vi"\nregistry = "list.csv"\n')
    settings = load_settings(below)
    assert (settings.severity, settings.language) == (Severity.WARNING, Language.VIETNAMESE)
    assert settings.registry == below / "list.csv"


def test_all_keys_are_read(tmp_path: Path) -> None:
    (tmp_path / "baocao.toml").write_text(f'select = ["REF"]\nignore = ["ref007"]\n{WAIVER}words = "31/6"\n')
    settings = load_settings(tmp_path)
    assert settings.select == ("REF",)
    assert not settings.wants("REF007")
    assert settings.waivers == (Waiver("a.pdf", "REF007", "seen on paper", "31/6"),)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("select = [", "cannot be read"),
        ("selct = []", "unknown setting selct"),
        ('select = "REF"', "select is not a list"),
        ('ignore = ["XYZ"]', "no rule XYZ"),
        ('severity = "bad"', "no severity 'bad'"),
        ('lang = "fr"', "no language 'fr'"),
        ("registry = 3", "registry is no path"),
        ("waivers = [1]", "waivers is not [[waivers]]"),
        ('[[waivers]]\nreport = "a"\nrule = "REF007"\n', "no reason"),
        ('[[waivers]]\nreport = "a"\nrule = "REF007"\nreason = " "\n', "no reason"),
        ('[[waivers]]\nreport = "a"\nrule = "NO1"\nreason = "x"\n', "no rule NO1"),
        ('[[waivers]]\nreport = 3\nrule = "REF007"\nreason = "x"\n', "report of a waiver"),
        (WAIVER + 'why = "x"\n', "unknown setting why"),
    ],
)
def test_a_setting_that_cannot_be_meant_is_told(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "baocao.toml").write_text(text)
    with pytest.raises(SettingsError, match=r"baocao\.toml") as error:
        load_settings(tmp_path)
    assert told in error.value.message
    assert error.value.advice


def test_options_replace_the_file_and_ignored_rules_add_up() -> None:
    settings = Settings(select=("REF",), ignore=("REF007",), language=Language.VIETNAMESE)
    changed = with_options(settings, ignore=["REF0"], severity=Severity.INFO)
    assert changed.select == ("REF",)
    assert changed.ignore == ("REF007", "REF0")
    assert (changed.severity, changed.language) == (Severity.INFO, Language.VIETNAMESE)
    with pytest.raises(SettingsError, match="--select: no rule ABC"):
        with_options(settings, select=["ABC"])


@pytest.mark.parametrize(
    ("select", "ignore", "wanted"),
    [
        ((), (), True),
        (("REF",), (), True),
        (("REF007",), (), True),
        (("REF007",), ("REF",), True),
        ((), ("REF",), False),
        (("REF",), ("REF007",), False),
        (("REF",), ("REF",), False),
        (("REF001",), (), False),
    ],
)
def test_the_longer_beginning_decides(select: tuple[str, ...], ignore: tuple[str, ...], wanted: bool) -> None:
    assert Settings(select=select, ignore=ignore).wants("REF007") is wanted


@pytest.mark.parametrize(
    ("report", "path", "fits"),
    [
        ("a.pdf", "/x/a.pdf", True),
        ("a.pdf", "/x/aa.pdf", False),
        ("./a.pdf", "/x/a.pdf", True),
        ("2021/*.pdf", "/x/2021/a.pdf", True),
        ("2021/*.pdf", "/x/2020/a.pdf", False),
        ("*", "/x/a.pdf", True),
        ("/x/a.pdf", "/x/a.pdf", True),
        ("A.pdf", "/x/a.pdf", False),
    ],
)
def test_a_waiver_names_reports_by_the_end_of_their_paths(report: str, path: str, fits: bool) -> None:
    assert Waiver(report, "REF", "why").covers(path, "REF007", "words") is fits
