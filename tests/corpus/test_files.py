"""The built files are those of the sources, and hold every mention of their gold."""

import io
import re
import tempfile
import tomllib
import zipfile
from pathlib import Path

import doc2docx
import pypdfium2
import pytest
import xlrd
from lxml import etree, html

from corpus.build import HERE, manifest_entries, sources
from corpus.gold import annotate
from corpus.writers import WRITERS
from corpus.writers.typesetting import MissingToolError

SOURCES = {source.name: source for source in sources()}
FILES = [(name, kind) for name, source in SOURCES.items() for kind in source.formats]
LEGACY, SCANS = ("rtf", "doc", "xls", "viscii.txt"), ("scan.pdf", "copy.pdf")
MANIFEST = tomllib.loads((HERE / "manifest.toml").read_text("utf-8"))["file"]
each_file = pytest.mark.parametrize(("name", "kind"), FILES, ids=[".".join(file) for file in FILES])
MODERN = [(name, kind) for name, kind in FILES if kind not in (*LEGACY, *SCANS)]
each_modern_file = pytest.mark.parametrize(("name", "kind"), MODERN, ids=[".".join(file) for file in MODERN])

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def text_of(data: bytes, kind: str) -> str:
    """The words of a file in the plainest way, without the project's readers."""
    match kind:
        case "pdf":
            pages = (page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))
            # PDFium writes a hyphen at a line's end as U+FFFE or U+0002.
            return re.sub(r"(?:[\uFFFE\x02]|(?<=\w)-(?=\r?\n))\s*", "-", "\n".join(pages))
        case "docx":
            package = zipfile.ZipFile(io.BytesIO(data))
            parts = {"word/document.xml", "word/footnotes.xml"} & set(package.namelist())
            trees = [etree.fromstring(package.read(part)) for part in sorted(parts)]
            paragraphs = [paragraph for tree in trees for paragraph in tree.iter(f"{W}p")]
            return "\n".join("".join(run.text or "" for run in p.iter(f"{W}t")) for p in paragraphs)
        case "doc":  # its letters are those of its fonts' encoding
            return text_of(convert_doc(data), "docx")
        case "xls":
            sheets = xlrd.open_workbook(file_contents=data).sheets()
            return "\n".join(str(cell.value) for sheet in sheets for row in sheet.get_rows() for cell in row)
        case "viscii.txt":
            return data.decode("latin-1")
        case "html":
            return html.fromstring(data.decode()).text_content()
        case _:
            return re.sub(r"<sup>\(?\d+\)</sup>|[*|]|<[^>]+>", " ", data.decode())


def convert_doc(data: bytes) -> bytes:
    """A Word 97 file as .docx, by a program that is not ours."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "report.doc")
        path.write_bytes(data)
        doc2docx.convert(str(path), str(path.with_suffix(".docx")))
        return path.with_suffix(".docx").read_bytes()


def looks(data: bytes) -> list[int]:
    """The pages of a scan, as grey fields some millimetres wide."""
    fields: list[int] = []
    for page in pypdfium2.PdfDocument(data):
        fields += page.render(scale=0.2, grayscale=True).to_pil().convert("L").tobytes()
    return fields


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


@each_file
def test_file_is_what_its_source_gives(name: str, kind: str) -> None:
    committed = (HERE / f"{name}.{kind}").read_bytes()
    try:
        built = WRITERS[kind](SOURCES[name])
    except MissingToolError as missing:
        pytest.skip(str(missing))
    if kind in SCANS:
        assert looks(built) == pytest.approx(looks(committed), abs=12)
        return
    # Another version of reportlab or python-docx may pack the same words in other bytes.
    assert built == committed or text_of(built, kind) == text_of(committed, kind)


@each_modern_file
def test_file_holds_its_gold(name: str, kind: str) -> None:
    text = flat(text_of((HERE / f"{name}.{kind}").read_bytes(), kind))
    gold = annotate(SOURCES[name])
    raws = [flat(str(mention["raw"])) for mention in (*gold.references, *gold.dates, *gold.indicators)]
    broken = [raw for raw in raws if raw not in text]
    assert all(word in text for raw in broken for word in raw.split())
    assert len(broken) <= (3 if kind == "pdf" else 0), broken  # only a page's end may come between
    cited = [str(mention["raw"]).split()[-1] for mention in gold.references if mention["number"]]
    for symbol in set(cited):
        assert len(re.findall(rf"(?<!\w){re.escape(symbol)}(?![\w/-])", text)) >= cited.count(symbol)


def test_manifest_covers_every_file() -> None:
    listed = {entry["path"] for entry in MANIFEST}
    found = {path.name for kind in WRITERS for path in HERE.glob(f"*.{kind}")}
    assert listed == found == {f"{name}.{kind}" for name, kind in FILES}
    assert {path.name for path in (HERE / "gold").iterdir()} == set(SOURCES)
    for entry in MANIFEST:
        assert (HERE / entry["source"]).exists()
        assert (HERE / entry["gold"] / "facts.json").exists()
        assert {"province", "year", "kind", "format"} <= entry.keys()


def test_manifest_is_current() -> None:
    written = (HERE / "manifest.toml").read_text("utf-8")
    for source in SOURCES.values():
        assert "\n".join(manifest_entries(source, annotate(source))) in written


def test_what_was_planted_is_there() -> None:
    kinds = set()
    for entry in MANIFEST:
        gold = annotate(SOURCES[entry["source"].removeprefix("sources/").removesuffix(".report")])
        for planted in entry.get("planted", []):
            kinds.add(planted["kind"])
            start = planted["start"]
            assert gold.text[start : start + len(planted["raw"])] == planted["raw"]
            assert planted["expected"] and planted["found"] and planted["note"]
            assert planted.get("other", entry["gold"].removeprefix("gold/")) in SOURCES
            found = planted["found"]
            if re.fullmatch(r"\d{4}-\d\d-\d\d", found):
                citation = next(record for record in gold.references if record["start"] == start)
                assert citation["date"] == found
            elif planted["kind"] not in ("unit_change", "wrong_type"):
                assert found in planted["raw"] or planted["raw"] in found
            else:
                assert found.split(" ")[0] in planted["raw"]
    assert kinds >= {
        "sum",
        "swapped_digits",
        "restated",
        "restated_later",
        "unit_change",
        "changed_base",
        "date_differs",
        "decree_without_year",
        "wrong_year_in_symbol",
        "wrong_year_of_date",
    }


def test_series_have_the_same_indicators_year_by_year() -> None:
    series = {"quang-ngai": "ktxh", "hoa-binh": "qcdc"}
    for province, kind in series.items():
        years = [set() for _ in range(5)]
        for n, labels in enumerate(years):
            labels |= {str(r["label"]) for r in annotate(SOURCES[f"{province}-{2018 + n}-{kind}"]).indicators}
        assert len(set.intersection(*years)) >= 20
