"""A company, its units and partners, what they make, and the trends: columns from left to right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from ...picture import Node, Picture
from ..spots import Guide, Places, Spot
from .sizes import radii

_HEADINGS: Final = (
    ("company", "公司"),
    ("units and partners", "下属与伙伴"),
    ("models and products", "模型与产品"),
    ("trends", "趋势"),
)
_SHORT: Final = (("company", "公司"), ("partners", "伙伴"), ("things", "产品"), ("trends", "趋势"))
_NARROW: Final = 700.0  # a room in which the headings would meet
_ROW: Final = 19.0
_WIDTHS: Final = (0.08, 0.2, 0.28, 0.14)  # of each column, as a share of the room


def arrange(picture: Picture, room: tuple[float, float]) -> Places:
    """Four columns, each ordered by what it is joined to in the columns beside it."""
    columns = _columns(picture)
    filled = [c for c in range(4) if columns[c]]
    sizes = radii(picture, 5.0, 17.0)
    order = {n.id: float(i) for i, n in enumerate(columns[3])}
    for c in (2, 1):
        columns[c] = _sorted(columns[c], order, picture)
        order.update({n.id: i / len(columns[c]) * 10 for i, n in enumerate(columns[c])})
    placed = Places(level=True, letters=max(room[0] * 0.24, 110.0))
    tops = room[1] / 2 - 34
    xs = _xs(filled, room)
    for c in filled:
        piles = _piles(columns[c], 2 * tops)
        apart = min(_WIDTHS[c] / len(piles), 0.19) * room[0]
        for p, pile in enumerate(piles):
            x = xs[c] + p * apart
            step = min(2 * tops / len(pile), 46.0)
            for i, n in enumerate(pile):
                y = (i - (len(pile) - 1) / 2) * step + 14
                side = "l" if c == filled[0] and len(filled) > 1 else "r"
                side = "b" if c == 0 else side
                placed.spots[n.id] = Spot(round(x, 1), round(y, 1), sizes[n.id], side)
        en, zh = (_SHORT if room[0] < _NARROW else _HEADINGS)[c]
        middle = xs[c] + (len(piles) - 1) * apart / 2
        placed.guides.append(Guide(round(middle, 1), -room[1] / 2, en, zh))
    _round(placed, picture)
    return placed


def _round(placed: Places, picture: Picture) -> None:
    """A link within a column goes round what stands between its ends."""
    for k, link in enumerate(picture.links):
        a, b = placed.spots[link.source], placed.spots[link.target]
        if abs(a.x - b.x) < a.r + b.r + 8:
            away = min(24 + abs(a.y - b.y) * 0.35, 90.0)
            placed.bends[k] = round(away if b.y > a.y else -away, 1)


def _columns(picture: Picture) -> list[list[Node]]:
    columns: list[list[Node]] = [[], [], [], []]
    for n in sorted(picture.nodes, key=lambda n: n.id):
        if n.id in picture.focus:
            columns[0].append(n)
        elif n.kind in ("Company", "Person"):
            columns[1].append(n)
        else:
            columns[3 if n.kind == "Trend" else 2].append(n)
    return columns


def _sorted(nodes: Iterable[Node], order: dict[str, float], picture: Picture) -> list[Node]:
    """By the middle of what each is joined to; what is joined to nothing yet comes last."""
    at: dict[str, list[float]] = defaultdict(list)
    for link in picture.links:
        for one, other in ((link.source, link.target), (link.target, link.source)):
            if other in order:
                at[one].append(order[other])

    def middle(n: Node) -> tuple[float, str]:
        return (sum(at[n.id]) / len(at[n.id]) if at[n.id] else 99.0, n.id)

    return sorted(nodes, key=middle)


def _piles(nodes: Sequence[Node], height: float) -> list[Sequence[Node]]:
    """As many columns as the rows need, in turns so that each keeps the order."""
    count = max(1, -(-len(nodes) // int(height / _ROW)))
    return [nodes[p::count] for p in range(count)]


def _xs(filled: list[int], room: tuple[float, float]) -> dict[int, float]:
    shares = {0: -0.44, 1: -0.3, 2: -0.05, 3: 0.28}
    if 1 not in filled:
        shares |= {0: -0.38, 2: -0.14}
    return {c: shares[c] * room[0] for c in filled}
