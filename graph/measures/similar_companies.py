"""Which companies do alike: the same trends, techniques and industries."""

from __future__ import annotations

from ..pictures.plots import Grid
from . import similarity
from .catalogue import asked
from .similarity import Pair
from .things import Link, Measured, Network, links, of_kind

_OWN = {"EXEMPLIFIES": "Trend", "APPLIES": "Technique", "ADOPTS": "Technique"}
_THROUGH = {"EXEMPLIFIES": "Trend", "APPLIES": "Technique", "APPLIED_IN": "Industry"}
LEAST = 3
"""Fewer things in common would be chance: two companies with one trend each would be the same."""


def features(graph: Network[str], company: str) -> dict[str, list[Link]]:
    """What a company has: its own trends and techniques, and those of what it builds.

    A technique that it builds counts as its own; what it builds also brings industries.
    """
    found: dict[str, list[Link]] = {}
    _take(graph, company, _OWN, [], found)
    for built in sorted(graph.successors(company)):
        by = links(graph, company, built, ("BUILDS",))
        if not by:
            continue
        if graph.nodes[built]["kind"] == "Technique":
            found.setdefault(built, []).extend(by)
        _take(graph, built, _THROUGH, by, found)
    return found


def _take(
    graph: Network[str],
    holder: str,
    types: dict[str, str],
    by: list[Link],
    found: dict[str, list[Link]],
) -> None:
    for other in sorted(graph.successors(holder)):
        for link in links(graph, holder, other, types):
            if link["source"] == holder and graph.nodes[other]["kind"] == types[link["type"]]:
                known = found.setdefault(other, [])
                known += [one for one in (*by, link) if one not in known]


def measure(graph: Network[str], company: str | None = None) -> Measured[Pair]:
    """Pairs of companies with three things in common at least; of one company, its own pairs.

    Compared are the trends (EXEMPLIFIES), techniques (APPLIES, ADOPTS, BUILDS) and industries
    (APPLIED_IN) of a company and of what it builds; units count as companies of their own.
    """
    compared = {id_: has for id_ in of_kind(graph, "Company") if (has := features(graph, id_))}
    rows = similarity.about(similarity.pairs(graph, compared, least=LEAST), company)
    return {
        **asked("similar-companies"),
        "rows": rows,
    }


def cells(answer: Measured[Pair]) -> list[list[object]]:
    """A row a pair, what they share by kind."""
    return [
        [
            row["one"],
            row["other"],
            row["similarity"],
            len(row["shared"]),
            *(
                [shared["thing"] for shared in row["shared"] if shared["thing"]["kind"] == kind]
                for kind in ("Trend", "Technique", "Industry")
            ),
        ]
        for row in answer["rows"]
    ]


def chart(answer: Measured[Pair], most: int | None) -> Grid:
    """A heat map of the most similar companies."""
    return Grid.of_pairs(
        "Similar companies",
        "相似的机构",
        [(row["one"], row["other"], row["similarity"]) for row in answer["rows"]],
        most,
    )
