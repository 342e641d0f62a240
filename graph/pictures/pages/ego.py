"""A thing and what surrounds it, one or two steps away: what is kept, and in which order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Final

from .web import Key, Web, in_turns

MOST: Final = 140
_ACROSS: Final = 3  # for how many things there is one link that does not lead outwards


def surroundings(web: Web, centres: Collection[str], *, steps: int, most: int) -> dict[str, int]:
    """The ids to show with their distance, 0 for ``centres``: step by step, kinds taking turns."""
    kept = dict.fromkeys(sorted(centres), 0)
    edge = list(kept)
    for step in range(1, steps + 1):
        worth: dict[str, int] = defaultdict(int)
        for id_ in edge:
            for other, keys in web.others(id_).items():
                if other not in kept:
                    worth[other] += sum(web.worth(key) for key in keys)
        kinds: dict[str, list[str]] = defaultdict(list)
        for other in sorted(worth, key=lambda i: (-worth[i], i)):
            kinds[web.things[other].kind].append(other)
        # The first step leaves the second some room, or there would be none to see.
        room = most - len(kept) if step == steps else (most - len(kept)) // 2
        edge = in_turns(kinds, room)
        kept.update(dict.fromkeys(edge, step))
    return kept


def ties(web: Web, kept: dict[str, int]) -> list[Key]:
    """The relationships to draw: every one that leads outwards, then the best across."""
    found = web.among(kept)
    outwards = [key for key in found if kept[key[0]] != kept[key[2]]]
    across = [key for key in found if kept[key[0]] == kept[key[2]]]
    return outwards + across[: max(12, len(kept) // _ACROSS)]
