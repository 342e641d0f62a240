"""Where everything on a map goes: dots, the labels that are shown at once, bends, headings.

A map is every picture without a story. All numbers are pixels at the zoom at which the whole map
fits its window, the middle is about at 0,0 and y grows downwards. Zooming moves dots apart and
lets letters keep their size. Page and SVG draw these very numbers.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from ..layers.arrangement import Box
from ..picture import Link, Picture
from .places import arrange
from .spots import Guide, Spot, Tag
from .tags import place_tags

__all__ = ["ROOMS", "Box", "Guide", "Map", "Spot", "Tag", "curve", "line_width", "place"]

ROOMS: Final = {"wide": (1340.0, 620.0), "tall": (372.0, 640.0)}
_BEND: Final = 26.0


@dataclass(frozen=True)
class Map:
    """A placed picture.

    ``spots`` by node id; ``labels`` by mode (``zh``, ``en``, ``both``) and node id, of which a
    node without room has none; ``bends`` and ``widths`` by the number of the link, 0 and the width
    that its claims give where nothing is said. ``level``: links leave and arrive horizontally.
    """

    spots: dict[str, Spot]
    labels: dict[str, dict[str, Tag]]
    bends: dict[int, float]
    widths: dict[int, float]
    guides: tuple[Guide, ...] = ()
    level: bool = False

    def bounds(self) -> Box:
        """The box round everything, labels of all modes and guides included."""
        boxes = [Box(s.x, s.y, 2 * s.r, 2 * s.r) for s in self.spots.values()]
        boxes += [tag.box for tags in self.labels.values() for tag in tags.values()]
        boxes += [guide.box() for guide in self.guides]
        left, right = min(b.left for b in boxes), max(b.right for b in boxes)
        top, bottom = min(b.top for b in boxes), max(b.bottom for b in boxes)
        return Box((left + right) / 2, (top + bottom) / 2, right - left, bottom - top)


def curve(placed: Map, k: int, link: Link) -> tuple[float, ...]:
    """The link as one cubic piece ``x, y, x1, y1, x2, y2, x, y``, from rim to rim.

    It is the quadratic curve from centre to centre whose control point lies ``bend`` from the
    middle, along (-dy, dx). On a level map both inner points lie in the middle between the ends,
    at the heights of these, moved down by ``bend``.
    """
    a, b = placed.spots[link.source], placed.spots[link.target]
    dx, dy = b.x - a.x, b.y - a.y
    bend = placed.bends.get(k, 0.0)
    if placed.level and abs(dx) > a.r + b.r + 8:
        side = 1 if dx > 0 else -1
        x0, x3 = a.x + side * (a.r + 2), b.x - side * (b.r + 2)
        mid = (x0 + x3) / 2
        return x0, a.y, mid, a.y + bend, mid, b.y + bend, x3, b.y
    length = math.hypot(dx, dy) or 1.0
    cx = a.x + dx / 2 - dy / length * bend
    cy = a.y + dy / 2 + dx / length * bend
    x0, y0 = _rim(a, cx, cy)
    x3, y3 = _rim(b, cx, cy)
    return (
        *(x0, y0, x0 + (cx - x0) * 2 / 3, y0 + (cy - y0) * 2 / 3),
        *(x3 + (cx - x3) * 2 / 3, y3 + (cy - y3) * 2 / 3, x3, y3),
    )


def _rim(spot: Spot, x: float, y: float) -> tuple[float, float]:
    """Where a line from the middle of the dot towards (x, y) leaves it."""
    away = math.hypot(x - spot.x, y - spot.y) or 1.0
    share = min((spot.r + 2) / away, 1.0)
    return spot.x + (x - spot.x) * share, spot.y + (y - spot.y) * share


def line_width(placed: Map, k: int, link: Link) -> float:
    """How wide a link is drawn: by its claims, if the map does not say."""
    claims = max(1, len(link.evidence))
    return placed.widths.get(k, min(1.1 + 0.9 * math.log2(claims), 5.0))


def place(picture: Picture, *, lang: str = "en", shape: str = "wide") -> Map:
    """Place ``picture``, which is no story; equal pictures give equal maps.

    ``lang`` (``zh`` or ``en``) says which name leads where both are shown, ``shape`` for which
    window: ``wide`` or ``tall`` (a telephone). Raises ValueError for a picture without things.
    """
    if not picture.nodes:
        raise ValueError("a picture without things has nothing to place")
    room = ROOMS[shape]
    placed = arrange(picture, room)
    labels = place_tags(picture, placed, lang=lang, room=room)
    bends = {**_bends(picture), **placed.bends}
    guides = tuple(placed.guides)
    return Map(placed.spots, labels, bends, placed.widths, guides, placed.level)


def _bends(picture: Picture) -> dict[int, float]:
    """The links of one pair run beside each other, so that each is seen."""
    pairs: dict[tuple[str, str], list[int]] = defaultdict(list)
    for k, link in enumerate(picture.links):
        pairs[min(link.source, link.target), max(link.source, link.target)].append(k)
    bends: dict[int, float] = {}
    for (first, _), ks in pairs.items():
        for place, k in enumerate(ks):
            away = (place - (len(ks) - 1) / 2) * _BEND
            if away:
                bends[k] = away if picture.links[k].source == first else -away
    return bends
