"""The trends on a ring in their order, what bridges them inside, near those that it ties."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import Final

from ..picture import BRIDGE, Picture
from ..spots import Places, Spot
from .sizes import radii

_APART: Final = (104.0, 46.0)  # between two things inside, across and down
_ROUNDS: Final = 120


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
    at = {}
    for i, n in enumerate(n for n in picture.nodes if n.id not in ring):
        spots = pulls[n.id] or [Spot(0, 0, 0)]
        # A little aside, each in its own direction, so that equals can part.
        x = sum(s.x for s in spots) / len(spots) + 3 * math.cos(i * 2.4)
        y = sum(s.y for s in spots) / len(spots) + 3 * math.sin(i * 2.4)
        at[n.id] = [x, y]
    ids = sorted(at)
    for _ in range(_ROUNDS):
        for i, one in enumerate(ids):
            for other in ids[i + 1 :]:
                a, b = at[one], at[other]
                dx, dy = (b[0] - a[0]) / _APART[0], (b[1] - a[1]) / _APART[1]
                near = math.hypot(dx, dy) or 0.01
                if near < 1:
                    push = (1 - near) * 0.25 / near
                    for end, sign in ((a, -1), (b, 1)):
                        end[0] += sign * dx * push * _APART[0]
                        end[1] += sign * dy * push * _APART[1]
        for p in at.values():
            out = math.hypot(p[0] / (axes[0] * 0.74), p[1] / (axes[1] * 0.72))
            if out > 1:
                p[0], p[1] = p[0] / out, p[1] / out
    return {i: (p[0], p[1]) for i, p in at.items()}
