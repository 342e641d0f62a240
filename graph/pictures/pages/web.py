"""Relationships as light rows, before anything is thinned, and the picture of those that are kept.

A row has ``type``, ``certainty``, ``role``, ``said`` (how many claims), and of each end
(``source``, ``target``) the columns ``_id``, ``_kind``, the name and ``_zh``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from ..picture import Evidence, Link, Node, Picture, certainty_of

Row = Mapping[str, Any]
Key = tuple[str, str, str]
"""A relationship: source, type, target."""


class Detail(NamedTuple):
    """What is said of a thing or relationship beside its name."""

    evidence: tuple[Evidence, ...] = ()
    aliases: tuple[str, ...] = ()
    year: int | None = None


class Web:
    """Things and relationships among which a page chooses."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.things: dict[str, Node] = {}
        self.rows: dict[Key, Row] = {}
        self.keys_of: dict[str, list[Key]] = defaultdict(list)
        ordered = sorted(rows, key=lambda r: (r["source_id"], r["type"], r["target_id"]))
        for row in ordered:
            key = row["source_id"], row["type"], row["target_id"]
            if key in self.rows or key[0] == key[2]:
                continue
            self.rows[key] = row
            for end in ("source", "target"):
                id_ = row[f"{end}_id"]
                self.keys_of[id_].append(key)
                if id_ not in self.things:
                    name, zh = row[end] or id_, row[f"{end}_zh"]
                    self.things[id_] = Node(id_, row[f"{end}_kind"], name, zh)

    def worth(self, key: Key) -> int:
        """How much a relationship says: its claims, those that are stated twice."""
        row = self.rows[key]
        return int(row["said"]) * (2 if row["certainty"] == "stated" else 1)

    def weight(self, id_: str) -> int:
        """How much is said of what a thing has to do with others."""
        return sum(self.worth(key) for key in self.keys_of[id_])

    def others(self, id_: str) -> dict[str, list[Key]]:
        """What a thing is joined to, with the relationships that join them."""
        found: dict[str, list[Key]] = defaultdict(list)
        for key in self.keys_of[id_]:
            found[key[2] if key[0] == id_ else key[0]].append(key)
        return found

    def among(self, ids: Iterable[str]) -> list[Key]:
        """The relationships with both ends among ``ids``, those that say most first."""
        kept = set(ids)
        found = {key for id_ in kept for key in self.keys_of[id_] if {key[0], key[2]} <= kept}
        return sorted(found, key=lambda key: (-self.worth(key), key))


def without_own_offers(keys: Sequence[Key]) -> list[Key]:
    """The relationships without the offers of those who build what they offer."""
    built = {(key[0], key[2]) for key in keys if key[1] == "BUILDS"}
    return [key for key in keys if key[1] != "OFFERS" or (key[0], key[2]) not in built]


def weigh(picture: Picture) -> Picture:
    """``picture`` with each thing as weighty as the claims of its links, and all in a fixed order.

    A thing that has a weight already keeps it.
    """
    weights: dict[str, float] = defaultdict(float)
    for link in picture.links:
        for end in (link.source, link.target):
            weights[end] += max(1, len(link.evidence), len(link.members))
    nodes = (replace(n, weight=n.weight or weights[n.id]) for n in picture.nodes)
    links = sorted(picture.links, key=lambda k: (k.source, k.target, k.type))
    return replace(picture, nodes=tuple(sorted(nodes, key=lambda n: n.id)), links=tuple(links))


def links_of(web: Web, keys: Iterable[Key], details: Mapping[Key, Detail]) -> list[Link]:
    """The relationships as links, with what is said of them."""
    links = []
    for key in keys:
        detail = details.get(key, Detail())
        said = str(web.rows[key]["certainty"] or certainty_of(detail.evidence))
        links.append(Link(key[0], key[2], key[1], said, detail.evidence, year=detail.year))
    return links


def nodes_of(web: Web, ids: Iterable[str], details: Mapping[str, Detail]) -> list[Node]:
    """The things as nodes, with what is said of them."""
    nodes = []
    for id_ in sorted(set(ids)):
        d = details.get(id_, Detail())
        nodes.append(replace(web.things[id_], evidence=d.evidence, aliases=d.aliases, year=d.year))
    return nodes


def kept_of(kept: int, whole: int, what: str, what_zh: str) -> dict[str, str]:
    """The note of a picture that shows ``kept`` of ``whole`` things; none when it shows all."""
    if kept >= whole:
        return {"note": "", "note_zh": ""}
    return {
        "note": f"{kept:,} of {whole:,} things {what}",
        "note_zh": f"{what_zh} {whole:,} 项中的 {kept:,} 项",
    }


def in_turns(groups: Mapping[str, Sequence[str]], most: int) -> list[str]:
    """The first of each group, then the second of each, until there are ``most``."""
    places = [(place, group, i) for group, ids in groups.items() for place, i in enumerate(ids)]
    return [i for *_, i in sorted(places, key=lambda p: (p[0], p[1]))][:most]
