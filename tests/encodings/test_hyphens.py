"""Hyphens that are the letter ư of TCVN3, and those that are hyphens."""

from __future__ import annotations

import pytest

from extractor.encodings import lacks_u_horn, restore_u_horn


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("n-ớc", "nước"),
        ("đầu t-", "đầu tư"),
        ("-ớc đạt", "ước đạt"),
        ("Trung -ơng", "Trung ương"),
        ("CH-ƠNG", "CHƯƠNG"),
        ("TT-BTC", "TT-BTC"),
        ("12-CT/TU", "12-CT/TU"),
        ("kinh tế-xã hội", "kinh tế-xã hội"),
        ("Ê-đê", "Ê-đê"),
        ("- Quản lý", "- Quản lý"),
        ("2003-2004", "2003-2004"),
        ("-", "-"),
    ],
)
def test_hyphens(text: str, shown: str) -> None:
    assert restore_u_horn(text) == shown
    assert len(shown) == len(text)


def test_a_short_text_may_lack_the_letter() -> None:
    assert not lacks_u_horn("kế hoạch phát triển kinh tế")
