"""One document under several issuers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import regex

from extractor.checks.finding import Basis, Severity, Spot
from extractor.checks.messages import say
from extractor.checks.rule import rule
from extractor.cross_checks.archive import Archive
from extractor.cross_checks.citations.statements import dissents, divided
from patterns.folding import fold
from patterns.gazetteers import match, read_data


@rule("REF203", "issuers-in-reports-differ", Severity.WARNING, Basis.REPORTS)
def issuers_differ(archive: Archive) -> Iterator[Spot]:
    """The same document was issued by one body in this report and by another in others."""
    for statements in divided(archive, "issuer"):
        for dissent in dissents(statements, same_body):
            statement, majority = dissent.statement, dissent.majority
            if not dissent.is_clear:
                continue
            yield Spot(
                statement.start,
                statement.end,
                say(
                    '"{document}" is of "{found}" here; {agreeing} of the {reports} reports that name its issuer '
                    'have "{expected}"',
                    document=statement.code,
                    found=statement.value,
                    expected=majority.value,
                    agreeing=dissent.agreeing,
                    reports=dissent.reports,
                ),
                expected=majority.value,
                found=statement.value,
                related=majority.places(lambda one: say('"{issuer}" there', issuer=one.value)),
                document=statement.document,
            )


def same_body(first: str, second: str) -> bool:
    """Whether two names may be those of one body: told apart are only bodies that are both known.

    >>> same_body("TTg Chính phủ", "Thủ tướng"), same_body("Bộ Chính trị", "Ban Bí thư")
    (True, False)
    >>> same_body("Chủ tịch UBND tỉnh", "Ủy ban nhân dân tỉnh Hà Giang"), same_body("UBND tỉnh", "HĐND tỉnh")
    (True, False)
    """
    one, other = _body(first), _body(second)
    return one is None or other is None or one == other


@lru_cache(maxsize=4096)
def _body(issuer: str) -> str | None:
    """The name of a central body, the kind of a local one, None for what is neither."""
    found = match("issuers", issuer)
    if len(found) == 1 and (found[0].start, found[0].end) == (0, len(issuer)):
        [body, *homonyms] = found[0].entries
        return None if homonyms or fold(issuer) in _LOOSE else body.name
    kind = _kinds().match(fold(issuer))
    return kind.lastgroup if kind else None


# "Trung ương Đảng" is said of every body of the Party's centre.
_LOOSE = {"trung ương đảng", "trung ương"}


@lru_cache(maxsize=1)
def _kinds() -> regex.Pattern[str]:
    grammar: dict[str, list[str]] = read_data("issuers")["grammar"]
    roles = "|".join(regex.escape(fold(role)) for role in sorted(grammar["roles"], key=len, reverse=True))
    committees = "|".join(fold(name) for name in grammar["committees"])
    return regex.compile(
        rf"(?:thường trực )?(?:(?:{roles}) )?"
        r"(?:(?P<people_s_committee>(?:uỷ ban nhân dân|ubnd)\b)|(?P<people_s_council>(?:hội đồng nhân dân|hđnd)\b)|"
        rf"(?P<department>sở\b)|(?P<party_committee>(?:(?:ban thường vụ|btv|ban chấp hành|bch) )?(?:{committees})\b))"
    )
