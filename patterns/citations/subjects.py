"""What a cited document is about (trích yếu): the text after "về", "về việc", to the end of the clause."""

from __future__ import annotations

from patterns.citations.issuers import read_issuer
from patterns.citations.source import Stretch
from patterns.folding import compile_phrase
from patterns.mentions import Span

# "quy định về", "hướng dẫn về" lead to a subject; "quy định chi tiết", "hướng dẫn thực hiện" do not.
_ABOUT = compile_phrase(
    r"""[ ]*[,:-]?[ ]*(?:(?:quy[ ]định|qui[ ]định|hướng[ ]dẫn|chỉ[ ]đạo|yêu[ ]cầu)[ ]+)?(?:về[ ]việc|về|v/v)[ :]+
    |[ ]*,?[ ]*(?=ban[ ]hành[ ](?!kèm|ngày|theo|tại|năm)\w)""",
)
_END = compile_phrase(
    r"""[();]|\.\.+|…|(?<!\bt[px])\.(?=$|[ /”"])|:(?=[ ]|$)|[ ]và[ ](?:các|những|nhiều)[ ]văn[ ]bản|,[ ]đồng[ ]thời[ ]|,[ ]""",
)
_SHORT_FORM = compile_phrase(r"\((?:viết|gọi|sau|dưới)[ ](?:tắt|là|đây|gọi)")
# A clause that opens with its circumstances goes on, after a comma, with its own subject and verb.
_OPENER = compile_phrase(
    r"""(?:thực[ ]hiện|căn[ ]cứ|theo|để|sau[ ]khi|ngay[ ]sau|triển[ ]khai|nhằm|trên[ ]cơ[ ]sở|qua|quán[ ]triệt|từ[ ]khi|tiếp[ ]tục
    |xuất[ ]phát|trong[ ]quá|cụ[ ]thể[ ]hoá|bám[ ]sát|thi[ ]hành|chấp[ ]hành|tiếp[ ]thu|tại|hưởng[ ]ứng|với|cùng[ ]với|vận[ ]dụng)\b""",
)
_MAIN_CLAUSE = compile_phrase(
    r"""(?:[\w-]+[ ]+){0,9}?(?:đã|được|có|luôn|sẽ|chỉ[ ]đạo|ban[ ]hành|tổ[ ]chức|triển[ ]khai|xây[ ]dựng|thành[ ]lập|chủ[ ]động
    |tập[ ]trung|phối[ ]hợp|tiến[ ]hành|xác[ ]định|thực[ ]hiện|báo[ ]cáo|trình|yêu[ ]cầu|giao|đạt|nhận)(?!\w)""",
)
_MAIN_SUBJECT = compile_phrase(
    r"""(?:đến[ ]nay|trong|tỉnh|huyện|xã|thành[ ]phố|thị[ ]xã|các[ ](?:cấp|sở|huyện|xã|ngành|đơn[ ]vị|địa[ ]phương|cơ[ ]quan|chi|đảng)|toàn
    |cấp[ ]uỷ|lãnh[ ]đạo|ngành|đơn[ ]vị|cơ[ ]quan|chính[ ]quyền|đảng[ ]bộ|địa[ ]phương|hàng[ ]năm|hằng[ ]năm|năm[ ]\d|ngày[ ]\d
    |từ[ ](?:năm|đầu|ngày)|qua|nhiều|công[ ]tác|hội[ ]đồng|chúng[ ]tôi|đã)(?!\w)""",
)
_JOINT = compile_phrase(
    r"(?:[ ]*[,;]|[ ]*,?[ ]và)[ ]+(?:(?:các|những)[ ]+)?$",
)
_SENTENCE = compile_phrase(r"[.;:][ ]+|^[ ]*[-+*][ ]+")
_LONGEST = 1500
_LONGEST_SENTENCE = 600


def read_subject(stretch: Stretch, index: int, at: int) -> Span | None:
    """The subject of the stretch's head `index` when it begins at `text[at]`, right behind number, date or issuer."""
    about = _ABOUT.match(stretch.folded, at, stretch.end)
    if about is None:
        return None
    begin = about.end()
    stop = _end_of_clause(stretch, index, begin)
    while stop > begin and stretch.unified[stop - 1] in " ,-/.":
        stop -= 1
    return (begin, stop) if stop > begin else None


def _end_of_clause(stretch: Stretch, index: int, begin: int) -> int:
    end = _before_coordinated(stretch, index, begin)
    opened = _opens_with_circumstances(stretch, index)
    depth = 0
    for mark in _END.finditer(stretch.folded, begin, end):
        at, sign = mark.start(), mark[0]
        if sign == "(":
            if depth == 0 and _SHORT_FORM.match(stretch.folded, at):
                return at
            depth += 1
        elif sign == ")" and depth:
            depth -= 1
        elif sign == ", ":
            if depth == 0 and opened and _goes_on(stretch, mark.end()):
                return at
        elif depth == 0 and not (sign == ";" and stretch.cell):
            return at
    return end


def _before_coordinated(stretch: Stretch, index: int, begin: int) -> int:
    """The next document cut off, when it stands beside this one ("… và Thông tri số 25/…") and not in its subject.

    A document named first behind a verb ("triển khai Nghị định …") is in the subject, and so are those after it.
    """
    end = min(stretch.end, begin + _LONGEST)
    if index + 1 == len(stretch.heads) or not begin < stretch.heads[index + 1].start < end:
        return end
    joint = _JOINT.search(stretch.folded, begin, stretch.heads[index + 1].start)
    return joint.start() if joint else end


def _opens_with_circumstances(stretch: Stretch, index: int) -> bool:
    """Whether the sentence of the citation begins with "Thực hiện …", "Căn cứ …" and the like."""
    head = stretch.heads[index]
    sentence = stretch.start
    for stop in _SENTENCE.finditer(
        stretch.folded, max(stretch.start, head.start - _LONGEST_SENTENCE), head.start
    ):
        sentence = stop.end()
    return _OPENER.match(stretch.folded, sentence) is not None


def _goes_on(stretch: Stretch, at: int) -> bool:
    """Whether the main clause begins at `text[at]`: a subject such as a body or a place, with its verb near."""
    body = read_issuer(stretch.unified, stretch.folded, at, stretch.end)
    named = body is not None or _MAIN_SUBJECT.match(stretch.folded, at, stretch.end) is not None
    return named and _MAIN_CLAUSE.match(stretch.folded, at, stretch.end) is not None
