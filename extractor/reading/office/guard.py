"""A guard over processes and files: they are gone when this process ends, however it ends.

A worker that takes too long is killed, and can clean up nothing. The guard is a shell that waits for the
other end of a pipe to close, which the system sees to.
"""

from __future__ import annotations

import os
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import Final

_SCRIPT: Final = 'cat >/dev/null; [ -z "$1" ] || kill -s KILL -- "-$1" 2>/dev/null; shift; rm -rf -- "$@"'
_SECONDS: Final = 10.0


class Guard:
    """Removes files, after it has killed the process group that uses them."""

    def __init__(self, *files: Path, group: int | None = None) -> None:
        """Begin to watch. POSIX only."""
        held, self._lifeline = os.pipe()
        command = ["/bin/sh", "-c", _SCRIPT, "guard", str(group or ""), *map(str, files)]
        where = {"PATH": os.defpath}  # whatever that of this process leads to
        self._process = subprocess.Popen(command, stdin=held, start_new_session=True, env=where)
        os.close(held)

    def release(self) -> None:
        """Have it done now."""
        if self._lifeline < 0:
            return
        os.close(self._lifeline)
        self._lifeline = -1
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_SECONDS)
