import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from patterns.citations.symbols import read_number_symbol
from patterns.folding import unify

# printed, number, year, symbol, code, abbreviation, system
TABLE = [
    ("45/2013/NĐ-CP", "45", 2013, "NĐ-CP", "45/2013/NĐ-CP", "NĐ", "state"),
    ("30a/2008/NQ-CP", "30a", 2008, "NQ-CP", "30a/2008/NQ-CP", "NQ", "state"),
    ("83/2015/QH13", "83", 2015, "QH13", "83/2015/QH13", None, "state"),
    ("26/2005/PL-UBTVQH11", "26", 2005, "PL-UBTVQH11", "26/2005/PL-UBTVQH11", "PL", "state"),
    ("1956/QĐ-TTg", "1956", None, "QĐ-TTg", "1956/QĐ-TTg", "QĐ", "state"),
    ("3488/UBND-SNV", "3488", None, "UBND-SNV", "3488/UBND-SNV", None, "state"),
    ("14/QC-UBND-MT&ĐT", "14", None, "QC-UBND-MT&ĐT", "14/QC-UBND-MT&ĐT", "QC", "state"),
    ("02/2017/TTLT-VKSNDTC-BCA", "02", 2017, "TTLT-VKSNDTC-BCA", "02/2017/TTLT-VKSNDTC-BCA", "TTLT", "state"),
    ("78/2006/TTLT/BTC-BGTVT", "78", 2006, "TTLT/BTC-BGTVT", "78/2006/TTLT/BTC-BGTVT", "TTLT", "state"),
    ("120-KL/TW", "120", None, "KL/TW", "120-KL/TW", "KL", "party"),
    ("07-QĐi/TW", "07", None, "QĐi/TW", "07-QĐi/TW", "QĐi", "party"),
    ("15-QyĐ/ĐU", "15", None, "QyĐ/ĐU", "15-QyĐ/ĐU", "QyĐ", "party"),
    ("150-QĐ/ThU", "150", None, "QĐ/ThU", "150-QĐ/ThU", "QĐ", "party"),
    ("18/TTr-MTTW-BTT", "18", None, "TTr-MTTW-BTT", "18/TTr-MTTW-BTT", "TTr", "front"),
    ("29-HD/TWĐTN-VP", "29", None, "HD/TWĐTN-VP", "29-HD/TWĐTN-VP", "HD", "union"),
    ("22HD/TWĐTN", "22", None, "HD/TWĐTN", "22-HD/TWĐTN", "HD", "union"),
    ("298 KH/TWĐTN", "298", None, "KH/TWĐTN", "298-KH/TWĐTN", "KH", "union"),
    ("16/CP", "16", None, "CP", "16/CP", None, "state"),
    ("28-CP", "28", None, "CP", "28-CP", None, "state"),
    ("217-HĐBT", "217", None, "HĐBT", "217-HĐBT", None, "state"),
    ("82 TC/TCT", "82", None, "TC/TCT", "82 TC/TCT", None, "state"),
    ("35/1999/QĐ.UB", "35", 1999, "QĐ.UB", "35/1999/QĐ.UB", "QĐ", "state"),
    ("74/97/TT/BTC", "74", 1997, "TT/BTC", "74/97/TT/BTC", "TT", "state"),
    ("24/2000/NĐ - CP", "24", 2000, "NĐ-CP", "24/2000/NĐ-CP", "NĐ", "state"),
    ("05/2014/TT-\nBTP", "05", 2014, "TT-BTP", "05/2014/TT-BTP", "TT", "state"),
    ("05/2014/ \nTT-BTP", "05", 2014, "TT-BTP", "05/2014/TT-BTP", "TT", "state"),
    ("99 / 1998/TT-BTC", "99", 1998, "TT-BTC", "99/1998/TT-BTC", "TT", "state"),
    ("186/2006QĐ-TTg", "186", 2006, "QĐ-TTg", "186/2006/QĐ-TTg", "QĐ", "state"),
    ("19/2013/TTBTNMT", "19", 2013, "TTBTNMT", "19/2013/TT-BTNMT", "TT", "state"),
    ("15/QÐ-UBND", "15", None, "QĐ-UBND", "15/QĐ-UBND", "QĐ", "state"),
    ("1O5/KH-UBND", "105", None, "KH-UBND", "105/KH-UBND", "KH", "state"),
    ("34/2019/PL-UBTVQHI4", "34", 2019, "PL-UBTVQHI4", "34/2019/PL-UBTVQH14", "PL", "state"),
    ("61/2004/QH1I", "61", 2004, "QH1I", "61/2004/QH11", None, "state"),
    ("20/1999/QH1O", "20", 1999, "QH1O", "20/1999/QH10", None, "state"),
    ("105/2016/NQ-UBTVQHI3", "105", 2016, "NQ-UBTVQHI3", "105/2016/NQ-UBTVQH13", "NQ", "state"),
    ("18/2008/QHI2", "18", 2008, "QHI2", "18/2008/QH12", None, "state"),
    ("26/NQ-QHII", "26", None, "NQ-QHII", "26/NQ-QHII", "NQ", "state"),
    ("40/KH-BCĐI3", "40", None, "KH-BCĐI3", "40/KH-BCĐI3", "KH", "state"),
    ("88/QĐ-TTG", "88", None, "QĐ-TTG", "88/QĐ-TTg", "QĐ", "state"),
    ("1.234/QĐ-UBND", "1.234", None, "QĐ-UBND", "1234/QĐ-UBND", "QĐ", "state"),
    ("12/KH-BCĐ389", "12", None, "KH-BCĐ389", "12/KH-BCĐ389", "KH", "state"),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "number", "year", "symbol", "code", "abbreviation", "system"), TABLE)
def test_number_symbols(
    printed: str,
    number: str,
    year: int | None,
    symbol: str,
    code: str,
    abbreviation: str | None,
    system: str,
) -> None:
    for behind in ("", " ngày 05/7/2019", ", và", ".", ")", " - UBND tỉnh"):
        mark = read_number_symbol(unify(printed + behind), 0, len(printed + behind))
        assert mark is not None
        assert (mark.start, mark.end) == (0, len(printed))
        assert (mark.number, mark.year, mark.symbol, mark.code) == (number, year, symbol, code)
        assert (mark.abbreviation, mark.system) == (abbreviation, system)


@pytest.mark.parametrize(
    "text", ["7.1- Kết quả", "14/2 đường Lê Lợi", "56/56 sở", "12 xã", "3-Khu phố", "5/Tổ 2"]
)
def test_words_behind_a_number_are_no_symbol(text: str) -> None:
    mark = read_number_symbol(text, 0, len(text))
    assert mark is not None
    assert mark.symbol is None


@given(st.text(alphabet="0123456789OlI/-. QĐUBNDTgr\n", max_size=40))
@settings(max_examples=200)
def test_any_text_gives_a_mark_inside_it(text: str) -> None:
    mark = read_number_symbol(unify(text), 0, len(text))
    assert mark is None or (0 == mark.start < mark.end <= len(text) and mark.number[0].isdigit())
