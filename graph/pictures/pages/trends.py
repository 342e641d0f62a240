"""The trends, how strongly each leads to or overlaps with another, and what bridges them."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable
from typing import Final, NamedTuple

from .web import Key, Web

_STRONGEST: Final = 16  # overlaps beyond these are so weak that they only make a tangle
BRIDGES: Final = 18  # the things shown between the trends
_BRIDGING: Final = frozenset({"Technique", "Model", "Product", "Company"})


class Overlap(NamedTuple):
    """What two trends have in common: ids of things, those that say most first."""

    one: str
    other: str
    members: tuple[str, ...]
    keys: tuple[Key, ...]


def trends_of(web: Web) -> list[str]:
    """The ids of the trends."""
    return sorted(i for i, n in web.things.items() if n.kind == "Trend")


def overlaps(web: Web) -> list[Overlap]:
    """The pairs of trends that share most, the strongest first; each trend has at least one."""
    belongs = _belongs(web)
    pairs: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for thing, trends in belongs.items():
        for one, other in itertools.combinations(sorted(trends), 2):
            said = min(sum(map(web.worth, trends[t])) for t in (one, other))
            pairs[one, other][thing] = said
    ranked = sorted(pairs, key=lambda p: (-len(pairs[p]), -sum(pairs[p].values()), p))
    kept, seen = [], set[str]()
    for place, pair in enumerate(ranked):
        if place < _STRONGEST or not seen.issuperset(pair):
            members = sorted(pairs[pair], key=lambda m: (-pairs[pair][m], m))
            keys = [key for m in members for trend in pair for key in belongs[m][trend]]
            kept.append(Overlap(*pair, tuple(members), tuple(keys)))
            seen.update(pair)
    return kept


def bridges(web: Web, most: int = BRIDGES) -> list[str]:
    """The things that belong to most trends, those of which most is said first."""
    belongs = _belongs(web)

    def rank(thing: str) -> tuple[int, int, str]:
        said = sum(web.worth(key) for keys in belongs[thing].values() for key in keys)
        return -len(belongs[thing]), -said, thing

    return sorted((i for i in belongs if len(belongs[i]) > 1), key=rank)[:most]


def bridging(web: Web, things: Iterable[str]) -> list[Key]:
    """For each of these things and each of its trends the relationship that says most."""
    belongs = _belongs(web)
    return [
        min(keys, key=lambda key: (-web.worth(key), key))
        for thing in things
        for keys in belongs[thing].values()
    ]


def _belongs(web: Web) -> dict[str, dict[str, list[Key]]]:
    """For every thing the trends that it has to do with, and by which relationships."""
    found: dict[str, dict[str, list[Key]]] = defaultdict(dict)
    for trend in trends_of(web):
        for other, keys in web.others(trend).items():
            if web.things[other].kind in _BRIDGING:
                found[other][trend] = keys
    return found
