"""A LibreOffice that stays: started once a process, then given one file after another.

Starting takes ten times as long as converting a report. A second call of the command with the same profile
hands its files to the office that runs and waits until they are done, so that one office serves a whole
batch, and still each file has its own bound of time. An office without a window ends itself after a file;
an empty document keeps it.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

from extractor.reading.office.guard import Guard

_START_SECONDS: Final = 60.0
_END_SECONDS: Final = 10.0
_POLL_SECONDS: Final = 0.05

# LibreOffice keeps some memory of each file it has opened.
_MOST_FILES: Final = 200

_FLAGS: Final = ("--headless", "--norestore", "--nologo", "--nolockcheck")

# The profile of a new office: no macros, nothing fetched from elsewhere, links not followed.
_SETTINGS: Final = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""  # noqa: E501 - as LibreOffice writes them

_EMPTY: Final = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text/></office:body></office:document>
"""


class OfficeError(Exception):
    """What went wrong with LibreOffice, told as the end of a sentence: "LibreOffice did not start"."""


class Resident:
    """One LibreOffice and its folder, with the profile, which are gone when it is stopped."""

    def __init__(self, program: str) -> None:
        """Start it and wait until it takes files. Raises OfficeError."""
        self.program = program
        self.served = 0
        self.folder = Path(tempfile.mkdtemp(prefix="baocao-office-"))
        profile = self.folder / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, "utf-8")
        keeper = self.folder / "empty.fodt"
        keeper.write_text(_EMPTY, "utf-8")
        self._lock = self.folder / f".~lock.{keeper.name}#"
        self._environment = {**os.environ, "TMPDIR": str(self.folder)}
        self._profile = f"-env:UserInstallation={profile.as_uri()}"
        door = _door(profile.as_uri())
        try:
            self._office = self._launch(str(keeper))
        except OSError as error:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise OfficeError(f"LibreOffice could not be started ({error})") from error
        self._guard = Guard(self.folder, door, group=self._office.pid)
        self._await()

    @property
    def worn(self) -> bool:
        """Whether a new office should take its place."""
        return self.served >= _MOST_FILES or self._office.poll() is not None

    def convert(self, source: Path, target: str, out: Path, *, reads: str, seconds: float) -> None:
        """Convert a file of the import filter `reads` to `target` ("docx") in the folder `out`.

        That nothing was written is for the caller to see. Raises OfficeError when it took too long or ended;
        it is stopped then.
        """
        arguments = [f"--infilter={reads}"] if reads else []
        client = self._launch(*arguments, "--convert-to", target, "--outdir", str(out), str(source))
        try:
            client.wait(seconds)
        except subprocess.TimeoutExpired:
            _kill_group(client)
            self.stop()
            raise OfficeError(f"LibreOffice was not done after {seconds:.0f} seconds") from None
        self.served += 1
        if self._office.poll() is not None and not any(out.iterdir()):
            self.stop()
            raise OfficeError("LibreOffice ended while it read the file")

    def stop(self) -> None:
        """End the office, whatever it does, and remove its files."""
        self._guard.release()
        with suppress(subprocess.TimeoutExpired):
            self._office.wait(_END_SECONDS)

    def _launch(self, *arguments: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [self.program, self._profile, *_FLAGS, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=self.folder,
            env=self._environment,
            start_new_session=True,
        )

    def _await(self) -> None:
        """Wait until it has opened the empty document, of which its lock file tells."""
        end = time.monotonic() + _START_SECONDS
        while not self._lock.exists():
            if self._office.poll() is not None:
                self.stop()
                raise OfficeError(f"LibreOffice did not start (exit code {self._office.returncode})")
            if time.monotonic() > end:
                self.stop()
                raise OfficeError(f"LibreOffice did not start within {_START_SECONDS:.0f} seconds")
            time.sleep(_POLL_SECONDS)


def _door(profile: str) -> Path:
    """The socket at which an office takes files: named by user and MD5 of the profile, without leading zeros.

    LibreOffice: desktop/unx/source/args.c (get_md5hash), sal/osl/unx/pipe.cxx.
    """
    digest = hashlib.md5(profile.encode("utf-16-le"), usedforsecurity=False).digest()
    name = "".join(f"{byte:x}" for byte in digest)
    folder = "/tmp" if os.access("/tmp", os.W_OK) else "/var/tmp"
    return Path(folder, f"OSL_PIPE_{os.getuid()}_SingleOfficeIPC_{name}")


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, 9)
    process.wait()
