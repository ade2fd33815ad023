"""Whether a text is Vietnamese."""

from __future__ import annotations

import re
from collections import Counter

_SAMPLE = 30_000  # characters are enough to tell
_SHARE = 0.15  # of the words bear a letter that only Vietnamese has; in Vietnamese prose about half do

# Letters that no other language of the region or of Europe writes (é, à, ô, ã and their like are left out).
_WORD = re.compile(r"[^\W\d_]{2,}")
_VIETNAMESE = frozenset("ăđơưạảắằẳẵặấầẩẫậẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ")


def language_of(text: str) -> str | None:
    """ "vi" when enough words bear letters of Vietnamese alone, else None.

    >>> language_of("Ủy ban nhân dân tỉnh báo cáo kết quả"), language_of("Le comité a présenté son rapport")
    ('vi', None)
    """
    words = Counter(_WORD.findall(text[:_SAMPLE].lower()))
    marked = sum(times for word, times in words.items() if not _VIETNAMESE.isdisjoint(word))
    return "vi" if words and marked >= _SHARE * words.total() else None
