"""What a report says of itself: `facts.json`."""

from __future__ import annotations

from corpus.fields import Record, period
from corpus.source import Ending, Heading, Note, Source, Title


def read_facts(source: Source) -> Record:
    """What the report says of itself, for facts.json."""
    facts = dict(source.facts)
    first, last = period(str(facts.pop("period"))) if "period" in facts else (None, None)
    titles = [block for block in source.blocks if isinstance(block, Title)]
    endings = [block for block in source.blocks if isinstance(block, Ending)]
    return {
        "title": " ".join(line.text for block in titles for line in block.lines),
        **{name: facts.get(name) for name in ("type", "number", "issuer", "province", "place", "date")},
        "period_from": first,
        "period_to": last,
        "signer": facts.get("signer"),
        "signer_title": facts.get("signer_title"),
        "recipients": [bare(line.text) for block in endings for line in block.recipients],
        "footnotes": sum(isinstance(block, Note) for block in source.blocks),
        "headings": [
            {"level": block.level, "label": block.label, "text": block.line.text}
            for block in source.blocks
            if isinstance(block, Heading)
        ],
    }


def bare(line: str) -> str:
    """A recipient without its dash and closing mark.

    >>> bare("- Như trên;")
    'Như trên'
    """
    return line.removeprefix("-").strip().rstrip(";.,/").strip()
