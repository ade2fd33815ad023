"""The normal form of a label: the words of its subject, whatever else the label says.

Spellings, short forms, times, levels, measures and function words go; what stays is in the order of the label,
each word once. Two labels with the same words, in whatever order, are of one subject.
"""

from __future__ import annotations

from functools import lru_cache

import regex

from patterns.concepts.vocabulary import anywhere, form_of, forms, leading, trailing, words
from patterns.folding import fold

Words = tuple[str, ...]

# "so với năm 2017", "so cùng kỳ", "bằng 98% kế hoạch": what the figure is compared with is its base.
_COMPARED = regex.compile(
    r"(?<!\p{L})so(?=\s(?:với|cùng|năm|kế\shoạch|dự\stoán|đầu|tháng|quý|nhiệm)(?!\p{L}))[^();]*"
)
# "năm 2018", "tháng 6/2021", "quý III", "giai đoạn 2016 - 2020", "năm học 2018-2019", "ngày 31/12/2020"
_DATED = regex.compile(
    r"""(?<!\p{L})(?:(?:tính\s)?(?:từ|đến|trong|vào)\s)?(?:hết\s|cuối\s|đầu\s|giữa\s|ngày\s)*
    (?:\d{1,2}/\d{1,2}/\d{4}|(?:ngày|tháng|năm\shọc|năm|giai\sđoạn|nhiệm\skỳ|niên\svụ|quý|khoá)\s
    (?:\d[\d/.]*(?:\s?-\s?\d[\d/.]*)?|[ivx]+))(?![\p{L}\d])(?:\snăm\s\d{4})?
    """,
    regex.VERBOSE,
)
# "6 tháng đầu năm", "05 năm", "hai tháng"; not "24 tháng tuổi"
_SPELL = regex.compile(
    r"(?<![\p{L}\d])(?:\d+|hai|ba|sáu|chín|mười)\s(?:tháng|năm|quý|tuần|ngày)(?!\stuổi|\p{L})(?:\s(?:đầu|cuối)\snăm)?"
)
# "hộ số hộ nghèo", "doanh nghiệp Số doanh nghiệp": the counted noun, and the subject that begins with it again
_SAID_TWICE = regex.compile(r"^(?P<noun>\p{L}+(?:\s\p{L}+){0,3})\s(?:tổng\s)?số\s(?=(?P=noun)(?!\p{L}))")
_TOKEN = regex.compile(r"\p{L}+|\d+(?:[.,]\d+)*")
_YEAR = regex.compile(r"(?:19|20)\d\d")
_BRACKETS = str.maketrans("()[]“”\"'", "        ")


@lru_cache(maxsize=1 << 17)
def subject_words(label: str, places: tuple[str, ...] = ()) -> Words:
    """The subject's words in normal form, in the order of the label.

    Args:
        places: names to be left out, for the figure is of these places.

    >>> subject_words("Tốc độ tăng tổng sản phẩm trên địa bàn tỉnh (GRDP, giá so sánh) so với năm 2017")
    ('grdp', 'giá', 'so', 'sánh')
    >>> subject_words("tỷ lệ hộ nghèo của huyện Tân Hồng", ("Tân Hồng",))
    ('hộ', 'nghèo')
    """
    text = _without_places(fold(label), places)
    return _words(_COMPARED.sub(" ", text)) or _without_bases(_words(text))


def _words(text: str) -> Words:
    text = _without_times(" ".join(text.translate(_BRACKETS).split()))
    text = form_of("abbreviations").sub(lambda found: forms("abbreviations")[found[0]], text)
    text = anywhere("scope").sub(" ", text)
    text = _with_synonyms(text)
    text = _without_ends(text)
    return _tokens(anywhere("light", "phrases").sub(" ", _with_synonyms(text)))


def _without_bases(found: Words) -> Words:
    """Nothing, where the label only says what its figure is compared with ("tỷ lệ so với kế hoạch")."""
    return () if words("bases") >= set(found) else tuple(word for word in found if word != "so")


def _without_places(text: str, places: tuple[str, ...]) -> str:
    for place in places:
        name = regex.escape(fold(place))
        kind = r"(?:huyện|thị xã|thành phố|tp\.?|tỉnh|quận|xã|phường|thị trấn)\s{1,3}"
        text = regex.sub(rf"(?<!\p{{L}})(?:(?:của|ở|tại)\s)?(?:{kind})?{name}(?!\p{{L}})", " ", text)
    return text


def _without_times(text: str) -> str:
    for pattern in (_DATED, _SPELL, anywhere("time")):
        text = pattern.sub(" ", text)
    return " ".join(text.split())


def _with_synonyms(text: str) -> str:
    """The wordings of the table, once: what one stands for may hold another."""
    meanings = forms("synonyms")
    spaced = " ".join(text.split())
    return form_of("synonyms").sub(lambda found: meanings.get(" ".join(found[0].split()), found[0]), spaced)


def _without_ends(text: str) -> str:
    """Words of measuring and counting off both ends, as long as there are any."""
    classifiers = leading("classifiers", "words", "scales")
    while found := leading("leads").match(text) or classifiers.match(text) or _SAID_TWICE.match(text):
        text = text[found.end() :]
    while found := trailing("tails").search(text):
        text = text[: found.start()]
    return text


def _tokens(text: str) -> Words:
    found = _TOKEN.findall(text)
    light = words("light")
    kept = [
        token
        for place, token in enumerate(found)
        if (
            _belongs(found, place)
            if token[0].isdigit()
            else token not in light or _heads_number(found, place)
        )
    ]
    return tuple(dict.fromkeys(token.lstrip("0") or token for token in kept))


def _belongs(tokens: list[str], place: int) -> bool:
    """Whether the number at `place` is a part of the name: "mũi 2", "18 tuổi", "3, 4" of "mức độ 3, 4"."""
    if _YEAR.fullmatch(tokens[place]):
        return False
    after = tokens[place + 1] if place + 1 < len(tokens) else ""
    return after in words("numbered", "after") or _headed(tokens, place)


def _headed(tokens: list[str], place: int) -> bool:
    before = place
    while before and tokens[before - 1][0].isdigit():
        before -= 1
    heads = words("numbered", "before")
    one = tokens[before - 1] if before else ""
    two = f"{tokens[before - 2]} {one}" if before > 1 else ""
    return one in heads or two in heads


def _heads_number(tokens: list[str], place: int) -> bool:
    following = tokens[place + 1] if place + 1 < len(tokens) else ""
    return (
        following[:1].isdigit()
        and tokens[place] in words("numbered", "before")
        and _belongs(tokens, place + 1)
    )
