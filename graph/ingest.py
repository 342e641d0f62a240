"""Write what a source says, retire what it no longer says.

Nodes are written before the relationships that join them, and nothing is retired before all that
the source now says stands, so that a run which is interrupted loses nothing.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from . import statements as cypher
from .database import Database
from .gather import Gathered
from .identity import AliasTable
from .journal import Writing
from .writer import Progress, Writer, parts

BATCH = 5_000
"""Rows a transaction: beyond a thousand the size hardly matters (docs-drivers, and measured)."""

MUCH = 1_000
"""Things and relationships added, after which a server's older plans may be wrong for the graph."""


class Outcome(NamedTuple):
    """What a run did to things and relationships, and what it left out."""

    source: str
    added: int
    changed: int
    removed: int
    rejected: int
    records: int
    mentions: int


def prepare(database: Database) -> None:
    """Constraints first: without them every MERGE scans. Once for each open database."""
    database.once(cypher.constraints())


def write(
    database: Database,
    gathered: Gathered,
    *,
    table: AliasTable | None = None,
    progress: Progress | None = None,
    batch: int = BATCH,
    verb: str = "load",
) -> Outcome:
    """Make the graph say what ``gathered`` says for its source, no more and no less."""
    prepare(database)
    source = gathered.source.id
    with Writing(database, source, verb) as run:
        writer = Writer(database, source, run, table, batch, progress)
        writer.total = sum(map(len, gathered.nodes.values())) + sum(
            map(len, gathered.edges.values())
        )
        known = database.read(cypher.SOURCE, {"id": source})
        # Nothing of a source that was never written can be there: MERGE finds what others made.
        writer.fresh = not known
        writer.places([_beginning(gathered.places[0], *known)])
        for label, things in gathered.nodes.items():
            for part in parts(list(things.items()), batch):
                writer.nodes(label, dict(part))
        for pattern, edges in gathered.edges.items():
            for some in parts(list(edges.items()), batch):
                writer.edges(pattern, dict(some))
        writer.places(gathered.places[1:])
        if known:
            writer.retire(gathered)
            writer.places(gathered.places[:1])
        if run.changed["added"] >= MUCH:
            database.replan()
        return Outcome(
            source,
            **run.changed,
            rejected=len(gathered.findings),
            records=gathered.records,
            mentions=gathered.mentions,
        )


def unload(database: Database, source: str, *, table: AliasTable | None = None) -> Outcome:
    """Take back all that ``source`` claims; the graph is as if it had never been loaded."""
    prepare(database)
    with Writing(database, source, "unload") as run:
        Writer(database, source, run, table, BATCH, None).retire(None)
        return Outcome(source, **run.changed, rejected=0, records=0, mentions=0)


def _beginning(wanted: dict[str, Any], *known: dict[str, Any]) -> dict[str, Any]:
    """The Source node until all is written: by what its older claims stand, nothing forgotten."""
    row = dict(wanted)
    for stored in known:
        row |= {"schema": stored["schema"], "tables": stored["tables"]}
        row["set_aside"] = sorted({*row.get("set_aside", ()), *(stored["set_aside"] or ())})
    return row
