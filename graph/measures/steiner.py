"""The least set of nodes that joins some others: the node-weighted Steiner tree, exactly.

The programme of Dreyfus and Wagner (1971) over sets of terminals as bits, where nodes cost and
terminals do not, in the order of cost. Whatever costs more than a tree already known is not looked
at, nor a partial tree where one as cheap joins more.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import networkx as nx

MOST_LABELS = 200_000
"""Partial trees to look at before the exact search is given up: some seconds."""


class Joined(NamedTuple):
    """The nodes that join the terminals, these included; ``exact`` where nothing cheaper does."""

    nodes: frozenset[str]
    exact: bool


def join(
    graph: nx.Graph[str],
    terminals: Sequence[str],
    costs: Mapping[str, int],
) -> Joined | None:
    """The cheapest connected nodes of ``graph`` among which all ``terminals`` are.

    ``costs`` has the whole cost (1 and more) of every node but the terminals, which cost nothing.
    None where the graph does not connect them. Where the search had to be given up, an
    approximation, which may cost more than it must.
    """
    reachable = nx.node_connected_component(graph, terminals[0])
    if not reachable.issuperset(terminals):
        return None
    known = _approximate(graph.subgraph(reachable), terminals, costs)
    most = sum(costs.get(node, 0) for node in known)
    exact = _exact(graph, terminals, costs, most)
    return Joined(exact or known, exact is not None)


def _approximate(
    graph: nx.Graph[str], terminals: Sequence[str], costs: Mapping[str, int]
) -> frozenset[str]:
    """A tree of shortest ways (Mehlhorn 1988), where each edge bears half of what its ends cost."""
    halves: nx.Graph[str] = nx.Graph()
    halves.add_nodes_from(sorted(graph))
    for one, other in sorted((min(edge), max(edge)) for edge in graph.edges):
        halves.add_edge(one, other, weight=costs.get(one, 0) + costs.get(other, 0))
    tree = nx.approximation.steiner_tree(halves, list(terminals), method="mehlhorn")
    return frozenset(tree) | frozenset(terminals)


def _exact(
    graph: nx.Graph[str],
    terminals: Sequence[str],
    costs: Mapping[str, int],
    most: int,
) -> frozenset[str] | None:
    """Partial trees, each by a node of it and the terminals in it, grown or merged at the node."""
    near = {node: sorted(graph[node]) for node in graph}
    settled: dict[str, dict[int, int]] = defaultdict(dict)
    made: dict[tuple[str, int], tuple[int, frozenset[str]]] = {}
    queue: list[tuple[int, int, str]] = []

    def offer(node: str, joined: int, cost: int, nodes: frozenset[str]) -> None:
        if cost <= most and cost < made.get((node, joined), (most + 1,))[0]:
            made[node, joined] = cost, nodes
            heapq.heappush(queue, (cost, -joined, node))

    for position, terminal in enumerate(terminals):
        offer(terminal, 1 << position, 0, frozenset([terminal]))
    whole = (1 << len(terminals)) - 1
    for _ in range(MOST_LABELS):
        if not queue:
            break
        cost, negative, node = heapq.heappop(queue)
        joined = -negative
        nodes = made[node, joined][1]
        if joined == whole:
            return nodes
        here = settled[node]
        if any(joined & more == joined for more in here):
            continue
        here[joined] = cost
        for other in near[node]:
            offer(other, joined, cost + costs.get(other, 0), nodes | {other})
        own = costs.get(node, 0)
        for also, price in here.items():
            if also & joined != also:
                together = nodes | made[node, also][1]
                offer(node, joined | also, cost + price - own, together)
    return None
