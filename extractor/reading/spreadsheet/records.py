"""The records of an Excel 97-2003 workbook counted: every filled cell is one ([MS-XLS] 2.4)."""

from __future__ import annotations

import io
import struct
from typing import Final

import olefile

_HEAD: Final = struct.Struct("<HH")
_FIRST_AND_LAST: Final = struct.Struct("<HH")

# LabelSst, Label, RString, Number, RK and BoolErr hold one cell, Formula too; MulRk one for each column.
_ONE: Final = frozenset({0x00FD, 0x0204, 0x00D6, 0x0203, 0x027E, 0x0205, 0x0006})
_SEVERAL: Final = 0x00BD
_SEVERAL_FROM: Final = 2
_BEGIN: Final = 0x0809
_SHEET: Final = 0x0010
_MOST_DEEP: Final = 100
_END: Final = 0x000A


def count_records(data: bytes) -> int | None:
    """How many cells of worksheets are filled; None where the stream cannot be read.

    Records of charts, which cache the figures that they show, are no cells.
    """
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as container:
            name = next((each for each in ("Workbook", "Book") if container.exists(each)), None)
            if name is None:
                return None
            stream = container.openstream(name).read()
    except (OSError, ValueError, IndexError, struct.error):
        return None
    return _count(stream)


def _count(stream: bytes) -> int:
    cells, at = 0, 0
    substreams: list[int] = []
    while at + _HEAD.size <= len(stream):
        kind, size = _HEAD.unpack_from(stream, at)
        body = at + _HEAD.size
        if kind == _BEGIN and len(substreams) < _MOST_DEEP:
            substreams.append(struct.unpack_from("<H", stream, body + 2)[0] if size > 3 else 0)
        elif kind == _END and substreams:
            substreams.pop()
        elif substreams == [_SHEET]:
            if kind in _ONE:
                cells += 1
            elif kind == _SEVERAL and size > _SEVERAL_FROM * 2:
                cells += (size - 6) // 6
        at = body + size
    return cells
