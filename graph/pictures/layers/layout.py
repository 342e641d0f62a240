"""Where everything on a layered page goes: boxes, step signs and curves, all in pixels.

Two arrangements of one picture. ``across`` tells the story from left to right: each thing on the
spine has a column, and what carries a step stands in the gap between its two ends. ``down`` tells
it from top to bottom in the width of a phone. Both are pure functions of the picture. A curve is
a flat list ``x, y, (x1, y1, x2, y2, x, y)…`` of cubic pieces, as SVG and canvas take them.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise, product

from ..picture import MOST_NODES, Picture
from .arrangement import (
    ROW_GAP,
    SIGN_GAP,
    SIGN_HEIGHT,
    Arrangement,
    Box,
    Layout,
    flat,
)


def across(
    picture: Picture, *, lang: str = "en", room: tuple[float, float] = (1380, 660)
) -> Layout:
    """The story from left to right, of the variants the one that is largest in ``room``."""
    best: tuple[float, Layout] | None = None
    outer = ((False, True), (True, True), (False, False), (True, False))
    for rows, sides, widest in product((MOST_NODES, 14, 10), outer, (150, 172, 196, 220)):
        layout = _Across(picture, lang, sides, widest, rows).layout
        bounds = layout.bounds()
        scale = min(room[0] / bounds.w, room[1] / bounds.h, 1.1)
        if best is None or scale > best[0] + 0.005:
            best = scale, layout
    assert best is not None
    return best[1]


def down(picture: Picture, *, lang: str = "en") -> Layout:
    """The story from top to bottom, two columns wide, for a phone."""
    return _Down(picture, lang).layout


class _Across(Arrangement):
    INSIDE = 44.0  # between two columns of one gap

    def __init__(
        self, picture: Picture, lang: str, outer: tuple[bool, bool], widest: float, rows: int
    ) -> None:
        super().__init__(picture, lang)
        self.widest, self.rows = widest, rows
        n = len(self.spine)
        alone = n == 1  # with one thing on the spine there is no inner gap
        self.filled = self.gaps(0 if outer[0] else 1, n if outer[1] or alone else n - 1)
        self.signs = self.spine_links()
        self.gap_of = {i: g for g, ids in self.filled.items() for i in ids}
        self.column: dict[str, int] = {}
        self.opening: dict[int, tuple[float, float]] = {}
        self.place()
        self.draw()

    def place(self) -> None:
        tallest = max((min(len(ids), self.rows) for ids in self.filled.values()), default=0)
        channel = min(max(40 + tallest * 2.5, 52), 74)
        x, column = 0.0, 0
        for g in range(len(self.spine) + 1):
            signs = {k: self.sign(self.picture.links[k]) for k in self.signs.get((g - 1, g), [])}
            piles = self.split(self.filled.get(g, []))
            widths = [max(self.fit(i, 96, self.widest) for i in pile) for pile in piles]
            needed = max((b.w for b in signs.values()), default=0.0) + (16 if piles else 72)
            inside = sum(widths) + self.INSIDE * max(len(piles) - 1, 0)
            margin = channel if piles and 0 < g < len(self.spine) else 0.0
            if signs:
                margin = max(margin, (needed - inside) / 2)
            opening = self.put_signs(signs, x + margin + inside / 2)
            x += margin if g else 0.0
            if g == len(self.spine) and piles:
                x += channel
            for pile, w in zip(piles, widths, strict=True):
                self.stack(pile, w, x + w / 2, opening)
                self.column.update(dict.fromkeys(pile, column))
                if opening:
                    self.opening[column] = opening
                column += 1
                x += w + self.INSIDE
            x -= self.INSIDE if piles else 0.0
            x += channel if g == 0 and piles else margin
            if g < len(self.spine):
                node = self.spine[g]
                box = self.box(node.id, self.fit(node.id, 110, 184))
                box.x, box.y = x + box.w / 2, 0
                x += box.w
                self.column[node.id] = column
                column += 1

    def split(self, ids: list[str]) -> list[list[str]]:
        """The ids of one gap in as many columns as they need, the ends they touch deciding."""
        if len(ids) <= self.rows:
            return [ids] if ids else []
        at = {i: sum(self.anchors(i)) / len(self.anchors(i)) for i in ids}
        ordered = sorted(ids, key=lambda i: (at[i], ids.index(i)))
        count = -(-len(ids) // self.rows)
        size = -(-len(ids) // count)
        chunks = (ordered[k : k + size] for k in range(0, len(ids), size))
        return [self.together(chunk) for chunk in chunks]

    def put_signs(self, signs: dict[int, Box], x: float) -> tuple[float, float] | None:
        """Signs under each other from the height of the spine on; what has to stay free."""
        for row, (k, sign) in enumerate(signs.items()):
            sign.x, sign.y = x, row * (SIGN_HEIGHT + SIGN_GAP)
            self.layout.signs[k] = sign
        last = max((sign.bottom for sign in signs.values()), default=0.0)
        return (-SIGN_HEIGHT / 2 - SIGN_GAP, last + SIGN_GAP) if signs else None

    def stack(
        self, ids: list[str], w: float, x: float, opening: tuple[float, float] | None
    ) -> None:
        """Put boxes under each other round the height of the spine, with the opening free."""
        boxes = [self.box(i, w) for i in ids]
        y = -sum(b.h + ROW_GAP for b in boxes) / 2
        for b in boxes:
            b.x, b.y = x, y + (b.h + ROW_GAP) / 2
            y += b.h + ROW_GAP
        if opening is None:
            return
        upper = [b for b in boxes if b.y < 0]
        for pile, edge in ((upper, opening[0]), (boxes[len(upper) :], opening[1])):
            if pile:
                near = pile[-1].bottom + ROW_GAP if pile is upper else pile[0].top - ROW_GAP
                for b in pile:
                    b.y += edge - near

    def draw(self) -> None:
        lanes = 0
        for (a, b), ks in self.signs.items():
            for k in ks:
                if b == a + 1:
                    self.step(k, a)
                else:
                    lanes += 1
                    self.lane(k, a, b, lanes)
        pairs: dict[tuple[str, str], list[int]] = defaultdict(list)
        for k, link in enumerate(self.picture.links):
            if k not in self.layout.curves:
                pairs[min(link.source, link.target), max(link.source, link.target)].append(k)
        ports = self.ports(pairs)
        for (one, other), ks in pairs.items():
            for row, k in enumerate(ks):
                self.curve(k, one, other, (row - (len(ks) - 1) / 2) * 9, ports)

    def step(self, k: int, a: int) -> None:
        left, right = (self.layout.boxes[n.id] for n in self.spine[a : a + 2])
        sign = self.layout.signs[k]
        points = [(left.right, left.y), (sign.left, sign.y), (sign.right, sign.y)]
        self.put(k, self.spine[a].id, flat([*points, (right.left, right.y)]))

    def lane(self, k: int, a: int, b: int, lane: int) -> None:
        """A link past a step runs above everything, with its sign in the middle."""
        left, right = (self.layout.boxes[self.spine[i].id] for i in (a, b))
        y = min(x.top for x in self.layout.boxes.values()) - 34 * lane
        x0, x1 = left.x + 10 * lane, right.x - 10 * lane
        curve = [x0, left.top, x0, y, x0, y, x0 + 40, y, x0 + 90, y, x1 - 90, y, x1 - 40, y]
        self.put(k, self.spine[a].id, [*curve, x1, y, x1, y, x1, right.top])
        self.layout.signs[k] = sign = self.sign(self.picture.links[k])
        sign.x, sign.y = (x0 + x1) / 2, y

    def ports(self, pairs: dict[tuple[str, str], list[int]]) -> dict[tuple[str, str], float]:
        """Where on the side of a spine box each link leaves, so that fans do not cross."""
        fans: dict[tuple[str, int], list[str]] = defaultdict(list)
        for ends in pairs:
            for a, b in (ends, ends[::-1]):
                if a in self.rank and b in self.gap_of:
                    fans[a, 1 if self.gap_of[b] > self.rank[a] else -1].append(b)
        found: dict[tuple[str, str], float] = {}
        for (a, _), fan in fans.items():
            for sign in (-1, 1):
                side = [b for b in fan if (self.layout.boxes[b].y < 0) == (sign < 0)]
                side.sort(key=lambda b: (abs(self.layout.boxes[b].y), b))
                reach = self.layout.boxes[a].h / 2 - 8
                for place, b in enumerate(side):
                    found[a, b] = sign * (5 + (reach - 5) * (place + 0.5) / len(side))
        return found

    def curve(
        self, k: int, a: str, b: str, shift: float, ports: dict[tuple[str, str], float]
    ) -> None:
        if self.column[a] > self.column[b]:
            a, b = b, a
        start, end = self.layout.boxes[a], self.layout.boxes[b]
        y0, y1 = start.y + ports.get((a, b), shift), end.y + ports.get((b, a), shift)
        if self.column[a] == self.column[b]:
            # Beside the column, on the side where fewer curves arrive.
            side = -1 if min(self.anchors(a)) >= self.gap_of[a] else 1
            x = start.x + side * start.w / 2
            out = x + side * min(16 + abs(y1 - y0) * 0.12 + shift, 38)
            self.put(k, a, [x, y0, out, y0, out, y1, x, y1])
            return
        points = [(start.right, y0)]
        for c in range(self.column[a] + 1, self.column[b]):
            ids = [i for i in self.layout.boxes if self.column[i] == c]
            here = [self.layout.boxes[i] for i in ids]
            if any(i in self.rank for i in ids):
                self.layout.far.add(k)
            if here:
                share = (c - self.column[a]) / (self.column[b] - self.column[a])
                y = _seam(here, y0 + (y1 - y0) * share, self.opening.get(c))
                points += [(min(o.left for o in here) - 6, y), (max(o.right for o in here) + 6, y)]
        self.put(k, a, flat([*points, (end.left, y1)]))


def _seam(boxes: list[Box], wish: float, opening: tuple[float, float] | None) -> float:
    """The height nearest to ``wish`` at which a line passes between ``boxes``, signs left alone."""
    spans = sorted((b.top, b.bottom) for b in boxes)
    spans = sorted([*spans, opening]) if opening else spans
    if not spans[0][0] - 12 < wish < spans[-1][1] + 12:
        return wish
    free = [spans[0][0] - 12, *((a[1] + b[0]) / 2 for a, b in pairwise(spans)), spans[-1][1] + 12]
    return min(free, key=lambda y: (abs(y - wish), y))


class _Down(Arrangement):
    HALF = 16.0  # half the channel in the middle through which the spine runs
    WIDTH = 156.0

    def __init__(self, picture: Picture, lang: str) -> None:
        super().__init__(picture, lang)
        self.signs = self.spine_links()
        self.side: dict[str, int] = {}
        self.place(self.gaps(1, len(self.spine)))
        self.draw()

    def place(self, gaps: dict[int, list[str]]) -> None:
        y = 0.0
        for at, node in enumerate(self.spine):
            box = self.box(node.id, self.fit(node.id, 150, 250))
            box.y = y + box.h / 2
            y = box.bottom + 22
            for k in self.signs.get((at, at + 1), []):
                self.layout.signs[k] = sign = self.sign(self.picture.links[k])
                sign.y = y + sign.h / 2
                y = sign.bottom + SIGN_GAP
            foot = {-1: y + 12, 1: y + 12}
            for i in gaps.get(at + 1, []):
                side = -1 if foot[-1] <= foot[1] else 1
                box = self.box(i, self.WIDTH)
                box.x = side * (self.HALF + box.w / 2)
                box.y = foot[side] + box.h / 2
                foot[side] = box.bottom + ROW_GAP
                self.side[i] = side
            y = max(foot.values()) + 16

    def draw(self) -> None:
        for k, link in enumerate(self.picture.links):
            a, b = link.source, link.target
            if self.layout.boxes[a].y > self.layout.boxes[b].y:
                a, b = b, a
            start, end = self.layout.boxes[a], self.layout.boxes[b]
            if a in self.rank and b in self.rank and self.rank[b] - self.rank[a] > 1:
                # Past a step: down the right margin.
                x = self.HALF + self.WIDTH + 16
                curve = [start.right, start.y, x, start.y, x, start.y, x, start.y + 20]
                curve += [x, start.y + 20, x, end.y - 20, x, end.y - 20]
                curve += [x, end.y, x, end.y, end.right, end.y]
            elif a in self.rank and b in self.rank:
                curve = [0, start.bottom, 0, start.bottom, 0, end.top, 0, end.top]
            elif a in self.rank:
                curve = self.branch(self.side[b], start.bottom, end.y - 6)
            elif b in self.rank:
                curve = self.branch(self.side[a], end.top, start.y + 6)[::-1]
                curve = [v for pair in zip(curve[1::2], curve[::2], strict=True) for v in pair]
            elif self.side[a] == self.side[b]:
                x = self.side[a] * (self.HALF + self.WIDTH)
                out = x + self.side[a] * 10
                curve = [x, start.y, out, start.y, out, end.y, x, end.y]
            else:
                x0, x1 = self.side[a] * self.HALF, self.side[b] * self.HALF
                curve = flat([(x0, start.y), (x1, end.y)])
            self.put(k, a, curve)

    def branch(self, side: int, y: float, to: float) -> list[float]:
        """From the edge of a spine box at ``y`` along the channel into a box beside it."""
        x, bend = side * 7.0, 7.0 if to > y else -7.0
        return [x, y, x, y, x, to - bend, x, to - bend, x, to, x, to, side * self.HALF, to]
