"""The whole loading pipeline beside a bare UNWIND loop that writes the same rows, in one run.

    python benchmarks/load.py [--db bolt://…] [--things 20000] [--rounds 3]

The bare loop gets the finished rows, sorted and batched: no validation, no identity, no claims. The
pipeline gets the records of a loader. Both write the same nodes, relationships and index of names
into an empty database; the figure is the ratio of their rows a second, round by round.
"""

from __future__ import annotations

import argparse
import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from trendweave.graph import claims as claim
from trendweave.graph import ingest
from trendweave.graph import statements as cypher
from trendweave.graph.database import Database, rows
from trendweave.graph.gather import Gatherer
from trendweave.graph.model import Claim, Edge, Line, Record, Ref, SourceInfo, Thing

INFO = SourceInfo(
    id="bench", title="Bench", publisher="Nobody", date="2025", licence="CC0-1.0", attribution="-"
)


def records(things: int) -> Iterator[Record]:
    """Companies and models, and twice as many relationships."""
    rng = random.Random(7)
    companies, models = things // 5, things - things // 5
    at = Line(file="bench.csv", line=1)
    for kind, count in (("Company", companies), ("Model", models)):
        for i in range(count):
            yield Thing(
                ref=Ref(kind=kind, name=f"{kind} Nr {i}"),
                name_zh=f"第{i}号",
                category="company" if kind == "Company" else None,
                claims=(Claim(where=f"row {i}", spelt=(f"{kind} Nr {i}",)),),
                at=at,
            )
    for i in range(2 * things):
        source, target = rng.randrange(companies), rng.randrange(models)
        yield Edge(
            source=Ref(kind="Company", name=f"Company Nr {source}"),
            type="BUILDS",
            target=Ref(kind="Model", name=f"Model Nr {target}"),
            claim=Claim(where=f"row {i}", date="2025-01", figures={"parameters": f"{i} M"}),
            at=at,
        )


def bare(database: Database) -> None:
    """Best practice and nothing else: constraints, 5,000 rows a transaction, labelled ends."""
    ingest.prepare(database)

    def send(statement: str, some: list[dict[str, object]]) -> None:
        for start in range(0, len(some), ingest.BATCH):
            part = some[start : start + ingest.BATCH]
            database.write(lambda tx, part=part: rows(tx, statement, {"rows": part}))

    for label, whole in NODES.items():
        send(f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n += row.properties", whole)
        pairs = [{"id": n["id"], "key": k} for n in whole for k in claim.keys(n["properties"])]
        for statement in cypher.named(label):
            send(statement, sorted(pairs, key=lambda row: (row["key"], row["id"])))
    for (source, type_, target), whole in EDGES.items():
        send(
            f"UNWIND $rows AS row MATCH (a:{source} {{id: row.source}}) "
            f"MATCH (b:{target} {{id: row.target}}) MERGE (a)-[r:{type_}]->(b) "
            "SET r += row.properties",
            whole,
        )


NODES: dict[str, list[dict[str, object]]] = {}
EDGES: dict[tuple[str, str, str], list[dict[str, object]]] = {}


def main() -> None:
    """Print a line a round and the median ratio."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument(
        "--db", help="a Neo4j server, which is emptied; default: the embedded engine"
    )
    parser.add_argument("--things", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    gathered = Gatherer(INFO).take(records(given.things)).result()
    for label, things in gathered.nodes.items():
        NODES[label] = [
            {"id": i, "properties": claim.node_properties(i, c)} for i, c in things.items()
        ]
    for pattern, edges in gathered.edges.items():
        EDGES[pattern] = [
            {"source": s, "target": t, "properties": claim.edge_properties(c)}
            for (s, _, t), c in edges.items()
        ]
    count = sum(map(len, NODES.values())) + sum(map(len, EDGES.values()))
    ratios, again = [], []
    for round_ in range(given.rounds + 1):
        with Empty(given.db) as database:
            began = time.perf_counter()
            bare(database)
            loop = count / (time.perf_counter() - began)
        with Empty(given.db) as database:
            began = time.perf_counter()
            mine = Gatherer(INFO).take(records(given.things)).result()
            ingest.write(database, mine)
            pipeline = count / (time.perf_counter() - began)
            began = time.perf_counter()
            mine = Gatherer(INFO).take(records(given.things)).result()
            ingest.write(database, mine)
            reload = count / (time.perf_counter() - began)
        if round_ == 0:
            continue
        ratios.append(pipeline / loop)
        again.append(reload / loop)
        print(
            f"{count:,} rows: bare loop {loop:,.0f}/s, pipeline {pipeline:,.0f}/s "
            f"(ratio {pipeline / loop:.2f}), unchanged reload {reload:,.0f}/s"
        )
    print(
        f"median ratio {statistics.median(ratios):.2f} "
        f"(reload {statistics.median(again):.2f}) of the bare loop"
    )


class Empty:
    """An empty database for one measurement."""

    def __init__(self, db: str | None) -> None:
        self._folder = None if db else Path(tempfile.mkdtemp())
        self._target = db or str(self._folder / "db")  # type: ignore[operator]

    def __enter__(self) -> Database:
        self._database = Database(self._target, write=True)
        if self._folder is None:
            while self._database.write(
                lambda tx: rows(
                    tx,
                    "MATCH (n) WITH n LIMIT 20000 DETACH DELETE n RETURN count(*) AS gone",
                    {},
                )
            )[0]["gone"]:
                pass
        return self._database

    def __exit__(self, *_: object) -> None:
        self._database.close()
        if self._folder is not None:
            shutil.rmtree(self._folder)


if __name__ == "__main__":
    main()
