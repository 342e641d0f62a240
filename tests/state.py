"""Everything that a database holds, but for its history: what purity is measured by."""

from __future__ import annotations

from typing import Any

from trendweave.graph.model import KINDS, PROVENANCE

import trendweave


def state(graph: trendweave.Graph) -> dict[str, list[Any]]:
    """All nodes with all properties, all relationships with all properties, sorted."""
    read = graph.database.read
    nodes = [
        [label, sorted(row["p"].items())]
        for label in (*KINDS, *PROVENANCE, "Name")
        for row in read(f"MATCH (n:{label}) RETURN properties(n) AS p ORDER BY n.id")
    ]
    edges = [
        [row["a"], row["t"], row["b"], sorted(row["p"].items())]
        for row in read(
            "MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS t, b.id AS b, properties(r) AS p "
            "ORDER BY t, a, b"
        )
    ]
    return {"nodes": nodes, "edges": edges}
