"""Letters of the years before Unicode, through fonts that pass their bytes off as Western letters."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import regex

from extractor.encodings.tables import tables
from extractor.reading.pdf import read_elements
from tests.reading.pdf.objects import pages_of

SHARED = Path(__file__).parents[3] / "../shared"
SENTENCE = (
    "Năm 2004, toàn tỉnh có 12 xã đạt chuẩn; tỷ lệ hộ nghèo giảm còn 9,5%, đời sống được nâng lên rõ rệt"
)


def shown(text: str, *, at: int = 60, y: int = 700) -> bytes:
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("cp1252")
    return b"BT /T 12 Tf %d %d Td (%b) Tj ET " % (at, y, escaped)


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_an_old_encoding_becomes_unicode(encoding: str) -> None:
    stored = tables()[encoding].encode(SENTENCE.replace("được", "đã"))  # 0xAD is a hyphen to these fonts
    half = stored.index(" ", len(stored) // 2)
    reading = read_elements(pages_of(shown(stored[:half]) + shown(stored[half + 1 :], y=684)), "cu.pdf")
    assert [element.text for element in reading.elements] == [SENTENCE.replace("được", "đã")]
    assert (reading.encoding, reading.problems) == (encoding, ())
    assert (reading.elements[0].encoding, reading.elements[0].certainty) == (encoding, 1.0)


def test_places_are_those_of_the_stored_letters() -> None:
    """What VNI writes with two letters is one, and the column to the right stays where it is."""
    left, right = tables()["vni"].encode("Ủy ban nhân dân tỉnh"), tables()["vni"].encode("Độc lập tự do")
    reading = read_elements(pages_of(shown(left) + shown(right, at=360)), "cu.pdf")
    places = {element.text: element.origins[0].box for element in reading.elements}
    assert set(places) == {"Ủy ban nhân dân tỉnh", "Độc lập tự do"}
    box = places["Độc lập tự do"]
    assert box is not None and box[0] == pytest.approx(360, abs=1)


def test_a_short_line_follows_its_font_in_the_file() -> None:
    body = b"".join(shown(tables()["tcvn3"].encode(SENTENCE), y=y) for y in range(400, 700, 20))
    reading = read_elements(pages_of(body, shown("cã")), "cu.pdf")
    assert reading.elements[-1].text == "có"


def test_u_horn_that_was_taken_for_a_hyphen_comes_back() -> None:
    text = "Tăng cường đầu tư nước ngoài theo Nghị định số 12-NĐ/CP, Chương trình Quang-Nam được duyệt. "
    stored = tables()["tcvn3"].encode(text).replace("\xad", "-")
    body = b"".join(shown(stored, y=y) for y in range(300, 700, 20))
    assert text.strip() in read_elements(pages_of(body), "cu.pdf").elements[0].text


def test_a_file_in_unicode_with_strange_signs_is_left_alone() -> None:
    text = "Société Générale® 5 µm Ø80 «x» naïveté"
    reading = read_elements(pages_of(shown(text)), "moi.pdf")
    assert [element.text for element in reading.elements] == [text]
    assert reading.encoding is None


@pytest.mark.skipif(not SHARED.exists(), reason="the shared reports are not beside the checkout")
def test_a_real_report_reads_as_its_transcript() -> None:
    name = SHARED / "reports/cong-nghiep-2007-02.pdf"
    found = words(" ".join(element.text for element in read_elements(name.read_bytes(), name.name).elements))
    wanted = words(name.with_suffix(".txt").read_text("utf-8"))
    assert sum((found & wanted).values()) >= 0.995 * max(found.total(), wanted.total())


def words(text: str) -> Counter[str]:
    return Counter(regex.findall(r"\w+", text.casefold()))
