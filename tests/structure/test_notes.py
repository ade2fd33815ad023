"""Footnotes: how far a body goes, and marks and bodies brought together."""

from __future__ import annotations

from extractor.report import Report


def linked(report: Report) -> list[tuple[str, str | None, str | None]]:
    """Label, mark and body of each footnote."""
    return [
        (
            note.label,
            report.text[note.marker_start : note.marker_end] if note.marker_start is not None else None,
            report.text[report.blocks[note.body].start : report.blocks[note.body].end]
            if note.body is not None
            else None,
        )
        for note in report.footnotes
    ]


def kinds(report: Report) -> list[str]:
    return [problem.kind for problem in report.problems]


def test_marks_meet_their_bodies_however_they_are_spelt(compose):
    report = compose.markdown(
        "Một<sup>(1)</sup>, hai<sup>2)</sup>, ba³, bốn[^4].\n\n<sup>1)</sup> Chú một.\n\n"
        "$^{2}$ Chú hai.\n\n³ Chú ba.\n\n[^4]: Chú bốn.\n"
    )
    assert linked(report) == [
        ("1", "(1)", "Chú một."),
        ("2", "2)", "Chú hai."),
        ("3", "³", "Chú ba."),
        ("4", "[^4]", "Chú bốn."),
    ]
    assert kinds(report) == []


def test_a_footnote_stands_in_the_section_of_its_mark(compose):
    report = compose.markdown(
        "## I. MỘT\n\nCó kế hoạch<sup>(1)</sup>.\n\n## II. HAI\n\nĐoạn khác.\n\n<sup>1)</sup> Số 5.\n"
    )
    (note,) = report.footnotes
    assert note.body is not None
    assert note.section == report.blocks[note.body].section == (0,)


def test_counts_that_begin_anew_on_each_page(compose):
    report = compose.markdown(
        "Trang đầu¹ của tỉnh.\n\n¹ Chú đầu.\n\n<!-- page 2 -->\n\nTrang sau¹ của tỉnh.\n\n¹ Chú sau.\n"
    )
    assert [body for _, _, body in linked(report)] == ["Chú đầu.", "Chú sau."]


def test_what_has_no_partner_is_a_problem(compose):
    report = compose.markdown(
        "Một<sup>(1)</sup> hai<sup>(2)</sup>.\n\n<sup>2)</sup> Có.\n\n<sup>3)</sup> Lạc.\n"
    )
    assert linked(report) == [("1", "(1)", None), ("2", "(2)", "Có."), ("3", None, "Lạc.")]
    assert sorted(kinds(report)) == ["footnote_without_body", "footnote_without_marker"]


def test_two_marks_for_one_body(compose):
    report = compose.markdown("Một<sup>(1)</sup> và lại<sup>(1)</sup>.\n\n<sup>1)</sup> Chung.\n")
    assert [body for _, _, body in linked(report)] == ["Chung.", "Chung."]
    assert kinds(report) == ["footnote_marked_twice"]


def bodies(report: Report) -> list[str]:
    return [report.text[b.start : b.end] for b in report.blocks if b.kind == "footnote"]


def test_a_note_that_enumerates_goes_on_in_paragraphs_of_the_same_kind(compose):
    report = compose.markdown(
        """\
        Tỉnh đã ban hành nhiều văn bản<sup>(1)</sup>.

        <sup>1)</sup> Kế hoạch số 15/KH-UBND, ngày 05/3/2019; Công văn số 220/UBND-NC, ngày 10/4/2019.

        Quyết định số 61/QĐ-UBND ban hành quy chế. Chỉ thị số 07/CT-UBND, ngày 20/6/2019 về kỷ luật...

        Nhờ đó, kỷ cương được giữ vững ở các cơ quan.
        """
    )
    assert len(bodies(report)) == 1
    assert bodies(report)[0].endswith("về kỷ luật...")
    assert compose.blocks(report, "paragraph")[-1].startswith("Nhờ đó")


def test_a_note_that_introduces_a_list_takes_it(compose):
    report = compose.markdown(
        "Có 3 mô hình<sup>(1)</sup>.\n\n<sup>1)</sup> Gồm:\n\n- Mô hình A;\n\n- Mô hình B.\n\nĐều tốt.\n"
    )
    assert bodies(report) == ["Gồm: - Mô hình A; - Mô hình B."]


def test_what_stands_before_the_rest_of_an_open_sentence_is_the_notes(compose):
    report = compose.markdown(
        "Toàn tỉnh có 12 huyện<sup>(1)</sup>, các cơ quan\n\n<sup>1)</sup> Không kể thành phố.\n\n"
        "Số liệu đến ngày 30/6/2020.\n\nhành chính đã được sắp xếp.\n"
    )
    assert bodies(report) == ["Không kể thành phố. Số liệu đến ngày 30/6/2020."]
    assert compose.blocks(report)[0].endswith("các cơ quan hành chính đã được sắp xếp.")


def test_an_ordinary_paragraph_after_a_note_is_the_bodys(compose):
    report = compose.markdown(
        "Đã kiểm tra 5 xã<sup>(1)</sup>.\n\n<sup>1)</sup> Theo Kế hoạch số 3/KH-UBND.\n\nCó 2 vụ.\n"
    )
    assert bodies(report) == ["Theo Kế hoạch số 3/KH-UBND."]


def test_notes_typed_in_plain_text(compose):
    report = compose.text(
        """\
        Hội đồng nhân dân huyện đã giám sát 12 đơn vị(1), kiến nghị 30 nội dung(2); các
        (1) Gồm 5 phòng và 7 xã.
        (2) Trong đó lĩnh vực đất đai chiếm 18 nội dung, lĩnh vực xây dựng chiếm 12 nội
        dung.
        2
        đơn vị đã thực hiện 25 kiến nghị.
        """
    )
    assert [label for label, _, _ in linked(report)] == ["1", "2"]
    assert bodies(report)[1].endswith("12 nội dung.")
    assert compose.blocks(report, "paragraph") == [
        "Hội đồng nhân dân huyện đã giám sát 12 đơn vị(1), kiến nghị 30 nội dung(2); các đơn vị đã "
        "thực hiện 25 kiến nghị."
    ]


def test_bodies_that_lack_a_bracket_belong_to_raised_marks(compose):
    report = compose.markdown(
        "Đạt kế hoạch<sup>(1)</sup>; hoàn\n\n1) Theo Kế hoạch số 5.\n\nthành chỉ tiêu.\n"
    )
    assert linked(report) == [("1", "(1)", "Theo Kế hoạch số 5.")]
    assert compose.blocks(report)[0] == "Đạt kế hoạch(1); hoàn thành chỉ tiêu."


def test_numbers_in_brackets_that_no_mark_announces_are_items(compose):
    report = compose.text("Các giải pháp:\n(1) Tuyên truyền;\n(2) Kiểm tra theo mục (1).\n")
    assert report.footnotes == ()
    assert [block.label for block in report.blocks] == [None, "1", "2"]


def test_marks_that_plain_text_has_set_on_the_line(compose):
    report = compose.text(
        "Thực hiện Quyết định số 1956/QĐ-TTg1, tỷ lệ hộ nghèo còn 8,4%2; có 45 xã3 đạt chuẩn.\n"
        "\n"
        "1 Quyết định phê duyệt Đề án đào tạo nghề.\n"
        "2 Năm 2018 là 9,1%.\n"
        "3 Gồm 12 xã miền núi.\n"
    )
    assert linked(report) == [
        ("1", "1", "Quyết định phê duyệt Đề án đào tạo nghề."),
        ("2", "2", "Năm 2018 là 9,1%."),
        ("3", "3", "Gồm 12 xã miền núi."),
    ]


def test_figures_of_units_and_symbols_are_no_marks(compose):
    report = compose.text(
        "Trồng 120 m2 hoa theo Nghị quyết số 96/2015/QH13, Kế hoạch 45/KH-PV01 tại khu đất 12 km2.\n"
        "\n"
        "2 Đội thi công.\n"
        "13 Tổ dân phố.\n"
    )
    assert report.footnotes == ()
