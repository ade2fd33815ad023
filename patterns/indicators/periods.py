"""The days a figure is of (kỳ số liệu): the date that governs it in its clause, sentence or paragraph.

None where only the report's own period applies, and where the words give no days ("trong 05 năm").
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from patterns.indicators.figures import Figure
from patterns.indicators.units import Measure
from patterns.mentions import Citation, Date, Span
from patterns.passages import Passage, PassageKind

Days = tuple[str | None, str | None]
NO_DAYS: Days = (None, None)


@dataclass(frozen=True, slots=True)
class Governor:
    """A date that may govern figures; `days` are NO_DAYS where its words settle none."""

    start: int
    end: int
    days: Days
    is_day: bool
    planned: bool


# "so với năm 2015", "so với biên chế được giao năm 2015", "bằng 95% của năm 2010": the base of a comparison.
_BASE = regex.compile(
    r"(?<!\p{L})(?:so|hơn|thấp\ hơn|cao\ hơn)\ (?:với\ )?[^,;.()\d]{0,60}$|(?:bằng|của)\ cùng\ kỳ\ $"
)
_PLAN = regex.compile(r"(?:kế\ hoạch|mục\ tiêu|dự\ toán|chỉ\ tiêu\ (?:kế\ hoạch|giao))\ [^,;.()]{0,40}$")
_COMPARES = regex.compile(r"cùng\ kỳ|(?:năm|tháng|quý|kỳ)\ (?:trước|ngoái)|mọi\ năm|những\ năm\ trước")
_OPEN = regex.compile(r"\ {0,2}(?:đến\ nay|trở\ lại\ đây|tới\ nay)")
# "gia nhập WTO từ năm 2007": since then, with no end said.
_SINCE = regex.compile(r"(?<!\p{L})(?:kể\ )?từ\ (?:đầu\ |cuối\ |tháng\ |ngày\ )?$")
_CLOSING = regex.compile(r"(?:đến|tính\ đến|lũy\ kế\ đến|tới)\ (?:thời\ điểm\ |hết\ |cuối\ )?(?:ngày\ )?$")
_ATTACHED = regex.compile(
    r"[\ (]{0,2}(?:(?:trong|vào|ở|của|đến|tính\ đến|cuối|đầu|giữa|tại\ thời\ điểm|thời\ điểm)\ ){0,2}"
)


class Governors:
    """The dates of a text that can govern figures, in order."""

    def __init__(
        self, folded: str, dates: Sequence[Date], citations: Sequence[Citation], passages: Sequence[Passage]
    ) -> None:
        self._folded = folded
        spans = [span for c in citations for span in (c.date_span, c.subject_span) if span]
        self._cited = sorted(spans)
        year = _title_year(dates, passages)
        governors = (self._governor(date, year) for date in dates if not self._is_cited(date))
        self.all = [governor for governor in governors if governor is not None]
        self._starts = [governor.start for governor in self.all]

    def _is_cited(self, date: Date) -> bool:
        at = bisect_right(self._cited, (date.start, len(self._folded)))
        return any(first <= date.start < last for first, last in self._cited[max(0, at - 3) : at])

    def _governor(self, date: Date, year: int | None) -> Governor | None:
        before = self._folded[max(0, date.start - 80) : date.start]
        if _COMPARES.search(self._folded, date.start, date.end) or _BASE.search(before):
            return None
        if _SINCE.search(before) and date.kind != "range" and not _OPEN.match(self._folded, date.end):
            return None
        days: Days = (date.from_date, date.to_date)
        if date.kind == "relative":
            days = _relative_days(date, self._folded, year)
        elif date.from_date and _OPEN.match(self._folded, date.end) and not before.endswith(("đến ", "tới ")):
            days = (date.from_date, None)
        planned = bool(_PLAN.search(before))
        is_day = date.kind == "day" and not _CLOSING.search(before)
        return Governor(date.start, date.end, days, is_day, planned)

    def within(self, start: int, end: int) -> list[Governor]:
        """The governors that begin in a stretch."""
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def _title_year(dates: Sequence[Date], passages: Sequence[Passage]) -> int | None:
    """The year that all dates of the title share."""
    years = {int(date.to_date[:4]) for date in title_dates(dates, passages) if date.to_date}
    return years.pop() if len(years) == 1 else None


def title_dates(dates: Sequence[Date], passages: Sequence[Passage]) -> list[Date]:
    """The dates of the report's title."""
    titles = [p for p in passages[:40] if p.kind is PassageKind.TITLE]
    return [date for date in dates if any(p.start <= date.start < p.end for p in titles)]


def has_two_periods(dates: Sequence[Date], passages: Sequence[Passage]) -> bool:
    """Whether a report's title names two periods ("tháng 9 và 9 tháng đầu năm 2019"), which its figures must tell apart."""
    return len({(d.from_date, d.to_date) for d in title_dates(dates, passages) if d.from_date}) > 1


_MONTHS = {"hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_FIRST_MONTHS = regex.compile(r"(?P<count>\d{1,2}|\p{L}+)\ tháng(?:\ đầu\ năm)?$")
_PART_OF_YEAR = regex.compile(r"(?:quý\ (?P<quarter>iv|iii|ii|i|[1-4])|tháng\ (?P<month>\d{1,2}))$")


def _relative_days(date: Date, folded: str, year: int | None) -> Days:
    """What settles a period without its year: the report's own facts, else the year of its title."""
    raw = folded[date.start : date.end]
    if (
        date.resolved_from
        and not raw.endswith(("qua", "năm", "gần đây"))
        or date.resolved_from
        and "đầu năm" in raw
    ):
        return date.resolved_from, date.resolved_to
    return part_of_year(raw, year) if year else NO_DAYS


def part_of_year(raw: str, year: int) -> Days:
    """The days of "6 tháng đầu năm", "quý II", "tháng 9" in a year.

    >>> part_of_year("hai tháng đầu năm", 2007), part_of_year("quý ii", 2020), part_of_year("trong 05 năm", 2020)
    (('2007-01-01', '2007-02-28'), ('2020-04-01', '2020-06-30'), (None, None))
    """
    months = _FIRST_MONTHS.search(raw)
    if months and "đầu năm" in raw:
        count = int(months["count"]) if months["count"].isdigit() else _MONTHS.get(months["count"], 0)
        return _months(year, 1, count) if 0 < count <= 12 else NO_DAYS
    part = _PART_OF_YEAR.search(raw)
    if part and part["quarter"]:
        last = 3 * _QUARTERS[part["quarter"]]
        return _months(year, last - 2, last)
    if part and 0 < int(part["month"]) <= 12:
        return _months(year, int(part["month"]), int(part["month"]))
    return NO_DAYS


def _months(year: int, first: int, last: int) -> Days:
    return f"{year:04}-{first:02}-01", f"{year:04}-{last:02}-{monthrange(year, last)[1]:02}"


class Periods:
    """The periods of a text's figures, found one after the other in reading order."""

    def __init__(
        self, folded: str, governors: Governors, figures: Sequence[Figure], *, carries: bool
    ) -> None:
        self._folded, self._governors, self._figures = folded, governors, figures
        self._carries = carries
        # What governs the figures from here on, and the figure that it governed last.
        self._topic: Governor | None = None
        self._last = -1
        # Dates that stand right after a figure are its own and govern others only for want of any other.
        self._taken: set[int] = set()

    def add(self, index: int, introduced: Sequence[Span]) -> Days:
        """The days of the next figure; `introduced` are the stretches that lead to its passage, nearest first."""
        figure = self._figures[index]
        here = self._governors.within(*figure.setting.sentence)
        if _is_capacity(figure):
            return NO_DAYS
        attached = self._attached(figure, here)
        if attached is not None:
            self._taken.add(attached.start)
            return self._days(attached, figure)
        planned = self._planned(figure, here)
        if planned is not None:
            return self._days(planned, figure)
        free = [governor for governor in here if governor.start not in self._taken]
        governor = (
            self._before(figure, free) or self._after(figure, free) or self._carried(figure, introduced)
        )
        governor = governor or self._before(figure, here)
        self._topic, self._last = governor, index
        if governor is None:
            return NO_DAYS
        days = self._days(governor, figure)
        planned = figure.quantity.measure is not Measure.COUNT and _PLANNED.search(figure.outside.lower())
        return _whole_years(days) if planned and not figure.own else days

    def _days(self, governor: Governor, figure: Figure) -> Days:
        """The days of a date; "quý II" takes the year named before it in its sentence."""
        if governor.days != NO_DAYS:
            return governor.days
        before = self._governors.within(figure.setting.sentence[0], governor.start)
        years = [g.days[1][:4] for g in before if g.days[1]]
        raw = self._folded[governor.start : governor.end]
        return part_of_year(raw, int(years[-1])) if years else NO_DAYS

    def _attached(self, figure: Figure, here: Sequence[Governor]) -> Governor | None:
        """ "14,6% năm 2016", "45% (2018)": a date right after the figure is its own."""
        end = figure.quantity.end
        for governor in here:
            if end <= governor.start <= end + 24:
                gap = _ATTACHED.match(self._folded, end)
                return governor if gap and gap.end() >= governor.start else None
        return None

    def _planned(self, figure: Figure, here: Sequence[Governor]) -> Governor | None:
        """ "kế hoạch năm 2007 (16%)": the year of a plan is that of the figure in the parenthesis after it."""
        outside = figure.setting.outside
        if outside is None or figure.setting.previous is not None:
            return None
        return next(
            (g for g in here if g.planned and outside[0] <= g.start < outside[1] and not figure.own), None
        )

    def _before(self, figure: Figure, here: Sequence[Governor]) -> Governor | None:
        """The nearest date before the figure in its sentence that no closed parenthesis holds."""
        start, sentence = figure.quantity.begins, figure.setting.sentence[0]
        for governor in reversed([g for g in here if g.end <= start]):
            between = self._folded[governor.end : start]
            depth = self._folded.count("(", sentence, governor.start) - self._folded.count(
                ")", sentence, governor.start
            )
            if depth > 0 and between.count(")") > between.count("("):
                continue
            if governor.planned and governor.start > sentence + 24:
                continue
            return governor
        return None

    def _after(self, figure: Figure, here: Sequence[Governor]) -> Governor | None:
        """A date later in the clause ("… hòa lưới điện trong năm 2018")."""
        end = figure.setting.after[1]
        after = [g for g in here if figure.quantity.end <= g.start < end and not g.planned]
        return after[0] if after and not after[0].is_day else None

    def _carried(self, figure: Figure, introduced: Sequence[Span]) -> Governor | None:
        """The period of the clause or sentence before, of what leads to the passage, or of the report so far."""
        last = self._figures[self._last] if self._last >= 0 else None
        if last is not None and last.passage == figure.passage:
            same = last.setting.sentence == figure.setting.sentence
            if same or self._topic is None or not self._topic.is_day:
                return self._topic
            return None
        for start, end in introduced:
            found = [g for g in self._governors.within(start, end) if not g.planned or g.start < start + 24]
            if found:
                return None if found[-1].is_day else found[-1]
        return self._topic if self._carries else None


_PLANNED = regex.compile(r"(?:kế hoạch|mục tiêu|chỉ tiêu|dự toán)(?: \p{L}+){0,8}$")


def _whole_years(days: Days) -> Days:
    start, end = days
    return (f"{start[:4]}-01-01" if start else None, f"{end[:4]}-12-31" if end else None)


def _is_capacity(figure: Figure) -> bool:
    """ "nhà máy xi măng (1,4 triệu tấn/năm)": what a plant can do is of no period."""
    unit = (figure.quantity.unit or "").lower()
    physical = figure.quantity.measure in (Measure.PHYSICAL, Measure.COUNT)
    if unit in ("mw", "kw", "mva", "kva", "mwp", "kwp"):
        return True
    said = "công suất" in f"{figure.own} {figure.outside} {figure.lead}".lower()
    return physical and (
        said or figure.outside != "" and unit.endswith(("/năm", "/ngày", "/ngày đêm", "/giờ"))
    )
