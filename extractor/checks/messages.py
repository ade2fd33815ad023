"""Messages in English and Vietnamese: a template, its arguments, and gettext catalogues for the other language."""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from extractor.settings import Language

_DOMAIN = "baocao"
_LOCALE = Path(__file__).parent / "locale"


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence that is put into words only when its reader's language is known.

    `template` is the English sentence with names in braces, the key of the catalogues; `arguments` holds what
    the page says, never words of a language.
    """

    template: str
    arguments: Mapping[str, str]

    def text(self, language: Language = Language.ENGLISH) -> str:
        """The sentence; English where the catalogue of a language lacks it."""
        template = (
            self.template if language is Language.ENGLISH else catalogue(language).gettext(self.template)
        )
        return template.format_map(self.arguments)

    def __str__(self) -> str:
        return self.text()


def say(template: str, /, **arguments: object) -> Message:
    """A message; what is given as its arguments is kept as text.

    >>> str(say("{parts} add up to {sum}", parts="19 + 335", sum=354))
    '19 + 335 add up to 354'
    """
    return Message(template, {name: str(value) for name, value in arguments.items()})


@cache
def catalogue(language: Language) -> gettext.NullTranslations:
    """The translations of a language; English is its own."""
    return gettext.translation(_DOMAIN, _LOCALE, languages=[language], fallback=True)
