from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.problems import ReadError
from extractor.reading.office import converting, presentations, word
from extractor.reading.office.converting import convert
from extractor.reading.office.resident import OfficeError
from tests.reading.office.conftest import is_running, wait_until
from tests.reading.office.samples import SENTENCE, planted_report

FakeOffice = Callable[[str], Path]


def folders() -> set[Path]:
    return set(Path(tempfile.gettempdir()).glob("baocao-*"))


def processes_of(note: Path) -> list[int]:
    return [int(line) for line in note.read_text().split()] if note.exists() else []


# What a LibreOffice that does not work may do; the first call is the one that stays.
UNWELL = {
    "ends at once, with success": "exit 0",
    "ends with an error": "exit 77",
    "is killed": "kill -KILL $$",
    "hangs": "sleep 600",
    "hangs and does not hear": "trap '' TERM INT; while :; do sleep 1; done",
}

# Plays an office that has opened its document (the lock file), and does something when it is given a file.
WELL_AT_FIRST = """
case "$*" in
  *--convert-to*) {then} ;;
  *) for last; do :; done
     touch "$(dirname "$last")/.~lock.$(basename "$last")#"; sleep 600 ;;
esac
"""
UNWELL_LATER = {
    "writes nothing": "exit 0",
    "writes what is no document": 'for last; do :; done; echo junk >"$(dirname "$last")/out/report.docx"',
    "hangs over a file": "sleep 600",
}


@pytest.mark.parametrize("case", UNWELL)
def test_an_office_that_does_not_start_is_told_of_and_leaves_nothing(
    fake_office: FakeOffice, case: str
) -> None:
    before = folders()
    note = fake_office(UNWELL[case])
    with pytest.raises(OfficeError, match="did not start"):
        convert(b"text", ".doc", "docx")
    assert wait_until(lambda: not any(is_running(process) for process in processes_of(note)))
    assert wait_until(lambda: folders() <= before)
    assert processes_of(note)


@pytest.mark.parametrize("case", UNWELL_LATER)
def test_an_office_that_fails_over_a_file_is_told_of_and_leaves_nothing(
    fake_office: FakeOffice, case: str
) -> None:
    before = folders()
    note = fake_office(WELL_AT_FIRST.format(then=UNWELL_LATER[case]))
    with pytest.raises(OfficeError):
        convert(b"text", ".doc", "docx", seconds=1.0)
    converting.stop()
    assert wait_until(lambda: not any(is_running(process) for process in processes_of(note)))
    assert wait_until(lambda: folders() <= before)


def test_an_office_that_never_starts_is_not_asked_for_ever(fake_office: FakeOffice) -> None:
    note = fake_office("exit 1")
    for _ in range(5):
        if converting.is_available():
            with pytest.raises(OfficeError):
                convert(b"text", ".doc", "docx")
    assert not converting.is_available()
    assert len(processes_of(note)) == 2


def test_presentations_say_what_they_need(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ReadError) as error:
        presentations.read_elements(b"PK...", "slides.pptx")
    assert error.value.kind == "needs_libreoffice"
    assert "install LibreOffice" in error.value.advice


def test_one_office_serves_many_files(libreoffice: str) -> None:
    source = planted_report()
    for _ in range(3):
        assert convert(source, ".fodt", "docx").startswith(b"PK")
    resident = converting._keeper.resident
    assert resident is not None
    assert resident.served == 3


def test_a_broken_file_is_refused_and_the_next_is_read(libreoffice: str) -> None:
    with pytest.raises(OfficeError, match="could not open"):
        convert(b"\xd0\xcf\x11\xe0 no document at all" * 99, ".doc", "docx", reads="MS Word 97")
    assert convert(planted_report(), ".fodt", "docx").startswith(b"PK")


def test_an_office_that_was_killed_is_replaced(libreoffice: str) -> None:
    convert(planted_report(), ".fodt", "docx")
    resident = converting._keeper.resident
    assert resident is not None
    os.killpg(resident._office.pid, signal.SIGKILL)
    assert convert(planted_report(), ".fodt", "docx").startswith(b"PK")


def test_nothing_is_left_of_a_process_that_was_killed(libreoffice: str, tmp_path: Path) -> None:
    before = folders()
    source = tmp_path / "report.fodt"
    source.write_bytes(planted_report())
    script = textwrap.dedent(f"""
        import os, pathlib, sys
        from extractor.reading.office import converting
        converting.convert(pathlib.Path({str(source)!r}).read_bytes(), ".fodt", "docx")
        print(converting._keeper.resident._office.pid, converting._keeper.resident.folder, flush=True)
        os.kill(os.getpid(), 9)
    """)
    root = Path(__file__).parents[3]
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, cwd=root, check=False)
    process, folder = done.stdout.split()
    assert done.returncode == -signal.SIGKILL
    assert wait_until(lambda: not is_running(int(process)))
    assert wait_until(lambda: not Path(folder).exists())
    assert wait_until(lambda: folders() <= before)


@pytest.fixture(scope="module")
def doc(write_with_office: Callable[[str, bytes, str], bytes]) -> bytes:
    return write_with_office("report.fodt", planted_report(), "doc")


@pytest.mark.parametrize("case", [*UNWELL, *UNWELL_LATER])
def test_where_the_office_fails_msdoc2docx_reads_the_document(
    doc: bytes, fake_office: FakeOffice, monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    script = UNWELL.get(case) or WELL_AT_FIRST.format(then=UNWELL_LATER[case])
    fake_office(script)
    monkeypatch.setattr(word.converting, "SECONDS", 1.0)
    reading = word.read_elements(doc, "report.doc")
    assert any(SENTENCE in element.text for element in reading.elements)
    assert reading.parser.startswith("msdoc2docx")
    told = [problem for problem in reading.problems if problem.kind == "converter_failed"]
    assert len(told) == 1
    assert "LibreOffice" in told[0].message
