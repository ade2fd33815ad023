"""Dates as what governs figures: whether they name a period, an event, a plan or the base of a comparison."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import regex

from patterns.engines import compile_pattern
from patterns.indicators.year_parts import NO_DAYS, Days, part_of_year
from patterns.mentions import Citation, Date, Span
from patterns.passages import Context, Passage, PassageKind


@dataclass(frozen=True, slots=True)
class Governor:
    """A date that may govern figures; `days` are NO_DAYS where its words settle none.

    Attributes:
        is_event: a day on which something was done, which says nothing of what follows.
        is_day: any day, also one up to which figures are summed ("tính đến ngày 30/6").
        planned: a plan is of this period; is_base: another period is compared with it.
        is_school_year: "năm học 2019 - 2020", which holds for schools alone.
    """

    start: int
    end: int
    days: Days
    is_event: bool = False
    is_day: bool = False
    planned: bool = False
    is_base: bool = False
    is_school_year: bool = False


# "so với năm 2015", "so với biên chế được giao năm 2015", "trước năm học 2021 - 2022".
_BASE = regex.compile(
    r"""(?<!\p{L})(?:(?:so|hơn|thấp\ hơn|cao\ hơn|vượt)\ (?:với\ )?[^,;.()\d]{0,60}
    |(?:trước|sau)\ (?:ngày\ |năm\ học\ |năm\ )?|(?:bằng|của)\ cùng\ kỳ\ )$""",
    regex.VERBOSE,
)
_PLAN = regex.compile(r"(?:kế\ hoạch|mục\ tiêu|dự\ toán|chỉ\ tiêu\ (?:kế\ hoạch|giao))\ [^,;.()]{0,40}$")
_COMPARES = regex.compile(
    r"cùng\ (?:kỳ|thời)|(?:năm(?:\ học)?|tháng|quý|kỳ|tuần|vụ|cáo)\ (?:trước|ngoái|liền)|mọi\ năm|những\ năm\ trước"
)
_OPEN = compile_pattern(r"\ {0,2}(?:đến\ nay|trở\ lại\ đây|tới\ nay)")
# "theo giá so sánh năm 2010": the year of the prices, not of what is measured in them.
_PRICES = regex.compile(
    r"giá\ (?:so\ sánh|cố\ định|gốc|hiện\ hành)\ (?:năm\ |kỳ\ gốc\ )?\(?$|(?:kỳ|năm)\ gốc\ \(?$"
)
# "gia nhập WTO từ năm 2007": since then, with no end said.
_SINCE = regex.compile(r"(?<!\p{L})(?:kể\ )?từ\ (?:đầu\ |cuối\ |tháng\ |ngày\ )?$")
# "lũy kế từ đầu năm đến ngày 30/6/2023".
_YEAR_TO_DATE = regex.compile(r"từ\ đầu\ năm\ (?:\d+\ )?(?:đến|tới)\ (?:hết\ |cuối\ )?(?:ngày\ |tháng\ )?$")
_CLOSING = regex.compile(
    r"(?:đến|tính\ đến|lũy\ kế\ đến|tới|tại|hết)\ (?:thời\ điểm\ |hết\ |cuối\ )?(?:ngày\ )?$"
)
_COORDINATED = compile_pattern(r"(?:\ và\ |,\ |\ ?&\ ?)(?:trong\ |của\ )?")
_IN_TURN = regex.compile(r"lần\ lượt|tương\ ứng|đều")
_BESIDE = 40  # how far before a date another may be coordinated with it
_FARTHEST = 1500  # how far off in a long sentence a date may give another its year
_LENGTH = ("qua", "năm", "gần đây")


class Governors:
    """The dates of a text that can govern figures, in order; those within citations cannot."""

    def __init__(
        self,
        folded: str,
        dates: Sequence[Date],
        citations: Sequence[Citation],
        passages: Sequence[Passage],
        context: Context,
    ) -> None:
        self._folded = folded
        self._cited = sorted(span for c in citations for span in (c.date_span, c.subject_span) if span)
        year = _report_year(dates, passages, context)
        # Whether the report is on a school year, which then holds for all that it tells.
        self.of_schools = any("năm học" in folded[title.start : title.end] for title in _titles(passages))
        named = _title_dates(dates, passages)
        self._titled = [(d.from_date, d.to_date) for d in named if d.from_date or d.to_date]
        governors = (self._governor(date, year) for date in dates if not self._is_cited(date))
        self.all = [governor for governor in governors if governor is not None]
        self._starts = [governor.start for governor in self.all]

    def tells_apart(self, governor: Governor, *, own: bool) -> bool:
        """Whether the title names several periods, of which a heading takes one ("I. THU NGÂN SÁCH NĂM 2017").

        Where the heading speaks of results (`own`), the first of them is the report's own.
        """
        several = len(set(self._titled)) > 1 and governor.days in self._titled
        return several and not (own and governor.days == self._titled[0])

    def within(self, start: int, end: int) -> list[Governor]:
        """The governors that begin in a stretch."""
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def days_of(self, governor: Governor, sentence: Span, until: int) -> Days:
        """The days of a date that governs a figure which begins at `until`.

        "quý II" takes the year that its sentence names before it, else after it.
        """
        if governor.days != NO_DAYS:
            return self._with_coordinated(governor, sentence, until)
        first, last = sentence
        before = _years(self.within(max(first, governor.start - _FARTHEST), governor.start))
        after = _years(self.within(governor.end, min(last, governor.end + _FARTHEST)))
        years = before[-1:] or after[:1]
        raw = self._folded[governor.start : governor.end]
        return part_of_year(raw, years[0], counts=not raw.startswith("trong")) if years else NO_DAYS

    def _with_coordinated(self, governor: Governor, sentence: Span, until: int) -> Days:
        """ "tháng 6 và tháng 7/2019 thu hút 900 lượt": dates that a conjunction joins govern together."""
        start, end = governor.days
        for other in self.within(max(sentence[0], governor.start - _BESIDE), governor.start)[-1:]:
            joined = _COORDINATED.fullmatch(self._folded, other.end, governor.start)
            first, last = other.days
            earlier = first and last and start and last < start and not other.is_base
            if joined and earlier and not _IN_TURN.search(self._folded, governor.end, until):
                return first, end
        return governor.days

    def _is_cited(self, date: Date) -> bool:
        at = bisect_right(self._cited, (date.start, len(self._folded)))
        return any(first <= date.start < last for first, last in self._cited[max(0, at - 3) : at])

    def _governor(self, date: Date, year: int | None) -> Governor | None:
        before = self._folded[max(0, date.start - 80) : date.start]
        if _COMPARES.search(self._folded, date.start, date.end):
            return Governor(date.start, date.end, NO_DAYS, is_base=True)
        if _PRICES.search(before):
            return None
        if _SINCE.search(before) and date.kind != "range" and not _OPEN.match(self._folded, date.end):
            return None
        return Governor(
            date.start,
            date.end,
            self._days(date, before, year),
            is_event=date.kind == "day" and not _CLOSING.search(before),
            is_day=date.kind == "day",
            planned=bool(_PLAN.search(before)),
            is_base=bool(_BASE.search(before)),
            is_school_year="năm học" in before[-9:] or "năm học" in self._folded[date.start : date.end],
        )

    def _days(self, date: Date, before: str, year: int | None) -> Days:
        if date.kind == "relative":
            raw = self._folded[date.start : date.end]
            part = "đầu năm" in raw or "cuối năm" in raw
            if date.resolved_from and (part or not raw.endswith(_LENGTH)):
                return date.resolved_from, date.resolved_to
            return part_of_year(raw, year, counts=not raw.startswith("trong")) if year else NO_DAYS
        if date.to_date and _YEAR_TO_DATE.search(before):
            return f"{date.to_date[:4]}-01-01", date.to_date
        if _OPEN.match(self._folded, date.end) and not before.endswith(("đến ", "tới ")):
            return date.from_date, None
        return date.from_date, date.to_date


def _years(governors: Sequence[Governor]) -> list[int]:
    """The years in which dates end, in text order; a term or a plan of years ("2026 - 2031") names none."""
    return [
        int(governor.days[1][:4])
        for governor in governors
        if governor.days[1] and not _is_of_years(*governor.days)
    ]


def _is_of_years(first: str | None, last: str | None) -> bool:
    return first is not None and last is not None and int(last[:4]) - int(first[:4]) > 1


def _report_year(dates: Sequence[Date], passages: Sequence[Passage], context: Context) -> int | None:
    """The year that all dates of the title share, else that of the report's period or day."""
    named = _title_dates(dates, passages)
    years = {
        int(date.to_date[:4])
        for date in named
        if date.to_date and not _is_of_years(date.from_date, date.to_date)
    }
    if years:
        return years.pop() if len(years) == 1 else None
    stated = context.date if _is_of_years(context.period_from, context.period_to) else None
    stated = stated or context.period_to or context.date
    return int(stated[:4]) if stated else None


def _title_dates(dates: Sequence[Date], passages: Sequence[Passage]) -> list[Date]:
    titles = _titles(passages)
    return [date for date in dates if any(title.start <= date.start < title.end for title in titles)]


def _titles(passages: Sequence[Passage]) -> list[Passage]:
    return [passage for passage in passages[:40] if passage.kind is PassageKind.TITLE]


def has_two_periods(dates: Sequence[Date], passages: Sequence[Passage]) -> bool:
    """Whether a title names two periods of a year, one within the other, which the figures must tell apart.

    "tháng 9 và 9 tháng đầu năm 2019" does, "năm 2018 và nhiệm vụ năm 2019" does not.
    """
    periods = {(d.from_date, d.to_date) for d in _title_dates(dates, passages) if d.from_date and d.to_date}
    years = {day[:4] for period in periods for day in period if day}
    return len(years) == 1 and any(
        one != other and str(one[0]) >= str(other[0]) and str(one[1]) <= str(other[1])
        for one in periods
        for other in periods
    )
