"""The network of citations in the formats of graph programs."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree

from extractor.queries.network import edges, nodes, write_dot, write_graphml
from extractor.store import Store

NAMES = {"g": "http://graphml.graphdrawing.org/xmlns"}


def test_reports_cite_documents_and_documents_carry_out_others(store: Store) -> None:
    labels = {node.id: node.values["label"] for node in nodes(store.database)}
    drawn = {(labels[e.source], e.relation, labels[e.target], e.weight) for e in edges(store.database)}
    decree, plan = "Nghị định 59/2015/NĐ-CP", "Kế hoạch 05/KH-UBND"
    assert (plan, "implements", decree, 1) in drawn
    assert ("BÁO CÁO Cấp nước năm 2018", "cites", decree, 2) in drawn


def test_graphml_declares_its_keys_and_has_every_edge(store: Store, tmp_path: Path) -> None:
    write_graphml(store.database, tmp_path / "n.graphml")
    tree = etree.parse(tmp_path / "n.graphml")
    keys = set(tree.xpath("//g:key/@id", namespaces=NAMES))
    ids = set(tree.xpath("//g:node/@id", namespaces=NAMES))
    assert set(tree.xpath("//g:data/@key", namespaces=NAMES)) <= keys
    assert set(tree.xpath("//g:edge/@source | //g:edge/@target", namespaces=NAMES)) <= ids
    assert len(tree.xpath("//g:edge", namespaces=NAMES)) == len(list(edges(store.database)))


def test_dot_has_one_line_a_node_and_edge(store: Store, tmp_path: Path) -> None:
    write_dot(store.database, tmp_path / "n.dot")
    text = (tmp_path / "n.dot").read_text("utf-8")
    assert len(re.findall(r"^  [rd]\w+ \[label=\".*\", shape=\w+\];$", text, re.M)) == len(
        list(nodes(store.database))
    )
    assert len(re.findall(r"^  [rd]\w+ -> d\w+ \[.*\];$", text, re.M)) == len(list(edges(store.database)))
