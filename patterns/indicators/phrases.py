"""Stretches of a text as phrases: without dates, blanks, marks and words that only place them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import regex

from patterns.engines import compile_pattern
from patterns.indicators.clauses import Setting
from patterns.indicators.units import UnitKind, is_verb, list_word_at, noun_at, same_group, starts_with_verb
from patterns.indicators.vocabulary import alternation, words
from patterns.mentions import Span

_MOST_WORDS = 28
_MOST_CHARACTERS = 220


# Where the noun phrase after a figure ends: a comma or conjunction that opens a clause, a linking verb, a comparison.
@cache
def _after_end() -> regex.Pattern[str]:
    verbs = alternation(words("function_words", "verbs"))
    measures = alternation(words("measures", "measures"))
    return compile_pattern(
        rf"""[;:.?!](?:\ |$) | \ -\ (?=\p{{L}}) | /\d | \((?!\p{{L}}{{1,9}}\)) | \ (?:như|gồm|bao\ gồm)(?:\ |:)
        | \ (?:xuống|chỉ)\ còn | \ có\ (?=(?:mức|tốc\ độ|tỷ\ lệ|số|\d))
        | ,(?=\ (?:trong\ đó|đạt|tăng|giảm|chiếm|bằng|và|còn|riêng|đồng\ thời|với|nâng|góp|qua|để|nhằm|do|vì|nên
            |trị|tổng)\ )
        | \ (?:và|hoặc|rồi)\ (?={verbs}(?!\p{{L}}))
        | \ (?:so|trong\ đó|xuống|nên)(?!\p{{L}})
        | \ (?:tăng|giảm|đạt|lên|còn|chiếm|vượt|trên|khoảng|gần|thành)(?=\ \d)
        | \ (?:cho\ phù\ hợp|theo\ (?:đúng\ )?quy\ định|nói\ trên|nêu\ trên)(?!\p{{L}})
        | \ (?:và|hoặc)\ (?=(?:được|đã|có|đạt|tăng|giảm|chiếm|\d|hơn|trên|gần|khoảng)(?!\p{{L}}))
        | \ (?:và|hoặc|với|nhưng|để)\ ?$ | \ với\ (?=(?:hơn|trên|gần|\d|{measures}(?!\p{{L}})))
        | ,(?=\ {measures}(?!\p{{L}})[^,;.()\d]{{0,40}}\ \d)""",
        regex.VERBOSE,
    )


_COMPARISON = compile_pattern(
    r"[\ ,(]{0,3}so\ (?:với\ )?(?P<base>[^,;.()]{2,90}?)(?=[,;.()]|\ và\ |\ trong\ đó|\ (?:tăng|giảm|đạt)\ |$)"
)
# Words that lead on to a figure and end no phrase; with a capital they end a name ("Châu Thành").
_LEADING_ON = r"""(?:và|với|tại|của|cho|từ|thuộc|trong|ở|là|để|đến|về|trên|có|được|đã|bằng|nâng|mỗi|hoặc|còn|cùng
    |do|theo|đạt|nhưng|ước|cũng|(?<!(?i:việc)\ )làm|(?<!(?i:xảy)\ )ra|(?<!(?i:hoàn)\ )thành
    |(?<!(?i:trở)\ )lên)(?!\p{L})"""
_LEADING_WORDS = frozenset(regex.findall(r"\p{L}+(?=[|\n)])", _LEADING_ON))
_TRAILING = compile_pattern(rf"(?:[\ ,]{_LEADING_ON}|^(?i:{_LEADING_ON}))+[\ ,]*$", regex.VERBOSE)
# What is left of "(năm 2017)" without its date.
_EMPTIED = regex.compile(r"\ ?\(\ ?\)\ ?")
# What leads to a date or a citation goes with it ("tính đến", "theo chuẩn quy định tại").
_LEADS_TO = regex.compile(
    r"""(?:[\ ,]|^)(?i:
        (?:(?:vào|lúc|hồi|đến|tính\ đến)\ )?\d{1,2}\ giờ(?:\ \d\d(?:\ phút)?)?
        |trong|từ|(?:(?:tính\ )?đến\ )?(?:hết|cuối|đầu)|đến|tính\ đến|vào|của|cuối|đầu|kể\ từ|ở|tại\ thời\ điểm
        |so\ với|so|(?:(?:theo|chuẩn|đúng|quy\ định|căn\ cứ|về|tại)\ ){0,3}(?:theo|tại|về|căn\ cứ|của)
    )\ ?$|\ $""",
    regex.VERBOSE,
)
_NO_AMOUNT_OF = compile_pattern(r"(?:đã|đang|sẽ|được|bị|làm|trong|tại|ở|của|cho|theo|trên|có|gồm)(?!\p{L})")
_NO_NOUN = compile_pattern(
    r"""(?:so|bằng|và|thì|nên|còn(?!\ (?:hiệu\ lực|hoạt\ động|thiếu|tồn))|thành|xuống|lên|từ|đến|trở|xấp|nhưng|với
    |cùng|hoặc|để|mà|\d|\W)(?!\p{L})""",
    regex.VERBOSE,
)
_CHANGE = compile_pattern(r"(?:là|tăng|giảm)(?!\p{L})")
_ITEM = compile_pattern(
    r"(?P<item>\p{L}+(?:\ \p{L}+){0,3}?)(?=\ ?(?:,|\ (?:và|cho|của|tại|trên|theo|trong|ở)\ |$|\())"
)


_COMMA = regex.compile(r",\ ?")
_SAID = compile_pattern(r"(?:được|có|đạt|bị|thì|phải)(?!\p{L})")
_ONWARD = compile_pattern(r"\ {1,2}trở\ (?:lên|xuống)(?!\p{L})")


@dataclass(frozen=True, slots=True)
class Following:
    """What stands after a figure.

    Attributes:
        phrase: the noun phrase that goes on with it; base: the words of a comparison after that.
        end: where the phrase ends; follows: where the words end that belong to this figure alone.
    """

    phrase: str
    base: str
    end: int
    follows: int


@dataclass(frozen=True, slots=True)
class Phrases:
    """A text and its folded copy.

    Attributes:
        skipped: the dates and citations, left out of phrases, in order and apart.
        citations: where citations begin, in order; a phrase after a figure ends there.
    """

    text: str
    folded: str
    skipped: Sequence[Span]
    citations: Sequence[int] = ()

    def words(self, span: Span | None) -> str:
        """The words of a stretch, no dates and citations among them, at most some thirty from its end."""
        if span is None or span[0] >= span[1]:
            return ""
        start, end = max(span[0], span[1] - _MOST_CHARACTERS), span[1]
        joined = " ".join(self._without_skipped(start, end).split()).strip(" ,;:.-–/")
        # Each of these is asked of every phrase and seldom changes one, so that a look at its edges comes first
        if "(" in joined:
            joined = _EMPTIED.sub(" ", joined)
        if joined[:1] in _SCOPE_LETTERS:
            joined = _scope_only().sub("", joined)
        if _last_piece(joined).lower() in _LEADING_WORDS:
            joined = _TRAILING.sub("", joined)
        return " ".join(joined.split()[-_MOST_WORDS:])

    def _without_skipped(self, start: int, end: int) -> str:
        skipped = self.skipped
        nearest = max(0, bisect_left(skipped, (start, start)) - 1)
        pieces, at = [], start
        for index in range(nearest, len(skipped)):
            first, last = skipped[index]
            if first >= end:
                break
            if last > at:
                pieces.append(_LEADS_TO.sub(" ", self.text[at : max(at, first)]))
                at = last
        rest = self.text[at:end] if at < end else ""
        return "".join([*pieces, rest]) if pieces else rest

    def following(self, setting: Setting) -> Following:
        """The noun phrase after a figure and the comparison after that."""
        start, bound = setting.after
        onward = _ONWARD.match(self.folded, start, bound)
        start = onward.end() if onward else start
        cited = bisect_left(self.citations, start)
        cited_at = self.citations[cited] if cited < len(self.citations) else bound
        bound = min(bound, start + _MOST_CHARACTERS, max(start, cited_at))
        end = self._end(start, bound)
        if (
            end
            and end.start() < bound
            and not self.words((start, end.start()))
            and self.folded[start : end.start()].strip()
        ):
            end = self._end(end.end(), bound)  # "17 chỉ tiêu đạt và vượt kế hoạch"
        stop = end.start() if end else bound
        stop = self._comma(start, stop, closed=stop < bound)
        compared = _COMPARISON.match(self.folded, stop, bound)
        follows = compared.end() if compared else stop
        base = " ".join(self.text[compared.start() : compared.end()].split()).strip(" ,(") if compared else ""
        phrase = " ".join(self.words((start, stop)).split()[:24])
        if _is_no_noun(phrase.lower(), setting.quantity.kind) or (onward and _SAID.match(phrase.lower())):
            return Following("", base, start, follows if compared else start)
        if _CHANGE.match(phrase.lower()) and (
            setting.quantity.kind is not UnitKind.COUNT or not _closes(self.folded, stop)
        ):
            return Following("", base, start, follows if compared else start)
        if stop == setting.after[1] and not _closes(self.folded, stop):
            follows = start  # the words lead on to the next figure and are shared with it
        return Following(phrase, base, stop, follows)

    def _end(self, start: int, bound: int) -> regex.Match[str] | None:
        """Where the phrase ends; the dash of "văn hóa - xã hội" ends none."""
        for match in _after_end().finditer(self.folded, start, bound):
            if not match[0].startswith(" -") or not self.text[match.end() : match.end() + 1].islower():
                return match
        return None

    def _comma(self, start: int, stop: int, *, closed: bool) -> int:
        """The first comma that does not part nouns of one group ("các tổ chức, cá nhân", "mức độ 3, 4")."""
        for match in _COMMA.finditer(self.folded, start, stop):
            if not self._lists_nouns(start, match.start(), match.end(), stop, closed=closed):
                return match.start()
        return stop

    def _lists_nouns(self, start: int, comma: int, after: int, stop: int, *, closed: bool) -> bool:
        if after < stop and self.folded[after].isdigit():
            return True
        earlier = self.folded[max(start, comma - 40) : comma].split()
        word = list_word_at(self.folded, after, stop)
        if word is not None:
            heads = (" ".join(earlier[-size:][:length]) for size in (1, 2, 3, 4, 5) for length in (1, 2, 3))
            if any(same_group(head, word) for head in heads):
                return True
        noun = noun_at(self.folded, after, stop)
        item = _ITEM.match(self.folded, after, stop)
        if noun is None or item is None or is_verb(self.folded[after : noun[0]]):
            return False
        goes_on = bool(self.folded[item.end() : stop].strip())
        return len(earlier) >= 3 and (closed or goes_on or _closes(self.folded, stop))


def _last_piece(phrase: str) -> str:
    """The last word of a phrase, behind its last blank or comma."""
    phrase = phrase.rstrip(" ,")
    return phrase[max(phrase.rfind(" "), phrase.rfind(",")) + 1 :]


def _is_no_noun(phrase: str, kind: UnitKind) -> bool:
    """Whether the words after a figure go on with the sentence rather than name what is counted."""
    if _NO_NOUN.match(phrase):
        return True
    if kind in (UnitKind.MONEY, UnitKind.PHYSICAL) and _NO_AMOUNT_OF.match(phrase):
        return True
    return kind is UnitKind.PERCENT and starts_with_verb(phrase)


def _closes(folded: str, at: int) -> bool:
    """Whether a clause ends at an offset."""
    return (not folded[at : at + 1].strip() and not folded[at : at + 3].strip()) or folded[
        at : at + 1
    ] in ";.:()"


_SCOPE_LETTERS = frozenset("tcrởTCRỞ")  # with which these words begin


@cache
def _scope_only() -> regex.Pattern[str]:
    return regex.compile(
        r"""^(?i:(?:trên\ địa\ bàn\ (?:toàn\ )?tỉnh|toàn\ tỉnh|toàn\ huyện|toàn\ quốc|cả\ nước|toàn\ ngành
        |riêng|ở)(?:\ |,|$))+""",
        regex.VERBOSE,
    )
