"""Laws named by their subject: "Luật Đất đai năm 2013", "Bộ luật Lao động ngày 20/11/2019" (luật gọi theo tên)."""

from __future__ import annotations

from patterns.folding import compile_phrase

# "pháp luật", "kỷ luật", "quy luật" and "nghĩa vụ luật" are no laws; nor is "Luật" without a name behind it.
_TYPE = compile_phrase(
    r"(?<![\w])(?<!pháp[ ])(?<!kỷ[ ])(?<!kỉ[ ])(?<!quy[ ])(?P<type>bộ[ ]luật|luật|pháp[ ]lệnh|hiến[ ]pháp)(?=[ ])",
)
# Words that end a law's name: the sentence goes on ("Luật Hộ tịch trong năm 2016").
_NO_NAME = compile_phrase(
    r"""[;:."“”]|\d|,[ ]*$|(?<!\w)(?:từ|đến|tới|trong|trước|sau|kể|này|nói|nêu|trên|cho|tại|vào|được|đã|đang|sẽ|hiệu[ ]lực
    |giai[ ]đoạn|ngày|tháng|quý|năm|số|thông[ ]qua|nghị[ ](?:định|quyết)|quyết[ ]định|thông[ ]tư|chỉ[ ]thị
    |(?:và|,)[ ](?:các|những)[ ]văn[ ]bản|pháp[ ]luật)(?!\w)""",
)
_AMENDING = compile_phrase(
    r"(?<!pháp[ ])(?P<type>bộ[ ]luật|luật|pháp[ ]lệnh)[ ]+(?:sửa[ ]đổi|bổ[ ]sung)[^;:.()]{0,160}$",
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
    found = None
    for found in _TYPE.finditer(folded, begin, position):
        pass
    if found is None or not text[found.start()].isupper():
        return None
    if _breaks_name(folded, found.end(), position, found["type"]):
        return None
    outer = _AMENDING.search(folded, begin, found.start())
    return outer.start() if outer and text[outer.start()].isupper() else found.start()


def _breaks_name(folded: str, start: int, end: int, kind: str) -> bool:
    name = folded[start:end].replace(" pháp luật", "")
    if not name.strip():
        return kind != "hiến pháp"
    return not name.endswith(" ") or _NO_NAME.search(name) is not None
