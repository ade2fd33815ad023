"""Text of the years before Unicode → Unicode: the font proposes, the bytes decide.

hints = survey(paragraphs)               what each font of the document holds
decoded = decode(runs, document=hints)   the runs of one paragraph, cell or note
conversions.add(decoded, page=page)      for the document's encoding and its problems
decode_bytes(data)                       a plain text, which names no font
"""

from extractor.encodings.aligning import letter_by_letter
from extractor.encodings.conversions import Conversions, of_most
from extractor.encodings.decoding import decode, survey
from extractor.encodings.fonts import FontHint, font_hint
from extractor.encodings.hyphens import lacks_u_horn, restore_u_horn
from extractor.encodings.runs import DOUBTFUL, NO_HINTS, Decoded, DocumentHints, FontRun
from extractor.encodings.unlabelled import (
    DecodedLine,
    DecodedText,
    decode_bytes,
    encoding_mark,
    may_be_old,
    utf16_without_mark,
)

__all__ = [
    "DOUBTFUL",
    "NO_HINTS",
    "Conversions",
    "Decoded",
    "DecodedLine",
    "DecodedText",
    "DocumentHints",
    "FontHint",
    "FontRun",
    "decode",
    "decode_bytes",
    "encoding_mark",
    "font_hint",
    "lacks_u_horn",
    "letter_by_letter",
    "may_be_old",
    "of_most",
    "restore_u_horn",
    "survey",
    "utf16_without_mark",
]
