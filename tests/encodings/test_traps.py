"""What goes wrong in real documents, each trap by itself. Fonts and bytes are as the files have them."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from extractor.encodings import FontRun, decode, survey
from extractor.encodings.tables import tables

TIMES = "Times New Roman"


@dataclass(frozen=True)
class Case:
    """Runs of one paragraph as (text, font), and the texts that they show."""

    name: str
    runs: tuple[tuple[str, str | None], ...]
    shown: tuple[str, ...]
    encoding: str | None = None


def case(name: str, *runs: tuple[str, str | None], shown: str, encoding: str | None = None) -> Case:
    return Case(name, runs, tuple(shown.split("|")), encoding)


CASES = [
    case(
        "TCVN3",
        ("B¸o c¸o cña Uû ban nh©n d©n tØnh", ".VnTime"),
        shown="Báo cáo của Uỷ ban nhân dân tỉnh",
        encoding="tcvn3",
    ),
    case(
        "VNI",
        ("Baùo caùo cuûa UÛy ban nhaân daân tænh", "VNI-Times"),
        shown="Báo cáo của Ủy ban nhân dân tỉnh",
        encoding="vni",
    ),
    case("VNI, the four letters", ("chaúng, CHAÚNG, lî, LÎ", "VNI-Helve"), shown="chẳng, CHẲNG, lỵ, LỴ"),
    case(
        "VISCII",
        ("B\xb5 C\xf4ng thß½ng, xã hµi chü nghîa", "VI Times"),
        shown="Bộ Công thương, xã hội chủ nghĩa",
        encoding="viscii",
    ),
    case("capitals font", ("quyÕt ®Þnh", ".VnTimeH"), shown="QUYẾT ĐỊNH"),
    case("capitals font of another face", ("céng hoµ x· héi", ".VnArialH"), shown="CỘNG HOÀ XÃ HỘI"),
    case("capitals font over plain letters", ("THONG TU", ".VnTimeH"), shown="THONG TU"),
    case(
        "capitals typed, font lost",
        ("CéNG HOµ X· HéI CHñ NGHÜA VIÖT NAM", TIMES),
        shown="CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    ),
    case("soft hyphen is ư", ("Th\xad ký, nh\xad sau", ".VnTime"), shown="Thư ký, như sau"),
    case(
        "PDF: minus is ư, operator is ã",
        ("nh\u2212 sau: h\u2219y t\u2212íng, −5% vµ 3−2", ".VnTime"),
        shown="như sau: hãy tướng, −5% và 3−2",
    ),
    case("Unicode in .VnTime", ("hộ nghèo", ".VnTime"), shown="hộ nghèo", encoding="unicode"),
    case("Unicode of Latin-1 letters", ("tài chính", ".VnTime"), shown="tài chính", encoding="unicode"),
    case("Unicode in a capitals font", ("Quyết định", ".VnTimeH"), shown="Quyết định"),
    case("Unicode in VNI", ("giảm nghèo bền vững", "VNI-Times"), shown="giảm nghèo bền vững"),
    case(
        "decomposed Unicode",
        ("tie\u0302\u0301n đo\u0302\u0323", ".VnTime"),
        shown="tiến độ",
        encoding="unicode",
    ),
    case(
        "half composed, as code page 1258 has it",
        ("Viê\u0323t Nam, tiê\u0301n đô\u0323", TIMES),
        shown="Việt Nam, tiến độ",
    ),
    case(
        "code page 1258 taken for 1252",
        ("Chiình phuÒ Viêòt Nam", TIMES),
        shown="Chính phủ Việt Nam",
        encoding="windows-1258",
    ),
    case(
        "UTF-8 taken for 1252",
        ("BÃ¡o cÃ¡o cá»§a ChÃ\xadnh phá»§", TIMES),
        shown="Báo cáo của Chính phủ",
        encoding="utf-8",
    ),
    case("English in .VnTime", ("Internet, e-mail (WTO) 12%", ".VnTime"), shown="Internet, e-mail (WTO) 12%"),
    case("digits in VNI", ("1.234,5 - 2000/2001", "VNI-Times"), shown="1.234,5 - 2000/2001"),
    case(
        "signs in a font of Unicode",
        ("25 m², 5 µm, §3, 10°C, 2×3, Ø80, ½, ©, A® – “x”", TIMES),
        shown="25 m², 5 µm, §3, 10°C, 2×3, Ø80, ½, ©, A® – “x”",
    ),
    case(
        "an eth typed for Đ",
        ("QÐ-UBND; NÐ-CP, HÐND, BCÐ và Ðài TH", TIMES),
        shown="QÐ-UBND; NÐ-CP, HÐND, BCÐ và Ðài TH",
        encoding="unicode",
    ),
    case(
        "French in a font of Unicode",
        ("Société Générale, Crédit agricole, naïveté", TIMES),
        shown="Société Générale, Crédit agricole, naïveté",
        encoding="unicode",
    ),
    case(
        "mixed paragraph",
        ("B¸o c¸o: ", ".VnTime"),
        ("tài chính năm nay", ".VnTime"),
        (" cña tØnh", ".VnTime"),
        shown="Báo cáo: |tài chính năm nay| của tỉnh",
    ),
    case(
        "VNI beside TCVN3",
        ("Caên cöù ", "VNI-Times"),
        ("NghÞ ®Þnh sè 5", ".VnTime"),
        shown="Căn cứ |Nghị định số 5",
    ),
    case(
        "VNI typed in a font of TCVN3",
        ("Söï phaùt trieån cuûa tænh", "VNSTCVN3"),
        shown="Sự phát triển của tỉnh",
        encoding="vni",
    ),
    case(
        "TCVN3 under a Latin name",
        ("Thùc hiÖn NghÞ quyÕt", TIMES),
        shown="Thực hiện Nghị quyết",
        encoding="tcvn3",
    ),
    case(
        "one word of TCVN3 under a Latin name",
        ("Chñ tÞch UBND ", ".VnTime"),
        ("tØnh", TIMES),
        (" ký", ".VnTime"),
        shown="Chủ tịch UBND |tỉnh| ký",
    ),
    case(
        "short run after its neighbours",
        ("Ng©n hµng ", ".VnTime"),
        ("cã", ".VnTime"),
        (" ®ñ vèn", ".VnTime"),
        shown="Ngân hàng |có| đủ vốn",
    ),
    case(
        "the same word after other neighbours",
        ("Ngân hàng đã ", ".VnTime"),
        ("có", ".VnTime"),
        (" vốn", ".VnTime"),
        shown="Ngân hàng đã |có| vốn",
    ),
    case(
        "word cut between runs",
        ("B", ".VnTime"),
        ("¸o c", ".VnTime"),
        ("¸", ".VnTimeH"),
        ("o", ".VnTime"),
        shown="B|áo c|Á|o",
    ),
    case(
        "letter cut between runs",
        ("Ba", "VNI-Times"),
        ("ùo ca", "VNI-Times"),
        ("ùo tænh", "VNI-Times"),
        shown="Bá|o cá|o tỉnh",
    ),
    case(
        "lifted by a symbol charset",
        ("\uf042\uf0b8\uf06f\uf020\uf063\uf0b8\uf06f", ".VnTime"),
        shown="Báo cáo",
    ),
    case("symbols stay lifted", ("\uf0b7\uf0a7", "Symbol"), shown="\uf0b7\uf0a7"),
    case("abbreviation with Đ", ("N§-CP, H§ND, Q§-UBND", ".VnTime"), shown="NĐ-CP, HĐND, QĐ-UBND"),
    case(
        "VietWare",
        ("Baïo caïo, Hoüc chênh taí", "VNtimes new roman"),
        shown="Báo cáo, Học chính tả",
        encoding="vietware-x",
    ),
    case(
        "no font known",
        ("Thùc hiÖn nhiÖm vô ph¸t triÓn", None),
        shown="Thực hiện nhiệm vụ phát triển",
    ),
    case("empty", ("", ".VnTime"), shown=""),
]


@pytest.mark.parametrize("each", CASES, ids=[each.name for each in CASES])
def test_trap(each: Case) -> None:
    runs = [FontRun(text, font) for text, font in each.runs]
    for document in (survey([]), survey([runs])):
        decoded = decode(runs, document=document)
        assert decoded.texts == each.shown
        assert each.encoding is None or decoded.encoding == each.encoding


@pytest.mark.parametrize("font", [".VnTime", "VNI-Times"])
def test_vietnamese_charset_is_undone(font: str) -> None:
    encoding = "tcvn3" if font == ".VnTime" else "vni"
    text = "Nhìn chung kết quả đã được nhân dân ủng hộ, số hộ nghèo giảm, mọi người ở các xã đều rõ"
    passed = tables()[encoding].encode(text).encode("latin-1").decode("cp1258")
    runs = [FontRun(passed, font, 163)]
    assert decode(runs).texts == (text,)
    assert decode([FontRun(passed, font)]).encoding == encoding


def test_detour_is_not_taken_for_unicode_words_with_its_letters() -> None:
    runs = [FontRun("năm đó cơ sở đi lên", ".VnTime", 163), FontRun("đi tư năm", ".VnTime", 163)]
    assert decode(runs).texts == tuple(run.text for run in runs)


def test_a_run_without_evidence_follows_its_font_in_the_document() -> None:
    old = [[FontRun("Thùc hiÖn nhiÖm vô ph¸t triÓn kinh tÕ x· héi cña tØnh trong n¨m qua", ".VnTime")]]
    new = [[FontRun("Thực hiện nhiệm vụ phát triển kinh tế xã hội của tỉnh trong năm qua", ".VnTime")]]
    short = [FontRun("cã", ".VnTime")]
    assert decode(short, document=survey(old)).texts == ("có",)
    assert decode(short, document=survey(new)).texts == ("cã",)


def test_capitals_font_leaves_plain_letters_where_its_other_runs_are_unicode() -> None:
    new = [[FontRun("Thực hiện nhiệm vụ phát triển kinh tế xã hội của tỉnh trong năm qua", ".VnTimeH")]]
    assert decode([FontRun("Quang Nam", ".VnTimeH")], document=survey(new)).texts == ("Quang Nam",)
    assert decode([FontRun("Quang Nam", ".VnTimeH")]).texts == ("QUANG NAM",)


def test_words_of_a_latin_font_that_stand_alone_decide_together() -> None:
    cells = [
        [FontRun(cell, TIMES)] for cell in ("Tæng sè", "Thµnh phè", "HuyÖn", "n«ng nghiÖp", "c«ng nghiÖp")
    ]
    decoded = [decode(cell, document=survey(cells)).texts[0] for cell in cells]
    assert decoded == ["Tổng số", "Thành phố", "Huyện", "nông nghiệp", "công nghiệp"]
