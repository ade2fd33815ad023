"""STR: notes without marks, brackets without their partner, headings that skip, names nobody knows."""

from extractor.checks.rule import ReportRule
from extractor.checks.structure.abbreviations import (
    abbreviation_explained_late,
    abbreviation_misspelt,
    abbreviation_of_two_things,
    abbreviation_undefined,
)
from extractor.checks.structure.brackets import bracket_unbalanced
from extractor.checks.structure.footnotes import (
    mark_in_another_form,
    mark_without_note,
    note_marked_twice,
    note_out_of_order,
    note_without_mark,
)
from extractor.checks.structure.letterhead import letterhead_part_missing
from extractor.checks.structure.numbering import number_repeated, number_skipped
from extractor.checks.structure.places import district_unknown
from extractor.checks.structure.quotes import quote_unbalanced, quotes_mixed
from extractor.checks.structure.sentences import end_mark_missing, sentence_torn, text_lost
from extractor.checks.structure.words import letter_of_another_alphabet, stray_mark, word_twice

RULES: tuple[ReportRule, ...] = (
    mark_without_note,
    note_without_mark,
    note_out_of_order,
    note_marked_twice,
    mark_in_another_form,
    bracket_unbalanced,
    quote_unbalanced,
    quotes_mixed,
    text_lost,
    end_mark_missing,
    sentence_torn,
    number_skipped,
    number_repeated,
    abbreviation_undefined,
    abbreviation_explained_late,
    abbreviation_of_two_things,
    abbreviation_misspelt,
    district_unknown,
    letterhead_part_missing,
    word_twice,
    letter_of_another_alphabet,
    stray_mark,
)
