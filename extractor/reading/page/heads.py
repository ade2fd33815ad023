"""The words by which the head and the foot of an official document are known, wherever they stand."""

from __future__ import annotations

import re

_NATIONAL_HEAD = re.compile(
    r"CỘNG H(?:ÒA|OÀ) XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập\s*-\s*Tự do", re.IGNORECASE
)
_RECIPIENTS = re.compile(r"Nơi nhận\s*:", re.IGNORECASE)


def is_national_head(text: str) -> bool:
    """Tell whether a text holds the state's or the Party's title (quốc hiệu, tiêu ngữ, tiêu đề).

    >>> is_national_head("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"), is_national_head("Xã hội")
    (True, False)
    """
    return _NATIONAL_HEAD.search(text) is not None


def is_head_or_foot(text: str) -> bool:
    """Tell whether a text belongs to a letterhead, or opens the recipients (nơi nhận)."""
    return is_national_head(text) or _RECIPIENTS.search(text) is not None
