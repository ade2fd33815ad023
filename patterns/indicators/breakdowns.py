"""Parts of a breakdown: "trong đó", parentheses, footnotes and lists of items, and shares of a total."""

from __future__ import annotations

import regex

from patterns.engines import compile_pattern
from patterns.folding import fold
from patterns.indicators import plans
from patterns.indicators.figures import Figure
from patterns.indicators.magnitudes import base_unit, magnitude
from patterns.indicators.places import place_of
from patterns.indicators.predicates import ends_in_breakdown, opens_breakdown
from patterns.indicators.standing import FAR, Standing, is_change, is_comparable, is_percent, is_share
from patterns.indicators.units import UnitKind
from patterns.mentions import Span

_FOOTNOTE_PARTS = compile_pattern(
    r"\W*(?:trong\ (?:số\ )?đó|gồm|bao\ gồm|cụ\ thể|chia\ ra|cấp\ tỉnh)(?!\p{L})"
)
# "… đạt 101,2% kế hoạch. | Trong đó:"
_OWN_SENTENCE = compile_pattern(r"\W{0,3}(?:trong\ (?:số\ )?đó|gồm|bao\ gồm|cụ\ thể|chia\ ra)\ ?:")
_LIST_LEAD = regex.compile(r"(?:một\ số|các|những)\ .{0,80}(?:gồm|như|sau|là)\ ?$")
_TOPIC = regex.compile(
    r"gtsx\p{L}*|grdp|gdp|giá\ trị\ sản\ xuất|tổng\ sản\ phẩm|(?:kim\ ngạch\ )?(?:xuất|nhập)\ khẩu"
)
_PRODUCT = regex.compile(r"tổng\ sản\ phẩm|(?<!\p{L})(?:grdp|gdp)(?!\ bình\ quân)")


# "(năm 2019: 12 vụ)", "(kế hoạch 95%)": another period or a plan beside a figure.
_COMPARED = compile_pattern(
    rf"""\ ?(?:cùng\ kỳ|năm\ (?:\d{{4}}|trước|ngoái)|(?:tháng|quý|kỳ)\ trước
    |{plans.NAMES_AND_SHORT}|so\ với|bằng|trước\ đây)(?!\p{{L}})""",
    regex.VERBOSE,
)
_GROWTH = regex.compile(r"tốc\ độ\ (?:tăng|phát\ triển)|tăng\ trưởng|nhịp\ độ")


class Breakdowns:
    """The breakdowns of a text: where each begins, found as its figures are read."""

    def __init__(self, standing: Standing) -> None:
        self._standing = standing
        # For the sentence and parenthesis of a breakdown, its first part.
        self._first: dict[tuple[int, int], int] = {}

    def whole(self, index: int, anchor: int | None) -> int | None:
        """The figure that this one is a part of in a breakdown; `anchor` is the last one before a footnote's mark."""
        start = self.start(index, anchor)
        if start is None:
            return None
        return next((at for at in self._standing.outward(start) if self._may_hold(index, at)), None)

    def start(self, index: int, anchor: int | None) -> int | None:
        """The last figure before the breakdown that holds this one; the whole is it or one before it."""
        standing, figure = self._standing, self._standing.figures[index]
        setting = figure.setting
        key = (setting.sentence[0], -1 if setting.opened is None else setting.opened)
        if figure.predicate.breakdown and self._before_sentence(index) is not None:
            self._first[key] = max(index, self._first.get(key, index))
        first = self._first.get(key)
        if first is not None and first <= index and self._goes_on(index, first):
            return self._before_sentence(first)
        if setting.opener is not None:
            if _COMPARED.match(standing.folded, (setting.opened or 0) + 1):
                return None
            return setting.opener if self._continues(index) or not self._apposes(index) else None
        if anchor is not None and self._is_item(index, anchor):
            return anchor
        if anchor is not None and _FOOTNOTE_PARTS.match(standing.folded, setting.sentence[0]):
            return self._enumerated_whole(anchor)
        return self._list_start(index)

    def _is_item(self, index: int, anchor: int) -> bool:
        """Whether a figure is the first of an item in a list that breaks down a figure ("…, trong đó:")."""
        figures = self._standing.figures
        first = (
            figures[index].setting.previous is None and figures[index - 1].passage != figures[index].passage
        )
        lead, folded = figures[anchor].setting.sentence, self._standing.folded
        opens = ends_in_breakdown(folded, (lead[0], _last_colon(folded, lead)))
        return first and (opens or bool(_OWN_SENTENCE.match(folded, lead[1], figures[index].quantity.start)))

    def _before_sentence(self, index: int) -> int | None:
        """The figure before the first part; for a sentence that opens with "Trong đó", the last of the one before."""
        before = self._standing.before(index)
        if before is None and index > 0:
            same = self._standing.figures[index - 1].passage == self._standing.figures[index].passage
            opens = opens_breakdown(self._standing.folded, self._standing.figures[index].setting.sentence[0])
            return index - 1 if same and opens else None
        return before

    def _goes_on(self, index: int, first: int) -> bool:
        """Whether a breakdown still holds after a semicolon.

        Growth rates by sector and items after "gồm:" go on; amounts after it may be of another whole, and only
        their sum can tell.
        """
        figure, opening = self._standing.figures[index], self._standing.figures[first]
        if figure.setting.clause <= opening.quantity.start:
            return True
        if is_change(opening) or is_share(figure):
            return (bool(figure.own) and is_change(figure) == is_change(opening)) or not figure.own
        return opening.setting.lead is not None and not figure.action

    def _apposes(self, index: int) -> bool:
        """ "thủy điện Sê San 3 (260MW)": the first figure of the parenthesis belongs to the words before it.

        Not so after "tập trung ở các huyện Ea Súp (3.120 ha)", which breaks down.
        """
        at = index
        while (previous := self._standing.figures[at].setting.previous) is not None:
            at = previous
        return bool(self._standing.figures[at].outside) and not self._standing.figures[at].breaks_down

    def _continues(self, index: int) -> bool:
        """ "tập trung ở các huyện Ea Súp (3.120 ha), Krông Bông (1.874 ha)": the next place of a breakdown."""
        figure = self._standing.figures[index]
        if index == 0 or figure.setting.previous is not None or not place_of(figure.outside):
            return False
        before = self._standing.figures[index - 1].setting
        siblings = before.opener == figure.setting.opener and before.opened != figure.setting.opened
        return siblings and self._standing.wholes[index - 1] == figure.setting.opener

    def _enumerated_whole(self, anchor: int) -> int:
        """The figure that a footnote's mark hangs on: after an enumeration the whole, not its last part."""
        figures, whole = self._standing.figures, self._standing.wholes[anchor]
        if whole is None or is_percent(figures[anchor]):
            return anchor
        same = base_unit(figures[whole].quantity) == base_unit(figures[anchor].quantity)
        return whole if same else anchor

    def _list_start(self, index: int) -> int | None:
        """ "Các mặt hàng chủ yếu gồm: dệt may 1 tỷ USD; …" lists parts of an amount in the sentence before."""
        figures = self._standing.figures
        lead = figures[index].setting.lead
        if lead is None or figures[index].quantity.kind is not UnitKind.MONEY:
            return None
        if not _LIST_LEAD.search(self._standing.folded, *lead):
            return None
        sentence = figures[index].setting.sentence
        earlier = self._standing.earlier(index)
        return next((at for at in earlier if figures[at].setting.sentence != sentence), None)

    def _may_hold(self, index: int, earlier: int) -> bool:
        figure, other = self._standing.figures[index], self._standing.figures[earlier]
        part, whole = figure.quantity, other.quantity
        if is_change(figure) or is_change(other):
            same = part.head == whole.head if part.kind is not UnitKind.PERCENT else is_percent(other)
            grows = is_change(other) or (is_percent(other) and bool(_GROWTH.search(fold(other.own))))
            return is_change(figure) and grows and same
        if is_share(figure):
            return True
        if is_percent(figure) and not is_percent(other):
            return earlier == self._standing.before(index) and not whole.is_rate and not whole.is_rank
        if is_percent(other):
            return is_percent(figure) and part.unit == whole.unit
        if part.unit is not None and not is_comparable(part, whole):
            return False
        return magnitude(part) <= magnitude(whole) * 1.0001


def _last_colon(folded: str, span: Span) -> int:
    """Where the last colon of a stretch stands, its start for none."""
    return max(span[0], folded.rfind(":", *span))


def total(standing: Standing, index: int) -> int | None:
    """The amount that a share is of: before it in the sentence, or further back by the measure that is named."""
    for at in standing.outward(index):
        if at != index and standing.counts(at) and not is_change(standing.figures[at]):
            return None if _is_average(standing.figures[at]) else at
    return _topical_total(standing, index)


def _is_average(figure: Figure) -> bool:
    """ "GRDP bình quân đầu người 2.690 USD": nothing is a share of an average."""
    return figure.quantity.is_rate or "bình quân" in fold(figure.own)


def _topical_total(standing: Standing, index: int) -> int | None:
    """The amount before the sentence that gives the measure which the sentence names ("GTSXCN")."""
    figure = standing.figures[index]
    start = max(figure.setting.sentence[0], figure.quantity.start - 900)
    named = _TOPIC.search(standing.folded, start, figure.quantity.start)
    if named is None:
        return None
    for at in range(index - 1, max(-1, index - 3 * FAR), -1):
        other = standing.figures[at]
        if other.quantity.kind is UnitKind.MONEY and not is_change(other) and named[0] in fold(other.own):
            return at
    return None


def of_structure(standing: Standing, index: int) -> int | None:
    """ "Cơ cấu kinh tế: nông nghiệp 46%, …": shares of the product given before."""
    figure = standing.figures[index]
    if "cơ cấu" not in fold(f"{figure.lead} {figure.own}"):
        return None
    for at in range(index - 1, max(-1, index - FAR), -1):
        other = standing.figures[at]
        amount = other.quantity.kind is UnitKind.MONEY and not other.quantity.is_rate
        if amount and not is_change(other) and _PRODUCT.search(fold(other.own)):
            return at
    return None
