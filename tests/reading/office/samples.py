"""A report of a commune with a word planted in each place that a reader can lose, as one OpenDocument file.

LibreOffice makes of it what the tests of other formats read.
"""

from __future__ import annotations

SENTENCE = "Trong sáu tháng đầu năm 2017, xã Tân Phước đã cấp 214 giấy chứng nhận cho các hộ dân."

# The place and the word that stands there; none of them is found anywhere else.
PLANTED = {
    "text": "sầuriêng",
    "footnote": "măngcụt",
    "endnote": "chômchôm",
    "table": "thanhlong",
    "nested table": "xoàicát",
    "merged cell": "bưởida",
    "text box": "vúsữa",
    "header": "dừaxiêm",
    "footer": "ổiruột",
    "style-only font": "mậnđỏ",
    "inserted text": "quýtđường",
    "list": "camsành",
    "comment": "nhãnlồng",
}
DELETED = "khếchua"

# Of the places above, those whose text is no part of the report's running text.
APART = ("header", "footer", "comment")

_NAMES = {
    "office": "office:1.0",
    "text": "text:1.0",
    "table": "table:1.0",
    "style": "style:1.0",
    "draw": "drawing:1.0",
    "fo": "xsl-fo-compatible:1.0",
    "svg": "svg-compatible:1.0",
}
_DECLARED = (
    " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}"' for prefix, name in _NAMES.items()
    )
    + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
)

_TWO_ROWS = 'table:number-rows-spanned="2"'
_TWO_COLUMNS = 'table:number-columns-spanned="2"'


def _p(content: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{content}</text:p>'


def _cell(content: str, attributes: str = "") -> str:
    return f'<table:table-cell table:style-name="Ruled" {attributes}>{content}</table:table-cell>'


def _note(kind: str, label: str, content: str) -> str:
    return (
        f'<text:note text:id="{kind}" text:note-class="{kind}">'
        f"<text:note-citation>{label}</text:note-citation><text:note-body>{_p(content)}</text:note-body></text:note>"
    )


_STYLES = """
<office:font-face-decls><style:font-face style:name="Times" svg:font-family="'Times New Roman'"/>
<style:font-face style:name="Old" svg:font-family="'.VnTime'"/></office:font-face-decls>
<office:styles><style:style style:name="Standard" style:family="paragraph">
<style:text-properties style:font-name="Times" fo:font-size="14pt"/></style:style>
<style:style style:name="Old" style:family="paragraph" style:parent-style-name="Standard">
<style:text-properties style:font-name="Old"/></style:style>
<text:list-style style:name="Numbers">
<text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="1"/>
<text:list-level-style-number text:level="2" style:num-suffix=")" style:num-format="a"/>
</text:list-style></office:styles>
<office:automatic-styles>
<style:page-layout style:name="Page">
<style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"/>
<style:header-style/><style:footer-style/></style:page-layout>
<style:style style:name="Ruled" style:family="table-cell">
<style:table-cell-properties fo:border="0.5pt solid #000000"/></style:style></office:automatic-styles>
"""


def planted_report() -> bytes:
    """Write the report as flat OpenDocument text."""
    word = PLANTED
    changes = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:insertion><office:change-info>'
        "<dc:creator>A</dc:creator><dc:date>2017-07-01T08:00:00</dc:date></office:change-info></text:insertion>"
        '</text:changed-region><text:changed-region text:id="c2"><text:deletion><office:change-info>'
        "<dc:creator>A</dc:creator><dc:date>2017-07-01T08:00:00</dc:date></office:change-info>"
        f"{_p(DELETED)}</text:deletion></text:changed-region></text:tracked-changes>"
    )
    box = (
        '<draw:frame draw:name="B" text:anchor-type="paragraph" svg:width="5cm" svg:height="2cm">'
        f"<draw:text-box>{_p(word['text box'])}</draw:text-box></draw:frame>"
    )
    nested = (
        f'<table:table table:name="N"><table:table-column/><table:table-row>{_cell(_p(word["nested table"]))}'
        "</table:table-row></table:table>"
    )
    covered = "<table:covered-table-cell/>"
    table = (
        '<table:table table:name="T"><table:table-column table:number-columns-repeated="2"/>'
        f"<table:table-row>{_cell(_p('Ấp'))}{_cell(_p('Số hộ'))}</table:table-row>"
        f"<table:table-row>{_cell(_p('Ấp ' + word['table']), _TWO_ROWS)}"
        f"{_cell(_p('120') + nested)}</table:table-row>"
        f"<table:table-row>{covered}{_cell(_p('135'))}</table:table-row>"
        f"<table:table-row>{_cell(_p(word['merged cell']), _TWO_COLUMNS)}{covered}"
        "</table:table-row></table:table>"
    )
    items = "".join(
        f"<text:list-item>{_p(text)}</text:list-item>" for text in ("Việc thứ nhất", f"Việc {word['list']}")
    )
    comment = (
        "<office:annotation><dc:creator>A</dc:creator><dc:date>2017-07-01T08:00:00</dc:date>"
        f"<text:p>{word['comment']}</text:p></office:annotation>"
    )
    changed = (
        f'Đã <text:change-start text:change-id="c1"/>{word["inserted text"]}'
        '<text:change-end text:change-id="c1"/>'
        ' sửa<text:change text:change-id="c2"/>.'
    )
    body = (
        changes
        + _p("BÁO CÁO")
        + _p(
            f"{SENTENCE} Vùng {word['text']}"
            f"{_note('footnote', '1', 'Theo ' + word['footnote'] + ' của xã.')} nay."
        )
        + _p(f"Xem thêm{_note('endnote', 'i', 'Bảng ' + word['endnote'] + ' kèm theo.')} nữa{comment}.")
        + _p(word["style-only font"], "Old")
        + _p(changed)
        + f'<text:list text:style-name="Numbers">{items}</text:list>'
        + _p(f"Có hộp{box} bên.")
        + table
        + _p("Nơi nhận: như trên.")
    )
    master = (
        '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page">'
        f"<style:header>{_p('Ủy ban ' + word['header'])}</style:header>"
        f"<style:footer>{_p('Chân trang ' + word['footer'])}</style:footer>"
        "</style:master-page></office:master-styles>"
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_DECLARED} office:version="1.2"'
        ' office:mimetype="application/vnd.oasis.opendocument.text">'
        f"{_STYLES}{master}<office:body><office:text>{body}</office:text></office:body></office:document>"
    ).encode()
