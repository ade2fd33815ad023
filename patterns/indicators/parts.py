"""Which figure a figure is a part or a share of (trong đó, chiếm, đạt tỷ lệ): words propose, arithmetic decides.

The whole always stands before its parts in reading order, so that no cycle can arise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

import regex

from patterns.folding import fold
from patterns.indicators.figures import Figure
from patterns.indicators.magnitudes import base_unit, magnitude
from patterns.indicators.phrases import Phrases
from patterns.indicators.predicates import Role
from patterns.indicators.quantities import Quantity
from patterns.indicators.units import Measure
from patterns.indicators.vocabulary import words

_FAR = 60  # how many figures back a total is looked for
_NEAR = 12

_PLAN = regex.compile(
    r"(?:so\ (?:với\ )?)?(?:mục\ tiêu|kế\ hoạch|dự\ toán|chỉ\ tiêu|nghị\ quyết|kh|dt|nhiệm\ vụ|grdp|gdp)(?!\p{L})"
)
_COMPARED = regex.compile(
    r"(?:so\ (?:với\ )?(?:mức\ )?(?:cùng|năm|tháng|quý|đầu|cuối|thời\ điểm|giai\ đoạn|kỳ|trước|\d)|(?:của\ )?cùng\ kỳ)(?!\p{L})"
)
_SAYS_RATE = regex.compile(
    r"(?:đạt |với |có )?(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|tương đương|tương ứng)(?: bình quân| chung)?"
)
_RATE_OF_ACTION = regex.compile(
    r"(?:tỷ lệ |tỉ lệ )?(?:\p{L}+ )?(?:đã )?(?:giải quyết|xử lý|thực hiện|hoàn thành|giải ngân|thu hồi|thi hành|điều tra)(?!\p{L})"
)
_CAME_IN = regex.compile(
    r"(?:tiếp nhận|thụ lý|xảy ra|phát hiện|kiểm tra|giám sát|nhận được|tổng số|ghi nhận|phát sinh)"
)
_DEALT_WITH = regex.compile(
    r"(?:đã )?(?:được )?(?:giải quyết|xử lý|điều tra|làm rõ|hoàn thành|xét xử|phát hiện|trả lời|khắc phục|khám phá)(?!\p{L})"
)
_OUT_OF = regex.compile(r"\ (?:trong\ )?(?:tổng\ )?(?:số\ )?")
_AMONG = regex.compile(
    r"\W*(?:trong|qua)\ (?:tổng\ )?số\ (?P<noun>\p{L}[^,;.:\d]{1,60}?)(?:,|\ có\ |\ thì\ )"
)
_FOOTNOTE_PARTS = regex.compile(r"\W*(?:trong\ (?:số\ )?đó|gồm|bao\ gồm|cụ\ thể|chia\ ra|cấp\ tỉnh)(?!\p{L})")
_LIST_LEAD = regex.compile(r"(?:một\ số|các|những)\ .{0,80}(?:gồm|như|sau|là)\ ?$")
_PRODUCT = regex.compile(r"tổng\ sản\ phẩm|(?<!\p{L})(?:grdp|gdp)(?!\ bình\ quân)")
_TOPIC = regex.compile(
    r"gtsx\p{L}*|grdp|gdp|giá\ trị\ sản\ xuất|tổng\ sản\ phẩm|(?:kim\ ngạch\ )?(?:xuất|nhập)\ khẩu"
)


def is_change(figure: Figure) -> bool:
    """Whether a figure is a growth rate or an increase, not a level."""
    return figure.predicate.role in (Role.GROWTH, Role.FALL)


def is_share(figure: Figure) -> bool:
    """Whether a percentage is said to be a share."""
    outside = "" if "kế hoạch" in figure.outside or "mục tiêu" in figure.outside else figure.outside
    said = figure.predicate.role is Role.SHARE or "tỷ trọng" in f"{figure.own} {outside}".lower()
    return figure.quantity.measure is Measure.PERCENT and said and not is_change(figure)


class Parts:
    """The wholes of a text's figures, found one after the other in reading order."""

    def __init__(self, phrases: Phrases) -> None:
        self._folded = phrases.folded
        self.figures: list[Figure] = []
        self.wholes: list[int | None] = []
        # For the sentence and parenthesis of a breakdown, its first part.
        self._breakdowns: dict[tuple[int, int], int] = {}

    def add(self, figure: Figure, anchor: int | None) -> int | None:
        """The index of the figure that `figure` is part of.

        Args:
            figure: the next figure in reading order.
            anchor: for a footnote, the last figure before its mark.
        """
        index = len(self.figures)
        self.figures.append(figure)
        if is_change(figure):
            whole = self._of_breakdown(index, anchor)
        elif figure.quantity.measure is not Measure.PERCENT:
            whole = self._of_breakdown(index, anchor)
            if whole is None and figure.quantity.measure is Measure.COUNT:
                whole = self._received(index)
            if whole is None and figure.quantity.measure is Measure.COUNT:
                whole = self._among(index)
        else:
            whole = self._restated(index)
            if whole is None:
                whole = self._of_breakdown(index, anchor)
            if whole is None and is_share(figure):
                whole = self._total(index)
            if whole is None and "cơ cấu" in fold(f"{figure.lead} {figure.own}"):
                whole = self._structure(index)
        self.wholes.append(whole)
        return whole

    def settle(self, first: int) -> None:
        """Give counts that add up to the count before their parenthesis or list that one as their whole."""
        for index in range(first + 1, len(self.figures)):
            before = self.figures[index - 1]
            gap = self._folded[before.quantity.end : self.figures[index].quantity.begins]
            if (
                before.quantity.measure is Measure.PERCENT
                and _OUT_OF.fullmatch(gap)
                and self.wholes[index] != index - 1
            ):
                self.wholes[index - 1] = index  # "100% trong số 1.482 thôn"
        groups: dict[tuple[int, int], list[int]] = {}
        for index in range(first, len(self.figures)):
            start = self._breakdown_start(index, None)
            figure = self.figures[index]
            if start is not None and figure.quantity.measure is Measure.COUNT and not is_change(figure):
                groups.setdefault(
                    (start, -1 if figure.setting.opened is None else figure.setting.opened), []
                ).append(index)
        for (start, _), parts in groups.items():
            total = sum(self.figures[at].quantity.numeral.value for at in parts)
            for whole in self._outward(start):
                if (
                    self._counts(whole)
                    and len(parts) > 1
                    and self.figures[whole].quantity.numeral.value == total
                ):
                    for at in parts:
                        self.wholes[at] = whole if self.wholes[at] is None else self.wholes[at]
                    break

    # Where earlier figures stand.

    def _clause(self, index: int) -> Iterator[int]:
        """Earlier figures of the same clause and parenthesis, nearest first; a semicolon ends the clause."""
        clause = self.figures[index].setting.clause
        for at in self._level(index):
            if self.figures[at].setting.clause != clause:
                return
            yield at

    def _level(self, index: int) -> Iterator[int]:
        """Earlier figures of the same sentence and parenthesis, nearest first."""
        at = self.figures[index].setting.previous
        for _ in range(_FAR):
            if at is None:
                return
            yield at
            at = self.figures[at].setting.previous

    def _outward(self, index: int) -> Iterator[int]:
        """A figure and those before it in its sentence that stand in no parenthesis that has closed."""
        at: int | None = index
        for _ in range(_FAR):
            if at is None:
                return
            yield at
            setting = self.figures[at].setting
            at = setting.previous if setting.previous is not None else setting.opener

    def _earlier(self, index: int) -> Iterator[int]:
        """Earlier figures of the passage, nearest first."""
        passage = self.figures[index].passage
        for at in range(index - 1, max(-1, index - 1 - _FAR), -1):
            if self.figures[at].passage != passage:
                return
            yield at

    # Percentages that say a count or ratio again.

    def _restated(self, index: int) -> int | None:
        figure = self.figures[index]
        after = self._folded[figure.quantity.end : figure.quantity.end + 40].lstrip(" ")
        plan = bool(_PLAN.match(after))
        if _COMPARED.match(after) and not plan:
            return None
        own = figure.own.lower()
        silent = not own or bool(_SAYS_RATE.fullmatch(own))
        opener = figure.setting.opener
        if figure.setting.previous is None and opener is not None and silent:
            return None if figure.outside else self._source(opener)
        named = self._named_after(index)
        if named is not None:
            return named
        if (
            (silent
            and not (figure.after and not figure.predicate.verb))
            or (plan
            and figure.predicate.role is Role.LEVEL)
        ):
            return self._best_source(index)
        if (
            _RATE_OF_ACTION.match(own)
            and figure.predicate.role in (Role.LEVEL, Role.OBJECT)
            and not figure.after
        ):
            return next((at for at in self._level(index) if self._counts(at)), None)
        return None

    def _source(self, index: int) -> int | None:
        """A count or amount itself; for a percentage, what that one is a share of."""
        return self.wholes[index] if self.figures[index].quantity.measure is Measure.PERCENT else index

    def _named_after(self, index: int) -> int | None:
        """ "được giải quyết đạt 80,81% nội dung kiến nghị": the noun after the percentage was counted before."""
        figure = self.figures[index]
        after = figure.after.lower()
        if not after or (not figure.predicate.verb and not figure.own):
            return None
        for earlier in self._clause(index):
            quantity = self.figures[earlier].quantity
            noun = rf"(?:tổng\ )?(?:số\ )?{regex.escape(quantity.head)}(?!\p{{L}})"
            if quantity.measure is Measure.COUNT and quantity.head and regex.match(noun, after):
                return earlier
        return None

    def _best_source(self, index: int) -> int | None:
        """Among the counts of the clause, the one whose ratio gives the percentage, else the nearest."""
        figure = self.figures[index]
        candidates = [at for at in self._clause(index) if self._counts(at)][:_NEAR]
        for at in candidates:
            if _is_ratio(self.figures[at], figure) or self._is_quotient(at, candidates, figure):
                return at
        return candidates[0] if candidates else None

    def _counts(self, index: int) -> bool:
        return self.figures[index].quantity.measure is not Measure.PERCENT

    def _is_quotient(self, index: int, others: Sequence[int], figure: Figure) -> bool:
        """Whether the percentage is a figure divided by another of the clause or one before it."""
        part = self.figures[index]
        for at in [*others, *islice(self._earlier(index), _NEAR)]:
            whole = self.figures[at]
            comparable = (
                base_unit(part.quantity) == base_unit(whole.quantity) and magnitude(whole.quantity) > 0
            )
            if comparable and _near(magnitude(part.quantity) / magnitude(whole.quantity), figure):
                return True
        return False

    def _received(self, index: int) -> int | None:
        """ "tiếp nhận 312 hồ sơ, đã giải quyết 298 hồ sơ": what was dealt with is part of what came in."""
        figure = self.figures[index]
        if not _DEALT_WITH.match(figure.action.lower()):
            return None
        for at in self._level(index):
            other = self.figures[at]
            same = other.quantity.measure is Measure.COUNT and other.quantity.head == figure.quantity.head
            if same and not is_change(other):
                larger = magnitude(other.quantity) >= magnitude(figure.quantity)
                return at if larger and _CAME_IN.search(f"{other.own} {other.action}".lower()) else None
        return None

    def _among(self, index: int) -> int | None:
        """ "Trong tổng số hộ nghèo, có 4.236 hộ …": part of the last count of "hộ nghèo" before."""
        figure = self.figures[index]
        named = _AMONG.match(self._folded, figure.setting.sentence[0], figure.quantity.start)
        if named is None:
            return None
        for at in range(index - 1, max(-1, index - 3 * _FAR), -1):
            quantity = self.figures[at].quantity
            if quantity.measure is Measure.COUNT and quantity.head == figure.quantity.head:
                said = self._folded[quantity.numeral.end : quantity.end + 40].lstrip(" ")
                if said.startswith(named["noun"]) and quantity.numeral.value >= figure.quantity.numeral.value:
                    return at
        return None

    # Parts of a breakdown.

    def _of_breakdown(self, index: int, anchor: int | None) -> int | None:
        start = self._breakdown_start(index, anchor)
        if start is None:
            return None
        return next((at for at in self._outward(start) if self._may_hold(index, at)), None)

    def _breakdown_start(self, index: int, anchor: int | None) -> int | None:
        """The last figure before the breakdown that holds this one; the whole is it or one before it."""
        figure = self.figures[index]
        setting = figure.setting
        key = (setting.sentence[0], -1 if setting.opened is None else setting.opened)
        before = setting.previous if setting.previous is not None else setting.opener
        if figure.predicate.breakdown and before is not None:
            self._breakdowns[key] = index
        first = self._breakdowns.get(key)
        if first is not None and self._goes_on(index, first):
            opening = self.figures[first].setting
            return opening.previous if opening.previous is not None else opening.opener
        if setting.opener is not None:
            return None if self._apposes(index) else setting.opener
        if anchor is not None and _FOOTNOTE_PARTS.match(self._folded, setting.sentence[0]):
            return self._enumerated_whole(anchor)
        return self._list_start(index)

    def _enumerated_whole(self, anchor: int) -> int:
        """The figure that a footnote's mark hangs on: after an enumeration the whole, not its last part."""
        whole = self.wholes[anchor]
        if whole is None or self.figures[anchor].quantity.measure is Measure.PERCENT:
            return anchor
        return (
            whole
            if base_unit(self.figures[whole].quantity) == base_unit(self.figures[anchor].quantity)
            else anchor
        )

    def _apposes(self, index: int) -> bool:
        """ "thủy điện Sê San 3 (260MW)": the first figure of the parenthesis belongs to the words before it."""
        at: int | None = index
        while at is not None and self.figures[at].setting.previous is not None:
            at = self.figures[at].setting.previous
        return at is not None and bool(self.figures[at].outside)

    def _goes_on(self, index: int, first: int) -> bool:
        """Whether a breakdown still holds after a semicolon: as long as its items are of one make."""
        figure, opening = self.figures[index], self.figures[first]
        if figure.setting.clause <= opening.quantity.start:
            return True
        return (
            (bool(figure.own)
            and not figure.action
            and figure.predicate.role is opening.predicate.role)
            or not figure.own
        )

    def _list_start(self, index: int) -> int | None:
        """ "Các mặt hàng chủ yếu gồm: dệt may 1 tỷ USD; …" lists parts of an amount in the sentence before."""
        figure = self.figures[index]
        lead = figure.setting.lead
        if (
            lead is None
            or figure.quantity.measure is not Measure.MONEY
            or not _LIST_LEAD.search(self._folded, *lead)
        ):
            return None
        sentence = figure.setting.sentence
        return next(
            (at for at in self._earlier(index) if self.figures[at].setting.sentence != sentence), None
        )

    def _may_hold(self, index: int, earlier: int) -> bool:
        figure, other = self.figures[index], self.figures[earlier]
        part, whole = figure.quantity, other.quantity
        if is_change(figure) or is_change(other):
            same = part.measure is whole.measure and (
                part.measure is Measure.PERCENT or part.head == whole.head
            )
            return is_change(figure) and is_change(other) and same
        if is_share(figure):
            return True
        if part.measure is Measure.PERCENT or whole.measure is Measure.PERCENT:
            return part.measure is whole.measure
        if part.unit is not None and not _comparable(part, whole):
            return False
        return magnitude(part) <= magnitude(whole) * 1.0001

    # Shares of a total that stands further back.

    def _total(self, index: int) -> int | None:
        for at in self._outward(index):
            if at != index and self._counts(at) and not is_change(self.figures[at]):
                return at
        return self._topical_total(index)

    def _structure(self, index: int) -> int | None:
        """ "Cơ cấu kinh tế: nông nghiệp 46%, …": shares of the product given before."""
        for at in range(index - 1, max(-1, index - _FAR), -1):
            other = self.figures[at]
            if (
                other.quantity.measure is Measure.MONEY
                and _PRODUCT.search(fold(other.own))
                and not is_change(other)
            ):
                return at if "/" not in (other.quantity.unit or "") else None
        return None

    def _topical_total(self, index: int) -> int | None:
        """The amount before the sentence that gives the measure which the sentence names ("GTSXCN")."""
        figure = self.figures[index]
        start = max(figure.setting.sentence[0], figure.quantity.start - 900)
        named = _TOPIC.search(self._folded, start, figure.quantity.start)
        if named is None:
            return None
        for at in range(index - 1, max(-1, index - 3 * _FAR), -1):
            other = self.figures[at]
            if (
                other.quantity.measure is Measure.MONEY
                and not is_change(other)
                and named[0] in fold(other.own)
            ):
                return at
        return None


def _comparable(part: Quantity, whole: Quantity) -> bool:
    """Whether two quantities count the same: one unit, its short form ("lượt" of "lượt khách") or people by two nouns."""
    one, other = base_unit(part), base_unit(whole)
    if one == other or f"{other} ".startswith(f"{one} "):
        return True
    if part.measure is not Measure.COUNT or whole.measure is not Measure.COUNT:
        return False
    if f" {one} " in f" {fold(whole.unit or '')} ":  # "lượt" of "triệu lượt khách"
        return True
    return one in _PEOPLE and other in words("counted_nouns", "people")


_PEOPLE = frozenset({"người", "đồng chí", "em", "cháu", "trường hợp", "đối tượng"})


def _is_ratio(source: Figure, figure: Figure) -> bool:
    numeral = source.quantity.numeral
    return bool(numeral.denominator) and _near(numeral.value / (numeral.denominator or 1.0), figure)


def _near(share: float, figure: Figure) -> bool:
    """Whether a share is the percentage as printed: rounded or cut at its last place."""
    return abs(share * 100 - figure.quantity.numeral.value) < 0.11
