"""The pages of the rules across reports; in their examples a line of three stars parts the reports."""

from __future__ import annotations

import re

import pytest

from extractor.checks import REPORT_RULES
from extractor.cross_checks import ARCHIVE_RULES
from tests.checks.test_pages import PAGES, SECTIONS, examples, section
from tests.cross_checks.archives import findings, reports_of

RULES = {rule.code: rule for rule in ARCHIVE_RULES}


@pytest.mark.parametrize("code", sorted(RULES))
@pytest.mark.parametrize("language", sorted(SECTIONS))
def test_a_page_has_its_title_and_sections(code: str, language: str) -> None:
    page = PAGES / f"{code}.{language}.md"
    text = page.read_text("utf-8")
    assert text.startswith(f"# {code} {RULES[code].name}\n")
    assert tuple(re.findall(r"^## (.+)$", text, flags=re.M)) == SECTIONS[language]
    assert all(section(page, name).strip() for name in SECTIONS[language])


@pytest.mark.parametrize("code", sorted(RULES))
@pytest.mark.parametrize("language", sorted(SECTIONS))
def test_the_examples_are_what_they_say(code: str, language: str) -> None:
    _, _, bad, good, _ = SECTIONS[language]
    page = PAGES / f"{code}.{language}.md"
    assert examples(page, bad)
    assert examples(page, good)
    for example in examples(page, bad):
        assert findings(reports_of(example), code), f"{page.name} finds nothing in {example}"
    for example in examples(page, good):
        assert not findings(reports_of(example), code), f"{page.name} finds something in {example}"


def test_no_code_and_no_name_is_given_twice() -> None:
    rules = [*REPORT_RULES, *ARCHIVE_RULES]
    assert len({rule.code for rule in rules}) == len({rule.name for rule in rules}) == len(rules)
