"""How alike two things are by what they have in common, the rare counting more than the usual."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from itertools import combinations
from typing import TypedDict

from ..wording import Entity
from .things import Link, Network, digits, entity

Features = Mapping[str, Mapping[str, list[Link]]]
"""Of each thing by id: what it has, by id, and the relationships that say so."""


class Shared(TypedDict):
    """What two things have in common: its weight in the comparison, and who says so of each."""

    thing: Entity
    weight: float
    relationships: list[Link]


class Pair(TypedDict):
    """Two things and how alike they are.

    ``similarity`` (0 nothing in common, 1 all) is the weighted Jaccard index (Jaccard 1912; Ružička
    1958): the weight of what both have over the weight of what either has. What all of those
    compared have weighs 0, what one in n has ln n (inverse document frequency, Spärck Jones 1972).
    ``shared`` has the heaviest first.
    """

    one: Entity
    other: Entity
    similarity: float
    shared: list[Shared]


def weights(features: Features) -> dict[str, float]:
    """The weight of each feature: the logarithm of how many compared there are for one that has it.

    >>> {k: round(w, 2) for k, w in weights({"a": {"x": [], "y": []}, "b": {"x": []}}).items()}
    {'x': 0.0, 'y': 0.69}
    """
    having = Counter(feature for has in features.values() for feature in sorted(has))
    return {feature: math.log(len(features) / count) for feature, count in having.items()}


def pairs(graph: Network[str], features: Features, *, least: int) -> list[Pair]:
    """Every two things that share ``least`` features or more, the most alike first."""
    weight = weights(features)
    found: list[Pair] = []
    for one, other in combinations(sorted(features), 2):
        has, also = features[one], features[other]
        common = [feature for feature in has if feature in also]
        if len(common) < least:
            continue
        whole = math.fsum(weight[feature] for feature in {**has, **also})
        both = math.fsum(weight[feature] for feature in common)
        common.sort(key=lambda feature: (-weight[feature], feature))
        found.append(
            {
                "one": entity(graph, one),
                "other": entity(graph, other),
                "similarity": digits(both / whole) if whole else 0.0,
                "shared": [
                    {
                        "thing": entity(graph, feature),
                        "weight": digits(weight[feature]),
                        "relationships": [*has[feature], *also[feature]],
                    }
                    for feature in common
                ],
            }
        )
    found.sort(key=lambda pair: (-pair["similarity"], pair["one"]["id"], pair["other"]["id"]))
    return found


def about(found: list[Pair], id_: str | None) -> list[Pair]:
    """The pairs of one thing, with it first; without one, all."""
    if id_ is None:
        return found
    mine: list[Pair] = []
    for pair in found:
        if pair["one"]["id"] == id_:
            mine.append(pair)
        elif pair["other"]["id"] == id_:
            mine.append({**pair, "one": pair["other"], "other": pair["one"]})
    return mine
