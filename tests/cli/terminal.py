"""The command on a terminal of its own, as a person sees it."""

from __future__ import annotations

import os
import pty
import re
import struct
import sys
from pathlib import Path

_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def on_terminal(*arguments: object, width: int = 100, cwd: Path | None = None) -> tuple[int, str]:
    """Run the command on a terminal `width` columns wide; its exit code and text without escapes."""
    import fcntl
    import termios

    child, terminal = pty.fork()
    if child == 0:
        os.chdir(cwd or Path.cwd())
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 50, width, 0, 0))
        environment = {**os.environ, "TERM": "xterm-256color"}
        environment.pop("COLUMNS", None)
        os.execvpe(sys.executable, [sys.executable, "-m", "extractor", *map(str, arguments)], environment)
    seen = b""
    while True:
        try:
            part = os.read(terminal, 65_536)
        except OSError:  # the program has ended
            break
        if not part:
            break
        seen += part
    os.close(terminal)
    _, status = os.waitpid(child, 0)
    text = _ESCAPES.sub("", seen.decode("utf-8", "replace")).replace("\r\n", "\n")
    return os.waitstatus_to_exitcode(status), text
