"""What an indicator's label is about (khái niệm chỉ tiêu): text in, concept out.

>>> from patterns.concepts import Figure, read_figure
>>> read_figure(Figure("Tỷ lệ hộ nghèo toàn tỉnh cuối năm", unit="%", measure="share")).concept
'ho-ngheo'
>>> read_figure(Figure("hộ nghèo", unit="hộ", measure="level")).concept
'ho-ngheo'
>>> read_figure(Figure("tỷ lệ hộ cận nghèo", unit="%", measure="share")).concept
'ho-can-ngheo'
"""

from patterns.concepts.catalogue import Entry, entries, entry
from patterns.concepts.reading import Figure, Reading, read_figure, read_in_sentence, read_part

__all__ = ["Entry", "Figure", "Reading", "entries", "entry", "read_figure", "read_in_sentence", "read_part"]
