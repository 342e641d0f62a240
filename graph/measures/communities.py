"""Which things go together, and what each group of them is about."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from typing import TypedDict

import networkx as nx

from ..pictures.plots import Grid
from ..wording import Entity
from .bridges import JOINED, JOINS
from .catalogue import asked
from .things import (
    Measured,
    Network,
    digits,
    entities,
    entity,
    layer,
    of_kind,
    trends_of,
)

SMALLEST = 5
"""Fewer things than that are a loose end, not a community."""
_SEEDS = range(10)
_MOST_TOLD = 5


class Telling(TypedDict):
    """What a community is about: ``inside`` it, ``of`` so many in all.

    Of a trend these are things tied to it; of a technique, its relationships to other things; of a
    maker, the things that it builds.
    """

    thing: Entity
    inside: int
    of: int


class About(TypedDict):
    """What a community is about, the most telling first, five at most.

    Told by inside × ln(inside ÷ expected), the community's term of the log-likelihood ratio
    (Dunning 1993), where as much is expected inside as is the community's share of all things; what
    is not above it is left out.
    """

    trends: list[Telling]
    techniques: list[Telling]
    makers: list[Telling]


class Community(About):
    """Things that have more to do with one another than with the rest.

    ``size`` counts them. ``inside`` (0 to 1) is the share of their relationships that stay among
    them. ``stability`` (0 to 1) is how surely they belong together: the mean share of their pairs
    that ten runs of the method with different seeds leave in one community.
    """

    size: int
    inside: float
    stability: float
    things: list[Entity]


class Communities(Measured[Community]):
    """``modularity`` (below 1; 0 is chance) says how clearly the whole falls apart into them.

    ``apart`` counts the things that are in no community of five or more.
    """

    modularity: float
    apart: int


def measure(graph: Network[str]) -> Communities:
    """The communities of companies, techniques, models and products, the largest first.

    Found by the Louvain method (Blondel 2008), which seeks the greatest modularity (Newman 2006):
    the best of ten runs. The things are joined by what they do to one another (see ``bridges``);
    which chapter discusses them has no part in it, so that the trends can be compared with it.
    """
    joined = layer(graph, JOINED, JOINS)
    runs = [_partition(joined, seed) for seed in _SEEDS] if joined else [[]]
    worth = [digits(nx.community.modularity(joined, run)) if run else 0.0 for run in runs]
    best = runs[worth.index(max(worth))]
    belonging = {id_: trends_of(graph, id_) for id_ in joined}
    builds = {
        maker: [built for built in graph[maker] if graph.has_edge(maker, built, "BUILDS")]
        for maker in of_kind(graph, "Company")
    }
    rows: list[Community] = [
        {
            "size": len(found),
            "inside": _inside(joined, found),
            "stability": _stability(found, runs),
            **_about(graph, joined, found, belonging, builds),
            "things": entities(graph, found),
        }
        for found in best
        if len(found) >= SMALLEST
    ]
    rows.sort(key=lambda row: (-row["size"], row["things"][0]["id"]))
    apart = len(joined) - sum(row["size"] for row in rows)
    return {
        **asked(
            "communities",
            (
                f"Modularity {max(worth)}; {apart} things are in no group of {SMALLEST} or more.",
                f"模块度 {max(worth)}；{apart} 个事物不属于任何 {SMALLEST} 个以上的群。",
            ),
        ),
        "rows": rows,
        "modularity": max(worth),
        "apart": apart,
    }


def _partition(joined: nx.Graph[str], seed: int) -> list[set[str]]:
    return [set(found) for found in nx.community.louvain_communities(joined, seed=seed)]


def _inside(joined: nx.Graph[str], found: set[str]) -> float:
    ends = sum(degree for _, degree in joined.degree(found, weight="weight"))
    return digits(2 * joined.subgraph(found).size(weight="weight") / ends)


def _stability(found: set[str], runs: list[list[set[str]]]) -> float:
    pairs = math.comb(len(found), 2)
    together = sum(math.comb(len(found & other), 2) for run in runs for other in run)
    return digits(together / (pairs * len(runs)))


def _about(
    graph: Network[str],
    joined: nx.Graph[str],
    found: set[str],
    belonging: Mapping[str, list[str]],
    builds: Mapping[str, list[str]],
) -> About:
    share = len(found) / len(joined)
    within = joined.subgraph(found)
    techniques = [id_ for id_ in found if graph.nodes[id_]["kind"] == "Technique"]
    return {
        "trends": _telling(
            graph,
            Counter(trend for id_ in found for trend in belonging[id_]),
            Counter(trend for trends in belonging.values() for trend in trends),
            share,
        ),
        "techniques": _telling(
            graph,
            {id_: within.degree(id_, weight="weight") for id_ in techniques},
            {id_: joined.degree(id_, weight="weight") for id_ in techniques},
            share,
        ),
        "makers": _telling(
            graph,
            {maker: len(found.intersection(built)) for maker, built in builds.items()},
            {maker: len(built) for maker, built in builds.items()},
            share,
        ),
    }


def _telling(
    graph: Network[str], inside: Mapping[str, int], of: Mapping[str, int], share: float
) -> list[Telling]:
    scores = {
        id_: digits(count * math.log(count / (of[id_] * share)))
        for id_, count in inside.items()
        if count > of[id_] * share
    }
    best = sorted(scores, key=lambda id_: (-scores[id_], id_))[:_MOST_TOLD]
    return [{"thing": entity(graph, id_), "inside": inside[id_], "of": of[id_]} for id_ in best]


def cells(answer: Communities) -> list[list[object]]:
    """A row a community."""
    return [
        [
            row["size"],
            [one["thing"] for one in row["techniques"]],
            [one["thing"] for one in row["trends"]],
            [one["thing"] for one in row["makers"]],
            row["inside"],
            row["stability"],
        ]
        for row in answer["rows"]
    ]


def chart(answer: Communities, most: int | None) -> Grid:
    """How many things of each community belong to each trend that tells it."""
    rows = answer["rows"][:most]
    trends = {one["thing"]["id"]: one["thing"] for row in rows for one in row["trends"]}
    counts = [{one["thing"]["id"]: one["inside"] for one in row["trends"]} for row in rows]
    return Grid(
        "Communities and the trends they are about",
        "社群及其所属趋势",
        "things tied to the trend, where more than expected",
        "与该趋势相关的事物数（仅列多于预期者）",
        [[one["thing"] for one in row["techniques"][:2]] for row in rows],
        [[trends[id_]] for id_ in sorted(trends)],
        [[count.get(id_, 0) for id_ in sorted(trends)] for count in counts],
    )
