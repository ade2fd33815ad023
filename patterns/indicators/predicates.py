"""The words before a figure taken apart: what is spoken of, and the verb that links it to the figure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache

import regex

from patterns.engines import compile_pattern
from patterns.folding import fold
from patterns.indicators.vocabulary import alternation, last_word, words
from patterns.mentions import Span


class Role(Enum):
    """What the verb says of the figure: a change, a share, a level; OBJECT when a verb of action takes it."""

    GROWTH = "growth"
    FALL = "fall"
    SHARE = "share"
    LEVEL = "level"
    OBJECT = "object"


@dataclass(frozen=True, slots=True)
class Predicate:
    """The clause before a figure: `subject` up to the verb, None when the clause begins with it.

    `breakdown` tells that the clause opens with "trong đó" or the like; `verb` is the folded linking verb.
    """

    role: Role
    verb: str
    subject: Span | None
    breakdown: bool


_ROLES = (Role.GROWTH, Role.FALL, Role.SHARE, Role.LEVEL)


@cache
def _link_roles() -> dict[str, Role]:
    return {word: role for role in _ROLES for word in words("predicates", role.value)}


@cache
def _link() -> regex.Pattern[str]:
    """The verb nearest to the figure that is no mere adverb, the longest at its place."""
    adverbs = alternation(words("predicates", "adverbs"))
    return regex.compile(
        rf"(?<!\p{{L}})(?P<verb>{alternation(_link_roles())})(?:[\ ,:]{{1,3}}{adverbs}){{0,4}}[\ :]{{0,3}}$"
    )


@cache
def _link_ends() -> frozenset[str]:
    """The last syllables of linking verbs and of the adverbs after them."""
    return frozenset(map(last_word, (*_link_roles(), *words("predicates", "adverbs"))))


@cache
def _trailing_adverbs() -> regex.Pattern[str]:
    return regex.compile(
        rf"(?:(?<!\p{{L}})(?<!định\ ){alternation(words('predicates', 'adverbs'))}\ {{0,3}}){{1,5}}$"
    )


# "cho | 120 hộ" opens a clause, "cho vay", "cho thuê", "cho hưởng án treo" are verbs.
_FOR = r"cho(?!\ (?:vay|thuê|hưởng|phép|mượn|ra|nghỉ|thôi))"


@cache
def _openers() -> regex.Pattern[str]:
    return compile_pattern(
        rf"(?:[\ ,.;:\-+*•/)\"”]{{1,4}}|(?:{alternation(words('predicates', 'openers'))}|{_FOR})(?!\p{{L}})){{1,9}}+"
    )


_BREAKDOWN = compile_pattern(
    r"""(?<!\p{L})(?:trong\ (?:số\ )?đó|bao\ gồm|gồm\ có|gồm|chia\ ra|phân\ theo|cụ\ thể
    |(?:tập\ trung|chủ\ yếu|nhiều\ nhất|nhất)\ (?:chủ\ yếu\ )?(?:ở|tại|là|thuộc))(?!\p{L})""",
    regex.VERBOSE,
)


def has_breakdown(folded: str, span: Span) -> bool:
    """Whether words that open a breakdown stand in a stretch."""
    return bool(_BREAKDOWN.search(folded, *span))


def opens_breakdown(folded: str, at: int) -> bool:
    """Whether a sentence that begins at an offset opens with such words ("Trong đó: …")."""
    return any(match.start() <= at + 3 for match in _BREAKDOWN.finditer(folded, at, at + 12))


def ends_in_breakdown(folded: str, span: Span) -> bool:
    """Whether the words before a colon open a breakdown ("1.118 cuộc, gồm: …").

    Only the last few words count, since the breakdown may be another's.
    """
    return any(
        match.end() >= span[1] - 2
        for match in _BREAKDOWN.finditer(folded, max(span[0], span[1] - 24), span[1])
    )


def read_predicate(folded: str, span: Span) -> Predicate:
    """Take apart the words before a figure.

    >>> text = "trong đó khu vực dịch vụ ước tăng 8,2%"
    >>> found = read_predicate(text, (0, 34))
    >>> found.role.name, text[slice(*found.subject)], found.breakdown
    ('GROWTH', 'khu vực dịch vụ', True)
    """
    start, end = span
    breakdown = bool(_BREAKDOWN.search(folded, start, end))
    window = max(start, end - 48)
    linked = last_word(folded[window:end]) in _link_ends()
    link = _link().search(folded, window, end) if linked else None
    if link is None:
        return Predicate(Role.OBJECT, "", _subject(folded, start, end, linked=False), breakdown)
    verb = " ".join(link["verb"].split())
    role = _link_roles()[verb]
    if role in (Role.GROWTH, Role.FALL) and _NOMINAL.search(
        folded, max(start, link.start() - 12), link.start()
    ):
        return Predicate(Role.LEVEL, "", _subject(folded, start, end), breakdown)
    trailing = _trailing_adverbs().search(folded, max(start, link.start() - 40), link.start())
    stop = trailing.start() if trailing else link.start()
    return Predicate(role, verb, _subject(folded, start, stop), breakdown)


# "tốc độ tăng trưởng 8,5%", "mức giảm 3%": the change is what is measured, not the verb.
_NOMINAL = regex.compile(r"(?:tốc\ độ|nhịp\ độ|mức|mức\ độ|tỷ\ lệ|tỉ\ lệ|đà|số|chỉ\ số)\ $")


def _subject(folded: str, start: int, end: int, *, linked: bool = True) -> Span | None:
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


@cache
def _clause_verb() -> regex.Pattern[str]:
    """A word that shows that the words before a comma are a clause of their own, not part of a list of nouns."""
    listed = (
        "đã",
        "đang",
        "sẽ",
        "được",
        "bị",
        "có",
        "đạt",
        "là",
        "tăng",
        "giảm",
        "còn",
        "chiếm",
        "về",
        "theo",
        "so",
    )
    return compile_pattern(rf"(?<!\p{{L}}){alternation(listed, words('function_words', 'verbs'))}(?!\p{{L}})")


def clause_verb(phrase: str) -> str | None:
    """What a phrase says of its noun, from its verb on ("đạt chuẩn văn hóa"), or None.

    >>> clause_verb("cơ quan đạt chuẩn văn hóa"), clause_verb("gia đình")
    ('đạt chuẩn văn hóa', None)
    """
    match = _clause_verb().search(fold(phrase))
    return phrase[match.start() :] if match and match.start() else None


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
            or _clause_verb().search(folded, *part)
        ):
            break
        if _OPENING.match(folded, *part):
            break
        begin = earlier
    return begin


_MOST_OF_ITEM = 2


def _ends_list(folded: str, comma: int, end: int) -> bool:
    item = folded[comma:end].split()
    return 0 < len(item) <= _MOST_OF_ITEM and not _clause_verb().search(folded, comma, end)


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


@cache
def _action() -> regex.Pattern[str]:
    """A verb, but not where it is part of a body's name ("Ban Chỉ đạo", "Thanh tra", "cơ sở sản xuất")."""
    nouns = (
        "ban",
        "tổ",
        "hội",
        "đoàn",
        "cơ sở",
        "công tác",
        "việc",
        "nhà",
        "người",
        "sự",
        "cơ quan",
        "đơn vị",
        "bộ phận",
        "các",
        "cuộc",
    )
    after = (
        "".join(rf"(?<!{noun}\ )" for noun in nouns)
        .replace("cơ sở", "cơ\\ sở")
        .replace("công tác", "công\\ tác")
    )
    after = (
        after.replace("cơ quan", "cơ\\ quan").replace("đơn vị", "đơn\\ vị").replace("bộ phận", "bộ\\ phận")
    )
    return compile_pattern(rf"(?<!\p{{L}}){after}{alternation(words('function_words', 'verbs'))}(?!\p{{L}})")


_AUXILIARY = regex.compile(r"(?<!\p{L})(?:đã|đang|sẽ)\ (?:được\ )?")


def split_action(folded: str, span: Span) -> tuple[Span | None, Span | None]:
    """Part a clause into who acts and what is done: "Ban Chỉ đạo tỉnh | thành lập"."""
    match = _AUXILIARY.search(folded, *span)
    begin = match.end() if match else None
    if match is None:
        match = _action().search(folded, *span)
        begin = match.start() if match else None
    if match is None or begin is None:
        return span, None
    actor = (span[0], match.start()) if folded[span[0] : match.start()].strip() else None
    return actor, (begin, span[1]) if folded[begin : span[1]].strip() else None
