"""The fewest techniques that make one connected whole of the trends, with the proof."""

from __future__ import annotations

from typing import TypedDict

import networkx as nx

from ..errors import NotFound, UsageError
from ..pictures.plots import Grid
from ..wording import Entity, Said
from . import steiner
from .catalogue import asked
from .things import (
    BELONGING,
    Link,
    Measured,
    Network,
    Tied,
    entities,
    entity,
    layer,
    links,
    of_kind,
    says,
)
from .things import tied as tied_to

WAYS = (*BELONGING, "PART_OF")


class Connecting(TypedDict):
    """A technique of the set, with the trends among those asked for that it is tied to directly.

    ``well`` counts those of them where the tie is stated and the chapter does more than mention it.
    """

    technique: Entity
    trends: list[Tied]
    well: int


class ConnectingTechniques(Measured[Connecting]):
    """The set and its proof.

    ``connects`` are the trends. ``joins`` are relationships by which all of them and the techniques
    are one connected whole. ``exact`` says that no smaller set does it; where the search had to be
    given up it is false, and ``at_least`` is how many techniques any such set must have.
    """

    connects: list[Entity]
    joins: list[Link]
    exact: bool
    at_least: int


def measure(graph: Network[str], *trends: str) -> ConnectingTechniques:
    """The least set of techniques that connects these trends (two and more), or all.

    A set connects the trends if one can go from any of them to any other over relationships
    (ENABLES, EXEMPLIFIES, PART_OF, in either direction) of which each joins two of: the trends, the
    techniques of the set; relationships between two trends do not count. That is the Steiner tree
    with the trends as terminals where a technique costs one. Of several least sets, the one with
    the most trends tied well; of those still equal, always the same one.

    Raises :class:`NotFound` where no set connects them or there are no two of them, and
    :class:`UsageError` where a single one is asked for.
    """
    if len(trends) == 1:
        raise UsageError("One trend is connected as it is: name two or more, or none for all.")
    wanted = sorted(set(trends)) or of_kind(graph, "Trend")
    if len(wanted) < 2:
        raise NotFound("The sources name no two trends to connect.")
    joined = layer(graph, ("Technique", "Trend"), WAYS, trends_apart=True)
    joined.remove_nodes_from([t for t in of_kind(graph, "Trend") if t not in wanted])
    ties = {id_: _ties(graph, id_, wanted) for id_ in joined if id_ not in wanted}
    well = {id_: sum(map(_well, found)) for id_, found in ties.items()}
    # One technique more costs more than any number of ties that are not well.
    most = max(well.values(), default=0)
    costs = {id_: len(well) * most + 1 + most - count for id_, count in well.items()}
    found = steiner.join(joined, wanted, costs) if joined.nodes >= set(wanted) else None
    if found is None:
        raise NotFound("No techniques that the sources name connect these trends.")
    rows: list[Connecting] = [
        {"technique": entity(graph, id_), "trends": ties[id_], "well": well[id_]}
        for id_ in found.nodes.difference(wanted)
    ]
    rows.sort(key=lambda row: (-len(row["trends"]), row["technique"]["id"]))
    at_least = len(rows) if found.exact else _at_least(wanted, ties)
    return {
        **asked("connecting-techniques", _note(found.exact, at_least)),
        "rows": rows,
        "connects": entities(graph, wanted),
        "joins": _joins(graph, joined.subgraph(sorted(found.nodes)), wanted[0]),
        "exact": found.exact,
        "at_least": at_least,
    }


def _note(exact: bool, at_least: int) -> Said:
    if exact:
        return "No smaller set connects them.", "没有更小的技术集合能连接这些趋势。"
    return (
        f"Any set needs {at_least} at least; that none is smaller than this one is not proved.",
        f"任何集合至少需要 {at_least} 项技术；未能证明此集合最小。",
    )


def _ties(graph: Network[str], technique: str, wanted: list[str]) -> list[Tied]:
    return [one for one in tied_to(graph, technique) if one["trend"]["id"] in wanted]


def _well(tie: Tied) -> bool:
    return any(
        link["certainty"] == "stated" and link["role"] != "mentioned"
        for link in tie["relationships"]
    )


def _at_least(wanted: list[str], ties: dict[str, list[Tied]]) -> int:
    """No technique is tied to more trends than the most."""
    most = max(map(len, ties.values()))
    return -(-len(wanted) // most)


def _joins(graph: Network[str], whole: nx.Graph[str], first: str) -> list[Link]:
    """A relationship for each edge of a tree that spans the whole, the surest between its ends."""
    return [
        min(
            links(graph, one, other, WAYS),
            key=lambda link: (
                link["certainty"] != "stated", link["role"] == "mentioned", link["type"],
            ),
        )
        for one, other in nx.bfs_edges(whole, first, sort_neighbors=sorted)
    ]  # fmt: skip


def cells(answer: ConnectingTechniques) -> list[list[object]]:
    """A row a technique and trend."""
    return [
        [
            row["technique"],
            one["trend"],
            link["type"],
            link["certainty"],
            link["role"],
            says([link]),
        ]
        for row in answer["rows"]
        for one in row["trends"]
        for link in one["relationships"]
    ]


def chart(answer: ConnectingTechniques, most: int | None) -> Grid:
    """Which technique is tied to which trend, by how many relationships."""
    rows = answer["rows"][:most]
    counts = [
        {one["trend"]["id"]: len(one["relationships"]) for one in row["trends"]} for row in rows
    ]
    return Grid(
        "The fewest techniques that connect the trends",
        "连接各趋势的最少技术",
        "relationships between them",
        "两者间的关系数",
        [[row["technique"]] for row in rows],
        [[trend] for trend in answer["connects"]],
        [[count.get(trend["id"], 0) for trend in answer["connects"]] for count in counts],
    )
