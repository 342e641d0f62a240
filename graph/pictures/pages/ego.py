"""A thing and what surrounds it, one or two steps away: what is kept, and in which order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Final

from .web import Key, Web, in_turns, without_own_offers

MOST: Final = 140
MOST_PROVIDERS: Final = 8
_ACROSS: Final = 3  # for how many things there is one link that does not lead outwards


def surroundings(
    web: Web, centres: Collection[str], *, steps: int, most: int, providers: int = MOST_PROVIDERS
) -> dict[str, int]:
    """The ids to show with their distance, 0 for ``centres``: step by step, kinds taking turns.

    Of those who only offer a thing there are the first ``providers``.
    """
    kept = dict.fromkeys(sorted(centres), 0)
    edge = list(kept)
    for step in range(1, steps + 1):
        worth: dict[str, int] = defaultdict(int)
        ties_: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for id_ in edge:
            for other, keys in web.others(id_).items():
                if other not in kept:
                    worth[other] += sum(web.worth(key) for key in keys)
                    ties_[other] |= {key[:2] for key in keys}
        kinds: dict[str, list[str]] = defaultdict(list)
        ranked = sorted(worth, key=lambda i: (-worth[i], i))
        sellers = [i for i in ranked if ties_[i] == {(i, "OFFERS")}]
        left_out = set(sellers[providers:])
        for other in ranked:
            if other not in left_out:
                kinds[web.things[other].kind].append(other)
        # The first step leaves the second some room, or there would be none to see.
        room = most - len(kept) if step == steps else (most - len(kept)) // 2
        edge = in_turns(kinds, room)
        kept.update(dict.fromkeys(edge, step))
    return kept


def ties(web: Web, kept: dict[str, int]) -> list[Key]:
    """The relationships to draw: every one that leads outwards, then the best across."""
    found = without_own_offers(web.among(kept))
    outwards = [key for key in found if kept[key[0]] != kept[key[2]]]
    across = [key for key in found if kept[key[0]] == kept[key[2]]]
    return outwards + across[: max(12, len(kept) // _ACROSS)]
