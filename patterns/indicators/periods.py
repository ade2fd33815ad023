"""The days a figure is of (kỳ số liệu): the date that governs it in its clause, sentence or paragraph.

None where only the report's own period applies, and where the words give no days ("trong 05 năm").
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass

import regex

from patterns.indicators.figures import Figure
from patterns.indicators.labels import is_measure
from patterns.indicators.standing import is_change
from patterns.indicators.units import Measure
from patterns.mentions import Citation, Date, Span
from patterns.passages import Passage, PassageKind

_FARTHEST = 1500  # how far off in a long sentence a date still governs
_HEAD = 24  # how far from the start of a sentence a date still opens it

Days = tuple[str | None, str | None]
NO_DAYS: Days = (None, None)


@dataclass(frozen=True, slots=True)
class Governor:
    """A date that may govern figures; `days` are NO_DAYS where its words settle none.

    `is_day` says that an event of one day is meant; `planned` that a plan is of this period; `is_base` that another
    period is compared with it.
    """

    start: int
    end: int
    days: Days
    is_day: bool
    planned: bool
    is_base: bool = False
    is_school_year: bool = False


# "so với năm 2015", "so với biên chế được giao năm 2015", "bằng 95% của năm 2010": the base of a comparison.
_BASE = regex.compile(
    r"(?<!\p{L})(?:so|hơn|thấp\ hơn|cao\ hơn)\ (?:với\ )?[^,;.()\d]{0,60}$|(?:bằng|của)\ cùng\ kỳ\ $"
)
_PLAN = regex.compile(r"(?:kế\ hoạch|mục\ tiêu|dự\ toán|chỉ\ tiêu\ (?:kế\ hoạch|giao))\ [^,;.()]{0,40}$")
_COMPARES = regex.compile(r"cùng\ kỳ|(?:năm|tháng|quý|kỳ)\ (?:trước|ngoái)|mọi\ năm|những\ năm\ trước")
_OPEN = regex.compile(r"\ {0,2}(?:đến\ nay|trở\ lại\ đây|tới\ nay)")
# "gia nhập WTO từ năm 2007": since then, with no end said.
_SINCE = regex.compile(r"(?<!\p{L})(?:kể\ )?từ\ (?:đầu\ |cuối\ |tháng\ |ngày\ )?$")
# "lũy kế từ đầu năm đến ngày 30/6/2023".
_YEAR_TO_DATE = regex.compile(r"từ\ đầu\ năm\ (?:\d+\ )?(?:đến|tới)\ (?:hết\ |cuối\ )?(?:ngày\ |tháng\ )?$")
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
        if _COMPARES.search(self._folded, date.start, date.end):
            return Governor(date.start, date.end, NO_DAYS, is_day=False, planned=False, is_base=True)
        if _SINCE.search(before) and date.kind != "range" and not _OPEN.match(self._folded, date.end):
            return None
        days: Days = (date.from_date, date.to_date)
        if date.kind == "relative":
            days = _relative_days(date, self._folded, year)
        elif date.to_date and _YEAR_TO_DATE.search(before):
            days = (f"{date.to_date[:4]}-01-01", date.to_date)
        elif date.from_date and _OPEN.match(self._folded, date.end) and not before.endswith(("đến ", "tới ")):
            days = (date.from_date, None)
        planned = bool(_PLAN.search(before))
        is_day = date.kind == "day" and not _CLOSING.search(before)
        return Governor(
            date.start,
            date.end,
            days,
            is_day,
            planned,
            is_base=bool(_BASE.search(before)),
            is_school_year="năm học" in before[-9:] or "năm học" in self._folded[date.start : date.end],
        )

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
    """Whether a report's title names two periods, one within the other, which its figures must tell apart.

    "tháng 9 và 9 tháng đầu năm 2019" does, "năm 2018 và nhiệm vụ năm 2019" does not.
    """
    periods = {(d.from_date, d.to_date) for d in title_dates(dates, passages) if d.from_date and d.to_date}
    years = {day[:4] for period in periods for day in period}
    within = any(
        one != other and one[0] >= other[0] and one[1] <= other[1] for one in periods for other in periods
    )
    return within and len(years) == 1


_MONTHS = {"hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_FIRST_MONTHS = regex.compile(r"(?P<count>\d{1,2}|\p{L}+)\ tháng(?P<first>\ đầu\ năm)?$")
_PART_OF_YEAR = regex.compile(r"(?:quý\ (?P<quarter>iv|iii|ii|i|[1-4])|tháng\ (?P<month>\d{1,2}))$")


def _relative_days(date: Date, folded: str, year: int | None) -> Days:
    """What settles a period without its year: the report's own facts, else the year of its title."""
    raw = folded[date.start : date.end]
    if (
        (date.resolved_from
        and not raw.endswith(("qua", "năm", "gần đây")))
        or (date.resolved_from
        and "đầu năm" in raw)
    ):
        return date.resolved_from, date.resolved_to
    return part_of_year(raw, year) if year else NO_DAYS


def part_of_year(raw: str, year: int, *, counts: bool = False) -> Days:
    """The days of "6 tháng đầu năm", "quý II", "tháng 9" in a year.

    >>> part_of_year("hai tháng đầu năm", 2007), part_of_year("quý ii", 2020), part_of_year("trong 05 năm", 2020)
    (('2007-01-01', '2007-02-28'), ('2020-04-01', '2020-06-30'), (None, None))

    With `counts` a bare "6 tháng" is the first six, as in the head of a column under its year.
    """
    months = _FIRST_MONTHS.search(raw)
    if months and (months["first"] or counts):
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
        self._heads = False
        # Dates that stand right after a figure are its own and govern others only for want of any other.
        self._taken: set[int] = set()

    def add(self, index: int, introduced: Sequence[Span]) -> Days:
        """The days of the next figure; `introduced` are the stretches that lead to its passage, nearest first."""
        figure = self._figures[index]
        first, last = figure.setting.sentence
        start, end = figure.quantity.start, figure.quantity.end
        here = self._governors.within(max(first, start - _FARTHEST), min(last, end + _FARTHEST))
        if _is_capacity(figure):
            return NO_DAYS
        own = self._attached(figure, here) or self._apposed(figure, here)
        if own is not None:
            self._taken.add(own.start)
            return self._days(own, figure)
        here = [governor for governor in here if not governor.is_base]
        free = [governor for governor in here if governor.start not in self._taken]
        governor = (
            self._before(figure, free) or self._after(figure, free) or self._carried(figure, introduced)
        )
        governor = governor or self._before(figure, here)
        opened = figure.setting.opened
        if governor is None or opened is None or governor.start < opened:
            self._heads = (self._heads and governor is self._topic) or _heads(governor, figure)
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
        """ "14,6% năm 2016", "45% (2018)": a date right after the figure is its own, but "gấp 2 lần năm 2015" compares."""
        end = figure.quantity.end
        multiple = figure.quantity.head == "lần" or is_change(figure)
        for governor in here:
            if end <= governor.start <= end + 24:
                gap = _ATTACHED.match(self._folded, end)
                near = gap is not None and gap.end() >= governor.start
                return (
                    governor
                    if near and not governor.is_base and not (multiple and governor.start <= end + 1)
                    else None
                )
        return None

    def _apposed(self, figure: Figure, here: Sequence[Governor]) -> Governor | None:
        """ "kế hoạch năm 2007 (16%)", "so với năm 2022 (45 tỷ đồng)": a date right before the parenthesis."""
        opened = figure.setting.opened
        if opened is None or figure.setting.previous is not None or figure.own:
            return None
        return next((g for g in here if opened - 2 <= g.end <= opened), None)

    def _before(self, figure: Figure, here: Sequence[Governor]) -> Governor | None:
        """The nearest date before the figure in its sentence that no closed parenthesis holds."""
        start = figure.quantity.begins
        sentence = max(figure.setting.sentence[0], start - _FARTHEST)
        for governor in reversed([g for g in here if g.end <= start]):
            depth = self._folded.count("(", sentence, governor.start) - self._folded.count(
                ")", sentence, governor.start
            )
            closed = self._folded.count(")", governor.end, start) > self._folded.count(
                "(", governor.end, start
            )
            if depth > 0 and closed:
                continue
            parted = ";" in self._folded[governor.end : start]
            if parted and governor.is_day:
                return None
            if parted and governor.start > sentence + _HEAD and figure.own:
                continue
            if governor.planned and sentence + _HEAD < governor.start < figure.setting.before[0]:
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
            if self._topic is None:
                return None
            if last.setting.sentence == figure.setting.sentence:
                parted = ";" in self._folded[self._topic.end : figure.quantity.begins]
                return None if parted and self._topic.is_day else self._topic
            goes_on = self._heads or self._carries or _GOES_ON.match(self._folded, figure.setting.sentence[0])
            return self._topic if goes_on and not self._topic.is_day else None
        for start, end in introduced:
            found = [g for g in self._governors.within(start, end) if not g.is_base]
            found = [g for g in found if not g.planned or g.start < start + _HEAD]
            if found:
                return None if found[-1].is_day else found[-1]
        return self._topic if self._carries else None


def _heads(governor: Governor | None, figure: Figure) -> bool:
    """Whether a date opens its sentence or is said of the sentence's measure ("GRDP năm 2018 ước đạt"), so that the
    sentences after it are of the same period.
    """
    if governor is None or governor.is_school_year:
        return False
    subject = figure.setting.before[0] <= governor.start and figure.predicate.verb and is_measure(figure.own)
    return governor.start < figure.setting.sentence[0] + _HEAD or bool(subject)


_GOES_ON = regex.compile(r"\W*(?:trong\ (?:số\ )?đó|sau\ khi|qua|kết\ quả|theo\ đó|cụ\ thể|nhờ\ đó)(?!\p{L})")
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
        said or (figure.outside != "" and unit.endswith(("/năm", "/ngày", "/ngày đêm", "/giờ")))
    )
