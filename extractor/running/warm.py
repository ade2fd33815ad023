"""Imported once by the process that the workers are forked from, so that none of them starts cold.

Importing spaCy and the parsers and reading the vocabularies takes seconds; a worker that replaces a killed
one is ready at once.
"""

from __future__ import annotations

import os
from contextlib import suppress
from importlib import import_module

# One thread a worker: the workers are what runs side by side.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

_SAMPLE = "Thực hiện Chỉ thị số 42-CT/TU, ngày 05/7/2019, toàn tỉnh có 65/93 xã đạt chuẩn."


def warm_up() -> None:
    """Load the readers and the vocabularies."""
    from extractor.reading.formats import FORMATS
    from patterns import find

    import_module("extractor.extraction")
    for row in FORMATS.values():
        if row.reader is not None:
            import_module(row.reader)
    find(_SAMPLE)


with suppress(Exception):  # whatever is broken here breaks in a worker too, which tells it as a failure
    warm_up()
