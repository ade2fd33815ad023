"""How the cells of an .xlsx look, by the number of their style (ISO/IEC 29500-1 §18.8)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from extractor.elements import Style
from extractor.reading.spreadsheet.number_formats import GENERAL
from extractor.reading.spreadsheet.parts import S, whole

_SIDES: Final = ("top", "left", "bottom", "right", "start", "end")

# What the codes of formats that are built in mean (§18.8.30); 14 is the short date.
_BUILT_IN: Final = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?",
    13: "# ??/??", 14: "dd/mm/yyyy", 15: "d-mm-yy", 16: "d-mm", 17: "mm-yy", 18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "dd/mm/yyyy h:mm", 37: "#,##0;(#,##0)",
    38: "#,##0;(#,##0)", 39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;(#,##0.00)", 45: "mm:ss", 46: "[h]:mm:ss",
    47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Form:
    """What a style gives a cell."""

    code: str = GENERAL
    font: str | None = None
    style: Style = field(default_factory=Style)
    ruled: bool = False


def read_forms(root: etree._Element) -> tuple[Form, ...]:
    """Read the styles part."""
    codes = {
        whole(each.get("numFmtId"), 0): each.get("formatCode", GENERAL)
        for each in root.iterfind(f"{S}numFmts/{S}numFmt")
    }
    fonts = list(root.iterfind(f"{S}fonts/{S}font"))
    ruled = [_is_ruled(each) for each in root.iterfind(f"{S}borders/{S}border")]
    forms = []
    for each in root.iterfind(f"{S}cellXfs/{S}xf"):
        number, font, border = (whole(each.get(name), 0) for name in ("numFmtId", "fontId", "borderId"))
        alignment = each.find(S + "alignment")
        align = alignment.get("horizontal") if alignment is not None else None
        face = fonts[font] if font < len(fonts) else None
        forms.append(
            Form(
                codes.get(number) or _BUILT_IN.get(number, GENERAL),
                _font_value(face, "name"),
                _style(face, align),
                ruled[border] if border < len(ruled) else False,
            )
        )
    return tuple(forms)


def _style(font: etree._Element | None, align: str | None) -> Style:
    size = _font_value(font, "sz")
    align = {"centerContinuous": "center", "distributed": "justify"}.get(align or "", align)
    return Style(
        bold=font is not None and font.find(S + "b") is not None,
        italic=font is not None and font.find(S + "i") is not None,
        align=align if align in ("left", "center", "right", "justify") else None,
        size=float(size) if size and size.replace(".", "", 1).isdecimal() else None,
    )


def _font_value(font: etree._Element | None, name: str) -> str | None:
    element = font.find(S + name) if font is not None else None
    return element.get("val") if element is not None else None


def _is_ruled(border: etree._Element) -> bool:
    drawn = [child for child in border if child.get("style", "none") != "none"]
    return sum(child.tag.removeprefix(S) in _SIDES for child in drawn) > 1
