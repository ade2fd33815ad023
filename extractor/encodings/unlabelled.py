"""Plain text, which names neither font nor encoding: the bytes alone decide, first for the file as a whole.

UTF-8 and UTF-16 prove themselves. Any other text is read in every way that is known and judged by its words.
A file put together from several keeps its encodings: where words stay that another way reads better, each
line is decided on by itself.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from extractor.encodings.casing import restore_headlines
from extractor.encodings.deciding import certainty_of
from extractor.encodings.decoding import decode, survey
from extractor.encodings.evidence import FOREIGN, LEGAL, fitting, impossible, telling_words, weigh
from extractor.encodings.readings import CODE_PAGE, DOUBLE_UTF8, UNICODE, ways
from extractor.encodings.runs import DOUBTFUL, DocumentHints, FontRun
from extractor.encodings.surfaces import show_western

WESTERN: Final = "windows-1252"

# The longer mark first: that of UTF-32 LE begins with that of UTF-16 LE.
_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE: Final = 16_384
_ZEROS: Final = 0.2  # of every other byte of UTF-16, for half of a text is blanks, digits and plain letters
_STRAY_ZEROS: Final = 0.01
_TELLING: Final = 8  # bytes: a single zero among fewer tells nothing

# Letters or signs beside a letter that Unicode Vietnamese does not have: text of an old encoding has one in
# every few words, whichever it is.
_STRANGE: Final = "\x80-\x9f¡-¨¬\xad®µ¶¸¹¼½¾ÄÅÆÇËÎÏÑÖ×ØÛÜÞßäåæçëîïñö÷øûüþÿ"
# Beginning with the rarer of two neighbours: most places of a text are then passed over at once.
_SUSPICIOUS: Final = re.compile(
    rf"[{_STRANGE}ùøõÌÒÞìò]"
    rf"(?:(?<=[A-Za-z][{_STRANGE}])|(?<=[{_STRANGE}])(?=[A-Za-z])|(?<=[aeouy][ùøõ])|(?<=[aeiouyâêôăơư][ÌÒÞìò]))"
)

# How often each way is met before a word is read, as logarithms.
_EXPECTED: Final[Mapping[str, float]] = {
    UNICODE: -2.0, "tcvn3": 0.0, "vni": 0.0, CODE_PAGE: -2.0, DOUBLE_UTF8: -4.0, "viscii": -4.0, "vps": -4.0,
    "vietware-x": -6.0, "bkhcm2": -6.0,
}  # fmt: skip
_FITTING: Final = 0.5  # of the words: fewer, and it is no Vietnamese
_NOT_UNDERSTOOD: Final = 0.5  # certainty of reading as Western what is no Vietnamese in any way
_TOO_MANY_IMPOSSIBLE: Final = 0.3  # of the words have signs between their letters: it is not even that
_STRAYS: Final = 5  # fewer may be misspelt
_SURE: Final = 1_000_000  # words that a way is set down as found in, once the whole file speaks for it


@dataclass(frozen=True, slots=True)
class DecodedLine:
    """A line that is another than its file: in another encoding, or doubtful."""

    encoding: str
    certainty: float


@dataclass(frozen=True, slots=True)
class DecodedText:
    """A whole text.

    Attributes:
        encoding: of most of it ("utf-8", "tcvn3"); certainty: of that, from 0 to 1.
        exceptions: by their number, from 1, the lines that are in another encoding, or doubtful.
    """

    text: str
    encoding: str
    certainty: float
    exceptions: Mapping[int, DecodedLine] = field(default_factory=dict)


def decode_bytes(data: bytes) -> DecodedText:
    """Turn the bytes of a plain text into Unicode, without a byte order mark.

    >>> decode_bytes("B¸o c¸o t×nh h×nh kinh tÕ".encode("latin-1"))
    DecodedText(text='Báo cáo tình hình kinh tế', encoding='tcvn3', certainty=1.0, exceptions={})
    """
    mark, encoding = encoding_mark(data) or (b"", utf16_without_mark(data))
    if encoding is not None and encoding != "utf-8":
        return DecodedText(data[len(mark) :].decode(encoding, "replace"), encoding, 1.0)
    try:
        text = data[len(mark) :].decode("utf-8")
    except UnicodeDecodeError:
        return _decode_single_bytes(show_western(data.decode("latin-1")))
    if not may_be_old(text):
        return DecodedText(text, "utf-8", 1.0)
    return _decode_lines(text, survey([FontRun(line)] for line in text.split("\n")), "utf-8")


def encoding_mark(data: bytes) -> tuple[bytes, str] | None:
    """Return the byte order mark that the data begins with and its encoding.

    >>> encoding_mark("\\ufeffSố".encode("utf-16-le"))
    (b'\\xff\\xfe', 'utf-16-le')
    """
    return next((mark for mark in _MARKS if data.startswith(mark[0])), None)


def utf16_without_mark(data: bytes) -> str | None:
    """Tell UTF-16 by the zeros in every other place: half of a Vietnamese text is ASCII.

    >>> utf16_without_mark("Số 12/BC-UBND".encode("utf-16-be"))
    'utf-16-be'
    >>> utf16_without_mark(b"\\0\\xc2\\x80") is None  # too short to tell
    True
    """
    sample = data[: min(len(data), _SAMPLE) // 2 * 2]
    if b"\0" not in sample or len(sample) < _TELLING:
        return None
    first, second = sample[::2].count(0), sample[1::2].count(0)
    few, many = sorted((first, second))
    if many < _ZEROS * len(sample) / 2 or few > _STRAY_ZEROS * len(sample) / 2:
        return None
    return "utf-16-be" if first > second else "utf-16-le"


def may_be_old(text: str) -> bool:
    """Tell quickly whether any word of a text may be in an old encoding; most modern texts hold none.

    >>> may_be_old("B¸o c¸o"), may_be_old("Baùo caùo"), may_be_old("Báo cáo 25 m², “tốt” – «5»")
    (True, True, False)
    """
    return _SUSPICIOUS.search(text) is not None


def _decode_single_bytes(text: str) -> DecodedText:
    """Decode a text whose bytes were shown as Windows-1252 does."""
    words = telling_words(_sample(text))
    scores = {way: expected + weigh(words, way) for way, expected in _EXPECTED.items()}
    best = max(scores, key=scores.__getitem__)
    if best == UNICODE or fitting(words, best) < _FITTING:
        return DecodedText(text, WESTERN, _western_certainty(words))
    if _is_mixed(telling_words(text), best):
        return _decode_lines(text, DocumentHints({None: {best: _SURE}}), WESTERN)
    read = ways()[best].read(text)
    certainty = certainty_of(text[:_SAMPLE], best, scores)
    return DecodedText(restore_headlines(read) if best == "tcvn3" else read, ways()[best].encoding, certainty)


def _sample(text: str) -> str:
    """Take the beginning, the middle and the end of a long text."""
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = len(text) // 2
    return " ".join((text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:]))


def _western_certainty(words: set[str]) -> float:
    """How certain it is that a text is of another Western language, and not in another encoding."""
    if not words:
        return 1.0
    return 0.0 if impossible(words, UNICODE) > _TOO_MANY_IMPOSSIBLE else _NOT_UNDERSTOOD


def _is_mixed(words: set[str], best: str) -> bool:
    """Tell whether several words make no sense in the best way, but all do in one other."""
    misread = [word for word in words if weigh((word,), best) <= FOREIGN]
    others = Counter(way for word in misread for way in _EXPECTED if weigh((word,), way) >= LEGAL)
    return max(others.values(), default=0) >= _STRAYS


def _decode_lines(text: str, hints: DocumentHints, plain: str) -> DecodedText:
    """Decide on each line by itself; `plain` is what to call lines that need no conversion."""
    lines: list[str] = []
    found: dict[int, tuple[DecodedLine, int]] = {}
    sizes: Counter[str] = Counter()
    for number, line in enumerate(text.split("\n"), 1):
        decoded = decode((FontRun(line),), document=hints)
        lines.append(line if decoded.encoding == UNICODE else decoded.texts[0])
        if decoded.encoding is not None and decoded.certainty is not None:
            encoding = plain if decoded.encoding == UNICODE else decoded.encoding
            found[number] = DecodedLine(encoding, decoded.certainty), len(line)
            sizes[encoding] += len(line)
    main = max(sizes, key=sizes.__getitem__, default=plain)
    exceptions = {
        number: line
        for number, (line, _) in found.items()
        if line.encoding != main or line.certainty < DOUBTFUL
    }
    usual = [found[number] for number in found if number not in exceptions] or [*found.values()]
    length = sum(size for _, size in usual)
    sure = sum(line.certainty * size for line, size in usual) / length if length else 1.0
    return DecodedText("\n".join(lines), main, round(sure, 4), exceptions)
