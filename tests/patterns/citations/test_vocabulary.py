import pytest

from patterns.citations.issuers import issuer_before, read_issuer
from patterns.citations.vocabulary import abbreviations, kind_of, readings
from patterns.finding import find
from patterns.folding import fold, unify
from patterns.gazetteers import phrases, read_data


def test_every_abbreviation_stands_for_a_known_type() -> None:
    names = {entry.name for entry in phrases("document_types")}
    assert {each.type for each in abbreviations()} <= names
    assert len(set(abbreviations())) == len(abbreviations())


@pytest.mark.parametrize(
    ("symbol", "system", "first"),
    [
        ("QĐ", "state", "Quyết định"),
        ("TT", "state", "Thông tư"),
        ("TT", "party", "Thông tri"),
        ("TTr", "state", "Tờ trình"),
        ("TTr", "front", "Thông tri"),
        ("CV", "party", "Công văn"),
        ("qđi", "party", "Quy định"),
        ("CTr", "procuracy", "Cáo trạng"),
    ],
)
def test_an_abbreviation_is_read_by_its_system(symbol: str, system: str, first: str) -> None:
    assert readings(symbol, system)[0].type == first  # type: ignore[arg-type]


def test_readings_carry_the_days_between_which_they_hold() -> None:
    (new,) = readings("QĐi")
    assert (new.since, new.until) == ("2018-04-03", None)
    assert readings("PL")[0].until == "2016-06-30"


def test_laws_norms_and_acts_are_told_apart() -> None:
    assert [kind_of(name) for name in ("Luật", "Chỉ thị", "Kế hoạch", "Bài báo")] == [
        "law",
        "norm",
        "act",
        None,
    ]


BODIES = [
    ("UBND tỉnh Hà Giang về giao đất", "UBND tỉnh Hà Giang"),
    ("ỦY BAN NHÂN DÂN TỈNH VỀ GIAO ĐẤT", "ỦY BAN NHÂN DÂN TỈNH"),
    ("Uỷ ban nhân dân huyện Mai Sơn quy định", "Uỷ ban nhân dân huyện Mai Sơn"),
    ("Chủ tịch UBND thành phố Hồ Chí Minh ban hành", "Chủ tịch UBND thành phố Hồ Chí Minh"),
    ("Bộ trưởng Bộ Y tế, hướng dẫn", "Bộ trưởng Bộ Y tế"),
    ("Bộ Nông nghiệp và PTNT hướng dẫn", "Bộ Nông nghiệp và PTNT"),
    ("Sở Văn hóa, Thể thao và Du lịch tỉnh về", "Sở Văn hóa, Thể thao và Du lịch tỉnh"),
    ("Sở Kế hoạch và Đầu tư tại văn bản", "Sở Kế hoạch và Đầu tư"),
    ("Ban Chỉ đạo quốc gia về chuyển đổi số ban hành", "Ban Chỉ đạo quốc gia về chuyển đổi số"),
    ("Ban Thường vụ Tỉnh ủy Lào Cai đã", "Ban Thường vụ Tỉnh ủy Lào Cai"),
    ("Đảng ủy xã Tân Lập có", "Đảng ủy xã Tân Lập"),
    ("Hội nghị lần thứ tư Ban Chấp hành Trung ương khóa XII", "Ban Chấp hành Trung ương"),
    ("Bộ Chính trị (khóa XI)", "Bộ Chính trị"),
    ("Tòa án nhân dân tỉnh Gia Lai.", "Tòa án nhân dân tỉnh Gia Lai"),
    ("tỉnh và huyện", None),
    ("Hội nghị cán bộ", None),
    ("Bộ máy chính quyền", None),
    ("Nhà nước", None),
]


@pytest.mark.parametrize(("text", "body"), BODIES)
def test_a_body_is_read_to_the_end_of_its_name(text: str, body: str | None) -> None:
    span = read_issuer(unify(text), fold(text), 0, len(text))
    assert (text[span[0] : span[1]] if span else None) == body


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Ngày 5, Sở Y tế", "Sở Y tế"),
        ("Sau khi Bộ Chính trị", "Bộ Chính trị"),
        ("Thực hiện chỉ đạo của tỉnh, Ban Thường vụ Huyện ủy", "Ban Thường vụ Huyện ủy"),
        ("các cấp, các ngành", None),
    ],
)
def test_the_body_at_the_end_of_a_clause(text: str, body: str | None) -> None:
    span = issuer_before(unify(text), fold(text), 0, len(text))
    assert (text[span[0] : span[1]] if span else None) == body


@pytest.mark.parametrize("name", read_data("laws")["names"])
def test_a_law_keeps_the_whole_of_its_name(name: str) -> None:
    (citation,) = find(f"Theo Luật {name} năm 2015, các cơ quan đã làm.").citations
    assert citation.raw == f"Luật {name} năm 2015"


@pytest.mark.parametrize(
    "text", ["Luật Đất đai tại tỉnh năm 2014", "Luật Hộ tịch được ban hành vào năm 2014"]
)
def test_words_behind_a_law_are_not_its_name(text: str) -> None:
    assert find(text).citations == ()


@pytest.mark.parametrize(
    ("word", "kind"),
    [(word, kind) for kind, words in read_data("relations")["kinds"].items() for word in words],
)
def test_every_word_of_relation_says_its_kind(word: str, kind: str) -> None:
    (relation,) = find(f"Tỉnh {word} Nghị định số 12/2015/NĐ-CP").relations
    assert (relation.raw, relation.kind, relation.source) == (word, kind, None)
