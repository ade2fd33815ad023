"""Where citations stand: the type name and number-symbol of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from patterns.citations.issuers import begins_with_body, read_issuer
from patterns.citations.leads import JOINT, Lead, last_type_before, lower_symbol, read_lead
from patterns.citations.named_laws import find_named_laws, law_type
from patterns.citations.source import Head, Source
from patterns.citations.symbols import NumberSymbol, read_number_symbol
from patterns.citations.vocabulary import kind_of, readings
from patterns.folding import compile_phrase, compile_search
from patterns.laws import named_law_before
from patterns.mentions import Date

# A number, or a letter that scanning took for its first digit
_NUMBER = compile_search(r"(?<![\w/.,-])(?:\d++|[oli](?=\d))")
_LONGEST_SYMBOL = 200
_LONGEST_TITLE = 70
_INHERITED_FROM = 60
# A bare number is a citation only where the sentence goes on as it does behind a name
_AFTER_NUMBER = compile_phrase(
    r"""[ ]*(?:$|[,;.:)\]”"’-](?!\d)|(?:của|lần[ ]lượt|về|ngày|và|được|đã|do|tại|trong|thì|là|nêu|trên|này|khoá|để|có
    |cũng|cần|phải|với|theo|cho|khi|nên|còn|không|nhưng|chưa|vẫn|sẽ|như|vào|ở|đến|mới|ra[ ]đời|quy[ ]định|yêu[ ]cầu
    |xác[ ]định|đề[ ]ra|tỉnh|huyện|xã|đi[ ]vào|năm[ ]\d)(?!\w))""",
)
_RATIO = compile_phrase(r"[ ]?[/%]|[.,]\d|[ ]*-[ ]*\d")
# Behind the document's own number come the line's end, a column gap, or place and date.
_OWN_NUMBER_LINE = compile_phrase(r"[ ]*(?:$|[ ]{3}|[\p{L} .]{2,30},[ ]*ngày)")
_OWN_DAY = compile_phrase(r"[ ]*,?[ ]*ngày[ \d/.-]+(?:tháng[ \d]+năm[ \d]+)?$")
# Words only between a type and its number, none of which leads to another thing
_TITLE = compile_phrase(r"(?:[ ]+(?!(?:trong|theo|tại|có|với|và|gồm|là|như|ngày|số|của)[ ])[^\W\d]+)*[ ]*$")


def find_heads(
    source: Source, start: int, end: int, dates: Sequence[Date], *, own_number: bool
) -> list[Head]:
    """The heads of one stretch in text order; `own_number`: it may be the document's own number line."""
    heads = _numbered(source, start, end, own_number=own_number)
    named = list(find_named_laws(source, start, end, dates))
    if not named:
        return heads
    taken = {at for head in heads for at in (head.start, head.end - 1)}
    laws = [law for law in named if taken.isdisjoint(range(law.start, law.end))]
    return sorted([*heads, *laws], key=lambda head: (head.start, head.end))


def _numbered(source: Source, start: int, end: int, *, own_number: bool) -> list[Head]:
    found: list[Head] = []
    at = start
    for number in _NUMBER.finditer(source.folded, start, end):
        if number.start() < at:  # inside the citation before
            continue
        at = number.end()
        lead = read_lead(source, number.start(), start, found[-1].end if found else None, end)
        if lead is None:
            continue
        mark = read_number_symbol(source.unified, number.start(), min(end, at + _LONGEST_SYMBOL))
        if mark is not None and mark.symbol is None and (lead.type or lead.so):
            mark = _in_lower_case(source, number.start(), end) or mark
        if mark is None:
            continue
        at = max(at, mark.end)
        own = own_number and lead.type is None and lead.start == start
        if own and _is_own_number(source, number.start(), mark.end, end):
            continue
        head = _typed(source, lead, mark, end) or _untyped(source, lead, mark, start, found)
        if head is not None:
            found += _series(source, head, end)
            at = found[-1].end
    return found


def _in_lower_case(source: Source, at: int, end: int) -> NumberSymbol | None:
    """ "nghị quyết số 12-nq/tw": a symbol typed without capitals, of parts that are known."""
    symbol = lower_symbol().match(source.folded, at, min(end, at + _LONGEST_SYMBOL))
    if symbol is None or any(letter.isupper() for letter in source.unified[at : symbol.end()]):
        return None
    mark = read_number_symbol(symbol[0].upper(), 0, len(symbol[0]))
    if mark is None or mark.symbol is None:
        return None
    return replace(
        mark,
        start=at,
        end=at + mark.end,
        symbol=source.unified[at + mark.end - len(mark.symbol) : at + mark.end],
    )


def _is_own_number(source: Source, number: int, stop: int, end: int) -> bool:
    """Whether a line is the document's own number, "Số: 15/BC-UBND", also with no more than its day behind it."""
    if _OWN_NUMBER_LINE.match(source.folded, stop, end):
        return True
    colon = source.folded[max(0, number - 4) : number].rstrip().endswith(":")
    return colon and _OWN_DAY.match(source.folded, stop, end) is not None


def _typed(source: Source, lead: Lead, mark: NumberSymbol, end: int) -> Head | None:
    """A number behind the name of a type, or its short form."""
    name = lead.type
    if lead.short is not None:
        name = next((reading.type for reading in readings(lead.short, mark.system)), None)
    if name is None or (mark.symbol is None and not _stands_alone(source, lead, name, mark, end)):
        return None
    issuer = None
    if lead.gap is not None:
        body = source.folded.index("của", lead.gap[0]) + len("của")
        while source.folded[body] == " ":
            body += 1
        issuer = read_issuer(source.unified, source.folded, body, lead.gap[1])
        if issuer is None:
            return None
    if name == "Luật" and source.folded.startswith("pháp ", max(0, lead.start - 5)):
        return None
    return Head(lead.start, mark.end, name, mark, typed=True, code=mark.code, issuer=issuer)


def _stands_alone(source: Source, lead: Lead, name: str, mark: NumberSymbol, end: int) -> bool:
    """Whether type and bare number name a document: "Chỉ thị số 14", "Nghị định 34", "Thông tư 12/2019"."""
    near = min(end, mark.end + 20)
    if _RATIO.match(source.folded, mark.end, near) or (mark.year is None and len(mark.number) > 4):
        return False
    norm, capital = kind_of(name) == "norm", source.text[lead.start].isupper()
    defined = (name, mark.number.lstrip("0")) in source.defined
    known = (norm and capital) or (lead.so and (norm or capital)) or defined
    return known and _AFTER_NUMBER.match(source.folded, mark.end, near) is not None


def _untyped(
    source: Source, lead: Lead, mark: NumberSymbol, start: int, before: Sequence[Head]
) -> Head | None:
    """ "số 714-CV/TU" in an enumeration, "123/QĐ-UBND", or the number behind a document's title."""
    if mark.symbol is None or lead.type is not None or lead.short is not None:
        return None
    begin = before[-1].end if before else start
    law = named_law_before(source.text, source.folded, lead.start, begin)
    if law is not None and mark.year is not None:
        return Head(law, mark.end, law_type(source, law), mark, typed=True, code=mark.code)
    titled = _titled(source.folded, lead.start, mark, begin)
    if titled is not None:
        return Head(titled[0], mark.end, titled[1], mark, typed=True, code=mark.code)
    inherited = _inherited_type(mark, before)
    return Head(lead.start, mark.end, inherited, mark, typed=False, code=mark.code) if inherited else None


def _titled(folded: str, at: int, mark: NumberSymbol, start: int) -> tuple[int, str] | None:
    """Start and type of "Quyết định phê duyệt quy hoạch số 12/QĐ-UBND", if its symbol says so too."""
    found = last_type_before(folded, max(start, at - _LONGEST_TITLE), at)
    if found is None or mark.abbreviation is None or not _TITLE.match(folded, found[0][1], at):
        return None
    same = any(reading.type == found[1] for reading in readings(mark.abbreviation, mark.system))
    return (found[0][0], found[1]) if same else None


def _inherited_type(mark: NumberSymbol, before: Sequence[Head]) -> str | None:
    """The latest type named before that the symbol allows, else what the symbol itself says."""
    named = [head for head in reversed(before[-_INHERITED_FROM:]) if head.typed]
    if mark.abbreviation is None:
        plain = (head for head in named if head.mark is not None and head.mark.abbreviation is None)
        official_letter = mark.year is None and mark.system == "state" and begins_with_body(mark)
        return next((head.type for head in plain), "Công văn" if official_letter else None)
    allowed = readings(mark.abbreviation, mark.system)
    fitting = (head for head in named if any(head.type.startswith(reading.type) for reading in allowed))
    return next((head.type for head in fitting), allowed[0].type)


def _series(source: Source, head: Head, end: int) -> list[Head]:
    """The head with the further numbers of its series: "số 18, 19 và 20-NQ/TW", "số 09, số 10"."""
    if not head.typed or head.mark is None or head.mark.symbol is not None:
        return [head]
    heads = [head]
    alone = 1
    while joint := JOINT.match(source.folded, heads[-1].end, end):
        mark = read_number_symbol(source.unified, joint.end(), min(end, joint.end() + _LONGEST_SYMBOL))
        if mark is None or _RATIO.match(source.folded, mark.end, end):
            break
        begin = joint.start("so") if joint["so"] else mark.start
        heads.append(Head(begin, mark.end, head.type, mark, typed=False))
        if mark.code is not None:
            return [_with_symbol(each, mark) for each in heads]
        dated = mark.year is not None and head.mark.year is not None
        if (
            (joint["so"] or dated or source.folded.startswith(" lần lượt", mark.end))
            and alone == len(heads) - 1
            and _AFTER_NUMBER.match(source.folded, mark.end, end)
        ):
            alone += 1
    return heads[:alone]


def _with_symbol(head: Head, last: NumberSymbol) -> Head:
    """A head of a series with the symbol of the last, and its year unless it has one of its own."""
    if head.mark is None or head.mark.symbol is not None or last.code is None:
        return replace(head, code=last.code)
    rest = last.code.removeprefix(last.number)
    if head.mark.year is not None:
        rest = rest.removeprefix(f"/{last.year}")
        return replace(head, code=f"{head.mark.number}/{head.mark.year}{rest}")
    return replace(head, code=head.mark.number + rest)
