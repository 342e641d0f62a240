"""Where the graph hangs by one thread: what would come apart without one thing or one link."""

from __future__ import annotations

from typing import Any, TypedDict

import networkx as nx

from ..pictures.plots import Bars
from ..wording import Entity
from .catalogue import asked
from .things import SUBSTANCE, Link, Measured, Network, entities, layer, links

JOINS = (
    "ADOPTS",
    "APPLIES",
    "BASED_ON",
    "BUILDS",
    "ENABLES",
    "PARTNERS_WITH",
    "PART_OF",
    "POWERED_BY",
)
JOINED = ("Company", *SUBSTANCE)


class Bridge(TypedDict):
    """A thing (an articulation point) or a link between two (a bridge) that nothing replaces.

    ``ends`` are the one thing or the two. Without it ``things``, ``cut_off`` in number (1 and more;
    of a link at least 2), have no way left to the larger rest (Hopcroft and Tarjan 1973).
    ``relationships`` are those by which they hang.
    """

    ends: list[Entity]
    cut_off: int
    things: list[Entity]
    relationships: list[Link]


def measure(graph: Network[str]) -> Measured[Bridge]:
    """Every bridge among companies, techniques, models and products.

    What joins is what the things do to one another: ADOPTS, APPLIES, BASED_ON, BUILDS,
    ENABLES, PARTNERS_WITH, PART_OF and POWERED_BY, not that one chapter discusses them.
    """
    joined = layer(graph, JOINED, JOINS)
    rows: list[Bridge] = []
    for part in sorted(nx.connected_components(joined), key=min):
        whole = joined.subgraph(sorted(part)).copy()
        for id_ in sorted(nx.articulation_points(whole)):
            edges = list(whole.edges(id_))
            whole.remove_node(id_)
            rows.append(_row(graph, joined, [id_], _hanging(whole)))
            whole.add_edges_from(edges)
        threads: Any = nx.bridges(whole)
        for one, other in sorted(threads):
            if min(whole.degree[one], whole.degree[other]) > 1:
                whole.remove_edge(one, other)
                rows.append(_row(graph, joined, sorted((one, other)), _hanging(whole)))
                whole.add_edge(one, other)
    rows.sort(key=lambda row: (-row["cut_off"], [end["id"] for end in row["ends"]]))
    return {
        **asked("bridges"),
        "rows": rows,
    }


def _hanging(rest: nx.Graph[str]) -> set[str]:
    """All but the largest connected piece, among equals but the one with the first id."""
    pieces = sorted(nx.connected_components(rest), key=lambda piece: (-len(piece), min(piece)))
    return set().union(*pieces[1:])


def _row(graph: Network[str], joined: nx.Graph[str], ends: list[str], hanging: set[str]) -> Bridge:
    pairs = (
        [(ends[0], other) for other in sorted(joined[ends[0]]) if other in hanging]
        if len(ends) == 1
        else [(ends[0], ends[1])]
    )
    return {
        "ends": entities(graph, ends),
        "cut_off": len(hanging),
        "things": entities(graph, hanging),
        "relationships": [link for pair in pairs for link in links(graph, *pair, JOINS)],
    }


def cells(answer: Measured[Bridge]) -> list[list[object]]:
    """A row a bridge."""
    return [
        [
            row["ends"],
            row["ends"][0]["kind"] if len(row["ends"]) == 1 else row["relationships"][0]["type"],
            row["cut_off"],
            row["things"],
        ]
        for row in answer["rows"]
    ]


def chart(answer: Measured[Bridge], most: int | None) -> Bars:
    """A bar a thing, links left out."""
    things = [(row["ends"][0], row["cut_off"]) for row in answer["rows"] if len(row["ends"]) == 1]
    return Bars(
        "What could not be missed",
        "缺之则断",
        "things cut off without it",
        "缺之则失去联系的事物数",
        things[:most],
    )
