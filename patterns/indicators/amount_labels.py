"""Labels of amounts of money, weights, areas, rates and ranks."""

from __future__ import annotations

from patterns.folding import fold
from patterns.indicators.basis import Basis, Label, compares, lead_theme
from patterns.indicators.figures import Figure
from patterns.indicators.measures import area_of, is_bare_measure, is_dimension, is_measure, without_measure
from patterns.indicators.percent_labels import with_base
from patterns.indicators.predicates import Role
from patterns.indicators.standing import is_change
from patterns.indicators.units import UnitKind, is_verb
from patterns.indicators.wording import join

_SHORT = 4


def amount_label(basis: Basis) -> Label:
    """The label of an amount: its subject, with what was done and what follows where the clause has a verb."""
    figure, own, before = basis.figure, basis.own, basis.before
    is_object, after = figure.predicate.role is Role.OBJECT, figure.after
    context = own if is_object else ""
    if own and before and before.action and fold(own).startswith("mỗi "):
        own = f"{before.action} {own}"
    elif own and before and before.actor and not figure.actor and is_object:
        own = f"{before.actor} {own}"
    if is_change(figure):
        verb = figure.predicate.verb.removesuffix("gấp").strip()  # "tăng gấp 3 lần"
        text = with_base(join(verb, basis.about or after or basis.restated), basis)
    elif is_object and after and not is_measure(own):
        text = f"{own or (before.context if before else '')} {after}"
        context = own
    elif before and compares(own):
        text = join(before.subject or before.text, own)
    elif is_verb(figure.predicate.verb):
        text = f"{basis.about} {figure.predicate.verb} {after}"
    elif own and before and not figure.outside and _says_not_of_what(basis, before):
        text = f"{own} {_entity(basis, before)}"
    elif is_object and not own and not figure.outside and before and before.context:
        text = f"{before.context} {after}"
        context = before.context
    else:
        text = _rate(basis) or basis.about or after or basis.restated
    return Label(_measured(text, figure), figure.quantity, context=context)


def _measured(text: str, figure: Figure) -> str:
    """ "diện tích" before what is given in hectares and names no measure ("trồng mới 320 ha rừng")."""
    named = is_change(figure) or is_measure(text) or "diện tích" in fold(text)
    return text if named else join(area_of(figure.quantity), text)


def rank_label(basis: Basis) -> Label:
    """The label of a place in an order."""
    return Label(f"xếp thứ {basis.subject or basis.restated}", basis.figure.quantity)


def _says_not_of_what(basis: Basis, before: Label) -> bool:
    """A measure alone ("năng suất"), or after a count of its clause a short one ("với tổng vốn đăng ký")."""
    own = basis.own
    if not basis.goes_on and not is_dimension(own):
        return False
    counted = before.core or (before.subject and not is_measure(before.subject))
    return is_bare_measure(own) or (bool(counted) and is_measure(own) and len(own.split()) <= _SHORT)


def _entity(basis: Basis, before: Label) -> str:
    """What a figure is about without the measure it gives of it: its own lead's, else that of the figure before."""
    lead = basis.figure.setting.lead
    theme = lead_theme(basis.figure) if lead and lead[0] > before.clause else ""
    if theme:
        return theme
    if before.event and before.core and " " not in before.core:
        return before.event  # "Cháy rừng: xảy ra 06 vụ, thiệt hại 12 ha"
    if before.core:
        return f"{before.action} {before.core}"
    return without_measure(before.subject) or before.subject


def _rate(basis: Basis) -> str:
    """ "31,4 học sinh/lớp": a rate of counts says itself what it is of."""
    quantity, figure = basis.figure.quantity, basis.figure
    if quantity.kind is not UnitKind.COUNT or basis.own or figure.outside:
        return ""
    return f"số {quantity.unit} {figure.own}".strip()
