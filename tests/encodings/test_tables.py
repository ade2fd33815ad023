"""The tables: every letter there and back, and the same letters as in other people's tables."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata

import pytest

from extractor.encodings.readings import ways
from extractor.encodings.syllables import TONES
from extractor.encodings.tables import tables
from tests.encodings.letters import LETTERS, SMALL

ENCODINGS = ["tcvn3", "viscii", "vps", "vni", "vietware-x", "bkhcm2"]


def test_there_are_134_letters() -> None:
    assert len(set(LETTERS)) == 134


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_small_letter_comes_back(encoding: str) -> None:
    table = tables()[encoding]
    for letter in SMALL:
        assert table.decode(table.encode(letter)) == letter
        assert table.decode(f"x{table.encode(letter)}t") == f"x{letter}t"


@pytest.mark.parametrize("encoding", [name for name in ENCODINGS if name != "tcvn3"])
def test_every_capital_comes_back(encoding: str) -> None:
    table = tables()[encoding]
    assert [letter for letter in LETTERS if table.decode(table.encode(letter)) != letter] == []


def test_capitals_of_tcvn3_with_a_tone_are_typed_as_small_letters() -> None:
    table = tables()["tcvn3"]
    for letter in SMALL:
        capital = table.decode(table.encode(letter.upper()))
        assert capital == (letter.upper() if letter in "ăâêôơưđ" else letter)


@pytest.mark.parametrize("encoding", ["tcvn3", "viscii", "vps", "vni"])
def test_letters_are_those_of_viparse(encoding: str) -> None:
    charmaps = pytest.importorskip("viparse.normalize.encodings", reason="viparse is a development extra")
    theirs = dict(charmaps.get_charmap(encoding).pairs)
    ours = tables()[encoding]
    assert {surface: ours.decode(surface) for surface in theirs} == theirs
    if encoding == "vni":
        theirs |= {"aú": "ẳ", "AÚ": "Ẳ", "î": "ỵ", "Î": "Ỵ"}  # its authors met none in their documents
    # A letter of Latin-1 in its own place needs no entry; a mark in the other case, or on i, is our lenience.
    added = {surface for surface, letter in ours.letters.items() if surface not in (letter, *theirs)}
    regular = {f"{surface[0]}{surface[1:].swapcase()}" for surface in theirs} | {"iû", "iõ", "iï"}
    assert {
        surface for surface in added if surface.replace("I", "i").lower() not in regular | theirs.keys()
    } == set()
    assert encoding == "vni" or added == set()


@pytest.mark.parametrize(("encoding", "name"), [("viscii", "VISCII"), ("tcvn3", "TCVN5712-1")])
def test_letters_are_those_of_glibc(encoding: str, name: str) -> None:
    iconv = shutil.which("iconv")
    if iconv is None or name not in subprocess.run([iconv, "-l"], capture_output=True, text=True).stdout:
        pytest.skip(f"no iconv that knows {name}")
    for surface, letter in tables()[encoding].letters.items():
        # A letter follows, since TCVN's converter waits for combining marks.
        command = [iconv, "-f", name, "-t", "UTF-8"]
        done = subprocess.run(
            command, input=surface.encode("latin-1") + b".", capture_output=True, check=True
        )
        assert unicodedata.normalize("NFC", done.stdout.decode()) == f"{letter}."


def test_letters_are_those_of_code_page_1258() -> None:
    for letter in LETTERS:
        marks = unicodedata.normalize("NFD", letter)
        tone = "".join(mark for mark in marks if mark in TONES)
        base = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in TONES))
        taken_for_western = (base + tone).encode("cp1258").decode("latin-1")
        assert ways()["windows-1258"].read(taken_for_western) == letter


@pytest.mark.parametrize("letter", LETTERS)
def test_utf8_taken_for_western_comes_back(letter: str) -> None:
    shown = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in letter.encode())
    assert ways()["utf-8"].read(f"t{shown}n") == f"t{letter}n"
    assert ways()["utf-8"].read(letter.encode().decode("latin-1")) == letter


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
@pytest.mark.parametrize("letter", SMALL)
def test_a_detour_through_code_page_1258_is_undone(encoding: str, letter: str) -> None:
    surface = tables()[encoding].encode(letter)
    passed = surface.encode("latin-1").decode("cp1258")
    assert ways()[f"{encoding} through windows-1258"].read(f"t{passed}.") == f"t{letter}."
