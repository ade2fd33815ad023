"""Web archives (.mht): a page and its pictures in one file, in the form of an e-mail (RFC 2557).

Word writes one when a document is saved as a "single file web page".
"""

from __future__ import annotations

import email
import email.policy
from dataclasses import replace
from email.message import EmailMessage

from extractor.elements import Reading
from extractor.problems import ReadError
from extractor.reading import html


def read_elements(data: bytes, name: str) -> Reading:
    """Read the page of a web archive. Raises ReadError."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    if page is None:
        raise ReadError(
            "damaged",
            f"{name} begins like a web archive, but holds no page",
            "open it in Word or a browser and save it as .docx or .html",
        )
    return replace(html.read_elements(_content(page), name), format="mhtml")


def _content(page: EmailMessage) -> bytes:
    """The page's bytes; where the part states their encoding, in UTF-8 with a mark that says so."""
    content = page.get_payload(decode=True)
    raw = content if isinstance(content, bytes) else b""
    charset = page.get_content_charset()
    if charset is None:
        return raw
    try:
        return raw.decode(charset).encode("utf-8-sig")
    except (LookupError, UnicodeDecodeError):  # the page itself may know better
        return raw
