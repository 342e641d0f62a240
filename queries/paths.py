"""How one thing leads to another: the steps of the graph walked, with the evidence of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from trendweave.graph.claims import Evidence, evidence
from trendweave.graph.database import Database
from trendweave.graph.errors import NotFound, UsageError
from trendweave.graph.walk import BRIDGE, Step, Steps
from trendweave.graph.wording import Entity, names, says

from . import library
from .naming import entity, find

WALKABLE = ("Technique", "Trend", "Model", "Product")


class PathStep(TypedDict):
    """One step; ``members`` are what a BRIDGE goes over."""

    type: str
    source: str
    target: str
    members: list[Entity]
    evidence: list[Evidence]


class Way(TypedDict):
    """One way, from its first node to its last."""

    nodes: list[Entity]
    steps: list[PathStep]


class Paths(TypedDict):
    """The answer to ``path``: the best ways, best first."""

    question: str
    paths: list[Way]


def path(
    database: Database,
    *stops: str,
    any_relationship: bool = False,
    most: int = 5,
    quotes: bool = False,
) -> Paths:
    """The best ways from the first stop to the last through those between.

    Raises :class:`NotFound` where a name is not known or the sources support no way.
    """
    if len(stops) < 2:
        raise UsageError("A path needs two names at least: where from and where to.")
    senses = [_senses(database, stop, any_relationship) for stop in stops]
    found = rows(database, "any-steps" if any_relationship else "steps")
    steps = Steps(found, any_relationship=any_relationship)
    ways = steps.ways(senses, most)
    if not ways:
        raise NotFound(
            f"The sources support no way from {' by '.join(stops[:-1])} to {stops[-1]}"
            + ("." if any_relationship else ": --any also walks through companies and people.")
        )
    said = _said(database, ways)
    return {
        "question": f"how does {stops[0]} lead to {' and to '.join(stops[1:])}",
        "paths": [_way(steps, way, said, quotes) for way in ways],
    }


_STEP = ("type", "target_id", "target_kind", "target", "target_zh", "certainty", "role", "claims")


def rows(database: Database, query: str) -> list[dict[str, Any]]:
    """A row a relationship, in a fixed order; the query gathers them by source to travel light."""
    found = [
        {**{k: row[k] for k in row if k != "steps"}, **dict(zip(_STEP, step, strict=True))}
        for row in library.run(database, query)
        for step in row["steps"]
    ]
    return sorted(found, key=lambda row: (row["type"], row["source_id"], row["target_id"]))


def _said(database: Database, ways: Sequence[Sequence[Step]]) -> dict[tuple[str, str, str], Any]:
    """The claims of every relationship that a way rests on."""
    ends = {(r["source_id"], r["target_id"]) for way in ways for step in way for r in step.rows}
    found = library.run(database, "said-of-steps", ends=[list(pair) for pair in sorted(ends)])
    return {(row["source_id"], row["type"], row["target_id"]): row["claims"] for row in found}


def around(database: Database, ids: Sequence[str]) -> list[dict[str, Any]]:
    """What touches these things: rows of source, type, target, certainty, evidence."""
    rows = []
    for row in library.run(database, "around", ids=list(ids)):
        ends = entity(row, "thing"), entity(row, "other")
        source, target = ends if row["forward"] else ends[::-1]
        text = says(row["type"], names(source), names(target))[0]
        rows.append(
            {
                "source": source,
                "type": row["type"],
                "target": target,
                "certainty": row["certainty"],
                "role": row["role"],
                "evidence": evidence(row["claims"], text),
            }
        )
    return rows


def _senses(database: Database, stop: str, any_relationship: bool) -> list[str]:
    found = find(database, stop)
    fitting = [t["id"] for t in found if any_relationship or t["kind"] in WALKABLE]
    if not fitting:
        kind = found[0]["kind"].lower()
        raise NotFound(
            f"{found[0]['name']} is a {kind}, and a path goes through techniques, trends, models "
            "and products: --any goes through everything."
        )
    return fitting


def _way(steps: Steps, way: list[Step], said: Mapping[Any, Any], quotes: bool) -> Way:
    trail = [way[0].source, *(step.target for step in way)]
    return {
        "nodes": [_entity(steps, id_) for id_ in trail],
        "steps": [_step(steps, step, said, quotes) for step in way],
    }


def _entity(steps: Steps, id_: str) -> Entity:
    kind, name, name_zh = steps.things[id_]
    return {"id": id_, "kind": kind, "name": name, "name_zh": name_zh}


def _step(steps: Steps, step: Step, said: Mapping[Any, Any], quotes: bool) -> PathStep:
    shown: list[Any] = []
    for row in step.rows:
        claims = said[row["source_id"], row["type"], row["target_id"]]
        ends = entity(row, "source"), entity(row, "target")
        text = says(row["type"], *map(names, ends))[0]
        shown += evidence(claims, text, quotes=quotes)
    return {
        "type": step.type,
        "source": step.source,
        "target": step.target,
        "members": [_entity(steps, member) for member in step.members],
        "evidence": shown,
    }


__all__ = ["BRIDGE", "Paths", "Way", "around", "path"]
