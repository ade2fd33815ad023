from __future__ import annotations

import base64
import quopri
from pathlib import Path

import pytest

from extractor.problems import ReadError
from extractor.reading import read
from extractor.reading.web_archive import read_elements

PAGE = (
    "<html><head><title>x</title></head><body><p>Năm 2014, huyện Ba Bể đã trồng mới 250 ha rừng.</p>"
    "<p>Tỷ lệ che phủ đạt 72%.</p></body></html>"
)


def archive(page: bytes, charset: str | None, transfer: str) -> bytes:
    written = {"base64": base64.encodebytes, "quoted-printable": quopri.encodestring, "8bit": bytes}[
        transfer
    ](page)
    stated = f'; charset="{charset}"' if charset else ""
    return (
        b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\n'
        + f"Content-Type: text/html{stated}\nContent-Transfer-Encoding: {transfer}\n\n".encode()
        + written
        + b"\n--b\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--b--\n"
    )


@pytest.mark.parametrize("transfer", ["base64", "quoted-printable", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "utf-16", None])
def test_the_page_is_read(transfer: str, charset: str | None) -> None:
    if charset == "utf-16" and transfer == "8bit":
        pytest.skip("UTF-16 has line ends that mail does not bear")
    data = archive(PAGE.encode(charset or "utf-8"), charset, transfer)
    texts = [element.text for element in read_elements(data, "x.mht").elements]
    assert texts[-2:] == ["Năm 2014, huyện Ba Bể đã trồng mới 250 ha rừng.", "Tỷ lệ che phủ đạt 72%."]


def test_one_that_is_called_doc_is_recognised(tmp_path: Path) -> None:
    path = tmp_path / "bao-cao.doc"
    path.write_bytes(archive(PAGE.encode(), "utf-8", "base64"))
    report = read(path)
    assert report.format == "mhtml"
    assert [problem.kind for problem in report.problems] == ["wrong_extension"]


def test_an_archive_without_a_page_is_told_of() -> None:
    with pytest.raises(ReadError) as error:
        read_elements(b"Content-Type: multipart/related; boundary=b\n\n--b\n\n--b--\n", "x.mht")
    assert error.value.kind == "damaged"
