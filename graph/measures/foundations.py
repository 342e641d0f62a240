"""What makes most else possible: how much a thing leads to, and in how few steps."""

from __future__ import annotations

from typing import TypedDict

import networkx as nx

from ..pictures.plots import Bars
from ..wording import Entity
from .catalogue import asked
from .things import SUBSTANCE, Link, Measured, Network, digits, entity, links, of_kind

_FORWARD = ("ENABLES",)
_BACKWARD = ("APPLIES", "BASED_ON", "POWERED_BY")
_KINDS = (*SUBSTANCE, "Trend")


class Foundation(TypedDict):
    """A thing and what it makes possible.

    ``leads_to`` (0 and more, in things) is harmonic centrality along the steps (Rochat 2009;
    Boldi and Vigna 2014): every thing that can be reached counts as one divided by the least number
    of steps to it. ``reach`` counts the things that can be reached at all, ``direct`` those in one
    step, and ``relationships`` are these steps.
    """

    thing: Entity
    leads_to: float
    reach: int
    direct: int
    relationships: list[Link]


def measure(graph: Network[str]) -> Measured[Foundation]:
    """Every technique, trend, model and product that makes something else possible.

    A step goes from what ENABLES to what is enabled, from a technique to the model or product that
    APPLIES it, and from a model or product to what is POWERED_BY it or BASED_ON it.
    """
    steps: nx.DiGraph[str] = nx.DiGraph()
    known = set(of_kind(graph, *_KINDS))
    ends = set()
    for source, target, type_ in graph.edges(keys=True):
        if known.issuperset((source, target)):
            if type_ in _FORWARD:
                ends.add((source, target))
            elif type_ in _BACKWARD:
                ends.add((target, source))
    steps.add_edges_from(sorted(ends))
    scores = nx.harmonic_centrality(steps.reverse(copy=False))
    rows: list[Foundation] = [
        {
            "thing": entity(graph, id_),
            "leads_to": digits(scores[id_]),
            "reach": len(nx.descendants(steps, id_)),
            "direct": steps.out_degree[id_],
            "relationships": [
                link
                for other in sorted(steps[id_])
                for link in links(graph, id_, other, (*_FORWARD, *_BACKWARD))
                if (link["source"] == id_) == (link["type"] in _FORWARD)
            ],
        }
        for id_ in steps
        if steps.out_degree[id_]
    ]
    rows.sort(key=lambda row: (-row["leads_to"], row["thing"]["id"]))
    return {
        **asked("foundations"),
        "rows": rows,
    }


def cells(answer: Measured[Foundation]) -> list[list[object]]:
    """A row a thing."""
    return [
        [row["thing"], row["thing"]["kind"], row["leads_to"], row["reach"], row["direct"]]
        for row in answer["rows"]
    ]


def chart(answer: Measured[Foundation], most: int | None) -> Bars:
    """A bar a thing."""
    return Bars(
        "What makes most else possible",
        "何者是其他一切的基础",
        "things led to, each counted as 1 ÷ steps",
        "可达事物数（每个按 1 ÷ 步数计）",
        [(row["thing"], row["leads_to"]) for row in answer["rows"][:most]],
    )
