"""Web pages: those of portals, those that Word saved, and those of old sites laid out with tables.

The text is what a browser shows without style sheets and scripts: hidden parts are left out, lists get their
numbers, navigation stands apart as furniture. A paragraph's origins name its lines in the file. A table that
only lays out the page is read through; two line breaks in a row end a paragraph.
"""

from __future__ import annotations

from typing import Final

from lxml import etree

from extractor.elements import Reading
from extractor.problems import Problem, ReadError
from extractor.reading.html.flow import Flow
from extractor.reading.html.letters import decode_letters
from extractor.reading.html.notes import find_notes
from extractor.reading.html.pages import open_page

PARSER: Final = f"lxml {etree.__version__}"


def read_elements(data: bytes, name: str) -> Reading:
    """Read a web page.

    >>> page = "<h2>II. Kết quả</h2><ul><li>Thu <b>12%</b></ul>".encode()
    >>> [(element.text, element.bullet) for element in read_elements(page, "a.html").elements]
    [('II. Kết quả', None), ('Thu 12%', '•')]

    Raises ReadError "encoding", "too_deep" or "empty".
    """
    page = open_page(data, name)
    conversions = decode_letters(page.root)
    flow = Flow(find_notes(page.root))
    flow.walk(page.root)
    if not flow.elements:
        raise ReadError(
            "empty",
            f"{name} is a page without text",
            "open it in a browser, for it may only frame other pages or be filled by a script; save those",
        )
    return Reading(
        tuple(flow.elements),
        format="html",
        parser=PARSER,
        encoding=conversions.encoding or page.encoding,
        problems=(*page.problems, *conversions.problems(), *_hidden(flow.hidden)),
    )


def _hidden(count: int) -> tuple[Problem, ...]:
    if not count:
        return ()
    message = f"{count} characters are marked as hidden and were left out"
    return (Problem("hidden_text", message, "look at the page in a browser and decide whether they matter"),)
