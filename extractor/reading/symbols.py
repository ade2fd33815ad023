"""What the glyphs of symbol fonts mean: such a font shows "ü" as a check mark and U+F0B7 as a bullet.

The Symbol font follows Adobe's Symbol encoding; of Wingdings, Wingdings 2 and Webdings the signs are listed
that documents use as bullets, boxes, arrows and marks. Where Unicode has two fitting signs, the plain one is
taken: the dash of Symbol is "-", its dot "•".
"""

from __future__ import annotations

from typing import Final

UNKNOWN: Final = "\ufffd"
_PLAIN_BULLET: Final = "•"

# Word keeps the codes of symbol fonts in this stretch of the private use area.
_PRIVATE: Final = range(0xF000, 0xF100)


def _row(first: int, signs: str) -> dict[int, str]:
    """Number the signs of a row from `first`; a space marks a code that is left out."""
    return {first + place: sign for place, sign in enumerate(signs) if sign != " "}


_SYMBOL: Final = {
    0x20: " ",
    **_row(0x21, "!∀#∃%&∋()*+,-./0123456789:;<=>?"),
    **_row(0x40, "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"),
    **_row(0x60, "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}~"),
    **_row(0xA0, "€ϒ′≤/∞ƒ♣♦♥♠↔←↑→↓"),
    **_row(0xB0, "°±″≥×∝∂•÷≠≡≈…|—↵"),
    **_row(0xC0, "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉"),
    **_row(0xD0, "∠∇®©™∏√·¬∧∨⇔⇐⇑⇒⇓"),
    **_row(0xE0, "◊⟨®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪"),
    **_row(0xF1, "⟩∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"),
}
_WINGDINGS: Final = {
    0x20: " ",
    **_row(0x21, "✏✂✁    ☎✆✉"),
    **_row(0x41, "✌  👍👎☜☞☝☟ ☺😐☹"),
    **_row(0x6C, "●❍■□❐❑❒⬧⧫◆❖⬥⌧"),
    **_row(0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"),
    **_row(0x9E, "·•∙○"),
    **_row(0xA4, "◉◎ ▪◻"),
    **_row(0xAA, "✦★✶✴✹"),
    **_row(0xD8, "➢"),
    **_row(0xDF, "←→↑↓↖↗↙↘➔"),
    **_row(0xE8, "➔"),
    **_row(0xEF, "⇦⇨⇧⇩"),
    **_row(0xFB, "✗✓☒☑"),
}
_WINGDINGS_2: Final = {
    0x20: " ",
    **_row(0x4F, "✗✓☒☑☒☒"),
    **_row(0x95, "·••●"),
    **_row(0xA2, "■□"),
}
_WEBDINGS: Final = {
    0x20: " ",
    **_row(0x33, "◀▶▲▼"),
    **_row(0x61, "✓ □"),
    **_row(0x67, "■"),
    **_row(0x6E, "●"),
    **_row(0x72, "✗"),
}
_FONTS: Final = {
    "symbol": _SYMBOL,
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": {0x20: " "},
    "webdings": _WEBDINGS,
}


def is_symbol_font(font: str | None) -> bool:
    """Tell whether the letters of a font are signs."""
    return font is not None and font.lower() in _FONTS


def shown(text: str, font: str | None) -> str:
    """Return what the text looks like in a font; a sign that is not known becomes U+FFFD.

    >>> shown("\\uf0b3 5", "Symbol"), shown("ü\\uf0fc", "Wingdings"), shown("\\uf041", "Unheard Of")
    ('≥ 5', '✓✓', '�')
    """
    return "".join([_sign(character, font) for character in text])


def _sign(character: str, font: str | None) -> str:
    code = ord(character)
    private = code in _PRIVATE
    if is_symbol_font(font):
        signs = _FONTS[(font or "").lower()]
        return signs.get(code - _PRIVATE.start, UNKNOWN) if private else signs.get(code, character)
    return UNKNOWN if private else character


def bullet(template: str, font: str | None) -> str:
    """Return the mark of a bulleted list: a sign that is not known is still a bullet.

    >>> bullet("\\uf0a7", "Wingdings"), bullet("-", "Times New Roman"), bullet("\\uf07d", "Wingdings 3")
    ('▪', '-', '•')
    """
    mark = shown(template, font).strip()
    return _PLAIN_BULLET if UNKNOWN in mark else mark
