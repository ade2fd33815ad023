"""REF100 and up: the citations of one report against each other."""

from extractor.checks.agreement.basis import basis_given_twice, no_basis
from extractor.checks.agreement.chronology import older_than_its_cause
from extractor.checks.agreement.dates import dated_late, dates_disagree, never_dated
from extractor.checks.agreement.issuers import issuers_disagree
from extractor.checks.agreement.numbers import numbers_disagree
from extractor.checks.agreement.periods import period_styles_mixed
from extractor.checks.agreement.short_forms import short_form_unsettled, useless_definition
from extractor.checks.agreement.subjects import subjects_differ
from extractor.checks.agreement.symbols import (
    one_type_two_symbols,
    symbols_disagree,
    types_disagree,
)
from extractor.checks.rule import ReportRule

RULES: tuple[ReportRule, ...] = (
    dates_disagree,
    symbols_disagree,
    types_disagree,
    issuers_disagree,
    subjects_differ,
    numbers_disagree,
    never_dated,
    dated_late,
    short_form_unsettled,
    older_than_its_cause,
    basis_given_twice,
    no_basis,
    useless_definition,
    one_type_two_symbols,
    period_styles_mixed,
)
