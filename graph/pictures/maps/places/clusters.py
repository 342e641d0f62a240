"""Things gathered round what they belong to: the trends on a ring, or whatever holds them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from ...picture import Node, Picture
from ..spots import Places, Spot
from ..tags import make_room
from .force import Bools, Floats, Ints, part, settle
from .sizes import radii

_TURN: Final = math.pi * (3 - math.sqrt(5))
_MOST_PARTED: Final = 500
_FEW: Final = 0.015
_ROW: Final = 26.0
_BAND: Final = 0.15  # of the height, for what is joined to nothing
_HOME: Final = 5.0
_ABROAD: Final = 0.15


def arrange(picture: Picture, room: tuple[float, float]) -> Places:
    """By forces, with what the picture is about held on a ring; as wide as the room.

    What is joined to nothing stands in rows below the rest.
    """
    joined = {end for link in picture.links for end in (link.source, link.target)}
    alone = [n for n in picture.nodes if n.id not in joined]
    nodes = [n for n in picture.nodes if n.id in joined]
    sizes = radii(picture, *_range(len(picture.nodes)))
    placed = Places(letters=_letters(room))
    band = _stand(placed, alone, sizes, room, room[1] * _BAND if nodes else room[1])
    if nodes:
        at = _settled(picture, nodes, sizes, (room[0], room[1] - band))
        for n, (x, y) in zip(nodes, at.tolist(), strict=True):
            side = "b" if n.id in picture.focus else "r" if x >= 0 else "l"
            placed.spots[n.id] = Spot(round(x, 1), round(y - band / 2, 1), sizes[n.id], side)
        if room[0] > room[1]:  # a telephone has no room beside a name
            make_room(picture, placed)
    return placed


def _stand(
    placed: Places,
    nodes: Sequence[Node],
    sizes: Mapping[str, float],
    room: tuple[float, float],
    most: float,
) -> float:
    """Stand ``nodes`` in rows at the foot of the room, so wide apart that names fit if they can.

    Returns how high the rows are: ``most`` at most.
    """
    if not nodes:
        return 0.0
    a_row = max(1, int(room[0] / (placed.letters + 24)))
    high = -(-len(nodes) // a_row) * _ROW
    if high > most:
        a_row = math.ceil((len(nodes) * room[0] / most) ** 0.5)
        high = most
    step = high / -(-len(nodes) // a_row)
    pitch = room[0] / min(a_row, len(nodes))
    aside = min(placed.letters, pitch) / 2
    for i, n in enumerate(nodes):
        x = (i % a_row + 0.5) * pitch - room[0] / 2 - aside
        y = room[1] / 2 - high + (i // a_row + 0.5) * step
        placed.spots[n.id] = Spot(round(x + 8, 1), round(y, 1), sizes[n.id])
    return high


def _settled(
    picture: Picture, nodes: Sequence[Node], sizes: Mapping[str, float], room: tuple[float, float]
) -> Floats:
    count = len(nodes)
    number = {n.id: i for i, n in enumerate(nodes)}
    pairs = [(number[k.source], number[k.target]) for k in picture.links]
    ends = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    pull = np.array([1 + math.log2(max(1, len(k.evidence))) for k in picture.links])
    pinned = np.array([n.id in picture.focus for n in nodes])
    held = np.flatnonzero(pinned)
    start = _sunflower(count)
    for place, i in enumerate(held):
        turn = 2 * math.pi * (place + 0.5) / len(held) - math.pi / 2
        start[i] = (0.62 * math.cos(turn), 0.66 * math.sin(turn)) if len(held) > 1 else (0, 0)
    if len(held) > 1:
        pull = _homeward(ends, pull, pinned)
        start = _near(start, ends, pinned)
    at = _fit(settle(start, ends, pull, pinned), room)
    r = np.array([sizes[n.id] for n in nodes])
    if count > _MOST_PARTED:
        return _clear(at, r, pinned, room)
    focus = np.stack([np.full(count, _letters(room) * 0.49), r + 50], axis=1)
    wide = min(26.0, (room[0] * room[1] / count) ** 0.5 / 3)
    for rounds in (40, 15):
        free = np.where(pinned[:, None], focus, np.stack([r + wide, r + 5], axis=1))
        at = part(at, free, pinned, rounds)
        at = _clear(np.clip(at, -np.array(room) / 2, np.array(room) / 2), r, pinned, room)
    return part(at, np.where(pinned[:, None], focus, np.stack([r + 2, r + 2], axis=1)), pinned, 80)


def _letters(room: tuple[float, float]) -> float:
    """How wide a label may be."""
    return min(170.0, room[0] * 0.36)


def _range(count: int) -> tuple[float, float]:
    """The least and the largest radius: the more dots, the smaller."""
    return (5.0, 18.0) if count <= 60 else (4.0, 16.0) if count <= 500 else (1.5, 12.0)


def _sunflower(count: int) -> Floats:
    place = np.arange(count, dtype=np.float64)
    far, turn = np.sqrt((place + 0.5) / count) * 0.9, place * _TURN
    return np.stack([far * np.cos(turn), far * np.sin(turn)], axis=1)


def _clear(at: Floats, r: Floats, pinned: Bools, room: tuple[float, float]) -> Floats:
    """Nothing stands where the name of a held thing does, below it."""
    at = at.copy()
    for held in np.flatnonzero(pinned):
        x, y = at[held, 0], at[held, 1] + r[held] + 26
        wide, high = _letters(room) * 0.49 + r, 26 + r
        inside = ~pinned & (np.abs(at[:, 0] - x) < wide) & (np.abs(at[:, 1] - y) < high)
        aside = np.abs(at[:, 0] - x) / wide > 0.6
        side = np.where(at[:, 0] < x, -1.0, 1.0)
        at[:, 0] = np.where(inside & aside, x + side * wide, at[:, 0])
        at[:, 1] = np.where(inside & ~aside, y + high, at[:, 1])
    return at


def _homeward(ends: Ints, pull: Floats, pinned: Bools) -> Floats:
    """Each thing belongs to the one held thing that draws it most; the others hardly count."""
    drawn: dict[int, dict[int, float]] = {}
    for (a, b), strength in zip(ends.tolist(), pull.tolist(), strict=True):
        for held, thing in ((a, b), (b, a)):
            if pinned[held] and not pinned[thing]:
                of = drawn.setdefault(thing, {})
                of[held] = of.get(held, 0.0) + strength
    home = {thing: min(of, key=lambda held: (-of[held], held)) for thing, of in drawn.items()}
    factors = [
        _HOME
        if home.get(a) == b or home.get(b) == a
        else _ABROAD
        if pinned[a] or pinned[b]
        else 1.0
        for a, b in ends.tolist()
    ]
    weighed: Floats = pull * np.array(factors)
    return weighed


def _near(start: Floats, ends: Ints, pinned: Bools) -> Floats:
    """What is not held starts near the middle of what it is joined to and that is held."""
    at = start * 0.15
    total, count = np.zeros_like(start), np.zeros(len(start))
    for one, other in ((0, 1), (1, 0)):
        from_held = pinned[ends[:, one]]
        np.add.at(total, ends[from_held, other], start[ends[from_held, one]])
        np.add.at(count, ends[from_held, other], 1.0)
    at += total / np.maximum(count, 1.0)[:, None]
    at[pinned] = start[pinned]
    return at


def _fit(at: Floats, room: tuple[float, float]) -> Floats:
    """Into the room: the middle in the middle, all but the outermost few within its edges."""
    low, high = np.quantile(at, _FEW, axis=0), np.quantile(at, 1 - _FEW, axis=0)
    span = np.maximum(high - low, 1e-6)
    share = np.array([room[0] * 0.84, room[1] * 0.84])
    fitted: Floats = (at - (low + high) / 2) / span * share * min(1.0, (len(at) / 12) ** 0.5)
    edge = np.array([room[0] * 0.44, room[1] * 0.47])
    return np.clip(fitted, -edge, edge)
