"""The subject of the clause before a figure: its last clause, without the words that merely open it."""

from __future__ import annotations

from functools import cache

import regex

from patterns.engines import compile_pattern
from patterns.indicators.actions import clause_verbs
from patterns.indicators.vocabulary import alternation, words
from patterns.mentions import Span

# "cho | 120 hộ" opens a clause, "cho vay", "cho thuê", "cho hưởng án treo" are verbs.
_FOR = r"cho(?!\ (?:vay|thuê|hưởng|phép|mượn|ra|nghỉ|thôi))"


@cache
def _openers() -> regex.Pattern[str]:
    return compile_pattern(
        rf"(?:[\ ,.;:\-+*•/)\"”]{{1,4}}|(?:{alternation(words('predicates', 'openers'))}|{_FOR})(?!\p{{L}})){{1,9}}+"
    )


def clause_subject(folded: str, start: int, end: int, *, linked: bool = True) -> Span | None:
    """The last clause of a stretch, without the words that merely open it; None when nothing is left.

    Without a linking verb a short item after a comma ends a list ("lương thực bị ướt, hỏng | 4.512 tấn").
    """
    opened = _openers().match(folded, start, end)
    begin = opened.end() if opened else start
    begin = _last_clause(folded, begin, end, linked=linked)
    opened = _openers().match(folded, begin, end)
    begin = opened.end() if opened else begin
    listed = _LISTING.match(folded, begin, end)
    if listed:
        begin = listed.end()
    if any(folded.find(word, begin, end) >= 0 for word in _ASIDE_WORDS):
        aside = _ASIDE.search(folded, begin, end)
        end = aside.start() if aside else end
    while end > begin and folded[end - 1] in " ,;:-(":
        end -= 1
    return (begin, end) if end > begin else None


# "một số sản phẩm giảm có | dầu thô", "do các nhà máy mới đi vào sản xuất như | xi măng": the first item of a list.
_LISTING = compile_pattern(
    r".*?(?<!\p{L})(?:một\ số|các|những|nhiều)\ .{3,150}?\ (?:gồm|như|là|có)\ (?=\p{L})"
)
# "than sạch | tiếp tục có mức tăng trưởng cao": what is said of the subject beside its figure.
_ASIDE_WORDS = ("tiếp", "có m", "có x", "vẫn", "đã ", "đang ")  # of which it has one
_ASIDE = regex.compile(
    r"(?<=\p{L}\ \p{L}[^,]*)\ (?:tiếp\ tục|có\ mức|có\ xu\ hướng|vẫn|(?:đã|đang)\ (?:tăng|giảm))(?!\p{L}).*$"
)


_COMMA = regex.compile(r",\ ")
_COMMA_OR_PARENTHESIS = regex.compile(r",\ |[()]")


def _last_clause(folded: str, start: int, end: int, *, linked: bool) -> int:
    """Where the last clause begins: after the last comma, or before it while commas only list nouns."""
    commas = _outer_commas(folded, max(start, end - 240), end)
    begin = commas[-1] if commas else max(start, end - 240)
    for comma in reversed(commas):
        if _OPENS_CLAUSE.match(folded, comma, end) or _names_measure().match(folded, comma, end):
            break
        earlier = max((c for c in commas if c < comma), default=max(start, end - 240))
        part = (earlier, comma - 2)
        if not linked and comma == commas[-1] and _ends_list(folded, comma, end):
            begin = earlier
            continue
        if _ends_in_verb().search(folded, *part):
            begin = earlier  # "đã đề xuất, kiến nghị": two verbs of one clause
            continue
        if (
            part[1] - part[0] > 40
            or not folded[part[0] : part[1]].strip()
            or clause_verbs().search(folded, *part)
        ):
            break
        if _OPENING.match(folded, *part):
            break
        begin = earlier
    return begin


_MOST_OF_ITEM = 2


def _ends_list(folded: str, comma: int, end: int) -> bool:
    item = folded[comma:end].split()
    return 0 < len(item) <= _MOST_OF_ITEM and not clause_verbs().search(folded, comma, end)


def _outer_commas(folded: str, start: int, end: int) -> list[int]:
    """Where commas outside parentheses end ("tổng sản phẩm (GRDP, giá so sánh)" has none)."""
    if "(" not in folded[start:end]:
        return [match.end() for match in _COMMA.finditer(folded, start, end)]
    commas, depth = [], 0
    for match in _COMMA_OR_PARENTHESIS.finditer(folded, start, end):
        if match[0] == "(":
            depth += 1
        elif match[0] == ")":
            depth = max(0, depth - 1)
        elif depth == 0:
            commas.append(match.end())
    return commas


_OPENS_CLAUSE = compile_pattern(
    r"\ {0,2}(?:trong\ (?:số\ )?đó|và|còn|riêng|nhất\ là|đặc\ biệt|đã|đồng\ thời|trong|đạt|tổng|với)(?!\p{L})"
)


@cache
def _names_measure() -> regex.Pattern[str]:
    return compile_pattern(rf"\ {{0,2}}{alternation(words('measures', 'measures'))}(?!\p{{L}})")


@cache
def _ends_in_verb() -> regex.Pattern[str]:
    return regex.compile(rf"(?<!\p{{L}}){alternation(words('function_words', 'verbs'))}$")


# What opens a clause but is no part of a list of nouns: "trong năm 2019, …", "hiện nay, …".
_OPENING = compile_pattern(
    r"""\ {0,2}(?:trong|từ|đến|tính|năm|tháng|quý|ngày|hiện|theo|qua|do|để|nhờ|bên\ cạnh|ngoài|riêng|sau|trước|khi
    |với|tại|hằng|hàng|cùng|nhìn\ chung|kết\ quả|tuy|toàn|trên|ở|giai|cụ|đặc|đồng\ thời|như|gồm|lũy|vụ)(?!\p{L})""",
    regex.VERBOSE,
)
