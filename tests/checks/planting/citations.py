"""Slips in one citation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from extractor.checks.cited import Cited, cited_documents
from extractor.checks.registry import KnownDocument, builtin_authority
from tests.checks.planting.clean import Clean
from tests.checks.planting.slip import Edit, Slip

_OTHER_TYPE = {
    "Nghị định": "Nghị quyết",
    "Nghị quyết": "Nghị định",
    "Thông tư": "Nghị định",
    "Quyết định": "Chỉ thị",
    "Chỉ thị": "Kế hoạch",
    "Kế hoạch": "Thông báo",
    "Kết luận": "Chỉ thị",
    "Báo cáo": "Tờ trình",
    "Công văn": "Quyết định",
}
_OTHER_LETTERS = {"NĐ": "NQ", "QĐ": "TB", "KH": "BC", "CT": "KH", "KL": "QĐ", "TTr": "HD"}
_LOOK_ALIKES = {"T": "Т", "C": "С", "H": "Н", "B": "В", "K": "К", "P": "Р"}
_OTHER_ISSUER = {
    "Chính phủ": "Thủ tướng Chính phủ",
    "Thủ tướng Chính phủ": "Chính phủ",
    "Bộ Chính trị": "Ban Thường vụ Tỉnh ủy",
    "UBND tỉnh": "HĐND tỉnh",
    "HĐND tỉnh": "UBND tỉnh",
    "Bộ Nội vụ": "Bộ Tài chính",
}

Change = Callable[[Cited, Clean], Iterable[Edit]]


def in_citations(change: Change) -> Callable[[Clean], Iterator[Edit]]:
    """The edits that a change makes in each citation of a report."""

    def edits(clean: Clean) -> Iterator[Edit]:
        for cited in cited_documents(clean.checked):
            yield from change(cited, clean)

    return edits


def _impossible_days(clean: Clean) -> Iterator[Edit]:
    """A day of a month that has no such day."""
    for date in clean.checked.dates:
        parts = date.raw.removeprefix("ngày ").split("/")
        if date.kind == "day" and len(parts) == 3 and int(parts[1]) in (4, 6, 9, 11):
            day = date.end - len("/".join(parts))
            yield Edit(day, day + len(parts[0]), "31")


def _type_named_wrongly(cited: Cited, clean: Clean) -> Iterator[Edit]:
    start, said = cited.citation.start, cited.citation.type
    named = clean.text.startswith(f"{said} ", start) and cited.mark.abbreviation is not None
    if named and said in _OTHER_TYPE:
        yield Edit(start, start + len(said), _OTHER_TYPE[said])


def _letters_of_another_type(cited: Cited, clean: Clean) -> Iterator[Edit]:
    letters = cited.mark.abbreviation or ""
    if cited.typed and letters in _OTHER_LETTERS and cited.mark.symbol in cited.written:
        start = cited.start + cited.written.index(cited.mark.symbol or "")
        yield Edit(start, start + len(letters), _OTHER_LETTERS[letters])


def _decision_as_regulation(cited: Cited, clean: Clean) -> Iterator[Edit]:
    """ "QĐi" in the number of a Quyết định."""
    if cited.citation.type == "Quyết định" and cited.typed and "QĐ" in cited.written:
        yield _in_symbol(cited, "QĐ", "QĐi")


def _decree_of_another(cited: Cited, clean: Clean) -> Iterator[Edit]:
    for right, wrong in (("NĐ-CP", "NĐ-TTg"), ("TT-B", "TT-CP-B"), ("PL-UBTVQH", "PL-QH")):
        if right in cited.written:
            yield _in_symbol(cited, right, wrong)


def _year_left_out(cited: Cited, clean: Clean) -> Iterator[Edit]:
    year = f"/{cited.mark.year}/"
    if cited.mark.abbreviation in ("NĐ", "TT", "PL", "TTLT") and year in cited.written:
        yield _in_symbol(cited, year, "/")


def _year_of_number(cited: Cited, clean: Clean) -> Iterator[Edit]:
    if cited.mark.year and cited.citation.date and str(cited.mark.year) in cited.written:
        yield _in_symbol(cited, str(cited.mark.year), str(cited.mark.year - 1))


def _year_of_date(cited: Cited, clean: Clean) -> Iterator[Edit]:
    if cited.mark.year and cited.citation.date_span:
        end = cited.citation.date_span[1]
        yield Edit(end - 4, end, str(cited.mark.year - 2))


def _term_of_assembly(cited: Cited, clean: Clean) -> Iterator[Edit]:
    term = re.search(r"QH1\d", cited.written)
    if term and cited.mark.year:
        yield _in_symbol(cited, term[0], "QH10" if term[0] != "QH10" else "QH12")


def _issuer(cited: Cited, clean: Clean) -> Iterator[Edit]:
    span, issuer = cited.citation.issuer_span, cited.citation.issuer
    if span and issuer in _OTHER_ISSUER and span[0] > cited.end:
        shared = [each for each in clean.checked.citations if each.issuer_span == span]
        if shared[-1] is cited.citation:
            yield Edit(*span, _OTHER_ISSUER[issuer])


def _abbreviated_issuer(cited: Cited, clean: Clean) -> Iterator[Edit]:
    span = cited.citation.issuer_span
    for full, short in (("Ban Thường vụ", "BTV"), ("Ban Chấp hành", "BCH")):
        if span and clean.text.startswith(full, span[0]) and clean.text.count(full) > 1:
            yield Edit(span[0], span[0] + len(full), short)


def _party_as_state(cited: Cited, clean: Clean) -> Iterator[Edit]:
    """ "14/CT-TU"."""
    found = re.fullmatch(r"(\d+)-([^\W\d]+)/(TU|TW|HU)", cited.written)
    if found:
        yield Edit(cited.start, cited.end, f"{found[1]}/{found[2]}-{found[3]}")


def _state_as_party(cited: Cited, clean: Clean) -> Iterator[Edit]:
    """ "15-KH/UBND"."""
    found = re.fullmatch(r"(\d+)/([^\W\d]+)-(UBND|TTg|HĐND)", cited.written)
    if found and cited.mark.abbreviation:
        yield Edit(cited.start, cited.end, f"{found[1]}-{found[2]}/{found[3]}")


def _body_left_out(cited: Cited, clean: Clean) -> Iterator[Edit]:
    found = re.fullmatch(r"(\d+[-/](?:QĐ|KL|CT|KH|HD|NQ|TB))[-/]\w+", cited.written)
    if found and cited.typed:
        yield Edit(cited.start, cited.end, found[1])


def _ordinance_without_type(cited: Cited, clean: Clean) -> Iterator[Edit]:
    if "PL-" in cited.written:
        yield _in_symbol(cited, "PL-", "")


def _eth(cited: Cited, clean: Clean) -> Iterator[Edit]:
    if "Đ" in cited.written:
        yield _in_symbol(cited, "Đ", "Ð")


def _cyrillic(cited: Cited, clean: Clean) -> Iterator[Edit]:
    letter = next((each for each in cited.written if each in _LOOK_ALIKES), None)
    if letter and cited.mark.symbol in cited.written:
        yield _in_symbol(cited, letter, _LOOK_ALIKES[letter])


def _after_report(cited: Cited, clean: Clean) -> Iterator[Edit]:
    own, span = clean.checked.report.facts.date, cited.citation.date_span
    if own and span and cited.mark.year is None:
        yield Edit(span[1] - 4, span[1], str(int(own[:4]) + 1))


def _known_but_for_year(cited: Cited, clean: Clean) -> Iterator[Edit]:
    """Another year in the number of a document of the list, whose day stands beside it."""
    year, days = cited.mark.year, [known.date for known in builtin_authority().with_code(cited.written)]
    if year and cited.citation.date in days:
        yield _in_symbol(cited, str(year), str(year + 1))


def _day_of_known(cited: Cited, clean: Clean) -> Iterator[Edit]:
    """Another day of the month for a document of the list."""
    span, known = cited.citation.date_span, builtin_authority().with_code(cited.written)
    if span and [each.date for each in known] == [cited.citation.date]:
        day = re.search(r"\d{1,2}", clean.text[span[0] : span[1]])
        assert day
        start = span[0] + day.start()
        yield Edit(start, start + len(day[0]), f"{int(day[0]) % 27 + 1:02}")


def _zero_of_number(cited: Cited, clean: Clean) -> Iterator[Edit]:
    own = clean.checked.report.facts.date or ""
    recent = (cited.citation.date or (f"{cited.mark.year}-12-31" if cited.mark.year else own)) > "2018-04-03"
    if re.match(r"0[1-9]\D", cited.written) and recent:
        yield Edit(cited.start, cited.start + 1, "")


def _word_for_number(cited: Cited, clean: Clean) -> Iterator[Edit]:
    if clean.text[cited.start - 4 : cited.start] == " số " and cited.typed:
        yield Edit(cited.start - 4, cited.start, " ")


def _word_for_date(cited: Cited, clean: Clean) -> Iterator[Edit]:
    span = cited.citation.date_span
    if span and re.match(r"ngày \d+/", clean.text[span[0] :]) and clean.text[span[0] - 2] == ",":
        yield Edit(span[0], span[0] + len("ngày "), "")


def _zero_of_day(cited: Cited, clean: Clean) -> Iterator[Edit]:
    span = cited.citation.date_span
    if span and re.match(r"ngày 0\d/", clean.text[span[0] :]):
        yield Edit(span[0] + len("ngày "), span[0] + len("ngày 0"), "")


def _in_symbol(cited: Cited, right: str, wrong: str) -> Edit:
    start = cited.start + cited.written.index(right)
    return Edit(start, start + len(right), wrong)


def added(sentence: Callable[[KnownDocument], str | None]) -> Callable[[Clean], Iterator[Edit]]:
    """A sentence on a document of the list, put at the ends of paragraphs, another one at each."""
    said = [words for known in builtin_authority() if known.date and (words := sentence(known))]

    def edits(clean: Clean) -> Iterator[Edit]:
        blocks = [block for block in clean.checked.report.blocks if block.kind == "paragraph"]
        ends = [block.end for block in blocks if clean.text[block.end - 1] == "."]
        for number, end in enumerate(ends[:3]):
            yield Edit(end - 1, end - 1, ". " + said[(number + len(clean.name)) % len(said)])

    return edits


def _day(known: KnownDocument) -> str:
    year, month, day = (known.date or "").split("-")
    return f"ngày {day}/{month if int(month) < 3 else int(month)}/{year}"


def _resolution_of_secretariat(known: KnownDocument) -> str | None:
    if known.code.endswith("NQ/TW"):
        return f"Thực hiện Nghị quyết số {known.code}, {_day(known)} của Ban Bí thư"
    return None


def _of_another_body(known: KnownDocument) -> str | None:
    other = {
        "Bộ Chính trị": "Ban Bí thư",
        "Ban Bí thư": "Bộ Chính trị",
        "Ban Chấp hành Trung ương": "Ban Bí thư",
    }
    if known.code.endswith("/TW") and known.issuer in other:
        return f"Thực hiện {known.type} số {known.code}, {_day(known)} của {other[known.issuer]}"
    return None


def _of_another_type(known: KnownDocument) -> str | None:
    if known.type == "Quy định" and "QĐ/TW" in known.code:
        return f"Thực hiện Quyết định số {known.code}, {_day(known)} của {known.issuer}"
    return None


def _ref(name: str, codes: str, change: Change, *, grave: bool = True) -> Slip:
    return Slip(name, "REF", frozenset(codes.split()), in_citations(change), grave)


SLIPS = (
    Slip("impossible_day", "REF", frozenset({"REF007"}), _impossible_days),
    _ref("type_named_wrongly", "REF001", _type_named_wrongly),
    _ref("letters_of_another_type", "REF001", _letters_of_another_type),
    _ref("decision_as_regulation", "REF001", _decision_as_regulation),
    _ref("decree_of_another_body", "REF004", _decree_of_another),
    _ref("year_left_out", "REF005", _year_left_out),
    _ref("year_of_number", "REF006", _year_of_number),
    _ref("year_of_date", "REF006", _year_of_date),
    _ref("term_of_assembly", "REF009", _term_of_assembly),
    _ref("issuer_of_another_symbol", "REF010", _issuer),
    _ref("abbreviated_issuer", "REF011", _abbreviated_issuer),
    _ref("party_number_as_state", "REF012", _party_as_state),
    _ref("state_number_as_party", "REF012", _state_as_party),
    _ref("body_left_out", "REF013", _body_left_out),
    _ref("ordinance_without_type", "REF013", _ordinance_without_type),
    _ref("eth", "REF014", _eth),
    _ref("cyrillic_letter", "REF014", _cyrillic),
    Slip("resolution_of_secretariat", "REF", frozenset({"REF015"}), added(_resolution_of_secretariat)),
    _ref("after_report", "REF016", _after_report),
    _ref("known_but_for_year", "REF301", _known_but_for_year),
    _ref("day_of_known", "REF302", _day_of_known),
    Slip("known_of_another_body", "REF", frozenset({"REF303"}), added(_of_another_body)),
    Slip("known_of_another_type", "REF", frozenset({"REF304"}), added(_of_another_type)),
    _ref("zero_of_number", "REF020", _zero_of_number, grave=False),
    _ref("word_for_number", "REF021", _word_for_number, grave=False),
    _ref("word_for_date", "REF022", _word_for_date, grave=False),
    _ref("zero_of_day", "REF023", _zero_of_day, grave=False),
)
