"""The few PDFium functions that are called for every word, without the checks that make them slow.

A ctypes function with declared argument types costs 1.2 µs a call, one without 0.3 µs; a page needs some two
thousand calls. Handles are therefore passed as `c_void_p` and results written to memory kept for the purpose.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable

import pypdfium2.raw as raw

Handle = ctypes.c_void_p
Address = int | None
BareFunction = Callable[..., Address]


def _bare(name: str, result: type | None) -> BareFunction:
    """Give the function `name` with unchecked arguments."""
    address = ctypes.cast(getattr(raw, name), ctypes.c_void_p).value
    assert address is not None
    function: BareFunction = ctypes.CFUNCTYPE(result)(address)
    return function


text_object_at = _bare("FPDFText_GetTextObject", ctypes.c_void_p)
loose_box_at = _bare("FPDFText_GetLooseCharBox", ctypes.c_int)
matrix_at = _bare("FPDFText_GetMatrix", ctypes.c_int)
origin_at = _bare("FPDFText_GetCharOrigin", ctypes.c_int)
unmapped_at = _bare("FPDFText_HasUnicodeMapError", ctypes.c_int)
page_object_at = _bare("FPDFPage_GetObject", ctypes.c_void_p)
form_object_at = _bare("FPDFFormObj_GetObject", ctypes.c_void_p)
object_kind = _bare("FPDFPageObj_GetType", ctypes.c_int)
object_bounds = _bare("FPDFPageObj_GetBounds", ctypes.c_int)
object_matrix = _bare("FPDFPageObj_GetMatrix", ctypes.c_int)
object_font_size = _bare("FPDFTextObj_GetFontSize", ctypes.c_int)
object_font = _bare("FPDFTextObj_GetFont", ctypes.c_void_p)
object_render_mode = _bare("FPDFTextObj_GetTextRenderMode", ctypes.c_int)
segment_at = _bare("FPDFPath_GetPathSegment", ctypes.c_void_p)
segment_kind = _bare("FPDFPathSegment_GetType", ctypes.c_int)
segment_point = _bare("FPDFPathSegment_GetPoint", ctypes.c_int)
segment_closes = _bare("FPDFPathSegment_GetClose", ctypes.c_int)


def handle(pointer: object) -> Handle:
    """Give the bare handle of a typed PDFium pointer."""
    return Handle(ctypes.cast(pointer, ctypes.c_void_p).value)  # type: ignore[arg-type]
