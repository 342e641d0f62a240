"""A thing in the middle and what surrounds it on arcs left and right, so that letters find room."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from itertools import groupby
from typing import Final

from ...picture import Node, Picture
from ..spots import Places, Spot
from .sizes import by_kind, radii

_ROW: Final = 17.0  # from dot to dot where each has one line of letters
# By the number of arcs on each side: how far out each is, as a share of half the width.
_ARCS: Final = {1: (0.5,), 2: (0.34, 0.7), 3: (0.26, 0.51, 0.765)}


def arrange(picture: Picture, room: tuple[float, float]) -> Places:
    """Arcs by distance from the middle, wedges by kind, the weightiest on the inner arcs."""
    distance = _distances(picture)
    sizes = radii(picture, 4.0, 17.0)
    near = [n for n in picture.nodes if distance[n.id] == 1]
    far = [n for n in picture.nodes if distance[n.id] > 1]
    inner = _arcs_for(len(near), room, 2 if far else 3)
    outer = min(_arcs_for(len(far), room, 3 - inner), 3 - inner) if far else 0
    arcs = _ARCS[max(inner + outer, 1)]
    spots = _middle([n for n in picture.nodes if not distance[n.id]], sizes)
    _spread(spots, _halves(sorted(near, key=by_kind)), arcs[:inner], room, sizes)
    _spread(spots, _by_parent(picture, far, spots, distance), arcs[inner:], room, sizes)
    return Places(spots=spots, letters=max(room[0] * 0.115, 110.0))


def _distances(picture: Picture) -> dict[str, int]:
    """Steps from the middle; what no link reaches stands with the farthest."""
    ends: dict[str, set[str]] = defaultdict(set)
    for link in picture.links:
        ends[link.source].add(link.target)
        ends[link.target].add(link.source)
    found = dict.fromkeys(picture.focus, 0)
    ring = list(found)
    while ring:
        ring = [e for i in ring for e in sorted(ends[i]) if found.setdefault(e, -1) == -1]
        step = max(found.values()) + 1
        found.update(dict.fromkeys(ring, step))
    return {n.id: found.get(n.id, 2) for n in picture.nodes}


def _reach(room: tuple[float, float], share: float) -> float:
    """Half the height of an arc: the outer ones use all of it."""
    return room[1] / 2 * min(0.98, 0.52 + share * 0.75)


def _arcs_for(count: int, room: tuple[float, float], most: int) -> int:
    for arcs in range(1, most + 1):
        shares = _ARCS[arcs]
        if sum(2 * (2 * _reach(room, s) // _ROW) for s in shares) >= count:
            return arcs
    return most


def _middle(nodes: list[Node], sizes: Mapping[str, float]) -> dict[str, Spot]:
    gap = 64.0
    first = -(len(nodes) - 1) / 2 * gap
    return {n.id: Spot(0.0, first + gap * i, sizes[n.id], "b") for i, n in enumerate(nodes)}


def _halves(ordered: list[Node]) -> tuple[list[Node], list[Node]]:
    """Every kind on both sides, the weightiest of each in turns."""
    sides: tuple[list[Node], list[Node]] = ([], [])
    for _, kind in groupby(ordered, key=lambda n: n.kind):
        for n in kind:
            sides[len(sides[0]) > len(sides[1])].append(n)
    return sides


def _by_parent(
    picture: Picture, nodes: list[Node], spots: dict[str, Spot], distance: dict[str, int]
) -> tuple[list[Node], list[Node]]:
    """What is further out stands behind what it is tied to, half of it on either side."""
    at: dict[str, list[float]] = defaultdict(list)
    for link in picture.links:
        for one, other in ((link.source, link.target), (link.target, link.source)):
            if distance[one] > 1 and other in spots and distance[other]:
                spot = spots[other]
                at[one].append(math.atan2(spot.y, abs(spot.x)) + (math.pi if spot.x < 0 else 0))

    def lean(n: Node) -> float:
        sides = at[n.id]
        return sum(1 if turn < math.pi / 2 else -1 for turn in sides) / (len(sides) or 1)

    def height(n: Node) -> float:
        turns = [t - math.pi if t >= math.pi / 2 else t for t in at[n.id]]
        return sum(turns) / (len(turns) or 1)

    ordered = sorted(nodes, key=lambda n: (-lean(n), n.id))
    half = (len(ordered) + 1) // 2
    right, left = ordered[:half], ordered[half:]
    return (
        sorted(right, key=lambda n: (height(n), n.id)),
        sorted(left, key=lambda n: (height(n), n.id)),
    )


def _spread(
    spots: dict[str, Spot],
    halves: tuple[list[Node], list[Node]],
    arcs: tuple[float, ...],
    room: tuple[float, float],
    sizes: Mapping[str, float],
) -> None:
    """Each half on its arcs, in order down each of them; every kind on all of them."""
    if not arcs:
        return
    rows = [2 * _reach(room, share) / _ROW for share in arcs]
    for side, nodes in zip((1, -1), halves, strict=True):
        lots: list[list[Node]] = [[] for _ in arcs]
        for _, group in groupby(nodes, key=lambda n: n.kind):
            kind = list(group)
            weighty = sorted(kind, key=lambda n: (-n.weight, n.id))
            for n in weighty:
                free = min(range(len(arcs)), key=lambda a: ((len(lots[a]) + 1) / rows[a], a))
                lots[free].append(n)
        place = {n.id: i for i, n in enumerate(nodes)}
        for share, lot in zip(arcs, lots, strict=True):
            reach = _reach(room, share)
            step = min(2 * reach / max(len(lot), 1), 44.0)
            for i, n in enumerate(sorted(lot, key=lambda n: place[n.id])):
                y = (i - (len(lot) - 1) / 2) * step
                x = side * share * room[0] / 2 * math.sqrt(1 - (y / (reach * 1.25)) ** 2)
                spot = Spot(round(x, 1), round(y, 1), sizes[n.id], "r" if side > 0 else "l")
                spots[n.id] = spot
