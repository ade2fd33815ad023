"""Word 97-2003 files in the fonts of TCVN3, headings in that of its capitals: what LibreOffice makes of our RTF."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus.source import Source
from corpus.writers.rtf import TCVN3, write_in
from corpus.writers.typesetting import MissingToolError

_SECONDS = 120


def write(source: Source) -> bytes:
    """Write a source as a .doc file.

    Raises:
        MissingToolError: LibreOffice is not installed.
    """
    office = shutil.which("soffice")
    if office is None:
        raise MissingToolError("LibreOffice is not installed (apt install libreoffice-writer-nogui)")
    with TemporaryDirectory() as folder:
        path = Path(folder, "report.rtf")
        path.write_bytes(write_in(source, TCVN3))
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = [
            office,
            profile,
            "--headless",
            "--convert-to",
            "doc:MS Word 97",
            "--outdir",
            folder,
            str(path),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
        return path.with_suffix(".doc").read_bytes()
