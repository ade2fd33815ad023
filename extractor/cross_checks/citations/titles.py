"""One document under several titles."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.finding import Basis, Severity, Spot
from extractor.checks.messages import say
from extractor.checks.rule import rule
from extractor.cross_checks.archive import Archive
from extractor.cross_checks.citations.statements import dissents, divided
from extractor.cross_checks.wording import content_words, shared

_FEWEST_WORDS = 4  # that tell something; shorter titles are shortened ones
_STRANGE = 0.25  # of the shorter title's words: less than that is another matter


@rule("REF202", "titles-in-reports-differ", Severity.INFO, Basis.REPORTS)
def titles_differ(archive: Archive) -> Iterator[Spot]:
    """The same document is about one matter in this report and about another in others.

    Reports shorten titles as they please, so only titles that share next to nothing are told.
    """
    for statements in divided(archive, "subject"):
        for dissent in dissents(statements, _alike):
            statement, majority = dissent.statement, dissent.majority
            if not dissent.is_clear:
                continue
            yield Spot(
                statement.start,
                statement.end,
                say(
                    '"{document}" is about "{found}" here; {agreeing} of the {reports} reports that tell its title '
                    'have "{expected}": check the number',
                    document=statement.code,
                    found=statement.value,
                    expected=majority.value,
                    agreeing=dissent.agreeing,
                    reports=dissent.reports,
                ),
                expected=majority.value,
                found=statement.value,
                related=majority.places(lambda one: say('"{title}" there', title=one.value)),
                document=statement.document,
            )


def _alike(first: str, second: str) -> bool:
    one, other = content_words(first), content_words(second)
    return min(len(one), len(other)) < _FEWEST_WORDS or shared(one, other) >= _STRANGE
