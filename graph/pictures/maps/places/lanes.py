"""What came when: time from left to right, a lane for each maker, or for each kind."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import Final

from ...colours import kind_look
from ...pages.timeline import when
from ...picture import Node, Picture
from ..spots import Guide, Places, Spot
from .sizes import radii

_MOST_LANES: Final = 16
_NO_MAKER: Final = ("no maker named", "未注明机构")
_SAME: Final = 9.0  # dots nearer than this go below each other


def arrange(picture: Picture, room: tuple[float, float]) -> Places:
    """Lanes in the order of their first thing; years as thin upright lines."""
    sizes = radii(picture, 6.0, 13.0)
    dated = sorted((n for n in picture.nodes if n.date), key=lambda n: (n.date or "", n.id))
    maker = _makers(picture)
    lanes: dict[str, list[Node]] = defaultdict(list)
    by_kind = len({maker.get(n.id, "") for n in dated}) > _MOST_LANES
    for n in dated:
        lanes[n.kind if by_kind else maker.get(n.id, "")].append(n)
    times = {n.id: when(n.date or "") for n in dated}
    first, last = math.floor(min(times.values())), math.floor(max(times.values())) + 1
    left, right = -room[0] * 0.3, room[0] * 0.44
    node = {n.id: n for n in picture.nodes}
    placed = Places(level=True, letters=min(200.0, room[0] * 0.36))
    ordered = sorted(lanes, key=lambda lane: (lane == "", list(lanes).index(lane)))
    rows = {lane: _rows(lanes[lane], times, (right - left) / (last - first)) for lane in ordered}
    heights = {lane: max(rows[lane].values()) + 1 for lane in ordered}
    step = min((room[1] - 70) / sum(h + 0.6 for h in heights.values()), 46.0)
    y = -step * sum(h + 0.6 for h in heights.values()) / 2 + 20
    top = y
    for lane in ordered:
        middle = y + step * heights[lane] / 2
        if lane in node and not by_kind:
            placed.spots[lane] = Spot(round(left - 40, 1), round(middle, 1), sizes[lane], "l")
        else:
            look = kind_look(lane)
            en, zh = (look.en, look.zh) if by_kind else _NO_MAKER
            placed.guides.append(
                Guide(
                    round(-room[0] / 2, 1), round(middle - 14, 1), en, zh, "lane", round(right, 1)
                )
            )
        for n in lanes[lane]:
            x = left + (times[n.id] - first) / (last - first) * (right - left)
            row = y + step * (rows[lane][n.id] + 0.5)
            placed.spots[n.id] = Spot(round(x, 1), round(row, 1), sizes[n.id])
        y += step * (heights[lane] + 0.6)
    others = [n for n in picture.nodes if n.id not in placed.spots]
    for i, n in enumerate(others):
        at = top + (i + 0.5) * (y - top) / len(others)
        placed.spots[n.id] = Spot(round(left - 40, 1), round(at, 1), sizes[n.id], "l")
    for year in range(first, last + 1):
        x = left + (year - first) / (last - first) * (right - left)
        guide = Guide(round(x, 1), round(top - 10, 1), str(year), str(year), "line", round(y, 1))
        placed.guides.append(guide)
    return placed


def _makers(picture: Picture) -> dict[str, str]:
    """Who is said to build each thing; among several, who builds most."""
    count: dict[str, int] = defaultdict(int)
    for link in picture.links:
        count[link.source] += 1
    maker: dict[str, str] = {}
    for link in picture.links:
        known = maker.get(link.target)
        if known is None or (-count[link.source], link.source) < (-count[known], known):
            maker[link.target] = link.source
    return maker


def _rows(nodes: list[Node], times: dict[str, float], scale: float) -> dict[str, int]:
    """A row for each, the first that is free at its time."""
    rows: dict[str, int] = {}
    last: list[float] = []
    for n in nodes:
        x = times[n.id] * scale
        row = next((i for i, taken in enumerate(last) if x - taken > _SAME), len(last))
        last[row : row + 1] = [x]
        rows[n.id] = row
    return rows
