"""What a clause says is done, and who does it: "Ban Chỉ đạo tỉnh | thành lập"."""

from __future__ import annotations

from functools import cache

import regex

from patterns.engines import compile_pattern
from patterns.folding import fold
from patterns.indicators.vocabulary import alternation, words
from patterns.mentions import Span


@cache
def clause_verbs() -> regex.Pattern[str]:
    """A word that shows that the words before a comma are a clause of their own, not part of a list of nouns."""
    listed = alternation(words("function_words", "clause_words"), words("function_words", "verbs"))
    return compile_pattern(rf"(?<!\p{{L}}){listed}(?!\p{{L}})")


def clause_verb(phrase: str) -> str | None:
    """What a phrase says of its noun, from its verb on ("đạt chuẩn văn hóa"), or None.

    >>> clause_verb("cơ quan đạt chuẩn văn hóa"), clause_verb("gia đình")
    ('đạt chuẩn văn hóa', None)
    """
    match = clause_verbs().search(fold(phrase))
    return phrase[match.start() :] if match and match.start() else None


@cache
def _action() -> regex.Pattern[str]:
    """A verb, but not where it is part of a body's name ("Ban Chỉ đạo", "Thanh tra", "cơ sở sản xuất")."""
    nouns = (regex.escape(noun) for noun in words("function_words", "holders_of_verbs"))
    after = "".join(rf"(?<!{noun}\ )" for noun in nouns)
    return compile_pattern(rf"(?<!\p{{L}}){after}{alternation(words('function_words', 'verbs'))}(?!\p{{L}})")


_AUXILIARY = regex.compile(r"(?<!\p{L})(?:đã|đang|sẽ)\ (?:được\ )?")


def split_action(folded: str, span: Span) -> tuple[Span | None, Span | None]:
    """Part a clause into who acts and what is done: "Ban Chỉ đạo tỉnh | thành lập"."""
    match = _AUXILIARY.search(folded, *span)
    begin = match.end() if match else None
    if match is None:
        match = _action().search(folded, *span)
        begin = match.start() if match else None
    if match is None or begin is None:
        return span, None
    actor = (span[0], match.start()) if folded[span[0] : match.start()].strip() else None
    return actor, (begin, span[1]) if folded[begin : span[1]].strip() else None
