"""Which dots of a map are labelled at once, and where the letters stand: nowhere do two meet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from ..layers.arrangement import Box
from ..lettering import Label, labels, whole, width
from ..picture import Picture
from .spots import Places, Spot, Tag

MODES: Final = ("zh", "en", "both")
SIZE: Final = 12.0
_TRIED: Final = (400, 160)  # labels beyond these would find no room in one window
_CLOUD: Final = 1000  # dots among which hardly a label finds room
_CELL: Final = 32.0
_GAP: Final = 3.0
_AWAY: Final = 8.0  # between a dot in focus and its name
_ONE_LINE: Final = 1.6  # how much wider a label may be that found no place in two lines
_OVER: Final = 0.515  # how far from the middle letters may reach, as a share of the room


class _Taken:
    """Boxes in a grid, so that asking for what is free stays quick among ten thousand dots."""

    def __init__(self) -> None:
        self.cells: dict[tuple[int, int], list[Box]] = defaultdict(list)

    def add(self, box: Box) -> None:
        for cell in self._cells(box):
            self.cells[cell].append(box)

    def free(self, box: Box) -> bool:
        return not any(
            abs(box.x - b.x) < (box.w + b.w) / 2 + _GAP
            and abs(box.y - b.y) < (box.h + b.h) / 2 + _GAP
            for cell in self._cells(box)
            for b in self.cells.get(cell, ())
        )

    @staticmethod
    def _cells(box: Box) -> Iterator[tuple[int, int]]:
        for cx in range(int((box.left - _GAP) // _CELL), int((box.right + _GAP) // _CELL) + 1):
            for cy in range(int((box.top - _GAP) // _CELL), int((box.bottom + _GAP) // _CELL) + 1):
                yield cx, cy


def place_tags(
    picture: Picture, placed: Places, *, lang: str, room: tuple[float, float]
) -> dict[str, dict[str, Tag]]:
    """Labels by mode and node id, the weightiest first, each where it meets nothing."""
    order = sorted(picture.nodes, key=lambda n: (n.id not in picture.focus, -n.weight, n.id))
    order = order[: _TRIED[len(order) > _CLOUD]]
    dots = _Taken()
    for s in placed.spots.values():
        dots.add(Box(s.x, s.y, 2 * s.r, 2 * s.r))
    for guide in placed.guides:
        if guide.shape == "heading":
            dots.add(guide.box())
    found: dict[str, dict[str, Tag]] = {mode: {} for mode in MODES}
    letters = {mode: _Taken() for mode in MODES}
    half = room[0] * _OVER
    for n in order:
        big = n.id in picture.focus
        for wide in (placed.letters, placed.letters * _ONE_LINE):
            said = labels(n.name, n.name_zh, lang=lang, room=wide, size=SIZE + big, bold=big)
            for mode, label in said.items():
                if n.id in found[mode] or not (big or whole(label, n.name, n.name_zh)):
                    continue
                places = list(_places(placed.spots[n.id], label, _AWAY if big else 4.0))
                places = [p for p in places if abs(p[0].x) + p[0].w / 2 <= half]
                places = [p for p in places if letters[mode].free(p[0])]
                # What the picture is about has its name, even where a dot lies under it.
                over = places[:1] if big and wide > placed.letters else []
                for box, align in [p for p in places if dots.free(p[0])][:1] or over:
                    letters[mode].add(box)
                    found[mode][n.id] = Tag(box, label, align)
    return found


def make_room(picture: Picture, placed: Places) -> None:
    """Move sideways the dots that lie where the name of what the picture is about must stand."""
    for n in (n for n in picture.nodes if n.id in picture.focus):
        held = placed.spots[n.id]
        boxes = [
            next(iter(_places(held, label, _AWAY)))[0]
            for lang in ("en", "zh")
            for label in labels(
                n.name, n.name_zh, lang=lang, room=placed.letters, size=SIZE + 1, bold=True
            ).values()
        ]
        left, right = min(b.left for b in boxes) - _GAP, max(b.right for b in boxes) + _GAP
        top, bottom = min(b.top for b in boxes) - _GAP, max(b.bottom for b in boxes) + _GAP
        for id_, s in placed.spots.items():
            across = left < s.x + s.r and s.x - s.r < right
            if id_ in picture.focus or not across or not top < s.y + s.r or not s.y - s.r < bottom:
                continue
            x = left - s.r - 1 if s.x < held.x else right + s.r + 1
            others = [o for i, o in placed.spots.items() if i != id_]
            rises = (0, 14, -14, 28, -28, 42, -42)
            free = [y for y in (s.y + rise for rise in rises) if _alone(x, y, s.r, others)]
            placed.spots[id_] = replace(s, x=round(x, 1), y=round((free or [s.y])[0], 1))


def _alone(x: float, y: float, r: float, others: Iterable[Spot]) -> bool:
    return all((x - o.x) ** 2 + (y - o.y) ** 2 > (r + o.r + _GAP) ** 2 for o in others)


def _places(spot: Spot, label: Label, away: float) -> Iterable[tuple[Box, str]]:
    """On the side where it should stand, then on the others, then at the corners."""
    w = max(width(line, label.size, bold=label.bold) for line in label.lines)
    if label.second:
        second = width(label.second, label.size * 0.84)
        w = w + second + 8 if label.beside else max(w, second)
    w, h, gap = round(w, 1), round(label.height, 1), spot.r + away
    sides = {
        "r": (Box(spot.x + gap + w / 2, spot.y, w, h), "start"),
        "l": (Box(spot.x - gap - w / 2, spot.y, w, h), "end"),
        "b": (Box(spot.x, spot.y + gap + h / 2, w, h), "middle"),
        "t": (Box(spot.x, spot.y - gap - h / 2, w, h), "middle"),
    }
    yield sides.pop(spot.side)
    yield from sides.values()
    for side, rise in ((1, 1), (1, -1), (-1, 1), (-1, -1)):
        x, y = spot.x + side * (gap * 0.7 + w / 2), spot.y + rise * (gap * 0.7 + h / 2)
        yield Box(x, y, w, h), "start" if side > 0 else "end"
