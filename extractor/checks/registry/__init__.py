"""Lists of known documents (danh mục văn bản), which citations are compared with.

>>> [known.date for known in builtin_authority().with_code("04/2015/NĐ-CP")]
['2015-01-09']
"""

from extractor.checks.registry.authority import Authority, KnownDocument, builtin_authority
from extractor.checks.registry.reading import RegistryError

__all__ = ["Authority", "KnownDocument", "RegistryError", "builtin_authority"]
