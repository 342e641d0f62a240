"""The trends on a ring in their order, what bridges them inside, near those that it ties."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import Final

import numpy as np

from ...picture import BRIDGE, Picture
from ..spots import Places, Spot
from .force import part
from .sizes import radii

_FREE: Final = (56.0, 22.0)  # half of what a thing inside keeps free, across and down


def arrange(picture: Picture, room: tuple[float, float]) -> Places:
    """An ellipse clockwise from the top; lines as wide as what they rest on."""
    trends = sorted(n.id for n in picture.nodes if n.id in picture.focus)
    sizes = radii(picture, 5.0, 9.0)
    ring = max((n.weight for n in picture.nodes if n.id in picture.focus), default=1.0)
    weight = {n.id: n.weight for n in picture.nodes}
    across, down = room[0] * 0.34, room[1] * 0.41
    placed = Places(letters=min(180.0, room[0] * 0.34))
    for i, id_ in enumerate(trends):
        turn = 2 * math.pi * (i + 0.5) / len(trends) - math.pi / 2
        x, y = across * math.cos(turn), down * math.sin(turn)
        side = ("r" if x > 0 else "l") if abs(x) > across * 0.4 else ("b" if y > 0 else "t")
        r = 12 + 12 * (weight[id_] / (ring or 1.0)) ** 0.5
        placed.spots[id_] = Spot(round(x, 1), round(y, 1), round(r, 1), side)
    for id_, (x, y) in _inside(picture, placed.spots, (across, down)).items():
        placed.spots[id_] = Spot(round(x, 1), round(y, 1), sizes[id_], "b")
    most = max((len(k.members) for k in picture.links if k.type == BRIDGE), default=1)
    for k, link in enumerate(picture.links):
        if link.type == BRIDGE:
            placed.widths[k] = round(1 + 7 * len(link.members) / most, 2)
        elif {link.source, link.target} <= set(trends):
            placed.widths[k] = round(min(2.5 + len(link.evidence), 7.0), 2)
        else:
            placed.widths[k] = 1.0
    return placed


def _inside(
    picture: Picture, ring: dict[str, Spot], axes: tuple[float, float]
) -> dict[str, tuple[float, float]]:
    """Each thing in the middle of its trends, then pushed apart until letters fit between."""
    pulls: dict[str, list[Spot]] = defaultdict(list)
    for link in picture.links:
        for one, other in ((link.source, link.target), (link.target, link.source)):
            if other in ring and one not in ring:
                pulls[one].append(ring[other])
    ids = sorted(n.id for n in picture.nodes if n.id not in ring)
    if not ids:
        return {}
    start = []
    for i, id_ in enumerate(ids):
        spots = pulls[id_] or [Spot(0, 0, 0)]
        # A little aside, each in its own direction, so that equals can part.
        x = sum(s.x for s in spots) / len(spots) + 3 * math.cos(i * 2.4)
        y = sum(s.y for s in spots) / len(spots) + 3 * math.sin(i * 2.4)
        start.append((x, y))
    free = np.tile(_FREE, (len(ids), 1))
    at = part(np.array(start), free, np.zeros(len(ids), dtype=bool))
    out = np.hypot(at[:, 0] / (axes[0] * 0.74), at[:, 1] / (axes[1] * 0.72))
    at /= np.maximum(out, 1.0)[:, None]
    return {id_: (x, y) for id_, (x, y) in zip(ids, at.tolist(), strict=True)}
