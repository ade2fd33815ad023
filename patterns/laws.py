"""Laws named by their subject: "Luật Đất đai năm 2013", "Bộ luật Lao động ngày 20/11/2019".

Citations name them so; dates leave their years out, since those are part of the name.
"""

from __future__ import annotations

from functools import cache

from patterns.folding import compile_search, fold
from patterns.gazetteers import read_data

# "pháp luật", "kỷ luật" and "quy luật" are no laws, "luật sư" and "luật gia" are people.
_TYPE = compile_search(
    r"""(?<!\w)(?<!pháp[ ])(?<!k[ỷỉ][ ])(?<!quy[ ])
    (?:bộ[ ]luật|luật(?![ ](?:sư|gia)(?!\w))|pháp[ ]lệnh|(?P<named>hiến[ ]pháp))(?=[ ])"""
)
# Words that end a law's name: the sentence goes on ("Luật Hộ tịch trong năm 2016").
_NO_NAME = compile_search(
    r"""[;:."“”]|\d|,[ ]*$|(?<!\w)(?:từ|đến|tới|trong|trước|sau|kể|này|nói|nêu|trên|cho|tại|vào|được|đã|đang
    |sẽ|hiệu[ ]lực|giai[ ]đoạn|ngày|tháng|quý|năm|số|thông[ ]qua|nghị[ ](?:định|quyết)|quyết[ ]định|thông[ ]tư
    |chỉ[ ]thị|(?:và|,)[ ](?:các|những)[ ]văn[ ]bản)(?!\w)"""
)
_AMENDING = compile_search(
    r"(?<!\w)(?<!pháp[ ])(?:bộ[ ]luật|luật|pháp[ ]lệnh)[ ](?:sửa[ ]đổi|bổ[ ]sung)[^;:.()]{0,160}$"
)
_LONGEST_NAME = 240


def named_law_before(text: str, folded: str, position: int, start: int) -> int | None:
    """Where the law begins whose name ends at `position`, just before its year, date or number; or None.

    A law that amends another takes the amended law into its name, as
    "Luật sửa đổi, bổ sung một số điều của Luật Xây dựng" does.

    >>> text = "Theo Luật Phòng, chống tham nhũng năm 2018"
    >>> text[named_law_before(text, text.lower(), 34, 0) :]
    'Luật Phòng, chống tham nhũng năm 2018'
    """
    begin = max(start, position - _LONGEST_NAME)
    # Written out, since it is asked of every year
    if (
        folded.rfind("luật", begin, position) < 0
        and folded.rfind("lệnh", begin, position) < 0
        and folded.rfind("hiến", begin, position) < 0
    ):
        return None
    types = list(_TYPE.finditer(folded, begin, position))
    if not types or not text[types[-1].start()].isupper():
        return None
    law = types[-1]
    name = folded[law.end() : position].removesuffix("(")  # "Luật Tố cáo (năm 2018)"
    complete = name.endswith(" ") and (name.strip() or law["named"])
    if not complete or (_NO_NAME.search(name) and " ".join(name.split()) not in _known_names()):
        return None
    outer = _AMENDING.search(folded, begin, law.start())
    return outer.start() if outer and text[outer.start()].isupper() else law.start()


@cache
def _known_names() -> frozenset[str]:
    """Folded names of laws that hold words at which a name elsewhere ends."""
    return frozenset(fold(name) for name in read_data("laws")["names"])
