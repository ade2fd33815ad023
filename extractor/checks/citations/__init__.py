"""REF0: one citation against the norms and against its own parts."""

from extractor.checks.citations.calendar import impossible_date, later_than_report
from extractor.checks.citations.issuers import issuer_abbreviated, issuer_and_symbol
from extractor.checks.citations.powers import type_and_body, type_and_party_body
from extractor.checks.citations.symbols import look_alike_letter, separators_mixed, symbol_incomplete
from extractor.checks.citations.types import symbol_of_cong_van, symbol_of_quy_dinh, type_and_symbol
from extractor.checks.citations.wording import (
    date_without_zero,
    date_word_missing,
    number_without_zero,
    number_word_missing,
)
from extractor.checks.citations.years import assembly_and_year, year_and_date, year_missing, year_not_usual
from extractor.checks.rule import ReportRule

RULES: tuple[ReportRule, ...] = (
    type_and_symbol,
    symbol_of_quy_dinh,
    symbol_of_cong_van,
    type_and_body,
    year_missing,
    year_and_date,
    impossible_date,
    year_not_usual,
    assembly_and_year,
    issuer_and_symbol,
    issuer_abbreviated,
    separators_mixed,
    symbol_incomplete,
    look_alike_letter,
    type_and_party_body,
    later_than_report,
    number_without_zero,
    number_word_missing,
    date_word_missing,
    date_without_zero,
)
