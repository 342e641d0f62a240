"""Which thing that a source no longer says may be one that it says now, by what they share."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from trendweave.graph.identity import key
from trendweave.graph.said import Said
from trendweave.graph.wording import Entity

from .history import Change, Perhaps

_TELLING = 3
"""Things that may share a sign: what more have in common tells nothing."""

Sign = tuple[str, ...]
"""Why two things may be one, then what they share."""


def perhaps_renamed(told: Sequence[Change]) -> Iterator[Perhaps]:
    """Pairs of a thing of which less is said and one of which more is, that share most."""
    pairs: dict[tuple[str, str, str], Perhaps] = {}
    for (why, source, *_), (gone, new) in sorted(_shared(told).items()):
        if len(gone) > _TELLING or len(new) > _TELLING:
            continue
        for one, other in itertools.product(gone, new):
            pair: Perhaps = {"source": source, "before": one, "after": other, "why": []}
            reasons = pairs.setdefault((source, one["id"], other["id"]), pair)["why"]
            reasons += [why] if why not in reasons else []
    most: Counter[tuple[str, str]] = Counter()
    for (source, *ids), found in pairs.items():
        for id_ in ids:
            most[source, id_] = max(most[source, id_], len(found["why"]))
    for (source, *ids), found in sorted(pairs.items()):
        if all(len(found["why"]) == most[source, id_] for id_ in ids):
            yield found


def _shared(told: Sequence[Change]) -> dict[Sign, tuple[list[Entity], list[Entity]]]:
    """By what they share, things dropped or now only mentioned, and things added or described."""
    shared: dict[Sign, tuple[list[Entity], list[Entity]]] = defaultdict(lambda: ([], []))
    built = _built(told)
    for change in told:
        thing, source = change["thing"], change["source"]
        before, after = change["before"], change["after"]
        is_new = _said(after) > _said(before)
        if thing is not None and _said(before) != _said(after):
            fuller = (after if is_new else before) or {}
            for why, *what in _signs(fuller, built[is_new, source, thing["id"]]):
                shared[why, source, thing["kind"], *what][is_new].append(thing)
    return shared


def _said(said: Said | None) -> int:
    """How much: nothing, that it is mentioned, or what it is."""
    return 0 if said is None else 1 if said.get("mention") else 2


def _built(told: Iterable[Change]) -> dict[tuple[bool, str, str], list[Sign]]:
    """By whether it is new, source and id: who builds a thing, or what it builds."""
    built: dict[tuple[bool, str, str], list[Sign]] = defaultdict(list)
    for change in told:
        ends, source = change["relationship"], change["source"]
        is_new = change["before"] is None
        if ends is not None and ends["type"] == "BUILDS" and (is_new or change["after"] is None):
            builder, thing = ends["source"]["id"], ends["target"]["id"]
            built[is_new, source, thing].append(("builder and date", builder))
            built[is_new, source, builder].append(("what it builds", thing))
    return built


def _signs(said: Said, built: Iterable[Sign]) -> Iterator[Sign]:
    """By what a thing may be known again."""
    for name in sorted({key(name) for name in said["names"]}):
        yield "name", name
    for link in said.get("link", ()):
        yield "link", link
    for why, id_ in built:
        if why == "what it builds":
            yield why, id_
        for date in said.get("date", ()) if why == "builder and date" else ():
            yield why, id_, date
