"""The days a figure is of (kỳ số liệu): the date that governs it in its clause, sentence, paragraph or section.

None where only the report's own period applies, and where the words give no days ("trong 05 năm").
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from patterns.engines import compile_pattern
from patterns.indicators import plans
from patterns.indicators.figures import Figure
from patterns.indicators.governors import Governor, Governors
from patterns.indicators.measures import is_measure
from patterns.indicators.own_dates import OwnDates
from patterns.indicators.units import UnitKind
from patterns.indicators.year_parts import NO_DAYS, Days, whole_years
from patterns.mentions import Span

_FARTHEST = 1500  # how far off in a long sentence a date still governs
_HEAD = 24  # how far from the start of a sentence a date still opens it

_GOES_ON = compile_pattern(
    r"\W*(?:trong\ (?:số\ )?đó|sau\ khi|qua|kết\ quả|theo\ đó|cụ\ thể|nhờ\ đó)(?!\p{L})"
)
_AFTER_PREAMBLE = regex.compile(r"[,:]\ (?:(?:đến|tính\ đến|đến\ hết|đến\ cuối|trong|cuối|hết)\ )?$")
# "Một số sản phẩm trong 5 tháng: …", "Mục tiêu đến năm 2030 như sau: …".
_BEFORE_COLON = compile_pattern(r"\ {0,2}(?:như\ sau|là|gồm)?\ {0,2}:")
# "Kỳ thi tốt nghiệp năm 2024": the year of one event says nothing of the next sentence.
_OCCASION = regex.compile(
    r"""(?<!\p{L})(?:kỳ\ thi|hội\ thi|hội\ nghị|hội\ thao|chiến\ dịch|lễ|lễ\ hội|giải|cuộc\ thi|tết|đại\ hội|bão|đợt
    |cuộc\ bầu\ cử|ngày\ hội)(?!\p{L})[^,;:.]{0,40}$""",
    regex.VERBOSE,
)
_WHOLE_YEAR = regex.compile(r"(?<!\p{L})cả\ năm(?!\ (?:học|\d))(?!\p{L})")
# "hỗ trợ 500.000 đồng/người/tháng": what a rule grants has the period of its own clause at most.
_GRANTS = regex.compile(r"(?<!\p{L})(?:hỗ\ trợ|trợ\ cấp|phụ\ cấp|định\ mức|mức)(?!\p{L})")
_PLAN = regex.compile(rf"{plans.NAMES}(?!\p{{L}})")
_PLANNED = regex.compile(rf"{plans.NAMES}(?: \p{{L}}+){{0,8}}$")
# The section of what is to come is of another period than the report.
_TASKS = regex.compile(
    r"nhiệm\ vụ|phương\ hướng|kế\ hoạch|mục\ tiêu|giải\ pháp|dự\ kiến|chương\ trình|trọng\ tâm|chỉ\ tiêu"
)
_RESULTS = regex.compile(r"kết\ quả|tình\ hình|đánh\ giá|thực\ hiện|tổng\ kết|sơ\ kết")


class Periods:
    """The periods of a text's figures, found one after the other in reading order.

    With `carries` a period holds until the next one is named: in a report on a month and the months so far.
    """

    def __init__(
        self,
        folded: str,
        governors: Governors,
        figures: Sequence[Figure],
        wholes: Sequence[int | None],
        *,
        carries: bool,
    ) -> None:
        self._folded, self._governors, self._figures, self._wholes = folded, governors, figures, wholes
        self._found: list[Days] = []
        self._carries, self._own_dates = carries, OwnDates(folded, figures)
        # What governs the figures from here on, the figure it governed last, and whether the next sentence too.
        self._topic: Governor | None = None
        self._last = -1
        self._heads = False
        # Dates that stand right after a figure are its own and govern others only for want of any other.
        self._taken: set[int] = set()
        # The sentence of the last figure, and where its first figure begins.
        self._sentence: Span | None = None
        self._first = 0
        # "Tháng 12 đạt …; lũy kế cả năm đạt …": what governs the figures from here on for all of its year.
        self._widened: Governor | None = None
        # Dates that are said of a measure ("GRDP năm 2018 ước đạt") hold for all of its sentence.
        self._measured: set[int] = set()

    def add(self, index: int, introduced: Sequence[Span], sections: Sequence[Span]) -> Days:
        """The days of the next figure; a part that has none shares those of its whole.

        Args:
            index: of the figure.
            introduced: the stretches that lead to its passage, nearest first.
            sections: the headings it stands under, innermost first.
        """
        days, whole, figure = (
            self._read(index, introduced, sections),
            self._wholes[index],
            self._figures[index],
        )
        if days == NO_DAYS and whole is not None and whole < index and not _is_capacity(figure):
            days = self._found[whole]
        self._found.append(days)
        return days

    def _read(self, index: int, introduced: Sequence[Span], sections: Sequence[Span]) -> Days:
        figure = self._figures[index]
        if figure.setting.sentence != self._sentence:
            self._sentence, self._first = figure.setting.sentence, figure.quantity.begins
        if _is_capacity(figure):
            return NO_DAYS
        here = self._near(figure)
        own = self._own_dates.of(index, here)
        if own is not None:
            self._taken.add(own.start)
            return self._days(own, figure)
        compared = figure.quantity.end + 1 if figure.quantity.head == "lần" else -1  # "gấp 2 lần năm 2015"
        here = [g for g in here if not g.is_base and g.start != compared]
        governor = self._governor(figure, here, introduced, sections)
        self._remember(index, figure, governor)
        days = self._days(governor, figure) if governor else NO_DAYS
        if _WHOLE_YEAR.search(self._folded, *figure.setting.before):
            self._widened = governor
        if governor is not None and governor is self._widened:
            return whole_years(days)
        planned = figure.quantity.kind is not UnitKind.COUNT and _PLANNED.search(figure.outside.lower())
        return whole_years(days) if planned and not figure.own else days

    def _near(self, figure: Figure) -> list[Governor]:
        """The dates of the sentence, of a very long one those near by."""
        first, last = figure.setting.sentence
        start, end = figure.quantity.start - _FARTHEST, figure.quantity.end + _FARTHEST
        return self._governors.within(max(first, start), min(last, end))

    def _governor(
        self,
        figure: Figure,
        here: Sequence[Governor],
        introduced: Sequence[Span],
        sections: Sequence[Span],
    ) -> Governor | None:
        free = [governor for governor in here if governor.start not in self._taken]
        return (
            self._before(figure, free)
            or self._after(figure, free)
            or (None if _is_grant(figure) else self._carried(figure))
            or (None if _is_grant(figure) else self._introduced(figure, introduced, sections))
            or self._before(figure, here)
        )

    def _remember(self, index: int, figure: Figure, governor: Governor | None) -> None:
        if governor is not None and _measures(governor, figure):
            self._measured.add(governor.start)
        opened = figure.setting.opened
        if governor is None or opened is None or governor.start < opened:
            self._heads = (self._heads and governor is self._topic) or self._heads_on(governor, figure)
            self._topic, self._last = governor, index

    def _days(self, governor: Governor, figure: Figure) -> Days:
        return self._governors.days_of(governor, figure.setting.sentence, figure.quantity.start)

    # Dates that govern a stretch.

    def _before(self, figure: Figure, here: Sequence[Governor]) -> Governor | None:
        """The nearest date before the figure in its sentence that reaches it."""
        start, sentence = figure.quantity.begins, figure.setting.sentence[0]
        nearest = max(sentence, start - _FARTHEST)
        for governor in reversed([g for g in here if g.end <= start]):
            if self._in_closed(nearest, governor, start):
                continue
            if self._parted(governor, start) and governor.is_event:
                return None
            if (
                self._parted(governor, start)
                and governor.days == NO_DAYS
                and not self._opens(governor, figure)
            ):
                continue  # "Tổng kết 10 năm …; phấn đấu trên 20.000 lượt": a length of time says nothing further on
            if not self._reaches(governor, figure, start):
                continue
            if governor.planned and sentence + _HEAD < governor.start < figure.setting.before[0]:
                continue
            return governor
        return None

    def _in_closed(self, nearest: int, governor: Governor, start: int) -> bool:
        """Whether a date stands in a parenthesis that closes before the figure.

        Not so years that are all of it and explain the words before: "sau 5 năm thực hiện (2014 - 2019), …".
        """
        folded = self._folded
        alone = (
            folded[governor.start - 1 : governor.start] == "("
            and folded[governor.end : governor.end + 1] == ")"
        )
        if alone and _is_span(governor.days) and governor.start not in self._taken:
            return False
        depth = folded.count("(", nearest, governor.start) - folded.count(")", nearest, governor.start)
        return depth > 0 and folded.count(")", governor.end, start) > folded.count("(", governor.end, start)

    def _parted(self, governor: Governor, start: int) -> bool:
        return ";" in self._folded[governor.end : start]

    def _reaches(self, governor: Governor, figure: Figure, start: int) -> bool:
        """A date that opens its sentence reaches all of it, another only its clause and those without a subject."""
        opens = self._opens(governor, figure) or governor.start in self._measured
        return opens or not figure.own or not self._parted(governor, start)

    def _opens(self, governor: Governor, figure: Figure) -> bool:
        """Whether a date opens its sentence, or what follows its preamble ("Thực hiện Quyết định …, năm 2019 …")."""
        if governor.start <= figure.setting.sentence[0] + _HEAD:
            return True
        if governor.end <= self._first and _BEFORE_COLON.match(self._folded, governor.end):
            return True
        before = self._folded[max(figure.setting.sentence[0], governor.start - _HEAD) : governor.start]
        return governor.end <= self._first and bool(_AFTER_PREAMBLE.search(before))

    def _heads_on(self, governor: Governor | None, figure: Figure) -> bool:
        """Whether the sentences after a date's are of the same period: it opens its own, or is said of its measure.

        "Năm 2018, …" does, and "GRDP năm 2018 ước đạt".
        """
        if governor is None or governor.is_event:
            return False
        if governor.is_school_year and not self._governors.of_schools:
            return False
        if _OCCASION.search(
            self._folded, max(figure.setting.sentence[0], governor.start - 60), governor.start
        ):
            return False
        return self._opens(governor, figure) or _measures(governor, figure)

    def _after(self, figure: Figure, here: Sequence[Governor]) -> Governor | None:
        """A date later in the clause ("… hòa lưới điện trong năm 2018")."""
        end = figure.setting.after[1]
        after = [g for g in here if figure.quantity.end <= g.start < end]
        after = [
            g for g in after if not g.planned or not _PLAN.search(self._folded, figure.quantity.end, g.start)
        ]
        return after[0] if after and not after[0].is_event else None

    def _carried(self, figure: Figure) -> Governor | None:
        """The period of the clause before, or of the sentence before where that one reaches on."""
        last = self._figures[self._last] if self._last >= 0 else None
        topic = self._topic
        if last is None or topic is None or last.passage != figure.passage:
            return None
        if last.setting.sentence == figure.setting.sentence:
            parted = self._parted(topic, figure.quantity.begins)
            reaches = self._reaches(topic, figure, figure.quantity.begins)
            return None if (parted and topic.is_event) or not reaches else topic
        goes_on = self._heads or self._carries or _GOES_ON.match(self._folded, figure.setting.sentence[0])
        return topic if goes_on and not topic.is_event else None

    def _introduced(
        self, figure: Figure, introduced: Sequence[Span], sections: Sequence[Span]
    ) -> Governor | None:
        """The period of what leads to the passage, of its section, or of the report so far.

        A section names a period of its own where it is of what is to come, or where the title names several.
        """
        last = self._figures[self._last] if self._last >= 0 else None
        if last is None or last.passage != figure.passage:
            for start, end in introduced:
                found = [g for g in self._governors.within(start, end) if not g.is_base]
                found = [g for g in found if not g.planned or g.start < start + _HEAD]
                if found:
                    return None if found[-1].is_event else found[-1]
        for section in sections:
            found = [g for g in self._governors.within(*section) if g.days != NO_DAYS]
            results = bool(_RESULTS.search(self._folded, *section))
            if found and self._governors.tells_apart(found[-1], own=results):
                return found[-1]
            if _TASKS.search(self._folded, *section) and not results:
                return found[-1] if found else None
        return self._topic if self._carries and (last is None or last.passage != figure.passage) else None


def _is_span(days: Days) -> bool:
    """Whether days lie in more than one year."""
    return bool(days[0] and days[1]) and str(days[0])[:4] != str(days[1])[:4]


def _measures(governor: Governor, figure: Figure) -> bool:
    """Whether a date is said of the measure that the figure gives ("GRDP năm 2018 ước đạt")."""
    subject = figure.setting.before[0] <= governor.start < figure.quantity.start
    return subject and bool(figure.predicate.verb) and is_measure(figure.own)


def _is_grant(figure: Figure) -> bool:
    """Whether a figure is what a rule grants to each ("mức hỗ trợ 60 triệu đồng/nhà")."""
    rate = figure.quantity.kind is UnitKind.MONEY and figure.quantity.is_rate
    return rate and bool(_GRANTS.search(f"{figure.own} {figure.action} {figure.outside}".lower()))


def _is_capacity(figure: Figure) -> bool:
    """ "nhà máy xi măng (1,4 triệu tấn/năm)": what a plant can do is of no period."""
    unit = (figure.quantity.unit or "").lower()
    if unit in ("mw", "kw", "mva", "kva", "mwp", "kwp"):
        return True
    if figure.quantity.kind not in (UnitKind.PHYSICAL, UnitKind.COUNT):
        return False
    said = "công suất" in f"{figure.own} {figure.outside} {figure.lead}".lower()
    return said or (figure.outside != "" and unit.endswith(("/năm", "/ngày", "/ngày đêm", "/giờ")))
