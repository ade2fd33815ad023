"""What each figure measures (tên chỉ tiêu), in the report's own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import regex

from patterns.folding import fold
from patterns.indicators.figures import Figure
from patterns.indicators.standing import is_change, is_share
from patterns.indicators.phrases import Phrases
from patterns.indicators.predicates import Role
from patterns.indicators.units import Measure, starts_with_verb
from patterns.indicators.vocabulary import alternation, words


@dataclass(frozen=True, slots=True)
class Label:
    """A label and the pieces that later figures take over.

    Attributes:
        core: of a count, the noun and what follows it ("cuộc giám sát"), for its parts.
        subject: what the clause speaks of, for the figures that follow in it.
        topic: the measure that parts share ("GRDP", "kim ngạch xuất khẩu").
        context: of a count, what was done and by whom, for the counts that follow in its clause.
        actor, action: who acts in its clause, and what is done.
    """

    text: str
    core: str = ""
    subject: str = ""
    topic: str = ""
    context: str = ""
    actor: str = ""
    action: str = ""


class Labels:
    """The labels of a text's figures, made one after the other in reading order."""

    def __init__(self, phrases: Phrases, figures: Sequence[Figure], wholes: Sequence[int | None]) -> None:
        self._phrases = phrases
        self.figures = figures
        self.wholes = wholes
        self.labels: list[Label] = []

    def add(self, index: int, leads: Sequence[str], headings: Sequence[str]) -> Label:
        """The label of the next figure; `leads` are the sentences that introduce its list, nearest first."""
        figure = self.figures[index]
        before = self._before(figure)
        topic = _topic(self._phrases, figure, before, leads)
        subject = _subject(figure, before)
        place = Place(
            figure,
            before,
            self._whole(index),
            topic,
            subject,
            self._shares_base(index),
            self._same_unit(index),
            tuple(leads),
        )
        label = _LABELLERS[_kind(figure)](place)
        actor = figure.actor or (before.actor if before else "")
        label = Label(tidy(label.text), label.core, subject, topic, label.context, actor, figure.action)
        self.labels.append(label)
        return label

    def _before(self, figure: Figure) -> Label | None:
        """The figure whose clause this one goes on with: the one before it, or before its parenthesis."""
        setting = figure.setting
        index = setting.previous if setting.previous is not None else setting.opener
        return self.labels[index] if index is not None else None

    def _whole(self, index: int) -> Label | None:
        whole = self.wholes[index]
        if whole is None or whole < len(self.labels):
            return None if whole is None else self.labels[whole]
        counted = self.figures[whole]  # "100% trong số 1.482 thôn, xóm xây dựng hương ước"
        return Label(f"{counted.quantity.unit or ''} {counted.after}")

    def _same_unit(self, index: int) -> Label | None:
        """The last count of the same noun in the sentence."""
        figure = self.figures[index]
        for at in range(index - 1, max(-1, index - 12), -1):
            other = self.figures[at]
            if other.setting.sentence != figure.setting.sentence:
                return None
            if other.quantity.head == figure.quantity.head and not is_change(other) and other.quantity.head:
                return self.labels[at]
        return None

    def _shares_base(self, index: int) -> bool:
        """Whether the enumeration that a level stands in ends with "so với cùng kỳ"."""
        first = self.figures[index]
        if first.quantity.measure is not Measure.PERCENT or first.predicate.role is not Role.LEVEL:
            return False
        for figure in self.figures[index : index + 24]:
            same = (
                figure.setting.sentence == first.setting.sentence
                and figure.setting.opened == first.setting.opened
            )
            if not same or figure.predicate.role is not Role.LEVEL:
                return False
            if figure.compared:
                return bool(_SAME_PERIOD.search(fold(figure.compared)))
        return False


@dataclass(frozen=True, slots=True)
class Place:
    """All that the label of a figure rests on."""

    figure: Figure
    before: Label | None
    whole: Label | None
    topic: str
    subject: str
    shares_base: bool
    same_unit: Label | None
    leads: tuple[str, ...]

    @property
    def measured_by_lead(self) -> bool:
        """Whether the list says in its lead what each item gives a figure of ("… có số lao động là:")."""
        return (
            bool(self.topic)
            and self.before is None
            and any(_LEAD_MEASURE.search(_lead_phrase(lead)) for lead in self.leads)
        )

    @property
    def about(self) -> str:
        """The subject with the measure that it shares ("GRDP" + "khu vực dịch vụ")."""
        if not self.topic or is_measure(self.subject) or self.topic in self.subject:
            return self.subject
        return join(self.topic, self.subject)


_SAME_PERIOD = regex.compile(r"cùng\ kỳ|năm\ trước|năm\ ngoái|tháng\ trước|quý\ trước|đầu\ năm")
_LINKED = regex.compile(r"(?:và\ )?(?:có|với|còn|là)\ ")
_LINK_WORD = "(?:và|đã|được|có|với|đạt|còn|là|mức|so|tỷ lệ|tỉ lệ|tỷ trọng|chỉ)"
_ONLY_LINK = regex.compile(rf"(?:{_LINK_WORD} )*{_LINK_WORD}")


@cache
def _measure() -> regex.Pattern[str]:
    return regex.compile(rf"{alternation(words('predicates', 'measures'))}(?!\p{{L}})")


def is_measure(phrase: str) -> bool:
    """Whether a phrase begins with a noun that names a measure ("tỷ lệ …", "doanh thu …")."""
    return bool(_measure().match(fold(phrase))) and not starts_with_verb(phrase)


def _is_bare_measure(phrase: str) -> bool:
    match = None if starts_with_verb(phrase) else _measure().match(fold(phrase))
    return match is not None and len(phrase[match.end() :].split()) <= 1


def _subject(figure: Figure, before: Label | None) -> str:
    """The clause's own subject, else what stands to its parenthesis, else that of the figure before it."""
    own = "" if _ONLY_LINK.fullmatch(figure.own.lower()) else _RANKED.sub("", figure.own).strip()
    if figure.outside and (not own or _is_bare_measure(own)) and not _LINKED.match(figure.outside.lower()):
        return join(own, figure.outside)
    if own and not _LINKED.match(own.lower()):
        return own
    return before.subject if before else own


# What the items of a list are measured by, as the words before it say: "tăng trưởng kim ngạch xuất khẩu", "GTSXCN".
_TOPIC = regex.compile(
    r"(?:kim\ ngạch\ )?(?:xuất|nhập)\ khẩu|giá\ trị\ sản\ xuất(?:\ \p{L}+){0,2}|\b(?:GTSX\p{Lu}*|GRDP|GDP|GTGT|VA)\b|sản\ lượng|diện\ tích|năng\ suất|"
    r"doanh\ thu|công\ suất|(?:thu|chi)\ ngân\ sách|thu\ nhập|tổng\ đàn|kim\ ngạch"
)
_ACRONYM = regex.compile(r"\((\p{Lu}[\p{Lu}&-]{1,9})\)")
# "… có số lao động nữ ít nhất là:" the measure that each item of the list gives a figure for.
_LEAD_MEASURE = regex.compile(r"(?:số|tỷ\ lệ|tỉ\ lệ|mức|tổng\ số)\ [^,;:.]{3,90}$")
_LEAD_END = regex.compile(
    r"(?:\ (?:ít\ nhất|tối\ thiểu|tối\ đa|không\ quá|như|sau|là|đạt|gồm|cụ\ thể|trên|dưới))*\ ?:?\ ?$"
)


def _topic(phrases: Phrases, figure: Figure, before: Label | None, leads: Sequence[str]) -> str:
    """The measure that a part or list item without one shares."""
    own = figure.own
    if own and is_measure(own):
        acronym = _ACRONYM.search(own)
        return acronym[1] if acronym else " ".join(own.split()[:7])
    if figure.setting.lead:
        found = _TOPIC.search(phrases.words(figure.setting.lead))
        if found:
            return found[0]
    if before:
        return before.topic
    for lead in leads:
        found = _LEAD_MEASURE.search(_lead_phrase(lead)) or _TOPIC.search(lead)
        if found:
            return found[0]
    return ""


def _lead_phrase(lead: str) -> str:
    return _LEAD_END.sub("", lead)


def join(first: str, second: str) -> str:
    """Two phrases with the words that end one and begin the other said once.

    >>> join("chỉ số sản xuất công nghiệp", "công nghiệp khai khoáng")
    'chỉ số sản xuất công nghiệp khai khoáng'
    """
    head, tail = first.split(), second.split()
    for size in range(min(len(head), len(tail)), 0, -1):
        if [w.lower() for w in head[-size:]] == [w.lower() for w in tail[:size]]:
            return " ".join(head + tail[size:])
    return f"{first} {second}".strip()


def _kind(figure: Figure) -> str:
    quantity = figure.quantity
    if quantity.is_rank:
        return "rank"
    if quantity.measure is Measure.PERCENT:
        return "percent"
    if quantity.measure is Measure.COUNT and "/" not in (quantity.unit or ""):
        return "count"
    return "amount"


# Percentages.

_PLAN = regex.compile(
    r"\ ?(?:so\ )?(?:với\ )?(?:mục\ tiêu\ )?(?:theo\ )?(?P<plan>(?:kế\ hoạch|dự\ toán|chỉ\ tiêu|nghị\ quyết|kh|dt|nhiệm\ vụ|hạn\ mức)(?!\p{L}).*)"
)
_SPEED = regex.compile(r"(?:tốc độ|nhịp độ|mức tăng|tăng trưởng|đà tăng)")
_PLANNED = regex.compile(r"(?:kế hoạch|mục tiêu|chỉ tiêu|dự toán)(?!\p{L}).*", regex.IGNORECASE)


def _percent(place: Place) -> Label:
    figure, about = place.figure, place.about
    role = figure.predicate.role
    planned = _PLANNED.search(figure.outside) if not figure.own else None
    if planned:
        prefix = (
            "tốc độ tăng"
            if "tăng" in figure.outside or (place.before and "tăng" in place.before.text)
            else "tỷ lệ"
        )
        return Label(join(f"{prefix} {place.topic}".strip(), f"theo {planned[0]}"))
    if role is Role.GROWTH:
        return Label(
            _with_base(
                about if _SPEED.match(about.lower()) else join("tốc độ tăng", about or figure.after), figure
            )
        )
    if role is Role.FALL:
        after = _SETTING.split(figure.after)[0]
        return Label(_with_base(join("giảm", (figure.own and about) or after or about), figure))
    if is_share(figure):
        return Label(_share(place))
    if place.shares_base or (figure.compared and _SAME_PERIOD.search(fold(figure.compared))):
        return Label(f"{join('mức đạt', about)} so với cùng kỳ")
    plan = _PLAN.match(fold(figure.after)) or _PLAN.match(fold(figure.compared))
    if plan:
        return Label(join("tỷ lệ", f"{about or _restated(place)} so với {plan['plan']}"))
    return Label(_level(place))


_SETTING = regex.compile(r"\ (?:trong|đối\ với|để|cho)\ ")


def _with_base(label: str, figure: Figure) -> str:
    """A change against another base than the same period says which."""
    base = fold(figure.compared)
    if not base or "cùng kỳ" in base:
        return label
    return f"{label} {figure.compared}"


def _share(place: Place) -> str:
    figure = place.figure
    if place.before and not figure.own and place.before.core:
        return join("tỷ lệ", _restated(place))
    subject = place.subject
    if fold(subject).startswith(("tỷ lệ", "tỷ trọng", "tỉ lệ", "tỉ trọng")):
        return subject
    counted = "lệ" in figure.predicate.verb or fold(subject).startswith(("số ", "hộ ", "nợ "))
    about = place.about if place.topic and not is_measure(subject) else subject
    return join("tỷ lệ" if counted else "tỷ trọng", about)


def _restated(place: Place) -> str:
    """The count or ratio that a percentage says again."""
    model = place.whole or place.before
    return (model.text or model.subject) if model else place.subject


def _level(place: Place) -> str:
    figure = place.figure
    if place.whole is not None and not place.whole.subject and not place.whole.core:
        return join("tỷ lệ", place.whole.text)
    own, after, role = figure.own, figure.after, figure.predicate.role
    if role is Role.OBJECT and own and after and not _ONLY_LINK.fullmatch(own.lower()):
        return f"{_last_agent(own)} {after}"
    if _lists_growth(place):
        return join("tốc độ tăng", place.about)
    if after and figure.predicate.verb == "bằng":
        return join("tỷ lệ", f"{place.about} so với {after}")
    if after:
        return join("tỷ lệ", after if len(after.split()) >= 6 else f"{after} {figure.action or figure.actor}")
    if own and not is_level(own):
        return place.about if is_measure(place.subject) else join("tỷ lệ", place.about)
    return join("tỷ lệ", _restated(place))


def _last_agent(own: str) -> str:
    """ "công ty … do Nhà nước nắm giữ": who does it stands after the last "do"."""
    _, agent, rest = own.rpartition(" do ")
    return rest if agent else own


def _lists_growth(place: Place) -> bool:
    """ "Các tỉnh tăng trưởng thấp gồm: Quảng Ninh 15%, …": the list's verb stands in its lead."""
    figure = place.figure
    lead = figure.setting.lead
    return lead is not None and bool(figure.own) and "tăng trưởng" in figure.lead


_LEVEL_ONLY = regex.compile(
    r"(?:ở |tại )?(?:cấp (?:tỉnh|huyện|xã|cơ sở|trung ương)|toàn tỉnh|toàn huyện|cả nước|toàn quốc)"
)


def is_level(own: str) -> bool:
    """A clause that says only the level of government it is about ("cấp huyện")."""
    return bool(_LEVEL_ONLY.fullmatch(own.lower()))


# Counts.


def _count(place: Place) -> Label:
    """The noun, what follows it, and what was done where too little follows."""
    figure = place.figure
    after, unit = figure.after, figure.quantity.unit or ""
    core = f"{unit} {' '.join(after.split()[:9])}".strip()
    context = _context(place)
    if place.measured_by_lead and not after:
        return Label(join(place.topic, figure.own), core)
    if is_change(figure):
        return _changed(place, core, context)
    if _is_part(place):
        return _part(place, unit, core)
    full = f"{unit} {after}"
    enough = len(after.split()) >= 3 and figure.quantity.numeral.denominator is None
    return Label(full if enough else f"{full} {context}", core, context=context)


def _changed(place: Place, core: str, context: str) -> Label:
    figure = place.figure
    prefix = "giảm" if figure.predicate.role is Role.FALL else "tăng"
    if (
        not figure.after
        and not figure.own
        and place.before
        and place.before.core.startswith(figure.quantity.unit or "-")
    ):
        return Label(f"{prefix} {place.before.text}", core, context=context)
    return Label(
        _with_base(f"{prefix} {core} {figure.own if not figure.after else ''}", figure), core, context=context
    )


def _is_part(place: Place) -> bool:
    """An item of an enumeration that breaks down a count: by level, or named before its number."""
    figure = place.figure
    bare = figure.quantity.end == figure.quantity.numeral.end
    if place.whole is not None and place.whole.core:
        return True
    return place.before is not None and bool(place.before.core) and bare


def _part(place: Place, unit: str, core: str) -> Label:
    figure = place.figure
    model = place.whole if place.whole and place.whole.core else place.before
    shared = model.core if model and fold(model.core).startswith(fold(unit)) else ""
    if model and shared and len(shared.split()) == len(unit.split()):
        shared = f"{shared} {model.action}".strip()
    if shared and not figure.after:
        plain = not figure.own or is_level(figure.own)
        return Label(shared if plain else f"{shared} {figure.own}", shared)
    long = len(figure.after.split()) >= 3
    return Label(core if long else f"{core} {figure.own}", core)


def _context(place: Place) -> str:
    """What was done and, where the verb says little, who did it."""
    figure = place.figure
    action, actor = figure.action, figure.actor
    if action:
        if len(action.split()) > 4:
            return action
        if len(figure.after.split()) >= 2 and not actor:
            return f"{action} {figure.outside}"
        return f"{action} {actor or figure.outside or (place.before.actor if place.before else '')}"
    if actor and not _ONLY_LINK.fullmatch(actor.lower()):
        return actor
    if figure.outside:
        return figure.outside
    if place.before and not figure.predicate.verb:
        return place.before.context
    return " ".join(figure.lead.split()[-10:]) if not figure.after else ""


# Money, weights, rates, ranks.


def _amount(place: Place) -> Label:
    """The subject, with what was done and what follows where it is a verb."""
    figure = place.figure
    role, after = figure.predicate.role, figure.after
    if is_change(figure):
        prefix = figure.predicate.verb or ("giảm" if role is Role.FALL else "tăng")
        return Label(_with_base(join(prefix, place.about or after), figure))
    if role is Role.OBJECT and after and not is_measure(figure.own):
        return Label(
            f"{figure.own or (place.before.context if place.before else '')} {after}", context=figure.own
        )
    own = figure.own
    if own and _is_bare_measure(own) and place.before and not figure.outside:
        return Label(f"{own} {_entity(place.before)}")
    if not own and not figure.outside and place.before and place.before.context and role is Role.OBJECT:
        return Label(f"{place.before.context} {after}", context=place.before.context)
    context = figure.own if role is Role.OBJECT else ""
    return Label(place.about or after or _restated(place) or figure.quantity.unit or "", context=context)


def _entity(before: Label) -> str:
    """What a figure is about without the measure it gives of it."""
    text = before.subject or before.core
    match = _measure().match(fold(text))
    return text[match.end() :].strip() if match else before.core or text


def _rank(place: Place) -> Label:
    return Label(f"xếp thứ {place.subject}")


_RANKED = regex.compile(r"(?i:xếp|đứng|thứ|hạng|vị trí|vị thứ|và)(?!\p{L})")
_LABELLERS = {"rank": _rank, "percent": _percent, "count": _count, "amount": _amount}
_EDGES = " ,;:.-–()[]\"“”'…/+•*"


def tidy(label: str) -> str:
    """One line without the marks at its edges; a sentence's capital is lowered, a name's is not."""
    text = " ".join(label.split()).strip(_EDGES)
    if text.count("(") > text.count(")"):
        text += ")"
    first, _, rest = text.partition(" ")
    if first[1:].islower() and first[:1].isupper() and not rest[:1].isupper():
        text = text[0].lower() + text[1:]
    return text
