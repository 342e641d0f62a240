"""Which things a name means: in either language, in any spelling, with its maker in front."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from trendweave.graph.database import Database, Row
from trendweave.graph.errors import NotFound
from trendweave.graph.identity import key, lookup
from trendweave.graph.wording import Entity

from . import library


def entity(row: Mapping[str, Any], field: str = "thing") -> Entity:
    """The entity in the columns ``<field>_id``, ``<field>_kind``, ``<field>``, ``<field>_zh``."""
    return {
        "id": row[f"{field}_id"],
        "kind": row[f"{field}_kind"],
        "name": row[field],
        "name_zh": row[f"{field}_zh"],
    }


def find(database: Database, name: str) -> list[Entity]:
    """Every thing of that name, whatever its kind, also with its maker in front.

    Raises :class:`NotFound` with the nearest names.
    """
    found = library.run(database, "find", name=lookup(name))
    if not found:
        for bare in _without_maker(database, name):
            found += [
                r
                for r in library.run(database, "find", name=lookup(bare["thing"]))
                if r["thing_id"] == bare["thing_id"]
            ]
    if not found:
        raise NotFound(f"Nothing is called “{name}”.", nearest(database, name))
    return [entity(row) for row in found]


def nearest(database: Database, name: str, most: int = 5) -> list[str]:
    """Names like ``name``, best first; empty on an empty database."""
    import difflib

    wanted = lookup(name)
    keys = {
        row["key"]: row["name"]
        for row in database.read(
            "MATCH (k:Name)-[:NAMES]->(n) RETURN k.id AS key, n.name AS name ORDER BY key, name"
        )
    }
    close = [k for k in keys if len(wanted) > 1 and (wanted in k or (len(k) > 2 and k in wanted))]
    close.sort(key=lambda k: (abs(len(k) - len(wanted)), k))
    close += difflib.get_close_matches(wanted, keys, n=most, cutoff=0.6)
    return list(dict.fromkeys(keys[k] for k in close))[:most]


def _without_maker(database: Database, name: str) -> list[Row]:
    whole = key(name)
    for cut in range(1, len(whole)):
        front, rest = whole[:cut].replace("-", ""), whole[cut:].replace("-", "")
        if not rest or not library.run(database, "find", name=front):
            continue
        found = library.run(database, "of-maker", maker=front, name=rest)
        if found:
            return found
    return []
