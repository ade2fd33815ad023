"""Whether a text is Vietnamese."""

from __future__ import annotations

import regex

_SAMPLE = 100_000  # characters are enough to tell
_SHARE = 0.15  # of the words bear a letter that only Vietnamese has; in Vietnamese prose about half do

# Letters that no other language of the region or of Europe writes (é, à, ô, ã and their like are left out).
_WORD = regex.compile(r"\p{L}{2,}")
_VIETNAMESE = regex.compile(r"[ăđơưạảắằẳẵặấầẩẫậẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", regex.IGNORECASE)


def language_of(text: str) -> str | None:
    """ "vi" when enough words bear letters of Vietnamese alone, else None.

    >>> language_of("Ủy ban nhân dân tỉnh báo cáo kết quả"), language_of("Le comité a présenté son rapport")
    ('vi', None)
    """
    words = _WORD.findall(text[:_SAMPLE])
    marked = sum(1 for word in words if _VIETNAMESE.search(word))
    return "vi" if words and marked >= _SHARE * len(words) else None
