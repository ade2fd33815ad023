"""Periods counted from the report's own time: "05 năm qua", "cùng kỳ", "Trong 05 năm", "tháng trước"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from patterns.dates.atoms import SHIFTS, full_year, number_of
from patterns.dates.expressions import NUMBER_WORD
from patterns.folding import compile_before, compile_phrase

Meaning = Literal["same period", "year", "quarter", "month", "past years", "open"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A fixed phrase at `text[start:end]`.

    Attributes:
        count: of "past years", how many.
        shift: how many years, quarters or months after the report's own ("năm trước" is -1).
        year: of "same period", the one that is named ("cùng kỳ năm 2018").
    """

    start: int
    end: int
    meaning: Meaning
    count: int | None = None
    shift: int = 0
    year: int | None = None


_COUNT = rf"(?P<count>\d{{1,3}}|{NUMBER_WORD})"
_NEXT_TO = r"liền[ ](?:kề(?:[ ]trước(?:[ ]đó)?)?|trước(?:[ ]đó)?)"
_SPAN = rf"""(?:(?:(?:vừa[ ])?qua|(?:vừa[ ])?gần[ ]đây(?:[ ]nhất)?|trở[ ]lại[ ]đây|(?:sắp[ ])?tới|tiếp[ ]theo
    |{_NEXT_TO}|trước(?:[ ]đó|[ ]đây)?)\b)"""

# "05 năm qua", "2 năm gần đây", "3 tháng tới", "07 ngày qua", "3 năm liền kề trước"
_COUNTED = compile_phrase(
    rf"""{_COUNT}[ ](?P<unit>năm|tháng|quý|nhiệm[ ]kỳ|tuần|ngày|giờ)[ ]
    (?P<side>{_SPAN}|còn[ ]lại(?:[ ]của[ ]năm(?:[ ]nay)?)?\b(?![ ]\d|[ ]của[ ]năm))""",
)
# "giảm 50% thuế phải nộp trong 5 năm tiếp theo": a length in law, not a time of the report
_TERM = compile_before(r"(?:thời[ ]hạn|nộp|miễn|giảm)(?:[ ](?:cho|trong))?[ ]")
_SHORT_UNITS = ("tuần", "ngày", "giờ")
# "cùng kỳ", "cùng kỳ năm trước", "cùng kỳ năm 2019", "cùng kỳ 2019", "cùng thời điểm năm trước"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d(?![\d/-]))"
_SHORT = r"(?P<year>[89]\d(?![\d.,/%-]))"
_SAME_OF = (
    rf"(?:(?:năm(?:[ ]học)?|tháng|quý|vụ|nhiệm[ ]kỳ)[ ](?:trước|ngoái|{_YEAR}|{_SHORT})|{_YEAR}|{_SHORT})"
)
_SAME = compile_phrase(
    rf"""cùng[ ]k[ỳì](?:[ ](?:của[ ])?{_SAME_OF}|[ ](?:các|những)[ ]năm[ ]trước)?
    |cùng[ ]thời[ ](?:điểm|gian|k[ỳì])[ ](?:của[ ])?{_SAME_OF}"""
)
_SAME_PLAIN = compile_phrase(r"cùng[ ]k[ỳì](?:[ ](?:của[ ])?năm[ ](?:trước|ngoái))?")
# "những năm gần đây", "các năm tiếp theo", "vài năm trở lại đây", "thời gian qua"
_VAGUE = compile_phrase(
    rf"(?:(?:những|các|nhiều|mấy|vài)[ ](?:năm|tháng|ngày|tuần)|thời[ ]gian)[ ](?:{_SPAN}|sau\b(?![ ]khi))",
)
# "năm trước", "tháng tới", "năm nay", "quý này", "năm học trước", "kỳ trước", "tuần qua", "tháng liền kề";
# not "hằng năm trước ngày 15"
_NEAR = compile_phrase(
    rf"""(?<!\d[ ])(?<!hằng[ ])(?<!hàng[ ])(?<!mỗi[ ])(?:
      (?P<unit>năm(?:[ ](?:học|ngân[ ]sách))?|niên[ ](?:độ|vụ|khoá)|tháng|quý|tuần|nhiệm[ ]kỳ)[ ]
      (?P<side>trước|ngoái|nay|sau|tới|(?:vừa[ ])?qua|(?:kế[ ])?tiếp(?:[ ]theo)?|{_NEXT_TO})
    | (?P<unit>tháng|quý|tuần|nhiệm[ ]kỳ|năm[ ]học)[ ](?P<side>này)
    | (?<=(?:so[ ]với|so|hơn|bằng|của)[ ])(?P<unit>kỳ(?:[ ]báo[ ]cáo)?|vụ)[ ](?P<side>trước|{_NEXT_TO})
    )\b(?![ ]*\d{{1,2}}[/.-]\d|[ ](?:hết|khi|ngày|tháng|năm|đây|đó|mắt)\b)"""
)
# "Trong 05 năm" as the adverb of a clause, not a length ("miễn thuế trong 05 năm")
_WITHIN = compile_phrase(
    rf"trong[ ]{_COUNT}[ ](?:năm|tháng)\b(?![ ]*\d|[ ]{_SPAN}|[ ](?:đầu|cuối|kể)\b)",
)
_CLAUSE_START = compile_before(r"(?:[.;:,(!?\[–-]|\b(?:mà|nhưng|song|và|rằng))[ ]*[\"'“‘]?")
# "sơ kết 05 năm thực hiện": the length of the period that the report reviews
_REVIEWED = compile_phrase(
    rf"""(?P<length>{_COUNT}[ ](?P<unit>năm|tháng)\b)(?![ ]*\d)
    (?P<done>[ ](?:thực[ ]hiện|triển[ ]khai|thi[ ]hành|đổi[ ]mới|xây[ ]dựng|tái[ ]lập)\b)?"""
)
_REVIEW = compile_before(r"(?:sơ[ ]kết|tổng[ ]kết|nhìn[ ]lại|kết[ ]quả)[ ](?:sau[ ]|qua[ ])?")


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
    ahead = found["side"].startswith("tiếp")
    if ahead and (found["unit"] in _SHORT_UNITS or _TERM.match(text, max(start, at - 20), at)):
        return None
    past = found["unit"] == "năm" and found["side"] in ("qua", "vừa qua", "gần đây")
    return Phrase(*found.span(), "past years" if past else "open", number_of(found["count"]))


def _same(text: str, at: int, start: int, end: int) -> Phrase | None:
    found = _SAME.match(text, at, end)
    if not found:
        return None
    if found["year"]:
        return Phrase(*found.span(), "same period", year=full_year(found["year"]))
    plain = _SAME_PLAIN.fullmatch(found[0])
    return Phrase(*found.span(), "same period" if plain else "open")


def _vague(text: str, at: int, start: int, end: int) -> Phrase | None:
    found = _VAGUE.match(text, at, end)
    return Phrase(*found.span(), "open") if found else None


def _near(text: str, at: int, start: int, end: int) -> Phrase | None:
    found = _NEAR.match(text, at, end)
    if not found:
        return None
    side = found["side"] if "liền" not in found["side"] else "trước"
    meaning = _UNITS.get(found["unit"])
    if meaning is None or side not in SHIFTS:
        return Phrase(*found.span(), "open")
    return Phrase(*found.span(), meaning, shift=SHIFTS[side])


def _within(text: str, at: int, start: int, end: int) -> Phrase | None:
    found = _WITHIN.match(text, at, end)
    if not found or not (at == start or _CLAUSE_START.match(text, max(start, at - 6), at)):
        return None
    return Phrase(
        *found.span(), "past years" if found[0].endswith("năm") else "open", number_of(found["count"])
    )


def _reviewed(text: str, at: int, start: int, end: int) -> Phrase | None:
    found = _REVIEWED.match(text, at, end)
    if not found or not (found["done"] or _REVIEW.match(text, max(start, at - 16), at)):
        return None
    if found["unit"] == "tháng":
        return Phrase(*found.span("length"), "open") if found["done"] else None
    return Phrase(*found.span("length"), "past years", number_of(found["count"]))


_UNITS: dict[str, Meaning] = {"năm": "year", "quý": "quarter", "tháng": "month"}
_Reader = Callable[[str, int, int, int], Phrase | None]
_BY_LETTER: dict[str, tuple[_Reader, ...]] = {
    "c": (_same, _vague, _counted),
    "n": (_near, _vague, _counted),
    "t": (_within, _near, _vague, _counted),
    "q": (_near,),
    "k": (_near,),
    "v": (_near, _vague),
    **dict.fromkeys("hbsm", (_vague, _counted, _reviewed)),
}
