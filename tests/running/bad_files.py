"""Files that no reader can use, each built as its kind is met in real archives."""

from __future__ import annotations

import io
import os
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pypdfium2
from docx import Document
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

SENTENCE = "Thực hiện Chỉ thị số 31-CT/TU ngày 12/8/2019 của Tỉnh ủy Lào Cai, 48/62 xã đạt chuẩn nông thôn."
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SECTOR, _STREAM_SIZE = 512, 4096


def good_text(number: int = 0) -> str:
    return f"# BÁO CÁO\n\n{SENTENCE} Cả tỉnh có {number + 12} hợp tác xã mới.\n"


def good_docx() -> bytes:
    document = Document()
    document.add_paragraph(SENTENCE)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def good_pdf(**options: object) -> bytes:
    """A page of a PDF that says a sentence without its marks, which the standard type does not have."""
    stream = io.BytesIO()
    canvas = Canvas(stream, **options)
    for line in range(20):
        canvas.drawString(90, 700 - 20 * line, f"Bao cao so {line}/BC-UBND ngay 12/8/2019")
    canvas.save()
    return stream.getvalue()


def scanned_pdf() -> bytes:
    """Two pages that hold one picture each."""
    document = pypdfium2.PdfDocument.new()
    for _ in range(2):
        page = document.new_page(595, 842)
        picture = pypdfium2.PdfImage.new(document)
        picture.set_bitmap(pypdfium2.PdfBitmap.new_native(60, 80, pypdfium2.raw.FPDFBitmap_BGR))
        picture.set_matrix(pypdfium2.PdfMatrix().scale(595, 842))
        page.insert_obj(picture)
        page.gen_content()
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def pageless_pdf() -> bytes:
    stream = io.BytesIO()
    pypdfium2.PdfDocument.new().save(stream)
    return stream.getvalue()


def with_main_part(parts: Iterable[bytes]) -> bytes:
    """A Word file whose main part is what `parts` make together."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(good_docx())) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name == "word/document.xml":
                with new.open(name, "w", force_zip64=True) as part:
                    for piece in parts:
                        part.write(piece)
            else:
                new.writestr(name, old.read(name))
    return stream.getvalue()


def zip_bomb() -> bytes:
    """300 MB of paragraphs in some 1.5 MB."""

    def parts() -> Iterator[bytes]:
        yield f'<w:document xmlns:w="{WORD}"><w:body>'.encode()
        for _ in range(300):
            yield (b"<w:p/>" * 174_763)
        yield b"</w:body></w:document>"

    return with_main_part(parts())


def entity_bomb() -> bytes:
    """Ten to the ninth words, each entity ten of the one before."""
    entities = '<!ENTITY a "tin ">' + "".join(
        f'<!ENTITY {name} "{f"&{of};" * 10}">' for of, name in zip("abcdefghi", "bcdefghij", strict=True)
    )
    body = "<w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body>"
    document = f'<!DOCTYPE w [{entities}]><w:document xmlns:w="{WORD}">{body}</w:document>'
    return with_main_part([document.encode()])


def picture(width: int, height: int) -> bytes:
    """A white page as PNG, written row by row: one of 20,000 × 20,000 pixels takes 50 kB."""
    row = b"\0" + b"\xff" * (width // 8)
    pixels = zlib.compressobj(9)
    packed = b"".join(pixels.compress(row) for _ in range(height)) + pixels.flush()
    head = struct.pack(">2I5B", width, height, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", packed), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


def protected_docx() -> bytes:
    """What Word writes when a password opens the file: the package, encrypted, inside an OLE container.

    Sectors: the allocation table, the directory, two streams of eight sectors each (MS-CFB, MS-OFFCRYPTO).
    """
    chains = [_FAT, _END]
    for start in (2, 10):
        chains += [*range(start + 1, start + 8), _END]
    table = struct.pack("<128I", *chains, *[_FREE] * (128 - len(chains)))
    directory = b"".join(
        [
            _entry("Root Entry", kind=5, child=1, start=_END, size=0),
            _entry("EncryptedPackage", kind=2, left=2, start=2, size=_STREAM_SIZE),
            _entry("EncryptionInfo", kind=2, start=10, size=_STREAM_SIZE),
        ]
    ).ljust(_SECTOR, b"\0")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<9I", 0, 1, 1, 0, _STREAM_SIZE, _END, 0, _END, 0)
    head += struct.pack("<109I", 0, *[_FREE] * 108)
    return head + table + directory + os.urandom(2 * _STREAM_SIZE)


def _entry(name: str, *, kind: int, start: int, size: int, left: int = _FREE, child: int = _FREE) -> bytes:
    encoded = (name + "\0").encode("utf-16-le")
    links = struct.pack("<HBB3I", len(encoded), kind, 1, left, _FREE, child)
    return encoded.ljust(64, b"\0") + links + bytes(36) + struct.pack("<IQ", start, size)


# What each file is called, how its content is made, and the kinds of failure that tell the truth about it.
BAD: dict[str, tuple[Callable[[], bytes], str | tuple[str, ...]]] = {
    "rỗng.docx": (bytes, "empty"),
    "rỗng cũng thế.txt": (bytes, "empty"),
    "chỉ có dòng trống.md": (lambda: b" \n\n\t\n", "empty"),
    "chỉ có số không.txt": (lambda: bytes(50_000), "empty"),
    "đứt.docx": (lambda: good_docx()[:9_000], "truncated"),
    "đứt.pdf": (lambda: good_pdf()[:400], "truncated"),
    "có mật khẩu.pdf": (lambda: good_pdf(encrypt=StandardEncryption("thu", "chu")), "encrypted"),
    "có mật khẩu.docx": (protected_docx, "encrypted"),
    "không trang.pdf": (pageless_pdf, "empty"),
    "bản quét.pdf": (scanned_pdf, "image_only"),
    "ảnh hỏng gọi là.pdf": (lambda: b"\x89PNG\r\n\x1a\n" + os.urandom(2_000), "truncated"),
    "ảnh quá lớn.png": (lambda: picture(20_000, 20_000), "too_large"),
    "ảnh đứt.png": (lambda: picture(2_000, 2_800)[:900], "truncated"),
    "giấy trắng.png": (lambda: picture(1_000, 1_400), ("empty", "no_engine")),
    "bom nén.docx": (zip_bomb, "too_large"),
    "bom thực thể.docx": (entity_bomb, "unsafe"),
    "nhiễu.pdf": (lambda: b"%PDF-1.7\n" + os.urandom(50_000), "truncated"),
    "nhiễu.docx": (lambda: os.urandom(50_000), "unrecognised"),
}

ODD_NAMES = (
    "báo cáo quý I 'bản in'.md",
    'có "ngoặc kép" và & dấu.txt',
    "thư mục lồng nhau/; rm -rf ~.txt",
    "thư mục lồng nhau/-- số 5%20$HOME.md",
    "xuống\ndòng.md",
)


def lay_out(folder: Path) -> None:
    """Put every bad file, good files with odd names, and links that lead nowhere or back into a folder."""
    for name, (make, _) in BAD.items():
        (folder / name).write_bytes(make())
    for number, name in enumerate(ODD_NAMES):
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(good_text(number), "utf-8")
    (folder / "là PDF.docx").write_bytes(good_pdf())
    (folder / "là Word.pdf").write_bytes(good_docx())
    (folder / "english.txt").write_text("Annual report of the council: 12 of 15 districts.\n" * 20, "utf-8")
    (folder / "một dòng.txt").write_text(f"{SENTENCE} " * 2_500, "utf-8")
    (folder / "liên kết đứt.md").symlink_to(folder / "không có.md")
    (folder / "tự trỏ").symlink_to(folder / "tự trỏ")
    (folder / "vòng").symlink_to(folder)
    (folder / "thư mục lồng nhau" / "lên").symlink_to("..")
