"""The Cypher that writes, derived from the model.

Every pattern names a label and the key, so that both engines seek; nodes are written before the
relationships that join them; MERGE has the key alone. Nothing outside this module changes the
graph; history, which is no part of it, is written by the journal.
"""

from __future__ import annotations

from .model import KINDS, PROVENANCE, RELATIONSHIPS, allowed

INTERNAL = ("Change", "Name", "Run", "Writer")
"""Labels of the journal, the index of names and the writers' marks: in no export."""

COMPARED = ("claims", "name", "name_zh", "aliases", "country", "groups", "disputed", "disputes")
"""What tells whether a thing is as it should be: its claims, what the alias table adds, and what
another release may have computed otherwise."""
_COMPARED = ", ".join(f"n.{field} AS {field}" for field in COMPARED)

SOURCE = (
    "MATCH (s:Source {id: $id}) "
    "RETURN s.schema AS schema, s.tables AS tables, s.set_aside AS set_aside"
)


def constraints() -> list[str]:
    """One uniqueness constraint a label, on ``id``."""
    return [
        f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
        for label in (*KINDS, *PROVENANCE, *INTERNAL)
    ]


def patterns() -> list[tuple[str, str, str]]:
    """Every (source kind, type, target kind) that the model allows."""
    return [
        (source, type_, target)
        for type_, spec in RELATIONSHIPS.items()
        for source in spec.sources
        for target in spec.targets
        if allowed(type_, source, target)
    ]


def stored_nodes(label: str) -> str:
    """What is there of ``$ids``."""
    return f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) RETURN n.id AS id, {_COMPARED}"


def new_nodes(label: str) -> str:
    """Make ``$rows``; give back those that somebody else had made meanwhile."""
    return (
        f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) "
        "ON CREATE SET n += row.properties "
        "WITH n, row WHERE n.claims <> row.properties.claims RETURN n.id AS id"
    )


def taken_nodes(label: str) -> str:
    """Take ``$ids`` for this transaction, then read their claims: Neo4j locks on the SET."""
    return (
        f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) SET n.name = n.name "
        f"RETURN n.id AS id, {_COMPARED}"
    )


def changed_nodes(label: str) -> str:
    """Give ``$rows`` exactly their properties."""
    return f"UNWIND $rows AS row MATCH (n:{label} {{id: row.id}}) SET n = row.properties"


def deleted_nodes(label: str) -> str:
    """Delete ``$ids``, whose relationships are gone."""
    return f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) DETACH DELETE n"


def placed(label: str) -> str:
    """Give ``$rows``, which belong to one source alone, exactly their properties."""
    return f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n = row.properties"


def places_of(label: str) -> str:
    """The ids of what belongs to ``$source`` alone."""
    return f"MATCH (n:{label}) WHERE n.source = $source RETURN n.id AS id"


def claimed_nodes() -> str:
    """Labels and ids of the things that ``$source`` claims."""
    return (
        f"MATCH (n:{'|'.join(KINDS)}) WHERE $source IN n.sources "
        "RETURN labels(n)[0] AS label, n.id AS id"
    )


def all_of(label: str) -> str:
    """Everything of a label that belongs to ``$source`` alone, with all properties."""
    return f"MATCH (n:{label}) WHERE n.source = $source RETURN properties(n) AS properties"


def said_nodes(label: str) -> str:
    """The claims of the things of a label of which ``$source`` speaks."""
    return (
        f"MATCH (n:{label}) WHERE $source IN n.sources "
        "RETURN n.id AS id, n.name AS name, n.claims AS claims"
    )


def named(label: str) -> list[str]:
    """Make ``$rows`` of (id, key) findable: the index of names."""
    return [
        "UNWIND $rows AS row MERGE (k:Name {id: row.key})",
        f"UNWIND $rows AS row MATCH (k:Name {{id: row.key}}) MATCH (n:{label} {{id: row.id}}) "
        "MERGE (k)-[:NAMES]->(n)",
    ]


def names_of(label: str) -> str:
    """The keys under which ``$ids`` stand in the index."""
    return (
        f"UNWIND $ids AS id MATCH (n:{label} {{id: id}})<-[:NAMES]-(k:Name) "
        "RETURN n.id AS id, k.id AS key"
    )


def unnamed(label: str) -> str:
    """Take ``$rows`` of (id, key) out of the index."""
    return (
        f"UNWIND $rows AS row MATCH (k:Name {{id: row.key}})-[r:NAMES]->(n:{label} {{id: row.id}}) "
        "DELETE r"
    )


FORGOTTEN_NAMES = (
    "UNWIND $keys AS key MATCH (k:Name {id: key}) WHERE NOT EXISTS { (k)-[:NAMES]->() } DELETE k"
)


def _edge(source: str, type_: str, target: str) -> str:
    return f"(a:{source} {{id: row.source}})-[r:{type_}]->(b:{target} {{id: row.target}})"


def stored_edges(source: str, type_: str, target: str) -> str:
    """What is there of ``$rows``."""
    return (
        f"UNWIND $rows AS row MATCH {_edge(source, type_, target)} "
        "RETURN a.id AS source, b.id AS target, r.claims AS claims"
    )


def new_edges(source: str, type_: str, target: str) -> str:
    """Make ``$rows``; give back those that somebody else had made meanwhile."""
    return (
        f"UNWIND $rows AS row MATCH (a:{source} {{id: row.source}}) "
        f"MATCH (b:{target} {{id: row.target}}) MERGE (a)-[r:{type_}]->(b) "
        "ON CREATE SET r += row.properties "
        "WITH r, row WHERE r.claims <> row.properties.claims "
        "RETURN row.source AS source, row.target AS target"
    )


def taken_edges(source: str, type_: str, target: str) -> str:
    """Take ``$rows`` for this transaction, then read their claims."""
    return (
        f"UNWIND $rows AS row MATCH {_edge(source, type_, target)} "
        "SET r.certainty = r.certainty "
        "RETURN a.id AS source, b.id AS target, r.claims AS claims"
    )


def changed_edges(source: str, type_: str, target: str) -> str:
    """Give ``$rows`` exactly their properties."""
    return f"UNWIND $rows AS row MATCH {_edge(source, type_, target)} SET r = row.properties"


def deleted_edges(source: str, type_: str, target: str) -> str:
    """Delete ``$rows``."""
    return f"UNWIND $rows AS row MATCH {_edge(source, type_, target)} DELETE r"


def claimed_edges() -> str:
    """Types and ends of the relationships that ``$source`` claims."""
    return f"{all_edges()} WHERE $source IN r.sources {ENDS}"


def said_edges() -> str:
    """Types, ends and claims of the relationships of which ``$source`` speaks."""
    return f"{all_edges()} WHERE $source IN r.sources {ENDS}, r.claims AS claims"


def all_edges() -> str:
    """The pattern of every relationship of the domain: a, r, b."""
    labels, types = "|".join(KINDS), "|".join(RELATIONSHIPS)
    return f"MATCH (a:{labels})-[r:{types}]->(b:{labels})"


ENDS = (
    "RETURN labels(a)[0] AS source_label, a.id AS source, type(r) AS type, "
    "labels(b)[0] AS target_label, b.id AS target"
)
