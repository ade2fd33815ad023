"""Files that name neither font nor encoding."""

from __future__ import annotations

import unicodedata
from collections import Counter
from pathlib import Path

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.encodings import decode_bytes, may_be_old, utf16_without_mark
from extractor.encodings.syllables import TONES, syllables
from extractor.encodings.tables import tables
from tests.encodings.letters import sentence

SHARED = Path(__file__).parents[2] / "../shared"
TRANSCRIPTS = sorted((SHARED / "reports/legacy/transcripts").glob("*.txt"))
REPORT = """BÁO CÁO
Kết quả thực hiện nhiệm vụ quý III năm 2004 của huyện Krông Bông

1. Sản xuất lúa đạt 12.450 tấn, tăng 5,2% so với cùng kỳ; diện tích ngô lai là 3.100 ha.
2. Thu ngân sách được 18,7 tỷ đồng – bằng 71% dự toán – trong đó thuế là “nguồn chính”.
"""


def code_page_1258(text: str) -> bytes:
    marks = unicodedata.normalize("NFD", text)
    cut = regex.sub(
        rf"(\\p{{L}})([{TONES}])([\\u0302\\u0306\\u031b])".replace("\\\\", "\\"), r"\1\3\2", marks
    )
    joined = regex.sub(
        r"\p{L}[\u0302\u0306\u031b]", lambda found: unicodedata.normalize("NFC", found[0]), cut
    )
    return joined.encode("cp1258")


def stored(text: str, encoding: str) -> bytes:
    if encoding == "windows-1258":
        return code_page_1258(text)
    if encoding in tables():
        surface = tables()[encoding].encode(text)
        return b"".join(
            letter.encode("latin-1") if ord(letter) < 0x100 else letter.encode("cp1252", "replace")
            for letter in surface
        )
    return text.encode(encoding)


@pytest.mark.parametrize(
    "encoding", ["tcvn3", "vni", "viscii", "vps", "windows-1258", "vietware-x", "bkhcm2", "utf-8"]
)
def test_report(encoding: str) -> None:
    report = REPORT.replace("–", "-").replace("“", '"').replace("”", '"')
    decoded = decode_bytes(stored(report, encoding))
    # Capitals of TCVN3 cannot be told where a word has but one letter without a tone.
    assert decoded.text.casefold() == report.casefold()
    assert (decoded.encoding, decoded.certainty, decoded.exceptions) == (encoding, 1.0, {})


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_signs_of_windows_1252_stay(encoding: str) -> None:
    assert decode_bytes(stored(REPORT, encoding)).text.casefold() == REPORT.casefold()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "utf-32", "utf-8"])
def test_unicode_with_and_without_its_mark(encoding: str) -> None:
    decoded = decode_bytes(REPORT.encode(encoding))
    assert decoded.text == REPORT
    assert decoded.encoding.startswith(encoding.removesuffix("-sig"))


def test_utf8_that_was_taken_for_western_and_saved_again() -> None:
    twice = "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in REPORT.encode()).encode()
    assert decode_bytes(twice).text == REPORT


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_old_text_that_was_saved_as_utf8(encoding: str) -> None:
    decoded = decode_bytes(tables()[encoding].encode(REPORT).encode())
    assert decoded.text.casefold() == REPORT.casefold()
    assert decoded.encoding == encoding


def test_decomposed_letters() -> None:
    decoded = decode_bytes(unicodedata.normalize("NFD", REPORT).encode())
    assert unicodedata.normalize("NFC", decoded.text) == REPORT
    assert decoded.encoding == "utf-8"


def test_a_file_put_together_from_several_keeps_its_encodings() -> None:
    parts = {"tcvn3": 40, "vni": 12}
    lines = [
        (encoding, sentence(10, seed=number)) for encoding, count in parts.items() for number in range(count)
    ]
    decoded = decode_bytes(b"\n".join(stored(line, encoding) for encoding, line in lines))
    assert decoded.text.split("\n") == [line for _, line in lines]
    assert decoded.encoding == "tcvn3"
    assert {line.encoding for line in decoded.exceptions.values()} == {"vni"}
    assert sorted(decoded.exceptions) == list(range(41, 53))


@pytest.mark.parametrize(
    "text",
    [
        "Le comité a présenté son rapport à l'assemblée générale le 3 février; les élèves étaient là.",
        "Der Ausschuß für Umwelt prüfte die Anträge über größere Flächen und Gebühren.",
        "El señor alcalde informó sobre la situación económica de la región según el año.",
        "Os relatórios da comissão não são definitivos; a população também votou amanhã.",
    ],
)
def test_other_languages_are_not_converted(text: str) -> None:
    decoded = decode_bytes(text.encode("cp1252"))
    assert (decoded.text, decoded.encoding) == (text, "windows-1252")
    assert decode_bytes(text.encode()).text == text


def test_bytes_of_no_language_are_doubtful() -> None:
    decoded = decode_bytes(b"k\xa1\xa4 h\xb3\xb2ch ph\xa3t tri\xa2n v\xb0ng \xa6\xb4ng " * 9)
    assert decoded.certainty < 0.9


def test_gate_lets_modern_text_pass_quickly() -> None:
    assert not may_be_old(REPORT)
    assert not may_be_old("Diện tích 25 m² – “đạt” ½ kế hoạch; 30°C; (1) xem § 3…")
    for encoding in ("tcvn3", "vni", "viscii", "vps", "vietware-x", "bkhcm2", "windows-1258"):
        surface = stored(sentence(8, seed=3), encoding).decode("cp1252", "ignore")
        assert may_be_old(surface), encoding


def test_zeros_do_not_make_a_text_utf16() -> None:
    assert utf16_without_mark(b"abc\0def" * 40) is None
    assert utf16_without_mark(b"\0" * 40) is None
    assert utf16_without_mark(b"") is None


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_can_be_decoded(data: bytes) -> None:
    decoded = decode_bytes(data)
    assert 0 <= decoded.certainty <= 1


@pytest.mark.skipif(not TRANSCRIPTS, reason="the shared transcripts are not beside the checkout")
@pytest.mark.parametrize("encoding", ["tcvn3", "vni", "viscii", "vps", "windows-1258"])
@pytest.mark.parametrize("path", TRANSCRIPTS, ids=[path.stem for path in TRANSCRIPTS])
def test_transcripts_come_back(path: Path, encoding: str) -> None:
    text = unicodedata.normalize("NFC", path.read_text("utf-8"))
    text = text.translate(str.maketrans("–“”‘’…", "-\"\"''."))  # VISCII and VPS have letters in their places
    text = "".join(letter for letter in text if letter in "\n\t" or letter.isprintable())
    # Some lines hold words of other encodings, which were not understood when the transcripts were made.
    text = "\n".join(line for line in text.split("\n") if makes_sense(line))
    wanted, found = counted(text), counted(decode_bytes(stored(text, encoding)).text)
    assert sum((wanted & found).values()) >= 0.999 * max(wanted.total(), found.total())


def makes_sense(line: str) -> bool:
    words = [word for word in regex.findall(r"\p{L}+", line.casefold()) if not word.isascii()]
    return all(word in syllables() or regex.fullmatch("[a-zđ]+", word) for word in words)


def counted(text: str) -> Counter[str]:
    return Counter(regex.findall(r"\w+", unicodedata.normalize("NFC", text).casefold()))
