"""What holds the trends together: the things through which the ways between trends lead."""

from __future__ import annotations

from typing import TypedDict

import networkx as nx

from ..pictures.plots import Bars
from ..wording import Entity
from .catalogue import asked
from .things import SUBSTANCE, Measured, Network, Tied, digits, entity, layer, of_kind, tied

WAYS = ("APPLIES", "ENABLES", "EXEMPLIFIES", "PART_OF")


class CentralThing(TypedDict):
    """A thing and how much it holds the trends together.

    ``between`` (0 to 1) is betweenness centrality between trends (Freeman 1977; of a subset of
    ends: Brandes 2008): of the shortest ways from one trend to another, over techniques, models and
    products, the share that leads through the thing, averaged over all pairs of trends. ``links``
    counts the things and trends that it is joined to; ``trends`` are those among them.
    """

    thing: Entity
    between: float
    links: int
    trends: list[Tied]


def measure(graph: Network[str]) -> Measured[CentralThing]:
    """Every technique, model and product on a shortest way between two trends.

    A way follows APPLIES, ENABLES, EXEMPLIFIES and PART_OF in either direction. Relationships
    between trends are left out: what lies between would not be seen.
    """
    joined = layer(graph, (*SUBSTANCE, "Trend"), WAYS, trends_apart=True)
    trends = [id_ for id_ in of_kind(graph, "Trend") if id_ in joined]
    pairs = max(1, len(trends) * (len(trends) - 1) // 2)
    scores = nx.betweenness_centrality_subset(joined, trends, trends)
    rows: list[CentralThing] = [
        {
            "thing": entity(graph, id_),
            "between": between,
            "links": joined.degree[id_],
            "trends": tied(graph, id_),
        }
        for id_ in joined
        if id_ not in trends and (between := digits(scores[id_] / pairs))
    ]
    rows.sort(key=lambda row: (-row["between"], row["thing"]["id"]))
    return {
        **asked("central-things"),
        "rows": rows,
    }


def cells(answer: Measured[CentralThing]) -> list[list[object]]:
    """A row a thing."""
    return [
        [
            row["thing"],
            row["thing"]["kind"],
            row["between"],
            row["links"],
            [one["trend"] for one in row["trends"]],
        ]
        for row in answer["rows"]
    ]


def chart(answer: Measured[CentralThing], most: int | None) -> Bars:
    """A bar a thing."""
    return Bars(
        "What holds the trends together",
        "各趋势由何相连",
        "share of the shortest ways between trends",
        "趋势间最短路径中的占比",
        [(row["thing"], row["between"]) for row in answer["rows"][:most]],
    )
