"""The few words around the messages, in the reader's language."""

from __future__ import annotations

from extractor.checks.messages import say
from extractor.settings import Language, Severity

_SEVERITIES = {
    Severity.ERROR: say("error"),
    Severity.WARNING: say("warning"),
    Severity.INFO: say("info"),
}
EXPECTED = say("expected")
SEE = say("see")
FIX = say("certain correction")
WAIVED = say("let stand")


def severity_word(severity: Severity, language: Language) -> str:
    """The word for a severity."""
    return _SEVERITIES[severity].text(language)
