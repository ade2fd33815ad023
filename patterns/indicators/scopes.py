"""Which level of government or which place a figure covers (phạm vi), as far as the words say."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from patterns.engines import compile_pattern
from patterns.folding import fold
from patterns.indicators.cues import FARTHEST, Cues, is_of_district
from patterns.indicators.figures import Figure
from patterns.indicators.places import opening_place, place_in, place_of, place_of_lead
from patterns.indicators.predicates import Role
from patterns.indicators.standing import is_percent, is_share
from patterns.indicators.units import UnitKind, noun_at
from patterns.indicators.vocabulary import words
from patterns.mentions import Span


class Scopes:
    """The scopes of a text's figures, found one after the other in reading order."""

    def __init__(
        self,
        text: str,
        folded: str,
        ignored: Sequence[Span],
        figures: Sequence[Figure],
        wholes: Sequence[int | None],
        *,
        issuer: str | None,
    ) -> None:
        self._text = text
        self._folded, self._cues = folded, Cues(folded, ignored, issuer=issuer)
        self._of_province = not is_of_district(issuer)
        self._figures, self._wholes = figures, wholes
        self._scopes: list[str | None] = []
        self._of_units: set[int] = set()  # figures whose scope only their unit tells

    def of(self, index: int) -> str | None:
        """The scope of a figure that has been read."""
        return self._scopes[index]

    def read(self, first: int, sections: Sequence[Span]) -> None:
        """Read the scopes of the figures from `first` on, all of one stretch.

        Args:
            first: the index of its first figure.
            sections: the headings it stands under, innermost first.
        """
        for index in range(first, len(self._figures)):
            self._add(index, sections)
        self._add_up(first)

    def _add(self, index: int, sections: Sequence[Span]) -> None:
        figure = self._figures[index]
        scope = self._own(figure)
        if scope is None and self._of_province and (scope := _of_units(figure)):
            self._of_units.add(index)
        scope = scope or self._of_other_shares(index, figure) or self._inherited(index, figure, sections)
        self._scopes.append(scope)

    def _add_up(self, first: int) -> None:
        """Counts from `first` on that add up all levels cover the whole area."""
        levels, area = (_LEVELS, "toàn tỉnh") if self._of_province else (_LEVELS[1:], "toàn huyện")
        parts: dict[int, set[str | None]] = {}
        for index in range(first, len(self._scopes)):
            whole = self._wholes[index]
            if whole is not None and whole >= first:
                parts.setdefault(whole, set()).add(self._scopes[index])
        for whole, scopes in parts.items():
            counted = self._figures[whole].quantity.kind is UnitKind.COUNT
            if counted and self._scopes[whole] is None and scopes.issuperset(levels):
                self._scopes[whole] = area

    def _own(self, figure: Figure) -> str | None:
        """What the figure's own clause says: the place it is about, or the cue nearest before or just after it."""
        place = (
            place_of(figure.own) or place_of(figure.actor) or place_of(figure.outside.rpartition(" là ")[2])
        )
        named = _PLACE_AFTER.match(figure.after)
        if place is None and named is not None and place_of(named["place"]):
            place = named["place"]
        if place:
            return place
        if figure.quantity.is_bare_count and (level := _LEVEL_WORDS.get(fold(figure.own or figure.lead))):
            return level
        start, end = figure.setting.before
        if figure.actor and _LEADS.match(figure.action.lower()):
            start = end  # who leads others is not the one who acts
        said = self._cues.last(start, end)
        return said or place_in(figure.own) or self._outside(figure) or self._after(figure)

    def _of_other_shares(self, index: int, figure: Figure) -> str | None:
        """Shares of one whole are shares of the same area ("trong GTSXCN cả nước")."""
        opener = figure.setting.opener
        if (
            not is_share(figure)
            or self._wholes[index] is None
            or (opener is not None and place_of(self._figures[opener].own))
        ):
            return None
        for at in range(index - 1, max(-1, index - 12), -1):
            other = self._figures[at]
            if other.setting.sentence != figure.setting.sentence:
                return None
            if is_share(other) and self._wholes[at] == self._wholes[index]:
                return self._scopes[at]
        return None

    def _outside(self, figure: Figure) -> str | None:
        setting = figure.setting
        if setting.outside is None or not figure.outside:
            return None
        start = setting.outside[0]
        if setting.opener is not None:
            start = max(start, self._figures[setting.opener].follows)
        return self._cues.last(start, setting.outside[1])

    def _after(self, figure: Figure) -> str | None:
        """A cue in the noun counted or in what follows it, when it is the only one there."""
        quantity = figure.quantity
        if quantity.is_rank:  # "thứ 31/63 tỉnh, thành phố cả nước" is ranked among them
            return None
        found = self._cues.within(quantity.numeral.end, max(quantity.end, figure.after_end))
        scopes = {self._cues.scope(cue) for cue in found}
        return scopes.pop() if len(scopes) == 1 else None

    def _inherited(self, index: int, figure: Figure, sections: Sequence[Span]) -> str | None:
        setting = figure.setting
        if setting.previous is not None:
            previous = self._figures[setting.previous]
            if previous.setting.clause == setting.clause:
                if _names_another(figure, previous) or (
                    figure.own and is_share(previous) and not is_share(figure)
                ):
                    return None
                if self._wholes[index] == setting.previous and not figure.own and not is_percent(figure):
                    return self._scopes[setting.previous]
                units_only = setting.previous in self._of_units and self._wholes[index] != setting.previous
                if (
                    self._scopes[setting.previous]
                    and not units_only
                    and not self._said_after(setting.previous)
                ):
                    return self._scopes[setting.previous]
        if setting.opener is not None:
            return self._scopes[setting.opener]
        return (
            place_of_lead(figure.lead)
            or self._topic(figure)
            or opening_place(self._text, *figure.setting.sentence)
            or self._carried(index, figure)
            or self._headed(sections)
        )

    def _headed(self, sections: Sequence[Span]) -> str | None:
        """The level that the innermost heading is ("2. Ở cấp xã")."""
        for section in sections[:1]:
            heading = _LEVEL_HEADING.fullmatch(self._folded, *section)
            return self._cues.last(*heading.span("level")) if heading else None
        return None

    def _said_after(self, index: int) -> bool:
        """Whether a figure has its scope only from what follows it ("56 sở của tỉnh và 14 cấp ủy")."""
        figure = self._figures[index]
        after = self._after(figure)
        return (
            after is not None
            and after == self._scopes[index]
            and self._cues.last(*figure.setting.before) is None
        )

    def _topic(self, figure: Figure) -> str | None:
        """A cue earlier in the sentence: an area covers all of it, those who act only clauses without an actor."""
        setting = figure.setting
        for cue in reversed(self._cues.within(setting.sentence[0], setting.clause)):
            if self._in_closed(setting.sentence[0], cue.end, figure.quantity.start):
                continue
            if _ENUMERATED.match(self._folded, cue.start):
                continue
            if self._cues.is_area(cue) or _NO_ACTOR.match(figure.actor.lower()):
                return self._cues.scope(cue)
        return None

    def _in_closed(self, sentence: int, at: int, end: int) -> bool:
        """Whether the parenthesis that holds an offset closes before another."""
        sentence = max(sentence, at - 2 * FARTHEST)
        depth = self._folded.count("(", sentence, at) - self._folded.count(")", sentence, at)
        return depth > 0 and self._folded.count(")", at, end) > self._folded.count("(", at, end)

    def _carried(self, index: int, figure: Figure) -> str | None:
        """The sentence before speaks on in one that opens with "qua đó", "trong đó", "kết quả"."""
        start = figure.setting.sentence[0]
        if index == 0 or not _GOES_ON.match(self._folded, start):
            return None
        before = self._figures[index - 1]
        whole = self._wholes[index]
        outer = whole if whole is not None and whole < index else index - 1
        while (
            outer > 0
            and self._figures[outer].setting.opened is not None
            and self._figures[outer].setting.opener is not None
        ):
            outer = self._figures[outer].setting.opener or 0
        same = before.passage == figure.passage and before.setting.sentence != figure.setting.sentence
        return self._scopes[outer] if same else None


# "ba xã | của huyện Cư M'gar".
_PLACE_AFTER = compile_pattern(
    r"""(?:của|thuộc|tại|ở|trên\ địa\ bàn)\ (?P<place>(?:huyện|thị\ xã|thành\ phố|xã|phường|thị\ trấn)
    (?:\ \p{Lu}[\p{L}'’-]*+){1,4})(?!,|\ và)""",
    regex.VERBOSE,
)
# "cấp xã 43", "cấp xã là 43 cuộc": an item of an enumeration by level, which says nothing of the next clause.
_ENUMERATED = compile_pattern(r"cấp\ (?:tỉnh|huyện|xã|cơ\ sở)\ (?:là\ |có\ )?\d")
# "2.1. Ở cấp xã", "- Cấp huyện:".
_LEVEL_HEADING = compile_pattern(
    r"""(?:[\divx]{1,4}(?:\.\d{1,2}){0,3}[.)/-]?\ |[-+*a-zđ][.)]?\ )?
    (?:(?:ở|tại|đối\ với|về)\ )?(?P<level>cấp\ \p{L}+(?:\ sở)?)\W{0,2}""",
    regex.VERBOSE,
)
# "(tỉnh: 6.215; xã: 9.625)": an item of an enumeration that a level alone names.
_LEVEL_WORDS = {"tỉnh": "cấp tỉnh", "huyện": "cấp huyện", "xã": "cấp xã", "cơ sở": "cấp xã"}
_LEVELS = ("cấp tỉnh", "cấp huyện", "cấp xã")
_LEADS = compile_pattern(r"(?:lãnh đạo|chỉ đạo|thực hiện chủ trương)")
_NO_ACTOR = compile_pattern(r"$|(?:về|qua|trong|đến|từ|sau|để|và|theo)(?!\p{L})")
_LINKED = compile_pattern(r"(?:có|với|đạt|chiếm|còn|được|đã)(?!\p{L})")
_LEVEL = compile_pattern(r"(?:ở |tại )?cấp (?:tỉnh|huyện|xã|cơ sở)")


def _names_another(figure: Figure, previous: Figure) -> bool:
    """Whether a figure speaks of something else than the place or level that the one before it is about."""
    own = figure.own.lower()
    if not own or _LINKED.match(own):
        return False
    return place_of(previous.own) is not None or bool(_LEVEL.fullmatch(previous.own.lower()))


def _of_units(figure: Figure) -> str | None:
    """All communes or districts add up to the province ("từ 127 xã còn 124 xã", "100% thôn, bản")."""
    quantity = figure.quantity
    counted = quantity.head if quantity.kind is UnitKind.COUNT else ""
    if quantity.kind is UnitKind.PERCENT and figure.predicate.role is not Role.OBJECT:
        return None
    if quantity.kind is UnitKind.PERCENT and not figure.own:
        noun = noun_at(fold(figure.after), 0, len(figure.after))
        counted = fold(figure.after)[: noun[0]] if noun else ""
    if counted not in words("counted_nouns", "administrative_units") or counted in (
        "tỉnh",
        "vùng",
        "khu",
        "nước",
    ):
        return None
    total = quantity.kind is UnitKind.PERCENT and quantity.numeral.value == 100
    return "toàn tỉnh" if total or figure.predicate.verb in ("từ", "xuống còn", "còn", "còn lại") else None


_GOES_ON = compile_pattern(r"\W*(?:qua\ |trong\ (?:số\ )?đó|kết\ quả|theo\ đó|cụ\ thể|nhờ\ đó)")
