"""Word 97-2003 documents (.doc): converted to .docx, of which the Word reader makes the report.

LibreOffice is asked first where it is installed: it has met more files. msdoc2docx, pure Python, is as exact
on those it opens (on seven files of 2003 to 2008 both give every word) and serves without LibreOffice, or
where LibreOffice fails or drops text. The piece table of the document says how many words there must be.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from importlib.metadata import version
from typing import Final

from extractor.elements import Reading
from extractor.problems import Problem, ReadError
from extractor.reading import docx
from extractor.reading.installed import Helper, missing
from extractor.reading.office import converting
from extractor.reading.office.program import describe, find_program
from extractor.reading.office.resident import OfficeError
from extractor.reading.office.scratch import scratch_folder
from extractor.reading.second_look import Count, count_reading, lost_text
from extractor.reading.second_look.compound import read_raw

_FILTER: Final = "MS Word 97"
_OLDER_FILTER: Final = "MS WinWord 6.0"

# What a parser may meet in damaged bytes.
_BROKEN: Final = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)


@dataclass(frozen=True, slots=True)
class Engine:
    """A way from .doc to .docx; `convert` raises OfficeError with the reason where it fails."""

    name: str
    convert: Callable[[bytes], bytes]


def engines(*, older: bool = False) -> tuple[Engine, ...]:
    """The engines that serve here, in the order in which they are asked; `older`: for Word 6 and 95."""
    program = find_program()
    reads = _OLDER_FILTER if older else _FILTER
    found = []
    if program and converting.is_available():
        found.append(Engine(describe(program), partial(_by_libreoffice, reads=reads)))
    return (*found, Engine(f"msdoc2docx {version('msdoc2docx')}", _by_msdoc2docx))


def read_elements(data: bytes, name: str) -> Reading:
    """Read a Word 97-2003 document. Raises ReadError "encrypted" and "damaged"."""
    raw = read_raw(data)
    seen = Count.of([raw.text]) if raw and raw.text is not None else Count()
    failures: dict[str, str] = {}
    found: list[tuple[int, Reading]] = []
    for engine, reading in _readings(data, name, failures, older=raw is not None and raw.text is None):
        lacking = count_reading(reading).lacks(seen)
        found.append((lacking, reading))
        if not lacking:
            break
        failures[engine] = f"{engine} left out about {lacking:,} words"
    if not found:
        raise ReadError(
            "damaged",
            f"{name} cannot be opened: {'; '.join(failures.values())}",
            "open it in Word or LibreOffice, let it repair the document, and save it as .docx",
        )
    _, best = min(found, key=lambda each: each[0])
    lost = lost_text(count_reading(best), seen)
    problems = (*best.problems, *lost, *_second_choice(best, failures))
    return replace(best, problems=problems, missed=missing(Helper.LIBREOFFICE))


def _readings(
    data: bytes, name: str, failures: dict[str, str], *, older: bool
) -> Iterator[tuple[str, Reading]]:
    """Yield what each engine that can open the document makes of it; why the others failed is noted."""
    for engine in engines(older=older):
        try:
            reading = docx.read_elements(engine.convert(data), name)
        except (OfficeError, ReadError) as error:
            failures[engine.name] = f"{engine.name}: {error}"
            continue
        yield engine.name, replace(reading, format="doc", parser=f"{engine.name}, {reading.parser}")


def _second_choice(reading: Reading, failures: dict[str, str]) -> Iterator[Problem]:
    """Tell that another engine did not serve, and why."""
    served = reading.parser.partition(",")[0]
    told = [reason for engine, reason in failures.items() if engine != served]
    if told:
        yield Problem(
            "converter_failed",
            f"{'; '.join(told)}; what {served} gave was taken",
            "compare with the document in Word",
        )


def _by_libreoffice(data: bytes, *, reads: str) -> bytes:
    return converting.convert(data, ".doc", "docx", reads=reads)


def _by_msdoc2docx(data: bytes) -> bytes:
    """Convert with msdoc2docx, which reads and writes files only."""
    import doc2docx
    from doc2docx.errors import Doc2DocxError

    with scratch_folder() as folder:
        source, target = folder / "report.doc", folder / "report.docx"
        source.write_bytes(data)
        try:
            doc2docx.convert(source, target)
            return target.read_bytes()
        except (Doc2DocxError, *_BROKEN) as error:
            raise OfficeError(f"it could not open the file ({type(error).__name__}: {error})") from error
