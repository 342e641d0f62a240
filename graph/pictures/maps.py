"""Where everything on a map goes: dots, the labels that are shown at once, bends, headings.

A map is every picture without a story. All numbers are pixels, the middle of the picture is at 0,
y grows downwards, and at a scale of 1 the map about fills the window that it was placed for. Page
and SVG draw these very numbers.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from .arrangement import Box
from .lettering import Label
from .picture import Link, Picture
from .tags import place_tags

ROOMS: Final = {"wide": (1340.0, 620.0), "tall": (372.0, 640.0)}


@dataclass(frozen=True)
class Spot:
    """A dot: its centre and its radius."""

    x: float
    y: float
    r: float


@dataclass(frozen=True)
class Tag:
    """A label that is shown at once: the box that it fills and what it says.

    Lines start at the left edge of the box where ``align`` is ``start``, end at the right edge
    where it is ``end``, and are centred where it is ``middle``.
    """

    box: Box
    label: Label
    align: str


@dataclass(frozen=True)
class Guide:
    """What helps to read positions: the heading of a column or lane at (x, y), or a ring.

    ``shape`` is ``heading`` (the text is centred at x), ``lane`` (the text starts at x, and a thin
    line runs on to ``to``), ``line`` (a thin upright line from y to ``to``, the text above it) or
    ``ring`` (a thin circle of radius ``to``, no text).
    """

    x: float
    y: float
    en: str
    zh: str
    shape: str = "heading"
    to: float = 0.0


@dataclass(frozen=True)
class Map:
    """A placed picture.

    ``spots`` by node id; ``labels`` by mode (``zh``, ``en``, ``both``) and node id, of which a
    node without room has none; ``bends`` and ``widths`` (of the line, 1.25 where nothing is said)
    by the number of the link. ``level``: links leave and arrive horizontally.
    """

    spots: Mapping[str, Spot]
    labels: Mapping[str, Mapping[str, Tag]]
    bends: Mapping[int, float]
    widths: Mapping[int, float]
    guides: tuple[Guide, ...] = ()
    level: bool = False

    def bounds(self) -> Box:
        """The box round everything, labels of all modes and guides included."""
        boxes = [Box(s.x, s.y, 2 * s.r, 2 * s.r) for s in self.spots.values()]
        boxes += [tag.box for tags in self.labels.values() for tag in tags.values()]
        boxes += [Box(g.x, g.y, 120, 20) for g in self.guides if g.shape == "heading"]
        boxes += [Box(g.x, g.y, 2 * g.to, 2 * g.to) for g in self.guides if g.shape == "ring"]
        left, right = min(b.left for b in boxes), max(b.right for b in boxes)
        top, bottom = min(b.top for b in boxes), max(b.bottom for b in boxes)
        return Box((left + right) / 2, (top + bottom) / 2, right - left, bottom - top)


def curve(placed: Map, k: int, link: Link) -> tuple[float, ...]:
    """The link as one cubic piece ``x, y, x1, y1, x2, y2, x, y``, from rim to rim.

    The bend is how far the middle of the line is moved to the left of its direction (on the page,
    where y grows downwards: to (dy, -dx)); the two inner points move by four thirds of it.
    """
    a, b = placed.spots[link.source], placed.spots[link.target]
    dx, dy = b.x - a.x, b.y - a.y
    length = math.hypot(dx, dy) or 1.0
    bend = placed.bends.get(k, 0.0) * 4 / 3
    if placed.level and abs(dx) > a.r + b.r:
        side = 1 if dx > 0 else -1
        x0, x3 = a.x + side * (a.r + 2), b.x - side * (b.r + 2)
        half = (x3 - x0) / 2
        return x0, a.y, x0 + half, a.y + bend, x3 - half, b.y + bend, x3, b.y
    nx, ny = dy / length * bend, -dx / length * bend
    x1, y1 = a.x + dx / 3 + nx, a.y + dy / 3 + ny
    x2, y2 = b.x - dx / 3 + nx, b.y - dy / 3 + ny
    start, end = math.atan2(y1 - a.y, x1 - a.x), math.atan2(y2 - b.y, x2 - b.x)
    x0, y0 = a.x + (a.r + 2) * math.cos(start), a.y + (a.r + 2) * math.sin(start)
    x3, y3 = b.x + (b.r + 2) * math.cos(end), b.y + (b.r + 2) * math.sin(end)
    return x0, y0, x1, y1, x2, y2, x3, y3


def place(picture: Picture, *, lang: str = "en", shape: str = "wide") -> Map:
    """Place ``picture``, which is no story; equal pictures give equal maps.

    ``lang`` (``zh`` or ``en``) says which name leads where both are shown, ``shape`` for which
    window: ``wide`` or ``tall`` (a telephone).
    """
    room = ROOMS[shape]
    spots = _rings(picture, room)
    return Map(
        spots=spots,
        labels=place_tags(picture, spots, lang=lang, room=room),
        bends=_bends(picture),
        widths={},
    )


def _rings(picture: Picture, room: tuple[float, float]) -> dict[str, Spot]:
    """A sunflower, the weightiest in the middle."""
    order = sorted(picture.nodes, key=lambda n: (n.id not in picture.focus, -n.weight, n.id))
    spots = {}
    for i, n in enumerate(order):
        turn, far = i * math.pi * (3 - math.sqrt(5)), math.sqrt((i + 0.5) / len(order)) / 2
        x, y = far * math.cos(turn) * room[0] * 0.9, far * math.sin(turn) * room[1] * 0.9
        spots[n.id] = Spot(round(x, 1), round(y, 1), round(5 + min(n.weight, 100) ** 0.5, 1))
    return spots


def _bends(picture: Picture) -> dict[int, float]:
    """Each further link of a pair runs a little further from the straight line."""
    seen: dict[tuple[str, str], int] = {}
    bends: dict[int, float] = {}
    for k, link in enumerate(picture.links):
        pair = min(link.source, link.target), max(link.source, link.target)
        count = seen[pair] = seen.get(pair, -1) + 1
        if count:
            away = (count + 1) // 2 * 16.0 * (1 if count % 2 else -1)
            bends[k] = away if link.source == pair[0] else -away
    return bends
