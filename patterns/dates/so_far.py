"""Months of the year so far, named by their number alone: "Số thu 9 tháng đạt …" (lũy kế).

A bare "9 tháng" is as often a length ("thời hạn 9 tháng"), so that the words around it must speak of results.
"""

from __future__ import annotations

from patterns.dates.atoms import NUMBERS, Atom
from patterns.folding import compile_phrase

_MONTHS = compile_phrase(
    r"""(?P<lead>trong[ ])?(?:0?(?P<count>[2-9]|1[01])|(?P<name>hai|ba|bốn|sáu|bảy|bẩy|tám|chín|mười))[ ]*tháng
    (?![\p{L}\d/])"""
)
# Lengths, ages, terms and frequencies are told by what stands before or after
_LENGTH_WORD = compile_phrase(
    r"""(?<!\w)(?:thời[ ](?:hạn|gian|hiệu)|(?:kỳ[ ])?hạn|tiến[ ]độ|mức[ ]lương|phạt|tù|lớp|khoá|bảo[ ]hành|nợ|tuổi
    |chậm|đóng|nghỉ|thử[ ]việc|thử[ ]thách|giam[ ]giữ|bồi[ ]dưỡng|đào[ ]tạo|tập[ ]huấn|dạy|trợ[ ]cấp|lãi[ ]suất
    |định[ ]kỳ|học[ ]viên)(?!\w)"""
)
_CLAUSE = compile_phrase(r"[^.;:,()\d]*$")
_NEAR = 40
_LENGTH_BEFORE = frozenset(
    [
        "vòng",
        "đa",
        "thiểu",
        "nhất",
        "quá",
        "dưới",
        "trên",
        "hơn",
        "gần",
        "khoảng",
        "sau",
        "trước",
        "từ",
        "đến",
        "mỗi",
        "hằng",
        "hàng",
        "đủ",
        "thêm",
        "trợ",
        "học",
        "hưởng",
        "dài",
        "lương",
        "một",
        "năm",
        "và",
        "hoặc",
        "độ",
        "quý",
        "kết",
        "lên",
        "xuống",
        "còn",
        "tháng",
        "cho",
        "mất",
        "qua",
        "lùi",
        "hạn",
        "treo",
        "nuôi",
        "thai",
        "trẻ",
    ]
)
_TO = compile_phrase(r"\d[ ]*-$")
_LENGTH_AFTER = compile_phrase(
    r"""[ ]*(?:-[ ]*\d|(?:tuổi|lương|tù|một|mỗi|lần|liên|liền|tiền|đầu|cuối|trở|kể|đến|cho|học|không|thử|qua|tới|gần
    |và|hoặc|giam|cải|nghĩa|nợ|thi|tiếp|nữa|sau|trước|đối|với|để|phải|nhưng|tại|của|từ|trong|sử|bảo|lao|ăn|liền|đi
    |còn|theo|quá|ngắn|dài|là[ ]thời|quy|mới|thì|nếu|khi)(?!\w))"""
)
# A clause that begins with them, or a word of results before them
_OPENING = ".;:!?([|*+-"
_RESULT_BEFORE = frozenset(
    ["quả", "hiện", "ước", "th", "uth", "kế", "chung", "liệu", "ngân", "quân", "hợp", "tổng", "cộng", "giá"]
)
_RESULT_AFTER = compile_phrase(
    r"""[ ]*(?::|(?:ước|đạt|tăng|giảm|là|bằng|có|xảy[ ]ra|phát[ ]hiện|vượt|chiếm|toàn|cả|đã|tiếp[ ]nhận|giải[ ]ngân
    |thực[ ]hiện|so|năm)(?!\w))"""
)
_REACH = 60


def read_months_so_far(
    text: str, at: int, start: int, end: int, *, reported: int | None = None
) -> Atom | None:
    """ "9 tháng" at `text[at]` in the passage `text[start:end]`, with its "trong" where a clause begins so.

    `reported` is the number of months that the report covers, of which less proof is asked.
    """
    found = _MONTHS.match(text, at, min(end, at + _REACH))
    if found is None:
        return None
    count = int(found["count"]) if found["count"] else NUMBERS[found["name"]]
    before = text[max(start, at - _NEAR) : at].rstrip()
    word = before[before.rfind(" ") + 1 :]
    alone = at == start and found.end() == end  # of a cell, which may as well be a length
    begins = not alone and (not before or before[-1] in _OPENING or word in _RESULT_BEFORE)
    if not (begins or count == reported or _RESULT_AFTER.match(text, found.end(), end)):
        return None
    if (found["lead"] and not begins) or _is_length(text, before, word, found.end(), end):
        return None
    return Atom(*found.span(), "months", first=1, last=count)


def _is_length(text: str, before: str, word: str, at: int, end: int) -> bool:
    if word in _LENGTH_BEFORE or before[-1:].isdigit() or _TO.search(before):
        return True
    if _LENGTH_AFTER.match(text, at, min(end, at + _REACH)):
        return True
    clause = _CLAUSE.search(before)
    return clause is not None and _LENGTH_WORD.search(before, clause.start()) is not None
