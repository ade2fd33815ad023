"""Labels of counts: the noun, what follows it, and what was done where too little follows."""

from __future__ import annotations

from patterns.engines import compile_pattern
from patterns.folding import fold
from patterns.indicators.basis import Basis, Label, is_vague
from patterns.indicators.figures import EVENTS
from patterns.indicators.measures import is_measure
from patterns.indicators.percent_labels import is_level, with_base
from patterns.indicators.places import place_of
from patterns.indicators.predicates import Role
from patterns.indicators.standing import is_change, is_comparable, is_person
from patterns.indicators.units import starts_with_verb
from patterns.indicators.vocabulary import words
from patterns.indicators.wording import join

# "Kết quả đánh giá: 159/173 xã đạt chuẩn": a lead that names no subject.
_RESULT = compile_pattern(r"(?:kết\ quả|cụ\ thể|trong\ đó|so\ với|hậu\ quả)(?!\p{L})")
_NUMBER_OF = compile_pattern(r"^(?i:tổng\ )?(?i:số)\ ")
_CHANGE = compile_pattern(r"^(?:tăng|giảm)\ (?:số\ )?")
_LONG = 3  # words after a noun that tell enough of it
_CORE = 9
# Verbs that tell of what there is by themselves ("còn lại 340 vụ").
_STANDING = ("còn", "còn lại", "hiện có", "chỉ còn")
# "ở thôn, bản", "khu vực nông thôn": where something is, not what.
_AREA = compile_pattern(r"(?:thôn|bản|xã|huyện|khu\ vực|vùng|nông\ thôn|thành\ thị|miền)(?!\p{L})")
_MOST_OF_EVENT = 6
# Verbs that add nothing to a noun that says itself what was done ("tổ chức 12 lớp tập huấn").
_LIGHT_VERBS = ("tổ chức", "thực hiện", "mở", "tiến hành", "triển khai", "ban hành", "có")


def count_label(basis: Basis) -> Label:
    """The label of a count."""
    figure = basis.figure
    after, unit = figure.after, figure.quantity.unit or ""
    core = f"{unit} {' '.join(after.split()[:_CORE])}".strip()
    context = _context(basis)
    if is_change(figure):
        text = _changed(basis, core)
    elif basis.measured_by_lead and not after:
        text = join(basis.topic, basis.own)
    elif _counted_by(basis.topic, unit) and not after:
        placed = is_level(basis.own) or place_of(basis.own) or _AREA.match(fold(basis.own))
        whole = not basis.own or placed or is_measure(basis.own)
        text = join(basis.topic if whole else f"số {unit}", basis.own)
    elif not basis.own and figure.predicate.verb in _STANDING:
        context = figure.predicate.verb
        text = f"{core} {context}"
    elif _is_part(basis):
        return _part(basis, unit, core)
    elif holder := _holder(basis):
        text = f"{unit} {holder}"
    else:
        told = len(after.split()) >= _LONG and figure.quantity.numeral.denominator is None
        text = f"{unit} {after} {'' if told else context}"
    return Label(text, figure.quantity, core=core, event=_event(basis), context=context)


def _holder(basis: Basis) -> str:
    """What a count after "với" is of: the count before, where that says more than its noun.

    "23 đoàn khách quốc tế với 312 người" counts people of delegations.
    """
    figure, before = basis.figure, basis.before
    if figure.predicate.verb != "với" or figure.after or basis.own or before is None:
        return ""
    return before.core if len(before.core.split()) > len((before.quantity.unit or "").split()) else ""


def _counted_by(topic: str, unit: str) -> bool:
    """Whether the clause's measure is the number of the noun ("số người …")."""
    return bool(unit) and fold(topic).startswith(("số " + fold(unit), "tổng số " + fold(unit)))


def _event(basis: Basis) -> str:
    """What happened, for the counts of its consequences ("xảy ra 12 vụ tai nạn giao thông, làm chết 7 người")."""
    happened = basis.figure.after or basis.figure.actor
    if 0 < len(happened.split()) <= _MOST_OF_EVENT and basis.figure.quantity.head in EVENTS:
        return happened
    return basis.before.event if basis.before else ""


def _changed(basis: Basis, core: str) -> str:
    figure, before = basis.figure, basis.before
    prefix = "giảm" if figure.predicate.role is Role.FALL else "tăng"
    if not figure.after and not basis.own:
        same = before is not None and is_comparable(figure.quantity, before.quantity)
        level = before if same else basis.alike
        if level is not None:
            return f"{prefix} {_CHANGE.sub('', level.text)}"
    event = before.event if before and len(figure.after.split()) < _LONG else ""
    return with_base(f"{prefix} {core} {event if figure.after else basis.own}", basis)


def _is_part(basis: Basis) -> bool:
    """An item of an enumeration that breaks down a count: by level, or named before its number."""
    quantity = basis.figure.quantity
    if basis.whole is not None and basis.whole.core:
        return True
    return basis.before is not None and bool(basis.before.core) and quantity.end == quantity.numeral.end


def _part(basis: Basis, unit: str, core: str) -> Label:
    figure, own = basis.figure, basis.own
    if (
        basis.whole
        and is_person(figure.quantity)
        and basis.whole.quantity.head in words("counted_nouns", "people")
    ):
        noun = basis.whole.quantity.unit or unit
        unit, core = noun, f"{noun}{core.removeprefix(unit)}"
    model = basis.whole if basis.whole and basis.whole.core else basis.before
    shared = _shared(model, unit, whole=not own or is_level(own)) if model else ""
    if shared and not figure.after:
        plain = not own or is_level(own)
        return Label(shared if plain else f"{shared} {own}", figure.quantity, core=shared)
    if basis.whole and not own and len(figure.after.split()) < _LONG:
        return Label(f"{core} {_said_of(basis.whole, figure.quantity.head)}", figure.quantity, core=core)
    long = len(figure.after.split()) >= _LONG
    return Label(core if long else f"{core} {own}", figure.quantity, core=core)


def _shared(model: Label, unit: str, *, whole: bool) -> str:
    """What a part says of its noun that its whole has said: all of it for a level, where the whole's label is short."""
    if not fold(model.core).startswith(fold(unit)):
        return ""
    counted = _NUMBER_OF.sub("", model.text)
    if not whole and fold(model.core) == fold(unit) and counted != model.text:
        return counted  # "Tổng số giáo viên: 102 người, trong đó nữ 61 người"
    if whole and len(model.text.split()) <= _CORE + _LONG and fold(model.text).startswith(fold(unit)):
        return model.text
    told = len(model.core.split()) > len(unit.split())
    return model.core if told else f"{model.core} {model.action}".strip()


def _said_of(whole: Label, head: str) -> str:
    """What is said of a whole and holds for its parts ("giải | học sinh giỏi quốc gia", "đảng viên | kết nạp")."""
    said = fold(whole.core).removeprefix(fold(whole.quantity.unit or "")).strip()
    if said and whole.quantity.head == head:
        return whole.core[-len(said) :]
    return "" if said else whole.action


def _without_light_verb(action: str) -> str:
    """ "tổ chức giám sát": the second verb says what is done."""
    first = " ".join(action.split()[:2])
    rest = action[len(first) :].strip()
    return rest if rest and fold(first) in _LIGHT_VERBS and starts_with_verb(rest) else action


def _context(basis: Basis) -> str:
    """What was done and, where the verb says little, who did it."""
    figure, before = basis.figure, basis.before
    action, actor = figure.action, figure.actor
    actor = "" if is_vague(actor) else actor
    if action and basis.own:
        if len(action.split()) > 4:
            return action
        if len(figure.after.split()) >= 2 and not actor:
            return f"{'' if fold(action) in _LIGHT_VERBS else action} {figure.outside}"
        action = _without_light_verb(action)
        return f"{action} {actor or figure.outside or ((before.actor or before.event) if before else '')}"
    if actor and basis.own:
        return actor
    if figure.outside:
        return figure.outside
    if before and basis.goes_on and (not figure.predicate.verb or not figure.after):
        if is_measure(before.context):
            return ""
        return before.context if fold(before.context).strip() not in _LIGHT_VERBS else before.event
    if figure.after or _RESULT.match(fold(figure.lead)):
        return ""
    return " ".join(figure.lead.split()[-10:])
