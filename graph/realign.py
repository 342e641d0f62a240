"""Decide anew which thing each claim is about, by other tables and without the sources."""

from __future__ import annotations

from typing import Any

from . import statements as cypher
from .claims import unpack
from .database import Database
from .gather import Gathered, gathered
from .identity import AliasTable
from .ingest import Outcome, write
from .model import KINDS, PROVENANCE, SourceInfo
from .resolve import BY_TABLE, Resolver
from .writer import Progress

Properties = dict[str, Any]


def realign(
    database: Database, table: AliasTable, *, progress: Progress | None = None
) -> list[Outcome]:
    """Write every source as its loader would with this table; what was done to each.

    A source that stands by the table already is left alone, so that what was interrupted is
    finished by doing it again. Raises :class:`Busy` where a source is being written.
    """
    return [
        write(
            database,
            restated(database, properties, table),
            table=table,
            progress=progress,
            verb="realign",
        )
        for properties in sources(database)
        if properties.get("tables") != table.digest
    ]


def sources(database: Database) -> list[Properties]:
    """The Source nodes, each with all its properties."""
    found = database.read("MATCH (s:Source) RETURN properties(s) AS properties ORDER BY s.id")
    return [row["properties"] for row in found]


def info(properties: Properties) -> SourceInfo:
    """Who claims, as the loader gave it."""
    given = {k: v for k, v in properties.items() if k in SourceInfo.model_fields}
    return SourceInfo(**given)


def places(database: Database, source: str) -> list[Properties]:
    """The Document and Section nodes of a source, as they are written."""
    found = []
    for label in [label for label in PROVENANCE if label != "Source"]:
        for row in database.read(cypher.all_of(label), {"source": source}):
            found.append({"label": label, **row["properties"]})
    return sorted(found, key=lambda place: str(place["id"]))


def restated(database: Database, properties: Properties, table: AliasTable) -> Gathered:
    """What a source says, from its claims in the database, by this table."""
    source = properties["id"]
    resolver = Resolver(table)
    records = 0
    for label in KINDS:
        for row in database.read(cypher.said_nodes(label), {"source": source}):
            for claim in unpack(row["claims"]):
                if claim["source"] == source and not claim.get("mention"):
                    records += 1
                    resolver.thing(label, claim)
    for row in database.read(cypher.said_edges(), {"source": source}):
        pattern = (row["source_label"], row["type"], row["target_label"])
        for claim in unpack(row["claims"]):
            if claim["source"] == source and claim.get("by") != BY_TABLE:
                records += 1
                resolver.edge(pattern, claim)
    for claim in unpack(properties.get("set_aside")):
        records += 1
        source_kind, target_kind = claim.pop("kinds")
        resolver.edge((source_kind, claim.pop("type"), target_kind), claim)
    return gathered(info(properties), resolver, places(database, source), records=records)
