"""Figures: quantities with the words of their clause taken apart, ready to be related and labelled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from patterns.engines import compile_pattern
from patterns.indicators.actions import clause_verb, split_action
from patterns.indicators.clauses import Setting
from patterns.indicators.phrases import Phrases
from patterns.indicators.predicates import (
    Predicate,
    Role,
    ends_in_breakdown,
    has_breakdown,
    read_predicate,
)
from patterns.indicators.quantity import Quantity
from patterns.indicators.units import UnitKind, starts_with_verb
from patterns.mentions import Span

# Nouns that count what happened, not who took part or suffered.
EVENTS = ("vụ", "vụ việc", "vụ án", "cuộc", "ca", "trận", "đợt", "trường hợp", "sự cố")


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity in its clause.

    Attributes:
        passage: index of its passage; setting: where it stands; quantity: its number and unit.
        predicate: how its clause speaks of it; own: the clause's subject in words, "" for none.
        actor, action: the subject parted into who acts and what is done.
        after: the noun phrase that follows; compared: the words of a comparison after it ("so với năm 2015").
        outside: the words before its parenthesis that it stands to ("thủy điện Sê San 3 | (260MW)").
        breaks_down: those words open a breakdown ("tập trung ở các huyện …").
        lead: the words before the colon that its clause follows.
        after_end: where the phrase after it ends; follows: where the words end that belong to it alone.
    """

    passage: int
    setting: Setting
    quantity: Quantity
    predicate: Predicate
    own: str
    actor: str
    action: str
    after: str
    compared: str
    outside: str
    breaks_down: bool
    lead: str
    after_end: int
    follows: int


def read_figures(phrases: Phrases, settings: Sequence[Setting], passage: int, first: int) -> list[Figure]:
    """The figures of one passage, in order; `first` is the index of its first one."""
    figures: list[Figure] = []
    for setting in settings:
        previous = figures[setting.previous - first] if setting.previous is not None else None
        opener = figures[setting.opener - first] if setting.opener is not None else None
        figures.append(_figure(phrases, setting, previous, opener, passage))
    return _respective(phrases, _shared_modifiers(phrases, _distributed(figures, first), first))


_JOINED = compile_pattern(r"(?:,|\ và|\ với|\ gồm|/|,\ gồm|\ \()\ ?")
# "47 xã | đạt | 19 tiêu chí", "80% doanh nghiệp | có từ | 25 lao động trở lên thành lập công đoàn".
_RELATIVE = compile_pattern(r"\ ?(?:đạt(?:\ từ|\ dưới|\ trên|\ đủ)?|có\ từ|có\ dưới|có\ trên)\ ")
# "17 đơn vị | có tỷ lệ giải ngân dưới | 20%": a bound that only tells which of them are meant.
_BOUNDED = compile_pattern(
    r"""\ ?(?:có\ (?P<measure>(?:tỷ\ lệ|mức|số|diện\ tích|vốn|doanh\ thu|thu\ nhập)(?!\p{L})[^,;.()\d]{0,40}?)|đạt)
    \ (?:dưới|trên|từ|không\ quá|ít\ nhất)\ """,
    regex.VERBOSE,
)


# "A, B và C | lần lượt là 31, 28 và 25%", up to the first of the figures.
_RESPECTIVELY = regex.compile(r"[\ ,]{1,2}lần\ lượt[^,;.\d]{0,20}$")
_NAMES = regex.compile(r",\ (?:và\ )?|\ và\ ")
_NAMED_AS = regex.compile(r"^.*(?<!\p{L})(?:là|gồm|như)\ ")


def _respective(phrases: Phrases, figures: list[Figure]) -> list[Figure]:
    """Give figures named respectively each its own name, where there are as many names as figures."""
    for at, figure in enumerate(figures):
        start, end = figure.setting.before
        match = _RESPECTIVELY.search(phrases.folded, max(start, end - 40), end)
        if match is None:
            continue
        run = figures[at : at + 1]
        for later in figures[at + 1 :]:
            if not _JOINED.fullmatch(phrases.folded, run[-1].quantity.end, later.quantity.start):
                break
            run.append(later)
        names = _NAMES.split(phrases.words((max(start, match.start() - 200), match.start())))[-len(run) :]
        if len(run) > 1 and len(names) == len(run):
            names[0] = _NAMED_AS.sub("", names[0])
            for place, name in enumerate(names):
                figures[at + place] = replace(run[place], own=name, actor=name, action="")
    return figures


def _shared_modifiers(phrases: Phrases, figures: list[Figure], first: int) -> list[Figure]:
    """Give a bare count of events what is said after the people counted with it ("45 vụ, 62 đối tượng | mua bán …")."""
    for at in range(len(figures) - 2, -1, -1):
        earlier, later = figures[at], figures[at + 1]
        quantity, next_one = earlier.quantity, later.quantity
        if earlier.after or later.setting.previous != first + at or quantity.kind is not UnitKind.COUNT:
            continue
        gap = (quantity.end, next_one.start)
        if bounded := _BOUNDED.fullmatch(phrases.folded, *gap):
            figures[at] = replace(earlier, after=phrases.text[quantity.end : next_one.end].strip())
            measure = phrases.words(bounded.span("measure")) if bounded["measure"] else later.own
            figures[at + 1] = replace(later, own=measure)
        if next_one.kind is not UnitKind.COUNT:
            continue
        if quantity.head in EVENTS and later.after and _JOINED.fullmatch(phrases.folded, *gap):
            figures[at] = replace(earlier, after=later.after)
        elif _RELATIVE.fullmatch(phrases.folded, *gap):
            said = phrases.text[quantity.end : next_one.end].strip()
            figures[at] = replace(earlier, after=f"{said} {later.after}".strip())
            figures[at + 1] = replace(later, own="", outside=f"{quantity.unit or ''} đạt")
    return figures


def _distributed(figures: list[Figure], first: int) -> list[Figure]:
    """Give counts that share a verb what the last of them says ("92% gia đình, 87% thôn, 96% cơ quan | đạt chuẩn")."""
    for at in range(len(figures) - 1, 0, -1):
        last, previous = figures[at], figures[at].setting.previous
        if previous is None or last.own or not last.after:
            continue
        earlier = figures[previous - first]
        said = clause_verb(last.after)
        shares = (
            earlier.quantity.kind is last.quantity.kind
            and earlier.after
            and earlier.follows >= last.setting.before[0]
        )
        if (
            said
            and shares
            and not earlier.compared
            and clause_verb(earlier.after) is None
            and not starts_with_verb(earlier.after)
            and not earlier.own
        ):
            figures[previous - first] = replace(earlier, after=f"{earlier.after} {said}")
    return figures


def _figure(
    phrases: Phrases, setting: Setting, previous: Figure | None, opener: Figure | None, passage: int
) -> Figure:
    start, end = setting.before
    if previous is not None:
        start = min(end, max(start, previous.follows))
    if setting.lead and not phrases.text[start:end].strip():
        start, end = setting.lead  # "Tỷ lệ hộ nghèo: 6,2%"
    span: Span = (start, end)
    setting = setting.opening(span)
    predicate = read_predicate(phrases.folded, span)
    subject = predicate.subject
    actor, action = split_action(phrases.folded, subject) if subject else (None, None)
    own = phrases.words(subject)
    following = phrases.following(setting)
    if predicate.verb in ("tăng từ", "giảm từ") and setting.quantity.numeral.value_to is not None:
        role = Role.GROWTH if predicate.verb.startswith("tăng") else Role.FALL
        predicate = replace(predicate, role=role, verb=predicate.verb.split()[0])
    changed = opener is not None and opener.predicate.role in (Role.GROWTH, Role.FALL)
    if _is_signed(phrases.text, setting.quantity) and not predicate.verb and not changed:
        predicate = replace(predicate, role=Role.GROWTH)
    if setting.lead and predicate.breakdown != (opens := _opens_breakdown(phrases, setting, previous)):
        within = has_breakdown(phrases.folded, setting.before) and setting.before != setting.lead
        predicate = replace(predicate, breakdown=opens or within)
    return Figure(
        passage,
        setting,
        setting.quantity,
        predicate,
        own=own,
        actor=own if actor == subject else phrases.words(actor),
        action=phrases.words(action),
        after=following.phrase,
        compared=following.base,
        outside=_outside(phrases, setting, opener),
        breaks_down=setting.outside is not None and has_breakdown(phrases.folded, setting.outside),
        lead=phrases.words(setting.lead),
        after_end=following.end,
        follows=following.follows,
    )


def _is_signed(text: str, quantity: Quantity) -> bool:
    """ "(+8,5%)", "(-3,2%)": a change."""
    signs = text[max(0, quantity.start - 1) : quantity.start + 1]
    return quantity.kind is UnitKind.PERCENT and (signs[:1] == "+" or signs[-1:] in "-−")


def _opens_breakdown(phrases: Phrases, setting: Setting, previous: Figure | None) -> bool:
    """ "1.118 cuộc, gồm: cấp tỉnh 17, …": the first figure after a colon that opens a breakdown of the one before."""
    start, end = setting.lead or (0, 0)
    if previous is not None and previous.quantity.end > start:
        return False
    last = previous.quantity.end if previous is not None else setting.sentence[0]
    return ends_in_breakdown(phrases.folded, (start, end)) or ends_in_breakdown(
        phrases.folded, (last, start - 1)
    )


def _outside(phrases: Phrases, setting: Setting, opener: Figure | None) -> str:
    """The words before the parenthesis that the first figure in it opens."""
    if setting.outside is None or setting.previous is not None:
        return ""
    start, end = setting.outside
    if opener is not None:
        start = min(end, max(start, opener.follows))
    cut = phrases.folded.rfind(". ", max(start, end - 400), end)
    predicate = read_predicate(phrases.folded, (max(start, cut + 1), end))
    return phrases.words(predicate.subject)
