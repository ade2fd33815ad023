"""What happens inside a worker process: one file is read, within bounds, and whatever goes wrong is told."""

from __future__ import annotations

import hashlib
import logging
import os
import pickle
import sys
import threading
import time
import traceback
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final, cast

from extractor.pipeline import Extraction
from extractor.problems import ReadError
from extractor.running.page_news import PageNews, send

_PACKAGES = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a file has no extraction: a short stable word, what happened, what to do next."""

    kind: str
    message: str
    advice: str


Reader = Callable[[Path], Extraction]

DEFECT = "This is a defect of the program: please report it with the file. Other files are not affected."

OUT_OF_MEMORY = Trouble(
    "out_of_memory",
    "reading it took more memory than a worker may use",
    "Split the file, or read it alone on a machine with more memory.",
)


@dataclass(slots=True)
class _Here:
    """This worker: the pipe for news of pages, None where nobody asks, and the number of the job at hand."""

    sender: Connection | None = None
    number: int = 0


_here: Final = _Here()


def attempt(reader: Reader, path: Path, number: int = 0) -> bytes | Trouble:
    """Read one file and pack its Extraction for `unpack`; whatever goes wrong ends this file alone.

    It is packed here, for what cannot be packed would end the worker when it is sent. `number` names the job
    in the news of its pages.
    """
    _here.number = number
    try:
        return pickle.dumps(reader(path), protocol=pickle.HIGHEST_PROTOCOL)
    except ReadError as error:
        return Trouble(error.kind, error.message, error.advice)
    except MemoryError:
        return OUT_OF_MEMORY
    except (Exception, SystemExit) as error:  # the one place: a defect met in one report must not end a batch
        return Trouble(
            "internal_error",
            f"{type(error).__name__}: {error} (in {_where(error)})",
            DEFECT,
        )


def tell_page(done: int, total: int) -> None:
    """Tell the process that waits how many pages of the file at hand have been read from their pictures."""
    if _here.sender is not None:
        send(_here.sender, PageNews(_here.number, done, total))


def unpack(packed: bytes | Trouble) -> Extraction | Trouble:
    """What `attempt` gave, in the process that stores it."""
    return packed if isinstance(packed, Trouble) else cast(Extraction, pickle.loads(packed))


def digest_of(path: Path) -> str | None:
    """sha256 of a file; None when it is no ordinary file or cannot be read: its reader says why."""
    try:
        if not path.is_file():  # a named pipe would block for ever
            return None
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):
        return None


def prepare(memory: int | None, sender: Connection | None = None) -> None:
    """Bound a new worker: address space in bytes, no core dumps, no life after the parent.

    `sender` takes the news of its pages.
    """
    _here.sender = sender
    logging.getLogger().addHandler(logging.NullHandler())  # parsers write warnings across the progress bar
    warnings.simplefilter("ignore")
    threading.Thread(target=_end_with_parent, args=(os.getppid(),), daemon=True).start()
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if memory is not None:
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        bound = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
        resource.setrlimit(resource.RLIMIT_AS, (bound, hard))


def _end_with_parent(parent: int) -> None:
    """A batch that was killed cannot stop its workers; one of them may hang."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def _where(error: BaseException) -> str:
    """The innermost line of our own that the error passed through: "patterns/dates/atoms.py:71"."""
    walked = traceback.walk_tb(error.__traceback__)
    lines = [(Path(frame.f_code.co_filename), line) for frame, line in walked]
    own = [(path, line) for path, line in lines if _is_ours(path)]
    path, line = (own or lines)[-1]
    return f"{path.relative_to(_PACKAGES).as_posix() if own else path.name}:{line}"


def _is_ours(path: Path) -> bool:
    return path.is_relative_to(_PACKAGES) and "site-packages" not in path.relative_to(_PACKAGES).parts
