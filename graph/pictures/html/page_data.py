"""What a page shows, as plain data: pyvis's nodes and edges, and the words of the template.

Here is what stories and maps have in common; page_story and page_map add where things go.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from typing import Any, ClassVar, Final

from ...wording import CERTAINTY_ZH
from .. import colours
from ..layers.arrangement import Box
from ..lettering import SIZE, Label, clean
from ..picture import Evidence, Link, Node, Picture

MODES: Final = ("zh", "en", "both")
MOST_SVG: Final = 300  # beyond these an SVG is too slow to open to be of use
MOST_LISTED: Final = 400  # things that the page also lists in words
_DATED: Final = 20  # one in so many has a year where the page has a slider
_YEAR: Final = re.compile(r"\d{4}")
_WEB: Final = re.compile(r"https?://[^\s\"'<>\\]{1,800}", re.IGNORECASE)

Shape = dict[str, Any]


class Shown:
    """One picture as nodes, edges and words, texts cut to ``most`` claims and ``longest`` letters.

    ``nodes`` and ``edges`` are what pyvis holds and the script reads, ``words`` what the template
    says beside them.
    """

    form: ClassVar[str]
    most, longest, name = 12, 1200, 240

    def __init__(self, picture: Picture, *, labels: str, quotes: bool) -> None:
        self.picture, self.labels, self.quotes = picture, labels, quotes
        self.ui = "zh" if labels == "zh" else "en"
        self.number = {n.id: k for k, n in enumerate(picture.nodes)}
        self.node = {n.id: n for n in picture.nodes}

    def nodes(self) -> list[Shape]:
        """One dictionary a node, with its place in every arrangement."""
        return [self.shown_node(n) for n in self.picture.nodes]

    def edges(self) -> list[Shape]:
        """One dictionary a link, with its course in every arrangement."""
        return [self.shown_edge(k, link) for k, link in enumerate(self.picture.links)]

    def shown_node(self, n: Node) -> Shape:
        """What the script knows of a node; where it stands is the form's to add."""
        return self.entity(n) | {
            "year": year_of(n),
            "aliases": [_cut(a, self.name) for a in n.aliases[: self.most]],
            "evidence": self.claims(n.evidence),
        }

    def shown_edge(self, k: int, link: Link) -> Shape:
        """What the script knows of a link; which way it runs is the form's to add."""
        return {
            "id": k,
            "from": self.number[link.source],
            "to": self.number[link.target],
            "type": link.type,
            "certainty": "" if link.certainty == "stated" else link.certainty,
            "year": link.year,
            "sentence": self.cut(link.sentence),
            "evidence": self.claims(link.evidence),
        }

    def cut(self, text: str) -> str:
        """``text`` as long as this page can carry it."""
        return _cut(text, self.longest)

    def claims(self, evidence: Iterable[Evidence]) -> list[dict[str, str]]:
        """Claims as the page shows them; a link only where it leads to the web."""
        claims = []
        for e in list(evidence)[: self.most]:
            shown = {**e, "quote": e.get("quote") if self.quotes else ""}
            keys = ("text", "where", "source", "certainty", "quote")
            claim = {key: self.cut(str(shown.get(key) or "")) for key in keys}
            link = str(e.get("link") or "").strip()
            claims.append(
                {**claim, "link": link if _WEB.fullmatch(link) and clean(link) == link else ""}
            )
        return claims

    def entity(self, n: Node) -> Shape:
        """A thing as its number (None when it found no room), kind and names."""
        return {
            "id": self.number.get(n.id),
            "kind": n.kind,
            "name": _cut(n.name, self.name),
            "zh": _cut(n.name_zh or "", self.name),
        }

    def sizes(self) -> list[tuple[int, str, str]]:
        """What the line under the title counts: how many, one of them, the same in Chinese."""
        return [
            (len(self.picture.nodes), "thing", "项事物"),
            (len(self.picture.links), "relationship", "条关系"),
        ]

    def extra_words(self) -> dict[str, Any]:
        """What only pages of this form say."""
        raise NotImplementedError

    def options(self) -> dict[str, Any]:
        """What the script needs to know of the form."""
        raise NotImplementedError

    def words(self, nodes: list[Shape], edges: list[Shape]) -> dict[str, Any]:
        """What the template says beside the data."""
        p = self.picture
        kinds, types = Counter(n.kind for n in p.nodes), Counter(e.type for e in p.links)
        certainty = Counter(e.certainty for e in p.links)
        sources: Counter[str] = Counter()
        for e in edges:
            sources.update({c["source"] for c in e["evidence"]} - {""})
        claims = [c for e in (*edges, *nodes) for c in e["evidence"]]
        sizes = [*self.sizes(), (len(claims), "claim", "条论断")]
        by_kind = _ordered(kinds, colours.KINDS)
        all_kinds = {*kinds, *(m.kind for link in p.links for m in link.members)}
        all_certainty = {*certainty, *(c["certainty"] for c in claims)}
        title, title_zh = _cut(p.title, 240), _cut(p.title_zh or p.title, 240)
        file = re.sub(r"[^\w\- ]+", "-", title_zh if self.ui == "zh" else title)[:60]
        known = [x["year"] for x in (*nodes, *edges) if x["year"] is not None]
        years = sorted(set(known))
        # Among a thousand things without a year a slider for the other three only confuses.
        slider = len(years) > 1 and len(known) * _DATED >= len(nodes) + len(edges)
        listed = p.nodes[:MOST_LISTED]
        return {
            "form": self.form,
            "lang": self.ui,
            "labels": self.labels,
            "title": title,
            "title_zh": title_zh,
            "note": p.note,
            "note_zh": p.note_zh,
            "summary": ", ".join(f"{n:,} {en}{'' if n == 1 else 's'}" for n, en, _ in sizes),
            "summary_zh": "，".join(f"{n:,} {zh}" for n, _, zh in sizes),
            "certainty": {c: CERTAINTY_ZH.get(c, c) for c in all_certainty},
            "kinds": by_kind,
            "types": _ordered(types, colours.RELATIONSHIPS),
            "certainties": sorted(certainty.items(), key=lambda x: (x[0] != "stated", x[0])),
            "sources": sorted(sources.items()),
            "years": [years[0], years[-1]] if slider else None,
            "svg": len(p.nodes) <= MOST_SVG,
            "undated": sum(n["year"] is None for n in nodes),
            "index": [
                (kind, [self.entity(n) for n in listed if n.kind == kind]) for kind, _ in by_kind
            ],
            "hint": None,
            "unlisted": len(p.nodes) - len(listed),
            "looks": {
                "kinds": {k: asdict(colours.kind_look(k)) for k in all_kinds},
                "types": {t: asdict(colours.relationship_look(t)) for t in types},
                "onLight": colours.INK_ON_LIGHT,
                "onDark": colours.INK_ON_DARK,
            },
            "options": self.options()
            | {"form": self.form, "file": file.strip(" -") or "trendweave"},
            **self.extra_words(),
        }


def network(**interaction: bool) -> dict[str, Any]:
    """Settings of vis-network: no physics, and of what a reader does only what the form leaves."""
    off = ("dragNodes", "hover", "keyboard", "selectable", "zoomView")
    return {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "interaction": dict.fromkeys(off, False) | interaction,
    }


def cleaned(picture: Picture) -> Picture:
    """``picture`` without characters that a page cannot hold or that hide what is written."""

    def node(n: Node) -> Node:
        return replace(
            n,
            kind=_cut(n.kind, 60),
            name=clean(n.name) or n.id,
            name_zh=clean(n.name_zh) if n.name_zh else None,
            aliases=tuple(clean(a) for a in n.aliases),
        )

    links = (
        replace(
            e,
            type=_cut(e.type, 60),
            certainty=_cut(e.certainty, 60),
            sentence=clean(e.sentence),
            members=tuple(node(m) for m in e.members),
        )
        for e in picture.links
    )
    return replace(
        picture,
        title=clean(picture.title),
        title_zh=clean(picture.title_zh),
        note=clean(picture.note),
        note_zh=clean(picture.note_zh or picture.note),
        nodes=tuple(node(n) for n in picture.nodes),
        links=tuple(links),
    )


def lettering(label: Label) -> Shape:
    """A label as the script takes it; the usual size does not travel."""
    return asdict(label) | {"size": None if label.size == SIZE else label.size}


def year_of(n: Node) -> int | None:
    """The first year known, that of the date where only that is known."""
    if n.year is None and n.date and _YEAR.match(n.date):
        return int(n.date[:4])
    return n.year


def numbers(box: Box) -> list[float]:
    """A box as ``[x, y, w, h]``, its centre first."""
    return [round(v, 1) for v in (box.x, box.y, box.w, box.h)]


def _cut(text: str, longest: int) -> str:
    text = clean(text)
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _ordered(counts: Mapping[str, int], order: Iterable[str]) -> list[tuple[str, int]]:
    known = [key for key in order if key in counts]
    return [(key, counts[key]) for key in (*known, *sorted(set(counts) - set(known)))]
