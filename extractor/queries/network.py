"""The network of citations as GraphML or DOT: reports cite documents, documents carry out, amend and replace others."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from lxml import etree
from sqlite_utils import Database

from extractor.queries.cited import every_cited

_GRAPHML = "http://graphml.graphdrawing.org/xmlns"
_PREFIXES: dict[str | None, str] = {None: _GRAPHML}
_NODE_KEYS = {"kind": "string", "label": "string", "type": "string", "date": "string", "place": "string"}
_EDGE_KEYS = {"relation": "string", "weight": "int"}


@dataclass(frozen=True, slots=True)
class Node:
    """A report or a cited document; None values are not written."""

    id: str
    values: Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Edge:
    """From the one that cites, amends …, to the other; `weight` counts the mentions that say so."""

    source: str
    target: str
    relation: str
    weight: int


def nodes(database: Database) -> Iterator[Node]:
    """Every report, then every cited document."""
    for document_id, title, kind, date, province, path in database.execute(
        "select id, title, type, date, province, path from documents order by serial"
    ):
        label = title or Path(path).name
        yield Node(
            f"r{document_id[:16]}",
            {"kind": "report", "label": label, "type": kind, "date": date, "place": province},
        )
    for document in every_cited(database):
        yield Node(
            f"d{document.id}",
            {
                "kind": "document",
                "label": document.name,
                "type": document.type,
                "date": document.date,
                "place": document.issuer,
            },
        )


def edges(database: Database) -> Iterator[Edge]:
    """Every report and document that it cites, then every relation between two cited documents."""
    for document_id, cited_id, mentions in database.execute(
        "select document_id, cited_document_id, count(*) from citations where cited_document_id is not null "
        "group by 1, 2 order by 1, 2"
    ):
        yield Edge(f"r{document_id[:16]}", f"d{cited_id}", "cites", mentions)
    for source, target, kind, mentions in database.execute(
        "select s.cited_document_id, t.cited_document_id, r.kind, count(*) from citation_relations r "
        "join citations s on s.id = r.source_id join citations t on t.id = r.target_id "
        "where s.cited_document_id is not null and t.cited_document_id is not null "
        "group by 1, 2, 3 order by 1, 2, 3"
    ):
        yield Edge(f"d{source}", f"d{target}", kind, mentions)


def write_graphml(database: Database, path: Path) -> None:
    """Write GraphML 1.0, which Gephi, yEd, Cytoscape and networkx read; raises OSError."""
    with path.open("wb") as file, etree.xmlfile(file, encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element(f"{{{_GRAPHML}}}graphml", nsmap=_PREFIXES):
            for owner, keys in (("node", _NODE_KEYS), ("edge", _EDGE_KEYS)):
                for name, kind in keys.items():
                    names = {"id": name, "for": owner, "attr.name": name, "attr.type": kind}
                    xml.write(_element("key", names, {}))
            with xml.element(f"{{{_GRAPHML}}}graph", edgedefault="directed"):
                for node in nodes(database):
                    xml.write(_element("node", {"id": node.id}, node.values))
                for edge in edges(database):
                    values = {"relation": edge.relation, "weight": str(edge.weight)}
                    xml.write(_element("edge", {"source": edge.source, "target": edge.target}, values))


def write_dot(database: Database, path: Path) -> None:
    """Write the DOT language of Graphviz; raises OSError."""
    with path.open("w", encoding="utf-8") as file:
        _write_dot(database, file)


WRITERS: Mapping[str, Callable[[Database, Path], None]] = {
    ".graphml": write_graphml,
    ".dot": write_dot,
    ".gv": write_dot,
}


def _write_dot(database: Database, file: TextIO) -> None:
    file.write("digraph citations {\n  rankdir=LR;\n  node [shape=box];\n")
    for node in nodes(database):
        shape = "folder" if node.values["kind"] == "report" else "box"
        file.write(f"  {node.id} [label={_quoted(node.values['label'] or '')}, shape={shape}];\n")
    for edge in edges(database):
        said = "" if edge.relation == "cites" else f"label={_quoted(edge.relation)}, "
        file.write(f"  {edge.source} -> {edge.target} [{said}weight={edge.weight}];\n")
    file.write("}\n")


def _quoted(text: str) -> str:
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def _element(name: str, names: dict[str, str], values: Mapping[str, str | None]) -> etree._Element:
    element = etree.Element(f"{{{_GRAPHML}}}{name}", names, nsmap=_PREFIXES)  # type: ignore[arg-type]
    for key, value in values.items():
        if value:
            data = etree.SubElement(element, f"{{{_GRAPHML}}}data", key=key)
            data.text = "".join(letter for letter in value if letter.isprintable())
    return element
