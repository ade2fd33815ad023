"""What a paragraph of a Word document reads as."""

from __future__ import annotations

import pytest


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


SYMBOL_THREE = '<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>'

CASES = {
    "runs are joined": (p(r("Số 15/NQ"), r("-CP")), "Số 15/NQ-CP"),
    "inserted text stays": (p(r("tăng "), f"<w:ins>{r('7,2')}</w:ins>", r("%")), "tăng 7,2%"),
    "deleted text goes": (
        p(r("tăng "), "<w:del><w:r><w:delText>8</w:delText></w:r></w:del>", r("7%")),
        "tăng 7%",
    ),
    "a deletion inside an insertion goes": (
        p(f"<w:ins>{r('ba')}<w:del><w:r><w:delText>bốn</w:delText></w:r></w:del></w:ins>"),
        "ba",
    ),
    "moved text stands where it went": (
        p(f"<w:moveFrom>{r('cũ ')}</w:moveFrom><w:moveTo>{r('mới')}</w:moveTo>"),
        "mới",
    ),
    "a content control is transparent": (
        p(f"<w:sdt><w:sdtPr><w:tag w:val='x'/></w:sdtPr><w:sdtContent>{r('Kon Tum')}</w:sdtContent></w:sdt>"),
        "Kon Tum",
    ),
    "a hyperlink is its text": (
        p(f'<w:hyperlink r:id="rId9">{r("Cổng thông tin")}</w:hyperlink>'),
        "Cổng thông tin",
    ),
    "a smart tag is transparent": (
        p(f'<w:smartTag w:element="date">{r("ngày 03/5")}</w:smartTag>'),
        "ngày 03/5",
    ),
    "a simple field is its result": (
        p(f'<w:fldSimple w:instr="DATE">{r("12/8/2020")}</w:fldSimple>'),
        "12/8/2020",
    ),
    "a complex field is its result": (
        p(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF muc1 \\h</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
            r("mục II"),
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            r(" nêu trên"),
        ),
        "mục II nêu trên",
    ),
    "a field in the code of a field is code": (
        p(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>',
            r("hết"),
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        ),
        "hết",
    ),
    "a field without an end keeps what follows": (
        p('<w:r><w:fldChar w:fldCharType="separate"/></w:r>', r("còn")),
        "còn",
    ),
    "a non-breaking hyphen is a hyphen": (
        p("<w:r><w:t>1990</w:t><w:noBreakHyphen/><w:t>1995</w:t></w:r>"),
        "1990-1995",
    ),
    "so is the character": (p(r("14\u2011CT/TU")), "14-CT/TU"),
    "a soft hyphen goes": (p("<w:r><w:t>phát</w:t><w:softHyphen/><w:t>triển</w:t></w:r>"), "pháttriển"),
    "in a TCVN3 font it is a letter": (
        p("<w:r><w:rPr><w:rFonts w:ascii='.VnTime'/></w:rPr><w:t>t</w:t><w:softHyphen/></w:r>"),
        "tư",
    ),
    "a tab stays": (p("<w:r><w:t>Số: 21</w:t><w:tab/><w:t>Huế</w:t></w:r>"), "Số: 21\tHuế"),
    "a line break stays": (
        p("<w:r><w:t>PHÓ</w:t><w:br/><w:t>BÍ THƯ</w:t><w:cr/><w:t>X</w:t></w:r>"),
        "PHÓ\nBÍ THƯ\nX",
    ),
    "a non-breaking space is a space": (p(r("Số\u00a015")), "Số 15"),
    "decomposed letters are composed across runs": (p(r("Nghe\u0302"), r("\u0323 An")), "Nghệ An"),
    "capitals are shown": (p(r("báo cáo", "<w:caps/>")), "BÁO CÁO"),
    "a symbol of a known font": (
        p(r("tỷ lệ "), SYMBOL_THREE.format(font="Symbol", char="F0B3"), r("50%")),
        "tỷ lệ ≥50%",
    ),
    "a symbol of an unknown font": (p(SYMBOL_THREE.format(font="HoaVan", char="F041")), "\ufffd"),
    "a symbol of an ordinary font": (p(r("30"), SYMBOL_THREE.format(font="Arial", char="00B0")), "30°"),
    "half a character": (p(SYMBOL_THREE.format(font="Arial", char="D800")), "\ufffd"),
    "letters of a symbol font": (
        p(r("ü", "<w:rFonts w:ascii='Wingdings' w:hAnsi='Wingdings'/>"), r(" đạt")),
        "✓ đạt",
    ),
    "math is read": (p("<m:oMath><m:r><w:rPr/><m:t>a=b</m:t></m:r></m:oMath>"), "a=b"),
    "a pronunciation guide goes": (
        p(f"<w:r><w:ruby><w:rt>{r('guide')}</w:rt><w:rubyBase>{r('base')}</w:rubyBase></w:ruby></w:r>"),
        "base",
    ),
    "white space around goes": (p(r("  Điều 1. ")), "Điều 1."),
}


@pytest.mark.parametrize(("body", "text"), CASES.values(), ids=CASES.keys())
def test_a_paragraph_reads_as_word_shows_it(texts_of, body, text):
    assert texts_of(body) == [text]


def test_paragraphs_of_a_deleted_end_are_one(texts_of):
    deleted = "<w:rPr><w:del w:id='1'/></w:rPr>"
    assert texts_of(p(r("Một "), properties=deleted) + p(r("hai")) + p(r("Ba"))) == ["Một hai", "Ba"]


def test_a_field_may_hold_paragraphs(texts_of):
    contents = (
        p('<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText>'
          '<w:fldChar w:fldCharType="separate"/></w:r>', r("Phần I"))
        + p(r("Phần II"))
        + p('<w:r><w:fldChar w:fldCharType="end"/></w:r>', r("Mở đầu"))
    )  # fmt: skip
    assert texts_of(contents) == ["Phần I", "Phần II", "Mở đầu"]


def test_a_broken_field_hides_no_more_than_its_paragraph(texts_of):
    broken = p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', r("mất"))
    assert texts_of(broken + p(r("còn"))) == ["còn"]


def test_hidden_text_is_left_out_and_told(read_docx):
    reading = read_docx(p(r("Thấy"), r(" ẩn", "<w:vanish/>")))
    assert [element.text for element in reading.elements] == ["Thấy"]
    assert [(problem.kind, problem.message) for problem in reading.problems] == [
        ("hidden_text", "3 characters are formatted as hidden and were left out")
    ]


def test_lost_symbols_are_counted(read_docx):
    table = f"<w:tbl><w:tr><w:tc>{p(SYMBOL_THREE.format(font='HoaVan', char='F041'))}</w:tc></w:tr></w:tbl>"
    reading = read_docx(p(SYMBOL_THREE.format(font="HoaVan", char="F042")) + table)
    assert [problem.kind for problem in reading.problems] == ["lost_text"]
    assert reading.problems[0].message.startswith("2 signs")


BOX = f"<w:txbxContent>{p(r('Khung'))}</w:txbxContent>"
CHOSEN = (
    '<mc:Choice Requires="wps"><w:drawing><a:graphicData uri="x"><wps:wsp>'
    f"<wps:txbx>{BOX}</wps:txbx></wps:wsp></a:graphicData></w:drawing></mc:Choice>"
)
FALLBACK = f"<mc:Fallback><w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict></mc:Fallback>"


@pytest.mark.parametrize(
    "drawing",
    [
        f"<mc:AlternateContent>{CHOSEN}{FALLBACK}</mc:AlternateContent>",
        f"<mc:AlternateContent>{FALLBACK}</mc:AlternateContent>",
        f"<w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict>",
    ],
    ids=["both branches", "fallback alone", "Word 2003"],
)
def test_a_text_box_is_read_once_after_its_anchor(texts_of, drawing):
    assert texts_of(p(r("Trước "), f"<w:r>{drawing}</w:r>", r("sau"))) == ["Trước sau", "Khung"]


def test_the_fallback_is_read_where_the_choice_shows_no_text(texts_of):
    fallback = "<mc:Fallback><w:t>✔</w:t></mc:Fallback>"
    emoji = (
        f"<mc:AlternateContent><mc:Choice Requires='w16se'><w:x/></mc:Choice>{fallback}</mc:AlternateContent>"
    )
    assert texts_of(p(f"<w:r>{emoji}</w:r>")) == ["✔"]


def test_word_art_is_text(texts_of):
    art = '<w:r><w:pict><v:shape><v:textpath string="DỰ THẢO"/></v:shape></w:pict></w:r>'
    assert texts_of(p(art)) == ["DỰ THẢO"]


@pytest.mark.parametrize(
    ("drawing", "kind"),
    [
        (
            '<w:drawing><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/></w:drawing>',
            "unread_graphic",
        ),
        ("<w:object><v:shape/><o:OLEObject/></w:object>", "unread_object"),
    ],
)
def test_what_is_not_read_is_told(read_docx, drawing, kind):
    reading = read_docx(p(r("Biểu đồ"), f"<w:r>{drawing}</w:r>") + p(r("Hết")))
    assert [problem.kind for problem in reading.problems] == [kind]


def test_an_inserted_file_is_told(read_docx):
    assert [each.kind for each in read_docx(p(r("A")) + '<w:altChunk r:id="rId5"/>').problems] == [
        "unread_part"
    ]


def test_comments_are_not_read(texts_of):
    body = p(
        '<w:commentRangeStart w:id="0"/>',
        r("Đạt"),
        '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
    )
    assert texts_of(body) == ["Đạt"]


def test_blocks_in_content_controls_are_read_in_order(texts_of):
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{p(r('Hai'))}{p(r('Ba'))}</w:sdtContent></w:sdt>"
    assert texts_of(p(r("Một")) + control + p(r("Bốn"))) == ["Một", "Hai", "Ba", "Bốn"]


@pytest.mark.parametrize(
    ("text", "font", "shown", "encoding"),
    [
        ("B¸o c¸o n¨m", ".VnTime", "Báo cáo năm", "tcvn3"),
        ("b¸o c¸o", ".VnTimeH", "BÁO CÁO", "tcvn3"),
        ("BAÙO CAÙO", "VNI-Times", "BÁO CÁO", "vni"),
        ("Báo cáo năm", ".VnTime", "Báo cáo năm", "unicode"),
        ("2003-2004", ".VnTimeH", "2003-2004", None),
        ("B¸o c¸o", "Times New Roman", "Báo cáo", "tcvn3"),
        ("Báo cáo", "Times New Roman", "Báo cáo", "unicode"),
    ],
)
def test_letters_of_the_years_before_unicode_become_unicode(read_docx, text, font, shown, encoding):
    reading = read_docx(p(r(text, f"<w:rFonts w:ascii='{font}' w:hAnsi='{font}'/>")))
    element = reading.elements[0]
    assert (element.text, element.encoding, reading.encoding) == (shown, encoding, encoding)
    assert reading.problems == ()
