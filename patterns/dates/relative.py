"""Periods counted from the report's own time: "05 năm qua", "cùng kỳ", "Trong 05 năm"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from patterns.dates.atoms import NUMBERS
from patterns.dates.expressions import NUMBER_WORD
from patterns.folding import compile_phrase

Meaning = Literal["same period", "last year", "this year", "past years", "open"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A fixed phrase at `text[start:end]`; `count` is the number of years of "past years"."""

    start: int
    end: int
    meaning: Meaning
    count: int | None = None


_COUNT = rf"(?P<count>\d{{1,3}}|{NUMBER_WORD})"
_SPAN = r"""(?:(?:vừa[ ])?qua|(?:vừa[ ])?gần[ ]đây(?:[ ]nhất)?|trở[ ]lại[ ]đây|(?:sắp[ ])?tới|tiếp[ ]theo
    |trước(?:[ ]đó|[ ]đây)?)\b"""

# "05 năm qua", "2 năm gần đây", "3 tháng tới"
_COUNTED = compile_phrase(
    rf"{_COUNT}[ ](?P<unit>năm|tháng|quý|nhiệm[ ]kỳ)[ ](?P<side>{_SPAN})",
)
# "giảm 50% thuế phải nộp trong 5 năm tiếp theo": a length in law, not a time of the report
_TERM = compile_phrase(r"(?:thời[ ]hạn|nộp|miễn|giảm)(?:[ ](?:cho|trong))?[ ]$")
# "cùng kỳ", "cùng kỳ năm trước", "cùng kỳ năm 2019"
_SAME = compile_phrase(
    r"""cùng[ ]k[ỳì](?:[ ](?:năm|tháng|quý)[ ](?:trước|ngoái|(?:1[89]|20)\d\d(?!\d))
    |[ ](?:các|những)[ ]năm[ ]trước)?"""
)
# "những năm gần đây", "các năm tiếp theo", "thời gian qua"
_VAGUE = compile_phrase(
    rf"(?:(?:những|các)[ ](?:năm|tháng)|thời[ ]gian)[ ]{_SPAN}",
)
# "năm trước", "tháng tới", "năm nay", "năm qua"; not "hằng năm trước ngày 15"
_NEAR = compile_phrase(
    r"""(?<!\d[ ])(?<!hằng[ ])(?<!hàng[ ])(?<!mỗi[ ])(?P<unit>năm|tháng|quý|nhiệm[ ]kỳ)[ ]
    (?P<side>trước|ngoái|nay|sau|tới|qua)\b(?![ ](?:hết|khi|ngày|tháng|năm|đây|đó)\b)""",
)
# "Trong 05 năm" as the adverb of a clause, not a length ("miễn thuế trong 05 năm")
_WITHIN = compile_phrase(
    rf"trong[ ]{_COUNT}[ ](?:năm|tháng)\b(?![ ]*\d|[ ]{_SPAN}|[ ](?:đầu|cuối)\b)",
)
_CLAUSE_START = compile_phrase(r"(?:[.;:,(!?\[–-]|\b(?:mà|nhưng|song|và|rằng))[ ]*[\"'“‘]?$")
# "sơ kết 05 năm thực hiện": the length of the period that the report reviews
_REVIEWED = compile_phrase(
    rf"""(?P<length>{_COUNT}[ ]năm\b)(?![ ]*\d)
    (?P<done>[ ](?:thực[ ]hiện|triển[ ]khai|thi[ ]hành|đổi[ ]mới|xây[ ]dựng)\b)?"""
)
_REVIEW = compile_phrase(r"(?:sơ[ ]kết|tổng[ ]kết|nhìn[ ]lại|kết[ ]quả)[ ](?:sau[ ]|qua[ ])?$")


def read_phrase(text: str, at: int, start: int, end: int) -> Phrase | None:
    """The fixed phrase that begins at `text[at]` in the passage `text[start:end]`, or None."""
    end = min(end, at + 60)
    for reader in _BY_LETTER.get(text[at], (_counted, _reviewed) if text[at].isdigit() else ()):
        phrase = reader(text, at, start, end)
        if phrase:
            return phrase
    return None


def _counted(text: str, at: int, start: int, end: int) -> Phrase | None:
    found = _COUNTED.match(text, at, end)
    if not found or (found["side"].startswith("trước") and found["unit"] != "năm"):
        return None
    if found["side"].startswith("tiếp") and _TERM.search(text, max(start, at - 20), at):
        return None
    past = found["unit"] == "năm" and found["side"] in ("qua", "vừa qua", "gần đây")
    return Phrase(*found.span(), "past years" if past else "open", _number(found["count"]))


def _same(text: str, at: int, start: int, end: int) -> Phrase | None:
    found = _SAME.match(text, at, end)
    if not found:
        return None
    plain = found[0][8:] in ("", "năm trước", "năm ngoái")
    return Phrase(*found.span(), "same period" if plain else "open")


def _vague(text: str, at: int, start: int, end: int) -> Phrase | None:
    found = _VAGUE.match(text, at, end)
    return Phrase(*found.span(), "open") if found else None


def _near(text: str, at: int, start: int, end: int) -> Phrase | None:
    found = _NEAR.match(text, at, end)
    if not found:
        return None
    return Phrase(*found.span(), _YEAR_SIDE.get(found["side"], "open") if found["unit"] == "năm" else "open")


def _within(text: str, at: int, start: int, end: int) -> Phrase | None:
    found = _WITHIN.match(text, at, end)
    if not found or not (at == start or _CLAUSE_START.search(text, max(start, at - 6), at)):
        return None
    return Phrase(
        *found.span(), "past years" if found[0].endswith("năm") else "open", _number(found["count"])
    )


def _reviewed(text: str, at: int, start: int, end: int) -> Phrase | None:
    found = _REVIEWED.match(text, at, end)
    if not found or not (found["done"] or _REVIEW.search(text, max(start, at - 16), at)):
        return None
    return Phrase(*found.span("length"), "past years", _number(found["count"]))


def _number(count: str) -> int:
    return NUMBERS.get(" ".join(count.split())) or int(count)


_YEAR_SIDE: dict[str, Meaning] = {"trước": "last year", "ngoái": "last year", "nay": "this year"}
_Reader = Callable[[str, int, int, int], Phrase | None]
_BY_LETTER: dict[str, tuple[_Reader, ...]] = {
    "c": (_same, _vague, _counted),
    "n": (_near, _vague, _counted),
    "t": (_within, _near, _vague, _counted),
    "q": (_near,),
    **dict.fromkeys("hbsm", (_counted, _reviewed)),
}
