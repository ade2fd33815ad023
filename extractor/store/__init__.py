"""The archive as a SQLite database: schema, saving, ledger, search.

>>> from extractor.store import open_store
>>> with open_store() as store:
...     store.search("dong thap")
[]
"""

from extractor.store.archive import Store, open_store
from extractor.store.connection import MEMORY
from extractor.store.errors import StoreError
from extractor.store.filters import Filters
from extractor.store.ledger import Counts, Failure
from extractor.store.searching import Hit
from extractor.store.stamp import Stamp, present_stamp, program_version

__all__ = [
    "MEMORY",
    "Counts",
    "Failure",
    "Filters",
    "Hit",
    "Stamp",
    "Store",
    "StoreError",
    "open_store",
    "present_stamp",
    "program_version",
]
