"""Files for other programs: CSV that ``neo4j-admin database import`` accepts, GEXF with colours."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from jars import LTS, jars
from servers import Neo4j
from sources import Folder
from trendweave.graph.pictures.colours import KINDS
from trendweave.graph.server.java import admin

import trendweave


def test_gephi_gets_the_colours_of_the_pages(report_db: str, tmp_path: Path) -> None:
    with trendweave.open(report_db) as graph:
        graph.export(f"{tmp_path}/g.gexf")
        trends = graph.stats()["things"]["Trend"]
    root = ElementTree.parse(tmp_path / "g.gexf").getroot()
    colours = [
        tuple(int(colour.attrib[part]) for part in "rgb")
        for colour in root.iter("{http://www.gexf.net/1.2draft/viz}color")
    ]
    look = KINDS["Trend"].light
    assert colours.count(tuple(bytes.fromhex(look[1:]))) == trends


def test_a_real_neo4j_imports_the_csv_folder(folder: Folder, tmp_path: Path) -> None:
    folder.things["Company"]["Quasar Works"]["aliases"] = ['Quasar, "Works"', "Quasar; Inc"]
    with trendweave.open(tmp_path / "db") as graph:
        graph.load(str(folder.write()))
        graph.export(f"{tmp_path}/csv/")
        expected = graph.to_networkx()
    files = tmp_path / "csv"
    home = tmp_path / "home"
    nodes = [f"--nodes={file}" for file in sorted(files.glob("nodes-*.csv"))]
    edges = f"--relationships={files / 'relationships.csv'}"
    admin(jars(LTS), home, "database", "import", "full", "neo4j", *nodes, edges)
    with Neo4j.start(LTS, home=home) as server, server.driver() as driver:
        found = driver.execute_query(
            "MATCH (n) RETURN n.id AS id, labels(n) AS labels, n.name AS name, "
            "n.aliases AS aliases, n.sources AS sources"
        ).records
        count = driver.execute_query("MATCH ()-[r]->() RETURN count(r) AS n").records[0]["n"]
    assert {row["id"] for row in found} == set(expected)
    assert count == expected.number_of_edges()
    for row in found:
        data = expected.nodes[row["id"]]
        assert row["labels"] == [data["kind"]]
        assert row["name"] == data["name"]
        assert row["sources"] == data["sources"]
        assert row["aliases"] == [alias.replace(";", ",") for alias in data["aliases"]]
