"""What a cited document is about (trích yếu): the text after "về", "về việc", to the end of the clause."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from patterns.citations.issuers import read_issuer
from patterns.citations.source import Head, Source
from patterns.mentions import Span

# "quy định về", "hướng dẫn về" lead to a subject; "quy định chi tiết", "hướng dẫn thực hiện" do not.
_ABOUT = regex.compile(
    r"""[ ]*[,:-]?[ ]*(?:(?:quy[ ]định|qui[ ]định|hướng[ ]dẫn|chỉ[ ]đạo|yêu[ ]cầu)[ ]+)?(?:về[ ]việc|về|v/v)[ :]+
    |[ ]*,?[ ]*(?=ban[ ]hành[ ](?!kèm|ngày|theo|tại|năm)\w)""",
    regex.VERBOSE,
)
_END = regex.compile(
    r"""[();]|\.\.+|…|(?<!\bt[px])\.(?=$|[ /”"])|:(?=[ ]|$)|[ ]và[ ](?:các|những|nhiều)[ ]văn[ ]bản|,[ ]đồng[ ]thời[ ]|,[ ]""",
    regex.VERBOSE,
)
_SHORT_FORM = regex.compile(r"\((?:viết tắt|gọi tắt|gọi là|sau đây|dưới đây|sau gọi)")
# A clause that opens with its circumstances goes on, after a comma, with its own subject and verb.
_OPENER = regex.compile(
    r"""(?:thực[ ]hiện|căn[ ]cứ|theo|để|sau[ ]khi|ngay[ ]sau|triển[ ]khai|nhằm|trên[ ]cơ[ ]sở|qua|quán[ ]triệt|từ[ ]khi|tiếp[ ]tục
    |xuất[ ]phát|trong[ ]quá|cụ[ ]thể[ ]hoá|bám[ ]sát|thi[ ]hành|chấp[ ]hành|tiếp[ ]thu|tại|hưởng[ ]ứng|với|cùng[ ]với|vận[ ]dụng)\b""",
    regex.VERBOSE,
)
_MAIN_CLAUSE = regex.compile(
    r"""(?:[\w-]+[ ]+){0,9}?(?:đã|được|có|luôn|sẽ|chỉ[ ]đạo|ban[ ]hành|tổ[ ]chức|triển[ ]khai|xây[ ]dựng|thành[ ]lập|chủ[ ]động
    |tập[ ]trung|phối[ ]hợp|tiến[ ]hành|xác[ ]định|thực[ ]hiện|báo[ ]cáo|trình|yêu[ ]cầu|giao|đạt|nhận)(?!\w)""",
    regex.VERBOSE,
)
_MAIN_SUBJECT = regex.compile(
    r"""(?:đến[ ]nay|trong|tỉnh|huyện|xã|thành[ ]phố|thị[ ]xã|các[ ](?:cấp|sở|huyện|xã|ngành|đơn[ ]vị|địa[ ]phương|cơ[ ]quan|chi|đảng)|toàn
    |cấp[ ]uỷ|lãnh[ ]đạo|ngành|đơn[ ]vị|cơ[ ]quan|chính[ ]quyền|đảng[ ]bộ|địa[ ]phương|hàng[ ]năm|hằng[ ]năm|năm[ ]\d|ngày[ ]\d
    |từ[ ](?:năm|đầu|ngày)|qua|nhiều|công[ ]tác|hội[ ]đồng|chúng[ ]tôi|đã)(?!\w)""",
    regex.VERBOSE,
)
_JOINT = regex.compile(r"(?:[ ]*,|[ ]*,?[ ]và)[ ]+(?:(?:các|những)[ ]+)?$", regex.VERBOSE)
_SENTENCE = regex.compile(r"[.;:][ ]+|^[ ]*[-+*][ ]+")
_LONGEST = 1500


def read_subject(
    source: Source, heads: Sequence[Head], index: int, at: int, start: int, end: int
) -> Span | None:
    """The subject of `heads[index]` when it begins at `text[at]`, right behind number, date or issuer."""
    about = _ABOUT.match(source.folded, at, end)
    if about is None:
        return None
    begin = about.end()
    stop = _end_of_clause(source, heads, index, begin, start, min(end, begin + _LONGEST))
    while stop > begin and source.unified[stop - 1] in " ,-/.":
        stop -= 1
    return (begin, stop) if stop > begin else None


def _end_of_clause(
    source: Source, heads: Sequence[Head], index: int, begin: int, start: int, end: int
) -> int:
    end = _before_coordinated(source, heads, index, begin, end)
    opened = _opens_with_circumstances(source, heads[index], start)
    depth = 0
    for mark in _END.finditer(source.folded, begin, end):
        at, sign = mark.start(), mark[0]
        if sign == "(":
            if depth == 0 and _SHORT_FORM.match(source.folded, at):
                return at
            depth += 1
        elif sign == ")" and depth:
            depth -= 1
        elif depth == 0 and (sign != ", " or (opened and _goes_on(source, mark.end(), end))):
            return at
    return end


def _before_coordinated(source: Source, heads: Sequence[Head], index: int, begin: int, end: int) -> int:
    """The next document cut off, when it stands beside this one ("… và Thông tri số 25/…") and not in its subject.

    A document named first behind a verb ("triển khai Nghị định …") is in the subject, and so are those after it.
    """
    if index + 1 == len(heads) or not begin < heads[index + 1].start < end:
        return end
    joint = _JOINT.search(source.folded, begin, heads[index + 1].start)
    return joint.start() if joint else end


def _opens_with_circumstances(source: Source, head: Head, start: int) -> bool:
    """Whether the sentence of the citation begins with "Thực hiện …", "Căn cứ …" and the like."""
    sentence = start
    for stop in _SENTENCE.finditer(source.folded, max(start, head.start - 600), head.start):
        sentence = stop.end()
    return _OPENER.match(source.folded, sentence) is not None


def _goes_on(source: Source, at: int, end: int) -> bool:
    """Whether the main clause begins at `text[at]`: a subject such as a body or a place, with its verb near."""
    body = read_issuer(source.unified, source.folded, at, end)
    named = body is not None or _MAIN_SUBJECT.match(source.folded, at, end) is not None
    return named and _MAIN_CLAUSE.match(source.folded, at, end) is not None
