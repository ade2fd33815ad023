"""Readers for the batch engine that do what real files have made parsers do; the first line says what."""

from __future__ import annotations

import ctypes
import hashlib
import os
import signal
import sys
import time
from pathlib import Path

from extractor.problems import ReadError
from extractor.report import Block, BlockKind, Facts, Report
from extractor.running import Extraction
from extractor.running.worker import tell_page
from patterns import Date, Mentions


def obey(path: Path) -> Extraction:
    """Do what the file's first line orders, else give its text as a report with one date."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadError("unreadable", f"{path} cannot be opened: {error}", "check the permissions") from error
    order, _, rest = data.decode().partition("\n")
    match order.split():
        case ["hang"]:
            time.sleep(600)
        case ["hang-holding-all"]:
            ctypes.PyDLL(None).sleep(600)
        case ["kill"]:
            os.kill(os.getpid(), signal.SIGKILL)
        case ["segfault"]:
            ctypes.string_at(0)
        case ["abort"]:
            os.abort()
        case ["exit"]:
            os._exit(3)
        case ["raise"]:
            raise KeyError("số")
        case ["recursion"]:
            return obey_deeper(path)
        case ["memory"]:
            return Extraction(report_of(path, b"x" * 2**40, ""), Mentions())
        case ["encrypted"]:
            raise ReadError("encrypted", "the file is encrypted", "ask for the password")
        case ["unsendable"]:
            return lambda: None  # type: ignore[return-value]
        case ["surrogate"]:
            return Extraction(report_of(path, data, "\udc80"), Mentions())
        case ["interrupt-system-exit"]:
            sys.exit("bye")
        case ["slow", seconds]:
            time.sleep(float(seconds))
        case ["pages", count]:
            for done in range(1, int(count) + 1):
                tell_page(done, int(count))
        case ["pages-then-kill", count]:
            tell_page(1, int(count))
            os.kill(os.getpid(), signal.SIGKILL)
    mentions = Mentions(dates=(Date(0, 1, rest[:1], "relative", None, None),)) if rest else Mentions()
    return Extraction(report_of(path, data, rest), mentions)


def obey_deeper(path: Path) -> Extraction:
    return obey_deeper(path)


def report_of(path: Path, data: bytes, text: str) -> Report:
    blocks = (Block(0, BlockKind.PARAGRAPH, 0, len(text), page=1),) if text else ()
    return Report(
        hashlib.sha256(data).hexdigest(),
        str(path),
        "text",
        text,
        blocks,
        (),
        Facts(),
        (),
        "by hand 1",
        pages=2,
    )
