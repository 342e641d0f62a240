"""The whole, thinned to what reads: the trends, and for each the things of which most is said."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from .web import Key, Web, in_turns

MOST_OF_ALL: Final = 10_000
USUAL: Final = 180
_LINKS_A_NODE: Final = 2


def homes(web: Web) -> dict[str, str]:
    """For each thing the trend, or without trends the hub, to which it is most closely tied.

    A thing that touches none of them belongs where its nearest neighbours belong.
    """
    trends = [i for i, n in web.things.items() if n.kind == "Trend"]
    hubs = trends or sorted(web.things, key=lambda i: (-web.weight(i), i))[:12]
    home = {hub: hub for hub in hubs}
    ring = sorted(hubs)
    while ring:
        pull: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        for id_ in ring:
            for other, keys in web.others(id_).items():
                if other not in home:
                    pull[other][home[id_]] += sum(web.worth(key) for key in keys)
        for id_, pulls in pull.items():
            home[id_] = min(pulls, key=lambda hub: (-pulls[hub], hub))
        ring = sorted(pull)
    return {**dict.fromkeys(web.things, ""), **home}


def whole(web: Web, most: int) -> list[str]:
    """The ids to show: of each home in turn what weighs most, the homes themselves first."""
    groups: dict[str, list[str]] = defaultdict(list)
    home = homes(web)
    for id_ in sorted(web.things, key=lambda i: (home[i] != i, -web.weight(i), i)):
        groups[home[id_]].append(id_)
    return in_turns(groups, most)


def ties(web: Web, ids: list[str], *, all_of_them: bool) -> list[Key]:
    """The relationships to draw: of each thing the best one towards its home, then the others.

    So nothing floats alone that belongs somewhere.
    """
    found = web.among(ids)
    if all_of_them:
        return found
    home, tied, kept = homes(web), set[str](), []
    for key in found:
        for thing, other in ((key[0], key[2]), (key[2], key[0])):
            if thing not in tied and home[thing] == other:
                kept.append(key)
                tied.add(thing)
    rest = [key for key in found if key not in set(kept)]
    return kept + rest[: max(0, _LINKS_A_NODE * len(ids) - len(kept))]
