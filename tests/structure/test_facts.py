"""Letterhead, title, signature and the facts they give, for offices of every kind."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from extractor.report import Facts, Report


@dataclass(frozen=True, slots=True)
class Case:
    """A report as written and some of its facts."""

    source: str
    facts: Facts
    markdown: bool = False


CASES = {
    "district, two columns on each line": Case(
        """\
           ỦY BAN NHÂN DÂN                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            HUYỆN MAI SƠN                     Độc lập - Tự do - Hạnh phúc
            -------                             ---------------
           Số: 145/BC-UBND                   Mai Sơn, ngày 05 tháng 7 năm 2019

                                    BÁO CÁO
           Tình hình phát triển kinh tế - xã hội 6 tháng đầu năm 2019,
                  nhiệm vụ trọng tâm 6 tháng cuối năm 2019
                                  ___________

        Kính gửi: - Ủy ban nhân dân tỉnh Sơn La;
                  - Thường trực Huyện ủy.

        Thực hiện Công văn số 512/SKHĐT-TH ngày 20/5/2019 của Sở Kế hoạch và Đầu tư, Ủy ban
        nhân dân huyện báo cáo như sau.

        Nơi nhận:                          TM. ỦY BAN NHÂN DÂN
        - Như trên;                             KT. CHỦ TỊCH
        - TT HĐND huyện;                       PHÓ CHỦ TỊCH
        - Lưu: VT, TCKH.
                                                 (Đã ký)

                                              Lò Văn Pánh
        """,
        Facts(
            type="Báo cáo",
            number="145/BC-UBND",
            issuer="Ủy ban nhân dân huyện Mai Sơn",
            province="Sơn La",
            place="Mai Sơn",
            date="2019-07-05",
            title="BÁO CÁO Tình hình phát triển kinh tế - xã hội 6 tháng đầu năm 2019, "
            "nhiệm vụ trọng tâm 6 tháng cuối năm 2019",
            period_from="2019-01-01",
            period_to="2019-06-30",
            signer="Lò Văn Pánh",
            signer_title="Phó Chủ tịch",
            recipients=("Như trên", "TT HĐND huyện", "Lưu: VT, TCKH"),
        ),
    ),
    "department, day left blank, ending set as a table": Case(
        """\
        UBND TỈNH GIA LAI
        **SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN**

        **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**
        **Độc lập - Tự do - Hạnh phúc**

        Số: 87/BC-SNNPTNT

        *Gia Lai, ngày ... tháng 4 năm 2022*

        # BÁO CÁO

        ## Công tác phòng, chống hạn quý I/2022

        **1. Tình hình**

        Toàn tỉnh có 1.234 ha bị hạn.

        | Nơi nhận: - Bộ Y tế; - UBND tỉnh; - Lưu: VT. | **KT. GIÁM ĐỐC** **PHÓ GIÁM ĐỐC** Lê Thị Hồng |
        |---|---|
        """,
        Facts(
            type="Báo cáo",
            number="87/BC-SNNPTNT",
            issuer="Sở Nông nghiệp và Phát triển nông thôn tỉnh Gia Lai",
            province="Gia Lai",
            place="Gia Lai",
            title="BÁO CÁO Công tác phòng, chống hạn quý I/2022",
            period_from="2022-01-01",
            period_to="2022-03-31",
            signer="Lê Thị Hồng",
            signer_title="Phó Giám đốc",
            recipients=("Bộ Y tế", "UBND tỉnh", "Lưu: VT"),
        ),
        markdown=True,
    ),
    "district Party committee, letterhead set as a table": Case(
        """\
        | ĐẢNG BỘ TỈNH HÀ GIANG **HUYỆN UỶ QUẢN BẠ** | **ĐẢNG CỘNG SẢN VIỆT NAM** |
        |---|---|
        | * Số 215-BC/HU | *Quản Bạ, ngày 20 tháng 9 năm 2021* |

        **BÁO CÁO**
        **tổng kết 10 năm thực hiện Nghị quyết số 05-NQ/TU giai đoạn 2011 - 2020**

        ---

        Thực hiện Công văn số 310-CV/TU, Ban Thường vụ Huyện uỷ báo cáo như sau:

        **T/M BAN THƯỜNG VỤ**
        **BÍ THƯ**

        **Đỗ Quốc Hương**

        *Nơi nhận*:

        - Ban Thường vụ Tỉnh uỷ (b/c),
        - Lưu Văn phòng Huyện uỷ.
        """,
        Facts(
            type="Báo cáo",
            number="215-BC/HU",
            issuer="Ban Thường vụ Huyện uỷ Quản Bạ",
            province="Hà Giang",
            place="Quản Bạ",
            date="2021-09-20",
            title="BÁO CÁO tổng kết 10 năm thực hiện Nghị quyết số 05-NQ/TU giai đoạn 2011 - 2020",
            period_from="2011-01-01",
            period_to="2020-12-31",
            signer="Đỗ Quốc Hương",
            signer_title="Bí thư",
            recipients=("Ban Thường vụ Tỉnh uỷ (b/c)", "Lưu Văn phòng Huyện uỷ"),
        ),
        markdown=True,
    ),
    "staff body of a provincial Party committee": Case(
        """\
        TỈNH UỶ KIÊN GIANG
        BAN DÂN VẬN
        *
        Số 88-HD/BDVTU
        ĐẢNG CỘNG SẢN VIỆT NAM
        Rạch Giá, ngày 02 tháng 4 năm 2020

        HƯỚNG DẪN
        về công tác dân vận của chính quyền

        Căn cứ chương trình công tác, Ban Dân vận hướng dẫn như sau:

        K/T TRƯỞNG BAN
        PHÓ TRƯỞNG BAN
        Lê Thị Bé
        """,
        Facts(
            type="Hướng dẫn",
            number="88-HD/BDVTU",
            issuer="Ban Dân vận Tỉnh uỷ Kiên Giang",
            province="Kiên Giang",
            place="Rạch Giá",
            date="2020-04-02",
            title="HƯỚNG DẪN về công tác dân vận của chính quyền",
            signer="Lê Thị Bé",
            signer_title="Phó Trưởng ban",
        ),
    ),
    "resolution of a people's council": Case(
        """\
        HỘI ĐỒNG NHÂN DÂN
        TỈNH KON TUM
        -------
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc
        Số: 12/2021/NQ-HĐND
        Kon Tum, ngày 09 tháng 7 năm 2021

        NGHỊ QUYẾT
        VỀ ĐỊNH MỨC CHI CÔNG TÁC PHÍ
        TRÊN ĐỊA BÀN TỈNH KON TUM

        HỘI ĐỒNG NHÂN DÂN TỈNH KON TUM
        KHÓA XII KỲ HỌP THỨ 2

        Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;

        QUYẾT NGHỊ:

        Điều 1. Quy định mức chi như sau:
        1. Phụ cấp lưu trú: 200.000 đồng/ngày.

        CHỦ TỊCH

        Dương Văn Trang
        """,
        Facts(
            type="Nghị quyết",
            number="12/2021/NQ-HĐND",
            issuer="Hội đồng nhân dân tỉnh Kon Tum",
            province="Kon Tum",
            place="Kon Tum",
            date="2021-07-09",
            title="NGHỊ QUYẾT VỀ ĐỊNH MỨC CHI CÔNG TÁC PHÍ TRÊN ĐỊA BÀN TỈNH KON TUM",
            signer="Dương Văn Trang",
            signer_title="Chủ tịch",
        ),
    ),
    "ministry, number left blank": Case(
        """\
        BỘ GIAO THÔNG VẬN TẢI
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc
        Số:        /BC-BGTVT
        Hà Nội, ngày 15 tháng 8 năm 2016

        BÁO CÁO
        Công tác bảo đảm trật tự an toàn giao thông tháng 7 và 7 tháng đầu năm 2016

        Trong tháng, tỉnh Bắc Ninh xảy ra 12 vụ; tỉnh Bắc Ninh đã xử lý.

        KT. BỘ TRƯỞNG
        THỨ TRƯỞNG
        Lê Đình Thọ

        Nơi nhận:
        - Thủ tướng Chính phủ (để b/c);
        - Lưu: VT.
        """,
        Facts(
            type="Báo cáo",
            issuer="Bộ Giao thông vận tải",
            place="Hà Nội",
            date="2016-08-15",
            title="BÁO CÁO Công tác bảo đảm trật tự an toàn giao thông tháng 7 và 7 tháng đầu năm 2016",
            period_from="2016-01-01",
            period_to="2016-07-31",
            signer="Lê Đình Thọ",
            signer_title="Thứ trưởng",
            recipients=("Thủ tướng Chính phủ (để b/c)", "Lưu: VT"),
        ),
    ),
    "official letter, which names no type": Case(
        """\
        UBND TỈNH YÊN BÁI
        SỞ NỘI VỤ
        Số: 356/SNV-CCVC
        V/v báo cáo tình hình biên chế
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc
        Yên Bái, ngày 12 tháng 02 năm 2021

        Kính gửi: Các sở, ban, ngành tỉnh

        Thực hiện Công văn số 12/BNV-TCBC ngày 05/01/2021 của Bộ Nội vụ, Sở Nội vụ đề nghị
        các đơn vị báo cáo trước ngày 20/02/2021.

        GIÁM ĐỐC
        Nguyễn Huy Anh
        """,
        Facts(
            type="Công văn",
            number="356/SNV-CCVC",
            issuer="Sở Nội vụ tỉnh Yên Bái",
            province="Yên Bái",
            place="Yên Bái",
            date="2021-02-12",
            signer="Nguyễn Huy Anh",
            signer_title="Giám đốc",
        ),
    ),
    "a title that names its own document, no letterhead": Case(
        """\
        Quyết định
        của Thủ tướng Chính phủ số 95/2003/QĐ-TTg
        ngày 06 tháng 5 năm 2003 về việc thành lập
        Ban Chỉ đạo phát triển vùng
        Thủ tướng Chính phủ
        Căn cứ Luật Tổ chức Chính phủ ngày 25 tháng 12 năm 2001;
        Quyết định:
        Điều 1. Thành lập Ban Chỉ đạo.
        """,
        Facts(
            type="Quyết định",
            number="95/2003/QĐ-TTg",
            issuer="Thủ tướng Chính phủ",
            date="2003-05-06",
            title="Quyết định của Thủ tướng Chính phủ số 95/2003/QĐ-TTg ngày 06 tháng 5 năm 2003 "
            "về việc thành lập Ban Chỉ đạo phát triển vùng",
        ),
    ),
    "no letterhead: signature, file copy and body": Case(
        """\
        **BÁO CÁO**

        **sơ kết 03 năm thực hiện Chỉ thị số 21-CT/TU**

        Tỉnh Tuyên Quang có 6 huyện. Đảng bộ tỉnh Tuyên Quang đã đạt kết quả.

        **Nơi nhận:**

        - Các huyện uỷ, thành uỷ,
        - Lưu Văn phòng Tỉnh uỷ.

        **T/M BAN THƯỜNG VỤ**
        **PHÓ BÍ THƯ THƯỜNG TRỰC**

        **Nguyễn Hồng Thắm**
        """,
        Facts(
            type="Báo cáo",
            issuer="Ban Thường vụ Tỉnh uỷ Tuyên Quang",
            province="Tuyên Quang",
            title="BÁO CÁO sơ kết 03 năm thực hiện Chỉ thị số 21-CT/TU",
            signer="Nguyễn Hồng Thắm",
            signer_title="Phó Bí thư Thường trực",
            recipients=("Các huyện uỷ, thành uỷ", "Lưu Văn phòng Tỉnh uỷ"),
        ),
        markdown=True,
    ),
    "small letters where a font of capitals was lost": Case(
        """\
        uỷ ban nhân dân
        Cộng hoà xã hội chủ nghĩa việt nam

        Tỉnh hà nam
        ----------
        Độc lập - Tự do - Hạnh phúc

        Phủ Lý, ngày 12 tháng 6 năm 2001

        báo cáo
        Tình hình thực hiện kế hoạch năm 2000

        Năm 2000, kinh tế của tỉnh tăng trưởng 8%.

        TM. Uỷ ban nhân dân tỉnh Hà Nam
        Chủ tịch
        Đinh Văn Cương
        """,
        Facts(
            type="Báo cáo",
            issuer="Uỷ ban nhân dân tỉnh Hà Nam",
            province="Hà Nam",
            place="Phủ Lý",
            date="2001-06-12",
            title="báo cáo Tình hình thực hiện kế hoạch năm 2000",
            period_from="2000-01-01",
            period_to="2000-12-31",
            signer="Đinh Văn Cương",
            signer_title="Chủ tịch",
        ),
    ),
}
FIELDS = [name for name in Facts.__slots__ if name != "evidence"]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_facts(compose, case: Case) -> None:
    report: Report = compose.markdown(case.source) if case.markdown else compose.text(case.source)
    found = {name: getattr(report.facts, name) for name in FIELDS}
    assert found == {name: getattr(case.facts, name) for name in FIELDS}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_each_fact_has_its_evidence(compose, case: Case) -> None:
    report: Report = compose.markdown(case.source) if case.markdown else compose.text(case.source)
    names = {fact.name for fact in report.facts.evidence}
    told = {name for name in FIELDS if getattr(report.facts, name)} - {
        "period_from",
        "period_to",
        "recipients",
    }
    assert told <= names
    for fact in report.facts.evidence:
        assert fact.start is not None and fact.end is not None
        assert report.text[fact.start : fact.end].strip()
        if fact.name in ("signer", "recipient", "place"):
            assert report.text[fact.start : fact.end] == fact.value


def test_the_parts_of_a_report_have_their_kinds(compose) -> None:
    report = compose.text(CASES["district, two columns on each line"].source)
    kinds = {}
    for block in report.blocks:
        kinds.setdefault(block.kind.value, []).append(report.text[block.start : block.end])
    assert kinds["letterhead"][0] == "ỦY BAN NHÂN DÂN"
    assert kinds["title"][0] == "BÁO CÁO"
    assert kinds["signature"] == [
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "(Đã ký)",
        "Lò Văn Pánh",
    ]
    assert len(kinds["furniture"]) == 2
    assert len(kinds["paragraph"]) == 1


def test_a_plan_in_the_title_is_not_the_period(compose) -> None:
    for title, period in [
        ("Kết quả công tác năm 2020 và phương hướng, nhiệm vụ năm 2021", ("2020-01-01", "2020-12-31")),
        ("Tình hình thực hiện nhiệm vụ năm 2018", ("2018-01-01", "2018-12-31")),
        ("tổng kết 10 năm thực hiện Nghị quyết số 04-NQ/TW, ngày 12/5/2011", (None, None)),
    ]:
        report = compose.text(f"BÁO CÁO\n{title}\n\nNăm qua, huyện đạt nhiều kết quả.\n")
        assert (report.facts.period_from, report.facts.period_to) == period


def test_a_province_named_once_or_beside_others_settles_nothing(compose) -> None:
    for body in ("Đoàn đã thăm tỉnh Lào Cai.", "Hội nghị có tỉnh Lào Cai, tỉnh Yên Bái và tỉnh Phú Thọ dự."):
        assert compose.text(f"BÁO CÁO\nKết quả hội nghị\n\n{body}\n").facts.province is None
