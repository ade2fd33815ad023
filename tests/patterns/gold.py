"""Reports beside the checkout as plain text without their furniture, and how the finds score on the gold."""

import importlib.util
import json
import re
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

from patterns.citations import find_citations
from patterns.dates import find_dates
from patterns.passages import Context, Passage

SHARED = Path(__file__).parents[2] / "../shared"
CONTEXTS = {
    "binh-thuan-2021-qcdc": Context(place="Bình Thuận"),
    "bldtbxh-2025-qd169": Context(date="2025-01-24", number="169/QĐ-BLĐTBXH"),
    "an-giang-2002-qd522": Context(date="2002-03-07", place="An Giang"),
    "cong-nghiep-2007-02": Context(),
}
_FURNITURE = re.compile(
    r"^(?: *CÔNG BÁO/.*| *\d{1,3} *|STT.*|Văn bản hết hiệu lực *|Lý do hết hiệu lực *|Ngày hết *|hiệu lực *"
    r"|hết hiệu lực *|Thời gian ký:.*|Email:.*|Người ký:.*|Cơ quan:.*|Số: 169.*)$",
    re.MULTILINE,
)
_NEW_PARAGRAPH = (
    r"\n *\n(?=[A-ZĐ(])|(?<=[.;:]) *\n(?=[A-ZĐ\d-])"
    r"|\n(?=Được |[IVX]+\. |\d{1,2}/\d{1,2}/\d{4} *\n|Căn cứ |Điều |- )"
)
_MARKUP = re.compile(r"<sup>\(?\d+\)(?:</sup>)|</?sup>|[*#]+|^-{3,}$", re.MULTILINE)


def read(name: str) -> tuple[str, tuple[Passage, ...]]:
    """Text and passages; lines of a .txt are joined up to a blank line, those of a .md up to an empty one."""
    path = next((SHARED / "reports").glob(f"{name}.[mt][dx]*"))
    text = path.read_text("utf-8")
    text = re.sub(r"(?<!\n)\*\*\*\*(?=[A-ZĐ])", "\n\n  ", text) if path.suffix == ".md" else text
    text = _MARKUP.sub(lambda m: " " * len(m[0]), text) if path.suffix == ".md" else text
    text = _FURNITURE.sub(lambda m: " " * len(m[0]), text)
    gap = re.compile(r"\n\s*\n" if path.suffix == ".md" else _NEW_PARAGRAPH)
    cuts = [0, *(match.end() for match in gap.finditer(text)), len(text)]
    spans = [(a, b) for a, b in pairwise(cuts) if text[a:b].strip()]
    return text, tuple(
        Passage(a + len(text[a:b]) - len(text[a:b].lstrip()), a + len(text[a:b].rstrip())) for a, b in spans
    )


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SHARED / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows(kind: str, name: str) -> list[dict[str, Any]]:
    text, passages = read(name)
    context = CONTEXTS[name]
    dates = find_dates(text, passages, context)
    if kind == "dates":
        return [{"raw": d.raw, "kind": d.kind, "from": d.from_date, "to": d.to_date} for d in dates]
    fields = (
        "type",
        "number",
        "year",
        "symbol",
        "code",
        "form",
        "date",
        "issuer",
        "subject",
        "raw",
        "start",
        "key",
    )
    found = find_citations(text, passages, dates, context)
    return [{field: getattr(citation, field) for field in fields} for citation in found]


def score(kind: str, name: str, errors: int = 0) -> dict[str, Any]:
    module = scorer()
    gold = module.load_gold(SHARED / "gold" / name, kind)
    result, missed, extra, wrong = module.compare(kind, gold, rows(kind, name))
    for label, cases in (("missed", missed), ("extra", extra)):
        for row in cases[:errors]:
            print("  ", label, module.KEYS[kind](row), "|", repr(row["raw"]))
    for field, pairs in wrong.items():
        for want, got in pairs[:errors]:
            print(
                "  ",
                field,
                "want",
                repr(want.get(field)),
                "got",
                repr(got.get(field)),
                "|",
                repr(want["raw"]),
            )
    return dict(result)


def main(names: Iterable[str] = CONTEXTS) -> None:
    for name in names:
        for kind in ("dates", "citations"):
            print(name, kind, json.dumps(score(kind, name, errors=20)))


if __name__ == "__main__":
    main()
