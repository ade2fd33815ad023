"""LibreOffice for tests that need it, and programs that only bear its name."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from extractor.reading.office import converting, resident, scratch
from extractor.reading.office.program import find_program


@pytest.fixture
def fresh_office(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No office before and none after, whatever a test did to it; temporary files in a folder of their own.

    The name of that folder is short: workers make sockets in it.
    """
    converting.stop()
    converting._keeper.failed_starts = 0
    folder = tempfile.mkdtemp(prefix="bt-")
    monkeypatch.setattr(tempfile, "tempdir", folder)
    monkeypatch.setenv("TMPDIR", folder)
    yield
    converting.stop()
    converting._keeper.failed_starts = 0
    scratch.remove()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def write_with_office(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, bytes, str], bytes]:
    """Have LibreOffice write a file, by a process of its own: name and content of the source, the target."""
    program = find_program()
    if program is None:
        pytest.skip("LibreOffice, which writes the file, is not installed")
    folder = tmp_path_factory.mktemp("written")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"

    def write(name: str, content: bytes, target: str) -> bytes:
        source = folder / name
        source.write_bytes(content)
        command = [program, profile, "--headless", "--convert-to", target, "--outdir", str(folder)]
        subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=120)
        return source.with_suffix(f".{target.partition(':')[0]}").read_bytes()

    return write


@pytest.fixture
def libreoffice(fresh_office: None) -> str:
    program = find_program()
    if program is None:
        pytest.skip("LibreOffice is not installed")
    return program


@pytest.fixture
def fake_office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fresh_office: None) -> Callable[[str], Path]:
    """Put a shell script called soffice first on the path; it notes its process in the file returned."""
    if os.name != "posix":
        pytest.skip("a shell script as a program needs a POSIX system")

    def make(script: str) -> Path:
        folder, processes = tmp_path / "bin", tmp_path / "processes"
        folder.mkdir()
        program = folder / "soffice"
        program.write_text(f'#!/bin/sh\necho $$ >>"{processes}"\n{script}\n', "utf-8")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
        monkeypatch.setattr(resident, "_START_SECONDS", 1.0)
        return processes

    return make


def is_running(process: int) -> bool:
    """Whether a process is there and has not ended."""
    listed = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False
    ).stdout.strip()
    return bool(listed) and not listed.startswith("Z")


def wait_until(holds: Callable[[], bool], seconds: float = 15.0) -> bool:
    """Whether something holds within some time: processes end a moment after they are told to."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True
