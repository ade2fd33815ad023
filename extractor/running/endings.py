"""How a job ended: with what its worker gave, or with why the worker is gone."""

from __future__ import annotations

import signal
from concurrent.futures import Future

from pebble import ProcessExpired

from extractor.pipeline import Extraction
from extractor.running.worker import DEFECT, Trouble, unpack

Outcome = Extraction | Trouble


def ended(future: Future[bytes | Trouble], seconds: float | None) -> Outcome:
    """The outcome of a job that is done, or why there is none; `seconds` is what it was given."""
    try:
        return unpack(future.result())
    except TimeoutError:
        return Trouble(
            "timeout",
            f"reading it took more than {seconds or 0:.3g} seconds and was stopped",
            "Give it more time with --timeout; if it never ends, open it in its program and save it anew.",
        )
    except ProcessExpired as error:
        return _expired(error.exitcode)
    except Exception as error:  # what the pool itself raised
        return Trouble("internal_error", f"{type(error).__name__}: {error}", DEFECT)


def lost(attempts: int) -> Trouble:
    """What is told of a job that went down with its pool, time and again."""
    return Trouble(
        "lost",
        f"its worker was lost {attempts} times without a word",
        "Run again with --workers 1; if it is lost again, please report this with the file.",
    )


def _expired(exitcode: int) -> Trouble:
    """Tell why a worker is gone, from its exit code; a negative one is the signal that ended it."""
    if exitcode == -signal.SIGKILL:
        return Trouble(
            "killed",
            "the process that read it was killed (SIGKILL), most often because the machine ran out of memory",
            "Run again with fewer --workers, or on a machine with more memory.",
        )
    if exitcode < 0:
        return Trouble(
            "crashed",
            f"the process that read it crashed ({_signal_name(-exitcode)})",
            "The file is probably damaged: open it in its program and save it anew, as .docx or PDF.",
        )
    return Trouble(
        "died",
        f"the process that read it ended with exit code {exitcode}",
        "Run again; if it ends so again, please report this with the file.",
    )


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
