"""One document about two things."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from extractor.checks.agreement.documents import by_document
from extractor.checks.checked import CheckedReport
from extractor.checks.finding import Basis, Related, Severity, Spot
from extractor.checks.messages import say
from extractor.checks.rule import rule
from patterns.folding import fold

_WORD = regex.compile(r"\w+")
_SAID = 4  # words: a shorter subject is only hinted at


@rule("REF105", "subjects-differ", Severity.INFO, Basis.PAGE)
def subjects_differ(checked: CheckedReport) -> Iterator[Spot]:
    """The same document with its subject in other words; one that is only shorter at its end agrees."""
    for group in by_document(checked.citations).values():
        stated = [c for c in group if c.subject and c.subject_span and len(_words(c.subject)) >= _SAID]
        if len(stated) < 2:
            continue
        first = max(stated, key=lambda citation: len(citation.subject or ""))
        whole = _words(first.subject or "")
        for citation in stated:
            words = _words(citation.subject or "")
            one_day = not (citation.date and first.date and citation.date != first.date)
            if words != whole[: len(words)] and one_day and citation.subject_span and first.subject_span:
                yield Spot(
                    *citation.subject_span,
                    say('the subject of "{document}" is worded otherwise elsewhere', document=citation.raw),
                    expected=first.subject,
                    found=citation.subject,
                    related=(Related(*first.subject_span),),
                )


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))
