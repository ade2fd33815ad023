"""What a cited document is about (trích yếu): the text after "về", "về việc", to the end of the clause."""

from __future__ import annotations

from functools import cache

import regex

from patterns.citations.issuers import read_issuer
from patterns.citations.source import Stretch, begins_with
from patterns.citations.vocabulary import alternatives
from patterns.folding import compile_phrase, compile_search, fold
from patterns.gazetteers import read_data
from patterns.mentions import Span

# "quy định về", "hướng dẫn về" lead to a subject; "quy định chi tiết", "hướng dẫn thực hiện" do not.
_ABOUT = compile_phrase(
    r"""[ ]*[,:-]?[ ]*(?:(?:qu[yi][ ]định|hướng[ ]dẫn|chỉ[ ]đạo|yêu[ ]cầu)[ ])?(?:về[ ]việc|về|v/v)[ :]+
    |[ ]*,?[ ]*(?=ban[ ]hành[ ](?!kèm|ngày|theo|tại|năm)\w)"""
)
# Where a clause may end; a comma ends it only before a main clause
_END = compile_search(
    r"""[();]|\.\.+|…|(?<!\bt[px])\.(?=$|[ /”"])|:(?=[ ]|$)|[ ]và[ ](?:các|những|nhiều)[ ]văn[ ]bản
    |,[ ]đồng[ ]thời[ ]|,[ ]"""
)
_SHORT_FORM = compile_phrase(r"\((?:viết|gọi|sau|dưới)[ ](?:tắt|là|đây|gọi)")
# A title in quotes ends with them, whatever stands within
_QUOTED = compile_phrase(r'“[^“”\n]{8,400}”|"[^"\n]{8,400}"')
_JOINT = compile_search(r"(?:[ ]*[,;]|[ ]*,?[ ]và)[ ](?:(?:các|những)[ ])?$")
_SENTENCE = compile_search(r"[.;:][ ]|^[ ]*[-+*][ ]")
_ISSUING = compile_phrase(
    r"(?:[ ](?:đã|cũng|tiếp[ ]tục))?[ ](?:ban[ ]hành|có|ký|thông[ ]qua|ra)[ ][^,;.]{0,40}$"
)
# ", Hạt Kiểm lâm báo cáo như sau"
_REPORTS = compile_phrase(
    r"(?:[\w&-]+[ ]){1,9}?(?:xin[ ]|kính[ ])?(?:báo[ ]cáo|trình)"
    r"(?:[ ](?:kết[ ]quả|tình[ ]hình|với|như[ ]sau|cụ[ ]thể)|[ ]?:|[ ]?$)"
)
_LONGEST = 1500
_LONGEST_ISSUING = 160
_LONGEST_SENTENCE = 600
_LONGEST_STATEMENT = 80


def read_subject(stretch: Stretch, index: int, at: int) -> Span | None:
    """The subject of the head `index` when it begins at `text[at]`, right behind number, date or issuer."""
    if not begins_with(stretch.folded, at, ",:-qhcyvb"):
        return None
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
    if quoted := _QUOTED.match(stretch.folded, begin, end):
        return quoted.end()
    marked = _end_by_marks(stretch, index, begin, end)
    # What the sentence says of the document itself ("… đã đi vào cuộc sống") is no part of its title
    told = _of_the_document().search(stretch.folded, begin, min(end, marked + _LONGEST_STATEMENT))
    return min(marked, told.start()) if told else marked


def _end_by_marks(stretch: Stretch, index: int, begin: int, end: int) -> int:
    """Where the first mark stands that ends the clause, `end` for none."""
    opened: bool | None = None
    depth = 0
    for mark in _END.finditer(stretch.folded, begin, end):
        at, sign = mark.start(), mark[0].strip()
        if sign == "(":
            if depth == 0 and _SHORT_FORM.match(stretch.folded, at):
                return at
            depth += 1
        elif sign == ")" and depth:
            depth -= 1
        elif sign == ",":
            if depth:
                continue
            opened = _opens_with_circumstances(stretch, index) if opened is None else opened
            if (opened and _goes_on(stretch, mark.end())) or _issues_next(stretch, index, mark.end()):
                return at
        elif depth == 0 and not (sign == ";" and stretch.cell):
            return at
    return end


def _before_coordinated(stretch: Stretch, index: int, begin: int) -> int:
    """The next document cut off, when it stands beside this one and not in its subject.

    In "… về hộ tịch và Thông tư số 25/…" it does; a document behind a verb ("về triển khai Nghị định …")
    is in the subject, and so are those after it.
    """
    end = min(stretch.end, begin + _LONGEST)
    if index + 1 == len(stretch.heads) or not begin < stretch.heads[index + 1].start < end:
        return end
    joint = _JOINT.search(stretch.folded, begin, stretch.heads[index + 1].start)
    return joint.start() if joint else end


def _opens_with_circumstances(stretch: Stretch, index: int) -> bool:
    """Whether the sentence of the citation begins with "Thực hiện …", "Căn cứ …" and the like."""
    head = stretch.heads[index].start
    begins = [stretch.start]
    for stop in _SENTENCE.finditer(stretch.folded, max(stretch.start, head - _LONGEST_SENTENCE), head):
        # "Thực hiện Nghị quyết …; Quyết định …": what opens a list of documents opens each.
        begins = [begins[0], stop.end()] if stop[0] == "; " else [stop.end()]
    return any(_words("openers").match(stretch.folded, begin) for begin in begins)


def _goes_on(stretch: Stretch, at: int) -> bool:
    """Whether the main clause begins at `text[at]`: a body, a place or the like, with its verb near."""
    if stretch.unified[at : at + 1].isupper() and _REPORTS.match(stretch.folded, at, stretch.end):
        return True
    body = read_issuer(stretch.unified, stretch.folded, at, stretch.end)
    if body is None and not _words("main_subjects").match(stretch.folded, at, stretch.end):
        return False
    return _main_clause().match(stretch.folded, at, stretch.end) is not None


def _issues_next(stretch: Stretch, index: int, at: int) -> bool:
    """Whether a body issues the next document in a clause that begins at `text[at]`: ", HĐND tỉnh ban hành …"."""
    if index + 1 == len(stretch.heads) or not 0 < stretch.heads[index + 1].start - at < _LONGEST_ISSUING:
        return False
    body = read_issuer(stretch.unified, stretch.folded, at, stretch.end)
    return (
        body is not None
        and _ISSUING.match(stretch.folded, body[1], stretch.heads[index + 1].start) is not None
    )


@cache
def _of_the_document() -> regex.Pattern[str]:
    words = alternatives([fold(word) for word in read_data("clauses")["of_the_document"]])
    return compile_phrase(rf"[ ](?:{words})(?!\w)")


@cache
def _words(key: str) -> regex.Pattern[str]:
    words = alternatives([fold(word) for word in read_data("clauses")[key]])
    return compile_phrase(rf"(?:{words}|(?:năm|ngày)[ ]\d)(?!\p{{L}})")


@cache
def _main_clause() -> regex.Pattern[str]:
    verbs = alternatives([fold(word) for word in read_data("clauses")["main_verbs"]])
    return compile_phrase(rf"(?:[\w-]+[ ]){{0,9}}?(?:{verbs})(?!\w)")
