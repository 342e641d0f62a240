"""What the page of a story shows: boxes, signs and curves, and the way step by step in words."""

from __future__ import annotations

from collections import Counter
from typing import Any, Final

from .. import colours
from ..layers.arrangement import flat, sign_text
from ..layers.layout import across, down
from ..picture import Link, Node, Picture
from .page_data import MODES, Shape, Shown, lettering, network, numbers

_HINT: Final = (
    "Point at a thing, or choose it, to see what it has to do with things further away.",
    "指向或选中某项，即可看到它与较远事物的关系。",
)


class Story(Shown):
    """A picture with a spine, told from left to right and, on a telephone, from top to bottom."""

    form = "story"

    def __init__(self, picture: Picture, *, labels: str, quotes: bool) -> None:
        super().__init__(picture, labels=labels, quotes=quotes)
        self.rank = {n.id: i for i, n in enumerate(picture.spine)}
        self.layouts = {
            "across": across(picture, lang=self.ui),
            "down": down(picture, lang=self.ui),
        }
        story = (k for k, link in enumerate(picture.links) if link.spine)
        self.steps = sorted(story, key=lambda k: (min(self._ranks(picture.links[k])), k))

    def shown_node(self, n: Node) -> Shape:
        """A node with its box and labels in both arrangements."""
        shown = super().shown_node(n) | {"spine": n.spine}
        for name, layout in self.layouts.items():
            labels = {mode: lettering(label) for mode, label in layout.labels[n.id].items()}
            shown[name] = {"box": numbers(layout.boxes[n.id]), "labels": labels}
        return shown

    def shown_edge(self, k: int, link: Link) -> Shape:
        """A link with its curve and, on the spine, its sign in both arrangements."""
        a, b = self._ranks(link)
        shown = super().shown_edge(k, link) | {
            "spine": link.spine,
            "quiet": a == b,
            "far": k in self.layouts["across"].far,
            "forward": a <= b,
            "step": self.steps.index(k) + 1 if link.spine else None,
            "members": [self.entity(m) for m in link.members] if max(a, b) < len(self.rank) else [],
        }
        for name, layout in self.layouts.items():
            sign = layout.signs.get(k)
            shown[name] = _course(layout.curves[k]) | {"sign": numbers(sign) if sign else None}
            if sign:
                shown["says"] = {
                    m: sign_text(link, forward=a <= b, mode=m, lang=self.ui) for m in MODES
                }
        return shown

    def sizes(self) -> list[tuple[int, str, str]]:
        """The steps before the rest."""
        return [(len(self.steps), "step", "步"), *super().sizes()]

    def extra_words(self) -> dict[str, Any]:
        """The steps, the other ways, and whether some links wait until one looks."""
        last = len(self.rank)
        waiting = any(
            k in self.layouts["across"].far and self._ranks(link) == [last, last]
            for k, link in enumerate(self.picture.links)
        )
        return {
            "steps": [self._step(k) for k in self.steps],
            "hint": _HINT if waiting else None,
            "ways": [[self.entity(self.node[i]) for i in way] for way in self.picture.ways],
        }

    def options(self) -> dict[str, Any]:
        """How large each arrangement is, and where the story begins."""
        return {
            "bounds": {m: numbers(layout.bounds()) for m, layout in self.layouts.items()},
            "first": self.number[self.picture.spine[0].id],
            "network": network(),
        }

    def _ranks(self, link: Link) -> list[int]:
        last = len(self.rank)
        return [self.rank.get(link.source, last), self.rank.get(link.target, last)]

    def _step(self, k: int) -> Shape:
        """One step of the story in words, from the earlier end to the later one."""
        link = self.picture.links[k]
        look = colours.relationship_look(link.type)
        forward = self._ranks(link)[0] <= self._ranks(link)[1]
        a, b = (link.source, link.target) if forward else (link.target, link.source)
        claims: dict[str, Counter[str]] = {a: Counter(), b: Counter()}
        for other in self.picture.links:
            for end, far in ((other.source, other.target), (other.target, other.source)):
                if end in claims:
                    claims[end][far] += 1 + len(other.evidence)
        both = claims[a].keys() & claims[b].keys() - {m.id for m in link.members} - set(self.rank)
        carriers = sorted(both, key=lambda i: (-claims[a][i] - claims[b][i], i))
        return {
            "a": self.entity(self.node[a]),
            "b": self.entity(self.node[b]),
            "type": link.type,
            "en": look.en if forward else look.en_back,
            "zh": look.zh if forward else look.zh_back,
            "sentence": self.cut(link.sentence),
            "evidence": self.claims(link.evidence),
            "members": [self.entity(m) for m in link.members],
            "carriers": [self.entity(self.node[i]) for i in carriers],
        }


def _course(curve: list[int]) -> Shape:
    """A curve, or only the points that it goes through where it is level at each of them."""
    points = [*curve[:2], *(v for i in range(2, len(curve), 6) for v in curve[i + 4 : i + 6])]
    level = flat(zip(points[::2], points[1::2], strict=True))
    same = all(abs(a - b) <= 1 for a, b in zip(curve, level, strict=True))
    return {"points": points} if same else {"curve": curve}
