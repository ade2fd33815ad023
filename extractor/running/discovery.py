"""Which files there are to read: folders are walked in a stable order and nothing is left out in silence."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from extractor.problems import ReadError
from extractor.reading.formats import FORMATS, recognise
from extractor.store import Failure

_EXTENSIONS = frozenset(extension for row in FORMATS.values() for extension in row.extensions)
# What tells a file by its first bytes, whatever it is called: PDF, zip package, OLE container, RTF.
_SIGNATURES = (b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf")
_HEAD = 65_536
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Skipped:
    """Files in the folders that are not read: "hidden", "lock file", "the database", ".py files"."""

    reason: str
    files: int


@dataclass(frozen=True, slots=True)
class Discovery:
    """What stands under the paths given.

    Attributes:
        files: absolute, each once, in the order in which they are read.
        folders: those given that could be listed; a known file below one of them that is not there is gone.
        failures: folders that cannot be listed.
    """

    files: tuple[Path, ...]
    folders: tuple[Path, ...]
    failures: tuple[Failure, ...]
    skipped: tuple[Skipped, ...]


def discover(paths: Iterable[str | os.PathLike[str]], *, without: Sequence[Path] = ()) -> Discovery:
    """Find the files to read under files and folders.

    A file that is named is always taken. In folders, hidden files, the lock files of Word and LibreOffice
    ("~$bao cao.docx"), the database (`without`) and files that are no documents are skipped and counted.
    Folders behind links are walked after the real ones, each folder once, so that loops end.
    """
    walk = _Walk(frozenset(absolute(path) for path in without))
    files: dict[Path, None] = {}
    folders = []
    for path in map(absolute, paths):
        if _is_folder(path):
            files.update(dict.fromkeys(walk.folder(path)))
            folders.append(path)
        else:
            files[path] = None
    skipped = tuple(Skipped(reason, count) for reason, count in sorted(walk.skipped.items()))
    listed = tuple(folder for folder in folders if folder not in walk.unlisted)
    return Discovery(tuple(files), listed, tuple(walk.failures), skipped)


def absolute(path: str | os.PathLike[str]) -> Path:
    """The path from the root, without ".." and with its links as they are: what a file is known by."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - Path.absolute keeps "..", Path.resolve follows links


def printable(text: str | Path) -> str:
    """A name as it can be stored: bytes that are no UTF-8 (names in TCVN3 or VNI) are written as \\xNN.

    >>> printable("b\\udce1o c\\udce1o.doc")
    'b\\\\xe1o c\\\\xe1o.doc'
    """
    return _SURROGATE.sub(_written, str(text))


def _written(surrogate: re.Match[str]) -> str:
    code = ord(surrogate.group())
    return f"\\x{code - 0xDC00:02x}" if 0xDC80 <= code <= 0xDCFF else f"\\u{code:04x}"


class _Walk:
    """Walks folders and remembers what it met."""

    def __init__(self, without: frozenset[Path]) -> None:
        self.without = without
        self.skipped: Counter[str] = Counter()
        self.failures: list[Failure] = []
        self.unlisted: set[Path] = set()
        self._visited: set[tuple[int, int]] = set()

    def folder(self, root: Path) -> Iterator[Path]:
        """Files below a folder: its own in the order of their names, then those of each folder in it."""
        linked = [root]
        for start in linked:  # grows while it is walked
            waiting = [start]
            while waiting:
                folders: list[Path] = []
                for path in self._list(waiting.pop()):
                    if path.name.startswith("."):
                        self.skipped["hidden"] += 1
                    elif _is_folder(path):
                        (linked if path.is_symlink() else folders).append(path)
                    elif (reason := self._reason_to_skip(path)) is not None:
                        self.skipped[reason] += 1
                    else:
                        yield path
                waiting.extend(reversed(folders))

    def _list(self, folder: Path) -> list[Path]:
        try:
            status = folder.stat()
            if (status.st_dev, status.st_ino) in self._visited:
                return []
            self._visited.add((status.st_dev, status.st_ino))
            return sorted(folder.iterdir())
        except OSError as error:
            self.unlisted.add(folder)
            self.failures.append(
                Failure(
                    printable(folder),
                    "unreadable",
                    f"the folder cannot be listed: {error.strerror}",
                    "Give yourself permission to read and enter it (`chmod u+rx FOLDER`) and run again.",
                )
            )
            return []

    def _reason_to_skip(self, path: Path) -> str | None:
        if path.name.startswith("~$"):
            return "lock file"
        if path in self.without:
            return "the database"
        suffix = path.suffix.lower()
        if suffix in _EXTENSIONS or _looks_like_a_document(path):
            return None
        return printable(f"{suffix} files") if suffix else "no document"


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a link to itself, a folder that may not be entered: reading it says why
        return False


def _looks_like_a_document(path: Path) -> bool:
    """Judge a file of unknown extension by its content; one that cannot be opened is taken, and fails later.

    "BC quy 1" and "bao cao 12.2021" have no extension but may be anything; a ".py" may only be a document
    when it has the signature of one.
    """
    try:
        if not path.is_file():
            return True
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return True
    if head.startswith(_SIGNATURES):
        return True
    if path.suffix and not path.suffix[1:].isdigit():
        return False
    try:
        return recognise(head, path.name) != "archive"
    except ReadError:
        return False
