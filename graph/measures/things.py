"""What every measure shares: the shape of an answer, the evidence in it, and layers of the graph.

A measure takes the graph as ``to_networkx`` gives it and never the order in which it was filled:
:func:`layer` sorts, so that equal graphs give equal figures to the last digit.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, Generic, TypedDict, TypeVar

import networkx as nx

from ..wording import Entity
from .catalogue import Asked

Network = nx.MultiDiGraph
Row = TypeVar("Row")
BELONGING = ("ENABLES", "EXEMPLIFIES")
"""What ties a technique, model, product or company to a trend, in either direction."""
SUBSTANCE = ("Technique", "Model", "Product")


class Link(TypedDict):
    """A relationship that a figure rests on: its ends by id, how sure, who says so and where."""

    source: str
    type: str
    target: str
    certainty: str
    role: str | None
    sources: list[str]
    where: list[str]


class Tied(TypedDict):
    """A trend to which a thing is tied directly, and by what."""

    trend: Entity
    relationships: list[Link]


class Measured(Asked, Generic[Row]):
    """The answer of a measure: all its rows, the best first."""

    rows: list[Row]


def digits(value: float) -> float:
    """A figure as it is shown: four decimals, so that no engine or machine differs."""
    return round(value, 4) + 0.0


def entity(graph: Network[str], id_: str) -> Entity:
    """The thing of that id."""
    data = graph.nodes[id_]
    return {"id": id_, "kind": data["kind"], "name": data["name"], "name_zh": data["name_zh"]}


def entities(graph: Network[str], ids: Iterable[str]) -> list[Entity]:
    """The things of these ids, in the order of the ids."""
    return [entity(graph, id_) for id_ in sorted(ids)]


def of_kind(graph: Network[str], *kinds: str) -> list[str]:
    """The ids of all things of these kinds, sorted."""
    return sorted(id_ for id_, data in graph.nodes(data=True) if data["kind"] in kinds)


def links(graph: Network[str], one: str, other: str, types: Collection[str]) -> list[Link]:
    """The relationships of these types between two things, whichever way they run."""
    found: list[Link] = []
    for source, target in ((one, other), (other, one)):
        between: Any = graph.get_edge_data(source, target, default={})
        for type_ in sorted(between):
            if type_ in types:
                data = between[type_]
                found.append(
                    {
                        "source": source,
                        "type": type_,
                        "target": target,
                        "certainty": data["certainty"],
                        "role": data["role"],
                        "sources": data["sources"],
                        "where": data["where"],
                    }
                )
    return found


def says(found: Iterable[Link]) -> list[str]:
    """Who says so and where, each once: ``report: ch. 1 § 0, ch. 4 § 2``."""
    return list(
        dict.fromkeys(
            f"{', '.join(link['sources'])}: {', '.join(link['where'])}".removesuffix(": ")
            for link in found
        )
    )


def layer(
    graph: Network[str],
    kinds: Collection[str],
    types: Collection[str],
    *,
    trends_apart: bool = False,
) -> nx.Graph[str]:
    """Things of these kinds that relationships of these types join, without their direction.

    The ``weight`` of an edge is how many relationships it stands for. ``trends_apart`` leaves out
    what joins one trend to another directly.
    """
    weights: dict[tuple[str, str], int] = {}
    kind = {id_: data["kind"] for id_, data in graph.nodes(data=True)}
    for source, target, type_ in graph.edges(keys=True):
        if type_ not in types or kind[source] not in kinds or kind[target] not in kinds:
            continue
        if trends_apart and kind[source] == kind[target] == "Trend":
            continue
        ends = (min(source, target), max(source, target))
        weights[ends] = weights.get(ends, 0) + 1
    joined: nx.Graph[str] = nx.Graph()
    joined.add_nodes_from(sorted({id_ for ends in weights for id_ in ends}))
    for (one, other), weight in sorted(weights.items()):
        joined.add_edge(one, other, weight=weight)
    return joined


def trends_of(graph: Network[str], id_: str) -> list[str]:
    """The trends to which a thing is tied directly, sorted."""
    near = {*graph.successors(id_), *graph.predecessors(id_)}
    return sorted(
        other
        for other in near
        if graph.nodes[other]["kind"] == "Trend" and links(graph, id_, other, BELONGING)
    )


def tied(graph: Network[str], id_: str) -> list[Tied]:
    """The trends to which a thing is tied directly, each with the relationships."""
    return [
        {"trend": entity(graph, trend), "relationships": links(graph, id_, trend, BELONGING)}
        for trend in trends_of(graph, id_)
    ]
