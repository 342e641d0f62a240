"""The dialect suite of ../shared/cypher-dialect on the embedded engine and on both Neo4j versions.

Every query is a test of its own on each engine. The shapes that the embedded engine answers
silently wrong stand here too, so that an engine version that mends one is noticed.
"""

import json
import runpy
from collections.abc import Callable, Iterator
from typing import Any

import needs
import neo4j
import pytest
from jars import CURRENT
from neo4j.exceptions import ClientError, ConstraintError
from neo4j.graph import Node, Relationship
from neo4j.graph import Path as GraphPath
from servers import Arcade, Server

SUITE = needs.shared(needs.SHARED / "cypher-dialect")


def _json(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SUITE / name).read_text("utf-8"))
    return found


def _texts(folder: str) -> dict[str, str]:
    return {p.stem: p.read_text("utf-8") for p in sorted((SUITE / folder).glob("*.cypher"))}


READS, EXTRAS, WRITES = _texts("queries"), _texts("extra"), _texts("writes")
EXPECTED = {**_json("expected.json"), **_json("expected_extra.json")}
PARAMETERS = {
    **_json("params.json"),
    "e45_params_map": {"f": {"id": "c003", "countries": ["FR", "CN"]}},
}
REFUSED_BY_EMBEDDED = "e32_shortest_keyword"
MENDED = "relax the lint and correct the design notes: this version of the embedded engine"

PAIRS: dict[str, tuple[str, str]] = {
    pair["shape"]: (pair["wrong"], pair["right"])
    for pair in _json("silent_differences.json")["pairs"]
}


def _mend(shape: str, head: str, between: str, tail: str) -> None:
    PAIRS[shape] = (f"{head} {tail}", f"{head} {between} {tail}")


# In the suite's own pair a `b` not yet bound passes the test, so that even the wrong text is right.
_mend(
    "3 OR none",
    "MATCH (a)-[r]->(b)",
    "WITH a, b",
    "WHERE a.name = 'X' OR none(s IN coalesce(b.sources, ['s2']) WHERE s = 's2') RETURN a.id, b.id",
)
# The suite gives this wrong text as the right phrasing of R3.
_mend(
    "3 plain CASE",
    "MATCH (a:Company)-[r]->(b)",
    "WITH a, b",
    "WHERE a.certainty = CASE WHEN b.id='m0' THEN 'high' ELSE 'low' END RETURN a.id,b.id",
)
# The suite has no pair for the ninth shape of the design notes.
_mend(
    "9 union of nodes",
    "MATCH (a:Company {id: 'c0'}) CALL (a) { MATCH (a)-[:BUILDS]->(x) RETURN x "
    "UNION MATCH (a)-[*1..2]->(x) RETURN x }",
    "WITH DISTINCT x",
    "RETURN x.id",
)
PAIRS["R3"] = (PAIRS["R3"][0], PAIRS["3 plain CASE"][1])
# To these Neo4j 5.26 answers null, and the right phrasing is one that has an answer.
NO_ANSWER = {"8 duration cmp", "9 toInteger"}
# Wrong texts that Neo4j 2026.08 answers as the embedded engine does.
CHANGED = {"9 toInteger"}

Rows = list[str]


class Lab:
    """One engine, and which of the suite's graphs its databases hold."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.embedded = isinstance(server, Arcade)
        self.driver = server.driver()
        self._holds: dict[str, str] = {}

    def use(self, graph: str, *, fresh: bool = False) -> str:
        """The database that holds `graph`."""
        # A wiped database of the embedded engine still lists its labels: one for each graph.
        database = graph if self.embedded else self.server.database
        if fresh or self._holds.get(database) != graph:
            self.server.wipe(database)
            LOADERS[graph](self.driver, database)
            self._holds[database] = graph
        return database

    def run(self, graph: str, text: str, parameters: dict[str, Any] | None = None) -> Rows:
        """The rows in normal form, each a list with the column names first; ordered as asked."""
        found = self.driver.execute_query(text, parameters, database_=self.use(graph))
        names = found.keys
        rows = [_line([names, *(_normal(r[name], name) for name in names)]) for r in found.records]
        return rows if _orders(text) else sorted(rows)


def _normal(value: Any, column: str = "") -> Any:
    match value:
        case Node():
            return {"#node": value["id"]}
        case Relationship():
            return {"#rel": value.type}
        case GraphPath():
            return {"#path": [node["id"] for node in value.nodes]}
        case dict():
            return {k: _normal(v, k) for k, v in value.items() if v is not None}
        case list():
            items = [_normal(item) for item in value]
            # The suite marks so a list that has no order of its own.
            return sorted(items, key=str) if column.endswith(("labels", "u_l")) else items
        case float():
            return round(value, 6)
        case neo4j.time.Date():
            return value.iso_format()
    return value


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _orders(text: str) -> bool:
    return "ORDER BY" in text.rpartition("RETURN")[2]


def _load_reads(driver: neo4j.Driver, database: str) -> None:
    nodes, relationships = runpy.run_path(str(SUITE / "graphdata.py"))["build"]()
    batches: dict[str, list[Any]] = {}
    # CREATE: a MERGE on two labels uses no index on the embedded engine.
    for label, props in nodes.values():
        text = f"UNWIND $rows AS row CREATE (n:Entity:{label}) SET n = row"
        batches.setdefault(text, []).append(props)
    for source, kind, target, props in relationships:
        text = (
            f"UNWIND $rows AS row MATCH (a:{nodes[source][0]} {{id: row.a}}) "
            f"MATCH (b:{nodes[target][0]} {{id: row.b}}) CREATE (a)-[r:{kind}]->(b) SET r = row.p"
        )
        batches.setdefault(text, []).append({"a": source, "b": target, "p": props})
    for text, rows in batches.items():
        driver.execute_query(text, rows=rows, database_=database)


def _load_shapes(driver: neo4j.Driver, database: str) -> None:
    for text in _json("silent_differences.json")["data"]:
        driver.execute_query(text, database_=database)


def _load_writes(driver: neo4j.Driver, database: str) -> None:
    text = (
        "CREATE (a:Company {id: 'c1', name: 'A', n: 1}), (:Model {id: 'm1'})<-[:BUILDS {a: 1}]-(a),"
        " (:Product:Entity {id: 'p1', tags: ['old'], launched: date('2024-05-06')})"
    )
    driver.execute_query(text, database_=database)


LOADERS: dict[str, Callable[[neo4j.Driver, str], None]] = {
    "reads": _load_reads,
    "shapes": _load_shapes,
    "writes": _load_writes,
}


@pytest.fixture(scope="module")
def labs() -> Iterator[dict[str, Lab]]:
    made: dict[str, Lab] = {}
    yield made
    for lab in made.values():
        lab.driver.close()


def _lab(name: str, request: pytest.FixtureRequest, labs: dict[str, Lab]) -> Lab:
    if name not in labs:
        labs[name] = Lab(request.getfixturevalue(name))
    return labs[name]


@pytest.fixture(scope="module", params=["arcade", "neo4j_5", "neo4j_2026"])
def lab(request: pytest.FixtureRequest, labs: dict[str, Lab]) -> Lab:
    """Each engine in turn."""
    return _lab(request.param, request, labs)


@pytest.fixture(scope="module")
def oracle(request: pytest.FixtureRequest, labs: dict[str, Lab]) -> dict[str, Rows]:
    """What Neo4j 5.26 answers to every text of PAIRS."""
    neo4j_5 = _lab("neo4j_5", request, labs)
    return {text: neo4j_5.run("shapes", text) for pair in PAIRS.values() for text in pair}


def test_the_suite_is_whole() -> None:
    assert (len(READS), len(WRITES), len(EXTRAS)) == (36, 8, 50)
    assert set(EXPECTED) == {*READS, *EXTRAS}
    assert set(EFFECTS) == set(WRITES) - SCHEMA
    assert len(PAIRS) == 33


@pytest.mark.parametrize("name", [*READS, *EXTRAS])
def test_read(lab: Lab, name: str) -> None:
    text, parameters = (READS | EXTRAS)[name], PARAMETERS.get(name, {})
    if lab.embedded and name == REFUSED_BY_EMBEDDED:
        with pytest.raises(ClientError, match="SHORTEST 1 path search prefix is not supported"):
            lab.run("reads", text, parameters)
        return
    found = [_line(json.loads(row)[1:]) for row in lab.run("reads", text, parameters)]
    wanted = [_line(_normal(row)) for row in EXPECTED[name]]
    assert found == (wanted if _orders(text) else sorted(wanted))


@pytest.mark.parametrize("shape", PAIRS)
def test_right_phrasing(lab: Lab, oracle: dict[str, Rows], shape: str) -> None:
    wrong, right = PAIRS[shape]
    assert lab.run("shapes", right) == oracle[right]
    if shape not in NO_ANSWER:
        assert oracle[right] == oracle[wrong], "the two phrasings do not ask the same"


@pytest.mark.parametrize("shape", PAIRS)
def test_wrong_phrasing(lab: Lab, oracle: dict[str, Rows], shape: str) -> None:
    wrong = PAIRS[shape][0]
    if not lab.embedded:
        changed = lab.server.version == CURRENT and shape in CHANGED
        assert (lab.run("shapes", wrong) != oracle[wrong]) == changed
        return
    try:
        found = lab.run("shapes", wrong)
    except ClientError:
        assert shape.startswith("R"), f"{MENDED} refuses shape {shape}, which it answered wrong"
        return
    assert not shape.startswith("R"), f"{MENDED} answers shape {shape}, which it refused"
    assert found != oracle[wrong], f"{MENDED} has mended shape {shape}"


# For each write: how often it runs with which parameters, what it answers the last time, and what
# a query finds afterwards.
EFFECTS: dict[str, tuple[list[dict[str, Any]], list[Any], str, list[Any]]] = {
    "w3_merge_set_props": (
        [
            {"rows": [{"id": "c1", "props": {"n": 2}}, {"id": "c2", "props": {"name": "B"}}]},
            {"rows": [{"id": "c2", "props": {"x": 0.5}}]},
        ],
        [],
        "MATCH (n:Company) RETURN properties(n) ORDER BY n.id",
        [[{"id": "c1", "name": "A", "n": 2}], [{"id": "c2", "name": "B", "x": 0.5}]],
    ),
    "w4_merge_on_create_label": (
        [
            {"rows": [{"id": i, "props": {"name": i}} for i in ids]}
            for ids in (["e1"], ["e1", "e2"])
        ],
        [],
        "MATCH (n:Entity:Model) RETURN properties(n), labels(n) AS labels ORDER BY n.id",
        [
            [{"id": "e1", "created": True, "name": "e1", "hits": 1}, ["Entity", "Model"]],
            [{"id": "e2", "created": True, "name": "e2"}, ["Entity", "Model"]],
        ],
    ),
    "w5_merge_rel": (
        [
            {"rows": [{"from": f, "to": "m1", "props": {"b": b}} for f in ("c1", "absent")]}
            for b in (2, 3)
        ],
        [[1]],
        "MATCH (c)-[r:BUILDS]->(m) RETURN c.id, properties(r), m.id",
        [["c1", {"a": 1, "b": 3}, "m1"]],
    ),
    "w6_create_multilabel_date": (
        [{"rows": [{"id": "p2", "launched": "2024-05-07", "tags": ["a", "b"]}]}],
        [],
        "MATCH (n:Hardware&Product) RETURN properties(n), labels(n) AS labels",
        [
            [
                {"id": "p2", "launched": "2024-05-07", "tags": ["a", "b"]},
                ["Entity", "Hardware", "Product"],
            ]
        ],
    ),
    "w7_set_remove": (
        [{"id": "p1"}],
        [[["Entity", "Flagged", "Product"], ["old", "new"], None]],
        "MATCH (n:Flagged) RETURN properties(n), labels(n) AS labels",
        [[{"id": "p1", "tags": ["old", "new"], "score": 0.5}, ["Entity", "Flagged", "Product"]]],
    ),
    "w8_foreach_delete": (
        [{"id": "c1", "new": ["m8", "m9"], "drop": "m1"}],
        [],
        "MATCH (m:Model) OPTIONAL MATCH (c:Company)-[:BUILDS]->(m) RETURN c.id, m.id ORDER BY m.id",
        [["c1", "m8"], ["c1", "m9"]],
    ),
}
SCHEMA = {"w1_constraint", "w2_index"}


@pytest.mark.parametrize("name", EFFECTS)
def test_write(lab: Lab, name: str) -> None:
    runs, answer, probe, effect = EFFECTS[name]
    lab.use("writes", fresh=True)
    for parameters in runs:
        answered = lab.run("writes", WRITES[name], parameters)
    assert [json.loads(row)[1:] for row in answered] == answer
    assert [json.loads(row)[1:] for row in lab.run("writes", probe)] == effect


def test_write_constraint(lab: Lab) -> None:
    lab.use("writes", fresh=True)
    for _ in range(2):
        lab.run("writes", WRITES["w1_constraint"])
    with pytest.raises(ConstraintError):
        lab.run("writes", "CREATE (:Company {id: 'c1'})")
    lab.run("writes", "CREATE (:Product {id: 'c1'})")
    assert lab.run("writes", "MATCH (n {id: 'c1'}) RETURN count(n) AS n") == ['[["n"], 2]']


def test_write_index(lab: Lab) -> None:
    lab.use("writes", fresh=True)
    for _ in range(2):
        lab.run("writes", WRITES["w2_index"])
    shown = lab.run("writes", "SHOW INDEXES YIELD name, labelsOrTypes, properties")
    assert ["entity_id", ["Entity"], ["id"]] in [json.loads(row)[1:] for row in shown]
