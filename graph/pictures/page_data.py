"""What a page shows, as plain data: pyvis's nodes and edges, and the words of the template."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from typing import Any, Final

from . import colours
from .arrangement import Box, Layout, sign_text
from .layout import across, down
from .lettering import clean
from .picture import Evidence, Link, Node, Picture

MODES: Final = ("zh", "en", "both")
NETWORK: Final = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "dragNodes": False,
        "hover": False,
        "keyboard": False,
        "selectable": False,
        "zoomView": False,
    },
}
_CERTAINTY_ZH: Final = {"stated": "明确陈述", "implied": "可以推知", "mentioned": "提及"}
_WEB: Final = re.compile(r"https?://[^\s\"'<>\\]{1,800}", re.IGNORECASE)


class Shown:
    """One picture as nodes, edges and words, texts cut to ``most`` claims and ``longest`` letters.

    ``nodes`` and ``edges`` are what pyvis holds and the script reads, ``words`` what the template
    says beside them.
    """

    most, longest, name = 12, 1200, 240

    def __init__(self, picture: Picture, *, labels: str, quotes: bool) -> None:
        self.picture, self.labels, self.quotes = picture, labels, quotes
        self.ui = "zh" if labels == "zh" else "en"
        self.number = {n.id: k for k, n in enumerate(picture.nodes)}
        self.node = {n.id: n for n in picture.nodes}
        self.rank = {n.id: i for i, n in enumerate(picture.spine)}
        self.layouts = {
            "across": across(picture, lang=self.ui),
            "down": down(picture, lang=self.ui),
        }
        story = (k for k, link in enumerate(picture.links) if link.spine)
        self.steps = sorted(story, key=lambda k: (min(self._ranks(picture.links[k])), k))

    def nodes(self) -> list[dict[str, Any]]:
        """One dictionary a node, with its box and labels in both arrangements."""
        return [self._shown_node(n) for n in self.picture.nodes]

    def edges(self) -> list[dict[str, Any]]:
        """One dictionary a link, with its curve and sign in both arrangements."""
        return [self._shown_edge(k, link) for k, link in enumerate(self.picture.links)]

    def _ranks(self, link: Link) -> list[int]:
        last = len(self.rank)
        return [self.rank.get(link.source, last), self.rank.get(link.target, last)]

    def _claims(self, evidence: Iterable[Evidence]) -> list[dict[str, str]]:
        claims = []
        for e in list(evidence)[: self.most]:
            shown = {**e, "quote": e.get("quote") if self.quotes else ""}
            keys = ("text", "where", "source", "certainty", "quote")
            claim = {key: _cut(str(shown.get(key) or ""), self.longest) for key in keys}
            link = str(e.get("link") or "").strip()
            claims.append(
                {**claim, "link": link if _WEB.fullmatch(link) and clean(link) == link else ""}
            )
        return claims

    def _entity(self, n: Node) -> dict[str, Any]:
        return {
            "id": self.number.get(n.id),
            "kind": n.kind,
            "name": _cut(n.name, self.name),
            "zh": _cut(n.name_zh or "", self.name),
        }

    def _shown_node(self, n: Node) -> dict[str, Any]:
        shown = self._entity(n) | {
            "spine": n.spine,
            "aliases": [_cut(a, self.name) for a in n.aliases[: self.most]],
            "evidence": self._claims(n.evidence),
        }
        for name, layout in self.layouts.items():
            labels = {mode: asdict(label) for mode, label in layout.labels[n.id].items()}
            shown[name] = {"box": _numbers(layout, n.id), "labels": labels}
        return shown

    def _shown_edge(self, k: int, link: Link) -> dict[str, Any]:
        a, b = self._ranks(link)
        shown = {
            "id": k,
            "from": self.number[link.source],
            "to": self.number[link.target],
            "type": link.type,
            "certainty": link.certainty,
            "spine": link.spine,
            "quiet": a == b,
            "far": k in self.layouts["across"].far,
            "forward": a <= b,
            "step": self.steps.index(k) + 1 if link.spine else None,
            "sentence": _cut(link.sentence, self.longest),
            "evidence": self._claims(link.evidence),
            "members": [self._entity(m) for m in link.members]
            if max(a, b) < len(self.rank)
            else [],
        }
        for name, layout in self.layouts.items():
            shown[name] = {"curve": layout.curves[k], "sign": _numbers(layout, k)}
            if k in layout.signs:
                shown["says"] = {
                    m: sign_text(link, forward=a <= b, mode=m, lang=self.ui) for m in MODES
                }
        return shown

    def _step(self, k: int) -> dict[str, Any]:
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
            "a": self._entity(self.node[a]),
            "b": self._entity(self.node[b]),
            "type": link.type,
            "en": look.en if forward else look.en_back,
            "zh": look.zh if forward else look.zh_back,
            "sentence": _cut(link.sentence, self.longest),
            "evidence": self._claims(link.evidence),
            "members": [self._entity(m) for m in link.members],
            "carriers": [self._entity(self.node[i]) for i in carriers],
        }

    def words(self, nodes: list[dict[str, Any]], edges: list[dict[str, Any]]) -> dict[str, Any]:
        """What the template says beside the data."""
        p = self.picture
        kinds, types = Counter(n.kind for n in p.nodes), Counter(e.type for e in p.links)
        certainty = Counter(e.certainty for e in p.links)
        sources: Counter[str] = Counter()
        for e in edges:
            sources.update({c["source"] for c in e["evidence"]} - {""})
        claims = [c for e in (*edges, *nodes) for c in e["evidence"]]
        sizes = len(self.steps), len(p.nodes), len(p.links), len(claims)
        by_kind = _ordered(kinds, colours.KINDS)
        all_kinds = {*kinds, *(m.kind for link in p.links for m in link.members)}
        all_certainty = {*certainty, *(c["certainty"] for c in claims)}
        title, title_zh = _cut(p.title, 240), _cut(p.title_zh or p.title, 240)
        file = re.sub(r"[^\w\- ]+", "-", title_zh if self.ui == "zh" else title)[:60]
        return {
            "lang": self.ui,
            "labels": self.labels,
            "title": title,
            "title_zh": title_zh,
            "note": p.note,
            "note_zh": p.note_zh,
            "summary": _plural(
                *zip(sizes, ("step", "thing", "relationship", "claim"), strict=True)
            ),
            "summary_zh": "{} 步，{} 项事物，{} 条关系，{} 条论断".format(*sizes),
            "certainty": {c: _CERTAINTY_ZH.get(c, c) for c in all_certainty},
            "kinds": by_kind,
            "types": _ordered(types, colours.RELATIONSHIPS),
            "certainties": sorted(certainty.items(), key=lambda x: (x[0] != "stated", x[0])),
            "sources": sorted(sources.items()),
            "steps": [self._step(k) for k in self.steps],
            "far": any(e.get("far") and e.get("quiet") for e in edges),
            "ways": [[self._entity(self.node[i]) for i in way] for way in p.ways],
            "index": [
                (kind, [self._entity(n) for n in p.nodes if n.kind == kind]) for kind, _ in by_kind
            ],
            "looks": {
                "kinds": {k: asdict(colours.kind_look(k)) for k in all_kinds},
                "types": {t: asdict(colours.relationship_look(t)) for t in types},
                "onLight": colours.INK_ON_LIGHT,
                "onDark": colours.INK_ON_DARK,
            },
            "options": {
                "bounds": {m: _numbers(layout) for m, layout in self.layouts.items()},
                "first": self.number[p.spine[0].id],
                "file": f"{file.strip(' -') or 'trendweave'}.png",
                "network": NETWORK,
            },
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


def _cut(text: str, longest: int) -> str:
    text = clean(text)
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _numbers(layout: Layout, key: str | int | None = None) -> list[float] | None:
    """A box as ``[x, y, w, h]``: of a node, of a sign where there is one, or of everything."""
    if isinstance(key, str):
        box: Box | None = layout.boxes[key]
    else:
        box = layout.bounds() if key is None else layout.signs.get(key)
    return [round(v, 1) for v in (box.x, box.y, box.w, box.h)] if box else None


def _ordered(counts: Mapping[str, int], order: Iterable[str]) -> list[tuple[str, int]]:
    known = [key for key in order if key in counts]
    return [(key, counts[key]) for key in (*known, *sorted(set(counts) - set(known)))]


def _plural(*counted: tuple[int, str]) -> str:
    return ", ".join(f"{n} {word}" + ("" if n == 1 else "s") for n, word in counted)
