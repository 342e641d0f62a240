"""The CSV folder is what ``neo4j-admin database import`` accepts: done with the real one."""

from __future__ import annotations

from pathlib import Path

from jars import LTS
from servers import Neo4j, admin
from sources import Folder

import trendweave


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
    admin(LTS, home, "database", "import", "full", "neo4j", *nodes, edges)
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
