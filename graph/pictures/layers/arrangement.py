"""What every arrangement of a layered picture is made of: boxes, gaps of the spine, signs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ..colours import relationship_look
from ..lettering import SIZE, SPINE_SIZE, Label, fold, labels, one_line, width
from ..picture import BRIDGE, Link, Node, Picture

ROW_GAP = 10.0
SIGN_HEIGHT = 26.0
SIGN_GAP = 8.0
GLYPH_ROOM = 40.0  # the mark before the name and the margins of a box
_ORDER = (
    *("Technique", "Benchmark", "Dataset", "Hardware", "Trend", "Part", "Industry"),
    *("Person", "Company", "Model", "Product"),
)


@dataclass
class Box:
    """A rectangle by its centre and size."""

    x: float
    y: float
    w: float
    h: float

    @property
    def left(self) -> float:
        """Its left edge."""
        return self.x - self.w / 2

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.w / 2

    @property
    def top(self) -> float:
        """Its top edge."""
        return self.y - self.h / 2

    @property
    def bottom(self) -> float:
        """Its bottom edge."""
        return self.y + self.h / 2


@dataclass
class Layout:
    """Boxes and labels by node id; signs (the boxes that name a step) and curves by link index.

    ``far`` are the links that pass a thing on the spine without ending there.
    """

    boxes: dict[str, Box] = field(default_factory=dict)
    labels: dict[str, dict[str, Label]] = field(default_factory=dict)
    signs: dict[int, Box] = field(default_factory=dict)
    curves: dict[int, list[int]] = field(default_factory=dict)
    far: set[int] = field(default_factory=set)

    def bounds(self) -> Box:
        """The box round everything."""
        boxes = [*self.boxes.values(), *self.signs.values()]
        xs = [x for b in boxes for x in (b.left, b.right)] + [
            x for c in self.curves.values() for x in c[::2]
        ]
        ys = [y for b in boxes for y in (b.top, b.bottom)] + [
            y for c in self.curves.values() for y in c[1::2]
        ]
        w, h = max(xs) - min(xs), max(ys) - min(ys)
        return Box(min(xs) + w / 2, min(ys) + h / 2, w, h)


def sign_text(link: Link, *, forward: bool, mode: str, lang: str) -> str:
    """What the sign on a link says in label mode ``zh``, ``en`` or ``both``, ``lang`` first."""
    look = relationship_look(link.type)
    zh, en = (look.zh, look.en) if forward else (look.zh_back, look.en_back)
    if link.type == BRIDGE and link.members:
        zh, en = f"共有 {len(link.members)} 项", f"{len(link.members)} in common"
    both = zh if zh == en else " ".join((zh, en) if lang == "zh" else (en, zh))
    return fold({"zh": zh, "en": en}.get(mode, both), 230, 12, lines=1, bold=True)[0]


class Arrangement:
    """What both arrangements share: who belongs to which gap of the spine, and sizes."""

    def __init__(self, picture: Picture, lang: str) -> None:
        self.picture, self.lang, self.layout = picture, lang, Layout()
        self.spine = picture.spine
        self.rank = {n.id: i for i, n in enumerate(self.spine)}
        self.node = {n.id: n for n in picture.nodes}
        self.ends: dict[str, set[str]] = defaultdict(set)
        for link in picture.links:
            self.ends[link.source].add(link.target)
            self.ends[link.target].add(link.source)

    def anchors(self, i: str) -> list[int]:
        """The places on the spine that ``i`` touches, or those of what it touches."""
        direct = sorted(self.rank[e] for e in self.ends[i] if e in self.rank)
        if direct:
            return direct
        near = {self.rank[f] for e in self.ends[i] for f in self.ends[e] if f in self.rank}
        return sorted(near) or [0]

    def gaps(self, first: int, last: int) -> dict[int, list[str]]:
        """Ids by gap: gap ``g`` lies before spine node ``g``, the last one after them all."""
        filled: dict[int, list[str]] = {g: [] for g in range(first, last + 1)}
        place: dict[str, int] = {}
        others = sorted(
            (n for n in self.picture.nodes if n.id not in self.rank),
            key=lambda n: (-len(self.anchors(n.id)), kind_order(n), n.id),
        )
        for n in others:
            at = self.anchors(n.id)
            wide = range(at[0] + 1, at[-1] + 1) if len(at) > 1 else (at[0] + 1, at[0])
            open_ = [g for g in wide if g in filled] or [min(max(at[0] + 1, first), last)]
            friends = [place[e] for e in sorted(self.ends[n.id]) if place.get(e) in open_]
            least = min(open_, key=lambda g: (len(filled[g]), open_.index(g)))
            near = friends[0] if friends else least
            gap = near if len(filled[near]) < len(filled[least]) + 3 else least
            filled[gap].append(n.id)
            place[n.id] = gap
        return {g: self.together(ids) for g, ids in filled.items()}

    def together(self, ids: Sequence[str]) -> list[str]:
        """``ids`` by kind, but what is linked to each other side by side."""
        left = sorted(ids, key=lambda i: (kind_order(self.node[i]), i))
        ordered: list[str] = []
        while left:
            queue = [left[0]]
            while queue:
                i = queue.pop()
                if i in left:
                    left.remove(i)
                    ordered.append(i)
                    queue += [e for e in reversed(left) if e in self.ends[i]]
        return ordered

    def fit(self, i: str, low: float, high: float) -> float:
        """The width that the box of ``i`` would like, between ``low`` and ``high``."""
        n = self.node[i]
        widest = one_line(n.name, n.name_zh)
        if n.spine:
            names = (n.name[:80], (n.name_zh or "")[:80])
            widest = max(width(s, SPINE_SIZE, bold=True) for s in names)
        return min(max(widest + GLYPH_ROOM + 2, low), high)

    def box(self, i: str, w: float) -> Box:
        """The box of ``i``, its labels set, its centre still to be found."""
        n = self.node[i]
        size = SPINE_SIZE if n.spine else SIZE
        folded = labels(
            n.name, n.name_zh, lang=self.lang, room=w - GLYPH_ROOM, size=size, bold=n.spine
        )
        self.layout.labels[i] = folded
        margin = 30 if n.spine else 15
        box = Box(0, 0, w, max(label.height for label in folded.values()) + margin)
        self.layout.boxes[i] = box
        return box

    def sign(self, link: Link) -> Box:
        """A box large enough for what the sign on ``link`` says in any label mode."""
        forward = self.rank[link.source] < self.rank[link.target]
        widest = max(
            width(sign_text(link, forward=forward, mode=m, lang=self.lang), 12, bold=True)
            for m in ("zh", "en", "both")
        )
        return Box(0, 0, widest + (40 if link.spine else 24), SIGN_HEIGHT)

    def spine_links(self) -> dict[tuple[int, int], list[int]]:
        """Links with both ends on the spine by their ranks, the steps of the story first."""
        found: dict[tuple[int, int], list[int]] = defaultdict(list)
        for k, link in enumerate(self.picture.links):
            if link.source in self.rank and link.target in self.rank:
                a, b = sorted((self.rank[link.source], self.rank[link.target]))
                found[a, b].append(k)
        for ks in found.values():
            ks.sort(key=lambda k: (not self.picture.links[k].spine, k))
        return dict(sorted(found.items()))

    def put(self, k: int, a: str, curve: list[float]) -> None:
        """Store the curve of link ``k``, drawn from ``a``, turned to start at its source."""
        if self.picture.links[k].source != a:
            points = list(zip(curve[::2], curve[1::2], strict=True))[::-1]
            curve = [v for p in points for v in p]
        self.layout.curves[k] = [round(v) for v in curve]


def kind_order(n: Node) -> int:
    """Where things of this kind stand in a column."""
    return _ORDER.index(n.kind) if n.kind in _ORDER else len(_ORDER)


def flat(points: Iterable[tuple[float, float]]) -> list[float]:
    """A curve through ``points`` that is level at each of them."""
    curve: list[float] = []
    for (x0, y0), (x1, y1) in pairwise(points):
        curve = curve or [x0, y0]
        bend = (x1 - x0) * 0.5
        curve += [x0 + bend, y0, x1 - bend, y1, x1, y1]
    return curve
