"""Which thing that a source no longer says may be one that it says now, by what they share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from trendweave.graph.identity import key
from trendweave.graph.wording import Entity

from .history import Change, Perhaps

_TELLING = 3
"""Things that may share a sign: what more have in common tells nothing."""

Sign = tuple[str, ...]
"""Why two things may be one, then what they share."""


def perhaps_renamed(told: Sequence[Change]) -> Iterator[Perhaps]:
    """Pairs of a thing dropped and one added of its kind that share most; by ids."""
    shared: dict[Sign, tuple[list[Entity], list[Entity]]] = defaultdict(lambda: ([], []))
    built = _built(told)
    for change in told:
        thing, verb = change["thing"], change["change"]
        if thing is not None and verb in ("dropped", "added"):
            for why, *what in _signs(change, built[verb, change["source"], thing["id"]]):
                sign = (why, change["source"], thing["kind"], *what)
                shared[sign][verb == "added"].append(thing)
    reasons: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    things: dict[str, Entity] = {}
    for (why, source, *_), (dropped, added) in sorted(shared.items()):
        if len(dropped) <= _TELLING and len(added) <= _TELLING:
            for one in dropped:
                for other in added:
                    things |= {one["id"]: one, other["id"]: other}
                    said = reasons[source, one["id"], other["id"]]
                    if why not in said:
                        said.append(why)
    most: Counter[tuple[str, str]] = Counter()
    for (source, *pair), said in reasons.items():
        for id_ in pair:
            most[source, id_] = max(most[source, id_], len(said))
    for (source, gone, new), said in sorted(reasons.items()):
        if len(said) == most[source, gone] == most[source, new]:
            yield {"source": source, "before": things[gone], "after": things[new], "why": said}


def _built(told: Iterable[Change]) -> dict[tuple[str, str, str], list[Sign]]:
    """By change, source and id: who builds a thing that comes or goes, or what it builds."""
    built: dict[tuple[str, str, str], list[Sign]] = defaultdict(list)
    for change in told:
        ends = change["relationship"]
        if ends is not None and ends["type"] == "BUILDS":
            builder, thing = ends["source"]["id"], ends["target"]["id"]
            built[change["change"], change["source"], thing].append(("builder and date", builder))
            built[change["change"], change["source"], builder].append(("what it builds", thing))
    return built


def _signs(change: Change, built: Iterable[Sign]) -> Iterator[Sign]:
    """By what a thing may be known again; nothing of what is only mentioned."""
    said = change["after"] or change["before"] or {}
    if said.get("mention"):
        return
    for name in sorted({key(name) for name in said["names"]}):
        yield "name", name
    for link in said.get("link", ()):
        yield "link", link
    for why, id_ in built:
        if why == "what it builds":
            yield why, id_
        for date in said.get("date", ()) if why == "builder and date" else ():
            yield why, id_, date
