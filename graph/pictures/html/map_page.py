"""What the page of a map shows: dots, labels and bends, and the same in words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import Any, Final

from .. import colours
from ..maps import Map, Tag, place
from ..picture import Link, Node, Picture
from .page_data import MODES, Shape, Shown, lettering, network, numbers, year_of

# A telephone gets positions of its own for as many things as it can show with their names.
_MOST_TALL: Final = 400
_CARDS: Final = 12
_ROWS: Final = 24


class MapPage(Shown):
    """A picture without a spine; its nodes stand in the order in which labels find room."""

    form = "map"

    def __init__(self, picture: Picture, *, labels: str, quotes: bool) -> None:
        order = sorted(picture.nodes, key=lambda n: (n.id not in picture.focus, -n.weight, n.id))
        super().__init__(replace(picture, nodes=tuple(order)), labels=labels, quotes=quotes)
        shapes = ("wide", "tall") if len(order) <= _MOST_TALL else ("wide",)
        self.maps = {shape: place(picture, lang=self.ui, shape=shape) for shape in shapes}
        self.links_of: dict[str, list[Link]] = defaultdict(list)
        for link in picture.links:
            self.links_of[link.source].append(link)
            self.links_of[link.target].append(link)

    def shown_node(self, n: Node) -> Shape:
        """A node with its dot and labels for both windows."""
        shown = super().shown_node(n) | {"focus": n.id in self.picture.focus}
        for shape, placed in self.maps.items():
            spot = placed.spots[n.id]
            shown[shape] = {
                "spot": [round(v, 1) for v in (spot.x, spot.y, spot.r)],
                "labels": {m: _label(placed, m, n.id) for m in MODES},
            }
        return shown

    def shown_edge(self, k: int, link: Link) -> Shape:
        """A link with its bend and width for both windows."""
        shown = super().shown_edge(k, link) | {
            "members": [self.entity(m) for m in link.members],
            # The width of a line tells of all claims, those included that the page has no room for.
            "claims": len(link.evidence) if len(link.evidence) > self.most else None,
        }
        for shape, placed in self.maps.items():
            shown[shape] = {"bend": placed.bends.get(k), "width": placed.widths.get(k)}
        return shown

    def extra_words(self) -> dict[str, Any]:
        """The map in words: by year on a timeline, else round what it is about."""
        if self.picture.page == "timeline":
            return {"cards": self._years()}
        leads = [n for n in self.picture.nodes if n.id in self.picture.focus]
        leads = leads or [n for n in self.picture.nodes if self.links_of[n.id]]
        return {"cards": [self._card(n) for n in leads[:_CARDS]]}

    def options(self) -> dict[str, Any]:
        """How large each arrangement is, its guides, and how lines run."""
        guides = {
            shape: [
                {
                    "shape": g.shape,
                    "x": round(g.x, 1),
                    "y": round(g.y, 1),
                    "to": round(g.to, 1),
                    "en": g.en,
                    "zh": g.zh,
                }
                for g in placed.guides
            ]
            for shape, placed in self.maps.items()
        }
        return {
            "bounds": {shape: numbers(placed.bounds()) for shape, placed in self.maps.items()},
            "guides": guides,
            "level": {shape: placed.level for shape, placed in self.maps.items()},
            "first": 0,
            "network": network(zoomView=True),
        }

    def _card(self, n: Node) -> Shape:
        links = sorted(
            self.links_of[n.id], key=lambda k: (k.type, -len(k.evidence), k.source, k.target)
        )
        return {
            "thing": self.entity(n),
            "year": None,
            "rows": [self._row(n.id, link) for link in links[:_ROWS]],
            "more": max(0, len(links) - _ROWS),
        }

    def _years(self) -> list[Shape]:
        """The dated things year by year, each with who made it."""
        dated = ((year_of(n), n) for n in self.picture.nodes)
        years: dict[int, list[Shape]] = defaultdict(list)
        for year, n in sorted(
            ((year, n) for year, n in dated if year is not None),
            key=lambda d: (d[1].date or str(d[0]), d[1].id),
        ):
            row = next((self._row(n.id, link) for link in self.links_of[n.id]), {"b": None})
            first = next((c["text"] for c in self.claims(n.evidence)), "")
            said = {"says": first} | row | {"a": self.entity(n), "date": n.date}
            years[year].append(said)
        return [
            {"thing": None, "year": year, "rows": rows, "more": 0} for year, rows in years.items()
        ]

    def _row(self, i: str, link: Link) -> Shape:
        look = colours.relationship_look(link.type)
        forward = link.source == i
        said = next(iter(self.claims(link.evidence)), None)
        return {
            "a": None,
            "date": None,
            "en": look.en if forward else look.en_back,
            "zh": look.zh if forward else look.zh_back,
            "b": self.entity(self.node[link.target if forward else link.source]),
            "says": self.cut(link.sentence) or (said["text"] if said else ""),
        }


def _label(placed: Map, mode: str, i: str) -> Shape | None:
    """A label with its place as seen from the dot: the anchor of its lines and their middle."""
    tag: Tag | None = placed.labels[mode].get(i)
    if tag is None:
        return None
    spot, box = placed.spots[i], tag.box
    anchor = {"start": box.left, "end": box.right}.get(tag.align, box.x)
    return {
        "at": [round(anchor - spot.x, 1), round(box.y - spot.y, 1), round(box.w), round(box.h)],
        "align": tag.align,
        **lettering(tag.label),
    }
