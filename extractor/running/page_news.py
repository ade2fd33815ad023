"""How far workers are within their files: a pipe from all of them to the process that waits.

Nobody waits for this news. A pipe takes a message as small as these whole or not at all (PIPE_BUF, POSIX), so
that a worker may be killed at any moment and holds no lock; where the pipe is full, a message is lost.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing.connection import Connection, Pipe
from typing import Final, NamedTuple

_FORM: Final = struct.Struct("<QII")


class PageNews(NamedTuple):
    """Of the job `number`, `done` of the `total` pages that are read from pictures."""

    number: int
    done: int
    total: int


class PageChannel:
    """The pipe of one pool."""

    def __init__(self) -> None:
        self._receiver, self.sender = Pipe(duplex=False)

    def received(self) -> Iterator[PageNews]:
        """What has been told since the last call."""
        with suppress(EOFError, OSError):
            while self._receiver.poll():
                yield PageNews(*_FORM.unpack(self._receiver.recv_bytes()))

    def close(self) -> None:
        """Give both ends back."""
        self._receiver.close()
        self.sender.close()


def send(sender: Connection, news: PageNews) -> None:
    """Tell of a page, or leave it."""
    os.set_blocking(sender.fileno(), False)
    with suppress(OSError):
        sender.send_bytes(_FORM.pack(*news))
