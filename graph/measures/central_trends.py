"""Which trend lies in the middle of all: how much the others are about the same things."""

from __future__ import annotations

import math
from typing import TypedDict

from ..pictures.plots import Bars
from ..wording import Entity
from . import similar_trends, similarity
from .catalogue import asked
from .things import Link, Measured, Network, digits, entities, entity, links, of_kind


class CentralTrend(TypedDict):
    """A trend and how much it has to do with the others.

    ``likeness`` (0 to 1) is its strength, or weighted degree (Barrat 2004), in the network of
    trends, for each other trend: its mean similarity (see ``similar-trends``) to the others.
    ``things`` counts what is tied to it directly, ``shared`` those of them that are tied to another
    trend too. ``nearest`` is the trend most similar to it, ``drives`` what it ENABLES by a
    relationship of its own.
    """

    trend: Entity
    likeness: float
    things: int
    shared: int
    nearest: Entity | None
    drives: list[Entity]
    relationships: list[Link]


def measure(graph: Network[str]) -> Measured[CentralTrend]:
    """Every trend."""
    trends = of_kind(graph, "Trend")
    pairs = similar_trends.measure(graph)["rows"]
    has = {trend: set(similar_trends.features(graph, trend)) for trend in trends}
    rows: list[CentralTrend] = []
    for trend in trends:
        mine = similarity.about(pairs, trend)
        others = set().union(*(has[other] for other in trends if other != trend))
        driven = [other for other in trends if graph.has_edge(trend, other, "ENABLES")]
        rows.append(
            {
                "trend": entity(graph, trend),
                "likeness": digits(
                    math.fsum(pair["similarity"] for pair in mine) / max(1, len(trends) - 1)
                ),
                "things": len(has[trend]),
                "shared": len(has[trend] & others),
                "nearest": mine[0]["other"] if mine else None,
                "drives": entities(graph, driven),
                "relationships": [
                    link
                    for other in driven
                    for link in links(graph, trend, other, ("ENABLES",))
                    if link["source"] == trend
                ],
            }
        )
    rows.sort(key=lambda row: (-row["likeness"], row["trend"]["id"]))
    return {
        **asked("central-trends"),
        "rows": rows,
    }


def cells(answer: Measured[CentralTrend]) -> list[list[object]]:
    """A row a trend."""
    return [
        [
            row["trend"],
            row["likeness"],
            row["things"],
            row["shared"],
            row["nearest"],
            row["drives"],
        ]
        for row in answer["rows"]
    ]


def chart(answer: Measured[CentralTrend], most: int | None) -> Bars:
    """A bar a trend."""
    return Bars(
        "Which trends have most in common with the others",
        "与其他趋势共同点最多的趋势",
        "mean similarity to the other trends",
        "与其他趋势的平均相似度",
        [(row["trend"], row["likeness"]) for row in answer["rows"][:most]],
    )
