"""Which dots of a map are labelled at once, and where the letters stand: nowhere do two meet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from .arrangement import Box
from .lettering import Label, labels, width
from .picture import Node, Picture

if TYPE_CHECKING:
    from .maps import Spot, Tag

MOST_TRIED: Final = 600  # labels beyond these would find no room in one window
_CELL: Final = 64.0
_GAP: Final = 3.0


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
    picture: Picture, spots: Mapping[str, Spot], *, lang: str, room: tuple[float, float]
) -> dict[str, dict[str, Tag]]:
    """Labels by mode and node id, the weightiest first, each where it meets nothing."""
    from .maps import Tag

    order = sorted(picture.nodes, key=lambda n: (n.id not in picture.focus, -n.weight, n.id))
    dots = _Taken()
    for s in spots.values():
        dots.add(Box(s.x, s.y, 2 * s.r, 2 * s.r))
    found: dict[str, dict[str, Tag]] = {mode: {} for mode in ("zh", "en", "both")}
    for mode, tags in found.items():
        letters = _Taken()
        for n in order[:MOST_TRIED]:
            label = _label(n, mode, lang, room)
            for box, align in _places(spots[n.id], label):
                inside = abs(box.x) + box.w / 2 <= room[0] / 2
                if inside and dots.free(box) and letters.free(box):
                    letters.add(box)
                    tags[n.id] = Tag(box, label, align)
                    break
    return found


def _label(n: Node, mode: str, lang: str, room: tuple[float, float]) -> Label:
    return labels(n.name, n.name_zh, lang=lang, room=min(170.0, room[0] / 3), spine=False)[mode]


def _places(spot: Spot, label: Label) -> Iterable[tuple[Box, str]]:
    """Right, left, below, above, and the four corners."""
    w = max(width(line, label.size) for line in label.lines)
    if label.second:
        second = width(label.second, label.size * 0.84)
        w = w + second + 8 if label.beside else max(w, second)
    h, gap = label.height, spot.r + 4
    yield Box(spot.x + gap + w / 2, spot.y, w, h), "start"
    yield Box(spot.x - gap - w / 2, spot.y, w, h), "end"
    yield Box(spot.x, spot.y + gap + h / 2, w, h), "middle"
    yield Box(spot.x, spot.y - gap - h / 2, w, h), "middle"
    for side, rise in ((1, 1), (1, -1), (-1, 1), (-1, -1)):
        x, y = spot.x + side * (gap * 0.7 + w / 2), spot.y + rise * (gap * 0.7 + h / 2)
        yield Box(x, y, w, h), "start" if side > 0 else "end"
