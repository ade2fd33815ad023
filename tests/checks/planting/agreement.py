"""Slips among the citations of one report: a document cited once more, and otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from extractor.checks.agreement.documents import by_document, is_central, names_its_type
from extractor.checks.days import day_of, written
from extractor.report import Block
from patterns.mentions import Citation
from tests.checks.planting.clean import Clean
from tests.checks.planting.endings import after, more, paragraphs
from tests.checks.planting.slip import Edit, Slip

_OTHER_TYPES = {
    "Nghị định": "Nghị quyết",
    "Kết luận": "Chỉ thị",
    "Quyết định": "Quy định",
    "Kế hoạch": "Chương trình",
}
_OTHER_BODIES = {"Bộ Chính trị": "Ban Bí thư", "Chính phủ": "Bộ Tài chính", "Thủ tướng Chính phủ": "Bộ Y tế"}


def _cited_again(clean: Clean) -> Iterator[tuple[Citation, Block]]:
    """Documents of one mention with its date, each with a later paragraph that might cite it too."""
    places = list(paragraphs(clean))
    for group in by_document(clean.checked.citations).values():
        first = group[0]
        later = [block for block in places if block.start > first.end]
        if len(group) == 1 and first.date and later and names_its_type(first):
            yield first, later[first.start % len(later)]


def _another_date(clean: Clean) -> Iterator[Edit]:
    """The year in the symbol says that both are one document."""
    for citation, block in _cited_again(clean):
        day = day_of(citation.date)
        if citation.year is not None and day is not None:
            other = written((day + timedelta(days=10)).isoformat())
            yield more(block, f" theo {citation.raw}, ngày {other}")


def _another_year(clean: Clean) -> Iterator[Edit]:
    """No year in the symbol; day and month are the same."""
    for citation, block in _cited_again(clean):
        day = day_of(citation.date)
        if citation.year is None and day is not None and day.day < 28:
            other = written(day.replace(year=day.year - 1).isoformat())
            issuer = f" của {citation.issuer}" if citation.issuer else ""
            yield more(block, f" theo {citation.raw}, ngày {other}{issuer}")


def _other_strokes(clean: Clean) -> Iterator[Edit]:
    for citation, block in _cited_again(clean):
        number, symbol = citation.number, citation.symbol or ""
        if citation.year is None and symbol.count("/") == 1 and f"{number}-{symbol}" in citation.raw:
            yield more(block, f" theo {citation.type} số {number}/{symbol.replace('/', '-')}")


def _another_type(clean: Clean) -> Iterator[Edit]:
    for citation, block in _cited_again(clean):
        if citation.type in _OTHER_TYPES:
            yield more(block, f" theo {citation.raw.replace(citation.type, _OTHER_TYPES[citation.type], 1)}")


def _another_body(clean: Clean) -> Iterator[Edit]:
    for citation, block in _cited_again(clean):
        if citation.issuer in _OTHER_BODIES and is_central(citation):
            yield more(block, f" theo {citation.raw} của {_OTHER_BODIES[citation.issuer]}")


def _swapped_digits(clean: Clean) -> Iterator[Edit]:
    for citation, block in _cited_again(clean):
        number = citation.number or ""
        if len(number) >= 3 and number.isdecimal() and number[-1] != number[-2] and number[-1] != "0":
            wrong = f"{number[:-2]}{number[-1]}{number[-2]}"
            yield more(block, f" theo {citation.raw.replace(number, wrong, 1)}")


def _lost_date(clean: Clean) -> Iterator[Edit]:
    for group in by_document(clean.checked.citations).values():
        span = group[0].date_span
        if len(group) == 1 and span is not None and span[0] >= group[0].end:
            start = group[0].end
            if clean.text[start : span[0]].strip(" ,") == "":
                yield Edit(start, span[1], "")


def _lost_symbol(clean: Clean) -> Iterator[Edit]:
    for group in by_document(clean.checked.citations).values():
        first = group[0]
        at = first.raw.find(first.number or "")
        if (
            len(group) == 1
            and names_its_type(first)
            and " số " in first.raw
            and first.type in ("Nghị định", "Chỉ thị", "Kết luận", "Kế hoạch")
        ):
            yield Edit(first.start + at + len(first.number or ""), first.end, "")


def _before_its_cause(clean: Clean) -> Iterator[Edit]:
    for citation, block in _cited_again(clean):
        day = day_of(citation.date)
        if day is not None and day.day < 28:
            earlier = written(day.replace(year=day.year - 1).isoformat())
            yield after(
                block,
                f"Thực hiện {citation.raw}, ngày {written(str(citation.date))}, UBND huyện đã ban hành Kế "
                f"hoạch số 88/KH-UBND "
                f"ngày {earlier} về nhiệm vụ được giao.",
            )


def _note_before_its_cause(clean: Clean) -> Iterator[Edit]:
    for citation, block in _cited_again(clean):
        day = day_of(citation.date)
        if day is not None and day.day < 28:
            earlier = written(day.replace(year=day.year - 2).isoformat())
            yield after(
                block,
                f"Nhằm triển khai {citation.raw}, ngày {written(str(citation.date))}, UBND huyện đã ban "
                f"hành các văn bản"
                f"<sup>(9)</sup>.\n\n<sup>9)</sup> Kế hoạch số 88/KH-UBND ngày {earlier} về nhiệm vụ được giao.",
            )


def _basis_twice(clean: Clean) -> Iterator[Edit]:
    for citation, block in _cited_again(clean):
        line = f"Căn cứ {citation.raw} ngày {written(str(citation.date))};"
        yield after(block, f"{line}\n\nCăn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;\n\n{line}")


def _useless_definition(clean: Clean) -> Iterator[Edit]:
    for citation, block in _cited_again(clean):
        yield more(block, f" theo {citation.raw} (viết tắt là {citation.raw})")


SLIPS = (
    Slip("another_date", "REF", frozenset({"REF101"}), _another_date),
    Slip("another_year", "REF", frozenset({"REF101"}), _another_year),
    Slip("other_strokes", "REF", frozenset({"REF102"}), _other_strokes),
    Slip("another_type", "REF", frozenset({"REF103"}), _another_type),
    Slip("another_body", "REF", frozenset({"REF104"}), _another_body),
    Slip("swapped_digits_of_number", "REF", frozenset({"REF106"}), _swapped_digits),
    Slip("lost_date", "REF", frozenset({"REF110"}), _lost_date),
    Slip("lost_symbol", "REF", frozenset({"REF112"}), _lost_symbol),
    Slip("before_its_cause", "REF", frozenset({"REF120"}), _before_its_cause),
    Slip("note_before_its_cause", "REF", frozenset({"REF120"}), _note_before_its_cause),
    Slip("basis_twice", "REF", frozenset({"REF130"}), _basis_twice),
    Slip("useless_definition", "REF", frozenset({"REF140"}), _useless_definition),
)
