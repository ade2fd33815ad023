"""Every rule has its pages, and the examples on them are what they say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import extractor.checks
from extractor.checks import REPORT_RULES
from tests.checks.reports import findings

PAGES = Path(extractor.checks.__file__).parent / "pages"
SECTIONS = {
    "en": ("What it finds", "Why", "Bad", "Good", "What to do"),
    "vi": ("Phát hiện", "Vì sao", "Sai", "Đúng", "Cách xử lý"),
}
RULES = {rule.code: rule for rule in REPORT_RULES}
PAGE_FILES = sorted(PAGES.glob("[A-Z]*[0-9].*.md"))


def section(page: Path, name: str) -> str:
    parts = re.split(r"^## (.+)$", page.read_text("utf-8"), flags=re.M)
    return dict(zip(parts[1::2], parts[2::2], strict=True))[name]


def examples(page: Path, name: str) -> list[str]:
    return re.findall(r"^```\w*\n(.*?)^```$", section(page, name), flags=re.M | re.S)


@pytest.mark.parametrize("code", sorted(RULES))
@pytest.mark.parametrize("language", sorted(SECTIONS))
def test_a_page_has_its_title_and_sections(code: str, language: str) -> None:
    page = PAGES / f"{code}.{language}.md"
    text = page.read_text("utf-8")
    assert text.startswith(f"# {code} {RULES[code].name}\n")
    assert tuple(re.findall(r"^## (.+)$", text, flags=re.M)) == SECTIONS[language]
    assert all(section(page, name).strip() for name in SECTIONS[language])


@pytest.mark.parametrize("code", sorted(RULES))
def test_the_examples_are_what_they_say(code: str) -> None:
    for language, (_, _, bad, good, _) in SECTIONS.items():
        page = PAGES / f"{code}.{language}.md"
        assert examples(page, bad)
        assert examples(page, good)
        for example in examples(page, bad):
            assert findings(example, code), f"{page.name} finds nothing in {example}"
        for example in examples(page, good):
            assert not findings(example, code), f"{page.name} finds something in {example}"


def test_no_code_and_no_name_is_given_twice() -> None:
    assert len(RULES) == len(REPORT_RULES) == len({rule.name for rule in REPORT_RULES})
