"""Every message has its Vietnamese, with the same names in it, and the compiled catalogue is that of the source."""

from __future__ import annotations

import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

import extractor
from extractor.checks.messages import say
from extractor.settings import Language

PACKAGE = Path(extractor.__file__).parent
CATALOGUE = PACKAGE / "checks" / "locale" / "vi" / "LC_MESSAGES" / "baocao.po"
KEYWORDS = {"say": None, "_": None}
METHODS = [("**.py", "python"), ("**/templates/**.html", "jinja2.ext:babel_extract")]


def said() -> Iterator[str]:
    for _, _, words, _, _ in extract_from_dir(str(PACKAGE), METHODS, keywords=KEYWORDS):
        yield words if isinstance(words, str) else words[0]


def translations() -> dict[str, str]:
    with CATALOGUE.open("rb") as file:
        return {str(entry.id): str(entry.string) for entry in read_po(file, locale="vi") if entry.id}


def names(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def test_what_is_said_and_what_is_translated_are_the_same() -> None:
    assert set(said()) == set(translations())


@pytest.mark.parametrize("template", sorted(translations()))
def test_a_translation_has_the_names_of_its_template(template: str) -> None:
    assert translations()[template].strip()
    assert names(translations()[template]) == names(template)


def test_the_compiled_catalogue_is_current() -> None:
    with CATALOGUE.with_suffix(".mo").open("rb") as file:
        compiled = {str(entry.id): str(entry.string) for entry in read_mo(file) if entry.id}
    assert compiled == translations(), "run `make messages`"


def test_a_message_is_told_in_both_languages() -> None:
    message = say('no calendar has "{date}"', date="ngày 31/6/2016")
    assert message.text(Language.ENGLISH) == 'no calendar has "ngày 31/6/2016"'
    assert message.text(Language.VIETNAMESE) == 'lịch không có "ngày 31/6/2016"'
