"""How a way from A to B becomes a picture: the best way as its spine, what carries it around it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ..picture import BRIDGE, CERTAINTY, Evidence, Link, Node, Picture, certainty_of

USUAL_NODES = 44  # what stands in one window at a size that reads
MOST_LINKS = 160
# A way applies and exemplifies from the thing outwards whichever end it was read from.
_NEVER_SOURCE = {"APPLIES": "Technique", "EXEMPLIFIES": "Trend"}
_TELLING = ("case", "driver")  # roles in which a chapter does more than mention a thing
# A reader wants to see who stands where, not only the ideas: kinds take turns.
_TURNS = ("Technique", "Model", "Product", "Company")


def path_picture(
    answer: Mapping[str, Any],
    around: Iterable[Mapping[str, Any]] = (),
    *,
    most: int = USUAL_NODES,
) -> Picture:
    """The picture of the ways from A to B, the best one as its spine.

    ``answer`` is what ``path --format json`` prints; ``around`` are rows ``{"source": entity,
    "type", "target": entity, "certainty", "evidence"}``, with ``role`` where they have one, that
    touch the spine or what surrounds it. At most ``most`` nodes are kept: the spine first, then
    what carries a step, then the rest by role and number of claims, taken in turns so that no
    step crowds out another. The result does not depend on the order of ``around``. Raises
    ValueError when ``answer`` has no path.
    """
    paths: Sequence[Mapping[str, Any]] = answer.get("paths") or ()
    if not paths:
        raise ValueError("there is no path to draw")
    spine = [_node(e, rank=i) for i, e in enumerate(paths[0]["nodes"])]
    ranks = {n.id: n.rank or 0 for n in spine}
    things: dict[str, Node] = {n.id: n for n in spine}
    links: dict[tuple[str, str, str], Link] = {}
    for i, path in enumerate(paths):
        for entity in path["nodes"]:
            things.setdefault(str(entity["id"]), _node(entity))
        for step in path["steps"]:
            link = _step(step, things, spine=i == 0)
            for member in link.members if link.spine else ():
                things.setdefault(member.id, member)
            # The best way names a link first: a later way over the same link adds nothing to it.
            links.setdefault((link.source, link.type, link.target), link)
    carriers = {i for way in paths for i in _ids(way)} | {
        m.id for link in links.values() if link.spine for m in link.members
    }
    rows = list(around)
    telling = {
        str(row[end]["id"])
        for row in rows
        for end in ("source", "target")
        if row.get("role") in _TELLING
    }
    for link in _rows(rows, things):
        key = (link.source, link.type, link.target)
        links[key] = _joined(links[key], link) if key in links else link
    for link in _memberships(links.values()):
        if not any(
            {link.source, link.target} == {known.source, known.target} for known in links.values()
        ):
            links[link.source, link.type, link.target] = link
    kept = _thin(things, links.values(), ranks, (carriers, telling), most)
    shown = sorted(
        (link for link in links.values() if link.source in kept and link.target in kept),
        key=lambda link: _link_order(link, ranks),
    )
    titles = [n.name for n in spine], [n.name_zh or n.name for n in spine]
    left = len(things) - len(kept)
    return Picture(
        title=" → ".join(titles[0]),
        title_zh=" → ".join(titles[1]),
        nodes=tuple(
            sorted((things[i] for i in kept), key=lambda n: (not n.spine, n.rank or 0, n.id))
        ),
        links=tuple(shown[:MOST_LINKS]),
        note=f"{len(kept)} of {len(things)} things that touch this way" if left else "",
        note_zh=f"与此路径相关的 {len(things)} 项中的 {len(kept)} 项" if left else "",
        ways=tuple(_ids(path) for path in paths[1:] if set(_ids(path)) <= kept),
    )


def _ids(path: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(str(e["id"]) for e in path["nodes"])


def _node(entity: Mapping[str, Any], rank: int | None = None) -> Node:
    return Node(
        id=str(entity["id"]),
        kind=str(entity["kind"]),
        name=str(entity.get("name") or entity["id"]),
        name_zh=str(entity["name_zh"]) if entity.get("name_zh") else None,
        evidence=tuple(entity.get("evidence") or ()),
        spine=rank is not None,
        rank=rank,
        aliases=tuple(str(a) for a in entity.get("aliases") or ()),
    )


def _step(step: Mapping[str, Any], things: Mapping[str, Node], *, spine: bool) -> Link:
    source, target, type_ = str(step["source"]), str(step["target"]), str(step["type"])
    if source in things and things[source].kind == _NEVER_SOURCE.get(type_):
        source, target = target, source
    evidence = tuple(step.get("evidence") or ())
    members = sorted((_node(m) for m in step.get("members") or ()), key=lambda n: n.id)
    return Link(
        source,
        target,
        type_,
        certainty_of(evidence),
        evidence,
        spine,
        members=tuple(members) if type_ == BRIDGE else (),
    )


def _rows(around: Iterable[Mapping[str, Any]], things: dict[str, Node]) -> Iterator[Link]:
    merged: dict[tuple[str, str, str], dict[str, Evidence]] = defaultdict(dict)
    certainty: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for row in around:
        ends = _node(row["source"]), _node(row["target"])
        if ends[0].id == ends[1].id:
            continue
        for end in ends:
            known = things.setdefault(end.id, end)
            if not known.spine and repr(end) < repr(known):
                things[end.id] = end
        key = ends[0].id, str(row["type"]), ends[1].id
        evidence = tuple(row.get("evidence") or ())
        merged[key].update({repr(sorted(e.items(), key=str)): e for e in evidence})
        certainty[key].add(str(row.get("certainty") or certainty_of(evidence)))
    for key in sorted(merged):
        claims = tuple(e for _, e in sorted(merged[key].items()))
        best = certainty_of({"certainty": c} for c in certainty[key])
        yield Link(key[0], key[2], key[1], best, claims)


def _joined(step: Link, row: Link) -> Link:
    evidence = (*step.evidence, *(e for e in row.evidence if e not in step.evidence))
    best = certainty_of({"certainty": c} for c in (step.certainty, row.certainty))
    return replace(step, evidence=evidence, certainty=best)


def _memberships(links: Iterable[Link]) -> list[Link]:
    """What ties the members of a bridge to its two ends when no row has said so."""
    return [
        Link(member.id, end, BRIDGE, link.certainty)
        for link in links
        if link.spine
        for member in link.members
        for end in (link.source, link.target)
        if member.id != end
    ]


def _thin(
    things: Mapping[str, Node],
    links: Iterable[Link],
    ranks: Mapping[str, int],
    preferred: tuple[set[str], set[str]],
    most: int,
) -> set[str]:
    """The ids to keep: the spine, then round by round what touches what is kept already."""
    carriers, telling = preferred
    touching: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        touching[link.source].append(link)
        touching[link.target].append(link)

    def ends(i: str) -> list[str]:
        return [link.target if link.source == i else link.source for link in touching[i]]

    def anchors(i: str) -> tuple[int, ...]:
        return tuple(sorted({ranks[e] for e in ends(i) if e in ranks}))

    def worth(i: str) -> tuple[int | str, ...]:
        claims = sum(
            max(1, len(link.evidence)) * (2 if link.certainty == "stated" else 1)
            for link in touching[i]
        )
        return (-(i in carriers), -len(anchors(i)), -(i in telling), -claims, i)

    def in_turns(ids: Iterable[str]) -> list[str]:
        """Each step and each kind once, then each a second time, and so on."""
        kinds: dict[tuple[tuple[int, ...], str], list[str]] = defaultdict(list)
        for i in sorted(ids, key=worth):
            kinds[anchors(i), things[i].kind].append(i)
        steps: dict[tuple[int, ...], list[tuple[int, int, str]]] = defaultdict(list)
        for (step, kind), members in kinds.items():
            turn = _TURNS.index(kind) if kind in _TURNS else len(_TURNS)
            steps[step] += [(place, turn, i) for place, i in enumerate(members)]
        order = [
            (place, step, i)
            for step, turns in steps.items()
            for place, (*_, i) in enumerate(sorted(turns))
        ]
        return [i for *_, i in sorted(order)]

    kept = {i for i, n in things.items() if n.spine}
    while len(kept) < most:
        # First what touches the spine; what only touches its surroundings comes in later rounds.
        near = [i for i in things if i not in kept and any(e in kept for e in ends(i))]
        direct = [i for i in near if anchors(i)] or near
        if not direct:
            break
        first = in_turns(i for i in direct if i in carriers)
        others = in_turns(i for i in direct if i not in carriers)
        # A bridge may have a hundred members: some room stays for who makes and uses things.
        share = max(1, (most - len(kept)) // 2)
        kept.update((first[:share] + others + first[share:])[: most - len(kept)])
    return kept


def _link_order(link: Link, ranks: Mapping[str, int]) -> tuple[Any, ...]:
    """The story first, then what touches it, then what its surroundings have to do together."""
    ends = sorted(ranks.get(e, len(ranks)) for e in (link.source, link.target))
    certainty = CERTAINTY.get(link.certainty, 2)
    return (not link.spine, ends, certainty, link.type, link.source, link.target)
