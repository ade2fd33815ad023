"""Labels of amounts of money, weights, areas, rates and ranks."""

from __future__ import annotations

import regex

from patterns.indicators.basis import Basis, Label
from patterns.indicators.measures import is_bare_measure, is_measure, without_measure
from patterns.indicators.percent_labels import with_base
from patterns.indicators.predicates import Role
from patterns.indicators.standing import is_change
from patterns.indicators.units import Measure, is_verb
from patterns.indicators.wording import join

# "trên báo động 3", "vượt lũ lịch sử": how an amount compares, not what it is of.
_COMPARES = regex.compile(r"(?i:trên|dưới|vượt|cao\ hơn|thấp\ hơn|hơn|kém|thiếu)(?!\p{L})")


def amount_label(basis: Basis) -> Label:
    """The label of an amount: its subject, with what was done and what follows where the clause has a verb."""
    figure, own, before = basis.figure, basis.own, basis.before
    is_object, after = figure.predicate.role is Role.OBJECT, figure.after
    context = own if is_object else ""
    if own and before and before.actor and not figure.actor and is_object:
        own = f"{before.actor} {own}"
    if is_change(figure):
        verb = figure.predicate.verb
        text = with_base(join(verb, basis.about or after or basis.restated), basis)
    elif is_object and after and not is_measure(own):
        text = f"{own or (before.context if before else '')} {after}"
        context = own
    elif before and _COMPARES.match(own):
        text = join(before.subject or before.text, own)
    elif is_verb(figure.predicate.verb):
        text = f"{basis.about} {figure.predicate.verb} {after}"
    elif own and is_bare_measure(own) and before and not figure.outside:
        text = f"{own} {_entity(before)}"
    elif is_object and not own and not figure.outside and before and before.context:
        text = f"{before.context} {after}"
        context = before.context
    else:
        text = basis.about or after or _rate(basis) or basis.restated
    return Label(text, figure.quantity, context=context)


def rank_label(basis: Basis) -> Label:
    """The label of a place in an order."""
    return Label(f"xếp thứ {basis.subject}", basis.figure.quantity)


def _entity(before: Label) -> str:
    """What a figure is about without the measure it gives of it."""
    return without_measure(before.subject) or (before.text if before.core else before.subject)


def _rate(basis: Basis) -> str:
    """ "31,4 học sinh/lớp": a rate of counts says itself what it is of."""
    quantity = basis.figure.quantity
    if quantity.measure is not Measure.COUNT:
        return ""
    return f"số {quantity.unit} {basis.figure.own}".strip()
