"""Which trends are about the same things."""

from __future__ import annotations

from ..pictures.plots import Grid
from . import similarity
from .catalogue import asked
from .similarity import Pair
from .things import BELONGING, SUBSTANCE, Link, Measured, Network, links, of_kind

_KINDS = {"Company", "Industry", *SUBSTANCE}
_TYPES = (*BELONGING, "APPLIED_IN")


def features(graph: Network[str], trend: str) -> dict[str, list[Link]]:
    """The things tied to a trend directly, each with the relationships that tie it."""
    near = {*graph.successors(trend), *graph.predecessors(trend)}
    return {
        other: found
        for other in sorted(near)
        if graph.nodes[other]["kind"] in _KINDS and (found := links(graph, trend, other, _TYPES))
    }


def measure(graph: Network[str], trend: str | None = None) -> Measured[Pair]:
    """Pairs of trends with anything in common; of one trend, its own pairs.

    Compared are the techniques, models, products and companies that EXEMPLIFIES or ENABLES ties to
    a trend, and the industries that it is APPLIED_IN.
    """
    compared = {id_: features(graph, id_) for id_ in of_kind(graph, "Trend")}
    rows = similarity.about(similarity.pairs(graph, compared, least=1), trend)
    return {
        **asked("similar-trends"),
        "rows": rows,
    }


def cells(answer: Measured[Pair]) -> list[list[object]]:
    """A row a pair."""
    return [
        [
            row["one"],
            row["other"],
            row["similarity"],
            len(row["shared"]),
            [shared["thing"] for shared in row["shared"]],
        ]
        for row in answer["rows"]
    ]


def chart(answer: Measured[Pair], most: int | None) -> Grid:
    """A heat map of the trends."""
    return Grid.of_pairs(
        "Similar trends",
        "相似的趋势",
        [(row["one"], row["other"], row["similarity"]) for row in answer["rows"]],
        most,
    )
